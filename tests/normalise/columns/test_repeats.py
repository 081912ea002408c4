"""Column headings printed again as text above a table that goes on."""

from __future__ import annotations

from dataclasses import replace

from normalise.columns import repeats
from normalise.columns.headers import headers
from parsers.block import Block, Heading
from tests.normalise.building import BESIDE, heading, moved_to, review_of, table

TITLE = "Priority Three: How will we measure progress?"
MEASURES = ("Indicator", "Statistical Neighbours", "Target", "Latest")
FIRST = table((TITLE, *[BESIDE] * 3), MEASURES, ("Children who read", "60%", "70%", "65%"))
REST = table(("Children who count", "50%", "60%", "55%"), page=2, top=100)


def above(text: str, top: float) -> Heading:
    whole = heading(text, page=2, top=top)
    return replace(whole, box=whole.box._replace(x1=200))


CUT = [above("Indicator", 70), above("Statistical Neigh- Target", 70), above("bours", 82)]


def test_a_heading_that_a_line_s_end_cuts_is_known_by_its_parts() -> None:
    blocks: list[Block] = [FIRST, *CUT, REST]
    assert repeats.of_parts(blocks, headers(blocks)) == frozenset(map(id, CUT))
    other = above("Schools", 82)
    blocks = [FIRST, other, REST]
    assert repeats.of_parts(blocks, headers(blocks)) == frozenset()


def test_headings_printed_again_end_no_priority() -> None:
    """The measures below them were no priority's."""
    actions = table(
        ("Key Activities", "Key Actions", "Progress", "RAG"), ("3.1 Homes", "1. Build", "Begun.", "On track")
    )
    first = moved_to(1, FIRST)
    review = review_of(
        heading("Priority Three - Homes", top=20), actions, first, heading(TITLE, page=2, top=50), *CUT, REST
    )
    assert [i.priority for i in review.indicators] == ["3", "3"]


def test_a_row_goes_on_below_headings_of_which_two_are_one_line_of_text() -> None:
    """`No. Action` was taken for the heading of something new: the rest of the row was an action without a name."""
    head = ("No.", "Action", "Lead", "Progress", "RAG")
    cut = ("C2", "Permit thirty homes", "Ann Archer", "Two sites are on the edge of", "On track")
    last = ("C3", "Teach rural crafts", "Bo Baker", "All courses are full.", "On track")
    rest = table(("", "", "", "villages with a school.", ""), last, page=2, top=100)
    review = review_of(table(head, cut), above("No. Action", 80), above("Lead Progress RAG", 80), rest)
    assert [(a.action, a.progress, a.pages) for a in review.actions] == [
        ("Permit thirty homes", "Two sites are on the edge of villages with a school.", (1, 2)),
        ("Teach rural crafts", "All courses are full.", (2,)),
    ]
