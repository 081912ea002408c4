"""Keys printed as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

import parsers
from normalise import understand
from normalise.keys.lines import entries
from normalise.review import Review
from parsers.block import Block, Line, Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    GREY,
    LEFT,
    RED,
    Shown,
    Square,
    document,
    filled,
    glyph,
    heading,
    loud,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
)  # fmt: skip

SIGNS = (glyph("★", BLUE, "star"), glyph("●", GREEN, "disc"), glyph("▲", AMBER, "triangle"))


def meanings(review: Review) -> list[tuple[str, str]]:
    return [(entry.label, entry.status) for entry in review.legend]


def rated(*signs: Square, top: float = 300) -> Block:
    return table(
        ACTIONS, *((f"{n}. Do it", "Ann Archer", "Goes on", s) for n, s in enumerate(signs, 1)), top=top
    )


def beside(*texts: str, marks: tuple[Shown, ...], xs: tuple[float, ...]) -> Paragraph:
    """A paragraph of these lines, its signs on the first line at these places."""
    found = paragraph(texts[0], marks=marks)
    signs = tuple(m._replace(box=Box(x, 60, x + 9, 69)) for m, x in zip(found.marks, xs, strict=True))
    lines = tuple(
        Line(text, Box(LEFT + 20, 60 + 12 * k, LEFT + 400, 70 + 12 * k), 10, False, "#000000")
        for k, text in enumerate(texts)
    )
    return replace(found, text="\n".join(texts), lines=lines, marks=signs)


def test_a_key_whose_entries_only_blanks_part_is_read() -> None:
    key = paragraph("Key: B = Done G = On plan A = Delayed R = Not on plan")
    review = review_of(key, rated("B", "R"))
    assert [status for _, status in meanings(review)] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "off_track",
    ]
    assert [a.status for a in review.actions] == ["completed", "off_track"]


def test_the_page_s_number_at_the_end_of_a_key_s_line_is_no_part_of_its_label() -> None:
    key = paragraph("Green: better than target Amber: within tolerance Red: outside tolerance Page 1 of 2")
    assert meanings(review_of(key, rated("Red")))[-1] == ("outside tolerance", "off_track")


def test_letters_of_no_colour_are_signs_too_and_other_scales_beside_them_are_none() -> None:
    key = paragraph("C = Completed; S = On schedule; L = Late. Effort: H = high, M = medium")
    assert meanings(review_of(key, rated("C"))) == [
        ("Completed", "completed"), ("On schedule", "on_schedule"), ("Late", "behind_schedule"),
    ]  # fmt: skip


def test_a_clause_behind_a_comma_is_part_of_the_entry() -> None:
    key = paragraph("Green = on track, Amber = on track, but with delays, Red = off track")
    assert [status for _, status in meanings(review_of(key, rated("Red")))][1:] == [
        "behind_schedule",
        "off_track",
    ]


@pytest.mark.parametrize("block", [paragraph, heading])
def test_a_letter_and_the_name_of_a_status_on_a_line_are_an_entry(block: type) -> None:
    lines = [block(text, top=40 + 15 * k) for k, text in enumerate(["G Completed", "B On track", "A Behind"])]
    review = review_of(*lines, rated("G", "B", "A"))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]


def test_a_line_that_only_begins_with_a_colour_is_no_entry() -> None:
    lines = [
        paragraph(t, top=40 + 15 * k)
        for k, t in enumerate(["Green spaces are open", "Blue badges were sent"])
    ]
    assert meanings(review_of(*lines, rated("Completed"))) == []


def test_a_first_sign_that_was_taken_for_a_bullet_opens_an_entry() -> None:
    key = beside("• Done ● On plan ▲ Slipping", marks=SIGNS, xs=(LEFT + 20, LEFT + 60, LEFT + 120))
    assert meanings(review_of(key, rated(*SIGNS))) == [
        ("Done", "completed"), ("On plan", "on_schedule"), ("Slipping", "behind_schedule"),
    ]  # fmt: skip


def test_a_label_that_wraps_is_read_to_its_end() -> None:
    others = [paragraph("Done", top=20, marks=SIGNS[:1]), paragraph("On plan", top=40, marks=SIGNS[1:2])]
    key = beside("On plan, but", "with major delays", marks=(shape("diamond", RED),), xs=(LEFT + 4,))
    review = review_of(*others, key, rated(shape("diamond", RED)))
    assert meanings(review)[-1][0] == "On plan, but with major delays"
    assert review.actions[0].status not in ("completed", "on_schedule")


@pytest.mark.parametrize("other", [(), ("Green: target met. Amber: within tolerance. Red: target missed.",)])
def test_a_key_in_the_foot_of_every_page_is_read(other: tuple[str, ...]) -> None:
    """It was lost where the document has another key, that of its measures."""
    signs = [shape("disc", c) for c in (BLUE, GREEN, RED)]
    labels = ["Done", "On course", "Serious concerns"]
    foot = [
        paragraph(label, page=page, top=770 + k / 10, marks=[sign])
        for page in (1, 2, 3) for k, (sign, label) in enumerate(zip(signs, labels, strict=True))
    ]  # fmt: skip
    rows = [
        moved_to(page, table(ACTIONS, (f"{page}. Do thing {page}", "Ann Archer", "Goes on", sign), top=300))
        for page, sign in enumerate(signs, 1)
    ]
    measures = [paragraph(text, page=4, top=400) for text in other]
    review = understand(document(*rows, *foot, *measures))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert {"Done", "On course", "Serious concerns"} <= {e.label for e in review.legend}
    assert len(review.legend) == len(labels) + 3 * len(other)


def test_a_label_on_its_sign_is_told_from_the_definition_behind_it() -> None:
    lines = ("Completed Nothing is left to do", "Needs Attention The budget is at risk")
    keys = [
        replace(block, marks=tuple(m._replace(words=words) for m in block.marks))
        for line, words, colour, top in zip(
            lines, ("Completed", "Needs Attention"), (BLUE, AMBER), (20, 40), strict=True
        )
        if isinstance(block := paragraph(line, top=top, marks=(shape("pill", colour),)), Paragraph)
    ]
    review = review_of(*keys, rated(shape("pill", BLUE), shape("pill", AMBER)))
    assert [(e.label, e.definition, e.status) for e in review.legend] == [
        ("Completed", "Nothing is left to do", "completed"),
        ("Needs Attention", "The budget is at risk", "behind_schedule"),
    ]


def test_a_key_told_in_sentences_says_what_is_said_of_the_thing_rated() -> None:
    said = (
        "GREEN means the commitment is on track. AMBER means the commitment is behind schedule and action is being "
        "taken. RED means the commitment will not be met. BLUE means it has been delivered."
    )
    review = review_of(paragraph(said), rated("Green", "Amber", "Red", "Blue"))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track", "completed"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("the action has not been completed", "off_track"),
        ("the project is no longer on track", "off_track"),
        ("actions that are on track", "on_schedule"),
        ("no action is on track", "unknown"),
        ("the work is almost complete", "unknown"),
        ("the action is to be completed by March", "unknown"),
        ("the action is unlikely to be delivered", "off_track"),
        ("the action may miss its target date", "behind_schedule"),
    ],
)
def test_what_a_sentence_denies_is_not_what_it_says(words: str, status: str) -> None:
    said = f"Black means the action is completed. White means work has not started. Purple means {words}."
    assert [e.status for e in review_of(paragraph(said), rated("Purple")).legend][2] == status


def test_a_definition_makes_a_line_of_what_is_behind_no_worse() -> None:
    key = table(
        (SIGNS[2], "Behind schedule: the milestone has been missed"),
        (SIGNS[1], "In progress: the action is late"),
    )
    assert [e.status for e in review_of(key, rated(SIGNS[2])).legend] == [
        "behind_schedule",
        "behind_schedule",
    ]


@pytest.mark.parametrize("between", [" – ", ": ", " = ", " means "])
def test_bullets_that_explain_a_colour_each_are_a_key(between: str) -> None:
    said = (("Green", "completed"), ("Amber", "the action is on track"), ("Red", "not started"))
    lines = [
        paragraph(f"• {colour}{between}{words}", top=60 + 14 * k) for k, (colour, words) in enumerate(said)
    ]
    review = review_of(heading("Ratings"), *lines, rated("Green", "Amber", "Red"))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started"]


def lettered(*letters: str) -> list[Shown]:
    inks = {"B": BLUE, "G": GREEN, "A": AMBER, "R": RED}
    discs = [shape("disc", inks[letter]) for letter in letters]
    return [d._replace(marks=(d.marks[0]._replace(words=w),)) for d, w in zip(discs, letters, strict=True)]


def test_discs_with_letters_on_them_in_one_line_are_a_key() -> None:
    signs = lettered("B", "G", "A", "R")
    key = paragraph("Key: B Complete G On track A Behind schedule R Off track", marks=signs)
    spread = tuple(m._replace(box=Box(60 + 70 * k, 60, 69 + 70 * k, 69)) for k, m in enumerate(key.marks))
    review = review_of(replace(key, marks=spread), rated(*signs))
    assert meanings(review) == [
        ("Complete", "completed"),
        ("On track", "on_schedule"),
        ("Behind schedule", "behind_schedule"),
        ("Off track", "off_track"),
    ]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]


def test_a_sentence_beside_arrows_that_it_explains_too_is_a_key() -> None:
    said = (
        "RAG: Green = at or better than target; Amber = within 5% of target; Red = over 5% below target. ▲ up"
    )
    review = review_of(
        paragraph(said, marks=[glyph("▲", "#000000", "triangle")]), rated("Green", "Amber", "Red")
    )
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]


def test_names_of_statuses_below_each_other_in_one_cell_are_entries_of_their_own() -> None:
    key = table(
        ("Rating", "What it means"),
        ("Complete\nOn track\nOff track", "It is done\nIt goes on\nIt will not be done"),
    )
    assert meanings(review_of(key, rated("Complete"))) == [
        ("Complete", "completed"),
        ("On track", "on_schedule"),
        ("Off track", "off_track"),
    ]


def test_a_table_that_counts_by_status_is_not_missed() -> None:
    key = table(
        *((sign, label) for sign, label in zip(SIGNS, ("Complete", "On track", "At risk"), strict=True))
    )
    counts = table(("Priority", "Complete", "On track", "At risk"), ("Homes", "4", "2 (20%)", "-"), top=200)
    assert "table_not_understood" not in [f.code for f in review_of(key, counts, rated(SIGNS[1])).findings]


def test_numbers_beside_coloured_bars_are_no_lines_of_the_key_below_them() -> None:
    tiles = [paragraph(str(n), top=20 + n, marks=(shape("square", BLUE),)) for n in range(1, 6)]
    words = ("Complete", "On track", "Behind schedule")
    key = [
        paragraph(w, top=40 + 12 * k, marks=(s,)) for k, (w, s) in enumerate(zip(words, SIGNS, strict=True))
    ]
    assert [label for label, _ in meanings(review_of(*tiles, *key, rated(*SIGNS)))] == list(words)


@pytest.mark.parametrize(
    "beside", [[], [table(ACTIONS, ("1. Buy land", "Ann Archer", "Begun.", "On track"), top=400)]]
)
def test_a_short_table_of_measures_with_statuses_is_no_key(beside: list[Block]) -> None:
    rows = (("Homes built", "10", "12", "Met"), ("Roads mended", "5", "4", "Off track"))
    review = review_of(table(("Measure", "Target", "Actual", "Status"), *rows), *beside)
    assert review.legend == ()
    assert [(i.name, i.latest, i.status) for i in review.indicators] == [
        ("Homes built", "12", "on_schedule"),
        ("Roads mended", "4", "off_track"),
    ]


def test_two_columns_of_actions_and_statuses_are_no_key() -> None:
    review = review_of(table(("Action", "Status"), ("Buy land", "On track"), ("Sell land", "Late")))
    assert [(a.action, a.status) for a in review.actions] == [
        ("Buy land", "on_schedule"),
        ("Sell land", "behind_schedule"),
    ]
    key = table(
        ("Rating", "Performance", "Action required"),
        ("Green", "On target", "None"),
        ("Red", "Off target", "A plan"),
    )
    known = [e.status for e in review_of(key, rated("Green", "Red")).legend if e.status != "unknown"]
    assert known == ["on_schedule", "off_track"]


def test_a_sign_that_asks_to_be_a_picture_leaves_nothing_in_the_label() -> None:
    signs = [glyph(sign, colour) for sign, colour in (("✔", BLUE), ("⏸", AMBER))]
    line = paragraph("✔\ufe0f Complete ⏸\ufe0f Paused", marks=signs)
    row = ("1. Do it", "Ann Archer", "Work goes on", signs[1])
    review = review_of(line, table(ACTIONS, row, top=300))
    assert [e.label for e in review.legend] == ["Complete", "Paused"]


def test_letters_before_dashes_part_a_key_that_nothing_else_does() -> None:
    """`P` was labelled with all that follows, and the rows with other letters were told to have no key."""
    key = paragraph("STATUS: C – Completed P – Progressing N – Not yet programmed to commence W – Withdrawn")
    assert meanings(review_of(key, rated("C", "N"))) == [
        ("Completed", "completed"),
        ("Progressing", "on_schedule"),
        ("Not yet programmed to commence", "not_started"),
        ("Withdrawn", "cancelled"),
    ]


def test_a_sentence_that_says_what_each_colour_means_is_read() -> None:
    key = paragraph(
        "Below, green means that an action is complete, blue that it is on track and red that it is not achievable."
    )
    review = review_of(key, rated("Green", "Blue", "Red"))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]


def test_a_sentence_one_line_of_which_begins_with_a_sign_is_read_from_its_beginning() -> None:
    """Only red was read, which opened the second line, and green came out as usual although it meant complete."""
    first = "Each line is rated, where Green means complete, no more to do; Blue means on target;"
    key = beside(first, "Red means off target, not deliverable as planned.", marks=(), xs=())
    review = review_of(key, rated("Green", "Blue", "Red"))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]


def test_a_sign_behind_each_label_is_that_label_s() -> None:
    """Each label was taken for the next sign's: green, which is complete here, was on schedule."""
    signs = [shape("square", colour) for colour in ("#00a651", "#2e75b6", "#ffc000")]
    words = ("Complete", "On track", "Delayed")
    key = []
    for k, word in enumerate(words):
        own = beside(
            word,
            marks=tuple(signs[max(k - 1, 0) : k + 1]),
            xs=(104 + 90 * (k - 1), 104 + 90 * k)[-min(k + 1, 2) :],
        )
        place = Box(60 + 90 * k, 60, 100 + 90 * k, 70)
        key.append(replace(own, box=place, lines=(own.lines[0]._replace(box=place),)))
    review = review_of(*key, rated(*signs))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]


