"""Phrases that name a status and take some of it back, alone, in a key and at the head of a note."""

from __future__ import annotations

import pytest

from normalise.language.phrases import of_today, opening, status_of
from normalise.signs.line_words import parted, said
from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, RED, filled, loud, review_of, table


@pytest.mark.parametrize(
    ("definition", "status"),
    [
        ("Work is proceeding in line with the plan", "on_schedule"),
        ("Progress is in line with expectations", "on_schedule"),
        ("Likely to meet the target at 30 June", "on_schedule"),
        ("No concerns about delivery", "on_schedule"),
        ("The milestone may be reached late", "behind_schedule"),
        ("There is a risk that the milestone will be late", "behind_schedule"),
        ("The target cannot now be met", "off_track"),
        ("Won’t be met", "off_track"),
        ("Not in place", "off_track"),
        ("In difficulty", "off_track"),
        ("Hasn't started", "not_started"),
        ("No prospect of delivery", "off_track"),
        ("Work has stopped and will not be finished this year", "off_track"),
        ("Milestone or deliverable complete", "completed"),
        ("Programmed for the second half of the year", "not_started"),
        ("On trajectory", "on_schedule"),
        ("Some way behind", "behind_schedule"),
        ("Needs intervention", "off_track"),
        ("Starts in a later year", "not_started"),
        ("No intervention required", None),
        ("Not on trajectory", None),
        ("Not in line with the plan", None),
        ("Unlikely to meet the target at 30 June", None),
        ("Work has stopped", None),
    ],
)
def test_definitions_in_everyday_words_name_a_status(definition: str, status: str | None) -> None:
    """`Advancing`, `Tracking`, `Halted`: of a publisher's own words only what explains them tells."""
    assert status_of(definition) == status


def meant(label: str) -> str | None:
    """What a line of a key means where no colour bears it out."""
    found = said(*parted([label]))
    return None if found.reserved else found.status


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Late, but due to be handed over", "behind_schedule"),
        ("Delayed but expected to be achieved", "behind_schedule"),
        ("Overdue although expected to be completed", "behind_schedule"),
        ("Budget at risk but likely to be met", "behind_schedule"),
        ("Off target but recoverable", "behind_schedule"),
        ("On target to miss the deadline", None),
        ("On track with some risks", None),
        ("On track with no risks", "on_schedule"),
        ("Progressing but not as fast as hoped", None),
        ("Completed but benefits not realised", None),
        ("Completed but late", "completed"),
        ("Action completed, not evidenced", None),
        ("In progress but not yet complete", "on_schedule"),
        ("Started, not yet on track", "behind_schedule"),
        ("Not quite on schedule", "behind_schedule"),
        ("In progress (overdue)", "behind_schedule"),
        ("Paused but likely to be met", "paused"),
        ("Not started - overdue", "behind_schedule"),
        ("Completed - target met", "completed"),
        ("Closed - will not be delivered", None),
    ],
)
def test_a_label_with_a_qualifier_is_never_read_by_its_better_half(label: str, status: str | None) -> None:
    assert meant(label) == status


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Achieved or on target", None),
        ("Complete / on track", None),
        ("Withdrawn or paused", None),
        ("Not started or in progress", None),
        ("Achieved or exceeded", "completed"),
        ("Behind schedule or off track", "off_track"),
        ("Delayed or at risk", "behind_schedule"),
        ("Ar y trywydd / On track", "on_schedule"),
    ],
)
def test_two_statuses_joined_by_or_are_neither_or_the_worse(label: str, status: str | None) -> None:
    assert meant(label) == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Underway, on time", "on_schedule"),
        ("Underway, overdue", "behind_schedule"),
        ("Moving forward as planned", "on_schedule"),
        ("Moving forward, slower than planned", "behind_schedule"),
        ("Not moving forward", "off_track"),
        ("All work has been done", "completed"),
        ("Better than target", "on_schedule"),
        ("Better than last quarter", None),
        ("Complete, no further reporting needed", "completed"),
        ("Complete, further reporting needed", None),
        ("The milestone has been reached", "completed"),
        ("Expected to finish on time", "on_schedule"),
        ("Not expected to finish on time", None),
        ("Start date is in the future", "not_started"),
        ("Open – overdue", "behind_schedule"),
        ("Not implemented", "off_track"),
        ("Part complete", "behind_schedule"),
        ("Unassigned; Not Started", "not_started"),
        ("Wedi'i gwblhau Completed", "completed"),
        ("Completed off track", None),
        ("Delivered and closed", "completed"),
        ("Delivered and overdue", None),
    ],
)
def test_a_cell_of_two_phrases_says_what_both_say(words: str, status: str | None) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize(
    ("words", "today"),
    [
        ("Was Red, now Green", "Green"),
        ("Amber to Red", "Red"),
        ("Amber now Green", "Green"),
        ("Open to all", "Open to all"),
        ("Green", "Green"),
    ],
)
def test_of_two_colours_the_later_one_is_today_s(words: str, today: str) -> None:
    assert of_today(words) == today


def test_words_behind_the_opening_are_kept_in_mind() -> None:
    assert opening("On track with some risks") == ("on_schedule", False, True, None)
    assert opening("On track as agreed") == ("on_schedule", False, False, None)
    assert opening("On track but there are risks") == ("behind_schedule", False, False, "on_schedule")


def key_of(colour: str, label: str) -> list[str]:
    """Status of a row in this colour, then what findings above information say."""
    other = BLUE if colour != BLUE else RED
    key = table(
        (filled(colour), label), (filled(other), "Cancelled"), (filled("#808080"), "Not started"), top=60
    )
    review = review_of(
        key, table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", filled(colour)), top=300)
    )
    return [review.actions[0].status, *loud(review)]


