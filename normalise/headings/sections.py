"""What stands above rows: their priority, as a heading, a caption, a column or a row across the table; and the rows of
one text that gather those below them under an activity."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from normalise.columns.strips import Strip
from normalise.headings import band_rows, priority_ends
from normalise.headings.band_rows import LONGEST, SENTENCE, Bands
from normalise.headings.chapters import SAME_SIZE, Chapter
from normalise.headings.particulars import OWNERS, Particular, of_band
from normalise.headings.priority_titles import is_right_below
from normalise.language import vocabulary
from normalise.prose import texts
from normalise.prose.rubrics import Rubric
from normalise.review import Priority
from normalise.rows import counted_bands, labels, led_dates, parents
from normalise.rows.breaks import Breaks
from normalise.rows.groups import Placed
from normalise.rows.joining import Item, whole_records
from normalise.rows.records import Piece, Record, Theme
from parsers.block import Block, Cell, Table
from parsers.geometry import Box

LEFT = 6  # letters of the end of a title that tell which it is
#: opens a number whose first part may be a priority's; one without parts is the row's own
DOTTED = re.compile(r"\w{1,4}\.\w")

Titled = tuple[Item, Priority | None]
NO_RUBRICS: Mapping[int, Rubric] = {}
NO_PRIORITIES: Mapping[int, Priority] = {}
NO_CHAPTERS: Mapping[int, tuple[Chapter, ...]] = {}
NO_PARTICULARS: Mapping[int, tuple[Particular, ...]] = {}
#: roles, and so names in `extra`, of what heads a row and is neither its priority nor its activity
CHAPTER, PART = "extra:section", "extra:subsection"
#: role of what a row of one text says that names nothing: a remark on the row above it or, below a heading, on the rows
#: that the heading gathers
REMARK = "extra:remark"


def priorities(
    blocks: Sequence[Block],
    read: Mapping[int, Strip],
    chapters: Mapping[int, tuple[Chapter, ...]] = NO_CHAPTERS,
    numbered: Mapping[int, Priority] = NO_PRIORITIES,
) -> dict[int, Priority | None]:
    """The priority under whose heading or caption each table stands, by the table's identity. A chapter's heading below
    it, no smaller than its own and not its very next line, ends it, and so does one that `priority_ends` finds.
    `numbered` are those that their rows' numbers or the lines below them tell, by the identity of the heading or of the
    cell that is one."""
    current: Priority | None = None
    size = 0.0
    place = 0, 0.0
    box = Box(0, 0, 0, 0)
    under: dict[int, Priority | None] = {}
    ending = priority_ends.found(blocks, read, numbered)
    for block in blocks:
        if isinstance(block, Table) and (lone := _lone(block)) and (said := texts.priority(lone.text)):
            current, place, box = said, (block.page, block.box.top), block.box
            size = max((line.size for line in lone.lines), default=0.0)
        if not isinstance(block, Table):
            current = None if id(block) in ending else current
            if (said := numbered.get(id(block)) or texts.priority(block.text)) is not None:
                current, size, place, box = said, block.size, (block.page, block.box.top), block.box
        elif id(block) in read:
            larger = [c for c in chapters.get(id(block), ()) if c.place > place and c.size > size - SAME_SIZE]
            if any(c.page != place[0] or not is_right_below(c.cell.box, box, size) for c in larger):
                current = None
            for title in read[id(block)].titles:
                current = numbered.get(id(title)) or texts.priority(title.text) or current
            under[id(block)] = current
    return under


def _lone(table: Table) -> Cell | None:
    """The one text of a table that is a strip above others; None for a remark in a box."""
    told = [cell for cell in table.cells if cell.text]
    short = len(told) == 1 and len(told[0].text) <= LONGEST and not SENTENCE.search(told[0].text)
    return told[0] if short else None


def titled(
    strips: Sequence[Strip],
    headed: dict[int, Priority | None],
    order: Breaks,
    rubrics: Mapping[int, Rubric] = NO_RUBRICS,
    chapters: Mapping[int, tuple[Chapter, ...]] = NO_CHAPTERS,
    particulars: Mapping[int, tuple[Particular, ...]] = NO_PARTICULARS,
) -> Iterator[Titled]:
    """Records and themes in order, each with the priority it stands under; a table that goes on over a page break
    goes on under the last row that headed it, and one below a heading that ends another table stands under that.
    `rubrics` are the headings that name the activity of a table's rows, `chapters` those that name nothing of it, and
    `particulars` the labelled lines below either."""
    above: Priority | None = None
    priority: Priority | None = None
    foot: Priority | None = None  # named by the last row above: the rule below a heading closed a table
    since: Priority | None = None  # by such a row, for all tables up to the next heading
    bands = Bands()
    remarks: list[Piece] = []
    owners: list[Particular] = []
    last: Record | None = None
    table: Table | None = None
    page = 0
    headings = ""
    under = ""  # the reference that a heading names: another one between two tables ends the band inside the first
    numbers = {told.number for told in headed.values() if told}
    rows = list(parents.put_over(whole_records(strips, order)))
    counted = {} if any(headed.values()) else counted_bands.named([item for _, own in rows for item in own])
    for strip, items in rows:
        repeated = strip.table.page == page + 1 and id(strip.table) not in order.opened
        repeated = (repeated or (strip.table is table and not (foot or strip.titles))) and " ".join(
            strip.headings
        ) == headings  # columns may be cut otherwise there
        gap = order.between(page, strip.table.page) or any(
            isinstance(i, Record) and i.parted for i in items[:1]
        )
        table, page, headings = strip.table, strip.table.page, " ".join(strip.headings)
        said_anew = headed[id(strip.table)] != above
        if said_anew or gap or (strip.headed and not repeated):
            above = headed[id(strip.table)]
            since = None if said_anew or gap else foot or since
            priority = since or above
            bands, remarks, owners, last = Bands(), [], [], None
        if (rubric := rubrics.get(id(strip.table))) is not None:
            bands, under = bands if rubric.ref == under else Bands(), rubric.ref
        foot = None
        for item in items:
            if isinstance(item, Theme):
                if item is items[0] and bands.take_rest(band_rows.pieces(item, strip)):
                    yield item, priority
                    continue
                said = foot = counted.get(id(item)) or texts.priority(item.text)
                if said or item.tally or band_rows.is_band(item):
                    bands = Bands() if said else bands
                    bands.begin(() if said or item.tally else band_rows.pieces(item, strip))
                    remarks, owners, last = [], [], None
                elif (last is None or owners) and (told := of_band(item.cells, item.page)):
                    owners, last = [*(owners if last is None else ()), *told], None
                elif last is not None:
                    _keep_beside(last, band_rows.pieces(item, strip))
                else:
                    remarks += band_rows.pieces(item, strip)
            else:
                foot, bands.bare, last = None, (), item
                _keep_beside(item, remarks)
                said = _in_column(item) or _by_its_number(item, numbers)
                _put_in(item, chapters.get(id(item.strip.table), ()))
                _tell_of(item, [*_but_for(owners, particulars.get(id(item.strip.table), ())), *owners])
                _stand_under(item, bands.above)
                _gather(item, bands.own)
                _put_under(item, rubrics.get(id(item.strip.table)))
                labels.take_apart(item)
                led_dates.part(item)
            priority = said or priority
            yield item, priority


def _in_column(record: Record) -> Priority | None:
    """The priority that a row's own column says. A number alone is one of indicators; of actions it may be a rank."""
    text = record.text("priority")
    if record.strip.kind != "indicators":
        return texts.numbered_priority(text)
    grouped = texts.priority(record.text("group")) if not text else None  # a column `Outcome`: `Outcome 1`
    return grouped or texts.numbered_priority(text) or texts.bare_priority(text)