def test_an_unknown_word_below_a_key_s_heading_is_no_reason_to_guess() -> None:
    """A key with words that nobody knew was passed over, and its colours were read by convention, in silence."""
    signs = [shape("square", colour) for colour in ("#2e75b6", "#00a651", "#dd6b20")]
    words = ("Complete", "Blooming", "Wilting")
    key = [
        replace(beside(word, marks=(sign,), xs=(LEFT,)), box=Box(LEFT, 60 + 20 * k, LEFT + 400, 70 + 20 * k))
        for k, (word, sign) in enumerate(zip(words, signs, strict=True))
    ]
    review = review_of(heading("Status legend"), *key, rated(*signs))
    assert [a.status for a in review.actions] == ["completed", "unknown", "unknown"]
    assert all(f.severity == "warning" for f in review.findings if f.code == "status_unknown")


def test_emoji_of_a_transcript_are_explained_by_its_list_and_not_told_as_lost() -> None:
    text = (
        "- 🔵 **Completed** – done\n- 🟠 **Behind schedule** – late\n- ⚪ **No information received**\n\n"
        "| Action | Lead | Progress | RAG |\n|---|---|---|---|\n"
        "| Buy | Ann Archer | Bought. | 🔵 |\n| Sell | Bo Bull | None. | 🟠 |\n| Let | Cy Carr | None. | ⚪ |\n"
    )
    review = understand(parsers.read(text.encode()))
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("completed", "legend"), ("behind_schedule", "legend"), ("no_information", "legend")
    ]  # fmt: skip
    assert not loud(review)


