"""On which pages of its PDF each row of a truth is printed; what is not printed at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samples.make.search import NotPrintedError, PrintedPages

VALUES = ("target", "latest", "previous", "national", "statistical_neighbours", "good_is")

Truth = dict[str, Any]


def with_pages(truth: Truth, printed: PrintedPages) -> Truth:
    """The truth with the pages of each action and indicator, as they are found in the PDF.

    A row is looked for from the page of the row before it, the first from `first_page` on (1 where the truth does
    not say): a front page may name an action that a table prints later. A row that has `pages` keeps them.
    """
    placed = {name: value for name, value in truth.items() if name != "first_page"}
    for kind in ("actions", "indicators"):
        page, rows = truth.get("first_page", 1), []
        for row in truth.get(kind) or ():
            pages = row.get("pages") or _pages(row, printed, page)
            page = pages[0]
            rows.append({**row, "pages": pages})
        placed[kind] = rows
    return placed


def complaints(truth: Truth, printed: PrintedPages) -> Iterator[str]:
    """One sentence for each text of the truth that stands nowhere in the PDF."""
    for text in _texts(truth):
        try:
            printed.find(text)
        except NotPrintedError as missing:
            yield str(missing)


def _pages(row: Truth, printed: PrintedPages, first: int) -> list[int]:
    if "text" not in row:
        return printed.find(row.get("printed_name") or row["name"], first)
    pages = set(printed.find(row["text"], first))
    if row.get("progress"):
        pages |= set(printed.find(row["progress"], min(pages)))
    return sorted(pages)


def _texts(truth: Truth) -> Iterator[str]:
    document = truth["document"]
    yield from (
        document[name] for name in ("organisation", "plan_title", "review_title") if document.get(name)
    )
    yield from (entry["label"] for entry in truth.get("legend") or ())
    yield from (priority["title"] for priority in truth.get("priorities") or ())
    for row in truth.get("activities") or ():
        yield from row["texts"]
    for row in truth.get("actions") or ():
        yield from (text for text in (row["text"], row.get("progress"), *row.get("leads", ())) if text)
    for row in truth.get("indicators") or ():
        yield row.get("printed_name") or row["name"]
        yield from (row[name] for name in VALUES if row.get(name))
