"""Find on which pages of a PDF a text is printed, whatever lines and pages it was broken into."""

from __future__ import annotations

import re
from pathlib import Path

import pdfplumber

# Blanks, bullets and hyphens in all the forms in which producers write them.
# ReportLab writes its bullet as code 127, which pdfminer cannot name.
UNSEEN = re.compile(r"(?:[\s\u00ad\u2010\u2011\u2022\uf0b7\u200b-]|\(cid:127\))+")
LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
SHORTEST = 4  # letters: less than this at the foot of a page is taken for chance


class NotPrintedError(LookupError):
    """A text that should be in the PDF and is not."""


class PrintedPages:
    """The text of each page of a PDF, without what no reader can see.

    Characters stay in the order of the content stream, in which all four producers write a cell as a whole;
    text that was put into reading order has words of the next column between the lines of a cell.
    """

    def __init__(self, path: Path) -> None:
        with pdfplumber.open(path) as document:
            self.pages = [squash("".join(char["text"] for char in page.chars)) for page in document.pages]
            self.producer = str(document.metadata.get("Producer") or document.metadata.get("Creator"))

    def find(self, text: str, first: int = 1) -> list[int]:
        """Pages (1-based, from `first` on) on which the text stands; NotPrintedError where there is none.

        A page with the whole text comes before pages that share it: the end of a text also stands where the
        whole of it does, so chance needs only its first letters at the foot of the page before.
        """
        wanted = squash(text)
        pages = range(first, len(self.pages) + 1)
        whole = next((page for page in pages if wanted in self.pages[page - 1]), None)
        if whole:
            return [whole]
        for page in pages:
            found = self._begins_on(page, wanted)
            if found:
                return found
        raise NotPrintedError(f"no page from {first} on has the whole of {text[:60]!r}")

    def _begins_on(self, page: int, wanted: str) -> list[int]:
        """The pages of a text of which at least the beginning stands on this page."""
        if page > len(self.pages):
            return []
        here = self.pages[page - 1]
        if wanted in here:
            return [page]
        longest = next((n for n in range(len(wanted) - 1, SHORTEST - 1, -1) if wanted[:n] in here), 0)
        for cut in range(longest, max(longest - 3, SHORTEST - 1), -1):
            rest = self._begins_on(page + 1, wanted[cut:])
            if rest:
                return [page, *rest]
        return []


def squash(text: str) -> str:
    """The text without blanks, bullets, hyphens and ligatures."""
    return UNSEEN.sub("", text.translate(LIGATURES))
