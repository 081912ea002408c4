"""A cell gathers its ink: background, signs, text that can be read and text that cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block import Mark
from parsers.cells.cell import Seen, SeenTable, alike, one_sign
from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill
from parsers.text.wording import NO_WORDS
from tests.parsers.printing import line, style, tokens

GREEN, RED, BLACK, WHITE = "#00b050", "#ff0000", "#000000", "#ffffff"
PLACE = Box(50, 50, 150, 80)


def seen(text: str = "", colour: str = BLACK, fills: tuple[tuple[str, float], ...] = ()) -> Seen:
    made = Seen(Span(0, 0, 1, 1), PLACE, fills=list(fills))
    made.tokens = tokens(text, 54, 55, style(colour=colour))
    return made


def disc(x: float, colour: str = GREEN, size: float = 10, identity: str = "a") -> Mark:
    return Mark("shape", "disc", colour, identity, Box(x, 55, x + size, 55 + size))


@pytest.mark.parametrize(
    ("fills", "background"),
    [
        ((), None),
        (((GREEN, 1.0),), GREEN),
        (((GREEN, 1.0), (RED, 1.0)), RED),
        (((GREEN, 0.3), (GREEN, 0.4)), GREEN),
        (((GREEN, 0.3),), None),
        (((WHITE, 1.0),), None),
        (((GREEN, 1.0), (WHITE, 1.0)), None),
    ],
    ids=["paper", "one", "painted over", "in pieces", "a strip", "white", "wiped"],
)
def test_the_background_is_what_was_painted_last_over_most_of_it(
    fills: tuple[tuple[str, float], ...], background: str | None
) -> None:
    assert seen(fills=fills).background() == background


@pytest.mark.parametrize(
    ("colour", "fills", "hidden"),
    [
        (BLACK, (), False),
        (WHITE, (), True),
        (GREEN, ((GREEN, 1.0),), True),
        ("#02b14e", ((GREEN, 1.0),), True),
        (WHITE, ((GREEN, 1.0),), False),
        (BLACK, ((GREEN, 1.0),), False),
    ],
)
def test_text_in_the_colour_of_its_background_is_hidden(
    colour: str, fills: tuple[tuple[str, float], ...], hidden: bool
) -> None:
    cell = seen("Green", colour, fills)
    cell.settle()
    assert [line.text for line in cell.hidden] == (["Green"] if hidden else [])
    assert [line.text for line in cell.lines] == ([] if hidden else ["Green"])
    assert cell.ink == 5


def test_white_words_on_a_band_through_a_part_of_their_cell_can_be_read() -> None:
    """Headings that shared a cell with the first row below them were neither text nor told."""
    cell = seen("Indicator", WHITE)
    cell.grounds = [Fill(cell.box.grown(30), GREEN)]
    cell.settle()
    assert [line.text for line in cell.lines] == ["Indicator"]
    assert not cell.hidden


def test_white_words_on_a_coloured_sign_can_be_read() -> None:
    cell = seen("OK", WHITE)
    cell.marks.append(Mark("shape", "pill", GREEN, "p", Box(52, 53, 90, 68)))
    cell.settle()
    assert [line.text for line in cell.lines] == ["OK"]


def test_a_symbol_among_the_letters_is_a_mark() -> None:
    cell = seen("●")
    cell.settle()
    assert [m.shape for m in cell.glyphs] == ["disc"]


def test_marks_that_overlap_are_one_sign() -> None:
    joined = one_sign([disc(60, size=12), Mark("shape", "tick", WHITE, "b", Box(63, 58, 69, 64))])
    assert [(m.shape, m.colour, m.identity) for m in joined] == [("disc", GREEN, "a+b")]


def test_marks_apart_stay_apart() -> None:
    assert len(one_sign([disc(60), disc(90)])) == 2


@pytest.mark.parametrize("overlap", [0.0, 0.4], ids=["touching", "a hair's width over each other"])
@pytest.mark.parametrize("stacked", [True, False], ids=["stacked", "side by side"])
def test_swatches_of_a_key_that_touch_are_signs_of_their_own(overlap: float, stacked: bool) -> None:
    step = 16 - overlap
    places = [(50, 50 + k * step) if stacked else (50 + k * step, 50) for k in range(3)]
    swatches = [
        Mark("shape", "square", colour, "square", Box(x, y, x + 16, y + 16))
        for (x, y), colour in zip(places, (GREEN, RED, BLACK), strict=True)
    ]
    assert one_sign(swatches) == swatches


def test_pills_of_a_key_set_close_are_signs_of_their_own() -> None:
    pills = [
        Mark("shape", "pill", colour, "7effffffffffff7e", Box(50, 50 + 10 * k, 84 + k, 62.5 + 10 * k))
        for k, colour in enumerate((GREEN, RED, BLACK))
    ]
    assert one_sign(pills) == pills
    assert len(one_sign([pills[0], pills[0]._replace(box=Box(52, 51, 86, 63.5), colour=RED)])) == 1


@pytest.mark.parametrize("step", [14.0, 15.0], ids=["over each other", "touching"])
def test_pictures_of_emoji_on_lines_set_close_are_signs_of_their_own(step: float) -> None:
    emoji = [
        Mark("picture", "picture", GREEN, f"e{k}", Box(50, 50 + step * k, 65.9, 65 + step * k))
        for k in range(5)
    ]
    assert one_sign(emoji) == emoji


def test_strips_of_a_picture_and_pictures_over_each_other_are_one_sign() -> None:
    strips = [
        Mark("picture", "picture", GREEN, f"s{k}", Box(50, 50 + 4 * k, 66, 54 + 4 * k)) for k in range(4)
    ]
    assert len(one_sign(strips)) == 1
    assert len(one_sign([strips[0]._replace(box=Box(50, y, 66, y + 16)) for y in (50, 54)])) == 1


def test_a_square_painted_over_a_square_hides_it() -> None:
    below, above = (Mark("shape", "square", c, "square", Box(50, 50, 66, 66)) for c in (GREEN, RED))
    assert one_sign([below, above]) == [above]


@given(st.lists(st.builds(disc, st.floats(0, 300), size=st.floats(2, 30)), max_size=8))
def test_signs_that_are_joined_are_never_more_than_the_marks(marks: list[Mark]) -> None:
    joined = one_sign(marks)
    assert len(joined) <= len(marks)
    for mark in marks:
        assert any(m.box.grown(0.01).overlap(mark.box) >= 0.99 * mark.box.area for m in joined)


channels = st.integers(0, 255)
inks = st.builds("#{:02x}{:02x}{:02x}".format, channels, channels, channels)


@given(inks, inks)
def test_alike_is_symmetric(a: str, b: str) -> None:
    assert alike(a, a)
    assert alike(a, b) == alike(b, a)


@pytest.mark.parametrize("order", [1, -1])
def test_a_coloured_square_over_the_picture_of_its_shadow_is_the_sign(order: int) -> None:
    shadow = Mark("picture", "picture", "#000000", "d1", Box(20, 20, 46, 46))
    square = Mark("shape", "square", "#ffc000", "square", Box(23, 21, 43, 41))
    assert one_sign([shadow, square][::order]) == [square]
    tick = Mark("shape", "tick", "#ffc000", "t", Box(23, 21, 28, 26))
    assert one_sign([shadow, tick][::order])[0].identity != "t"


def test_the_shadow_of_what_stands_beside_a_swatch_does_not_swallow_it() -> None:
    """Slides print one behind each text: the first entry of a key had no sign."""
    swatch = Mark("shape", "square", GREEN, "square", Box(28, 476, 48, 496))
    shadow = Mark("picture", "picture", None, "x", Box(48, 469, 207, 504))
    assert one_sign([swatch, shadow]) == [swatch, shadow]


def test_a_column_with_air_at_its_right_alone_is_as_wide_as_its_longest_lines() -> None:
    """Web styles pad cells so; the air beside a wrapped line was room for the next word, a break typed on purpose."""
    ys = (50.0, 80.0, 120.0)
    grid = Grid((50.0, 140.0, 250.0), ys, tuple(Span(row, col, 1, 1) for row in (0, 1) for col in (0, 1)))
    table = SeenTable(1, grid, "unruled", [Seen(span, grid.box_of(span)) for span in grid.cells])
    table.cells[0].lines = [line("Our plan for", x=50), line("all", 62, 50)]
    table.cells[2].lines = [line("The roads plan", x=50), line("of towns", 62, 50)]
    assert [cell.text for cell in table.table(NO_WORDS).cells[::2]] == [
        "Our plan for all",
        "The roads plan of towns",
    ]
    table.reader = "ruled"
    assert table.table(NO_WORDS).cells[0].text == "Our plan for\nall"


def test_the_lines_of_a_short_list_do_not_tell_where_their_column_ends() -> None:
    """Names on lines of their own in a column without air at its left became one text."""
    span = Span(0, 0, 1, 1)
    grid = Grid((50.0, 150.0), (50.0, 80.0), (span,))
    table = SeenTable(1, grid, "unruled", [Seen(span, grid.box_of(span))])
    table.cells[0].lines = [line("Ann Lee", x=50), line("Cy Moss", 62, 50)]
    assert table.table(NO_WORDS).cells[0].text == "Ann Lee\nCy Moss"
