"""Texts that do not fit their column as the others do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.normalise.building import ABOVE, ACTIONS, INDICATORS, review_of, table

NAMES = ("Ann Archer", "Bea Bell", "Head of Housing, Health and Care", "J. Smith", "St. Mary's Trust")
OTHERS = [
    (f"{n}. Do the thing {n}", name, "Work goes on.", "On track") for n, name in enumerate(NAMES * 4, 1)
]


def misplaced(*rows: Sequence[str], headings: Sequence[str] = ACTIONS) -> list[tuple[str | None, str | None]]:
    review = review_of(table(headings, *rows))
    return [(f.subject_id, f.field) for f in review.findings if f.code == "text_misplaced"]


def test_texts_that_fit_raise_nothing() -> None:
    assert misplaced(*OTHERS) == []


@pytest.mark.parametrize("label", ["Lead", "Status", "Lead Officer", "Due Date"])
def test_a_label_inside_an_action_s_text_is_another_field_s(label: str) -> None:
    assert misplaced((f"21. Buy land {label}: Cara Cole", "Dan Dale", "Done.", "On track"), *OTHERS) == [
        ("a001", "action")
    ]


@pytest.mark.parametrize(
    "text", ["Buy land: north and south", "Work with partners: Health: Trust", "Buy land lead: no"]
)
def test_a_colon_is_no_label(text: str) -> None:
    assert misplaced((text, "Dan Dale", "Done.", "On track"), *OTHERS) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Cara Cole The route was agreed. 2. It opened in May",
        "Cara Cole " + "works on the new bridge with all the others " * 2,
    ],
)
def test_a_lead_with_a_sentence_in_it_took_words_of_another_column(lead: str) -> None:
    assert misplaced(("21. Buy land", lead, "Done.", "On track"), *OTHERS) == [("a001", "lead")]


def test_a_document_whose_leads_are_told_in_sentences_raises_nothing() -> None:
    rows = [
        (f"{n}. Do the thing {n}", "The board leads this. All help.", "Done.", "On track") for n in (1, 2)
    ]
    assert misplaced(*rows) == []


def test_a_row_that_repeats_the_long_text_above_it_is_in_doubt() -> None:
    text = "Buy the land between the station and the river for the new homes"
    assert misplaced(
        (text, "Ann Archer", "Done.", "On track"), (text, "Bea Bell", "Not done.", "On track")
    ) == [("a002", "action")]


def test_a_cell_merged_over_two_rows_is_printed_once() -> None:
    text = "Buy the land between the station and the river for the new homes"
    shown = table(
        ACTIONS, (text, "Ann Archer", "Done.", "On track"), (ABOVE, "Bea Bell", "Not done.", "On track")
    )
    assert [f.code for f in review_of(shown).findings if f.code == "text_misplaced"] == []


@pytest.mark.parametrize(
    ("printed", "doubted"),
    [
        ("Mar", True),
        ("2027", True),
        ("by the end of the new bridge works", True),
        ("Ongoing", False),
        ("TBC", False),
    ],
)
def test_a_part_of_a_date_among_dates_was_cut(printed: str, doubted: bool) -> None:
    headings = ("Action", "Lead", "Due Date", "Progress", "RAG")
    dated = [
        (f"{n}. Do the thing {n}", "Ann Archer", f"{n} May 2027", "Work.", "On track") for n in range(1, 12)
    ]
    odd = ("12. Buy land", "Bea Bell", printed, "Work.", "On track")
    assert misplaced(*dated, odd, headings=headings) == ([("a012", "due_date")] if doubted else [])


@pytest.mark.parametrize(
    ("due", "told"), [("31/02/2026", True), ("Dec 202", True), ("31 March", False), ("Q2 2025/26", False)]
)
def test_a_day_that_does_not_exist_is_told_also_where_no_row_has_another(due: str, told: bool) -> None:
    headings = ("Action", "Due date", "Progress", "Status")
    found = misplaced(("1. Buy land", due, "Work goes on.", "On track"), headings=headings)
    assert found == ([("a001", "due_date")] if told else [])


def test_a_status_that_is_the_text_of_several_actions_is_none_of_theirs() -> None:
    rows = [
        (words, "Dan Dale", "Done.", "On track") for words in ("Complete", "Review", "Complete", "Review")
    ]
    assert misplaced(*rows, *OTHERS) == [("a001", "action"), ("a003", "action")]


@pytest.mark.parametrize(("text", "odd"), [("October half term", False), ("October 202", True)])
def test_a_time_of_the_school_year_among_dates_is_no_other_column_s(text: str, odd: bool) -> None:
    heads = ("Action", "Lead", "By when", "RAG")
    rows = [(f"{n}. Do the thing {n}", "Ann Archer", "31/03/2026", "On track") for n in range(1, 21)]
    last = ("21. Do the last thing", "Ann Archer", text, "On track")
    assert bool(misplaced(*rows, last, headings=heads)) is odd


@pytest.mark.parametrize(
    "lead", ["Cara Cole Feb-22 (Early Help)", "Jan-22", "Head of Parks June 2020", "Cy 30/06/2025"]
)
def test_a_lead_with_a_date_took_that_of_the_column_beside_it(lead: str) -> None:
    """Where no rule parts the two, the date was a part of the lead or a second one, and there was no due date."""
    assert ("a001", "lead") in misplaced(("21. Buy land", lead, "Done.", "On track"), *OTHERS)


@pytest.mark.parametrize("lead", ["Cara Cole (until May 2025)", "Head of Parks 2030", "Group 4"])
def test_when_somebody_leads_is_no_date_of_another_column(lead: str) -> None:
    assert misplaced(("21. Buy land", lead, "Done.", "On track"), *OTHERS) == []


@pytest.mark.parametrize(
    ("ref", "told"),
    [("1 Work begins in October", True), ("Recommendation 3.1", False), ("CP3.1(b)/CP3.2(a)/CP4.1", False)],
)
def test_a_sentence_is_no_number(ref: str, told: bool) -> None:
    """Symptom: a text below a row stood in its number, and nothing said so."""
    rows = [(f"{n}", f"Build home {n}", "Ann Archer", "Work goes on.", "On track") for n in range(2, 5)]
    first = (ref, "Build home 1", "Ann Archer", "Work goes on.", "On track")
    found = misplaced(first, *rows, headings=("Ref", *ACTIONS))
    assert (("a001", "action_number") in found) is told


@pytest.mark.parametrize(("ref", "told"), [("3 Counted in June of each year", True), ("KPI 3", False)])
def test_a_sentence_is_no_number_of_an_indicator(ref: str, told: bool) -> None:
    rows = [
        ("KPI 1", "Homes built", "40", "41", "39", "High"),
        ("KPI 2", "Homes let", "40", "41", "39", "High"),
    ]
    found = misplaced(*rows, (ref, "Homes sold", "40", "41", "39", "High"), headings=("Ref", *INDICATORS))
    assert (("i003", "indicator_ref") in found) is told
