"""Leads: the names or posts of one cell, one each."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from normalise.language import vocabulary
from normalise.language.words import CAPITAL
from normalise.profile import in_force

#: separators that no name or post holds; a date beside a name is none
SURE = re.compile(r"\s*(?:(?<!\d)/|/(?!\d))\s*|\s*;\s*|\n+")
STROKE = re.compile(r"[/;]")
LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+&\s+|\s+and\s+")
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
OUTSIDE = re.compile(rf"(?:{LIST.pattern})(?![^()]*\))")  # the same, with no bracket open
COMMA = re.compile(r"\s*,\s*(?:and\s+)?")
AND = re.compile(r"\s+and\s+")
JOINED = re.compile(r"\s+(?:and|&)\s+")
PERSON = re.compile(
    r"(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Sir|Prof|Rev)\.?\s+)?"
    rf"[{CAPITAL}][\w'’.-]*(?:\s+(?:de|van|von|der|Mc|Mac))?(?:\s+[{CAPITAL}][\w'’-]*){{1,2}}"
)
WORD = re.compile(r"[^\W\d_]+")
INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][a-z]?")  # `SLB`, `RMc`: how schools name their staff
FIRST_AND_LAST = 2
WORDS = 3  # of a body's name in a list
SHORT_NAME = re.compile(r"[A-Z][A-Za-z]{1,4}")  # what stands beside them: `Govs`, `HoDs`, `Chair`
#: abbreviations that make the name of one service with another: `HR & OD`, `IT and PR`
OFFICE = re.compile(r"(?:the )?(?:office|department|ministry|directorate|bureau) of\b", re.IGNORECASE)
OF_SERVICES = frozenset(("HR", "OD", "IT", "ICT", "PR", "QA", "NHS", "LA", "EDI", "HSE"))


def leads(text: str, alone: Container[str] = ()) -> tuple[str, ...]:
    """Names in printed order. A comma or `and` parts names only where every part is a person's
    name or initials, and a comma posts where every part is a post's title, or stands `alone` elsewhere."""
    names: list[str] = []
    for separator in in_force().separators:
        text = text.replace(separator, "\n")
    for part in parted(_mended(text)):
        pieces = [p for p in (OUTSIDE if "(" in part else LIST).split(part) if p]
        named = all(is_name(p) or is_name(BRACKETS.sub("", p)) for p in pieces)
        people = len(pieces) > 1 and (named or _are_initials([BRACKETS.sub("", p) for p in pieces]))
        listed = COMMA.split(part)
        apart = _are_alone(listed, alone) or _are_bodies(listed)
        names.extend(pieces if people else listed if apart else _posts(part))
    return tuple(n.strip(" ,").removeprefix("• ").strip() for n in names if any(c.isalpha() for c in n))


def parted(text: str) -> list[str]:
    """A text's parts between strokes, semicolons and lines; a stroke inside a post parts nobody: `Head of Finance/HR`,
    and `A/Director of Housing`, who acts."""
    parts = SURE.split(text)
    if "/" not in text or len(parts) == 1:
        return parts
    found = [parts[0]]
    for sign, part in zip(SURE.findall(text), parts[1:], strict=True):
        if sign == "/" and _is_inside(found[-1], part):
            found[-1] += f"/{part}"
        else:
            found.append(part)
    return found


def _is_inside(left: str, right: str) -> bool:
    """True for a letter alone before a longer word, and for a service's abbreviation beside the post that it is of."""
    if not left or not right:
        return False
    letter, word = left.split()[-1], right.split()[0]
    if len(letter) == 1 and letter.isalpha():
        return len(word) > 1
    services = OF_SERVICES - {*vocabulary.load("posts")["bodies"]["alone"]}
    of_post = titles_of().search(left) is not None and right in services
    return of_post or (left in services and ends_as_post(right) and titles_of().search(right) is None)


def _mended(text: str) -> str:
    """A list with strokes whose lines end inside a name, `Declan⏎Dunmore / Priya⏎Lomax`, with those put together."""
    if "\n" not in text or not STROKE.search(text):
        return text
    lines = text.split("\n")
    whole = lines[0]
    for line in lines[1:]:
        first, last = STROKE.split(whole.rpartition("\n")[2])[-1].strip(), STROKE.split(line)[0].strip()
        inside = " " not in first and " " not in last and is_person(f"{first} {last}")
        whole += f" {line}" if inside else f"\n{line}"
    return whole


def listed_together(leads: Sequence[str]) -> str | None:
    """The lead in which a comma stands between a body and a post of another kind, `Finance, Nurse Director`, or between
    two bodies of several words, `Public Health, Citizens Advice`. It may be two; a rank with what it is a rank of is
    one, `Assistant Director, Housing`, a name with its post, `Ann Archer, Parks Manager`, and so is a list with its own
    `and`, `Adult Care, Health and Housing`."""
    for lead in leads:
        first, *others = COMMA.split(BRACKETS.sub("", lead))  # `Ann Archer (Director, Adults)` is one
        if len(others) == 1 and first and others[0]:
            posts = [is_whole_post(part) for part in (first, others[0])]
            bodies = [not is_post(part) and len(part.split()) <= WORDS for part in (first, others[0])]
            several = all(len(part.split()) > 1 and not is_post(part) for part in (first, others[0]))
            listed = several and not JOINED.search(others[0])
            if posts[1] and is_name(first):
                continue
            if (posts[0] and bodies[1]) or (bodies[0] and posts[1]) or listed:
                return lead
    return None


def is_whole_post(words: str) -> bool:
    """True for a post that says what it is a post of before its title: `Nurse Director`."""
    opening = words.split()[0].lower()
    return (
        is_post(words)
        and len(words.split()) > 1
        and opening not in _rank_words()
        and not titles_of().search(words)
    )


