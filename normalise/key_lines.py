"""A key printed as text: a sentence that says what each sign means, or signs set before the words of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from normalise import key, key_purpose, key_words, phrases, vocabulary
from normalise.key import Key
from parsers.block import Block, Heading, Line, Mark, Paragraph, Table

BULLET = "• "
VARIANT = "\ufe0f"  # behind a sign that is to be shown as a picture
NEAR = 3.0  # points between a sign and the words that it stands before, and between left edges of lines that go on

NAMED = (
    r"(?:(?-i:[BGAYRWP])|(?:dark |light )?"
    r"(?:red|amber|yellow|orange|green|blue|white|grey|purple|black|coch|oren|melyn|gwyrdd|glas))"
)
LABEL = r"[^,;.()\n|]{3,80}?(?:, (?:but|though|although)\b[^,;.()\n|]{3,80}?)?"
#: `G = on track`, `Green: on track`, `Amber (some slippage)` inside a sentence; blanks alone may part two of them
IN_SENTENCE = re.compile(
    rf"(?<![\w-])(?P<token>{NAMED}|(?-i:[A-Z]{{1,2}})(?=\s*=))"
    r"\s*(?:\)|rated|indicates?|shows?)?\s*(?:[-–—=:(]|means?|is for|for|is)\s*"
    rf"(?P<label>{LABEL})(?=\s*(?:$|[,;.()\n|])|\s+(?:and\s+|or\s+)?(?:{NAMED}\s*[-–=:(]|(?-i:[A-Z]{{1,2}})\s*=))",
    re.IGNORECASE,
)
#: `G Completed`, `• Green – on track` on a line of its own
IN_LINE = re.compile(
    rf"(?:[•▪◦*] ?)?(?P<token>{NAMED})(?P<parted>\s*(?:[-–—=:]|means))?\s+(?P<label>\S.*)", re.IGNORECASE
)


def entries(block: Block) -> Iterator[Key]:
    """The lines of a key that a text holds, if it is one."""
    if isinstance(block, Table):
        return
    if isinstance(block, Paragraph) and block.marks:
        beside = list(_beside_marks(block))
        said = [] if any(k.entry.status != "unknown" for k in beside) else list(_in_sentence(block))
        yield from [*said, *beside] if len(said) > 1 else beside
        return
    alone = list(of_lines(block))
    yield from alone if alone else _in_sentence(block)


def of_lines(block: Heading | Paragraph) -> Iterator[Key]:
    """Lines that are a letter or colour's word and, behind a blank or dash, the plain name of a status."""
    texts = [line.text for line in block.lines] if isinstance(block, Paragraph) else [block.text]
    for text in texts:
        found = IN_LINE.fullmatch(text.strip())
        if found is None:
            continue
        label, definition = key_words.split([found["label"]]) if found["parted"] else (found["label"], "")
        if phrases.status_of(label) or (found["parted"] and key_words.said(label, definition).plain):
            yield key.of_words(label, definition, None, None, found["token"], block.page, block.box.x0)


def _in_sentence(block: Heading | Paragraph) -> Iterator[Key]:
    for found in IN_SENTENCE.finditer(block.text):
        label = found["label"].strip(" -–")
        line = key.of_words(*key_words.split([label]), None, None, found["token"], block.page)
        if line.entry.status != "unknown" or vocabulary.colour_word(found["token"]):
            serves = key_purpose.named_inside(block.text[: found.start()])
            yield line._replace(entry=line.entry._replace(label=label, definition=""), serves=serves)


def _beside_marks(block: Paragraph) -> Iterator[Key]:
    """Signs set in or before the lines of a text: each with the words behind it, also where they go on below."""
    found: list[tuple[Mark, str, float]] = []  # sign, words, where the words begin
    for line in block.lines:
        signs = sorted((m for m in block.marks if _on_line(m, line)), key=lambda m: m.box.x0)
        text = _with_first_glyph(line, signs)
        glyphs = [m for m in signs if m.seen == "glyph" and _character(m) in text]
        before = [m for m in signs if m.box.x1 <= line.box.x0 + NEAR]
        lettered = [m for m in signs if m.words]
        if len(lettered) > 1 and (own := _between_letters(text, lettered)):
            found += [(mark, words, line.box.x0) for mark, words in own]
        elif len(glyphs) > 1:
            found += [(glyph, words, line.box.x0) for glyph, words in _between_glyphs(text, glyphs)]
        elif before or (signs and not text.endswith(":")):
            found.append(((before or signs[:1])[-1], _strip_glyphs(text, glyphs), line.box.x0))
        elif found and not signs and abs(found[-1][2] - line.box.x0) < NEAR:
            sign, words, x0 = found[-1]
            found[-1] = sign, f"{words} {text}" if text[:1].islower() else f"{words} – {text}", x0
    yield from (_entry(sign, words, block.page) for sign, words, _ in found if any(map(str.isalpha, words)))


def _with_first_glyph(line: Line, signs: Sequence[Mark]) -> str:
    """A line's text with the sign that opens it, where that was taken for a bullet."""
    first = signs[0] if signs and signs[0].seen == "glyph" else None
    if first is None or not line.text.startswith(BULLET) or first.box.x0 > line.box.x0 + NEAR:
        return line.text
    alike = sum(_character(m) == _character(first) for m in signs)
    lost = line.text.count(_character(first)) < alike
    return f"{_character(first)} {line.text.removeprefix(BULLET)}" if lost else line.text


def _character(glyph: Mark) -> str:
    return glyph.identity.rsplit(":", 1)[-1]


def _on_line(mark: Mark, line: Line) -> bool:
    return line.box.top - 2 <= mark.box.centre[1] <= line.box.bottom + 2 and mark.box.x0 < line.box.x1


def _between_glyphs(text: str, glyphs: Sequence[Mark]) -> Iterator[tuple[Mark, str]]:
    rest = text
    pieces: list[tuple[Mark, str]] = []
    for glyph in glyphs:
        _, _, rest = rest.partition(_character(glyph))
        pieces.append((glyph, rest))
    for k, (glyph, piece) in enumerate(pieces):
        behind = pieces[k + 1][1] if k + 1 < len(pieces) else ""
        own = piece[: len(piece) - len(behind)] if behind else piece
        own = _strip_glyphs(own, glyphs).strip(" ,;|")
        if own:
            yield glyph, own


def _between_letters(text: str, signs: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """Signs with a letter on each and the words behind it: `(B) Complete (G) On track`; none where they do not fit."""
    letters = r"\s+(.+?)\s*".join(rf"(?<!\w){re.escape(m.words)}(?!\w)" for m in signs)
    found = re.search(rf"{letters}\s+(.+)$", text)
    if found is None:
        return []
    return [(mark, words.strip(" ,;|")) for mark, words in zip(signs, found.groups(), strict=True)]


def _strip_glyphs(text: str, glyphs: Iterable[Mark]) -> str:
    drop = {_character(m) for m in glyphs} | {VARIANT}
    return " ".join("".join(c for c in text if c not in drop).removeprefix(BULLET).split())


def _entry(mark: Mark, text: str, page: int) -> Key:
    """The line of a sign; what is printed on it is its label, and the words behind it say what that means."""
    behind = text.removeprefix(mark.words).lstrip(" -–—:=")
    words = [mark.words, behind] if behind != text and phrases.status_of(mark.words) else [text]
    return key.of_words(*key_words.parted(words), mark, None, None, page, mark.box.x0)
