"""Tables of a review that nothing was read from, though they look as if they were part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from normalise.checks import figured, unheaded, unread_pages
from normalise.checks.unheaded import ITEMS, NAMED, TOLD
from normalise.columns import headers, marked, remainders, strays, tallies
from normalise.columns.strips import KINDS, NEAR_EDGE, Strip, has_edges
from normalise.language import phrases, vocabulary
from normalise.review import Action, Evidence, Finding, PageLedger
from normalise.rows.sheets import has_rows_of
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Heading, Paragraph, Table

Text = Heading | Paragraph

LABELS = 2  # labels of the legend that a table must hold to be suspected of being part of the review; of signs, one
OWN = ("action", "progress", "status")  # fields whose cells are no other row's
OF_ACTIONS = ("lead", "start_date", "due_date", "progress", "status")  # headings beside that of what is done
OF_INDICATORS = (
    "latest",
    "previous",
    "target",
    "national",
    "statistical_neighbours",
    "good_is",
)  # and of figures
MOST_OF_ACTIONS = 4  # of these that no other table has
SHARED_EDGES = 4  # edges between columns that two tables have in common by more than chance
MOST = 2 / 3  # and their share of those that there are
MOST_NAMED = 0.75  # share of a column's texts that name a status where it rates rows
COUNT = re.compile(r"(?:[+±−–-] ?)?[\d,.]+ ?%?(?: ?\(?[\d.]+ ?%?\)?)?|[-–—]|nil", re.IGNORECASE)
KEYED = "stands below the heading of a key"
SIGNED = "has marks of the legend in its only column"
HEAD = 120  # characters of a table's first row that a finding quotes


def found(
    strips: Sequence[Strip],
    keys: Sequence[Key],
    actions: Sequence[Action],
    ledger: Sequence[PageLedger],
    evidence: Sequence[Evidence],
    texts: Sequence[Text] = (),
) -> Iterator[Finding]:
    """Findings about what was left alone, and about rows below it that share something with the rows above it."""
    left = [(strip.table, why) for strip in strips if (why := _looks_read(strip, strips, keys, texts))]
    known = {id(table) for table, _ in left}
    keyed = (s.table for s in strips if not keys and unheaded.is_keyed(s, texts))
    left += [(table, KEYED) for table in keyed if id(table) not in known]
    left += [(strip.table, SIGNED) for strip in strips if _is_signed_frame(strip, keys)]
    left += unheaded.rests(strips, [table for table, _ in left])
    yield from _left_alone(strips, [table for table, _ in left])
    for table, why in left:
        message = f"a table on page {table.page} {why}, but is not understood"
        yield Finding("warning", "table_not_understood", message, table.page)
    yield from _shared_across([table for table, _ in left], actions, evidence)
    yield from unread_pages.found(strips, keys, ledger, texts)


def _left_alone(strips: Sequence[Strip], suspected: Sequence[Table]) -> Iterator[Finding]:
    """Tables of something else among those of the review: each leaves a trace."""
    pages = [strip.table.page for strip in strips if strip.kind in KINDS]
    for table in (strip.table for strip in strips if strip.kind == "other"):
        if (
            pages
            and min(pages) <= table.page <= max(pages) + 1
            and not any(table is other for other in suspected)
        ):
            head = ", ".join(c.text for c in table.cells if c.row == 0 and c.text)[:HEAD]
            message = f"a table on page {table.page} is of something else and was left alone: {head}"
            yield Finding("info", "table_left_alone", message, table.page)


def _looks_read(strip: Strip, strips: Sequence[Strip], keys: Sequence[Key], texts: Sequence[Text]) -> str:
    """What makes a table that was left alone look like one of the review's; empty where nothing does."""
    if strip.kind == "legend":
        rated = "was taken for a key, though it has a column of statuses" if _repeats(strip.table) else ""
        return rated or _taken_for_a_key(strip.table, strips)
    if strip.kind != "other" or tallies.counts_statuses(strip.table) or _heads_counts(strip):
        return ""
    marks, labels = _signs(strip.table, keys)
    if (marks or labels >= LABELS) and not _counts(strip.table):
        return f"has {marks + labels} marks or labels of the legend"
    if _has_signs(strip.table, keys):
        return "has a column of signs of the legend"
    if _is_rated(strip.table) or _repeats(strip.table):
        return "has a column of statuses"
    for read in (other for other in strips if other.kind in KINDS):
        if _has_its_columns(strip.table, read) or _broke_off(strip.table, read):
            return f"has columns of one on page {read.table.page}"
        if has_rows_of(strip.table, read.table):
            return f"has the rows of one on page {read.table.page}"
    if (same := unheaded.repeated(strip.table, strips)) is not None:
        return f"has headings of one on page {same.table.page}"
    if above := unheaded.said_above(strip, strips, texts):
        return above
    if _names_columns(strip.table) or _has_an_item(strip):
        return "has headings that a review has"
    return figured.said(strip.table)


