"""Rows over page breaks: what a break cut is made whole, what it did not is never fused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from normalise.review import Action
from parsers.block import Block, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    BLUE,
    Square,
    actions_of,
    filled,
    heading,
    indicators_of,
    loud,
    moved_to,
    only_action,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

HEADINGS = ("Key Activities", "Plan", "Key Actions", "Lead", "Progress", "RAG")
PLAIN = ("Action", "Lead", "Progress", "RAG")
MEASURES = ("Indicator", "Target", "Latest", "Good is")
FIRST: tuple[Square, ...] = (
    "1.1 Build homes",
    "Local Plan",
    "1. Buy land",
    "Ann Archer",
    "Two sites were",
    "On track",
)


def over_break(
    first: tuple[Square, ...], second: tuple[Square, ...], *more: tuple[Square, ...], repeated: bool = False
) -> tuple[Table, Table]:
    """A table whose page ends after the first row and goes on with the others."""
    header = [HEADINGS] if repeated else []
    return table(HEADINGS, first), table(*header, second, *more, page=2)


def progress_of(*blocks: Block) -> list[str]:
    return [a.progress for a in actions_of(*blocks)]


@pytest.mark.parametrize("repeated", [False, True], ids=["no header", "header repeated"])
def test_a_row_that_goes_on_in_one_cell_is_one_row(repeated: bool) -> None:
    (action,) = actions_of(*over_break(FIRST, ("", "", "", "", "bought in May.", ""), repeated=repeated))
    assert (action.progress, action.pages) == ("Two sites were bought in May.", (1, 2))
    assert (action.action, action.leads, action.status) == ("Buy land", ("Ann Archer",), "on_schedule")


@pytest.mark.parametrize("repeated", [False, True], ids=["no header", "header repeated"])
def test_two_rows_with_a_number_each_are_never_fused(repeated: bool) -> None:
    second = ("", "", "2. Sell land", "Bo Bull", "nothing was sold", "On track")
    found = actions_of(*over_break(FIRST, second, repeated=repeated))
    assert [(a.action_number, a.progress) for a in found] == [
        ("1", "Two sites were"),
        ("2", "nothing was sold"),
    ]
    assert {a.activity_refs for a in found} == {("1.1",)}


def test_a_blank_status_alone_makes_no_continuation() -> None:
    second = ("", "", "2. Sell land", "Bo Bull", "nothing was sold", "")
    found = actions_of(*over_break(FIRST, second))
    assert [(a.action_number, a.status) for a in found] == [("1", "on_schedule"), ("2", "unknown")]


def test_a_status_on_both_pages_keeps_rows_apart() -> None:
    second = ("", "", "and sell it", "", "bought in May.", "Completed")
    assert len(actions_of(*over_break(FIRST, second))) == 2


def test_an_activity_with_its_own_reference_begins_anew() -> None:
    second = ("1.2 Mend homes", "Local Plan", "", "", "went well", "On track")
    found = actions_of(*over_break(FIRST, second))
    assert [a.activity_refs for a in found] == [("1.1",), ("1.2",)]


def test_a_cut_cell_that_is_shaded_on_both_pages_is_one_row() -> None:
    key = table([filled("#00b050"), "On track"], [filled("#ff0000"), "Off track"], top=20)
    first = (*FIRST[:5], filled("#00b050"))
    before, after = over_break(first, ("", "", "", "", "bought in May.", filled("#00b050")))
    (action,) = actions_of(key, before, after)
    assert (action.progress, action.status) == ("Two sites were bought in May.", "on_schedule")


@pytest.mark.parametrize(("again", "rows"), [("amber", 1), ("blue", 2)])
def test_the_rest_of_a_note_beside_a_sign_that_is_painted_again_is_no_row(again: str, rows: int) -> None:
    """The word stands on one page, and what it is printed on upon both: the rest was an action without a name."""
    colours = {"amber": AMBER, "blue": BLUE}
    first = (*FIRST[:4], "Two sites were bought.", with_text("Slipping", shape("square", AMBER)))
    rest = ("", "", "", "", "• Planning consent was granted.", shape("square", colours[again]))
    assert len(actions_of(*over_break(first, rest))) == rows


def test_headings_of_columns_that_stand_as_text_above_the_next_page_s_table_open_none() -> None:
    """Tagged files mark them as artifacts, and the rest of a row was one of its own."""
    first, rest = over_break(FIRST, ("", "", "", "", "bought in May.", ""))
    lines = [heading(text, page=2, top=20, size=10) for text in ("Lead", "Progress")]
    assert progress_of(first, *lines, rest) == ["Two sites were bought in May."]
    title = heading("Later on", page=2, top=20, size=10)
    assert len(progress_of(first, title, rest)) == 2


def test_an_action_cut_in_mid_sentence_goes_on() -> None:
    first = (
        "1.1 Build homes",
        "Local Plan",
        "1. Buy land in the",
        "Ann Archer",
        "Two sites were",
        "On track",
    )
    (action,) = actions_of(*over_break(first, ("", "", "north and south", "", "bought in May.", "")))
    assert (action.action, action.progress) == (
        "Buy land in the north and south",
        "Two sites were bought in May.",
    )


def test_a_word_that_the_page_s_end_cuts_is_whole_where_the_document_writes_it_so() -> None:
    note = "All of the children moved in. Two more chil-"
    first = ("1.1 Build homes", "Local Plan", "1. Buy land", "Ann Archer", note, "On track")
    (action,) = actions_of(*over_break(first, ("", "", "", "", "dren were placed.", "")))
    assert action.progress.endswith("Two more children were placed.")


def test_a_row_over_three_pages_is_one_row() -> None:
    first, second = over_break(FIRST, ("", "", "", "", "bought in May and three", ""))
    third = table(("", "", "", "", "in June.", ""), page=3)
    (action,) = actions_of(first, second, third)
    assert (action.progress, action.pages) == ("Two sites were bought in May and three in June.", (1, 2, 3))


def test_a_merged_activity_that_goes_on_belongs_to_the_new_action_too() -> None:
    first = table(
        HEADINGS,
        ("1.1 Build homes for people who", "Local Plan", "1. Buy land", "Ann Archer", "Bought.", "On track"),
        (ABOVE, ABOVE, "2. Sell land", "Bo Bull", "Sold.", "On track"),
    )
    second = table(
        ("need them", "", "3. Lend land", "Cy Carr", "Lent.", "On track"),
        (ABOVE, ABOVE, "4. Let land", "Di Dyer", "Let.", "On track"),
        page=2,
    )
    review = review_of(first, second)
    assert [(a.refs, a.texts) for a in review.activities] == [
        (("1.1",), ("Build homes for people who need them",))
    ]
    assert [a.action_number for a in review.actions] == ["1", "2", "3", "4"]
    assert {a.activity_refs for a in review.actions} == {("1.1",)}
    assert {a.plans for a in review.actions} == {("Local Plan",)}


@pytest.mark.parametrize("again", ["1.1 Build homes for those in need", "1.1 Build homes for those in-need"])
def test_an_activity_that_is_printed_again_for_each_row_is_told_once(again: str) -> None:
    first = "1.1 Build homes for those in need"
    one, two, three = (
        (text, "Local Plan", f"{n}. Buy land", "Ann Archer", "Bought.", "On track")
        for n, text in enumerate((first, again, again), 1)
    )
    review = review_of(table(HEADINGS, one, two), table(HEADINGS, three, page=2))
    assert [a.texts for a in review.activities] == [("Build homes for those in need",)]
    assert {a.activity_refs for a in review.actions} == {("1.1",)}
    assert not loud(review)


def test_of_an_activity_that_a_page_s_end_cuts_and_the_next_page_prints_again_the_whole_text_stands() -> None:
    first = table(HEADINGS, ("1.1 Build homes", "", "1. Buy land", "Ann Archer", "Bought.", "On track"))
    second = table(("1.1 Build homes that last", "", "2. Sell", "Bo Bull", "Sold.", "On track"), page=2)
    assert [a.texts for a in review_of(first, second).activities] == [("Build homes that last",)]


def test_a_reference_that_is_printed_again_with_another_text_is_told() -> None:
    rows = [
        (f"1.1 {text}", "", f"{n}. Buy land", "Ann Archer", "Bought.", "On track")
        for n, text in enumerate(("Build homes", "Mend the roads"), 1)
    ]
    review = review_of(table(HEADINGS, *rows))
    assert [f.subject_id for f in review.findings if f.code == "activity_retold"] == ["v001"]


def test_columns_of_the_first_page_are_carried_forward() -> None:
    """On the second page the merged cell's left rule is missing and its column is gone."""
    second = table(("2. Sell land", "Bo Bull", "Nothing was sold.", "On track"), page=2)
    first = table(PLAIN, ("1. Buy land", "Ann Archer", "Bought.", "Completed"))
    found = actions_of(first, second)
    assert [(a.action, a.leads, a.progress) for a in found] == [
        ("Buy land", ("Ann Archer",), "Bought."), ("Sell land", ("Bo Bull",), "Nothing was sold."),
    ]  # fmt: skip