def test_a_colour_bears_out_a_label_that_is_not_understood_to_its_end() -> None:
    assert key_of(GREEN, "On track with some risks") == ["on_schedule"]
    assert key_of(AMBER, "On track with some risks") == ["unknown", "legend_not_understood"]
    assert key_of(BLUE, "On track with some risks") == ["unknown", "legend_not_understood"]


def test_a_colour_tells_how_bad_trouble_behind_a_but_is() -> None:
    words = "The project is on schedule but attention is needed so that risks do not become issues"
    assert key_of(GREEN, words) == ["on_schedule"]
    assert key_of(AMBER, words) == ["behind_schedule"]
    assert key_of(AMBER, "Expected to be delivered on time although there are some risks") == [
        "behind_schedule"
    ]


def test_a_red_sign_whose_words_only_open_well_is_a_finding() -> None:
    assert key_of(RED, "On track as agreed by the board") == ["on_schedule", "key_belies_colour"]
    assert key_of(GREEN, "Delayed as agreed by the board") == ["behind_schedule", "key_belies_colour"]


def test_a_key_may_say_in_plain_words_that_red_is_completed() -> None:
    assert key_of(RED, "Completed") == ["completed"]


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Closed. The work is over.", "completed"),
        ("Closed. Not achieved.", "unknown"),
        ("Completed: none. In progress: six of them.", "unknown"),
        ("In progress: one. Completed: five.", "unknown"),
        ("Completed", "completed"),
        ("Completed the first of four", "unknown"),
    ],
)
def test_a_note_that_takes_back_its_opening_words_names_no_status(note: str, status: str) -> None:
    rows = table(
        ("Action", "Lead", "Progress"), ("1. Do it", "Ann Archer", note), ("2. Do more", "Bo Bull", "We met.")
    )
    assert review_of(rows).actions[0].status == status


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("A", []),
        ("Q2 2025", []),
        ("Awaiting lawyers", ["status_unknown"]),
        ("Delayed by the weather", ["mark_contradicts_words"]),
        ("Moving along and on track", ["status_unknown"]),
    ],
)
def test_a_colour_behind_words_that_nobody_knows_is_not_taken_in_silence(
    words: str, codes: list[str]
) -> None:
    colour = AMBER if words == "A" else GREEN
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", filled(colour, words)))
    assert [code for code in loud(review_of(rows)) if code != "status_by_convention"] == codes


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("Complete, with evidence signed off by the executive lead", "completed"),
        ("Complete, but off track", None),
        ("Slippage against the due date, with recovery in hand", "behind_schedule"),
        ("Slippage has been recovered", None),
    ],
)
def test_what_is_signed_off_is_not_off_and_slippage_is_behind(phrase: str, status: str | None) -> None:
    said = opening(phrase)
    assert (None if said.reserved else said.status) == status


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("Will be delivered by the designated deadline", "on_schedule"),
        ("Expected to be delivered on time and to budget", "on_schedule"),
        ("No issues to report", "on_schedule"),
        ("Progressing with some delay", "behind_schedule"),
        ("Critical issues, will not deliver", "off_track"),
        ("Did not proceed", "cancelled"),
        ("Future milestone", "not_started"),
        ("Completed Q1", "completed"),
        ("Complete - ongoing monitoring", "completed"),
        ("Embedded and sustained", "completed"),
        ("Status Pending", "no_information"),
        ("To be reported later", "no_information"),
        ("Removed from the Programme", "cancelled"),
        ("Delayed by less than 3 months", "behind_schedule"),
        ("Delayed by more than a year", None),
        ("Will not be met within 3 months", "off_track"),
        ("Carried forward to next year", None),
        ("90% complete", None),
    ],
)
def test_wordings_of_municipal_keys_are_known(phrase: str, status: str | None) -> None:
    assert status_of(phrase) == status


@pytest.mark.parametrize("begun", ["Begun", "Started", "Underway", "Commenced", "In progress", "In hand"])
@pytest.mark.parametrize(
    ("going", "status"),
    [
        ("on schedule", "on_schedule"),
        ("to time", "on_schedule"),
        ("behind schedule", "behind_schedule"),
        ("delayed", "behind_schedule"),
        ("late", "behind_schedule"),
        ("off track", "off_track"),
    ],
)
@pytest.mark.parametrize("joint", [", ", " – ", " and "])
def test_what_has_begun_stands_as_it_goes(begun: str, going: str, status: str, joint: str) -> None:
    """`Begun, behind schedule` was no status that is known."""
    assert status_of(f"{begun}{joint}{going}") == status


@pytest.mark.parametrize("words", ["In progress, complete", "On track, delayed"])
def test_what_does_not_go_together_behind_a_comma_is_no_status(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize("parted", [" – ", " - ", ", ", " "])
@pytest.mark.parametrize(
    ("words", "behind", "status"),
    [
        ("Off track", "recoverable", "behind_schedule"),
        ("Off track", "not recoverable", "off_track"),
        ("Delayed", "not recoverable", "off_track"),
        ("Behind schedule", "recoverable", "behind_schedule"),
    ],
)
def test_what_is_off_track_and_can_be_recovered_is_behind(
    words: str, parted: str, behind: str, status: str
) -> None:
    assert status_of(words + parted + behind) == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Fully in place", "completed"),
        ("In place", None),  # opens notes of what goes on, too
        ("In place and embedded", "completed"),
        ("Fully addressed", "completed"),
        ("Partly in place", "behind_schedule"),
        ("Partially addressed", "behind_schedule"),
        ("Being put in place", None),
    ],
)
def test_what_is_in_place_is_done_and_what_is_partly_so_is_behind(words: str, status: str | None) -> None:
    assert status_of(words) == status
