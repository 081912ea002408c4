"""The reviews in a database, asked from Python: pandas DataFrames with nullable columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from planreview.choosing import two_of_a_plan
from warehouse import frames
from warehouse.query import SECONDS, query
from warehouse.store import Warehouse

if TYPE_CHECKING:
    import pandas as pd


class Reviews:
    """A database of plan reviews; a context manager. Each question opens it read-only and closes it again, so that
    nothing is held open between them, inside a `with` or out of one."""

    def __init__(self, db: str | Path) -> None:
        self.path = str(db)
        with self._open():
            pass  # a missing or foreign file is told now, not at the first question

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is left to close."""

    def __repr__(self) -> str:
        return f"planreview.open({self.path!r})"

    def reviews(self) -> pd.DataFrame:
        """One row a review."""
        return self._frame("from reviews")

    def actions(self) -> pd.DataFrame:
        """One row an action and review."""
        with self._open() as store:
            return frames.actions(store.con)

    def indicators(self) -> pd.DataFrame:
        """One row an indicator and review."""
        with self._open() as store:
            return frames.indicators(store.con)

    def findings(self) -> pd.DataFrame:
        """What a person should look at."""
        return self._frame("from findings")

    def history(self, ref: str) -> pd.DataFrame:
        """What ever had this reference, in all reviews: "1.3" with all below it, "1.3 / 2" one action."""
        with self._open() as store:
            return frames.history(store.con, ref)

    def diff(self, former: str, latter: str) -> pd.DataFrame:
        """What moved between two reviews, named as for `planreview diff`. Raises Mistake."""
        ids = two_of_a_plan(self.path, former, latter)
        with self._open() as store:
            return frames.diff(store.con, *ids)

    def sql(self, statement: str, *, seconds: float = SECONDS) -> list[tuple[Any, ...]]:
        """Rows of one statement, within the same bounds as `planreview sql`."""
        with self._open() as store:
            return query(store.con, statement, seconds=seconds).rows

    def _frame(self, statement: str) -> pd.DataFrame:
        with self._open() as store:
            return frames.frame(store.con, statement)

    def _open(self) -> Warehouse:
        return Warehouse.open(self.path, read_only=True)
