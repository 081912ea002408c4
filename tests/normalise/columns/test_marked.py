"""Columns whose headings nobody knows, or know wrongly, told by the signs that stand below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from normalise.columns.headers import header
from parsers.parsed import Refusal
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    GREEN,
    RED,
    Square,
    actions_of,
    filled,
    glyph,
    indicators_of,
    loud,
    review_of,
    shape,
    table,
    with_text,
)

KEY = table(("W", "Under way and on time"), ("L", "Late"), ("F", "Finished"))
DEPOT, TREES = "Build a new depot at the quay", "Plant two hundred trees by the river"
SOLD, BOUGHT = "The old depot was sold in the spring.", "Half of the trees were bought in May."


def test_letters_of_the_key_are_the_status_whatever_their_heading() -> None:
    review = review_of(
        KEY,
        table(
            ("Ref", "Action", "Owner", "Shape it is in", "Progress"),
            ("1", DEPOT, "Ann Archer", "L", SOLD),
            ("2", TREES, "Bob Baker", "F", BOUGHT),
        ),
    )
    assert [a.status for a in review.actions] == ["behind_schedule", "completed"]
    assert loud(review) == ["heading_guessed"]


def test_words_on_their_colours_are_the_status_without_a_key() -> None:
    first, second, third = actions_of(
        table(
            ("Ref", "Action", "Shape it is in", "Progress"),
            ("1", DEPOT, filled(GREEN, "On track"), SOLD),
            ("2", TREES, filled(RED, "Given back"), BOUGHT),
            ("3", "Open the park in the evening", filled(GREEN, "On track"), BOUGHT),
        )
    )
    assert first.status == third.status == "on_schedule"
    assert second.mark == "Given back"


def test_a_kind_of_action_that_is_new_or_continues_is_no_status() -> None:
    actions = actions_of(
        table(
            ("Ref", "Action", "Kind", "Progress"),
            ("1", DEPOT, "New", SOLD),
            ("2", TREES, "Ongoing", BOUGHT),
        )
    )
    assert {a.status for a in actions} == {"unknown"}


def test_words_of_statuses_of_which_one_says_that_a_row_is_withdrawn_are_the_status() -> None:
    review = review_of(
        table(
            ("Ref", "Action", "Lead", "Shape it is in", "Progress"),
            ("1", DEPOT, "Ann Archer", "On track", SOLD),
            ("2", TREES, "Bob Baker", "Cancelled", BOUGHT),
            ("3", "Open the park in the evening", "Ann Archer", "Delayed", BOUGHT),
        )
    )
    assert [a.status for a in review.actions] == ["on_schedule", "cancelled", "behind_schedule"]
    assert loud(review) == ["heading_guessed"]


def test_texts_of_rated_rows_are_the_actions_whatever_their_heading() -> None:
    review = review_of(
        KEY,
        table(
            ("Ref", "Ways there", "Owner", "Status", "Progress"),
            ("1", DEPOT, "Ann Archer", "L", SOLD),
            ("2", TREES, "Bob Baker", "F", BOUGHT),
        ),
    )
    assert [a.action for a in review.actions] == [DEPOT, TREES]
    assert loud(review) == ["heading_guessed"]


def test_of_two_texts_that_may_be_the_action_each_row_tells() -> None:
    review = review_of(
        KEY,
        table(
            ("Ref", "Ways there", "Where it stands", "Status"),
            ("1", DEPOT, SOLD, "L"),
            ("2", TREES, BOUGHT, "F"),
        ),
    )
    assert [(a.action, a.progress) for a in review.actions] == [(DEPOT, SOLD), (TREES, BOUGHT)]
    assert "columns_unsure" in loud(review)


@pytest.mark.parametrize("signs", [("W", "L"), ("3", "1")])
def test_ratings_of_this_period_and_the_one_before_are_no_figures(signs: tuple[str, str]) -> None:
    blocks = (
        KEY,
        table(
            ("Ref", "Action", "Lead", "Prior period", "This period", "Progress"),
            ("1", DEPOT, "Ann Archer", signs[0], signs[1], SOLD),
            ("2", TREES, "Bob Baker", signs[1], signs[0], BOUGHT),
        ),
    )
    first, second = actions_of(*blocks)
    assert not indicators_of(*blocks)
    assert (first.mark, second.mark) == (signs[1], signs[0])
    assert dict(first.extra)["previous_status"] == signs[0]


@pytest.mark.parametrize("group", ["Rating", "Progress 2023/24"])
def test_a_heading_over_several_ratings_loses_no_row(group: str) -> None:
    first, second = actions_of(
        KEY,
        table(
            ("Ref", "Action", group, BESIDE, BESIDE, "What was done"),
            (ABOVE, ABOVE, "Overall RAG", "Timescale", "Finance", ABOVE),
            ("1", DEPOT, "L", "W", "F", SOLD),
            ("2", TREES, "F", "L", "W", BOUGHT),
        ),
    )
    assert [(a.status, a.progress) for a in (first, second)] == [
        ("behind_schedule", SOLD),
        ("completed", BOUGHT),
    ]
    assert (first.due_date, first.activity) == (None, "")


def test_a_colour_below_merged_headings_is_no_heading_of_its_own() -> None:
    headings: tuple[Square, ...] = ("Ref", "Action", "Progress", "Status", "Lead")
    row: tuple[Square, ...] = (ABOVE, ABOVE, ABOVE, filled(AMBER, "Amber"), ABOVE)
    assert header(table(headings, row, ("1", DEPOT, SOLD, "Red", "Ann Archer"))) is None


def test_sentences_below_the_heading_of_a_body_are_the_progress() -> None:
    first, second = actions_of(
        KEY,
        table(
            ("Ref", "Action", "Status", "Update for committee"),
            ("1", DEPOT, "L", SOLD),
            ("2", TREES, "F", BOUGHT),
        ),
    )
    assert [(a.progress, a.leads) for a in (first, second)] == [(SOLD, ()), (BOUGHT, ())]


def test_texts_beside_digits_of_a_scale_are_the_actions() -> None:
    first, second = actions_of(
        table(
            ("Code", "Ways there", "Are we on track?", "Commentary"),
            ("1", DEPOT, "2", SOLD),
            ("2", TREES, "4", BOUGHT),
        )
    )
    assert [(a.action, a.mark) for a in (first, second)] == [(DEPOT, "2"), (TREES, "4")]


def test_numbers_of_rows_whose_action_is_told_by_their_ratings_are_theirs() -> None:
    actions = actions_of(
        table(
            ("Line", "Ways there", "Are we on track?", "Commentary"),
            ("1", DEPOT, "2", SOLD),
            ("2", TREES, "4", BOUGHT),
        )
    )
    assert [(a.action_number, a.action) for a in actions] == [("1", DEPOT), ("2", TREES)]


def test_what_stands_under_last_quarter_beside_a_rating_is_the_rating_before() -> None:
    key = table((glyph("●", GREEN), "On track"), (glyph("●", RED), "Off track"))
    rows = [
        ("Open a hub", "Ann Archer", glyph("●", GREEN), glyph("●", RED)),
        ("Plant a wood", "Bo Bull", glyph("●", RED), glyph("●", GREEN)),
    ]
    review = review_of(key, table(("Action", "Lead", "RAG", "Last quarter"), *rows, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert ["previous_status" in dict(a.extra) for a in review.actions] == [True, True]


def test_a_rating_before_makes_no_measures_of_actions_with_a_measure_of_success() -> None:
    """All of them were indicators named after what tells that they succeeded."""
    green, amber = shape("square", GREEN), shape("square", AMBER)
    review = review_of(
        table((green, "On track", amber, "Late")),
        table(
            (
                "Item",
                "Planned activity",
                "Lead",
                "By when",
                "Last quarter",
                "RAG",
                "Progress",
                "Success measure",
            ),
            ("1.1", DEPOT, "Ann Archer", "May 2025", amber, green, SOLD, "\u00a3711,000 saved"),
            ("1.2", TREES, "Bob Baker", "June 2025", green, amber, BOUGHT, "All trees planted"),
        ),
    )
    assert [(a.action, a.status) for a in review.actions] == [
        (DEPOT, "on_schedule"),
        (TREES, "behind_schedule"),
    ]
    assert review.indicators == ()


def test_below_a_group_that_is_headed_as_progress_the_rating_is_the_status() -> None:
    """The letter went to the progress, and the officer's comment was lost."""
    head: tuple[tuple[Square, ...], ...] = (
        ("Action", "Lead", "Progress at Q2", BESIDE),
        (ABOVE, ABOVE, "Overall status", "Officer comment"),
    )
    review = review_of(table(*head, ("Open a hub", "Ann Archer", "On track", "Leased in May"), top=300))
    assert [(a.status, a.progress) for a in review.actions] == [("on_schedule", "Leased in May")]


