"""Headings of several levels that only their shading draws, above the first rule of a table."""

from __future__ import annotations

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Token
from parsers.ruled import eye
from parsers.ruled.tinted_heads import joined
from tests.parsers.printing import across, page, style, tokens
from tests.parsers.ruled.test_eye import texts
from tests.parsers.stacks.test_eye import BOLD

XS = (50.0, 200.0, 300.0, 450.0, 465.0, 480.0, 495.0)
SIGNS = ("Done", "On track", "Late")
TINT = "#eef6f7"
HEAD = Grid(
    (300.0, 450.0, 495.0), (100.0, 114.0, 180.0), (Span(0, 0, 2, 1), Span(0, 1, 1, 1), Span(1, 1, 1, 1))
)


def rising(text: str, x: float) -> list[Token]:
    """Words that run up from the headings' foot."""
    made, bottom, found = style(turn=3, bold=True), 177.0, list[Token]()
    for word in text.split():
        found.append(Token(word, Box(x, bottom - 5 * len(word), x + 10, bottom), made))
        bottom -= 5 * len(word) + 4
    return found


def printed() -> tuple[list[Token], list[Fill]]:
    """A rating in a column for each status below one heading; every second column is shaded."""
    heads = zip(("Action", "Lead", "Progress"), XS, strict=False)
    text = [t for said, x in heads for t in tokens(said, x + 3, 167, BOLD)]
    text += tokens("Rating", 455, 103, BOLD)
    text += [t for said, x in zip(SIGNS, XS[3:], strict=False) for t in rising(said, x + 2)]
    tops = (180.0, 205.0, 230.0, 255.0)
    for k, top in enumerate(tops[:-1]):
        said = (f"Open hall {k}", "Ann Archer", "Begun in May")
        text += [t for x, own in zip(XS, said, strict=False) for t in tokens(own, x + 3, top + 8)]
        text += tokens("X", XS[3 + k] + 5, top + 8)
    fills = [
        Fill(Box(XS[k], top, XS[k + 1], foot), TINT)
        for k in (0, 2, 3, 5)
        for top, foot in zip((114.0 if k > 2 else 100.0, *tops), tops, strict=False)
    ]
    return text, [*fills, Fill(Box(450, 100, 495, 114), TINT)]


def test_headings_of_two_levels_above_the_first_rule_are_the_table_s() -> None:
    """They were a table of their own, and the columns of the table had no names: all its rows were lost."""
    text, fills = printed()
    rules = [across(y, 50, 495) for y in (180, 205, 230, 255)]
    (table,) = eye.tables(page(text, rules, fills))
    assert texts(table)[:7] == ["Action", "Lead", "Progress", "Rating", *SIGNS]
    assert [cell.span for cell in table.cells[:7]] == [
        *(Span(0, col, 2, 1) for col in range(3)), Span(0, 3, 1, 3), *(Span(1, col, 1, 1) for col in (3, 4, 5)),
    ]  # fmt: skip


def test_shading_of_other_columns_or_above_another_place_is_a_table_of_its_own() -> None:
    xs, spans = (
        (50.0, 200.0, 300.0, 450.0, 495.0),
        tuple(Span(k, col, 1, 1) for k in (0, 1) for col in range(4)),
    )
    grid = Grid(xs, (165.0, 180.0, 205.0), spans)
    for head in (HEAD._replace(xs=(300.0, 430.0, 495.0)), HEAD._replace(ys=(100.0, 114.0, 150.0))):
        assert joined([grid], [head]) == ([grid], [head])
    (whole,), left = joined([grid], [HEAD])
    assert (whole.xs, whole.ys, left) == (xs, (100.0, 114.0, 180.0, 205.0), [])
