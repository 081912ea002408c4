"""Records over page breaks: a row that a break cut is made whole, two rows are never fused.

A row goes on where its key (reference, number) is missing behind the break and its text runs on. A blank status alone
proves nothing. Where the signs disagree the rows stay apart and a finding says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from normalise.columns.strips import Strip
from normalise.language import plan_names, values
from normalise.language.references import leading_reference, numbered
from normalise.rows import comments, feet, halves, merged, named_rests, repair, tears
from normalise.rows.breaks import NONE, Breaks
from normalise.rows.halves import PER_ROW, SENTENCE_END, seen_status, signs_of_their_own
from normalise.rows.partings import Gap
from normalise.rows.records import KEY, Piece, Record, Theme, records
from parsers.block import Cell
from parsers.text.wording import END_HYPHEN, in_brackets

GOES_ON = ("(", "&", ",", ";")  # what begins the rest of a text that a page's end cuts
PENDING = (
    "to be ",
    "not ",
    "no ",
    "awaiting ",
    "under ",
    "baseline ",
)  # what opens words for a value to come
YEARS = 2  # values in brackets below others that are no chance
FEW = 3  # rows of two pages from which a reference in all others but one tells that each row has its own

Item = Record | Theme


def whole_records(strips: Iterable[Strip], breaks: Breaks = NONE) -> Iterator[tuple[Strip, list[Item]]]:
    """Per strip the records that begin in it; a record that goes on in a later strip has taken its pieces along."""
    open_record: Record | None = None
    waiting: tuple[Strip, list[Item]] | None = None
    for strip, peers in _with_peers(list(strips)):
        items = _made_whole(list(records(strip, peers)))
        first = next((i for i in items if isinstance(i, Record)), None)
        leads = bool(items) and items[0] is first
        if open_record is not None and (why := breaks.between(open_record.last_page, strip.table.page)):
            ended = waiting[0].table if waiting else open_record.strip.table
            gap = Gap(why, closed=id(ended) in breaks.closed, begun=id(strip.table) in breaks.begun)
            gap.part(open_record, [i for i in items if isinstance(i, Record)])
            open_record = None
        if open_record is not None and _begins_anew(open_record.strip, strip, breaks):
            open_record = None
        if open_record is not None and _took_remark(open_record, strip, items):
            leads = leads and first in items
        open_record = feet.without_head(open_record, first if leads else None, waiting[1] if waiting else [])
        if first is not None and leads and open_record is not None and open_record.strip.kind == strip.kind:
            _go_on(open_record, first, items, breaks)
        if waiting is not None:
            yield waiting
        waiting = (strip, items)
        open_record = next(
            (i for i in reversed(items) if isinstance(i, Record)), open_record if not items else None
        )
        if items and isinstance(items[-1], Theme):
            open_record = None
    if waiting is not None:
        yield waiting


def _go_on(before: Record, first: Record, items: list[Item], breaks: Breaks) -> None:
    """Give the row before a break its rest, and the merged cells that go on to the rows behind it; over a page of which
    nothing was read none goes on."""
    rows = [item for item in items if isinstance(item, Record)]
    chained = merged.carried(before, first)
    why = breaks.skipped(before.last_page, first.page)
    if why and (chained or _continues(before, first)):
        Gap(why).part(before, rows)
        return
    if not tears.took_begin(before, first) and _continues(before, first):
        chained = _absorb(before, first)
        items.remove(first)
        rows.remove(first)
    else:
        tears.tell(before, first)
    for row in rows:
        _replace(row, chained)
    if first in rows:
        first.notes.extend(merged.reaching(before, first))


def _with_peers(strips: list[Strip]) -> list[tuple[Strip, list[Strip]]]:
    """Each strip with all that stand under the same header."""
    alike: defaultdict[tuple[str, ...], list[Strip]] = defaultdict(list)
    for strip in strips:
        alike[strip.headings].append(strip)
    return [(strip, alike[strip.headings]) for strip in strips]


def _took_remark(before: Record, strip: Strip, items: list[Item]) -> bool:
    """Whether the first item was a remark on the record before the break, which has it now."""
    remark = _remark(before, strip, items[0]) if items else None
    if remark is None:
        return False
    before.remark(remark, strip.table)
    del items[0]
    return True


def _remark(before: Record, strip: Strip, item: Item) -> list[Cell] | None:
    """The comment on the last row of the page before, or the rest of it, where a table opens with one."""
    if isinstance(item, Theme) and (whole := comments.comment(strip.table, item.cells)):
        return whole
    told, own = before.pieces(comments.ROLE), before.strip
    if not told or own.table is strip.table or own.kind != strip.kind:
        return None
    cells = item.cells if isinstance(item, Theme) else [p.cell for held in item.fields.values() for p in held]
    return comments.rest(told[-1].cell, own.table, own.end, cells)


def _begins_anew(before: Strip, strip: Strip, breaks: Breaks) -> bool:
    """True for a table under a heading or a caption of its own: its first row is nobody's rest."""
    if strip.table is before.table:
        return False
    return id(strip.table) in breaks.opened or (bool(strip.titles) and strip.said_above != before.said_above)


