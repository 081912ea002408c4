"""Keys in words alone: lines whose labels the rows of a table show as they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Block
from parsers.geometry import Box
from tests.normalise.building import heading, loud, paragraph, review_of, table

HEADER = ("Step", "Lead", "Update", "How far we have got")
SHOWN = ("Complete", "Good progress", "Some progress", "Limited progress")
MEANINGS = {
    "Complete": "the step has been taken",
    "Good progress": "the step is on schedule",
    "Some progress": "the step has begun but is behind schedule",
    "Limited progress": "the step has stalled and will not be taken",
    "Not started": "work on the step has yet to begin",
}
STATUSES = ["completed", "on_schedule", "behind_schedule", "off_track"]


def rated(*key: Block) -> Review:
    rows = [(f"Open hub {k}", "Ann Archer", "Work goes on.", word) for k, word in enumerate(SHOWN)]
    return review_of(*key, table(HEADER, *rows, top=300))


@pytest.mark.parametrize("form", ["• {} – {}", "{}: {}", "{} = {}", "• {} - {}"])
@pytest.mark.parametrize("title", ["Key", "How we show progress"])
def test_lines_of_words_that_the_rows_show_are_their_key(form: str, title: str) -> None:
    """Each label but those known without it was lost, and so were the rows' statuses."""
    lines = [paragraph(form.format(*line), top=80 + 14 * k) for k, line in enumerate(MEANINGS.items())]
    review = rated(heading(title, top=60, size=12), *lines)
    assert [(e.label, e.definition) for e in review.legend] == [*MEANINGS.items()]
    assert [a.status for a in review.actions] == STATUSES
    assert loud(review) == ["heading_guessed"]


def test_labels_in_bold_before_their_sentences_are_a_key() -> None:
    lines = [
        paragraph(f"{label} {meaning.capitalize()}.", top=80 + 14 * k)
        for k, (label, meaning) in enumerate(MEANINGS.items())
    ]
    assert [a.status for a in rated(*lines).actions] == STATUSES


@pytest.mark.parametrize("dash", ["", "– "])
@pytest.mark.parametrize("apart", [False, True], ids=["on its line", "beside"])
def test_labels_that_go_on_below_their_first_line_are_whole(apart: bool, dash: str) -> None:
    """`Good` stood on one line with what it means and `progress` below it: neither was a label."""
    blocks: list[Block] = []
    for k, (label, meaning) in enumerate(MEANINGS.items()):
        first, *rest = label.split()
        top = 60 + 30 * k
        said = f"{dash}{meaning.capitalize()}"
        texts = [(first, 40), (said, 160)] if apart else [(f"{first} {said}", 40)]
        for text, x0 in (*texts, *((word, 36) for word in rest)):
            high = top + 11 * (text in rest)
            box = Box(x0, high, x0 + 5 * len(text), high + 10)
            words = paragraph(text)
            blocks.append(replace(words, box=box, lines=(words.lines[0]._replace(box=box),)))
    review = rated(*blocks)
    assert [(e.label, e.definition.lower()) for e in review.legend] == [*MEANINGS.items()]
    assert "text_left_out" not in [f.code for f in review.findings]


@pytest.mark.parametrize(("right", "down"), [(120, 0), (0, 12)])
def test_labels_beside_or_above_their_sentences_are_a_key(right: int, down: int) -> None:
    blocks: list[Block] = []
    for k, (label, meaning) in enumerate(MEANINGS.items()):
        top = 60 + 30 * k
        name = replace(heading(label, top=top, size=10), box=Box(40, top, 110, top + 10))
        box = Box(40 + right, top + down, 400, top + down + 10)
        words = paragraph(meaning)
        blocks += [name, replace(words, box=box, lines=(words.lines[0]._replace(box=box),))]
    review = rated(*blocks)
    assert [(e.label, e.definition) for e in review.legend] == [*MEANINGS.items()]
    assert [a.status for a in review.actions] == STATUSES


