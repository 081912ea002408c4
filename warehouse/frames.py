"""Frames: the views as pandas DataFrames, typed, with nothing turned into NaN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from warehouse.changes import require_reviews
from warehouse.sql_files import statement

if TYPE_CHECKING:
    import pandas as pd

#: DuckDB's types as pandas' nullable ones; lists and all else stay Python objects
_DTYPES = {
    "VARCHAR": "string",
    "JSON": "string",
    "INTEGER": "Int64",
    "BIGINT": "Int64",
    "DOUBLE": "Float64",
    "BOOLEAN": "boolean",
    "DATE": "datetime64[s]",
    "TIMESTAMP": "datetime64[us]",
}


def actions(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """All actions of all current reviews, with the columns of the view `actions`."""
    return frame(con, statement("all_actions"))


def indicators(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """All indicators of all current reviews, with the columns of the view `indicators`."""
    return frame(con, statement("all_indicators"))


def history(con: duckdb.DuckDBPyConnection, ref: str) -> pd.DataFrame:
    """Actions and indicators that ever had this ref, number, id or thread, through all their reviews.

    `ref` is as printed: "1.3" finds activity 1.3 and what stands below it, "1.3 / 2" its second action.
    """
    return frame(con, statement("history"), ref=ref)


def diff(con: duckdb.DuckDBPyConnection, from_review: str, to_review: str) -> pd.DataFrame:
    """What moved between two reviews, with the columns of the view `changes`; raises WarehouseError."""
    require_reviews(con, from_review, to_review)
    return frame(con, statement("changes_between"), former=from_review, latter=to_review)


def frame(con: duckdb.DuckDBPyConnection, sql: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a statement as a DataFrame of nullable columns; null text is pd.NA, never NaN."""
    import pandas as pd

    cursor = con.execute(sql, parameters) if parameters else con.execute(sql)
    described = [(str(column[0]), str(column[1])) for column in cursor.description or []]
    values = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(described)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=_DTYPES.get(type_, "object"), name=name)
            for (name, type_), column in zip(described, values, strict=True)
        }
    )
