"""Keys of letters or digits with a gap alone between them and their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, heading, loud, moved_to, paragraph, review_of, table

WORDS = (
    "Completed – the work is finished",
    "On schedule – work goes on",
    "Behind schedule",
    "No information",
)


def texts(signs: tuple[str, ...], words: tuple[str, ...] = WORDS) -> list[Block]:
    lines = [f"{sign} {said}" for sign, said in zip(signs, words, strict=True)]
    return [heading("RAG Rating Status"), *(paragraph(t, top=60 + 15 * k) for k, t in enumerate(lines))]


def rated(signs: tuple[str, ...]) -> Block:
    return table(
        ACTIONS, *((f"{n}. Do it", "Ann Archer", "Work goes on", s) for n, s in enumerate(signs, 1)), top=300
    )


@pytest.mark.parametrize("signs", [("C", "OS", "HB", "NI"), ("4", "3", "2", "1")])
def test_letters_before_their_words_without_borders_are_a_key(signs: tuple[str, ...]) -> None:
    """A LaTeX or ReportLab table without rules: 45 of 45 statuses were unknown."""
    review = review_of(*texts(signs), rated(signs))
    assert [a.status for a in review.actions] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "no_information",
    ]
    assert [e.label for e in review.legend][:2] == ["Completed", "On schedule"]
    assert not loud(review)


def test_letters_that_no_row_prints_are_none() -> None:
    assert review_of(*texts(("C", "OS", "HB", "NI")), rated(("X", "Y", "Z", "Q"))).legend == ()


def test_a_numbered_list_of_other_things_is_none() -> None:
    said = ("Completed forms go to the office", "Open a hub", "Plant a wood", "Mend the road")
    assert review_of(*texts(("1", "2", "3", "4"), said), rated(("1", "2", "3", "4"))).legend == ()


@pytest.mark.parametrize("signs", [("D", "S", "B", "N"), ("C", "OS", "HB", "NA")])
def test_letters_in_a_column_without_rules_are_the_signs_of_the_words_beside_them(
    signs: tuple[str, ...],
) -> None:
    """The words were read as the key's own signs, and no row's letter was in it."""
    words = ("Done", "On schedule", "Behind schedule", "Not achieved")
    key: list[Block] = [heading("Key", top=40, size=10)]
    for k, pair in enumerate(zip(signs, words, strict=True)):
        for text, x0 in zip(pair, (90, 144), strict=True):
            line, box = paragraph(text), Box(x0, 60 + 16 * k, x0 + 6 * len(text), 70 + 16 * k)
            key.append(replace(line, box=box, lines=(line.lines[0]._replace(box=box),)))
    review = review_of(*key, rated(signs))
    assert [(e.mark, e.label) for e in review.legend] == [*zip(signs, words, strict=True)]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)


def test_letters_in_one_row_are_the_signs_of_the_words_behind_each() -> None:
    """`A` was what `On track` meant, and all statuses were unknown."""
    key: list[Block] = [heading("Key", top=40, size=10)]
    words = ("On track to be delivered", "Some slippage", "Unlikely to be delivered")
    for k, pair in enumerate(zip("GAR", words, strict=True)):
        for text, x0 in zip(pair, (40 + 250 * k, 100 + 250 * k), strict=True):
            line, box = paragraph(text), Box(x0, 60, x0 + 6 * len(text), 70)
            key.append(replace(line, box=box, lines=(line.lines[0]._replace(box=box),)))
    review = review_of(*key, rated(("R", "G", "A", "G")))
    assert [(e.mark, e.label, e.definition) for e in review.legend] == [
        (letter, said, "") for letter, said in zip("GAR", words, strict=True)
    ]
    assert [a.status for a in review.actions] == [
        "off_track",
        "on_schedule",
        "behind_schedule",
        "on_schedule",
    ]


def test_two_keys_of_letters_one_of_the_actions_and_one_of_the_indicators_are_both_read() -> None:
    """Where one key was found the other was not looked for: all its rows were unknown."""
    targets = ("On or above target", "Within ten per cent of target", "More than ten per cent from target")
    head = ("Measure", "Target", "Actual", "Performance")
    figures = [
        ("Calls answered", "90%", "92%", "G"),
        ("Homes let", "40", "30", "R"),
        ("Loans", "9", "8.5", "A"),
    ]
    other: list[Block] = [heading("Performance key", page=2)]
    for k, (sign, said) in enumerate(zip("GAR", targets, strict=True)):
        other.append(paragraph(f"{sign} {said}", page=2, top=60 + 15 * k))
    signs = ("C", "OS", "HB", "NI")
    review = review_of(*texts(signs), rated(signs), *other, moved_to(2, table(head, *figures, top=300)))
    assert [a.status for a in review.actions] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "no_information",
    ]
    assert [i.status for i in review.indicators] == ["on_schedule", "off_track", "behind_schedule"]
