"""Statuses that no column prints: bars at the side of rows, and rows in colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Cell, Line, Mark, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ABOVE,
    AMBER,
    GREEN,
    RED,
    Square,
    filled,
    glyph,
    loud,
    only_action,
    review_of,
    shape,
    table,
    with_text,
)

HEADER = ("Action", "Lead", "Progress")
KEY = table((shape("square", GREEN), "On track"), (shape("square", RED), "Off track"))
CELLS = table((filled(GREEN), "On track"), (filled(RED), "Off track"))


def barred(text: str, colour: str) -> tuple[Square, ...]:
    return (with_text(text, shape("square", colour)), "Ann Archer", "Work goes on in both wards")


def coloured(text: str, colour: str) -> tuple[Square, ...]:
    return tuple(filled(colour, t) for t in (text, "Ann Archer", "Work goes on in both wards"))


def test_a_bar_beside_an_action_is_its_status_where_the_key_explains_it() -> None:
    rows = table(HEADER, barred("Open a hub", GREEN), barred("Plant a wood", RED), top=300)
    review = review_of(KEY, rows)
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert loud(review) == []


def test_a_bar_that_the_key_does_not_explain_leaves_the_status_unknown_and_says_so() -> None:
    rows = table(HEADER, barred("Open a hub", GREEN), barred("Plant a wood", AMBER), top=300)
    review = review_of(KEY, rows)
    assert [a.status for a in review.actions] == ["on_schedule", "unknown"]
    assert loud(review) == ["status_missing"]


def test_the_colour_of_a_row_is_its_status_where_the_key_explains_it() -> None:
    rows = table(HEADER, coloured("Open a hub", GREEN), coloured("Plant a wood", RED), top=300)
    assert [a.status for a in review_of(CELLS, rows).actions] == ["on_schedule", "off_track"]


def test_stripes_in_a_colour_of_the_key_are_no_status() -> None:
    plain: tuple[Square, ...] = ("Plant a wood", "Bo Bull", "Work goes on in both wards")
    rows = table(HEADER, coloured("Open a hub", GREEN), plain, coloured("Mend a road", GREEN), top=300)
    assert {a.status for a in review_of(CELLS, rows).actions} == {"unknown"}


def test_what_a_row_was_rated_last_time_is_not_its_status() -> None:
    header = ("Action", "Lead", "Progress", "Previous status")
    rows = [("Open a hub", "Ann Archer", "Work goes on", filled(GREEN, "Green")),
            ("Plant a wood", "Bo Bull", "None so far", filled(RED, "Red"))]  # fmt: skip
    review = review_of(CELLS, table(header, *rows, top=300))
    assert [a.status for a in review.actions] == ["unknown", "unknown"]
    assert loud(review) == ["status_missing", "status_missing"]


def under(activity: str, text: str, colour: str | None) -> tuple[Square, ...]:
    own = coloured(text, colour) if colour else (text, "Ann Archer", "Work goes on in both wards")
    return (activity, *own)


WHOLE = ("Key Activities", *HEADER)


def test_rows_of_one_colour_alone_have_the_status_that_the_key_gives_it() -> None:
    """A page with rows of one status lost them all: only several colours were statuses."""
    rows = table(
        WHOLE, under("1.1 Homes", "Open a hub", GREEN), under("1.2 Parks", "Plant a wood", GREEN), top=300
    )
    review = review_of(CELLS, rows)
    assert {a.status for a in review.actions} == {"on_schedule"}
    assert loud(review) == []


def test_a_stripe_over_the_whole_row_is_no_status_though_the_key_has_its_colour() -> None:
    stripe = (filled(GREEN, "1.1 Homes"), *coloured("Open a hub", GREEN))
    assert [a.status for a in review_of(CELLS, table(WHOLE, stripe, top=300)).actions] == ["unknown"]


def test_a_row_without_colour_among_coloured_ones_is_what_the_key_shows_blank() -> None:
    key = table((filled(GREEN), "On track"), (filled(RED), "Off track"), ("", "No information received"))
    rows = [under("1.1 Homes", "Open a hub", GREEN), under("1.2 Parks", "Plant a wood", RED)]
    bare = under("1.3 Roads", "Mend a road", None)
    review = review_of(key, table(WHOLE, *rows, bare, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track", "no_information"]
    assert [a.status for a in review_of(CELLS, table(WHOLE, *rows, bare, top=300)).actions][2] == "unknown"


def test_the_colours_below_a_percentage_rate_the_rows_where_nothing_else_does() -> None:
    """The table has no status column, and the cells that say how much is done stand on red, amber and green."""
    header = ("Recommendation", "Lead", "% complete", "Update")
    told = ((GREEN, "100%"), (AMBER, "60%"), (RED, "20%"))
    rows = [
        (f"Test plan number {k}", "Ann Archer", filled(c, t), "Work goes on") for k, (c, t) in enumerate(told)
    ]
    review = review_of(table(header, *rows))
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "off_track"]
    assert [dict(a.extra)["complete"] for a in review.actions] == ["100%", "60%", "20%"]
    assert loud(review) == ["status_by_convention"]


def test_one_colour_below_a_percentage_is_shading() -> None:
    header = ("Recommendation", "Lead", "% complete", "Update")
    rows = [(f"Test plan number {k}", "Ann Archer", filled(GREEN, "50%"), "Work goes on") for k in range(2)]
    assert {a.status for a in review_of(table(header, *rows)).actions} == {"unknown"}


def bars_set(found: Table) -> Table:
    """The table with its signs as bars, as high as their cells."""
    cells = [
        replace(c, marks=tuple(m._replace(box=c.box._replace(x1=c.box.x0 + 6)) for m in c.marks))
        for c in found.cells
    ]
    return replace(found, cells=tuple(cells))


@pytest.mark.parametrize(
    ("colour", "end", "rows"), [(GREEN, "in both", 2), (RED, "in both", 3), (GREEN, "here.", 3)]
)
def test_a_bar_that_a_page_s_end_cuts_through_beside_a_cut_note_is_one_row_s(
    colour: str, end: str, rows: int
) -> None:
    """The rest of the activity's cell begins with a reference of its own, and the rest of the note was a row."""
    header = ("Activity", "Lead", "Action", "Progress")
    first = (
        header,
        (
            "1.3.1 Open the quay",
            "Bo Bull",
            with_text("1. Mend the steps", shape("square", GREEN)),
            f"Work {end}",
        ),
    )
    second = (
        ("1.3.2 Light the quay", "", shape("square", colour), "wards goes on."),
        (ABOVE, ABOVE, with_text("2. Hang lamps", shape("square", RED)), "None hung."),
    )
    review = review_of(KEY, bars_set(table(*first, top=300)), bars_set(table(*second, page=2)))
    assert len(review.actions) == rows
    if rows == 2:
        assert [a.activity_refs for a in review.actions] == [("1.3.1", "1.3.2")] * 2
        assert [a.leads for a in review.actions] == [("Bo Bull",)] * 2
        assert review.actions[0].progress == "Work in both wards goes on."


