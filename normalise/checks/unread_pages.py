"""Pages full of text of which nothing was read, though they look as if they held a part of the review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from normalise.checks.unheaded import ITEMS, NAMED, TOLD
from normalise.columns import strays
from normalise.columns.strips import KINDS, Strip
from normalise.language import vocabulary
from normalise.review import Finding, PageLedger
from normalise.rows.sheets import pages_of
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Heading, Paragraph

Text = Heading | Paragraph

SILENT_PAGE = 200  # characters left alone on a page without a table between pages with tables of the review
SILENT_PART = 300  # and on a page with one, below headings that stand outside it
SIGNS_OF_ROWS = (
    3  # times that one sign of the legend stands in running text that rates rows; charts' keys have it once
)
HEADINGS_HIGH = 12.0  # points between the tops of headings of one table
#: what no headings side by side print: `Actions by priority`
CAPTION = re.compile(r"\w (?:by|against|per|for)\b(?! (?:when|whom?|date)\b)", re.IGNORECASE)


def found(
    strips: Sequence[Strip], keys: Sequence[Key], ledger: Sequence[PageLedger], texts: Sequence[Text]
) -> Iterator[Finding]:
    """Pages full of text of which nothing was read: inside the review, or with its signs or its headings on them."""
    pages = {page for s in strips if s.kind in KINDS for page in pages_of(s.table)}
    known = pages | {s.table.page for s in strips if s.kind == "repeated"}
    for page in ledger:
        if page.page in known and page.left_alone > SILENT_PART and _are_headed(page.page, texts):
            message = f"page {page.page} has headings that a review has above text that no table of it holds"
            yield Finding("error", "page_not_read", message, page.page)
        if page.page in known or page.left_alone <= SILENT_PAGE:
            continue
        why = "stands between tables of the review" if min(pages) < page.page < max(pages) else ""
        why = why or _told_on(page.page, keys, texts)
        if why:
            message = f"page {page.page} {why}, but no table of the review was seen on it"
            yield Finding("error", "page_not_read", message, page.page)


def _told_on(number: int, keys: Sequence[Key], texts: Sequence[Text]) -> str:
    """What makes the running text of a page look like a table of the review; empty where nothing does."""
    own = [text for text in texts if text.page == number]
    signs = [m for text in own if isinstance(text, Paragraph) for m in text.marks]
    shown = Counter((m.identity, m.colour) for m in signs if matching.match(m, keys) is not None)
    if max(shown.values(), default=0) >= SIGNS_OF_ROWS:
        return "shows signs of the legend"
    return "has headings that a review has" if _are_headed(number, texts) else ""


def _are_headed(number: int, texts: Sequence[Text]) -> bool:
    """True where texts outside the tables of a page, side by side, are headings of a table of the review."""
    own = [text for text in texts if text.page == number]
    lines = [
        (line.text, line.box.top)
        for text in own
        for line in (text.lines if isinstance(text, Paragraph) else (text,))
    ]
    named = [
        (set(strays.named(vocabulary.plain(text))), top) for text, top in lines if not CAPTION.search(text)
    ]
    for _, top in named:
        beside = [roles for roles, other in named if roles and abs(other - top) < HEADINGS_HIGH]
        said = set().union(*beside)
        if len(said) >= NAMED and said & ITEMS and said & TOLD:
            return True
    return False
