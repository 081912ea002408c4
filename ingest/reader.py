"""The reading side of an ingest: documents are fetched and handed to the workers, without a database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.fetch import Fetched, fetch
from ingest.pool import Pool, Ticket
from ingest.sources import Entry
from ingest.task import Reply
from normalise import Given, Profiles
from normalise.profile import NO_PROFILES
from parsers import Refusal


@dataclass(slots=True)
class Step:
    """A document on its way: `fetched`, or refused before that; with a worker once it has a `ticket`.

    `version` is the reading's, of which what the user said of the document, and the profiles, are a part.
    """

    entry: Entry
    version: str
    fetched: Fetched | None = None
    refusal: Refusal | None = None
    ticket: Ticket | None = None

    @property
    def settled(self) -> bool:
        return self.ticket is None or self.ticket.reply is not None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads (a Pool for READ_REVIEW), by which version of the rules, and where downloads go."""

    pool: Pool
    extractor: str
    downloads: Path
    profiles: Profiles = NO_PROFILES
    ocr: bool = False
    _begun: dict[Entry, Step] = field(default_factory=dict)

    def foresee(self, entries: Iterable[Entry]) -> None:
        """Have these read at once, for a database that is not there yet and so knows none of them."""
        for entry in entries:
            self._begun[entry] = step = self._fetch(entry)
            self.read(step)

    def fetch(self, entry: Entry) -> Step:
        """The document brought to a local file, or the refusal of its source."""
        return self._begun.pop(entry, None) or self._fetch(entry)

    def read(self, step: Step) -> None:
        """Hand the document to a worker, unless one has it or there is none to hand."""
        if step.fetched and not step.ticket:
            path, sha256 = str(step.fetched.path), step.fetched.sha256
            step.ticket = self.pool.submit(
                path, sha256, step.entry.password, step.entry.given, self.profiles, self.ocr
            )

    def outcome(self, step: Step) -> Reply:
        """What became of it: the Review, or a refusal; nothing for a document that was never handed over."""
        if step.refusal:
            return Reply(code=step.refusal.code, message=step.refusal.message)
        return self.pool.wait(step.ticket) if step.ticket else Reply()

    def _fetch(self, entry: Entry) -> Step:
        way = f"{self.extractor}.ocr" if self.ocr else self.extractor
        version = _version(way, entry.given, self.profiles)
        try:
            return Step(entry, version, fetch(entry, self.downloads))
        except Refusal as refusal:
            return Step(entry, version, refusal=refusal)


def _version(extractor: str, given: Given, profiles: Profiles) -> str:
    """The version of a reading: a changed profile reads its documents again, as a changed rule does."""
    if profiles.digest:
        extractor = f"{extractor}.profile{profiles.digest}"
    if given == Given():
        return extractor
    return f"{extractor}.given{hashlib.sha256(repr(tuple(given)).encode()).hexdigest()[:8]}"
