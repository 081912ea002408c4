"""Columns of leads whose cells hold a name and a post: one lead, or two of them, for all rows alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.language import people, vocabulary

ENOUGH = 2  # rows that show how a column is printed
MOST = 0.75  # of its cells of several lines, for one may wrap otherwise
HALF = 0.5  # of all that is printed in it: elsewhere a name and a post stand alone, each a lead
STROKE = re.compile(r"\s*/\s*")
PARTED = re.compile(r"\s*(?:/|&|\+|\n|\band\b)\s*", re.IGNORECASE)
JOINING = re.compile(r"(?:\b(?:and|of|for|the|to|with|in)|[&,/–-])$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
NAME_LINES = 3  # on which one name may stand in a narrow column

Lines = Sequence[str]


class Pair(NamedTuple):
    """A person and what is printed with the name, in printed order; `post` is empty where nothing is."""

    above: str
    below: str


class Column(NamedTuple):
    """How a column prints its leads: `posted` where names stand with their posts, name `first` or post first;
    `two` where its heading names two, a member and an officer; and what it prints `alone`."""

    posted: bool = False
    first: bool = True
    two: bool = False
    alone: Collection[str] = ()


def column(heading: str, cells: Collection[Lines]) -> Column:
    """What the cells of one column, each as its printed lines, have in common under its heading."""
    printed = [tidy for lines in cells if (tidy := _tidy(lines))]
    alone = {lines[0] for lines in printed if len(lines) == 1}
    several = [lines for lines in printed if len(lines) > 1 and not people.is_person(" ".join(lines))]
    shape = Column(two=names_two(heading), alone=alone)
    for first in (True, False):
        read = [_pairs(lines, first) for lines in several]
        fits = [pairs for pairs in read if pairs and not any(alone & {*pair} for pair in pairs)]
        if len(fits) >= ENOUGH and len(fits) >= max(MOST * len(several), HALF * len(printed)):
            return shape._replace(posted=True, first=first)
    return shape


def leads(lines: Lines, shape: Column) -> tuple[str, ...] | None:
    """The leads of a cell that prints names with posts, or a post in two languages; None for any other."""
    printed = _tidy(lines)
    if (post := in_two_languages(printed)) is not None:
        return (post,)
    if shape.two and (both := _office_and_post(printed)):
        return both
    orders = (shape.first,) if shape.posted else (True, False)
    for first in orders:
        pairs = _pairs(printed, first) or (_loose(printed, first) if shape.posted else [])
        if len(pairs) == 1 and _are_two(pairs[0], first, shape):
            return tuple(name for side in pairs[0] for name in people.leads(side))
        if pairs and (shape.posted or (shape.two and len(pairs) > 1)):
            return tuple(" ".join(pair).strip() for pair in pairs)
    return None


def may_be_one(lines: Lines, shape: Column) -> bool:
    """True for a cell of several lines in a column of names with their posts that is read otherwise, and for a name
    with a post where nothing else in its column tells whether that is its own."""
    printed = _tidy(lines)
    if len(printed) < ENOUGH or people.is_person(" ".join(printed)) or "," in "".join(printed):
        return False
    pairs = [_pairs(printed, first) for first in (True, False)]
    return shape.posted or any(len(read) == 1 and not {*shape.alone} & {*read[0]} for read in pairs)


def in_two_languages(lines: Lines) -> str | None:
    """A post in Welsh with the same post in English behind it, on the next line or behind a stroke."""
    words = vocabulary.load("posts")["welsh"]
    parts = [part for line in lines for part in STROKE.split(line) if part]
    for k in range(1, len(parts)):
        welsh, english = (set(WORD.findall(" ".join(side).lower())) for side in (parts[:k], parts[k:]))
        titles = [words[title] for title in sorted(welsh & words.keys())]
        if len(titles) == 1 and english.intersection(titles[0]) and not english & words.keys():
            return " ".join(lines)
    return None


def names_two(heading: str) -> bool:
    """True for a heading of two people, `Cabinet Member / Lead Officer`: one is a member and the other an officer."""
    sides = [set(WORD.findall(side.lower())) for side in PARTED.split(heading) if side]
    words = vocabulary.load("posts")["columns"]
    members, officers = set(words["members"]), set(words["officers"])
    told = [(bool(side & members), bool(side & officers - members)) for side in sides]
    return len(sides) > 1 and any(member for member, _ in told) and (False, True) in told


def _tidy(lines: Lines) -> list[str]:
    return [words for line in lines if (words := " ".join(line.split()))]


def _pairs(lines: Lines, first: bool) -> list[Pair]:
    """Each person of a cell with the post below it (or above it, where the name is not `first`); none where a line is
    anything else."""
    if not lines:
        return []
    for k, m in _cuts(len(lines), first):
        above, below = " ".join(lines[:k]), " ".join(lines[k:m])
        name, post = (above, below) if first else (below, above)
        if not (_is_one(name.rstrip(",")) and _is_its_post(post.rstrip(","))):
            continue
        rest = _pairs(lines[m:], first)
        if m == len(lines) or rest:
            return [Pair(above, below), *rest]
    for k in range(1, min(NAME_LINES, len(lines))):  # a member's name alone, above an officer's with a post
        if first and people.is_person(" ".join(lines[:k])) and (rest := _pairs(lines[k:], first)):
            return [Pair(" ".join(lines[:k]), ""), *rest]
    return []


def _cuts(lines: int, first: bool) -> Iterator[tuple[int, int]]:
    """Where a first part may end, and where the second; the shorter ones first, for other people may follow."""
    for m in range(2, lines + 1):
        for short in range(1, min(NAME_LINES, m - 1) + 1):
            yield (short if first else m - short), m


def _loose(lines: Lines, first: bool) -> list[Pair]:
    """A name with words that no list knows as a post, in a column of names with their posts."""
    for k in range(1, len(lines)):
        above, below = " ".join(lines[:k]), " ".join(lines[k:])
        name, post = (above, below) if first else (below, above)
        if _is_one(name.rstrip(",")) and not _is_one(post):
            return [Pair(above, below)]
    return []


def _is_one(words: str) -> bool:
    return people.is_person(words) or (people.is_name(words) and not people.is_post(words))


def _is_its_post(words: str) -> bool:
    """True for a whole post or office, `Head of Parks`, `Chief Constable`, `Cabinet Member for Homes`; not for a title
    alone, which may end a longer one: `Building Control`, `Manager`."""
    words = people.BRACKETS.sub("", words)
    if len(words.split()) < ENOUGH:
        return False
    chief = words.rpartition(" ")[2].lower() in vocabulary.load("posts")["titles"]["chiefs"]
    told = people.is_post(words) or chief or _offices().match(words) is not None
    return told and JOINING.search(words) is None


def _are_two(pair: Pair, first: bool, shape: Column) -> bool:
    """True for a councillor with the post of an officer, or any name with one where the heading names two."""
    name, post = pair if first else reversed(pair)
    councillor = name.split()[0].strip(".").lower() in vocabulary.load("posts")["columns"]["councillors"]
    return (shape.two or councillor) and _offices().match(post) is None


def _office_and_post(lines: Lines) -> tuple[str, str] | None:
    """A member's office above an officer's post: `Cabinet Member for Homes`, `Head of Housing`."""
    for k in range(1, len(lines)):
        above, below = " ".join(lines[:k]), " ".join(lines[k:])
        office = _offices().match(above) is not None and not JOINING.search(above)
        whole = people.titles_of().match(below) is not None or people.ends_as_post(below)
        if office and whole and _offices().match(below) is None:
            return above, below
    return None


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    offices = vocabulary.load("posts")["columns"]["offices"]
    return re.compile(rf"(?:{'|'.join(offices)})\b", re.IGNORECASE)
