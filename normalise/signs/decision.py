"""What one row's cells say of its status, and how that was found."""

from __future__ import annotations

from typing import NamedTuple


class Decision(NamedTuple):
    """A status with how it was found. `notes` are (severity, code, message) of findings about this row, `colour` is the
    one that words stand on or beside."""

    status: str
    label: str | None
    basis: str
    mark: str | None
    confidence: float
    notes: tuple[tuple[str, str, str], ...] = ()
    colour: str | None = None
