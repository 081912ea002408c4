"""Signs in a row above or below their labels, or in a column far left of them, as a key sets them that has no frame."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from parsers.block import Line, Mark
from parsers.grids.rules import pale
from parsers.page import Fill, Token

LEAST = 3  # signs in a row
LEVEL = 2.0  # points between the edges of signs in one row
NEAR = 20.0  # points between a sign and its label
FLUSH = 1.0  # points between the edges of cells of one column
BEHIND = 12.0  # points between a cell and the words that run on behind it
ALIGNED = 6.0  # points between their left edges, or their middles
SIGN = 16.0  # points of width and height of a sign
FAR = 200.0  # points between a column of signs and the words that they are explained by
APART = 3.0  # times a line's size that the white between two lines of a key is lower than
LABEL = 4  # words of a line of such a key before its meaning at most
SENTENCE = 7  # and of one that is all that stands there: `More than ten per cent from target`
NOUN = 5  # letters of a word that says what all of them are about
MEANING = 3  # words of a meaning at least: shorter ones are a thing's status (`Buses: delayed`)
#: what stands above it
TITLED = re.compile(
    r"\b(key(?= to| for|\W*$)|legend|b?rag[bgy]?|ratings?|colours?|symbols?)\b", re.IGNORECASE
)
#: what heads the column of words in it, whatever they say
MEANS = re.compile(
    r"\W*(?:what (?:it|this|they) means?|meanings?|definitions?|explanations?)\W*", re.IGNORECASE
)
BEHIND_LABEL = re.compile(r":\s|\s[-–—=]\s")
WIDEST = 260.0  # points of a ground of words on one line

Drawn = TypeVar("Drawn", Mark, Fill)


def labelled(marks: Sequence[Mark], lines: Sequence[Line]) -> Mapping[int, Mark]:
    """The sign of each line that labels one above or below it, by the line's identity.

    A row of signs is as many as it has colours, all of one height, with a line of its own at the same side of each.
    """
    drawn = sorted((m for m in marks if m.seen != "glyph"), key=lambda m: (round(m.box.top), m.box.x0))
    found: dict[int, Mark] = {}
    for row in _rows(drawn):
        if len(row) < LEAST or len({m.colour for m in row}) < len(row) or _has_words(row, lines):
            continue
        for side in (1, -1):
            own = [_label(mark, lines, side) for mark in row]
            told = [k for k in own if k is not None]
            if len(told) == len(row) == len({*told}):
                found |= {id(lines[k]): mark for k, mark in zip(told, row, strict=True)}
                break
    return found


def far_left(marks: Sequence[Mark], lines: Sequence[Line]) -> Mapping[int, Mark]:
    """The sign of each line that stands far right of one, by the line's identity: signs in one column, one below the
    other, each in a colour of its own, with one line each at their height, which all begin alike and are no list of
    things with their ratings."""
    drawn = [m for m in marks if m.seen != "glyph" and m.box.width < SIGN > m.box.height]
    columns: dict[int, list[Mark]] = {}
    for mark in drawn:
        columns.setdefault(round(mark.box.centre[0]), []).append(mark)
    found: dict[int, Mark] = {}
    for column in columns.values():
        own = [_only_line(mark, lines) for mark in column] if len(column) >= LEAST else []
        for run in _runs([(m, line) for m, line in zip(column, own, strict=False) if line is not None]):
            colours = {mark.colour for mark, _ in run}
            own_colours = len(run) >= LEAST and len(colours) == len(run)
            texts = [line.text for _, line in run]
            if own_colours and (
                _is_explained(run, lines) or (_are_entries(texts) and _is_titled(run, lines))
            ):
                found |= {id(line): mark for mark, line in run}
    return found


def _are_entries(texts: Sequence[str]) -> bool:
    """True for the lines of a key: labels, or short sentences that are all about one thing, `The action is late`."""
    about = set.intersection(
        *({word for word in text.lower().split() if len(word) >= NOUN} for text in texts)
    )
    most = SENTENCE if about and not any(BEHIND_LABEL.search(text) for text in texts) else LABEL
    return all(_is_entry(text, most) for text in texts)


def _is_entry(text: str, most: int) -> bool:
    """True for a line of a key: a label of `most` words, with a meaning behind it or none."""
    label, *meaning = BEHIND_LABEL.split(text, maxsplit=1)
    short = 0 < len(label.split()) <= most and not label.lstrip(" (")[:1].isdigit()
    return short and all(len(told.split()) >= MEANING for told in meaning)


def _is_titled(run: Sequence[tuple[Mark, Line]], lines: Sequence[Line]) -> bool:
    """True where the line above the signs and their words is a word for a key."""
    first = run[0][1]
    above = [line for line in lines if line.box.bottom <= first.box.centre[1] and line is not first]
    nearest = max(above, key=lambda line: line.box.bottom, default=None)
    return nearest is not None and TITLED.search(nearest.text) is not None


def _is_explained(run: Sequence[tuple[Mark, Line]], lines: Sequence[Line]) -> bool:
    """True where `Meaning` stands right above the words, as the head of their column."""
    first = run[0][1]
    over = (line for line in lines if 0 <= first.box.top - line.box.bottom < APART * line.size)
    return any(abs(line.box.x0 - first.box.x0) < FLUSH and MEANS.fullmatch(line.text) for line in over)


def _only_line(mark: Mark, lines: Sequence[Line]) -> Line | None:
    """The one line at a sign's height; None where there are several, or it does not stand far right of the sign."""
    middle = mark.box.centre[1]
    level = [line for line in lines if line.box.top < middle < line.box.bottom]
    return level[0] if len(level) == 1 and 0 < level[0].box.x0 - mark.box.x1 < FAR else None


