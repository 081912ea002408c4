"""Keys in words alone beside other keys: what no sign's line explains has a key of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Block
from parsers.geometry import Box
from tests.normalise.building import (
    AMBER,
    BLUE,
    GREEN,
    RED,
    filled,
    heading,
    loud,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

ACTIONS = ("Action", "Lead", "Update", "Progress rating")
FIGURES = ("Indicator", "Target", "Latest", "RAG")
MEANINGS = {
    "Milestone met": "Nothing more remains to be done",
    "Milestone on course": "No issues to report",
    "Milestone at risk": "Will be achieved, but later than was planned",
    "Milestone missed": "Will not be achieved without a decision by members",
}
SIGNS = table(
    (filled(GREEN, "Green"), "On or above target"),
    (filled(AMBER, "Amber"), "Within ten per cent of target"),
    (filled(RED, "Red"), "More than ten per cent from target"),
    top=500,
)


def rated(*key: Block, beside: Block = SIGNS) -> Review:
    rows = [
        (f"Open hub {k}", "Ann Archer", "Work goes on.", word) for k, word in enumerate(list(MEANINGS)[:3])
    ]
    measures = table(FIGURES, ("Homes built", "20", "25", filled(GREEN, "Green")), top=600)
    return review_of(*key, table(ACTIONS, *rows, top=300), beside, measures)


def as_lines() -> list[Block]:
    return [
        paragraph(f"{label}: {words}", top=80 + 14 * k) for k, (label, words) in enumerate(MEANINGS.items())
    ]


@pytest.mark.parametrize(
    "key",
    [
        as_lines(),
        [table([f"{label}: {words}" for label, words in MEANINGS.items()], top=80)],
        [paragraph(" | ".join(f"{label} = {words}" for label, words in MEANINGS.items()), top=80)],
    ],
    ids=["lines", "cells beside each other", "strokes"],
)
def test_words_are_explained_beside_a_key_of_colours(key: list[Block]) -> None:
    """The colours were the document's key, and that of the words was lost."""
    review = rated(*key)
    told = {entry.label: entry.definition for entry in review.legend}
    assert {label: told.get(label) for label in MEANINGS} == MEANINGS
    assert "On or above target" in told
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("completed", "legend"),
        ("on_schedule", "legend"),
        ("behind_schedule", "legend"),
    ]
    assert [i.status for i in review.indicators] == ["on_schedule"]
    assert loud(review) == []


def test_two_keys_in_words_each_explain_a_column() -> None:
    """The first was the document's key, and the other was lost."""
    words = ("On target", "Near target", "Below target")
    meant = (
        "On target: The target was met | Near target: It was nearly met | Below target: It was missed by more"
    )
    rows = [(f"Homes {k}", "20", "25", word) for k, word in enumerate(words)]
    review = review_of(
        *as_lines(),
        table(
            ACTIONS, *((f"Open hub {k}", "A", "Done.", w) for k, w in enumerate(list(MEANINGS)[:3])), top=300
        ),
        paragraph(meant, top=500),
        table(FIGURES, *rows, top=600),
    )
    assert [entry.label for entry in review.legend] == [*MEANINGS, *words]


@pytest.mark.parametrize(("title", "known"), [("Status key", 4), ("What we did", 0)])
def test_a_key_below_its_heading_is_one_though_the_rows_show_one_of_its_words(title: str, known: int) -> None:
    """A column in which all is well names one status: its key was lost, without a finding."""
    rows = [(f"Open hub {k}", "Ann Archer", "Work goes on.", "Milestone on course") for k in range(3)]
    measures = table(FIGURES, ("Homes built", "20", "25", filled(GREEN, "Green")), top=600)
    key = [heading(title, top=60, size=12), *as_lines()]
    review = review_of(*key, table(ACTIONS, *rows, top=300), SIGNS, measures)
    assert sum(entry.label in MEANINGS for entry in review.legend) == known


def test_words_that_a_key_of_signs_explains_need_no_other() -> None:
    """What a summary says of them is none."""
    sign = [(filled(c, label), "As it says") for c, label in zip((GREEN, AMBER, RED), MEANINGS, strict=False)]
    told = [paragraph(f"{label}: the hubs are open", top=80 + 14 * k) for k, label in enumerate(MEANINGS)]
    review = rated(heading("Key", top=400, size=12), *told, beside=table(*sign, top=500))
    assert [entry.definition for entry in review.legend] == ["As it says"] * 3


def test_two_words_may_name_one_step_of_a_key_in_words() -> None:
    """`At risk` and `Overdue` are both behind where nothing else is: the key was lost."""
    meant = {
        "Complete": "Nothing more remains to be done",
        "On target": "Expected within time and budget",
        "At risk": "There are problems, which are managed",
        "Overdue": "The date has passed",
        "Not started": "All of it lies ahead",
    }
    lines = [
        paragraph(f"{label}: {words}", top=80 + 14 * k) for k, (label, words) in enumerate(meant.items())
    ]
    rows = [(f"Open hub {k}", "A", "Work goes on.", word) for k, word in enumerate(meant)]
    review = review_of(*lines, table(ACTIONS, *rows, top=300))
    assert {entry.label: entry.definition for entry in review.legend} == meant


