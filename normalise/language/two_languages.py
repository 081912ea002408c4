"""Names of bodies that a cover prints in another language and in English, in one heading."""

from __future__ import annotations

from normalise.language.words import load
from parsers.block import Heading


def bodies(block: Heading) -> list[str]:
    """The lines of a body's name in another language and of its name in English, which one heading holds; else none."""
    words = load("publishers")["bodies"]
    lines = [line.text for line in block.lines]
    told = [any(opening in line.split() for opening in words["foreign"]) for line in lines]
    cut = next((k for k in range(1, len(lines)) if told[k] != told[0]), 0)
    if not cut or set(told[:cut]) & set(told[cut:]):
        return []
    parts = [" ".join(lines[:cut]), " ".join(lines[cut:])]
    english = parts[told[0]]
    return parts if any(english.endswith(ending) for ending in words["endings"]) else []
