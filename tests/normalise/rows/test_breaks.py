"""Pages that are missing, doubled, damaged or out of place: nothing is carried over them in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review, understand
from parsers.block import Block, Paragraph
from tests.normalise.building import (
    BESIDE,
    actions_of,
    document,
    heading,
    indicators_of,
    loud,
    paragraph,
    review_of,
    table,
)

HEADINGS = ("Key Activities", "Key Actions", "Lead", "Progress", "RAG")
FIRST = table(
    HEADINGS, ("1.1 Build homes", "1. Buy land", "Ann Archer", "Two sites were bought.", "On track")
)
REST = table(("", "2. Sell land", "", "Nothing was sold.", "On track"), page=2)
NEXT = table(("1.2 Mend roads", "1. Buy tar", "Bo Bull", "Ten tons were bought.", "On track"), page=3)
NEXT_ROW = ("1.2 Mend roads", "1. Buy tar", "Bo Bull", "Ten tons were bought.", "On track")
MEASURES = ("Indicator", "Target", "Latest", "Good is")


def foot(page: int, number: int | str) -> Paragraph:
    return paragraph(f"Page {number} of 9", page=page, top=770)


def numbered(*numbers: int) -> Review:
    """Three pages with these numbers at their feet, the second of which goes on with the first one's activity."""
    blocks: list[Block] = []
    for block, number in zip((FIRST, REST, NEXT), numbers, strict=True):
        blocks += [block, foot(block.page, number)]
    return review_of(*blocks)


def findings_of(review: Review, code: str) -> list[tuple[int | None, str | None]]:
    return [(f.page, f.subject_id) for f in review.findings if f.code == code]


@pytest.mark.parametrize("first", [1, 7])
def test_pages_in_order_are_read_as_before(first: int) -> None:
    review = numbered(first, first + 1, first + 2)
    assert [a.activity_refs for a in review.actions] == [("1.1",), ("1.1",), ("1.2",)]
    assert loud(review) == []


@pytest.mark.parametrize("numbers", [(1, 3, 4), (1, 5, 6), (3, 2, 3)], ids=["missing", "more", "back"])
def test_an_activity_is_not_carried_over_pages_that_do_not_follow(numbers: tuple[int, int, int]) -> None:
    review = numbered(*numbers)
    assert [a.activity_refs for a in review.actions] == [("1.1",), (), ("1.2",)]
    assert [a.leads for a in review.actions] == [("Ann Archer",), (), ("Bo Bull",)]
    assert findings_of(review, "page_order") == [(2, None)]
    assert findings_of(review, "page_gap") == [(1, "v001"), (1, "a001"), (2, "a002")]


def test_a_row_with_room_below_is_not_cut_by_a_gap() -> None:
    further = table(("", "2. Sell land", "", "Nothing was sold.", "On track"), page=2, top=600)
    review = review_of(FIRST, foot(1, 1), further, foot(2, 3), NEXT, foot(3, 4))
    assert [a.activity_refs for a in review.actions] == [("1.1",), (), ("1.2",)]
    assert findings_of(review, "page_gap") == [(2, "a002")]


def test_an_activity_s_text_that_ends_above_its_cell_s_end_is_not_cut_by_a_gap() -> None:
    raised = tuple(
        replace(c, lines=tuple(line._replace(box=line.box.grown(0)._replace(bottom=112)) for line in c.lines))
        if c.col == 0 and c.row
        else c
        for c in FIRST.cells
    )
    review = review_of(replace(FIRST, cells=raised), foot(1, 1), REST, foot(2, 3), NEXT, foot(3, 4))
    assert findings_of(review, "page_gap") == [(1, "a001"), (2, "a002")]


@pytest.mark.parametrize(("page", "flagged"), [(2, False), (1, True)])
def test_indicators_below_another_table_lack_nothing_above_them(page: int, *, flagged: bool) -> None:
    first = table(MEASURES, ("Waiting times", "4 weeks", "5 weeks", "Low"), top=600)
    rows = replace(FIRST, page=page)
    second = table(MEASURES, ("Reading well", "60%", "53%", "High"), page=2, top=300)
    third = replace(NEXT, page=3)
    review = review_of(*sorted([first, rows, second, third], key=lambda t: (t.page, t.box.top)),
                       foot(1, 1), foot(2, 3), foot(3, 4))  # fmt: skip
    assert ((2, "i002") in findings_of(review, "page_gap")) is flagged


