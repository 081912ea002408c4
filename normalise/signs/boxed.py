"""Boxes before names, one of them ticked, as a form lists what may be chosen: `☐ Completed ☒ In progress`."""

from __future__ import annotations

import re

from normalise.language import phrases

#: also the letters of symbol fonts that look so
EMPTY, TICKED = "☐□▢⬜◻\uf0a8\uf06f\uf0a3", "☑☒⊠■✅⬛◼✓✔✗✘\uf0fe\uf0fd\uf052\uf053\uf054"
CHOICE = re.compile(rf"(?P<box>[{EMPTY}{TICKED}])\s*(?P<words>[^{EMPTY}{TICKED}]+)")
LEAST = 2  # boxes before names of statuses


def choices(text: str) -> list[tuple[str, str]]:
    """The boxes of a text with the names behind them."""
    return [(found["box"], " ".join(found["words"].split())) for found in CHOICE.finditer(text)]


def are_statuses(text: str) -> bool:
    """True for nothing but boxes and names, some of which are those of statuses, no two of them ticked."""
    if not any(box in text for box in EMPTY):
        return False
    told = choices(text)
    named = sum(phrases.status_of(words) is not None for _, words in told)
    whole = not CHOICE.sub("", text).strip()
    return whole and named >= LEAST and sum(box in TICKED for box, _ in told) < LEAST


def chosen(text: str) -> str:
    """The name behind the ticked box; "" where none is."""
    return next((words for box, words in choices(text) if box in TICKED), "")
