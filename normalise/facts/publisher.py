"""Who publishes a document: the body that it names most prominently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.language import cycles, vocabulary
from normalise.language.words import CAPITAL
from normalise.prose.texts import Text

PLAN_WORDS = re.compile(
    r"\b(?:plans?|strateg(?:y|ies)|programmes?|programs?|framework|priorities|vision|ambitions|cynllun)\b",
    re.IGNORECASE,
)
LOCATIVE = re.compile(
    rf"\b(?:in|for|of|across|throughout)\s+((?:[{CAPITAL}][\w'’-]+)(?:\s+(?:and|upon|on|with|in)?\s*[{CAPITAL}][\w'’-]+)*)\s*$"
)
LABELLED = re.compile(
    r"^(?:published by|prepared by|publisher|organisation|council)\s*:\s*(?P<name>.+)$", re.IGNORECASE
)
PAGE_WORDS = re.compile(r"\b(?:page|tudalen)\s+\d+", re.IGNORECASE)
WEIGHTS = {"title": 12, "furniture": 6, "heading": 3, "text": 1}
OF_COUNCIL = re.compile(
    r"\bof (?:the )?Council$|\bof the (?:Trust|Partnership|Authority|Police|Academy|School|College|University)$"
)
LONGEST_NAME = 9  # words of a body's name
LONGEST_PLACE = 4  # words of a place's name behind `City of`
SMALL = ("and", "of", "on", "the", "upon", "for", "in", "with")
CAPITALS = ("NHS", "ICB", "UK", "MAT")
BARS = re.compile(r"\s+[|•·–—]\s+")
LONGEST_BYLINE = 160  # letters
TITLE_LINE = 10  # weight of a title line that is a body's name, beside the name's own weight


class Publisher(NamedTuple):
    """A publisher's name; `inferred` where only a place is named, and no council or other body."""

    name: str
    inferred: bool


def publisher(texts: Sequence[Text]) -> Publisher | None:
    """The body named most prominently; a place that headings end in where no body is named there."""
    _, place = _bodies()
    tally = Counter[str]()
    bodies: set[str] = set()
    for text in texts:
        weight = WEIGHTS[text.place]
        plain = PAGE_WORDS.sub(" ", _lowered(_unmarked(text.text)))
        if labelled := LABELLED.match(plain):
            return Publisher(" ".join(labelled["name"].split()), False)
        if text.place == "title" and names_a_body(plain):
            bodies.add(name := " ".join(plain.split()).removeprefix("The "))
            tally[name] += TITLE_LINE
        found = _placed(plain)
        whole = _before_its_state(plain)
        if not found and (text.place != "text" or _is_byline(plain) or whole != plain):
            parts = [" ".join(part.split()).removeprefix("The ") for part in BARS.split(whole)]
            found = [name for part in parts if is_of_a_place(name := _before_its_plan(part))]
        bodies.update(found)
        tally.update(dict.fromkeys(found, weight))
        if not found:
            tally.update(dict.fromkeys(set(place.findall(plain)), weight))
        elif weight == 1:
            tally.update(dict.fromkeys(set(place.findall(plain)), 1))
        if text.place != "text" and (end := LOCATIVE.search(plain)) and not _names_a_post(plain):
            tally[end[1]] += 1
    if not tally:
        return None
    best = max(tally.values())
    name = next(name for name in tally if tally[name] == best)
    return Publisher(name, name not in bodies)


def _is_byline(line: str) -> bool:
    """True for names between bars, `London Borough of Elmbridge · Housing Strategy · 30 June 2025`, also in small print
    that is no heading."""
    return len(line) <= LONGEST_BYLINE and BARS.search(line) is not None


def _placed(line: str) -> list[str]:
    """The bodies that a line names; none that any place has: `City Council`, `Leader of the Council`."""
    body, _ = _bodies()
    names = (_once(" ".join(name.split()).removeprefix("The ")) for name in body.findall(line))
    kinds = vocabulary.load("publishers")["bodies"]["kinds"]
    return [name for name in names if not OF_COUNCIL.search(name) and not {*name.split()[:-1]} <= {*kinds}]


