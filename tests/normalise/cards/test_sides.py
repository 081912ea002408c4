"""Cards whose labels stand to the left of their values without a colon, as web pages set lists of terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from parsers.block import Block, Cell, Mark, Paragraph, Table
from parsers.geometry import Box, union
from tests.normalise.building import loud, review_of
from tests.normalise.cards.test_labelled_cards import Text, line, read

CARDS = (
    ("PC1", "Open two rooms at", "Northby", "Ann Archer", "31 March 2026", "On track", "One is in use."),
    ("PC2", "Halve the wait for", "all", "Bo Bull", "30 June 2026", "Off track", "It is 40 weeks."),
    ("PC3", "Offer telephone", "calls", "Cy Clay", "1 May 2026", "Completed", "All do so."),
    ("PC4", "Print a new", "plan", "Di Dole", "2 May 2026", "On track", "A draft is out."),
)
READ = [
    (code, f"{first} {second}", (lead,), status, note)
    for (code, first, second, lead, _, _, note), status in zip(
        CARDS, ("on_schedule", "off_track", "completed", "on_schedule"), strict=True
    )
]
LABELS = ("Executive lead", "Due", "Status", "Progress")


def aside(
    own: tuple[str, ...], top: float, left: float, page: int = 1, *, glued: bool = False, colon: str = ""
) -> Iterator[Text]:
    """A title of two lines whose code alone is bold, and labels with their values 90 points to their right, or, of the
    first, on one line with it."""
    code, first, second, *values = own
    yield paragraph(line(f"{code}** {first}", top, left, page), line(second, top + 11, left, page))
    for k, (label, value) in enumerate(zip(LABELS, values, strict=True)):
        at = top + 30 + 14.0 * k
        if glued and not k:
            yield line(f"{label} {value}", at, left, page)
        else:
            yield line(label + colon, at, left, page)
            yield line(value, at, left + 90, page)


def paragraph(*parts: Text) -> Paragraph:
    lines = tuple(one for part in parts for one in part.lines)
    text = "\n".join(one.text for one in lines)
    return Paragraph(
        parts[0].page, union(one.box for one in lines), text, 10.0, lines, (), len("".join(text.split()))
    )


def two_across(*, glued: bool = False, colon: str = "") -> list[Text]:
    first, second, third, fourth = CARDS
    return [
        *aside(first, 100, 40, colon=colon),
        *aside(second, 100, 320, colon=colon),
        *aside(third, 60, 40, page=2, glued=glued, colon=colon),
        *aside(fourth, 60, 320, page=2, glued=glued, colon=colon),
    ]


@pytest.mark.parametrize(("glued", "colon"), [(False, ""), (True, ""), (False, ":")])
def test_cards_two_across_with_labels_beside_their_values_were_lost(glued: bool, colon: str) -> None:
    review = review_of(*two_across(glued=glued, colon=colon))
    assert sorted(read(*two_across(glued=glued, colon=colon))) == READ
    assert sorted(str(a.due_date) for a in review.actions) == [
        "2026-03-31",
        "2026-05-01",
        "2026-05-02",
        "2026-06-30",
    ]
    assert loud(review) == []


def test_a_table_that_nothing_draws_of_labels_run_together_is_cards() -> None:
    own = [t for t in two_across() if t.page == 1]
    cells = [
        Cell(k, 0, 1, 1, "\n".join(one.text for one in part.lines), part.box, part.lines)
        for k, part in enumerate(own)
    ]
    box = union(part.box for part in own)
    held = Table(1, box, "unruled", (box.x0, box.x1), (box.top, box.bottom), tuple(cells))
    blocks: list[Block] = [held, *(t for t in two_across() if t.page == 2)]
    assert sorted(read(*blocks)) == READ


def test_a_card_of_labels_that_others_have_and_that_is_none_is_a_finding() -> None:
    def stray(label: str, top: float) -> Text:
        return line(label, top, 100.0, page=3)

    review = review_of(*two_across(), stray("Status: Late", 200), stray("Due: 1 May 2026", 214))
    assert len(review.actions) == len(CARDS)
    assert "card_not_read" in loud(review)


def test_a_sign_beside_the_title_of_the_next_column_s_card_is_none_of_this_one() -> None:
    def signed(text: Text, left: float, colour: str) -> Paragraph:
        mark = Mark("shape", "disc", colour, "disc", Box(left, text.box.top, left + 8, text.box.bottom))
        return replace(paragraph(text), marks=(mark,))

    blocks: list[Block] = []
    for k, (code, first, _, lead, due, _, note) in enumerate(CARDS):
        left, top = (40.0, 240.0)[k % 2], 100.0 + 120 * (k // 2)
        title = signed(
            line(f"{code} {first} at the station", top, left + 16, bold=True),
            left,
            ("#00b050", "#ff0000")[k % 2],
        )
        near = Mark("shape", "disc", "#ff0000", "disc", Box(240.0, top, 248.0, top + 10))
        blocks += [title if k % 2 else replace(title, marks=(*title.marks, near))]
        rows = zip(("Lead", "Due", "Update"), (lead, due, note), strict=True)
        for n, (label, value) in enumerate(rows):
            blocks += [line(label, top + 20 + 14 * n, left), line(value, top + 20 + 14 * n, left + 50)]
    assert [a.status for a in review_of(*blocks).actions] == ["on_schedule", "off_track"] * 2
