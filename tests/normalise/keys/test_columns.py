"""Keys in columns of words that nothing draws, and keys whose signs nobody saw."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block, Line, Paragraph
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    filled,
    heading,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)

MEANINGS = ("Completed", "On schedule, as agreed", "Off track")
BLACK = "#000000"


def column(texts: tuple[str, ...], x0: float, top: float = 60) -> Paragraph:
    lines = tuple(
        Line(text, Box(x0, top + 15 * k, x0 + 60, top + 10 + 15 * k), 10, False, BLACK)
        for k, text in enumerate(texts)
    )
    found = paragraph("\n".join(texts), top=top)
    return replace(found, box=Box(x0, top, x0 + 60, top + 15 * len(texts)), lines=lines)


def rated(*colours: str) -> Block:
    rows = ((f"{n}. Do it", "Ann Archer", "Work goes on", filled(c)) for n, c in enumerate(colours, 1))
    return table(ACTIONS, *rows, top=300)


@pytest.mark.parametrize("shift", [0.0, 4.0])
def test_colours_words_below_each_other_are_explained_by_the_words_beside_them(shift: float) -> None:
    key = [column(("Green", "Blue", "Black"), 40), column(MEANINGS, 150, 60 + shift)]
    review = review_of(*key, rated(GREEN, BLUE, BLACK))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert [entry.label for entry in review.legend] == list(MEANINGS)
    assert loud(review) == []


def test_words_at_another_height_explain_nothing() -> None:
    key = [column(("Green", "Blue", "Black"), 40), column(MEANINGS, 150, 120)]
    assert review_of(*key, rated(GREEN)).legend == ()


def test_below_the_heading_of_a_key_whose_signs_nobody_saw_a_colour_is_unknown_not_conventional() -> None:
    lines = [paragraph(text, top=60 + 15 * k) for k, text in enumerate(("Completed", "On schedule"))]
    review = review_of(heading("Key"), *lines, rated(GREEN, AMBER))
    assert [a.status for a in review.actions] == ["unknown", "unknown"]
    assert loud(review) == ["status_unknown", "status_unknown"]
    apart = review_of(heading("What we did"), *lines, rated(GREEN, AMBER))
    assert [a.status_basis for a in apart.actions] == ["convention", "convention"]


def test_a_colour_s_word_before_the_name_of_a_status_is_no_part_of_the_label() -> None:
    key = table((filled(GREEN), "Green Completed"), (filled(BLUE), "Blue On schedule"), top=60)
    assert [e.label for e in review_of(key, rated(GREEN)).legend] == ["Completed", "On schedule"]


def test_a_status_among_the_colours_of_a_column_is_a_line_of_the_key() -> None:
    signs = column(("Complete", "Green", "Red"), 40)
    words = column(("Finished and seen", "On target", "Off target, attention needed"), 150)
    review = review_of(signs, words, rated(GREEN))
    assert [(e.label, e.status) for e in review.legend] == [
        ("Complete", "completed"),
        ("On target", "on_schedule"),
        ("Off target, attention needed", "off_track"),
    ]


@pytest.mark.parametrize(
    "title", ["What the ratings mean", "How we rate our actions", "Rating definitions", "Key"]
)
def test_bullets_below_what_asks_for_the_ratings_are_a_key(title: str) -> None:
    said = (
        "• Completed – the action is done",
        "• Slipping – it can be brought back",
        "• Not achievable – it is off track",
    )
    lines = [paragraph(text, top=60 + 15 * k) for k, text in enumerate(said)]
    assert [(e.label, e.status) for e in review_of(heading(title), *lines, rated(GREEN)).legend] == [
        ("Completed", "completed"),
        ("Slipping", "behind_schedule"),
        ("Not achievable", "off_track"),
    ]


def test_a_list_of_ratings_that_a_sentence_introduces_is_a_key() -> None:
    lead = paragraph("All actions are shown. The status given by each lead means:", top=40)
    lines = [
        paragraph("• Completed – the action is done", top=60),
        paragraph("• Slipping – it runs late but will be brought back", top=75),
        paragraph("• Off track – it will not be done in time", top=90),
    ]
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", "Slipping"), top=300)
    labels = ["Completed", "Slipping", "Off track"]
    assert [e.label for e in review_of(lead, *lines, rows).legend] == labels
    assert review_of(paragraph("What was said of the roof:", top=40), *lines, rows).legend == ()


def test_what_words_of_a_key_mean_stands_beside_them_though_nothing_joins_the_two() -> None:
    names = column(("Met", "Off track"), 40)
    meanings = column(("The step is finished", "Work has not begun"), 150)
    row = ("1. Do it", "Ann Archer", "Work goes on", "Met")
    review = review_of(heading("Status Key", top=40), names, meanings, table(ACTIONS, row, top=300))
    assert [entry[1:] for entry in review.legend] == [
        ("word", "Met", "The step is finished", "completed"),
        ("word", "Off track", "Work has not begun", "off_track"),
    ]


@pytest.mark.parametrize(
    ("text", "top", "size"), [("No update", 105, 4), ("No update", 180, 3), ("Roads", 105, 3)]
)
def test_the_name_of_a_status_below_a_key_s_lines_is_one_though_its_sign_was_not_seen(
    text: str, top: float, size: int
) -> None:
    lines = [
        paragraph(words, top=60 + 15 * k, marks=(shape("disc", colour),))
        for k, (words, colour) in enumerate((("Completed", BLUE), ("On track", GREEN), ("Slipping", AMBER)))
    ]
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", shape("disc", GREEN)), top=300)
    assert len(review_of(*lines, paragraph(text, top=top), rows).legend) == size


def test_a_letter_without_its_sign_among_letters_with_signs_is_a_line_of_the_key() -> None:
    key = [column(("G", "A", "N"), 40), column(("On track", "Behind schedule", "Not started"), 150)]
    rows = [(f"{n}. Do it", "Ann Archer", "Work goes on", letter) for n, letter in enumerate("GAN", 1)]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [(e.mark, e.status) for e in review.legend] == [
        ("G", "on_schedule"), ("A", "behind_schedule"), ("N", "not_started"),
    ]  # fmt: skip
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "not_started"]


def test_a_letter_beside_other_words_is_no_line_of_the_key() -> None:
    key = [column(("G", "A", "N"), 40), column(("On track", "Behind schedule", "Northern ward"), 150)]
    row = ("1. Do it", "Ann Archer", "Work goes on", "G")
    assert [e.mark for e in review_of(*key, table(ACTIONS, row, top=300)).legend] == ["G", "A"]


def test_the_headings_of_a_key_are_no_line_of_it() -> None:
    key = table(
        ("Rating", "Performance", "Action required"),
        (filled(GREEN, "Green"), "On track", "None"),
        (filled(AMBER, "Amber"), "Behind schedule", "Report to the board"),
        top=20,
    )
    review = review_of(key, rated(GREEN, AMBER))
    assert [e.label for e in review.legend] == ["On track", "Behind schedule"]
    assert loud(review) == []


def test_a_standstill_is_off_track() -> None:
    key = table((filled(GREEN), "On course"), (filled("#ff0000"), "At a standstill"), top=60)
    assert [e.status for e in review_of(key, rated(GREEN)).legend] == ["on_schedule", "off_track"]


def test_signs_with_a_border_each_are_explained_by_the_words_beside_their_column() -> None:
    """`G` was read as is usual, on schedule, though `Complete` stands beside it outside the frame."""
    signs = table((filled(GREEN, "G"),), (filled(AMBER, "A"),), top=60)
    words = column(("Complete", "On track"), signs.box.x1 + 4)
    step = signs.ys[1] - signs.ys[0]
    lines = tuple(
        line._replace(
            box=Box(line.box.x0, signs.ys[k] + step / 2 - 5, line.box.x1, signs.ys[k] + step / 2 + 5)
        )
        for k, line in enumerate(words.lines)
    )
    rows = table(
        ACTIONS,
        ("1. Do it", "Ann Archer", "Work goes on", filled(GREEN, "G")),
        ("2. Do it", "Bo Bull", "Work goes on", filled(AMBER, "A")),
        top=300,
    )
    review = review_of(signs, replace(words, lines=lines), rows)
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("completed", "legend"),
        ("on_schedule", "legend"),
    ]


def test_signs_with_a_border_each_and_no_words_beside_them_leave_what_is_usual_in_doubt() -> None:
    signs = table((filled(GREEN, "G"),), (filled(AMBER, "A"),), top=60)
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", filled(GREEN, "G")), top=300)
    assert "convention_unsure" in loud(review_of(signs, rows))


def test_labels_in_a_frame_of_their_own_are_what_the_signs_in_the_frame_beside_them_mean() -> None:
    """A blank column lies between the two; the labels alone were the key, and no row's sign was in it."""
    signs = table(("Blue",), ("Green",), ("Red",), top=60)
    words = table(("Complete",), ("On track",), ("Off track",), top=60)
    cells = tuple(replace(c, box=c.box._replace(x0=c.box.x0 + 110, x1=c.box.x1 + 110)) for c in words.cells)
    words = replace(words, cells=cells)
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on", "Green"), top=300)
    review = review_of(signs, words, rows)
    assert [(a.status, a.status_label) for a in review.actions] == [("on_schedule", "On track")]


