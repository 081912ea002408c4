"""Appending: columns of facts put into the core tables."""

from __future__ import annotations

import duckdb

from warehouse.facts import Columns


class Appenders:
    """Appends to core tables inside the transaction that is open.

    An appender is kept for the next document: of so few rows, making it would cost as much as they do.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        self._kept: dict[tuple[str, ...], duckdb.Appender] = {}

    def append(self, table: str, values: Columns) -> None:
        """Rows given as columns; raises duckdb.Error, and keeps none of them, where one does not fit the table."""
        key = (table, *values)
        if key not in self._kept:
            self._kept[key] = self._con.appender(f"core.{table}", columns=list(values))
        appender = self._kept[key]
        try:
            appender.append_rows(zip(*values.values(), strict=True))
            appender.flush()
        except BaseException:
            appender.clear()
            raise