def test_a_percentage_below_a_group_that_is_headed_as_progress_is_how_much_is_done() -> None:
    head: tuple[tuple[Square, ...], ...] = (
        ("Action", "Lead", "Position at 31 March", BESIDE),
        (ABOVE, ABOVE, "Progress %", "RAG status"),
    )
    (action,) = actions_of(table(*head, ("Open a hub", "Ann Archer", "60%", "On track"), top=300))
    assert (action.progress, dict(action.extra)["complete"]) == ("", "60%")


@pytest.mark.parametrize("head", ["Outcome", "Progress", "Where are we now?", "Position"])
def test_labels_of_the_key_below_the_heading_of_an_outcome_are_the_status(head: str) -> None:
    """They were activities, or the progress beside another."""
    key = table(
        ("Mostly met", "Behind schedule"), ("Fully met", "Completed"), ("Carried forward", "Not begun")
    )
    rows = [("1", DEPOT, SOLD, "Mostly met"), ("2", TREES, BOUGHT, "Fully met")]
    review = review_of(key, table(("Ref", "Action", "Update", head), *rows, top=300))
    assert [(a.status, a.progress) for a in review.actions] == [
        ("behind_schedule", SOLD),
        ("completed", BOUGHT),
    ]
    assert not review.activities
    assert loud(review) == []