def test_columns_set_anew_with_other_widths_on_the_next_page_follow_in_their_order() -> None:
    """A browser sets each table's columns by its own texts: the lead then stands where the action stood."""
    first = table(PLAIN, ("1. Buy land", "Ann Archer", "Bought.", "Completed"))
    second = table(("2. Sell land", "Bo Bull", "Nothing was sold.", "On track"), page=2)
    narrow = replace(second, xs=(40.0, 70.0, 125.0, 300.0, 400.0))
    found = actions_of(first, narrow)
    assert [(a.action, a.leads, a.progress, a.status) for a in found] == [
        ("Buy land", ("Ann Archer",), "Bought.", "completed"),
        ("Sell land", ("Bo Bull",), "Nothing was sold.", "on_schedule"),
    ]


def test_as_many_columns_as_before_that_are_others_are_taken_by_their_place() -> None:
    """The rule between action and lead is lost and a stray one parts the note, which is no status."""
    first = table(PLAIN, ("1. Buy land", "Ann Archer", "Bought.", "Completed"))
    note = "It was sold in spring to a neighbour who asked for it."
    second = table(("2. Sell land", "On", "track", note), page=2)
    found = actions_of(first, replace(second, xs=(40.0, 220.0, 310.0, 355.0, 400.0)))
    assert found[-1].leads == ()


