"""The words of the document that is being understood: by them a word that a page's end cuts is made whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from parsers.block import Block, Line, Paragraph, Table
from parsers.text import wording

LAST = wording.END + 1  # characters at a text's end that may hold a hyphen and the line's end behind it

_WORDS: ContextVar[Callable[[], wording.Lexicon]] = ContextVar("words", default=lambda: wording.NO_WORDS)


def continued(text: str, more: str) -> str:
    """One text continued by the next page's."""
    lexicon = _WORDS.get()() if wording.END_HYPHEN.search(text[-LAST:]) else wording.NO_WORDS
    return wording.joined(text, more, lexicon)


@contextmanager
def known_from(blocks: Sequence[Block]) -> Iterator[None]:
    """Have the words of these blocks known while their document is understood; they are learnt when asked for."""

    @lru_cache(maxsize=1)
    def words() -> wording.Lexicon:
        return wording.learnt(_texts(blocks))

    token = _WORDS.set(words)
    try:
        yield
    finally:
        _WORDS.reset(token)


def _texts(blocks: Sequence[Block]) -> Iterator[Sequence[Line]]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.lines for cell in block.cells)
        elif isinstance(block, Paragraph):
            yield block.lines
