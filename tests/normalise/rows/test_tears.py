"""Rests of rows behind a page's end that have no air above them, as browsers cut cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parsers.block import Table
from tests.normalise.building import HIGH, actions_of, review_of, table

HEADINGS = ("Action", "Lead", "Due date", "Progress", "Status")
FIRST = (
    HEADINGS,
    ("Plant trees", "Ann Lee", "May 2024", "All were planted.", "Complete"),
    ("Mend the bridge", "Bo Ray", "June 2024", "Work began.", "On track"),
    ("", "Cy Moss", "July 2024", "The board agreed.", "Off track"),
)
REST = ("Open a library", "", "", "The builder withdrew.", "")
LATER = ("Teach Welsh", "Di Orr", "May 2025", "Begun.", "On track")


def aired(made: Table, airs: Sequence[float]) -> Table:
    """The table with its texts so far below the upper edges of their rows."""
    cells = []
    for cell in made.cells:
        down = airs[cell.row] - (HIGH - 10)
        lines = tuple(
            one._replace(box=one.box._replace(top=one.box.top + down, bottom=one.box.bottom + down))
            for one in cell.lines
        )
        cells.append(replace(cell, lines=lines))
    return replace(made, cells=tuple(cells))


def test_a_rest_without_air_above_it_is_the_row_s_though_a_sentence_ended_before_it() -> None:
    """The page had room for the short cells; the action moved whole to the next."""
    first, second = aired(table(*FIRST), (5, 5, 5, 5)), aired(table(REST, LATER, page=2), (1.5, 5))
    told = actions_of(first, second)
    assert [(a.action, a.leads, a.status) for a in told[2:]] == [
        ("Open a library", ("Cy Moss",), "off_track"),
        ("Teach Welsh", ("Di Orr",), "on_schedule"),
    ]
    assert told[2].progress == "The board agreed. The builder withdrew."


def test_words_that_the_break_parts_are_each_the_row_s_below_a_repeated_head() -> None:
    first = table(HEADINGS, *FIRST[1:3], ("Train all staff in", "Cy", "July 2024", "All came.", "Not"))
    second = table(HEADINGS, ("early help", "Moss", "", "", "started"), LATER, page=2)
    told = actions_of(aired(first, (5, 5, 5, 5)), aired(second, (5, 2, 5)))
    assert [(a.action, a.leads, a.status) for a in told[2:]] == [
        ("Train all staff in early help", ("Cy Moss",), "not_started"),
        ("Teach Welsh", ("Di Orr",), "on_schedule"),
    ]


@pytest.mark.parametrize(
    "airs",
    [
        pytest.param((5, 5), id="as much air as any row"),
        pytest.param((1, 5), id="an edge that nothing draws lies one point above the text"),
    ],
)
def test_a_first_row_that_may_be_whole_is_no_rest(airs: tuple[float, float]) -> None:
    first, second = aired(table(*FIRST), (5, 5, 5, 5)), aired(table(REST, LATER, page=2), airs)
    assert len(actions_of(first, second)) == 5


def test_a_row_with_a_reference_of_its_own_is_no_rest() -> None:
    heads = ("Ref", *HEADINGS)
    first = [heads, *(("1." + str(k), "Do it", *row[1:]) for k, row in enumerate(FIRST[1:], 1))]
    second = table(("1.4", *LATER), ("1.5", *LATER), page=2)
    assert len(actions_of(aired(table(*first), (5, 5, 5, 5)), aired(second, (2, 5)))) == 5


def test_a_note_alone_at_a_page_s_foot_is_the_begin_of_the_cut_row_behind_it() -> None:
    """It went to the row above it, with which the one behind the break was then fused."""
    first = table(*FIRST[:3], ("", "", "", "The board agreed.", ""))
    second = table(
        ("Open a library", "Cy Moss", "July 2024", "The builder withdrew.", "Off track"), LATER, page=2
    )
    told = actions_of(aired(first, (5, 5, 5, 5)), aired(second, (1.5, 5)))
    assert [a.progress for a in told] == [
        "All were planted.", "Work began.", "The board agreed. The builder withdrew.", "Begun.",
    ]  # fmt: skip


def test_two_rows_that_have_all_of_a_row_stay_two_where_the_first_ends_with_air_below_it() -> None:
    first = table(*FIRST[:3], ("Mend the roof", "Cy Moss", "July 2024", "The board agreed.", "Off track"))
    second = table(
        ("Open a library", "Ann Lee", "May 2024", "The builder withdrew.", "On track"), LATER, page=2
    )
    assert len(actions_of(aired(first, (5, 5, 5, 5)), aired(second, (1.5, 5)))) == 5


def test_a_row_that_counts_on_is_no_rest_though_it_has_no_air() -> None:
    """All that the page's end left above it was the lead; two rows and two activities were one, without a finding."""
    rows = [HEADINGS, *((f"{k}. {row[0] or 'Sow'}", *row[1:]) for k, row in enumerate(FIRST[1:], 1))]
    second = table(
        ("4. Open a library", "", "", "Begun.", "On track"), ("5. Teach Welsh", *LATER[1:]), page=2
    )
    assert len(actions_of(aired(table(*rows), (5, 5, 5, 5)), aired(second, (1.5, 5)))) == 5


def test_less_air_by_a_rule_s_width_is_no_cut() -> None:
    first, second = aired(table(*FIRST), (0.8, 0.8, 0.8, 0.8)), aired(table(REST, LATER, page=2), (0.4, 0.8))
    assert len(actions_of(first, second)) == 5


def test_the_rest_behind_a_page_that_begins_with_another_rest_is_told_too() -> None:
    """The rest at the head of the page between was taken for a row with little air."""
    second = table(REST, LATER, ("Open a", "Cy", "May 2024", "Begun.", "On"), page=2)
    third = table(("second hall", "Moss", "", "", "track"), LATER, page=3)
    aired_all = (aired(table(*FIRST), (5, 5, 5, 5)), aired(second, (1.5, 5, 5)), aired(third, (1.5, 5)))
    told = actions_of(*aired_all)
    assert [(a.action, a.leads) for a in told[4:]] == [
        ("Open a second hall", ("Cy Moss",)),
        ("Teach Welsh", ("Di Orr",)),
    ]


@pytest.mark.parametrize("codes", [("B1-1", "B1-2"), ("1.1", "1.2")])
def test_a_cut_row_with_a_code_of_its_own_is_not_fused_with_the_one_above(codes: tuple[str, str]) -> None:
    """`B1-1 B1-2` was one row of two statuses: its begin stood at the foot of the row above it."""
    heads = ("Ref", *HEADINGS)
    first = [heads, *(("A1-" + str(k), "Do it", *row[1:]) for k, row in enumerate(FIRST[1:], 1))]
    first[-1] = (codes[0], "Do it Open a", "Cy Moss", "July 2024", "Agreed.", "Off track")
    second = table((codes[1], "library", *LATER[1:]), ("B1-3", *LATER), page=2)
    above = aired(table(*first), (5, 5, 5, 5))
    above = replace(above, ys=(*above.ys[:-1], above.ys[-1] - 4))  # the page's end cuts it through
    review = review_of(above, aired(second, (1.5, 5)))
    assert [a.action_number for a in review.actions[2:]] == [*codes, "B1-3"]
    told = {f.subject_id for f in review.findings if f.code == "row_split_unsure"}
    assert told == {"a003", "a004"}
