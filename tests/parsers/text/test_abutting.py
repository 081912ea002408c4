"""Texts side by side with less white between them than columns have."""

from __future__ import annotations

from dataclasses import replace

from parsers.page import Token
from parsers.text import abutting
from tests.parsers.printing import style, tokens


def words(row: list[Token]) -> str:
    return "".join(token.text for token in row).strip()


def test_a_full_line_is_parted_where_the_lines_of_the_next_column_begin() -> None:
    rows = [[tokens("left", 50, top), tokens("right", 200, top)] for top in (50, 65, 80, 95)]
    full = [tokens("The left text fills its line", 50, 110) + tokens("and the right", 200, 110)]
    assert [words(part) for part in abutting.parted([*rows, full])][-2:] == [
        "The left text fills its line",
        "and the right",
    ]


def test_words_that_stand_apart_are_not_parted_where_few_lines_begin() -> None:
    rows = [[tokens("left", 50, top), tokens("right", 200, top)] for top in (50, 65)]
    full = [tokens("The left text fills its line", 50, 110) + tokens("and the right", 200, 110)]
    assert len(abutting.parted([*rows, full])) == 5


def test_a_small_status_on_its_pill_is_no_word_of_the_long_title_before_it() -> None:
    pill = replace(style(), size=7.0, colour="#ffffff")
    title = [tokens("Mend the hall", 50, 50) + tokens("On track", 130, 51, pill)]
    assert [words(part) for part in abutting.parted([title])] == ["Mend the hall", "On track"]


def test_small_letters_close_to_the_word_before_them_stay_with_it() -> None:
    raised = replace(style(), size=7.0, colour="#ffffff")
    assert len(abutting.parted([[tokens("Mend the hall", 50, 50) + tokens("1", 116, 50, raised)]])) == 1


def test_a_sentence_goes_on_over_small_words_on_signs_inside_it() -> None:
    """Each label of a key in a sentence was a text of its own, beside what it means."""
    pill = replace(style(), size=8.5, colour="#ffffff")
    key = [*tokens("Done", 50, 50, pill), *tokens("all met;", 81, 50), *tokens("Late", 132, 50, pill)]
    assert len(abutting.parted([[key + tokens("some missed", 163, 50)]])) == 1


def test_titles_each_with_a_pill_are_parted_at_uneven_white() -> None:
    pill = replace(style(), size=7.0, colour="#ffffff")
    row = [*tokens("Mend the hall", 50, 50), *tokens("On track", 130, 51, pill)]
    assert len(abutting.parted([[row + tokens("Plant trees", 190, 50)]])) == 3


def test_words_on_a_sign_that_small_letters_explain_stay_in_their_sentence() -> None:
    pill = replace(style(), size=8.5, colour="#ffffff")
    row = [*tokens("we will be late.", 50, 50), *tokens("Stuck", 140, 50, pill)]
    assert len(abutting.parted([[row + tokens("we cannot say when", 172, 50)]])) == 1
    assert len(abutting.parted([[row + tokens("Plant trees", 172, 50)]])) > 1
