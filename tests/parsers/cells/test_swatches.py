"""Signs in a row above or below their labels, and in a column far left of them."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Paragraph, Table
from parsers.cells import swatches
from parsers.geometry import Box
from parsers.page import Fill
from tests.parsers.printing import pdf, words

INKS = ("0 0.7 0.3 rg", "1 0.75 0 rg", "1 0 0 rg")
LABELS = ("On track", "At risk", "Off track")


def signs(
    *, rise: float = 14, heights: tuple[float, ...] = (8, 8, 8), inks: tuple[str, ...] = INKS
) -> list[str | None]:
    """The colour of the sign that each label has, the signs standing `rise` points higher than the labels' feet."""
    drawn = [
        f"{ink} {40 + 150 * k} {600 + rise} 12 {high} re f 0 g {words(40 + 150 * k, 600, label)}"
        for k, (ink, high, label) in enumerate(zip(inks, heights, LABELS, strict=True))
    ]
    blocks = document.read(pdf("\n".join(drawn))).blocks
    texts = {b.text: b for b in blocks if not isinstance(b, Table)}
    own = [texts[label] for label in LABELS]
    return [b.marks[0].colour if isinstance(b, Paragraph) and b.marks else None for b in own]


@pytest.mark.parametrize("rise", [14, -16])
def test_signs_above_or_below_their_labels_are_theirs(rise: float) -> None:
    found = signs(rise=rise)
    assert None not in found and len({*found}) == len(LABELS)


def test_signs_far_above_words_are_not_theirs() -> None:
    assert signs(rise=60) == [None] * 3


def test_columns_of_a_chart_are_no_signs() -> None:
    assert signs(heights=(8, 20, 12)) == [None] * 3


def test_bars_of_one_colour_are_no_signs() -> None:
    assert signs(inks=(INKS[0],) * 3) == [None] * 3


@pytest.mark.parametrize(
    ("inks", "beside", "title", "signs"),
    [
        (INKS, "", "Key", 3),
        (INKS[:2], "", "Key", 0),
        ((INKS[0],) * 3, "", "Key", 0),
        (INKS, "and more", "Key", 0),
        (INKS, "", "Our promises", 0),
    ],
    ids=["a key", "two lines", "bullets", "rows of texts", "below no word for a key"],
)
def test_a_column_of_signs_far_left_of_their_words_is_theirs(
    inks: tuple[str, ...], beside: str, title: str, signs: int
) -> None:
    """A key without rules whose first column is wide: its words had no signs, and no status was known."""
    drawn = [
        f"{ink} 40 {600 - 20 * k} 8 8 re f 0 g {words(150, 601 - 20 * k, label)} {words(260, 601 - 20 * k, beside)}"
        for k, (ink, label) in enumerate(zip(inks, LABELS, strict=False))
    ]
    blocks = document.read(pdf("\n".join([words(150, 640, title), *drawn]))).blocks
    assert sum(len(b.marks) for b in blocks if isinstance(b, Paragraph)) == signs


@pytest.mark.parametrize(
    ("texts", "signs"),
    [
        (("Completed - all of it is done", "Late - it is done later", "Not known"), 3),
        (("The action is on track", "The action is late", "The action has not yet started"), 3),
        (("1.1 Open the hub", "1.2 Publish a map", "1.3 Buy two buses"), 0),
        (("Completed the hub in the town", "Late start on the map", "Cancelled the order of buses"), 0),
        (("Hub works: completed", "Map of places: on track", "Buses: delayed"), 0),
    ],
    ids=[
        "labels with meanings",
        "sentences of one thing",
        "numbered",
        "sentences",
        "things with their status",
    ],
)
def test_a_list_of_things_with_their_ratings_far_left_is_no_key(texts: tuple[str, ...], signs: int) -> None:
    """It was taken for the document's key, and the statuses of all its actions were its things."""
    drawn = [
        f"{ink} 40 {600 - 20 * k} 8 8 re f 0 g {words(150, 601 - 20 * k, text)}"
        for k, (ink, text) in enumerate(zip(INKS, texts, strict=True))
    ]
    blocks = document.read(pdf("\n".join([words(40, 640, "RAG ratings"), *drawn]))).blocks
    assert sum(len(b.marks) for b in blocks if isinstance(b, Paragraph)) == signs


