"""Workbooks: a sheet a view, for people who live in a spreadsheet."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from warehouse.connection import WarehouseError

#: fills of the status words, light enough to read black on them; the word stays, for colour alone cannot be read
_FILLS = {
    "completed": "BDD7EE",
    "on_schedule": "C6E0B4",
    "behind_schedule": "FFE699",
    "off_track": "F8B4B4",
    "not_started": "E7E6E6",
    "paused": "E7E6E6",
    "cancelled": "D0CECE",
    "no_information": "E7E6E6",
    "unknown": "E4C7F1",
}
#: columns that hold statuses, of a change or a correction too
_RATED = frozenset({"status", "before", "after", "was", "now", "extracted"})
#: characters that a workbook's XML cannot hold
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: a sheet and a cell hold no more (Excel's limits); what was cut says so
_MOST_ROWS, _MOST_CHARACTERS = 1_048_576, 32_767
_CUT = " [cut here: a cell holds no more]"
#: columns are as wide as their longest text, within these, in characters
_NARROWEST, _WIDEST = 8, 60
#: the same data give the same bytes: a workbook keeps no day of its making. The first that zip can write
_MADE = dt.datetime(1980, 1, 1)
#: rows that are in memory at a time
_BATCH = 5_000
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_workbook(path: Path, con: duckdb.DuckDBPyConnection, sheets: Mapping[str, str]) -> Path:
    """Write what each query selects as a sheet of that name; `path`.

    Headers stay in sight and filter, dates are dates, statuses are words on their colour; no cell is ever a formula.
    Raises WarehouseError, before anything is written, for views of more rows than a sheet holds.
    """
    from openpyxl import Workbook

    sizes = {name: con.sql(query).aggregate("count(*)").fetchall()[0][0] for name, query in sheets.items()}
    if long := [f"{name} has {size:,} rows" for name, size in sizes.items() if size >= _MOST_ROWS]:
        raise WarehouseError(
            f"{', '.join(long)}, and a sheet holds {_MOST_ROWS:,}; choose some with --publisher or --plan, or try "
            "--format csv."
        )
    book = Workbook(write_only=True)
    for name, query in sheets.items():
        _add_sheet(book, name, con, query, sizes[name])
    with TemporaryDirectory(prefix=".planreview-", dir=path.parent) as folder:
        dated = Path(folder) / path.name
        book.save(dated)
        _undated(dated, Path(folder) / "undated").replace(path)
    return path


def _batched(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """The rows of the query that the connection was asked last."""
    while batch := con.fetchmany(_BATCH):
        yield from batch


def _add_sheet(book: Any, name: str, con: duckdb.DuckDBPyConnection, query: str, size: int) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    rows = con.sql(query)
    columns = rows.columns
    lengths = (f'coalesce(max(length("{column}"::varchar)), 0)' for column in columns)
    (longest,) = rows.aggregate(", ".join(lengths)).fetchall()
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{size + 1}"
    for number, (column, length) in enumerate(zip(columns, longest, strict=True), 1):
        width = min(max(length, len(column) + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    fills = {status: PatternFill("solid", fgColor=colour) for status, colour in _FILLS.items()}
    bold = Font(bold=True)

    def cell(value: Any, font: Any = None, fill: Any = None) -> Any:
        made = WriteOnlyCell(sheet, value=_storable(value))
        if isinstance(value, str):  # neither a formula nor an error value, whatever it looks like
            made.data_type = "s"
        if font is not None:
            made.font = font
        if fill is not None:
            made.fill = fill
        return made

    sheet.append([cell(column, font=bold, fill=fills.get(column)) for column in columns])
    con.execute(query)
    for row in _batched(con):
        sheet.append(
            [
                cell(value, fill=fills.get(value) if column in _RATED else None)
                for column, value in zip(columns, row, strict=True)
            ]
        )


def _storable(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, str):
        text = _UNWRITABLE.sub("\ufffd", value)
        return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - len(_CUT)] + _CUT
    return value


def _undated(book: Path, undated: Path) -> Path:
    """The same workbook, in the file `undated`, without the moment at which it was saved."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name == "docProps/core.xml":
                new.writestr(entry, _STAMP.sub(rb"\g<1>" + _MADE.isoformat().encode() + b"Z", old.read(name)))
                continue
            entry.file_size = old.getinfo(
                name
            ).file_size  # a part of more than 2 GB needs to be told beforehand
            with old.open(name) as part, new.open(entry, "w") as copy:
                shutil.copyfileobj(part, copy)
    return undated
