"""Columns told by the signs of the document's own key: ratings are the status whatever their heading, no date and no
figure, and in a table whose rows are rated the texts without a heading that is known are what is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from statistics import mean
from typing import NamedTuple

from normalise.columns import content, lights, qualified, signs_of_way, status_words, unnamed, year_parts
from normalise.language import colours, nouns, phrases, vocabulary
from normalise.review import SCALE
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Cell

NEARLY_ALL = 0.9  # share of a column's filled cells that are signs: a stray remark may stand among them
SAMPLE = 8  # cells of which half must be signs before all are looked at
GRADES = 6  # digits of a scale, `0` to `5`
LABELS = 8  # words of a scale
TEXT = 20.0  # characters on average of what is done; names and posts are shorter
#: roles that headings give by their words alone, which ratings below them take back
BY_WORDS = ("due_date", "start_date", "progress")
#: what is told of things done, of the lines of a key is not
OF_ROWS = (
    "ref",
    "lead",
    "group",
    "progress",
    "due_date",
    "start_date",
    "priority",
    "complete",
    "previous_status",
)
#: figures that are measured: a table that has them tells of indicators
MEASURED = ("indicator", "target", "national", "statistical_neighbours", "baseline")
#: what is told of what is done
LED = frozenset(("lead", "due_date", "progress"))
SUCCESS = "measure"  # role of what tells when something that is done has succeeded
#: roles of a column that may say what is done, where it holds texts: `Item`
UNTOLD = ("", "ref")
#: roles that no lights take from a column
KNOWN = ("indicator", "ref", "good_is", "direction", "unit", "period", "previous_status", "priority", "group")
#: the newest of several ratings, and the one before it, as headings of figures name them
TIMES = {"latest": "status", "previous": "previous_status"}
EARLIER = "previous"
AGAINST = frozenset(("against", "versus", "vs"))  # words of a heading that holds a figure against another


class Told(NamedTuple):
    """The role of each column, and the headings that were taken for the action's where no other could be it."""

    roles: tuple[str, ...]
    sure: tuple[str, ...] = ()


