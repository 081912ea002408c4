"""The rows of a table that is a card or several: labels with their values, texts over all columns, and the row without
labels that opens a card: its reference, its title and its status."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from normalise.cards.card import ITEM, REFERENCE, Pair, are_known, is_status, named, part_of
from normalise.language import nouns, phrases, vocabulary
from normalise.prose.labelled import NUMBERED
from parsers.block import Cell, Table

WIDEST = 6  # columns: three labels with their values side by side
#: a title behind its reference
REFERRED = re.compile(rf"{REFERENCE.pattern}[.:)]?\s+\S")
NAMES = 3  # of statuses beside what they mean: those of a key

Rows = list[Cell | Pair]


def found(table: Table, labels: Collection[str] = ()) -> Rows:
    """The rows of a table of labels and values, side by side once or several times; none where it is something else.
    `labels` are those of cards that are known to be some: then it must have no others."""
    if table.reader == "transcript" or not 2 <= table.cols <= WIDEST:
        return []
    rows: Rows = []
    openings: list[Pair] = []
    for row in range(table.rows):
        cells = [c for c in table.cells if c.row == row]
        pairs = [Pair(a, table.page, [b]) for a, b in zip(cells[::2], cells[1::2], strict=False)]
        before = rows[-1] if rows else None
        if len(cells) == 1 and cells[0].col_span == table.cols:
            rows += [cells[0]] if cells[0].text else []
        elif opening := _opening(cells, table, anew=not isinstance(before, Pair)):
            rows += opening
            openings += opening
        elif isinstance(before, Pair) and (len(cells) == 1 or (len(cells) == 2 and not cells[0].text)):
            before.values.append(cells[-1])  # beside a label that is merged over several rows, or left blank
        elif len(cells) % 2 or (not rows and _are_headers(pairs)) or _are_all_headers(pairs):
            return []
        else:
            own = (p for p in pairs if p.label.text or p.values[0].text or p.values[0].marks)
            rows += [part for pair in own for part in _numbered(pair)]
    pairs = pairs_of(rows)
    labelled = [pair for pair in pairs if not any(pair is own for own in openings)]
    rest = bool(labels) and all(pair.key in labels for pair in labelled)
    known = rest or are_known(labelled)
    twice = all(any(pair.role == "status" for pair in own) for own in (openings, labelled))
    return rows if labelled and known and not twice and not _are_of_key(labelled) else []


def _are_of_key(pairs: Sequence[Pair]) -> bool:
    """True for a key: its first row says that meanings stand below, `Rating | What it means`, or most of its labels are
    names of statuses, each once."""
    meanings = vocabulary.load("statuses")["legend"]["explaining"]
    if pairs[0].role == "status" and vocabulary.plain(pairs[0].values[0].text) in meanings:
        return True
    names = [pair.key for pair in pairs if phrases.status_of(pair.label.text) is not None]
    return len({*names}) == len(names) >= NAMES and 2 * len(names) > len(pairs)


def pairs_of(rows: Sequence[Cell | Pair]) -> list[Pair]:
    """The labels among the rows, with their values."""
    return [item for item in rows if isinstance(item, Pair)]


def _numbered(pair: Pair) -> list[Pair]:
    """A label that says what an item is and which, `Action 1.2`, as the item's and its reference's; every other one as
    it is. The item's comes first: it may be what opens a card."""
    text = pair.label.text
    told = NUMBERED.fullmatch(text)
    if told is None or vocabulary.role_of(told["item"]) not in ITEM:
        return [pair]
    item, ref = (part_of(pair.label, *told.span(name)) for name in ("item", "ref"))
    item = replace(item, chars=pair.label.chars - ref.chars)
    return [replace(pair, label=item), *named("Ref", ref, pair.page)]


def _opening(cells: Sequence[Cell], table: Table, *, anew: bool) -> list[Pair]:
    """What a row without labels says of the card that it opens: `1.2 | Build homes | Green`, without a status only
    above a card's other rows, or `1.2 Build homes | Green` where the title is wider than labels are; none for any
    other row."""
    page = table.page
    if not 2 <= len(cells) <= 3 or vocabulary.role_of(cells[0].text) is not None:
        return []
    first, last = cells[0], cells[-1]
    if REFERENCE.fullmatch(first.text.strip()) and cells[1].text and (anew or len(cells) == 3):
        told = [*named("Ref", first, page), *named("Action", cells[1], page)]
        told += named("Status", last, page) if len(cells) == 3 else []
    elif (
        len(cells) == 2 and first.col_span > last.col_span and REFERRED.match(first.text) and is_status(last)
    ):
        told = [*named("Action", first, page), *named("Status", last, page)]
    else:
        return []
    told[0].opens = True
    return told


def _are_headers(pairs: Sequence[Pair]) -> bool:
    """True for a row of column headings; two beside each other may head the same: `Comments | Position`."""
    own = [_is_header(pair) for pair in pairs]
    return all(own) or (any(own) and all(vocabulary.role_of(pair.values[0].text) for pair in pairs))


def _are_all_headers(pairs: Sequence[Pair]) -> bool:
    """True for a row of nothing but column headings, as it may stand below others that are over several columns."""
    return len(pairs) > 1 and all(map(_is_header, pairs))


def _is_header(pair: Pair) -> bool:
    """True for two column headings; a lead's post and a status may be headings elsewhere."""
    text = pair.values[0].text
    known = vocabulary.role_of(text) not in (None, pair.role) or nouns.is_no_field(text, "")
    return known and phrases.status_of(text) is None
