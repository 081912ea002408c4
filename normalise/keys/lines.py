"""A key printed as text: a sentence that says what each sign means, or signs set before the words of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalise.keys import clauses as key_clauses
from normalise.keys import inner as key_inner
from normalise.keys import letters as key_letters
from normalise.keys import running_on as key_running_on
from normalise.keys import sentences as key_sentences
from normalise.keys.clauses import COLOUR, IN_SENTENCE, NAMED
from normalise.keys.inner import BULLET, VARIANT
from normalise.language import colours, phrases, vocabulary, ways
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs import scale
from normalise.signs.line import Key
from parsers.block import Block, Heading, Line, Mark, Paragraph, Table
from parsers.geometry import Box

Found = tuple[Mark | None, str, float]  # sign, words, where the words begin

BLACK = "black"  # the ink of text
MEANS = r"(?:means?|indicates?|stands for|shows|denotes)"
NEAR = 3.0  # points between a sign and the words that it stands before, and between left edges of lines that go on
BESIDE = 2.0  # points above or below a line's letters in which the middle of its sign may stand
STOPS = re.compile(rf"^{COLOUR}\b|[;.,|]", re.IGNORECASE)  # a sentence of entries
NEXT = re.compile(rf"\s+(?=[A-Z])(?=(?i:{COLOUR}):\s)")
#: `G Completed`, `• Green – on track`, `N (Grey): not started` on a line of its own
IN_LINE = re.compile(
    rf"(?P<bullet>[•▪◦*] ?)?(?P<token>{NAMED}|(?-i:[A-Z])(?= ?\({COLOUR}\)))(?: ?\((?P<colour>{COLOUR})\))?"
    rf"(?P<parted>\s*(?:[-–—=:]|means))?\s+(?P<label>\S.*)",
    re.IGNORECASE,
)


def entries(block: Block, behind: bool = False) -> Iterator[Key]:
    """The lines of a key that a text holds, if it is one; `behind` where each sign stands behind its words."""
    if isinstance(block, Table):
        return
    if isinstance(block, Paragraph) and block.marks:
        listed = list(of_lines(block)) if _are_bullets(block) else []
        if listed and len(listed) == len(block.lines):
            yield from listed
            return
        meant = list(_signs_in_sentence(block))
        if len(meant) > 1:
            yield from meant
            return
        beside = list(_before_marks(block) if behind else _beside_marks(block))
        trends = [k._replace(entry=k.entry._replace(status="unknown")) if _is_trend(k) else k for k in beside]
        said = [] if any(k.entry.status != "unknown" for k in trends) else list(key_clauses.entries(block))
        yield from [*said, *trends] if len(said) > 1 else beside
        return
    alone = list(of_lines(block))
    said = list(key_clauses.entries(block)) if len(alone) < 2 else []
    said = said if len(said) > len(alone) else alone  # a sentence's line may begin with one of its signs
    told = list(key_sentences.entries(block))
    yield from told if len(told) > sum(k.entry.status != "unknown" for k in said) else said


def _is_trend(line: Key) -> bool:
    """True for an arrow that says which way something goes: beside colours' words it is no status."""
    pointed = line.mark is not None and line.mark.shape.startswith(("arrow", "triangle"))
    return pointed and ways.said(line.entry.label) is not None


def _are_bullets(block: Paragraph) -> bool:
    """True for signs in the ink of the text, all alike: what a browser draws before each line of a list is no sign of
    the colour that the line names."""
    alike = len({(m.identity, m.shape) for m in block.marks}) == 1
    return alike and all(colours.name(m.colour) == BLACK for m in block.marks)


def signs_follow(run: Sequence[Block]) -> bool:
    """True for texts on one line each of which has its sign behind it: the line begins with words, and ends with a
    sign."""
    row = sorted((b for b in run if isinstance(b, Paragraph) and len(b.lines) == 1), key=lambda b: b.box.x0)
    level = len(row) > 1 and all(abs(b.box.top - row[0].box.top) < NEAR for b in row)
    if not level or len(row) < len(run) or row[0].text.endswith(":"):
        return False
    before = [m for m in row[0].marks if m.box.x1 <= row[0].box.x0 + NEAR]
    return not before and _behind(row[-1]) is not None


def _behind(block: Paragraph) -> Mark | None:
    """The nearest sign behind a text of one line."""
    return min(
        (m for m in block.marks if m.box.x0 >= block.box.x1 - NEAR), key=lambda m: m.box.x0, default=None
    )


def _before_marks(block: Paragraph) -> Iterator[Key]:
    """A text with the sign that follows it."""
    sign = _behind(block)
    if sign is not None:
        yield _entry(sign, block.text, block.page)