def test_an_outcome_in_few_words_that_are_no_labels_is_an_activity() -> None:
    key = table(("Mostly met", "Behind schedule"), ("Fully met", "Completed"))
    rows = [("Clean air", "1", DEPOT, "Fully met"), ("Safe roads", "2", TREES, "Mostly met")]
    review = review_of(key, table(("Outcome", "Ref", "Action", "Status"), *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "behind_schedule"]
    assert len(review.activities) == 2


@pytest.mark.parametrize("heading", ["Performance", "Against target", "Result", "Achievement", ""])
@pytest.mark.parametrize(
    "rate", [lambda colour: shape("circle", colour), lambda colour: glyph("●", colour, "disc"), filled]
)
def test_the_only_lights_beside_figures_are_their_status_whatever_their_heading(
    heading: str, rate: Callable[[str], Square]
) -> None:
    indicators = indicators_of(
        table(
            ("Measure", "Target", "Actual", heading),
            ("Calls answered in a minute", "80%", "84%", rate(GREEN)),
            ("Bins emptied on time", "95%", "71%", rate(RED)),
        )
    )
    assert [(i.latest, i.status) for i in indicators] == [("84%", "on_schedule"), ("71%", "off_track")]


@pytest.mark.parametrize(("ground", "status"), [(GREEN, "on_schedule"), ("#eeeeee", None)])
def test_backgrounds_of_the_key_in_one_colour_beside_figures_are_their_status(
    ground: str, status: str | None
) -> None:
    """All measures were well: none had a status, without a finding."""
    key = table(
        (filled(GREEN), "On or above target"),
        (filled(AMBER), "Within ten per cent of target"),
        (filled(RED), "More than ten per cent from target"),
    )
    rows = [("Homes let", "20", "25", filled(ground)), ("Roads mended", "9", "12", filled(ground))]
    indicators = indicators_of(key, table(("Measure", "Target", "Actual", "Against target"), *rows, top=300))
    assert [i.status for i in indicators] == [status] * 2


@pytest.mark.parametrize("heading", ["2025/26", "National", "Annual target"])
def test_a_blank_column_of_figures_that_is_tinted_as_the_key_is_no_status(heading: str) -> None:
    """All measures were on schedule by the ground of next year's blank column."""
    key = table((filled(GREEN), "On target"), (filled(AMBER), "Close to target"), (filled(RED), "Off target"))
    rows = [("Homes let", "20", "25", filled(GREEN)), ("Roads mended", "9", "12", filled(GREEN))]
    indicators = indicators_of(key, table(("Measure", "Target", "Actual", heading), *rows, top=300))
    assert [i.status for i in indicators] == [None, None]


def test_the_key_s_words_beside_figures_are_their_status_though_most_rows_stand_on_the_next_page() -> None:
    """`Performance` was a second figure that nobody asked for, and no measure had a status, without a finding."""
    key = table(
        ("Met", "Target met or exceeded"), ("Just missed", "Within tolerance"), ("Missed", "Outside it")
    )
    first = [("Homes let", "High", "20", "21", "25", "Met"), ("Roads mended", "High", "9", "8", "9", "Met")]
    rest = [
        ("Bins emptied", "High", "7", "7", "6", "Just missed"),
        ("Complaints", "Low", "2", "5", "9", "Missed"),
    ]
    head = ("Measure", "Good is", "Target", "Previous value", "Current value", "Performance")
    indicators = indicators_of(key, table(head, *first, top=300), table(*rest, page=2))
    assert [i.status for i in indicators] == ["on_schedule", "on_schedule", "behind_schedule", "off_track"]


def test_of_two_columns_of_lights_that_against_the_target_is_the_status() -> None:
    indicators = indicators_of(
        table(
            ("Measure", "Target", "Actual", "Against last year", "Against target"),
            ("Calls answered in a minute", "80%", "84%", shape("circle", RED), shape("circle", GREEN)),
            ("Bins emptied on time", "95%", "71%", shape("circle", GREEN), shape("circle", AMBER)),
        )
    )
    assert [i.status for i in indicators] == ["on_schedule", "behind_schedule"]


def test_one_label_of_the_key_in_all_rows_is_their_status_and_no_figure() -> None:
    """`Met` was the latest figure of each measure."""
    key = table(("Met", "Target met or exceeded"), ("Missed", "Outside tolerance"), top=20)
    rows = [(f"Homes let {k}", "High", "20", "25", "Met") for k in range(2)]
    head = ("Measure", "Good is", "Last period", "Outturn", "Performance")
    indicators = indicators_of(key, table(head, *rows, top=200))
    assert [(i.latest, i.status) for i in indicators] == [("25", "on_schedule")] * 2


GREY_SIGNS = (shape("circle", "#404040"), shape("triangle", "#404040"))


def test_grey_shapes_of_the_key_beside_figures_are_their_status() -> None:
    """Seventeen measures had none, without a finding: the shapes are of one colour."""
    key = table(
        [GREY_SIGNS[0], "On or above target"], [GREY_SIGNS[1], "Within ten per cent of target"], top=20
    )
    rows = [(f"Homes let {k}", "20", "21", "25", GREY_SIGNS[k % 2]) for k in range(4)]
    head = ("Measure", "Previous value", "Value", "Target", "Target met?")
    indicators = indicators_of(key, table(head, *rows, top=200))
    assert [i.status for i in indicators] == ["on_schedule", "behind_schedule"] * 2


@pytest.mark.parametrize(("heading", "status"), [("Target met?", "on_schedule"), ("Audited", None)])
def test_lights_all_alike_are_a_status_where_their_heading_names_the_target(
    heading: str, status: str | None
) -> None:
    rows = [(f"Homes let {k}", "20", "21", with_text("Green", shape("circle", GREEN))) for k in range(3)]
    indicators = indicators_of(table(("Measure", "Value", "Target", heading), *rows))
    assert [i.status for i in indicators] == [status] * 3


def test_arrows_beside_figures_are_no_status() -> None:
    indicators = indicators_of(
        table(
            ("Measure", "Target", "Actual", "Since last quarter"),
            ("Calls answered in a minute", "80%", "84%", shape("arrow_up", GREEN)),
            ("Bins emptied on time", "95%", "71%", shape("arrow_down", RED)),
        )
    )
    assert [i.status for i in indicators] == [None, None]


def test_changes_with_a_triangle_beside_figures_are_no_status() -> None:
    """Each row said that its triangle was not in the legend."""
    down, up = glyph("▼", "#000000", "triangle-down"), glyph("▲", "#000000", "triangle")
    changes = [with_text("▼ 6.1%", down), with_text("▲ 3.4 pts", up), with_text("▼ 13.1%", down)]
    rows = [(f"Crime {k}", "14,230", "14,006", change) for k, change in enumerate(changes)]
    review = review_of(table(("Measure", "Previous", "Latest", "Change on year"), *rows))
    assert [i.status for i in review.indicators] == [None, None, None]
    assert "status_unknown" not in loud(review)


def test_letters_that_sort_figures_are_no_status() -> None:
    indicators = indicators_of(
        table(
            ("Measure", "Target", "Actual", "Class"),
            ("Calls answered in a minute", "80%", "84%", "A"),
            ("Bins emptied on time", "95%", "71%", "B"),
        )
    )
    assert [i.status for i in indicators] == [None, None]


def test_texts_headed_item_are_what_is_done_and_codes_so_headed_are_numbers() -> None:
    status, note = ("On track", "Complete"), (SOLD, BOUGHT)
    named = zip((DEPOT, TREES), ("Ann Archer", "Bob Baker"), status, note, strict=True)
    assert [a.action for a in actions_of(table(("Item", "Owner", "Status", "Update"), *named))] == [
        DEPOT,
        TREES,
    ]
    coded = zip(("A1", "A2"), (DEPOT, TREES), status, note, strict=True)
    actions = actions_of(table(("Item", "Action", "Status", "Update"), *coded))
    assert [(a.action_number, a.action) for a in actions] == [("A1", DEPOT), ("A2", TREES)]


@pytest.mark.parametrize("heading", ["Steps we will take", "Ways there"])
def test_what_says_when_something_has_succeeded_is_not_what_is_done(heading: str) -> None:
    """`Success measure` was the action of every row, without a finding, where nobody knew the heading before it."""
    review = review_of(
        KEY,
        table(
            (heading, "Status", "Progress", "Success measure"),
            (DEPOT, "L", SOLD, "All staff trained"),
            (TREES, "F", BOUGHT, "Fewer complaints than in the year before"),
        ),
    )
    assert [a.action for a in review.actions] == [DEPOT, TREES]
    assert ("measure", "All staff trained") in review.actions[0].extra
    assert loud(review) == (["heading_guessed"] if heading == "Ways there" else [])


@pytest.mark.parametrize("heads", [("Overall", "What the Board should know"), ("How it stands", "Report")])
def test_signs_of_the_key_rate_a_table_whose_headings_know_neither_status_nor_note(
    heads: tuple[str, str],
) -> None:
    """The table was refused, though every cell of the column was a sign that the key explains."""
    late, done = glyph("●", AMBER), glyph("●", GREEN)
    review = review_of(
        table((done, "Finished"), (late, "Late"), (glyph("●", RED), "Not started")),
        table(
            ("Project", "Owner", "Next", *heads),
            (DEPOT, "Ann Archer", "The sale", late, SOLD),
            (TREES, "Bob Baker", "The rest", done, BOUGHT),
            top=300,
        ),
    )
    assert [(a.status, a.progress) for a in review.actions] == [
        ("behind_schedule", SOLD),
        ("completed", BOUGHT),
    ]
    assert "heading_guessed" in loud(review)


def test_few_words_of_which_one_is_no_status_that_is_known_rate_rows() -> None:
    words = ("On time", "Complete", "Not due", "On time", "Running late", "Complete", "On time", "Complete")
    rows: list[tuple[Square, ...]] = [
        (str(k), f"{TREES} {k}", "Ann Archer", word, f"{SOLD} {k}") for k, word in enumerate(words)
    ]
    actions = actions_of(table(("No.", "Every child does well", "Lead", "How it stands", "Report"), *rows))
    assert [a.status for a in actions][:2] == ["on_schedule", "completed"]


def test_rows_with_lead_day_and_progress_are_things_done_whatever_they_are_headed() -> None:
    """A page of them was lost without a finding where the progress had a heading that is known."""
    rows = [(str(k), f"{DEPOT} {k}", f"Ann {name}", "Mar 2027", "Some way", f"{SOLD} {k}") for k, name in
            enumerate(("Archer", "Baker", "Cooper"), 1)]  # fmt: skip
    review = review_of(
        table(("No.", "Places to be proud of", "Lead", "By", "Where it is", "Progress"), *rows)
    )
    assert [(a.action, a.leads, a.progress) for a in review.actions] == [
        (row[1], (row[2],), row[5]) for row in rows
    ]
    assert "heading_guessed" in loud(review)


HAPPENED = ("Who", "What has happened")
SIGNED = table((shape("disc", GREEN), "On track"), (shape("disc", AMBER), "Behind schedule"), top=20)


@pytest.mark.parametrize("signs", [(shape("disc", GREEN), shape("disc", AMBER)), ("1.1", "1.2")])
def test_texts_beside_signs_or_numbers_without_a_heading_are_the_actions(signs: tuple[Square, ...]) -> None:
    rows = ((signs[0], DEPOT, "Collections Manager", SOLD), (signs[1], TREES, "Director", BOUGHT))
    review = review_of(SIGNED, table(("", "Wishes of the board", *HAPPENED), *rows, top=90))
    assert [(a.action, a.progress) for a in review.actions] == [(DEPOT, SOLD), (TREES, BOUGHT)]
    assert [a.leads for a in review.actions] == [("Collections Manager",), ("Director",)]
    assert "heading_guessed" in loud(review)


def test_signs_and_numbers_without_headings_tell_each_row_s_status_and_number() -> None:
    review = review_of(
        SIGNED,
        table(
            ("", "", "Wishes of the board", *HAPPENED),
            (shape("disc", GREEN), "1.1", DEPOT, "Collections Manager", SOLD),
            (shape("disc", AMBER), "1.2", TREES, "Director", BOUGHT),
            top=90,
        ),
    )
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]
    assert [a.action_number for a in review.actions] == ["1.1", "1.2"]
    assert loud(review) == ["heading_guessed"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("", "Key risks", *HAPPENED), ("1.1", DEPOT)),
        (("", "Where it is", "Wishes of the board", *HAPPENED), ("1.1", "In the north of the town", DEPOT)),
        (("Wishes of the board", *HAPPENED), (DEPOT,)),
    ],
)
def test_texts_beside_others_or_risks_or_without_numbers_are_no_actions(
    head: tuple[str, ...], row: tuple[str, ...]
) -> None:
    other = (*(text.replace("1.1", "1.2").replace("north", "south") for text in row[:-1]), TREES)
    with pytest.raises(Refusal):
        review_of(
            SIGNED, table(head, (*row, "Ann Archer", SOLD), (*other, "Director of Homes", BOUGHT), top=90)
        )


@pytest.mark.parametrize("heading", ["What we planned", "What was planned", "What we set out to do"])
def test_what_was_planned_is_the_action_without_a_doubt(heading: str) -> None:
    rows = ((DEPOT, "Ann Archer", "On track", SOLD), (TREES, "Bob Baker", "Delayed", BOUGHT))
    review = review_of(table((heading, "Who", "Status", "What has happened"), *rows))
    assert [(a.action, a.progress) for a in review.actions] == [(DEPOT, SOLD), (TREES, BOUGHT)]
    assert loud(review) == []
