"""Headings that ask how a row stands, `On track?`, `Target met (Y/N)`, and what an answer below them says."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise.language import phrases, vocabulary
from normalise.language.words import load

#: the answers that a heading offers: `Complete Y/N`, `On track? (Yes / No / Partly)`
OFFERED = re.compile(r"[(\[]?\b(?:yes|y)\s*(?:/|or)\s*(?:no|n)\b(?:\s*/\s*\w+)?[)\]]?", re.IGNORECASE)
YES = ""  # what an answer puts before what was asked, where it says just that
DENIED = frozenset(("not", "no", "unlikely", "missed"))  # words of a question that denies already
LONGEST = 9  # words of a heading that asks
#: an answer, alone or before what is said of it: `No - waits for the lease`
ANSWER = re.compile(r"(?P<answer>[A-Za-z]+(?: part)?)(?P<rest>\s*(?:[-–—:;,.(].*)?)", re.DOTALL)


@lru_cache(maxsize=1024)
def asked(heading: str) -> str | None:
    """The words of the status that a heading asks for: `on track` of `Is the project on track?`; None where it asks
    for none. What is under way has only begun, and no answer says how it goes."""
    words = vocabulary.undated(OFFERED.sub(" ", heading)).split()
    told = {name: frozenset(own) for name, own in load("statuses")["answers"].items()}
    if not 0 < len(words) <= LONGEST:
        return None
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            phrase = " ".join(words[first : first + length])
            before, after = words[:first], words[first + length :]
            beside = told["before"].issuperset(before) and told["after"].issuperset(after)
            if beside and phrase not in told["begun"] and phrases.status_of(phrase):
                return phrase
    return None


def is_answer(text: str) -> bool:
    """True for `Yes`, `N`, `Partly`, with or without what is said of it."""
    return _parted(text) is not None


def is_yes(text: str) -> bool:
    answer = _parted(text)
    return answer is not None and answer[0] == YES


def told(question: str, text: str) -> str | None:
    """What an answer says in words of a status, `not on track - waits for the lease`; None where that names none."""
    answer = _parted(text)
    if answer is None:
        return None
    word, rest = answer
    asked = question.split()
    if word != YES and not DENIED.isdisjoint(asked):
        return None
    within = [[*asked[:-1], word, asked[-1]]] if len(asked) > 1 else []
    tails = [[word, *asked[k:]] for k in range(len(asked))]
    tries = [question] if word == YES else [" ".join(words) for words in (*tails[:-1], *within, tails[-1])]
    named = next((words for words in tries if phrases.status_of(words)), None)
    return f"{named[:1].upper()}{named[1:]}{rest}" if named else None


def _parted(text: str) -> tuple[str, str] | None:
    """The word that an answer puts before what was asked, `not`, and what stands behind the answer."""
    found = ANSWER.fullmatch(text.strip())
    word = _words().get(vocabulary.plain(found["answer"])) if found else None
    return (word, found["rest"]) if found and word is not None else None


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    told = load("statuses")["answers"]
    return {word: put for put in (YES, "not", "partially", "nearly") for word in told[put or "yes"]}
