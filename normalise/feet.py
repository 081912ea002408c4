"""The feet of pages: what stands there of a row whose text is on the next page."""

from __future__ import annotations

from normalise.records import Record, Theme


def without_head(before: Record | None, record: Record | None, above: list[Record | Theme]) -> Record | None:
    """The record before one, without what is only the head of it at the foot of the page before: no text, such as a
    bar's upper edge. That joins the record."""
    if before is None or record is None or not above or above[-1] is not before:
        return before
    follows = before.page + 1 == record.page and before.strip.kind == record.strip.kind
    if not follows or any(before.text(role) for role in before.starts) or not before.blank("status"):
        return before
    above.pop()
    for role in before.starts:
        own = [p for p in before.pieces(role) if p.cell.marks]
        record.fields[role] = [*own, *record.pieces(role)]
    return next((i for i in reversed(above) if isinstance(i, Record)), None)