def test_a_header_printed_again_inside_a_table_is_no_row() -> None:
    one = table(PLAIN, ("1. Buy land", "Ann Archer", "Bought.", "Completed"), PLAIN,
                ("2. Sell land", "Bo Bull", "Sold.", "Completed"))  # fmt: skip
    assert [a.action for a in actions_of(one)] == ["Buy land", "Sell land"]


def test_rows_that_may_be_one_stay_apart_with_a_finding() -> None:
    first = table(PLAIN, ("Buy land.", "Ann Archer", "Two sites are bought.", "Completed"))
    second = table(("And sell it", "", "Nothing sold yet", ""), page=2)
    review = review_of(first, second)
    assert len(review.actions) == 2
    assert "row_split_unsure" in loud(review)


def test_a_text_that_ends_on_one_page_and_begins_on_the_next_keeps_its_list() -> None:
    before, after = over_break(FIRST, ("", "", "", "", "• one in May", ""))
    assert progress_of(before, after) == ["Two sites were\n• one in May"]


def test_an_indicator_s_name_cut_by_the_break_is_one_name() -> None:
    first = table(MEASURES, ("Homes built in the", "400 (", "312 (Q2 2024-", "High"))
    second = table(("year to date", "", "25)", ""), page=2)
    (indicator,) = indicators_of(first, second)
    assert (indicator.name, indicator.latest) == ("Homes built in the year to date", "312 (Q2 2024-25)")
    assert indicator.pages == (1, 2)


def test_a_value_cut_by_the_break_is_one_value() -> None:
    first = table(MEASURES, ("Homes built", "400", "312 (Q2 2024-", "High"))
    second = table(("", "", "25)", ""), page=2)
    (indicator,) = indicators_of(first, second)
    assert (indicator.latest, indicator.readings[1].period) == ("312 (Q2 2024-25)", "Q2 2024-25")


def test_a_bracket_that_closes_behind_the_break_tells_that_an_indicator_s_row_was_cut() -> None:
    """The rest of its name opens with a capital, as a name does, and was an indicator of its own."""
    first = table(MEASURES, ("Assessments by", "Better than", "26.0% (Q1 2016-", "High"))
    (indicator,) = indicators_of(first, table(("Children's Social Care", "2015-16", "17)", ""), page=2))
    assert (indicator.name, indicator.target) == (
        "Assessments by Children's Social Care",
        "Better than 2015-16",
    )
    assert indicator.latest == "26.0% (Q1 2016-17)"
    assert len(indicators_of(first, table(("Homes built", "Up", "17 (new)", ""), page=2))) == 2


