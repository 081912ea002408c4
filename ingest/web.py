"""Download a document, within bounds of place, time and size."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from ingest.fetch import Fetched, weigh
from ingest.sources import Entry
from parsers import Refusal

#: seconds without a byte before a server is given up
SILENCE = 30.0


def download(address: str, folder: Path) -> Fetched:
    """What stands at an http(s) address, as a file in the folder under a name of ours. Raises Refusal."""
    opener = urllib.request.build_opener(_WebOnly)
    request = urllib.request.Request(address, headers={"User-Agent": "planreview"})  # noqa: S310 - http(s)
    name = unquote(urlsplit(address).path.rsplit("/", 1)[-1]) or "document"
    path = folder / hashlib.sha256(address.encode()).hexdigest()
    try:
        with opener.open(request, timeout=SILENCE) as answer, path.open("wb") as file:
            size, digest = weigh(answer, address, file)
    except (OSError, HTTPException, ValueError) as error:
        raise Refusal("unreadable_source", f"{address}: {getattr(error, 'reason', error)}") from error
    return Fetched(path, name, size, digest)


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Redirects may lead to another web address, never to a file or to FTP."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if not Entry(newurl).remote:
            raise urllib.error.URLError(f"redirected to {newurl}, which is not a web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
