"""Lines of a key held against each other."""

from __future__ import annotations

import pytest

from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.scale import Line, by_target, graded, told_apart
from tests.normalise.building import AMBER, BLUE, GREEN, GREY, RED, actions_of, filled, loud, review_of, table

RED_LINE = Line("red", "Will not be delivered", "off_track")


@pytest.mark.parametrize("label", ["Significant issues", "Major delays", "Serious concern"])
def test_significant_issues_in_amber_above_a_red_line_are_not_off_track(label: str) -> None:
    assert graded([Line("amber", label, "off_track"), RED_LINE]) == ["behind_schedule", "off_track"]


def test_off_track_with_a_plan_in_amber_above_a_red_line_is_the_middle() -> None:
    legend = table(
        (filled(GREEN), "On track"),
        (filled(AMBER), "Off track, a plan is agreed"),
        (filled(RED), "Off track"),
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER)),
        ("Sell land", "Bo Bull", "Nobody bids.", filled(RED)),
        top=300,
    )
    assert [a.status for a in actions_of(legend, rows)] == ["behind_schedule", "off_track"]


@pytest.mark.parametrize(
    ("line", "others"),
    [
        (Line("amber", "Significant issues", "off_track"), []),  # amber is the worst that this key has
        (Line("red", "Significant issues", "off_track"), [Line("black", "Failed", "off_track")]),
        (Line("amber", "Off track", "off_track"), [RED_LINE]),  # says so in plain words
        (Line(None, "Significant issues", "off_track"), [RED_LINE]),
    ],
)
def test_off_track_stays_where_the_key_does_not_say_otherwise(line: Line, others: list[Line]) -> None:
    assert graded([line, *others])[0] == "off_track"


def test_a_row_in_amber_is_read_by_its_place_in_the_key() -> None:
    legend = table(
        (filled(GREEN, "G"), "On track"),
        (filled(AMBER, "AR"), "Significant issues"),
        (filled(RED, "R"), "Will not be delivered"),
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER, "AR")),
        ("Sell land", "Bo Bull", "Nobody bids.", filled(RED, "R")),
        top=300,
    )
    found = [(a.status, a.status_label) for a in actions_of(legend, rows)]
    assert found == [("behind_schedule", "Significant issues"), ("off_track", "Will not be delivered")]


def test_weak_words_of_the_worst_on_amber_do_not_go_before_a_red_line_that_is_not_understood() -> None:
    lines = [
        Line("amber", "It can be done although major issues remain", "off_track", "opening"),
        Line("red", "Hopeless", "unknown"),
    ]
    assert graded(lines) == ["behind_schedule", "unknown"]


def test_weak_words_of_the_worst_on_amber_are_told_where_no_red_line_stands_below() -> None:
    legend = table(
        (filled(GREEN), "On track"), (filled(AMBER), "It can be done although major issues remain")
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER)),
        ("Sell land", "Bo Bull", "Bids are in.", filled(GREEN)),
        top=300,
    )
    assert "key_belies_colour" in loud(review_of(legend, rows))


@pytest.mark.parametrize(
    ("colour", "label", "status"),
    [
        (AMBER, "Successful delivery appears feasible but significant issues exist", "behind_schedule"),
        (RED, "Successful delivery appears to be unachievable", "off_track"),
        (AMBER, "One or more milestones missed but the end date is expected to be met", "behind_schedule"),
        (AMBER, "Reasonably confident of delivery", "behind_schedule"),
        (BLUE, "All milestones achieved", "completed"),
        (RED, "Not confident of delivery", "off_track"),
    ],
)
def test_keys_that_tell_how_sure_delivery_is_are_understood(colour: str, label: str, status: str) -> None:
    legend = table((filled(GREEN), "On track"), (filled(colour), label), (filled(GREY), "Not started"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(colour)), top=300
    )
    assert [a.status for a in actions_of(legend, rows)] == [status]


@pytest.mark.parametrize(
    ("colour", "label", "definition", "status"),
    [
        (AMBER, "Off target", "The step is late and is expected to recover", "behind_schedule"),
        (RED, "At risk", "The step is late and is not expected to recover", "off_track"),
        (AMBER, "Not on track", "There is a plan to bring the action back on track", "behind_schedule"),
        (RED, "Needs attention", "The action will not be completed by its due date", "off_track"),
        (RED, "Delayed", "The action has slipped", "behind_schedule"),
        (AMBER, "Off track", "The action has failed", "off_track"),
    ],
)
def test_a_definition_that_its_colour_bears_out_goes_before_the_label_s_habitual_sense(
    colour: str, label: str, definition: str, status: str
) -> None:
    legend = table((filled(GREEN), "On target", "The step is on time"), (filled(colour), label, definition))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(colour)), top=300
    )
    assert [a.status for a in actions_of(legend, rows)] == [status]


def test_one_label_on_two_colours_is_two_lines_of_a_key() -> None:
    legend = table(
        (filled(GREEN), "On track", "It will be done this year"),
        (filled(AMBER), "Delayed", "It will be done this year"),
        (filled(RED), "Delayed", "It will not be done this year"),
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(RED)), top=300
    )
    assert [a.status for a in actions_of(legend, rows)] == ["off_track"]


