"""Keys that explain the signs of one kind of table: an indicator is never rated by what is said of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from normalise.keys import purpose as key_purpose
from normalise.review import Review
from parsers.block import Block, Table
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    GREY,
    INDICATORS,
    RED,
    Shown,
    Square,
    filled,
    heading,
    loud,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)  # fmt: skip


def disc(colour: str) -> Shown:
    return shape("disc", colour)


Pair = tuple[Square, Square]

STEPS: tuple[Pair, ...] = (
    (disc(GREEN), "Completed"),
    (disc(BLUE), "In progress"),
    (disc(AMBER), "Check progress"),
    (disc(RED), "Overdue"),
)
FIGURES: tuple[Pair, ...] = ((disc(GREEN), "OK"), (disc(AMBER), "Warning"), (disc(RED), "Alert"))
NOTHING: Pair = ("", "")


def document(*keys: Block, signs: Sequence[Square], figures: Sequence[Square]) -> Review:
    """A review with a table of actions and one of indicators below its keys."""
    actions = [(f"Do thing {k} for all", "Ann Lee", "Work goes on", sign) for k, sign in enumerate(signs)]
    rated = [(f"Number of things {k}", "10", "12", "9", "High", sign) for k, sign in enumerate(figures)]
    tables = [table(ACTIONS, *actions, top=400)] if actions else []
    tables += [table((*INDICATORS, "Status"), *rated, top=600)] if rated else []
    return review_of(*keys, *tables)


def statuses(review: Review) -> tuple[list[str], list[str | None]]:
    return [a.status for a in review.actions], [i.status for i in review.indicators]


def test_a_key_in_parts_serves_each_kind_with_its_own() -> None:
    first: tuple[Square, ...] = ("PI Status", BESIDE, "Action Status", BESIDE)
    rows: list[tuple[Square, ...]] = [
        (*pi, *step) for pi, step in zip((*FIGURES, NOTHING), STEPS, strict=True)
    ]
    review = document(
        table(first, *rows), signs=(disc(GREEN), disc(RED)), figures=(disc(GREEN), disc(AMBER), disc(RED))
    )
    assert statuses(review) == (
        ["completed", "off_track"],
        ["on_schedule", "behind_schedule", "off_track"],
    )
    assert loud(review) == []


@pytest.mark.parametrize(
    "title",
    [
        "Action Status",
        "Key to action status",
        "RAG rating of our projects",
        "Action key",
        "What the action ratings mean",
    ],
)
def test_a_key_that_is_headed_for_actions_says_nothing_of_indicators(title: str) -> None:
    review = document(
        heading(title, top=80), table(*STEPS), signs=(disc(GREEN),), figures=(disc(GREEN), disc(BLUE))
    )
    assert statuses(review) == (["completed"], ["on_schedule", "unknown"])
    assert {"status_by_convention", "status_unknown"} <= set(loud(review))


def test_two_keys_below_their_headings_serve_their_own_tables() -> None:
    review = document(
        heading("Action status", top=80),
        table(*STEPS, top=100),
        heading("Performance indicator status", top=200),
        table(
            (disc(BLUE), "Target exceeded"), (disc(GREEN), "On target"), (disc(RED), "Target missed"), top=220
        ),
        signs=(disc(BLUE), disc(GREEN)),
        figures=(disc(BLUE), disc(GREEN), disc(RED)),
    )
    assert statuses(review) == (["on_schedule", "completed"], ["on_schedule", "on_schedule", "off_track"])


def test_a_label_of_two_keys_that_serve_each_a_kind_is_as_printed() -> None:
    """`On target` was labelled `On target – The target was met` in one of them."""
    first = (("Complete", "Nothing more remains to be done"), ("On target", "Expected to be delivered"))
    second = (("On target", "The target was met"), ("Below target", "The target was missed"))
    review = document(
        table(*first, ("Overdue", "The date has passed"), top=20),
        heading("Key to indicators", top=80),
        table(*second, top=100),
        signs=["Complete", "On target"],
        figures=["On target", "Below target"],
    )
    assert [e.label for e in review.legend].count("On target") == 2


def test_two_keys_in_one_text_serve_their_own_tables() -> None:
    said = (
        "Actions: Green = completed, Amber = in progress, Red = not started. "
        "Measures: Green = on target, Red = off target."
    )
    review = document(
        paragraph(said, top=80),
        signs=(filled(GREEN), filled(AMBER), filled(RED)),
        figures=(filled(GREEN), filled(AMBER), filled(RED)),
    )
    assert statuses(review) == (
        ["completed", "on_schedule", "not_started"],
        ["on_schedule", "unknown", "off_track"],
    )


@pytest.mark.parametrize(
    "title",
    ["Council plan actions", "Key actions", "Key", "Action and performance status", "Performance", "Actions"],
)
def test_a_heading_that_is_not_one_of_a_key_limits_none(title: str) -> None:
    key = table((disc(BLUE), "On target"), (disc(AMBER), "Behind schedule"), (disc(RED), "Off track"))
    review = document(heading(title, top=80), key, signs=(disc(BLUE),), figures=(disc(BLUE),))
    assert statuses(review) == (["on_schedule"], ["on_schedule"])
    assert loud(review) == []


def test_a_key_for_indicators_explains_actions_where_there_is_nothing_else_and_says_so() -> None:
    key = table((disc(GREEN), "On target"), (disc(AMBER), "Behind"), (disc(RED), "Off target"))
    review = document(heading("KPI status", top=80), key, signs=(disc(AMBER), disc(RED)), figures=())
    assert statuses(review)[0] == ["behind_schedule", "off_track"]
    assert loud(review) == ["key_of_another_kind"]


@pytest.mark.parametrize(
    ("sign", "status"), [(disc(GREEN), "on_schedule"), (disc(BLUE), "unknown"), (disc(GREY), "unknown")]
)
def test_an_indicator_is_never_completed(sign: Square, status: str) -> None:
    steps = ((sign, "Completed"), (disc(AMBER), "Behind schedule"), (disc(RED), "Off track"))
    review = document(table(*steps), signs=(sign, disc(RED)), figures=(sign, disc(RED)))
    assert statuses(review) == (["completed", "off_track"], [status, "off_track"])
    assert loud(review) == ["figure_completed" if status == "unknown" else "status_by_convention"]


def test_an_indicator_whose_target_is_achieved_is_on_schedule() -> None:
    steps = ((disc(BLUE), "Achieved"), (disc(AMBER), "Partially achieved"), (disc(RED), "Not achieved"))
    review = document(table(*steps), signs=(), figures=(disc(BLUE), disc(AMBER), disc(RED), "Achieved"))
    assert statuses(review)[1] == ["on_schedule", "behind_schedule", "off_track", "on_schedule"]
    assert loud(review) == []


@pytest.mark.parametrize(
    ("label", "colour", "status"),
    [
        ("Alert", RED, "off_track"),
        ("Alert", AMBER, "behind_schedule"),
        ("Alert", GREEN, "unknown"),
        ("OK", GREEN, "on_schedule"),
        ("OK", RED, "unknown"),
        ("OK", BLUE, "unknown"),
        ("Within 5% of target", AMBER, "behind_schedule"),
        ("Within 5% of target", GREEN, "on_schedule"),
        ("Within 5% of target", RED, "unknown"),
        ("More than 10% below target", RED, "off_track"),
        ("More than 10% below target", GREEN, "unknown"),
    ],
)
def test_words_of_degree_need_a_colour_that_says_so(label: str, colour: str, status: str) -> None:
    steps = ((disc(colour), label), (disc(GREY), "Not started"), (disc("#7030a0"), "Completed"))
    review = document(table(*steps), signs=(disc(colour),), figures=())
    assert statuses(review)[0] == [status]


@pytest.mark.parametrize("reverse", [False, True])
def test_columns_of_meanings_for_each_kind_beside_one_sign_are_told_apart(reverse: bool) -> None:
    steps: tuple[tuple[Square, str, str], ...] = (
        ("Rating", "Actions", "Measures"),
        (filled(GREEN, "Green"), "Completed", "At or above target"),
        (filled(AMBER, "Amber"), "In progress", "Within 5% of target"),
        (filled(RED, "Red"), "Not started", "More than 5% below target"),
    )
    key = [(sign, second, first) if reverse else (sign, first, second) for sign, first, second in steps]
    signs = [filled(ink) for ink in (GREEN, AMBER, RED)]
    review = document(table(*key, top=40), signs=signs, figures=signs)
    assert statuses(review) == (
        ["completed", "on_schedule", "not_started"],
        ["on_schedule", "behind_schedule", "off_track"],
    )
    assert loud(review) == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("PI Status", "indicators"),
        ("Key to KPI ratings", "indicators"),
        ("Milestone RAG", "actions"),
        ("Action Plan 2024-28 status report", ""),
        ("Actions and measures key", ""),
        ("Status", ""),
        ("Performance status", ""),
        ("Performance indicator status", "indicators"),
    ],
)
def test_a_key_s_heading_names_a_kind(title: str, kind: str) -> None:
    assert key_purpose.named(title) == kind


FIRST = ((disc(BLUE), "Completed"), (disc(GREEN), "On track"), (disc(RED), "Off track"))
SECOND = ((disc(BLUE), "Target exceeded"), (disc(GREEN), "On target"), (disc(RED), "Off track"))


def one_action(sign: Square, top: float) -> Table:
    return table(ACTIONS, ("Do a thing for all", "Ann Lee", "Work goes on", sign), top=top)


def one_indicator(sign: Square, top: float) -> Table:
    return table((*INDICATORS, "Status"), ("Number of things", "10", "12", "9", "High", sign), top=top)


def test_two_keys_without_a_heading_serve_the_tables_below_each() -> None:
    review = review_of(
        table(*FIRST, top=40),
        one_action(disc(BLUE), 150),
        table(*SECOND, top=300),
        one_indicator(disc(BLUE), 400),
    )
    assert statuses(review) == (["completed"], ["on_schedule"])
    assert loud(review) == []


@pytest.mark.parametrize(
    ("second", "known"), [("Target met or exceeded", True), ("Work is well in hand", False)]
)
def test_a_key_of_targets_printed_once_serves_the_figures_of_tables_in_turns(
    second: str, known: bool
) -> None:
    """Below it stand the next priority's actions, too: no sign that both keys show was known."""
    first = (filled(GREEN), "Complete"), (filled(BLUE), "On track"), (filled(RED), "Off track")
    targets = (filled(GREEN), second), (filled(RED), "Target missed" if known else "Work has stopped")
    review = review_of(
        table(*first, top=40),
        one_action(filled(GREEN), 150),
        table(*targets, top=300),
        one_indicator(filled(GREEN), 400),
        moved_to(2, one_action(filled(GREEN), 40)),
        moved_to(2, one_indicator(filled(GREEN), 150)),
    )
    told = (["completed"] * 2, ["on_schedule"] * 2)
    assert (statuses(review) == told) is known