def test_two_indicators_are_never_fused() -> None:
    first = table(MEASURES, ("Homes built", "400", "312", "High"))
    second = table(("Homes mended", "", "55", "High"), page=2)
    assert [i.name for i in indicators_of(first, second)] == ["Homes built", "Homes mended"]


def test_a_merged_target_counts_for_each_row_that_it_spans() -> None:
    one = table(
        MEASURES,
        ("Homes built", "More than last year", "312", "High"),
        ("Homes mended", ABOVE, "55", "High"),
        ("Homes let", "", "5", "High"),
    )
    assert [i.target for i in indicators_of(one)] == ["More than last year", "More than last year", ""]


def test_a_theme_between_rows_is_no_row() -> None:
    one = table(
        PLAIN,
        ("1. Buy land", "Ann Archer", "Bought.", "Completed"),
        ("Priority 2: Homes", BESIDE, BESIDE, BESIDE),
        ("2. Sell land", "Bo Bull", "Sold.", "Completed"),
    )
    found: tuple[Action, ...] = actions_of(one)
    assert [(a.action, a.priority) for a in found] == [("Buy land", None), ("Sell land", "2")]


def test_a_row_that_prints_a_note_only_is_no_action_without_a_name() -> None:
    rows = [("Open a hub", "Ann Archer", "The lease is signed.", "G"), ("", "", "More is planned.", "")]
    action = only_action(paragraph("G = On track, A = Late, R = Off track"), table(PLAIN, *rows))
    assert action.progress.split() == ["The", "lease", "is", "signed.", "More", "is", "planned."]


def test_a_row_with_a_status_and_no_action_is_not_silent() -> None:
    rows = [
        ("Open a hub", "Ann Archer", "The lease is signed.", "G"),
        ("", "Bo Lind", "Staff are short.", "R"),
    ]
    review = review_of(paragraph("G = On track, A = Late, R = Off track"), table(PLAIN, *rows))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert loud(review) == ["action_missing"]


def test_a_row_that_opens_an_activity_needs_no_action() -> None:
    review = review_of(
        table(
            ("Activity", "Action", "Progress", "RAG"),
            ("1.1 Parks", "Plant trees", "Ninety are in the ground.", "Completed"),
            ("1.2 Roads", "", "All are mended.", "Completed"),
        )
    )
    assert loud(review) == []


def test_a_row_right_below_the_band_that_names_its_activity_needs_no_action() -> None:
    band = ("1.2 Roads for all who live in the town", BESIDE, BESIDE, BESIDE)
    rows = (
        ("", "Ann Archer", "All are mended.", "Completed"),
        ("", "Bo Bull", "So are the kerbs.", "Completed"),
    )
    review = review_of(table(("Action", "Lead", "Progress", "RAG"), band, *rows))
    assert {a.activity_refs for a in review.actions} == {("1.2",)}
    assert [f.subject_id for f in review.findings if f.code == "action_missing"] == ["a002"]


def test_an_activity_whose_cell_begins_blank_before_the_break_is_not_told_twice() -> None:
    first = table(
        HEADINGS,
        ("1.1 Train", "", "1. Train all", "Ann Archer", "All were trained.", "On track"),
        ("", "", "1. Buy", "Ann Archer", "Sites were", ""),
    )
    rest = table(("1.2 Build homes", "", "land", "", "bought.", "On track"), page=2)
    review = review_of(first, rest)
    assert "activity_retold" not in loud(review)


