"""A page's primitives to its blocks in reading order; no ink is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box
from parsers.layout import see
from parsers.page import Drawing, Fill, Token
from parsers.text.wording import NO_WORDS
from tests.parsers.printing import lattice, page, style, tokens

XS, YS = (50.0, 150.0, 250.0), (300.0, 330.0, 360.0)
TABLE = [c for y, row in zip(YS, ("ab", "cd"), strict=False) for x, t in zip(XS, row, strict=False)
         for c in tokens(t, x + 4, y + 8)]  # fmt: skip
STAR = Drawing(Box(54, 100, 64, 110), "star", "00ff", "#0070c0", None)


def blocks(text: list[Token], **given: object) -> list[Block]:
    made = page(text, **given)  # type: ignore[arg-type]
    return see(made).blocks(NO_WORDS)


def texts(found: list[Block]) -> list[str]:
    return [b.text for b in found if not isinstance(b, Table)]


def ink(found: list[Block]) -> int:
    return sum(sum(c.chars for c in b.cells) if isinstance(b, Table) else b.chars for b in found)


def test_blocks_come_in_reading_order() -> None:
    body = [*tokens("below the table", 50, 400), *TABLE, *tokens("above it", 50, 100)]
    found = blocks(body, rules=lattice(XS, YS))
    assert [type(b) for b in found] == [Paragraph, Table, Paragraph]
    assert texts(found) == ["above it", "below the table"]


def test_larger_text_is_a_heading() -> None:
    found = blocks([*tokens("Title", 50, 50, style(size=18)), *tokens("a longer running text", 50, 100)])
    assert [(type(b), b.text) for b in found if not isinstance(b, Table)] == [
        (Heading, "Title"), (Paragraph, "a longer running text"),
    ]  # fmt: skip


def test_lines_of_one_paragraph_are_one_block() -> None:
    first = "a line that is long enough to be running on"
    found = blocks([*tokens(first, 50, 100), *tokens("to the next", 50, 112), *tokens("another", 50, 160)])
    assert texts(found) == [f"{first} to the next", "another"]


def test_texts_side_by_side_are_two() -> None:
    assert sorted(texts(blocks([*tokens("left", 50, 100), *tokens("right", 300, 100)]))) == ["left", "right"]


def test_a_sign_before_its_line_belongs_to_it() -> None:
    made = page(tokens("Completed", 70, 100))
    (block,) = see(replace(made, drawings=(STAR,))).blocks(NO_WORDS)
    assert isinstance(block, Paragraph)
    assert [(m.shape, m.colour) for m in block.marks] == [("star", "#0070c0")]


def test_a_swatch_before_its_line_is_a_sign() -> None:
    found = blocks(tokens("On track", 70, 100), fills=[Fill(Box(54, 100, 64, 110), "#00b050")])
    assert [m.shape for b in found if isinstance(b, Paragraph) for m in b.marks] == ["square"]


def test_the_stripe_of_a_key_s_row_behind_its_swatch_is_no_sign() -> None:
    """Green and red on every second row of a key were the stripe's grey: their rows had no status."""
    stripe, swatch = Fill(Box(54, 98, 130, 112), "#dde3ea"), Fill(Box(54, 98, 80, 112), "#00b050")
    found = blocks(tokens("On track", 84, 100), fills=[stripe, swatch])
    assert [m.colour for b in found if isinstance(b, Paragraph) for m in b.marks] == ["#00b050"]


def test_a_label_of_a_key_that_wraps_beside_four_others_is_one_text() -> None:
    """In a strip set to the middle the other labels stand between the first line and the second."""
    xs = [70 + 100.0 * k for k in range(5)]
    others = [c for x, label in zip(xs[1:], ("Done", "Late", "Stalled", "Not yet"), strict=True)
              for c in tokens(label, x, 105.5)]  # fmt: skip
    swatches = [Fill(Box(x - 24, 96, x - 6, 124), "#00b050") for x in xs]
    found = blocks(
        [*tokens("In progress, on", 70, 100), *others, *tokens("schedule", 70, 111)], fills=swatches
    )
    assert sorted(texts(found)) == ["Done", "In progress, on schedule", "Late", "Not yet", "Stalled"]


def test_a_watermark_is_no_text_of_the_cells_that_it_crosses() -> None:
    rules = lattice((40, 240, 440), (100, 130, 160))
    across = style(size=90, colour="#d9d9d9")
    word = [Token("DRAFT", Box(60, 90, 420, 180), replace(across, slanted=True))]
    words = [*tokens("Lead", 50, 110), *tokens("Ann Archer", 250, 110), *tokens("Bo Bull", 250, 140)]
    *found, draft = blocks([*words, *word], rules=rules)
    table = next(b for b in found if isinstance(b, Table))
    assert [c.text for c in table.cells if c.text] == ["Lead", "Ann Archer", "Bo Bull"]
    assert isinstance(draft, Paragraph) and draft.text == "DRAFT"


