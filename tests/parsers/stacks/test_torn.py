"""Tables that a page's end tears where a rule stands at each row's foot only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Token
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, LINE, TABLE, XS, plain, printed, rules, texts

FOLIO = tokens("4 of 12", 280, 700, style(size=7))
TITLE = tokens("How well is this going?", 50, 300, BOLD)
MEASURES = ("No.", "Indicator", "Latest", "Good is")
REST: Sequence[Token] = [*tokens("rent in the old town", 84, 80), *tokens("works began", 354, 80)]


def test_headings_at_a_page_s_foot_are_no_last_row_of_the_table_above_them() -> None:
    """They stood in the cells of the last row: `Chris Jones Good is`."""
    above, levels = printed(TABLE)
    head, lower = printed((MEASURES, ("1", "Homes let", "12", "High")), 312)
    shown = rules([*levels, lower[1]])
    first, second = columns.grids(shown, (), [*above, *TITLE, *head], ())
    assert texts(first, above) == plain(TABLE)
    assert texts(second, head) == plain((MEASURES, ("1", "Homes let", "12", "High")))
    assert not first.doubt and not second.doubt


def test_headings_above_a_page_s_number_are_no_last_row_either() -> None:
    above, levels = printed(TABLE)
    head, lower = printed((MEASURES,), 312)
    (first, *_) = columns.grids(rules([*levels, *lower]), (), [*above, *TITLE, *head, *FOLIO], ())
    assert texts(first, above) == plain(TABLE)


def test_the_rest_of_a_row_above_the_first_rule_stands_in_the_columns_of_the_page_before() -> None:
    text, levels = printed(BODY[1:], head=False)
    (grid,) = columns.grids(rules(levels), (), [*REST, *text], (), [Layout(XS, "")])
    assert texts(grid, [*REST, *text])[0] == ["", "rentintheoldtown", "", "worksbegan"]
    assert not grid.doubt


def test_the_first_line_of_a_row_on_a_page_s_head_is_no_rest_of_another() -> None:
    """Justified, it left too little white between two columns to be the row's own, and was a row by itself."""
    text, levels = printed(BODY[1:], head=False)
    first = [
        *tokens("1.1 Build homes for", 54, 76),
        *tokens("Ann Lee", 254, 76),
        *tokens("Contract let", 354, 76),
    ]
    second = [*tokens("rent", 84, 88), *tokens("and Bo", 254, 88), *tokens("in May", 354, 88)]
    shown = [*first, *second, *text]
    (grid,) = columns.grids(rules(levels), (), shown, (), [Layout((50.0, 83.0, 250.0, 350.0, 550.0), "")])
    assert len(grid.ys) == len(levels) + 1


@pytest.mark.parametrize("made", [style(size=14), style(bold=True, font="Helvetica-Bold")])
def test_a_title_above_the_first_rule_is_no_rest_of_a_row(made: object) -> None:
    text, levels = printed(BODY[1:], head=False)
    title = tokens("Old town", 84, 80, made)  # type: ignore[arg-type]
    (grid,) = columns.grids(rules(levels), (), [*title, *text], (), [Layout(XS, "")])
    assert texts(grid, text) == plain(BODY[1:])


def test_a_page_with_one_rule_between_a_rest_and_a_begin_is_read() -> None:
    """Its two rows were left as text."""
    begin, levels = printed(BODY[2:], 80 + LINE + 4, head=False)
    shown = [*REST, *begin]
    (grid,) = columns.grids([across(levels[0], XS[0], XS[-1])], (), shown, (), [Layout(XS, "")])
    assert texts(grid, shown) == [["", "rentintheoldtown", "", "worksbegan"], *plain(BODY[2:])]
    assert columns.grids([across(levels[0], XS[0], XS[-1])], (), shown, ()) == []


def test_a_page_whose_one_rule_is_the_foot_of_its_only_row_is_read() -> None:
    """Air between the paragraphs of one column cut it in two, and its end was a row that nobody printed."""
    text = [t for x, said in zip(XS, BODY[0], strict=False) for k, line in enumerate(said.split("|"))
            for t in tokens(line, x + 4, 80 + LINE * k)]  # fmt: skip
    text += [t for k in range(3) for t in tokens(f"Stage {k} is done", 354, 112 + 20 * k)]
    rule = [across(180, XS[0], XS[-1])]
    (grid,) = columns.grids(rule, (), [*text, *FOLIO], (), [Layout(XS, "")])
    assert texts(grid, text) == [
        [*plain(BODY[:1])[0][:3], "ContractletinMayandworksbeganStage0isdoneStage1isdoneStage2isdone"]
    ]
    assert not grid.doubt


