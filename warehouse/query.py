"""Queries: a user's own SQL, which can read the warehouse and nothing else, and not for ever."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any, NamedTuple

import duckdb

from warehouse.connection import WarehouseError

#: enough for any question about a few thousand reviews
SECONDS = 10.0
#: what an interrupted query needs to end, when it can hear at all
GRACE = 2.0


TABLE = re.compile(r"Table with name (\S+) does not exist")


class Result(NamedTuple):
    """`types` are DuckDB's names. `complete` is False when there were more rows than asked for."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    complete: bool


class QueryError(WarehouseError):
    """What is wrong with a query, in one sentence."""


def query(
    con: duckdb.DuckDBPyConnection,
    sql: str,
    *,
    seconds: float = SECONDS,
    most_rows: int | None = None,
    give_up: Callable[[], None] | None = None,
) -> Result:
    """Run `sql` on a connection of `open_to_read` and fetch all rows, or `most_rows`; raises QueryError.

    DuckDB itself keeps the query from files, network and settings; the time is limited by interrupting it. A
    single call of a function, such as `range(1000000000)`, does not hear an interrupt: `give_up` is called
    from another thread when the query goes on for GRACE seconds more, and may end the process.
    """
    with _limited(con, seconds, give_up) as timer:
        try:
            cursor = con.execute(_only_statement(con, sql))
            described = cursor.description or []
            rows = cursor.fetchall() if most_rows is None else cursor.fetchmany(most_rows + 1)
        except duckdb.InterruptException as error:
            if not timer.finished.is_set():
                raise KeyboardInterrupt from error
            raise QueryError(f"the query took longer than {seconds:g} seconds; ask for less.") from error
        except duckdb.Error as error:
            raise QueryError(_sentence(error)) from error
    complete = most_rows is None or len(rows) <= most_rows
    names, types = tuple(str(d[0]) for d in described), tuple(str(d[1]) for d in described)
    return Result(names, types, rows if complete else rows[:most_rows], complete)


@contextmanager
def _limited(
    con: duckdb.DuckDBPyConnection, seconds: float, give_up: Callable[[], None] | None
) -> Iterator[Timer]:
    """Interrupt the connection after so many seconds. The timers are over before the next query can begin."""
    timers = [Timer(seconds, con.interrupt)]
    if give_up is not None:
        timers.append(Timer(seconds + GRACE, give_up))
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield timers[0]
    finally:
        for timer in timers:
            timer.cancel()
            timer.join()


def _only_statement(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The one statement of a query. Of several, DuckDB would run all and give the last one's rows alone."""
    statements = con.extract_statements(sql)
    if not statements:
        raise QueryError("the query is empty; write one, such as `select * from reviews`.")
    if len(statements) > 1:
        raise QueryError(f"the query holds {len(statements)} statements; ask them one at a time.")
    return statements[0]


def _sentence(error: duckdb.Error) -> str:
    """The first paragraph of DuckDB's message on one line, with what to try.

    Its own hint to a table is dropped: of names that are far from ours it proposes DuckDB's inner ones.
    """
    if isinstance(error, duckdb.CatalogException) and (name := TABLE.search(str(error))):
        return f"there is no view {name.group(1)}; `show tables` lists them all, `describe actions` a view's columns."
    lines = [line.strip() for line in str(error).splitlines()]
    kept = [line for line in lines if line and not line.startswith(("LINE", "^", "Stack"))]
    return " ".join(kept) if kept else "the query failed for a reason that DuckDB does not give."
