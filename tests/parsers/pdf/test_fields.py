"""What is filled into form fields, stamped and typed onto a page is read as part of it; remarks about it are not."""

from __future__ import annotations

import pytest

import parsers
from normalise.checks import ledger
from tests.parsers.printing import words, written

LOOKS = words(2, 8, "Bought in May")
LOOK = f"<</Subtype/Form/BBox[0 0 200 30]/Resources 8 0 R/Length {len(LOOKS)}>>stream\n{LOOKS}\nendstream"
REMARK = words(2, 8, "Ann to check with Bob")
LABEL = words(40, 700, "Progress:")
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[7 0 R]/Resources 8 0 R>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FIELD = "/F 4/Subtype/Widget/FT/Tx/T(a)/V(Bought in May)/DA(/F 10 Tf 0 g)"
DRAWN = "/AP<</N 6 0 R>>"


def page(annotation: str, form: str = "", look: str = LOOK, rect: str = "100 690 300 720") -> bytes:
    return written(
        [
            f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]/DR<</Font<</F 5 0 R>>>>{form}>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            PAGE,
            f"<</Length {len(LABEL)}>>stream\n{LABEL}\nendstream",
            FONT,
            look,
            f"<</Type/Annot/Rect[{rect}]{annotation}>>",
            "<</Font<</F 5 0 R>>>>",
        ]
    )


@pytest.mark.parametrize(
    ("annotation", "form", "texts"),
    [
        (FIELD + DRAWN, "", ["Progress: Bought in May"]),
        (FIELD, "/NeedAppearances true", ["Progress: Bought in May"]),
    ],
    ids=["field", "field that the reader draws"],
)
def test_the_text_of_form_fields_was_not_read(annotation: str, form: str, texts: list[str]) -> None:
    blocks = parsers.read(page(annotation, form)).blocks
    assert [" ".join(getattr(block, "text", "") for block in blocks)] == texts


@pytest.mark.parametrize(
    ("annotation", "text", "counts"),
    [
        ("/F 4/Subtype/Stamp" + DRAWN, "Progress: Bought in May", (1, 0)),
        ("/F 4/Subtype/FreeText" + DRAWN, "Progress: Bought in May", (1, 0)),
        ("/F 6/Subtype/Stamp" + DRAWN, "Progress:", (0, 0)),
        ("/F 36/Subtype/Stamp" + DRAWN, "Progress:", (0, 0)),
        ("/F 0/Subtype/Stamp" + DRAWN, "Progress:", (0, 1)),
        ("/F 4/Subtype/FreeText/Contents(Bought in May)", "Progress:", (0, 1)),
        ("/F 4/Subtype/FreeText/Contents(Is that so? Ask Ann)" + DRAWN, "Progress:", (0, 1)),
        ("/F 4/Subtype/Watermark" + DRAWN, "Progress:", (0, 1)),
        ("/F 4/Subtype/Circle" + DRAWN, "Progress:", (0, 1)),
        ("/F 4/Subtype/Text" + DRAWN, "Progress:", (0, 0)),
        ("/F 4/Subtype/Popup" + DRAWN, "Progress:", (0, 0)),
        ("/F 4/Subtype/Highlight" + DRAWN, "Progress:", (0, 0)),
        ("/F 4/Subtype/Link" + DRAWN, "Progress:", (0, 0)),
    ],
    ids=[
        "stamp", "typewriter", "hidden stamp", "stamp that is not shown", "stamp that is not printed",
        "text that does not say how it looks", "remark", "watermark", "circle", "note",
        "note's window", "highlighting", "link",
    ],
)  # fmt: skip
def test_ratings_that_were_stamped_or_typed_onto_a_page_were_not_read(
    annotation: str, text: str, counts: tuple[int, int]
) -> None:
    """Of a table that nothing draws its rows were lost with them, without a finding."""
    parsed = parsers.read(page(annotation))
    assert " ".join(getattr(block, "text", "") for block in parsed.blocks) == text
    assert [(facts.typed, facts.unread) for facts in parsed.pages] == [counts]


@pytest.mark.parametrize(
    ("look", "rect", "said"),
    [
        (
            LOOK.replace(f"{len(LOOKS)}>>", f"{len(REMARK)}>>").replace(LOOKS, REMARK),
            "100 690 300 720",
            "Ann to check with Bob",
        ),
        (LOOK, "30 690 230 720", "Bought in May"),
    ],
    ids=["of many words", "over the page's own text"],
)
def test_a_typewritten_remark_is_told_and_is_no_text_of_the_page(look: str, rect: str, said: str) -> None:
    """It was a field's value, or stood in place of what was printed, with an info alone."""
    parsed = parsers.read(page("/F 4/Subtype/FreeText" + DRAWN, "", look, rect))
    assert [getattr(block, "text", "") for block in parsed.blocks] == ["Progress:"]
    (facts,) = parsed.pages
    assert (facts.typed, facts.unread, facts.remarks) == (0, 1, (said,))
    none = frozenset[int]()
    (finding,) = [
        f for f in ledger.keep(parsed.pages, (), (), (), none, none)[1] if f.code == "annotations_not_read"
    ]
    assert (finding.severity, said in finding.message) == ("warning", True)
