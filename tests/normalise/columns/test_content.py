"""Columns whose heading does not say what they hold are settled by what they hold."""

from __future__ import annotations

import pytest

from normalise.columns import content
from parsers.block import Table
from parsers.parsed import Refusal
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    GREEN,
    RED,
    Square,
    actions_of,
    filled,
    loud,
    only_action,
    review_of,
    shape,
    table,
)

NOTE = "Two sites were bought in May and the planning application is being written."
KEY = table((shape("disc", GREEN), "On track"), (shape("disc", AMBER), "Behind schedule"), top=20)
COLOURS = {"#00b050": "On or better than target", "#ffc000": "Within 5% of target", "#ff0000": "Worse"}


def read(headings: tuple[str, ...], row: tuple[Square, ...]) -> tuple[str, str]:
    (action,) = actions_of(KEY, table(headings, row, row[:1] and ("Sell land", *row[1:]), top=90))[:1]
    return action.progress, action.status


def test_a_progress_column_of_signs_is_the_status() -> None:
    row = ("Buy land", NOTE, shape("disc", AMBER))
    assert read(("Action", "Latest position", "Progress"), row) == (NOTE, "behind_schedule")


def test_a_progress_column_of_fills_is_the_status() -> None:
    row = ("Buy land", NOTE, filled(GREEN))
    assert read(("Action", "How it is going", "Progress to date"), row) == (NOTE, "on_schedule")


def test_an_unknown_narrative_beside_a_status_is_the_progress() -> None:
    row = ("Buy land", NOTE, "On track")
    assert read(("Task", "How it is going", "RAG"), row) == (NOTE, "on_schedule")


def test_an_unknown_column_of_short_texts_is_kept_aside() -> None:
    (action, _) = actions_of(
        table(
            ("Task", "Ward", "Progress", "RAG"),
            ("Buy land", "North", NOTE, "On track"),
            ("Sell", "", NOTE, "On track"),
        )
    )
    assert (action.progress, dict(action.extra)) == (NOTE, {"Ward": "North"})


def test_a_bar_of_colours_at_the_side_of_the_rows_is_their_status() -> None:
    rows: list[tuple[Square, ...]] = [(filled(c), "Buy land", "Ann Archer", NOTE) for c in (GREEN, AMBER)]
    found = actions_of(KEY, table(("", "Action", "Lead", "Progress"), *rows, top=90))
    assert [a.status for a in found] == ["on_schedule", "behind_schedule"]
    stripes: list[tuple[Square, ...]] = [(filled(GREEN), "Buy land", "Ann Archer", NOTE) for _ in range(2)]
    found = actions_of(KEY, table(("", "Action", "Lead", "Progress"), *stripes, top=90))
    assert [a.status for a in found] == ["unknown", "unknown"]


def test_a_status_column_of_notes_is_the_progress_and_its_opening_words_the_status() -> None:
    notes = (f"Completed – {NOTE}", f"Not started – {NOTE}")
    rows = [("Buy land", "Ann Archer", note) for note in notes]
    found = actions_of(table(("Action", "Owner", "Status and progress"), *rows))
    assert [(a.status, a.progress) for a in found] == [("completed", notes[0]), ("not_started", notes[1])]


def test_a_status_column_of_notes_on_colours_stays_the_status() -> None:
    rows: list[tuple[Square, ...]] = [("Buy land", "Ann Archer", filled(c, NOTE)) for c in (GREEN, AMBER)]
    found = actions_of(KEY, table(("Action", "Owner", "RAG"), *rows, top=90))
    assert [a.status for a in found] == ["on_schedule", "behind_schedule"]


