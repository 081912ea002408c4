"""Headings in the middle of their column, beside the texts that are set to its left."""

from __future__ import annotations

from tests.normalise.building import actions_of, filled, table

LATE = "The advert closes in May."


def test_a_number_sign_beside_the_numbers_heads_them() -> None:
    first, second = actions_of(
        table(
            ("", "#", "Key milestones", "Rating", "Update on progress"),
            ("1.1", "", "Open a library", "On track", LATE),
            ("1.2", "", "Plant trees", "Complete", LATE),
        )
    )
    assert [(a.action_number, a.extra) for a in (first, second)] == [("1.1", ()), ("1.2", ())]


def test_a_heading_right_of_what_it_heads_on_shaded_rows() -> None:
    grey = filled("#eeeeee")
    first, second = actions_of(
        table(
            ("Action", "", "Lead", "Status", "Progress"),
            ("Open a library", "Ann Archer", "", "On track", LATE),
            ("Plant trees", "Bob Brown", grey, "Complete", LATE),
        )
    )
    assert [a.leads for a in (first, second)] == [("Ann Archer",), ("Bob Brown",)]


def test_a_column_that_is_left_blank_keeps_its_heading_beside_one_that_has_its_own() -> None:
    (only,) = actions_of(
        table(
            ("Action", "Partners", "Lead", "Status", "Progress"),
            ("Open a library", "NHS", "", "On track", LATE),
        )
    )
    assert only.leads == ()


def test_a_status_of_grounds_alone_is_under_its_heading() -> None:
    first, second = actions_of(
        table(
            ("Action", "Progress", "RAG", ""),
            ("Open a library", LATE, filled("#00b050"), "1"),
            ("Plant trees", LATE, filled("#ff0000"), "2"),
        )
    )
    assert [a.status for a in (first, second)] == ["on_schedule", "off_track"]
