"""An ingest: every entry fetched, read in a worker and loaded, in the order in which they were named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.fetch import Fetched, fetch
from ingest.pool import Pool, Ticket
from ingest.sources import Entry
from ingest.task import Reply
from normalise import Given
from normalise.review import Review
from parsers import Refusal
from warehouse.store import Outcome, Source

#: documents read ahead of the one that is loaded next; what is read waits in memory for its turn
AHEAD = 16


class Store(Protocol):
    """What an ingest asks of the warehouse."""

    def known(self, sha256: str, extractor_version: str) -> Outcome | None: ...

    def load(
        self, source: Source, review: Review, *, extractor_version: str, ingested_at: dt.datetime
    ) -> Outcome: ...

    def refuse(
        self, source: Source, code: str, message: str, *, extractor_version: str, ingested_at: dt.datetime
    ) -> Outcome: ...

    def link(self) -> object: ...


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document; the fields are the keys of a line of `ingest --json`.

    The counts are None for a document that was not read in this run. `seconds` is the time of the reading.
    """

    source: str
    document_id: str
    review_id: str | None
    outcome: str
    code: str | None
    message: str | None
    pages: int | None
    actions: int | None
    indicators: int | None
    findings: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Ingest:
    """The means of an ingest: where to load, who reads (a Pool for READ_REVIEW), the reading's version, where
    downloads go, what time it is."""

    store: Store
    pool: Pool
    extractor: str
    downloads: Path
    clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    force: bool = False

    def run(self, entries: Iterable[Entry]) -> Iterator[Result]:
        """Read and load the entries, one result each, in order; link at the end, even of a run cut short."""
        waiting: deque[_Step] = deque()
        try:
            for entry in entries:
                waiting.append(self._begin(entry))
                while len(waiting) > AHEAD or (waiting and waiting[0].settled):
                    yield self._finish(waiting.popleft())
            while waiting:
                yield self._finish(waiting.popleft())
        finally:
            self.store.link()

    def _begin(self, entry: Entry) -> _Step:
        version = _version(self.extractor, entry.given)
        try:
            fetched = fetch(entry, self.downloads)
        except Refusal as refusal:
            return _Step(entry, _unread(entry), version, refusal=refusal)
        source = _source(entry, fetched)
        if self._known(source, version, entry):
            return _Step(entry, source, version)
        ticket = self.pool.submit(str(fetched.path), fetched.sha256, entry.password, entry.given)
        return _Step(entry, source, version, ticket=ticket)

    def _finish(self, step: _Step) -> Result:
        if step.refusal:
            return self._refuse(step, Reply(code=step.refusal.code, message=step.refusal.message))
        reply = self.pool.wait(step.ticket) if step.ticket else Reply()
        # the same bytes may have come earlier in this very run, so what is known is asked again
        if known := self._known(step.source, step.version, step.entry):
            return _result(step, known, None, reply)
        if isinstance(reply.value, Review):
            return self._load(step, reply, reply.value)
        return self._refuse(step, reply)

    def _known(self, source: Source, version: str, entry: Entry) -> Outcome | None:
        known = None if self.force else self.store.known(source.document_id, version)
        if known and known.code == "encrypted" and entry.password:
            return None
        # what was refused before is refused still: `unchanged` is for what is loaded
        return known._replace(outcome="refused") if known and not known.review_id else known

    def _load(self, step: _Step, reply: Reply, review: Review) -> Result:
        outcome = self.store.load(
            step.source, review, extractor_version=step.version, ingested_at=self.clock()
        )
        return _result(step, outcome, review, reply)

    def _refuse(self, step: _Step, reply: Reply) -> Result:
        code, message = reply.code or "crashed", reply.message or "the reader gave no review"
        outcome = self.store.refuse(
            step.source, code, message, extractor_version=step.version, ingested_at=self.clock()
        )
        return _result(step, outcome, None, reply)


@dataclass(frozen=True, slots=True)
class _Step:
    """A document on its way: with a worker (`ticket`), refused before that (`refusal`), or known already."""

    entry: Entry
    source: Source
    version: str
    ticket: Ticket | None = None
    refusal: Refusal | None = None

    @property
    def settled(self) -> bool:
        return self.ticket is None or self.ticket.reply is not None


def _version(extractor: str, given: Given) -> str:
    """The reading's version; what the user said of a document is a part of how it is read."""
    if given == Given():
        return extractor
    return f"{extractor}.given{hashlib.sha256(repr(tuple(given)).encode()).hexdigest()[:8]}"


def _source(entry: Entry, fetched: Fetched) -> Source:
    return Source(entry.location, fetched.file_name, fetched.bytes, fetched.sha256)


def _unread(entry: Entry) -> Source:
    """A document of which no byte was kept; the store names it by where it was looked for."""
    return Source(entry.location, Path(entry.location).name, 0, "")


def _result(step: _Step, outcome: Outcome, review: Review | None, reply: Reply) -> Result:
    return Result(
        source=step.entry.location,
        document_id=step.source.document_id,
        review_id=outcome.review_id,
        outcome=outcome.outcome,
        code=outcome.code,
        message=outcome.message or _replaced(outcome),
        pages=review.document.page_count if review else None,
        actions=len(review.actions) if review else None,
        indicators=len(review.indicators) if review else None,
        findings=len(review.findings) if review else None,
        seconds=round(reply.seconds, 3),
    )


def _replaced(outcome: Outcome) -> str | None:
    count = len(outcome.superseded)
    return f"takes the place of {count} earlier document{'' if count == 1 else 's'}" if count else None
