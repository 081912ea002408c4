"""A document as the store records it: what was read, what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from normalise.review import Finding
from warehouse.correcting import Corrected

#: refusals that say something of the moment, not of the content: worth another try
TRANSIENT = frozenset({"timed_out", "out_of_memory", "crashed", "unreadable_source"})
_NOTHING = hashlib.sha256(b"").hexdigest()


class Source(NamedTuple):
    """What was read: where from, under which name, how many bytes, and their SHA-256 in hexadecimal."""

    source: str
    file_name: str
    bytes: int
    sha256: str

    @property
    def document_id(self) -> str:
        """The SHA-256 of the content; of the source's name where there was no content."""
        if self.sha256 and self.sha256 != _NOTHING:
            return self.sha256
        return hashlib.sha256(f"source:{self.source}".encode()).hexdigest()


class Outcome(NamedTuple):
    """`outcome` is `loaded`, `partial`, `refused` or `unchanged`; `superseded` are ids of the documents that
    this one took the place of, `findings` the number left open of a document that was loaded."""

    outcome: str
    code: str | None
    message: str | None
    review_id: str | None
    superseded: tuple[str, ...]
    findings: int | None = None


class Known(NamedTuple):
    """What is recorded of a document; `sequence` counts documents in the order in which they first came."""

    outcome: str
    code: str | None
    message: str | None
    review_id: str | None
    extractor_version: str
    sequence: int


def open_findings(corrected: Corrected) -> list[Finding]:
    """Findings that nobody has answered, those about corrections too."""
    read = [f for n, f in enumerate(corrected.review.findings) if n not in corrected.settled]
    return [*read, *corrected.findings]


def verdict(findings: Sequence[Finding]) -> tuple[str, str | None, str | None]:
    """Outcome, code and message of a document that was read, by its open findings."""
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        return "loaded", None, None
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return "partial", errors[0].code, errors[0].message + more


def described(source: Source, extractor_version: str, ingested_at: datetime) -> dict[str, Any]:
    """What a row of core.documents says of any document, read or refused."""
    moment = ingested_at.astimezone(UTC).replace(tzinfo=None) if ingested_at.tzinfo else ingested_at
    return {
        "document_id": source.document_id,
        "source": source.source,
        "file_name": source.file_name,
        "bytes": source.bytes,
        "ingested_at": moment,
        "extractor_version": extractor_version,
    }
