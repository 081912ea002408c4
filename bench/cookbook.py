"""`make cookbook`: ask the samples the questions of docs/cookbook.md and write down what they answer today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from planreview.printing import markdown
from warehouse.query import query
from warehouse.store import Warehouse

HOUSE = Path(__file__).parents[1]
COOKBOOK = HOUSE / "docs" / "cookbook.md"
#: a query, and all that stands between it and the next heading: its answer
RECIPE = re.compile(r"```sql\n(?P<query>.*?)```\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def main() -> None:
    with TemporaryDirectory() as folder:
        db = Path(folder) / "reviews.duckdb"
        ingest = [sys.executable, "-m", "planreview", "ingest", "samples/aldermere", "--db", str(db)]
        subprocess.run(ingest, cwd=HOUSE, check=True)
        COOKBOOK.write_text(answered(COOKBOOK.read_text(encoding="utf-8"), db), encoding="utf-8")


def queries(text: str) -> list[str]:
    """The queries of a cookbook, in order."""
    return [recipe["query"] for recipe in RECIPE.finditer(text)]


def answered(text: str, db: Path) -> str:
    """The cookbook `text` with each query's answer from the database `db` below it."""
    with Warehouse.open(db, read_only=True) as store:

        def recipe(found: re.Match[str]) -> str:
            result = query(store.con, found["query"])
            answer = markdown(result.columns, result.rows) if result.rows else "No rows."
            return f"```sql\n{found['query']}```\n\n{answer.strip()}\n\n"

        return RECIPE.sub(recipe, text).rstrip() + "\n"


if __name__ == "__main__":
    main()