@pytest.mark.parametrize(("text", "over"), [("DRAFT", True), ("DRAFT", False), ("\u25cf", True)])
def test_a_large_word_printed_over_others_is_a_watermark_and_a_sign_behind_them_none(
    text: str, over: bool
) -> None:
    """`CONFIDENTIAL` was the lead of the rows over which it was printed."""
    rules = lattice((40, 240, 440), (100, 150, 200))
    word = Token(text, Box(60, 155 if over else 105, 220, 195 if over else 145), style(size=40))
    words = [*tokens("Ann Archer", 70, 170), *tokens("Bo Bull", 250, 110), *tokens("Cy Cole", 250, 170)]
    table = next(b for b in blocks([*words, word], rules=rules) if isinstance(b, Table))
    said = " ".join(c.text for c in table.cells)
    assert "Ann Archer" in said
    assert ("DRAFT" in said) == (text == "DRAFT" and not over)


def test_headings_at_a_slant_and_large_figures_stay_in_their_cells() -> None:
    rules = lattice((40, 240, 440), (100, 140, 180))
    slanted = [Token("Status", Box(60, 105, 90, 135), replace(style(size=10), slanted=True))]
    large = [Token("87%", Box(260, 105, 330, 137), style(size=32))]
    words = [*slanted, *large, *tokens("On track", 50, 150), *tokens("of all homes", 250, 150)]
    table = next(b for b in blocks(words, rules=rules) if isinstance(b, Table))
    assert {"Status", "87%"} <= {c.text for c in table.cells}


def test_hidden_text_is_counted_and_not_read() -> None:
    seen = see(page([*tokens("seen", 50, 100), *tokens("unseen", 50, 200, style(hidden=True))]))
    assert seen.hidden == 6
    assert texts(seen.blocks(NO_WORDS)) == ["seen"]


places = st.integers(1, 18).map(lambda k: 40 * k)  # lines stand clear of each other
runs = st.tuples(
    st.text("abc •", min_size=1, max_size=14), st.integers(20, 500), places, st.sampled_from([8, 10, 16])
)


@given(st.lists(runs, max_size=8), st.booleans())
def test_every_character_is_in_exactly_one_block(
    printed: list[tuple[str, int, int, int]], ruled: bool
) -> None:
    body = [c for text, x, top, size in printed for c in tokens(text, x, top, style(size=size))]
    rules = lattice((40.0, 200.0, 420.0), (100.0, 300.0, 500.0)) if ruled else []
    assert ink(blocks(body, rules=rules)) == sum(not c.text.isspace() for c in body)


def test_words_on_a_sign_are_told_from_the_words_behind_it() -> None:
    pill = Drawing(Box(52, 98, 98, 112), "pill", "00ff", "#0070c0", None)
    text = [*tokens("Completed", 54, 100), *tokens("all is done", 104, 100), *tokens("Completed", 54, 140)]
    alone = Drawing(Box(52, 138, 98, 152), "pill", "00ff", "#0070c0", None)
    seen = see(replace(page(text), drawings=(pill, alone))).blocks(NO_WORDS)
    found = [m for b in seen if isinstance(b, Paragraph) for m in b.marks]
    assert {(m.box.top, m.words) for m in found} == {(98, "Completed"), (138, "")}


def test_a_letter_of_a_key_in_one_line_is_a_text_of_its_own_though_the_words_before_it_are_long() -> None:
    """`A  Some slippage, but expected to be recovered R`: two entries of three were lost."""
    row = [("G", 40.0), ("On track", 100.0), ("A", 240.0), ("Some slippage", 300.0)]
    end = max(t.box.x1 for t in tokens("Some slippage", 300, 100))
    line = [t for text, x in [*row, ("R", end + 14), ("Off track", end + 90)] for t in tokens(text, x, 100)]
    assert texts(blocks(line)) == ["G", "On track", "A", "Some slippage", "R", "Off track"]


def test_texts_of_a_line_that_each_have_a_label_are_parted_where_they_nearly_touch() -> None:
    """`Slipping: May be late Serious concern: Will be late`: one entry of a key was another's meaning."""
    row, x, found = (
        ("Done: It is", "On course: It will be", "Slipping: It may be", "Late: It is not"),
        40.0,
        [],
    )
    for k, said in enumerate(row):
        found += tokens(said, x, 100)
        x = found[-1].box.x1 + (14 if k == 1 else 40)
    assert texts(blocks(found)) == [*row]


