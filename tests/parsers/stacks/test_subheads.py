"""Headings of rows in tables whose shading, or rules, leave them in one band with others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Token
from parsers.stacks import eye as columns
from parsers.text import phrases
from tests.parsers.printing import style, tokens
from tests.parsers.stacks.test_eye import (
    BAND,
    BODY,
    BOLD,
    HEAD,
    PAD,
    XS,
    only,
    plain,
    printed,
    rules,
    striped,
    texts,
)


def bold(text: list[Token]) -> list[Token]:
    return [t._replace(style=BOLD) for t in text]


def test_a_heading_of_rows_right_below_the_column_headings_is_none_of_theirs() -> None:
    head, levels = printed((HEAD,), pad=2)
    first = bold(tokens("Homes", XS[0] + PAD, levels[-1] + 1))
    one, below = printed(BODY, levels[-1] + 14, pad=2, head=False)
    second = bold(tokens("Streets", XS[0] + PAD, below[-1] + 1))
    two, last = printed(BODY, below[-1] + 14, pad=2, head=False)
    text = [*head, *first, *one, *second, *two]
    grid = only(columns.grids((), [*striped(below, 0), *striped(last, 0)], text, ()))
    rows = texts(grid, text)
    assert [row[0] for row in rows] == [
        "Ref",
        "Homes",
        "1.1",
        "1.2",
        "1.3",
        "Streets",
        "1.1",
        "1.2",
        "1.3",
    ]


def test_bold_labels_beside_the_middle_of_their_rows_open_none() -> None:
    """A label of two lines stands above and below the only line of what is beside it."""
    text, levels = printed((HEAD, ("1.1", "Build", "Ann Lee", "Begun")))
    for k in range(2):
        top = levels[-1]
        text += bold(tokens("2.1", XS[0] + PAD, top + 4)) + bold(tokens("on", XS[0] + PAD, top + 16))
        for x, said in zip(XS[1:], ("Plant", "Bo Ray", f"Done {k}"), strict=False):
            text += tokens(said, x + PAD, top + 10)
        levels.append(top + 32)
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert len(grid.ys) == len(levels)


def test_a_title_and_headings_right_below_a_table_are_the_next_one_s() -> None:
    """Also where headings of rows are bold as these are."""
    rows = (HEAD, *BODY, ("Road", "", "", ""), *BODY[:2])
    text, levels = printed(rows, pad=2)
    text = [t._replace(style=BOLD) if levels[4] < t.box.top < levels[5] else t for t in text]
    title = bold(tokens("Status definitions", XS[0] + PAD, levels[-1] + 2, style(size=12)))
    key, _ = printed((("Sign", "Meaning", "To", "From"), *BODY[:2]), levels[-1] + 18, pad=2)
    found = columns.grids((), striped(levels, 1), [*text, *title, *key], ())
    assert texts(found[0], text) == plain(rows)


def test_a_sheet_s_text_that_ends_at_its_cell_s_edge_is_no_part_of_the_next() -> None:
    """The gap is no wider than a blank, but blanks are printed, and none there."""
    names = ("Ann", "Bo Ray", "Cy Moss", "Di Orr")
    labels = ("Plant the trees", "Mend a long bridge", "Teach some Welsh", "Open a new school")
    text = []
    for k, (label, name) in enumerate(zip(labels, names, strict=True)):
        text += _words(label, 50, 20.0 * k) + _words(name, 124, 20.0 * k)
    assert [len(row) for row in phrases.rows(text)] == [2, 2, 2, 2]


def _words(text: str, x: float, top: float) -> list[Token]:
    """Words with printed blanks between."""
    found: list[Token] = []
    for word in text.split():
        found += [Token(" ", Box(x, top, x + 2, top + 10), style())] if found else []
        x += 2 if len(found) > 1 else 0
        found.append(Token(word, Box(x, top, x + 4 * len(word), top + 10), style()))
        x += 4 * len(word)
    return found


def test_a_heading_of_rows_over_two_columns_that_shares_a_band_leaves_these_apart() -> None:
    text, levels = printed((HEAD, *BODY), pad=2)
    top = levels[-1]
    text += bold(tokens("Streets and roads of the town", XS[0] + PAD, top + 2))
    more, below = printed(BODY[:1], top + 14, pad=2, head=False)
    drawn = [*levels, below[-1]]
    fills = [Fill(Box(a, y, b, z), BAND) for y, z in [*pairwise(drawn)][::2] for a, b in pairwise(XS)]
    grid = only(columns.grids((), fills, [*text, *more], ()))
    rows = texts(grid, [*text, *more])
    assert [row[0] for row in rows] == ["Ref", "1.1", "1.2", "1.3", "Streetsandroadsofthetown", "1.1"]


@pytest.mark.parametrize(("second", "ruled"), [("ref", False), ("Ref", True)], ids=["small", "rules"])
def test_the_second_line_of_a_column_heading_is_no_heading_of_rows(second: str, ruled: bool) -> None:
    """The heading of `Action / ref` was `Action`, and the references below it were the actions."""
    rows = ((f"Key|{second}", *HEAD[1:]), ("Homes", "", "", ""), *BODY)
    text, levels = printed(rows)
    text = [t._replace(style=BOLD) if t.box.top < levels[2] else t for t in text]
    drawn, fills = (rules(levels), []) if ruled else ([], striped(levels, 0))
    grid = only(columns.grids(drawn, fills, text, ()))
    assert [row[0] for row in texts(grid, text)] == [f"Key{second}", "Homes", "1.1", "1.2", "1.3"]


def test_a_heading_of_rows_of_several_lines_between_two_rules_is_one_cell() -> None:
    """Each line was a row: the rows below had the end of the activity for one, and no number of it."""
    lines = "1.1 Homes for all who live in the old town and in the|New one"
    text, levels = printed((HEAD, (lines, "", "", ""), *BODY))
    text = [t._replace(style=BOLD) if levels[1] < t.box.top < levels[2] else t for t in text]
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert texts(grid, text)[1][0] == "1.1HomesforallwholiveintheoldtownandintheNewone"
