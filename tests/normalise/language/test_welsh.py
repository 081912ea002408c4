"""Headings in Welsh and English."""

from __future__ import annotations

import pytest

from normalise.language.vocabulary import role_of
from normalise.language.welsh import english, english_half, is_welsh
from tests.normalise.building import heading, review_of, table


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Da yw / Good is", "good_is"),
        ("Da yw Good is", "good_is"),
        ("Good is Da yw", "good_is"),
        ("Pwy sy'n gyfrifol Who is responsible", "lead"),
        ("Cyfeiriad Teithio Direction of Travel", "direction"),
        ("Eglurhad Comments", "progress"),
        ("Bwrdd Good is", None),
        ("Strange Good is", None),
    ],
)
def test_of_a_heading_in_two_languages_the_english_half_says_what_it_is(
    heading: str, role: str | None
) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    "word", ["targed", "dangosyddion", "gwasanaethau", "address", "audio", "board", "target", "added"]
)
def test_no_english_word_is_welsh(word: str) -> None:
    assert is_welsh(word) is (word in ("targed", "dangosyddion"))


def test_a_heading_all_in_welsh_has_no_english_half() -> None:
    assert list(english_half(["cynnydd", "hyd", "yma"])) == []


def test_good_is_below_a_heading_of_two_lines_in_two_languages_is_read() -> None:
    """`Da yw` above `Good is` was of no role, and no indicator had a polarity."""
    headings = (
        "Cyf / Ref",
        "Dangosydd / Indicator",
        "Da yw\nGood is",
        "Targed / Target",
        "Ch1 2025/26 / Q1 2025/26",
    )
    rows = [
        ("D1", "Presenoldeb / Attendance", "Uchel / High", "90%", "88%"),
        ("D2", "Oedi / Delays", "Isel / Low", "5", "7"),
    ]
    review = review_of(table(headings, *rows))
    assert [(i.good_is, i.polarity) for i in review.indicators] == [
        ("Uchel / High", "high"),
        ("Isel / Low", "low"),
    ]


@pytest.mark.parametrize(
    ("printed", "half"),
    [
        ("Alldro 2024/25 / Outturn 2024/25", "Outturn 2024/25"),
        ("Alldro 2024/25 Outturn 2024/25", "Outturn 2024/25"),
        ("Outturn 2024/25 Alldro 2024/25", "Outturn 2024/25"),
        ("Hanner blwyddyn Half year 2025/26", "Half year 2025/26"),
        ("Targed hanner blwyddyn / Half-year target", "Half-year target"),
        ("Cynnydd hyd yma", "Cynnydd hyd yma"),
        ("Outturn 2024/25", "Outturn 2024/25"),
        ("Toradh 2024/25 / Outturn 2024/25", "Toradh 2024/25 / Outturn 2024/25"),
        ("31 Mawrth 2025", "31 Mawrth 2025"),
        ("Chwarter 2 2024/25", "Chwarter 2 2024/25"),
        ("Non-compliant 2024/25 actual", "Non-compliant 2024/25 actual"),
    ],
)
def test_the_english_half_of_a_heading_keeps_its_own_year(printed: str, half: str) -> None:
    assert english(printed) == half


@pytest.mark.parametrize("between", [" / ", "\n", " "])
def test_figures_below_headings_in_two_languages_are_read(between: str) -> None:
    """Six indicators were lost beside a word that their table was of something else."""
    heads = [
        ("Mesur", "Measure"),
        ("Alldro 2024/25", "Outturn 2024/25"),
        ("Hanner blwyddyn", "Half year 2025/26"),
        ("Targed hanner blwyddyn", "Half-year target"),
        ("Targed blynyddol", "Annual target"),
    ]
    title = heading("Corporate plan, Quarter 2 2025/26")
    rows = [("Gwastraff / Waste recycled", "66.9%", "67.8%", "70.0%", "72.0%")]
    (found,) = review_of(title, table([between.join(pair) for pair in heads], *rows)).indicators
    assert (found.latest, found.previous, found.target) == ("67.8%", "66.9%", "72.0%")


def test_months_in_welsh_alone_are_no_half_of_a_heading() -> None:
    """The year was its English half: the target was none and the newest figure an earlier one, without a finding."""
    heads = ("Mesur", "Targed 2024/25", "31 Mawrth 2025", "31 Rhagfyr 2024")
    (found,) = review_of(table(heads, ("Homes built", "100", "80", "91"))).indicators
    assert (found.target, found.latest, found.previous) == ("100", "80", "91")
