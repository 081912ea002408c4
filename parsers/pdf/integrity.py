"""Are the bytes of each page whole? A reader that mends a broken stream in silence loses most of a page.

Compressed streams carry their own checksum (RFC 1950), so damage can be proved without knowing the page.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Iterator

STREAM = re.compile(rb"stream\r?\n")
#: Flate as the outermost coding, or under ASCII85 as ReportLab writes it
FLATE = re.compile(rb"/Filter\s*\[?\s*(?P<text>/(?:ASCII85Decode|A85)\s*)?/(?:FlateDecode|Fl)\b")
OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
CHUNK = 1 << 16
LONGEST = 1 << 28  # bytes that one stream may unpack to; a bomb beyond this is not read to its end


def damaged_pages(data: bytes, password: str | None = None) -> dict[int, str]:
    """Page numbers (from 1) whose content is broken, with what was found; page 0 stands for parts of no one page."""
    if b"/Encrypt" in data:
        return _named(data, None, password)
    broken = set(_broken_objects(data))
    return _named(data, broken, password) if broken else {}


def _named(data: bytes, broken: set[int] | None, password: str | None) -> dict[int, str]:
    """Which pages are broken; nothing where pdfminer cannot follow the file's own structure to its pages."""
    try:
        return dict(_broken_contents(data, broken, password or ""))
    except Exception:  # pdfminer raises whatever it stumbles on in a broken file
        return {0: f"objects {sorted(broken)} fail their checksum"} if broken else {}


def _broken_objects(data: bytes) -> Iterator[int]:
    """Numbers of objects whose compressed stream fails its checksum."""
    for found in STREAM.finditer(data):
        if data[found.start() - 3 : found.start()] == b"end":
            continue
        start = data.rfind(b"obj", max(0, found.start() - 4096), found.start())
        head = data[start : found.start()]
        coding = FLATE.search(head)
        if start < 0 or coding is None or b"/Image" in head:
            continue
        number = list(OBJECT.finditer(data, max(0, start - 24), start + 3))
        stored = memoryview(data)[found.end() :]
        if number and not (_decodes(data, found.end()) if coding["text"] else _unpacks(stored)):
            yield int(number[-1][1])


def _decodes(data: bytes, start: int) -> bool:
    """True if bytes written as text (ASCII85) are whole, and so is what they pack."""
    end = data.find(b"~>", start)
    try:
        return end >= 0 and _unpacks(base64.a85decode(data[start:end]))
    except ValueError:
        return False


def _unpacks(stored: memoryview | bytes) -> bool:
    """True if the bytes begin with a whole compressed stream."""
    unpacker, unpacked, at = zlib.decompressobj(), 0, 0
    try:
        while not unpacker.eof and unpacked < LONGEST:
            piece = unpacker.unconsumed_tail or bytes(stored[at : at + CHUNK])
            if not unpacker.unconsumed_tail:
                at += CHUNK
            if not piece:
                return False
            unpacked += len(unpacker.decompress(piece, 1 << 20))
    except zlib.error:
        return False
    return True


def _broken_contents(data: bytes, broken: set[int] | None, password: str) -> Iterator[tuple[int, str]]:
    """Which pages hold the broken objects; with None every page's own content is tried after decryption."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(data)), password)
    placed: set[int] = set()
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        contents = page.attrs.get("Contents")
        refs = contents if isinstance(contents, list) else _refs(contents)
        for ref in refs:
            objid = getattr(ref, "objid", None)
            if broken is None:
                failed = hasattr(ref, "resolve") and not _decrypted_unpacks(ref.resolve())
            else:
                failed = objid in broken
            if failed and objid is not None:
                placed.add(objid)
                yield number, f"the content stream of page {number} (object {objid}) fails its checksum"
    for objid in sorted((broken or set()) - placed):
        yield 0, f"object {objid} fails its checksum"


def _refs(contents: object) -> list[object]:
    """A page's content may be one stream, or a reference to a list of streams."""
    resolved = contents.resolve() if hasattr(contents, "resolve") else contents
    return resolved if isinstance(resolved, list) else [contents]


def _decrypted_unpacks(stream: object) -> bool:
    raw = getattr(stream, "rawdata", None)
    filters = [str(f) for f, _ in stream.get_filters()] if hasattr(stream, "get_filters") else []
    if raw is None or not filters or "FlateDecode" not in filters[0]:
        return True
    decipher = getattr(stream, "decipher", None)
    return _unpacks(decipher(stream.objid, stream.genno, raw) if decipher else raw)  # type: ignore[attr-defined]
