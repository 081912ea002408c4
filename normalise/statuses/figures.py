"""The status of an indicator's figures: of a column that rates them, or of the colour behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.columns import figures
from normalise.columns.figures import Column
from normalise.language import colours, phrases, vocabulary
from normalise.rows import newest
from normalise.rows.newest import Chosen
from normalise.rows.records import Piece, Record
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import answers, ratings
from normalise.statuses import cells as statuses
from parsers.block import Cell

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
        printed = [replace(p.cell, text=phrases.parted(p.cell.text)[0]) for p in own]
        cells = answers.put(record, printed, keys)
        taken = ratings.of_columns(record, cells, keys, ())
        decision = _of_a_figure(taken.decision if taken else statuses.decide(cells, keys), cells)
        return answers.noted(record, printed, keys, decision)
    if any(c.holds == "actual" for c in columns):
        if chosen.latest and chosen.latest.role in rated:
            return rated[chosen.latest.role]
        if chosen.latest is None or chosen.latest.end is not None or rated:
            return None  # ratings of other times say nothing of it
    elif record.pieces("latest"):
        return _by_background(record, "latest", record.pieces("latest"), keys)
    alone = [c for c in columns if c.holds == "rating" and c.rates is None and not record.blank(c.role)]
    alone.sort(key=lambda c: c.end or 0)
    return decide([p.cell for p in record.pieces(alone[-1].role)], keys) if alone else None


def decide(cells: Sequence[Cell], keys: Sequence[Key], row_fills: Sequence[str | None] = ()) -> Decision:
    """What the cells of a figure's rating say."""
    return _of_a_figure(statuses.decide(cells, keys, row_fills), cells, row_fills)


def _of_a_figure(decision: Decision, cells: Sequence[Cell], row_fills: Sequence[str | None] = ()) -> Decision:
    """A figure is on target or it is not, and never completed: a target that is achieved is on target, and a sign that
    the key explains as completed is one of actions."""
    if decision.status != "completed":
        return decision
    if _reached(decision.label or ""):
        return decision._replace(status="on_schedule")
    bare = [replace(c, text=vocabulary.colour_word(c.text) or "", hidden="") for c in cells]
    by_sign = statuses.decide(bare, (), row_fills)
    message = (
        f"{decision.label!r} is said of actions, not of figures: {decision.mark} is read as {by_sign.status}"
    )
    if decision.basis == "words" or by_sign.basis != "convention":
        note = ("warning", "figure_completed", message)
        return by_sign._replace(status="unknown", basis="none", confidence=0.0, notes=(note,))
    return by_sign._replace(notes=(("info", "status_by_convention", f"{message} by convention"),))


def _reached(label: str) -> bool:
    """True for words that say of a target that it was reached: `Achieved`, `Fully met`."""
    reached: list[str] = vocabulary.load("statuses")["figures"]["reached"]
    return vocabulary.plain(label) in reached


def of_figure(
    record: Record, column: Column, columns: Sequence[Column], keys: Sequence[Key]
) -> Decision | None:
    """The status of one figure: of the column that rates it, else of the background behind it."""
    cells = [p.cell for c in columns if c.rates == column.role for p in record.pieces(c.role) if _shows(p)]
    if cells:
        return decide(cells, keys, _row_fills(record))
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
    decision = decide(cells, keys, _row_fills(record))
    told = decision.basis in EXPLAINED or (decision.basis == "convention" and _in_colours(record, role))
    if told:
        return decision
    unexplained = [c.fill for c in cells if c.fill and colours.may_rate(c.fill)]
    return decision if unexplained and keys and _in_colours(record, role) else None


def _in_colours(record: Record, role: str) -> bool:
    """True for a column whose cells stand on more than one colour: shading has one."""
    strip = record.strip
    own = {
        name
        for c in strip.table.cells
        if strip.body <= c.row < strip.end and c.col_span < strip.table.cols and strip.roles[c.col] == role
        if (name := colours.name(c.fill)) and name not in colours.SILENT
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