def of_lines(block: Heading | Paragraph) -> Iterator[Key]:
    """Lines that are a letter or colour's word and, behind a blank or dash, the plain name of a status; behind the dash
    of a letter also words that say it in full, and of a colour's word whatever they say."""
    for text in _flowing_on(block):
        found = IN_LINE.fullmatch(text.strip())
        if found is None or (not found["parted"] and found["label"].startswith("(")):
            yield from key_letters.of_grade(text, block)
            continue
        label, definition = key_words.split([found["label"]]) if found["parted"] else (found["label"], "")
        line = key.of_words(label, definition, None, None, found["token"], block.page, block.box.x0)
        told = found["colour"] or len(found["token"]) > 1
        coloured = told and len(IN_SENTENCE.findall(text)) < 2
        plain = coloured or key_words.said(label, definition).plain
        named = phrases.status_of(label) or scale.by_degree([label], vocabulary.colour_word(found["token"]))
        if named or (found["parted"] and plain):
            yield line


def _flowing_on(block: Heading | Paragraph) -> list[str]:
    """The lines of a text, those that go on in small letters joined; `Closed: done Green: on track` as two."""
    texts: list[str] = []
    for text in (line.text for line in block.lines) if isinstance(block, Paragraph) else (block.text,):
        if texts and text[:1].islower():
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts += [text] if STOPS.search(text) else NEXT.split(text)
    return texts


def _beside_marks(block: Paragraph) -> Iterator[Key]:
    """Signs set in or before the lines of a text: each with the words behind it, also where they go on below."""
    if len(block.marks) == 1 and block.lines and _stands_over(block.marks[0], block.box):
        yield _entry(block.marks[0], _flowing(block), block.page)
        return
    found: list[Found] = []
    ending: Mark | None = None  # the sign that ends a line, whose words stand on the next
    alone = sum(not any(_on_line(m, line) for m in block.marks) for line in block.lines) == 1
    for line in block.lines:
        signs = sorted((m for m in block.marks if _on_line(m, line)), key=lambda m: m.box.x0)
        if (
            found and line.text[:1].islower()
        ):  # it goes on; the sign of two lines stands on the middle of both
            signs = [m for m in signs if m is not found[-1][0]]
        signs = key_inner.from_first(line, signs)
        last = found[-1][0] if found else None
        if last is not None and (more := _on_sign(last, line)):
            found[-1] = more, found[-1][1].replace(last.words, more.words, 1), found[-1][2]
            continue
        text = _with_first_glyph(line, signs)
        glyphs = [m for m in signs if m.seen == "glyph" and m.characters in text]
        inner = [text.find(m.words) for m in signs if m.words] + [text.find(m.characters) for m in glyphs]
        if found and text[:1].islower() and (inner := [at for at in inner if at > 0]):
            ends = min(inner)
            mark, words, x0 = found[-1]
            found[-1], text = (mark, f"{words} {text[:ends]}".strip(" ,;|"), x0), text[ends:]
        before = [m for m in signs if m.box.x1 <= line.box.x0 + NEAR]
        lettered = [m for m in signs if m.words]
        if len(lettered) > 1 and (own := key_inner.between_letters(text, lettered)):
            found += [(mark, words, line.box.x0) for mark, words in own]
        elif head := key_inner.behind_drawn(text, glyphs, before):
            found += [(mark, words, line.box.x0) for mark, words in head]
        elif len(glyphs) > 1:
            pairs = key_inner.before_glyphs(text, glyphs) or key_inner.between_glyphs(text, glyphs)
            found += [(glyph, words, line.box.x0) for glyph, words in pairs]
        elif ending and not signs:
            found.append((ending, text, line.box.x0))
        elif before or (signs and not text.endswith(":")):
            whole = not glyphs and text == line.text
            titled = key_inner.on_ground(line, signs) if whole else key_inner.behind_title(text, glyphs)
            words = key_words.with_dash(key_inner.strip_glyphs(titled, glyphs), line.label)
            found.append(((before or signs[:1])[-1], words, line.box.x0))
        elif found and not signs:
            found[-1:] = _going_on(found[-1], line, block, alone)
        ending = glyphs[-1] if len(glyphs) > 1 and text.endswith(glyphs[-1].characters) else None
    yield from (_entry(sign, words, block.page) for sign, words, _ in found if any(map(str.isalpha, words)))


def _going_on(last: Found, line: Line, block: Paragraph, alone: bool) -> list[Found]:
    """An entry with the line below it where that is more of its own; where `alone`, the line may be another entry."""
    sign, words, x0 = last
    more = key_running_on.joined(words, line, sign, block) if sign else ""
    if more or not (_is_flush(line, x0) or _is_on(sign, line)):
        return [(sign, more or words, x0)]
    text, on = line.text, line.text[:1].islower() or key_running_on.is_open(words)
    if alone and not on and text[:1].isupper() and _names(text) and _names(words):
        return [last, (None, text, line.box.x0)]  # its sign was not seen
    return [(sign, f"{words} {text}" if on else f"{words} – {text}", x0)]


def _on_sign(mark: Mark, line: Line) -> Mark | None:
    """A sign with the rest of its words, where a line goes on with them inside it."""
    if not mark.words or not line.text[:1].islower():
        return None
    return mark._replace(words=f"{mark.words} {line.text}") if _is_on(mark, line) else None