def test_two_keys_that_may_stand_below_their_tables_leave_what_they_say_apart_unknown() -> None:
    review = review_of(
        one_action(disc(BLUE), 40),
        table(*FIRST, top=150),
        one_indicator(disc(RED), 250),
        table(*SECOND, top=350),
        one_action(disc(BLUE), 450),
    )
    assert statuses(review) == (["unknown", "unknown"], ["off_track"])
    assert loud(review) == ["status_unknown", "status_unknown"]


def key_of(*steps: tuple[str, ...]) -> tuple[Review, list[str]]:
    """A key of discs with these colours and words, and the statuses of rows that show each disc."""
    lines: list[tuple[Square, ...]] = [(disc(colour), *words) for colour, *words in steps]
    review = document(
        table(*lines, top=40),
        signs=[disc(step[0]) for step in steps],
        figures=(),
    )
    return review, statuses(review)[0]


@pytest.mark.parametrize(
    ("steps", "read"),
    [
        (
            ((RED, "Not off track"), (AMBER, "No longer behind"), (GREEN, "Not on track")),
            ["unknown", "unknown", "off_track"],
        ),
        (((GREEN, "Delivery"), (AMBER, "Design"), (RED, "Planned")), ["unknown", "unknown", "not_started"]),
        (((GREEN, "Alert"), (AMBER, "OK"), (RED, "Completed")), ["unknown", "unknown", "completed"]),
    ],
)
def test_a_key_that_turns_a_colour_round_is_followed_though_little_of_it_is_understood(
    steps: tuple[tuple[str, str], ...], read: list[str]
) -> None:
    review, found = key_of(*steps)
    assert found == read
    assert loud(review) == ["legend_not_understood"] * read.count("unknown")


