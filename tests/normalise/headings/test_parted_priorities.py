"""Rows below priorities whose column or numbers say which part of which one they are."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import ABOVE, BESIDE, Square, heading, review_of, table

HEADER = ("Ambition", "Ref", "Action", "Progress", "Status")
NUMBERED = ("No.", "Action", "Progress", "Status")


def theme(text: str) -> tuple[Square, ...]:
    return (text, *[BESIDE] * (len(HEADER) - 1))


def of_ambitions(*texts: Square) -> Review:
    first, second, third = texts
    return review_of(
        table(
            HEADER,
            theme("Theme 1: Tackling inequality"),
            (first, "1.1", "Open two hubs", "Begun.", "On track"),
            (second, "1.2", "Hold six fairs", "Begun.", "On track"),
            theme("Theme 2: Safe communities"),
            (third, "2.1", "Train all staff", "Begun.", "On track"),
        )
    )


def test_names_in_a_column_of_priorities_below_numbered_ones_are_activities() -> None:
    """They were kept in nobody's field but `extra`."""
    review = of_ambitions("Strengthen the voluntary sector", ABOVE, "Keep people safe from abuse")
    assert [(a.priority, a.activity) for a in review.actions] == [
        ("1", "Strengthen the voluntary sector"),
        ("1", "Strengthen the voluntary sector"),
        ("2", "Keep people safe from abuse"),
    ]
    assert [activity.texts for activity in review.activities] == [
        ("Strengthen the voluntary sector",),
        ("Keep people safe from abuse",),
    ]
    assert not any(dict(a.extra) for a in review.actions)


def under_bands(*texts: Square) -> Review:
    first, second, third = texts
    return review_of(
        table(
            HEADER,
            theme("Tackling inequality"),
            (first, "1", "Open two hubs", "Begun.", "On track"),
            (second, "2", "Hold six fairs", "Begun.", "On track"),
            theme("Safe communities"),
            (third, "3", "Train all staff", "Begun.", "On track"),
        )
    )


def test_names_in_a_column_of_priorities_below_rows_without_a_number_are_activities() -> None:
    """The rows across the table were taken as the activities, in silence."""
    names = ("Strengthen the voluntary sector", "Open doors for all", "Keep people safe from abuse")
    review = under_bands(*names)
    assert tuple(a.activity for a in review.actions) == names
    assert [dict(a.extra) for a in review.actions] == [
        {"section": "Tackling inequality"},
        {"section": "Tackling inequality"},
        {"section": "Safe communities"},
    ]


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("A fair county", ABOVE, "A safe county"), "one for each row across the table"),
        (("A fair county", "A safe county", "A fair county"), "one below two of them"),
    ],
)
def test_rows_across_a_table_stay_activities_beside_priorities_that_they_do_not_part(
    names: tuple[Square, ...], why: str
) -> None:
    review = under_bands(*names)
    assert [a.activity for a in review.actions] == [
        "Tackling inequality",
        "Tackling inequality",
        "Safe communities",
    ], why


@pytest.mark.parametrize(
    "ranks", [("High", "Low", "High"), ("High priority", "Low priority", "High priority")]
)
def test_ranks_below_numbered_priorities_are_no_activities(ranks: tuple[str, ...]) -> None:
    review = of_ambitions(*ranks)
    assert [a.activity for a in review.actions] == ["", "", ""]
    assert [dict(a.extra)["priority"] for a in review.actions] == [*ranks]


def test_priorities_with_a_number_in_their_own_column_are_no_activities() -> None:
    """`P1` on a line of its own is their number."""
    texts: list[Square] = ["P1 Cut the longest waits", ABOVE, "P2 Improve urgent care"]
    told = [(f"({k})", f"Open {k} hubs", "Begun.", "On track") for k in (1, 2, 3)]
    review = review_of(table(HEADER, *((text, *own) for text, own in zip(texts, told, strict=True))))
    assert [(a.priority, a.activity) for a in review.actions] == [("P1", ""), ("P1", ""), ("P2", "")]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("A fair county", "", "A safe county"), ["A fair county", "A fair county", "A safe county"]),
        (("High", "", "Low"), ["High", None, "Low"]),
        (("A fair county", "", "A fair county"), ["A fair county", "A fair county", "A fair county"]),
    ],
    ids=["said once for several", "ranks", "said again"],
)
def test_a_priority_that_is_printed_once_for_several_rows_is_each_one_s(
    texts: tuple[str, ...], kept: list[str | None]
) -> None:
    """The rows below the first had none, without a finding."""
    told = [(f"{k}", f"Open {k} hubs", "Begun.", "On track") for k in (1, 2, 3)]
    review = review_of(
        table(("Priority", *HEADER[1:]), *((text, *own) for text, own in zip(texts, told, strict=True)))
    )
    assert [dict(a.extra).get("priority") for a in review.actions] == kept


