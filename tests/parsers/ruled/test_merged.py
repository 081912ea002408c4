"""Merged cells that a style draws as one, though each of their texts stands beside other rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.cells.cell import Seen, SeenTable
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Token
from parsers.ruled import merged
from tests.parsers.printing import down
from tests.parsers.stacks.test_eye import HEAD, plain, printed, texts

WIDE = (50.0, 130.0, 290.0, 370.0, 550.0)
ROWS = (
    ("1.1 A town|with homes", "Build forty new homes|in the old town", "Ann Lee", "Contract let"),
    ("", "Review parking", "", "Not started"),
    ("1.2 Roads", "Mend the old lane", "Cy Moss", "Opened in June"),
    ("", "Mend the weir", "", "Begun"),
)


def grid(levels: Sequence[float], cells: Sequence[Span]) -> Grid:
    single = [Span(row, col, 1, 1) for row in range(5) for col in range(4)]
    covered = {(s.row + k, s.col) for s in cells for k in range(s.row_span)}
    own = [*cells, *(s for s in single if (s.row, s.col) not in covered)]
    return Grid(WIDE, tuple(levels), tuple(sorted(own)))


def read(text: Sequence[Token], levels: Sequence[float], *cells: Span) -> list[tuple[int, int, str]]:
    whole = merged.parted(grid(levels, cells), text)
    said = [cell for row in texts(whole, text) for cell in row]
    cols = {s.col for s in cells}
    return [(s.row, s.row_span, t) for s, t in zip(whole.cells, said, strict=True) if s.row and s.col in cols]


def test_texts_of_two_merged_columns_that_begin_in_one_row_are_cells_of_their_own() -> None:
    """Rules at the sides of every other row only, as in a list style of a word processor: all groups were one."""
    text, levels = printed((HEAD, *ROWS), xs=WIDE)
    (one, who), (two, whose) = (plain([ROWS[k]])[0][::2] for k in (0, 2))
    found = read(text, levels, Span(1, 0, 4, 1), Span(1, 2, 4, 1))
    assert found == [(1, 2, one), (1, 2, who), (3, 2, two), (3, 2, whose)]


def test_a_text_of_one_merged_column_where_all_other_cells_end_is_a_cell_of_its_own() -> None:
    """A first column painted in one colour hides its rules."""
    text, levels = printed((HEAD, *ROWS), xs=WIDE)
    assert [found[:2] for found in read(text, levels, Span(1, 0, 4, 1))] == [(1, 2), (3, 2)]


def test_a_paragraph_of_one_merged_cell_beside_another_is_no_cell() -> None:
    rows = (ROWS[0], ROWS[1], ("and of roads", *ROWS[2][1:2], "", ROWS[2][3]), ROWS[3])
    text, levels = printed((HEAD, *rows), xs=WIDE)
    found = read(text, levels, Span(1, 0, 4, 1), Span(1, 2, 4, 1))
    assert [cell[:2] for cell in found] == [(1, 4), (1, 4)]


def test_lines_of_one_text_beside_those_of_rows_are_no_cells() -> None:
    rows = (("1.1 A town", "Build", "Ann", "Let"), ("with new", "Review", "Lee", "Not yet"), *ROWS[2:])
    text, levels = printed((HEAD, *rows), xs=WIDE, pad=0)
    found = read(text, levels, Span(1, 0, 2, 1), Span(1, 2, 2, 1))
    assert [cell[:2] for cell in found[:2]] == [(1, 2), (1, 2)]


def test_texts_in_the_middle_of_merged_cells_stay_beside_all_their_rows() -> None:
    """Statistics name three rows beside the second."""
    rows = (("", "All", "", "8.9"), ("1991", "Men", "Ann", "11.0"), ("", "Women", "", "6.6"), ROWS[3])
    text, levels = printed((HEAD, *rows), xs=WIDE)
    found = read(text, levels, Span(1, 0, 3, 1), Span(1, 2, 3, 1))
    assert [cell[:2] for cell in found[:2]] == [(1, 3), (1, 3)]


def test_a_cell_with_rules_at_both_sides_is_merged_on_purpose() -> None:
    """The name of a priority and the words below it stood beside two actions."""
    text, levels = printed((HEAD, *ROWS), xs=WIDE)
    whole = grid(levels, [Span(1, 0, 4, 1)])
    closed = [down(x, levels[0], levels[-1]) for x in WIDE[:2]]
    rows = [down(x, a, b) for x in WIDE[:2] for a, b in pairwise(levels)]
    shade = [Fill(whole.box_of(Span(1, 0, 4, 1)), colour) for colour in ("#dce6f1", "#1f4f78")]
    assert merged.parted(whole, text, closed) == merged.parted(whole, text, rows) == whole
    assert merged.parted(whole, text, closed, shade[:1]) == whole
    assert len(merged.parted(whole, text, closed, shade[1:]).cells) == len(whole.cells) + 1
    assert len(merged.parted(whole, text, closed[:1]).cells) == len(whole.cells) + 1
    assert len(merged.parted(whole, text, rows[:-2]).cells) == len(whole.cells) + 1


def test_a_cell_with_rules_at_both_sides_whose_texts_begin_with_several_rows_is_in_doubt() -> None:
    """A style draws one side for all rows: two targets were one, and both rows had it without a word."""
    text, levels = printed((HEAD, *ROWS), xs=WIDE)
    single = [Span(row, col, 1, 1) for row in range(5) for col in range(4)]
    for first, doubted in ((Span(1, 0, 4, 1), True), (Span(1, 0, 2, 1), False)):
        whole = grid(levels, [first])
        table = SeenTable(1, whole, "ruled", [Seen(span, whole.box_of(span)) for span in whole.cells])
        merged.doubt([table], text)
        assert [bool(seen.doubt) for seen in table.cells if seen.span == first] == [doubted]
        assert not any(seen.doubt for seen in table.cells if seen.span in single)
