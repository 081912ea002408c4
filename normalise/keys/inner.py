"""Signs inside a line of a key, each with the words of its own: behind it, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parsers.block import Line, Mark

BULLET = "• "
NEAR = 1.0  # points by which words may stand out of their ground
VARIANT = "\ufe0f"  # behind a sign that is to be shown as a picture


def between_glyphs(text: str, glyphs: Sequence[Mark]) -> Iterator[tuple[Mark, str]]:
    """Signs with the words between each and the next."""
    rest = text
    pieces: list[tuple[Mark, str]] = []
    for glyph in glyphs:
        _, _, rest = rest.partition(glyph.characters)
        pieces.append((glyph, rest))
    for k, (glyph, piece) in enumerate(pieces):
        behind = pieces[k + 1][1] if k + 1 < len(pieces) else ""
        own = piece[: len(piece) - len(behind)] if behind else piece
        own = strip_glyphs(own, glyphs).strip(" ,;|")
        if own:
            yield glyph, own


def before_glyphs(text: str, glyphs: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """Signs with the words before each, where a line begins with words and ends with a sign; else none."""
    last = glyphs[-1].characters
    first, _, _ = text.removeprefix(BULLET).partition(glyphs[0].characters)
    if not first.strip() or first.strip().endswith(":") or not text.rstrip().endswith(last):
        return []
    rest, pieces = text, list[tuple[Mark, str]]()
    for glyph in glyphs:
        words, _, rest = rest.partition(glyph.characters)
        pieces.append((glyph, words.removeprefix(BULLET).strip(" ,;|")))
    return pieces if all(words for _, words in pieces) else []


def behind_drawn(text: str, glyphs: Sequence[Mark], before: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """A sign drawn before a line with the words up to the first character inside it that is one, and those with the
    words behind them: `[✓] Done ⚙ Begun`; none where no words stand before the first or none behind the last."""
    drawn = [m for m in before if m not in glyphs and not m.words]
    if not drawn or not glyphs:
        return []
    head = text.removeprefix(BULLET).partition(glyphs[0].characters)[0].strip(" ,;|")
    behind = list(between_glyphs(text, glyphs))
    return [(drawn[-1], head), *behind] if head and len(behind) == len(glyphs) else []


def behind_title(text: str, glyphs: Sequence[Mark]) -> str:
    """A line's text without the key's title, that a colon ends before its one sign: `Key: ● Done`."""
    title, sign, words = text.partition(glyphs[0].characters) if len(glyphs) == 1 else (text, "", "")
    return f"{sign}{words}" if title.rstrip().endswith(":") and words.strip() else text


def on_ground(line: Line, signs: Sequence[Mark]) -> str:
    """A line's text without the key's title, where its one sign is drawn under the words behind that, or under the
    letter that opens them: `Key: Done`, `Status: C Complete`."""
    _, colon, words = line.text.partition(":")
    words = words.strip()
    under = [
        m
        for m in signs
        if line.box.x0 < m.box.x0 < line.box.x1 and (line.box.x1 <= m.box.x1 + NEAR or _opens(m, words))
    ]
    return words if colon and len(signs) == len(under) == 1 and words else line.text


def from_first(line: Line, signs: Sequence[Mark]) -> list[Mark]:
    """The signs from the one on that is drawn under the word which opens a line: those before it are of what stands
    before the line."""
    first = [m.box.x0 for m in signs if m.box.x0 <= line.box.x0 <= m.box.x1 and _opens(m, line.text)]
    return [m for m in signs if not first or m.box.x0 >= first[0]]


def _opens(mark: Mark, text: str) -> bool:
    """True for words on a sign that open a text, more behind them."""
    return bool(mark.words) and text.startswith(f"{mark.words} ")


def between_letters(text: str, signs: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """Signs with a letter on each and the words behind it: `(B) Complete (G) On track`; none where they do not fit."""
    letters = r"\s+(.+?)\s*".join(rf"(?<!\w){re.escape(m.words)}(?!\w)" for m in signs)
    found = re.search(rf"{letters}\s+(.+)$", text)
    if found is None:
        return []
    told = [(mark, words.strip(" ,;|")) for mark, words in zip(signs, found.groups(), strict=True)]
    return [(mark, f"{mark.words} – {words}" if len(mark.words) > 2 else words) for mark, words in told]


def strip_glyphs(text: str, glyphs: Iterable[Mark]) -> str:
    """A text without signs and the bullet that it opens with."""
    drop = {c for m in glyphs for c in m.characters} | {VARIANT}
    return " ".join("".join(c for c in text if c not in drop).removeprefix(BULLET).split())