def test_a_key_that_is_not_understood_is_the_key_all_the_same_and_no_convention_holds() -> None:
    review, found = key_of((GREEN, "Thriving"), (AMBER, "Stirring"), (RED, "Wilting"))
    assert found == ["unknown"] * 3
    assert loud(review) == ["legend_not_understood"] * 3


@pytest.mark.parametrize(
    ("amber", "red", "status"),
    [
        ("Close to target", "Below target", "off_track"),
        ("At risk", "Poor, below target", "off_track"),
        ("At risk", "Behind schedule", "off_track"),
        ("Not started", "Below target", "behind_schedule"),
        ("Late but recoverable", "Late", "off_track"),
    ],
)
def test_below_target_is_the_last_step_of_a_scale_with_an_amber_one(
    amber: str, red: str, status: str
) -> None:
    assert key_of((GREEN, "On target"), (AMBER, amber), (RED, *red.split(", ")))[1][-1] == status


@pytest.mark.parametrize(
    ("good", "middling", "bad"),
    [
        ("Within 5% of target", "5% to 10% below target", "More than 10% below target"),
        ("No action required", "Monitor", "Action required"),
        ("High confidence", "Medium confidence", "Low confidence"),
        ("All milestones achieved", "Some milestones missed", "Most milestones missed"),
        ("Better than target", "Just off target", "Significantly worse than target"),
    ],
)
def test_a_scale_in_words_of_degree(good: str, middling: str, bad: str) -> None:
    review, found = key_of((GREEN, good), (AMBER, middling), (RED, bad))
    assert found == ["on_schedule", "behind_schedule", "off_track"]
    assert loud(review) == []


