"""pdfplumber's tables alone; each page is closed, for `PDF.close` does not free them."""

from __future__ import annotations

from pathlib import Path

import pdfplumber

NAME = "pdfplumber: extract_tables"


def read_document(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
