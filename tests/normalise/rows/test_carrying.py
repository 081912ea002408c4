"""Tables without header that go on with the columns of one before."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Table
from tests.normalise.building import ACTIONS, review_of, table

ROW = ("1. Buy land", "Ann Archer", "It is told.", "On track")
RISKS = ("Risk", "Likelihood", "Impact", "Score")


def widened(seen: Table) -> Table:
    """A table with its first column twice as wide at the second's expense, in the same frame."""
    first, second, third, *rest = seen.xs
    xs = (first, second + (third - second) / 2, third, *rest)
    cells = tuple(replace(c, box=c.box._replace(x0=xs[c.col], x1=xs[c.col + c.col_span])) for c in seen.cells)
    return replace(seen, xs=xs, cells=cells)


def headed(seen: Table) -> Table:
    """A table with its first row set bold."""
    cells = tuple(
        replace(c, lines=tuple(line._replace(bold=not c.row) for line in c.lines)) for c in seen.cells
    )
    return replace(seen, cells=cells)


def test_the_rest_of_a_table_of_something_else_on_the_next_page_is_no_action() -> None:
    """A review's table before it has as many columns: its risks were actions, without a finding."""
    actions = table(ACTIONS, ROW)
    risks = widened(headed(table(RISKS, ("Loss of key suppliers", "3", "4", "12"), top=300)))
    rest = widened(table(("Cyber attack", "4", "5", "20"), ("Flood", "2", "5", "10"), page=2, top=40))
    review = review_of(actions, risks, rest)
    assert [a.action for a in review.actions] == ["Buy land"]
    assert [f.page for f in review.findings if f.code == "table_left_alone"] == [1, 2]


def test_a_table_that_has_the_review_s_own_columns_goes_on_with_it_whatever_stands_between() -> None:
    actions = table(ACTIONS, ROW)
    risks = headed(table(RISKS, ("Loss of key suppliers", "3", "4", "12"), top=300))
    rest = table(("2. Sell land", "Ann Archer", "It is told.", "Late"), page=2, top=40)
    assert [a.action for a in review_of(actions, risks, rest).actions] == ["Buy land", "Sell land"]
