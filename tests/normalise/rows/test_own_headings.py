"""Values that are their own column's heading: a repeated header fell into a row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.normalise.building import filled, paragraph, review_of, table

HEAD = ("Key Activities", "Key Actions", "Lead", "Progress to Date", "RAG Rating")
KEY = paragraph("Green means on schedule.")
ROW = (
    "1.1 Homes for all",
    "1. Build homes in town",
    "Ann Lee",
    "1. Works began in May.",
    filled("#00b050", "Green"),
)


def codes(*cells: str) -> list[str]:
    review = review_of(KEY, table(HEAD, ROW, (*cells, filled("#00b050", "Green"))))
    return [f.code for f in review.findings if f.severity == "warning" and f.subject_id == "a002"]


@pytest.mark.parametrize(
    "cells",
    [
        ("", "2. Mend the roads", "Lead", "2. Begun in June."),
        ("", "Key Actions 2. Mend the roads", "Bo Ray", "Progress to Date 2. Begun in June."),
    ],
    ids=["a heading alone", "headings before texts"],
)
def test_a_value_that_is_its_column_s_heading_has_a_finding(cells: Sequence[str]) -> None:
    """The lead was `Lead`, and nothing said so."""
    assert "columns_unsure" in codes(*cells)


@pytest.mark.parametrize("progress", ["Progress to date has been good.", "2. Begun in June."])
def test_a_text_that_begins_as_its_heading_does_has_none(progress: str) -> None:
    assert "columns_unsure" not in codes("", "2. Mend the roads", "Bo Ray", progress)
