"""Exports: every view as a file that other programs read."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.connection import WarehouseError, open_to_export
from warehouse.sql_files import statement

KINDS = ("csv", "parquet")

#: what makes a spreadsheet take a cell for a formula, wide forms too; a lone dash and plain numbers are none
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
_HARMLESS = r"^-(?:\s*|[£$€]?\d[\d,]*(?:\.\d+)?\s?%?)$"
#: how the members of a list are joined in one cell
_BETWEEN = "; "


def export_file(path: str | Path, directory: str | Path, kind: str) -> list[Path]:
    """Export the database at `path`, which no other connection of this process may have open."""
    with open_to_export(path) as con:
        return export(con, directory, kind)


def export(con: duckdb.DuckDBPyConnection, directory: str | Path, kind: str) -> list[Path]:
    """Write one file a view into `directory`, in the order of the view; the paths written.

    `con` must be free to write files: a connection to write, or one of `open_to_export`. In CSV, lists are
    joined by semicolons, and a cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    if kind not in KINDS:
        raise WarehouseError(f"there is no export format {kind!r}; choose {' or '.join(KINDS)}.")
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(con, view, folder / f"{view}.{kind}", kind) for view in views(con)]


def views(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the views for people, in order."""
    return [name for (name,) in con.execute(statement("views")).fetchall()]


def _written(con: duckdb.DuckDBPyConnection, view: str, path: Path, kind: str) -> Path:
    columns = con.execute(statement("view_columns"), {"view": view}).fetchall()
    cells = (_cell(name, type_) if kind == "csv" else _quoted(name) for name, type_ in columns)
    try:
        rows = con.sql(f"select {', '.join(cells)} from main.{_quoted(view)}")  # noqa: S608
        if kind == "csv":
            rows.write_csv(str(path), header=True)
        else:
            rows.write_parquet(str(path), compression="zstd")
    except duckdb.Error as error:
        raise WarehouseError(f"{path} cannot be written: {str(error).splitlines()[0]}") from error
    return path


def _cell(name: str, type_: str) -> str:
    column = _quoted(name)
    if type_.endswith("[]"):
        column = f"array_to_string({column}, '{_BETWEEN}')"
    elif type_ not in ("VARCHAR", "JSON"):
        return column
    text = f"{column}::varchar"
    formula = f"regexp_matches({text}, '{_FORMULA}') and not regexp_matches({text}, '{_HARMLESS}')"
    return f"case when {formula} then '''' || {text} else {text} end as {_quoted(name)}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