def test_the_rest_of_a_row_that_lacks_a_reference_joins_though_its_words_look_like_headings() -> None:
    headings = ("Ref", "Milestone", "Lead", "Due date", "RAG", "Position")
    rows: list[tuple[Square, ...]] = [
        (f"1.{n}", "Buy land", "Ann Archer", "May 2026", "On track", "Bought.") for n in (1, 2)
    ]
    cut = ("1.3", "Train children to", "Road Safety", "Mar", "On track", "900 trained.")
    actions = actions_of(
        table(headings, *rows, cut),
        table(("", "Bikeability level 2", "Manager", "2027", "", ""), ("1.4", *rows[0][1:]), page=2),
    )
    assert [a.action_number for a in actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert (actions[2].action, actions[2].leads) == (
        "Train children to Bikeability level 2",
        ("Road Safety Manager",),
    )
    assert actions[2].due_date == dt.date(2027, 3, 31)


def test_a_table_of_other_columns_does_not_go_on_with_those_of_a_table_as_wide() -> None:
    measured = table(("Indicator", "Target", "Latest", "Good is"), ("Homes", "9", "8", "High"))
    other = table(("1.1 Build homes", "Local Plan", "Two were built."), page=2)
    other = replace(
        other,
        box=measured.box,
        xs=(measured.xs[0], measured.xs[0] + 150, measured.xs[0] + 230, measured.xs[-1]),
    )
    assert [i.name for i in indicators_of(measured, other)] == ["Homes"]


def test_headings_that_stand_on_a_table_s_first_rule_are_its_header() -> None:
    body = table(("Build homes", "Ann Archer", "Two sites were bought.", "On track"), top=200)
    over = [
        replace(heading(text), box=Box(x + 4, 188, x + 60, 198))
        for text, x in zip(PLAIN, body.xs[:-1], strict=True)
    ]
    action = only_action(*over, body)
    assert (action.action, action.leads, action.status) == ("Build homes", ("Ann Archer",), "on_schedule")


@pytest.mark.parametrize(
    ("rest", "whole"),
    [("the weekend.", "Opened before\nthe weekend."), ("The end.", "Opened before\nthe weekend. The end.")],
)
def test_a_line_that_is_drawn_again_behind_the_break_is_read_once(rest: str, whole: str) -> None:
    first = (
        "1.1 Build homes",
        "Local Plan",
        "1. Buy land",
        "Ann Archer",
        "Opened before\nthe weekend.",
        "On track",
    )
    assert progress_of(*over_break(first, ("", "", "", "", rest, ""))) == [whole]


def test_the_head_of_a_bar_at_a_page_s_foot_is_no_row() -> None:
    headings = ("Ref", "Action", "% complete", "Status", "Progress")
    bar = shape("square", BLUE)
    first = table(
        headings,
        ("W1", "Open a library", with_text("60%", bar), "On track", "All sold by May."),
        ("", "", bar, "", ""),
    )
    second = table(("W2", "Plant trees", with_text("40%", bar), "Completed", "All sold by May."))
    review = review_of(first, moved_to(2, second))
    assert [(a.action_number, a.action, a.pages) for a in review.actions] == [
        ("W1", "Open a library", (1,)),
        ("W2", "Plant trees", (2,)),
    ]
    assert not loud(review)


def test_a_row_cut_inside_its_action_is_one_row_though_the_rest_begins_with_a_capital() -> None:
    first = table(
        PLAIN,
        ("Sell land", "Ann Archer", "", "Completed"),
        ("Give advice on debt in", "Bo Bull", "", "On track"),
    )
    second = table(PLAIN, ("Netherstead", "", "", ""), ("Plant trees", "Cy Moss", "", "On track"), page=2)
    review = review_of(first, second)
    assert [(a.action, a.status) for a in review.actions] == [
        ("Sell land", "completed"),
        ("Give advice on debt in Netherstead", "on_schedule"),
        ("Plant trees", "on_schedule"),
    ]
    assert not {"status_missing", "row_split_unsure"} & set(loud(review))


@pytest.mark.parametrize(
    ("parted", "count"), [(("In", "progress"), 1), (("Off", "track"), 1), (("Delayed", "Completed"), 2)]
)
def test_a_status_whose_words_the_break_parts_makes_one_row(parted: tuple[str, str], count: int) -> None:
    first = table(
        PLAIN,
        ("Sell land", "Ann Archer", "Sold.", "Completed"),
        ("Write wildfire", "Protective", "Six of seven are whole. The", filled(AMBER, parted[0])),
    )
    second = table(
        PLAIN,
        ("plans for all areas", "Services", "rest follow in July.", filled(AMBER, parted[1])),
        ("Plant trees", "Protective Services", "Planted.", "Completed"),
        page=2,
    )
    found = actions_of(first, second)[1:-1]
    assert len(found) == count
    if count == 1:
        (action,) = found
        assert (action.action, action.leads) == (
            "Write wildfire plans for all areas",
            ("Protective Services",),
        )
        assert (action.progress, action.pages) == ("Six of seven are whole. The rest follow in July.", (1, 2))


def test_a_row_whose_short_cells_stand_behind_the_break_is_one_row() -> None:
    first = table(PLAIN, ("Sell land", "Ann Archer", "", "Completed"), ("Finish the walking", "", "", ""))
    second = table(PLAIN, ("infrastructure plan", "Bo Bull", "", "On track"), page=2)
    found = actions_of(first, second)
    assert [(a.action, a.leads, a.status) for a in found] == [
        ("Sell land", ("Ann Archer",), "completed"),
        ("Finish the walking infrastructure plan", ("Bo Bull",), "on_schedule"),
    ]


def test_a_row_whose_action_alone_stands_behind_the_break_is_one_though_its_activity_goes_on_too() -> None:
    """A browser keeps two lines of a text together: the action moved to the next page, and its row was two."""
    columns = ("Key activities", "Action", "Lead", "Progress", "Status")
    first = table(columns, ("4.1 The impact of help on", "", "Bo Bull", "All is reviewed.", "Completed"))
    second = table(
        columns,
        ("children and families", "1. Review all measures", "", "", ""),
        (ABOVE, "2. Plant trees", "Cy Moss", "Begun.", "On track"),
        page=2,
    )
    found = actions_of(first, second)
    assert [(a.action, a.status, a.activity) for a in found] == [
        ("Review all measures", "completed", "The impact of help on children and families"),
        ("Plant trees", "on_schedule", "The impact of help on children and families"),
    ]


def test_a_row_that_goes_on_in_a_wider_table_is_read_whole() -> None:
    """The reader failed on the columns that the row's own table does not have."""
    first = table(PLAIN, ("Sell the land", "Ann Archer", "Begun and", "On track"))
    second = table((*PLAIN, "Note", "Venue"), ("", "", "going on.", "", "Seen", "Hall"), page=2)
    (found,) = actions_of(first, second)
    assert (found.progress, found.extra) == ("Begun and going on.", (("Note", "Seen"), ("Venue", "Hall")))


def test_an_action_that_may_go_on_over_the_break_is_doubted_on_both_pages() -> None:
    first = table(PLAIN, ("Plant a new wood", "Ann Archer", "", "On track"))
    second = table(PLAIN, ("Weston", "", "", ""), ("Sell land", "Bo Bull", "", "Completed"), page=2)
    review = review_of(first, second)
    assert len(review.actions) == 3
    doubted = {f.subject_id for f in review.findings if f.code == "row_split_unsure"}
    assert doubted == {a.id for a in review.actions[:2]}


@pytest.mark.parametrize(
    "second", [("Weston", "Bo Bull", "", ""), ("Weston", "", "Begun.", ""), ("2. Weston", "", "", "")]
)
def test_a_row_with_something_of_its_own_behind_the_break_is_no_half(second: tuple[Square, ...]) -> None:
    first = table(PLAIN, ("Plant a new wood in", "Ann Archer", "", "On track"))
    assert len(actions_of(first, table(PLAIN, second, page=2))) == 2


def test_a_merged_cell_of_an_unknown_column_left_of_the_action_goes_on_over_the_break() -> None:
    head = ("Ward", "Action", "Status", "Progress")
    first = table(
        head,
        ("Northgate", "Buy land", "On track", "Bought in May."),
        (ABOVE, "Sell land", "On track", "Sold in June."),
    )
    rest = table(
        head,
        ("", "Rent land", "On track", "Rented in May."),
        (ABOVE, "Let land", "On track", "Let in June."),
        ("", "Mow land", "On track", "Mown in June."),
        page=2,
    )
    found = actions_of(first, rest)
    assert [(a.action, dict(a.extra).get("Ward")) for a in found] == [
        ("Buy land", "Northgate"),
        ("Sell land", "Northgate"),
        ("Rent land", "Northgate"),
        ("Let land", "Northgate"),
        ("Mow land", None),
    ]


@pytest.mark.parametrize(("objective", "told"), [("", "Housing"), ("Green places", None)])
def test_a_directorate_goes_on_to_a_page_of_one_row_with_the_activity_right_of_it(
    objective: str, told: str | None
) -> None:
    """That row had no directorate, without a finding; beside an activity of its own its cell was left blank."""
    head = ("Directorate", "Objective", "Action", "Lead", "Status", "Progress")
    first = table(
        head,
        ("Housing", "Safe places", "Buy land", "Ann Archer", "On track", "Bought in May."),
        (ABOVE, "Clean places", "Sell land", "Bo Baker", "On track", "Sold in June."),
    )
    rest = table(head, ("", objective, "Rent land", "Cy Moss", "On track", "Rented in May."), page=2)
    raised = [  # its text stands at its head
        replace(c, lines=tuple(x._replace(box=x.box._replace(top=c.box.top, bottom=c.box.top + 10)) for x in c.lines))
        if c.text == "Housing" else c
        for c in first.cells
    ]  # fmt: skip
    found = actions_of(replace(first, cells=tuple(raised)), rest)
    assert [dict(a.extra).get("group") for a in found] == ["Housing", "Housing", told]


def test_a_priority_merged_over_several_activities_goes_on_over_the_break_beside_a_new_one() -> None:
    """Four rows below the break had no priority, without a finding."""
    head = ("Priority", "Activity", "Action", "Status", "Progress")
    first = table(
        head,
        ("Safe places", "Calm the roads", "Buy land", "On track", "Bought in May."),
        (ABOVE, "Light the streets", "Sell land", "On track", "Sold in June."),
    )
    rest = table(
        head,
        ("", "Clear the paths", "Rent land", "On track", "Rented in May."),
        (ABOVE, ABOVE, "Let land", "On track", "Let in June."),
        ("Green places", "Plant trees", "Mow land", "On track", "Mown in June."),
        page=2,
    )
    found = [dict(a.extra).get("priority") for a in actions_of(first, rest)]
    assert found == ["Safe places"] * 4 + ["Green places"]


@pytest.mark.parametrize(("ref", "priority"), [("1.2", "Safe places"), ("2.1", None)])
def test_a_priority_goes_on_beside_a_new_numbered_activity_that_counts_on(
    ref: str, priority: str | None
) -> None:
    """The rows of an activity that begins a page had no priority, without a finding."""
    head = ("Priority", "Activity", "Action", "Status", "Progress")
    first = table(
        head,
        ("Safe places", "1.1 Calm the roads", "Buy land", "On track", "Bought in May."),
        (ABOVE, ABOVE, "Sell land", "On track", "Sold in June."),
    )
    rest = table(
        head,
        ("", f"{ref} Clear the paths", "Rent land", "On track", "Rented in May."),
        (ABOVE, ABOVE, "Let land", "On track", "Let in June."),
        page=2,
    )
    assert [dict(a.extra).get("priority") for a in actions_of(first, rest)][2:] == [priority] * 2


def test_a_table_without_activities_before_one_that_has_them_loses_nothing() -> None:
    """Half of the pages had lost the activities' column, and the reader failed."""
    first = table(("Plan", "Action", "Status"), ("Homes Plan", "Buy land", "On track"))
    rest = table(("Activity", "Plan", "Action", "Status"), ("", "", "Sell land", "On track"), page=2)
    assert [a.action for a in actions_of(first, rest)] == ["Buy land", "Sell land"]


def test_a_blank_or_differently_coloured_merged_cell_of_a_new_activity_takes_nothing_from_the_page_before() -> (
    None
):
    head = ("Goal", "Risks", "Goal health", "Action", "Status", "Progress")
    key = table([filled("#00b050"), "On track"], [filled("#ff0000"), "Off track"], top=20)
    first = table(
        head,
        ("1. Homes", "Prices rise", filled("#00b050"), "Buy land", "On track", "Bought in May."),
        (ABOVE, ABOVE, ABOVE, "Sell land", "On track", "Sold in June."),
        top=200,
    )
    rest = table(
        head,
        ("2. Parks", "", filled("#ff0000"), "Rent land", "On track", "Rented in May."),
        (ABOVE, ABOVE, ABOVE, "Let land", "On track", "Let in June."),
        page=2,
    )
    found = actions_of(key, first, rest)
    assert [(a.activity, dict(a.extra).get("Risks"), dict(a.extra)["Goal health"]) for a in found] == [
        ("Homes", "Prices rise", "On track"),
        ("Homes", "Prices rise", "On track"),
        ("Parks", None, "Off track"),
        ("Parks", None, "Off track"),
    ]


def test_the_rest_of_headings_that_a_page_break_cuts_is_no_row() -> None:
    """It was an action without a text that had been completed."""
    names = ("No.", "What we will do", "By", "Status", "Progress")
    head = tuple(filled(BLUE, text) for text in names)
    rest = tuple(filled(BLUE, text) for text in ("", "", "when", "", ""))
    row = ("4.1", "Build homes", "Mar 2026", "On track", "The frame rises.")
    full = table(head, ("3.1", "Mend roofs", "May 2026", "Completed", "Done."))
    review = review_of(
        full, heading("Priority 4: Homes", top=380), table(head, top=400), table(rest, row, page=2)
    )
    assert [a.action_number for a in review.actions] == ["3.1", "4.1"]
    assert [page.unplaced for page in review.ledger] == [0, 0]


def test_a_name_behind_a_page_break_with_nothing_beside_it_but_a_sign_failed_the_document() -> None:
    """Symptom: `crashed`, IndexError: a value that is a sign has no first letter."""
    stated = ("Indicator", "Target", "Latest", "Status")
    first = table(stated, ("Homes built (all of them", "10", "12", ""))
    found = indicators_of(first, table(stated, ("Of young people", shape("disc", BLUE), "", ""), page=2))
    assert [i.name for i in found] == ["Homes built (all of them", "Of young people"]


def test_more_columns_behind_a_page_s_end_failed_the_document() -> None:
    """Symptom: `crashed`, IndexError: the status of a cut row stood behind all columns of the page where it began."""
    first = table(("Indicator", "Target", "Rating"), ("Homes built (all", "10", ""))
    more = ("Indicator", "Target", "Latest", "National", "Rating")
    (found,) = indicators_of(first, table(more, ("of them)", "", "", "", "12"), page=2))
    assert found.name == "Homes built (all of them)"


@pytest.mark.parametrize("named", ["1. (continued)", "(cont.)", "1. Buy land (continued)"])
def test_a_row_that_says_that_it_goes_on_is_one_row(named: str) -> None:
    second = ("1.1 (continued)", "", named, "", "bought in May.", "On track")
    (action,) = actions_of(*over_break(FIRST, second))
    assert (action.action, action.action_number, action.pages) == ("Buy land", "1", (1, 2))
    assert (action.progress, action.status) == ("Two sites were bought in May.", "on_schedule")


@pytest.mark.parametrize(
    ("activity", "named"), [("1.1 (continued)", "2. (continued)"), ("1.2 (continued)", "1. (continued)")]
)
def test_a_row_that_names_another_one_is_not_fused(activity: str, named: str) -> None:
    found = actions_of(*over_break(FIRST, (activity, "", named, "Bo Bull", "Nothing was sold.", "On track")))
    assert [a.progress for a in found] == ["Two sites were", "Nothing was sold."]


@pytest.mark.parametrize(("number", "whole"), [("3", True), ("", False)])
def test_an_action_alone_behind_the_break_goes_on_where_all_rows_there_have_a_number_and_a_status(
    number: str, whole: bool
) -> None:
    """The rest `Weston and Easton` was an action without a number and a status: a row before it has no number, too."""
    heads = ("No.", "Action", "Lead", "Status", "Comments")
    rows = [(k, "Plant a new wood", "Ann Archer", "On track", "Begun.") for k in ("", "1", "2", number)]
    first = table(heads, *rows[:2])
    second = table(heads, ("", "Weston and Easton", "", "", ""), *rows[2:], page=2)
    review = review_of(first, second)
    assert len(review.actions) == (4 if whole else 5)
    assert ("row_split_unsure" in loud(review)) is not whole


@pytest.mark.parametrize(
    ("rest", "rows"),
    [
        (("Children's Social Care", "than last year", "(2015-16)", "(2014-15)"), 1),
        (("Children's Social Care", "compared to 2014/15", "", ""), 1),
        (("Children in care", "tbc", "", ""), 2),
        (("Children in care", "tbc in May", "", ""), 2),
        (("Children in care", "to be set by the board", "", ""), 2),
        (("Children in care", "Better", "(2015-16)", "12"), 2),
    ],
    ids=[
        "years below figures",
        "small words beside no value",
        "nothing yet",
        "nothing before May",
        "a target to come",
        "figures",
    ],
)
def test_values_that_go_on_behind_the_break_tell_that_an_indicator_s_row_was_cut(
    rest: tuple[str, ...], rows: int
) -> None:
    """The rest of its name opens with a capital: an indicator of years alone was one that nobody printed."""
    heads = ("Indicator", "Target", "Current Performance", "Previous")
    first = table(heads, ("Assessments by", "Better", "26.0%", "24.0%"))
    found = indicators_of(first, table(rest, page=2))
    assert len(found) == rows
    assert (found[0].name == "Assessments by Children's Social Care") is (rows == 1)
