"""Words as they are compared, and what the TOML beside this module says of headings."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

#: letters that open a name, those of Irish, Welsh, Māori and Polish among them; within brackets of a pattern
CAPITAL = "A-ZÀ-ÖØ-ÞĀĒĪŌŪŁŚŴŶ"
NOTE_SIGNS = "⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰ"  # digits and letters that stand raised
RAISED = re.compile(f"[{NOTE_SIGNS}]+")  # marks of footnotes
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
SHORT_NOT = "n't"  # `won't`, `isn't`


@lru_cache(maxsize=8)
def load(name: str) -> dict[str, Any]:
    """A vocabulary file of this floor as parsed TOML."""
    return tomllib.loads(resources.files("normalise").joinpath(f"data/{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower-case words with single blanks, without brackets' content, punctuation and notes: to compare them. A short
    `not` is whole: `won't` says what `will not` says."""
    words = RAISED.sub("", BRACKETS.sub(" ", text)).lower().replace("’", "'")
    if SHORT_NOT in words:
        words = words.replace("won't", "will not").replace("can't", "cannot").replace(SHORT_NOT, " not")
    spaced = re.sub(r"[^\w%&']+", " ", words)
    return " ".join(spaced.replace("%", " percent ").replace("_", " ").split())


def unbracketed(text: str) -> str:
    """Words to compare, with those in brackets: `Target (date)` is a date."""
    return plain(text.translate(str.maketrans("()[]", "    ")))


@lru_cache(maxsize=1)
def headings() -> dict[str, str]:
    """Every known heading with its role; the first role that lists a heading has it."""
    roles = load("headings")["roles"]
    return {synonym: role for role in reversed(roles) for synonym in roles[role]}


def known(words: str) -> str | None:
    """The role of a heading that is listed just so."""
    return headings().get(words)


@lru_cache(maxsize=1)
def shades() -> dict[str, frozenset[str]]:
    """Words that give a heading of several words its role, by what they are."""
    return {name: frozenset(words) for name, words in load("headings")["shades"].items()}


@lru_cache(maxsize=1)
def neutral() -> frozenset[str]:
    """Words that may stand before or behind a known heading without changing what it means."""
    return frozenset(load("headings")["neutral"]["words"])
