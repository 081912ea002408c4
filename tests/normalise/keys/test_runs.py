"""Keys that the end of a page cuts, and keys whose signs and meanings are texts of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.block import Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    RED,
    filled,
    glyph,
    loud,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

ROWS = [("Open a hub", "Ann Archer", "It was told."), ("Plant a wood", "Bo Bull", "None.")]


def test_the_last_line_of_a_key_on_the_next_page_is_read() -> None:
    rated = table(ACTIONS, (*ROWS[0], "2"), (*ROWS[1], "0"))
    lines = ["2 (Complete) = all is done", "1 (On track) = work goes on"]
    key = [paragraph(text, top=600 + 20 * k) for k, text in enumerate(lines)]
    review = review_of(rated, *key, paragraph("0 (Not started) = not begun", page=2, top=40))
    assert [a.status for a in review.actions] == ["completed", "not_started"]
    assert not loud(review)


def test_the_rest_of_a_key_s_table_on_the_next_page_is_read() -> None:
    """Two rows of grey were not in the legend, whose last line stood alone on a page."""
    rated = table(ACTIONS, (*ROWS[0], filled(BLUE)), (*ROWS[1], filled(AMBER)))
    key = table([filled(BLUE), "Complete"], [filled(GREEN), "On track"], top=600)
    rest = moved_to(2, table([filled(AMBER), "Delayed"], top=40))
    review = review_of(rated, key, rest)
    assert [a.status for a in review.actions] == ["completed", "behind_schedule"]
    assert not loud(review)
    assert not [f for f in review.findings if f.code == "table_left_alone"]


def pill(words: str, colour: str, meaning: str, top: float) -> Iterator[Paragraph]:
    """A sign with its words in its middle, and what it means beside it: a text each, the sign with both."""
    sign = Mark("shape", "pill", colour, "pill", Box(40, top - 4, 147, top + 16), words=words)
    for text, box in ((meaning, Box(166, top, 440, top + 10)), (words, Box(70, top, 117, top + 10))):
        block = paragraph(text, top=top)
        yield replace(block, box=box, lines=(block.lines[0]._replace(box=box),), marks=(sign,))


def test_the_words_on_a_sign_and_those_beside_it_are_one_line_of_the_key() -> None:
    """`Intervene` had two lines, of which its own was no status that is known."""
    told = [
        ("Done", BLUE, "The commitment has been met"),
        ("As planned", GREEN, "Delivery is in line with the plan"),
        ("Watch", AMBER, "Slower than planned; action by the lead is enough"),
        ("Intervene", RED, "Well behind; the Board is asked to act"),
    ]
    key = [block for k, one in enumerate(told) for block in pill(*one, top=40 + 30.0 * k)]
    rows = [(f"Open hub {k}", "Ann Archer", "Begun.", words) for k, (words, _, _) in enumerate(told)]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [(e.label, e.definition) for e in review.legend] == [(words, meant) for words, _, meant in told]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)


def test_a_larger_heading_with_its_picture_is_no_line_of_the_key_above_it() -> None:
    """The picture beside a goal's title became an amber sign of the key."""
    key = [
        paragraph(text, top=40 + 14 * k, marks=(shape("pill", colour),))
        for k, (text, colour) in enumerate([("Complete", BLUE), ("On track", GREEN), ("Delayed", AMBER)])
    ]
    goal = paragraph("Grow housing", top=90, marks=(shape("path", "#c2410c"),))
    assert isinstance(goal, Paragraph)
    rated = table(ACTIONS, (*ROWS[0], shape("pill", BLUE)), (*ROWS[1], shape("pill", AMBER)), top=120)
    review = review_of(*key, replace(goal, size=16.0), rated)
    assert [entry.label for entry in review.legend] == ["Complete", "On track", "Delayed"]
    assert [a.status for a in review.actions] == ["completed", "behind_schedule"]


