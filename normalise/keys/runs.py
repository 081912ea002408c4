"""Where a key may stand: one block, or several of its lines below each other, also where a page's end cuts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise.columns.remainders import has_all_edges
from normalise.columns.strips import SAME_EDGE
from normalise.keys import inlined as key_inlined
from normalise.keys import letters as key_letters
from normalise.keys import lines as key_lines
from normalise.keys import row_ends
from normalise.keys import wraps as key_wraps
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box, union

LONGEST = 14  # rows of a key on both pages
BRACKETS = 2  # in a sentence that may be a key's
ENDS = (".", ":", "?", "!")
LARGER = 1.3  # times the size of the line above: a heading with its picture is no line of a key
BEHIND = 12.0  # points from a sign to its words
COLUMNS = 4  # of a key: its sign, its label, what it means


class Flowing(NamedTuple):
    """Blocks of which some are made of several printed ones, and the identities of those by that of the one."""

    blocks: list[Block]
    parts: dict[int, tuple[int, ...]]

    def printed(self, used: Iterable[int]) -> frozenset[int]:
        """The identities of printed blocks for those of these."""
        return frozenset(part for block in used for part in self.parts.get(block, (block,)))

    def placed(self, keys: Iterable[Key]) -> Iterator[Key]:
        """Keys with the first printed block of each."""
        return (k._replace(block=self.parts.get(k.block, (k.block,))[0]) for k in keys)


def flowing(blocks: Sequence[Block]) -> Flowing:
    """The blocks, with a sentence of words in brackets as one text where a printer of sheets sets each of its lines by
    itself, which makes them headings, with the words on a sign and those beside it as one, with each sign inside a
    sentence by itself, and with the last words of a row of signs that stand below it."""
    found, parts = list[Block](), dict[int, tuple[int, ...]]()
    for step in (row_ends.joined, key_inlined.parted, key_wraps.joined, _with_words_on_signs):
        blocks, made = step(blocks)
        parts |= {new: tuple(p for one in of for p in parts.get(one, (one,))) for new, of in made.items()}
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(before, Heading) and isinstance(block, Heading) and _is_cut(before, block):
            box = union([before.box, block.box])
            found[-1] = replace(before, box=box, text=f"{before.text} {block.text}", lines=())
            parts[id(found[-1])] = (*parts.get(id(before), (id(before),)), id(block))
        else:
            found.append(block)
    return Flowing(found, parts)


def _with_words_on_signs(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, tuple[int, ...]]]:
    """The blocks with a sign's own words, on it or right behind it, before the text beside them, where each is a text
    by itself: a slide's pill that says `Watch`, and `Slower than planned`; with the parts of those made of two."""
    on = {_sign(b): b for b in blocks if isinstance(b, Paragraph) and (_is_on_sign(b) or _is_behind_sign(b))}
    found, parts = list[Block](), dict[int, tuple[int, ...]]()
    joined = set[int]()
    for block in blocks if on else ():
        own = on.get(_sign(block)) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph) or own is None or own is block or id(own) in joined:
            found.append(block)
            continue
        if not _stands_beside(block, own):
            found.append(block)
            continue
        label, meaning = (" ".join(part.text.split()) for part in (own, block))
        text = f"{label} – {key_words.OPENED.sub('', meaning)}"
        line = block.lines[0]._replace(text=text, box=block.box)
        found.append(replace(block, text=text, lines=(line,), chars=block.chars + own.chars))
        parts[id(found[-1])] = (id(block), id(own))
        joined.add(id(own))
    return ([b for b in found if id(b) not in joined], parts) if joined else (list(blocks), {})


def _sign(block: Block) -> tuple[int, Box] | None:
    """The page and the place of the one sign of a text."""
    marks = block.marks if isinstance(block, Paragraph) else ()
    return (block.page, marks[0].box) if len(marks) == 1 else None


def _is_on_sign(block: Paragraph) -> bool:
    """True for a text that is printed on its sign."""
    return (
        len(block.marks) == 1
        and block.text == block.marks[0].words
        and block.marks[0].box.holds(*block.box.centre)
    )


