from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language.references import (
    coded,
    leading_reference,
    listed,
    numbered,
    parent,
    series,
    split_references,
    unbracketed,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.1 Build homes", [("1.1", "Build homes")]),
        ("1.2: Build homes", [("1.2", "Build homes")]),
        ("A1.2 Build homes", [("A1.2", "Build homes")]),
        ("4.2.1 Agree fees", [("4.2.1", "Agree fees")]),
        ("1.3.1 Prevent falls 1.3.2 Offer classes", [("1.3.1", "Prevent falls"), ("1.3.2", "Offer classes")]),
        ("1.9 Prevent falls\n1.10 Offer classes", [("1.9", "Prevent falls"), ("1.10", "Offer classes")]),
        ("1.1 Build homes, see 3.4 Housing", [("1.1", "Build homes, see 3.4 Housing")]),
        ("1.1 Build homes with 1.2 million pounds", [("1.1", "Build homes with 1.2 million pounds")]),
        ("Objective 1.1: Build homes", [("1.1", "Build homes")]),
        ("Objective 1.1 - Build homes", [("1.1", "Build homes")]),
        ("Activity 1 - Build homes", [("1", "Build homes")]),
        ("Strategic objective 2.3 Build homes", [("2.3", "Build homes")]),
        ("Objective: 2.3.1 Build homes", [("2.3.1", "Build homes")]),
        ("Objective: 5 homes", []),
        ("Phase 2: Build homes", []),
        ("Objective 1 of 3 is met", []),
        ("Build homes", []),
        ("12 Build homes", []),
        ("", []),
    ],
)
def test_references_part_a_cell(text: str, parts: list[tuple[str, str]]) -> None:
    assert split_references(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "2.5 million pounds",
        "3.4% of homes",
        "1.5 times as many",
        "3.79 weeks",
        "1.2 per cent",
        "2.5 homes a day",
    ],
)
def test_a_quantity_only_looks_like_a_reference(text: str) -> None:
    assert leading_reference(text) is None
    assert split_references(text) == []


levels = st.lists(st.integers(1, 30), min_size=2, max_size=4)
texts = st.sampled_from(["Build homes", "Keep people safe (with partners)", "Agree 12 plans by 2026"])


@given(levels, st.lists(texts, min_size=1, max_size=5), st.sampled_from(["", ".", ":"]))
def test_any_run_of_references_comes_apart_again(first: list[int], parts: list[str], end: str) -> None:
    refs = [".".join(map(str, [*first[:-1], first[-1] + k])) for k in range(len(parts))]
    printed = " ".join(f"{ref}{end} {text}" for ref, text in zip(refs, parts, strict=True))
    assert split_references(printed) == list(zip(refs, parts, strict=True))


@given(st.text(alphabet="1.2 3aAB:%", max_size=40))
def test_taking_apart_loses_no_letter(text: str) -> None:
    parts = split_references(text)
    if parts:
        kept = "".join("".join(part.ref + part.text for part in parts).split())
        printed = "".join(text.split())
        assert sorted(printed.replace(":", "").replace(".", "")) == sorted(
            kept.replace(":", "").replace(".", "")
        )


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Train drivers", "1", "Train drivers"),
        ("2) Train drivers", "2", "Train drivers"),
        ("(3) Train drivers", "3", "Train drivers"),
        ("1 a. Train drivers", "1 a", "Train drivers"),
        ("a) Train drivers", "a", "Train drivers"),
        ("iv. Train drivers", "iv", "Train drivers"),
        ("1.Integrate services", "1", "Integrate services"),
        ("1.2.3 Train drivers", "1.2.3", "Train drivers"),
        ("A1.2 Train drivers", "A1.2", "Train drivers"),
        ("Train drivers", None, "Train drivers"),
        ("12 drivers will be trained", None, "12 drivers will be trained"),
        ("95% of drivers are trained", None, "95% of drivers are trained"),
        ("", None, ""),
    ],
)
def test_a_number_before_an_action_is_no_part_of_its_text(text: str, number: str | None, rest: str) -> None:
    assert numbered(text) == (number, rest)


@pytest.mark.parametrize(
    "text", ["1.5 million visits to parks", "2.5% fewer complaints", "1.5m visits to parks"]
)
def test_an_action_that_begins_with_a_figure_has_no_number(text: str) -> None:
    assert numbered(text) == (None, text)


def test_letters_with_a_number_that_open_every_activity_are_its_reference() -> None:
    letters = series(["SO1 Grow the economy", "SO2: Protect the land"])
    assert coded("SO2: Protect the land", letters) == [("SO2", "Protect the land")]


def test_a_road_s_name_that_opens_one_activity_is_no_reference() -> None:
    assert series(["A46 Widen the junction", "Plant trees"]) is None
    assert series(["A46 Widen the junction", "Y7 pupils read"]) is None


def test_codes_that_go_through_the_alphabet_open_activities() -> None:
    texts = ["A1 Build homes", "A2 Mend roads", "A2 Mend roads", "B1 Plant trees", "C1 Open parks"]
    assert [coded(text, series(texts)) for text in texts[2:4]] == [
        [("A2", "Mend roads")],
        [("B1", "Plant trees")],
    ]
    assert series(["A1 Build homes", "B2 Mend roads"]) is None
    assert series(["A1 Build homes", "C1 Mend roads"]) is None
    assert series(["B1 Build homes", "C1 Mend roads"]) is None


