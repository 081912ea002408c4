"""A key in the clauses of running text, each opened by a letter or colour: `Green: on track. Amber: late, moving.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.keys import letters as key_letters
from normalise.keys import purpose as key_purpose
from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs import scale
from normalise.signs.line import Key
from parsers.block import Heading, Paragraph

COLOUR = r"(?:dark |light )?(?:red|amber|yellow|orange|green|blue|white|grey|purple|black|coch|oren|melyn|gwyrdd|glas)"
NAMED = rf"(?:(?-i:[BGAYRWP])|{COLOUR})"
LETTER = r"(?-i:[A-HJ-Z])(?=\s+(?:means?|that)\b)"  # any letter but the word `I`: the rows have it
LABEL = r"[^,;.()\n|]{3,80}?(?:, (?:but|though|although)\b[^,;.()\n|]{3,80}?)?"
#: `G = on track`, `Green: on track`, `Amber (some slippage)` inside a sentence; blanks alone may part two of them
IN_SENTENCE = re.compile(
    rf"(?<![\w-])(?P<token>{NAMED}|(?-i:[A-Z]{{1,2}})(?=\s*=)|{LETTER})(?:\s*=\s*{COLOUR}(?=\s*\())?"
    r"\s*(?:\)|rated|indicates?|shows?)?\s*(?:[-–—=:(]|(?:means?\s+)?that\b|means?|is for|for|is)\s*"
    rf"(?P<label>{LABEL})(?=\s*(?:$|[,;.()\n|])|\s+{key_letters.PAGE}$"
    rf"|\s+(?:and\s+|or\s+)?(?:{NAMED}\s*(?:[-–=:(]|that\b|means?\b)|(?-i:[A-Z]{{1,2}})\s*=|{LETTER}))",
    re.IGNORECASE,
)
#: `Green, on track; amber, at risk; red, late`: a comma behind each colour, and what is firmer between two entries
LISTED = re.compile(
    rf"(?:^|(?P<firm>[:;.\n])\s*(?:and\s+|or\s+)?)(?P<token>\b{COLOUR})\s*(?P<comma>,)(?=\s+(?!{COLOUR}\b)[^\W\d])",
    re.IGNORECASE,
)
#: what stands behind the comma of an entry up to its end
BEHIND = re.compile(r"\s*,\s*(?P<words>[^;.()\n|]{3,80}?)\s*(?P<end>$|[;.\n|]|,\s*(?:and\s*|or\s*)?$)")
#: `Complete: delivered and closed.` between the sentences of such a key or behind them
WORDED = re.compile(r"(?P<token>[A-Z][^\W\d_]+(?: [a-z]+){0,3})\s*[:=]\s+(?P<label>.{3,120})")
ENTRY = re.compile(rf"\b{COLOUR}\b|[:=–—]", re.IGNORECASE)
JOIN = re.compile(r"(?:^|,?\s+)(?:and|or)$", re.IGNORECASE)  # between two entries
JOINS = re.compile(r"(?:and|or)\b", re.IGNORECASE)
FIRM = re.compile(r"\s*(?:[.;|\n]\s*|$)")  # what parts sentences
LISTING = 3  # colours that commas part from what they mean
LEAST = 2  # colours of a key beside which names of statuses may be explained


def entries(block: Heading | Paragraph) -> Iterator[Key]:
    """The entries of a text that letters or colours' words open. What stands behind an entry's comma is a part of it,
    for it may say how bad it is: `Amber: missed, within the tolerance. Red: missed by more.`"""
    lettered = list(key_letters.in_sentence(block))
    if lettered:
        yield from lettered
        return
    text = _with_colons(block.text)
    told = list(IN_SENTENCE.finditer(text))
    if not told:
        return
    for found, behind in zip(told, _behind(text, told), strict=True):
        label = found["label"].strip(" -–")
        line = _line(label, behind, found["token"], block.page)
        if line.entry.status != "unknown" or vocabulary.colour_word(found["token"]):
            yield line._replace(serves=key_purpose.named_inside(text[: found.start()]))
    yield from _worded(text, block.page, told)


def _with_colons(text: str) -> str:
    """A text with a colon behind each colour of a list that has commas there, all its other signs where they are."""
    found = list(LISTED.finditer(text))
    if len({one["token"].lower() for one in found}) != len(found) or len(found) < LISTING:
        return text
    if any(set(";.:\n").isdisjoint(text[a.end() : b.end()]) for a, b in pairwise(found)):
        return text
    for one in found:
        text = f"{text[: one.start('comma')]}:{text[one.end('comma') :]}"
    return text


def _line(label: str, behind: str, token: str, page: int) -> Key:
    """An entry with all its words as its label; read by these, or by those before the comma and behind it apart where
    the colour is used for that or the whole is not understood."""
    line = _of(label, "", token, page)
    if not behind:
        return line
    whole, apart = _of(f"{label}, {behind}", "", token, page), _of(label, behind, token, page)
    known = [k for k in (whole, apart) if k.entry.status != "unknown"]
    used = [k for k in known if k.entry.status == scale.usual(k.colour)]
    best = next(iter((*used, *known)), whole)
    return best._replace(entry=best.entry._replace(label=whole.entry.label))


def _of(label: str, definition: str, token: str, page: int) -> Key:
    words = [label, definition] if definition else [label]
    line = key.of_words(*key_words.split(words), None, None, token, page)
    return line._replace(entry=line.entry._replace(label=label, definition=""))


def _behind(text: str, told: Sequence[re.Match[str]]) -> list[str]:
    """What stands behind the comma of each entry and belongs to it: up to its sentence's end, or to the next entry. The
    last of entries that only commas part goes on where another does, and where no `and` begins another clause."""
    ends = [*(found.start() for found in told[1:]), len(text)]
    rests = [BEHIND.match(text[found.end() : end]) for found, end in zip(told, ends, strict=True)]
    words = [
        JOIN.sub("", rest["words"]) if rest and not ENTRY.search(rest["words"]) else "" for rest in rests
    ]
    firm = all(re.match(r"[^.;]*[.;]", text[a.end() : b.start()]) for a, b in pairwise(told))
    if words and not firm and not any(words[:-1]) and JOINS.match(words[-1]):
        words[-1] = ""
    return words


def _worded(text: str, page: int, told: Sequence[re.Match[str]]) -> Iterator[Key]:
    """Sentences beside those of colours that open with a status's name, which rows print as it stands."""
    if len(told) < LEAST:
        return
    starts, ends = [0, *(found.end() for found in told)], [*(found.start() for found in told), len(text)]
    for sentence in (one for a, b in zip(starts, ends, strict=True) for one in FIRM.split(text[a:b])):
        found = WORDED.fullmatch(sentence)
        named = phrases.status_of(found["token"]) if found else None
        if found and named:
            line = _of(found["label"], "", found["token"], page)
            if line.entry.status in (named, "unknown"):
                yield line._replace(entry=line.entry._replace(status=named))