def _is_behind_sign(block: Paragraph) -> bool:
    """True for a text right behind its sign, which has no words of its own, on its level, or one that opens with it as
    a character."""
    if len(block.marks) != 1 or block.marks[0].words or not block.lines:
        return False
    sign = block.marks[0].box
    if block.marks[0].characters and block.box.holds(*sign.centre):
        return len(block.text) > len(block.marks[0].characters)
    return 0 <= block.box.x0 - sign.x1 < BEHIND and block.box.top < sign.centre[1] < block.box.bottom


def _stands_beside(block: Paragraph, own: Paragraph) -> bool:
    """True for a text right of the sign's own words, at the sign's height."""
    sign, edge = own.marks[0].box, max(own.box.x1, own.marks[0].box.x1)
    level = any(sign.top < line.box.centre[1] < sign.bottom for line in block.lines)
    return block.box.x0 >= edge and level


def _is_cut(one: Heading, below: Heading) -> bool:
    """True for a line that ends inside a sentence, with words in brackets, which goes on in the line below it."""
    if one.text.count("(") < BRACKETS or one.text.endswith(ENDS):
        return False
    near = one.page == below.page and 0 <= below.box.top - one.box.bottom < one.size
    return near and abs(one.box.x0 - below.box.x0) < SAME_EDGE and one.size == below.size


def runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """A table, with its rest on the next page, a text that holds all of a key, or texts below each other with a sign
    each. `blocks` are without what runs through all pages."""
    run: list[Block] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        line, table = _is_line(block), isinstance(block, Table)
        if run and _goes_on(block, run, cut=before is run[-1] and block.page == run[-1].page + 1):
            run.append(block)
            continue
        if run and (line or table or isinstance(run[0], Table)):
            yield run
            run = []
        if line or table:
            run = [block]
        else:
            yield [block]
    if run:
        yield run


def with_own_signs(found: Sequence[tuple[Block, list[Key]]]) -> list[tuple[Block, list[Key]]]:
    """The texts of a run with their entries, without those of a sign that another text stands right behind: what
    follows the last entry on its line is a remark."""
    texts = [block for block, _ in found if not isinstance(block, Table)]
    return [(b, [k for k in own if not k.mark or not _is_between(k.mark.box, b, texts)]) for b, own in found]


def _is_between(sign: Box, block: Block, texts: Sequence[Block]) -> bool:
    """True where a text stands between a sign and a block on the sign's level."""
    if isinstance(block, Table) or not block.box.top < sign.centre[1] < block.box.bottom:
        return False
    level = (t.box for t in texts if t is not block and t.box.top < sign.centre[1] < t.box.bottom)
    return any(sign.x1 <= box.x0 + SAME_EDGE and box.x1 <= block.box.x0 for box in level)


def _goes_on(block: Block, run: Sequence[Block], *, cut: bool) -> bool:
    """True for the next line of a run; `cut` for a block that opens the page behind it."""
    before = run[-1]
    if isinstance(before, Table):
        if not cut or not isinstance(block, Table):
            return False
        small = block.cols <= COLUMNS and block.rows + before.rows <= LONGEST
        return small and has_all_edges(block, before)
    return (cut or block.page == before.page) and _is_line(block) and not _is_larger(block, run)


def _is_larger(block: Block, run: Sequence[Block]) -> bool:
    """True for words set larger than all above them."""
    largest = max((b.size for b in run if not isinstance(b, Table)), default=0.0)
    if isinstance(block, Table) or not any(map(str.isalpha, block.text)):
        return False
    return block.size > LARGER * largest > 0


def _is_line(block: Block) -> bool:
    """True for a text that may be one line of a key whose other lines are texts of their own."""
    if isinstance(block, Table):
        return False
    marked = isinstance(block, Paragraph) and bool(block.marks)
    return marked or key_letters.opens(block) or any(key_lines.of_lines(block))
