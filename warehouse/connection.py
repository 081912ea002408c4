"""Connections: how a database file is opened, to write, or to read with every other door shut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

#: extensions are never fetched or loaded behind the user's back, and SQL never sees Python's variables
_QUIET = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
#: a document is a few hundred rows in a dozen tables: handing them out to threads costs more than it saves
_ONE_THREAD = {"threads": "1"}
#: the oldest DuckDB that can read a new database: its format is made for that one and all later ones
_OLDEST_CLIENT = "v1.2.0"
#: a query of a reader that needs more than this ends with an error, not with the machine
_READER_MEMORY = "2GB"
#: what an export holds in memory of a view, however long that is; the rest of a sort goes to a file beside the export.
#: What a view needs at least grows with its length, slowly: where one limit is too low, the next is tried. Each thread
#: needs a share of it
EXPORT_MEMORY, _EXPORT_THREADS = ("512MB", "2GB", "80%"), "2"
#: no file, no network, no ATTACH, COPY, INSTALL or LOAD, and no way to change that by SQL
_SHUT = {"enable_external_access": "false", "lock_configuration": "true", "memory_limit": _READER_MEMORY}


class WarehouseError(Exception):
    """What went wrong with a database, in one sentence."""


def open_to_write(path: str | Path) -> duckdb.DuckDBPyConnection:
    """Open a database file, or make it; raises WarehouseError."""
    config = {**_QUIET, **_ONE_THREAD, "storage_compatibility_version": _OLDEST_CLIENT}
    return _connect(path, read_only=False, config=config)


def open_to_read(path: str | Path) -> duckdb.DuckDBPyConnection:
    """Open a database file read-only, with external access off and the configuration locked."""
    return _connect(_existing(path), read_only=True, config={**_QUIET, **_SHUT})


def open_to_export(path: str | Path, spill: Path) -> duckdb.DuckDBPyConnection:
    """Open a database file read-only, but free to write other files; for our own statements only. What does not fit
    into memory stands in the folder `spill` meanwhile, which is made when it is needed and goes with the connection."""
    bounds = {"memory_limit": EXPORT_MEMORY[0], "threads": _EXPORT_THREADS, "temp_directory": str(spill)}
    return _connect(_existing(path), read_only=True, config={**_QUIET, **bounds})


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    con.execute("begin transaction")
    try:
        yield
        con.execute("commit")
    except BaseException:
        # a commit that fails has ended the transaction itself
        with suppress(duckdb.TransactionException):
            con.execute("rollback")
        raise


def _existing(path: str | Path) -> Path:
    if not Path(path).is_file():
        raise WarehouseError(f"{path} does not exist; make it with `planreview ingest ... --db {path}`.")
    return Path(path)


def _connect(path: str | Path, *, read_only: bool, config: dict[str, str]) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path), read_only=read_only, config=dict(config))
    except duckdb.Error as error:
        raise WarehouseError(_sentence(path, str(error))) from error


def _sentence(path: str | Path, reason: str) -> str:
    if "lock" in reason.lower():
        return f"{path} is in use by another program; wait for it to end, or use another file."
    first = reason.split(": ", 1)[-1].splitlines()[0] if reason else "no reason given"
    return f"{path} cannot be opened as a DuckDB database: {first}"