@pytest.mark.parametrize(("left", "size"), [(320, 4), (260, 0)], ids=["two columns", "at no edge of another"])
def test_labels_in_two_columns_with_what_each_means_beside_it_are_a_key(left: int, size: int) -> None:
    """Two columns of two lines each were none, and none of the four statuses was in the legend."""
    blocks: list[Block] = []
    for k, (label, meaning) in enumerate([*MEANINGS.items()][:4]):
        top, x0 = 60 + 14 * (k // 2), 40 if k % 2 == 0 else left + 60 * (k // 2) * (size == 0)
        for text, x in ((label, x0), (meaning, x0 + 90)):
            box = Box(x, top, x + 4 * len(text), top + 10)
            words = paragraph(text)
            blocks.append(replace(words, box=box, lines=(words.lines[0]._replace(box=box),)))
    assert len(rated(*blocks).legend) == size


@pytest.mark.parametrize(
    "words", ["12 of the steps", "Opened the hub in May", "Parks, Housing and Roads", "The hub at the quay"]
)
def test_lines_that_tell_what_stands_at_each_label_explain_none(words: str) -> None:
    lines = [paragraph(f"{label}: {words}", top=80 + 14 * k) for k, label in enumerate(SHOWN)]
    assert rated(*lines).legend == ()


def test_a_heading_behind_a_key_is_none_of_its_lines() -> None:
    lines = [paragraph(f"{a} – {b}", top=80 + 14 * k) for k, (a, b) in enumerate(MEANINGS.items())]
    named = replace(heading("Objective 1: Every child", top=160), box=Box(60, 160, 300, 174))
    assert len(rated(*lines, named).legend) == len(MEANINGS)


SCALE = {
    "Done": "Closed since the last report",
    "On schedule": "No concerns",
    "Behind schedule": "Some concerns",
    "Not achieved": "The date was missed",
}


def scaled(*key: Block) -> Review:
    rows = [(f"Open hub {k}", "Ann Archer", "Work goes on.", word) for k, word in enumerate(SCALE)]
    return review_of(*key, table(HEADER, *rows, top=300))


def test_statuses_with_whatever_they_mean_beside_each_other_are_a_key() -> None:
    lines = [paragraph(f"{label}: {words}") for label, words in SCALE.items()]
    strip = [
        replace(line, box=line.box._replace(x0=60 + 140 * k, x1=190 + 140 * k))
        for k, line in enumerate(lines)
    ]
    strip = [
        replace(block, lines=tuple(line._replace(box=block.box) for line in block.lines)) for block in strip
    ]
    assert [(e.label, e.definition) for e in scaled(*strip).legend] == [*SCALE.items()]


def test_labels_in_the_middle_of_their_column_are_a_key() -> None:
    lines = [paragraph(f"{label} {words}", top=80 + 14 * k) for k, (label, words) in enumerate(SCALE.items())]
    middle = [
        replace(
            block,
            box=block.box._replace(x0=60 + 3 * k),
            lines=tuple(line._replace(box=line.box._replace(x0=60 + 3 * k)) for line in block.lines),
        )
        for k, block in enumerate(lines)
    ]
    assert [(e.label, e.definition) for e in scaled(*middle).legend] == [*SCALE.items()]


def test_what_is_told_of_rows_with_figures_is_no_key() -> None:
    lines = [paragraph(f"{label}: {k} actions", top=80 + 14 * k) for k, label in enumerate(SCALE)]
    assert scaled(*lines).legend == ()


def test_a_title_with_a_colon_near_the_labels_of_a_key_is_none_of_its_lines() -> None:
    lines = [paragraph(f"{a} – {b}", top=80 + 14 * k) for k, (a, b) in enumerate(MEANINGS.items())]
    title = paragraph("Performance report: quarter 3", top=62)
    box = title.box._replace(x0=title.box.x0 - 12)
    title = replace(title, box=box, lines=(title.lines[0]._replace(box=box),))
    assert [e.label for e in rated(title, *lines).legend] == [*MEANINGS]


def test_labels_that_differ_by_their_brackets_are_two() -> None:
    """The second was lost, and rows that print it were what the first one means, but in doubt."""
    told = ("In progress: on course for the date", "In progress (delayed): will finish, but after the date")
    lines = ["Completed: all is done", *told, "Not progressing: stopped or blocked"]
    key = [paragraph(f"• {text}", top=80 + 14 * k) for k, text in enumerate(lines)]
    words = ("In progress", "In progress (delayed)", "Completed", "Not progressing")
    rows = [(f"Open hub {k}", "Ann Archer", "Work goes on.", word) for k, word in enumerate(words)]
    review = review_of(*key, table(("Step", "Lead", "Update", "Status"), *rows, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "completed", "off_track"]
    assert [e.label for e in review.legend][1:3] == ["In progress", "In progress (delayed)"]
    assert "mark_contradicts_words" not in loud(review)