def test_a_row_of_which_the_page_had_room_for_its_lead_and_a_piece_of_its_bar_is_one_row() -> None:
    header = ("Activity", "Lead", "Action", "Progress")
    first = (header, ("", "Bo Bull", shape("square", GREEN), ""))
    whole = ("1.1 Open the quay", "", with_text("1. Mend the steps", shape("square", GREEN)), "Mended.")
    last = ("1.2 Light it", "Ann Archer", with_text("1. Hang lamps", shape("square", RED)), "None hung.")
    review = review_of(KEY, bars_set(table(*first, top=300)), bars_set(table(header, whole, last, page=2)))
    assert [(a.action_number, a.leads) for a in review.actions] == [
        ("1", ("Bo Bull",)),
        ("1", ("Ann Archer",)),
    ]


def on_pill(text: str, words: str, top: float) -> Cell:
    """A cell with a title and, below it, words on a green pill."""
    box, ground = Box(40.0, top, 130.0, top + 40.0), Box(84.0, top + 12.0, 130.0, top + 28.0)
    lines = (
        Line(text, Box(42.0, top + 2, 80.0, top + 12), 9.0, False, "#000000"),
        Line(words, Box(88.0, top + 15, 126.0, top + 25), 8.0, False, "#ffffff"),
    )
    sign = Mark("shape", "pill", GREEN, "pill", ground)
    return Cell(0, 0, 1, 1, f"{text}\n{words}", box, lines, (sign,), chars=len(text + words))


