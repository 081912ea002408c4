"""Frames: the views as pandas DataFrames, typed, with nothing turned into NaN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import duckdb

from normalise.review import STATUSES
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


#: columns whose values have an order or are a few words; what is better comes first
_CATEGORIES: Mapping[str, Sequence[str]] = {
    "status": STATUSES,
    "direction": ("better", "same", "worse"),
    "severity": ("info", "warning", "error"),
    "polarity": ("high", "low"),
    "kind": ("review", "activity", "action", "indicator"),
}
#: of these the order means something: `df.status.between("behind_schedule", "off_track")` is what is late; statuses
#: apart from the scale stand behind it
_ORDERED = ("status", "severity", "direction")


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
            name: pd.Series(list(column), dtype=_dtype(name, type_, column), name=name)
            for (name, type_), column in zip(described, values, strict=True)
        }
    )


def _dtype(name: str, type_: str, column: Sequence[Any]) -> Any:
    """A column of few words is a category, where all its words are known: an indicator's direction may be printed."""
    import pandas as pd

    words = _CATEGORIES.get(name, ())
    if words and {value for value in column if value is not None} <= set(words):
        return pd.CategoricalDtype(list(words), ordered=name in _ORDERED)
    return _DTYPES.get(type_, "object")
