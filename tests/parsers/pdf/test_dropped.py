"""Hyphens that stand alone in cells side by side."""

from __future__ import annotations

import parsers
from parsers.block import Table
from parsers.geometry import Box
from parsers.pdf import artwork, dropped, pdfium
from parsers.pdf.letters import told
from parsers.pdf.pdfium import OpenPage
from parsers.pdf.tokens import read
from tests.parsers.printing import pdf, ruled_table


def left_of(cells: list[str], passed_over: int) -> list[str]:
    """The texts of a row of a page from whose text the n-th token without a blank was passed over."""
    with pdfium.opened(pdf(ruled_table([cells]))) as document, OpenPage(document.raw, 0) as page:
        paper = Box(0, 0, *page.size)
        _, painted = artwork.read(document.raw, page.raw, page.placing(), paper)
        text = [t for t in read(page.text, told(page.text), page.placing(), paper) if not t.text.isspace()]
        whole = dropped.returned(
            [*text[:passed_over], *text[passed_over + 1 :]], painted.placed, page.placing()
        )
        assert all(token in text or token.text == "-" for token in whole)
        return [token.text for token in sorted(whole, key=lambda token: token.box.x0)]


def test_a_dash_behind_a_dash_is_not_lost() -> None:
    assert left_of(["Places", "-", "-"], 2) == ["Places", "-", "-"]
    assert left_of(["Places", "-", "7"], 2) == ["Places", "-"]
    assert left_of(["Places", "7", "-"], 2) == ["Places", "7"]


def test_a_dash_printed_twice_in_one_place_is_one() -> None:
    twice = f"{ruled_table([['Measure', 'Ours'], ['Places', '-']])}\nBT /F 10 Tf 164.2 656 Td (-) Tj ET"
    table = next(b for b in parsers.read(pdf(twice)).blocks if isinstance(b, Table))
    assert [c.text for c in table.cells if c.row == 1] == ["Places", "-"]