def coded_table(code: str, text: str) -> Table:
    return table(
        (code, text, "Lead", "Status", "Update"),
        ("1.1.A", "Hire more officers", "Ann Archer", "On track", "Ten are hired."),
        ("1.1.B", "Build new homes", "Bo Bull", "Delayed", "Soil is poor."),
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("Action", "Description"),
        ("Action", "Task"),
        ("Action", "Project"),
        ("Strategy", "Action"),
        ("Action", "Undertaking"),
        ("Action ID", "Details"),
    ],
)
def test_an_action_column_of_codes_is_the_number_and_the_text_beside_it_the_action(
    code: str, text: str
) -> None:
    found = [(a.action_number, a.action, a.extra) for a in actions_of(coded_table(code, text))]
    assert found == [("1.1.A", "Hire more officers", ()), ("1.1.B", "Build new homes", ())]


def test_one_code_alone_in_its_table_is_a_number() -> None:
    rows = (("Action", "Description", "Lead", "Status"), ("2.3", "Hire officers", "Ann Archer", "On track"))
    assert [(a.action_number, a.action) for a in actions_of(table(*rows))] == [("2.3", "Hire officers")]


def test_a_strategy_s_code_over_several_rows_is_not_their_number() -> None:
    rows = table(
        ("Strategy", "Action", "Lead", "Status"),
        ("1.1", "Hire officers", "Ann Archer", "On track"),
        (ABOVE, "Buy land", "Bo Bull", "Delayed"),
        ("1.2", "Build homes", "Bo Bull", "Delayed"),
    )
    assert [(a.action_number, a.plans) for a in actions_of(rows)] == [
        (None, ("1.1",)),
        (None, ("1.1",)),
        (None, ("1.2",)),
    ]


def test_an_objective_s_code_beside_its_one_action_is_not_that_action_s_number() -> None:
    rows = table(
        ("Objective", "Action", "Lead", "Status"), ("1.1", "Hire officers", "Ann Archer", "On track")
    )
    assert [(a.action_number, a.activity_refs) for a in actions_of(rows)] == [(None, ("1.1",))]


def test_a_note_under_a_heading_of_a_body_s_word_is_the_progress() -> None:
    told = "The tender closed in May and two bids came in."
    (first, _) = actions_of(
        table(
            ("Action", "Status", "Scrutiny panel"),
            ("Open a library", "On track", told),
            ("Plant trees", "Complete", "All of the 200 trees were planted by volunteers."),
        )
    )
    assert (first.progress, first.extra) == (told, ())


def test_the_long_name_of_a_body_is_no_progress() -> None:
    (first, _) = actions_of(
        table(
            ("Action", "Status", "Service"),
            ("Open a library", "On track", "Communities, Culture and Neighbourhoods"),
            ("Plant trees", "Complete", "Parks, Open Spaces and the Natural Environment"),
        )
    )
    assert (first.progress, first.leads) == ("", ("Communities, Culture and Neighbourhoods",))


def test_of_two_bars_without_headings_that_differ_neither_is_the_status() -> None:
    """Last report's colours stood first and were taken for today's, without a word on the rows."""
    rows = [
        ("Open a hub", filled(AMBER), filled(GREEN), "Ann Archer", "Leased"),
        ("Plant a wood", filled(GREEN), filled(RED), "Bo Bull", "Later"),
    ]
    review = review_of(table(("Action", "", "", "Lead", "Progress"), *rows))
    assert [(a.status, a.status_basis) for a in review.actions] == [("unknown", "none")] * 2
    assert loud(review) == ["status_missing"] * 2


def test_a_progress_column_of_status_words_beside_comments_on_it_is_the_status() -> None:
    told = "The evening was held in November with 140 guests."
    first, second = actions_of(
        table(
            ("Action", "Lead", "Progress", "Six Monthly Progress Comments"),
            ("Hold a volunteers' evening", "Ann Archer", "Completed", told),
            ("Install cameras in the park", "Bo Bull", "Not Commenced", "The poles arrive in March."),
        )
    )
    assert (first.progress, first.status, first.extra) == (told, "completed", ())
    assert (second.progress, second.status) == ("The poles arrive in March.", "not_started")


