"""What is known of a document before it is read."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Given(NamedTuple):
    """Facts that the person at the keyboard or the manifest states; they outrank what the document says."""

    publisher: str | None = None
    plan: str | None = None
    cycle: str | None = None
    as_at: dt.date | None = None


NOTHING_GIVEN = Given()
