"""What a column holds, where that gives a heading a role which its words alone do not: `ADP ref` over codes, `Goal` or
`Plan` over figures, a `Q2 trajectory` of figures, which is no direction, a `Prior period` that names one and tells no
figure, and `What we want` over numbered objectives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from normalise import content, moments, references, vocabulary, words
from parsers.block import Cell

LONGEST = 4  # words of a heading that names what its codes refer to: `Annual delivery plan ref`
AIMED = (
    "",
    "activity",
    "priority",
    "plan",
    "good_is",
)  # roles that the words of an aim over figures may have


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles corrected by what the columns hold."""
    found = list(roles)
    for col, role in enumerate(roles):
        if role == "direction" and _is_path(below[col]):
            found[col] = ""
        if role == "previous" and _are_periods(below[col]):
            found[col] = ""
    for col in _of_codes(headings, found, below):
        found[col] = "ref"
    if "indicator" not in found:
        for col in _of_wants(headings, found, below):
            found[col] = "activity"
    if "activity" not in found and "indicator" not in found:
        for col in _of_activities(found, below):
            found[col] = "activity"
    if "indicator" in found and "target" not in found:
        for col in (k for k, role in enumerate(found) if role in AIMED):
            if _is_aim(headings[col]) and _are_aims(below[col]):
                found[col] = "target"
    return tuple(found)


def _are_periods(column: Sequence[Cell]) -> bool:
    """True for cells that name a time each, and no figure."""
    texts = [c.text for c in column if c.text]
    return bool(texts) and all(map(moments.is_bare, texts))


def _is_path(column: Sequence[Cell]) -> bool:
    """True for figures without a sign, none of which says how far something went up or down."""
    signed = any(c.marks or c.text.lstrip()[:1] in ("+", "-", "−", "–") for c in column)
    return not signed and content.are_figures(column)


def _of_codes(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The one column whose heading ends in a word for references, and whose cells print a code each."""
    if "ref" in roles:
        return []
    referring = words.shades()["referring"]
    named = [vocabulary.plain(heading).split() for heading in headings]
    columns = [
        col
        for col, parts in enumerate(named)
        if not roles[col] and 1 < len(parts) <= LONGEST and parts[-1] in referring
    ]
    coded = [col for col in columns if content.are_references(below[col])]
    return coded[:1]


def _of_wants(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column headed by what is wanted, `Aim` or `What we want to achieve`, over texts left of what is done for it:
    one word or two would say which way a figure should go."""
    wants = words.shades()["wants"]
    done = next((col for col, role in enumerate(roles) if role in ("action", "activity")), len(roles))
    columns = [
        col
        for col in range(done)
        if roles[col] in ("", "good_is") and vocabulary.plain(headings[col]) in wants
    ]
    texts = {col: [len(c.text) for c in below[col] if c.text] for col in columns}
    return [col for col, lengths in texts.items() if lengths and mean(lengths) >= content.NAME][:1]


def _of_activities(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The one column without a role whose every cell opens with what it numbers, `Objective 1.1 Homes for all`, or left
    of the actions with a number of its own, `1 Homes for all`."""
    actions = roles.index("action") if "action" in roles else 0
    # what begins small is the rest of a text that a page's end cut
    texts = ([c.text for c in column if c.text and not c.text[0].islower()] for column in below)
    return [
        col
        for col, (role, said) in enumerate(zip(roles, texts, strict=True))
        if not role and len(said) > 1 and (_are_worded(said) or (col < actions and _are_counted(said)))
    ][:1]


def _are_worded(texts: Sequence[str]) -> bool:
    return all(map(references.worded, texts))


def _are_counted(texts: Sequence[str]) -> bool:
    return references.series(texts) is not None or all(map(references.leading_reference, texts))


def _is_aim(heading: str) -> bool:
    """True for the word of an aim, whatever time it is for: `Goal for 2028`, `2025/26 plan`."""
    said = vocabulary.undated(heading).split()
    aim = " ".join(word for word in said if word not in vocabulary.load("headings")["times"]["prepositions"])
    return not words.shades()["aims"].isdisjoint((aim, vocabulary.plain(heading)))


def _are_aims(column: Sequence[Cell]) -> bool:
    """True for figures that do not count on from row to row, as the numbers of goals do."""
    if not content.are_figures(column):
        return False
    texts = [c.text for c in column if c.text]
    counted = [int(text) for text in texts if text.isdigit()]
    steps = (after - before for before, after in pairwise(counted))
    return len(counted) < len(texts) or not all(step in (0, 1) for step in steps)
