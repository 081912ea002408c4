"""Cards: an action in a box of its own, a label and its value in each row, turned into a table of one row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise import vocabulary
from parsers.block import Block, Cell, Heading, Paragraph, Table

LABELS = 3  # a card has at least so many rows with a label that is known
KNOWN_SHARE = 0.6  # share of its labels that the vocabulary must know
ITEM = {"action", "activity"}
TOLD = {"status", "progress"}
#: points between a card and the line above it that is its caption: more is another paragraph
CAPTION_GAP = 6.0
#: a caption that can only be the card's reference: `PV1`, `Action 2.3`
REFERENCE = re.compile(
    r"(?:action\s+|ref(?:erence)?\.?\s*)?(?P<ref>[A-Z]{0,4}[ -]?\d+(?:\.\d+)*[a-z]?)", re.IGNORECASE
)


def upright(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each card as a table of a header and one row; its caption, where it is a reference, within it."""
    captions: dict[int, Block] = {}
    for table in (b for b in blocks if isinstance(b, Table) and _is_card(b)):
        caption = next((b for b in blocks if _captions(b, table)), None)
        captions[id(table)] = caption or table
    taken = {id(caption) for caption in captions.values()} - set(captions)
    return tuple(_turned(blocks, captions, taken))


def _turned(blocks: Sequence[Block], captions: dict[int, Block], taken: set[int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and id(block) in captions:
            yield _one_row(block, captions[id(block)])
        elif id(block) not in taken:
            yield block


def _is_card(table: Table) -> bool:
    """True where the first of two columns holds different known headings, an item and what is told of it among them."""
    if table.cols != 2 or len(table.cells) != 2 * table.rows or table.reader == "transcript":
        return False
    labels = [c.text for c in table.cells if c.col == 0]
    roles = [role for label in labels if (role := vocabulary.role_of(label))]
    beside = [c.text for c in table.cells if c.col == 1 and c.row == 0 and vocabulary.role_of(c.text)]
    return (
        len(roles) >= LABELS
        and len(roles) >= KNOWN_SHARE * len(labels)
        and len(set(labels)) == len(labels)
        and bool(ITEM & set(roles))
        and bool(TOLD & set(roles))
        and not beside
    )


def _captions(block: Block, card: Table) -> bool:
    """True for a line directly above the card, within its width, that is a reference and nothing else."""
    return (
        isinstance(block, Heading | Paragraph)
        and block.page == card.page
        and -1.0 <= card.box.top - block.box.bottom <= CAPTION_GAP
        and card.box.x0 - 1 <= block.box.x0
        and block.box.x1 <= card.box.x1 + 1
        and REFERENCE.fullmatch(block.text.strip()) is not None
    )


def _one_row(card: Table, caption: Block) -> Table:
    """The card with its labels as a header. Its columns have no place of their own: their edges fall together."""
    cells = [replace(c, row=c.col, col=c.row, header=c.col == 0) for c in card.cells]
    count = card.rows
    if not isinstance(caption, Table):
        found = REFERENCE.fullmatch(caption.text.strip())
        assert found
        cells.append(Cell(0, count, 1, 1, "Ref", caption.box, header=True))
        cells.append(Cell(1, count, 1, 1, found["ref"], caption.box, chars=caption.chars))
        count += 1
    edges = (card.box.x0,) * count + (card.box.x1,)
    rows = (card.box.top, card.box.top, card.box.bottom)
    cells.sort(key=lambda c: (c.row, c.col))
    return replace(card, xs=edges, ys=rows, cells=tuple(cells), node="", row_nodes=())