def test_a_word_with_a_bare_number_is_a_reference_where_it_counts_all_activities() -> None:
    """`Activity 1 Build homes` was all text."""
    texts = ["Activity 1 Build homes", "Activity 2 Mend roads"]
    assert coded(texts[1], series(texts)) == [("2", "Mend roads")]
    assert series(["Activity 1 Build homes", "Objective 2 Mend roads"]) is None
    assert series(["Phase 1 Build homes", "Phase 2 Mend roads"]) is None
    assert series(["Activity 1 Build homes", "Mend roads"]) is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Action 1.1 Adopt a plan", "1.1", "Adopt a plan"),
        ("Action Item 1.1. Adopt a plan", "1.1", "Adopt a plan"),
        ("Initiative 2.10 – Adopt a plan", "2.10", "Adopt a plan"),
        ("Milestone no. 3.1a: Adopt a plan", "3.1a", "Adopt a plan"),
        ("Action 12 months of street cleaning", None, "Action 12 months of street cleaning"),
        ("Project 2.5 million trees", None, "Project 2.5 million trees"),
        ("Review Action 1.1 of the plan", None, "Review Action 1.1 of the plan"),
        ("Action 1.1", None, "Action 1.1"),
        ("Action item 3: Adopt a plan", "3", "Adopt a plan"),
        ("Initiative 2.4.1 – Adopt a plan", "2.4.1", "Adopt a plan"),
        ("Action on 12 homes", None, "Action on 12 homes"),
    ],
)
def test_the_word_that_says_what_a_number_counts_goes_with_the_number(
    text: str, number: str | None, rest: str
) -> None:
    assert numbered(text) == (number, rest)


def test_an_activity_s_number_is_its_reference_behind_the_word_for_it_too() -> None:
    assert split_references("Objective 1.1 Homes for all") == [("1.1", "Homes for all")]


@pytest.mark.parametrize(
    ("texts", "letters"),
    [
        (["1 Build homes", "2 Plant trees"], ""),
        (["1. Build homes", "2. Plant trees", "2. Plant trees"], ""),
        (["3 Build homes", "7 Plant trees"], None),
        (["1 Build homes"], None),
        (["1 new school", "2 new parks"], None),
        (["1 Build homes", "Plant trees"], None),
    ],
)
def test_numbers_alone_are_references_where_they_count_all_activities(
    texts: list[str], letters: str | None
) -> None:
    assert series(texts) == letters


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1.1.A Hire officers", "1.1.A", "Hire officers"),
        ("1.1.B. Build homes", "1.1.B", "Build homes"),
        ("1.1.A new hall is built", None, "1.1.A new hall is built"),
        ("Strategy 1.1. Adopt a plan", "1.1", "Adopt a plan"),
    ],
)
def test_a_letter_behind_a_dotted_number_is_its_last_part(text: str, number: str | None, rest: str) -> None:
    assert numbered(text) == (number, rest)


def test_an_activity_s_letter_is_part_of_its_reference() -> None:
    assert split_references("1.1.A Homes for all") == [("1.1.A", "Homes for all")]
    assert split_references("1.1.Integrate services") == [("1.1", "Integrate services")]


@pytest.mark.parametrize(
    "cell", ["1.3.1 1.3.2", "1.3.1 / 1.3.2", "1.3.1, 1.3.2", "1.3.1 and 1.3.2.", "1.3.1 & 1.3.2"]
)
def test_a_cell_for_references_may_hold_several(cell: str) -> None:
    """`1.3.1 1.3.2` was one reference, which no other review has."""
    assert listed(cell) == ("1.3.1", "1.3.2")


@pytest.mark.parametrize(
    "cell", ["1.3.1", "A 1", "PI 01", "1 2", "1.1 of 2024", "SO1 Homes", "12/13", "1.3.1 1.3.1", ""]
)
def test_what_is_not_plainly_several_references_is_one(cell: str) -> None:
    assert listed(cell) == (cell,)


@pytest.mark.parametrize(
    ("text", "numbers", "parts"),
    [
        ("H1  Homes for all", ["H1.1", "H1.2"], [("H1", "Homes for all")]),
        ("R2 Roads", ["R2.1"], [("R2", "Roads")]),
        ("3 Homes for all", ["3.1", "3.2"], [("3", "Homes for all")]),
        ("SO1 - Homes for all", ["SO1-1", "SO1-2"], [("SO1", "Homes for all")]),
        ("H1 Homes for all", ["H1.1", "H2.1"], []),
        ("H1 Homes for all", ["H11", "H12"], []),
        ("A1 road works", ["1", "2"], []),
        ("3 homes for all", ["3.1", "3.2"], []),
        ("H1 Homes for all", [], []),
    ],
)
def test_a_code_that_the_numbers_below_it_go_on_from_is_the_reference(
    text: str, numbers: list[str], parts: list[tuple[str, str]]
) -> None:
    """`H1` stayed in the text where the letters of a plan's activities do not go through the alphabet."""
    assert parent(text, numbers) == parts


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("a)", "a"),
        ("(a)", "a"),
        ("(iv)", "iv"),
        ("3)", "3"),
        ("4(a)", "4(a)"),
        ("1.1(a)", "1.1(a)"),
        ("A1", "A1"),
    ],
)
def test_a_number_of_its_own_loses_its_brackets(printed: str, number: str) -> None:
    assert unbracketed(printed) == number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1.1.1 - Adopt a plan", "1.1.1", "Adopt a plan"),
        ("CP1.2 – Adopt a plan", "CP1.2", "Adopt a plan"),
        ("1.1.1 – 1.1.4 Adopt plans", "1.1.1", "– 1.1.4 Adopt plans"),
    ],
)
def test_a_dash_between_a_number_and_its_text_is_of_neither(text: str, number: str, rest: str) -> None:
    assert numbered(text) == (number, rest)