def test_an_only_row_whose_first_line_stands_apart_is_in_no_doubt() -> None:
    """A sign beside the first line moves the second down; the reference's own text goes on there."""
    lines = (("1.1 Homes", "Build forty new", "Ann Lee", "Let"), ("for all", "homes to let", "", "in May and"),
             ("of us", "", "", "in June"))  # fmt: skip
    xs = (50.0, 150.0, 250.0, 350.0, 550.0)
    text = [t for k, said in enumerate(lines) for x, line in zip(xs, said, strict=False)
            for t in tokens(line, x + 4, 80 + LINE * k + 6 * (k > 0))]  # fmt: skip
    (grid,) = columns.grids([across(130, xs[0], xs[-1])], (), text, (), [Layout(xs, "")])
    assert (len(grid.ys), grid.doubt) == (2, "")


def test_the_only_row_of_a_page_may_have_longer_texts_than_those_above_it() -> None:
    """A text over the white that the page before left between two columns kept it from the table's."""
    known = Layout((50.0, 83.0, 250.0, 300.0, 550.0), "", (54.0, 84.0, 254.0, 354.0))
    text, levels = printed((("1.4", "Mend the old mill", "Ann Lee and Bo Ray", "Begun"),), 80, head=False)
    (grid,) = columns.grids([across(levels[-1], XS[0], XS[-1])], (), text, (), [known])
    assert texts(grid, text) == [["1.4", "Mendtheoldmill", "AnnLeeandBoRay", "Begun"]]


@pytest.mark.parametrize("text", [("Notes", "", "", "Page 2"), ("The plan of the whole town for all of us",)])
def test_a_line_above_the_one_rule_of_a_page_that_fills_few_columns_is_no_row(text: Sequence[str]) -> None:
    shown, levels = printed((text,), 80, head=False)
    assert columns.grids([across(levels[-1], XS[0], XS[-1])], (), shown, (), [Layout(XS, "")]) == []


def test_headings_alone_at_a_page_s_foot_are_a_table_s() -> None:
    """The rows on the next page had none, and were left alone without a warning."""
    above, levels = printed(TABLE)
    head, lower = printed((MEASURES,), 312)
    shown = [*above, *TITLE, *head, *FOLIO]
    first, second = columns.grids(rules([*levels, lower[1]]), (), shown, ())
    assert texts(first, above) == plain(TABLE)
    assert texts(second, head) == plain((MEASURES,))


def test_a_last_row_below_a_text_of_its_own_is_no_line_of_headings() -> None:
    above, levels = printed(TABLE)
    row, lower = printed((("2.1", "Mend roads", "Di Fox", "Begun"),), 312, head=False)
    found = columns.grids(rules([*levels, lower[1]]), (), [*above, *TITLE, *row, *FOLIO], ())
    assert all("Mendroads" not in texts(grid, row)[0] or len(grid.ys) > 2 for grid in found)


def test_a_point_of_a_list_whose_sign_has_a_font_of_its_own_ends_no_row() -> None:
    """Behind it the row's further lines were headings and texts of the page."""
    text, levels = printed(BODY[1:2], head=False)
    more = [*tokens("Open a second library", 84, levels[-1] + 4), *tokens("Begun", 354, levels[-1] + 4)]
    more += [
        *tokens("\uf0b7", 84, levels[-1] + 16, style("Signs")),
        *tokens("for the old town", 92, levels[-1] + 16),
    ]
    shown = [*text, *more]
    (grid,) = columns.grids(rules(levels[-1:]), (), shown, (), [Layout(XS, "")])
    assert texts(grid, shown)[-1][1].endswith("\uf0b7fortheoldtown")


def test_the_rest_of_a_row_below_headings_printed_again_is_read() -> None:
    """A text in one column alone was no row, and the row that the page's end tore was cut without a finding."""
    head, levels = printed((HEAD,))
    rest = [*tokens("works began", 354, levels[1] + 4), *tokens("in June", 354, levels[1] + 16)]
    drawn, known = rules(levels[1:]), [Layout(XS, "".join(HEAD))]
    (grid,) = columns.grids(drawn, (), [*head, *rest], (), known)
    assert texts(grid, [*head, *rest])[1] == ["", "", "", "worksbeganinJune"]
    title = tokens("Notes on the plan", 54, levels[1] + 4)
    assert columns.grids(drawn, (), [*head, *title], (), known) == []
    assert columns.grids(drawn, (), [*head, *rest], (), [Layout(XS, "RefActionLeadStatus")]) == []


def test_columns_that_longer_texts_move_are_vouched_for_by_those_of_the_page_before() -> None:
    """Nothing but the rows of the next page told them, and all of these were in doubt."""
    text, levels = printed(BODY, head=False)
    moved = tuple(x - 40 if 1 < k < 4 else x for k, x in enumerate(XS))
    (doubted,) = columns.grids(rules(levels), (), text, ())
    (sure,) = columns.grids(rules(levels), (), text, (), [Layout(moved, "".join(HEAD))])
    assert (doubted.doubt, sure.doubt) == (columns.DOUBT_COLUMNS, "")
    assert texts(sure, text) == plain(BODY)