def is_mere_rank(words: str) -> bool:
    """True for words that only say how high a post stands, and of nothing: `Senior Assistant Chief`."""
    return _rank_words().issuperset(words.lower().split())


@lru_cache(maxsize=1)
def _rank_words() -> frozenset[str]:
    titles = vocabulary.load("posts")["titles"]
    return frozenset((*titles["leading"], *titles["anywhere"], *titles["ranks"]))


@lru_cache(maxsize=4096)
def is_person(text: str) -> bool:
    """True for a first and a last name, with or without a rank: `Superintendent Colin Marsh`."""
    name = _ranks().sub("", text)
    return is_name(name) and len(name.split()) == FIRST_AND_LAST


@lru_cache(maxsize=1)
def _ranks() -> re.Pattern[str]:
    words = vocabulary.load("posts")["persons"]["ranks"]
    return re.compile(rf"^(?:{'|'.join(words)})\.?\s+(?=\S+\s)", re.IGNORECASE)


def standing_alone(texts: Iterable[str]) -> frozenset[str]:
    """Bodies and posts that a document's cells print alone, or in a list with one that does: `Finance` parts
    `Information Technology, Finance`, and that tells of another."""
    cells = [COMMA.split(part) for text in texts for part in parted(text) if part]
    alone = {parts[0] for parts in cells if len(parts) == 1}
    lists = [parts for parts in cells if len(parts) > 1]
    while told := [parts for parts in lists if _are_listed(parts, alone)]:
        alone.update(part for parts in told for part in parts)
        lists = [parts for parts in lists if parts not in told]
    return frozenset(alone)


def _are_listed(parts: Sequence[str], alone: Container[str]) -> bool:
    """True for short names one of which stands alone elsewhere; `and` makes one of two words of a longer name."""
    short = all(0 < len(p.split()) <= WORDS and p[0].isupper() and not AND.search(p) for p in parts)
    return short and any(p in alone for p in parts)


def _are_alone(parts: Sequence[str], alone: Container[str]) -> bool:
    return len(parts) > 1 and all(p in alone for p in parts)


def _are_bodies(parts: Sequence[str]) -> bool:
    """True for short names of which one is a body and no half of a longer name: `Police, Community Services`."""
    known = {*vocabulary.load("posts")["bodies"]["alone"]}
    short = all(0 < len(p.split()) <= WORDS and p[0].isupper() and not JOINED.search(p) for p in parts)
    return len(parts) > 1 and short and not known.isdisjoint(parts) and not any(map(is_post, parts))


def _are_initials(pieces: list[str]) -> bool:
    """True for short names of which one at least is a person's initials: `SLB & HTM`, `JPW & Govs`."""
    short = all(SHORT_NAME.fullmatch(p) and p not in OF_SERVICES for p in pieces)
    return short and any(INITIALS.fullmatch(p) for p in pieces)


def _posts(text: str) -> list[str]:
    """Posts with commas between them, one each, and a last `and` with them; anything else whole, for a post may have
    a comma of its own: `Head of Housing, Property and Assets`."""
    posts = COMMA.split(text)
    if len(posts) == 1:
        return _joined_by_and(text)
    if not all(map(is_post, posts)):
        return [text]
    last = AND.split(posts[-1])
    return [*posts[:-1], *last] if all(map(is_post, last)) else posts


def _joined_by_and(text: str) -> list[str]:
    """Posts, or a post and a body, with an `and` between them of which each is whole: `Parish Clerk & Town Council`."""
    for found in JOINED.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        posts = all(ends_as_post(side) or titles_of().match(side) for side in (left, right))
        beside = (ends_as_post(left) and is_body(right)) or (is_body(left) and ends_as_post(right))
        if posts or beside:
            return [left, *_joined_by_and(right)]
    return [text]


def ends_as_post(text: str) -> bool:
    """True for a post whose last word is its title: `Parish Liaison Officer`; not for the title alone."""
    return len(text.split()) > 1 and _last_title().search(text) is not None


@lru_cache(maxsize=1)
def _last_title() -> re.Pattern[str]:
    words = vocabulary.load("posts")["titles"]
    titles = "|".join(map(re.escape, (*words["anywhere"], *words["leading"])))
    return re.compile(rf"\s(?:{titles})s?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_body(text: str) -> bool:
    endings = (
        *vocabulary.load("publishers")["bodies"]["endings"],
        *vocabulary.load("posts")["bodies"]["endings"],
    )
    return len(text.split()) > 1 and text.endswith(tuple(f" {ending}" for ending in endings))


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """True for the title of a post: `Head of Estates`, `Group Manager Prevention`; False for a service, an office
    (`Office of the Commissioner`) or a name."""
    return _titles().search(text) is not None and OFFICE.match(text) is None


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    words = vocabulary.load("posts")["titles"]
    anywhere, leading = ("|".join(map(re.escape, words[k])) for k in ("anywhere", "leading"))
    return re.compile(
        rf"\b(?:(?:{anywhere})s?\b(?!['’])|(?:{leading})s?(?=$|\s+(?:of|for)\b|\s*[(–-]))", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def titles_of() -> re.Pattern[str]:
    """A post's title at the beginning, with what it is a post of: `Director of`."""
    words = vocabulary.load("posts")["titles"]
    titles = "|".join(map(re.escape, (*words["anywhere"], *words["leading"])))
    return re.compile(rf"(?:{titles})s?\s+(?:of|for)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """True for a person's first and last name, with or without a title; False for a post."""
    return PERSON.fullmatch(text) is not None and _of_no_person().isdisjoint(WORD.findall(text.lower()))


@lru_cache(maxsize=1)
def _of_no_person() -> frozenset[str]:
    return frozenset(vocabulary.load("posts")["persons"]["never"])
