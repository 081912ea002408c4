"""Workbooks: a sheet a view, for people who live in a spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
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
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_workbook(path: Path, sheets: Mapping[str, duckdb.DuckDBPyRelation]) -> Path:
    """Write the rows of each view as a sheet named after it; `path`.

    Headers stay in sight and filter, dates are dates, statuses are words on their colour; no cell is ever a formula.
    Raises WarehouseError for a view of more rows than a sheet holds.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        _add_sheet(book, name, rows.columns, rows.fetchall())
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(_undated(made.getvalue()))
    return path


def _add_sheet(book: Any, name: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    if len(rows) >= _MOST_ROWS:
        raise WarehouseError(
            f"{name} has {len(rows):,} rows, a sheet holds {_MOST_ROWS:,}; try --format csv."
        )
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for number, column in enumerate(columns):
        longest = max((len(str(row[number])) for row in rows if row[number] is not None), default=0)
        width = min(max(longest, len(column) + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
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
    for row in rows:
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


def _undated(book: bytes) -> bytes:
    """The same workbook without the moment at which it was saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + _MADE.isoformat().encode() + b"Z", part)
            entry = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()
