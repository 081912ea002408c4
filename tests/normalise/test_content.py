"""Columns whose heading does not say what they hold are settled by what they hold."""

from __future__ import annotations

from .building import AMBER, GREEN, Square, actions_of, filled, shape, table

NOTE = "Two sites were bought in May and the planning application is being written."
KEY = table((shape("disc", GREEN), "On track"), (shape("disc", AMBER), "Behind schedule"), top=20)


def read(headings: tuple[str, ...], row: tuple[Square, ...]) -> tuple[str, str]:
    (action,) = actions_of(KEY, table(headings, row, row[:1] and ("Sell land", *row[1:]), top=90))[:1]
    return action.progress, action.status


def test_a_progress_column_of_signs_is_the_status() -> None:
    row = ("Buy land", NOTE, shape("disc", AMBER))
    assert read(("Action", "Latest position", "Progress"), row) == (NOTE, "behind_schedule")


def test_a_progress_column_of_fills_is_the_status() -> None:
    row = ("Buy land", NOTE, filled(GREEN))
    assert read(("Action", "How it is going", "Progress to date"), row) == (NOTE, "on_schedule")


def test_an_unknown_narrative_beside_a_status_is_the_progress() -> None:
    row = ("Buy land", NOTE, "On track")
    assert read(("Task", "How it is going", "RAG"), row) == (NOTE, "on_schedule")


def test_an_unknown_column_of_short_texts_is_kept_aside() -> None:
    (action, _) = actions_of(
        table(
            ("Task", "Ward", "Progress", "RAG"),
            ("Buy land", "North", NOTE, "On track"),
            ("Sell", "", NOTE, "On track"),
        )
    )
    assert (action.progress, dict(action.extra)) == (NOTE, {"Ward": "North"})
