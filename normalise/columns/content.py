"""What a column holds, where its heading does not say what it is.

"Progress to date" is text in one council and an icon in another; "How it is going" is in no vocabulary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from normalise.columns import lights, qualified
from normalise.columns.lights import MOSTLY, SIGN
from normalise.language import colours, dates, nouns, parts_of_year, phrases, values, vocabulary
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Cell, Table

NARRATIVE = 35.0  # characters on average from which a column's text is a narrative
LABELS = 6  # words that rate rows, of which some are no status that is known
FEW, OPENED = 2, 0.9  # texts, and share of a column's, that open with a status where it rates rows
LONGEST_DATE = 80  # characters of a cell of days, `Original: 31 March 2025, revised: 30 June 2025`
NAME = 12.0  # characters on average from which a column can name what is done
#: roles of columns that may hold an item's number instead of its text
NAMED_BY = ("activity", "action", "plan")
ITEMS = (*NAMED_BY, "indicator")  # and those that name what a row is about
PART = "part:"  # opens the role of a column that rates one part of the year; behind it stands its rank, 01 the earliest
QUARTERS = ("q1", "q2", "q3", "q4")  # roles of a column that rates, or tells the figure of, a quarter
#: roles of a column without heading, or under the heading of the next
BESIDE_A_BAR = ("", "ref", "activity", "action")
FILLED = 0.9  # share of a column's cells that have a background where it rates the rows
#: roles of a column whose backgrounds may rate its rows
NUMBERED = ("ref", "action", "activity")
#: `1.2`, `A4`, `10a`, `1.1.A`, `ED.01`
CODE = re.compile(r"(?:[A-Z]{1,5}[ ./-]?)?\d{1,3}(?:\.\d{1,3})*(?:[a-z]|\.[A-Za-z])?\.?")
#: `a)`, `(ii)`: an item of a list below the one that has a code
LETTERED = re.compile(r"\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells that stand under each heading in all of a document's tables, so that a heading that no vocabulary
    knows means the same wherever it is printed. `alike` has them for each column of one whole header, `named` for
    each heading; `keys` explain the document's signs."""

    alike: dict[tuple[str, ...], list[list[Cell]]]
    named: dict[str, list[Cell]]
    keys: tuple[Key, ...] = ()

    def below(self, headings: Sequence[str], roles: Sequence[str]) -> list[list[Cell]]:
        """For each column of a table of this document the cells that tell what it holds."""
        alike = self.alike[_plain(headings)]
        return [
            self.named[vocabulary.plain(heading)]
            if heading and not role and not parts_of_year.part_of_year(heading)
            else alike[col]
            for col, (heading, role) in enumerate(zip(headings, roles, strict=True))
        ]


def gathered(tables: Iterable[tuple[Table, int, Sequence[str]]], keys: tuple[Key, ...] = ()) -> Columns:
    """The columns of tables, each given with the first row of its body and its headings; a heading printed
    again inside the table is none of its column's cells. `keys` are the document's own."""
    alike: dict[tuple[str, ...], list[list[Cell]]] = {}
    named: defaultdict[str, list[Cell]] = defaultdict(list)
    for table, body, headings in tables:
        columns = alike.setdefault(_plain(headings), [[] for _ in headings])
        for col, heading in enumerate(headings):
            cells = [c for c in _cells(table, body, col) if c.text != heading or not heading]
            columns[col] += cells
            named[vocabulary.plain(heading)] += cells
    return Columns(alike, dict(named), keys)