def _by_its_number(record: Record, numbers: Container[str]) -> Priority | None:
    """The priority that an indicator's column names by no more than the number of one that a heading names, below a
    heading for such: `A` under `Objective` beside `Objective A - Homes`."""
    column = record.pieces("group")
    text = record.text("group").strip(" .").upper()
    if record.strip.kind != "indicators" or not column or text not in numbers:
        return None
    heading = record.strip.heading(column[0].cell)
    return Priority(text, "") if vocabulary.role_of(heading) in ("activity", "priority") else None


def _keep_beside(record: Record, remarks: Sequence[Piece]) -> None:
    if remarks:
        record.fields[REMARK] = [*record.fields.get(REMARK, ()), *remarks]


def _put_in(record: Record, chapters: Sequence[Chapter]) -> None:
    """Keep beside a row the chapters that it stands in: the outer one, and those inside it."""
    for role, own in ((CHAPTER, chapters[:1]), (PART, chapters[1:])):
        if own:
            reader = record.strip.table.reader
            record.fields[role] = [Piece(chapter.cell, chapter.page, reader, False) for chapter in own]


def _but_for(owners: Sequence[Particular], above: Sequence[Particular]) -> list[Particular]:
    """What lines above a table tell of a row below others inside it that do not tell the same anew."""
    anew = {vocabulary.plain(told.label) for told in owners}
    return [told for told in above if vocabulary.plain(told.label) not in anew]


