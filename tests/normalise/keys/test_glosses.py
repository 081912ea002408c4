"""Keys in running text: names of statuses with what each means, one behind the other."""

from __future__ import annotations

import pytest

from normalise import Review
from normalise.keys.glosses import explains, glosses
from normalise.signs import line as key
from tests.normalise.building import heading, loud, paragraph, review_of, table

HEADER = ("Action", "Lead", "Status", "Update")
SHOWN = ("Complete", "On target", "At risk", "Not begun")
KEY = "Complete: finished. On target: will be finished by its date. At risk: the date may be missed. Not begun: idle."


def rated(*key: str) -> Review:
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(SHOWN)]
    lines = [paragraph(text, top=80 + 14 * k) for k, text in enumerate(key)]
    return review_of(heading("Projects", top=40, size=14), *lines, table(HEADER, *rows, top=300))


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        f"Key to statuses. {KEY}",
        f"Key: {KEY}",
        KEY.replace(".", ";"),
        KEY.replace(":", " ="),
        KEY.replace(":", " –"),
        KEY.replace(":", " means that"),
    ],
)
def test_a_sentence_of_statuses_with_what_each_means_is_the_key_and_in_nobody_s_extra(text: str) -> None:
    """`Complete: finished. On target: ...` was glued to every row as labelled values."""
    review = rated(text)
    assert [(e.label, e.status) for e in review.legend] == [
        ("Complete", "completed"),
        ("On target", "on_schedule"),
        ("At risk", "behind_schedule"),
        ("Not begun", "not_started"),
    ]
    assert [e.definition.rstrip(".") for e in review.legend][:2] == [
        "finished",
        "will be finished by its date",
    ]
    assert not any(a.extra for a in review.actions)
    assert loud(review) == []


def test_sentences_that_leave_unsaid_what_they_speak_of_explain_names_with_a_comma_too() -> None:
    """`Delayed: will be met, but after the date in the plan` said nothing, and the whole key was lost."""
    text = (
        "Achieved: the standard was met in full by 30 June. Ongoing, on target: will be met by 31 December. Delayed: "
        "will be met, but after the date in the plan. Deferred: put back to the plan for 2026 by the Council."
    )
    shown = ("Achieved", "Ongoing, on target", "Delayed", "Deferred")
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(shown)]
    review = review_of(paragraph(text, top=80), table(HEADER, *rows, top=300))
    assert [(e.label, e.status) for e in review.legend] == [
        ("Achieved", "completed"),
        ("Ongoing, on target", "on_schedule"),
        ("Delayed", "behind_schedule"),
        ("Deferred", "paused"),
    ]


def test_meanings_in_brackets_are_a_key_and_say_how_bad_it_is() -> None:
    """No key was read: `At risk`, the worst of the scale, was behind schedule as what is delayed."""
    text = (
        "Each aim has one of four statuses: Achieved (it has been met), On target (it will be met by the end of the "
        "year), Delayed (it will be met after the end of the year) and At risk (it is unlikely to be met)."
    )
    shown = ("Achieved", "On target", "Delayed", "At risk")
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(shown)]
    review = review_of(paragraph(text, top=80), table(HEADER, *rows, top=300))
    assert [(e.label, e.status) for e in review.legend] == [
        ("Achieved", "completed"),
        ("On target", "on_schedule"),
        ("Delayed", "behind_schedule"),
        ("At risk", "off_track"),
    ]
    assert [a.status for a in review.actions] == [e.status for e in review.legend]


def test_what_was_done_and_what_was_not_is_no_key() -> None:
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(SHOWN)]
    text = "Complete: the new library at Rinn. On target: the greenway. At risk: school zones."
    assert not review_of(paragraph(text, top=80), table(HEADER, *rows, top=300)).legend


def test_a_key_in_words_alone_says_nothing_of_colours() -> None:
    measures = table(
        ("Measure", "Target", "Q1", "RAG"),
        ("Homes let", "9", "8", "Amber"),
        ("Roads", "4", "4", "Green"),
        page=2,
    )
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(SHOWN)]
    review = review_of(paragraph(KEY, top=80), table(HEADER, *rows, top=300), measures)
    assert [i.status for i in review.indicators] == ["behind_schedule", "on_schedule"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On track: work goes on. Next: order the desks.", False),
        ("Lead: Ann Archer. Due: 31 March", False),
        ("Completed: the hall. Delayed: the road.", True),
        ("“On track” means that it will be done and “At risk” means that it may not.", True),
        ("Nothing of that kind", False),
    ],
)
def test_names_of_statuses_one_behind_the_other_are_explained(text: str, told: bool) -> None:
    assert explains(text) is told


def test_what_joins_two_meanings_is_part_of_neither() -> None:
    told = glosses("On track means it will be done, and Delayed means that it is late.", ())
    assert [(one.label, one.words) for one in told] == [
        ("On track", "it will be done"),
        ("Delayed", "it is late."),
    ]


def test_names_that_nothing_but_small_letters_part_from_what_they_mean_are_a_key() -> None:
    """They are set in colours of their own, which a reader sees and a line does not tell."""
    review = rated(
        "Status: Complete the work is done; On target it will be done in the year shown; At risk it may be done "
        "later; Cancelled it will not be done; Not begun it has not begun."
    )
    assert [(e.label, e.definition) for e in review.legend] == [
        ("Complete", "the work is done"),
        ("On target", "it will be done in the year shown"),
        ("At risk", "it may be done later"),
        ("Cancelled", "it will not be done"),
        ("Not begun", "it has not begun."),
    ]
    assert loud(review) == []