def test_a_label_s_rest_on_a_second_line_does_not_end_what_it_means() -> None:
    """`Progressing – On track for the date shown well` was a line for `Progressing`, which no row prints."""
    told = {
        "Action complete": "The action is closed",
        "Progressing": "On track for the date shown well",
        "Requires attention": "Some delay that officers can resolve",
    }
    shown = ("Action complete", "Progressing well", "Requires attention")
    key = [
        paragraph(f"{label} – {words}", top=80 + 20 * k, marks=(shape("disc", colour),))
        for k, ((label, words), colour) in enumerate(zip(told.items(), (BLUE, GREEN, AMBER), strict=True))
    ]
    rows = [
        (f"Open hub {k}", "Ann Archer", "Begun.", with_text(words, shape("disc", colour)))
        for k, (words, colour) in enumerate(zip(shown, (BLUE, GREEN, AMBER), strict=True))
    ]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [(e.label, e.definition) for e in review.legend] == [
        ("Action complete", "The action is closed"),
        ("Progressing well", "On track for the date shown"),
        ("Requires attention", "Some delay that officers can resolve"),
    ]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert loud(review) == []


def test_labels_in_the_middle_of_their_column_are_a_key_with_dashes_before_their_meanings() -> None:
    """The longest began too far left of the others, and the meanings kept their dashes."""
    lines = []
    for k, ((label, words), x0) in enumerate(zip(MEANINGS.items(), (64, 38, 54, 54), strict=True)):
        line, box = paragraph(f"{label} – {words}", top=80 + 14 * k), Box(x0, 80 + 14 * k, 300, 90 + 14 * k)
        lines.append(replace(line, box=box, lines=(line.lines[0]._replace(box=box),)))
    review = rated(*lines)
    told = {entry.label: entry.definition for entry in review.legend}
    assert {label: told.get(label) for label in MEANINGS} == MEANINGS


def test_a_key_in_words_says_nothing_of_colours() -> None:
    """Beside it colours were no longer read by convention, with or without a key of theirs that is not understood."""
    rows = [(f"Open hub {k}", "A", "Work goes on.", word) for k, word in enumerate(list(MEANINGS)[:3])]
    measures = table(FIGURES, ("Homes built", "20", "25", "Green"), ("Visits", "9", "4", "Red"), top=600)
    review = review_of(*as_lines(), table(ACTIONS, *rows, top=300), measures)
    assert [i.status for i in review.indicators] == ["on_schedule", "off_track"]
    assert "status_unknown" not in loud(review)


def test_colours_words_without_colour_before_shares_of_a_target_are_a_key() -> None:
    """Only the first of the three named a status."""
    key = table(
        [
            "Green: On or above target",
            "Amber: Within ten per cent of target",
            "Red: More than ten per cent from target",
        ]
    )
    measures = table(FIGURES, *(("Homes", "20", "25", name) for name in ("Green", "Amber", "Red")), top=600)
    review = review_of(key, measures)
    assert [(e.mark, e.status) for e in review.legend] == [
        ("Green", "on_schedule"),
        ("Amber", "behind_schedule"),
        ("Red", "off_track"),
    ]
    assert loud(review) == []


@pytest.mark.parametrize("title", ["Performance measures", "Key to indicators"])
def test_a_key_of_names_is_read_beside_one_that_has_one_of_these_names_too(title: str) -> None:
    """`On target` stood in the key of the indicators: that of the actions was not looked for, and `Overdue` was a delay
    although it is the key's worst."""
    measured = {
        "On target": "The target was met",
        "Near target": "The target was missed by less than five per cent",
        "Below target": "The target was missed by five per cent or more",
    }
    acted = {
        "Complete": "Nothing more remains to be done",
        "On target": "Expected to be delivered within time and budget",
        "At risk": "There are problems, which are being managed",
        "Overdue": "The date has passed",
        "Not started": "Work has not begun",
    }
    rows = [(f"Open hub {k}", "Ann Archer", "Work goes on.", word) for k, word in enumerate(list(acted)[1:])]
    figures = [(f"Homes built {k}", "20", "25", word) for k, word in enumerate(measured)]
    review = review_of(
        table(ACTIONS, *rows, top=60),
        heading(title, top=290, size=10),
        *(paragraph(f"{name} – {said}", top=310 + 14 * k) for k, (name, said) in enumerate(measured.items())),
        table(FIGURES, *figures, top=360),
        *(paragraph(f"{name} = {said}", top=600 + 14 * k) for k, (name, said) in enumerate(acted.items())),
    )
    assert [a.status for a in review.actions] == [
        "on_schedule",
        "behind_schedule",
        "off_track",
        "not_started",
    ]
    assert {a.status_basis for a in review.actions} == {"legend"}
    assert [i.status for i in review.indicators] == ["on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)