def test_signs_that_running_text_explains_are_a_key() -> None:
    signs = [glyph(sign, colour) for sign, colour in (("●", BLUE), ("●", GREEN), ("○", AMBER))]
    text = "In the last column ● means complete, ● means on track and ○ means not yet started. It is new."
    rows = [(f"{n}. Do it", "Ann Archer", "Work goes on", sign) for n, sign in enumerate(signs, 1)]
    review = review_of(paragraph(text, marks=signs), table(ACTIONS, *rows, top=300))
    assert [e.label for e in review.legend] == ["complete", "on track", "not yet started"]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started"]


def test_the_words_of_a_sign_that_ends_a_line_stand_on_the_next() -> None:
    signs = [glyph(sign, "#000000") for sign in ("✔", "✘", "Ⅱ")]
    block = paragraph("✔ Achieved ✘ Unlikely to be achieved Ⅱ", marks=signs)
    (first,) = block.lines
    below = first._replace(text="Deferred by Council", box=first.box._replace(top=72, bottom=82))
    wrapped = replace(block, lines=(first, below), text=f"{block.text} Deferred by Council")
    row = ("1. Do it", "Ann Archer", "Work goes on", signs[2])
    review = review_of(wrapped, table(ACTIONS, row, top=300))
    assert [e.label for e in review.legend] == ["Achieved", "Unlikely to be achieved", "Deferred by Council"]
    assert [a.status for a in review.actions] == ["paused"]