def _is_signed_frame(strip: Strip, keys: Sequence[Key]) -> bool:
    """True for a frame around rows that nothing parts, taken for the rest of one column: it holds signs, too."""
    lone = strip.kind in KINDS and strip.table.cols == 1 and not strip.headed
    return lone and _signs(strip.table, keys)[0] > 0


def _has_an_item(strip: Strip) -> bool:
    """True for rows of something that is done, beside who does it or when, of which no column was known to tell how it
    goes, or for rows that have both and of which none was known to say what is done."""
    foreign = set(vocabulary.load("headings")["kinds"]["not_a_review"])
    said = {word for heading in strip.headings for word in vocabulary.plain(heading).split()}
    roles = {*strip.roles}
    known = roles & {"action", "activity", "progress", "status"} and roles & {"lead", "due_date"}
    return (
        bool(known) and strip.end - strip.body > LABELS and all(strip.headings) and foreign.isdisjoint(said)
    )


def _taken_for_a_key(table: Table, strips: Sequence[Strip]) -> str:
    """What makes a key look like rows: the columns of a table above it that was read, and rows fuller than a key's."""
    if table.cols <= remainders.ENTRY:
        return ""
    inked = Counter(c.row for c in table.cells if c.text or c.marks)
    full = [c for c in table.cells if c.text and inked[c.row] > remainders.ENTRY]
    above = takewhile(lambda other: other.table is not table, strips)
    for read in (other for other in above if full and other.kind in KINDS and other.headed):
        items = [c.text for c in full for role in ITEMS if c.col in read.columns(role)]
        same = remainders.has_all_edges(table, read.table) or _has_its_columns(table, read)
        if same and any(phrases.status_of(text) is None for text in items):
            return f"was taken for a key, though it has columns of one on page {read.table.page}"
    return ""


def _signs(table: Table, keys: Sequence[Key]) -> tuple[int, int]:
    """How many marks of the legend, and cells that print one of its labels and nothing else, a table has."""
    marks = sum(matching.match(m, keys) is not None for c in table.cells for m in c.marks)
    labels = {vocabulary.plain(key.entry.label) for key in keys}
    return marks, sum(not c.marks and vocabulary.plain(c.text) in labels for c in table.cells if c.text)


def _has_signs(table: Table, keys: Sequence[Key]) -> bool:
    """True where a column behind the first holds letters or digits of the legend and nothing else, beside texts."""
    if table.rows <= LABELS or not keys or _counts(table):
        return False
    columns = [[c for c in table.cells if c.row and c.col == col] for col in range(1, table.cols)]
    return any(len(column) > LABELS and marked.are_signs(column, keys) for column in columns)


def _is_rated(table: Table) -> bool:
    """True for rows of several columns of which one, behind the first, says how each stands in words and colour."""
    if table.rows <= LABELS or table.cols <= LABELS:
        return False
    for col in range(table.cols - 1, 0, -1):
        cells = [c for c in table.cells if c.row and c.col == col]
        if len(cells) > LABELS and all(c.fill and c.text and phrases.status_of(c.text) for c in cells):
            return len({c.fill for c in cells}) > 1
    return False


def _repeats(table: Table) -> bool:
    """True for rows of several columns of which one, behind the first, names statuses, and one of them twice."""
    if table.rows <= LABELS or table.cols <= LABELS:
        return False
    for col in range(1, table.cols):
        told = [c.text for c in table.cells if c.row and c.col == col and c.text]
        named = Counter(vocabulary.plain(text) for text in told if phrases.status_of(text))
        if len(told) > LABELS and MOST_NAMED * len(told) <= named.total() > len(named) > 1:
            return True
    return False


def _heads_counts(strip: Strip) -> bool:
    """True for a table that counts statuses, `Goal | Complete | On track | Late`."""
    cells = [c for c in strip.table.cells if strip.body <= c.row < strip.end]
    below = [[c for c in cells if c.col == col] for col in range(len(strip.headings))]
    return tallies.heads_counts(strip.headings, below)