def _made_whole(items: list[Item]) -> list[Item]:
    """A transcript's rows mended, and those joined that its lines cut a cell into."""
    whole: list[Item] = []
    for item in items:
        if not isinstance(item, Record) or item.strip.table.reader != "transcript":
            whole.append(item)
            continue
        repair.mend(item)
        before = whole[-1] if whole else None
        if (
            isinstance(before, Record)
            and before.strip.kind == item.strip.kind == "actions"
            and _continues(before, item)
        ):
            _absorb(before, item)
        else:
            whole.append(item)
    return whole


def _continues(before: Record, record: Record) -> bool:
    """True where the record is the rest of the one before the page break."""
    kind = record.strip.kind
    if _is_rest(before, record) or _completes(before, record) or halves.are_one(before, record):
        return True
    if named_rests.is_rest(before, record) or tears.is_rest(before, record):
        return True
    if not _key_is_missing(before, record):
        return False
    if halves.status_goes_on(before, record):
        return True
    if seen_status(before) and seen_status(record):
        return False
    text = record.text(KEY[kind])
    if not text or _lacks_its_reference(before, record):
        return True
    if kind == "indicators":
        return _indicator_runs_on(before, record)
    if numbered(before.text("action")).number and not seen_status(record):
        return True
    if halves.runs_on(before, record, "action") or halves.runs_on(before, record, "progress"):
        return True
    apart = any(not record.blank(role) for role in PER_ROW) or seen_status(record)
    may_be_one = halves.may_be_one(before, record)
    if may_be_one or (not apart and not signs_of_their_own(before, record) and _ends(before, "action")):
        note = f"the row that begins page {record.page} may be the rest of the last row of page {before.page}"
        for half in (before, record) if may_be_one else (record,):
            half.notes.append(("warning", "row_split_unsure", note))
    return False


def _indicator_runs_on(before: Record, record: Record) -> bool:
    """True where a name goes on in mid-sentence, or where nothing but the rest of cut cells stands in the row.

    A name that stands behind the break alone belongs to the values before it, if none of them is begun anew. A bracket
    that a value opens before the break and closes behind it tells for all of the row, and so do values that are nothing
    but their years, `(2014-15)`, below figures, and words that begin small beside no value.
    """
    if any(in_brackets(before.text(role), record.text(role)) for role in {*before.fields, *record.fields}):
        return True
    if before.blank("indicator"):
        return all(
            before.blank(role) or record.blank(role) or record.text(role)[:1].islower()
            for role in record.fields
        )
    name = before.pieces("indicator")[-1].cell.text if before.pieces("indicator") else ""
    if halves.runs_on(before, record, "indicator") or END_HYPHEN.search(name):
        return True
    if record.text("indicator")[:1].islower() and record.blank("latest") and not before.blank("latest"):
        return (
            True  # no measure of its own, though a full stop stands before the break: `(annual results inc.`
        )
    texts = [record.text(role) for role in record.fields if role != "indicator" and not record.blank(role)]
    if not texts:
        return True
    if not all(text[:1].islower() or text.startswith(GOES_ON) for text in texts):
        return False
    if all(map(_goes_on_small, texts)) and record.blank("latest") and not before.blank("latest"):
        return True
    years = [r for r in record.fields if record.text(r).startswith("(") and not before.blank(r)]
    return name.count("(") > name.count(")") or len(years) >= YEARS


