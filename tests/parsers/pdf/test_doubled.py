"""What is printed twice at one place in two fonts is read once, and is bold."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Heading, Paragraph
from parsers.page import Token
from parsers.pdf import doubled
from tests.parsers.printing import pdf, style, tokens

STROKED = style(font="#1a2b3c4d")
SAID = "Key Actions"


def texts(given: list[Token]) -> str:
    return "".join(t.text for t in given if not t.text.isspace())


@pytest.mark.parametrize("interleaved", [False, True])
def test_letters_filled_and_stroked_are_read_once(interleaved: bool) -> None:
    """`KKeeyy AAccttiioonnss` was no heading, and the table none of actions."""
    filled, stroked = tokens(SAID), tokens(SAID, set_in=STROKED)
    given = (
        [t for two in zip(filled, stroked, strict=True) for t in two] if interleaved else [*filled, *stroked]
    )
    found = doubled.once(given)
    assert texts(found) == texts(filled)
    assert all(t.style.bold and t.style.font == "Helvetica" for t in found if not t.text.isspace())


def test_words_that_are_cut_otherwise_when_they_are_stroked_are_read_once() -> None:
    first, last = tokens("Year-End")[0], tokens("Year-End")[-1]
    whole = Token("Year-End", first.box._replace(x1=last.box.x1), STROKED)
    assert texts(doubled.once([*tokens("Year-End"), whole])) == "Year-End"


def test_other_letters_at_one_place_and_the_same_beside_each_other_are_kept() -> None:
    above, other = tokens("Done"), tokens("Busy", set_in=STROKED)
    assert texts(doubled.once([*above, *other])) == "DoneBusy"
    beside = tokens("Done", x=72, set_in=STROKED)
    assert texts(doubled.once([*above, *beside])) == "DoneDone"


@pytest.mark.parametrize(("apart", "said"), [(0.35, ["Indicators"]), (60.0, ["Indicators", "Indicators"])])
def test_a_long_word_that_is_printed_again_a_little_aside_in_the_same_font_is_bold(
    apart: float, said: list[str]
) -> None:
    """`IndicatorsIndicators` was no heading; PDFium lets go of short words that are printed so."""
    back = 100 * (43.35 - apart)  # thousandths of the font size to where the word begins again
    twice = pdf(f"BT /F 10 Tf 50 700 Td [(Indicators) {back} (Indicators)] TJ ET")
    blocks = document.read(twice).blocks
    printed = [block.text for block in blocks if isinstance(block, Heading | Paragraph)]
    assert " ".join(printed).split() == said
    assert isinstance(blocks[0], Heading) is (apart < 1)


@pytest.mark.parametrize(
    ("apart", "said"), [(0.2, "Latest Indicators for all"), (46.0, "Latest Indicators Indicators for all")]
)
def test_a_word_that_is_printed_again_as_another_object_is_bold(apart: float, said: str) -> None:
    """PDFium makes up a blank before it: titles had `ImprovementImprovement`, without a finding."""
    first, again = "[(Latest) -278 (Indicators)] TJ", "[(Indicators) -278 (for all)] TJ"
    (block,) = document.read(pdf(f"BT /F 10 Tf 50 700 Td {first} {30.02 + apart} 0 Td {again} ET")).blocks
    assert isinstance(block, Heading | Paragraph)
    assert block.text == said
