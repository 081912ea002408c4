"""The words of a key's line: its label, its definition, and the status that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalise.language import phrases, vocabulary
from normalise.language.phrases import GOOD, Said
from normalise.review import SCALE
from normalise.signs import scale

DASH = re.compile(r"\s+[–—-]\s+|\s*[:=]\s+|\s+[–—]|[–—]\s+")
#: what stands between a sign and its words
OPENED = re.compile(r"^\s*[=–—:-]\s+(?=\S)")
OPENING = 4  # words of a status
#: a colour's word and a label between two dashes
COLOURED = re.compile(r"(?:^|\s)[–—-]\s+([A-Z][a-z]+)\s+([A-Z][^–—]{2,60}?)\s+[–—-]\s")
CLAUSE = re.compile(r"[,.;]")


def parted(words: Sequence[str]) -> tuple[str, str]:
    """Label and definition: two cells, or one text with a dash or colon between them.

    A label that is only a letter or a colour's word (`Green = on track`) gives way to what stands behind it,
    and so does the colour's word before the name of a status (`Green Completed`).
    """
    label, definition = split(words)
    colour, _, rest = label.partition(" ")
    rest = OPENED.sub("", rest)
    status = phrases.status_of(rest) if len(colour) > 1 and vocabulary.colour_word(colour) else None
    if status and not scale.apart(scale.usual(vocabulary.colour_word(colour)) or "", status):
        return rest, definition
    token = len(label) == 1 or all(vocabulary.colour_word(part) for part in re.split(r"\s*[/-]\s*", label))
    if not token or not definition:
        return label, definition
    clause, _, rest = definition.partition(" – ")
    return clause.rstrip(" .;,"), rest


def split(words: Sequence[str]) -> tuple[str, str]:
    """What stands before and behind the first dash or colon, or in the first and in the other cells."""
    words = [OPENED.sub("", text) for text in words]
    if len(words) > 1:
        return words[0], " ".join(words[1:])
    parts = DASH.split(words[0], maxsplit=1)
    return (
        (parts[0].strip(), parts[1].strip()) if len(parts) == 2 and parts[0].strip() else _unglued(words[0])
    )


def _unglued(text: str) -> tuple[str, str]:
    """A status's name and what it means where nothing parts two cells of a line but that the second begins anew: `Going
    to plan On time`. `On Track` and `Completed Late` are names, and so is one in two languages."""
    label, words = opened(text)
    second = words.split()[1:2]
    anew = words[:1].isupper() and second and second[0].islower() and " ".join((label, words)) == text
    return (label, words) if label and anew and not label.endswith("/") else (text, "")


def with_dash(text: str, label: str) -> str:
    """A line whose label is told by its bold letters alone, with a dash behind it as other keys have."""
    rest = text.removeprefix(label).strip()
    if not label or not text.startswith(label) or not rest[:1].isalnum() or DASH.search(label):
        return text
    return f"{label.strip()} – {rest}"


def holds_another(definition: str) -> bool:
    """True for words with those of another line among them: ` – Red Behind or not happening – ...`."""
    found = COLOURED.findall(definition)
    return any(vocabulary.colour_word(colour) and phrases.status_of(label) for colour, label in found)


def opened(definition: str) -> tuple[str, str]:
    """A definition's first words where they name a status by themselves, as many as do, and what stands behind them."""
    words = definition.split()
    for k in range(min(OPENING, len(words)), 0, -1):
        if phrases.status_of(" ".join(words[:k])):
            return " ".join(words[:k]), " ".join(words[k:]).lstrip(" ,;:–—-")
    return "", definition


def said(label: str, definition: str) -> Said:
    """What an entry's words mean: its label and what its definition says together."""
    if whole := _whole(label, definition):
        return Said(whole, plain=True)
    clause = _first_clause(definition)
    named = _named(label)
    # `Behind schedule: the milestone has been missed` is no worse for that; `In progress: the action is delayed` is
    meaning = _named if named in (None, "on_schedule") else phrases.status_of
    meant = meaning(clause) or meaning(definition) or (_how(definition) if is_under_way(label) else None)
    if named == "completed" and meant == "on_schedule" and scale.meets_target(definition):
        return Said(meant, plain=True)  # `Met: target met or exceeded`, of a figure: nothing is over
    opened = Said(named, plain=True) if named else phrases.opening(predicate(label))
    if opened.status and meant:  # `In progress - delayed` is delayed
        both = phrases.together(opened.status, meant)
        return Said(both, plain=opened.plain and both is not None, reserved=both is None)
    if meant and not opened.reserved:
        return Said(meant, plain=True)
    return opened if opened.status or opened.reserved else phrases.opening(predicate(definition))


def _how(definition: str) -> str | None:
    """How what is under way goes, by the first words behind it: `delayed` of `delayed: a new date has been agreed`."""
    status = phrases.status_of(opened(definition)[0])
    return status if status in SCALE and status != "completed" else None


def _first_clause(definition: str) -> str:
    """A definition's first clause; one that goes on with a `but` is none without it: `Started, but running late`."""
    clause, *rest = CLAUSE.split(definition, maxsplit=1)
    goes_on = rest and phrases.CONCEDING.match(f" {vocabulary.plain(rest[0])} ")
    return definition if goes_on else clause


def is_step(label: str) -> bool:
    """True for a label that is a word of degree and no status by itself: `Stalled`."""
    return _named(label) is None and (scale.is_step(label) or scale.is_step(predicate(label)))


def contradicting(label: str, definition: str, status: str) -> str | None:
    """The status that a definition names as a whole and that the label excludes: `Behind schedule: going well`; None
    where they go together. `status` is that of the line; what is done may be late, and what is under way too."""
    named = status if is_step(label) else _named(label)
    meant = None if _whole(label, definition) else _named(definition)
    if named is None or meant is None or named == meant or "unknown" in (named, status):
        return None
    if named in SCALE and named not in GOOD and meant not in SCALE:
        return meant
    late = meant in SCALE and (named == "completed" or is_under_way(label))
    as_planned = named == "not_started" and meant == "on_schedule"
    return meant if (named in GOOD) != (meant in GOOD) and not late and not as_planned else None


def _whole(label: str, definition: str) -> str | None:
    """The status that a label and what goes on behind it name as one phrase: `Closed` and `no longer required`."""
    return phrases.whole(f"{label} {definition}") if label and definition else None


def is_under_way(label: str) -> bool:
    """True for a label that says no more than that something has begun: `In progress`."""
    return vocabulary.plain(label) in vocabulary.load("statuses")["degree"]["under_way"]


def predicate(words: str) -> str:
    """What a sentence says of the thing that is rated: `on track` of `The commitment is on track`."""
    return words[found.end() :] if (found := _subject().match(words)) else words


def is_said_of(words: str) -> bool:
    """True for words that say something of the thing that is rated: `The step is late`, `will be met by December`."""
    opening, _, rest = vocabulary.plain(words).partition(" ")
    return predicate(words) != words or (
        bool(rest) and opening in vocabulary.load("statuses")["subject"]["verbs"]
    )


def _named(words: str) -> str | None:
    """The status that words name, or the first side of a stroke where the other names no other one."""
    named = phrases.status_of(words) or phrases.status_of(predicate(words))
    first, *others = map(phrases.status_of, words.split("/"))
    return named or (first if {*others} <= {first, None} else None)


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    nouns = "|".join(vocabulary.load("statuses")["subject"]["nouns"])
    copula = r"(?: (?:is|are|was|were|has been|have been|has|have)(?! to\b))?"
    return re.compile(rf"(?:(?:the|this|an?|our) )?(?:{nouns})s?(?: that| which)?{copula}\s+", re.IGNORECASE)
