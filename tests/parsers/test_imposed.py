"""Sheets on which several pages are printed, each looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers import imposed
from parsers.block import Table
from parsers.page import Page, Rule, Token
from parsers.stacks.layouts import Layout
from parsers.text import wording
from tests.parsers.printing import across, lattice, tokens

XS = (0.0, 60.0, 200.0, 300.0)
HEAD = ("Ref", "Action", "Progress")
HALF = 400.0


def printed(
    x: float, top: float, number: str, *rows: Sequence[str], head: bool = True
) -> tuple[list[Token], list[Rule]]:
    """A page with a ruled table, and its number below it."""
    shown = (HEAD, *rows) if head else rows
    text = [
        t for k, row in enumerate(shown) for left, said in zip(XS, row, strict=False)
        for t in tokens(said, x + left + 4, top + 20 * k + 5)
    ]  # fmt: skip
    ys = [top + 20 * k for k in range(len(shown) + 1)]
    return text + tokens(number, x + 150, top + 200), lattice([x + left for left in XS], ys)


def sheet(*pages: tuple[list[Token], list[Rule]], rules: Sequence[Rule] = ()) -> Page:
    text = tuple(t for own, _ in pages for t in own)
    return Page(1, 2 * HALF, 560, text, (*(r for _, own in pages for r in own), *rules), (), (), ())


def refs(page: Page, form: imposed.Form | None = None) -> list[str]:
    """The texts of the first column in the order in which the page is read, without headings."""
    view, _ = imposed.see(page, {}, (), form)
    blocks = view.blocks(wording.NO_WORDS)
    return [
        c.text for b in blocks if isinstance(b, Table) for c in b.cells if c.col == 0 and c.text != HEAD[0]
    ]


def row(ref: str) -> tuple[str, str, str]:
    return ref, f"Action {ref} of all", "Begun in May"


def test_two_pages_side_by_side_are_read_one_after_the_other() -> None:
    """Level rows of both were one table's, or the right page's stood between those of the left one."""
    page = sheet(
        printed(40, 60, "1", row("1.1"), row("1.2"), row("1.3")),
        printed(40 + HALF, 30, "2", row("1.4"), row("2.1")),
    )
    assert refs(page) == ["1.1", "1.2", "1.3", "1.4", "2.1"]


def test_four_pages_are_read_from_left_to_right_and_down() -> None:
    """Pages one and three were read before two."""
    places = [(x, top) for top in (30, 310) for x in (40, 40 + HALF)]
    pages = [printed(x, top, str(k), row(f"{k}.1"), row(f"{k}.2")) for k, (x, top) in enumerate(places, 1)]
    assert refs(sheet(*pages)) == [f"{k}.{n}" for k in range(1, 5) for n in (1, 2)]


def test_pages_without_repeated_headings_are_known_by_their_numbers() -> None:
    pages = (
        printed(40, 30, "1", row("1.1"), row("1.2"), head=False),
        printed(40 + HALF, 30, "2", row("1.3"), row("1.4"), head=False),
    )
    assert refs(sheet(*pages)) == ["1.1", "1.2", "1.3", "1.4"]


def test_the_next_sheet_has_the_form_of_the_one_before() -> None:
    first = sheet(printed(40, 30, "1", row("1.1")), printed(40 + HALF, 30, "2", row("1.2")))
    _, form = imposed.see(first, {}, (), None)
    assert form == imposed.Form(2 * HALF, 560, four=False)
    last = sheet(printed(40, 30, "3", row("1.3")), (tokens("The end of it all", 44 + HALF, 30), []))
    view, _ = imposed.see(last, {}, (), form)
    assert isinstance(view, imposed.Sheet)


def test_columns_of_a_page_are_told_to_the_next_where_it_stands_on_the_sheet() -> None:
    """The rest of a row at a page's head stood in columns half a sheet away."""
    before = [Layout((10.0, 60.0, 90.0), "RefAction", (12.0, 62.0))]
    assert imposed._moved(imposed._moved(before, HALF), -HALF) == before
    assert imposed._moved(before, HALF) == [Layout((410.0, 460.0, 490.0), "RefAction", (412.0, 462.0))]


@pytest.mark.parametrize(
    "page",
    [
        sheet(
            printed(40, 30, "1", row("1.1")),
            printed(40 + HALF, 30, "2", row("1.2")),
            rules=[across(300, 40, 760)],
        ),
        sheet(printed(40, 30, "1", row("1.1")), (tokens("Notes on the plan", 44 + HALF, 30), [])),
        sheet(printed(40, 30, "1", row("1.1")), printed(80 + HALF, 30, "7", row("1.2"))),
    ],
    ids=["a rule across", "a note beside a table", "elsewhere on the half"],
)
def test_a_page_of_other_things_side_by_side_is_one(page: Page) -> None:
    view, form = imposed.see(page, {}, (), None)
    assert not isinstance(view, imposed.Sheet)
    assert form is None
