"""Tables without header that go on with the columns of one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Table
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, paragraph, review_of, table

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


def test_headings_alone_at_a_page_s_foot_head_the_table_on_the_next() -> None:
    """A list's tags give them the sides of their own texts; its five measures were of something else."""
    head = table(("Indicator", "Target", "Latest", "Good is"), top=700)
    xs = (head.xs[0] + 2, *(x + 10 for x in head.xs[1:-1]), head.xs[-1] - 60)
    lines = [
        tuple(line._replace(box=line.box._replace(x1=line.box.x0 + 40)) for line in c.lines)
        for c in head.cells
    ]
    cells = (replace(c, lines=own) for c, own in zip(head.cells, lines, strict=True))
    alone = replace(head, xs=xs, box=head.box._replace(x0=xs[0], x1=xs[-1]), cells=tuple(cells))
    rows = table(("Homes let", "40", "38", "High"), ("Calls", "9", "12", "Low"), page=2)
    review = review_of(table(ACTIONS, ROW), alone, rows)
    assert [(i.name, i.latest) for i in review.indicators] == [("Homes let", "38"), ("Calls", "12")]


@pytest.mark.parametrize("told", [4, 6], ids=["some", "all, a status over the signs"])
def test_lines_that_print_headings_again_above_a_table_do_not_take_the_others_from_it(told: int) -> None:
    """`RAG` over a column for each status is a table by itself there: the rows had neither progress nor status. The
    name of one status, on its side, was the heading of all."""
    heads = ("Key Activities", "Plan", "Key Actions", "Lead", "Progress", "RAG")
    again = (*heads[:5], "Completed")
    first = table(heads, ("1.1 Build", "Homes", "1. Buy land", "Ann Archer", "It is told.", "On track"))
    rest = table(("", "", "2. Sell land", "", "Nothing was sold.", "Behind"), page=2)
    lines = [
        replace(line, box=Box(x + 2, rest.box.top - 10, x + 60, rest.box.top - 1))
        for x, line in zip(rest.xs, (paragraph(head, page=2) for head in again[:told]), strict=False)
    ]
    sold = review_of(first, *lines, rest).actions[1]
    assert (sold.action, sold.progress, sold.status) == ("Sell land", "Nothing was sold.", "behind_schedule")


def test_parts_that_the_structure_names_as_one_table_go_on_whatever_their_texts_reach() -> None:
    """A page's only measure was joined to the last action of the page before it, without a finding."""
    actions = table(ACTIONS, ROW)
    head = ("Indicator", "Target", "Latest", "Good is")
    first = replace(table(head, ("Homes let", "40", "38", "High"), top=300), node="0.4")
    narrow = replace(
        first, xs=(*first.xs[:-1], first.xs[-1] - 60), box=first.box._replace(x1=first.xs[-1] - 60)
    )
    rest = replace(table(("Calls lost", "9", "12", "Low"), page=2), node="0.4")
    review = review_of(actions, narrow, rest)
    assert [a.action for a in review.actions] == ["Buy land"]
    assert [(i.name, i.latest) for i in review.indicators] == [("Homes let", "38"), ("Calls lost", "12")]
