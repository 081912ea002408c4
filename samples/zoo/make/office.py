"""Convert an office file to PDF with LibreOffice."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from samples.make.pin import pin_dates


def print_file(source: Path, path: Path, day: dt.date) -> None:
    """Write the file to `path` as PDF, dated nine in the morning of `day`.

    A profile of its own, so that a running office does not swallow the command; the time zone stands in the PDF.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=180, env=os.environ | {"TZ": "UTC"},
        )  # fmt: skip
        shutil.copyfile(Path(folder) / f"{source.stem}.pdf", path)
    pin_dates(path, day)
