"""Rows for people and for programs: a table as wide as the terminal, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import itertools
import os
import sys
from collections.abc import Sequence
from typing import Any

from normalise.serialise import plain, to_json

#: columns of text where nobody says how wide the paper is (output into a file or a pipe)
WIDTH_OF_A_PIPE = 160


def print_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str) -> None:
    """Rows on stdout as `table`, `csv`, `json` (a list of objects) or `markdown`."""
    match form:
        case "json":
            names = _apart(columns)
            print(to_json([dict(zip(names, row, strict=True)) for row in rows]))
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
    """A table for the eye: texts wrap inside their column, and so do the columns' names."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if not rows:
        tell("no rows")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for at, column in enumerate(columns):
        numbers = all(isinstance(row[at], (int, float)) or row[at] is None for row in rows)
        name = column.replace("_", "\n" if numbers else " ")
        table.add_column(name, justify="right" if rows and numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    console().print(table)


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