def test_two_keys_below_the_names_of_what_they_are_for_serve_these() -> None:
    """Each stood below `Actions` or `Measures`, and every sign was said to be in no legend."""
    own = table((filled(GREEN), "Action complete"), (filled(RED), "Action not started"), top=60)
    other = table((filled(GREEN), "Target met or exceeded"), (filled(RED), "Target missed"), top=160)
    actions = table(
        ("Ref", "Action", "Lead", "Status", "Update"),
        ("1.1", "Open a hub", "Ann", filled(GREEN), "Open"),
        top=260,
    )
    measures = table(
        ("Ref", "Measure", "Target", "Q2", "Status"),
        ("M1", "Calls answered", "90%", "95%", filled(GREEN)),
        top=360,
    )
    review = review_of(
        heading("Actions", top=45), own, heading("Measures", top=145), other, actions, measures
    )
    assert [a.status for a in review.actions] == ["completed"]
    assert [i.status for i in review.indicators] == ["on_schedule"]


def test_two_signs_of_one_ink_in_one_key_do_not_set_it_against_another() -> None:
    """Ticks and crosses below the figures: the key above them is not theirs alone."""
    ticks = table(
        (shape("tick", "#000000"), "Target met"), (shape("cross", "#000000"), "Target missed"), top=350
    )
    figures = table(
        (*INDICATORS, "Status"), ("Number of things", "10", "12", "9", "High", shape("tick", "#000000"))
    )
    signs = (disc(GREEN), disc(AMBER), disc(RED))
    rows = [(f"Do thing {k} for all", "Ann Lee", "Work goes on", sign) for k, sign in enumerate(signs)]
    review = review_of(table(*STEPS, top=20), figures, ticks, table(ACTIONS, *rows, page=2))
    assert statuses(review) == (["completed", "behind_schedule", "off_track"], ["on_schedule"])


def test_the_heading_above_signs_far_left_of_their_words_says_what_they_are_for() -> None:
    """Its words end left of theirs: two keys were taken for one, and green was in dispute."""
    title, line = heading("Key to indicators", size=9), paragraph("On target", marks=[disc(GREEN)])
    title = replace(title, box=title.box._replace(x1=title.box.x0 + 80))
    line = replace(line, box=line.box._replace(x0=line.box.x0 + 120))
    assert key_purpose.above([title, line], 1) == "indicators"
    assert key_purpose.above([title, replace(line, marks=())], 1) == key_purpose.ANY


def side_by_side(*rows: tuple[Square, ...]) -> Table:
    """Keys side by side as they are seen where nothing is drawn below their headings: the columns of words are found,
    and the sign of the second key stands behind the words of the first."""
    seen = table(*rows, top=120)
    cells = []
    for cell in seen.cells:
        lines = tuple(
            ln._replace(box=ln.box._replace(x0=cell.box.x0 + 16, x1=cell.box.x0 + 50)) for ln in cell.lines
        )
        signs = tuple(
            m._replace(box=m.box._replace(x0=cell.box.x0 + 70, x1=cell.box.x0 + 79)) for m in cell.marks
        )
        cells.append(replace(cell, lines=lines, marks=signs if cell.text else cell.marks))
    return replace(seen, cells=tuple(cells))


def test_signs_of_keys_side_by_side_stand_before_their_own_words_and_serve_what_is_headed_above() -> None:
    """`Alert` explained the actions' sign for `Overdue`: two keys said two things of one sign."""
    heads = table(("Action Status", BESIDE, "PI Status"), top=100)
    rows = [
        (disc(GREEN), with_text("Completed", disc(GREEN)), "OK"),
        (disc(BLUE), with_text("In progress", disc(AMBER)), "Warning"),
        (disc(AMBER), with_text("Check progress", disc(RED)), "Alert"),
    ]
    review = document(
        heads,
        side_by_side(*rows),
        signs=(disc(GREEN), disc(AMBER)),
        figures=(disc(GREEN), disc(AMBER), disc(RED)),
    )
    assert statuses(review) == (
        ["completed", "behind_schedule"],
        ["on_schedule", "behind_schedule", "off_track"],
    )
    assert loud(review) == []
