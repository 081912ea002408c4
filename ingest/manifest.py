"""A manifest: a CSV file with one document a row and what its owner knows of it.

Columns: `source` (needed; a path relative to the manifest, or an address), `publisher`, `plan`, `cycle`,
`as_at` (YYYY-MM-DD), `password`. An empty cell says nothing; a filled one wins over the command line.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ingest.sources import Entry, SourceError
from normalise import Given

COLUMNS = ("source", "publisher", "plan", "cycle", "as_at", "password")


def read_manifest(path: Path, given: Given, password: str | None) -> Iterator[Entry]:
    """The manifest's rows as entries. Raises SourceError for a column, a row or a date that is not understood."""
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
        _check_header(rows.fieldnames, path)
        for row in rows:
            where = f"{path} line {rows.line_num}"
            cells = _cells(row, len(rows.fieldnames), where)
            yield Entry(
                _location(path, cells["source"], where),
                _facts(cells, given, where),
                cells.get("password") or password,
            )
        if rows.line_num < 2:
            raise SourceError(f"{path}: no row below its columns; expected a document in each")
    except csv.Error as error:
        raise SourceError(f"{path} line {rows.line_num}: {error}; expected a CSV with commas") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: {error}; expected a CSV in UTF-8 (save it as such)") from error


def _check_header(names: Sequence[str], path: Path) -> None:
    if "source" not in names or not set(names) <= set(COLUMNS) or len(set(names)) < len(names):
        found = ", ".join(names) or "nothing"
        raise SourceError(
            f"{path}: found columns {found}; expected source and any of {', '.join(COLUMNS[1:])}, with commas between"
        )


def _cells(row: Mapping[str | None, str | list[str] | None], width: int, where: str) -> dict[str, str]:
    """A row by column. One with more cells than columns may hold a comma that no quotes protect, so that every cell
    behind it stands in the wrong column."""
    beyond = row.get(None)
    if beyond is not None:
        raise SourceError(
            f"{where}: found {width + len(beyond)} cells below {width} columns; expected quotes around a cell that "
            'has a comma in it, such as "Homes, Jobs and Health Plan"'
        )
    return {name: (text or "").strip() for name, text in row.items() if name and not isinstance(text, list)}


def _location(manifest: Path, source: str, where: str) -> str:
    if not source:
        raise SourceError(f"{where}: no source; expected a path or an address")
    return source if Entry(source).remote else str(manifest.parent / source)


def _facts(cells: dict[str, str], given: Given, where: str) -> Given:
    return Given(
        publisher=cells.get("publisher") or given.publisher,
        plan=cells.get("plan") or given.plan,
        cycle=cells.get("cycle") or given.cycle,
        as_at=_date(cells["as_at"], where) if cells.get("as_at") else given.as_at,
    )


def _date(text: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise SourceError(f"{where}: as_at is {text!r}; expected a date such as 2016-09-30") from None
