"""Lines to running text: wraps joined, hyphens at line ends judged by the document's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.block import Line
from parsers.text import airs, compounds
from parsers.text.compounds import EDGES

PARAGRAPH = 0.25  # of the font size: more air than this beyond the usual between two lines opens a paragraph
BULLETS = ("• ", "◦ ")  # of a list, and of one inside it
DASHES = ("– ", "- ", "— ")  # of a list inside one with bullets
OUTDENT = 2.0  # points by which a line must stand to the left of an item's text to be outside the list
HYPHENATES = 4  # words cut at a line's end that stand whole elsewhere; fewer is chance
LONG_WORD = 8  # letters of a word that may be wider than its cell
ROOM_TO_SPARE = 1.5  # letters by which a word must have fitted before its line counts as broken on purpose
DIVIDED = 0.8  # of all hyphens at line ends, from which on those that are set apart are the program's, the others not
CUT_SHARE = 0.4  # of all hyphens at line ends, from which on the document hyphenates
OFTEN = 0.02  # of all line ends inside texts: where fewer have a hyphen they are their words' own
CUT_TO_WHOLE = 3  # times as many words cut as may be compounds, from which on it does whatever the others are
END = 3  # characters at the end of a text that tell how it goes on
END_HYPHEN = re.compile(r"(?:[^\W_]|[^\W_][*+])-$")  # also of grades: `A*-` / `C`
END_SPAN = re.compile(r"\d[–—]$")  # of years and figures: `2026–` / `27`
END_SLASH = re.compile(r"[^\W_]/$")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BRACKETED = re.compile(r"\(([^\W\d_]+)\)")  # a word that stands whole wherever its line ends
NO_WORD = frozenset("bcdefghjklmnpqrstuvwxyz")  # letters that are no word by themselves
VOWEL = re.compile(r"[aeiouwy]")  # in Welsh, too
#: a day whose year or month a narrow cell has broken, or whose year stands behind a full stop: `30/06/202` / `6`
CUT_DAY = re.compile(r"(?:\d{1,2}([/.-])\d{1,2}\1\d{0,3}|\d{1,2}/\d?|20\d\d-\d\d-\d?|20\d\d[/–-]\d)")
DAY = re.compile(r"(?:\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d|20\d\d-\d\d-\d\d|20\d\d[/–-]\d\d)")
#: a year behind its month, or the day before it: `Dec 202` / `5`, `31 December 20` / `25`
CUT_YEAR = re.compile(r"(?:\d [A-Z][a-z]{2,8}\.? 20|[A-Z][a-z]{2,8}\.? (?:2|202))")
YEAR = re.compile(r"20\d\d")
LONGEST_DAY = 14  # characters of a day's end as `CUT_YEAR` has it


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one document that stand inside a line, where no line break can have cut them (lower case).

    `hyphenates` is True where the document cuts words at line ends, so that a hyphen there is no part of the word.
    `divides` is True where it sets these hyphens apart from their words: one that is not is the author's.
    `spacing` is the air between the lines of its cells where it is wider than usual (share of the font size), else 0.
    """

    words: frozenset[str] = frozenset()
    hyphenates: bool = False
    divides: bool = False
    spacing: float = 0.0

    def knows(self, word: str) -> bool:
        return word.strip(EDGES).lower() in self.words


NO_WORDS = Lexicon()


def learnt(texts: Iterable[Sequence[Line]], cells: Iterable[Sequence[Line]] = ()) -> Lexicon:
    """The lexicon of a document from the lines of its cells and paragraphs; `cells` are those of the cells again."""
    words: set[str] = set()
    ends: list[tuple[str, str]] = []
    divided = breaks = 0
    for lines in filter(None, texts):
        printed = [line.text for line in lines]
        breaks += len(printed) - 1
        # few lines end with a hyphen
        hyphened = [k for k, before in enumerate(printed[:-1]) if before[-1:] == "-"]
        for k in hyphened:
            before, text = printed[k], printed[k + 1]
            if text[:1].islower() and END_HYPHEN.search(before[-END:]):
                ends.append((before.rsplit(" ", 1)[-1][:-1], text.split(" ", 1)[0]))
                divided += lines[k].divided
        found = [WORD.findall(text) for text in printed]
        for text, inside in zip(printed, found, strict=True):
            first = 1 if text[:1].isalpha() or not _is_counted(text) else 0
            if len(inside) > first + 1:
                words.update(inside[first:-1])
        for text in printed:
            if "(" in text:
                words.update(BRACKETED.findall(text))
        if printed[0][:1].isupper() and not _may_be_broken(printed):
            words.update(found[0][:1])
        if printed[-1][-1:] != "-":
            words.update(found[-1][1:][-1:])
    known = Lexicon(frozenset(map(str.lower, words)))
    once = [*dict.fromkeys(ends)]  # a name that stands in many rows is cut as often
    sure = [compounds.cannot_be_two(a, b) for a, b in once]
    cut = [known.knows(a + b) and not known.knows(f"{a}-{b}") for a, b in once]
    told = sum(map(max, sure, cut))
    belied = sum(known.knows(f"{a}-{b}") or (known.knows(a) and known.knows(b)) for a, b in once)
    clear = told >= HYPHENATES and told >= CUT_TO_WHOLE * belied
    often = len(ends) >= OFTEN * breaks
    hyphenates = often and (sum(cut) >= HYPHENATES or any(sure)) and (clear or told >= CUT_SHARE * len(once))
    divides = hyphenates and divided >= DIVIDED * len(ends)
    return Lexicon(known.words, hyphenates, divides, airs.spacing(cells))


