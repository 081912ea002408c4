"""The public Python API."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest

import planreview
from normalise.serialise import to_json
from parsers import Refusal
from warehouse.connection import WarehouseError


def test_a_path_and_its_bytes_give_the_same_review(sample: Path) -> None:
    assert planreview.extract(sample) == planreview.extract(sample.read_bytes())


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        planreview.extract(b"")
    assert refusal.value.code == "empty_file"


def test_a_review_as_json_is_the_same_twice_and_whole(sample: Path) -> None:
    review = planreview.extract(sample)
    assert to_json(review) == to_json(planreview.extract(sample))
    assert len(json.loads(to_json(review))["actions"]) == len(review.actions)


def test_a_database_gives_frames(db: Path) -> None:
    reviews = planreview.open(db)
    assert len(reviews.actions()) == reviews.reviews()["actions"].sum()
    assert len(reviews.indicators()) == reviews.reviews()["indicators"].sum()
    former, latter = reviews.reviews()["review_id"].tail(2)
    assert not reviews.diff(former, latter).empty
    ref = reviews.actions()["activity_refs"].iloc[0][0]
    assert reviews.history(ref)["review_id"].nunique() > 1
    assert reviews.sql("select 1") == [(1,)]


def test_a_database_opens_in_a_with_and_is_free_inside_and_after(db: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.duckdb"
    shutil.copy(db, own)
    with planreview.open(own) as reviews:
        found = len(reviews.reviews())
        with duckdb.connect(str(own)) as writer:
            writer.execute("delete from core.documents")
        assert found and reviews.reviews().empty
    with duckdb.connect(str(own)) as writer:
        assert writer.execute("select count(*) from reviews").fetchall() == [(0,)]
    with pytest.raises(KeyError), planreview.open(own):
        raise KeyError


def test_a_database_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="does not exist"):
        planreview.open(tmp_path / "nowhere.duckdb")


def test_columns_of_frames_are_typed(db: Path) -> None:
    reviews = planreview.open(db)
    actions = reviews.actions()
    assert actions["status"].cat.ordered and list(actions["status"].cat.categories[:2]) == [
        "completed",
        "on_schedule",
    ]
    late = actions[actions["status"].between("behind_schedule", "off_track")]
    assert set(late["status"].astype(str)) == {"behind_schedule", "off_track"}
    assert actions["as_at"].dtype == actions["due_date"].dtype == "datetime64[s]"
    assert (str(actions["position"].dtype), str(actions["confidence"].dtype)) == ("Int64", "Float64")
    assert str(reviews.indicators()["provisional"].dtype) == "boolean"
    assert reviews.findings()["severity"].cat.ordered
    former, latter = reviews.reviews()["review_id"].tail(2)
    assert reviews.diff(former, latter)["direction"].max() == "worse"
