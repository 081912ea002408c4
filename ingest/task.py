"""What passes between the parent and its workers: a task's limits, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: tasks by name, so that only the workers import what reads
READ_REVIEW = "ingest.reading:read_review"
READ_DOCUMENT = "ingest.reading:read_document"
DRAFT_PROFILE = "ingest.reading:draft_profile"


#: seconds that a document may cost where its pages are read by OCR, at about five a page
PATIENCE_FOR_OCR = 1800.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds, by the clock and of processor, and megabytes of address space."""

    seconds: float = 120.0
    megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a task: its value, or a refusal's code and message; and how many seconds it took."""

    value: Any = None
    code: str | None = None
    message: str | None = None
    seconds: float = 0.0
