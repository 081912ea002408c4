"""The document's own key: which mark, letter, word or colour stands for which status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise import colours, scale, vocabulary
from normalise.review import SCALE, LegendEntry
from parsers.block import Block, Cell, Line, Mark, Paragraph, Table

LONGEST = 14  # rows of a legend; a longer table is no key
BLANK = ""  # the token of an entry whose sign is not there
ALIGNED = 8.0  # points between the left edges of entries that stand below each other
APART = 100.0  # points between signs in one cell that belong to two entries
CHANCE = 0.34  # share of icons whose words are also a status's: `New`, `Continuing`, `Mandated`
TOKEN = 14  # characters; a longer text is a label, not a sign
DASH = re.compile(r"\s+[–—-]\s+|\s*[:=]\s+|\s+[–—]|[–—]\s+")
#: `G = on track`, `Green: on track`, `Amber (some slippage)` inside a sentence
IN_SENTENCE = re.compile(
    r"(?<![\w-])(?P<token>(?-i:[BGAYRWP])|(?:dark |light )?"
    r"(?:red|amber|yellow|orange|green|blue|white|grey|purple|black|coch|oren|melyn|gwyrdd|glas))"
    r"\s*(?:\)|rated|indicates?|shows?)?\s*(?:[-–—=:(]|means?|is for|for|is)\s*(?P<label>[^,;.()\n|]{3,80})",
    re.IGNORECASE,
)


class Key(NamedTuple):
    """One line of a legend with what it looks like: a mark, a background colour, a letter or word, or a blank."""

    entry: LegendEntry
    mark: Mark | None
    fill: str | None
    token: str | None
    page: int
    x0: float = 0.0  # where the entry begins in its table, points


class Learnt(NamedTuple):
    """`keys` say which sign stands for which status; `icons` what other signs stand for, explained beside them."""

    keys: tuple[Key, ...]
    blocks: frozenset[int]  # identities of the blocks that hold the legend
    icons: tuple[Key, ...] = ()


def learn(blocks: Sequence[Block]) -> Learnt:
    """The legend of a document; printed twice it counts once."""
    keys: list[Key] = []
    icons: list[Key] = []
    used: set[int] = set()
    tables: list[tuple[Table, list[Key]]] = []
    for run in _runs(blocks):
        found = [(block, _entries_of(block)) for block in run]
        tables += [(block, own) for block, own in found if isinstance(block, Table)]
        entries, others = _by_scale([key for _, own in found for key in own])
        if not _is_legend(entries):
            continue
        entries = _past_due(entries)
        icons.extend(others)
        used.update(id(block) for block, own in found if own)
        keys.extend(k for k in _graded(entries) if all(not _same(k, old) for old in keys))
    used |= {id(table) for table, own in tables if _repeats(own, keys)}
    numbered = (k._replace(entry=k.entry._replace(position=n)) for n, k in enumerate(keys, 1))
    return Learnt(tuple(numbered), frozenset(used), tuple(icons))


def _graded(entries: Sequence[Key]) -> Iterator[Key]:
    """The entries with what each means beside the others of its key."""
    lines = [scale.Line(_colour(key), key.entry.label, key.entry.status) for key in entries]
    for key, status in zip(entries, scale.graded(lines), strict=True):
        yield key._replace(entry=key.entry._replace(status=status))


def _colour(key: Key) -> str | None:
    return vocabulary.colour_word(key.token or "") or colours.name(key.mark.colour if key.mark else key.fill)


def _by_scale(entries: Sequence[Key]) -> tuple[list[Key], list[Key]]:
    """Entries that may be statuses, and icons: scales of other things that stand beside them."""
    scales: dict[int, list[Key]] = {}
    for key in entries:
        near = next((x for x in scales if abs(x - key.x0) < ALIGNED), round(key.x0))
        scales.setdefault(near, []).append(key)
    legends = [scale for scale in scales.values() if _is_legend(scale)]
    icons = [scale for scale in scales.values() if len(scales) > 1 and _of_icons(scale, legends)]
    return [k for k in entries if all(k not in scale for scale in icons)], [k for s in icons for k in s]


def _of_icons(scale: Sequence[Key], legends: Sequence[Sequence[Key]]) -> bool:
    """True for signs with words that name no status, or by chance one: then a legend beside them has other shapes."""
    marks = [k.mark for k in scale if k.mark is not None]
    if len(scale) < 2 or len(marks) < len(scale):
        return False
    known = sum(k.entry.status != "unknown" for k in scale)
    shapes = {m.shape for m in marks}
    others = [{k.mark.shape for k in own if k.mark is not None} for own in legends if own is not scale]
    return known == 0 or (known <= CHANCE * len(scale) and any(o and o.isdisjoint(shapes) for o in others))


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Where a legend may stand: a table, a text that holds all of it, or texts below each other with a sign each."""
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.marks and (not run or run[-1].page == block.page):
            run.append(block)
            continue
        if isinstance(block, Table) and run:
            yield run
            run = []
        if not isinstance(block, Paragraph) or not block.marks:
            yield [block]
    if run:
        yield run