def _counts(table: Table) -> bool:
    """True for a table that counts: all beside and below its headings are figures, as in `Completed: 7 (23%)`."""
    inner = [c for c in table.cells if c.row and c.col and (c.text or c.marks)]
    return bool(inner) and all(COUNT.fullmatch(c.text) and not c.marks for c in inner)


def _has_its_columns(table: Table, read: Strip) -> bool:
    """True where a table of more than two rows has the columns of one that was read by its own header, all of them or
    most: where no rule parts them their edges follow the texts."""
    if not read.headed or table.rows <= 2:
        return False
    inner = table.xs[1:-1]
    shifts = (0.0, read.table.xs[0] - table.xs[0])  # the same place, or that on another page of a sheet
    near = max(sum(any(abs(x + by - o) < NEAR_EDGE for o in read.table.xs) for x in inner) for by in shifts)
    most = near >= SHARED_EDGES and near >= MOST * len(inner)
    return most or (table.cols == read.table.cols > 2 and has_edges(table, read))


def _broke_off(table: Table, read: Strip) -> bool:
    """True where a table's columns end where those of a read one do, and it lies inside that one or meets it, or is as
    wide and a page away; or where it has all those columns and more, and a status in its first row."""
    if table.cols < 2 or sum(bool(c.text) for c in table.cells) < 2:
        return False
    rated = {read.table.xs[col] for col in read.columns("status")}
    first = [c for c in table.cells if not c.row and (c.marks or phrases.status_of(c.text))]
    goes_on = abs(table.page - read.table.page) == 1 and any(_is_among(c.box.x0, rated) for c in first)
    if goes_on and all(_is_among(edge, table.xs) for edge in read.table.xs):
        return True
    own, other = table.box, read.table.box
    meets = other.top - NEAR_EDGE < own.bottom and own.top < other.bottom + NEAR_EDGE
    as_wide = max(abs(own.x0 - other.x0), abs(own.x1 - other.x1)) < NEAR_EDGE
    near = {0: meets, 1: as_wide}.get(abs(table.page - read.table.page), False)
    return near and all(_is_among(x, read.table.xs) for x in table.xs)


def _is_among(x: float, edges: Iterable[float]) -> bool:
    return any(abs(x - edge) < NEAR_EDGE for edge in edges)


def _names_columns(table: Table) -> bool:
    """True where a row near the top, or the first column of a card, names what a review has, and nothing that only
    other tables have."""
    foreign = set(vocabulary.load("headings")["kinds"]["not_a_review"])
    places = [[c for c in table.cells if c.row == row] for row in range(headers.within(table))]
    for cells in [*places, [c for c in table.cells if c.col == 0]]:
        texts = [vocabulary.plain(c.text) for c in cells if c.text]
        roles = [set(strays.named(text) or strays.opening(text)) for text in texts]
        said = set().union(*roles)
        known = sum(bool(role) for role in roles)
        other = foreign & {word for text in texts for word in text.split()}
        if len(said & {*OF_ACTIONS}) >= MOST_OF_ACTIONS and not other:
            return True  # what is done may be named on a line above
        if len(said & {*OF_INDICATORS}) >= MOST_OF_ACTIONS and not other:
            return True  # what is measured may stand beside the table
        if len(said) >= NAMED and said & ITEMS and said & TOLD and 2 * known > len(texts):
            return len(other) < 2
    return False


def _shared_across(
    left: Sequence[Table], actions: Sequence[Action], evidence: Sequence[Evidence]
) -> Iterator[Finding]:
    """Actions that share an activity with those above a table that was not read: it may hold an activity of its own."""
    tops: dict[str, tuple[int, float]] = {}
    for e in (e for e in evidence if e.subject_kind == "action" and e.field in OWN):
        tops[e.subject_id] = min(tops.get(e.subject_id, (e.page, e.box.top)), (e.page, e.box.top))
    for activity, group in groupby(actions, key=lambda action: action.activity_id):
        own = [(tops[action.id], action) for action in group if action.id in tops]
        between = [t for t in left if activity and own and own[0][0] < (t.page, t.box.top) < own[-1][0]]
        first = min(((t.page, t.box.top) for t in between), default=None)
        for top, action in own:
            if first is not None and top > first:
                message = (
                    f"a table on page {first[0]} that was not read stands between this row and its activity"
                )
                yield Finding(
                    "warning", "table_not_understood", message, top[0], "action", action.id, "activity_refs"
                )
