"""The document's own key: which mark, letter, word or colour stands for which status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from normalise.columns import remainders, tallies
from normalise.columns.headers import HEADER_ROWS, Headers
from normalise.keys import below as key_below
from normalise.keys import cells as key_cells
from normalise.keys import colour_labels
from normalise.keys import columns as key_columns
from normalise.keys import glosses as key_glosses
from normalise.keys import icons as key_icons
from normalise.keys import labels as key_labels
from normalise.keys import letters as key_letters
from normalise.keys import lines as key_lines
from normalise.keys import purpose as key_purpose
from normalise.keys import runs as key_runs
from normalise.keys import shown as key_shown
from normalise.keys import siblings as key_siblings
from normalise.keys import sides as key_sides
from normalise.keys import spaced as key_spaced
from normalise.keys import symbols as key_symbols
from normalise.keys import unpainted as key_unpainted
from normalise.keys import worded as key_worded
from normalise.language import vocabulary
from normalise.signs import line_words as key_words
from normalise.signs import scale
from normalise.signs.line import Key
from parsers.block import Block, Table

LINES = range(2, 8)  # lines of a key whose words are not understood


class Learnt(NamedTuple):
    """`keys` say which sign stands for which status; `icons` what other signs stand for, explained beside them;
    `printed` are all keys as they are printed, also what is printed more than once."""

    keys: tuple[Key, ...]
    blocks: frozenset[int]  # identities of the blocks that hold the legend
    icons: tuple[Key, ...] = ()
    printed: tuple[tuple[Key, ...], ...] = ()


def learn(blocks: Sequence[Block], headers: Headers) -> Learnt:
    """The legend of a document; printed twice it counts once. `headers` are those of its tables."""
    flowing = key_runs.flowing(blocks)
    blocks = flowing.blocks
    keys: list[Key] = []
    icons: list[Key] = []
    printed: list[list[Key]] = []
    unknown: list[Key] = []
    shown: list[Key] = []
    used: set[int] = set()
    tables: list[tuple[Table, list[Key]]] = []
    parts = remainders.found(blocks, headers)
    place = {id(block): k for k, block in enumerate(blocks)}
    for run in key_runs.runs(blocks):
        behind = key_lines.signs_follow(run)
        over = {id(block): key_purpose.row_above(blocks, place[id(block)]) for block in run}
        lined = ((b, _lines(b, headers, behind, over[id(b)]) if id(b) not in parts else ()) for b in run)
        found = key_runs.with_own_signs([(block, [*own]) for block, own in lined])
        if not all(own for _, own in found):
            found = key_letters.in_run(run) or found
        found = list(_headed(found, [key_purpose.above(blocks, place[id(block)]) for block in run]))
        tables += [(block, own) for block, own in found if isinstance(block, Table)]
        trends, entries = key_icons.without_trends([key for _, own in found for key in own])
        entries = _by_target(entries)
        icons.extend(trends)
        entries, others = key_icons.by_scale(entries)
        titled = _is_titled(run, blocks, place[id(run[0])]) and _is_of_colours(entries)
        partly = titled and any(k.entry.status != "unknown" for k in entries)
        unknown = unknown or (entries if titled and not partly else [])
        if not key_icons.is_legend(entries) and not _is_contrary(entries) and not partly:
            if not shown and key_shown.explains(entries, run[0], blocks, headers):
                shown = entries
            used.update(id(block) for block, own in found if own and all(key in trends for key in own))
            continue
        icons.extend(others)
        used.update(id(block) for block, own in found if own)
        for kind in dict.fromkeys(k.serves for k in entries):
            own = list(_graded(_past_due([k for k in entries if k.serves == kind])))
            own = colour_labels.beside_names(own)
            printed.append(own)
            keys.extend(k for k in own if all(not _same(k, old) for old in keys))
    if not keys:
        keys, used = _in_labels(blocks)
    keys, apart = _with_characters(blocks, keys)  # those of the other tables
    used |= apart
    if all(_is_named_alone(k) for k in keys):  # labels whose signs may stand in a frame of their own
        columns, apart = _in_columns(blocks, keys)
        keys, used = columns or keys, apart or used
    for entry in _more(blocks, keys, used):
        keys.append(entry.key)
        used.update(entry.blocks)
    for old, new in key_sides.defined(blocks, keys):
        keys[keys.index(old)] = new.key
        used.update(new.blocks)
    worded = key_worded.printed(blocks, headers)
    keys = key_worded.whole(keys, worded)
    for lines in key_worded.entries(blocks, keys, worded, used):
        own, apart = _as_legend(lines)
        keys, used = [*keys, *own], used | apart
    beside = list(key_siblings.entries(blocks, keys))
    keys, used = [*keys, *(one.key for one in beside)], used.union(*(one.blocks for one in beside))
    keys = keys or _in_headings(blocks) or unknown
    kinds = {key_purpose.ANY, *(k.serves for k in shown)}
    if all(k.serves not in kinds for k in keys):  # none, or those of the other tables
        keys += _graded(_past_due(shown))
        used.update(k.block for k in shown)
    used |= {id(table) for table, own in tables if _repeats(own, keys)}
    keys = _told_apart(keys)
    numbered = (k._replace(entry=k.entry._replace(position=n)) for n, k in enumerate(flowing.placed(keys), 1))
    told = tuple(tuple(flowing.placed(own)) for own in printed)
    return Learnt(tuple(numbered), flowing.printed(used), tuple(icons), told)


def _with_characters(blocks: Sequence[Block], keys: Sequence[Key]) -> tuple[list[Key], set[int]]:
    """The keys with those of letters and other characters that they do not hold, and the blocks that print these."""
    found, used = list(keys), set[int]()
    for seek in (key_spaced.entries, key_symbols.entries) if keys else ():
        own, apart = _as_legend(seek(blocks, {k.token for k in found}))
        found, used = [*key_symbols.ended(found, own), *own], used | apart
    return found, used


def _more(blocks: Sequence[Block], keys: Sequence[Key], used: Container[int]) -> list[key_columns.Entry]:
    """Lines of keys beside the signs and tables that are known; `used` are the blocks that hold these."""
    return [
        *key_columns.more(blocks, keys),
        *key_unpainted.entries(blocks, keys),
        *key_below.entries(blocks, keys, used),
    ]


def _headed(
    found: Sequence[tuple[Block, list[Key]]], above: Sequence[str]
) -> Iterator[tuple[Block, list[Key]]]:
    """A run's entries with the kind that the heading above them names; one that is named holds for what follows."""
    kind = key_purpose.ANY
    for (block, own), title in zip(found, above, strict=True):
        kind = title or kind
        yield block, [k._replace(serves=k.serves or kind, block=id(block)) for k in own]


