"""The words of invented plans: actions with their rewordings, siblings and parts, from `samples/history`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[2] / "samples" / "history" / "actions.toml"

MONTHS = ("January", "February", "March", "April", "June", "July", "September", "October", "November")
PEOPLE = (
    "Amara Nwosu", "Ben Halloran", "Carys Pugh", "Dilip Menon", "Esther Vane", "Fergus Loch", "Gita Rao",
    "Huw Tanner", "Ines Cardoso", "Joan Whitlow", "Karol Zima", "Lena Frost", "Head of Housing",
    "Director of Place", "Assistant Director, Education", "Head of Public Health",
)  # fmt: skip
PLACES = ("Thornby", "Eastgate", "Brackwater", "Kelmere", "Millbank", "Foundry", "Hollins", "Meadow Park")
#: progress notes; {topic} is a run of words of the action, {month} and {n} are filled in
NOTES = (
    "Work on {topic} began in {month} and is on course.",
    "A report on {topic} went to Cabinet in {month}.",
    "Delayed: the contractor withdrew in {month}. A new tender is out.",
    "Completed in {month}. {n} people have benefited so far.",
    "{n} responses were received and are being analysed.",
    "Funding of £{n},000 was confirmed in {month}.",
    "Recruitment is under way; interviews were held in {month}.",
    "The board agreed the next steps for {topic} at its meeting in {month}.",
    "On track. Phase two starts in {month}.",
    "No change since the last review.",
    "Costs have risen by {n} per cent; options will be considered in {month}.",
    "A pilot with {n} participants ended in {month} and will be evaluated.",
    "Partners met in {month} to discuss {topic}. Actions were agreed with each of them.",
    "The specification for {topic} has been drafted and is with legal services.",
)


class Wordings(NamedTuple):
    """One action: as first printed, reworded a little and a lot, the other action beside it, its parts."""

    text: str
    light: str
    heavy: str
    sibling: str
    parts: tuple[str, ...]


@cache
def actions() -> tuple[Wordings, ...]:
    return tuple(
        Wordings(a["text"], a["light"], a["heavy"], a["sibling"], tuple(a.get("parts", ())))
        for a in tomllib.loads(SOURCE.read_text(encoding="utf-8"))["action"]
    )


def to_fit() -> tuple[Wordings, ...]:
    """Every other action: what the weights of the evidence are fitted on."""
    return actions()[::2]


def to_measure() -> tuple[Wordings, ...]:
    """The other half, of which no weight has seen a word."""
    return actions()[1::2]


@cache
def activities() -> tuple[str, ...]:
    return tuple(tomllib.loads(SOURCE.read_text(encoding="utf-8"))["activity"][0]["texts"])


@cache
def indicators() -> tuple[tuple[str, str, str], ...]:
    """Name, the same in other words, another beside it."""
    rows = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["indicator"]
    return tuple((i["text"], i["light"], i["sibling"]) for i in rows)
