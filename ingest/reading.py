"""The tasks that run inside a worker: bytes in, what was read out. Nothing here touches the database."""

from __future__ import annotations

import hashlib
from pathlib import Path

from normalise.given import NOTHING_GIVEN, Given
from normalise.profile import NO_PROFILES, Profiles
from normalise.review import Review
from normalise.understanding import understand
from parsers import Parsed, Refusal, layout, read
from parsers.circles import unsought
from parsers.pdf import pdfium

#: loaded as a worker starts, while its parent opens the database; `read` itself loads them at first use
ENGINE = (pdfium, layout)


@unsought()
def read_review(
    path: str,
    sha256: str | None,
    password: str | None,
    given: Given = NOTHING_GIVEN,
    profiles: Profiles = NO_PROFILES,
    ocr: bool = False,
) -> Review:
    """The review in a file. Raises Refusal, also where the file no longer has this SHA-256."""
    return understand(read_document(path, sha256, password, ocr), given, profiles)


def draft_profile(
    path: str,
    name: str,
    password: str | None,
    given: Given = NOTHING_GIVEN,
    profiles: Profiles = NO_PROFILES,
    ocr: bool = False,
) -> str:
    """A profile for the publisher of the document in a file, as TOML; `name` is what the document is called there."""
    from normalise.profile_draft import draft

    return draft(read_document(path, None, password, ocr), name, given, profiles)


def read_document(path: str, sha256: str | None, password: str | None, ocr: bool = False) -> Parsed:
    """The document in a file as it is seen, before any meaning; with `ocr` also pages that are pictures."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise Refusal("unreadable_source", f"{error.strerror or error}; give the path of a file") from error
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise Refusal("unreadable_source", f"{path}: it changed while it was being read; ingest it again")
    return read(data, password=password, ocr=ocr)
