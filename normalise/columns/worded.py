"""Columns of words beside figures whose headings no vocabulary has: which way is good (`We want it`), which way a
figure went (`Than this time last year`), how it stands (`Against target`), and words that are no figures
(`Result`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from normalise.columns import content, lights
from normalise.language import nouns, values, vocabulary, ways, words
from parsers.block import Cell

NEARLY_ALL = 0.9  # share of a column's texts that say a way: a stray remark may stand among them
FEW = 2  # texts that a column of words has at least
LONGEST = 5  # words of a text that says a way: `Better than last year`
LABELS = 8  # words of a scale
SHORT = 24  # characters of each
#: roles of figures; one whose column prints none is no figure's
FIGURED = ("latest", "year")
MEASURED = (*FIGURED, *content.QUARTERS, "previous", "target", "baseline", "national")


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles of a table of indicators, corrected by the words below its headings."""
    found = list(roles)
    worded = [k for k, role in enumerate(roles) if role in FIGURED and _are_labels(below[k])]
    earlier = [k for k, role in enumerate(roles) if role == "previous" and _are_labels(below[k])]
    for col in (*worded, *earlier) if _has_figures(roles, below) else ():
        found[col] = ""
    untold = [k for k, role in enumerate(found) if not role and headings[k]]
    _take(found, "good_is", (k for k in untold if are_wants(headings[k], below[k])))
    _take(found, "direction", (k for k in untold if are_ways(headings[k], below[k])))
    held = [k for k in untold if _is_held_against_target(headings[k]) and _are_labels(below[k])]
    if not any(not role and lights.are_lights(below[k]) for k, role in enumerate(found)):
        _take(found, "status", (k for k in (*worded, *held) if not found[k]))
    return tuple(found)


def _take(found: list[str], role: str, columns: Iterable[int]) -> None:
    """Give a role that no column has to the only one that may have it."""
    may = list(columns)
    if role not in found and len(may) == 1 and not found[may[0]]:
        found[may[0]] = role


def _has_figures(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True where another column of the table prints figures."""
    return any(role in MEASURED and content.are_figures(below[k]) for k, role in enumerate(roles))


def _are_labels(column: Sequence[Cell]) -> bool:
    """True for a few short texts, printed again and again and without a figure: `Above`, `Near`, `Below`."""
    texts = _texts(column)
    kinds = {*texts}
    few = FEW <= len(kinds) <= LABELS and len(kinds) < len(texts)
    return few and all(len(text) <= SHORT and not any(map(str.isdigit, text)) for text in kinds)


def _is_held_against_target(heading: str) -> bool:
    """True for `Against target` and `Target met?`; `Target type` tells something else."""
    said = {*vocabulary.plain(heading).split()}
    return bool(said & {"target", "targets"}) and not said.isdisjoint(words.shades()["off"])


def are_wants(heading: str, column: Sequence[Cell]) -> bool:
    """True for `Higher` and `Lower`, unless the heading says that they compare one figure with another."""
    texts = _texts(column)
    if (
        len(texts) < FEW
        or _compares(heading)
        or not words.shades()["elsewhere"].isdisjoint(vocabulary.plain(heading).split())
    ):
        return False
    wanted = sum(
        len(text.split()) <= LONGEST
        and values.polarity(text) is not None
        and not _comparatives().isdisjoint(vocabulary.plain(text).split())
        for text in texts
    )
    return wanted >= NEARLY_ALL * len(texts)


def are_ways(heading: str, column: Sequence[Cell]) -> bool:
    """True for `Better`, `Worse` and `No change`, unless the heading says that they tell of a target."""
    texts = _texts(column)
    said_of = {*vocabulary.plain(heading).split()}
    if len(texts) < FEW or not said_of.isdisjoint(words.shades()["elsewhere"]) or nouns.is_beside(heading):
        return False
    said = sum(len(text.split()) <= LONGEST and ways.said(text) is not None for text in texts)
    return said >= NEARLY_ALL * len(texts)


def _texts(column: Sequence[Cell]) -> list[str]:
    return [c.text for c in column if c.text and not values.is_absent(c.text)]


def _compares(heading: str) -> bool:
    return not _comparing().isdisjoint(vocabulary.plain(heading).split())


@lru_cache(maxsize=1)
def _comparing() -> frozenset[str]:
    return frozenset(vocabulary.load("headings")["shades"]["comparing"])


@lru_cache(maxsize=1)
def _comparatives() -> frozenset[str]:
    return frozenset(vocabulary.load("values")["polarity"]["comparatives"])
