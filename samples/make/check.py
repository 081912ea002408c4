"""Whether a PDF shows what its truth says: every word printed, every mark used, rows that cross pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samples.make.plan import Review
from samples.make.search import NotPrintedError, PrintedPages


def complaints(review: Review, truth: dict[str, Any], printed: PrintedPages) -> list[str]:
    """One sentence for each thing that is not as it should be."""
    return [
        *_unprinted(truth, printed),
        *_unused_marks(truth),
        *_rows_that_stay_whole(truth, printed, review.slug),
    ]


def _unprinted(truth: dict[str, Any], printed: PrintedPages) -> Iterator[str]:
    for text in _texts(truth):
        try:
            printed.find(text)
        except NotPrintedError as missing:
            yield str(missing)


def _texts(truth: dict[str, Any]) -> Iterator[str]:
    """Every printed text of the truth that its pages were not found by."""
    yield from (
        str(truth["document"][name]) for name in ("organisation", "plan_title", "review_title", "appendix")
    )
    for entry in truth["legend"]:
        yield from (entry["label"], entry["definition"])
    yield from (f"{p['printed']}: {p['title']}" for p in truth["priorities"])
    for activity in truth["activities"]:
        yield from (f"{ref} {text}" for ref, text in zip(activity["refs"], activity["texts"], strict=True))
        yield from activity["plans"]
    for action in truth["actions"]:
        yield " / ".join(action["leads"])
    for row in truth["indicators"]:
        columns = ("national", "statistical_neighbours", "target", "latest", "previous", "good_is")
        yield from (row[column] for column in columns if row[column] is not None)
    yield from truth["footnotes"]


def _unused_marks(truth: dict[str, Any]) -> Iterator[str]:
    used = {action["status"] for action in truth["actions"]}
    yield from (f"no action is {entry['label']}" for entry in truth["legend"] if entry["status"] not in used)


def _rows_that_stay_whole(truth: dict[str, Any], printed: PrintedPages, slug: str) -> Iterator[str]:
    if not any(
        len(printed.find(a["progress"], a["pages"][0])) > 1 for a in truth["actions"] if a["progress"]
    ):
        yield f"no progress note of {slug} crosses a page"
    texts = (
        f"{ref} {text}" for a in truth["activities"] for ref, text in zip(a["refs"], a["texts"], strict=True)
    )
    if not any(len(printed.find(text)) > 1 for text in texts):
        yield f"no activity of {slug} crosses a page"
