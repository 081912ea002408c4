"""The last column of a sheet on a page of its own."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Block, Paragraph
from tests.normalise.building import loud, paragraph, review_of, table

HEADS = ("Action", "Lead", "Status")
ROWS = (
    ("Buy land", "Ann Archer", "Complete"),
    ("Build homes", "Bo Bull", "Delayed"),
    ("Let homes", "Cy Clay", "On track"),
)
TOLD = ("Bought in May.", "The frame rises late.", "Half of them are let.")


def sheet(lower: float = 0.0) -> list[Block]:
    """The first page's table, and the texts of the second, all but the first moved down by so many points."""
    first = table(HEADS, *ROWS, top=90)
    tops = [next(c.lines[0].box.top for c in first.cells if c.row == row) for row in range(4)]
    texts = [
        paragraph(text, page=2, top=top + (lower if k else 0.0))
        for k, (text, top) in enumerate(zip(("Comment", *TOLD), tops, strict=True))
    ]
    return [
        first,
        *(
            level(text, top + (lower if k else 0.0))
            for k, (text, top) in enumerate(zip(texts, tops, strict=True))
        ),
    ]


def level(text: Paragraph, top: float) -> Paragraph:
    box = text.box._replace(top=top, bottom=top + 9.0)
    return replace(text, box=box, lines=tuple(line._replace(box=box) for line in text.lines))


def test_texts_level_with_the_rows_of_the_page_before_are_their_last_column() -> None:
    review = review_of(*sheet())
    assert [(a.action, a.progress, a.pages) for a in review.actions] == [
        (row[0], text, (1, 2)) for row, text in zip(ROWS, TOLD, strict=True)
    ]
    assert loud(review) == []


def test_texts_that_are_not_level_with_the_rows_are_none_of_theirs() -> None:
    assert [a.progress for a in review_of(*sheet(lower=5.0)).actions] == ["", "", ""]