def _is_counted(text: str) -> bool:
    """True for a line that opens with a number or a bullet and a blank: its first word stands inside it."""
    opening, blank, _ = text.partition(" ")
    return bool(blank) and not any(map(str.isalpha, opening))


def _may_be_broken(printed: Sequence[str]) -> bool:
    """True where a long word is all of a text's first line, and the second begins small: its cell may be too narrow."""
    return (
        len(printed) > 1
        and " " not in printed[0]
        and len(printed[0]) >= LONG_WORD
        and printed[1][:1].islower()
    )


def flow(
    lines: Sequence[Line], lexicon: Lexicon = NO_WORDS, usual: float = 0.2, room: float | None = None
) -> str:
    """Lines as running text: wraps and end-of-line hyphenation joined, list items and paragraphs on lines of their own.

    `usual` is the air between wrapped lines, as `airs.usual` measures it; `room` the right edge up to which text may
    run, None where it is not known.
    """
    text = lines[0].text if lines else ""
    if len(lines) < 2:
        return text
    hanging = _hangs(lines)
    inner = _inner(lines)
    item: Line | None = lines[0] if text.startswith(BULLETS) else None
    for before, line in pairwise(lines):
        opens = line.text.startswith(BULLETS)
        closes = item is not None and line.box.x0 < item.box.x0 + (OUTDENT if hanging else -OUTDENT)
        apart = airs.air(before, line) > usual + PARAGRAPH or (
            room is not None and ended_early(before, line, room)
        )
        if (
            opens
            or closes
            or any(line is own for own in inner)
            or (apart and not _runs_on(before.text, line.text))
        ):
            text += "\n" + line.text
            item = line if opens else None
        else:
            if room is not None and not lexicon.knows(before.text) and _is_forced(before, line, room):
                text += line.text
                continue
            own = (not before.divided) if lexicon.divides else None
            text = joined(text, line.text, lexicon, spaced=before.spaced, own=own)
    return text


def _is_forced(before: Line, line: Line, room: float) -> bool:
    """True for a long word that fills its line up to the cell's edge and whose last letter stands on the next line."""
    head, tail = before.text.strip(EDGES), line.text.split(" ", 1)[0].rstrip(EDGES)
    letter = before.box.width / len(before.text)
    alone = head.isalpha() and len(head) >= LONG_WORD and not before.spaced
    return alone and len(tail) == 1 and tail in NO_WORD and before.box.x1 + letter > room


def _hangs(lines: Sequence[Line]) -> bool:
    """True where the wrapped lines of list items stand to the right of their bullets."""
    return any(a.text.startswith(BULLETS) and b.box.x0 > a.box.x0 + OUTDENT for a, b in pairwise(lines))


def _inner(lines: Sequence[Line]) -> list[Line]:
    """The lines that open items of a list inside a list, behind dashes: they stand to the right of its bullets, two and
    more at one place where no other line begins, or one below a colon."""
    dashed = [line for line in lines if line.text.startswith(DASHES)]
    outer = min((ln.box.x0 for ln in lines if ln.text.startswith(BULLETS)), default=None) if dashed else None
    if outer is None or any(line.box.x0 < outer + OUTDENT for line in dashed):
        return []
    level = [ln for ln in lines if abs(ln.box.x0 - dashed[0].box.x0) < OUTDENT]
    below = any(b is dashed[0] and a.text.endswith(":") for a, b in pairwise(lines))
    told = below or (len(dashed) > 1 and all(line.text.startswith(DASHES) for line in level))
    return dashed if told else []


def _runs_on(before: str, text: str) -> bool:
    """True where no paragraph ends between two lines: inside brackets, or inside a word that is cut with a hyphen."""
    return in_brackets(before, text) or (text[:1].islower() and END_HYPHEN.search(before[-END:]) is not None)


def in_brackets(before: str, text: str) -> bool:
    """True where a line closes the bracket that the line before it opened: no paragraph ends between."""
    return before.rfind("(") > before.rfind(")") and 0 <= text.find(")") < (text + "(").find("(")


def ended_early(before: Line, line: Line, room: float) -> bool:
    """True where the next line's first word had fitted on the line before: a break that somebody typed."""
    word = line.text.split(" ", 1)[0]
    letter = line.box.width / max(len(line.text), 1)
    return before.box.x1 + (len(word) + 1 + ROOM_TO_SPARE) * letter < room