def page_with_a_title_below(
    *first: Sequence[str], size: float = 10
) -> tuple[list[Token], list[float], Sequence[Token]]:
    """A page whose first rule stands below lines at its head, and a whole table below a title; its rules' levels."""
    begin = [t for k, cells in enumerate(first) for x, said in zip(XS, cells, strict=False)
             for t in tokens(said, x + 4, 80 + LINE * k, style(size=size))]  # fmt: skip
    text, levels = printed((HEAD, *BODY), 160)
    title = tokens("Priority 2", XS[0], 140, BOLD)
    return [*begin, *title, *text], [80 + LINE * len(first) + 14, *levels], text


def test_a_last_row_on_a_page_s_head_above_a_rule_and_the_next_title_is_read() -> None:
    """It was left as text: the rule is its foot, and heads no table."""
    shown, levels, text = page_with_a_title_below(("2.2", "Mend roads", "Di Fox", "Begun"), ("", "in town"))
    whole, rest = columns.grids(rules(levels), (), shown, (), [Layout(XS, "")])
    assert texts(rest, shown) == [["2.2", "Mendroadsintown", "DiFox", "Begun"]]
    assert texts(whole, text) == plain((HEAD, *BODY))


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (("Plan", "", "", "Page 2"), 10),
        (("Old town", "review", "of May"), 7),
        (("Our work is for all in the old town",), 10),
    ],
)
def test_a_running_head_above_a_rule_is_no_last_row(head: Sequence[str], size: float) -> None:
    shown, levels, text = page_with_a_title_below(head, size=size)
    (whole,) = columns.grids(rules(levels), (), shown, (), [Layout(XS, "")])
    assert texts(whole, text) == plain((HEAD, *BODY))


def shaded(levels: Sequence[float]) -> list[Fill]:
    """A heading of rows between two levels, set apart by shading: nothing else of its table is drawn."""
    return [Fill(Box(XS[0], levels[0], XS[-1], levels[1]), "#f2f2f2")]


@pytest.mark.parametrize("above", [0, 2], ids=["at the page's head", "between rows"])
def test_rows_beside_a_shaded_heading_of_rows_that_nothing_else_draws_stand_in_the_columns_of_the_page_before(
    above: int,
) -> None:
    """They were left as text, since the heading alone was seen as a table."""
    later = [(f"2.{n}", *row[1:]) for n, row in enumerate(BODY, 1)]
    rows = (*BODY[:above], ("2 Parks for all in town", "", "", ""), *later)
    text, levels = printed(rows, head=False)
    (grid,) = columns.grids((), shaded(levels[above : above + 2]), text, (), [Layout(XS, "")])
    assert [row[-1] for row in texts(grid, text)] == [row[-1] for row in plain(rows)]


def test_text_below_a_shaded_line_that_fills_no_columns_is_no_row() -> None:
    text = tokens("Parks for all", 54, 104) + tokens(
        "How well is this going in the whole of the town?", 54, 126
    )
    assert not columns.grids((), shaded((100, 120)), text, (), [Layout(XS, "")])


def test_a_page_s_number_is_no_row_below_headings() -> None:
    """`Page 2` below a last row of two lines made this row the headings of a table."""
    rows = (HEAD, ("1", "", "", ""), ("1.1", "Build forty new homes for|rent", "Ann Lee", "Begun"), BODY[1])
    text, levels = printed(rows)
    fills = [Fill(Box(XS[0], a, XS[-1], b), "#f2f2f2") for a, b in pairwise(levels[:3])]
    folio = tokens("Page", 280, 500, style(size=12), 6) + tokens("2", 320, 500, style(size=12), 6)
    (grid,) = columns.grids((), fills, [*text, *folio], ())
    assert len(texts(grid, text)) == 4


def test_the_rest_of_a_row_above_many_beside_a_shaded_heading_of_rows_is_read() -> None:
    """Further above the heading than a row is high, it was text."""
    many = tuple((f"{k}.{row[0]}", *row[1:]) for k in range(1, 5) for row in BODY)
    text, levels = printed((("", "", "", "Let in May and|works began"), *many), 40, head=False)
    shaded = Fill(Box(XS[0], levels[-1], XS[-1], levels[-1] + 18), "#dce6f1")
    below, _ = printed(BODY, levels[-1] + 18, head=False)
    text = [*text, *tokens("Streets", 54, levels[-1] + 4, BOLD), *below]
    (grid,) = columns.grids((), [shaded], text, [], [Layout(XS, "".join(HEAD))])
    assert texts(grid, text)[:2] == plain((("", "", "", "Let in May and|works began"), many[0]))
