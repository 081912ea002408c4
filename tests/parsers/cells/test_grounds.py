"""Words on drawn grounds of their own."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Block, Paragraph, Table
from tests.parsers.printing import pdf, words

INKS = ("0 0.7 0.3 rg", "1 0.75 0 rg", "1 0 0 rg")
LABELS = ("On track", "Some delay", "Off track")


def texts(*drawn: str) -> dict[str, list[str | None]]:
    """The colours of the signs of each text."""
    blocks: list[Block] = list(document.read(pdf("\n".join(drawn))).blocks)
    told = (b for b in blocks if not isinstance(b, Table))
    return {b.text: [m.colour for m in b.marks] if isinstance(b, Paragraph) else [] for b in told}


@pytest.mark.parametrize("gap", [4, 20, 40])
def test_each_pill_of_a_row_has_the_words_on_it(gap: int) -> None:
    """Pills in a row lent their colours to the next pill's words, and the white in a label parted it."""
    drawn = [
        f"{ink} {40 + (60 + gap) * k} 596 60 14 re f 1 g {words(48 + (60 + gap) * k, 600, label, 9)}"
        for k, (ink, label) in enumerate(zip(INKS, LABELS, strict=True))
    ]
    found = texts(*drawn)
    assert list(found) == list(LABELS)
    assert [len({*colours}) for colours in found.values()] == [1, 1, 1]
    assert len({colours[0] for colours in found.values()}) == 3


def test_words_behind_a_sign_with_its_name_on_it_keep_the_sign() -> None:
    """`(Green) On track`: the words behind the ground are about it."""
    found = texts(
        f"{INKS[0]} 40 596 40 14 re f 1 g {words(46, 600, 'Green', 9)} 0 g {words(110, 600, 'On track', 9)}"
    )
    assert len(found["On track"]) == 1


def test_words_behind_a_keys_title_have_the_ground_they_stand_on() -> None:
    """`Key:` before the first ground of a row: the words on it had the next one's colour too, and lent theirs to it."""
    drawn = [
        f"{ink} {66 + 90 * k} 596 60 14 re f 0 g {words(68 + 90 * k, 600, label, 9)}"
        for k, (ink, label) in enumerate(zip(INKS, LABELS, strict=True))
    ]
    found = texts(f"0 g {words(48, 600, 'Key:', 9)}", *drawn)
    titled = next(text for text in found if text.endswith(LABELS[0]))
    assert len({colours[0] for colours in found.values() if colours}) == 3
    assert [len({*found[text]}) for text in (titled, *LABELS[1:])] == [1, 1, 1]


def test_a_title_ends_where_white_and_a_pill_begin() -> None:
    """`Review the relations   [Completed]` was one text, the status inside the title."""
    pill = f"{INKS[0]} 120 596 60 14 re f 1 g {words(126, 600, 'Completed', 9)}"
    found = texts(f"0 g {words(40, 600, 'Review the rules', 9)}", pill)
    assert list(found) == ["Review the rules", "Completed"]


def test_words_on_a_ground_inside_a_line_stay_in_it() -> None:
    """A marker's stroke over a word, and the value on a pill behind its label."""
    mark = f"{INKS[1]} 84 596 40 14 re f"
    assert list(texts(mark, f"0 g {words(40, 600, 'Rated as amber today', 9)}")) == ["Rated as amber today"]
    pill = f"{INKS[0]} 84 596 60 14 re f 1 g {words(90, 600, 'Completed', 9)}"
    assert list(texts(f"0 g {words(40, 600, 'Status:', 9)}", pill)) == ["Status: Completed"]


def test_a_badge_with_its_letter_is_the_sign_of_the_words_behind_it_alone() -> None:
    """`(C) Complete  (G) On track` close together: the second words had both badges, and took the first."""
    drawn = [
        f"{ink} {40 + 75 * k} 595 15 15 re f 1 g {words(44 + 75 * k, 600, label[0], 9)}"
        f" 0 g {words(59 + 75 * k, 600, label, 9)}"
        for k, (ink, label) in enumerate(zip(INKS, ("Complete", "On track", "Slipping"), strict=True))
    ]
    found = texts(*drawn)
    assert len(found) == 3
    assert [len({*colours}) for colours in found.values()] == [1, 1, 1]
    assert len({colours[0] for colours in found.values() if colours}) == 3


def test_each_disc_of_a_row_has_the_words_behind_the_figure_on_it() -> None:
    """The words behind the second disc had the first one's colour: all the rows rated 3 were read as rated 2."""
    drawn = [
        f"{ink} {40 + 85 * k} 594 15 15 re f 1 g {words(44 + 85 * k, 598, str(3 - k), 9)} "
        f"0 g {words(60 + 85 * k, 598, label, 9)}"
        for k, (ink, label) in enumerate(zip(INKS, ("On plan", "Behind", "Stuck"), strict=True))
    ]
    found = texts(*drawn)
    assert [len(colours) for colours in found.values()] == [1, 1, 1]
    assert len({colours[0] for colours in found.values()}) == 3


def test_a_sentence_that_says_what_words_on_their_grounds_mean_is_one_line() -> None:
    """Each label with what it means was a text of its own, and the second line went on below the wrong one."""
    drawn = f"{INKS[0]} 40 596 40 14 re f {INKS[1]} 152 596 40 14 re f"
    told = f"0 g {words(44, 600, 'Done', 9)} {words(83, 600, 'nothing is left.', 9)}"
    found = texts(drawn, told, f"{words(161, 600, 'Late', 9)} {words(195, 600, 'it will be.', 9)}")
    assert list(found) == ["Done nothing is left. Late it will be."]
