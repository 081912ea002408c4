"""Rows for people and for programs: a table as wide as the terminal, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import itertools
import os
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from normalise.serialise import plain, to_json

#: columns of text where nobody says how wide the paper is (output into a file or a pipe)
WIDTH_OF_A_PIPE = 160
#: blanks between two columns
GAP = 2
#: characters below which no word is cut: a date has ten, and a column of less is read letter by letter
WHOLE = 10
#: what a terminal would obey, not show
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def print_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str) -> None:
    """Rows on stdout as `table`, `csv`, `json` (a list of objects) or `markdown`."""
    match form:
        case "json":
            names = _apart(columns)
            print(to_json([dict(zip(names, map(_without_nan, row), strict=True)) for row in rows]))
        case "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerows([columns, *([_cell(value) for value in row] for row in rows)])
        case "markdown":
            print(markdown(columns, rows))
        case _:
            print_table(columns, rows)


def markdown(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table; what would end a cell or the row is escaped."""
    lines = [columns, ["---"] * len(columns), *([_cell(value) for value in row] for row in rows)]
    return "\n".join("| " + " | ".join(_markdown_cell(cell) for cell in line) + " |" for line in lines)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A table for the eye; where the paper is too narrow for its columns, each row as a list of names and values."""
    if not rows:
        tell("no rows")
        return
    out = console()
    numeric = [_is_numeric(row[at] for row in rows) for at in range(len(columns))]
    heads = [_heading(*pair) for pair in zip(columns, numeric, strict=True)]
    cells = [[_cell(value) for value in row] for row in rows]
    widths = column_widths(heads, cells, out.width - GAP * (len(columns) - 1))
    if widths is None:
        _print_records(out, columns, cells)
    else:
        _print_grid(out, heads, cells, widths, numeric)


def column_widths(heads: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Characters for each column within `room`, the widest giving way first; None where words would be cut to bits.

    Words stay whole if that is possible at all. If not, those with more than WHOLE characters may be cut, such as an
    id or the name of a file.
    """
    texts = [[head, *(row[at] for row in cells)] for at, head in enumerate(heads)]
    natural = [max(len(line) for text in column for line in text.split("\n")) for column in texts]
    longest = [max((len(word) for text in column for word in text.split()), default=1) for column in texts]
    for least in (longest, [min(length, WHOLE) for length in longest]):
        if sum(least) <= room:
            return _shrunk(natural, least, room)
    return None


def _shrunk(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """These widths with the widest made narrower, one by one, until they fit; none below its least."""
    shrunk = list(widths)
    for _ in range(sum(widths) - room):
        at = max(range(len(shrunk)), key=lambda at: shrunk[at] if shrunk[at] > least[at] else 0)
        shrunk[at] -= 1
    return shrunk


def _print_grid(
    out: Any,
    heads: Sequence[str],
    cells: Sequence[Sequence[str]],
    widths: Sequence[int],
    numeric: Sequence[bool],
) -> None:
    from rich import box
    from rich.table import Table

    head = Table(
        box=box.SIMPLE_HEAD, padding=(0, GAP - 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold"
    )
    for name, width, number in zip(heads, widths, numeric, strict=True):
        head.add_column(name, justify="right" if number else "left", overflow="fold", width=width)
    out.print(head)
    for row in cells:  # a Table lays out some 2,000 rows a second, and there may be 50,000 findings
        columns = [_laid(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in itertools.zip_longest(*columns, fillvalue=""):
            placed = (_placed(*part) for part in zip(line, widths, numeric, strict=True))
            out.file.write((" " * GAP).join(placed).rstrip() + "\n")


def _print_records(out: Any, columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    bold, plain_again = ("\x1b[1m", "\x1b[0m") if out.color_system else ("", "")
    for number, row in enumerate(cells):
        if number:
            out.file.write("\n")
        told = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell]
        names = max((len(column) for column, _ in told), default=0)
        room = max(out.width - names - GAP, WHOLE)
        for column, cell in told:
            first, *others = _laid(cell, room)
            out.file.write(f"{bold}{column.ljust(names)}{plain_again}{' ' * GAP}{first}\n")
            out.file.writelines(f"{' ' * (names + GAP)}{line}\n" for line in others)


def _laid(cell: str, width: int) -> list[str]:
    """The lines of a cell, none wider than its column; words stay whole where they can."""
    if len(cell) <= width and cell.isprintable() and _is_narrow(cell):
        return [cell]
    text = _CONTROL.sub("\ufffd", cell.replace("\t", " "))
    return [piece for line in text.split("\n") for piece in _wrapped(line, width)]


def _wrapped(line: str, width: int) -> list[str]:
    if _is_narrow(line):
        lines = textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) or [""]
        return [whole[at : at + width] for whole in lines for at in range(0, max(len(whole), 1), width)]
    from rich.text import Text

    return [piece.plain.rstrip() for piece in Text(line).wrap(console(), width, overflow="fold")]


def _placed(piece: str, width: int, numeric: bool) -> str:
    if not _is_narrow(piece):
        from rich.cells import cell_len

        width -= cell_len(piece) - len(piece)
    return piece.rjust(width) if numeric else piece.ljust(width)


def _is_narrow(text: str) -> bool:
    """Whether each sign takes one place; a Chinese one takes two."""
    return text.isascii() or not any(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def _is_numeric(values: Iterable[Any]) -> bool:
    return all(isinstance(value, (int, float)) or value is None for value in values)


def _heading(column: str, numeric: bool) -> str:
    return column.replace("_", "\n" if numeric else " ")


def console() -> Any:
    """A terminal's writer on stdout, or a wide plain one where stdout is no terminal."""
    from rich.console import Console

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(highlight=False, width=None if known else WIDTH_OF_A_PIPE)


def tell(text: str) -> None:
    """Words for the person, apart from the data."""
    print(text, file=sys.stderr, flush=True)


def _apart(columns: Sequence[str]) -> list[str]:
    """Names of columns as keys: the second `n` becomes `n_2`, or one would take the other's place."""
    names: list[str] = []
    for column in columns:
        tries = (column if count == 1 else f"{column}_{count}" for count in itertools.count(1))
        names.append(next(name for name in tries if name not in names))
    return names


def _without_nan(value: Any) -> Any:
    """What is no number, or endless, is null: JSON has no word for it."""
    return None if isinstance(value, float) and not isfinite(value) else value


def _cell(value: Any) -> str:
    """A value in one cell: lists with commas, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(plain(value))


def _markdown_cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>")
