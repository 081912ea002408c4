"""The corrections file: a CSV that people edit and review, and that outlives every database made with it.

One decision a line, in the order in which they were made; a later line wins. Columns may stand in any order, and
empty ones may be left out. Within a cell a line break is written `\\n` and a backslash `\\\\`; a cell that a
spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from warehouse import correctable
from warehouse.connection import WarehouseError
from warehouse.correction import KINDS, LINKS, REPLACING, Address, Correction

_OTHER = ("review", "document", "refs", "number", "row", "text")
COLUMNS = (
    "id", "made_at", "made_by", "why", "kind", "review", "document", "subject", "refs", "number", "row", "text",
    "field", "was", "now", *(f"other_{name}" for name in _OTHER),
)  # fmt: skip
_SUBJECTS = ("action", "activity", "indicator")
#: subjects that a kind of correction can be about
_ABOUT = {
    "value": _SUBJECTS, "status": ("action", "indicator"), "review": ("review",),
    "link": (*_SUBJECTS, "review"), "unlink": (*_SUBJECTS, "review"), "accept": (*_SUBJECTS, "review", "page"),
    "undo": ("",),
}  # fmt: skip

_FORMULA = re.compile(r"[=+\-@\t＝＋－＠]")
_HARMLESS = re.compile(r"-(?:\s*|[£$€]?\d[\d,]*(?:\.\d+)?\s?%?)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_MEANT = {written: meant for meant, written in _ESCAPES.items()}


def read(path: Path) -> tuple[Correction, ...]:
    """All lines of the file, none where there is no file. Raises WarehouseError: the line, what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise WarehouseError(f"{path} cannot be read: {error}; expected a CSV in UTF-8.") from error
    return parse(text, str(path))


def parse(text: str, name: str) -> tuple[Correction, ...]:
    """The lines of a file called `name`, each checked."""
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    _check_header(rows.fieldnames or (), name)
    found: list[Correction] = []
    try:
        for row in rows:
            where = f"{name} line {rows.line_num}"
            found.append(_checked(of_cells(_cells(row, where)), found, where))
    except csv.Error as error:
        raise WarehouseError(f"{name} line {rows.line_num}: {error}; expected a CSV with commas.") from error
    return tuple(found)


def write(path: Path, corrections: Sequence[Correction]) -> None:
    """Put the file in place whole, and on the disk before this returns: a crash leaves the former or this one."""
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.write(text(corrections))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        _settle(target.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise WarehouseError(f"{path} cannot be written: {error}; nothing was corrected.") from error


def text(corrections: Sequence[Correction]) -> str:
    """The file's text; the same corrections give the same text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_written(cell) for cell in cells(c).values()] for c in corrections)
    return out.getvalue()


def cells(correction: Correction) -> dict[str, str]:
    """A correction by column."""
    c, end = correction, correction.subject
    own = (
        c.id,
        c.made_at,
        c.made_by,
        c.why,
        c.kind,
        end.review,
        end.document,
        end.kind,
        *end[3:],
        c.field,
        c.was,
        c.now,
    )
    other = [getattr(c.other, name) for name in _OTHER]
    return dict(zip(COLUMNS, (*own, *other), strict=True))


def of_cells(cell: Mapping[str, str]) -> Correction:
    """A correction of what its cells say, by column."""

    def end(prefix: str, kind: str) -> Address:
        named = {name: cell.get(prefix + name, "") for name in _OTHER}
        return Address(kind=kind, **named)

    kind, subject = cell.get("kind", ""), cell.get("subject", "")
    return Correction(
        kind=kind,
        subject=end("", subject),
        other=end("other_", subject) if kind in LINKS else Address(),
        **{name: cell.get(name, "") for name in ("field", "was", "now", "made_by", "made_at", "why", "id")},
    ).named()


def _check_header(names: Sequence[str], name: str) -> None:
    unknown = [column for column in names if column not in COLUMNS]
    if unknown or "kind" not in names:
        found = ", ".join(names) or "nothing"
        raise WarehouseError(
            f"{name} line 1: found the columns {found}; expected kind and any of {', '.join(COLUMNS)}."
        )


def _cells(row: Mapping[str | None, str | list[str] | None], where: str) -> dict[str, str]:
    """What each cell means; a row shorter than the header ends in empty cells."""
    if None in row:
        raise WarehouseError(f"{where}: found more cells than columns; put a cell with a comma in quotes.")
    return {str(name): _read(cell) if isinstance(cell, str) else "" for name, cell in row.items()}


def _checked(correction: Correction, before: Sequence[Correction], where: str) -> Correction:
    c = correction
    if c.kind not in KINDS:
        raise WarehouseError(f"{where}: found the kind {c.kind!r}; expected any of {', '.join(KINDS)}.")
    if c.subject.kind not in _ABOUT[c.kind]:
        expected = ", ".join(about or "nothing" for about in _ABOUT[c.kind])
        raise WarehouseError(
            f"{where}: found the subject {c.subject.kind!r} for {c.kind}; expected {expected}."
        )
    ids = {former.id for former in before}
    if c.id in ids:
        raise WarehouseError(
            f"{where}: found the id {c.id} again; expected another, or none and one is made."
        )
    if c.kind == "undo" and c.now not in ids:
        raise WarehouseError(f"{where}: found the undo of {c.now!r}; expected the id of a line above.")
    ends = (c.subject, c.other) if c.kind in LINKS else (c.subject,)
    if c.kind != "undo" and not all(end.review or end.document for end in ends):
        raise WarehouseError(
            f"{where}: found no review; expected a review's id, as `planreview reviews` prints it."
        )
    if c.kind in REPLACING:
        _check_value(c, where)
    return c


def _check_value(c: Correction, where: str) -> None:
    try:
        correctable.parse(c.subject.kind, correctable.field_of(c.subject.kind, c.field), c.now)
    except WarehouseError as error:
        raise WarehouseError(f"{where}: {error}") from error


def _written(cell: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in cell)
    return f"'{escaped}" if _is_formula(escaped) else escaped


def _read(cell: str) -> str:
    bare = cell[1:] if cell.startswith("'") and _is_formula(cell) else cell
    return "".join(_MEANT.get(part, part) for part in _parts(bare))


def _parts(cell: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"\\[\\nr]|.", cell, re.DOTALL))


def _is_formula(cell: str) -> bool:
    bare = cell.lstrip("'")
    return bool(_FORMULA.match(bare)) and not _HARMLESS.fullmatch(bare)


def _settle(folder: Path) -> None:
    """Have the folder's own entry on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