def test_the_first_line_of_a_key_that_stands_right_above_its_table_was_lost() -> None:
    key = table(
        (filled(GREEN, "On track"), "Will be finished by its date"),
        (filled(AMBER, "Behind"), "Will be finished later"),
        top=60,
    )
    edge = [key.cells[k].lines[0].box.x0 for k in (0, 1)]
    first = [column(("Completed",), edge[0], 48), column(("Project finished",), edge[1], 48)]
    review = review_of(*first, key, rated(GREEN, AMBER))
    assert [(e.label, e.definition) for e in review.legend] == [
        ("On track", "Will be finished by its date"),
        ("Behind", "Will be finished later"),
        ("Completed", "Project finished"),
    ]


@pytest.mark.parametrize("rise", [0, 60], ids=["right above", "far above"])
def test_the_first_line_of_a_key_whose_others_are_ruled_above_is_one_by_its_sign(rise: float) -> None:
    """Rules stand below the rows alone: `Completed` was text, and a third of the rows unknown."""
    key = table((shape("disc", GREEN), "On track"), (shape("disc", AMBER), "Behind schedule"), top=100)
    first = paragraph("Completed – the work is done", top=88 - rise, marks=[shape("disc", BLUE)])
    box = Box(key.xs[1] + 2, 88 - rise, 400, 98 - rise)
    first = replace(first, box=box, lines=(first.lines[0]._replace(box=box),))
    found = review_of(first, key, rated(GREEN, AMBER)).legend
    assert ("Completed", "the work is done") in [(e.label, e.definition) for e in found] or rise
    assert len(found) == (2 if rise else 3)
