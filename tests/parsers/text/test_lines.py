"""Characters to printed lines, and the signs among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.geometry import Box
from parsers.page import Token
from parsers.text.lines import lines_between, lines_of, marks_of
from tests.parsers.printing import style, tokens


def texts(printed: list[Token]) -> list[str]:
    return [line.text for line in lines_of(printed)]


def test_words_on_one_line_and_lines_from_the_top_down() -> None:
    assert texts([*tokens("below", top=70), *tokens("one line", top=50)]) == ["one line", "below"]


def test_a_gap_that_nobody_printed_becomes_a_blank() -> None:
    assert texts([*tokens("two"), *tokens("words", x=80)]) == ["two words"]


def test_words_in_bold_that_open_a_line_are_its_label() -> None:
    label, rest = tokens("Lead ", set_in=style(bold=True)), tokens("Ann Archer", x=80)
    assert [line.label for line in lines_of([*label, *rest])] == ["Lead"]
    assert [
        line.label for line in lines_of([*tokens("Ann "), *tokens("Lead", x=80, set_in=style(bold=True))])
    ] == [""]
    assert [line.label for line in lines_of(label)] == [""]


def test_letters_set_close_stay_one_word() -> None:
    assert texts([*tokens("wo"), *tokens("rd", x=61)]) == ["word"]


def test_words_of_a_squeezed_line_are_two() -> None:
    """A gap that between letters is a jump of the typesetter's."""
    word, other = (
        Token("staff", Box(50, 50, 75, 60), style()),
        Token("training", Box(76.8, 50, 110, 60), style()),
    )
    assert texts([word, other]) == ["staff training"]
    assert texts([word, *tokens("s", x=76.8)]) == ["staffs"]


def test_a_blank_without_a_gap_is_none() -> None:
    blank = Token(" ", Box(70, 50, 70, 60), style())
    assert texts([*tokens("Cler"), blank, *tokens("k", x=70.1)]) == ["Clerk"]
    assert texts([*tokens("Cler"), blank, *tokens("k", x=72.5)]) == ["Cler k"]


def test_a_gap_up_to_the_next_cell_s_text_is_no_blank_printed_at_the_line_s_end() -> None:
    gap = Token(" ", Box(75, 50, 80, 60), style())
    assert [line.spaced for line in lines_of([*tokens("Self-"), gap])] == [False]
    assert [line.spaced for line in lines_of([*tokens("Self-"), gap._replace(run=7)])] == [True]


def test_a_blank_supposed_between_letters_that_stand_apart_is_none_where_others_stand_between() -> None:
    """Letters come in no order: PDFium supposes a blank from one to the next in the file, over those between."""
    supposed = Token(" ", Box(60, 50, 75, 60), style())
    letters = [
        *tokens("c"),
        *tokens("o", x=55),
        supposed,
        *tokens("f", x=75),
        *tokens("n", x=60),
        *tokens("i", x=65),
    ]
    assert texts([*letters, *tokens("r", x=70)]) == ["conirf"]
    assert texts([*tokens("in"), supposed, *tokens("place", x=75)]) == ["in place"]


def test_a_superscript_stays_on_its_line() -> None:
    note = tokens("1", x=75, top=48, set_in=style(size=6), width=3)
    assert texts([*tokens("homes"), *note]) == ["homes¹"]


@pytest.mark.parametrize(
    ("sign", "font"),
    [("•", "Arial"), ("·", "Symbol"), ("\uf0b7", "Symbol"), ("o", "CourierNew"), ("§", "Wingdings")],
)
def test_a_sign_that_opens_an_item_is_a_bullet(sign: str, font: str) -> None:
    item = [*tokens(sign, x=50, set_in=style(font)), *tokens("an item", x=68)]
    assert texts(item) == ["• an item"]


@pytest.mark.parametrize("text", ["o", "• ", "oak trees", "- 3 of 5"])
def test_what_opens_no_item_is_no_bullet(text: str) -> None:
    assert texts(tokens(text)) == [text.strip()]


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_turned_text_reads_in_its_own_direction(turn: int) -> None:
    """Character boxes of a word that runs right, down, left or up from (100, 100)."""
    step = {0: (5, 0), 1: (0, 5), 2: (-5, 0), 3: (0, -5)}[turn]
    made = [
        c._replace(box=c.box._replace(
            x0=100 + k * step[0], top=100 + k * step[1],
            x1=100 + k * step[0] + (5 if turn % 2 == 0 else 10),
            bottom=100 + k * step[1] + (10 if turn % 2 == 0 else 5),
        ))
        for k, c in enumerate(tokens("Rating", set_in=style(turn=turn)))
    ]  # fmt: skip
    (line,) = lines_of(made)
    assert line.text == "Rating"
    assert line.box.x0 == min(c.box.x0 for c in made) and line.box.bottom == max(c.box.bottom for c in made)