def _in_labels(blocks: Sequence[Block]) -> tuple[list[Key], set[int]]:
    """The key that says in words what the words, or letters, of a table's column mean."""
    found = key_spaced.entries(blocks) or key_symbols.entries(blocks)
    return _as_legend(found or key_labels.entries(blocks) or key_glosses.entries(blocks))


def _as_legend(found: Sequence[key_columns.Entry]) -> tuple[list[Key], set[int]]:
    """The keys of a legend's lines, read beside each other, with the blocks that print them; none if it is none."""
    keys = _past_due([entry.key for entry in found])
    if not key_icons.is_legend(keys):
        return [], set()
    return list(_graded(keys)), {block for entry in found for block in entry.blocks}


def _is_named_alone(key: Key) -> bool:
    return key.mark is None and key.fill is None and vocabulary.colour_word(key.token or "") is None


def _in_columns(blocks: Sequence[Block], keys: Sequence[Key]) -> tuple[list[Key], set[int]]:
    """The first page's key that stands in columns of words; else, where there are no `keys`, the names that a key gives
    to signs nobody saw."""
    for seek in (key_columns.entries,) if keys else (key_columns.entries, key_columns.unsigned):
        for page in sorted({block.page for block in blocks}):
            found = list(seek([block for block in blocks if block.page == page]))
            keys = _past_due([entry.key for entry in found])
            if key_icons.is_legend(keys):
                return list(_graded(keys)), {block for entry in found for block in entry.blocks}
    return [], set()


def _in_headings(blocks: Sequence[Block]) -> list[Key]:
    """The key that a column's heading holds: `Status (Green = complete, Amber = delayed)`."""
    for table in blocks:
        for cell in table.cells if isinstance(table, Table) else ():
            keys = list(key_lines.entries(cell.paragraph(table.page))) if cell.row < HEADER_ROWS else []
            if key_icons.is_legend(keys):
                return list(_graded(_past_due(keys)))
    return []


