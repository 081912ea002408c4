from __future__ import annotations

from typing import Any

import pytest

from normalise.review import Action
from warehouse import Warehouse

from .truth import action, load, review

#: what stands on both sides, so that a plan is steady
OTHERS = (
    "Open a second library in the north",
    "Write down what each school needs",
    "Hire an engineer for bridges",
)


def bare(n: int, text: str, **changed: Any) -> Action:
    """An action without number and activity."""
    return action(n, text, **{"activity_id": None, "activity_refs": (), "action_number": None, **changed})


def threads(warehouse: Warehouse, former: Action, latter: Action) -> tuple[bool, list[str]]:
    """Whether two actions of consecutive reviews are linked, and which doubts are put to a person."""
    rest = [bare(n, text) for n, text in enumerate(OTHERS, 10)]
    load(
        warehouse,
        review("Q1", "2016-06-30", former, *rest, activities=()),
        review("Q2", "2016-09-30", latter, *rest, activities=()),
    )
    found = warehouse.con.execute("select distinct thread_id from actions where position < 10").fetchall()
    asked = warehouse.con.execute("select code from findings where subject_kind = 'action'").fetchall()
    return len(found) == 1, [code for (code,) in asked]


@pytest.mark.parametrize(
    ("former", "latter", "status"),
    [
        ("Train 30 drivers in first aid", "Train 30 drivers in fire safety", "not_started"),
        ("Rent 20 flats by the harbour", "Rent 12 sheltered flats by the harbour", "not_started"),
        ("Rent 20 flats by the harbour", "Rent 12 sheltered flats by the harbour", "on_schedule"),
        ("Rent 20 flats by the harbour", "Rent 12 flats by the harbour", "not_started"),
        (
            "Map the flood banks of the northern wards",
            "Map the flood banks of the southern wards",
            "completed",
        ),
        ("Renew the lease of the depot in Ashby", "Renew the lease of the depot in Corley", "not_started"),
        ("Test all KS2 pupils for hearing", "Test all KS4 pupils for hearing", "on_schedule"),
    ],
)
def test_twins_are_left_to_a_person(warehouse: Warehouse, former: str, latter: str, status: str) -> None:
    assert threads(warehouse, bare(1, former), bare(1, latter, status=status)) == (False, ["uncertain_link"])


@pytest.mark.parametrize(
    ("former", "latter"),
    [
        ("Rent 20 flats by the harbour", "Rent 25 flats by the harbour"),
        ("Adopt a plan for the harbour flats", "Agree a plan for the harbour flats"),
        ("Agree a smoke-free parks policy", "Adopt a policy that keeps parks free of smoke"),
        ("Open a single door for early help referrals", "Open one door for early help referrals"),
        ("Secure a developer for the bus depot site", "Secure a development partner for the bus depot site"),
        ("Train champions in the Ashby and Corley wards", "Train champions in the Ashby ward"),
    ],
)
def test_other_words_for_one_thing_are_no_twins(warehouse: Warehouse, former: str, latter: str) -> None:
    assert threads(warehouse, bare(1, former), bare(1, latter)) == (True, [])


@pytest.mark.parametrize(("status", "linked"), [("completed", True), ("not_started", False)])
def test_a_number_holds_another_wording_until_it_is_not_started(
    warehouse: Warehouse, status: str, linked: bool
) -> None:
    former = bare(1, "Train all drivers of the district in first aid", action_number="1.4")
    latter = bare(1, "Train all drivers of the district in resuscitation", action_number="1.4", status=status)
    assert threads(warehouse, former, latter)[0] is linked
