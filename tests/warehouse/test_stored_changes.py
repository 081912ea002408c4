"""The view `changes` is stored: it must say at any time what its pairs say when they are worked out anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from normalise.review import Review
from warehouse import Warehouse, changes
from warehouse.address import subjects
from warehouse.correction import Correction
from warehouse.facts import prefix

from .truth import action, activity, indicator, load, review

TEXTS = (
    "Train all taxi drivers to recognise exploitation",
    "Open a family hub in each of the four districts",
)


def stage(cycle: str, as_at: str, *statuses: str, **changed: Any) -> Review:
    """A review of two actions and an indicator, whose figure is the number of actions that are completed."""
    actions = (
        action(n, text, status=status, progress=f"{n}. {status}")
        for n, (text, status) in enumerate(zip(TEXTS, statuses, strict=True), 1)
    )
    done = str(statuses.count("completed"))
    return review(
        cycle,
        as_at,
        activity(1, "1.1", "Keep children safe"),
        *actions,
        indicator(1, "Done", done),
        **changed,
    )


FIRST = stage("Q1", "2016-06-30", "on_schedule", "behind_schedule")
SECOND = stage("Q2", "2016-09-30", "completed", "off_track")
THIRD = stage("Q3", "2016-12-31", "completed", "completed")


def stored(warehouse: Warehouse) -> list[Any]:
    return warehouse.con.execute("select * from changes").fetchall()


def worked_out(warehouse: Warehouse, *reviews: Review) -> list[Any]:
    """What the consecutive pairs of one plan give, worked out anew."""
    pairs = pairwise(one.review_id for one in reviews)
    return [tuple(change) for pair in pairs for change in changes(warehouse.con, *pair)]


def steps(warehouse: Warehouse) -> list[Any]:
    return warehouse.con.execute(
        "select before, after from changes where change = 'status_changed'"
    ).fetchall()


def status(one: Review, now: str) -> Correction:
    address = next(s.address for s in subjects(one, prefix(one.document.sha256)) if s.id == "a002")
    return Correction("status", address, "status", one.actions[1].status, now, made_by="Ann", why="Minutes")


def test_a_review_that_comes_late_takes_its_place_between_two(warehouse: Warehouse) -> None:
    load(warehouse, FIRST, THIRD)
    assert stored(warehouse) == worked_out(warehouse, FIRST, THIRD) != []
    load(warehouse, SECOND)
    assert stored(warehouse) == worked_out(warehouse, FIRST, SECOND, THIRD) != []


def test_a_correction_and_its_undo_renew_what_moved(warehouse: Warehouse, tmp_path: Path) -> None:
    file = tmp_path / "reviews.corrections.csv"
    load(warehouse, FIRST, SECOND)
    before = stored(warehouse)
    assert steps(warehouse) == [("on_schedule", "completed"), ("behind_schedule", "off_track")]
    (made,) = warehouse.correct(file, [status(SECOND, "behind_schedule")])
    assert steps(warehouse) == [("on_schedule", "completed")]
    assert stored(warehouse) == worked_out(warehouse, FIRST, SECOND)
    warehouse.correct(file, [Correction("undo", now=made.id)])
    assert stored(warehouse) == before


def test_a_re_issue_renews_what_moved(warehouse: Warehouse) -> None:
    load(warehouse, FIRST, SECOND)
    again = stage("Q2", "2016-09-30", "completed", "behind_schedule")
    load(warehouse, replace(again, document=replace(again.document, sha256="f" * 64)))
    assert steps(warehouse) == [("on_schedule", "completed")]
    assert stored(warehouse) == worked_out(warehouse, FIRST, SECOND)


def test_a_review_that_leaves_its_plan_leaves_no_change_behind(warehouse: Warehouse) -> None:
    load(warehouse, FIRST, SECOND)
    load(warehouse, replace(SECOND, plan="Another plan"))
    assert stored(warehouse) == []


def test_only_the_plan_that_was_touched_is_worked_out_again(warehouse: Warehouse) -> None:
    others = [replace(one, plan="Another plan") for one in (FIRST, SECOND)]
    others = [
        replace(one, document=replace(one.document, sha256=sha * 64))
        for one, sha in zip(others, "ef", strict=True)
    ]
    load(warehouse, FIRST, SECOND, *others)
    warehouse.con.execute("update core.changes set after = 'kept' where contains(plan_key, 'another-plan')")
    load(warehouse, THIRD)
    marked = warehouse.con.execute(
        "select distinct contains(to_review, 'another-plan') from changes where after = 'kept'"
    )
    assert marked.fetchall() == [(True,)]