def _plain(headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(vocabulary.plain(heading) for heading in headings)


def settled(
    headings: Sequence[str], below: Sequence[Sequence[Cell]], roles: Sequence[str], keys: Sequence[Key] = ()
) -> tuple[str, ...]:
    """Roles corrected by content.

    A progress column of signs, or of a status's words beside another, is the status, and so is one of colours without a
    word; a status column of notes is the progress, and so is an unknown narrative or what a heading calls the latest
    (`Progress this quarter`) or a body where it is told in sentences beside a status.
    """
    found = _numbered(headings, below, roles)
    if found.count("progress") > 1:  # `Progress` of 58%, or a bar, beside the note that tells of it
        notes = [col for col, role in enumerate(found) if role == "progress"]
        told = [col for col in notes if not are_figures(below[col]) and any(c.text for c in below[col])]
        blank = all(is_blank(below[col]) for col in notes)  # a page's end may leave the headings alone
        for col in (k for k in notes if not blank and k not in told):
            rates = "status" not in roles and (_is_signs(below[col]) or qualified.are_shares(below[col]))
            found[col] = "progress" if rates else "complete"
    if "status" not in found:
        notes = [col for col, role in enumerate(found) if role == "progress"]
        signs = [col for col in notes if _is_signs(below[col]) or qualified.are_shares(below[col])]
        if not signs and _is_told_beside(notes, found, below):  # `Progress` of `Commenced`, and a note of it
            signs = [col for col in notes if _are_worded(below[col])]
        bars = [col for col, role in enumerate(found) if role in BESIDE_A_BAR and _is_bar(below[col])]
        for col in signs or _alike(bars, below):
            found[col] = "status"
    if "progress" not in found:
        notes = [col for col, role in enumerate(found) if role == "status" and is_told(below[col])]
        notes = [col for col in notes if "indicator" not in found or not are_explained(below[col])]
        if len(notes) == 1:
            found[notes[0]] = "progress"
    rated = (
        role == "status"
        or role.startswith(PART)
        or _rates_quarter(below[col], role)
        or (role in NUMBERED and are_of_key([below[col]], keys))
        for col, role in enumerate(found)
    )
    if "progress" not in found and any(rated):
        # left of what is done stands why: `Gap | Action`
        first = found.index("action") if "action" in found else 0
        unknown = [
            (_length(below[col]), col)
            for col, role in enumerate(found)
            if col >= first and (role in ("", "latest") or (role == "group" and are_sentences(below[col])))
            if not nouns.is_beside(headings[col])
        ]
        longest = max(unknown, default=(0.0, 0))
        if longest[0] >= NARRATIVE:
            found[longest[1]] = "progress"
    return tuple(found)


def are_of_key(columns: Sequence[Sequence[Cell]], keys: Sequence[Key]) -> bool:
    """True for backgrounds of which the document's key explains each, that fill nearly all of one column, bands apart:
    a row that a page's end cuts has its background once."""
    own = [[c for c in column if c.col_span == 1] for column in columns]
    fills = {c.fill for column in own for c in column if colours.may_rate(c.fill)}
    explained = bool(fills) and all(matching.by_colour(fill, keys) for fill in fills)
    return explained and any(
        sum(c.fill in fills for c in column) >= FILLED * len(column) for column in own if column
    )


def _rates_quarter(column: Sequence[Cell], role: str) -> bool:
    return role in QUARTERS and (lights.are_ratings([column]) or lights.are_shaded(column))


def _numbered(headings: Sequence[str], below: Sequence[Sequence[Cell]], roles: Sequence[str]) -> list[str]:
    """Roles where a column headed as an item, or not at all, that holds nothing but numbers has those; what the numbers
    stand for is then another item, or the text right behind them, whatever that is headed."""
    found = list(roles)
    if "ref" in found:
        return found
    items = [k for k, role in enumerate(roles) if role in NAMED_BY]
    nameless = [k for k in range(min(items, default=0)) if not headings[k] and not roles[k]]
    listed = [k for k in nameless[:1] if are_listed(below[k])]
    for col in (k for k in (*items, *nameless) if k in listed or are_references(below[k])):
        merged = any(cell.row_span > 1 for cell in below[col])
        found[col] = roles[col] if roles[col] == "plan" and merged else "ref"
    for col in (k for k, role in enumerate(found) if role == "action" and _is_one_code(below[k])):
        found[col] = "ref"
    if "ref" in found and not set(found) & {*ITEMS}:
        col = len(found) - 1 - found[::-1].index("ref") + 1
        if found[col : col + 1] == [""] and _length(below[col]) >= NAME:
            found[col] = "action"
    return found


def is_short(table: Table, body: int, col: int) -> bool:
    """True for a column of signs or short words, none of them a narrative: what a column of statuses looks like."""
    return all(len(cell.text) <= NARRATIVE for cell in _cells(table, body, col))


def is_blank(column: Sequence[Cell]) -> bool:
    return not any(c.text or c.marks or c.fill for c in column)


def are_figures(column: Sequence[Cell]) -> bool:
    """True for a column most of whose filled cells print a figure, or what councils print instead of one."""
    cells = [c for c in column if c.text]
    kinds = [values.reading("", c.text).kind for c in cells if not values.is_yearly(c.text)]
    return kinds.count("number") > 0 and kinds.count("text") < MOSTLY * len(cells)


def are_counts(column: Sequence[Cell]) -> bool:
    """True for a column of whole numbers and nothing else."""
    texts = [c.text for c in column if c.text]
    return bool(texts) and all(text.replace(",", "").isdigit() for text in texts)


def are_dates(column: Sequence[Cell]) -> bool:
    """True for a column most of whose filled cells print a day, a month or a quarter; longer texts only tell of one."""
    short = [c.text for c in column if c.text and len(c.text) <= LONGEST_DATE]
    long = sum(len(c.text) > LONGEST_DATE for c in column)
    if long > MOSTLY * (long + len(short)):
        return False
    texts = [text for text in short if not values.is_absent(text)]
    return sum(dates.date_of(text) is not None for text in texts) > MOSTLY * (long + len(texts))


def are_references(column: Sequence[Cell]) -> bool:
    """True for a column whose every cell prints a reference and nothing else, one for each row."""
    texts = [c.text for c in column if c.text or c.row_span > 1]
    return len(set(texts)) == len(texts) > 1 and all(map(CODE.fullmatch, texts))


def count_rows(column: Sequence[Cell]) -> bool:
    """True for codes or the letters of lists and nothing else; these may begin anew: `(a)`, `(b)`, `(a)`."""
    texts = [c.text for c in column if c.text]
    return len(texts) > 1 and all(CODE.fullmatch(text) or LETTERED.fullmatch(text) for text in texts)


def are_listed(column: Sequence[Cell]) -> bool:
    """True for a column of codes, each above the letters of a list: `1.1`, `a)`, `b)`, `1.2`, `a)`."""
    texts = [c.text for c in column if c.text]
    codes = [text for text in texts if CODE.fullmatch(text)]
    lettered = sum(LETTERED.fullmatch(text) is not None for text in texts)
    return len({*codes}) == len(codes) > 0 and lettered > 0 and lettered + len(codes) == len(texts)


def _is_one_code(column: Sequence[Cell]) -> bool:
    """True for a column of one cell that prints a dotted number: nothing that one could do is called so."""
    cells = [c for c in column if c.text]
    return (
        len(cells) == len(column) == 1 and "." in cells[0].text[:-1] and bool(CODE.fullmatch(cells[0].text))
    )


def _cells(table: Table, body: int, col: int) -> list[Cell]:
    """Cells of a column below the header that do not spread over other columns."""
    return [c for c in table.cells if c.row >= body and c.col == col and c.col_span == 1]


def _is_signs(cells: Sequence[Cell]) -> bool:
    shown = [c for c in cells if c.text or c.marks or c.fill]
    signs = [c for c in shown if (c.marks or c.fill) and len(c.text) <= SIGN]
    named = bool(shown) and all(vocabulary.colour_word(c.text) for c in shown)
    return named or (bool(signs) and len(signs) > MOSTLY * len(shown))


def _is_told_beside(notes: Sequence[int], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True where one column of notes says no more than a status, and another one tells how it went."""
    others = [col for col, role in enumerate(roles) if not role]
    own = [col for col in notes if not _are_worded(below[col])]
    return any(c.text for col in own for c in below[col]) or any(are_sentences(below[k]) for k in others)


def _are_worded(cells: Sequence[Cell]) -> bool:
    """True for a column of which every filled cell says a status in words and nothing else, or most do and the others
    are as short and few: `MONITOR` beside `ON TRACK` and `COMPLETED`."""
    texts = [c.text for c in cells if c.text]
    told = sum(phrases.status_of(text) is not None for text in texts)
    few = len({*texts}) <= LABELS < len(texts) and all(len(text) <= SIGN for text in texts)
    worded = bool(texts) and (told == len(texts) or (few and told > MOSTLY * len(texts)))
    return worded or qualified.are_qualified(cells)


def _is_bar(cells: Sequence[Cell]) -> bool:
    """True for a bar of colours at the side of the rows: nothing but backgrounds, of more than one colour."""
    fills = [c.fill for c in cells if c.fill]
    return (
        not any(c.text or c.marks for c in cells) and len(fills) > MOSTLY * len(cells) and len({*fills}) > 1
    )


def _alike(bars: Sequence[int], below: Sequence[Sequence[Cell]]) -> Sequence[int]:
    """The first of bars that show the same colours; none of several that differ: no heading says which is today's."""
    shown = {tuple(c.fill for c in below[col]) for col in bars}
    return bars[:1] if len(shown) == 1 else []


def is_told(cells: Sequence[Cell]) -> bool:
    """True for notes without signs: a column headed `Status` may tell how things stand instead of rating them."""
    return _length(cells) >= NARRATIVE and not any(c.marks or c.fill for c in cells)


def are_explained(column: Sequence[Cell]) -> bool:
    """True for words of a status, behind some of which the reason stands on lines of its own."""
    texts = [c.text for c in column if c.text]
    rated = sum(phrases.status_of(phrases.parted(text)[0]) is not None for text in texts)
    return rated > FEW and rated >= OPENED * len(texts)


def are_sentences(cells: Sequence[Cell]) -> bool:
    """True for texts of which most end as sentences do: no body is called so (`Update for Committee`)."""
    texts = [c.text for c in cells if c.text]
    return sum(text.endswith(".") for text in texts) > MOSTLY * len(texts)


def _length(cells: Sequence[Cell]) -> float:
    return mean([len(c.text) for c in cells if c.text] or [0])
