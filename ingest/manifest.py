"""A manifest: a CSV file with one document a row and what its owner knows of it.

Columns: `source` (needed; a path relative to the manifest, or an address), `publisher`, `plan`, `cycle`,
`as_at` (YYYY-MM-DD), `password`. An empty cell says nothing; a filled one wins over the command line.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ingest.sources import Entry, SourceError
from normalise import Given

COLUMNS = ("source", "publisher", "plan", "cycle", "as_at", "password")


def read_manifest(path: Path, given: Given, password: str | None) -> Iterator[Entry]:
    """The manifest's rows as entries. Raises SourceError for a column or a date that is not understood."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        unknown = set(rows.fieldnames or ()) - set(COLUMNS)
        if unknown or "source" not in (rows.fieldnames or ()):
            found = ", ".join(rows.fieldnames or ()) or "nothing"
            raise SourceError(
                f"{path}: found columns {found}; expected source and any of {', '.join(COLUMNS[1:])}"
            )
        for row in rows:
            cells = {name: (text or "").strip() for name, text in row.items() if isinstance(text, str)}
            where = f"{path} line {rows.line_num}"
            yield Entry(
                _location(path, cells.get("source", ""), where),
                _facts(cells, given, where),
                cells.get("password") or password,
            )


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
