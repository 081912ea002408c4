"""Whether what red, amber and green usually mean may be believed: not where other signs stand beside them that nobody
uses so, nor where the document says something of colours, or has a heading of a key, that was not read as its key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from normalise.keys import columns as key_columns
from normalise.keys import lines as key_lines
from normalise.keys import sentences as key_sentences
from normalise.language import phrases, vocabulary
from normalise.review import Action, Finding
from parsers.block import Block, Table

GREEN = "on_schedule"  # what green usually means
USUAL = "status_by_convention"  # the finding about a colour that is read as is usual
GREY = ("grey", "gray")
FOURTH = ("blue", "purple")  # of a scale of red, amber and green
SHORT = 2  # characters of a letter or figure that rates
FEWEST = 2  # signs that make a key
NAMED = 3  # words of a status at the end of a part of a sentence
WORDED = 4  # letters of a word
#: a line of a key: its sign, what parts them, its words
LINE = re.compile(r"[•◦\-\s]*(?P<sign>[A-Za-z]{1,12})\s*(?:[–—:=]|-\s|\s-)\s*(?P<words>[^\W\d_].*)")
PART = re.compile(r"\s*(?:\w+:\s*)?(?P<sign>[A-Za-z]{1,12})\s+(?P<words>[^\W\d_].*)")
PARTED = "|"  # between the parts of a key in one line, `G Completed | A In progress`
NAME = re.compile(r"[a-z]+")
BETWEEN = re.compile(r"[(),;:.]|\b(?:and|or)\b")


def weighed(
    actions: Sequence[Action], findings: Sequence[Finding], blocks: Sequence[Block]
) -> Iterator[Finding]:
    """The findings about actions; what says of a row that its colour was read as usual gives way to why that cannot be
    relied on, where it cannot. `blocks` are those that are neither the review's tables nor its legend."""
    usual = {a.id: a for a in actions if a.status_basis == "convention"}
    why = _doubt(actions, blocks) if usual else ""
    if not why and (blue := _blue_beside(actions)):
        usual = {key: action for key, action in usual.items() if action.status == GREEN}
        why = f"{blue!r} beside it, which may mean that all is done or that all goes well, is not explained"
    if not why:
        yield from findings
        return
    yield from (f for f in findings if f.code != USUAL or f.subject_id not in usual)
    for action in usual.values():
        message = f"{action.mark} is read as {action.status} by convention, but {why}"
        yield Finding("warning", "convention_unsure", message, action.pages[0], "action", action.id, "status")


def _doubt(actions: Sequence[Action], blocks: Sequence[Block]) -> str:
    """Why colours may not mean what is usual; empty where nothing speaks against it."""
    others = [mark for mark in _unknown_signs(actions) if not (_is_blue(mark) or _is_grey(mark))]
    if others:
        return f"{others[0]!r} beside it has no usual meaning"
    if said := _said_of_colours(blocks):
        return f"the document says something of colours that was not read: {said[:80]!r}"
    texts = (b.text for b in blocks if not isinstance(b, Table))
    title = next((text for text in texts if key_columns.is_title(text)), "")
    return f"below {title!r} no key was read, which may be a picture" if title else ""


def _unknown_signs(actions: Sequence[Action]) -> list[str]:
    return [a.mark for a in actions if a.status == "unknown" and a.mark and _is_sign(a.mark)]


def _blue_beside(actions: Sequence[Action]) -> str:
    """A blue or purple sign that nothing explains; empty where there is none. It is the fourth of a scale of red, amber
    and green: whatever it means, amber and red are below green."""
    return next(filter(_is_blue, _unknown_signs(actions)), "")


def _is_blue(mark: str) -> bool:
    return vocabulary.colour_word(mark.split()[0]) in FOURTH


def _is_grey(mark: str) -> bool:
    """True for what stands apart from the scale whatever it means: nothing is known, or due, or wanted any more."""
    return vocabulary.colour_word(mark.split()[0]) in GREY


def _is_sign(mark: str) -> bool:
    """True for a letter, a figure, a colour or a drawing in one."""
    return bool(mark) and (len(mark) <= SHORT or vocabulary.colour_word(mark.split()[0]) is not None)


def _said_of_colours(blocks: Sequence[Block]) -> str:
    """What looks like a key to colours, as it is printed; empty where nothing does."""
    lines = [(sign, text) for b in blocks for sign, text in _lines(b)]
    if len({sign for sign, _ in lines}) >= FEWEST:
        return "; ".join(text for _, text in lines)
    texts = [b.text for b in blocks if not isinstance(b, Table)]
    return next(filter(_tells_colours, texts), "") or next(filter(_says_otherwise, texts), "")


def _says_otherwise(text: str) -> bool:
    """True for a text that says of a colour what it does not usually mean: `Green actions are complete`."""
    usual: dict[str, str] = vocabulary.load("statuses")["convention"]
    told = ((vocabulary.colour_word(one.sign) or "", one.status) for one in key_sentences.pairs(text))
    return any(colour in usual and usual[colour] != status for colour, status in told)


def _lines(block: Block) -> Iterator[tuple[str, str]]:
    """Colours with the words beside them: in the rows of a table, or as lines of a text or
    inside one."""
    if isinstance(block, Table):
        if block.cols == 1 and all(vocabulary.colour_word(c.text) for c in block.cells):
            yield from ((vocabulary.colour_word(c.text) or "", c.text) for c in block.cells)
        for row in range(block.rows):
            cells = [c for c in block.cells if c.row == row and c.text]
            for sign, words in pairwise(cells):
                colour = vocabulary.colour_word(sign.text)
                if colour and _are_words(words.text) and not vocabulary.colour_word(words.text):
                    yield colour, f"{sign.text} {words.text}"
        return
    for text in (line.text for line in block.lines):
        parts = text.split(PARTED)
        for part in parts:
            found = (PART if len(parts) > 1 else LINE).match(part)
            colour = vocabulary.colour_word(found["sign"]) if found else None
            if found and colour and _are_words(found["words"]):
                yield colour, part.strip()
    for key in key_lines.entries(block):
        if key.colour and len(key.token or "") > SHORT and _are_words(key.entry.label):
            yield key.colour, f"{key.token} {key.entry.label}"


def _are_words(text: str) -> bool:
    return text[:1].isalpha() and any(len(word) >= WORDED for word in text.split())


def _tells_colours(text: str) -> bool:
    """True for a text that names colours and says what they mean, or statuses beside them; one that counts is none."""
    words = {*NAME.findall(text.lower())}
    colours = {word for word in words if len(word) > SHORT and vocabulary.colour_word(word)}
    if len(colours) < FEWEST:
        return False
    if not set(vocabulary.load("statuses")["convention_said"]["verbs"]).isdisjoint(words):
        return True
    parts = re.split(rf"\b(?:{'|'.join(colours)})\b", text.lower())
    pieces = chain.from_iterable(map(BETWEEN.split, parts))
    return len({status for piece in pieces if (status := _status(piece.split()))}) >= FEWEST


def _status(words: Sequence[str]) -> str | None:
    """The status that a part of a sentence opens with, or that its last words name."""
    ends = (phrases.status_of(" ".join(words[-length:])) for length in range(1, NAMED + 1))
    return next(filter(None, ends), None) or phrases.opening(" ".join(words)).status