def _goes_on_small(text: str) -> bool:
    """True for words that begin small and do not say that there is no value yet: `tbc in May`, `to be set`."""
    pending = values.is_absent(text) or values.is_absent(text.split(" ")[0]) or text.startswith(PENDING)
    return text[:1].islower() and not pending


def _is_rest(before: Record, record: Record) -> bool:
    """True for a progress note alone: no action, no status, nobody who leads it. A break that falls between two
    references of one merged cell gives such a row the second of them; a cell's sign may be painted on both pages."""
    alone = record.strip.kind == "actions" and all(record.blank(role) for role in PER_ROW)
    open_end = not record.text("action") and not _ends(before, "progress")
    alone = alone and (record.blank("action") or (open_end and halves.bar_goes_on(before, record)))
    alone = alone and (record.blank("status") or halves.painted_again(before, record))
    return alone and not record.blank("progress") and not before.blank("progress")


def _completes(before: Record, record: Record) -> bool:
    """True where a row of which the page had room for its short cells alone, or for the begin of a long one, finds the
    others behind the break: each has what the other lacks, and what both have goes on."""
    filled, more = ({role for role in r.fields if not r.blank(role)} for r in (before, record))
    if "action" in filled and not before.text("action") and halves.bar_goes_on(before, record):
        filled.remove("action")  # no more than the bar beside it
    if record.strip.kind != "actions" or "action" not in more - filled:
        return False
    return bool(filled) and all(_goes_on(before, record, role) for role in filled & more)


def _goes_on(before: Record, record: Record, role: str) -> bool:
    """True for a note or an activity that stops in mid-sentence, or a plan's name that is not whole."""
    old = before.pieces(role)[-1]
    if role == "plan":
        return not plan_names.complete(old.cell.text)
    if role == "activity":
        return halves.runs_on(before, record, role)
    whole = old.cell.text.endswith(SENTENCE_END) or numbered(record.text(role)).number is not None
    return role == "progress" and old.to_bottom and not whole


def _key_is_missing(before: Record, record: Record) -> bool:
    """False where the record has a reference or a number of its own."""
    ref = record.text("ref")
    if ref and ref != before.text("ref"):
        return False
    if "activity" in record.starts and leading_reference(record.text("activity")):
        return False
    own, old = numbered(record.text("action")).number, numbered(before.text("action")).number
    return own is None or (own == old and record.text("action") == before.text("action"))


def _lacks_its_reference(before: Record, record: Record) -> bool:
    """True where a row behind the break is the only one without a reference: each row of its own has one."""
    if (
        before.blank("ref")
        or not record.blank("ref")
        or "ref" not in record.starts
        or not record.first_on_page
    ):
        return False
    column = [c for s in (before.strip, record.strip) for c in s.cells("ref")]
    blank = [c for c in column if not c.text]
    alone = len(blank) == 1 and blank[0].row == record.strip.body and len(column) > FEW
    return alone and not signs_of_their_own(before, record)


def _ends(record: Record, role: str) -> bool:
    """True for a text that ends as a sentence does."""
    return record.text(role).endswith(SENTENCE_END)


def _absorb(before: Record, record: Record) -> dict[int, list[Piece]]:
    """Give the record's pieces to the one before; the merged cells that they belong to, by the cell's identity."""
    chained: dict[int, list[Piece]] = {}
    for role, pieces in record.fields.items():
        held = before.fields.setdefault(role, [])
        more = [p for p in pieces if not named_rests.names_again(before.text(role), p.cell.text)]
        held.extend(p for p in more if all(p.cell is not h.cell for h in held))
        for piece in pieces:
            chained[id(piece.cell)] = held
    before.notes.extend(record.notes)
    return chained


def _replace(record: Record, chained: dict[int, list[Piece]]) -> None:
    for role, pieces in record.fields.items():
        whole: list[Piece] = []
        for piece in pieces:
            for part in chained.get(id(piece.cell), [piece]):
                if all(part.cell is not p.cell for p in whole):
                    whole.append(part)
        record.fields[role] = whole
