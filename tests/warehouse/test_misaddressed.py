"""A line of the corrections file that finds nothing says so, and says which review or field may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalise.review import Review
from warehouse import Warehouse
from warehouse.correction import Address, Correction
from warehouse.misaddressed import meant

from .truth import action, indicator, load, review

MID = review(
    "Mid-Year",
    "2016-09-30",
    action(1, "Train all taxi drivers to recognise exploitation"),
    indicator(1, "Children in care", "363", "421"),
)
END = review("Year-End", "2017-03-31", action(1, "Train all taxi drivers to recognise exploitation"))
PLAN = MID.review_id.rpartition("/")[0]


def line(name: str) -> Correction:
    return Correction("status", Address(name, kind="action", refs="1.1", number="1"), "status", now="paused")


def found(warehouse: Warehouse) -> list[tuple[str, str | None]]:
    return warehouse.con.execute(
        "select code, review_id from findings where code in ('correction_misaddressed', 'correction_orphaned')"
    ).fetchall()


@pytest.mark.parametrize(
    ("name", "is_meant"),
    [
        ("a-council/a-plan-for-the-young/2016-17-q3", "a-council/a-plan-for-the-young/2016-17-q3"),
        ("a-counci/a-plan-for-the-young/2016-17-q3", "a-council/a-plan-for-the-young/2016-17-q3"),
        ("A-Council/a-plan-for-the-young/2016-17-q4/", "a-council/a-plan-for-the-young/2016-17-q4"),
        ("2016-17-q3", "a-council/a-plan-for-the-young/2016-17-q3"),
        ("a-plan-for-the-young", None),  # both are
        ("a-council/a-plan-for-the-young/2017-18-q3", None),  # may be to come
        ("a-council/a-plan-for-the-old/2016-17-q3", None),
        ("", None),
    ],
)
def test_a_name_with_a_slip_of_the_pen_is_told_from_one_to_come(name: str, is_meant: str | None) -> None:
    known = [f"a-council/a-plan-for-the-young/2016-17-q{n}" for n in (3, 4)]
    assert meant(name, known) == is_meant


def test_a_misspelt_review_is_a_finding_at_the_one_that_may_be_meant(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    load(warehouse, MID, END)
    file = tmp_path / "c.csv"
    misspelt = MID.review_id.replace(PLAN[-3:], PLAN[-2:])
    (made,) = warehouse.correct(file, [line(misspelt)])
    assert warehouse.waiting() == [(made.id, misspelt)]
    assert found(warehouse) == [("correction_misaddressed", MID.review_id)]
    file.write_text(file.read_text().replace(misspelt, MID.review_id))
    warehouse.heed(file)
    assert (warehouse.waiting(), found(warehouse)) == ([], [])
    assert warehouse.con.execute("select status from actions order by as_at").fetchall()[0] == ("paused",)


@pytest.mark.parametrize("late", [MID, END])
def test_a_review_that_is_not_loaded_yet_is_waited_for_without_a_finding(
    warehouse: Warehouse, tmp_path: Path, late: Review
) -> None:
    load(warehouse, *(one for one in (MID, END) if one is not late))
    (made,) = warehouse.correct(tmp_path / "c.csv", [line(late.review_id)])
    assert (warehouse.waiting(), found(warehouse)) == ([(made.id, late.review_id)], [])
    load(warehouse, late)
    assert (warehouse.waiting(), found(warehouse)) == ([], [])


def test_a_misspelt_column_of_figures_did_not_let_a_document_be_loaded(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    where = Address(MID.review_id, kind="indicator", text="Children in care")
    warehouse.correct(tmp_path / "c.csv", [Correction("value", where, "latst", now="5")])
    load(warehouse, MID)
    assert found(warehouse) == [("correction_orphaned", MID.review_id)]
    assert warehouse.con.execute("select state from corrections").fetchall() == [("orphaned",)]
    assert warehouse.con.execute("select latest from indicators").fetchall() == [("363",)]