def test_running_text_that_opens_clauses_with_names_of_statuses_is_no_key() -> None:
    review = rated(
        "Complete the form; late entries are not read. At risk of delay are two; not begun is one."
    )
    assert review.legend == ()


@pytest.mark.parametrize(
    "text",
    [
        "An action is achieved when its result meets the target, watched when it is behind but can be recovered, and "
        "otherwise not achieved.",
        "Actions are shown as Achieved if they are finished, Watched if they are behind but recoverable and Not "
        "achieved otherwise. Ask the Council's officers about each.",
    ],
)
def test_conditions_inside_a_sentence_on_which_names_are_given_are_the_key(text: str) -> None:
    """`nearly achieved when the result is within five per cent of the target` said nothing of the rows' words."""
    words = ("Achieved", "Watched", "Not achieved")
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(words)]
    review = review_of(paragraph(text, top=80), table(HEADER, *rows, top=300))
    assert [e.label.lower() for e in review.legend] == ["achieved", "watched", "not achieved"]
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "off_track"]


def test_conditions_for_names_that_no_column_shows_are_no_key() -> None:
    text = "A grant is paid when work begins, held back when it stops and otherwise refused."
    assert glosses(text, frozenset({"on target", "late"})) == []


@pytest.mark.parametrize("above", [0, 2])
def test_a_key_in_a_row_of_its_own_above_the_header_of_its_table_is_read(above: int) -> None:
    """A sheet printed with its grid has the key inside it: a word of it that is no known status was `unknown`."""
    text = (
        "ON TRACK: will be done by the date. MONITOR: behind, but can be recovered. OFF TRACK: will miss it."
    )
    words = ("ON TRACK", "MONITOR", "OFF TRACK")
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(words)]
    titles = [
        (title, "", "", "") for title in ("Shire of Wandilla", "Quarter 1: 1 July to 30 September 2026")
    ]
    review = review_of(table(*titles[:above], (text, "", "", ""), HEADER, *rows, top=100))
    assert [(e.label, e.status) for e in review.legend] == [
        ("ON TRACK", "on_schedule"),
        ("MONITOR", "behind_schedule"),
        ("OFF TRACK", "off_track"),
    ]
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]


@pytest.mark.parametrize(
    ("label", "definition", "status"),
    [
        ("At risk", "it is unlikely to be met", "off_track"),
        ("At risk", "it is unlikely to be met on time", "behind_schedule"),
        ("At risk", "some targets will not be met", "behind_schedule"),
        ("Delayed", "it will not be met", "behind_schedule"),
    ],
)
def test_only_a_risk_is_as_bad_as_its_whole_meaning_says(label: str, definition: str, status: str) -> None:
    found = key.of_words(label, definition, None, None, None, 1)
    assert found.entry.status == status or (status == "behind_schedule" and found.entry.status == "unknown")


def test_a_risk_is_milder_than_what_is_lost_by_its_name() -> None:
    text = "Complete: it is done. At risk: it is unlikely to be met. Off track: it will not be met."
    rows = [
        (f"Open hub {k}", "Ann Archer", word, "Begun.")
        for k, word in enumerate(("Complete", "At risk", "Off track"))
    ]
    review = review_of(paragraph(text, top=80), table(HEADER, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "off_track"]


def test_names_of_statuses_with_their_meanings_in_brackets_are_a_key_though_rows_say_more_than_a_name() -> (
    None
):
    """The update column opens with the status and goes on: no cell shows a name alone, and the key was lost."""
    said = "Updates begin with a status: COMPLETE (nothing more to do), ON TRACK (done in time), DELAYED (done later)."
    rows = [
        ("Mend gates", "Ann Archer", "COMPLETE: all are mended."),
        ("Plant trees", "Bo Bull", "ON TRACK: half."),
    ]
    review = review_of(paragraph(said), table(("Action", "Lead", "Update"), *rows, top=300))
    assert [(e.label, e.status) for e in review.legend] == [
        ("COMPLETE", "completed"),
        ("ON TRACK", "on_schedule"),
        ("DELAYED", "behind_schedule"),
    ]


def test_names_of_one_status_or_of_none_with_brackets_are_no_key() -> None:
    rows = [("Mend gates", "Ann Archer", "COMPLETE: all are mended.")]
    for said in (
        "We shall be Complete (in May), Finished (in June) and Done (in July).",
        "Ask Ann (housing), Bo (parks) and Cy (roads).",
    ):
        assert review_of(paragraph(said), table(("Action", "Lead", "Update"), *rows, top=300)).legend == ()


@pytest.mark.parametrize(("fourth", "size"), [("Going to plan", 4), ("Roads", 3)])
def test_a_name_without_a_meaning_among_those_in_brackets_is_a_line_where_the_rows_show_it(
    fourth: str, size: int
) -> None:
    """`An action is Done` was no name, and none of the four statuses was in the legend."""
    text = (
        f"All is told. An action is Done (finished), {fourth}, Running late (it will be finished, but later than we "
        "hoped) or Stuck (we do not see how it can be finished)."
    )
    shown = ("Done", "Going to plan", "Running late", "Stuck")
    rows = [(f"Open hub {k}", "Ann Archer", word, "Work goes on.") for k, word in enumerate(shown)]
    review = review_of(paragraph(text, top=80), table(HEADER, *rows, top=300))
    assert len(review.legend) == size
    assert {e.label for e in review.legend} <= {*shown}
