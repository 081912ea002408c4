"""What a column holds, where that gives a heading a role which its words alone do not: `ADP ref` over codes, a `Q2
trajectory` of figures, which is no direction, a `Prior period` that names one and tells no figure, `What we want` over
numbered objectives, `Chief Officer` over names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from normalise.columns import content, figure_heads, row_counts, unnamed
from normalise.columns.levels import MERGED
from normalise.language import item_heads, moments, nouns, people, references, vocabulary, words
from parsers.block import Cell

FEW = 2  # names that a column of people has at least
MOST_WORDS = 6  # of a heading that says who leads
LONGEST = 4  # words of a heading that names what its codes refer to: `Annual delivery plan ref`
DOTTED = re.compile(r"[A-Z]{0,4}\d{1,2}\.\d{1,3}[.:)]?\s+[^\W\d_]")  # `1.1 Homes`
BELONGING = ("priority", "activity", "group", "plan")  # roles of what several rows belong to
PEOPLE = 40.0  # characters on average up to which a column may name people
UNSAID = ("", "complete")  # roles by which a heading does not say that its column names no people
NEARLY_ALL = 0.9  # share of a column's texts that name people where its heading says nothing of them


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles corrected by what the columns hold."""
    found = list(roles)
    for col, role in enumerate(roles):
        if role == "direction" and _is_path(below[col]):
            found[col] = ""
        if role == "previous" and _are_periods(below[col]):
            found[col] = ""
        if role == "action" and "indicator" in roles and content.are_figures(below[col]):
            found[col] = ""  # `What we planned` of 95% is no more than the aim of the indicator beside it
    numbers = _of_codes(headings, found, below) or _beside_merged(headings, found, below)
    for col in numbers or row_counts.found(headings, found, below):
        found[col] = "ref"
    found = list(numbered(found, below))
    for col in _belonged_to(headings, found, below):
        found[col] = "activity"
    for col in _of_parts(found, below):
        found[col] = "activity"
    for col in _of_people(headings, found, below):
        found[col] = "lead"
    for col in _of_outcomes(headings, found, below):
        found[col] = ""
    return tuple(figure_heads.told(headings, found, below) if "indicator" in found else found)


