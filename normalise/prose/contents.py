"""Headings that say what kind of rows stand below them, and name nothing."""

from __future__ import annotations

from normalise.language import vocabulary


def says_contents(text: str) -> bool:
    """True for a caption, and for a heading that only says what kind of rows stand below it."""
    words = vocabulary.plain(text).split()
    said = vocabulary.load("headings")["chapters"]
    return words[:1] in [[word] for word in said["captions"]] or all(
        word in said["contents"] or word.isdigit() for word in words
    )