def _runs(beside: Sequence[tuple[Mark, Line]]) -> list[list[tuple[Mark, Line]]]:
    """Signs with their lines from the top down, as many together as begin alike and have no more white between them."""
    runs: list[list[tuple[Mark, Line]]] = []
    for mark, line in sorted(beside, key=lambda pair: pair[0].box.top):
        last = runs[-1][-1][1].box if runs else None
        if last and abs(last.x0 - line.box.x0) < FLUSH and line.box.top - last.bottom < APART * line.size:
            runs[-1].append((mark, line))
        else:
            runs.append([(mark, line)])
    return runs


def stacked(fills: Sequence[Fill], tokens: Sequence[Token]) -> list[Fill]:
    """Cells below each other without a word in them, each in a colour of its own and with words right behind it: a
    spreadsheet's key, whose first column is as wide as the table's below it."""
    found: list[Fill] = []
    for run in _stacks(sorted(fills, key=lambda f: (f.box.x0, f.box.top))):
        alone = len(run) >= LEAST and len({f.colour for f in run}) == len(run)
        if alone and all(_is_before_words(f, tokens) for f in run):
            found += run
    return found


def _stacks(fills: Sequence[Fill]) -> list[list[Fill]]:
    runs = [[fill] for fill in fills[:1]]
    for a, b in pairwise(fills):
        level = abs(a.box.x0 - b.box.x0) < FLUSH and abs(a.box.x1 - b.box.x1) < FLUSH
        if level and abs(b.box.top - a.box.bottom) < FLUSH:
            runs[-1].append(b)
        else:
            runs.append([b])
    return runs


def bands_behind(fills: Sequence[Fill]) -> frozenset[int]:
    """Grounds by their identity on which a narrower one stands that is as high: the stripe of a key's row, behind the
    swatch in its first cell."""
    by_height: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        by_height.setdefault((round(fill.box.top), round(fill.box.bottom)), []).append(fill)
    return frozenset(
        id(wide)
        for level in by_height.values()
        for k, wide in enumerate(level)
        if any(
            wide.box.x0 - FLUSH < own.box.x0
            and own.box.x1 < wide.box.x1 - FLUSH
            and own.colour != wide.colour
            and not pale(own.colour)
            for own in level[k + 1 :]
        )
    )


def in_a_row(fills: Sequence[Fill], tokens: Sequence[Token], wide: float, high: float) -> list[Fill]:
    """Grounds wider than a swatch of the words of a key on one line, each in a colour of its own with words on it."""
    low = sorted((f for f in fills if f.box.height <= high), key=lambda f: (round(f.box.top), f.box.x0))
    found: list[Fill] = []
    for row in _rows(low) if any(wide < f.box.width <= WIDEST for f in low) else ():
        apart = all(b.box.x0 - a.box.x1 > -FLUSH for a, b in pairwise(row))
        colours = len({f.colour for f in row}) == len(row) >= LEAST
        if colours and apart and all(f.box.width <= WIDEST and _is_under_words(f, tokens) for f in row):
            found += [f for f in row if f.box.width > wide]
    return found


def _is_under_words(fill: Fill, tokens: Sequence[Token]) -> bool:
    return any(fill.box.holds(*t.box.centre) for t in tokens if not t.text.isspace())


def _is_before_words(fill: Fill, tokens: Sequence[Token]) -> bool:
    box = fill.box
    level = [t.box for t in tokens if not t.text.isspace() and box.top < t.box.centre[1] < box.bottom]
    inside = any(box.x0 < b.centre[0] < box.x1 for b in level)
    return not inside and any(-FLUSH <= b.x0 - box.x1 <= BEHIND for b in level)


def _rows(marks: Sequence[Drawn]) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = []
    for mark in marks:
        last = rows[-1][-1].box if rows else None
        if last and abs(last.top - mark.box.top) < LEVEL and abs(last.bottom - mark.box.bottom) < LEVEL:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def _has_words(row: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """True for signs with text at their height: it stands beside them, and is theirs."""
    top, bottom = row[0].box.top, row[0].box.bottom
    return any(top < line.box.centre[1] < bottom for line in lines)


def _label(mark: Mark, lines: Sequence[Line], side: int) -> int | None:
    """The nearest line below a sign (`side` 1) or above it (-1) that begins where it does or is centred on it."""
    box = mark.box
    near = [
        (gap, k)
        for k, line in enumerate(lines)
        if -1 <= (gap := line.box.top - box.bottom if side > 0 else box.top - line.box.bottom) < NEAR
        and min(abs(line.box.x0 - box.x0), abs(line.box.centre[0] - box.centre[0])) < ALIGNED
    ]
    return min(near, default=(0.0, None))[1]
