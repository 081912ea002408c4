"""The last lines of a key whose table ends above them, since the keys beside it are shorter."""

from __future__ import annotations

from dataclasses import replace

from normalise.review import Review
from parsers.block import Paragraph
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, Shown, paragraph, picture, review_of, table, with_text

STEPS = ("Completed", "In Progress", "Overdue")
TRENDS = ("Improving", "No Change", "Getting Worse")
COLOURS = ("#2d9f3f", "#3cae46", "#c62628", "#545454")
KEY_TOP, ROW = 100.0, 20.0


def sign(name: str, colour: str) -> Shown:
    return picture(name, colour)


def below(words: str, colour: str, x0: float = 42.0, row: int = 4) -> Paragraph:
    """A text of one line with its sign, where the given row of the key's table would be."""
    top = KEY_TOP + ROW * row
    (mark,) = sign(words, colour).marks
    mark = mark._replace(box=Box(x0, top + 2, x0 + 9, top + 11))
    return replace(paragraph(words, top=top + 2), box=Box(x0 + 20, top + 2, x0 + 80, top + 12), marks=(mark,))


def reviewed(*texts: Paragraph) -> Review:
    rows = [
        (with_text(step, sign(step, colour)), with_text(trend, sign(trend, "#336699")))
        for step, trend, colour in zip(STEPS, TRENDS, COLOURS, strict=False)
    ]
    key = table(("Action Status", "Trend"), *rows, top=KEY_TOP)
    shown = [("Mend gates", "Ann Archer", "Mended.", sign("Completed", COLOURS[0]))]
    shown.append(("Plant trees", "Bo Bull", "The grant was withdrawn.", sign("Cancelled", COLOURS[3])))
    return review_of(key, *texts, table(ACTIONS, *shown, top=400))


def test_a_line_with_a_sign_where_the_key_s_next_row_would_stand_is_its_last() -> None:
    """The action was unknown, and the key's line a text that stood in no row."""
    review = reviewed(below("Cancelled", COLOURS[3]))
    assert [e.label for e in review.legend][-1] == "Cancelled"
    assert [a.status for a in review.actions] == ["completed", "cancelled"]
    assert not [f for f in review.findings if f.code == "text_left_out"]


def test_a_sign_elsewhere_or_far_below_is_no_line_of_the_key() -> None:
    for text in (below("Cancelled", COLOURS[3], x0=90.0), below("Cancelled", COLOURS[3], row=7)):
        assert "Cancelled" not in [e.label for e in reviewed(text).legend]
