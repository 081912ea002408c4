"""Columns that each rate one part of a year: the last filled is the row's status, all stay beside it."""

from __future__ import annotations

import pytest

from normalise.columns import year_parts
from normalise.columns.content import gathered
from normalise.columns.headers import headers
from normalise.keys import legend
from normalise.language.parts_of_year import part_of_year
from normalise.language.vocabulary import mended
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
    moved_to,
    review_of,
    table,
)

TERMS = ("Ref", "Action", "Success criteria", "Lead", "Autu mn", "Spring", "Sum mer", "Evaluation")
NOTE = "Screening was three weeks late and has been caught up since."
STEPS = ((GREEN, "4", "On track"), (AMBER, "3", "At risk"), (RED, "2", "Off track"))
A, G, R = filled(AMBER, "A"), filled(GREEN, "G"), filled(RED, "R")


def row(number: str, *ratings: Square) -> tuple[Square, ...]:
    return (number, f"Read {number} books", "Ten more loans", "DK", *ratings, NOTE)


def test_a_plan_rated_by_term_is_read_by_its_last_filled_term() -> None:
    first, second = actions_of(table(TERMS, row("1.1", A, G, ""), row("1.2", G, R, "")))
    assert (first.status, second.status) == ("on_schedule", "off_track")
    assert (first.status_basis, first.progress) == ("convention", NOTE)
    assert [pair for pair in first.extra if pair[0] != "Success criteria"] == [
        ("Autumn", "A"),
        ("Spring", "G"),
    ]


def test_a_row_that_was_not_rated_again_is_a_finding() -> None:
    review = review_of(table(TERMS, row("1.1", A, "", ""), row("1.2", G, R, "")))
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track"]
    assert [f.subject_id for f in review.findings if f.code == "status_of_earlier_quarter"] == [
        review.actions[0].id
    ]


def test_a_heading_inside_the_table_is_no_rating_of_the_last_term() -> None:
    objective: tuple[Square, ...] = ("Objective 1: Pupils read widely", *[BESIDE] * 7)
    review = review_of(table(TERMS, objective, row("1.1", A, G, ""), row("1.2", G, R, "")))
    assert "status_of_earlier_quarter" not in loud(review)


def test_a_row_that_was_completed_need_not_be_rated_again() -> None:
    done = table(TERMS, row("1.1", "Completed", "", ""), row("1.2", "On track", "On track", ""))
    assert "status_of_earlier_quarter" not in loud(review_of(done))


def test_quarters_that_were_not_rated_again_are_a_finding_too() -> None:
    quarters = table(
        ("Action", "Lead", "Progress", "Q1", "Q2"),
        ("Build homes", "Ann Archer", "Begun.", "On track", ""),
        ("Sell land", "Bo Bull", "Begun.", "On track", "Delayed"),
    )
    assert loud(review_of(quarters)) == ["status_of_earlier_quarter"]


@pytest.mark.parametrize("ratings", [("41", "52", "60"), (filled(GREEN), filled(GREEN), ""), ("", "", "")])
def test_figures_and_shaded_plans_by_term_are_no_status(ratings: tuple[Square, ...]) -> None:
    unknown = ("",) * len(TERMS)
    below = gathered([(table(TERMS, row("1.1", *ratings)), 1, TERMS)]).below(TERMS, unknown)
    roles = year_parts.rated(TERMS, unknown, below)
    assert not any(map(year_parts.is_part, roles))


@pytest.mark.parametrize(
    ("headings", "latest"),
    [
        (("Autumn", "Spring", "Summer"), "Summer"),
        (("Summer", "Spring", "Autumn"), "Summer"),
        (("Spring", "Summer", "Autumn", "Winter"), "Winter"),
        (("Spring 2025", "Autumn 2025"), "Autumn 2025"),
        (("Apr", "May", "Jun"), "Jun"),
        (("Jun", "May", "Apr"), "Jun"),
        (("Feb", "Mar", "Apr", "May"), "May"),
        (("H1", "H2"), "H2"),
        (("H2", "H1"), "H2"),
        (("H2 2024", "H1 2025"), "H1 2025"),
        (("H1 2025", "H2 2024"), "H1 2025"),
        (("Term 1", "Term 2", "Term 3"), "Term 3"),
    ],
)
def test_the_latest_part_of_the_year_is_known_however_they_are_printed(
    headings: tuple[str, ...], latest: str
) -> None:
    unknown = ("",) * len(headings)
    below = gathered([(table(headings, ("G",) * len(headings)), 1, headings)]).below(headings, unknown)
    roles = year_parts.rated(headings, unknown, below)
    assert headings[roles.index(year_parts.latest_first(roles)[0])] == latest


