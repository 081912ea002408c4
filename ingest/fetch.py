"""Bring a document to a local file and name it by its content, without looking inside."""

from __future__ import annotations

import hashlib
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from ingest.sources import Entry
from parsers import Refusal

#: far above any published review (the largest seen is 40 MB), far below what fills a small machine
MAX_BYTES = 256 * 1024 * 1024
#: seconds without a byte, and seconds for a whole download
SILENCE, PATIENCE = 30.0, 300.0
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document's bytes on disk: `path`, its printed name, its size and its SHA-256."""

    path: Path
    file_name: str
    bytes: int
    sha256: str


def fetch(entry: Entry, folder: Path) -> Fetched:
    """The entry as a local file; an address is downloaded into `folder`.

    Raises Refusal `unreadable_source` where it cannot be had and `too_large` above MAX_BYTES.
    """
    if entry.remote:
        return _download(entry.location, folder)
    path = Path(entry.location)
    try:
        with path.open("rb") as file:
            size, digest = _copy(file, None, entry.location)
    except OSError as error:
        raise Refusal("unreadable_source", f"{path}: {error.strerror or error}") from error
    return Fetched(path, path.name, size, digest)


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Redirects may lead to another web address, never to a file or to FTP."""

    def redirect_request(self, req: urllib.request.Request, fp: IO[bytes], code: int, *rest: Any) -> Any:
        if not Entry(rest[-1]).remote:
            raise urllib.error.URLError(f"redirected to {rest[-1]}, which is not a web address")
        return super().redirect_request(req, fp, code, *rest)


def _download(address: str, folder: Path) -> Fetched:
    opener = urllib.request.build_opener(_WebOnly)
    request = urllib.request.Request(address, headers={"User-Agent": "planreview"})  # noqa: S310 - http(s) only
    name = unquote(urlsplit(address).path.rsplit("/", 1)[-1]) or "document"
    path = folder / hashlib.sha256(address.encode()).hexdigest()
    try:
        with opener.open(request, timeout=SILENCE) as answer, path.open("wb") as file:
            size, digest = _copy(answer, file, address)
    except (OSError, HTTPException, ValueError) as error:
        raise Refusal("unreadable_source", f"{address}: {getattr(error, 'reason', error)}") from error
    return Fetched(path, name, size, digest)


def _copy(source: IO[bytes], target: IO[bytes] | None, where: str) -> tuple[int, str]:
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
