"""docs/cookbook.md: every query runs, and answers over the samples what stands below it."""

from __future__ import annotations

from pathlib import Path

from bench.cookbook import COOKBOOK, answered, queries


def test_every_query_of_the_cookbook_answers_what_stands_below_it(db: Path) -> None:
    text = COOKBOOK.read_text(encoding="utf-8")
    assert len(queries(text)) == text.count("\n## "), "a question without a query"
    assert answered(text, db) == text
