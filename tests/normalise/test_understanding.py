"""Whole documents made by hand: what is a review, what is not, and where the ink went."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from normalise import understand
from parsers import Refusal
from parsers.block import Block, Table
from tests.normalise.building import (
    ACTIONS,
    GREEN,
    INDICATORS,
    document,
    glyph,
    heading,
    loud,
    paragraph,
    review_of,
    table,
)

ROW = ("1. Buy land", "Ann Archer", "Bought.", "Completed")
FOREIGN: dict[str, Table] = {
    "budget": table(
        ("Service", "Revised Budget", "Forecast", "Variance"), ("Housing", "£2.4m", "£2.6m", "£0.2m"),
    ),
    "budget with a status": table(
        ("Capital Project", "Budget", "Spend", "Variance", "RAG", "Comment"),
        ("New library", "£2.4m", "£2.6m", "£0.2m", "A", "Late"),
    ),
    "risk register": table(
        ("Risk", "Likelihood", "Impact", "Mitigation", "Owner", "RAG"), ("Flood", "3", "4", "Pumps", "Ann", "A")
    ),
    "risk register with actions": table(
        ("Ref", "Risk", "Inherent score", "Controls", "Action", "Lead", "Residual score", "Status"),
        ("1", "Flood", "12", "Pumps", "Buy pumps", "Ann", "6", "Open"),
    ),
    "contents": table(("Section", "Page"), ("Introduction", "2"), ("Actions", "4")),
    "attendance": table(("Councillor", "Present", "Apologies"), ("Ann Archer", "Yes", "")),
}  # fmt: skip


#: tables that cannot be taken for the rest of the actions: one as wide as they are has its columns carried
OTHER_WIDTHS = {name: foreign for name, foreign in FOREIGN.items() if foreign.cols != len(ACTIONS)}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_document_without_a_review_is_refused(foreign: Table) -> None:
    with pytest.raises(Refusal) as refusal:
        review_of(heading("Report to Cabinet"), foreign)
    assert refusal.value.code == "no_review_found"
    assert "1 tables" in refusal.value.message


def test_a_document_without_any_table_is_refused() -> None:
    with pytest.raises(Refusal, match="0 tables"):
        review_of(heading("Report to Cabinet"), paragraph("The plan is going well."))


@pytest.mark.parametrize("foreign", OTHER_WIDTHS.values(), ids=OTHER_WIDTHS.keys())
def test_a_foreign_table_beside_a_review_gives_no_rows_and_is_accounted_for(foreign: Table) -> None:
    review = review_of(table(ACTIONS, ROW, top=20), replace(foreign, page=2))
    assert [a.action for a in review.actions] == ["Buy land"]
    assert review.indicators == ()
    assert (review.ledger[1].left_alone, review.ledger[1].unplaced) == (review.ledger[1].chars, 0)


def test_one_table_of_actions_is_enough() -> None:
    review = review_of(table(ACTIONS, ROW))
    assert len(review.actions) == 1 and loud(review) == []


def test_one_table_of_indicators_is_enough() -> None:
    review = review_of(table(INDICATORS, ("Homes built", "400", "312", "298", "High")))
    (indicator,) = review.indicators
    assert (indicator.name, indicator.target, indicator.latest, indicator.polarity) == (
        "Homes built", "400", "312", "high",
    )  # fmt: skip
    assert [(r.series, r.value) for r in indicator.readings] == [
        ("target", 400), ("latest", 312), ("previous", 298),
    ]  # fmt: skip


def test_priorities_come_from_headings_and_their_words_become_digits() -> None:
    blocks: list[Block] = [
        heading("Priority One - Homes for all", top=20), table(ACTIONS, ROW, top=60),
        heading("Priority Two - A clean place", top=300), table(ACTIONS, ROW, top=330),
    ]  # fmt: skip
    review = review_of(*blocks)
    assert [tuple(p) for p in review.priorities] == [("1", "Homes for all"), ("2", "A clean place")]
    assert [a.priority for a in review.actions] == ["1", "2"]


def test_a_column_without_a_field_of_its_own_is_kept() -> None:
    review = review_of(table((*ACTIONS, "Ward"), (*ROW, "Thornby")))
    assert review.actions[0].extra == (("Ward", "Thornby"),)


def test_dates_are_read_from_their_columns() -> None:
    made = table(
        ("Action", "Start Date", "Target date", "RAG"), ("1. Buy", "1 May 2024", "March 2025", "Completed")
    )
    action = review_of(made).actions[0]
    assert (str(action.start_date), str(action.due_date)) == ("2024-05-01", "2025-03-31")


@pytest.mark.parametrize(
    ("printed", "name", "annual", "notes", "ref"),
    [
        ("Homes built *", "Homes built", None, (), None),
        ("Homes built\n(Annual performance (2023-24) = 82.6%)", "Homes built",
         "Annual performance (2023-24) = 82.6%", (), None),
        ("Homes built\nNB counted once a year", "Homes built", None, ("NB counted once a year",), None),
        ("HS 12 Homes built", "HS 12 Homes built", None, (), "HS 12"),
    ],
)  # fmt: skip
def test_an_indicator_s_cell_is_taken_apart(
    printed: str, name: str, annual: str | None, notes: tuple[str, ...], ref: str | None
) -> None:
    (indicator,) = review_of(table(INDICATORS, (printed, "400", "312", "298", "High"))).indicators
    assert (indicator.name, indicator.annual_performance, indicator.notes) == (name, annual, notes)
    assert (indicator.indicator_ref or None, indicator.printed_name) == (ref, printed)


def test_a_star_that_a_footnote_calls_provisional_makes_the_value_provisional() -> None:
    made = table(INDICATORS, ("Homes built *", "400", "312", "", "High"), ("Homes let", "4", "3", "", "High"))
    review = review_of(made, paragraph("* Provisional 2016 data", top=400))
    assert [i.provisional for i in review.indicators] == [True, False]
    assert review.footnotes == ("* Provisional 2016 data",)


def test_a_row_of_values_without_a_name_is_a_finding() -> None:
    made = table(INDICATORS, ("Homes built", "400", "312", "", "High"), ("", "4", "3 in June.", "", "High"))
    assert "name_missing" in loud(review_of(made))


def test_every_character_and_mark_ends_in_one_place() -> None:
    key = table(
        [glyph("●", "#00b050", "disc"), "On track"], [glyph("●", "#ff0000", "disc"), "Off track"], top=60
    )
    blocks: list[Block] = [
        heading("Housing Plan", top=20), key,
        table(ACTIONS, (*ROW[:3], glyph("●", "#00b050", "disc")), top=120),
        paragraph("A word to end with.", top=400), paragraph("1", top=780),
    ]  # fmt: skip
    (page,) = review_of(*blocks).ledger
    ink = {name: getattr(page, name) for name in ("headings", "legend", "headers", "left_alone", "furniture")}
    assert ink == {"headings": 11, "legend": 17, "headers": 21, "left_alone": 15, "furniture": 1}
    assert page.fields == page.chars - sum(ink.values())
    assert (page.unplaced, page.marks, page.marks_placed) == (0, 3, 3)


def test_characters_that_no_block_holds_are_a_finding() -> None:
    parsed = document(table(ACTIONS, ROW))
    pages = (parsed.pages[0]._replace(chars=parsed.pages[0].chars + 40),)
    review = understand(replace(parsed, pages=pages))
    assert review.ledger[0].unplaced == 40
    assert loud(review) == ["ink_unplaced"]
    assert review.ink_coverage < 1


@pytest.mark.parametrize(
    ("facts", "code", "severity"),
    [
        ({"damage": "the stream of page 1 is broken"}, "page_damaged", "error"),
        ({"chars": 0, "pictured": 0.9}, "page_without_text", "error"),
        ({"cut": 2}, "text_cut_off", "warning"),
        ({"chars": 6, "hidden": 900, "pictured": 0.9}, "page_without_text", "error"),
        ({"chars": 300, "unreadable": 3}, "characters_unreadable", "warning"),
        ({"chars": 300, "unreadable": 200}, "unusable_text", "error"),
    ],
)
def test_a_page_that_cannot_be_trusted_is_a_finding(facts: dict[str, Any], code: str, severity: str) -> None:
    parsed = document(table(ACTIONS, ROW), heading("More", page=2))
    pages = (parsed.pages[0], parsed.pages[1]._replace(**facts))
    (finding,) = [f for f in understand(replace(parsed, pages=pages)).findings if f.code == code]
    assert (finding.severity, finding.page) == (severity, 2)


def test_a_document_without_any_text_in_its_blocks_is_no_review() -> None:
    with pytest.raises(Refusal, match="no_review_found"):
        understand(replace(document(heading("Minutes")), blocks=()))


def test_damage_to_no_one_page_is_said_too() -> None:
    parsed = replace(document(table(ACTIONS, ROW)), damage="object 12 fails its checksum")
    assert ("error", "file_damaged") in [(f.severity, f.code) for f in understand(parsed).findings]


def test_the_same_document_gives_the_same_text() -> None:
    parsed = document(heading("Housing Plan"), table(ACTIONS, ROW))
    assert understand(parsed).to_json() == understand(parsed).to_json()


def test_a_first_row_that_holds_words_of_headings_is_no_second_level_of_the_header() -> None:
    body = table(("Action", "Helmsman", "Progress", "RAG"), ["Mend roads", "Director", "Goes on", "On track"])
    assert [(a.action, a.status) for a in review_of(body).actions] == [("Mend roads", "on_schedule")]


def test_a_row_with_characters_that_have_no_meaning_is_named() -> None:
    rows = [
        [f"{n}. Do thing {n}", "Ann Archer", note, "On track"]
        for n, note in ((1, "Done in \ufffd\ufffd"), (2, "Begun"))
    ]
    review = understand(document(table(ACTIONS, *rows)))
    assert [f.subject_id for f in review.findings if f.code == "characters_unreadable"] == ["a001"]


def test_a_sign_that_its_font_does_not_name_is_no_lost_character_of_its_row() -> None:
    one, other = (glyph("\ufffd", GREEN, font=f"ABCDEF+Icons#{code}") for code in (1, 2))
    key = table((one, "Completed"), (other, "On track"), top=20)
    first, second = (
        (f"{n}. Do {n}", "Ann Archer", note, one) for n, note in ((1, "Done"), (2, "Done \ufffd"))
    )
    review = review_of(key, table(ACTIONS, first, second))
    assert [a.status for a in review.actions] == ["completed", "completed"]
    assert [f.subject_id for f in review.findings if f.code == "characters_unreadable"] == ["a002"]


def test_two_columns_of_figures_are_never_one_value() -> None:
    heads = ("Indicator", "Latest Month", "Month RAG", "Year to Date", "YTD RAG", "Target")
    review = review_of(table(heads, ("Calls answered", "89%", "Off track", "91%", "On track", "95%")))
    (indicator,) = review.indicators
    assert (indicator.latest, indicator.status, indicator.target) == ("89%", "off_track", "95%")
    assert dict(indicator.extra) == {"Year to Date": "91%", "YTD RAG": "On track"}


def test_of_columns_of_years_the_last_is_the_latest() -> None:
    (indicator,) = review_of(
        table(("Indicator", "2022-23", "2023-24", "Target"), ("Calls answered", "89%", "91%", "95%"))
    ).indicators
    assert (indicator.latest, indicator.previous, indicator.extra) == ("91%", "89%", ())


def test_of_two_narratives_the_first_is_the_progress() -> None:
    heads = ("Action", "Progress", "RAG", "Comments")
    (action,) = review_of(table(heads, ("1. Buy land", "Bought.", "Completed", "See minutes."))).actions
    assert (action.progress, dict(action.extra)) == ("Bought.", {"Comments": "See minutes."})


def test_a_row_that_counts_the_rows_above_it_is_no_indicator() -> None:
    rows = [
        ("Calls answered", "95%", "89%", "88%", "High"),
        ("Total: 2 Green, 0 Amber, 1 Red", "", "", "", ""),
    ]
    assert [i.name for i in review_of(table(INDICATORS, *rows)).indicators] == ["Calls answered"]
    recorded = [("Total recorded crime", "", "", "", "")]
    assert len(review_of(table(INDICATORS, rows[0], *recorded)).indicators) == 2
