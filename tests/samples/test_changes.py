"""The four samples in one database: what moved from each to the next, against the list made with them."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import parsers
from normalise import understand
from warehouse import Change, Source, Warehouse, changes

from .printed import OTHER_NAMES, collapsed

PLAN = Path(__file__).parents[2] / "samples" / "aldermere"
PAIRS = list(pairwise(sorted(PLAN.glob("*.pdf"))))
NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
#: where the truth keeps what changed; values carry their own field
FIELDS = {
    "lead_changed": "leads",
    "progress_changed": "progress",
    "status_changed": "status",
    "text_changed": "text",
    "renamed": "name",
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with Warehouse.open(tmp_path_factory.mktemp("samples") / "reviews.duckdb") as opened:
        for path in sorted(PLAN.glob("*.pdf")):
            data = path.read_bytes()
            review = understand(parsers.read(data))
            source = Source(str(path), path.name, len(data), review.document.sha256)
            opened.load(source, review, extractor_version="1", ingested_at=NOW)
        opened.link()
        yield opened


@pytest.mark.parametrize(("former", "latter"), PAIRS, ids=[f"{a.stem}-to-{b.stem}" for a, b in PAIRS])
def test_what_moved_is_found_and_nothing_else(warehouse: Warehouse, former: Path, latter: Path) -> None:
    truth = json.loads((PLAN / f"diff_{former.stem}__{latter.stem}.json").read_text(encoding="utf-8"))
    found = changes(warehouse.con, review_id(warehouse, former), review_id(warehouse, latter))
    want, have = sorted(map(listed, truth)), sorted(map(shown, found))
    wrong = [line for line in difflib.ndiff(want, have) if line[0] in "+-"]
    assert not wrong, "\n" + "\n".join(wrong)


def test_all_pairs_of_consecutive_reviews_are_in_the_view(warehouse: Warehouse) -> None:
    rows = warehouse.con.execute("select distinct from_review, to_review from changes order by 1").fetchall()
    ids = [review_id(warehouse, path) for path in sorted(PLAN.glob("*.pdf"))]
    assert rows == list(pairwise(ids))


def review_id(warehouse: Warehouse, path: Path) -> str:
    sql = "select review_id from documents where file_name = ?"
    return str(warehouse.con.execute(sql, [path.name]).fetchall()[0][0])


def listed(entry: dict[str, Any]) -> str:
    """An entry of the truth: kind, change, subject, and what stood there before and after."""
    sides = [entry["from"], entry["to"]]
    if entry["change"] == "split":
        pieces = [f"{','.join(p['activity_refs'])} / {p['number']} {p['text']}" for p in entry["to"]]
        return _line(entry, _subject(entry["from"]), entry["from"]["text"], " | ".join(pieces))
    subject = _subject(sides[1] or sides[0])
    return _line(entry, subject, *(_value(entry["change"], side) for side in sides))


def shown(change: Change) -> str:
    """A row of `changes` in the same words."""
    whose = change.refs if (change.kind, change.change) == ("activity", "lead_changed") else change.subject
    return _line(change._asdict(), whose, change.before, change.after)


def _line(entry: dict[str, Any], subject: str, before: str | None, after: str | None) -> str:
    return collapsed(f"{entry['kind']} {entry['change']} {subject!r}: {before or None} -> {after or None}")


def _subject(side: dict[str, Any]) -> str:
    return str(side.get("text") or side.get("name") or " ".join(side.get("texts") or side["refs"]))


def _value(change: str, side: dict[str, Any] | None) -> str | None:
    if side is None:
        return None
    if change in ("added", "removed"):
        return _subject(side)
    if change == "renumbered":
        return side.get("number") or ", ".join(side["refs"])
    value = side["value"] if "value" in side else side[FIELDS[change]]
    return ", ".join(value) if isinstance(value, list) else OTHER_NAMES.get(value, value)
