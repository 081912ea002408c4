"""Headings and labels that stand where they do not belong: signs that columns or rows ran into each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from normalise.columns import figures
from normalise.language import values, vocabulary
from parsers.block import Cell, Mark

FIGURES = ("latest", "previous", "target", "national", "statistical_neighbours", "good_is", "baseline")
#: what may stand before another heading to say which one is meant: `Latest target`, `National status`
TELLING = ("latest", "previous", "national", "statistical_neighbours", "baseline")
TWO_FIGURES = re.compile(r"[£$€]?\d[\d,.]*%?\s+[£$€]?\d[\d,.]*%?")
DATED_FIGURES = re.compile(
    r"\s*(?:[<>]?[£€$]?\d[\d.,]*\s?%?\s*\([^()]*\d[^()]*\)\s*){2,}"
)  # and nothing else
THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
NONE = ("no",)  # what stands before a heading's words where there is nothing to print
TOLD = ("target", "status", "progress", "due_date", "direction")


def of_two_columns(headings: Sequence[str], roles: Sequence[str]) -> Iterator[str]:
    """Headings that are those of two columns read as one, `Target Good is`, where no other column has either role."""
    for heading in dict.fromkeys(headings):
        others = {_field(role) for k, role in enumerate(roles) if headings[k] != heading}
        named_two = {role for role in _columns_named(heading) if role in FIGURES}
        if len(named_two) > 1 and others.isdisjoint(named_two):
            yield heading


def _field(role: str) -> str:
    """The field of which a column of a series, `figure:07:actual`, holds a figure; other roles as they are."""
    held = role.rpartition(":")[2]
    return {"actual": "latest"}.get(held, held) if figures.is_figure(role) else role


def without_heading(cells: Iterable[Cell], headings: Sequence[str], first: int) -> str | None:
    """A figure below no heading, in a column behind `first`: its heading may have run into the one beside it. Columns
    that a wider table on a later page added have none."""
    unheaded = (
        c.text for c in cells if c.col > first and c.text and not "".join(headings[c.col : c.col + 1])
    )
    return next((text for text in unheaded if values.reading("", text).kind == "number"), None)


def _columns_named(heading: str) -> tuple[str, ...]:
    """The roles of the columns that a heading is made of; none where it is one heading with a word about it."""
    words = vocabulary.plain(heading)
    roles = () if words in vocabulary.headings() else named(words)
    return () if len(roles) == 2 and roles[0] in TELLING and roles[1] in TOLD else roles


@lru_cache(maxsize=4096)
def named(words: str) -> tuple[str, ...]:
    """The roles of the known headings that a text consists of, the longest first at each place; none where a word
    is left over. `words` are plain."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        role = vocabulary.headings().get(" ".join(parts[:length]))
        rest = named(" ".join(parts[length:]))
        if role and (rest or length == len(parts)):
            return role, *rest
    return ()


def opening(words: str) -> tuple[str, ...]:
    """The role of the known heading that a text opens with, the longest; none where it does not. `words` are plain."""
    parts = words.split()
    known = (vocabulary.headings().get(" ".join(parts[:length])) for length in range(len(parts), 0, -1))
    return tuple(role for role in known if role)[:1]


def holds_heading(text: str, heading: str) -> bool:
    """True for a value that its own column's heading stands before or behind: `Latest 2,046`. `No target` is one."""
    words, own = vocabulary.plain(text).split(), vocabulary.plain(heading).split()
    if [*NONE, *own] == words:
        return False
    return 0 < len(own) < len(words) and own in (words[: len(own)], words[-len(own) :])


def is_two_figures(text: str) -> bool:
    """True for two figures with a blank alone between them, unless it parts thousands, and for figures of which each
    has its own time behind it in brackets: `53.3% (2016) 65.6% (2016)`."""
    if DATED_FIGURES.fullmatch(text) is not None:
        return True
    return TWO_FIGURES.fullmatch(text) is not None and THOUSANDS.fullmatch(text) is None


def is_signed_twice(cell: Cell) -> bool:
    """True for a cell that prints one sign, or one line of words, twice below each other: those of two rows."""
    signs = [(m.identity, m.colour, m.box) for m in cell.marks]
    signs += [(line.text.strip(), line.colour, line.box) for line in cell.lines]
    return any(
        (one, ink) == (other, its) and (a.bottom <= b.top or b.bottom <= a.top)
        for (one, ink, a), (other, its, b) in combinations(signs, 2)
    )


def stand_below(marks: Sequence[Mark]) -> bool:
    """True for marks of which one stands wholly below another."""
    return any(a.box.bottom <= b.box.top or b.box.bottom <= a.box.top for a, b in combinations(marks, 2))
