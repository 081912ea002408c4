from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from normalise.review import Action, Priority
from warehouse import Change, Warehouse, changes
from warehouse.sections import Section, follow_sections, renamed

from .truth import action, activity, indicator, load, review

HOMES = ("Build homes for families", "Insulate the oldest homes", "Inspect rented homes")
ROADS = ("Mend the pavements of the centre", "Light the paths by the river", "Widen the northern cycle lane")
JOBS = ("Open a training centre for builders", "Hold a fair for school leavers")


def below(section: str, *texts: str) -> list[Action]:
    """Actions of a section without activities, numbered "2.1", "2.2" and so on in section "2"."""
    bare: dict[str, Any] = {"activity_id": None, "activity_refs": (), "activity": "", "priority": section}
    return [
        action(10 * int(section) + n, text, action_number=f"{section}.{n}", **bare)
        for n, text in enumerate(texts, 1)
    ]


def titled(*titles: str) -> tuple[Priority, ...]:
    return tuple(Priority(str(n), title) for n, title in enumerate(titles, 1))


def section(number: str, title: str, *texts: str, place: int = 0) -> Section:
    return Section(number, title, frozenset(texts), place)


BEFORE = review(
    "Q1",
    "2016-06-30",
    *below("1", *HOMES),
    *below("2", *ROADS),
    indicator(1, "Paths that are lit", "40%", priority="2"),
    priorities=titled("Homes", "Roads"),
    activities=(),
)
AFTER = review(
    "Q2",
    "2016-09-30",
    *below("1", *HOMES),
    *below("2", *JOBS),
    *below("3", *ROADS),
    indicator(1, "Paths that are lit", "40%", priority="3"),
    priorities=titled("Homes", "Jobs", "Roads"),
    activities=(),
)


def between(warehouse: Warehouse, *reviews: Any) -> list[Change]:
    load(warehouse, *reviews)
    return changes(warehouse.con, reviews[0].review_id, reviews[-1].review_id)


def test_a_section_that_is_put_in_renumbers_those_behind_it_and_moves_nothing(warehouse: Warehouse) -> None:
    found = between(warehouse, BEFORE, AFTER)
    assert [(c.kind, c.change, c.refs, c.before) for c in found] == [
        ("action", "added", "2.1", None),
        ("action", "added", "2.2", None),
        ("action", "renumbered", "3.1", "2.1"),
        ("action", "renumbered", "3.2", "2.2"),
        ("action", "renumbered", "3.3", "2.3"),
    ]


def test_a_section_that_is_taken_out_again_is_the_one_it_was(warehouse: Warehouse) -> None:
    again = replace(BEFORE, cycle="Q3", document=replace(BEFORE.document, sha256="c" * 64))
    assert between(warehouse, BEFORE, AFTER, again) == []


def test_an_action_that_goes_to_another_section_by_title_has_moved(warehouse: Warehouse) -> None:
    latter = review(
        "Q2",
        "2016-09-30",
        *below("1", *HOMES),
        *below("2", *JOBS, ROADS[0]),
        *below("3", *ROADS[1:]),
        priorities=titled("Homes", "Jobs", "Roads"),
        activities=(),
    )
    found = between(warehouse, replace(BEFORE, indicators=()), latter)
    assert [(c.subject, c.before, c.after) for c in found if c.change == "moved"] == [(ROADS[0], "2", "2")]


def test_activities_below_a_section_with_another_number_are_renumbered(warehouse: Warehouse) -> None:
    def one(cycle: str, day: str, at: str, *titles: str) -> Any:
        keep = activity(1, f"{at}.1", "Keep roads safe", priority=at)
        mend = action(1, ROADS[0], priority=at, activity_refs=(f"{at}.1",), action_number=f"{at}.1.1")
        return review(cycle, day, keep, mend, priorities=titled(*titles))

    found = between(
        warehouse, one("Q1", "2016-06-30", "1", "Roads"), one("Q2", "2016-09-30", "2", "Homes", "Roads")
    )
    assert [(c.kind, c.change, c.before, c.after) for c in found] == [
        ("activity", "renumbered", "1.1", "2.1"),
    ]


@pytest.mark.parametrize(
    ("latter", "names"),
    [
        ([section("1", "ROADS"), section("2", "Homes")], {"1": "2", "2": "1"}),
        ([section("1", "Better homes"), section("2", "Roads")], {"1": "1", "2": "2"}),
        ([section("1", "Travel", *ROADS), section("2", "Places", *HOMES)], {"1": "2", "2": "1"}),
        ([section("1", "Travel"), section("2", "Jobs")], {"1": "1", "2": "2"}),
        ([section("1", "Jobs"), section("2", "Homes")], {"1": "1@1", "2": "1"}),
        ([section("1", ""), section("3", "")], {"1": "1", "3": "3"}),
        ([section("4", "Jobs", ROADS[0])], {"4": "4"}),
    ],
)
def test_sections_are_known_by_title_then_texts_then_number(
    latter: list[Section], names: dict[str, str]
) -> None:
    former = [section("1", "Homes", *HOMES), section("2", "Roads", *ROADS)]
    assert follow_sections([former, [s._replace(place=1) for s in latter]])[1] == names


def test_only_a_reference_that_begins_with_its_section_is_renamed() -> None:
    cases = [("2.4", "2", "3"), ("2", "2", "3"), ("22.4", "2", "3"), ("2.4", "2", "2"), ("2.4", None, None)]
    assert [renamed(*case) for case in cases] == ["3.4", "3", "22.4", "2.4", "2.4"]
