"""How the name of a plan or strategy ends: `Homes Strategy 2024-2028`, `Plan (April 2016)`."""

from __future__ import annotations

import re

NOUNS = "Plan|Strategy|Framework|Programme|Pathway|Statement|Policy|Charter|Protocol|Agreement|Review|Roadmap"
YEARS = r"(?:\s+\d+\s*[-–]\s*\d+)?(?:\s*\([^)]*\)|,?\s+20\d\d\s*[-–/]\s*(?:20)?\d\d)?"
ENDS = re.compile(rf"\b(?:{NOUNS}){YEARS}$")


def complete(text: str) -> bool:
    """True for a text that ends as a plan's name does."""
    return ENDS.search(text) is not None
