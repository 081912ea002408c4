"""Lines of cards side by side, read down one column and then down the next."""

from __future__ import annotations

import pytest

from normalise.cards import flows
from parsers.block import Block, Cell, Heading, Line, Paragraph, Table
from parsers.geometry import Box
from tests.normalise.building import GREEN, RED, review_of, shape

TITLES = ("Build homes for all", "Mend the old hall", "Plant forty trees", "Sweep all streets")
LINES = (
    ("Lead: Ann Archer Due: March 2026", "The frame rises."),
    ("Lead: Bo Bull Due: June 2026", "It was opened."),
    ("Lead: Cy Clay Due: May 2026", "None was planted."),
    ("Lead: Di Drew Due: April 2026", "Begun in May."),
)


def deck(*, wide: float = 250.0) -> Table:
    """Four cards in two columns as a table of two rows: a pill beside each number, a line of labels below the title."""
    cells = []
    for k, (title, below) in enumerate(zip(TITLES, LINES, strict=True)):
        row, col = divmod(k, 2)
        left, top = 40 + wide * col, 100.0 + 80 * row
        words = ("Completed", "Off track")[k % 2]
        printed = [
            Line(text, Box(left, top + 14 * n, left + 5 * len(text), top + 14 * n + 10), 10, n < 2, "#000000")
            for n, text in enumerate((f"{row + 1}.{col + 1} {words}", title, *below))
        ]
        pill = shape("pill", (GREEN, RED)[k % 2]).marks[0]
        box = Box(left + 20, top, left + 80, top + 10)
        text = "\n".join(one.text for one in printed)
        place = Box(left - 5, top - 5, left + wide - 5, top + 75)
        ink = len("".join(text.split()))
        cells.append(Cell(row, col, 1, 1, text, place, tuple(printed), (pill._replace(box=box),), chars=ink))
    xs, ys = (35.0, 35 + wide, 35 + 2 * wide), (95.0, 175.0, 255.0)
    return Table(1, Box(xs[0], ys[0], xs[-1], ys[-1]), "unruled", xs, ys, tuple(cells))


def titles(*blocks: Block) -> list[str]:
    return [a.action for a in review_of(*blocks).actions]


def test_cards_side_by_side_with_one_line_of_labels_each_are_each_an_action() -> None:
    """The titles of two cards side by side were one, and half of the cards were lost."""
    assert sorted(titles(deck())) == sorted(TITLES)


def printed(*lines: Line) -> list[Block]:
    return [
        Heading(1, ln.box, ln.text, 10.0, True, 10, (ln,))
        if ln.bold
        else Paragraph(1, ln.box, ln.text, 10.0, (ln,), (), 10)
        for ln in lines
    ]


def columns(*lines: Line) -> list[list[str]]:
    """The titles in each flow."""
    blocks = printed(*lines)
    found = flows.found(blocks, frozenset(), {id(b): None for b in blocks})
    return [[p.line.text for p in flow if p.line.bold] for flow in found]


@pytest.mark.parametrize("lower", [0.0, 12.0], ids=["level", "below a longer title"])
def test_one_label_that_stands_in_both_columns_again_and_again_is_enough(lower: float) -> None:
    """One line, `Lead: Ann Archer`, below each title, which was fused with that of the card beside it."""
    lines = [ln for c in deck().cells for ln in c.lines if not ln.text[0].isdigit()]
    moved = [
        ln._replace(
            text=ln.text.partition(" Due: ")[0],
            box=ln.box._replace(top=ln.box.top + lower, bottom=ln.box.bottom + lower)
            if ln.box.x0 < 100 and not ln.bold
            else ln.box,
        )
        for ln in lines
    ]
    assert columns(*moved) == [[TITLES[0], TITLES[2]], [TITLES[1], TITLES[3]]]


def test_labels_set_in_below_lines_that_run_over_them_are_of_one_column() -> None:
    lines = [ln for c in deck().cells for ln in c.lines if not ln.text[0].isdigit()]
    wide = [
        ln._replace(box=ln.box._replace(x1=500.0))
        if ln.box.x0 < 100 and not ln.text.startswith("Lead")
        else ln
        for ln in lines
    ]
    short = [ln._replace(text=ln.text.partition(" Due: ")[0]) for ln in wide]
    assert len(columns(*short)) == 1


def test_labels_behind_others_on_their_line_make_no_column() -> None:
    """`% complete` begins where the value before it ends, each time elsewhere: its lines were a second column."""
    values = (("Ann Archer", 260), ("Bo Bull", 340), ("Cy Clay", 262), ("Di Drew", 342))
    blocks: list[Block] = []
    for k, (title, (lead, x)) in enumerate(zip(TITLES, values, strict=True)):
        top = 100.0 + 80 * k
        for text, left, down in (
            (title, 40.0, 0), (f"Owner: {lead}", 40.0, 14), (f"Complete: {k + 2}0%", float(x), 14),
            ("On track", 450.0, 0), ("Commentary: It is well begun.", 40.0, 28),
        ):  # fmt: skip
            box = Box(left, top + down, left + 5 * len(text), top + down + 10)
            line = Line(text, box, 10, not down, "#000000")
            blocks.append(Paragraph(1, box, text, 10, (line,), (), len("".join(text.split()))))
    told = {a.action: (a.leads, a.status) for a in review_of(*blocks).actions}
    assert told == {title: ((lead,), "on_schedule") for title, (lead, _) in zip(TITLES, values, strict=True)}
