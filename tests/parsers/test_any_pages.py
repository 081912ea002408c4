"""Whatever is printed on a page, it is seen, and no ink is lost or seen twice."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from parsers import imposed
from parsers.block import Block, Table
from parsers.layout import SeenPage
from parsers.page import Page
from parsers.text.wording import NO_WORDS
from tests.parsers.any_pages import changed, drawn, pages_of
from tests.seeds import seeds

DRAWN, CHANGED, TWICE = seeds(120), seeds(2), seeds(15)
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/*.pdf"))


def seen(page: Page, above: SeenPage | None = None) -> SeenPage:
    return imposed.see(page, {}, above.layouts if above else [], None)[0]


def fault_of(page: Page, above: SeenPage | None = None) -> str:
    """What is wrong with what is seen of a page; "" where nothing is."""
    view = seen(page, above)
    blocks = view.blocks(NO_WORDS)
    return _ink(page, view, blocks) or next(filter(None, map(_grid, blocks)), "")


def _ink(page: Page, view: SeenPage, blocks: Sequence[Block]) -> str:
    shown = "".join("".join(t.text for t in page.tokens if not t.style.hidden).split())
    counted = sum(sum(c.chars for c in b.cells) if isinstance(b, Table) else b.chars for b in blocks)
    if counted != len(shown) + view.lettered:
        return f"{len(shown)} characters are shown and {counted} counted"
    letters, told = _letters(shown), _letters("".join(_texts(blocks)))
    return "" if letters == told else f"lost {letters - told}, invented {told - letters}"


def _letters(text: str) -> Counter[str]:
    """How often each letter and figure is printed, raised or not; signs of lists may be told as others."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """What is seen, line by line, with what stands in the colour of its own ground."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from (line.text for line in cell.lines)
                yield cell.hidden
        else:
            yield from (line.text for line in block.lines)


def _grid(block: Block) -> str:
    """In each place of a table stands one cell."""
    if not isinstance(block, Table):
        return ""
    covered = Counter(
        (row, col)
        for c in block.cells
        for row in range(c.row, c.row + c.row_span)
        for col in range(c.col, c.col + c.col_span)
    )
    places = {(row, col) for row in range(block.rows) for col in range(block.cols)}
    if set(covered) != places or max(covered.values()) > 1:
        return f"places without a cell or with two: {places ^ set(covered)}, {covered.most_common(1)}"
    return ""


def _order(block: Block) -> str:
    """Columns and rows come one behind the other, where lines of text do."""
    edges = (block.xs, block.ys) if isinstance(block, Table) else ()
    return "".join(f"out of order: {own}" for own in edges if any(a >= b for a, b in pairwise(own)))


def test_pages_without_sense_are_seen() -> None:
    for seed in DRAWN:
        page, above = drawn(seed), seen(drawn(seed + 1))
        assert fault_of(page, above) == "", seed
        assert "".join(map(_order, seen(page, above).blocks(NO_WORDS))) == "", seed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_pages_with_something_changed_are_seen(path: Path) -> None:
    pages = pages_of(path)
    for seed in CHANGED:
        for page in pages:
            assert fault_of(changed(page, f"{path.stem} {page.number} {seed}")) == "", (page.number, seed)


def test_what_is_seen_twice_is_seen_alike() -> None:
    for seed in TWICE:
        assert seen(drawn(seed)).blocks(NO_WORDS) == seen(drawn(seed)).blocks(NO_WORDS), seed