def test_codes_under_a_heading_of_what_is_done_are_numbers_also_beside_two_notes() -> None:
    rows = [
        ("MD1", "Mend the ward", "Ann Archer", "Bids are in.", "Minutes of the board", "On track"),
        ("MD2", "Train the staff", "Bo Bull", "Half are trained.", "Register", "Late"),
    ]
    heads = ("Must do", "Action required", "Lead", "Progress to date", "Evidence", "RAG")
    assert [(a.action_number, a.action) for a in actions_of(table(heads, *rows))] == [
        ("MD1", "Mend the ward"),
        ("MD2", "Train the staff"),
    ]


def test_a_progress_column_of_colours_words_is_the_status() -> None:
    rows = [("Plant a wood", "Ann Archer", "Amber"), ("Open a hub", "Bo Bull", "Green")]
    found = actions_of(KEY, table(("Action", "Lead", "Progress (Red/Amber/Green)"), *rows, top=90))
    assert [(a.status, a.progress) for a in found] == [("behind_schedule", ""), ("on_schedule", "")]


@pytest.mark.parametrize("heading", ["Gap", "Need", "Feedback"])
def test_what_stands_left_of_the_action_in_sentences_is_no_progress(heading: str) -> None:
    """`Gap | Action | Lead | RAG`: why a thing is done was told as how it went."""
    first, second = actions_of(
        table(
            (heading, "Action", "Lead", "RAG"),
            (
                "Staff have not been trained for the last three years.",
                "Hold ten courses",
                "Ann Archer",
                "Green",
            ),
            ("The doors of two wards stand open through the night.", "Mend the doors", "Bo Bull", "Amber"),
        )
    )
    assert [(a.action, a.progress) for a in (first, second)] == [
        ("Hold ten courses", ""),
        ("Mend the doors", ""),
    ]
    assert heading in dict(first.extra)


def test_words_of_which_one_is_no_status_that_is_known_rate_rows_beside_comments() -> None:
    """`MONITOR` made the column the narrative, and the comments were lost to `extra`, without a finding."""
    rated = ("ON TRACK", "MONITOR", "COMPLETED", "ON TRACK", "OFF TRACK", "ON TRACK", "COMPLETED")
    rows = [
        (f"Open hub {k}", "35%", word, "Earthworks are finished on the first 6 km.")
        for k, word in enumerate(rated)
    ]
    review = review_of(table(("Action", "% Complete", "Progress", "Comments"), *rows))
    assert {a.progress for a in review.actions} == {"Earthworks are finished on the first 6 km."}
    assert [a.status for a in review.actions][:3] == ["on_schedule", "unknown", "completed"]


def test_a_header_below_many_titles_inside_a_sheet_s_gridlines_is_found() -> None:
    """Below five of them it was not looked for: the page's rows were lost."""
    cols = ("Action", "Lead", "Status", "Comments")
    titles = [(f"Line {k} of the title", "", "", "") for k in range(6)]
    review = review_of(table(*titles, cols, ("Open a hub", "Ann Archer", "On track", "Begun.")))
    assert [(a.action, a.status) for a in review.actions] == [("Open a hub", "on_schedule")]


def test_a_header_below_many_titles_whose_cells_are_merged_over_a_sheet_s_columns_is_found() -> None:
    titles: list[tuple[Square, ...]] = [(f"Line {k} of the title", *[BESIDE] * 9) for k in range(6)]
    cols = ("Action", BESIDE, BESIDE, "Lead", BESIDE, "Status", BESIDE, BESIDE, "Comments", BESIDE)
    row = ("Open a hub", BESIDE, BESIDE, "Ann Archer", BESIDE, "On track", BESIDE, BESIDE, "Begun.", BESIDE)
    review = review_of(table(*titles, cols, row))
    assert [(a.action, a.status) for a in review.actions] == [("Open a hub", "on_schedule")]


