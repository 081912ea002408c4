"""The line that says when a card's text was told, above that text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from normalise.review import Review
from tests.normalise.building import loud, review_of
from tests.normalise.cards.test_labelled_cards import Text, line

ITEMS = (
    ("1.1 Build homes", "Complete", "Ann Archer", "The frame rises on all three sites."),
    ("1.2 Mend the hall", "Delayed", "Bo Bull", "The roof leaks more than was thought."),
    ("1.3 Plant trees", "On Track", "Cy Clay", "Forty were planted in the autumn."),
)


def sized(text: str, top: float, size: float) -> Text:
    printed = line(text, top)
    return replace(printed, size=size, lines=tuple(one._replace(size=size) for one in printed.lines))


def deck(stamp: str, size: float) -> Iterator[Text]:
    """Cards of a title with its status, who leads, how much is done, a small line and a text below it."""
    for k, (title, status, lead, note) in enumerate(ITEMS):
        top = 100.0 + 100 * k
        yield line(title, top, bold=True)
        yield line(status, top, 450.0, bold=True)
        yield line(f"Owner: {lead}", top + 18)
        yield line(f"{40 + 10 * k}%", top + 30)
        yield sized(stamp.format(12 + k), top + 42, 8.0)
        yield sized(note, top + 54, size)


def progress(review: Review) -> list[str]:
    return [a.progress for a in review.actions]


@pytest.mark.parametrize("size", [9.0, 10.0, 12.0])
@pytest.mark.parametrize("stamp", ["Update provided on Jul {}, 2026", "Last updated: {} July 2026"])
def test_the_day_of_an_update_was_all_that_cards_told_of_it(stamp: str, size: float) -> None:
    review = review_of(*deck(stamp, size))
    assert progress(review) == [note for *_, note in ITEMS]
    assert all(dict(a.extra) for a in review.actions)
    assert loud(review) == []


def test_what_each_card_says_in_words_of_its_own_is_told_though_it_ends_in_a_day() -> None:
    own = ("Contract signed on {} July 2026", "Work began on {} July 2026", "Survey ended on {} July 2026")
    cards = list(deck("{}", 9.0))
    for k, text in enumerate(own):
        at = 6 * k + 4
        cards[at] = sized(text.format(12 + k), cards[at].box.top, 9.0)
    assert progress(review_of(*cards)) == [
        f"{text.format(12 + k)} {item[3]}" for k, (text, item) in enumerate(zip(own, ITEMS, strict=True))
    ]


def test_a_large_heading_below_a_text_is_none_of_it() -> None:
    cards = [*deck("Work goes on as agreed.", 9.0)]
    cards = [c for k, c in enumerate(cards) if k % 6 != 5]
    cards.insert(5, sized("What our tenants ask us for.", 154.0, 14.0))
    assert progress(review_of(*cards)) == ["Work goes on as agreed."] * 3


def signed(size: float, title: str = "") -> list[Text]:
    """Cards with a second small line, and a text below that or below a heading."""
    cards: list[Text] = []
    for k, text in enumerate(deck("Update provided on Jul {}, 2026", 9.0)):
        if k % 6 == 5:
            cards.append(
                line(title, text.box.top, bold=True)
                if title
                else sized("Told by the owner", text.box.top, 8.0)
            )
            text = sized(text.text, text.box.top + 12, size)
        cards.append(text)
    return cards


def test_sentences_below_cards_that_are_in_none_are_told() -> None:
    """They were remarks beside tables, which nobody needs to look at."""
    told = [f for f in review_of(*signed(12.0)).findings if f.code == "text_left_out"]
    assert [f.severity for f in told] == ["warning"] * 3
    assert ITEMS[0][3] in told[0].message


def test_a_remark_below_a_heading_or_the_last_card_is_no_card_s() -> None:
    last = [
        *deck("Update provided on Jul {}, 2026", 9.0),
        sized("This report ends here, as agreed.", 385.0, 12.0),
    ]
    for cards in (signed(12.0, title="What tenants say"), last):
        told = [f for f in review_of(*cards).findings if f.code == "text_left_out"]
        assert "warning" not in [f.severity for f in told]