@pytest.mark.parametrize(("head", "signs"), [("Meaning", 3), ("What it means", 3), ("Project", 0)])
def test_sentences_below_meaning_are_explained_by_the_signs_far_left_however_long(
    head: str, signs: int
) -> None:
    """`On track to be delivered by the due date` is longer than a label: its sign was lost with the whole key."""
    texts = (
        "On track to be delivered by its date",
        "Some slippage, but it can be recovered",
        "Off track now",
    )
    drawn = [
        f"{ink} 40 {600 - 20 * k} 8 8 re f 0 g {words(150, 601 - 20 * k, text)}"
        for k, (ink, text) in enumerate(zip(INKS, texts, strict=True))
    ]
    titles = [words(40, 640, "RAG ratings"), words(40, 620, "Rating"), words(150, 620, head)]
    blocks = document.read(pdf("\n".join([*titles, *drawn]))).blocks
    assert sum(len(b.marks) for b in blocks if isinstance(b, Paragraph)) == signs


@pytest.mark.parametrize(
    ("wide", "signs"), [(180, 3), (150, 0)], ids=["cells before words", "far from words"]
)
def test_wide_cells_of_a_key_without_rules_are_its_signs(wide: int, signs: int) -> None:
    drawn = [
        f"{ink} 40 {600 - 12 * k} {wide} 12 re f 0 g {words(222, 603 - 12 * k, label, 8)}"
        for k, (ink, label) in enumerate(zip(INKS, LABELS, strict=True))
    ]
    blocks = document.read(pdf("\n".join(drawn))).blocks
    assert sum(len(b.marks) for b in blocks if isinstance(b, Paragraph)) == signs


def test_words_on_grounds_of_their_own_in_a_row_that_are_wider_than_a_sign_have_each_its_colour() -> None:
    texts = ("Target met", "Within ten per cent of the target", "More than ten per cent from the target")
    at, drawn = 40.0, []
    for text, ink in zip(texts, INKS, strict=True):
        wide = 6.0 * len(text)
        drawn += [f"{ink} {at} 596 {wide} 15 re f 0 g {words(at + 4, 600, text)}"]
        at += wide + 8
    blocks = {b.text: b for b in document.read(pdf("\n".join(drawn))).blocks if isinstance(b, Paragraph)}
    colours = [mark.colour for text in texts for mark in blocks[text].marks]
    assert colours == ["#00b34d", "#ffbf00", "#ff0000"]


@pytest.mark.parametrize("high", [15, 36], ids=["one line", "as high as three"])
def test_cells_of_a_key_that_abut_part_the_words_on_them(high: float) -> None:
    """Three of five lines of a key were one text: `Behind schedule: ... Not achieved: ... On hold: ...`."""
    texts = (
        "Done: closed",
        "Late: some concerns for us",
        "On hold: waiting for funds",
        "Lost: not to be met",
    )
    at, drawn = 40.0, []
    for text, ink in zip(texts, (*INKS, "0.6 0.4 0.8 rg"), strict=True):
        wide = 5.0 * len(text) + 8
        drawn += [f"{ink} {at} {601 - high / 2} {wide} {high} re f 0 g {words(at + 4, 598, text)}"]
        at += wide
    blocks = {b.text: b for b in document.read(pdf("\n".join(drawn))).blocks if isinstance(b, Paragraph)}
    assert {*blocks} == {*texts}
    assert len({mark.colour for text in texts for mark in blocks[text].marks}) == len(texts)


def test_the_border_of_a_card_hides_no_sign_on_it() -> None:
    """A round border of 200 by 80 points, drawn as a path, with a disc before the words on it."""
    border = (
        "0.6 G 46 600 m 234 600 l 240 600 240 606 240 606 c 240 674 l 240 680 234 680 234 680 c 46 680 l "
    )
    border += "40 680 40 674 40 674 c 40 606 l 40 600 46 600 46 600 c s"
    disc = "0 0.7 0.3 rg 58 650 m 58 653.3 55.3 656 52 656 c 48.7 656 46 653.3 46 650 c 46 646.7 48.7 644 52 644 c "
    disc += "55.3 644 58 646.7 58 650 c f 0 g"
    blocks = document.read(pdf("\n".join((border, disc, words(66, 646, "Open a repair cafe"))))).blocks
    (text,) = [b for b in blocks if isinstance(b, Paragraph) and b.text == "Open a repair cafe"]
    assert "#00b34d" in [mark.colour for mark in text.marks]


def test_a_pill_with_a_white_box_on_it_is_a_sign() -> None:
    """It was taken for a stripe behind a swatch, and the white box for none."""
    pill, inner = Fill(Box(54, 98, 104, 112), "#c00000"), Fill(Box(60, 98, 80, 112), "#ffffff")
    assert swatches.bands_behind([pill, inner]) == frozenset()
    assert swatches.bands_behind([pill, inner._replace(colour="#00b050")]) == {id(pill)}