def numbered(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles with the rows' numbers, where it is known which column says what is done: `Line`."""
    columns = _of_numbers(roles, below)
    return tuple("ref" if col in columns else role for col, role in enumerate(roles))


def _of_parts(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column that is headed as priorities and names parts of them, each by a number of several (`1.1 Homes`), where
    no other says what the rows belong to."""
    if "activity" in roles or "action" not in roles:
        return []
    texts = {col: [c.text for c in below[col] if c.text] for col, r in enumerate(roles) if r == "priority"}
    return [col for col, said in texts.items() if said and all(DOTTED.match(text) for text in said)][:1]


def _of_people(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column headed by a person of any kind, `Chief Officer` or `Action holder`, where no other says who leads, or
    the only one that names people and nothing else, `Resource`."""
    if "lead" in roles or {"action", "activity"}.isdisjoint(roles):
        return []
    people = vocabulary.load("headings")["heads"]["lead"] + vocabulary.load("headings")["shades"]["holders"]
    named = [
        col
        for col, heading in enumerate(headings)
        if not roles[col]
        and len(said := vocabulary.plain(heading).split()) <= MOST_WORDS  # `Objective 2: Serve all in person`
        and said[-1:] in [[word] for word in people]
    ]
    short = [
        col for col in named if 0 < _length(below[col]) <= PEOPLE and not content.are_figures(below[col])
    ]
    headed = [col for col in short if not content.are_dates(below[col])][:1]
    if headed:
        return headed
    named = [k for k, heading in enumerate(headings) if heading and _may_lead(roles, k, heading)]
    naming = [col for col in named if are_people(below[col])]
    return naming if len(naming) == 1 else []


def _may_lead(roles: Sequence[str], col: int, heading: str) -> bool:
    """True for a heading that no vocabulary knows, for `Completed by`, and for `Name` beside what is done."""
    known = roles[col] not in UNSAID and not (roles[col] == "action" and roles.count("action") > 1)
    return not known and not nouns.is_no_field(heading, vocabulary.plain(heading))


def are_people(column: Sequence[Cell]) -> bool:
    """True for a column of which nearly every text is a person's name, or a post's, and not one for all rows."""
    texts = [c.text for c in column if c.text]
    if len({*texts}) < FEW or not all(text[0].isupper() for text in texts):
        return False
    named = sum(people.is_person(text) or people.ends_as_post(text) or _is_post_of(text) for text in texts)
    return named >= NEARLY_ALL * len(texts)


def _is_post_of(text: str) -> bool:
    return people.titles_of().match(text) is not None


def _of_outcomes(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column right of the action that tells each row's own outcome, headed as one or in sentences where no other
    tells its progress: nothing that a row belongs to stands so."""
    if "action" not in roles:
        return []
    action = roles.index("action")
    rows = len([c for c in below[action] if c.text])
    right = [k for k in range(action + 1, len(roles)) if roles[k] == "activity"]
    told = "progress" not in roles
    own = (k for k in right if item_heads.is_end(headings[k]) or (told and content.is_told(below[k])))
    return [col for col in own if 1 < rows <= len({c.text for c in below[col] if c.text})][:1]


def _length(column: Sequence[Cell]) -> float:
    return mean([len(c.text) for c in column if c.text] or [0])


def _are_periods(column: Sequence[Cell]) -> bool:
    """True for cells that name a time each, and no figure."""
    texts = [c.text for c in column if c.text]
    return bool(texts) and all(map(moments.is_bare, texts))


def _is_path(column: Sequence[Cell]) -> bool:
    """True for figures without a sign, none of which says how far something went up or down."""
    signed = any(c.marks or c.text.lstrip()[:1] in ("+", "-", "−", "–") for c in column)
    return not signed and content.are_figures(column)


def _of_codes(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The one column whose heading ends in a word for references, and whose cells print a code each."""
    if "ref" in roles:
        return []
    referring = words.shades()["referring"]
    named = [vocabulary.plain(heading).split() for heading in headings]
    columns = [
        col
        for col, parts in enumerate(named)
        if not roles[col] and 1 < len(parts) <= LONGEST and parts[-1] in referring
    ]
    coded = [col for col in columns if content.are_references(below[col])]
    return coded[:1]


def _beside_merged(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> list[int]:
    """The column that numbers the rows, under a heading merged over it and what these belong to: `Priority` over a
    priority for several rows and `(a)`, `(b)`, `(c)` beside it."""
    if "ref" in roles:
        return []
    pairs = [
        col + 1
        for col, role in enumerate(roles[:-1])
        if role in BELONGING and (headings[col], role) == (headings[col + 1], roles[col + 1])
    ]
    counts = [sum(bool(c.text) for c in column) for column in below]
    return [
        col
        for col in pairs
        if counts[col] >= MERGED * counts[col - 1] > 0
        if content.count_rows(below[col]) and not content.count_rows(below[col - 1])
    ][:1]


def _of_numbers(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The first column, where it numbers the rows, with codes or counting, and no heading says so: `Line`."""
    done = next((col for col, role in enumerate(roles) if role in ("action", "activity")), 0)
    if "ref" in roles or not done or roles[0] or not content.are_references(below[0]):
        return []
    numbers = [c.text.rstrip(".") for c in below[0] if c.text]
    counted = (
        all(int(b) == int(a) + 1 for a, b in pairwise(numbers)) if all(map(str.isdigit, numbers)) else True
    )
    return [0] if counted else []


def _belonged_to(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns that name what a row belongs to, where no heading in the vocabulary does."""
    figured = (
        "indicator" in roles and "action" not in roles
    )  # beside actions it says when they have succeeded
    found: list[int] = [] if figured else _of_wants(headings, roles, below)
    if not found and "activity" not in roles and "indicator" not in roles:
        found = _of_activities(roles, below)
    if not found and "activity" not in roles:
        found = _of_ends(headings, roles, below)
    return found


def _of_wants(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column headed by what is wanted, `Aim` or `What we want to achieve`, over texts left of what is done for it:
    one word or two would say which way a figure should go."""
    wants = words.shades()["wants"]
    items = (
        k for k, role in enumerate(roles) if role in ("action", "activity") or unnamed.says_done(headings[k])
    )
    done = next(items, len(roles))
    columns = [
        col
        for col in range(done)
        if roles[col] in ("", "good_is") and vocabulary.plain(headings[col]) in wants
    ]
    texts = {col: [len(c.text) for c in below[col] if c.text] for col in columns}
    # a page may have no more than the rest of a column that is merged, or left blank, over all of its rows
    return [col for col, lengths in texts.items() if mean(lengths or [content.NAME]) >= content.NAME][:1]


def _of_activities(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The one column without a role whose every cell opens with what it numbers, `Objective 1.1 Homes for all`, or left
    of the actions with a number of its own, `1 Homes for all`."""
    actions = roles.index("action") if "action" in roles else 0
    # what begins small is the rest of a text that a page's end cut
    texts = ([c.text for c in column if c.text and not c.text[0].islower()] for column in below)
    return [
        col
        for col, (role, said) in enumerate(zip(roles, texts, strict=True))
        if not role and len(said) > 1 and (_are_worded(said) or (col < actions and _are_counted(said)))
        if not content.are_listed(below[col])
    ][:1]


def _of_ends(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The last column left of the actions whose heading ends in a word for what is to be reached, whatever else it says
    (`Equality objective`), over texts."""
    left = range(roles.index("action") if "action" in roles else 0)
    named = [k for k in left if not roles[k] and item_heads.ends_in_end(headings[k])]
    return [col for col in named if _length(below[col]) >= content.NAME][-1:]


def _are_worded(texts: Sequence[str]) -> bool:
    return all(map(references.worded, texts))


def _are_counted(texts: Sequence[str]) -> bool:
    return references.series(texts) is not None or all(map(references.leading_reference, texts))
