"""Questions of our own to the database: the statements in `planreview/sql`, asked read-only."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, NamedTuple

from warehouse.store import Warehouse


class Answer(NamedTuple):
    """Rows with the names of their columns."""

    columns: list[str]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def only(self, columns: tuple[str, ...]) -> Answer:
        """These columns, in this order."""
        places = [self.columns.index(name) for name in columns]
        return Answer(list(columns), [tuple(row[at] for at in places) for row in self.rows])


def ask(db: str, question: str, **values: Any) -> Answer:
    """The answer to `planreview/sql/<question>.sql`. Raises WarehouseError without a database."""
    statement = files("planreview").joinpath("sql", f"{question}.sql").read_text(encoding="utf-8")
    with Warehouse.open(db, read_only=True) as store:
        answer = store.con.execute(statement, values)
        return Answer([column[0] for column in answer.description or ()], answer.fetchall())