def test_a_part_that_counts_its_own_pages_is_no_gap() -> None:
    review = review_of(FIRST, foot(1, 1), REST, foot(2, 2), NEXT, foot(3, 1))
    assert loud(review) == []


def test_figures_at_the_edges_of_pages_that_do_not_count_are_no_page_numbers() -> None:
    review = review_of(FIRST, foot(1, 12), REST, foot(2, 4), NEXT, foot(3, 31))
    assert loud(review) == []


def test_a_page_printed_twice_is_read_once() -> None:
    much = table(
        ("", "2. Sell land", "", "Nothing was sold in the whole of the year. " * 3, "On track"), page=2
    )
    again = replace(much, page=3)
    rest = replace(NEXT, page=4)
    review = review_of(FIRST, foot(1, 1), much, foot(2, 2), again, foot(3, 2), rest, foot(4, 3))
    assert [a.action_number for a in review.actions] == ["1", "2", "1"]
    assert loud(review) == ["page_repeated"]


def test_nothing_is_carried_over_a_damaged_page() -> None:
    parsed = document(FIRST, REST, NEXT)
    broken = "the content stream of page 2 fails its checksum"
    pages = tuple(p._replace(damage=broken) if p.number == 2 else p for p in parsed.pages)
    review = understand(replace(parsed, pages=pages))
    assert [a.activity_refs for a in review.actions] == [("1.1",), (), ("1.2",)]
    assert findings_of(review, "page_gap")[:3] == [(1, "v001"), (1, "a001"), (2, "a002")]


def test_the_end_of_a_page_without_its_number_may_be_missing() -> None:
    review = review_of(FIRST, foot(1, 1), REST, NEXT, foot(3, 3), paragraph("The end.", page=4), foot(4, 4))
    assert findings_of(review, "page_order") == [(2, None)]
    assert [a.activity_refs for a in review.actions] == [("1.1",), (), ("1.2",)]


def under_a_title(*above: Block, title: str = "") -> list[str]:
    first = table(MEASURES, ("Waiting times", "4 weeks", "5 weeks", "Low"))
    caption = [(title, *[""] * 3)] if title else []
    second = table(*caption, MEASURES, ("", "60%", "53%", "High"), page=2)
    rest = table(("share of pupils who read well", "", "", ""), page=3)
    return [i.name for i in indicators_of(first, *above, second, rest)]


def test_a_row_without_its_name_under_a_new_heading_is_no_rest_of_the_table_above_it() -> None:
    new = heading("Priority Two - Schools", page=2)
    assert under_a_title(new) == ["Waiting times", "share of pupils who read well"]
    assert under_a_title(title="Priority Two: how we measure") == [
        "Waiting times",
        "share of pupils who read well",
    ]


def test_a_heading_that_is_printed_again_parts_no_row() -> None:
    head = [heading("Action plan", page=p) for p in (1, 2)]
    first = table(HEADINGS, ("1.1 Build", "1. Buy land", "Ann Archer", "Two sites were", "On track"))
    rest = table(("", "", "", "bought in May.", ""), page=2)
    (action,) = review_of(head[0], first, head[1], rest).actions
    assert action.progress == "Two sites were bought in May."


def test_headings_of_a_column_that_are_printed_again_as_text_part_no_row_below_a_title() -> None:
    """Only the first row of a table was looked at, and that was its title."""
    title = "Priority One: how we measure"
    rows = (
        (title, BESIDE, BESIDE, BESIDE),
        MEASURES,
        ("Waiting times", "4 weeks", "The board will see", "Low"),
    )
    first = table(*rows)
    first = replace(first, cells=tuple(replace(c, header=c.row < 2) for c in first.cells))
    again = [heading(text, page=2) for text in (title, *MEASURES)]
    rest = table(("", "", "the figures in May.", ""), page=2)
    (indicator,) = indicators_of(first, *again, rest)
    assert indicator.latest == "The board will see the figures in May."


