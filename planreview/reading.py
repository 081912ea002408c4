"""Read one document in a process of its own, without a database."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ingest.pool import Pool
from ingest.task import PATIENCE_FOR_OCR, READ_REVIEW, Limits

if TYPE_CHECKING:
    from normalise.review import Review


def apart(task: str, *arguments: Any, limits: Limits | None = None, noisy: bool = False) -> Any:
    """What the task `module:function` gives, run in a process of its own. Raises `parsers.Refusal`."""
    with Pool(task, limits=limits, noisy=noisy) as pool:
        ticket = pool.submit(*arguments)
        from parsers import Refusal

        reply = pool.wait(ticket)
    if reply.code:
        raise Refusal(reply.code, reply.message or "")
    return reply.value


def read_apart(
    source: str | Path | bytes,
    *,
    password: str | None = None,
    profile: str | Path | None = None,
    ocr: bool = False,
) -> Review:
    """The review in a document, given as a path or as bytes, by the profile in a file where one is named."""
    if isinstance(source, bytes):
        with TemporaryDirectory(prefix="planreview-") as folder:
            path = Path(folder) / "document"
            path.write_bytes(source)
            return read_apart(path, password=password, profile=profile, ocr=ocr)
    arguments: tuple[Any, ...] = (str(source), None, password)
    if profile or ocr:
        from ingest.profiles import find_profiles
        from normalise import Given

        arguments += (Given(), find_profiles(str(profile) if profile else None, None), ocr)
    review: Review = apart(READ_REVIEW, *arguments, limits=Limits(PATIENCE_FOR_OCR) if ocr else None)
    return review
