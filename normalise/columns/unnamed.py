"""The column that says what is done, where no heading that is known names it: by what stands below and beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import mean

from normalise.columns import content
from normalise.language import item_heads, nouns, people, vocabulary, words
from normalise.prose.texts import priority
from parsers.block import Cell

#: up to when something is wanted
BY = re.compile(r" (?:by|in|for|during|before|this)(?: \w+){0,4}$")
SHORT = 2  # words of a heading that may name an aim of several things that are done
LONGEST = 5  # words of a heading that names what is done
MERGED = 1.5  # rows on average for each text of a column that gathers them
TELLING = 20.0  # characters on average from which a column of an unknown heading can say what is done
OWNED = frozenset(("lead", "due_date"))  # what is said of what is done alone
#: share of a column's texts that are its rows' own
OWN = 0.9
PEOPLE = 0.5  # share of a column's texts that name people or posts where it says who leads


def described(headings: Sequence[str], roles: Sequence[str]) -> list[int]:
    """The column that says what a number stands for, whose heading says no more than that: `Action ID | Details`."""
    told = words.shades()["describing"]
    found = [col for col, role in enumerate(roles) if not role and vocabulary.plain(headings[col]) in told]
    return found if len(found) == 1 else []


def doing(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The first column of texts whose heading names something that is done, beside a rating or a note of it; or that is
    headed as a target and says in sentences what is to be done: `Business target`."""
    if not any(map(rates, roles)):
        return []
    columns = [k for k, role in enumerate(roles) if not role and says_done(headings[k])]
    columns += [k for k, role in enumerate(roles) if role == "target" and content.is_told(below[k])]
    texts = {col: _texts(below[col]) for col in columns}
    return [col for col, own in texts.items() if own and mean(map(len, own)) >= content.NAME][:1]


def gathering(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column left of all that is done whose heading names something that is to be done too, and whose cells are
    merged over several rows: `Mayoral pledge | Action`."""
    if "action" not in roles or not {"activity", "priority"}.isdisjoint(roles):
        return []
    acted = roles.index("action")
    columns = [k for k, role in enumerate(roles[:acted]) if not role and says_done(headings[k])]
    rows = _inked(below[acted])
    return [
        k
        for k in columns
        if any(cell.row_span > 1 for cell in below[k])
        and MERGED * len(_texts(below[k])) <= rows
        and mean(map(len, _texts(below[k]))) >= content.NAME
    ][-1:]


def prioritised(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column without a heading left of all that is done in which each text says that it is a priority, as one that
    is set on its side beside its rows does: `Priority 1: Neglect`."""
    if "priority" in roles:
        return []
    items = [col for col, role in enumerate(roles) if role in ("activity", "action")]
    columns = [k for k in range(min(items, default=0)) if not roles[k] and not headings[k]]
    said = {k: _texts(below[k]) for k in columns}
    return [k for k, own in said.items() if own and all(map(priority, own))][:1]


@lru_cache(maxsize=1024)
def says_done(heading: str) -> bool:
    """True for a heading of few words, in no vocabulary, one of which is a word for what is done: `Climate action`."""
    said = vocabulary.plain(heading).split()
    heads = vocabulary.load("headings")["heads"]
    named = {*heads["action"], *heads["activity"], *words.shades()["doing"]}
    told = (
        len(said) <= LONGEST and not named.isdisjoint(said) and words.shades()["done_with"].isdisjoint(said)
    )
    return told and not nouns.is_beside(heading) and vocabulary.role_of(heading) is None


def is_sure(heading: str) -> bool:
    """True for a heading that names what is done, or what is wanted up to a day, `What we want to achieve by July`:
    where no other can, that column says what each row is."""
    wanted = BY.sub("", vocabulary.undated(heading))
    return (wanted in words.shades()["wants"] and len(wanted.split()) > SHORT) or says_done(heading)


def finer(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], rated: int
) -> int | None:
    """The column that names what is done under the only column of items, which is merged over several rows or says the
    same on them. `rated` is the number of cells of a rating."""
    items = [col for col, role in enumerate(roles) if role in ("activity", "action")]
    if not items or len({headings[col] for col in items}) > 1:
        return None
    merged = (inked := _inked(below[items[0]])) < rated
    if roles[items[0]] == "activity" and merged:
        named = [
            col
            for col, role in enumerate(roles)
            if role in ("", "indicator") and headings[col] and _inked(below[col]) > inked
            if not says_success(headings[col])
        ]
        named = _done_or_hoped(headings, named)
        length = {col: mean(len(cell.text) for cell in below[col]) for col in named}
        longest = max(named, key=lambda col: length[col], default=None)
        return longest if longest is not None and length[longest] >= content.NAME else None
    said = _texts(below[items[0]])
    if (not merged and len({*said}) > OWN * len(said)) or content.are_references(below[items[0]]):
        return None
    own = [
        col
        for col in range(items[-1] + 1, len(roles))
        if can_name(headings[col], roles[col], below[col], rated, hoped=roles[items[0]] == "activity")
    ]
    return next(iter(_done_or_hoped(headings, own)), None)