LISTED = (
    ("Green", "Progressing to plan", "on_schedule"),
    ("Amber", "Some slippage against the milestones", "behind_schedule"),
    ("Red", "Will not be achieved without intervention", "off_track"),
)


def told_by(words: Sequence[str], *key: Block) -> Review:
    rows = [(f"Open hub {k}", "Ann Archer", "It was told.", word) for k, word in enumerate(words)]
    return review_of(heading("Key", top=20), *key, table(ACTIONS, *rows, top=300))


def test_lines_of_a_list_that_name_colours_are_all_its_key_s_also_where_they_say_more_than_a_status() -> None:
    lines = [paragraph(f"• {word} - {label}", top=40 + 14 * k) for k, (word, label, _) in enumerate(LISTED)]
    review = told_by([word for word, _, _ in LISTED], *lines)
    assert meanings(review) == [(label, status) for _, label, status in LISTED]
    assert [a.status for a in review.actions] == [status for _, _, status in LISTED]


def test_the_disc_of_a_list_s_line_is_no_sign_of_the_colour_that_the_line_names() -> None:
    bullet = shape("disc", "#000000")
    lines = [
        paragraph(f"{word} – {label}", top=40 + 14 * k, marks=[bullet])
        for k, (word, label, _) in enumerate(LISTED)
    ]
    review = told_by([word for word, _, _ in LISTED], *lines)
    assert [(e.mark, e.status) for e in review.legend] == [(word, status) for word, _, status in LISTED]
    assert [a.status for a in review.actions] == [status for _, _, status in LISTED]


