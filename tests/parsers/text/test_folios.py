"""Numbers of pages."""

from __future__ import annotations

import pytest

from parsers.text import folios


@pytest.mark.parametrize("text", ["7", "Page3", "3of10", "page3/10"])
def test_a_page_s_number(text: str) -> None:
    assert folios.is_folio(text)


@pytest.mark.parametrize("text", ["", "Page", "Notyetbegun,seepagefour", "12%", "20245"])
def test_other_texts_are_none(text: str) -> None:
    assert not folios.is_folio(text)
