"""Headings that go on in the next line although it had room there: their box is narrower than the page's text, or their
lines are balanced. Their words tell."""

from __future__ import annotations

import re

from parsers.text import compounds, wording

LEAST = 4  # words of a line that is no label
CLOSED = (".", ":", ";", "?", "!")
#: opens an item of its own: `2.3 Homes`, `4. Homes`, `(b) homes`, `lead officer: A N`
OPENS = re.compile(r"\(?(?:(?:[A-Za-z]|[ivx]{1,4}|[A-Z]?\d{1,3}[a-z]?)[.:)]|\d+\.\d|[\w ]{1,25}:)")


def goes_on(before: str, text: str) -> bool:
    """True where a line ends with a word that no heading ends with, or inside brackets, or the next one begins small
    or with a bracket."""
    words = before.split()
    if len(words) < LEAST or before.endswith(CLOSED) or OPENS.match(text):
        return False
    cut = before.endswith((",", "-", "–", "&", "/")) or wording.in_brackets(before, text)
    small = text[:1].islower() and not text[1:2].isupper()  # `iCare`
    return cut or small or text.startswith("(") or words[-1].lower() in compounds.of("leading_on")
