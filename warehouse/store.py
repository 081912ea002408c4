"""The store: a warehouse opened, and documents recorded in it, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from normalise.review import Review
from parsers.circles import unsought
from warehouse import corrections, corrections_file, schema
from warehouse.appending import Appenders
from warehouse.connection import open_to_read, open_to_write, transaction
from warehouse.correcting import Corrected, correct
from warehouse.correction import Correction, standing
from warehouse.document import TRANSIENT, Known, Outcome, Source, described, open_findings, verdict
from warehouse.facts import columns, prefix, tables
from warehouse.line import plan_of
from warehouse.lines import draw_lines, propose_successors, touch
from warehouse.misaddressed import point_out
from warehouse.remarks import remark
from warehouse.reread import reread
from warehouse.sql_files import script, statement
from warehouse.superseding import supersede
from warehouse.threads import link_plans


class Warehouse:
    """An open database of plan reviews; a context manager. `con` is its DuckDB connection."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self._appenders = Appenders(con)
        self._standing: tuple[Correction, ...] | None = None
        self._touched: set[str] = set()  # plans that are marked already, until they are linked

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Warehouse:
        """Open the database at `path`, making it unless `read_only`; raises WarehouseError."""
        con = open_to_read(path) if read_only else open_to_write(path)
        try:
            if read_only:
                schema.check(con, str(path))
            else:
                schema.migrate(con, str(path))
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

    @unsought()
    def load(
        self, source: Source, review: Review, *, extractor_version: str, ingested_at: datetime
    ) -> Outcome:
        """Record a document and its review, corrected, in place of what was known of it; `partial` when error
        findings are left."""
        document = {
            **described(source, extractor_version, ingested_at),
            "page_count": review.document.page_count,
            "producer": review.document.producer,
            "tagged": review.document.tagged,
            "ink_coverage": review.ink_coverage,
        }
        with self._recording():
            corrected = self._corrected(document["document_id"], review)
            open_ones = open_findings(corrected)
            outcome, code, message = verdict(open_ones)
            document |= {"outcome": outcome, "code": code, "message": message}
            taken = self._replace(document, review, corrected)
        return Outcome(outcome, code, message, corrected.review.review_id, taken, len(open_ones))

    def refuse(
        self, source: Source, code: str, message: str, *, extractor_version: str, ingested_at: datetime
    ) -> Outcome:
        """Record that nothing could be read; facts that were read from the same bytes before are kept, and
        flagged."""
        document_id = source.document_id
        refused = Outcome("refused", code, message, None, ())
        with self._recording():
            known = self._known(document_id)
            if known and known.outcome != "refused":
                self._note_refusal(document_id, code, message, extractor_version)
                return refused
            self._forget(document_id)
            document = {
                **described(source, extractor_version, ingested_at),
                "outcome": "refused",
                "code": code,
                "message": message,
            }
            self._record_document(document, known)
        return refused

    def link(self, *, everything: bool = False) -> None:
        """Link consecutive reviews of the plans that were touched since the last time, or of all plans."""
        self._touched.clear()
        draw_lines(self.con)
        link_plans(self.con, self._appenders, everything=everything)
        propose_successors(self.con, self._appenders)
        point_out(self.con, self._appenders)
        corrections.settle_later(self.con)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections that the database knows, in the order of their file."""
        return corrections.stored(self.con)

    def waiting(self) -> list[tuple[str, str]]:
        """Corrections that wait for a review that is not loaded: the id of each, and what it calls the review."""
        return self._rows("corrections_waiting")

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
        before, self._standing = corrections.stored(self.con), standing(decided)
        try:
            self._decide_whole(before, decided, file)
        except BaseException:
            self._standing = None  # whatever holds now is read again
            raise

    def _decide_whole(
        self, before: Sequence[Correction], decided: Sequence[Correction], file: Path | None
    ) -> None:
        with self._recording():
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
            found = verdict(open_findings(corrected))
            document |= dict(zip(("outcome", "code", "message"), found, strict=True))
        self._replace(document, read, corrected)
        if noted:
            self._appenders.append("findings", columns(noted, document_id))

    def _corrected(self, document_id: str, read: Review) -> Corrected:
        if self._standing is None:
            self._standing = standing(corrections.stored(self.con))
        return correct(read, prefix(document_id), self._standing)

    def _replace(self, document: dict[str, Any], read: Review, corrected: Corrected) -> tuple[str, ...]:
        """Put a review in the place of all that was known of its document; which documents it superseded."""
        review, document_id = corrected.review, document["document_id"]
        known = self._forget(document_id)
        self._record({**document, "review_id": review.review_id}, review, known)
        corrections.record(self.con, self._appenders, document_id, read, corrected)
        if known and known.review_id and known.review_id != review.review_id:
            self._touch(known.review_id)
            supersede(self.con, self._appenders, known.review_id, document_id)
        self._touch(review.review_id)
        return supersede(self.con, self._appenders, review.review_id, document_id)

    @contextmanager
    def _recording(self) -> Iterator[None]:
        """All or nothing; what failed has marked no plan."""
        try:
            with transaction(self.con):
                yield
        except BaseException:
            self._touched.clear()
            raise

    def _touch(self, review_id: str) -> None:
        """Have the plan of a review linked anew: marking it costs as much as ten tables of facts."""
        plan = plan_of(review_id)
        if plan not in self._touched:
            touch(self.con, plan)
            self._touched.add(plan)

    def _known(self, document_id: str) -> Known | None:
        rows = self._rows("document_known", document_id=document_id)
        return Known(*rows[0]) if rows else None

    def _forget(self, document_id: str) -> Known | None:
        """Delete a document with its facts; what it was."""
        known = self._known(document_id)
        for delete in script("forget_document") if known else ():
            self.con.execute(delete, {"document_id": document_id})
        return known

    def _record(self, document: dict[str, Any], review: Review, known: Known | None) -> None:
        self._record_document(document, known)
        for table, values in tables(review, document["document_id"]):
            self._appenders.append(table, values)

    def _record_document(self, document: dict[str, Any], known: Known | None) -> None:
        """Put a document in its place in the order in which documents first came."""
        ((following,),) = [(known.sequence,)] if known else self._rows("next_sequence")
        self._appenders.append(
            "documents", columns([{**document, "sequence": following}], document["document_id"])
        )

    def _note_refusal(self, document_id: str, code: str, message: str, extractor_version: str) -> None:
        kept = f"planreview {extractor_version} could not read this again ({message}); the facts are older."
        self._run("forget_refusal", document_id=document_id)
        self._run("note_refusal", document_id=document_id, code=code, message=kept)
        finding = remark(f"{prefix(document_id)}-refused", "error", code, kept)
        self._appenders.append("findings", columns([finding], document_id))

    def _run(self, name: str, /, **values: Any) -> None:
        self.con.execute(statement(name), values or None)

    def _rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:
        return self.con.execute(statement(name), values or None).fetchall()

    def _dicts(self, name: str, /, **values: Any) -> list[dict[str, Any]]:
        cursor = self.con.execute(statement(name), values)
        names = [str(column[0]) for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
