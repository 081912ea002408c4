"""Leads on lines of one cell: where a name or a post ends with its line, and where it goes on on the next."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from normalise.language import vocabulary
from normalise.language.people import (
    ends_as_post,
    is_body,
    is_mere_rank,
    is_name,
    is_person,
    is_post,
    is_whole_post,
    titles_of,
)

SEVERAL = 4  # words that are no one person's name
JOINING = re.compile(r"(?:\b(?:and|of|for|the|to|with|in)|[&,/–-])$")  # what ends no post
POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")  # nor a body: `Director of Children's`
BEGUN = ("deputy", "assistant", "vice")  # what opens a post
CHIEF = "Chief "  # opens a post, and nothing a post ends with


def line_by_line(text: str, lines: Sequence[str], alone: Container[str]) -> str:
    """A cell's text, parted at the end of a line where what stands above it and below it are names or posts that other
    cells print `alone`, `Chief Nurse` above `Director of Estates`, two posts that are whole by their last words
    or say what they are posts of, `Director of Care` above `Head of Parks`, or a body above a person."""
    printed = [" ".join(line.split()) for line in lines]
    people = _one_each(printed)
    if len(people) > 1 and " ".join(people) == " ".join(text.split()):
        return "\n".join(people)
    for k in range(1, len(printed)):
        above, below = " ".join(printed[:k]), " ".join(printed[k:])
        posts = _is_told_whole(above) or (_is_chief(above) and _is_chief(below))
        posts = posts and (_is_told_whole(below) or _is_chief(below))
        posts = posts or (_ends_one(above) and _names_its_field(below))
        posts = posts or (is_body(above) and is_person(below)) or _told_by_others(above, below, alone)
        if f"{above} {below}" == text and (posts or (above in alone and below in alone)):
            return f"{above}\n{below}"
    return text


def whole_words(lines: Sequence[str], text: str) -> list[str]:
    """A cell's printed lines, those together between which one of its words is hyphenated: `Lindqv-` above `ist`."""
    printed = f" {' '.join(text.split())} "
    whole = [" ".join(line.split()) for line in lines[:1]]
    for line in lines[1:]:
        words = " ".join(line.split())
        joined = (f"{whole[-1].removesuffix('-')}{words}", f"{whole[-1]}{words}")
        one = [words for words in joined if f" {words} " in printed]
        if whole[-1].endswith("-") and one:
            whole[-1] = one[0]
        else:
            whole.append(words)
    return whole


def run_together(lines: Sequence[str], leads: Sequence[str], alone: Container[str]) -> str | None:
    """The lead in which a post begins anew on a line of its own, below words that are no mere rank, or a name stands on
    lines of its own beside what others print `alone`: it may be two. So may a name of four words on as many lines."""
    printed = [" ".join(line.split()) for line in lines]
    if (words := " ".join(printed)) in leads and _may_be_several(printed):
        return words
    for k in range(1, len(printed)):
        above, line = " ".join(printed[:k]), printed[k]
        lead = next((name for name in leads if f"{above} {line}" in name), None)
        if lead and titles_of().match(line) and len(above.split()) > 1 and not JOINING.search(above):
            return lead
        below = " ".join(printed[k:])
        person = (above in alone and is_person(below)) or (is_person(above) and below in alone)
        body = (above in alone and _may_stand_alone(below)) or (_may_stand_alone(above) and below in alone)
        posts = ends_as_post(above) and ends_as_post(below) and not is_mere_rank(above)
        body = body or (_names_its_field(above) and (is_body(below) or ends_as_post(below)))
        if (person or body or posts) and not JOINING.search(above) and f"{above} {below}" in leads:
            return f"{above} {below}"
    return None


def _told_by_others(above: str, below: str, alone: Container[str]) -> bool:
    """True for two posts of which other cells print one alone, where the other is whole and one says what it is a post
    of: `Head of Social Policy` above `Treasury Business Partner`."""
    if JOINING.search(above) or POSSESSIVE.search(above) or is_mere_rank(above):
        return False
    of_something = [titles_of().search(words) is not None for words in (above, below)]
    whole = [told or ends_as_post(words) for told, words in zip(of_something, (above, below), strict=True)]
    return any(of_something) and all(whole) and (above in alone or below in alone)


def _may_be_several(lines: Sequence[str]) -> bool:
    """True for single words on four lines or more that two by two are names: a narrow column has room for no more."""
    pairs = [f"{first} {last}" for first, last in zip(lines[::2], lines[1::2], strict=False)]
    single = len(lines) >= SEVERAL and len(lines) % 2 == 0 and not any(" " in line for line in lines)
    return single and all(map(is_name, pairs))


def _may_stand_alone(words: str) -> bool:
    """True for the name of a body, two words or more and no mere rank: `Voluntary Sector Alliance`."""
    told = len(words.split()) > 1 and words[0].isupper() and not POSSESSIVE.search(words)
    return told and (not is_post(words) or titles_of().search(words) is not None)


def _one_each(lines: Sequence[str]) -> list[str]:
    """People of whom each has a line with a first and a last name, for nobody has four names, or two lines where the
    last one did not fit; none where a line is anything else."""
    people: list[str] = []
    begun = ""
    for line in lines:
        begun = f"{begun} {line}".strip()
        if is_person(begun):
            people.append(begun)
            begun = ""
        elif len(begun.split()) > 1:
            return []
    return people if not begun and any(map(is_person, lines)) else []


def _is_chief(words: str) -> bool:
    """True for a post that opens with its rank and ends with its title: `Chief Nurse`, `Chief Operating Officer`."""
    last = words.rpartition(" ")[2].lower()
    return words.startswith(CHIEF) and (
        ends_as_post(words) or last in vocabulary.load("posts")["titles"]["chiefs"]
    )


def _is_told_whole(words: str) -> bool:
    """True for a post that is whole by its last word, or by what it is a post of in brackets behind it."""
    bracketed = words.endswith(")") and is_post(words.rsplit("(", 1)[0])
    return bracketed or (ends_as_post(words) and is_whole_post(words))


def _ends_one(words: str) -> bool:
    """True for a whole post behind which no other one has begun, as it has in `Head of Parks Deputy`."""
    titles = vocabulary.load("posts")["titles"]
    begun = words.rpartition(" ")[2].lower() in (*titles["ranks"], *BEGUN)
    return not begun and (_is_told_whole(words) or _names_its_field(words))


def _names_its_field(words: str) -> bool:
    """True for a post before what it is a post of: `Head of Parks`."""
    return titles_of().match(words) is not None and not JOINING.search(words) and not POSSESSIVE.search(words)