def rated(words: str) -> str:
    """The action beside whose title those words stand on a pill like the key's."""
    key = table((shape("pill", GREEN), "On track"), (shape("pill", RED), "Off track"), top=20)
    rows = table(("Action", "Lead", "Progress"), ("Build homes", "Ann Archer", "The frame rises."), top=100)
    cell = replace(on_pill("Build homes", words, 120.0), row=1)
    own = replace(rows, cells=tuple(cell if (c.row, c.col) == (1, 0) else c for c in rows.cells))
    action = only_action(key, own)
    assert action.status == "on_schedule"
    return action.action


def test_the_words_of_a_status_on_its_pill_were_read_into_the_action() -> None:
    assert rated("On track") == "Build homes"


def test_other_words_on_a_pill_stay_with_the_action() -> None:
    assert " ".join(rated("Statutory").split()) == "Build homes Statutory"


def marked(text: str, colour: str, lead: str = "Ann Archer") -> tuple[Square, ...]:
    return (with_text(text, glyph("🟢" if "🟢" in text else "●", colour, "disc")), lead, "Work goes on")


SIGNS = table((glyph("●", GREEN, "disc"), "On track"), (glyph("●", RED, "disc"), "Off track"))


@pytest.mark.parametrize("opening", ["● 1.2 ", "🟢 1.2 ", "• 1.2 ", "1.2 ● ", "1.2 🟢\ufe0f "])
def test_a_sign_of_the_key_beside_an_actions_number_is_its_status_and_no_part_of_the_text(
    opening: str,
) -> None:
    rows = table(HEADER, marked(f"{opening}Open a hub", GREEN), marked("● 1.3 Plant a wood", RED), top=300)
    first, second = review_of(SIGNS, rows).actions
    assert (first.action_number, first.action, first.status) == ("1.2", "Open a hub", "on_schedule")
    assert (second.action_number, second.action, second.status) == ("1.3", "Plant a wood", "off_track")


def test_a_sign_that_the_key_does_not_explain_stays_in_the_text() -> None:
    rows = table(HEADER, marked("● 1.2 Open a hub", AMBER), marked("● 1.3 Plant a wood", RED), top=300)
    assert [a.action for a in review_of(SIGNS, rows).actions] == ["● 1.2 Open a hub", "Plant a wood"]


def test_a_sign_in_the_text_beside_a_status_in_a_column_of_its_own_stays() -> None:
    rows = [(*marked("● 1.2 Open a hub", GREEN), glyph("●", GREEN, "disc")),
            (*marked("● 1.3 Plant a wood", RED), glyph("●", RED, "disc"))]  # fmt: skip
    read = review_of(SIGNS, table((*HEADER, "Status"), *rows, top=300)).actions
    assert [a.action for a in read] == ["● 1.2 Open a hub", "● 1.3 Plant a wood"]
    assert [a.status for a in read] == ["on_schedule", "off_track"]


def test_the_bullets_of_a_list_in_an_action_stay_beside_a_sign() -> None:
    rows = table(HEADER, marked("• Open a hub\n• Plant a wood", GREEN), top=300)
    assert review_of(SIGNS, rows).actions[0].action == "• Open a hub\n• Plant a wood"
