"""What is done in a column whose heading nobody knows; and the two ends of a time over which it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from normalise.review import Review
from parsers.parsed import Refusal
from tests.normalise.building import ABOVE, Square, about, actions_of, loud, moved_to, review_of, table

HOMES, STREETS, HOMES_TOO = (
    "Bring sixty empty homes back into use",
    "Sweep every street in the old town twice a week",
    "Buy forty homes for families without one",
)
NOTES = ("Twenty two are lived in again.", "Begun in May.", "Nine were bought.")


def plan(headings: Sequence[str], above: Sequence[str]) -> Review:
    rows = zip(above, (HOMES, STREETS, HOMES_TOO), NOTES, ("On track", "Late", "On track"), strict=True)
    return review_of(table((*headings, "Comments", "Status"), *rows))


@pytest.mark.parametrize("above", ["Objective", "Project", "Commitment"])
def test_below_a_repeated_item_a_column_of_an_unknown_heading_is_the_action_with_a_finding(
    above: str,
) -> None:
    review = plan((above, "Quibble"), ("Homes for all of us", "Clean streets for all", "Homes for all of us"))
    assert [(a.activity, a.action) for a in review.actions] == [
        ("Homes for all of us", HOMES),
        ("Clean streets for all", STREETS),
        ("Homes for all of us", HOMES_TOO),
    ]
    assert all("columns_unsure" in [f.code for f in about(review, a.id)] for a in review.actions)


def test_an_end_beside_texts_of_an_unknown_heading_leaves_a_finding_on_each_row() -> None:
    review = plan(
        ("Outcome", "Quibble"), ("Homes for all of us", "Clean streets for all", "Fewer without a home")
    )
    assert [a.action for a in review.actions] == [
        "Homes for all of us",
        "Clean streets for all",
        "Fewer without a home",
    ]
    assert all("columns_unsure" in [f.code for f in about(review, a.id)] for a in review.actions)


@pytest.mark.parametrize(
    "heading",
    ["Key risks", "Why it matters", "What success looks like", "Partners", "Lessons", "Public concerns"],
)
def test_an_end_beside_what_is_known_to_be_no_action_leaves_none(heading: str) -> None:
    review = plan(
        ("Outcome", heading), ("Homes for all of us", "Clean streets for all", "Fewer without a home")
    )
    assert "columns_unsure" not in loud(review)


def test_the_finer_of_two_ends_is_the_action_though_the_other_is_a_word() -> None:
    read = plan(("Goal", "Objective"), ("Place", "Place", "People")).actions
    assert [(a.activity, a.action) for a in read] == [
        ("Place", HOMES),
        ("Place", STREETS),
        ("People", HOMES_TOO),
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Timeline From", "Timeline To"),
        ("Timescales Begin", "Timescales Complete"),
        ("From", "To"),
        ("Baseline Start", "Baseline End"),
        ("Planned Start", "Planned Finish"),
        ("Dates Start", "Dates Due"),
    ],
)
def test_the_first_day_of_a_time_is_no_due_date(first: str, last: str) -> None:
    rows = (
        (HOMES, "01/04/2025", "31/03/2026", "Begun.", "On track"),
        (STREETS, "15/05/2025", "31/12/2025", "Begun.", "Late"),
    )
    action = actions_of(table(("Action", first, last, "Comments", "Status"), *rows))[0]
    assert (action.start_date, action.due_date) == (dt.date(2025, 4, 1), dt.date(2026, 3, 31))


def test_of_ratings_whose_quarter_stands_in_brackets_the_later_is_the_status() -> None:
    rows = ((HOMES, "Begun.", "On track", "Late"), (STREETS, "Begun.", "Late", "On track"))
    read = actions_of(table(("Action", "Comments", "Status (Q1)", "Status (Q2)"), *rows))
    assert [a.status_label for a in read] == ["Late", "On track"]


def test_what_is_wanted_up_to_a_day_is_what_each_row_is_where_no_other_column_can_be() -> None:
    """Each of the rows had a finding for one and the same heading."""
    head = ("Objective", "What we want to achieve by July 2026", "Rating", "Commentary")
    rows = zip(
        ("SA1.1", "SA1.2", "SA1.3"),
        (HOMES, STREETS, HOMES_TOO),
        ("On track", "Late", "On track"),
        NOTES,
        strict=True,
    )
    review = review_of(table(head, *rows))
    assert [a.action for a in review.actions] == [HOMES, STREETS, HOMES_TOO]
    assert not [f for a in review.actions for f in about(review, a.id)]


def test_what_success_is_measured_by_is_not_what_is_done_where_a_page_cuts_a_row() -> None:
    """The rest of a row has a measure and no action: there were more measures, and they became the actions."""
    head = ("Ref", "Action", "Status", "Progress", "Success measure")
    rows = [
        (str(k), words, "On track", NOTES[k], f"{k} in 10 fewer complaints")
        for k, words in enumerate((HOMES, STREETS))
    ]
    rest = ("", "", "On track", "", "than in the year before it")
    review = review_of(
        table(head, *rows), moved_to(2, table(head, rest, ("3", HOMES_TOO, "Late", NOTES[2], "All let")))
    )
    assert HOMES_TOO in [a.action for a in review.actions]
    assert not any("complaints" in a.action for a in review.actions)


DONE = (("1", HOMES), ("2", STREETS), ("3", HOMES_TOO))


def led(
    heading: str, beside: tuple[str, Sequence[str]] = ("Lead", ("A. Archer", "B. Baker", "C. Cook"))
) -> Review:
    """Numbered rows under a heading that nobody knows, with who leads them or something else, and how they go."""
    rows = [
        (*own, other, note, status)
        for own, other, note, status in zip(
            DONE, beside[1], NOTES, ("On track", "Late", "On track"), strict=True
        )
    ]
    return review_of(table(("No.", heading, beside[0], "Comments", "Status"), *rows))


def test_what_someone_leads_where_nothing_else_can_be_is_the_action_whatever_its_heading() -> None:
    """Each row of a right table was told that its column is guessed; the heading is told once."""
    review = led("Every child does well")
    assert [a.action for a in review.actions] == [HOMES, STREETS, HOMES_TOO]
    assert [f.code for f in review.findings if f.severity == "warning" and f.subject_kind != "review"] == [
        "heading_guessed"
    ]


def test_beside_another_column_that_may_be_what_is_done_each_row_is_told() -> None:
    told = [
        (*own, other, "A. Archer", note, "On track")
        for own, other, note in zip(DONE, (STREETS, HOMES_TOO, HOMES), NOTES, strict=True)
    ]
    review = review_of(
        table(("No.", "Every child does well", "Quibble", "Lead", "Comments", "Status"), *told)
    )
    assert all("columns_unsure" in [f.code for f in about(review, a.id)] for a in review.actions)


def gathered(heading: str, *, merged: bool = True) -> Review:
    """Two pledges, the first above two actions, under a heading that nobody knows."""
    rows = (
        ("P1", "Homes for all of us", HOMES, NOTES[0], "On track"),
        (ABOVE, ABOVE, HOMES_TOO, NOTES[2], "Late")
        if merged
        else ("P3", "Help", HOMES_TOO, NOTES[2], "Late"),
        ("P2", "Clean streets for all", STREETS, NOTES[1], "On track"),
    )
    return review_of(table(("Pledge ref", heading, "Action", "Comments", "Status"), *rows))


@pytest.mark.parametrize("heading", ["Mayoral pledge", "Commitment in the deal"])
def test_what_is_merged_over_several_actions_is_their_activity(heading: str) -> None:
    """It stood beside each row under its own heading, and no action belonged to anything."""
    review = gathered(heading)
    assert [(a.refs, a.texts) for a in review.activities] == [
        (("P1",), ("Homes for all of us",)),
        (("P2",), ("Clean streets for all",)),
    ]
    assert [a.activity_refs for a in review.actions] == [("P1",), ("P1",), ("P2",)]


def test_what_each_action_has_of_its_own_gathers_none() -> None:
    assert not gathered("Mayoral pledge", merged=False).activities


def beside_rows(*labels: str) -> Review:
    """Rows beside a column without a heading, each of its texts merged over two of them."""
    rows: list[tuple[Square, ...]] = [
        (labels[0], HOMES, NOTES[0], "On track"),
        (ABOVE, HOMES_TOO, NOTES[2], "Late"),
        (labels[1], STREETS, NOTES[1], "On track"),
    ]
    return review_of(table(("", "Action", "Comments", "Status"), *rows))


def test_priorities_set_on_their_sides_beside_their_rows_are_these_rows_priorities() -> None:
    """What no heading names stood beside each row, and the priorities were lost."""
    review = beside_rows("Priority 1: Homes", "Priority 2: Streets")
    assert [(p.number, p.title) for p in review.priorities] == [("1", "Homes"), ("2", "Streets")]
    assert [a.priority for a in review.actions] == ["1", "1", "2"]


def test_other_texts_beside_rows_are_no_priorities() -> None:
    assert not beside_rows("Homes team", "Streets team").priorities


@pytest.mark.parametrize(("texts", "read"), [(True, True), (False, False)], ids=["sentences", "figures"])
def test_a_target_that_is_told_in_sentences_is_what_is_done(texts: bool, read: bool) -> None:
    """`Business target` of a department's plan was a figure's: no table was one of a review."""
    said = "By 31 March 2025, publish a plan for homes that people can pay for and agree it with all councils"
    rows = table(
        ("No.", "Business Target", "Lead Group", "Status at Year End", "End Year Commentary"),
        (
            "1.1",
            said if texts else "95%",
            "Housing Policy",
            "Achieved",
            "It was agreed in May and published in June.",
        ),
        (
            "1.2",
            f"{said} again" if texts else "90%",
            "Housing Supply",
            "Not Achieved",
            "The budget was cut in July.",
        ),
    )
    if not read:
        with pytest.raises(Refusal):
            review_of(rows)
        return
    first, _ = actions_of(rows)
    assert (first.action, first.status, first.leads) == (said, "completed", ("Housing Policy",))


OUTPUTS = ("Report on drought plans in all states", "Four regional workshops on the re-use of water")
REMARKS = (
    "It was published in September and presented to the Board.",
    "Two of four workshops were held so far.",
)
RATED = ("Achieved", "Not achieved")


def outputs(*columns: tuple[str, str, str]) -> Review:
    """Two rows under headings, each given with what stands below it."""
    heads, *rows = zip(*columns, strict=True)
    return review_of(table(tuple(heads), *rows))


@pytest.mark.parametrize(
    "head", ["Expected output", "Planned outputs", "Expected result", "Intended outcome", "What is expected"]
)
def test_the_only_text_of_rows_is_what_is_done_though_its_heading_says_what_is_to_come_of_it(
    head: str,
) -> None:
    """No table below `Expected output` was understood, though number, status and remarks stood beside it."""
    review = outputs(("No", "1.1", "1.2"), (head, *OUTPUTS), ("Status", *RATED), ("Remarks", *REMARKS))
    assert [(a.action_number, a.action, a.progress) for a in review.actions] == [
        ("1.1", OUTPUTS[0], REMARKS[0]),
        ("1.2", OUTPUTS[1], REMARKS[1]),
    ]
    assert "heading_guessed" in loud(review)


def test_what_is_expected_of_what_is_done_is_none_of_it() -> None:
    review = outputs(
        ("No", "1.1", "1.2"),
        ("Topic", STREETS, HOMES),
        ("Expected output", *OUTPUTS),
        ("Status", *RATED),
        ("Remarks", *REMARKS),
    )
    assert [a.action for a in review.actions] == [STREETS, HOMES]
    assert dict(review.actions[0].extra)["Expected output"] == OUTPUTS[0]


@pytest.mark.parametrize("head", ["Expected benefit", "Expected risks", "Planned next steps"])
def test_a_table_of_what_else_is_expected_is_not_one_of_things_done(head: str) -> None:
    with pytest.raises(Refusal):
        outputs(("No", "1.1", "1.2"), (head, *OUTPUTS), ("Status", *RATED), ("Remarks", *REMARKS))


def test_rows_of_one_objective_are_what_is_expected_of_each() -> None:
    """Two rows had the same action, without a finding."""
    review = outputs(
        ("Objective", "Clean water", "Clean water"),
        ("Expected output", *OUTPUTS),
        ("Lead", "Ann Archer", "Bob Baker"),
        ("Status", *RATED),
        ("Remarks", *REMARKS),
    )
    assert [a.action for a in review.actions] == [*OUTPUTS]
    assert loud(review)


def test_an_objective_of_each_row_s_own_is_what_is_done_beside_what_is_expected_of_it() -> None:
    review = outputs(
        ("Objective", STREETS, HOMES),
        ("Expected output", *OUTPUTS),
        ("Lead", "Ann Archer", "Bob Baker"),
        ("Status", *RATED),
        ("Remarks", *REMARKS),
    )
    assert [a.action for a in review.actions] == [STREETS, HOMES]


def test_planned_delivery_over_dates_says_up_to_when() -> None:
    """It was a guess, with a warning on each row."""
    review = outputs(
        ("No", "1.1", "1.2"),
        ("Action", STREETS, HOMES),
        ("Unit in charge", "Unit A2", "Unit A1"),
        ("Planned delivery", "March 2025", "June 2025"),
        ("Status", *RATED),
        ("Remarks", *REMARKS),
    )
    first = review.actions[0]
    assert (first.leads, str(first.due_date), loud(review)) == (("Unit A2",), "2025-03-31", [])


def test_planned_delivery_told_in_texts_is_none_beside_the_date() -> None:
    review = outputs(
        ("No", "1.1", "1.2"),
        ("Action", STREETS, HOMES),
        ("Planned delivery", *OUTPUTS),
        ("Due date", "March 2025", "June 2025"),
        ("Status", *RATED),
        ("Remarks", *REMARKS),
    )
    first = review.actions[0]
    assert (str(first.due_date), dict(first.extra)) == ("2025-03-31", {"Planned delivery": OUTPUTS[0]})
