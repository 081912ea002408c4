"""Groups of rows that stand open at a page's foot, where no rule goes from side to side any more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule, Token
from parsers.stacks import eye as columns
from tests.parsers.printing import across, tokens
from tests.parsers.stacks.test_eye import BAND, BODY, HEAD, PAD, XS, printed, texts

#: the second and the fourth column are those of single rows, the first and the third are merged over them
OWN = (1, 3)
GROUP = ((*BODY[0][:1], "1. Build homes", *BODY[0][2:]), ("", "2. Review parking", "", "Not started"))
REST = ("", "3. Mend the roof", "", "Done")


def by_cell(at: float, cols: Sequence[int] = range(4)) -> list[Rule]:
    return [across(at, XS[k], XS[k + 1]) for k in cols]


def page(foot: Sequence[Sequence[str]]) -> tuple[list[Token], list[Rule], list[Fill], list[float]]:
    """A headed table of one row and a group of rows, each with its foot drawn cell by cell, the group's rest open."""
    text, levels = printed((HEAD, BODY[1], *GROUP, *foot))
    head = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(XS)]
    drawn = [*by_cell(levels[2]), *(rule for at in levels[3:] for rule in by_cell(at, OWN))]
    return text, drawn, head, levels


def test_a_group_of_rows_that_the_page_s_foot_leaves_open_has_a_row_at_each_of_its_rules() -> None:
    """All of its rows were one, with all their statuses."""
    text, drawn, head, levels = page([REST])
    (grid,) = columns.grids(drawn, head, text, ())
    assert [row[-3:] for row in texts(grid, text)[2:]] == [
        ["1.Buildhomes", "AnnLee", "ContractletinMayandworksbegan"],
        ["2.Reviewparking", "Notstarted"],
        ["3.Mendtheroof", "Done"],
    ]
    assert grid.ys == tuple(levels)


def test_rules_below_a_table_whose_ends_are_no_edges_of_its_columns_are_not_its_rows() -> None:
    text, drawn, head, levels = page([])
    kept = [rule for rule in drawn if rule.top <= levels[2]]
    other = [across(at, XS[1] + 40, XS[-1] - 60) for at in levels[3:]]
    (grid, *_) = columns.grids([*kept, *other], head, text, ())
    assert levels[3] not in grid.ys


def test_a_line_over_the_columns_above_such_rules_ends_the_table() -> None:
    text, drawn, head, levels = page([])
    wide = tokens("What the whole town said of it in a long line " * 2, XS[1] + PAD, levels[4] + PAD)
    (grid, *_) = columns.grids([*drawn, *by_cell(levels[4] + 30, OWN)], head, [*text, *wide], ())
    assert levels[4] + 30 not in grid.ys


#: the first and the last column are merged over rows of the two between them
BOTH: tuple[tuple[str, ...], ...] = (
    ("1.1 Homes", "1. Build homes", "Begun", "Ann Lee, Bo Bull"),
    ("", "2. Review parking", "Began", ""),
    ("", "3. Mend the roof", "Done", ""),
)


def inner(at: float) -> Rule:
    """One rule over the columns of single rows, that leaves the merged ones at both ends out."""
    return across(at, XS[1], XS[3])


@pytest.mark.parametrize("before", [(), BOTH], ids=["first of its page", "below another"])
def test_a_group_open_at_the_page_s_foot_has_a_row_at_each_rule_between_its_merged_columns(
    before: Sequence[Sequence[str]],
) -> None:
    """Its rows were a table of their own, the cells beside them another one."""
    rows = (HEAD, BODY[1], *before, *BOTH)
    text, levels = printed(rows)
    short = [k + 1 for k in range(1, len(rows) - 1) if not rows[k + 1][0]] + [len(rows)]
    whole = [across(at, XS[0], XS[-1]) for k, at in enumerate(levels) if k not in short]
    (grid,) = columns.grids([*whole, *(inner(levels[k]) for k in short)], [], text, ())
    assert grid.ys == tuple(levels)


def test_a_table_below_with_rules_of_its_own_is_no_group_s_rest() -> None:
    text, levels = printed((HEAD, BODY[1], BODY[0]))
    wide = tokens("What the whole town said of it in a long line " * 2, XS[0] + PAD, levels[-1] + PAD)
    whole = [across(at, XS[0], XS[-1]) for at in levels]
    below = [inner(levels[-1] + high) for high in (40, 80)]
    (grid, *_) = columns.grids([*whole, *below], [], [*text, *wide], ())
    assert grid.ys == tuple(levels)
