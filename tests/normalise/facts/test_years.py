"""The day of a review where nothing prints it, or what prints it is unlikely."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from normalise import Given, understand
from normalise.profile import Profile, Profiles
from parsers.block import Heading, Paragraph
from tests.normalise.building import document, heading, paragraph, table

ROWS = table(("Action", "Progress", "RAG"), ("1. Buy land", "Bought.", "Completed"), top=300)


def codes(*lines: Heading | Paragraph, made: dt.date | None = None, cycle: str | None = None) -> list[str]:
    parsed = replace(document(*lines, ROWS), made=made)
    return [f.code for f in understand(parsed, Given(cycle=cycle)).findings if f.field == "as_at"]


def review_of_quarter(publisher: str) -> tuple[Heading, Heading]:
    title = heading("Corporate Plan 2022-2026: Quarter 2 2023/24 Progress Report", top=40, size=16)
    return heading(publisher, top=20, size=12), title


@pytest.mark.parametrize("publisher", ["Harrowby Borough Council", "Marlshire NHS Foundation Trust", "Kent"])
def test_a_british_quarter_is_counted_from_april_without_a_word(publisher: str) -> None:
    assert codes(*review_of_quarter(publisher)) == []


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        ("City of Larkmoor", "Roads and parks."),
        ("Marlowby High School", "Reading and writing."),
        ("Kowhai District Council", "Two iwi partners were asked."),
        ("Wattle Shire Council", "Roads and parks."),
        ("Harrowby City Council", "The grant is $1.2 million."),
    ],
)
def test_a_quarter_of_a_year_that_may_begin_elsewhere_is_told(publisher: str, said: str) -> None:
    assert codes(*review_of_quarter(publisher), paragraph(said, top=80)) == ["as_at_counted"]


def test_a_printed_day_or_span_needs_no_word_about_the_year() -> None:
    lines = review_of_quarter("City of Larkmoor")
    assert codes(*lines, heading("July to September 2023", top=80)) == []
    assert codes(*lines, paragraph("Position as at 30 September 2023.", top=80)) == []


def test_pounds_outweigh_a_word_that_others_use() -> None:
    text = paragraph("In FY 2023 the council spent £2 million.", top=80)
    assert codes(*review_of_quarter("Harrowby Borough Council"), text) == []


def test_a_profile_knows_when_the_year_begins() -> None:
    parsed = document(*review_of_quarter("City of Larkmoor"), ROWS)
    review = understand(parsed, profiles=Profiles(Profile(year_starts=7)))
    assert review.as_at == dt.date(2023, 12, 31)
    assert [f.code for f in review.findings if f.field == "as_at"] == []


def test_a_school_s_term_ends_in_a_month_that_all_know() -> None:
    lines = heading("Marlowby High School", top=20), heading("Improvement Plan 2025-26: spring term review")
    assert codes(*lines) == []


def test_a_day_after_the_file_was_made_is_unlikely() -> None:
    lines = review_of_quarter("Harrowby Borough Council")
    assert codes(*lines, made=dt.date(2023, 7, 4)) == ["as_at_unlikely"]
    assert codes(*lines, made=dt.date(2023, 9, 20)) == []  # made in the quarter's last month
    assert codes(*lines, made=dt.date(2000, 1, 1)) == []  # what a program writes that hides the day


@pytest.mark.parametrize(("year", "told"), [("2024", []), ("2031", ["as_at_unlikely"])])
def test_a_day_years_from_the_cycle_is_unlikely(year: str, told: list[str]) -> None:
    title = heading(f"Corporate Plan: Quarter 2 2023/24 review as at 30 September {year}", top=40)
    assert codes(heading("Harrowby Borough Council", top=20), title) == told


def test_a_cycle_that_is_given_is_counted_too() -> None:
    lines = heading("City of Larkmoor", top=20, size=12), heading("Strategic Plan Progress Report")
    assert codes(*lines, cycle="2023-24 Q2") == ["as_at_counted"]
