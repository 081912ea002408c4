"""Undo what a conversion to text did to words: markup left in, line wraps turned into blanks, words cut."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Container
from functools import partial
from html.entities import html5
from typing import NamedTuple

TAGS = "a|b|code|del|div|em|font|i|ins|li|mark|ol|p|s|small|span|strike|strong|sub|sup|u|ul"
ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"']+))*\s*"""
#: known tags only, and attributes only as HTML writes them, so that "a <b and c> d" stays
TAG = re.compile(rf"</?(?:{TAGS}){ATTRIBUTES}/?>", re.I)
NEW_LINE = re.compile(rf"<br{ATTRIBUTES}/?>|</?(?:div|p|ul|ol){ATTRIBUTES}>|</li\s*>", re.I)
ITEM = re.compile(rf"<li{ATTRIBUTES}>", re.I)
RAISED_DIGITS = re.compile(r"<sup>\s*(\d+)\s*</sup>", re.I)
ORDINAL = re.compile(r"<sup>\s*(st|nd|rd|th)\s*</sup>(?=[^\W\d_])", re.I)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: ended by a semicolon: "R&section" is no entity
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|$%&<>~-])")
EMPHASIS = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
UNSEEN = re.compile("[\u200b\u2060\ufe0e\ufe0f\ufeff]|\u00ad\\s*")
LIST_SIGNS = ("- ", "* ", "+ ")
#: where a list opens in a line
LIST_OPENS = re.compile(r"^- |(?<=:) - ")
#: where its next item does: no span of years and no dash inside a sentence
LIST_GOES_ON = re.compile(r"(?<!\d) - (?=[A-Z\d£])|(?<=\d) - (?=[A-Z£])")
LEAST_ITEMS = 2
BULLETS = ("· ", "● ", "▪ ", "◦ ", "‣ ")
#: the bullet of symbol fonts, whose code means nothing else; a converter may set it on a line of its own
SYMBOL = re.compile(r"\uf0b7\s*(?=\S)")

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PAIR = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
LONG = 10  # letters; only a word too long for a narrow column is cut, and shorter pairs are often both words
#: first parts of compounds that are no words by themselves or rarely stand before a dash
FIRST = frozenset(
    {
        "all",
        "anti",
        "co",
        "counter",
        "cross",
        "eco",
        "ex",
        "extra",
        "full",
        "half",
        "high",
        "inter",
        "intra",
        "long",
        "low",
        "macro",
        "mal",
        "micro",
        "mid",
        "mini",
        "mono",
        "multi",
        "non",
        "off",
        "over",
        "part",
        "post",
        "pre",
        "pro",
        "quasi",
        "re",
        "self",
        "semi",
        "short",
        "single",
        "socio",
        "sub",
        "super",
        "trans",
        "ultra",
        "under",
        "well",
    }
)
#: last parts of compounds
LAST = frozenset(
    {
        "based",
        "centred",
        "driven",
        "focused",
        "focussed",
        "funded",
        "going",
        "informed",
        "led",
        "olds",
        "related",
        "specific",
        "term",
        "wide",
    }
)
#: more of the word follows these: "up-to-", "year-on-". Not "off" or "up": "sign-off- " is a dash's slip
LINKS = frozenset({"a", "and", "by", "for", "of", "on", "the", "to"})
#: no compound ends in these; a hyphen before them is suspended ("pre- and post-") or a dash
APART = frozenset(
    {
        "a",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "but",
        "for",
        "from",
        "has",
        "have",
        "is",
        "it",
        "nor",
        "not",
        "of",
        "or",
        "our",
        "rather",
        "that",
        "the",
        "their",
        "then",
        "there",
        "this",
        "through",
        "to",
        "versus",
        "vs",
        "was",
        "we",
        "were",
        "will",
        "with",
    }
)
YEARS = 10  # the most that "2016- 17" may span; more, and the second number is no year
ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def cleaned(raw: str, *, markdown: bool = False) -> str:
    """The text without its markup, blanks collapsed, `<br>` as a line break and list items as `• ` lines.

    A text that is nothing but markup (`<u> </u>`) is all that is left of a lost glyph, and stays.
    Raised digits become superscripts: a footnote's sign must not become part of the number before it.
    """
    inner = ENTITY.sub(_character, NEW_LINE.sub("", raw))
    if TAG.search(inner) and not TAG.sub("", inner).strip():
        return " ".join(inner.split())
    text = ITEM.sub("\n• ", SYMBOL.sub("\n• ", NEW_LINE.sub("\n", raw)))
    text = ORDINAL.sub(r"\1 ", text)
    text = TAG.sub("", RAISED_DIGITS.sub(lambda m: m[1].translate(RAISED), text))
    text = ENTITY.sub(_character, text)
    if markdown:
        text = ESCAPED.sub(r"\1", EMPHASIS.sub(r"\1", text))
    lines = [" ".join(line.split()) for line in UNSEEN.sub("", text).split("\n")]
    lines = [line for line in lines if line]
    return "\n".join(_bulleted(_items(lines[0]) if markdown and len(lines) == 1 else lines))