def test_below_the_name_of_a_group_that_says_progress_what_is_headed_so_itself_is_the_progress() -> None:
    """Both columns had the role by their group, and the first one was taken."""
    heads = (
        ("Action", "Lead", "Where we are now", BESIDE, BESIDE),
        (ABOVE, ABOVE, "RAG", "Next steps", "Update on progress"),
    )
    row = ("Open a hub", "Ann Archer", "Green", "Plan the works by May", NOTE)
    action = only_action(table(*heads, row))
    assert (action.progress, [text for _, text in action.extra]) == (NOTE, ["Plan the works by May"])


def test_a_group_that_says_progress_keeps_its_columns_beside_comments_that_stand_apart() -> None:
    """The comments were the progress, and what was achieved an extra."""
    heads = (
        ("Action", "Lead", "RAG", "Progress", BESIDE, "Comments"),
        (ABOVE, ABOVE, ABOVE, "Achieved so far", "Planned", ABOVE),
    )
    action = only_action(table(*heads, ("Open a hub", "Ann Archer", "Green", NOTE, "Plan the works", "None")))
    assert action.progress.startswith(NOTE)


def test_two_blank_columns_of_notes_are_no_percentages() -> None:
    headings = ("Action", "RAG", "Progress in May", "Progress in June")
    assert "complete" not in content.settled(
        headings, [[], [], [], []], ("action", "status", "progress", "progress")
    )


def test_a_header_below_a_coloured_key_and_a_blank_row_of_a_sheet_is_found() -> None:
    """The key's words stand in the second column: below five rows no header was looked for, and all rows were lost."""
    above = [("Plan 2024-28: Quarter 3 2025/26", "", "", ""), ("Colours show performance:", "", "", "")]
    key = [(filled(fill, ""), words, "", "") for fill, words in COLOURS.items()]
    cols = ("Ref", "Action", "Lead", "Status")
    body = [("A1", "Open a hub", "Ann Archer", "On track"), ("A2", "Close a hub", "Bo Brown", "Late")]
    for blank in (0, 1, 3):
        review = review_of(table(*above, *key, *[("", "", "", "")] * blank, cols, *body))
        assert [a.action for a in review.actions] == ["Open a hub", "Close a hub"]


def test_a_header_below_a_key_at_the_right_of_a_sheet_is_found() -> None:
    above = [("Plan 2024-28: Quarter 3 2025/26", "", "", "", "")]
    key = [("Colours:", "", "", filled(fill, ""), words) for fill, words in COLOURS.items()]
    cols = ("Ref", "Action", "Lead", "Status", "Comment")
    blank = [("", "", "", "", "")] * 2
    body = ("A1", "Open a hub", "Ann Archer", "On track", "Begun.")
    review = review_of(table(*above, *key, *blank, cols, body))
    assert [a.action for a in review.actions] == ["Open a hub"]


@pytest.mark.parametrize(("colours", "read"), [((GREEN, AMBER), True), (("#cc99ff", "#99ccff"), False)])
def test_beside_a_number_on_a_ground_of_the_key_an_unknown_narrative_is_the_progress(
    colours: tuple[str, str], read: bool
) -> None:
    """No column is headed as a status: the table hung on the words above what was done, and no row was read."""
    key = table((filled(GREEN), "On track"), (filled(AMBER), "Delayed"), (filled(RED), "Off track"), top=40)
    rows = (
        (filled(colours[0], "H1"), "Build homes", "Ann Archer", "May 2026", NOTE),
        (filled(colours[1], "H2"), "Sell land", "Bo Bull", "June 2026", NOTE),
    )
    heads = ("Ref", "What we said we would do", "Who", "When", "How we are doing")
    if not read:
        with pytest.raises(Refusal):
            review_of(key, table(heads, *rows, top=300))
        return
    first, second = actions_of(key, table(heads, *rows, top=300))
    assert (first.status, second.status) == ("on_schedule", "behind_schedule")
    assert (first.action_number, first.progress) == ("H1", NOTE)