def test_words_larger_than_the_names_on_the_signs_before_them_are_the_key_s() -> None:
    """A key whose explanations are larger than the labels on its signs, or whose signs are characters of their own."""
    key = [
        replace(block, size=size)
        for k, (label, said, colour) in enumerate(
            [
                ("Complete", "Work is done", BLUE),
                ("On track", "Work is on schedule", GREEN),
                ("Delayed", "Work is behind schedule", AMBER),
            ]
        )
        for text, size, top in ((said, 18.0, 40 + 30 * k), (label, 10.0, 44 + 30 * k))
        if isinstance(block := paragraph(text, top=top, marks=(shape("pill", colour),)), Paragraph)
    ]
    rated = table(ACTIONS, (*ROWS[0], shape("pill", BLUE)), (*ROWS[1], shape("pill", AMBER)), top=160)
    assert [a.status for a in review_of(*key, rated).actions] == ["completed", "behind_schedule"]


def test_a_sign_s_label_and_its_meaning_in_columns_without_rules_are_one_line_of_the_key() -> None:
    """`Complete and closed` was a second line of the grey sign, and `Going to plan On time` one label."""
    told = [
        ("Finished", BLUE, "Complete and closed"),
        ("Going to plan", GREEN, "On time"),
        ("Well behind", RED, "More than one quarter late"),
    ]
    key: list[Paragraph] = []
    for k, (label, colour, meaning) in enumerate(told):
        top = 40 + 20.0 * k
        sign = Mark("shape", "disc", colour, "disc", Box(48, top, 57, top + 9))
        texts = (
            [(label, 60), (meaning, 125)] if k == 0 else [(f"{label} {meaning}", 60)]
        )  # as the gap is read
        for text, x0 in texts:
            block, box = paragraph(text, top=top), Box(x0, top, x0 + 60, top + 10)
            key.append(replace(block, box=box, lines=(block.lines[0]._replace(box=box),), marks=(sign,)))
    rows = [
        (f"Open hub {k}", "Ann Archer", "Begun.", shape("disc", colour))
        for k, (_, colour, _) in enumerate(told)
    ]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [(e.label, e.definition) for e in review.legend] == [(label, meant) for label, _, meant in told]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert not loud(review)


def test_the_name_of_a_sign_s_own_colour_before_its_words_is_no_part_of_them() -> None:
    """`Amber Within ten per cent of target` on amber was no status that is known."""
    told = [
        ("Green", GREEN, "On or above target"),
        ("Amber", AMBER, "Within ten per cent of target"),
        ("Red", RED, "More than ten per cent from target"),
    ]
    key = [
        paragraph(f"{name} {words}", top=40 + 14 * k, marks=(shape("square", colour),))
        for k, (name, colour, words) in enumerate(told)
    ]
    rows = [(f"Homes {name}", "20", "25", filled(colour, name)) for name, colour, _ in told]
    review = review_of(*key, table(("Indicator", "Target", "Latest", "RAG"), *rows, top=300))
    assert [(e.label, e.mark) for e in review.legend] == [
        (words, f"{name.lower()} square") for name, _, words in told
    ]
    assert [i.status for i in review.indicators] == ["on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)


def test_colours_words_behind_grey_signs_are_signs_too() -> None:
    """Rows that print both, as a key does on grey paper, contradicted themselves."""
    told = [("Purple", "diamond", "= The action is complete"), ("Green", "disc", "= The action is on track")]
    told += [("Amber", "triangle", "= The action is delayed"), ("Red", "square", "= The action is off track")]
    key: list[Paragraph] = []
    for k, (name, outline, meaning) in enumerate(told):
        top = 40 + 20.0 * k
        sign = Mark("shape", outline, "#808080", outline, Box(48, top, 57, top + 9))
        for text, x0 in ((name, 60), (meaning, 130)):
            block, box = paragraph(text, top=top), Box(x0, top, x0 + 60, top + 10)
            key.append(replace(block, box=box, lines=(block.lines[0]._replace(box=box),), marks=(sign,)))
    rows = [
        (f"Open hub {k}", "Ann Archer", "Begun.", with_text(name, shape(outline, "#808080")))
        for k, (name, outline, _) in enumerate(told)
    ]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert not loud(review)


def test_a_sign_s_words_on_two_lines_are_one_label() -> None:
    """The second line, `planned`, was in nobody's label."""
    told = [("Achieved", BLUE, "It is done"), ("Major slippage", RED, "It will not be done")]
    key = [block for k, one in enumerate(told) for block in pill(*one, top=40 + 30.0 * k)]
    sign = Mark("shape", "pill", GREEN, "pill", Box(40, 100, 147, 124), words="Progressing as")
    first = paragraph("Progressing as – No issues to report", top=104)
    box = Box(64, 116, 100, 124)
    lines = (first.lines[0], first.lines[0]._replace(text="planned", box=box))
    key.append(
        replace(first, text="Progressing as – No issues to report planned", lines=lines, marks=(sign,))
    )
    shown = ("Achieved", "Progressing as planned", "Major slippage")
    rows = [(f"Open hub {k}", "Ann Archer", "Begun.", words) for k, words in enumerate(shown)]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert ("Progressing as planned", "No issues to report") in {
        (e.label, e.definition) for e in review.legend
    }
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]


