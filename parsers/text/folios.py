"""Numbers of pages, as they stand at a page's foot."""

from __future__ import annotations

import re

FOLIO = re.compile(r"(?:page)?\d{1,4}(?:(?:of|/)\d{1,4})?$", re.IGNORECASE)


def is_folio(text: str) -> bool:
    """True for a text, without blanks, that is a page's number and perhaps says of how many: `Page 3 of 10`."""
    return bool(FOLIO.match(text))
