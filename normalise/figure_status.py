"""The status of an indicator's figures: of a column that rates them, or of the colour behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise import colours, figures, newest, ratings, statuses
from normalise.figures import Column
from normalise.key import Key
from normalise.newest import Chosen
from normalise.records import Piece, Record
from normalise.statuses import Decision

UNRATED = ("missing", "not_applicable", "new_measure")
#: columns whose background may be the status of what they print
VALUES = ("target", "latest", "previous", "national", "statistical_neighbours", "baseline", "floor")
EXPLAINED = ("legend", "profile")


def of_row(
    record: Record,
    chosen: Chosen,
    columns: Sequence[Column],
    rated: dict[str, Decision],
    keys: Sequence[Key],
) -> Decision | None:
    """The row's status: as its own column says, else that of its latest figure, else the newest rating."""
    if own := record.pieces("status"):
        cells = [p.cell for p in own]
        return ratings.of_columns(record, cells, keys, ()) or statuses.decide(cells, keys)
    if any(c.holds == "actual" for c in columns):
        if chosen.latest and chosen.latest.role in rated:
            return rated[chosen.latest.role]
    elif record.pieces("latest"):
        return _by_background(record, "latest", record.pieces("latest"), keys)
    alone = [c for c in columns if c.holds == "rating" and c.rates is None and not record.blank(c.role)]
    alone.sort(key=lambda c: c.end or 0)
    return statuses.decide([p.cell for p in record.pieces(alone[-1].role)], keys) if alone else None


def of_figure(
    record: Record, column: Column, columns: Sequence[Column], keys: Sequence[Key]
) -> Decision | None:
    """The status of one figure: of the column that rates it, else of the background behind it."""
    cells = [p.cell for c in columns if c.rates == column.role for p in record.pieces(c.role) if _shows(p)]
    if cells:
        return statuses.decide(cells, keys, _row_fills(record))
    if newest.kind_of(record, column) in UNRATED:
        return None
    return _by_background(record, column.role, record.pieces(column.role), keys)


def _shows(piece: Piece) -> bool:
    return bool(piece.cell.text or piece.cell.marks or piece.cell.fill)


def _by_background(
    record: Record, role: str, pieces: Sequence[Piece], keys: Sequence[Key]
) -> Decision | None:
    """What the key says of the colour behind a figure or the sign beside it.

    Without a key a colour counts where the column shows more than one; a shade that nothing explains is shading.
    """
    cells = [replace(p.cell, text="", lines=(), hidden="") for p in pieces if p.cell.marks or p.cell.fill]
    if not cells:
        return None
    decision = statuses.decide(cells, keys, _row_fills(record))
    told = decision.basis in EXPLAINED or (decision.basis == "convention" and _in_colours(record, role))
    if told:
        return decision
    unexplained = [c.fill for c in cells if c.fill and colours.name(c.fill) not in ratings.SILENT]
    return decision if unexplained and keys and _in_colours(record, role) else None


def _in_colours(record: Record, role: str) -> bool:
    """True for a column whose cells stand on more than one colour: shading has one."""
    strip = record.strip
    own = {
        name
        for c in strip.table.cells
        if strip.body <= c.row < strip.end and c.col_span < strip.table.cols and strip.roles[c.col] == role
        if (name := colours.name(c.fill)) and name not in ratings.SILENT
    }
    return len(own) > 1


def _row_fills(record: Record) -> list[str | None]:
    """The backgrounds of the cells that hold no figures: what they share with one that does is shading."""
    return [
        p.cell.fill
        for role, pieces in record.fields.items()
        if not figures.is_figure(role) and role not in (*VALUES, "status")
        for p in pieces
    ]