def test_a_character_above_its_label_and_the_meaning_beside_them_are_one_line_of_the_key() -> None:
    """`Complete` was the tick's label, and `Milestone met` stood in no row."""
    told = [
        ("✔", "Milestone met", "Complete"),
        ("●", "Milestone on course", "On track"),
        ("✘", "Missed", "Off track"),
    ]
    key: list[Paragraph] = []
    for k, (character, label, meaning) in enumerate(told):
        top = 40 + 30.0 * k
        (mark,) = glyph(character, "#000000").marks
        sign = mark._replace(box=Box(84, top, 93, top + 9))
        for text, box in (
            (f"{character} {label}", Box(60, top, 120, top + 18)),
            (f"– {meaning}", Box(130, top, 200, top + 9)),
        ):
            block = paragraph(text, top=top)
            key.append(replace(block, box=box, lines=(block.lines[0]._replace(box=box),), marks=(sign,)))
    rows = [
        (f"Open hub {k}", "Ann Archer", "Begun.", glyph(sign, "#000000"))
        for k, (sign, _, _) in enumerate(told)
    ]
    review = review_of(*key, table(ACTIONS, *rows, top=300))
    assert [(e.label, e.definition) for e in review.legend] == [(label, meant) for _, label, meant in told]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert not loud(review)


def discs_and_a_remark(remark: str) -> list[Paragraph]:
    """Signs with their words side by side, each beside both its neighbours' words, and a remark behind the last."""
    colours = (BLUE, GREEN, AMBER, RED)
    signs = [
        shape("disc", c).marks[0]._replace(box=Box(48 + 90 * k, 90, 60 + 90 * k, 102))
        for k, c in enumerate(colours)
    ]
    words = ("Complete", "On track", "Delayed", "Stalled")
    found = [
        _set_at(paragraph(text), Box(66 + 90 * k, 92, 108 + 90 * k, 100), signs[max(0, k - 1) : k + 2])
        for k, text in enumerate(words)
    ]
    return [*found, _set_at(paragraph(remark), Box(410, 92, 590, 100), signs[-1:])]


def _set_at(text: Paragraph, box: Box, marks: Sequence[Mark]) -> Paragraph:
    return replace(text, box=box, lines=(text.lines[0]._replace(box=box),), marks=tuple(marks))


def test_a_remark_behind_the_last_entry_of_a_line_is_no_entry_of_its_sign() -> None:
    """Its sign stood for two things, and the row that shows it was unknown."""
    rated = table(ACTIONS, (*ROWS[0], shape("disc", RED)), (*ROWS[1], shape("disc", BLUE)), top=300)
    review = review_of(*discs_and_a_remark("Shaded quarters show when the work is planned."), rated)
    assert [e.label for e in review.legend] == ["Complete", "On track", "Delayed", "Stalled"]
    assert [a.status for a in review.actions] == ["off_track", "completed"]