def _is_legend(found: Sequence[Key]) -> bool:
    """At least two lines, most of which name a status that the vocabulary knows."""
    known = sum(k.entry.status != "unknown" for k in found)
    return (
        len(found) > 1 and known > 1 and known >= 0.6 * len(found) and len({k.entry.label for k in found}) > 1
    )


def _past_due(found: list[Key]) -> list[Key]:
    """What is overdue is the worst of a scale that has another word for what is behind or at risk, and none below."""
    words = vocabulary.load("statuses")["legend"]["past_due"]
    late = [k for k in found if vocabulary.plain(k.entry.label) in words]
    others = [k.entry.status for k in found if k not in late]
    if not late or "behind_schedule" not in others or "off_track" in others:
        return found
    return [k._replace(entry=k.entry._replace(status="off_track")) if k in late else k for k in found]


def _same(a: Key, b: Key) -> bool:
    return a.entry.label.casefold() == b.entry.label.casefold() and a.entry.status == b.entry.status


def _repeats(entries: Sequence[Key], keys: Sequence[Key]) -> bool:
    """True where a table's entries, two or more, are all labelled as the legend's."""
    labels = {k.entry.label.casefold() for k in keys}
    return len(entries) > 1 and all(key.entry.label.casefold() in labels for key in entries)


def _entries_of(block: Block) -> list[Key]:
    return list(_of_table(block) if isinstance(block, Table) else _of_text(block))


def _of_table(table: Table) -> Iterator[Key]:
    if table.rows > LONGEST or table.cols > 2 * LONGEST:
        return
    found: list[Key] = []
    for row in range(table.rows):
        cells = [c for c in table.cells if c.row == row]
        if _is_header(cells):
            continue
        for group in _entries([part for cell in cells for part in _parted(cell)]):
            key = _key(group, table.page)
            if key is not None:
                found.append(key)
    drawn = sum(k.mark is not None for k in found) > 1
    yield from (k for k in found if not drawn or k.fill is None or k.entry.status != "unknown")


def _parted(cell: Cell) -> Iterator[Cell]:
    """A cell by its signs: one that stands far behind the first opens an entry of its own."""
    first = min((m.box.x1 for m in cell.marks), default=0.0)
    far = tuple(m for m in cell.marks if m.box.x0 - first > APART)
    yield replace(cell, marks=tuple(m for m in cell.marks if m not in far)) if far else cell
    if far:
        yield replace(cell, text="", lines=(), marks=far)


def _is_header(cells: Sequence[Cell]) -> bool:
    """True for a row that says what the legend's columns are: mark, rating, meaning."""
    words = vocabulary.load("statuses")["legend"]["headings"]
    texts = [vocabulary.plain(c.text) for c in cells if c.text]
    return len(texts) > 1 and all(text in words for text in texts) and not any(c.marks for c in cells)


