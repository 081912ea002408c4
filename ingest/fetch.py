"""Bring a document to a local file and name it by its content, without looking inside."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.sources import Entry
from parsers import Refusal

#: far above any published review (the largest seen is 40 MB), far below what fills a small machine
MAX_BYTES = 256 * 1024 * 1024
#: seconds for one document to arrive
PATIENCE = 300.0
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document's bytes on disk: `path`, its printed name, its size and its SHA-256."""

    path: Path
    file_name: str
    bytes: int
    sha256: str


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Writable(Protocol):
    def write(self, data: bytes, /) -> object: ...


def fetch(entry: Entry, folder: Path) -> Fetched:
    """The entry as a local file; an address is downloaded into `folder`.

    Raises Refusal `unreadable_source` where it cannot be had and `too_large` above MAX_BYTES.
    """
    if entry.remote:
        from ingest.web import download  # not light, and seldom needed

        return download(entry.location, folder)
    path = Path(entry.location)
    try:
        with path.open("rb") as file:
            size, digest = weigh(file, entry.location)
    except OSError as error:
        raise Refusal("unreadable_source", f"{path}: {error.strerror or error}") from error
    return Fetched(path, path.name, size, digest)


def weigh(source: Readable, where: str, target: Writable | None = None) -> tuple[int, str]:
    """Size and SHA-256 of all that can be read, copied to the target on the way."""
    size, digest, deadline = 0, hashlib.sha256(), time.monotonic() + PATIENCE
    while chunk := source.read(CHUNK):
        size += len(chunk)
        digest.update(chunk)
        if target:
            target.write(chunk)
        if size > MAX_BYTES:
            raise Refusal("too_large", f"{where}: more than {MAX_BYTES >> 20} MB, which no plan review needs")
        if time.monotonic() > deadline:
            raise Refusal("unreadable_source", f"{where}: not finished after {PATIENCE:.0f} seconds")
    return size, digest.hexdigest()
