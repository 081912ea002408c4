"""Headings that are a table by themselves, or lines of text, above the table whose columns they head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block, Heading, Table
from tests.normalise.building import ACTIONS, heading, review_of, table

ROW = ("1. Buy land", "Ann Archer", "It is told.", "On track")
MEASURES = ("Indicator", "Target", "Latest", "Good is")
FIGURES = (("Homes let", "40", "38", "High"), ("Calls lost", "9", "12", "Low"))
READ = [("Homes let", "40", "38"), ("Calls lost", "9", "12")]


def shrunk(head: Table) -> Table:
    """A table with the edges of its own texts, as one that nothing draws has."""
    lines = [
        tuple(line._replace(box=line.box._replace(x1=line.box.x0 + 40)) for line in c.lines)
        for c in head.cells
    ]
    xs = (head.xs[0] + 2, *(x - 35 for x in head.xs[1:-1]), head.xs[-1] - 40)
    cells = (replace(c, lines=own) for c, own in zip(head.cells, lines, strict=True))
    return replace(head, xs=xs, box=head.box._replace(x0=xs[0], x1=xs[-1]), cells=tuple(cells))


def moved(seen: Table) -> Table:
    """A table with its inner edges elsewhere than the actions' are."""
    xs = (seen.xs[0], *(x + 5 for x in seen.xs[1:-1]), seen.xs[-1])
    return replace(seen, xs=xs)


def read(*blocks: Block) -> list[tuple[str, str | None, str | None]]:
    review = review_of(*blocks)
    return [(i.name, i.target, i.latest) for i in review.indicators]


@pytest.mark.parametrize("gap", [0, 15, 30])
def test_headings_that_are_a_table_by_themselves_head_the_one_below_them(gap: int) -> None:
    """The measures were actions of the table above, or of something else, beside an information."""
    head = shrunk(table(MEASURES, top=300))
    assert (
        read(
            table(ACTIONS, ROW),
            heading("How we measure it", top=270),
            head,
            moved(table(*FIGURES, top=320 + gap)),
        )
        == READ
    )


def test_headings_that_are_a_table_by_themselves_do_not_head_one_that_has_its_own() -> None:
    head = shrunk(table(MEASURES, top=300))
    below = table(("Indicator", "Latest", "Target", "Good is"), *FIGURES, top=320)
    assert read(table(ACTIONS, ROW), head, below) == [("Homes let", "38", "40"), ("Calls lost", "12", "9")]


@pytest.mark.parametrize(("gap", "told"), [(15, True), (30, True), (60, False)])
def test_headings_as_lines_of_text_may_stand_higher_where_each_column_has_one(gap: int, told: bool) -> None:
    """A header with air below it was a row of headings of nothing; all indicators were lost."""
    below = moved(table(*FIGURES, top=320 + gap))
    lines = [set_over(text, below.xs[k]) for k, text in enumerate(MEASURES)]
    assert (read(table(ACTIONS, ROW), *lines, below) == READ) is told


@pytest.mark.parametrize(
    ("title", "codes"),
    [("How will we measure these actions?", ["table_not_understood"]), ("Measures to be taken", [])],
)
def test_rows_under_a_heading_of_measures_do_not_go_on_from_actions(title: str, codes: list[str]) -> None:
    """Measures whose headings were not seen were actions, with `N/A` as their plan."""
    review = review_of(table(ACTIONS, ROW), heading(title, top=290), moved(table(*FIGURES, top=320)))
    assert [a.action for a in review.actions] == (
        ["Buy land"] if codes else ["Buy land", "Homes let", "Calls lost"]
    )
    assert [f.code for f in review.findings if f.severity == "warning" and "table" in f.code] == codes


def test_an_unknown_table_under_a_heading_of_something_else_is_left_alone() -> None:
    other = moved(table(("Loans", "3", "4"), ("Grants", "4", "5"), top=320))
    review = review_of(table(ACTIONS, ROW), heading("Capital budget", top=290), other)
    assert [f.severity for f in review.findings if f.code == "table_left_alone"] == ["info"]


def set_over(text: str, x: float) -> Heading:
    seen = heading(text, top=310, size=10)
    return replace(seen, box=seen.box._replace(x0=x + 2, x1=x + 42))
