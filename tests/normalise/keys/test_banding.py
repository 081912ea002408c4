"""Keys in tables whose every second row stands on a light stripe."""

from __future__ import annotations

import pytest

from tests.normalise.building import AMBER, GREEN, RED, Square, filled, loud, review_of, table

HEADER = ("Action", "Lead", "Progress", "RAG")
STRIPE = "#d0d8e7"
MEANT = ("At or better than target", "Within 10% of target", "More than 10% worse than target")


def key(*signs: Square) -> list[tuple[Square, ...]]:
    rows = enumerate(zip(signs, MEANT, strict=True))
    return [(sign, words if k % 2 else filled(STRIPE, words)) for k, (sign, words) in rows]


@pytest.mark.parametrize(
    "signs",
    [
        (filled(GREEN, "Green"), filled(AMBER, "Amber"), filled(RED, "Red")),
        (filled(GREEN), filled(AMBER), filled(RED)),
    ],
    ids=["words on their colours", "swatches"],
)
def test_the_stripe_behind_a_key_s_words_is_no_sign(signs: tuple[Square, ...]) -> None:
    """What green means was said of a blue cell, and all that was green was unknown."""
    shown = [(f"Open hub {k}", "Ann Archer", "Begun.", sign) for k, sign in enumerate(signs)]
    review = review_of(table(("Rating", "What it means"), *key(*signs)), table(HEADER, *shown, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]
    assert loud(review) == []


def test_words_on_tints_of_their_own_are_signs() -> None:
    """The rows print the pale colours alone."""
    pale = ("#c6efce", "#ffeb9c", "#ffc7ce")
    strong = ((GREEN, "Green"), (AMBER, "Amber"), (RED, "Red"))
    lines = [(filled(c, name), filled(p, m)) for (c, name), p, m in zip(strong, pale, MEANT, strict=True)]
    shown = [(f"Open hub {k}", "Ann Archer", "Begun.", filled(p)) for k, p in enumerate(pale)]
    review = review_of(table(("Rating", "What it means"), *lines), table(HEADER, *shown, top=300))
    assert [a.status for a in review.actions][:2] == ["on_schedule", "behind_schedule"]
