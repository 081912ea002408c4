"""Ways that figures go: better, worse or the same, as words say it."""

from __future__ import annotations

import re

from normalise.language import vocabulary

#: what a figure is held against, and no way: `better than in the same quarter last year`
AGAINST = re.compile(r"\b(?:than|against|on|over) (?:in |at |for )?the same \w+")
#: and what it was before: `than the month before`, `than last year`, `since Quarter 1`
SINCE = re.compile(
    r"\b(?:than|since|on|from|with) (?:(?:at|in|the|that|those|of|for|same) )*"
    r"(?:last|previous|prior|before|(?:month|quarter|term|year|period|time|review|report) (?:before|ago)"
    r"|q[1-4]|quarter)\b"
)


def since(words: str) -> bool:
    """True for words that hold something against an earlier time."""
    return SINCE.search(vocabulary.plain(words)) is not None


def said(words: str) -> str | None:
    """What words say of the way something goes; None where they say nothing, or say what it does not."""
    plain = AGAINST.sub("", vocabulary.plain(words))
    said: dict[str, list[str]] = vocabulary.load("values")["direction"]
    if plain == "steady":  # but `Steady improvement`
        return "same"
    found = [way for way in ("better", "worse", "same") if any(stem in plain for stem in said[way])]
    denied = found != ["same"] and set(plain.split()) & set(said["denied"])
    return found[0] if len(found) == 1 and not denied else None