@pytest.mark.parametrize(
    "key",
    [
        ("G (Green): Action completed", "A (Amber): In progress", "N (Grey): Not started"),
        ("G = Green (action completed); A = Amber (in progress); N = Grey (not started).",),
    ],
)
def test_a_letter_beside_its_colour_is_the_sign_whichever_letter_it_is(key: Sequence[str]) -> None:
    review = told_by(("G", "A", "N"), *(paragraph(text, top=40 + 14 * k) for k, text in enumerate(key)))
    assert [e.mark for e in review.legend] == ["G", "A", "N"]
    assert [e.label.lower() for e in review.legend] == ["action completed", "in progress", "not started"]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started"]


def test_a_letter_in_a_coloured_cell_of_the_key_stands_for_it_without_the_colour() -> None:
    strip = table(
        (filled(GREEN, "G = On track"), filled(RED, "R = Off track"), filled("#bfbfbf", "N = Not started"))
    )
    assert [a.status for a in told_by(("R", "N"), strip).actions] == ["off_track", "not_started"]


def test_letters_on_shades_of_which_one_is_white_are_a_key_with_the_letters_as_their_signs() -> None:
    """`N` has no shade, and stands among the others."""
    told = (("F", BLUE, "Fully implemented"), ("O", GREEN, "On schedule"), ("D", AMBER, "Delayed"))
    lines = [
        paragraph(f"{letter} {words}", top=60 + 17 * k, marks=[shape("square", ink)])
        for k, (letter, ink, words) in enumerate(told)
    ]
    shaded = [
        replace(line, marks=(line.marks[0]._replace(words=letter),))
        for line, (letter, _, _) in zip(lines, told, strict=True)
    ]
    white = paragraph("N Not yet started", top=60 + 17 * 3)
    review = review_of(*shaded, white, rated("F", "O", "D", "N"))
    assert meanings(review) == [
        ("Fully implemented", "completed"),
        ("On schedule", "on_schedule"),
        ("Delayed", "behind_schedule"),
        ("Not yet started", "not_started"),
    ]
    assert [a.status for a in review.actions] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "not_started",
    ]