def _done_or_hoped(headings: Sequence[str], columns: Sequence[int]) -> list[int]:
    """Of columns of texts those whose headings may name what is done, else those for what is to come of it."""
    done = [col for col in columns if not nouns.is_beside(headings[col])]
    return done or [col for col in columns if nouns.is_hoped(headings[col])]


def rival(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> int | None:
    """The column that as well may be what is done, for no heading names that: beside an end (`Objective`) that is taken
    as the action one of an unknown heading with a text of its own on each row, or that end beside its description."""
    acted = [col for col, role in enumerate(roles) if role == "action"]
    ends = [col for col in acted if item_heads.is_end(headings[col])]
    if acted and item_heads.is_description(headings[acted[0]]):
        said = len({*_texts(below[acted[0]])})
        return next(
            (
                k
                for k, role in enumerate(roles)
                if role == "activity"
                and item_heads.is_end(headings[k])
                and len({*_texts(below[k])}) >= OWN * said
            ),
            None,
        )
    rated = max((_inked(below[col]) for col, role in enumerate(roles) if rates(role)), default=0)
    beside = [col for end in ends for col in (end + 1, end - 1) if 0 <= col < len(roles)]
    return next((col for col in beside if can_name(headings[col], roles[col], below[col], rated)), None)


def is_alone(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], known: Sequence[str]
) -> bool:
    """True where the action stands left of who does it or by when and of how it goes, is each row's own and no
    sentence, and nothing beside it can be what is done: whatever its heading, that column says what each row is.
    `known` are the roles that the headings themselves give."""
    acted = [col for col, role in enumerate(roles) if role == "action"]
    told = [col for col, role in enumerate(roles) if role in ("lead", "due_date", "status", "progress")]
    if len(acted) != 1 or acted[0] > min(told, default=-1) or OWNED.isdisjoint(known):
        return False
    texts = _texts(below[acted[0]])
    own = "progress" in roles and len({*texts}) >= OWN * len(texts) and not any(map(_is_said, texts))
    others = (k for k, role in enumerate(roles) if not role)
    return own and not any(can_name(headings[k], "", below[k], 0) for k in others)


def _is_said(text: str) -> bool:
    return text.rstrip().endswith(".")


def rates(role: str) -> bool:
    return role in ("status", "progress") or role.startswith(content.PART)


def can_name(heading: str, role: str, column: Sequence[Cell], rated: int, *, hoped: bool = False) -> bool:
    """True for a column of an unknown heading that has a text of its own on every row, and no one's name; also for one
    of what is `hoped` for."""
    known = role != "indicator" and (role or vocabulary.role_of(heading))
    beside = nouns.is_beside(heading) and not (hoped and nouns.is_hoped(heading))
    if known or not heading or beside or says_success(heading):
        return False
    texts = _texts(column)
    if not texts or len({*texts}) < OWN * len(texts) or len(texts) < OWN * rated:
        return False
    named = sum(people.is_name(text) or people.is_post(text) for text in texts)
    return named < PEOPLE * len(texts) and mean(map(len, texts)) >= TELLING


def says_success(heading: str) -> bool:
    """True for what tells when something that is done has succeeded: `Success measure`."""
    return not words.shades()["success"].isdisjoint(vocabulary.plain(heading).split())


def _texts(column: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in column if cell.text]


def _inked(column: Sequence[Cell]) -> int:
    return sum(bool(c.text or c.marks or c.fill) for c in column)
