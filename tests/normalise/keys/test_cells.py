"""Keys printed as tables: what stands beside their signs and labels, above and below them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Cell
from parsers.geometry import Box
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    RED,
    Shown,
    Square,
    actions_of,
    filled,
    loud,
    review_of,
    shape,
    table,
    with_text,
)

HEADER = ("Action", "Lead", "Progress", "RAG")
SENTENCES = (
    "Complete and signed off",
    "On schedule for its due date",
    "Due date at risk",
    "Due date missed or will be missed",
)


def test_cells_that_each_say_their_colour_before_its_meaning_are_entries_of_their_own() -> None:
    key = table(
        (
            filled(BLUE, "Blue: action completed, evidence received"),
            filled(GREEN, "Green: action on target"),
            "White: action not yet due to commence",
        )
    )
    rows = [("Do it", "Ann Archer", "Work goes on.", word) for word in ("Blue", "Green", "White")]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started"]
    assert loud(review) == []


def test_a_status_that_several_rows_have_beside_how_they_went_makes_no_key() -> None:
    rows = (
        ("Open a library at the quay", filled(GREEN, "On course"), "The roof is on."),
        ("Plant trees by the river", filled(RED, "Serious concern"), "No land was found."),
        ("Mend the paths in the park", filled(GREEN, "On course"), "Half are mended."),
    )
    actions = actions_of(table(("Steps we will take", "On track?", "Summary of progress"), *rows))
    assert [(a.action, a.status, a.progress) for a in actions] == [
        (rows[0][0], "on_schedule", rows[0][2]),
        (rows[1][0], "off_track", rows[1][2]),
        (rows[2][0], "on_schedule", rows[2][2]),
    ]


def test_statuses_over_their_counts_are_no_key() -> None:
    dark = "#00594c"
    counts = table(
        tuple(filled(dark, word) for word in ("Completed", "In Progress", "Delayed")), ("4", "5", "2")
    )
    rows = table(HEADER, ("Do it", "Ann Archer", "Work goes on.", "Delayed"), top=300)
    review = review_of(counts, rows)
    assert (review.legend, review.actions[0].status) == ((), "behind_schedule")


def test_counts_and_shares_beside_a_key_s_labels_are_none_of_its_words() -> None:
    signs = [shape("disc", colour) for colour in (GREEN, AMBER, RED)]
    words = ("On track", "Some disruption", "Major disruption")
    key = table(*((sign, word, "3", "30.0%") for sign, word in zip(signs, words, strict=True)))
    rows = table(HEADER, *(("Do it", "Ann Archer", "Work goes on.", sign) for sign in signs), top=300)
    assert [(a.status, a.status_label) for a in actions_of(key, rows)] == [
        ("on_schedule", "On track"),
        ("behind_schedule", "Some disruption"),
        ("off_track", "Major disruption"),
    ]


def test_numbers_that_are_a_key_s_own_signs_stay_its_signs() -> None:
    key = table(("1", "Completed"), ("2", "On track"), ("3", "Behind schedule"))
    rows = [("Do it", "Ann Archer", "Work goes on.", sign) for sign in "123"]
    assert [a.status for a in actions_of(key, table(HEADER, *rows, top=300))] == [
        "completed",
        "on_schedule",
        "behind_schedule",
    ]


def test_the_headings_of_a_key_s_scales_are_none_of_its_entries() -> None:
    heads: tuple[Square, ...] = ("Action Status", BESIDE, "Short/Long Term Trends", BESIDE)
    key = table(
        heads,
        (shape("disc", GREEN), "Completed", shape("arrow-up", GREEN), "Improving"),
        (shape("disc", AMBER), "Check Progress", shape("arrow-down", RED), "Getting worse"),
        (shape("disc", RED), "Overdue", "", ""),
    )
    rows = table(HEADER, ("Do it", "Ann Archer", "Work goes on.", shape("disc", AMBER)), top=300)
    assert [entry.label for entry in review_of(key, rows).legend] == [
        "Completed",
        "Check Progress",
        "Overdue",
    ]


@pytest.mark.parametrize("wraps", [False, True])
def test_colours_below_each_other_in_one_cell_have_the_words_beside_them(wraps: bool) -> None:
    """No rule parted the rows of the key, so it was none, and green was read as convention has it: on schedule."""
    said = "Completed\nIn progress,\non schedule\nLate" if wraps else "Completed\nOn schedule\nLate"
    key = table(("Status", "Meaning"), ("Green\nBlue\nAmber", said), top=60)
    names, meant = key.cells[2], key.cells[3].lines
    beside = (meant[0], meant[1], meant[-1])
    lines = tuple(line._replace(box=other.box) for line, other in zip(names.lines, beside, strict=True))
    key = replace(key, cells=(*key.cells[:2], replace(names, lines=lines), key.cells[3]))
    rows = [("Do it", "Ann Archer", "Work goes on.", word) for word in ("Green", "Blue", "Amber")]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert loud(review) == []


@pytest.mark.parametrize("said", ["It is done\nIt goes on\nIt is late", "It is done"])
def test_one_of_several_statuses_in_one_cell_may_have_no_words_beside_it(said: str) -> None:
    """Nothing was said of `No information received`, and the whole key was left alone as a table of something else."""
    key = table(("Completed\nOn schedule\nBehind schedule\nNo information received", said), top=60)
    names, meant = key.cells
    tops = [line.box.top for line in names.lines]
    lines = tuple(
        line._replace(box=line.box._replace(top=top, bottom=top + 10))
        for line, top in zip(meant.lines, tops, strict=False)
    )
    key = replace(key, cells=(names, replace(meant, lines=lines)))
    row = ("Do it", "Ann Archer", "Work goes on.", "On schedule")
    legend = review_of(key, table(HEADER, row, top=300)).legend
    told = [(entry.label, entry.definition) for entry in legend]
    whole = [("Completed", "It is done"), ("On schedule", "It goes on"), ("Behind schedule", "It is late")]
    assert (told == [*whole, ("No information received", "")]) is ("\n" in said)


def test_words_that_no_rule_parts_beside_shaded_signs_are_each_its_own_sign_s() -> None:
    """Shading drew the rows of the signs alone, and the key was one entry: colours were read by convention."""
    words = ("Completed", "On schedule", "Late")
    key = table(
        ("Symbol", "What it means"),
        (filled(GREEN, "Green"), "\n".join(words)),
        (filled(BLUE, "Blue"), ABOVE),
        (filled(AMBER, "Amber"), ABOVE),
        top=20,
    )
    merged = key.cells[3]
    lines = tuple(
        line._replace(box=line.box._replace(top=key.ys[k + 1] + 4, bottom=key.ys[k + 1] + 14))
        for k, line in enumerate(merged.lines)
    )
    key = replace(key, cells=tuple(replace(c, lines=lines) if c is merged else c for c in key.cells))
    rows = [("Do it", "Ann Archer", "Work goes on.", sign) for sign in ("Green", "Blue", "Amber")]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert [entry.label for entry in review.legend] == list(words)


@pytest.mark.parametrize("heads", [("Action", "Progress", "Comments"), ("Objective", "Update", "Commentary")])
def test_actions_whose_progress_is_a_status_s_word_beside_comments_are_no_key(heads: tuple[str, ...]) -> None:
    rows = (
        ("Hold an evening for all", "Delayed", "The poles arrive in March."),
        ("Install cameras", "Completed", "Two cameras were installed."),
    )
    found = [(a.action, a.status, a.progress) for a in review_of(table(heads, *rows)).actions]
    assert found == [
        ("Hold an evening for all", "behind_schedule", "The poles arrive in March."),
        ("Install cameras", "completed", "Two cameras were installed."),
    ]


@pytest.mark.parametrize("meaning", ["Meaning", "What it means", "Definition"])
@pytest.mark.parametrize("word", ["Outcome", "Progress", "Outcome grade"])
def test_a_key_headed_by_any_word_and_its_meaning_is_no_table_of_actions(word: str, meaning: str) -> None:
    """Its lines were actions, and those of the review were read by convention."""
    key = table(
        (word, meaning),
        (filled(GREEN, "Fully met"), "Completed in the session"),
        (filled(BLUE, "Continuing"), "On schedule"),
        (filled(AMBER, "Mostly met"), "Behind schedule"),
    )
    rows = [("Do it", "Ann Archer", "Work goes on.", filled(AMBER, "Mostly met"))]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [e.label for e in review.legend] == ["Fully met", "Continuing", "Mostly met"]
    assert [(a.action, a.status, a.status_basis) for a in review.actions] == [
        ("Do it", "behind_schedule", "legend")
    ]


def test_actions_headed_by_an_outcome_beside_their_explanation_stay_actions() -> None:
    head = ("Outcome", "Action", "Explanation", "Status")
    rows = [("Green town", "Plant trees", "Planted.", "Completed"), ("", "Mow lawns", "Late.", "Delayed")]
    assert [a.action for a in actions_of(table(head, *rows))] == ["Plant trees", "Mow lawns"]


def test_words_on_colours_beside_labels_with_meanings_are_signs_and_no_labels() -> None:
    """`Stopped` was read as what it habitually means, though the key says `Behind or not happening`."""
    key = table(
        (filled(BLUE, "Done"), "Completed – the work is finished"),
        (filled(GREEN, "Fine"), "On schedule – work has started"),
        (filled(RED, "Stopped"), "Behind or not happening – it will miss its day"),
        top=60,
    )
    row = ("1. Do it", "Ann Archer", "Work goes on", filled(RED, "Stopped"))
    review = review_of(key, table(HEADER, row, top=300))
    assert [e.label for e in review.legend] == ["Completed", "On schedule", "Behind or not happening"]
    assert [a.status for a in review.actions] == ["off_track"]
    assert not loud(review)


@pytest.mark.parametrize("meanings", [("Complete", "On track", "At risk", "Off track"), SENTENCES])
def test_colours_words_above_their_meanings_in_a_key_of_two_rows_were_read_crosswise(
    meanings: tuple[str, ...],
) -> None:
    words = ("Blue", "Green", "Amber", "Red")
    key = table(
        tuple(filled(shade, word) for shade, word in zip((BLUE, GREEN, AMBER, RED), words, strict=True)),
        meanings,
    )
    rows = [("Do it", "Ann Archer", "Work goes on.", word) for word in words]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert tuple(entry.label for entry in review.legend) == meanings
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert loud(review) == []


def _below_each_other(cell: Cell) -> Cell:
    """A cell whose signs stand on its lines, each before its own."""
    marks = [
        m._replace(box=Box(cell.box.x0 - 8, line.box.top, cell.box.x0 + 1, line.box.bottom - 1))
        for m, line in zip(cell.marks, cell.lines, strict=False)
    ]
    return replace(cell, marks=tuple(marks))


@pytest.mark.parametrize("told", [True, False])
def test_the_last_line_of_the_longest_of_keys_side_by_side_is_a_line_of_its_own(told: bool) -> None:
    """`Slightly behind` and `Overdue`, which no key beside had a line for, were one, and the red sign was lost."""
    green, amber, red = shape("disc", GREEN), shape("triangle", AMBER), shape("square", RED)
    both = Shown(
        "Slightly behind\nOverdue" if told else "Slightly\nbehind", (*amber.marks, *red.marks[: int(told)])
    )
    key = table(
        (with_text("Completed", shape("star", BLUE)), with_text("Target met", green)),
        (both, with_text("Target missed", shape("path", RED))),
    )
    key = replace(key, cells=tuple(map(_below_each_other, key.cells)))
    review = review_of(key, table(HEADER, ("Do it", "Ann Archer", "Work goes on.", amber), top=300))
    labels = [entry.label for entry in review.legend]
    assert labels == [
        "Completed",
        "Target met",
        *(["Slightly behind", "Overdue"] if told else ["Slightly behind"]),
        "Target missed",
    ]


def test_a_label_in_two_languages_is_one() -> None:
    """`Some slippage` was the definition of `Rhywfaint o lithriad /`."""
    key = table(
        (filled(GREEN), "Ar y trywydd iawn / On track"),
        (filled(AMBER), "Rhywfaint o lithriad / Some slippage"),
        top=20,
    )
    review = review_of(key, table(HEADER, ("Do it", "Ann Archer", "Work goes on.", filled(AMBER)), top=300))
    assert [entry.label for entry in review.legend][1:] == ["Rhywfaint o lithriad / Some slippage"]
