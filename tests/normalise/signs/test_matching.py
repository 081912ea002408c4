"""A row's sign beside those of the key."""

from __future__ import annotations

from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, RED, filled, loud, review_of, shape, table


def test_a_full_and_an_empty_circle_of_one_outline_are_told_apart() -> None:
    """Both were unknown though the key shows each."""
    full, empty = shape("disc", BLUE, "circle"), shape("ring", BLUE, "circle")
    half = shape("ring", BLUE, "circle+half")
    key = table((full, "Finished"), (half, "On track"), (empty, "Not started"), top=20)
    rows = [
        (f"{k}. Buy land", "Ann Archer", "It is told.", sign) for k, sign in enumerate((empty, full, half), 1)
    ]
    review = review_of(key, table(ACTIONS, *rows, top=200))
    assert [a.status for a in review.actions] == ["not_started", "completed", "on_schedule"]
    assert not loud(review)


def test_a_letter_that_a_status_begins_with_names_no_colour() -> None:
    """`R` for at risk was the red of every overdue row (`mark_contradicts_words`)."""
    key = table(("C", "Complete"), ("T", "On target"), ("R", "At risk"), ("O", "Overdue"), top=20)
    signs = [
        filled(colour, letter) for colour, letter in ((BLUE, "C"), (GREEN, "T"), (AMBER, "R"), (RED, "O"))
    ]
    rows = [
        (f"{k}. Buy land", "Ann Archer", "It is told.", sign) for k, sign in enumerate((*signs, signs[-1]), 1)
    ]
    review = review_of(key, table(ACTIONS, *rows, top=200))
    told = ["completed", "on_schedule", "behind_schedule", "off_track", "off_track"]
    assert [a.status for a in review.actions] == told
    assert not loud(review)


def test_a_sign_in_a_colour_that_several_lines_of_the_key_share_says_nothing_beside_words() -> None:
    """Cells hatched in black were told apart by what little the hatchings differ by, against the words on them."""
    inks = ("#353535", "#313131", "#1a1a1a")
    words = ("On track", "Behind schedule", "Off track")
    key = table(*((filled(ink, ""), word) for ink, word in zip(inks, words, strict=True)), top=20)
    cells = (filled(inks[0], words[0]), filled(inks[0], words[1]), filled(inks[0], words[1]))
    rows = [(f"{k}. Buy land", "Ann Archer", "It is told.", sign) for k, sign in enumerate(cells, 1)]
    review = review_of(key, table(ACTIONS, *rows, top=200))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "behind_schedule"]
    assert not loud(review)


def test_a_gradient_s_greens_are_one_where_the_shape_is_the_key_s() -> None:
    """Stars of a gradient were unknown, as the key has a disc in green too; a square says nothing there."""
    key = table(
        (shape("star", "#5dbf66"), "Complete"),
        (shape("disc", "#71cc80"), "On target"),
        (shape("disc", RED), "Off track"),
        top=20,
    )
    signs = (
        shape("star", "#4aae5b"),
        shape("disc", "#71cc80"),
        shape("square", "#70cb7f"),
        shape("disc", RED),
    )
    rows = [(f"{k}. Buy land", "Ann Archer", "It is told.", sign) for k, sign in enumerate(signs, 1)]
    review = review_of(key, table(ACTIONS, *rows, top=200))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "unknown", "off_track"]
    assert set(loud(review)) == {"status_unknown"}


def test_a_square_in_a_colour_of_its_own_is_the_sign_of_that_colour() -> None:
    key = table((shape("disc", GREEN), "On target"), (shape("triangle", AMBER), "Late"), top=20)
    rows = [
        (f"{k}. Buy land", "Ann Archer", "It is told.", shape("square", c))
        for k, c in enumerate((GREEN, AMBER), 1)
    ]
    review = review_of(key, table(ACTIONS, *rows, top=200))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]