def _entries(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """A row's cells by entry: a sign opens an entry, the texts behind it belong to it."""
    group: list[Cell] = []
    signs = [_is_sign(c) for c in cells]
    all_in_one = sum(s and len(c.text) > 3 for s, c in zip(signs, cells, strict=True)) == len(cells)
    for cell, sign in zip(cells, signs, strict=True):
        opens = sign and group and (any(c.text and not _is_token(c.text) for c in group) or all_in_one)
        if opens:
            yield group
            group = []
        group.append(cell)
    if group:
        yield group


def _is_sign(cell: Cell) -> bool:
    return bool(cell.marks or cell.fill) or _is_token(cell.text)


def _is_token(text: str) -> bool:
    """A letter, a colour's word or the rest of a lost glyph; blank counts as a sign that is not there."""
    return len(text) <= TOKEN and (
        all(vocabulary.colour_word(p) for p in re.split(r"\s*[/-]\s*", text))
        or len(text) <= 2
        or not text[0].isalnum()
    )


def _key(cells: Sequence[Cell], page: int) -> Key | None:
    """One entry from the cells that print it; None where they say nothing."""
    mark = next((m for c in cells for m in c.marks), None)
    fill = next((c.fill for c in cells if c.fill), None)
    texts = [_without_glyphs(c) for c in cells]
    token = next((t for t in texts if t and _is_token(t) and vocabulary.status_of(t) is None), None)
    words = [t for t in texts if t and t != token]
    if not words and token is None:
        return None
    if not words and token and mark is not None and not vocabulary.colour_word(token):
        words, token = [token], None  # a short answer beside its sign: a cross, "no"
    if not words or (mark is None and fill is None and token is None and len(cells) == 1):
        return None
    label, definition = _named(_label(words))
    status = _status(label, definition)
    described = _description(mark, fill, token)
    if mark is None and fill is None and token is None and any(not c.text for c in cells):
        token = BLANK
    x0 = mark.box.x0 if mark is not None else cells[0].box.x0
    return Key(LegendEntry(0, described, label, definition, status), mark, fill, token, page, x0)


def _without_glyphs(cell: Cell) -> str:
    """A cell's text without the symbol characters that are its marks."""
    glyphs = {m.identity.rsplit(":", 1)[-1] for m in cell.marks if m.seen == "glyph"}
    text = "".join(c for c in cell.text if c not in glyphs) if glyphs else cell.text
    return " ".join(text.removeprefix("• ").split())


def _label(words: Sequence[str]) -> tuple[str, str]:
    """Label and definition: two cells, or one text with a dash or colon between them."""
    if len(words) > 1:
        return words[0], " ".join(words[1:])
    parts = DASH.split(words[0], maxsplit=1)
    return (parts[0].strip(), parts[1].strip()) if len(parts) == 2 and parts[0].strip() else (words[0], "")


def _named(words: tuple[str, str]) -> tuple[str, str]:
    """A label that is only a letter or a colour's word (`Green = on track`) gives way to what stands behind it."""
    label, definition = words
    token = len(label) == 1 or all(vocabulary.colour_word(part) for part in re.split(r"\s*[/-]\s*", label))
    if not token or not definition:
        return label, definition
    clause, _, rest = definition.partition(" – ")
    return clause.rstrip(" .;,"), rest


def _status(label: str, definition: str) -> str:
    """What an entry's words mean; `unknown` where the vocabulary does not know them."""
    clause = re.split(r"[,.;]", definition, maxsplit=1)[0]
    named, said = vocabulary.status_of(label), vocabulary.status_of(clause)
    if named in SCALE and said in SCALE:
        return max(named, said, key=SCALE.index)  # `In progress - delayed` is delayed
    return (
        named
        or said
        or vocabulary.status_of(definition)
        or vocabulary.status_opening(label)
        or vocabulary.status_opening(definition)
        or "unknown"
    )


def _description(mark: Mark | None, fill: str | None, token: str | None) -> str:
    """A mark in words: `green star`, `amber cell`, `G`."""
    if mark is not None:
        return " ".join(filter(None, (colours.name(mark.colour), mark.shape)))
    if fill is not None:
        return f"{colours.name(fill)} cell"
    return token or "blank"


def _of_text(block: Block) -> Iterator[Key]:
    if isinstance(block, Paragraph) and block.marks:
        yield from _beside_marks(block)
        return
    text = "" if isinstance(block, Table) else block.text
    for found in IN_SENTENCE.finditer(text):
        label = found["label"].strip()
        label = re.split(r"\s+(?:and|or)\s+(?=\w+\s*[-–=:(])", label)[0].strip(" -–")
        status = _status(*_label([label]))
        yield Key(LegendEntry(0, found["token"], label, "", status), None, None, found["token"], block.page)


def _beside_marks(block: Paragraph) -> Iterator[Key]:
    """Signs set in or before the lines of a text: each with the words behind it."""
    for line in block.lines:
        signs = sorted((m for m in block.marks if _on_line(m, line)), key=lambda m: m.box.x0)
        glyphs = [m for m in signs if m.seen == "glyph" and m.identity.rsplit(":", 1)[-1] in line.text]
        if len(glyphs) > 1:
            yield from _between_glyphs(line, glyphs, block.page)
        elif signs:
            before = [m for m in signs if m.box.x1 <= line.box.x0 + 3] or signs[:1]
            shown = _strip_glyphs(line.text, glyphs)
            if shown:
                yield _entry(before[-1], shown, block.page)


def _on_line(mark: Mark, line: Line) -> bool:
    return line.box.top - 2 <= mark.box.centre[1] <= line.box.bottom + 2 and mark.box.x0 < line.box.x1


def _between_glyphs(line: Line, glyphs: Sequence[Mark], page: int) -> Iterator[Key]:
    rest = line.text
    pieces: list[tuple[Mark, str]] = []
    for glyph in glyphs:
        _, _, rest = rest.partition(glyph.identity.rsplit(":", 1)[-1])
        pieces.append((glyph, rest))
    for k, (glyph, text) in enumerate(pieces):
        behind = pieces[k + 1][1] if k + 1 < len(pieces) else ""
        own = text[: len(text) - len(behind)] if behind else text
        own = _strip_glyphs(own, glyphs).strip(" ,;|")
        if own:
            yield _entry(glyph, own, page)


def _strip_glyphs(text: str, glyphs: Iterable[Mark]) -> str:
    drop = {m.identity.rsplit(":", 1)[-1] for m in glyphs}
    return " ".join("".join(c for c in text if c not in drop).removeprefix("• ").split())


def _entry(mark: Mark, text: str, page: int) -> Key:
    label, definition = _named(_label([text]))
    entry = LegendEntry(0, _description(mark, None, None), label, definition, _status(label, definition))
    return Key(entry, mark, None, None, page, mark.box.x0)
