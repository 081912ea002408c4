"""Leads: the names or posts of one cell, one each."""

from __future__ import annotations

import re

from normalise.profile import in_force

SURE = re.compile(r"\s*/\s*|\s*;\s*|\n+")  # separators that no name or post holds
LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+&\s+|\s+and\s+")
PERSON = re.compile(
    r"(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Sir|Prof|Rev)\.?\s+)?[A-Z][\w'’.-]*(?:\s+(?:de|van|von|der|Mc|Mac))?(?:\s+[A-Z][\w'’-]*){1,2}"
)
POST_WORDS = re.compile(
    r"\b(?:head|director|manager|officer|lead|service|services|team|council|chief|executive|assistant|corporate|deputy|housing|"
    r"policy|planning|finance|health|care|education|community|communities|economy|growth|environment|adults?|children|resources|public|"
    r"partnership|board|trust|group|unit|commissioner|coordinator|principal|strategic|head ?teacher|governors?)\b",
    re.IGNORECASE,
)


def leads(text: str) -> tuple[str, ...]:
    """Names in printed order. A comma or `and` parts names only where every part is a person's name."""
    names: list[str] = []
    for separator in in_force().separators:
        text = text.replace(separator, "\n")
    for part in SURE.split(text):
        pieces = [p for p in LIST.split(part) if p]
        people = len(pieces) > 1 and all(is_name(p) for p in pieces)
        names.extend(pieces if people else [part])
    return tuple(n.strip(" ,").removeprefix("• ").strip() for n in names if any(c.isalpha() for c in n))


def is_name(text: str) -> bool:
    """True for a person's first and last name, with or without a title; False for a post."""
    return PERSON.fullmatch(text) is not None and POST_WORDS.search(text) is None