def test_headings_of_narrow_columns_that_are_printed_again_in_one_text_part_no_row() -> None:
    """`No. Action` above the rest of a note made of that a row of its own, without a number, an action and a status."""
    head = ("No.", "Action", "Lead", "Status", "Progress")
    row = ("1", "Build homes", "Ann Archer", "On track", "Two sites were bought.")
    again = [heading("No. Action", page=2), heading("Lead Status Progress", page=2)]
    rest = table(
        ("", "", "", "", "• A third was sold."), ("2", "Mend it", "Bo Bull", "Late", "Begun."), page=2
    )
    assert [a.action_number for a in actions_of(table(head, row), *again, rest)] == ["1", "2"]
    other = [heading("No. Homes", page=2), *again[1:]]
    assert len(actions_of(table(head, row), *other, rest)) == 3


def test_values_whose_name_stands_behind_the_page_break_are_one_indicator() -> None:
    first = table(MEASURES, ("", "60%", "The board was named,", "High"))
    rest = table(("Share of pupils", "", "its chair is known", ""), page=2)
    (indicator,) = indicators_of(first, rest)
    assert (indicator.name, indicator.latest) == (
        "Share of pupils",
        "The board was named, its chair is known",
    )
    other = table(("Share of pupils", "70%", "71%", "High"), page=2)
    assert [i.name for i in indicators_of(first, other)] == ["", "Share of pupils"]


def test_a_page_that_begins_with_a_bold_total_goes_on_with_the_table() -> None:
    rows = [(f"{n}. Build bridge {n}", "Bo Bull", "Done in May.", "On track") for n in range(2, 5)]
    first = table(("Action", "Lead", "Progress", "RAG"), ("1. Buy land", "Ann Archer", "Done.", "On track"))
    total = table(("Total", "4", "3 done", "1 not"), *rows, page=2)
    bold = tuple(
        replace(c, lines=tuple(line._replace(bold=True) for line in c.lines)) if not c.row else c
        for c in total.cells
    )
    review = review_of(first, replace(total, cells=bold))
    assert {a.action_number for a in review.actions} >= {"1", "2", "3", "4"}


def test_a_table_with_the_review_s_columns_that_is_not_understood_is_a_finding() -> None:
    unknown = table(("Colour", "Shape", "Size", "Weight", "Age"), *[("a", "b", "c", "d", "e")] * 3, page=2)
    bold = tuple(
        replace(c, lines=tuple(line._replace(bold=True) for line in c.lines)) if not c.row else c
        for c in unknown.cells
    )
    assert loud(review_of(FIRST, replace(unknown, cells=bold))) == ["table_not_understood"]
    fewer = table(("Colour", "Shape"), *[("a", "b")] * 3, page=2)
    assert loud(review_of(FIRST, fewer)) == []


def test_under_a_heading_of_its_own_a_table_without_header_is_no_rest_of_one_with_other_columns() -> None:
    measures = table(MEASURES, ("Waiting times", "4 weeks", "5 weeks", "Low"))
    wide = measures.box.width / 5
    rows = table(*[(f"{n}. Buy land", "Plan", "Ann", "Done", "On track") for n in range(4)], page=2)
    squeezed = replace(rows, xs=tuple(measures.box.x0 + wide * k for k in range(6)), box=measures.box)
    assert [i.name for i in indicators_of(measures, heading("Priority Two - Homes", page=2), squeezed)] == [
        "Waiting times"
    ]


def test_no_row_goes_on_over_a_page_of_which_nothing_was_read() -> None:
    """The note begun on page 1 went on in mid-sentence with what stood on top of page 3, without a finding."""
    cut = table(
        HEADINGS, ("1.1 Build homes", "1. Buy land", "Ann Archer", "Two sites were bought and", "On track")
    )
    rest = table(("", "", "", "survey returns from all parents.", ""), NEXT_ROW, page=3)
    lost = paragraph("2. Sell land Ann Archer Nothing was sold. " * 6, page=2)
    apart = review_of(cut, lost, rest)
    assert next(a.progress for a in apart.actions) == "Two sites were bought and"
    assert findings_of(apart, "page_gap") == [(1, "v001"), (1, "a001"), (3, "a002")]
    blank = review_of(cut, paragraph("This page is left blank", page=2), rest)
    assert (
        next(a.progress for a in blank.actions)
        == "Two sites were bought and survey returns from all parents."
    )
    assert findings_of(blank, "page_gap") == []
