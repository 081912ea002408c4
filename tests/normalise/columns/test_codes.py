"""Codes in front of all actions."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, table

TEXTS = ("Plant trees", "Mend benches", "Open a cafe")


def read(*openings: str) -> list[tuple[str | None, str]]:
    """Number and text of the actions, three of which open so."""
    rows = [(f"{opening} {text}", "On track", "Good.") for opening, text in zip(openings, TEXTS, strict=True)]
    return [(a.action_number, a.action) for a in actions_of(table(("Action", "Status", "Progress"), *rows))]


@pytest.mark.parametrize(
    "numbers",
    [
        ("CP001", "CP002", "CP007"),
        ("T01", "S01", "S02"),
        ("1", "2", "3"),
        ("1", "1", "2"),
        ("1a", "1b", "2a"),
        ("1/1", "2/1", "2/2"),
    ],
)
def test_codes_before_all_titles_stayed_in_the_actions_text(numbers: tuple[str, ...]) -> None:
    assert read(*numbers) == list(zip(numbers, TEXTS, strict=True))


@pytest.mark.parametrize(
    "figures",
    [
        ("20", "21", "22"),
        ("1", "3", "4"),
        ("T01", "T01", "T02"),
        ("T01", "2", "3"),
        ("1a", "1a", "1b"),
        ("1/2", "1/4", "3/4"),
        ("1", "2", "2a"),
    ],
)
def test_figures_that_count_nothing_stay_in_the_action_s_text(figures: tuple[str, ...]) -> None:
    assert read(*figures) == [(None, f"{figure} {text}") for figure, text in zip(figures, TEXTS, strict=True)]


def test_codes_of_projects_are_apart_beside_their_milestones_which_have_none() -> None:
    rows = [
        (text, "On track", "Good.")
        for code in ("CF1 Renew the depot", "CF2 Mend benches", "CF3 Open a cafe")
        for text in (code, "Contract awarded")
    ]
    read = actions_of(table(("Action", "Status", "Progress"), *rows))
    assert [a.action_number for a in read] == ["CF1", None, "CF2", None, "CF3", None]
    assert [a.action for a in read][::2] == ["Renew the depot", "Mend benches", "Open a cafe"]


def test_a_code_before_one_action_of_several_is_no_number() -> None:
    assert [number for number, _ in read("CP001", "CP002", "We")] == [None, None, None]


def test_codes_before_texts_beside_codes_in_a_column_of_their_own_are_numbers() -> None:
    """Of cards some have their code apart from the title, others in it."""
    apart = table(("Ref", "Action", "Status", "Progress"), ("LL3", "Restore six barns", "On track", "Good."))
    rows = [(f"LL{k} {text}", "On track", "Good.") for k, text in enumerate(TEXTS, 4)]
    inside = table(("Action", "Status", "Progress"), *rows, top=300)
    assert [a.action_number for a in actions_of(apart, inside)] == ["LL3", "LL4", "LL5", "LL6"]
    other = table(("Ref", "Action", "Status", "Progress"), ("3", "Restore six barns", "On track", "Good."))
    assert [a.action_number for a in actions_of(other, inside)] == ["3", None, None, None]


def test_names_of_roads_beside_codes_are_no_codes() -> None:
    apart = [(f"T{k}", f"Run bus {k}", "On track", "Good.") for k in range(1, 8)]
    roads = [
        (f"{road} improvements".replace("imp", "Imp"), "On track", "Good.") for road in ("A14", "M25", "A505")
    ]
    read = actions_of(
        table(("Ref", "Action", "Status", "Progress"), *apart),
        table(("Action", "Status", "Progress"), *roads, top=300),
    )
    assert [a.action_number for a in read][-3:] == [None, None, None]
