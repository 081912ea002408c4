"""Remarks across the table below some rows, which may be their progress."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, Square, about, review_of, table

PLAIN = ("Action", "Lead", "Due", "Status")
SAID = ("The lease was signed on 3 May.", "Eleven of 22 homes are let.", "The board has seen the plan.")


def across(text: str) -> tuple[Square, ...]:
    return text, BESIDE, BESIDE, BESIDE


def row(action: str) -> tuple[str, ...]:
    return action, "Ann Archer", "31 May 2025", "Late"


def test_remarks_below_some_rows_stay_remarks_and_are_told() -> None:
    names = ("Buy land", "Sell land", "Let land", "Mow land", "Fence land")
    body: list[tuple[Square, ...]] = []
    for k, name in enumerate(names):
        body += [row(name), *([across(SAID[k])] if k < 2 else [])]
    review = review_of(table(PLAIN, *body))
    assert [dict(a.extra).get("remark") for a in review.actions] == [*SAID[:2], None, None, None]
    assert [{f.code for f in about(review, a.id)} for a in review.actions] == [
        {"columns_unsure"},
        {"columns_unsure"},
        set(),
        set(),
        set(),
    ]


@pytest.mark.parametrize(
    ("headings", "texts"),
    [
        (("Action", "Lead", "Progress", "Status"), SAID),
        (PLAIN, ("Lead: Ann Archer", "Lead: Bo Bell", "Lead: Cy Moss")),
    ],
    ids=["a column of progress", "the label of a column"],
)
def test_remarks_beside_progress_or_with_a_label_stay_remarks(
    headings: tuple[str, ...], texts: tuple[str, ...]
) -> None:
    buy, sell, let = (across(text) for text in texts)
    third = "Begun." if headings != PLAIN else "31 May 2025"
    rows = [(name, "Ann Archer", third, "Late") for name in ("Buy land", "Sell land", "Let land")]
    review = review_of(table(headings, rows[0], buy, rows[1], sell, rows[2], let))
    assert [dict(a.extra).get("remark") for a in review.actions] == list(texts)
    assert not any(about(review, a.id) for a in review.actions)
