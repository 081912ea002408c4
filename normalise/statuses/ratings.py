"""Which of a row's rating columns says how it stands: one for each part of the year, or for each thing rated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from normalise.columns import twofold, year_parts
from normalise.columns.strips import Strip
from normalise.language import colours, vocabulary
from normalise.rows.records import Record
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import cells as statuses
from parsers.block import Cell

STATUS = "status"
PUT_OFF = ("paused", "cancelled", "not_started")
UNDER_WAY = ("on_schedule", "behind_schedule", "off_track")


class Part(NamedTuple):
    """The rating for the newest part of the year that a row fills: its role, that of a newer one which only other rows
    fill, and that of one in this row which may be the newer."""

    role: str
    missing: str | None
    rival: str | None


def of_part(record: Record) -> Part:
    """Of the columns for parts of the year the newest that this row fills."""
    printed = year_parts.latest_first(record.strip.roles)
    known = dict.fromkeys(
        [*(record.strip.newest_first or printed), *year_parts.latest_first([*record.fields])]
    )
    parts = [part for part in known if record.pieces(part)]
    filled = [p for p in parts if any(_rates(piece.cell) for piece in record.pieces(p))]
    own = (filled or parts)[0]
    latest = next((p for p in parts if _filled(record.strip, p)), own)
    rivals = [p for p in printed if p in filled and p != own and _shows(record, p) != _shows(record, own)]
    if record.strip.newest_first:  # of these the ones that stand behind it, as if they were of the same year
        rivals = [p for p in rivals if printed.index(p) < printed.index(own)]
    return Part(
        own, latest if latest != own else None, rivals[0] if record.strip.unordered and rivals else None
    )


def _shows(record: Record, part: str) -> set[tuple[str, str | None, tuple[str, ...]]]:
    cells = [piece.cell for piece in record.pieces(part)]
    return {(c.text, c.fill, tuple(m.identity for m in c.marks)) for c in cells}


def _filled(strip: Strip, part: str) -> bool:
    columns = strip.columns(part)
    return any(
        cell.row < strip.end
        and cell.row + cell.row_span > strip.body
        and any(cell.col <= col < cell.col + cell.col_span for col in columns)
        and _rates(cell)
        and not _is_of_band(strip, cell)
        for cell in strip.table.cells
    )


def _is_of_band(strip: Strip, cell: Cell) -> bool:
    """True for a heading inside the table, which covers every column, or for blanks on the ground of one."""
    first = next((c for c in strip.table.cells if c.row == cell.row and c.col == 0), None)
    ground = first is not None and first.fill is not None and first.fill == cell.fill
    return cell.col_span == strip.table.cols or (ground and not cell.text and not cell.marks)


def _rates(cell: Cell) -> bool:
    return bool(cell.text or cell.marks or colours.may_rate(cell.fill))


class Choice(NamedTuple):
    """The rating that says how a row stands, and the heading of its column; empty where none was taken."""

    decision: Decision
    heading: str = ""


def of_columns(
    record: Record, cells: Sequence[Cell], keys: Sequence[Key], row_fills: Sequence[str | None]
) -> Choice | None:
    """The status where columns under several headings rate a row; None where one does, or where some are not known.

    `RAG (time)` beside `RAG (budget)`: the overall rating counts where one column is headed so, else a person decides.
    """
    columns = apart(record, cells)
    if len(columns) < 2:
        return None
    rated = {h: statuses.decide(own, keys, row_fills) for h, own in columns.items() if not _past(h)}
    known = {heading: d for heading, d in rated.items() if d.status != "unknown"}
    if taken := _on_the_way(rated):
        return taken
    if len({d.status for d in known.values()}) < 2:
        agreed = known and (len(rated) < len(columns) or len(known) == len(rated))
        surest = sorted(known.items(), key=lambda told: told[1].basis == "convention")
        return Choice(surest[0][1], surest[0][0]) if agreed else None
    words = vocabulary.load("headings")["shades"]["overall"]
    overall = [
        Choice(d, heading)
        for heading, d in rated.items()
        if set(vocabulary.plain(heading).split()) & set(words)
    ]
    if len(overall) == 1:
        return overall[0]
    if ended := _ended(rated):
        return ended
    said = " and ".join(f"{heading!r} {d.mark} ({d.status})" for heading, d in known.items())
    first = next(iter(known.values()))
    note = (
        "warning",
        "several_ratings",
        f"columns rate the row apart: {said}; none is headed as the overall one",
    )
    return Choice(Decision("unknown", None, "none", first.mark, 0.0, (note,)))


def _on_the_way(rated: Mapping[str, Decision]) -> Choice | None:
    """The rating of the progress beside a column headed `Status` that only says that the row is under way: that is no
    rating where no key explains it, and speaks against none but one of what is over or has not begun."""
    begun = vocabulary.load("statuses")["degree"]["under_way"]
    own = [d for heading, d in rated.items() if vocabulary.plain(heading) == STATUS]
    words = [vocabulary.plain(d.label or "") for d in own if d.basis == "words"]
    lights = [Choice(d, h) for h, d in rated.items() if twofold.says_standing(h) and d.status in UNDER_WAY]
    lights = [c for c in lights if c.decision.basis != "convention" or c.decision.status != "on_schedule"]
    return lights[0] if len(words) == 1 and words[0] in begun and len(lights) == 1 else None


def beside(record: Record, keys: Sequence[Key]) -> Iterator[tuple[str, str]]:
    """Of a row that columns under several headings rate those that do not say its status: heading and what it shows."""
    cells = [piece.cell for piece in record.pieces(STATUS)]
    columns = apart(record, cells) if len(cells) > 1 else {}
    if len(columns) < 2 or all(vocabulary.colour_word(h.split()[-1]) for h in columns if h):
        return
    taken = of_columns(record, cells, keys, ())
    for heading, own in columns.items():
        if taken is None or heading != taken.heading:
            shown = statuses.decide(own, keys)
            yield heading, " ".join(c.text for c in own if c.text) or shown.label or shown.mark or ""


def _ended(rated: Mapping[str, Decision]) -> Choice | None:
    """What the column headed `Status` says where that ends the row, or puts it off, and no rating speaks against it: a
    sign that tells how far it is on target says nothing of that."""
    plain = [Choice(d, heading) for heading, d in rated.items() if vocabulary.plain(heading) == STATUS]
    others = {d.status for heading, d in rated.items() if vocabulary.plain(heading) != STATUS}
    if len(plain) != 1:
        return None
    put_off = plain[0].decision.status in PUT_OFF
    done = plain[0].decision.status == "completed" and others <= {"completed", "on_schedule", "unknown"}
    return plain[0] if put_off or done else None


def apart(record: Record, cells: Sequence[Cell]) -> dict[str, list[Cell]]:
    """The cells that rate the row by their column's heading, in the columns' order."""
    headings, columns = record.strip.headings, dict[str, list[Cell]]()
    for cell in cells:
        if _rates(cell) and cell.col < len(headings):
            columns.setdefault(headings[cell.col], []).append(cell)
    return columns


def _past(heading: str) -> bool:
    """True for a rating that brackets date back: `RAG (last quarter)`. `RAG (Q2)` may be today's."""
    past = set(vocabulary.load("statuses")["past"]["words"]) - set(year_parts.QUARTERS)
    return any(past & set(vocabulary.plain(a[1:-1]).split()) for a in vocabulary.BRACKETS.findall(heading))
