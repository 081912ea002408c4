"""Parts of pages placed on a sheet by forms that show no more than a window of what they hold."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Block, Table
from tests.parsers.printing import ruled_table, words, written

ROWS = [
    ["Action", "Lead", "Progress"],
    ["Plant trees", "Ann Archer", "Planted"],
    ["Mend benches", "Bob Baker", "Mended"],
]


def sheet(content: str, *forms: tuple[str, str]) -> list[Block]:
    """The blocks of a page that places forms: each a box and what it draws, named /A, /B ..."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", "", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    names = ""
    for name, (box, drawn) in zip("ABCD", forms, strict=False):
        names += f"/{name} {len(objects) + 1} 0 R"
        objects.append(
            f"<</Type/XObject/Subtype/Form/BBox[{box}]/Resources<</Font<</F 5 0 R>>/XObject<<{names}>>>>"
            f"/Length {len(drawn)}>>stream\n{drawn}\nendstream"
        )
    objects[2] = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        f"/Resources<</Font<</F 5 0 R>>/XObject<<{names}>>>>>>"
    )
    objects[3] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    return list(document.read(written(objects)).blocks)


def texts(blocks: list[Block]) -> list[str]:
    return [
        text
        for block in blocks
        for text in ([c.text for c in block.cells if c.text] if isinstance(block, Table) else [block.text])
    ]


WHOLE = ruled_table(ROWS)
PLAIN = [text for row in ROWS for text in row]


def test_two_halves_of_a_page_are_one_page() -> None:
    halves = ("0 0 200 800", "/A Do"), ("200 0 600 800", "/A Do")
    blocks = sheet("/B Do /C Do", ("0 0 600 800", WHOLE), *halves)
    assert texts(blocks) == PLAIN


@pytest.mark.parametrize("cut", ["q 0 600 600 200 re W n /A Do Q", "/B Do"], ids=["clip", "box of a form"])
def test_what_a_part_of_a_page_leaves_out_is_not_read(cut: str) -> None:
    drawn = f"{WHOLE} {words(40, 300, 'Minutes of the meeting')} 0 0.7 0.3 rg 300 300 9 9 re f"
    blocks = sheet(cut, ("0 0 600 800", drawn), ("0 600 600 800", "/A Do"))
    assert texts(blocks) == PLAIN


def test_text_that_runs_out_of_a_form_no_larger_than_a_field_stays() -> None:
    blocks = sheet(f"{WHOLE} /A Do", ("280 612 360 640", words(300, 618, "and watered by the wardens")))
    assert "and watered by the wardens" in " ".join(texts(blocks))
