"""What the heading of an item says of it: an end that is to be reached, what is wrong, what comes of it."""

from __future__ import annotations

from normalise.language import nouns, vocabulary, words

LONGEST = 5  # words of a heading that names an end


def is_end(heading: str) -> bool:
    """True for a heading that says what is to be reached, not what is done for it."""
    return not words.shades()["ends"].isdisjoint(vocabulary.plain(heading).split())


def ends_in_end(heading: str) -> bool:
    """True for a heading of few words that names an end of some kind, `Equality objective`, and nothing beside it."""
    said = vocabulary.plain(heading).split()
    return 1 < len(said) <= LONGEST and said[-1] in words.shades()["ends"] and not nouns.is_beside(heading)


def is_need(heading: str) -> bool:
    """True for a heading that says what is wrong; beside another of what is done it is what that is done for."""
    said = f" {vocabulary.plain(heading)}"
    return any(said.endswith(f" {need}") for need in words.shades()["needs"])


def is_description(heading: str) -> bool:
    return vocabulary.plain(heading) in words.shades()["describing"]


def is_upper(heading: str) -> bool:
    """True for an item that gathers others by its name: `Strategic action`, `Improvement area`."""
    said = vocabulary.plain(heading).split()
    return not words.shades()["upper"].isdisjoint(said[:1]) or said[-1:] == ["area"]


def is_product(heading: str) -> bool:
    return vocabulary.plain(heading) in words.shades()["products"]


def is_welsh(heading: str) -> bool:
    """True for a heading of a report's Welsh column, beside which the same stands in English."""
    return vocabulary.plain(heading) in vocabulary.load("headings")["languages"]["welsh"]