def _once(name: str) -> str:
    """A name without what stands before it in another language, `Sir Dyffryn Aled Dyffryn Aled County Council`: the
    place that both name is said twice."""
    words = name.split()
    said_again = (
        k + length
        for k in range(len(words))
        for length in range(1, (len(words) - k) // 2 + 1)
        if words[k : k + length] == words[k + length : k + 2 * length]
    )
    return " ".join(words[next(said_again, 0) :])


def _names_a_post(line: str) -> bool:
    """True for a line that says who someone is: `Report of the Director of Place and Economy`."""
    titles = vocabulary.load("posts")["titles"]
    words = vocabulary.plain(line).split()
    return not {*titles["anywhere"], *titles["leading"]}.isdisjoint(words)


def _unmarked(line: str) -> str:
    """A line without the marking of who may read it."""
    for marking in vocabulary.load("publishers")["bodies"]["markings"]:
        if line.startswith(marking):
            return line.removeprefix(marking).lstrip(" -–—:|")
    return line


def _lowered(line: str) -> str:
    """A line of capitals as names are written: `HARROWBY BOROUGH COUNCIL` is Harrowby Borough Council."""
    if not line.isupper():
        return line
    words = (w if w in CAPITALS else w.lower() if w.lower() in SMALL else w.title() for w in line.split())
    return " ".join(words)


def name_of(texts: Sequence[Text]) -> str | None:
    """The name of the publisher that a document names."""
    found = publisher(texts)
    return found.name if found else None


@lru_cache(maxsize=1)
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = vocabulary.load("publishers")
    word = rf"[{CAPITAL}][\w'’.-]+"
    bodies = data["bodies"]
    place = rf"(?!{_any(bodies['plans'])}\b|Police\b){word}"
    behind = rf"(?:{_any(bodies['placed'])})\s+for\s+(?:the\s+)?{place}(?:\s+(?:(?:and|&)\s+)?{place}){{0,3}}"
    endings = [ending for ending in bodies["endings"] if ending not in bodies["foreign"]]
    kind = rf"(?:{behind}|{_any(endings)})(?<!Council Council)(?!,? (?:Fire )?and Crime\b)"
    body = rf"\b((?:{word}\s+(?:(?:and|of|upon|on|the|with|in|&)\s+){{0,2}}){{1,5}}{kind})\b"
    return re.compile(body), re.compile(rf"\b({_any(data['places']['names'])})\b")


def _any(names: Sequence[str]) -> str:
    """A pattern of names, the longest of them first."""
    return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"


def names_a_body(line: str) -> bool:
    """True for a title line that is a body's name and nothing else: no plan, no review, no year, no sentence."""
    other = PLAN_WORDS.search(line) or cycles.REVIEW_WORDS.search(line) or any(c.isdigit() for c in line)
    if other or len(line.split()) > LONGEST_NAME or line.rstrip().endswith("."):
        return False
    if _kinds().search(line) is None:
        return False
    body, _ = _bodies()
    return bool(_placed(line)) or body.search(line) is None


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    """What the names of bodies end in, as whole words: a `Councillor` is no council."""
    endings = vocabulary.load("publishers")["bodies"]["endings"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, endings))})(?!\w)")


def _before_its_plan(part: str) -> str:
    """What stands before a plan's or a review's name on its line: `City of Larkmoor` of `City of Larkmoor Improvement
    Plan`, `Larkmoor County` of `Larkmoor County Performance Dashboard`."""
    bodies = vocabulary.load("publishers")["bodies"]
    words = part.split()
    opened = next((k for k, word in enumerate(words) if word in bodies["plans"]), 0)
    what = PLAN_WORDS.search(part) or cycles.REVIEW_WORDS.search(part)
    named = opened and what and words[opened - 1] not in bodies["titles"]
    return " ".join(words[:opened]).rstrip(" :,–—-") if named else part


def _before_its_state(line: str) -> str:
    """The body of a line that names it and its state, and nothing else: `Larkmoor County, Minnesota`."""
    name, comma, state = line.strip().rpartition(",")
    known = comma and state.strip() in vocabulary.load("publishers")["bodies"]["states"]
    return name if known and is_of_a_place(name.removeprefix("The ")) else line


def is_of_a_place(part: str) -> bool:
    """True for a body's name by its first words, or by its last: `Larkmoor County`."""
    if opens_as_body(part):
        return True
    bodies = vocabulary.load("publishers")["bodies"]
    *place, last = part.split() or [""]
    named = (
        last in bodies["closings"]
        and 0 < len(place) <= LONGEST_PLACE
        and place[0] not in bodies["prepositions"]
    )
    return named and all(word[0].isupper() or word in SMALL for word in place)


def opens_as_body(part: str) -> bool:
    """True for a body's name by its first words: `City of Larkmoor`."""
    openings = vocabulary.load("publishers")["bodies"]["openings"]
    name = part.strip().removeprefix("The ")
    place = next((name.removeprefix(o).split() for o in openings if name.startswith(f"{o} ")), [])
    other = PLAN_WORDS.search(name) or cycles.REVIEW_WORDS.search(name)
    return 0 < len(place) <= LONGEST_PLACE and not other and all(w[0].isupper() or w in SMALL for w in place)