@pytest.mark.parametrize("heading", ["May", "May 2025", "May-25", "May RAG", "may"])
def test_a_month_is_known_with_its_year(heading: str) -> None:
    assert part_of_year(heading) == ("months", 2)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("Autu mn", "Autumn"), ("Respons ible officer", "Responsible officer"), ("Su mm er", "Summer"),
     ("Due date", "Due date"), ("In put", "In put"), ("Work stream", "Work stream")],
)  # fmt: skip
def test_a_heading_broken_inside_a_word_is_put_together(broken: str, whole: str) -> None:
    assert mended(broken) == whole


def test_terms_below_a_heading_of_their_rating_are_a_header_s_lower_level() -> None:
    rows: tuple[tuple[Square, ...], ...] = (
        ("No", "What we will do", "Lead", "RAG", BESIDE, "Evaluation"),
        (ABOVE, ABOVE, ABOVE, "Autumn", "Spring", ABOVE),
        ("1a", "Teach phonics anew", "Ann Archer", filled(AMBER), filled(GREEN), "All staff are trained."),
        ("1b", "Read every day", "Ben Bell", filled(GREEN), filled(GREEN), "Every class reads."),
    )
    assert [a.action for a in actions_of(table(*rows))] == ["Teach phonics anew", "Read every day"]


def test_colours_of_terms_below_a_heading_of_their_rating_are_read_by_the_last_one() -> None:
    rows: tuple[tuple[Square, ...], ...] = (
        ("No", "What we will do", "Lead", "RAG", BESIDE, BESIDE, "Evaluation"),
        (ABOVE, ABOVE, ABOVE, "Autumn", "Spring", "Summer", ABOVE),
        (
            "1a",
            "Teach phonics anew",
            "Ann Archer",
            filled(AMBER),
            filled(GREEN),
            "",
            "All staff are trained.",
        ),
        ("1b", "Read every day", "Ben Bell", filled(GREEN), filled(RED), "", "Every class reads."),
        ("1c", "Buy more books", "Ben Bell", filled(AMBER), "", "", "Not ordered yet."),
    )
    review = review_of(table(*rows))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track", "behind_schedule"]
    assert review.actions[0].extra == (
        ("RAG Autumn", "amber cell"),
        ("RAG Spring", "green cell"),
    )
    assert "status_of_earlier_quarter" in loud(review)
    assert "several_ratings" not in loud(review)


@pytest.mark.parametrize(
    "headings",
    [("RAG 06/25", "RAG 12/25"), ("06/2025 rating", "12/2025 rating"), ("BRAG 12/25", "BRAG 03/26")],
)
def test_ratings_headed_by_a_month_s_number_and_its_year_are_read_by_the_last(
    headings: tuple[str, str],
) -> None:
    head = ("Action", "Lead", *headings, "Progress")
    rated = table(
        head, ("Build homes", "Ann Archer", A, G, "Begun."), ("Sell land", "Bo Bull", G, R, "Begun.")
    )
    assert [a.status for a in actions_of(rated)] == ["on_schedule", "off_track"]


def test_two_years_that_follow_are_no_month() -> None:
    assert part_of_year("RAG 11/12") == ("years", 12)
    assert part_of_year("12/25 spend") is None


def test_figures_on_colours_below_months_are_ratings_and_others_are_none() -> None:
    head = ("Action", "Lead", "RAG 06/25", "RAG 12/25", "Progress")
    key = table(*((filled(c, n), words) for c, n, words in STEPS), top=40)
    rated = table(
        head,
        ("Build homes", "Ann Archer", filled(AMBER, "3"), filled(GREEN, "4"), "Begun."),
        ("Sell land", "Bo Bull", filled(GREEN, "4"), filled(RED, "2"), "Begun."),
        top=300,
    )
    assert [a.status for a in actions_of(key, rated)] == ["on_schedule", "off_track"]
    plain = table(
        head, ("Build homes", "Ann Archer", "3", "4", "Begun."), ("Sell land", "Bo Bull", "4", "2", "Begun.")
    )
    assert [a.status for a in actions_of(plain)] == ["unknown", "unknown"]


def test_the_rating_of_the_newest_review_is_the_status() -> None:
    """`Autumn review` and `Spring review` over a note and a rating each: the two were ratings of different things."""
    header = (
        "Action",
        "Lead",
        *(f"{season} review {told}" for season in ("Autumn", "Spring") for told in ("Progress", "RAG")),
    )
    rows = [
        ("Open a hub", "Ann Archer", "Leased", "A", "Opened in May", "G"),
        ("Plant a wood", "Bo Bull", "Site found", "G", "Lost", "R"),
    ]
    review = review_of(table(header, *rows))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert loud(review) == ["status_by_convention"]


