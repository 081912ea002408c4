"""The words of a key's lines: which of them names the status."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.signs.line_words import said
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    GREY,
    RED,
    filled,
    glyph,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)


@pytest.mark.parametrize(
    ("colour", "status"), [(RED, "off_track"), (AMBER, "behind_schedule"), (GREY, "unknown")]
)
def test_a_label_goes_before_a_definition_that_says_otherwise(colour: str, status: str) -> None:
    review = review_of(
        table(
            (filled(GREEN), "On track", "the action will be done by its day"),
            (filled(BLUE), "Completed", "the action is done"),
            (filled(colour), "Stalled", "the action has stopped"),
        ),
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", "Stalled"), top=300),
    )
    assert [a.status for a in review.actions] == [status]
    told = "key_contradicts_itself" if status != "unknown" else "legend_not_understood"
    assert told in loud(review)


def test_a_label_that_its_definition_bears_out_is_no_contradiction() -> None:
    review = review_of(
        table(
            (filled(GREEN), "In progress", "the action is delayed"),
            (filled(BLUE), "Completed", "completed late"),
            (filled(GREY), "Not started", "as planned"),
            (filled(RED), "Overdue", "off track"),
        ),
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", filled(BLUE)), top=300),
    )
    assert "key_contradicts_itself" not in loud(review)


def test_a_key_that_says_when_it_will_be_finished_is_understood() -> None:
    review = review_of(
        table(
            (filled(BLUE), "Complete/target met"),
            (filled(GREEN), "will be finished on time"),
            (filled(AMBER), "at risk of being late"),
            (filled(RED), "will be late"),
        ),
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", filled(RED)), top=300),
    )
    said = [entry.status for entry in review.legend]
    assert said == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert [a.status for a in review.actions] == ["off_track"]


def test_a_first_clause_that_a_but_takes_back_is_not_the_meaning() -> None:
    review = review_of(
        table(
            (filled(GREEN), "Good progress", "On course to be done in time"),
            (filled(AMBER), "Some progress", "Started, but running later than planned"),
        ),
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", "Some progress"), top=300),
    )
    assert [a.status for a in review.actions] == ["behind_schedule"]


@pytest.mark.parametrize("meaning", ["", " the action is as it is"])
def test_a_label_with_a_dash_inside_stays_whole(meaning: str) -> None:
    """Three lines of the legend were labelled `In progress`, and that of the delayed ones was on schedule."""
    words = ("Discharged", "In progress – on track", "In progress – delayed", "In progress – off track")
    signs = [glyph(sign, "#000000") for sign in "✔➜▲✖"]
    lines = [f"{w}{meaning if k else ''}" for k, w in enumerate(words)]
    key = [paragraph(line, top=40 + 14 * k, marks=[signs[k]]) for k, line in enumerate(lines)]
    rows = [("Buy land", "Ann Archer", "Bought.", sign) for sign in signs]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [e.label for e in review.legend] == [*words]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert [a.status_label for a in review.actions] == [*words]


def test_one_label_on_two_colours_is_not_lengthened_by_how_late_it_is() -> None:
    review = review_of(
        table(
            (filled(AMBER), "Delayed – up to a month"),
            (filled(RED), "Delayed – over a month"),
            (filled(GREEN), "Done"),
        ),
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", filled(RED)), top=300),
    )
    assert [e.label for e in review.legend] == ["Delayed", "Delayed", "Done"]


def test_a_key_of_names_of_its_own_beside_what_becomes_of_the_target_is_read() -> None:
    """`Needs Improvement` was no status that is known, and the whole key was none."""
    labels = ("Succeeding", "Near Target", "Needs Improvement")
    told = (
        "is achieving its target",
        "is less than 10% away from its target",
        "is at least 10% away from its target",
    )
    grounds = (GREEN, AMBER, RED)
    key = [(filled(c, said), f"The KPI {what}") for c, said, what in zip(grounds, labels, told, strict=True)]
    rows = [
        (f"Calls {k}", "70%", "75%", filled(c, said))
        for k, (c, said) in enumerate(zip(grounds, labels, strict=True))
    ]
    review = review_of(table(*key, top=20), table(("KPI", "Target", "Actual", "Status"), *rows, top=200))
    assert [i.status for i in review.indicators] == ["on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)


def test_a_line_that_holds_the_words_of_another_names_no_status() -> None:
    fused = "milestones were missed – Red Behind or not happening – no work was done"
    key = table(
        (glyph("●", GREEN, "disc"), "Behind schedule", fused),
        (glyph("●", BLUE, "disc"), "Completed", "done"),
        (glyph("●", AMBER, "disc"), "On schedule", "started"),
    )
    review = review_of(
        key, table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", glyph("●", GREEN, "disc")), top=300)
    )
    assert [a.status for a in review.actions] == ["unknown"]
    assert loud(review) == ["legend_not_understood"]


def test_the_bold_words_that_open_a_line_are_its_label() -> None:
    """`On track Work is proceeding as planned` was the label, whole."""
    said = (
        "Completed All work is finished",
        "On track Work is proceeding as planned",
        "Delayed It will be late",
    )
    labels = ("Completed", "On track", "Delayed")
    lines = []
    for k, (text, label, colour) in enumerate(zip(said, labels, (BLUE, GREEN, AMBER), strict=True)):
        block = paragraph(text, top=60 + 15 * k, marks=[shape("disc", colour)])
        lines.append(replace(block, lines=(block.lines[0]._replace(label=label),)))
    review = review_of(
        *lines, table(ACTIONS, ("1. Do it", "Ann", "Work goes on", shape("disc", GREEN)), top=300)
    )
    assert [(e.label, e.definition) for e in review.legend] == [
        ("Completed", "All work is finished"),
        ("On track", "Work is proceeding as planned"),
        ("Delayed", "It will be late"),
    ]


def test_a_figure_that_meets_its_target_is_on_schedule() -> None:
    """`Met` beside `On track`, both green, were two statuses of one sign, and no row was read."""
    assert said("Met", "Target met or exceeded").status == "on_schedule"
    assert said("Met", "All work is finished").status == "completed"


def test_a_definition_that_nobody_expects_to_meet_the_date_is_off_track() -> None:
    assert said("In difficulty", "we do not expect to meet the date or the target").status == "off_track"
    assert said("In view", "we do not expect to meet the target until the last quarter").status is None