@pytest.mark.parametrize(
    ("colour", "words", "status"),
    [
        (GREEN, "Expected to meet the target date", "on_schedule"),
        (GREEN, "Milestone will be met on the planned date", "on_schedule"),
        (GREEN, "Should be achieved with existing work and resources", "on_schedule"),
        (GREEN, "Expected to meet the target date unless it is late", "unknown"),
        (GREEN, "Expected to be started", "unknown"),
        (GREEN, "Expected to miss the target date", "unknown"),
        (AMBER, "Expected to miss the target date by up to three months", "behind_schedule"),
        (AMBER, "Expected to meet the target date", "unknown"),
        (AMBER, "Problems or minor slippage", "behind_schedule"),
        (AMBER, "Underway - delayed: Action has begun but will finish later than planned", "behind_schedule"),
        (AMBER, "No slippage", "unknown"),
        (AMBER, "Stalled: No progress is being made", "unknown"),
        (RED, "Expected to miss the target date by more than three months", "off_track"),
        (RED, "Not on course, major slippage expected", "off_track"),
        (RED, "No slippage", "unknown"),
        (GREEN, "Performing at or above expectation", "on_schedule"),
        (AMBER, "Project is experiencing challenges", "behind_schedule"),
        (RED, "Delivery is not possible", "off_track"),
        (BLUE, "Benefits realised", "completed"),
        (BLUE, "Benefits not realised", "unknown"),
    ],
)
def test_words_without_a_status_are_read_where_the_colour_says_the_same(
    colour: str, words: str, status: str
) -> None:
    assert key.of_words(*key_words.split([words]), None, colour, None, 1).entry.status == status


def test_a_colour_that_two_lines_have_does_not_tell_which_step_unknown_words_are() -> None:
    vague = Line("red", "Issues will prevent delivery", "off_track", "toned")
    assert graded([vague, RED_LINE]) == ["unknown", "off_track"]
    assert graded([vague, Line("amber", "At risk", "behind_schedule")]) == ["off_track", "behind_schedule"]


def test_closed_beside_no_longer_required_is_no_completion() -> None:
    legend = table((filled(GREEN), "On track"), (filled(GREY), "Closed", "No longer required"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(GREY)), top=300
    )
    review = review_of(legend, rows)
    assert (review.actions[0].status, loud(review)) == ("cancelled", [])


def test_shares_of_a_target_without_colours_are_steps_below_the_target() -> None:
    labels = ("On or above target", "Within ten per cent of target", "More than ten per cent from target")
    status = ("on_schedule", "unknown", "unknown")
    lines = [Line(None, label, own) for label, own in zip(labels, status, strict=True)]
    assert by_target(lines) == ["on_schedule", "behind_schedule", "off_track"]
    assert by_target(lines[1:]) == ["unknown", "unknown"]


@pytest.mark.parametrize(
    ("line", "other", "status"),
    [
        (Line(None, "Limited progress", "off_track"), "No progress", "behind_schedule"),
        (Line("amber", "Limited progress", "off_track"), "No progress", "behind_schedule"),
        (Line("red", "Limited progress", "off_track"), "No progress", "off_track"),
        (Line(None, "Limited progress", "off_track"), "Off track", "off_track"),
    ],
    ids=["in words", "on amber", "on red", "beside another"],
)
def test_little_is_less_bad_than_none_of_it(line: Line, other: str, status: str) -> None:
    """`Limited progress` and `No progress` were one step of the scale: nobody saw a row get worse."""
    assert graded([line, Line(None, other, "off_track")])[0] == status


STEPS = (Line("green", "On track", "on_schedule"), Line("amber", "Slipping", "behind_schedule"))


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_the_step_of_trouble_that_is_left_is_what_its_colour_is_used_for(missing: int) -> None:
    """`The board is gravely worried` on red was no status, in silence, beside two steps that are plain."""
    lines = [*STEPS, Line("red", "Off track", "off_track")]
    lines[missing] = lines[missing]._replace(label="The board says so", status="unknown")
    read = told_apart(lines)
    assert read[missing] == (
        "unknown" if missing == 0 else ("on_schedule", "behind_schedule", "off_track")[missing]
    )


@pytest.mark.parametrize(
    "lines",
    [
        [Line("green", "Closed", "completed"), STEPS[1], Line("red", "The board says so", "unknown")],
        [*STEPS, Line("red", "The board says so", "unknown"), Line("black", "Failed", "off_track")],
        [*STEPS, Line("red", "The board says so", "unknown"), Line("red", "So does the mayor", "unknown")],
        [STEPS[0], Line("amber", "One thing", "unknown"), Line("red", "Another thing", "unknown")],
        [Line("red", "Complete", "completed"), *STEPS, Line("red", "The board says so", "unknown")],
    ],
    ids=["green is done", "another is worst", "two reds", "two steps", "red is done"],
)
def test_no_colour_tells_a_step_of_a_scale_that_is_not_the_usual_one(lines: list[Line]) -> None:
    assert [line.status for line in lines] == told_apart(lines)


def test_a_step_that_its_colour_alone_tells_is_told_once_and_with_its_rows() -> None:
    legend = table((filled(GREEN), "On track"), (filled(AMBER), "Slipping"), (filled(RED), "The mayor wept"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER)),
        ("Sell land", "Bo Bull", "Nobody bids.", filled(RED)),
        top=300,
    )
    review = review_of(legend, rows)
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track"]
    told = [(f.severity, f.subject_id) for f in review.findings if f.code == "key_steps_alike"]
    assert told == [("warning", None), ("info", review.actions[1].id)]
