"""A mark becomes a status: by the legend, by words, by alternative text, by convention, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise import Review
from normalise.review import STATUSES, Action
from normalise.statuses.cells import decide
from parsers.block import Block, Cell
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    GREY,
    RED,
    Shown,
    Square,
    about,
    actions_of,
    filled,
    glyph,
    loud,
    paragraph,
    picture,
    review_of,
    shape,
    table,
    with_hidden,
    with_text,
)  # fmt: skip

BLACK = "#000000"
LABELS = ("Completed", "On schedule", "Behind schedule", "Not happening")
CODES = ("completed", "on_schedule", "behind_schedule", "off_track")
COLOURS = (BLUE, GREEN, AMBER, RED)


def legend(signs: tuple[Square, ...], labels: tuple[str, ...] = LABELS) -> Block:
    return table(*([sign, label] for sign, label in zip(signs, labels, strict=True)), top=60)


def review_with(key: Block | None, *signs: Square, progress: str = "Work goes on") -> Review:
    """A review of one action for each sign, under a legend."""
    rows = [[f"{n}. Do thing {n}", "Ann Archer", progress, sign] for n, sign in enumerate(signs, 1)]
    return review_of(*([key] if key else []), table(ACTIONS, *rows, top=300))


def action_with(key: Block | None, sign: Square, progress: str = "Work goes on") -> Action:
    return review_with(key, sign, progress=progress).actions[0]


FAMILIES: dict[str, tuple[Square, ...]] = {
    "glyphs of one shape": tuple(glyph("●", c, "disc") for c in COLOURS),
    "glyphs of many shapes": tuple(
        glyph(g, c, s)
        for g, c, s in zip("★●▲■", COLOURS, ("star", "disc", "triangle", "square"), strict=True)
    ),
    "glyphs of Wingdings": tuple(
        glyph(g, c, s, "Wingdings")
        for g, c, s in zip("«ltn", COLOURS, ("star", "disc", "diamond", "square"), strict=True)
    ),
    "shapes": tuple(
        shape(s, c) for s, c in zip(("star", "disc", "triangle", "diamond"), COLOURS, strict=True)
    ),
    "pictures": tuple(picture(name, c) for name, c in zip("abcd", COLOURS, strict=True)),
    "pictures whose colour is unknown": tuple(picture(name) for name in "abcd"),
    "fills": tuple(filled(c) for c in COLOURS),
    "letters": ("B", "G", "A", "R"),
    "letters on fills": tuple(filled(c, t) for t, c in zip("BGAR", COLOURS, strict=True)),
    "words of colours": ("Blue", "Green", "Amber", "Red"),
    "grey shapes": tuple(shape(s, GREY) for s in ("star", "disc", "triangle", "diamond")),
    "grey glyphs": tuple(
        glyph(g, GREY, s) for g, s in zip("★●▲■", ("star", "disc", "triangle", "square"), strict=True)
    ),
}


@pytest.mark.parametrize("signs", FAMILIES.values(), ids=FAMILIES.keys())
def test_a_mark_means_what_the_legend_says(signs: tuple[Square, ...]) -> None:
    review = review_with(legend(signs), *signs)
    assert tuple(a.status for a in review.actions) == CODES
    assert tuple(a.status_label for a in review.actions) == LABELS
    assert {a.status_basis for a in review.actions} == {"legend"}
    assert min(a.confidence for a in review.actions) >= 0.8
    assert loud(review) == []


@pytest.mark.parametrize("signs", FAMILIES.values(), ids=FAMILIES.keys())
@given(order=st.permutations(range(4)))
def test_the_legend_s_word_holds_whatever_the_colour(signs: tuple[Square, ...], order: list[int]) -> None:
    """Blue is completed in one council and on target in another: red may mean completed."""
    labels = tuple(LABELS[k] for k in order)
    review = review_with(legend(signs, labels), *signs)
    assert tuple(a.status for a in review.actions) == tuple(CODES[k] for k in order)


def test_the_legend_s_labels_and_definitions_are_kept() -> None:
    key = table(
        [shape("star", BLUE), "Completed", "finished and signed off"],
        [shape("disc", GREEN), "On schedule", "no concerns"],
        [shape("diamond", RED), "Failing", "off track"],
    )
    review = review_with(key, shape("star", BLUE))
    assert [tuple(entry) for entry in review.legend] == [
        (1, "blue star", "Completed", "finished and signed off", "completed"),
        (2, "green disc", "On schedule", "no concerns", "on_schedule"),
        (3, "red diamond", "Failing", "off track", "off_track"),
    ]


def test_a_legend_of_one_row_is_read_from_left_to_right() -> None:
    signs = FAMILIES["shapes"]
    row: list[Square] = [square for pair in zip(signs, LABELS, strict=True) for square in pair]
    assert tuple(a.status for a in review_with(table(row), *signs).actions) == CODES


def test_a_legend_of_signs_before_lines_of_text_is_read() -> None:
    signs = [s for s in FAMILIES["shapes"] if isinstance(s, Shown)]
    texts = [
        paragraph(label, top=40 + 15 * k, marks=[sign])
        for k, (sign, label) in enumerate(zip(signs, LABELS, strict=True))
    ]
    rows: list[list[Square]] = [
        [f"{n}. Do", "Ann Archer", "Goes on", sign] for n, sign in enumerate(signs, 1)
    ]
    review = review_of(*texts, table(ACTIONS, *rows, top=300))
    assert tuple(a.status for a in review.actions) == CODES


def test_a_legend_in_a_sentence_is_read() -> None:
    key = paragraph("RAG: B = completed, G = on schedule, A = behind schedule, R = not happening")
    assert tuple(a.status for a in review_with(key, "B", "G", "A", "R").actions) == CODES


def test_a_legend_printed_twice_counts_once() -> None:
    signs = FAMILIES["shapes"]
    rows: list[list[Square]] = [
        [f"{n}. Do", "Ann Archer", "Goes on", sign] for n, sign in enumerate(signs, 1)
    ]
    again = table(*([s, label] for s, label in zip(signs, LABELS, strict=True)), top=600)
    review = review_of(legend(signs), table(ACTIONS, *rows, top=300), again)
    assert [entry.label for entry in review.legend] == list(LABELS)
    assert sum(page.legend for page in review.ledger) == 2 * len("".join("".join(LABELS).split()))


def test_two_greens_of_one_document_are_one_sign() -> None:
    key = legend(tuple(filled(c) for c in COLOURS))
    assert action_with(key, filled("#00a650")).status == "on_schedule"


def test_a_black_ring_in_a_picture_is_one_sign_however_dark_its_thin_line_comes_out() -> None:
    key = legend((picture("a", GREEN), picture("b", "#393939"), picture("c", AMBER), picture("d", RED)))
    assert action_with(key, picture("b", "#0b0b0b")).status == "on_schedule"
    assert not loud(review_with(key, picture("b", "#0b0b0b")))


def test_two_legend_lines_that_look_alike_leave_the_mark_unknown() -> None:
    same = shape("disc", GREEN)
    key = legend((same, same, shape("triangle", AMBER), shape("diamond", RED)))
    action = action_with(key, same)
    assert (action.status, action.status_basis, action.confidence) == ("unknown", "none", 0)
    assert loud(review_with(key, same)) == ["status_unknown"]


def test_a_mark_that_the_legend_does_not_show_is_unknown() -> None:
    key = legend(FAMILIES["shapes"])
    review = review_with(key, shape("pill", "#7030a0"))
    assert review.actions[0].status == "unknown"
    (finding,) = about(review, review.actions[0].id)
    assert (finding.severity, finding.code, finding.field) == ("warning", "status_unknown", "status")
    assert "purple pill" in finding.message


def test_a_word_that_the_legend_does_not_print_is_unknown() -> None:
    review = review_with(legend(FAMILIES["letters"]), "P")
    assert (review.actions[0].status, loud(review)) == ("unknown", ["status_unknown"])


def test_a_blank_status_is_unknown_never_guessed() -> None:
    review = review_with(legend(FAMILIES["letters"]), "", "G")
    assert [a.status for a in review.actions] == ["unknown", "on_schedule"]
    assert loud(review) == ["status_missing"]


def test_a_blank_that_the_legend_explains_is_no_finding() -> None:
    key = legend(("B", "G", "A", "R", ""), (*LABELS, "No information received"))
    review = review_with(key, "")
    assert (review.actions[0].status, loud(review)) == ("no_information", [])


@pytest.mark.parametrize(
    ("sign", "status"),
    [(filled(GREEN), "on_schedule"), (glyph("●", RED, "disc"), "off_track"), (shape("disc", AMBER), "behind_schedule"),
     ("Amber", "behind_schedule"), ("G", "on_schedule")],
)  # fmt: skip
def test_without_a_legend_convention_is_a_guess_with_a_finding(sign: Square, status: str) -> None:
    review = review_with(None, sign)
    action = review.actions[0]
    assert (action.status, action.status_basis) == (status, "convention")
    assert action.confidence <= 0.5
    assert loud(review) == ["status_by_convention"]


@pytest.mark.parametrize(
    "sign", [filled(BLUE), "B", shape("disc", "#7030a0"), shape("star", GREY), picture("a")]
)
def test_without_a_legend_what_has_no_convention_is_unknown(sign: Square) -> None:
    review = review_with(None, sign)
    assert (review.actions[0].status, loud(review)) == ("unknown", ["status_unknown"])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Completed", "completed"),
        ("On track", "on_schedule"),
        ("Not on track", "off_track"),
        ("On hold", "paused"),
    ],
)
def test_words_in_the_cell_need_no_legend(words: str, status: str) -> None:
    review = review_with(None, words)
    action = review.actions[0]
    assert (action.status, action.status_basis, action.status_label) == (status, "words", words)
    assert loud(review) == []


def test_the_alternative_text_of_a_drawing_says_its_status() -> None:
    action = action_with(None, shape("path", "#7030a0", alt="On track"))
    assert (action.status, action.status_basis) == ("on_schedule", "alt")


def test_words_beside_a_mark_that_say_another_status_are_a_finding() -> None:
    key = legend(FAMILIES["shapes"])
    review = review_with(key, with_text("Behind schedule", shape("disc", GREEN)))
    assert loud(review) == ["mark_contradicts_words"]
    assert review.actions[0].confidence <= 0.3


def test_a_sign_of_a_good_status_beside_not_started_is_a_finding() -> None:
    review = review_with(legend(FAMILIES["shapes"]), with_text("Not started", shape("disc", GREEN)))
    assert loud(review) == ["mark_contradicts_words"]


def test_the_texts_of_a_torn_row_beside_its_sign_are_no_key() -> None:
    """Two texts that both have one sign beside them made every such sign `On hold`, whatever the row says."""
    ring = shape("ring", "#777777")
    texts = [
        paragraph(text, top=700, marks=[ring]) for text in ("On hold", "Paused by the Council on 29 October.")
    ]
    rows = table(ACTIONS, ["1. Do", "Ann Archer", "Later", with_text("Not started", ring)], page=2)
    review = review_of(*texts, rows)
    assert [(a.status, a.status_basis) for a in review.actions] == [("not_started", "words")]


def test_two_marks_of_different_meaning_in_one_cell_are_a_finding() -> None:
    both = Shown("", (*shape("disc", GREEN).marks, *shape("triangle", AMBER).marks))
    review = review_with(legend(FAMILIES["shapes"]), both)
    assert loud(review) == ["several_marks"]


@pytest.mark.parametrize(
    ("hidden", "findings"), [("On schedule", []), ("Completed", ["hidden_text_contradicts"]), ("Sheet 4", [])]
)
def test_hidden_text_that_contradicts_the_mark_is_a_finding(hidden: str, findings: list[str]) -> None:
    review = review_with(legend(FAMILIES["fills"]), with_hidden(filled(GREEN), hidden))
    assert (review.actions[0].status, loud(review)) == ("on_schedule", findings)


@pytest.mark.parametrize(
    ("progress", "findings"),
    [("Completed - all drivers are trained", ["words_contradict_mark"]), ("On schedule - nine are trained", []),
     ("1. Completed – all drivers are trained", ["words_contradict_mark"]), ("All drivers are trained", [])],
)  # fmt: skip
def test_a_note_that_opens_with_another_status_is_a_finding(progress: str, findings: list[str]) -> None:
    review = review_with(legend(FAMILIES["shapes"]), shape("disc", GREEN), progress=progress)
    assert (review.actions[0].status, loud(review)) == ("on_schedule", findings)


def test_an_arrow_in_the_status_cell_is_a_direction_not_a_status() -> None:
    sign = Shown("", (*shape("disc", GREEN).marks, *shape("arrow-up", RED).marks))
    review = review_with(legend(FAMILIES["shapes"]), sign)
    assert (review.actions[0].status, loud(review)) == ("on_schedule", [])


def test_an_arrow_that_the_key_explains_is_a_status() -> None:
    signs = (glyph("✔", BLUE, "tick"), glyph("➜", GREEN, "arrow-right"), *FAMILIES["shapes"][2:])
    review = review_with(legend(signs), signs[1], glyph("➜", RED, "arrow-right"))
    assert [a.status for a in review.actions] == ["on_schedule", "unknown"]
    assert loud(review) == ["status_unknown"]


def test_an_arrow_that_the_key_explains_as_no_status_leaves_the_cell_s_colour() -> None:
    signs = (glyph("➜", GREY, "arrow-right"), *map(filled, COLOURS))
    key = legend(signs, ("Same as the last time", *LABELS))
    arrow = Shown("➜", glyph("➜", GREY, "arrow-right").marks, GREEN)
    assert review_with(key, arrow, filled(RED)).actions[0].status == "on_schedule"


def test_a_pale_colour_of_the_key_is_none_that_is_near() -> None:
    pale = ("#b3cde3", "#c7e9c0", "#ffffb2", "#d9d9d9")
    review = review_with(legend(tuple(map(filled, pale))), filled(pale[1]), filled(pale[3]))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert not loud(review)


def test_shading_of_the_whole_row_is_no_status() -> None:
    row = [filled(GREEN, text) for text in ("1. Do", "Ann Archer", "Work goes on")]
    review = review_of(table(ACTIONS, [*row, filled(GREEN)]))
    assert review.actions[0].status == "unknown"


@pytest.mark.parametrize("tint", ["#d5e8e4", "#deeaf6", "#e2efd9"])
def test_a_tint_right_across_a_row_is_not_the_pale_grey_of_the_key(tint: str) -> None:
    signs = (filled(GREEN), filled(AMBER), filled("#d9d9d9"))
    key = legend(signs, ("On track", "Behind schedule", "Not started"))
    row = [filled(tint, text) for text in ("1. Do", "Ann Archer", "Work goes on")]
    review = review_of(
        key, table(ACTIONS, [*row, filled(tint)], ("2. Go", "Bo Bull", "All is well", filled(GREEN)))
    )
    assert [a.status for a in review.actions] == ["unknown", "on_schedule"]
    assert [f.subject_id for f in review.findings if f.code == "status_unknown"] == ["a001"]


def test_a_row_in_the_very_colour_of_the_key_has_its_status() -> None:
    key = legend((filled(GREEN), filled("#d9d9d9")), ("On track", "Not started"))
    row = [filled("#d9d9d9", text) for text in ("1. Do", "Ann Archer", "Work goes on")]
    review = review_of(key, table(ACTIONS, [*row, filled("#d9d9d9")]))
    assert review.actions[0].status == "not_started"


def test_a_reason_that_holds_for_many_rows_is_said_once_about_the_document() -> None:
    review = review_with(None, *[filled(RED)] * 6)
    conventional = [f for f in review.findings if f.code == "status_by_convention"]
    assert [f.severity for f in conventional] == ["warning", *["info"] * 6]
    assert conventional[0].subject_id is None and "6 rows" in conventional[0].message


def test_a_blank_status_is_a_finding_of_its_own_row_however_many_there_are() -> None:
    review = review_with(legend(FAMILIES["letters"]), *[""] * 6, "G")
    missing = [f for f in review.findings if f.code == "status_missing"]
    assert [(f.severity, f.subject_kind) for f in missing] == [("warning", "action")] * 6


colours = st.sampled_from([*COLOURS, GREY, "#7030a0", "#000000", "#ffffff", None])
signs = st.one_of(
    st.builds(
        filled, st.sampled_from([*COLOURS, GREY, "#7030a0"]), st.sampled_from(["", "G", "On track", "x"])
    ),
    st.builds(shape, st.sampled_from(["star", "disc", "path", "arrow-up"]), colours),
    st.builds(glyph, st.sampled_from("★●▲"), st.sampled_from(COLOURS), st.just("glyph")),
    st.builds(picture, st.sampled_from("abcdx"), colours),
    st.text(max_size=20),
)


@given(signs, st.sampled_from([None, *FAMILIES]))
def test_a_status_is_never_guessed_in_silence(sign: Square, family: str | None) -> None:
    """Whatever a cell shows: a status has a basis, and what is unknown or a convention has a finding."""
    review = review_with(legend(FAMILIES[family]) if family else None, sign)
    action = review.actions[0]
    assert action.status in STATUSES
    codes = {f.code for f in about(review, action.id)}
    if action.status == "unknown":
        assert action.confidence == 0 and codes & {
            "status_unknown",
            "status_missing",
            "legend_not_understood",
        }
    if action.status_basis == "convention":
        assert "status_by_convention" in codes
    assert (action.status_basis == "legend") <= (family is not None)


def test_an_unexplained_mark_stays_a_finding_although_the_note_names_a_status() -> None:
    review = review_with(legend(FAMILIES["letters"]), "Z", progress="Completed. All homes are built.")
    assert (review.actions[0].status, [f.code for f in about(review, "a001")]) == (
        "completed",
        ["status_unknown"],
    )


def test_a_note_that_says_otherwise_than_the_colour_by_convention_is_a_finding() -> None:
    review = review_with(None, filled(RED), progress="Completed. All homes are built.")
    assert (review.actions[0].status, [f.code for f in about(review, "a001")]) == (
        "completed",
        ["words_contradict_mark"],
    )


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Green (last quarter: Red)", []), ("Green (Green)", []), ("Green (Red)", ["mark_contradicts_words"])],
)
def test_brackets_behind_a_colour_are_the_past_or_a_finding(words: str, codes: list[str]) -> None:
    review = review_with(legend(("B", "G", "A", "R")), words)
    assert review.actions[0].status == "on_schedule"
    assert loud(review) == codes


@pytest.mark.parametrize(("label", "status"), list(zip(LABELS, CODES, strict=True)))
def test_blue_means_what_the_legend_says_and_no_more(label: str, status: str) -> None:
    others = [other for other in LABELS if other != label]
    key = legend((filled(BLUE), filled(GREEN), filled(AMBER), filled(RED)), (label, *others))
    assert action_with(key, filled(BLUE)).status == status
    assert action_with(key, "Blue").status == status


@pytest.mark.parametrize(
    ("sign", "role"), [(filled(GREEN), "status"), ("Work goes on well here", "progress")]
)
def test_a_progress_column_is_the_status_where_it_holds_signs(sign: Square, role: str) -> None:
    rows = [[f"{n}. Do thing {n}", "Ann Archer", sign] for n in (1, 2, 3)]
    (first, *_) = review_of(table(("Action", "Lead", "Progress to date"), *rows)).actions
    assert (first.status, first.progress) == (
        ("on_schedule", "") if role == "status" else ("unknown", "Work goes on well here")
    )


@pytest.mark.parametrize(
    ("labels", "status"),
    [
        (("Complete", "On track", "At risk", "Overdue"), "off_track"),
        (("Complete", "On track", "Off track", "Overdue"), "behind_schedule"),
        (("Complete", "On track", "Not started", "Overdue"), "behind_schedule"),
    ],
    ids=["behind what is at risk", "before what is off track", "alone"],
)
def test_overdue_is_the_last_step_of_a_scale_that_has_another_for_at_risk(
    labels: tuple[str, ...], status: str
) -> None:
    key = legend(tuple(filled(c) for c in COLOURS), labels)
    assert action_with(key, filled(RED)).status == status


@pytest.mark.parametrize(
    ("colour", "status"),
    [(GREEN, "on_schedule"), (AMBER, "behind_schedule"), ("#ffe000", "behind_schedule"), (RED, "off_track")],
)
@pytest.mark.parametrize("sign", [filled, lambda colour: shape("disc", colour)], ids=["fill", "disc"])
def test_a_key_in_words_explains_coloured_signs(
    sign: Callable[[str], Square], colour: str, status: str
) -> None:
    key = paragraph("Green = on track, Amber = some delay, Red = off track")
    review = review_with(key, sign(colour))
    assert [(a.status, a.status_basis) for a in review.actions] == [(status, "legend")]
    assert loud(review) == []


def test_a_colour_that_a_key_in_words_does_not_name_is_unknown() -> None:
    key = paragraph("Green = on track, Amber = some delay, Red = off track")
    assert action_with(key, shape("disc", BLUE)).status == "unknown"


def test_an_entry_of_words_whose_meaning_is_blank_is_in_the_legend_and_explains_no_blank() -> None:
    key = table(("Completed", "on time"), ("On schedule", "so far"), ("No information received", ""))
    rows = table(ACTIONS, ("1. Buy", "Ann", "Bought.", "Completed"), ("2. Sell", "Bo", "Sold.", ""), top=300)
    review = review_of(key, rows)
    assert [(e.label, e.status) for e in review.legend][2:] == [("No information received", "no_information")]
    assert [a.status for a in review.actions] == ["completed", "unknown"]


def test_signs_of_two_rows_in_one_cell_are_no_status_of_the_first() -> None:
    (green,), (amber,) = shape("disc", GREEN).marks, shape("disc", AMBER).marks
    low = amber._replace(box=Box(0, 30, 9, 39))
    both = decide([Cell(0, 0, 1, 1, "", Box(0, 0, 40, 40), marks=(green, low))], ())
    assert both.status == "unknown"
    assert [code for _, code, _ in both.notes] == ["several_marks"]


@pytest.mark.parametrize("words", ["Grey Amber", "Grey"])
def test_a_colour_s_word_that_no_sign_shows_is_not_read_as_the_other_sign_s_status(words: str) -> None:
    """A grey rating beside last time's amber one came out as behind schedule, in silence."""
    key = table(["Green", "On track"], [filled(AMBER), "Delayed"], [filled(RED), "Off track"], top=60)
    review = review_with(key, filled(AMBER, words), filled(AMBER))
    assert [a.status for a in review.actions] == ["unknown", "behind_schedule"]
    assert [f.code for f in about(review, review.actions[0].id)] == ["mark_contradicts_words"]


