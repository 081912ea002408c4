"""What stands on one page before any table is seen: tokens of text, rules, fills, drawings and pictures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from parsers.geometry import Box

if TYPE_CHECKING:
    from parsers.structure import Node

Colour = str  # "#rrggbb", lower case


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters is set; one object is shared by all of them.

    `size` is in points as displayed. `turn` counts quarter turns clockwise of the reading direction: 0 for text that
    runs left to right on the page, 3 for a header that is read from below.
    `hidden` is True for text that is painted with no ink (render mode 3) or outside the page.
    `mcid` is the marked-content id that ties the run to the structure tree, None where there is none.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    colour: Colour
    turn: int
    hidden: bool
    mcid: int | None
    slanted: bool = False  # it runs neither level nor upright
    window: Box | None = None  # a frame that cuts the text off: it belongs where the frame stands


class Token(NamedTuple):
    """A least part of the printed text: a word where one text object holds it, else a character; or a blank.

    The box is its advance by a nominal font height. Signs of symbol fonts always stand alone. `run` is alike for tokens
    that the producer set in one go, 0 where that is not known.
    """

    text: str
    box: Box
    style: Style
    run: int = 0


class Tokens(tuple[Token, ...]):
    """Tokens of which is asked again and again what stands in a box: they know each other by height."""

    @cached_property
    def _by_height(self) -> tuple[list[float], list[int]]:
        """The heights of their middles from the top down, and whose each is, as its place among them."""
        middles = [(head + foot) / 2 for _, (_, head, _, foot), _, _ in self]
        places = sorted(range(len(middles)), key=middles.__getitem__)
        return [middles[k] for k in places], places

    def level_with(self, top: float, bottom: float) -> list[Token]:
        """The tokens whose middles lie between two heights, in their own order."""
        heights, places = self._by_height
        own = places[bisect_left(heights, top) : bisect_right(heights, bottom)]
        return [self[k] for k in sorted(own)]


def standing_in(box: Box, tokens: Iterable[Token]) -> list[Token]:
    """The tokens whose middles lie in a box, in their own order."""
    x0, top, x1, bottom = box
    if isinstance(tokens, Tokens):
        tokens = tokens.level_with(top, bottom)
    return [
        token
        for token in tokens
        for _, (left, head, right, foot), _, _ in (token,)
        if top <= (head + foot) / 2 <= bottom and x0 <= (left + right) / 2 <= x1
    ]


class Rule(NamedTuple):
    """A straight ruling line, horizontal (top == bottom) or vertical (x0 == x1), `width` in points."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float
    colour: Colour

    @property
    def horizontal(self) -> bool:
        return self.top == self.bottom


class Fill(NamedTuple):
    """A filled rectangle that is too thick to be a rule: shading of a cell, a row or a panel."""

    box: Box
    colour: Colour
    mcid: int | None = None


class Drawing(NamedTuple):
    """A vector shape: any path that is neither a rule nor an upright rectangle's fill.

    `outline` is the path's geometry inside its own box, rounded so that the same shape drawn at another size
    or place has the same outline; `shape` is its name where one is known (`star`, `disc`, `ring`, `triangle`,
    `square`, `diamond`, `tick`, `cross`, `dash`, `arrow-up` ...), else `path`.
    """

    box: Box
    shape: str
    outline: str
    fill: Colour | None
    stroke: Colour | None
    mcid: int | None = None


class Picture(NamedTuple):
    """A placed raster image; `digest` is the SHA-256 of its stored bytes, alike for every use of one image."""

    box: Box
    digest: str
    colour: Colour | None
    mcid: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page, turned as it is displayed. `number` counts from 1, sizes are in points.

    `turned` counts the quarter turns clockwise by which it was turned beyond that, because its text lies on its side;
    `covered` the characters that lie hidden beneath boxes painted over them; `misspelt` is True where the file tells
    other characters for some of its letters; `unseen` counts objects on layers that are switched off, `typed` stamps
    and typewritten texts laid onto the page, `unread` what else is drawn onto it and not read,
    `remarks` the typewritten texts among it.
    """

    number: int
    width: float
    height: float
    tokens: tuple[Token, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    drawings: tuple[Drawing, ...]
    pictures: tuple[Picture, ...]
    nodes: tuple[Node, ...] = ()  # elements of the structure tree that have content here
    damage: str | None = None  # what was wrong with the page's bytes, None where nothing was
    turned: int = 0
    covered: int = 0
    misspelt: bool = False
    unseen: int = 0
    typed: int = 0
    unread: int = 0
    remarks: tuple[str, ...] = ()
