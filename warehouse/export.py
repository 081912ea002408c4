"""Exports: every view as a file that other programs read."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.connection import EXPORT_MEMORY, WarehouseError, open_to_export
from warehouse.datapackage import Field, write_descriptor
from warehouse.sql_files import statement
from warehouse.workbook import write_workbook

KINDS = ("csv", "parquet", "jsonl", "xlsx", "datapackage")
WORKBOOK = "reviews.xlsx"
#: what a folder of Hive partitions is named by; views without these columns stay one file
PARTITIONS = ("publisher", "cycle")

#: what makes a spreadsheet take a cell for a formula, wide forms too; a lone dash and plain numbers are none
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
_HARMLESS = r"^-(?:\s*|[£$€]?\d[\d,]*(?:\.\d+)?\s?%?)$"
#: what does not fit into memory stands here, in the folder of the export, while that is written
_SPILLED = ".planreview-spilled"
#: how a Parquet page is encoded hangs on statistics that remember deleted rows: without them, one and the same content
#: has the same bytes after a correction and its undo
_WITHOUT_STATISTICS = "set disabled_optimizers = 'statistics_propagation'"
#: when a document was read says nothing of it, and a warehouse made anew gives the same bytes without it
_OF_THE_RUN = {"documents": {"ingested_at"}}
#: how the members of a list are joined in one cell
_BETWEEN = "; "


def export_file(
    path: str | Path,
    directory: str | Path,
    kind: str,
    *,
    partitioned: bool = False,
    publisher: str | None = None,
    plan: str | None = None,
) -> list[Path]:
    """Export the database at `path`, which no other connection of this process may have open: all of it, or the reviews
    with these in the names of their publisher and plan."""
    with open_to_export(path, Path(directory) / _SPILLED) as con:
        if publisher or plan:
            con.execute(statement("choose_reviews"), {"publisher": publisher, "plan": plan})
            if not con.execute("from temp.chosen").fetchall():
                raise WarehouseError(
                    f"{path} holds no review of that publisher and plan; `planreview reviews` lists them."
                )
        return export(con, directory, kind, partitioned=partitioned)


def export(
    con: duckdb.DuckDBPyConnection, directory: str | Path, kind: str, *, partitioned: bool = False
) -> list[Path]:
    """Write the views into `directory`, each in its own order; the paths written.

    `con` must be free to write files: a connection to write, or one of `open_to_export`. In `csv`, `datapackage`
    (CSV with a descriptor) and `xlsx` (one workbook), lists are joined by semicolons, and a cell that a
    spreadsheet would take for a formula begins with an apostrophe. Where there is a table `chosen`, only its reviews
    are written. `partitioned`, for `parquet`: a view with a
    publisher and a cycle becomes a folder `VIEW/publisher=.../cycle=.../`.
    """
    if kind not in KINDS:
        raise WarehouseError(f"there is no export format {kind!r}; choose one of {', '.join(KINDS)}.")
    if partitioned and kind != "parquet":
        raise WarehouseError(f"only parquet is written in partitions, not {kind}; try --format parquet.")
    folder = Path(directory)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        con.execute(_WITHOUT_STATISTICS)
        if kind == "xlsx":
            cells = {view: _select(con, view, flat=True) for view in views(con)}
            return [write_workbook(folder / WORKBOOK, con, cells)]
        form = "csv" if kind == "datapackage" else kind
        written = [_bounded(con, view, folder, form, partitioned) for view in views(con)]
        if kind == "datapackage":
            fields = {view: _fields(con, view) for view in views(con)}
            written.append(write_descriptor(folder, fields))
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(f"{folder} cannot be written: {str(error).splitlines()[0]}") from error
    return written


def views(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the views for people, in order."""
    return [name for (name,) in con.execute(statement("views")).fetchall()]


def _bounded(con: duckdb.DuckDBPyConnection, view: str, folder: Path, form: str, partitioned: bool) -> Path:
    """Write a view within the lowest limit of memory that is enough for it."""
    for limit in EXPORT_MEMORY[:-1]:
        try:
            con.execute(f"set memory_limit = '{limit}'")
            return _written(con, view, folder, form, partitioned)
        except duckdb.OutOfMemoryException:
            continue
    con.execute(f"set memory_limit = '{EXPORT_MEMORY[-1]}'")
    return _written(con, view, folder, form, partitioned)


def _written(con: duckdb.DuckDBPyConnection, view: str, folder: Path, form: str, partitioned: bool) -> Path:
    rows = con.sql(_select(con, view, flat=form == "csv"))
    path = folder / f"{view}.{form}"
    if form == "csv":
        rows.write_csv(str(path), header=True)
    elif form == "jsonl":
        con.execute("set threads = 1")  # a thread holds a large part of the view as text
        con.execute(f"copy ({rows.sql_query()}) to '{_literal(path)}' (format json)")
    elif partitioned and set(PARTITIONS) <= set(rows.columns):
        path = folder / view
        _require_ours(path)
        con.execute("set threads = 1")  # several threads share a partition's rows out among files as it comes
        rows.write_parquet(
            str(path), compression="zstd", partition_by=list(PARTITIONS), write_partition_columns=True,
            overwrite=True,
        )  # fmt: skip
    else:
        rows.write_parquet(str(path), compression="zstd")
    return path


def _require_ours(path: Path) -> None:
    """An earlier export is replaced whole, partitions that are gone with it; nothing else is ever removed."""
    other = next((p for p in path.rglob("*") if p.is_file() and p.suffix != ".parquet"), None)
    if other:
        raise WarehouseError(f"{path} holds {other.name}, which is no export; choose another folder.")


def _select(con: duckdb.DuckDBPyConnection, view: str, *, flat: bool) -> str:
    fields = _fields(con, view)
    cells = (_cell(field) if flat else _quoted(field.name) for field in fields)
    own = _own(con, {field.name for field in fields})
    return f"select {', '.join(cells)} from main.{_quoted(view)}{own}"  # noqa: S608


def _fields(con: duckdb.DuckDBPyConnection, view: str) -> list[Field]:
    """The columns of a view that are exported."""
    columns = con.execute(statement("view_comments"), {"view": view}).fetchall()
    return [
        Field(name, type_, meaning or "")
        for name, type_, meaning in columns
        if name not in _OF_THE_RUN.get(view, ())
    ]


def _own(con: duckdb.DuckDBPyConnection, columns: set[str]) -> str:
    """The condition that keeps a view's rows of chosen reviews."""
    if not con.execute(statement("reviews_chosen")).fetchall():
        return ""
    named = ("review_id", "to_review", "document_id")
    key = next(name for name in named if name in columns)
    return f" where {key} in (select {key.replace('to_review', 'review_id')} from temp.chosen)"  # noqa: S608


def _cell(field: Field) -> str:
    column = _quoted(field.name)
    if field.type.endswith("[]"):
        column = f"array_to_string({column}, '{_BETWEEN}')"
    elif field.type not in ("VARCHAR", "JSON"):
        return column
    text = f"{column}::varchar"
    formula = f"regexp_matches({text}, '{_FORMULA}') and not regexp_matches({text}, '{_HARMLESS}')"
    return f"case when {formula} then '''' || {text} else {text} end as {_quoted(field.name)}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(path: Path) -> str:
    return str(path).replace("'", "''")