def rows(number: int) -> list[tuple[str, ...]]:
    return [(f"{number}.{k}", f"Open {k} hubs in ward {number}", "Begun.", "On track") for k in (1, 2)]


def test_rows_whose_numbers_name_another_priority_than_the_last_above_stand_under_that() -> None:
    """The heading of the second closed a table of indicators, and its rows were the first one's, in silence."""
    figures = ("Indicator", "Target", "Latest", "RAG")
    review = review_of(
        heading("Aim 1: Modern council"),
        table(NUMBERED, *rows(1), top=100),
        table(
            figures, ("Homes built", "20", "25", "Green"), ("Aim 2: Thriving economy", *[BESIDE] * 3), top=300
        ),
        table(NUMBERED, *rows(2), page=2, top=40),
        heading("Aim 3: Greener place", page=2, top=200),
        table(NUMBERED, *rows(3), page=2, top=240),
    )
    assert [a.priority for a in review.actions] == ["1", "1", "2", "2", "3", "3"]


def test_numbers_that_are_not_those_of_priorities_move_no_row() -> None:
    review = review_of(
        heading("Aim 1: Modern council"),
        table(NUMBERED, *rows(1), *rows(2), top=100),
        heading("Aim 2: Thriving economy", top=400),
        table(NUMBERED, *rows(3), *rows(4), top=440),
    )
    assert [a.priority for a in review.actions] == ["1"] * 4 + ["2"] * 4


def test_a_name_is_not_carried_into_another_table_nor_where_names_gather_nothing() -> None:
    """The rows were another priority's, without a finding."""
    told = [(f"{k}", f"Open {k} hubs", "Begun.", "On track") for k in range(1, 6)]
    head = ("Priority", *HEADER[1:])
    first = table(head, ("A fair county", *told[0]), ("", *told[1]))
    second = table(head, ("", *told[2]), top=400)
    review = review_of(first, heading("Other work", top=380), second)
    assert [dict(a.extra).get("priority") for a in review.actions] == ["A fair county", "A fair county", None]
    names = ("A fair county", "A safe county", "", "A green county", "A clean county")
    review = review_of(table(head, *((name, *row) for name, row in zip(names, told, strict=True))))
    assert dict(review.actions[2].extra).get("priority") is None


def of_ends(head: str, *names: Square) -> Review:
    told = [(f"{k}", f"Open {k} hubs", "Begun.", "On track") for k in range(1, 4)]
    return review_of(
        table((head, *HEADER[1:]), *((name, *row) for name, row in zip(names, told, strict=True)))
    )


def test_names_without_a_number_below_an_end_are_activities() -> None:
    """They were in `extra` as priorities, without a finding."""
    names = ("Reduce emissions from our own estate", "Close the digital divide")
    review = of_ends("Ambition", names[0], ABOVE, names[1])
    assert [a.activity for a in review.actions] == [names[0], names[0], names[1]]
    assert not any(dict(a.extra) for a in review.actions)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Theme", ("Reduce emissions from our own estate", ABOVE, "Close the digital divide")),
        ("Ambition", ("High", "Low", "High")),
        ("Ambition", ("1 Reduce emissions here", ABOVE, "2 Close the digital divide")),
    ],
    ids=["a theme", "ranks", "numbered"],
)
def test_priorities_stay_such_where_no_end_heads_them_or_numbers_tell_them(
    head: str, names: tuple[Square, ...]
) -> None:
    assert [a.activity for a in of_ends(head, *names).actions] == ["", "", ""]
