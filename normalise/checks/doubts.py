"""Signs that something was missed: the document checked against itself, once everything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from normalise.checks import misfits, numbering, unread
from normalise.columns.strips import KINDS, Strip
from normalise.review import SCALE, Action, Evidence, Finding, PageLedger
from normalise.signs import line_words as key_words
from normalise.signs import scale
from normalise.signs.line import Key, told_of_colour
from parsers.block import Table

BEHIND = SCALE[2]
SHOWN = 80  # characters of a reading that a finding quotes
DISAGREEMENT = 0.9  # share of values that two eyes have alike, below which a person should look


def found(
    strips: Sequence[Strip],
    keys: Sequence[Key],
    actions: Sequence[Action],
    ledger: Sequence[PageLedger],
    evidence: Sequence[Evidence],
    texts: Sequence[unread.Text] = (),
) -> list[Finding]:
    """Findings about pages, tables and rows that look as if they were not read whole."""
    return [
        *unread.found(strips, keys, actions, ledger, evidence, texts),
        *_tables_ignored(strips),
        *_headings_guessed(strips),
        *_eyes_disagree(strips, evidence),
        *numbering.found(actions, evidence),
        *misfits.found(actions, evidence, [key.entry.label for key in keys]),
        *_keys_belied(keys),
        *_steps_alike(keys, actions),
    ]


def _keys_belied(keys: Sequence[Key]) -> Iterator[Finding]:
    """A line of the key whose words, not plain ones, are read otherwise than its sign's colour is used, or whose label
    and definition exclude each other."""
    for key in keys:
        if scale.belied(key.line):
            yield Finding("warning", "key_belies_colour", told_of_colour(key), key.page)
        label, definition, status = key.entry.label, key.entry.definition, key.entry.status
        if (meant := key_words.contradicting(label, definition, status)) is not None:
            message = (
                f"the key's {label!r} is read as {status}, but {definition[:SHOWN]!r} beside it says {meant}"
            )
            yield Finding("warning", "key_contradicts_itself", message, key.page)


def _steps_alike(keys: Sequence[Key], actions: Sequence[Action]) -> Iterator[Finding]:
    """A red line of a key that is off track for its colour alone, beside an amber one (`Delayed` and `Caution`): by
    their words both are behind schedule. One warning, and a word on each of its rows."""
    for serves in dict.fromkeys(key.serves for key in keys):
        own = [key for key in keys if key.serves == serves]
        lines = [key.line for key in own]
        reds = [key for key in own if scale.is_by_colour_alone(key.line, lines)]
        if not reds:
            continue
        labels = [key.entry.label for key in reds]
        message = _of_step(reds[0], own)
        yield Finding("warning", "key_steps_alike", message, reds[0].page)
        for action in actions:
            if action.status_label in labels and action.status == reds[0].entry.status:
                place = action.pages[0], "action", action.id, "status"
                yield Finding("info", "key_steps_alike", message, *place)


def _of_step(key: Key, keys: Sequence[Key]) -> str:
    """Why a line of a key is read as the step of its scale that its colour is used for."""
    label, status = key.entry.label, key.entry.status
    if key.sure == scale.COLOURED:
        told = f"{key.colour}, the step that is left, is read as {status}"
        return f"the key's {label!r} is no status that is known: {told}"
    amber = next(k for k in keys if k.entry.status == BEHIND == scale.usual(k.colour))
    told = f"{amber.entry.label!r} ({amber.colour}) and {label!r} ({key.colour})"
    return f"the key tells {told} apart, its words do not: the red one is read as {status}"


def _tables_ignored(strips: Iterable[Strip]) -> Iterator[Finding]:
    """A table that the publisher's profile names as none of the review's."""
    for strip in strips:
        if strip.kind == "ignored":
            page = strip.table.page
            yield Finding(
                "info", "table_ignored", f"a table on page {page} was left alone as the profile says", page
            )


def _headings_guessed(strips: Iterable[Strip]) -> Iterator[Finding]:
    """A heading that no vocabulary knows and that was understood by what stands below it: each is told once.

    A narrative beside a status is a progress note in all reviews that are known, and a code for each row its number;
    what the row is may be doubted."""
    told: set[tuple[str, str]] = set()
    for strip in strips:
        for heading, role in strip.guessed if strip.kind in KINDS else ():
            if (heading, role) not in told:
                told.add((heading, role))
                message = f"the column headed {heading!r} is taken as the {role} for what stands below it"
                severity = "info" if role in ("progress", "ref") else "warning"
                yield Finding(severity, "heading_guessed", message, strip.table.page)


def _eyes_disagree(strips: Sequence[Strip], evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """A table that two eyes read differently, and each of its rows on which they do, with both readings."""
    tables = {id(s.table): s.table for s in strips if s.kind in KINDS}
    for table in tables.values():
        if table.agreement is not None and table.agreement < 1:
            yield _disagreement(table, table.agreement)
            yield from _on_rows(table, evidence)


def _disagreement(table: Table, share: float) -> Finding:
    severity = "warning" if share < DISAGREEMENT else "info"
    message = f"tags and rules agree on {share:.0%} of the values of a table on page {table.page}"
    return Finding(severity, "eyes_disagree", message, table.page)


def _on_rows(table: Table, evidence: Sequence[Evidence]) -> Iterator[Finding]:
    here = [e for e in evidence if e.page == table.page and e.subject_kind in ("action", "indicator")]
    for difference in table.differences:
        about = next((e for e in here if e.box.holds(*difference.box.centre)), None)
        if about is not None:
            message = f"the tags say {difference.tagged[:SHOWN]!r}, the rules {difference.ruled[:SHOWN]!r}"
            place = about.page, about.subject_kind, about.subject_id, about.field
            yield Finding("info", "eyes_disagree", message, *place)