def _is_flush(line: Line, x0: float) -> bool:
    """True for a line that begins where words do, or goes on from the line's end at the left of all entries."""
    return abs(x0 - line.box.x0) < NEAR or (line.text[:1].islower() and line.box.x1 < x0)


def _is_on(mark: Mark | None, line: Line) -> bool:
    """True for a line inside a sign: its ground."""
    return mark is not None and mark.box.x0 <= line.box.x0 and line.box.x1 <= mark.box.x1


def _stands_over(mark: Mark, box: Box) -> bool:
    """True for a sign above its words or below them."""
    return mark.box.bottom <= box.top or mark.box.top >= box.bottom


def _flowing(block: Paragraph) -> str:
    """A text's lines as a label and, on lines that begin anew, what it means."""
    first, *rest = (line.text for line in block.lines)
    return "".join([first, *(f" {text}" if text[:1].islower() else f" – {text}" for text in rest)])


def _signs_in_sentence(block: Paragraph) -> Iterator[Key]:
    """Signs that running text explains, over the ends of its lines: `🔵 means complete, and ⚪ means not begun`."""
    glyphs = sorted(
        (m for m in block.marks if m.seen == "glyph"), key=lambda m: (round(m.box.centre[1]), m.box.x0)
    )
    signs = "|".join(map(re.escape, sorted({m.characters for m in glyphs}, key=lambda s: (-len(s), s))))
    waiting = {m.characters: [g for g in glyphs if g.characters == m.characters] for m in glyphs}
    told = re.compile(
        rf"(?P<sign>{signs}){VARIANT}?(?:\s*{MEANS}\s+(?P<label>[^,;.]{{3,80}}?)(?=[,;.]|$|\s+(?:and\s+|or\s+)?(?:{signs})))?"
    )
    for found in told.finditer(block.text) if signs else ():
        mark = next(iter(waiting[found["sign"]]), None)
        waiting[found["sign"]] = waiting[found["sign"]][1:]
        if mark is not None and found["label"]:
            yield key.of_words(found["label"], "", mark, None, None, block.page, mark.box.x0)


def _with_first_glyph(line: Line, signs: Sequence[Mark]) -> str:
    """A line's text with the sign that opens it, where that was taken for a bullet, and each run of signs closed up."""
    text = line.text
    for run in {m.characters for m in signs if len(m.characters) > 1}:
        text = re.sub(r"\s*".join(map(re.escape, run)), run, text)
    first = signs[0] if signs and signs[0].seen == "glyph" else None
    if first is None or not text.startswith(BULLET) or first.box.x0 > line.box.x0 + NEAR:
        return text
    alike = sum(m.characters == first.characters for m in signs)
    lost = text.count(first.characters) < alike
    return f"{first.characters} {text.removeprefix(BULLET)}" if lost else text


def _on_line(mark: Mark, line: Line) -> bool:
    slack = min(BESIDE, (line.box.bottom - line.box.top) / 4)  # the lines of a transcript are one unit high
    return line.box.top - slack <= mark.box.centre[1] <= line.box.bottom + slack and mark.box.x0 < line.box.x1


def _names(words: str) -> bool:
    """True for words whose label names a status."""
    return phrases.status_of(key_words.split([words])[0]) is not None


def _entry(mark: Mark | None, text: str, page: int) -> Key:
    """The line of a sign; what is printed on it is its label, and the words behind it say what that means."""
    if mark is None:
        return key.of_words(*key_words.parted([text]), None, None, None, page)
    behind = text.removeprefix(mark.words).lstrip(" -–—:=")
    if key_letters.LETTER.fullmatch(mark.words) and behind != text:
        return key.of_words(*key_words.parted([behind]), mark, None, mark.words, page, mark.box.x0)
    named = phrases.status_of(mark.words) is not None or _names(mark.words)
    if behind != text and not (named or vocabulary.colour_word(mark.words)) and _names(behind):
        return key.of_words(*key_words.parted([behind]), mark, None, mark.words, page, mark.box.x0)
    token, rest = _colour_before(mark, text)
    on = behind[:1].islower() and len(mark.words) > 2 and token is None  # `At a halt we can do no more`
    words = [mark.words, behind] if behind and behind != text and (named or on) else [rest]
    return key.of_words(*key_words.parted(words), mark, None, token, page, mark.box.x0)


def _colour_before(mark: Mark, text: str) -> tuple[str | None, str]:
    """The name of a colour before words about a sign, and these: of its own also where nothing parts the two, `Amber
    Within 5 % of target`."""
    colour, _, rest = text.partition(" ")
    named = len(colour) > 1 and vocabulary.colour_word(colour)
    if named and named == colours.name(mark.colour) and rest[:1].isupper():
        return colour, rest
    label, meaning = key_words.split([text])  # `Purple` behind a grey diamond: the rows say both
    return (label, text) if len(label) > 1 and meaning and vocabulary.colour_word(label) else (None, text)