def _items(line: str) -> list[str]:
    """The lines of a cell in which a converter set the items of a list behind each other: `for: - Homes - Roads`."""
    opened = LIST_OPENS.search(line)
    items = LIST_GOES_ON.split(line[opened.end() :]) if opened else []
    if opened is None or len(items) < LEAST_ITEMS:
        return [line]
    return [*filter(None, [line[: opened.start()]]), *(f"- {item}" for item in items)]


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; itself where HTML does not know it."""
    name = entity[0][1:]
    return html.unescape(entity[0]) if name[0] == "#" or name in html5 else entity[0]


def _bulleted(lines: list[str]) -> list[str]:
    """Lines with one sign of a list for all; a single `* ` is a footnote's star."""
    signs = [s for s in LIST_SIGNS if sum(line.startswith(s) for line in lines) > 1]
    listed = (*signs, *BULLETS)
    return [f"• {line[2:]}" if len(lines) > 1 and line.startswith(listed) else line for line in lines]


def lexicon(text: str) -> frozenset[str]:
    """Words that the document prints whole, in lower case, and first parts of its compounds (`self-`).

    Left out are words that only ever stand before one other word with which they form a third
    (`implementati` before `on`, where `implementation` occurs): those are pieces.
    """
    plain = WRAPPED.sub(" ", TAG.sub("", NEW_LINE.sub("\n", text))).lower()
    words = Counter(WORD.findall(plain))
    pairs = Counter((m[1], m[2]) for m in PAIR.finditer(plain))
    pieces = {a for (a, b), n in pairs.items() if len(a + b) >= LONG and a + b in words and words[a] == n}
    heads = {w.split("-")[0] for w in words if w.count("-") == 1}
    return frozenset(words.keys() - pieces) | {f"{h}-" for h in heads if len(h) > 1 and h not in words}


def mended(text: str, known: Container[str] = ()) -> str:
    """The text with those wraps and cuts undone that the words themselves or the `known` lexicon prove."""
    return _mend(text, known)[0]


def repairs(text: str, known: Container[str] = ()) -> list[str]:
    """What `mended` does to the text, as `before -> after`."""
    return _mend(text, known)[1]


class Gap(NamedTuple):
    """What stands between two pieces of text, and the pieces."""

    head: str
    between: str
    tail: str


#: what belongs into a gap, None where nothing is to be mended
Joint = Callable[[Gap, Container[str]], str | None]


def _mend(text: str, known: Container[str]) -> tuple[str, list[str]]:
    done: list[str] = []
    for pattern, joint in RULES:
        text = pattern.sub(partial(_closed, joint=joint, known=known, done=done), text)
    return text, done


def _closed(found: re.Match[str], joint: Joint, known: Container[str], done: list[str]) -> str:
    """The head with what belongs between it and its tail; the repair goes on the list of those done."""
    gap = Gap(found[1], found[2], found[3])
    put = joint(gap, known)
    if put is None:
        return found[0]
    done.append(f"{''.join(gap)} -> {gap.head}{put}{gap.tail}")
    return gap.head + put


def _range_joint(gap: Gap, known: Container[str]) -> str | None:
    """`2016- 2017`, `0- 19` and `2016- 17`, but not `since 2015- 10 new places`."""
    low, high = int(gap.head), int(gap.tail)
    years = len(gap.head) == 4 and len(gap.tail) == 2 and 0 < (high - low) % 100 <= YEARS
    return gap.between[0] if years or low < high else None


def _compound_joint(gap: Gap, known: Container[str]) -> str | None:
    """The hyphen of a compound stays, that of a syllable goes. None for a suspended hyphen or a dash."""
    head, tail = gap.head.lower(), gap.tail.lower()
    if "-" in head and head.rsplit("-", 1)[-1] in LINKS:
        return "-"
    if tail in APART:
        return None
    if head in FIRST or tail in LAST or f"{head}-{tail}" in known or f"{head}-" in known:
        return "-"
    return "" if head + tail in known and head not in known else None


def _ordinal_joint(gap: Gap, known: Container[str]) -> str | None:
    number = int(gap.head)
    teen = 10 < number % 100 < 14
    return "" if gap.tail == ("th" if teen else ORDINALS.get(number % 10, "th")) else None


def _word_joint(gap: Gap, known: Container[str]) -> str | None:
    """`Implementati on`: a word elsewhere when joined, and none when not."""
    head = gap.head.lower()
    cut = len(head + gap.tail) >= LONG and head + gap.tail in known and head not in known
    return "" if cut else None


WRAPPED = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)*)(- )(?=([^\W\d_]+))")
RULES: tuple[tuple[re.Pattern[str], Joint], ...] = (
    (re.compile(r"(?<![\w.,])([0-9]{1,4})([-–] )(?=([0-9]{1,4})(?!\d|[.,]\d))"), _range_joint),
    (WRAPPED, _compound_joint),
    (re.compile(r"(?<![\w.,])([0-9]{1,3})( )(?=(st|nd|rd|th)\b)"), _ordinal_joint),
    (re.compile(r"\b([^\W\d_]{3,})( )(?=([a-z]+)\b)"), _word_joint),
)
