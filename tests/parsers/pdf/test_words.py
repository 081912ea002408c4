from __future__ import annotations

import pytest

from parsers.pdf import words
from tests.parsers.printing import letters, style


@pytest.mark.parametrize(
    ("placed", "joined"),
    [
        ([("w", 50, 57), ("o", 57, 62), ("rd", 62.4, 70)], ["word"]),
        ([("1", 50, 55), ("2", 57, 62)], ["1", "2"]),
        ([("x", 50, 55), ("x", 50.3, 55.3)], ["x", "x"]),
    ],
    ids=["close", "apart", "fake bold"],
)
def test_letters_of_several_objects_are_one_token_where_they_stand_close(
    placed: list[tuple[str, float, float]], joined: list[str]
) -> None:
    found = list(words.joined(letters(*placed)))
    assert [token.text for token in found] == joined
    assert (found[0].box.x0, max(t.box.x1 for t in found)) == (placed[0][1], max(x1 for _, _, x1 in placed))


def test_letters_of_another_style_begin_another_token() -> None:
    first, second = letters(("a", 50, 55), ("b", 55, 60))
    found = list(words.joined([first, second._replace(style=style(colour="#c00000"))]))
    assert [token.text for token in found] == ["a", "b"]


def test_the_next_cell_s_heading_is_no_part_of_a_word_that_its_cell_cut_off() -> None:
    held = letters(("r", 50, 55), ("Q", 55.1, 62), ("2", 62, 67))
    placed = [held[0]._replace(run=1), held[1]._replace(run=2), held[2]._replace(run=2)]
    assert [token.text for token in words.joined(placed)] == ["r", "Q2"]
    assert [token.text for token in words.joined([t._replace(run=1) for t in placed])] == ["rQ2"]


@pytest.mark.parametrize(
    ("figures", "told"),
    [(("410,000", "96,204"), 2), (("44.1%", "41.9%"), 2), (("1,23", "4"), 1), (("12", "34"), 1)],
)
def test_a_figure_that_follows_a_whole_one_closely_is_the_next_cell_s(
    figures: tuple[str, str], told: int
) -> None:
    """Figures wider than their cells were one in the middle cell, `410,00096,204`, and the next cell was blank."""
    first, second = figures
    places = [(c, 50 + 5 * k, 55 + 5 * k) for k, c in enumerate(first + second)]
    placed = [t._replace(run=1 + (k >= len(first))) for k, t in enumerate(letters(*places))]
    assert [token.text for token in words.joined(placed)] == ([*figures] if told == 2 else ["".join(figures)])