def _tell_of(record: Record, particulars: Sequence[Particular]) -> None:
    """Put what labelled lines say of all rows of a table into each: who leads, and of which plans they are, where it
    has no column of its own that says so, anything else under its label. Of two that lead, the one nearer to the rows
    does."""
    acted = record.strip.kind == "actions"
    planned = acted and "plan" not in record.strip.roles
    free = acted and not any(role in record.strip.roles for role in OWNERS)
    owner = next((p for p in reversed(particulars) if p.role == OWNERS[0]), None)
    owner = owner or next((p for p in reversed(particulars) if p.role in OWNERS), None)
    for told in particulars:
        own = (free and told is owner) or (planned and told.role == "plan")
        role = told.role if own else f"extra:{told.label}"
        record.fields.setdefault(role, []).append(
            Piece(told.cell, told.page, record.strip.table.reader, False)
        )


def _gather(record: Record, band: Sequence[Piece]) -> None:
    """Put a row of actions that has no column for its activity under the row of one text above it; any other row
    keeps it beside its fields."""
    if band and record.strip.kind == "actions" and "activity" not in record.fields:
        record.fields["activity"] = list(band)
    else:
        _stand_under(record, band)


def _stand_under(record: Record, over: Sequence[Piece]) -> None:
    """Keep beside a row what stands over it, inside the chapter that it stands in."""
    if over:
        role = PART if CHAPTER in record.fields else CHAPTER
        record.fields[role] = [*record.fields.get(role, ()), *over]


def _put_under(record: Record, rubric: Rubric | None) -> None:
    """Put a row of actions that nothing inside its table gives an activity under the one that the heading names."""
    if rubric and record.strip.kind == "actions" and "activity" not in record.fields:
        reader = record.strip.table.reader
        record.fields["activity"] = [Piece(part.cell, part.page, reader, False) for part in rubric.parts()]
        record.rubric = rubric


def distinct(found: Iterable[Priority]) -> tuple[Priority, ...]:
    """Each number once, with the first title printed for it."""
    titles: dict[str, str] = {}
    for priority in found:
        titles[priority.number] = titles.get(priority.number) or priority.title
    return tuple(Priority(number, title) for number, title in titles.items())


def placed(rows: Sequence[Titled], found: Sequence[Priority]) -> list[Placed]:
    """The records alone, each with its priority's number: its own column's goes before a heading's, and what neither
    says may be said by a reference. Where the references of all rows open with the number that their columns say, that
    of a row whose column shows none, or the rest of a text that a page's end cut, tells its priority."""
    records = [(item, priority) for item, priority in rows if isinstance(item, Record)]
    said = [_of_column(item.text("priority"), found) for item, _ in records]
    numbers = {p.number for p in found}
    opened = [_opened(item, numbers) for item, _ in records]
    agreed = _agree(said, opened)
    out = []
    for (item, priority), own, parted in zip(records, said, opened, strict=True):
        column = item.text("priority").split(".")[0]
        by_reference = column if column in numbers else parted
        above = priority.number if priority else by_reference
        out.append(Placed(item, own or (parted if agreed and parted else above)))
    return out


def _of_column(text: str, found: Sequence[Priority]) -> str | None:
    """The priority that a row's column says by its number or its title, or by the end of one that no other has: of a
    text that is turned on its side a page's end leaves that."""
    number, title = text.strip(" ."), vocabulary.plain(text)
    titles = {vocabulary.plain(p.title): p.number for p in found if p.title}
    numbers = {p.number for p in found}
    named = texts.numbered_priority(text)
    if number in numbers or (named and named.number in numbers):
        return number if number in numbers or named is None else named.number
    cut = [titles[known] for known in titles if len(title) >= LEFT and known.endswith(title)]
    return titles.get(title) or (cut[0] if len(cut) == 1 else None)


def _opened(record: Record, numbers: Container[str]) -> str | None:
    """The priority whose number opens that of a row or of what it belongs to."""
    headed = (record.rubric.ref if record.rubric else record.text("activity")) or record.text("ref")
    number = headed.split(".")[0] if DOTTED.match(headed) else ""
    return number if number in numbers else None


def _agree(said: Sequence[str | None], opened: Sequence[str | None]) -> bool:
    """True where several columns say another number each, and every reference beside one opens with it."""
    pairs = {(own, parted) for own, parted in zip(said, opened, strict=True) if own}
    return len(pairs) > 1 and all(own == parted for own, parted in pairs)
