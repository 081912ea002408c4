"""Text that runs out of its cell is given back to it, and text that only stands near is not."""

from __future__ import annotations

from parsers.cells.cell import Seen, SeenTable
from parsers.cells.overflow import Runs, returned
from parsers.grids.grid import Grid, Span
from parsers.page import Token
from tests.parsers.printing import style, tokens

LEADING = 12.0  # points from line to line


def cell_with(*lines: str, beside: str = "Ann") -> SeenTable:
    """A table of one row; its first cell is full to its foot at 100 + 12 points a line, the other holds `beside`."""
    bottom = 100 + LEADING * len(lines)
    grid = Grid((50, 200, 300), (100, bottom), (Span(0, 0, 1, 1), Span(0, 1, 1, 1)))
    cells = [Seen(span, grid.box_of(span)) for span in grid.cells]
    cells[0].tokens = [c for k, text in enumerate(lines) for c in tokens(text, 54, 100 + LEADING * k)]
    cells[1].tokens = tokens(beside, 204, 100)
    table = SeenTable(1, grid, "ruled", cells)
    table.settle()
    return table


def shown(table: SeenTable) -> list[str]:
    return [line.text for line in table.cells[0].lines]


def after(table: SeenTable, left: list[Token]) -> str:
    return "".join(c.text for c in returned([table], left))


def test_a_line_below_the_foot_at_the_cell_s_own_leading_is_the_cell_s() -> None:
    table = cell_with("one line", "and another")
    assert after(table, tokens("runs out", 54, 124)) == ""
    assert shown(table) == ["one line", "and another", "runs out"]
    assert table.cells[0].ink == len("onelineandanotherrunsout")


def test_several_lines_run_out() -> None:
    table = cell_with("one line", "and another")
    assert after(table, [*tokens("runs", 54, 124), *tokens("out", 54, 136)]) == ""
    assert shown(table)[2:] == ["runs", "out"]


def test_a_paragraph_below_with_more_air_is_not_the_cell_s() -> None:
    table = cell_with("one line", "and another")
    assert after(table, tokens("Heading", 54, 140)) == "Heading"
    assert shown(table) == ["one line", "and another"]


def test_a_paragraph_of_a_cell_that_runs_out_of_it_is_the_cell_s_too() -> None:
    table = cell_with("one line", "and another")
    assert (
        after(table, [*tokens("runs out", 54, 124), *tokens("Next", 54, 140), *tokens("Heading", 54, 164)])
        == "Heading"
    )
    assert shown(table)[2:] == ["runs out", "Next"]


def test_larger_text_is_not_the_cell_s() -> None:
    table = cell_with("one line", "and another")
    assert after(table, tokens("Heading", 54, 124, style(size=14))) == "Heading"


def test_text_wider_than_the_column_is_not_the_cell_s() -> None:
    table = cell_with("one line", "and another")
    wide = "a line that is much wider than the column above it"
    assert after(table, tokens(wide, 54, 124)) == wide


def test_text_beside_the_column_is_not_the_cell_s() -> None:
    table = cell_with("one line", "and another")
    assert after(table, tokens("aside", 320, 124)) == "aside"


def test_a_line_that_a_spreadsheet_prints_past_the_table_s_edge_is_not_cut_in_silence() -> None:
    table = cell_with("one line", "and another", beside="Ann and the whole team")
    line = table.cells[1].lines[0]
    word = Token("officers", line.box._replace(x0=297, x1=330), style())
    table.cells[1].lines = [line._replace(box=line.box._replace(x1=294))]
    beside = Token("note", line.box._replace(x0=340, x1=360), style())
    assert after(table, [word, beside]) == "note"
    assert table.cells[1].lines[0].text == "Ann and the whole team officers"


def goes_on_past_a_rule(gap: float) -> bool:
    """Whether `Closed`, set in one go with `100%` before it and `at Quarter` behind it, goes on past a rule between."""
    row, x = list[Token](), 100.0
    for text, before in (("100%", 0.0), ("Closed", gap), ("at", 2.8), ("Quarter", 2.8)):
        (letter, *_), end = tokens(text, x + before, 100), x + before + 20
        row.append(letter._replace(text=text, box=letter.box._replace(x1=end), run=7))
        x = end
    return Runs(row).goes_on(row[0], row[1], row[0].box.x1 + gap / 2, spaced=True)


def test_the_first_word_of_the_next_cell_set_in_one_go_with_the_cell_before_is_not_lost() -> None:
    assert goes_on_past_a_rule(2.9)
    assert not goes_on_past_a_rule(5.0)


def test_a_line_below_the_foot_that_another_text_is_printed_over_is_left_with_it() -> None:
    """The letters that run upwards were lost."""
    table = cell_with("one line", "and another")
    assert after(table, [*tokens("runs out", 54, 124), *tokens("x", 60, 124, style(turn=3))]) == "runs outx"
    assert shown(table) == ["one line", "and another"]


def test_two_texts_behind_a_cell_s_line_at_the_table_s_edge_are_both_the_cell_s() -> None:
    """The first of them was lost."""
    table = cell_with("one line", "and another")
    assert after(table, [*tokens("x", 223, 100), *tokens("y", 232, 100, style(turn=3))]) == ""
    assert [line.text for line in table.cells[1].lines] == ["Ann x y"]