def test_a_colour_s_word_beside_a_grey_sign_that_the_key_gives_its_status_is_no_contradiction() -> None:
    """A print without colours: shapes in grey, and the words `Green` and `Red` beside them; all rows were unknown."""
    grey = "#404040"
    key = table(
        [shape("disc", grey), "On track"],
        [shape("triangle", grey), "Delayed"],
        [shape("square", grey), "Off track"],
        top=60,
    )
    signs = [with_text("Green", shape("disc", grey)), with_text("Red", shape("disc", grey))]
    review = review_with(key, *signs)
    assert [a.status for a in review.actions] == ["on_schedule", "unknown"]
    assert not about(review, review.actions[0].id)


@pytest.mark.parametrize("words", ["Orange", "Yellow / Melyn", "AMBER"])
def test_a_near_colour_s_word_on_a_sign_is_the_same(words: str) -> None:
    key = table(["Green", "On track"], [filled(AMBER), "Delayed"], [filled(RED), "Off track"], top=60)
    review = review_with(key, filled(AMBER, words))
    assert review.actions[0].status == "behind_schedule"
    assert not about(review, review.actions[0].id)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Open – on target", "on_schedule"),
        ("Open - overdue", "behind_schedule"),
        ("Open – not yet due", "unknown"),
        ("Open – closed", "unknown"),
    ],
)
def test_open_says_no_more_than_what_stands_behind_it(words: str, status: str) -> None:
    assert review_with(None, words).actions[0].status == status


