"""Red, amber and green as usual are no news in a document that may say otherwise."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    BLUE,
    GREEN,
    GREY,
    RED,
    Square,
    filled,
    heading,
    loud,
    paragraph,
    review_of,
    table,
)

HEADER = ("Action", "Lead", "Progress", "RAG")
USUAL = ["status_by_convention"]


def rows(*signs: Square) -> list[tuple[Square, ...]]:
    names = ("Open a hub", "Plant a wood", "Mend a road", "Buy a bus")
    return [(name, "Ann Archer", "Work goes on", sign) for name, sign in zip(names, signs, strict=False)]


@pytest.mark.parametrize("other", ["W", "4"])
def test_green_beside_a_sign_without_usual_meaning_is_no_quiet_on_schedule(other: Square) -> None:
    """The key was lost: Green meant that all was done, and came out as on schedule with a hint only."""
    review = review_of(table(HEADER, *rows("G", "A", other)))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "unknown"]
    told = [f.subject_id for f in review.findings if f.code == "convention_unsure"]
    assert told == ["a001", "a002"]


@pytest.mark.parametrize("blue", ["Blue", filled(BLUE), "Purple"])
def test_green_alone_is_in_doubt_beside_blue(blue: Square) -> None:
    """Blue may mean completed, and green may where blue is on target; amber and red are below both."""
    review = review_of(table(HEADER, *rows("G", "A", blue, "R")))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "unknown", "off_track"]
    assert [f.subject_id for f in review.findings if f.code == "convention_unsure"] == ["a001"]


@pytest.mark.parametrize("grey", ["Grey", filled(GREY)])
def test_grey_stands_apart_from_the_scale_and_casts_no_doubt(grey: Square) -> None:
    """Every row of a right table was told."""
    review = review_of(table(HEADER, *rows("G", "A", grey, "R")))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "unknown", "off_track"]
    assert not [f for f in review.findings if f.code == "convention_unsure"]


def test_words_that_nobody_knows_beside_colours_are_no_other_sign() -> None:
    review = review_of(table(HEADER, *rows("G", "A", "Open, not yet due")))
    assert sorted(loud(review)) == ["status_by_convention", "status_unknown"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Actions are complete (Green), in progress (Amber) or not started (Red).",
            ["convention_unsure"] * 2,
        ),
        ("Green means that it is all over, red that it has yet to begin.", ["convention_unsure"] * 2),
        ("Of the 15 actions seven are green, five amber and three red.", []),
        (
            "Most of what is green has been delivered, most of what is red has been delayed.",
            ["convention_unsure"] * 2,
        ),
        ("Since the last report two actions have moved from amber to green.", []),
        ("Green – all that was promised", []),
        ("Key: Green = first year; Amber = second year; Red = third year", ["convention_unsure"] * 2),
        ("Green: 12 (40%); Amber: 10 (33%); Red: 8 (27%)", []),
    ],
)
def test_a_text_that_may_be_the_key_is_told_on_each_row(text: str, codes: list[str]) -> None:
    review = review_of(paragraph(text), table(HEADER, *rows(filled(GREEN), filled(RED))))
    if {a.status_basis for a in review.actions} == {"convention"}:
        assert [code for code in loud(review) if code not in USUAL] == codes
    else:
        assert codes, "read as a key"


def test_a_key_s_heading_with_nothing_below_it_is_told_on_each_row() -> None:
    """The key was a picture: red meant completed, and came out as off track with a hint only."""
    rated = table(HEADER, *rows(filled(RED), filled(GREEN)), top=200)
    review = review_of(heading("Key"), rated)
    assert loud(review) == ["convention_unsure"] * 2
    assert not [f for f in review.findings if f.code in USUAL], "a second story about the same rows"


def test_reds_and_ambers_alone_are_read_as_usual() -> None:
    review = review_of(table(HEADER, *rows(filled(RED), filled(AMBER), filled(GREEN))))
    assert loud(review) == USUAL


def test_a_former_rating_that_nobody_knows_is_kept_with_information_alone() -> None:
    """A right row was told for the sign of the quarter before."""
    signs = (filled(GREY), filled(GREEN), filled(RED))
    told = [(*row, former) for row, former in zip(rows("G", "A", "R"), signs, strict=True)]
    review = review_of(table((*HEADER, "Previous RAG"), *told))
    assert dict(review.actions[0].extra)["previous_status"] == "grey cell"
    assert [f.severity for f in review.findings if f.code == "status_unknown"] == ["info"]