def test_upright_text_comes_before_turned_text() -> None:
    turned = tokens("x", top=10, set_in=style(turn=3))
    assert texts([*turned, *tokens("upright", top=300)]) == ["upright", "x"]


@pytest.mark.parametrize(("text", "spaced"), [("ends with a blank ", True), ("cut by for", False)])
def test_a_line_knows_whether_a_blank_is_printed_at_its_end(text: str, spaced: bool) -> None:
    (line,) = lines_of(token._replace(run=1) for token in tokens(text))
    assert line.spaced is spaced


def test_signs_among_characters_are_marks_and_bullets_are_not() -> None:
    printed = [
        *tokens("★", set_in=style("DejaVuSans", colour="#0070c0")),
        *tokens("•", x=70),
        *tokens("a", x=90),
    ]
    (mark,) = marks_of(printed)
    assert (mark.seen, mark.shape, mark.colour) == ("glyph", "star", "#0070c0")


@given(st.lists(st.text("abc •o★", min_size=1, max_size=12), min_size=1, max_size=6), st.randoms())
def test_no_character_is_lost_or_printed_twice(rows: list[str], random: object) -> None:
    printed = [c for k, row in enumerate(rows) for c in tokens(row, top=50 + 14 * k)]
    random.shuffle(printed)  # type: ignore[attr-defined]
    shown = "".join("".join(texts(printed)).split())
    bare = "".join("".join(rows).split())
    assert len(shown) == len(bare)
    assert sorted(shown.replace("•", "o")) == sorted(bare.replace("•", "o"))


def test_signs_among_the_words_of_a_line_part_it() -> None:
    """A key in one line of a cell was one text that no sign belonged to."""
    text = tokens("Key: Done Late Begun")
    signs = [Box(x, 50, x + 3, 60) for x in (71, 96, 121)]
    assert [made.text for made in lines_between(text, signs)] == ["Key:", "Done", "Late", "Begun"]


def test_what_ends_behind_its_part_of_a_line_is_none_of_its_own() -> None:
    """A letter printed twice ended behind the part's last one: an empty part failed the page."""
    text = tokens("Key: Done Late Begun")
    wide = text[-1]._replace(box=text[-1].box._replace(x1=text[-1].box.x1 + 9))
    signs = [Box(x, 50, x + 3, 60) for x in (71, 96, 121)]
    made = lines_between([*text[:-1], wide, text[-1]], signs)
    assert sum(len("".join(one.text.split())) for one in made) == len("Key:DoneLateBegun") + 1


def test_a_sign_beside_a_word_parts_no_line() -> None:
    text = tokens("34 % better")
    assert [made.text for made in lines_between(text, [Box(71, 50, 74, 60)])] == ["34 % better"]


@pytest.mark.parametrize("blank", ["", " "], ids=["alone", "behind a blank"])
@pytest.mark.parametrize(("sign", "read"), [("•", "•"), ("▪", "•"), ("◦", "◦")])
def test_a_sign_of_a_list_opens_its_line_and_that_of_an_inner_one_stays(
    blank: str, sign: str, read: str
) -> None:
    """Of `◦` some lines were `•`: those that no blank stood before."""
    assert texts(tokens(f"{blank}{sign} Plans let")) == [f"{read} Plans let"]


def test_two_small_lines_beside_a_large_one_are_lines_of_their_own() -> None:
    """A key at the right of the title: its first two lines ran into one another."""
    title = tokens("Corran Council", 40, 33, style(size=22), width=12)
    key = [*tokens("Key", 560, 32), *tokens("Completed", 560, 47)]
    assert [line.text for line in lines_of([*title, *key])] == ["Corran Council", "Key", "Completed"]


def test_small_letters_at_two_heights_behind_large_ones_stay_on_their_line() -> None:
    word = tokens("CO", 40, 33, style(size=22), width=12)
    both = [*tokens("2", 66, 45, style(size=8)), *tokens("a", 72, 32, style(size=8))]
    assert len(lines_of([*word, *both])) == 1


def test_letters_that_stand_on_each_other_between_signs_are_read_once() -> None:
    places = {"a": (50, 55), "b": (60, 100), "c": (99, 99.5), "d": (110, 115)}
    text = [Token(c, Box(x0, 50, x1, 60), style()) for c, (x0, x1) in places.items()]
    signs = [Box(x - 0.5, 50, x + 0.5, 60) for x in (57.0, 99.5, 105.0)]
    assert [made.text for made in lines_between(text, signs)] == ["a", "b", "c", "d"]
