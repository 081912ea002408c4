"""Print a web page to PDF with Chromium."""

from __future__ import annotations

import datetime as dt
import subprocess
import tempfile
from pathlib import Path

from samples.make.pin import pin_dates


def print_page(html: str, path: Path, day: dt.date) -> None:
    """Write the page to `path` as PDF, dated nine in the morning of `day`."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
             f"--print-to-pdf={path}", page.as_uri()],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    pin_dates(path, day)