def _lines(block: Block, headers: Headers, behind: bool, over: Table | None) -> Iterator[Key]:
    if isinstance(block, Table):
        counts = tallies.counts_statuses(block) and tallies.is_plain(block)
        return iter(()) if counts else key_cells.entries(block, headers[id(block)], over)
    if key_columns.is_title(block.text):
        return iter(())  # a bar beside a key's heading is none of its signs
    return key_lines.entries(block, behind)


def _graded(entries: Sequence[Key]) -> Iterator[Key]:
    """The entries with what each means beside the others of its key."""
    for steps in (scale.graded, scale.told_apart):
        read = steps([key.line for key in entries])
        entries = [_read_as(key, status) for key, status in zip(entries, read, strict=True)]
    yield from entries


def _read_as(key: Key, status: str) -> Key:
    """The entry with another status, which is its colour's alone where its words named none."""
    unnamed = key.entry.status == "unknown" != status
    return key._replace(entry=key.entry._replace(status=status), sure=scale.COLOURED if unnamed else key.sure)


def _by_target(entries: Sequence[Key]) -> list[Key]:
    """The entries with what those without a colour say of a target that another one says is met: within a share of it
    is behind, more than that is off track."""
    read = scale.by_target([key.line for key in entries])
    return [k._replace(entry=k.entry._replace(status=s)) for k, s in zip(entries, read, strict=True)]


def _is_titled(run: Sequence[Block], blocks: Sequence[Block], place: int) -> bool:
    """True where a key's heading stands right above a run, whose first block has that place, or opens it."""
    opening = (*blocks[max(place - 1, 0) : place], run[0])
    return any(not isinstance(block, Table) and key_columns.is_title(block.text) for block in opening)


def _is_of_colours(found: Sequence[Key]) -> bool:
    """True for a few signs that all have a colour: below a key's heading nobody may guess by convention what those mean
    whose words are not understood."""
    return len(found) in LINES and all(k.colour for k in found)


def _is_contrary(found: Sequence[Key]) -> bool:
    """True for lines of one colour each of which one says what its colour is never used for (`Red: planned`): though
    most of them are not understood, their colours cannot be read by convention."""
    inks = [k.colour for k in found]
    shown = len(found) in LINES and all(inks) and len({*inks}) == len(inks)
    return shown and any(scale.contradicts(key.line) for key in found)


def _past_due(found: list[Key]) -> list[Key]:
    """What is overdue is the worst of a scale that has another word for what is behind or at risk, and none below."""
    known = vocabulary.load("statuses")
    words = known["legend"]["past_due"]
    vague = [k for k in found if vocabulary.plain(k.entry.label) in known["degree"]["worst"]]
    late = [k for k in found if vocabulary.plain(k.entry.label) in words]
    late += [k for k in vague if k.colour is None and k.entry.status == "behind_schedule"]
    others = [k.entry.status for k in found if k not in late]
    if not late or "behind_schedule" not in others or "off_track" in others:
        return found
    return [k._replace(entry=k.entry._replace(status="off_track")) if k in late else k for k in found]


def _same(a: Key, b: Key) -> bool:
    labels = a.entry.label.casefold() == b.entry.label.casefold()
    told = {k.entry.definition for k in (a, b)} - {""}
    apart = len(told) > 1 and a.colour != b.colour  # `Delayed` on amber and on red
    return labels and not apart and a.entry.status == b.entry.status and a.serves == b.serves


def _told_apart(keys: Sequence[Key]) -> list[Key]:
    """Keys without one label for several of one kind, of which what stands behind a dash is a part: `In progress – on
    track` and `In progress – off track`."""
    labels = Counter((k.entry.label.casefold(), k.serves) for k in keys)
    found = list(keys)
    for label in (label for label, times in labels.items() if times > 1):
        alike = [k for k, key in enumerate(keys) if (key.entry.label.casefold(), key.serves) == label]
        parts = {k: key_words.opened(keys[k].entry.definition) for k in alike}
        if len({opening.casefold() for opening, _ in parts.values()} - {""}) < len(alike):
            continue
        for k, (opening, rest) in parts.items():
            entry = keys[k].entry
            named = entry._replace(label=f"{entry.label} – {opening}", definition=rest)
            found[k] = keys[k]._replace(entry=named)
    return found


def _repeats(entries: Sequence[Key], keys: Sequence[Key]) -> bool:
    """True where a table's entries, two or more, are all labelled as the legend's."""
    labels = {k.entry.label.casefold() for k in keys}
    return len(entries) > 1 and all(key.entry.label.casefold() in labels for key in entries)