def joined(
    text: str, more: str, lexicon: Lexicon = NO_WORDS, *, spaced: bool = False, own: bool | None = None
) -> str:
    """One text continued by the next line's. `spaced` where a blank is printed at the first one's end, `own` tells
    whether a hyphen there is its word's, None where the file does not say so."""
    if not text or not more:
        return text or more
    if text[-1] in "\u00ad\u2010":
        return text[:-1] + more
    head, tail = text.rsplit(" ", 1)[-1], more.split(" ", 1)[0]
    end = text[-END:]  # a text that grows by its lines is not searched from its beginning every time
    if (END_SLASH.search(end) or (END_SPAN.search(end) and tail[0].isdigit())) and not spaced:
        return text + more
    if END_HYPHEN.search(end):
        whole = f"{head[:-1]}-{tail}"
        programs = own is False and tail[:1].islower() and not lexicon.knows(whole)
        if programs or (not own and _is_cut(head[:-1], tail, lexicon, spaced=spaced)):
            return text[:-1] + more
        return f"{text} {more}" if spaced or _is_dash(head[:-1], tail) else text + more
    broken = _is_cut_date(text, head, tail) if tail[0].isdigit() else _is_broken(head, tail, lexicon)
    return text + more if broken and not spaced else f"{text} {more}"


def _is_cut_date(text: str, head: str, tail: str) -> bool:
    """True for a date that a narrow cell broke inside a number: only its two parts together are one."""
    digits = tail.rstrip(EDGES)
    if not head or not (head[-1].isdigit() or head[-1] in "./"):
        return False
    if CUT_DAY.fullmatch(head):
        return DAY.fullmatch(head + digits) is not None and (DAY.fullmatch(head) is None or len(digits) == 2)
    if YEAR.fullmatch(head + digits):
        return CUT_YEAR.search(text[-LONGEST_DAY:]) is not None
    return False


def _is_broken(head: str, tail: str, lexicon: Lexicon) -> bool:
    """True for a word that a narrow cell broke without a hyphen: the document writes it so, and its beginning is none
    of its words or its end no word at all; or nobody begins a word as its end begins."""
    head, bare = head.rsplit("/", 1)[-1].lstrip(EDGES), tail.rstrip(EDGES)
    if not head.replace("-", "").isalpha():
        return False
    if len(head) > 1 and _is_rest(tail.rstrip(EDGES)) and not lexicon.knows(tail):
        return True
    if len(tail) > 2 and tail[0].islower() and compounds.is_unhyphenated(head + tail):
        # a month is known as the first word of its cell
        cut_first = (head + tail).rstrip(EDGES).lower() in compounds.of("months")
        return not (lexicon.knows(tail) or (lexicon.knows(head) and not cut_first))
    if not lexicon.knows(head + tail):
        return False
    return not lexicon.knows(head) or (len(bare) == 1 and bare in NO_WORD)


def _is_rest(tail: str) -> bool:
    """True for small letters that are no word nor begin one: `er` / `mmed`."""
    if not (tail.isalpha() and tail.islower() and tail.isascii()):
        return False
    if tail in compounds.of("endings"):
        return True
    spoken = VOWEL.search(tail) is not None  # what has none is short for something
    return len(tail) > 2 and spoken and not VOWEL.search(tail[:2]) and tail[:2] not in compounds.of("onsets")


def _is_cut(head: str, tail: str, lexicon: Lexicon, *, spaced: bool) -> bool:
    """True where a hyphen was set only because the line ended.

    Nobody writes the word otherwise, or the document cuts words throughout, or writes this one whole elsewhere and
    neither of its parts alone. A hyphen
    between two words that are written apart, and never as one, is part of a compound; before a blank, a dash.
    """
    if lexicon.knows(f"{head}-{tail}") or not (tail[:1].islower() or (head + tail).isupper()):
        return False
    last = head.rsplit("-", 1)[-1]
    if compounds.is_unhyphenated(last + tail) or compounds.is_suffix(tail):
        return True
    parts = lexicon.knows(last), lexicon.knows(tail)
    if lexicon.knows(last + tail):
        name = last.lstrip(EDGES)[:1].isupper()  # of a name the first letters may be a word
        return lexicon.hyphenates or not (parts[1] if name else any(parts))
    if len(last) >= compounds.LONG_PART and tail.strip(EDGES) in compounds.of("seconds"):
        return False
    compound = all(parts) and (
        spaced or last != head or min(len(last), len(tail.strip(EDGES))) >= compounds.LONG_PART
    )
    return lexicon.hyphenates and not compound and tail[:1].islower()


def _is_dash(head: str, tail: str) -> bool:
    """True where the hyphen is a dash set close to a plural, which forms no compound with what follows."""
    plural = (
        head.endswith("s") and not head.endswith(("ss", "us", "is")) and head.isalpha() and head.islower()
    )
    return plural and tail[:1].islower() and tail.strip(EDGES) not in compounds.of("after_plural")
