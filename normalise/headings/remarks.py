"""Remarks across the table below the rows of actions, without a label, where no column is the progress: they may be it.
Where nearly all rows have a sentence each, that is known before (`rows.paired_rows`)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from normalise.headings.band_rows import LABEL
from normalise.headings.sections import REMARK, Titled
from normalise.language import vocabulary
from normalise.rows.comments import DEGREE, ROLE
from normalise.rows.records import Piece, Record

SEVERAL = 2  # rows with such a remark
UNSURE = (
    "warning",
    "columns_unsure",
    "the text below the row is kept as a remark, it may be the row's progress, which no column says",
)


def doubted(titled: Iterable[Titled]) -> None:
    """Note of each row with such a remark that it may be the progress, where several under one header have one."""
    under: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for item, _ in titled:
        if isinstance(item, Record) and item.strip.kind == "actions":
            under[item.strip.headings].append(item)
    for rows in under.values():
        told = [(record, own) for record in rows if (own := _below(record))]
        if len(told) >= SEVERAL and not any(map(_has_progress, rows)) and not _are_labelled(told):
            for record, _ in told:
                record.notes.append(UNSURE)


def _below(record: Record) -> list[Piece]:
    """The remarks that stand below a row: one above it is about all rows of its group."""
    key = record.pieces("action")[:1]
    top = (key[0].page, key[0].cell.box.top) if key else (0, 0.0)
    return [p for p in record.pieces(REMARK) if key and (p.page, p.cell.box.top) > top]


def _has_progress(record: Record) -> bool:
    """True for a row with progress in words, or with a column for it: a percentage is none."""
    told = [p.cell.text for p in record.pieces(ROLE) if p.cell.text]
    return any(not DEGREE.fullmatch(text) for text in told) or (not told and ROLE in record.strip.roles)


def _are_labelled(told: Sequence[tuple[Record, list[Piece]]]) -> bool:
    """True where labels say what the remarks are: a label of another column, or one that several have."""
    found = [match["label"] for _, own in told if (match := LABEL.match(own[0].cell.text))]
    again = Counter(found).most_common(1)
    return bool(again and again[0][1] > 1) or any(
        vocabulary.role_of(label) not in (None, ROLE) for label in found
    )