def test_a_rating_of_several_dots_is_no_other_rating() -> None:
    key = legend(tuple(glyph(dots, BLACK, dots) for dots in ("●●●●", "●●●○", "●●○○", "○○○○")))
    review = review_with(key, glyph("●●○○", BLACK, "●●○○"), glyph("●○○○", BLACK, "●○○○"))
    assert [a.status for a in review.actions] == ["behind_schedule", "unknown"]
    assert loud(review) == ["status_unknown"]


def test_one_pill_of_a_key_explains_no_pill_of_another_colour() -> None:
    key = table((shape("pill", GREEN), "Behind schedule"), ("W", "No information"), top=60)
    review = review_with(key, shape("pill", BLUE), shape("pill", GREEN))
    assert [a.status for a in review.actions] == ["unknown", "behind_schedule"]


def test_a_colour_s_name_beside_a_black_sign_says_what_the_key_says_of_it() -> None:
    key = table(
        (glyph("✔", "#000000", "tick"), "Green – on track"),
        (glyph("▲", "#000000", "triangle"), "Amber – late"),
    )
    signs = (
        with_text("✔ Green", glyph("✔", "#000000", "tick")),
        with_text("▲ Amber", glyph("▲", "#000000", "triangle")),
    )
    rows = (
        ("Open a library", "Ann Archer", "Sold.", signs[0]),
        ("Plant trees", "Bo Bull", "Sold.", signs[1]),
    )
    review = review_of(key, table(("Action", "Lead", "Progress", "RAG"), *rows, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]
    assert not loud(review)


def test_what_is_rated_may_stand_before_a_status_without_a_key() -> None:
    rows = (
        ("Open a library", "Milestone at risk"),
        ("Plant trees", "Milestone missed"),
        ("Let homes", "Just missed"),
    )
    found = actions_of(table(("Action", "Status"), *rows))
    assert [a.status for a in found] == ["behind_schedule", "off_track", "behind_schedule"]


def test_the_pale_colour_of_a_table_s_stripes_beside_words_of_the_key_is_its_style() -> None:
    key = legend(("Blue", "Green", "Amber"), ("Completed", "On track", "Behind schedule"))
    tint = "#b4c6e7"
    row = [filled(tint, text) for text in ("1. Do", "Ann Archer", "Work goes on")]
    review = review_of(
        key, table(ACTIONS, [*row, filled(tint, "Green")], ("2. Go", "Bo Bull", "All is well", "Amber"))
    )
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]
    assert not loud(review)


@pytest.mark.parametrize(
    ("words", "loudly"), [("Marek Tranter", ["text_misplaced"]), ("Second phase only", [])]
)
def test_words_beside_a_sign_that_say_no_status_are_kept(words: str, loudly: list[str]) -> None:
    """Leads in a column that was read as one with that of the signs were nowhere, without a finding on the row."""
    signs = [glyph("●", colour) for colour in COLOURS]
    review = review_with(legend(tuple(signs)), with_text(f"{words} ●", signs[1]))
    (action,) = review.actions
    assert (action.status, dict(action.extra)) == ("on_schedule", {"RAG note": words})
    assert loud(review) == loudly


@pytest.mark.parametrize("words", ["On schedule", "Green", "75%"])
def test_words_of_the_status_beside_its_sign_are_no_note(words: str) -> None:
    signs = [glyph("●", colour) for colour in COLOURS]
    (action,) = review_with(legend(tuple(signs)), with_text(f"{words} ●", signs[1])).actions
    assert dict(action.extra) == {}
