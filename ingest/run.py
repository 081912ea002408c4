"""An ingest: every document read and loaded, in the order in which they were named."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.reader import Reader, Step
from ingest.sources import Entry
from ingest.task import Reply
from normalise.review import Review
from warehouse.document import Outcome, Source

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
    """The means of an ingest: who reads, where to load, what time it is. `force` reads the known again."""

    reader: Reader
    store: Store
    clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    force: bool = False

    def run(self, entries: Iterable[Entry]) -> Iterator[Result]:
        """Read and load the entries, one result each, in order; link at the end, even of a run cut short."""
        waiting: deque[Step] = deque()
        try:
            for entry in entries:
                waiting.append(self._begin(entry))
                while len(waiting) > AHEAD or (waiting and waiting[0].settled):
                    yield self._finish(waiting.popleft())
            while waiting:
                yield self._finish(waiting.popleft())
        finally:
            self.store.link()

    def _begin(self, entry: Entry) -> Step:
        step = self.reader.fetch(entry)
        if not self._known(step):
            self.reader.read(step)
        return step

    def _finish(self, step: Step) -> Result:
        reply = self.reader.outcome(step)
        # the same bytes may have come earlier in this very run, so what is known is asked again
        known = self._known(step)
        if known:
            return _result(step, known, None, reply)
        if isinstance(reply.value, Review):
            return _result(step, self._load(step, reply.value), reply.value, reply)
        return _result(step, self._refuse(step, reply), None, reply)

    def _known(self, step: Step) -> Outcome | None:
        if self.force or not step.fetched:
            return None
        known = self.store.known(_source(step).document_id, step.version)
        if known and known.code == "encrypted" and step.entry.password:
            return None
        # what was refused before is refused still: `unchanged` is for what is loaded
        return known._replace(outcome="refused") if known and not known.review_id else known

    def _load(self, step: Step, review: Review) -> Outcome:
        return self.store.load(
            _source(step), review, extractor_version=step.version, ingested_at=self.clock()
        )

    def _refuse(self, step: Step, reply: Reply) -> Outcome:
        code, message = reply.code or "crashed", reply.message or "the reader gave no review"
        return self.store.refuse(
            _source(step), code, message, extractor_version=step.version, ingested_at=self.clock()
        )


def _source(step: Step) -> Source:
    """Of a document of which no byte was had, the store makes a name from where it was looked for."""
    location = step.entry.location
    if step.fetched is None:
        return Source(location, Path(location).name, 0, "")
    return Source(location, step.fetched.file_name, step.fetched.bytes, step.fetched.sha256)


def _result(step: Step, outcome: Outcome, review: Review | None, reply: Reply) -> Result:
    return Result(
        source=step.entry.location,
        document_id=_source(step).document_id,
        review_id=outcome.review_id,
        outcome=outcome.outcome,
        code=outcome.code,
        message=outcome.message or _replaced(outcome),
        pages=review.document.page_count if review else None,
        actions=len(review.actions) if review else None,
        indicators=len(review.indicators) if review else None,
        findings=_findings(outcome, review),
        seconds=round(reply.seconds, 3),
    )


def _findings(outcome: Outcome, review: Review | None) -> int | None:
    """Those left open, where the store says how many a person has answered already."""
    if review is None:
        return None
    return len(review.findings) if outcome.findings is None else outcome.findings


def _replaced(outcome: Outcome) -> str | None:
    count = len(outcome.superseded)
    return f"takes the place of {count} earlier document{'' if count == 1 else 's'}" if count else None
