"""Make a PDF's dates and identifiers those of its review, so that a second run gives the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

DATE = re.compile(rb"D:\d{14}")
HEX = re.compile(rb"[0-9A-F]{32}")
IDENTIFIER = re.compile(rb"(?<=/ID \[ )<%b>\s*<%b>|(?<=/DocChecksum /)%b" % ((HEX.pattern,) * 3))


def pin_dates(path: Path, day: dt.date) -> None:
    """Overwrite dates (nine in the morning of `day`) and identifiers in place; every length stays."""
    stamp = f"D:{day:%Y%m%d}090000".encode()
    data = DATE.sub(stamp, path.read_bytes())
    digest = hashlib.md5(IDENTIFIER.sub(b"", data), usedforsecurity=False).hexdigest().upper().encode()
    path.write_bytes(IDENTIFIER.sub(lambda found: HEX.sub(digest, found[0]), data))


def seconds_of(day: dt.date) -> int:
    """Nine in the morning of `day`, in seconds since 1970."""
    return int(dt.datetime.combine(day, dt.time(9), dt.UTC).timestamp())