@pytest.mark.parametrize(
    ("bold", "parted"), [((True, False) * 2, True), ((True, False, False, False), False)]
)
def test_bold_names_with_plain_words_beside_each_are_parted_where_they_nearly_touch(
    bold: tuple[bool, ...], parted: bool
) -> None:
    """`Will be late At risk` was what `Behind` means, and no key was read."""
    row, x, found = ("Behind", "Will be late", "At risk", "May be lost"), 40.0, []
    for k, said in enumerate(row):
        found += tokens(said, x, 100, style(bold=bold[k]))
        x = found[-1].box.x1 + (12 if k == 1 else 40)
    assert texts(blocks(found)) == ([*row] if parted else [row[0], f"{row[1]} {row[2]}", row[3]])


def test_bold_words_on_pills_in_a_sentence_stay_in_it() -> None:
    """`[On course] will be met [Late] ...`: each pill was another's, for the line was cut at all of them."""
    row, x, found, pills = ("Done", "it is finished", "Late", "it will be late"), 40.0, [], []
    for k, said in enumerate(row):
        found += tokens(said, x, 100, style(bold=k % 2 == 0))
        if k % 2 == 0:
            pills.append(Drawing(Box(x - 4, 98, found[-1].box.x1 + 4, 112), "pill", "00ff", "#0070c0", None))
        x = found[-1].box.x1 + (26 if k == 1 else 12)
    shown = replace(page(found), drawings=tuple(pills))
    seen = [b.text for b in see(shown).blocks(NO_WORDS) if not isinstance(b, Table)]
    assert seen == ["Done it is finished", "Late it will be late"]


@pytest.mark.parametrize("first", ["Ann", "A"])
def test_a_wide_blank_inside_a_text_beside_others_that_are_no_letters_parts_nothing(first: str) -> None:
    end = max(t.box.x1 for t in tokens("Cabinet", 300, 100))
    row = [(first, 40.0), ("Chair", 160.0), ("Cabinet", 300.0), ("member", end + 14)]
    found = texts(blocks([t for text, x in row for t in tokens(text, x, 100)]))
    assert found == [first, "Chair", "Cabinet member"]


@pytest.mark.parametrize(("wide", "kind"), [(560.0, Heading), (30.0, Paragraph)], ids=["a bar", "a sign"])
def test_a_bar_across_the_page_is_no_sign_of_the_title_on_it(wide: float, kind: type[Block]) -> None:
    """The title of a slide was a text with a sign, and the rows below it stood under the slide before."""
    drawn = Drawing(Box(20, 90, 20 + wide, 120), "square", "square", "#122b4a", None)
    title = tokens("New homes and sound finances for all of us", 60, 100, style(size=20.0, bold=True))
    seen = replace(page([*title, *tokens("Some words", 60, 300)]), drawings=(drawn,))
    first, *_ = see(seen).blocks(NO_WORDS)
    assert isinstance(first, kind)


def test_swatches_that_touch_beside_words_without_ground_are_the_words_signs() -> None:
    """Ruled in white and with a blank in each, they were a table without words, and the key was not read."""
    inks, labels = ("#6c4a9e", "#3f9b4f", "#f2b233"), ("Complete", "On schedule", "Late")
    ys = [300.0 + 24 * k for k in range(4)]
    text = [t for label, y in zip(labels, ys, strict=False) for t in tokens(label, 110, y + 7)]
    text += [t for y in ys[:3] for t in tokens(" ", 60, y + 7)]
    fills = [Fill(Box(50, y, 100, y + 24), ink) for ink, y in zip(inks, ys, strict=False)]
    found = blocks(text, fills=fills, rules=lattice((50.0, 100.0), ys))
    assert [(b.text, [m.colour for m in b.marks]) for b in found if isinstance(b, Paragraph)] == [
        (label, [ink]) for label, ink in zip(labels, inks, strict=True)
    ]
    assert not any(isinstance(b, Table) for b in found)


def test_a_heading_is_full_at_its_tables_edge_whatever_runs_beyond_it() -> None:
    """A browser prints the address of a page and its number in wider margins; the second line alone was a heading."""
    bold = style(bold=True)
    first, second = (
        "Homes and Parks for Residents of all",
        "Wards",
    )  # 230 of 250 points, and 275 with the next word
    text = [*TABLE, *tokens(first, 50, 250, bold), *tokens(second, 50, 262, bold)]
    text += [*tokens("http://example.org", 20, 20), *tokens("1/10", 380, 20), *tokens("1/10", 380, 700)]
    found = texts(blocks(text, rules=lattice(XS, YS)))
    assert f"{first} {second}" in found
    early = [*TABLE, *tokens("Homes and Parks", 50, 250, bold), *tokens("Wards", 50, 262, bold)]
    assert {"Homes and Parks", "Wards"} <= set(texts(blocks(early, rules=lattice(XS, YS))))
