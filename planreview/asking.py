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


def question(name: str) -> str:
    """The text of `planreview/sql/<name>.sql`."""
    return files("planreview").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def ask(db: str, name: str, **values: Any) -> Answer:
    """The answer to the question of this name. Raises WarehouseError without a database."""
    with Warehouse.open(db, read_only=True) as store:
        answer = store.con.execute(question(name), values)
        return Answer([column[0] for column in answer.description or ()], answer.fetchall())
