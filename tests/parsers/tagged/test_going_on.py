"""Merged cells that go on behind a page's end where no tag repeats them."""

from __future__ import annotations

import parsers
from normalise import understand
from parsers.block import Table
from tests.parsers.tagged.test_eye import Element, element, pdf, rule, words

HEADINGS = ("Action", "Lead", "Progress", "Status")
XS = (20, 140, 200, 320, 380)


def reviewed(span: int, *rows: tuple[str, ...], lead: str = "") -> bytes:
    """A table whose first row stands on a page and the others on the next; its lead covers `span` rows."""
    pages: list[list[str]] = [[], []]
    trs: list[Element] = []
    lines = [HEADINGS, ("Plant trees", "Ann Archer", "Forty were planted", "Completed"), *rows]
    for k, line in enumerate(lines):
        page = 0 if k < 2 else 1
        y = 100 - 30 * k if page == 0 else 280 - 30 * (k - 2)
        cells = []
        for x, text in zip(XS, line, strict=False):
            if text:
                mcid = len(pages[page])
                pages[page].append(words(x + 2, y, text, mcid))
                spanned = f"/RowSpan {span}" if text == "Ann Archer" else ""
                cells.append(element("TH" if k == 0 else "TD", (page, mcid), attributes=spanned))
        trs.append(element("TR", *cells))
    for ys, page in (((112, 82, 60), 0), (tuple(292 - 30 * k for k in range(len(rows) + 1)), 1)):
        pages[page] += [rule(XS[0], y, XS[-1], y) for y in ys]
    return pdf(pages, element("Document", element("Table", *trs)))


ROWS = (
    ("Mend ten benches", "", "All of them were mended", "Completed"),
    ("Paint the gates", "", "It waits for the summer", "Delayed"),
    ("Open the pond", "Bob Baker", "Its fence is being put up", "On track"),
)


def leads(data: bytes) -> list[tuple[str, ...]]:
    return [a.leads for a in understand(parsers.read(data)).actions]


def test_a_lead_merged_over_a_page_s_end_is_that_of_the_rows_behind_it() -> None:
    assert leads(reviewed(3, *ROWS)) == [*[("Ann Archer",)] * 3, ("Bob Baker",)]


def test_it_is_that_of_no_more_rows_than_it_covers() -> None:
    assert leads(reviewed(2, *ROWS)) == [*[("Ann Archer",)] * 2, (), ("Bob Baker",)]


def test_a_cell_of_one_row_does_not_go_on() -> None:
    assert leads(reviewed(1, *ROWS)) == [("Ann Archer",), (), (), ("Bob Baker",)]


def test_its_place_behind_the_break_has_its_name() -> None:
    begun, rest = [b for b in parsers.read(reviewed(3, *ROWS)).blocks if isinstance(b, Table)]
    (name,) = {c.node for c in begun.cells if c.text == "Ann Archer"}
    assert [(c.row, c.row_span) for c in rest.cells if c.node == name] == [(0, 2)]


def test_blank_places_left_of_a_row_s_first_cell_are_covered_from_above() -> None:
    """WeasyPrint begins a new table behind the break: of two merged cells that go on, the one without text was blank in
    each of its rows, and these had no lead."""
    lines = (
        ("Works", "Lead", "Action", "Status"),
        ("1.2 to the quay", "", "and its steps", "On track"),
        ("Hang lamps", "Delayed"),
        ("Paint posts", "Delayed"),
    )
    page: list[str] = []
    trs: list[Element] = []
    for k, line in enumerate(lines):
        cells = []
        for x, text in zip(XS[4 - len(line) :], line, strict=False):
            mcid = len(page)
            if text:
                page.append(words(x + 2, 280 - 30 * k, text, mcid))
            spanned = "/RowSpan 3" if k == 1 and x < 200 else ""
            cells.append(element("TD", *([(0, mcid)] if text else []), attributes=spanned))
        trs.append(element("TR", *cells))
    page += [rule(XS[0], y, XS[-1], y) for y in (292, 262, 172)]
    data = pdf([page], element("Document", element("Table", *trs)))
    (table,) = [b for b in parsers.read(data).blocks if isinstance(b, Table)]
    assert [(c.row, c.row_span) for c in table.cells if c.col == 1] == [(0, 1), (1, 3)]
    assert [(c.row, c.row_span) for c in table.cells if c.col == 2] == [(0, 1), (1, 1), (2, 1), (3, 1)]
