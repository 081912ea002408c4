"""Lines: a plan's successor goes on in its threads, by name or because a person said so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.review import Review
from warehouse import Warehouse
from warehouse.correction import Address, Correction
from warehouse.line import LineDecision, Span, lines, named_line

from .truth import action, load, review

TEXTS = (
    "Train all taxi drivers to recognise exploitation",
    "Open a family hub in each of the four districts",
    "Write a strategy for recruitment of foster carers",
    "Renew the play areas in Foundry ward with residents",
)
ACTIONS = tuple(action(n, text) for n, text in enumerate(TEXTS, 1))


def of_plan(plan: str, cycle: str, as_at: str, *facts: object) -> Review:
    return review(cycle, as_at, *(facts or ACTIONS), plan=plan)  # type: ignore[arg-type]


FORMER = of_plan("Children's Plan 2016-18", "2017-18 Q4", "2018-03-31")
SUCCESSOR = of_plan("Children's Plan 2018-21", "2018-19 Q1", "2018-06-30")
RENAMED = of_plan("Growing Up Well", "2018-19 Q2", "2018-09-30")


def threads(warehouse: Warehouse) -> int:
    return len(
        warehouse.con.execute("select distinct thread_id from threads where kind = 'action'").fetchall()
    )


def proposed(warehouse: Warehouse) -> list[tuple[str, str]]:
    return warehouse.con.execute(
        "select review_id, message from findings where code = 'uncertain_successor'"
    ).fetchall()


def joined(kind: str, latter: Review, former: Review) -> Correction:
    ends = [Address(r.review_id, r.document.sha256[:12], "review") for r in (latter, former)]
    return Correction(kind, ends[0], other=ends[1], made_by="Ann", why="Minutes")


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        ("borset/childrens-plan-2016-18", "borset/childrens-plan"),
        ("borset/2016-2018-childrens-plan", "borset/childrens-plan"),
        ("borset/plan-2016-17-to-2018-19", "borset/plan"),
        ("borset/vision-2030", "borset/vision"),
        ("borset/2016-18", "borset/2016-18"),
        ("borset/unnamed-20164567", "borset/unnamed-20164567"),
        ("borset/plan-for-1500-homes", "borset/plan-for-1500-homes"),
    ],
)
def test_a_plan_is_known_by_its_name_without_years(plan: str, line: str) -> None:
    assert named_line(plan) == line


def test_threads_go_on_into_a_successor_of_the_same_name(warehouse: Warehouse) -> None:
    load(warehouse, SUCCESSOR, FORMER)
    assert threads(warehouse) == len(TEXTS)
    assert warehouse.con.execute("select distinct plan_line from actions").fetchall() == [
        ("borsetshire/children-s-plan",)
    ]
    assert warehouse.con.execute("select distinct from_review, to_review from changes").fetchall() == []
    load(warehouse, of_plan("Children's Plan 2018-21", "2018-19 Q3", "2018-12-31", *ACTIONS[1:]))
    assert warehouse.con.execute("select change, subject from changes").fetchall() == [("removed", TEXTS[0])]


def test_two_plans_of_one_name_that_run_at_the_same_time_are_two(warehouse: Warehouse) -> None:
    other = [of_plan("Children's Plan 2017-20", f"Q{n}", f"2018-0{n}-15") for n in (2, 5)]
    load(warehouse, FORMER, *other)
    assert threads(warehouse) == 2 * len(TEXTS)


def test_a_renamed_plan_is_put_to_a_person_whose_word_joins_and_parts(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    file = tmp_path / "c.csv"
    load(warehouse, RENAMED, FORMER)
    assert threads(warehouse) == 2 * len(TEXTS)
    ((review_id, message),) = proposed(warehouse)
    assert review_id == RENAMED.review_id
    assert "5 of 5 texts stand in both" in message
    assert f"correct link {RENAMED.review_id} review {FORMER.review_id} review" in message
    (link,) = warehouse.correct(file, [joined("link", RENAMED, FORMER)])
    assert (threads(warehouse), proposed(warehouse)) == (len(TEXTS), [])
    load(warehouse, RENAMED, version="2")
    assert threads(warehouse) == len(TEXTS)
    warehouse.correct(file, [Correction("undo", now=link.id)])
    assert (threads(warehouse), len(proposed(warehouse))) == (2 * len(TEXTS), 1)
    warehouse.correct(file, [joined("unlink", RENAMED, FORMER)])
    assert (threads(warehouse), proposed(warehouse)) == (2 * len(TEXTS), [])


def test_a_successor_by_name_can_be_parted(warehouse: Warehouse, tmp_path: Path) -> None:
    load(warehouse, FORMER, SUCCESSOR)
    (made,) = warehouse.correct(tmp_path / "c.csv", [joined("unlink", SUCCESSOR, FORMER)])
    assert threads(warehouse) == 2 * len(TEXTS)
    assert warehouse.con.execute("select state from corrections").fetchall() == [("applied",)]
    warehouse.correct(tmp_path / "c.csv", [Correction("undo", now=made.id)])
    assert threads(warehouse) == len(TEXTS)


def test_a_gap_of_a_cycle_keeps_threads_and_one_of_years_is_put_to_a_person(warehouse: Warehouse) -> None:
    gone = of_plan("Children's Plan 2016-18", "2018-19 Q1", "2018-06-30", *ACTIONS[1:])
    back = of_plan("Children's Plan 2016-18", "2018-19 Q2", "2018-09-30")
    load(warehouse, FORMER, gone, back)
    assert threads(warehouse) == len(TEXTS)
    late = of_plan("Children's Plan 2016-18", "2021-22 Q2", "2021-09-30")
    load(warehouse, replace(back, cycle="2022-23 Q4", as_at=dt.date(2023, 3, 31)), late)
    assert threads(warehouse) == len(TEXTS) + 1
    asked = warehouse.con.execute("select message from findings where code = 'uncertain_link'").fetchall()
    assert len(asked) == 1 and "an earlier review" in asked[0][0]


DAYS = st.one_of(st.none(), st.dates(dt.date(2015, 1, 1), dt.date(2025, 1, 1)))
PLANS = [f"p/{name}{years}" for name in ("a", "b") for years in ("", "-2016-18", "-2018-21", "-2021-24")]
SPANS = st.dictionaries(st.sampled_from(PLANS), st.tuples(DAYS, DAYS)).map(
    lambda found: [
        Span(plan, *((min(days), max(days)) if None not in days else (None, None)))  # type: ignore[type-var]
        for plan, days in found.items()
    ]
)
SAID = st.lists(
    st.tuples(st.sampled_from(["link", "unlink"]), st.sampled_from(PLANS), st.sampled_from(PLANS)).map(
        lambda said: LineDecision(*said)
    ),
    max_size=4,
)


@given(SPANS, SAID)
def test_every_plan_has_a_line_whatever_order_they_came_in_and_a_person_is_heeded(
    spans: list[Span], said: list[LineDecision]
) -> None:
    found = lines(spans, said)
    assert found.keys() == {span.plan for span in spans}
    assert lines(spans[::-1], said) == found
    last = {frozenset((d.latter, d.former)): d for d in said}
    for decision in last.values():
        ends = {decision.latter, decision.former}
        if decision.kind == "link" and ends <= found.keys():
            assert len({found[plan] for plan in ends}) == 1
    if not any(decision.kind == "link" for decision in last.values()):
        for decision in last.values():
            ends = {decision.latter, decision.former} & found.keys()
            assert len(ends) < 2 or len({found[plan] for plan in ends}) == 2
