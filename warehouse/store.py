"""The store: a warehouse opened, and documents recorded in it, each in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import duckdb

from normalise.review import Finding, Review
from warehouse import corrections, corrections_file, schema
from warehouse.appending import Appenders
from warehouse.connection import open_to_read, open_to_write, transaction
from warehouse.correcting import Corrected, correct
from warehouse.correction import Correction, standing
from warehouse.facts import columns, plan_key, prefix, tables
from warehouse.remarks import remark, superseded
from warehouse.reread import reread
from warehouse.sql_files import script, statement
from warehouse.threads import link_plans

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


class _Known(NamedTuple):
    outcome: str
    code: str | None
    message: str | None
    review_id: str | None
    extractor_version: str
    sequence: int


class Warehouse:
    """An open database of plan reviews; a context manager. `con` is its DuckDB connection."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self._appenders = Appenders(con)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Warehouse:
        """Open the database at `path`, making it unless `read_only`; raises WarehouseError."""
        con = open_to_read(path) if read_only else open_to_write(path)
        try:
            if read_only:
                schema.check(con, str(path))
            else:
                schema.migrate(con)
        except BaseException:
            con.close()
            raise
        return cls(con)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the file may then be opened by others."""
        self.con.close()

    def known(self, sha256: str, extractor_version: str) -> Outcome | None:
        """The outcome `unchanged` where the same extractor has read the same bytes, or has refused their
        content."""
        known = self._known(sha256)
        if known is None or known.extractor_version != extractor_version or known.code in TRANSIENT:
            return None
        return Outcome("unchanged", known.code, known.message, known.review_id, ())

    def load(
        self, source: Source, review: Review, *, extractor_version: str, ingested_at: datetime
    ) -> Outcome:
        """Record a document and its review, corrected, in place of what was known of it; `partial` when error
        findings are left."""
        document = {
            **_document(source, extractor_version, ingested_at),
            "page_count": review.document.page_count,
            "producer": review.document.producer,
            "tagged": review.document.tagged,
            "ink_coverage": review.ink_coverage,
        }
        with transaction(self.con):
            corrected = self._corrected(document["document_id"], review)
            open_ones = _open(corrected)
            outcome, code, message = _verdict(open_ones)
            document |= {"outcome": outcome, "code": code, "message": message}
            replaced = self._replace(document, review, corrected)
        taken = replaced.get(source.document_id, ())
        return Outcome(outcome, code, message, corrected.review.review_id, taken, len(open_ones))

    def refuse(
        self, source: Source, code: str, message: str, *, extractor_version: str, ingested_at: datetime
    ) -> Outcome:
        """Record that nothing could be read; facts that were read from the same bytes before are kept, and
        flagged."""
        document_id = source.document_id
        refused = Outcome("refused", code, message, None, ())
        with transaction(self.con):
            known = self._known(document_id)
            if known and known.outcome != "refused":
                self._note_refusal(document_id, code, message, extractor_version)
                return refused
            self._forget(document_id)
            self._run(
                "record_document",
                **_document(source, extractor_version, ingested_at),
                **dict.fromkeys(("page_count", "producer", "tagged", "review_id", "ink_coverage")),
                outcome="refused",
                code=code,
                message=message,
                sequence=known and known.sequence,
            )
        return refused

    def link(self, *, everything: bool = False) -> None:
        """Link consecutive reviews of the plans that were touched since the last time, or of all plans."""
        link_plans(self.con, self._appenders, everything=everything)
        corrections.settle_later(self.con)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections that the database knows, in the order of their file."""
        return corrections.stored(self.con)

    def heed(self, file: Path) -> None:
        """Bring the database to what the corrections file says, or write the file anew where it is gone.

        Raises WarehouseError for a line that is not understood; then nothing has changed.
        """
        known = corrections.stored(self.con)
        if not file.exists() and known:
            corrections_file.write(file, known)
        elif (found := corrections_file.read(file)) != known:
            self._decide(found, None)
        self.link()

    def correct(self, file: Path, decisions: Sequence[Correction]) -> tuple[Correction, ...]:
        """Add decisions to the corrections file and to the database, all or none; the decisions with their ids.

        The file is on the disk before the database commits: what a crash leaves undone here, `heed` does.
        """
        self.heed(file)
        known = corrections.stored(self.con)
        added = tuple(decision.named() for decision in decisions)
        corrections_file.parse(corrections_file.text((*known, *added)), str(file))
        self._decide((*known, *added), file)
        self.link()
        return added

    def _decide(self, decided: Sequence[Correction], file: Path | None) -> None:
        """Have these corrections hold, in one transaction, and write them to the file just before its end."""
        before = corrections.stored(self.con)
        with transaction(self.con):
            corrections.store(self.con, self._appenders, decided)
            for document_id in corrections.affected(self.con, before, decided):
                self._correct_again(document_id)
            if file is not None:
                corrections_file.write(file, decided)

    def _correct_again(self, document_id: str) -> None:
        """Correct a document that is loaded, from what was read of it."""
        (document,) = self._dicts("stored_document", document_id=document_id)
        noted = self._dicts("refusal_noted", document_id=document_id)
        read = reread(self.con, document_id)
        corrected = self._corrected(document_id, read)
        if not noted:
            verdict = _verdict(_open(corrected))
            document |= dict(zip(("outcome", "code", "message"), verdict, strict=True))
        self._replace(document, read, corrected)
        if noted:
            self._appenders.append("findings", columns(noted, document_id))

    def _corrected(self, document_id: str, read: Review) -> Corrected:
        return correct(read, prefix(document_id), standing(corrections.stored(self.con)))

    def _replace(
        self, document: dict[str, Any], read: Review, corrected: Corrected
    ) -> dict[str, tuple[str, ...]]:
        """Put a review in the place of all that was known of its document; which documents it superseded."""
        review = corrected.review
        known = self._forget(document["document_id"])
        self._record({**document, "review_id": review.review_id}, review, known)
        corrections.record(self.con, self._appenders, document["document_id"], read, corrected)
        touched = {review.review_id} | ({known.review_id} if known and known.review_id else set())
        replaced = self._supersede(touched)
        for key in sorted(map(plan_key, touched)):
            self._run("mark_unlinked", plan_key=key)
        return replaced

    def _known(self, document_id: str) -> _Known | None:
        rows = self._rows("document_known", document_id=document_id)
        return _Known(*rows[0]) if rows else None

    def _forget(self, document_id: str) -> _Known | None:
        """Delete a document with its facts; what it was."""
        known = self._known(document_id)
        for delete in script("forget_document") if known else ():
            self.con.execute(delete, {"document_id": document_id})
        return known

    def _record(self, document: dict[str, Any], review: Review, known: _Known | None) -> None:
        self._run("record_document", **document, sequence=known and known.sequence)
        for table, values in tables(review, document["document_id"]):
            self._appenders.append(table, values)

    def _supersede(self, review_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Of several documents for one review, the one that came last stands; which were superseded by
        which."""
        ids = sorted(set(review_ids))
        if not self._rows("contested_reviews", review_ids=ids):
            return {}
        for delete in script("forget_store_findings"):
            self.con.execute(delete, {"review_ids": ids})
        self._run("supersede", review_ids=ids)
        taken: dict[str, tuple[str, ...]] = {}
        for document_id, review_id, by, file_name, texts, kept in self._rows("superseded", review_ids=ids):
            taken[by] = (*taken.get(by, ()), document_id)
            finding = superseded(document_id, review_id, file_name, texts, kept)
            self._appenders.append("findings", columns([finding], document_id))
        return taken

    def _note_refusal(self, document_id: str, code: str, message: str, extractor_version: str) -> None:
        kept = f"planreview {extractor_version} could not read this again ({message}); the facts are older."
        self._run("forget_refusal", document_id=document_id)
        self._run("note_refusal", document_id=document_id, code=code, message=kept)
        finding = remark(f"{prefix(document_id)}-refused", "error", code, kept)
        self._appenders.append("findings", columns([finding], document_id))

    def _run(self, name: str, /, **values: Any) -> None:
        self.con.execute(statement(name), values or None)

    def _rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:
        return self.con.execute(statement(name), values).fetchall()

    def _dicts(self, name: str, /, **values: Any) -> list[dict[str, Any]]:
        cursor = self.con.execute(statement(name), values)
        names = [str(column[0]) for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _open(corrected: Corrected) -> list[Finding]:
    """Findings that nobody has answered, those about corrections too."""
    read = [f for n, f in enumerate(corrected.review.findings) if n not in corrected.settled]
    return [*read, *corrected.findings]


def _verdict(findings: Sequence[Finding]) -> tuple[str, str | None, str | None]:
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        return "loaded", None, None
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return "partial", errors[0].code, errors[0].message + more


def _document(source: Source, extractor_version: str, ingested_at: datetime) -> dict[str, Any]:
    moment = ingested_at.astimezone(UTC).replace(tzinfo=None) if ingested_at.tzinfo else ingested_at
    return {
        "document_id": source.document_id,
        "source": source.source,
        "file_name": source.file_name,
        "bytes": source.bytes,
        "ingested_at": moment,
        "extractor_version": extractor_version,
    }