def test_a_word_on_its_colour_that_names_nothing_is_the_sign_of_the_label_behind_it() -> None:
    """`NONE No information received`, highlighted: the line had no status, and its row neither."""
    lines = [
        ("DONE", "Completed", BLUE),
        ("FINE", "On schedule", GREEN),
        ("NONE", "No information received", GREY),
    ]
    key = []
    for k, (word, label, colour) in enumerate(lines):
        sign = shape("square", colour)
        signed = sign._replace(marks=tuple(m._replace(words=word) for m in sign.marks))
        key.append(paragraph(f"{word} {label}", top=60 + 15 * k, marks=[signed]))
    row = ("1. Do it", "Ann Archer", "Work goes on", "NONE")
    review = review_of(*key, table(ACTIONS, row, top=300))
    assert [(e.label, e.status) for e in review.legend][2:] == [("No information received", "no_information")]
    assert [a.status for a in review.actions] == ["no_information"]


def test_a_line_of_a_key_that_goes_on_below_in_small_letters_is_whole() -> None:
    """`Amber: behind` / `schedule` was the label `behind`, without a finding."""
    first, second = paragraph("Amber: behind"), paragraph("schedule", top=72)
    text = replace(first, text="Amber: behind schedule", lines=(*first.lines, *second.lines))
    assert [line.entry.label for line in entries(text)] == ["behind schedule"]


def test_words_on_their_grounds_are_the_labels_of_what_stands_behind_each() -> None:
    """`Blocked` on red before `will miss its date` was no label, and rows that print it were unknown."""
    words = ("Done", "Slipping", "Blocked")
    text = paragraph("Done finished Slipping may miss its date Blocked will miss its date")
    marks = tuple(
        Mark("shape", "square", colour, "square", Box(40 + 80 * k, 60, 70 + 80 * k, 70), words=word)
        for k, (word, colour) in enumerate(zip(words, (GREEN, AMBER, RED), strict=True))
    )
    found = list(entries(replace(text, marks=marks)))
    assert [(k.entry.label, k.entry.definition) for k in found[:2]] == [
        ("Done", "finished"),
        ("Slipping", "may miss its date"),
    ]
    assert (found[2].entry.label, found[2].entry.status) == ("Blocked", "off_track")


def test_a_colour_s_word_behind_another_entry_of_its_line_is_an_entry() -> None:
    """The row of a key stood on two heights, and `Green` was in none of its lines."""
    assert [k.token for k in entries(paragraph("Closed: action closed Green: on schedule"))] == ["Green"]
    key = [paragraph("Closed: action closed Green: on schedule"), paragraph("Amber: late", top=72)]
    review = review_of(*key, paragraph("Red: will not be met", top=84), rated("Green"))
    assert [a.status for a in review.actions] == ["on_schedule"]
    assert loud(review) == []


def test_a_bar_beside_a_key_s_heading_is_none_of_its_signs() -> None:
    """It has the colour of what is complete: `Key` was a line of the key, and complete rows were unknown."""
    key = [
        paragraph("Key", top=20, marks=(shape("square", BLUE),)),
        paragraph("Complete", top=40, marks=(shape("square", BLUE),)),
        paragraph("On plan", top=60, marks=(shape("square", GREEN),)),
        paragraph("Slipping", top=80, marks=(shape("square", AMBER),)),
    ]
    review = review_of(
        *key, table(("Action", "Progress", "Status"), ("Buy land", "Done.", filled(BLUE)), top=200)
    )
    assert [entry.label for entry in review.legend] == ["Complete", "On plan", "Slipping"]
    assert [a.status for a in review.actions] == ["completed"]


def test_a_key_s_title_before_its_first_sign_is_no_label_and_an_entry_goes_on_at_the_left_edge() -> None:
    """`Key to progress` was the label of the first sign, and `Not yet` that of the last."""
    first = paragraph("Key to progress: ★ Action complete", top=20, marks=SIGNS[:1])
    second = beside("● Under way", marks=SIGNS[1:2], xs=(LEFT + 200,))
    last = beside("▲ Not yet", "started", marks=SIGNS[2:], xs=(LEFT + 300,))
    (wrapped,) = last.lines[1:]
    left = replace(
        last, lines=(last.lines[0], wrapped._replace(box=wrapped.box._replace(x0=LEFT - 200, x1=LEFT - 160)))
    )
    assert [k.entry.label for k in entries(first)] == ["Action complete"]
    assert [(k.entry.label, k.entry.status) for k in entries(left)] == [("Not yet started", "not_started")]
    assert [k.entry.label for k in entries(second)] == ["Under way"]


