"""Garbled words: a file may tell one wrong character for a ligature, and the page looks right (`AcOon`, `o#cer`).

A page whose letters hardly ever stand together as every text's do is looked through for words that are known but for
one character. What the same character stands for elsewhere is known then; where it may be several ligatures, a
character without meaning takes its place, and whoever reads the row is told.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from ctypes import byref, c_double
from functools import lru_cache
from importlib import resources

import pypdfium2.raw as pdfium

from parsers.pdf.letters import LINE_END_HYPHEN, NO_MEANING
from parsers.pdf.ligatures import HOLDER

WORD = re.compile(r"[^\s\x00]+")
EDGES = ".,;:!?()[]'\"“”‘’"  # what stands at a word's ends and is no part of it
SELDOM = 250  # letters among which `ti` stands more than once in English
FLAT = " -\x02,.:;'\"*^~_"  # characters whose own ink is lower than any ligature's
TALL = 0.45  # of the font size: a ligature's ink is higher
INSTEAD = " -\x02\ufffd"  # what is told for glyphs of which nothing is known: not for one alone
IN_WORDS = "/&()"  # characters that words may hold
#: how Ghostscript tells the ligatures that Unicode has, their two bytes made one
ONE_BYTE = {"û": "ff", "ü": "fi", "ý": "fl", "þ": "ffi", "ÿ": "ffl"}
SEVERAL = 2  # words that hold a character if it is no sign


def mended(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The page's letters, one an index of PDFium's, with a letter of `HELD` where a ligature is known again."""
    told = "" if letters.isascii() else "".join(sign for sign in ONE_BYTE if sign in letters)
    lacks = lacks_ligatures(letters)
    if not (told or lacks):
        return letters
    known = {
        k: ligature
        for k, ligature in _known(letters)
        if letters[k] in told or (lacks and (letters[k] not in FLAT or _is_tall(text, k)))
    }
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for k, ligature in known.items():
        meant[letters[k]].add(ligature)
    if any(meant[sign] == {ONE_BYTE[sign]} for sign in told if sign in meant):
        meant |= {sign: {ONE_BYTE[sign]} for sign in told}
    kept = list(letters)
    for sign, ligatures in meant.items():
        sure = len(ligatures) == 1 and sign not in INSTEAD + IN_WORDS and _is_usual(letters, sign)
        sure = sure or ligatures == {ONE_BYTE.get(sign)}
        for k in _as_letters(text, letters, sign):
            ligature = known.get(k) or (next(iter(ligatures)) if sure else "")
            kept[k] = HOLDER[ligature] if ligature else NO_MEANING
    return "".join(kept)


def lacks_ligatures(letters: str) -> bool:
    """True where pairs of letters that every page of text has are missing."""
    return letters.count("ti") * SELDOM < len(letters) or not any(
        two in letters for two in ("fi", "ff", "fl")
    )


def _known(letters: str) -> Iterator[tuple[int, str]]:
    """Places of characters that stand for a ligature in a known word, and the ligature."""
    gaps = _gaps()
    before, end = "", -1
    for found in WORD.finditer(letters):
        word = found[0].strip(EDGES)
        start = found.start() + found[0].index(word) if word else found.start()
        whole = word.lower()
        if before and found.start() == end + 1 and (ligature := gaps.get((before, whole))):
            yield end, ligature
        plain = word.isascii() and word.isalpha() and (word.islower() or word.istitle() or word.isupper())
        if not plain:
            for k, letter in enumerate(word):
                if _may_be_told(letter, k) and (ligature := _between(whole[:k], whole[k + 1 :])):
                    yield start + k, ligature
        before, end = found[0].lstrip(EDGES).lower(), found.end()


def _between(before: str, behind: str) -> str | None:
    """The ligature between what stands before and behind a character of a word, or of a compound's part."""
    gaps = _gaps()
    last, first = before.replace(LINE_END_HYPHEN, "-").rpartition("-")[2], behind.partition("-")[0]
    return gaps.get((before, behind)) or gaps.get((last, first.partition(LINE_END_HYPHEN)[0]))


def known_at(letters: str, k: int, others: Mapping[int, str]) -> str | None:
    """The ligature in a character's place that makes a known word of those around it; `others` stand near it."""
    first, end = k, k + 1
    while first and letters[first - 1].isalpha():
        first -= 1
    while end < len(letters) and letters[end].isalpha():
        end += 1
    before, behind = (
        "".join(others.get(at, letters[at]) for at in range(a, b)).lower()
        for a, b in ((first, k), (k + 1, end))
    )
    return _gaps().get((before, behind))


def _may_be_told(letter: str, k: int) -> bool:
    """True for what words seldom hold: inside them what is no small letter, anywhere one with an accent."""
    return not letter.isascii() or (k > 0 and not letter.islower())


def _is_usual(letters: str, sign: str) -> bool:
    """True for a character inside several words, as no capital and no sign is."""
    return len({*re.findall(rf"[A-Za-z]+{re.escape(sign)}[a-z]+", letters)}) >= SEVERAL


def _as_letters(text: pdfium.FPDF_TEXTPAGE, letters: str, sign: str) -> Iterator[int]:
    """Where a character stands as a letter does: inside a word or before the rest of one, or where it is as tall."""
    own = re.escape(sign)
    inside = f"(?<=[A-Za-z]){own}(?=[a-z])"
    if sign in FLAT:
        places = re.finditer(own, letters)
    elif sign in ONE_BYTE:
        places = re.finditer(f"(?<=[A-Za-z]){own}|{own}(?=[a-z])", letters)
    elif sign in IN_WORDS or sign.isalnum():
        places = re.finditer(inside, letters)
    else:
        places = re.finditer(rf"{inside}|(?<=\s){own}(?=[a-z]{{3}})|(?<=[a-z]){own}(?=\s)", letters)
    yield from (f.start() for f in places if sign not in FLAT or _is_tall(text, f.start()))


def _is_tall(text: pdfium.FPDF_TEXTPAGE, k: int) -> bool:
    """True for a character whose ink is as high as a letter's."""
    left, right, bottom, top = (c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, k, byref(left), byref(right), byref(bottom), byref(top))
    return bool(top.value - bottom.value > TALL * pdfium.FPDFText_GetFontSize(text, k))


@lru_cache(maxsize=1)
def _gaps() -> dict[tuple[str, str], str]:
    """What stands before and behind a ligature in each known word."""
    data = tomllib.loads(resources.files("parsers").joinpath("data/ligated.toml").read_text("utf-8"))
    return {
        (word[:k], word[k + len(ligature) :]): ligature
        for ligature, words in data.items()
        for word in words
        for k in range(len(word))
        if word.startswith(ligature, k)
    }