def told(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> Told:
    """Roles corrected by which columns hold ratings."""
    found = _with_success(headings, roles, below, keys)
    if (way := signs_of_way.moving(headings, found, below, keys)) is not None:
        found[way] = "direction"
    for k in signs_of_way.rating(found, below, keys):
        found[k] = "status"
    for k, role in enumerate(roles):
        if role == EARLIER and "status" in roles and lights.are_lights(below[k]):
            found[k] = TIMES[EARLIER]
    if not set(found) & {*MEASURED}:
        _rate(headings, found, below, keys)
    elif (col := _rating_of_figures(headings, found, below, keys)) is not None:
        found[col] = "status"
    if set(found) & {*content.ITEMS} or not (
        _is_led(found) or _is_rated(found, below, keys) or _is_marked(headings, found, below, keys)
    ):
        return Told(tuple(found))
    done = _done(headings, found, below)
    for col in done[:1]:
        found[col] = "action"
    return Told(tuple(found), tuple(headings[col] for col in done) if len(done) == 1 else ())


def _with_success(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> list[str]:
    """Roles where what tells when something has succeeded (`Success measure`), behind texts of an unknown heading that
    say what is done and beside no figure of it, is no indicator of its own."""
    items = [col for col, role in enumerate(roles) if role in content.ITEMS]
    told = len(items) == 1 and roles[items[0]] == "indicator"
    if not told or not unnamed.says_success(headings[items[0]]):
        return list(roles)
    found = [SUCCESS if col in items else role for col, role in enumerate(roles)]
    rated = _is_rated(found, below, keys) and {*found}.isdisjoint(content.QUARTERS)
    return found if rated and _done(headings, found, below) else list(roles)


def are_signs(column: Sequence[Cell], keys: Sequence[Key], *, worded: bool = True) -> bool:
    """True for a column of two signs and more, and nearly nothing else: what the key explains, names of colours, words
    on their colours. Without `worded` words of statuses are none."""
    inked = [c for c in column if c.text or c.marks]
    if not inked or min(len(c.text) for c in inked) > content.NARRATIVE:
        return False
    names = {k.token.casefold() for k in keys if k.token}
    names |= {vocabulary.plain(k.entry.label) for k in keys} if worded else set()
    if 2 * sum(_is_sign(c, keys, names) for c in inked[:SAMPLE]) < len(inked[:SAMPLE]):
        return worded and _are_coloured(inked)  # what most columns are found out by
    signs = [c for c in inked if _is_sign(c, keys, names)]
    shown = {(c.text, *(m.identity for m in c.marks), *(m.colour for m in c.marks)) for c in signs}
    of_key = len(signs) >= NEARLY_ALL * len(inked) and len(shown) > 1
    return of_key or (worded and _are_coloured(inked))


def _rate(
    headings: Sequence[str], found: list[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> None:
    if "status" in found:
        for col in (k for k, role in enumerate(found) if role in BY_WORDS):
            found[col] = "" if are_signs(below[col], keys, worded=False) else found[col]
        return
    parted = any(map(year_parts.is_part, found))
    graded = "lead" in found and {*TIMES} <= set(found)
    past = set(vocabulary.load("headings")["times"]["past"])
    for col, role in enumerate(list(found)):
        timed = role in TIMES and graded and _are_grades(below[col])
        headed = headings[col] and not nouns.is_beside(headings[col])  # a bar of signs has no heading
        named = (
            role in TIMES
            or (not role and not parted and headed)
            or (keys and _may_be_labels(col, found, below[col]))
        )
        signed = named and (
            are_signs(below[col], keys) or (not role and status_words.are_statuses(below[col]))
        )
        if timed or signed or (_is_other(col, found) and status_words.are_outcomes(below[col])):
            earlier = past & set(vocabulary.plain(headings[col]).split())
            found[col] = TIMES.get(role) or ("previous_status" if earlier else "status")
    if "status" in found and not parted:
        for col in (k for k, role in enumerate(found) if not role and headings[k]):
            if not nouns.is_beside(headings[col]) and status_words.are_worded(below[col]):
                found[col] = "status"  # which of them says how the rows stand is then asked of each


def _rating_of_figures(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> int | None:
    """The one column of lights or of the key's words beside figures, whatever it is headed (`Performance`, `Against
    target`) or not at all, where no other rates them; of several the one that says that it is against the target."""
    if "status" in roles or any(role.startswith(year_parts.PART) for role in roles):
        return None
    shining = [
        col
        for col, role in enumerate(roles)
        if role not in KNOWN
        and (
            lights.are_lights(below[col])
            or lights.are_shaded(below[col])
            or (_may_rate(headings[col], role) and _are_grounds(below[col], keys))
            or content.are_explained(below[col])
            or (keys and are_signs(below[col], keys))
            or (role == "latest" and roles.count(role) > 1 and _are_labels(below[col], keys))
        )
    ]
    if any(roles[col] in content.QUARTERS for col in shining):
        return None
    past = {*vocabulary.load("headings")["times"]["past"]}
    named = [
        col
        for col in shining
        if past.isdisjoint(vocabulary.plain(headings[col]).split())
        if not nouns.is_beside(headings[col])
        if len(lights.shown(below[col])) > 1
        or _says_target(headings[col])
        or _are_labels(below[col], keys)
        or (_may_rate(headings[col], roles[col]) and _are_grounds(below[col], keys))
        if not lights.are_classes(below[col])
    ]
    against = [col for col in named if _says_target(headings[col])]
    return next(iter(named if len(named) == 1 else against), None)


def _may_rate(heading: str, role: str) -> bool:
    """True for a heading that no figure and no time has: a blank column may be tinted, as next year's are."""
    words = vocabulary.plain(heading).split()
    return not AGAINST.isdisjoint(words) or (not role and not any(c.isdigit() for c in heading))


def _are_grounds(column: Sequence[Cell], keys: Sequence[Key]) -> bool:
    """True for backgrounds of the key without a word, be they of one colour."""
    told = {key.fill for key in keys if key.fill and key.entry.status in SCALE}
    return bool(column) and all(c.fill in told and not c.text and not c.marks for c in column)


def _are_labels(column: Sequence[Cell], keys: Sequence[Key]) -> bool:
    """True for labels of the key in words that rate, and nothing else, be it one."""
    labels = {vocabulary.plain(key.entry.label) for key in keys if key.entry.status in SCALE}
    texts = {vocabulary.plain(c.text) for c in column if c.text}
    return bool(texts) and texts <= labels


def _says_target(heading: str) -> bool:
    return "target" in vocabulary.plain(heading).split()


def _may_be_labels(col: int, roles: Sequence[str], column: Sequence[Cell]) -> bool:
    """True for few words below the heading of an item, `Outcome`, where another column has the items, or below that of
    progress: they may be the labels of a key."""
    if roles[col] != "progress" and not _is_other(col, roles):
        return False
    return all(len(c.text.split()) <= unnamed.LONGEST for c in column if c.text)


def _is_other(col: int, roles: Sequence[str]) -> bool:
    """True below the heading of an item, `Outcome`, or of a figure, `Result`, where another column has the items."""
    others = {*roles[:col], *roles[col + 1 :]}
    return roles[col] in (*content.ITEMS, "latest") and not others.isdisjoint(content.ITEMS)


def _is_rated(roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]) -> bool:
    """True where a column that rates rows holds signs, and no other holds figures."""
    if set(roles) & {*MEASURED, *TIMES} or not set(roles) & {*OF_ROWS}:
        return False
    rating = [below[col] for col, role in enumerate(roles) if role == "status" or year_parts.is_part(role)]
    return any(
        lights.are_ratings([column])
        or lights.are_shaded(column)
        or _are_grades(column)
        or qualified.are_qualified(column)
        or are_signs(column, keys)
        for column in rating
    )


def _is_led(roles: Sequence[str]) -> bool:
    """True where it is told of each row who does it, by when and how it goes, and no figure is."""
    return LED.issubset(roles) and not set(roles) & {*MEASURED, *TIMES}


def _is_marked(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> bool:
    """True where a column without a heading numbers the rows or shows the key's signs, and left of who does it and of
    how it goes stand texts under one heading alone: `1.1 | What the board wished for | Who | What has happened`."""
    if not LED.difference(("due_date",)).issubset(roles) or set(roles) & {*MEASURED, *TIMES}:
        return False
    left = [k for k in range(roles.index("lead")) if not roles[k]]
    if _done(headings, roles, below) != [k for k in left if headings[k]]:
        return False
    bare = [below[k] for k in left if not headings[k]]
    return any(content.are_references(column) or are_signs(column, keys, worded=False) for column in bare)


def _done(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns of texts, one for each row, left of the progress, the longest first; where none is headed as that, as
    they stand, for the longest may be it. Where there is none at all, the only one for what is to come of it."""
    end = roles.index("progress") if "progress" in roles else len(roles)
    lengths = {
        col: mean(map(len, texts))
        for col, role in enumerate(roles)
        if role in UNTOLD and headings[col] and not nouns.tells(headings[col])
        if (texts := [c.text for c in below[col] if c.text])
        if len({*texts}) >= unnamed.OWN * len(texts)
    }
    wide = [col for col, length in lengths.items() if length >= TEXT]
    long = [col for col in wide if not nouns.is_beside(headings[col])]
    hoped = [col for col in wide if col < end and nouns.is_hoped(headings[col])]
    if not long and len(hoped) == 1:
        return hoped
    if "progress" not in roles:
        return long
    return sorted([col for col in long if col < end] or long, key=lambda col: (-lengths[col], col))


def _is_sign(cell: Cell, keys: Sequence[Key], names: Collection[str]) -> bool:
    drawn = "".join(mark.characters for mark in cell.marks)
    if not cell.text or cell.text == drawn:  # a drawing, or a character of a font
        return any(matching.match(mark, keys) for mark in cell.marks)
    named = cell.text.casefold() in names or vocabulary.plain(cell.text) in names
    return named or vocabulary.colour_word(cell.text) is not None


def _are_coloured(inked: Sequence[Cell]) -> bool:
    """True for a few words of which each has its colour wherever it stands, and some are a status's."""
    fills: defaultdict[str, set[str | None]] = defaultdict(set)
    for cell in inked:
        fills[cell.text].add(colours.name(cell.fill))
    known = sum(phrases.status_of(text) is not None for text in fills)
    each = all(len(own) == 1 for own in fills.values())
    coloured = {name for own in fills.values() for name in own if name not in (None, *colours.SILENT)}
    return each and known > 0 and len(coloured) > 1 and len(fills) <= LABELS


def _are_grades(column: Sequence[Cell]) -> bool:
    """True for digits of one scale."""
    texts = [c.text for c in column if c.text]
    return all(len(text) == 1 and text.isdigit() for text in texts) and 1 < len({*texts}) <= GRADES