@pytest.mark.parametrize(
    "earlier, later",
    [
        ("Q4 24/25", "Q1 25/26"),
        ("Q4 2024/25 RAG", "Q1 2025/26 RAG"),
        ("RAG Q4 24/25", "RAG Q1 25/26"),
        ("Q4 2024", "Q1 2025"),
    ],
)
@pytest.mark.parametrize("newest_first", [False, True])
def test_the_first_quarter_of_a_year_is_later_than_the_fourth_of_the_one_before(
    earlier: str, later: str, newest_first: bool
) -> None:
    """The fourth quarter's rating was the row's status, whichever year it was of."""
    shown = ((later, "Green"), (earlier, "Red")) if newest_first else ((earlier, "Red"), (later, "Green"))
    rows = [(name, *(rating for _, rating in shown), "Begun.") for name in ("Open a hub", "Plant a wood")]
    actions = actions_of(table(("Action", *(heading for heading, _ in shown), "Comments"), *rows))
    assert [a.status for a in actions] == ["on_schedule"] * 2


def test_the_quarters_of_one_year_stay_in_its_order_whichever_is_printed_first() -> None:
    head = ("Action", "RAG Q2 25/26", "RAG Q1 25/26", "Comments")
    (action,) = actions_of(table(head, ("Open a hub", "Green", "Red", "Begun.")))
    assert action.status == "on_schedule"


def test_a_fourth_quarter_printed_right_before_a_first_is_the_earlier_one() -> None:
    (action,) = actions_of(
        table(("Action", "Q4", "Q1", "Comments"), ("Open a hub", "Red", "Green", "Begun."))
    )
    assert action.status == "on_schedule"


def test_milestones_of_each_quarter_are_steps_of_the_deliverable_beside_them() -> None:
    """The first quarter's milestone was each row's action, for one deliverable went on behind a page's end."""
    head = ("Ref", "Deliverable", "Lead", "Q1 milestone", "Q2 milestone", "Status", "Progress")
    told = ("Ann Archer", "Design agreed", "Open", "On track", "It goes well.")
    first = table(head, ("T1", "Open the day unit at Llanfor", *told), ("T2", "Procure a booking", *told))
    rest = table(head, ("", "system for all", *[""] * 5), ("T3", "Appoint nurses", *told))
    actions = actions_of(first, moved_to(2, rest))
    assert [a.action for a in actions] == [
        "Open the day unit at Llanfor",
        "Procure a booking system for all",
        "Appoint nurses",
    ]
    assert {dict(a.extra)["Q1 milestone"] for a in actions} == {"Design agreed"}


def test_actions_of_each_quarter_with_no_item_beside_them_stay_actions() -> None:
    roles = ("ref", "action", "action", "status")
    assert year_parts.steps(("Ref", "Q1 actions", "Q2 actions", "Status"), roles) == set()


KEY = table(*((filled(colour), label) for colour, _, label in STEPS), top=40)
JUDGED = ("Ref", "Action", "Lead", "Judgement Autumn", "Judgement Spring", "Evidence and impact")


@pytest.mark.parametrize("group", ["Judgement ", ""])
def test_grounds_that_the_key_explains_rate_each_term_whatever_its_heading(group: str) -> None:
    """No word of the headings is a rating's: the table was not understood, and no row was read."""
    heads = (*JUDGED[:3], f"{group}Autumn", f"{group}Spring", JUDGED[-1])
    rows = (
        ("1", "Read books", "DK", filled(GREEN), filled(AMBER), NOTE),
        ("2", "Lend books", "DK", filled(RED), filled(GREEN), NOTE),
    )
    first, second = actions_of(KEY, table(heads, *rows, top=300))
    assert (first.status, second.status) == ("behind_schedule", "on_schedule")
    assert first.status_basis == "legend"


def test_a_plan_over_the_terms_in_colours_of_the_key_is_no_rating() -> None:
    """No term has a colour in all rows."""
    rows = (
        ("1", "Read books", "DK", filled(GREEN), "", NOTE),
        ("2", "Lend books", "DK", "", filled(AMBER), NOTE),
    )
    found = table(JUDGED, *rows, top=300)
    keys = legend.learn([KEY, found], headers([KEY, found])).keys
    columns = gathered([(found, 1, JUDGED)], keys)
    roles = year_parts.rated(JUDGED, ("",) * 6, columns.below(JUDGED, ("",) * 6), keys)
    assert keys
    assert not any(map(year_parts.is_part, roles))
