"""Letters that are printed twice at one place in two fonts: filled, and stroked around so that they look bold.

PDFium lets go of what is printed again in the same font; browsers stroke letters with a font of their own. The two need
not be cut into tokens alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.geometry import Box, union
from parsers.page import Style, Token

ABOUT = 0.5  # of the font size: where letters stand that are told by their number alone
TWICE = 2  # letters of a word that may be printed twice at one place; `oo` are two
NEAR = 0.6  # points between the edges of what is printed at one place


def once(tokens: Iterable[Token]) -> list[Token]:
    """Tokens without those that stand on others before them which say the same in another font: these are bold."""
    kept: list[Token] = []
    lines: defaultdict[int, list[int]] = defaultdict(list)  # by their tops: where tokens are kept
    styles: dict[Style, Style] = {}
    for token in tokens:
        level = round(token.box.top)
        beneath = [k for at in (level - 1, level, level + 1) for k in lines[at] if _is_under(kept[k], token)]
        if token.text.isspace() or not _say([kept[k] for k in beneath], token):
            lines[level].append(len(kept))
            kept.append(token)
            continue
        for k in beneath:
            own = kept[k].style
            if not own.bold:  # one object for all tokens of a style
                bold = styles.setdefault(own, replace(own, bold=True))
                kept[k] = kept[k]._replace(style=bold)
    return kept


def half(word: str) -> int:
    """How many letters a word has that is written twice, `DoneDone`; 0 for all others."""
    letters = len(word) // 2
    return letters if letters >= TWICE and word[:letters] == word[letters:] else 0


def is_one_place(a: Box, b: Box) -> bool:
    """True for letters of which one stands on the other."""
    return abs(a.x0 - b.x0) <= NEAR and abs(a.top - b.top) <= NEAR


def _is_under(other: Token, token: Token) -> bool:
    (x0, top, x1, _), (a, head, b, _) = token.box, other.box
    if not (a < x1 - NEAR and x0 + NEAR < b and abs(top - head) <= NEAR):
        return False
    return not other.text.isspace() and other.style.font != token.style.font


def _say(beneath: Sequence[Token], token: Token) -> bool:
    """True for tokens side by side that say what stands on them, in its place, or among more letters."""
    if not beneath:
        return False
    ordered = sorted(beneath, key=lambda other: other.box.x0)
    (x0, _, x1, _), (left, _, right, _) = token.box, union([other.box for other in ordered])
    said = "".join(other.text for other in ordered)
    if abs(x0 - left) <= NEAR and abs(x1 - right) <= NEAR:
        return said == token.text
    wide = (right - left) / len(said)
    places = (k for k in range(len(said)) if said.startswith(token.text, k))
    return any(abs(left + k * wide - x0) <= ABOUT * token.style.size for k in places) and x1 <= right + NEAR