def test_a_label_with_a_dash_on_its_sign_is_whole() -> None:
    """`Off track – escalated` was the label `Off track`, which rows that print all of it did not find."""
    text = paragraph("Off track – escalated cannot be recovered in the year")
    mark = Mark("shape", "pill", RED, "pill", Box(40, 60, 150, 70), words="Off track – escalated")
    assert [(k.entry.label, k.entry.status) for k in entries(replace(text, marks=(mark,)))] == [
        ("Off track – escalated", "off_track")
    ]


def test_a_sign_with_words_inside_a_line_ends_what_the_line_before_it_says() -> None:
    """`deliver later. Not delivered` was one label, and the one before it had no end."""
    first, second = paragraph("Late we will"), paragraph("deliver later. Not delivered we cannot", top=72)
    text = replace(first, text=f"{first.text} {second.text}", lines=(*first.lines, *second.lines))
    marks = (
        Mark("shape", "pill", AMBER, "pill", Box(60, 60, 90, 70), words="Late"),
        Mark("shape", "pill", RED, "pill", Box(160, 72, 200, 82), words="Not delivered"),
    )
    assert [(k.entry.label, k.entry.definition) for k in entries(replace(text, marks=marks))] == [
        ("Late", "we will deliver later."),
        ("Not delivered", "we cannot"),
    ]


def test_words_on_a_sign_that_name_nothing_are_the_label_of_the_small_letters_behind_them() -> None:
    """`At a halt work has stopped` was a label that no row prints."""
    text = paragraph("At a halt work is late")
    mark = Mark("shape", "pill", RED, "pill", Box(40, 60, 90, 70), words="At a halt")
    (line,) = entries(replace(text, marks=(mark,)))
    assert (line.entry.label, line.entry.definition) == ("At a halt", "work is late")


@pytest.mark.parametrize("parted", [True, False], ids=["a title of its own", "part of the label"])
def test_what_stands_before_the_first_letter_of_a_key_is_no_label(parted: bool) -> None:
    """Of texts apart two have the second sign, too: the first was called `Status`, and blue was on course."""
    signs = lettered("B", "G", "A", "R")
    title = "Status: " if parted else ""
    words = (f"{title}B Complete", "G On track", "A Behind schedule", "R Off track")
    lefts = (100.0, 200.0, 300.0, 400.0)
    letters = [s.marks[0]._replace(box=Box(x - 2, 60, x + 9, 70)) for s, x in zip(signs, lefts, strict=True)]
    texts = []
    for k, (text, x) in enumerate(zip(words, lefts, strict=True)):
        box = Box(x - (40 if parted and not k else 0), 60, x + 60, 70)
        own = tuple(letters[:2]) if k < 2 else (letters[k],)
        line = Line(text, box, 10, False, "#000000")
        texts.append(replace(paragraph(text), box=box, lines=(line,), marks=own))
    review = review_of(*texts, rated(*signs))
    assert meanings(review) == [
        ("Complete", "completed"),
        ("On track", "on_schedule"),
        ("Behind schedule", "behind_schedule"),
        ("Off track", "off_track"),
    ]
    assert [e.mark for e in review.legend] == ["blue disc", "green disc", "amber disc", "red disc"]


def test_a_colon_behind_the_letter_of_a_key_s_line_is_no_end_of_its_title() -> None:
    signs = lettered("B", "G", "A")
    texts = ("B Complete: Both done", "G On track: Goes on", "A Late: Behind")
    lines = []
    for k, (text, sign) in enumerate(zip(texts, signs, strict=True)):
        box = Box(100, 60 + 14 * k, 260, 70 + 14 * k)
        mark = sign.marks[0]._replace(box=Box(98, box.top, 109, box.bottom))
        lines.append(
            replace(paragraph(text), box=box, lines=(Line(text, box, 10, False, "#000000"),), marks=(mark,))
        )
    review = review_of(*lines, rated(*signs))
    assert [e.label for e in review.legend] == ["Complete", "On track", "Late"]
