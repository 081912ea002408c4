"""Rows that name what the rows below belong to, with labelled lines that hold for these."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Line, Table
from tests.normalise.building import ABOVE, BESIDE, Shown, Square, heading, paragraph, review_of, table

HEADINGS = ("Key Action", "Progress to date", "RAG")
LIGHT = ("Light the park", "Lamps are ordered.", "Amber")
FENCE = ("Mend the fence", "The fence stands.", "Green")
TREES = ("Plant trees", "Fifty trees are planted.", "Green")

Band = tuple[Square, ...]
BELOW: tuple[Band, Band] = (
    ("1.1 Safer parks\nPlan: Parks Plan\nLead: Ann Archer", "", ""),
    ("1.2 Greener streets\nPlan: Tree Strategy\nLead: Bob Barker", "", ""),
)
ACROSS: tuple[Band, Band] = tuple((band[0], BESIDE, BESIDE) for band in BELOW)  # type: ignore[assignment]
AMONG: tuple[Band, Band] = (
    ("1.1 Safer parks", "Plan: Parks Plan", "Lead: Ann Archer"),
    ("1.2 Greener streets", "Plan: Tree Strategy", "Lead:\nBob Barker"),
)


def told(review: Review) -> list[tuple[object, ...]]:
    plans = {activity.id: activity.plans for activity in review.activities}
    return [
        (a.activity_refs, a.activity_id and plans[a.activity_id], a.action, a.leads) for a in review.actions
    ]


ALL = [
    (("1.1",), ("Parks Plan",), "Light the park", ("Ann Archer",)),
    (("1.1",), ("Parks Plan",), "Mend the fence", ("Ann Archer",)),
    (("1.2",), ("Tree Strategy",), "Plant trees", ("Bob Barker",)),
]


@pytest.mark.parametrize(
    "bands", [BELOW, ACROSS, AMONG], ids=["in the first column", "across", "side by side"]
)
def test_labelled_lines_of_a_band_hold_for_the_rows_below_it(bands: tuple[Band, Band]) -> None:
    """They were part of the objective's text, or the band an action, and no finding said so."""
    review = review_of(table(HEADINGS, bands[0], LIGHT, FENCE, bands[1], TREES))
    assert told(review) == ALL
    assert [a.texts for a in review.activities] == [("Safer parks",), ("Greener streets",)]
    assert sum(row.unplaced for row in review.ledger) == 0


def test_a_band_holds_over_a_page_s_end_up_to_the_next() -> None:
    first, second = BELOW
    review = review_of(table(HEADINGS, first, LIGHT), table(HEADINGS, FENCE, second, TREES, page=2))
    assert told(review) == ALL


def test_what_a_band_tells_goes_before_what_stands_above_the_table() -> None:
    """Rows had the plans of the objective before, that its page's end left outside the table, and their own."""
    first, second = BELOW
    above = (
        heading("Priority 1: Parks"),
        paragraph("Plan: Older Plan"),
        paragraph("Lead: Cy Carter", top=72),
    )
    review = review_of(*above, table(HEADINGS, first, LIGHT, FENCE, second, TREES))
    assert told(review) == ALL


def test_labelled_lines_of_rows_that_have_more_are_these_rows_own() -> None:
    """Each action has its lead below it; the one that nothing is told of yet is no band."""
    rows = [
        ("Light the park\nLead: Ann Archer", "Lamps are ordered.", "Amber"),
        ("Mend the fence\nLead: Bob Barker", "The fence stands.", "Green"),
        ("Plant trees\nLead: Cy Carter", "", ""),
        ("Sow grass\nLead: Di Drew", "", ""),
    ]
    assert len(review_of(table(HEADINGS, *rows)).actions) == len(rows)


def set_ragged(shown: Table) -> Table:
    """The table with each line as wide as its letters."""

    def ragged(line: Line) -> Line:
        return line._replace(box=line.box._replace(x1=line.box.x0 + 2.0 * len(line.text)))

    return replace(shown, cells=tuple(replace(c, lines=tuple(map(ragged, c.lines))) for c in shown.cells))


def test_text_below_a_labelled_line_is_no_part_of_a_name() -> None:
    """`Ann Archer This is about parks that people use` led the actions."""
    more = "This is about parks that people of all ages use"
    rows = [(f"{band[0]}\n{more}", "", "") for band in BELOW]
    review = review_of(set_ragged(table(HEADINGS, rows[0], LIGHT, FENCE, rows[1], TREES)))
    assert all(more not in lead for a in review.actions for lead in a.leads)


def test_a_cell_merged_over_a_band_keeps_its_rows() -> None:
    rows = [
        (*HEADINGS, "Comment"),
        (*BELOW[0], ""),
        (*LIGHT, "A note on all"),
        (*BELOW[1], ABOVE),
        (*TREES, ABOVE),
    ]
    review = review_of(table(*rows))
    assert [dict(a.extra).get("Comment", a.progress) != "" for a in review.actions] == [True, True]
    assert sum("A note on all" in f"{a.extra} {a.progress}" for a in review.actions) == 2


def test_rows_of_labels_alone_hold_up_to_the_next() -> None:
    """The second was a remark on the row above it, and the first held on."""
    first, second = (Shown(f"Plan: {name}") for name in ("Parks Plan", "Tree Strategy"))
    rows: list[tuple[Square, ...]] = [(first, BESIDE, BESIDE), LIGHT, FENCE, (second, BESIDE, BESIDE), TREES]
    review = review_of(table(HEADINGS, *rows))
    assert [a.plans for a in review.actions] == [("Parks Plan",), ("Parks Plan",), ("Tree Strategy",)]
