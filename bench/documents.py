"""The PDFs that everyone is measured on: the samples and, where it is at hand, the open corpus."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

HOUSE = Path(__file__).parents[1]
FOLDERS = (HOUSE / "samples" / "aldermere", HOUSE.parent / "shared" / "corpus" / "open")

#: camelot gives up on a whole document for one damaged page, and where the producer forbids copying
NOT_FOR_ALL = ("broken_", "owner_password_")


def documents() -> dict[Path, int]:
    """Documents that have text and need no password, each with its number of pages."""
    found = (path for folder in FOLDERS for path in sorted(folder.rglob("*.pdf")))
    counted = {path: _pages_with_text(path) for path in found if not path.name.startswith(NOT_FOR_ALL)}
    return {path: pages for path, pages in counted.items() if pages}


def joined(path: Path, pages: int, target: Path) -> int:
    """A document of at least so many pages, made of copies of one; gives how many it has."""
    source, copies = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    while len(copies) < pages:
        copies.import_pages(source)
    copies.save(target)
    return len(copies)


def _pages_with_text(path: Path) -> int:
    try:
        document = pdfium.PdfDocument(path)
        return len(document) if document[0].get_textpage().count_chars() else 0
    except (pdfium.PdfiumError, IndexError):
        return 0
