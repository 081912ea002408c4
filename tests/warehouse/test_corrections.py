"""Corrections last: re-ingest, another extractor, a rebuild, a renumbered action, a crash, an undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.review import Finding, Review
from warehouse import Warehouse, WarehouseError, corrections_file
from warehouse import corrections as stored_corrections
from warehouse.address import subjects
from warehouse.correction import Address, Correction, standing
from warehouse.export import export
from warehouse.facts import prefix
from warehouse.reread import reread

from .truth import NOW, action, indicator, review, sha, source_of

DOUBT = Finding("warning", "near_colour", "Near.", 1, "action", "a002", "status")
ACTIONS = (
    action(1, "Train all taxi drivers to recognise exploitation", progress="1. Begun"),
    action(2, "Open a family hub in each of the four districts", progress="2. Late", confidence=0.3),
    action(3, "Publish the yearly account of carers' views", progress="3. Out"),
)
MID = review(
    "Mid-Year", "2016-09-30", *ACTIONS, indicator(1, "Children in care", "363", "421"), findings=(DOUBT,)
)
END = review("Year-End", "2017-03-31", *ACTIONS)


LOCAL = ("a001", "a002")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reviews.corrections.csv"


def load(warehouse: Warehouse, *reviews: Review, version: str = "1") -> None:
    for one in reviews:
        warehouse.load(source_of(one), one, extractor_version=version, ingested_at=NOW)
    warehouse.link()


def address(one: Review, local: str) -> Address:
    known = subjects(one, prefix(one.document.sha256))
    return next(s.address for s in known if s.id == local)


def status(one: Review, local: str, now: str, **more: Any) -> Correction:
    was = next(a.status for a in one.actions if a.id == local)
    return Correction("status", address(one, local), "status", was, now, made_by="Ann", why="Minutes", **more)


def rows(warehouse: Warehouse, sql: str) -> list[Any]:
    return warehouse.con.execute(sql).fetchall()


def exported(warehouse: Warehouse, folder: Path) -> dict[str, bytes]:
    """Every view as CSV, JSON lines and Parquet, whole and in partitions, byte for byte."""
    for kind in ("csv", "jsonl", "parquet"):
        export(warehouse.con, folder / kind, kind)
    export(warehouse.con, folder / "parts", "parquet", partitioned=True)
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def states(warehouse: Warehouse) -> list[str]:
    return [state for (state,) in rows(warehouse, "select state from corrections")]


def test_a_correction_is_seen_everywhere_and_settles_its_finding(warehouse: Warehouse, file: Path) -> None:
    load(warehouse, MID, END)
    warehouse.correct(file, [status(MID, "a002", "off_track")])
    assert rows(warehouse, "select status, status_basis, confidence, findings from actions where position = 2")[0] == (
        "off_track", "correction", 1.0, 0,
    )  # fmt: skip
    assert rows(warehouse, "select off_track, on_schedule from reviews where cycle = 'Mid-Year'") == [(1, 2)]
    assert rows(
        warehouse, "select before, after, direction from changes where change = 'status_changed'"
    ) == [("off_track", "on_schedule", "better")]
    assert rows(
        warehouse, "select code, settled_by = correction_id, extracted from settled_findings, corrections"
    ) == [("near_colour", True, "on_schedule")]
    assert rows(warehouse, "select count(*) from findings where code = 'near_colour'") == [(0,)]


def test_what_was_read_comes_back_out_of_a_corrected_document(warehouse: Warehouse, file: Path) -> None:
    load(warehouse, MID)
    names = [
        status(MID, "a002", "off_track"),
        Correction("value", address(MID, "i001"), "latest", "363", "353 (provisional)"),
        Correction(
            "review", Address(MID.review_id, "", "review"), "publisher", MID.publisher or "", "Ashford"
        ),
    ]
    warehouse.correct(file, names)
    assert rows(warehouse, "select latest_value, provisional, publisher from indicators") == [
        (353.0, True, "Ashford")
    ]
    assert reread(warehouse.con, sha("Mid-Year")) == MID


def test_an_undo_brings_back_every_row(warehouse: Warehouse, file: Path, tmp_path: Path) -> None:
    load(warehouse, MID, END)
    before = exported(warehouse, tmp_path / "before")
    (made,) = warehouse.correct(file, [status(MID, "a002", "off_track")])
    (taken,) = warehouse.correct(file, [Correction("undo", now=made.id)])
    after = exported(warehouse, tmp_path / "after")
    assert [name for name in after if after[name] != before[name] and "corrections" not in name] == []
    warehouse.correct(file, [Correction("undo", now=taken.id)])
    assert states(warehouse) == ["applied", "undone", "applied"]


def inserted(one: Review, name: str) -> Review:
    """A re-issue with a new first row: every id and number after it moves."""
    first = action(1, "Appoint a programme lead for the whole plan", progress="1. Done")
    moved = [
        replace(a, id=f"a{n:03d}", position=n, action_number=str(n))
        for n, a in enumerate((first, *one.actions), 1)
    ]
    document = replace(one.document, sha256=sha(name))
    return replace(one, document=document, actions=tuple(moved), findings=())


def test_documents_and_corrections_make_the_same_exports(
    warehouse: Warehouse, file: Path, tmp_path: Path
) -> None:
    """A long life: corrections of several kinds, undo, another version, a re-issue with other numbers."""
    load(warehouse, MID, END)
    first, *_ = warehouse.correct(
        file,
        [
            status(MID, "a003", "off_track"),
            status(MID, "a002", "behind_schedule"),
            Correction(
                "value", address(MID, "a001"), "leads", "Ann Archer", "Bea Brook; Cy Cole", why="Moved"
            ),
            Correction("unlink", address(END, "a001"), other=address(MID, "a001"), made_by="Ann"),
        ],
    )
    warehouse.correct(file, [Correction("undo", now=first.id)])
    load(warehouse, MID, END, version="2")
    again = inserted(MID, "Mid-Year again")
    load(warehouse, again, version="2")
    assert rows(warehouse, "select action_number, status from actions where status_basis = 'correction'") == [
        ("3", "behind_schedule")
    ]
    assert rows(warehouse, "select decided_by from threads where decided_by <> 'planreview'") == [("Ann",)]
    with Warehouse.open(tmp_path / "anew.duckdb") as anew:
        anew.heed(file)
        load(anew, MID, END, again, version="2")
        anew.con.execute("update core.documents set ingested_at = ingested_at + interval 1 day")
        made, kept = exported(anew, tmp_path / "anew"), exported(warehouse, tmp_path / "old")
    assert [name for name in kept if made[name] != kept[name]] == []
    assert made.keys() == kept.keys()


def test_another_version_that_reads_another_value_leaves_the_decision_standing(
    warehouse: Warehouse, file: Path
) -> None:
    load(warehouse, MID)
    warehouse.correct(file, [status(MID, "a002", "off_track")])
    now = [replace(a, status="completed") if a.id == "a002" else a for a in MID.actions]
    load(warehouse, replace(MID, actions=tuple(now)), version="2")
    assert rows(warehouse, "select status from actions where position = 2") == [("off_track",)]
    assert states(warehouse) == ["stale"]
    assert rows(warehouse, "select severity from findings where code = 'correction_stale'") == [("warning",)]


def test_what_a_reissue_prints_anew_stands(warehouse: Warehouse, file: Path) -> None:
    load(warehouse, MID)
    warehouse.correct(file, [status(MID, "a002", "off_track")])
    again = inserted(MID, "again")
    now = [replace(a, status="completed") if a.position == 3 else a for a in again.actions]
    load(warehouse, replace(again, actions=tuple(now)))
    assert rows(warehouse, "select status from actions where position = 3") == [("completed",)]
    assert states(warehouse) == ["stale"]


@pytest.mark.parametrize(("now", "state"), [("On time", "applied"), ("2. On time", "stale")])
def test_a_corrected_note_goes_with_an_action_whose_number_it_repeats(
    warehouse: Warehouse, file: Path, now: str, state: str
) -> None:
    load(warehouse, MID)
    warehouse.correct(file, [Correction("value", address(MID, "a002"), "progress", "2. Late", now)])
    again = inserted(MID, "again")
    moved = [replace(a, progress=f"{a.action_number}.{a.progress[2:]}") for a in again.actions]
    load(warehouse, replace(again, actions=tuple(moved)))
    assert states(warehouse) == [state]
    printed = now if state == "applied" else "3. Late"
    assert rows(warehouse, "select progress from actions where position = 3") == [(printed,)]


def test_a_row_that_is_gone_is_a_finding_and_no_other_row_is_touched(
    warehouse: Warehouse, file: Path
) -> None:
    load(warehouse, MID)
    warehouse.correct(file, [status(MID, "a002", "off_track")])
    gone = replace(MID, actions=(MID.actions[0], MID.actions[2]), findings=())
    load(warehouse, gone, version="2")
    assert rows(warehouse, "select count(*) from actions where status_basis = 'correction'") == [(0,)]
    assert states(warehouse) == ["orphaned"]
    assert rows(warehouse, "select code from findings") == [("correction_orphaned",)]


def test_links_that_people_decided_outrank_ours(warehouse: Warehouse, file: Path) -> None:
    load(warehouse, MID, END)
    warehouse.correct(
        file, [Correction("link", address(END, "a002"), other=address(MID, "a003"), made_by="Ann")]
    )
    thread = """
        select l.method, l.decided_by, f.subject_id
        from threads l
        join threads f on f.thread_id = l.thread_id and f.subject_id <> l.subject_id
        where l.method = 'decided'
    """
    assert rows(warehouse, thread) == [("decided", "Ann", f"{sha('Mid-Year')[:12]}-a003")]
    warehouse.link(everything=True)
    assert rows(warehouse, thread) == [("decided", "Ann", f"{sha('Mid-Year')[:12]}-a003")]


def test_a_second_link_into_one_thread_and_review_is_a_finding(warehouse: Warehouse, file: Path) -> None:
    load(warehouse, MID, END)
    links = [Correction("link", address(END, a), other=address(MID, "a003"), made_by="Ann") for a in LOCAL]
    warehouse.correct(file, links)
    found = rows(warehouse, "select code, subject_id from findings where code like 'correction%'")
    assert found == [("correction_unheeded", f"{sha('Year-End')[:12]}-a002")]
    assert rows(warehouse, "select count(*) from threads where method = 'decided'") == [(1,)]


def test_a_link_into_another_plan_is_a_finding(warehouse: Warehouse, file: Path) -> None:
    other = replace(MID, plan="Another plan", document=replace(MID.document, sha256=sha("other")))
    load(warehouse, other, END)
    warehouse.correct(file, [Correction("link", address(END, "a002"), other=address(other, "a003"))])
    assert rows(warehouse, "select code from findings where code like 'correction%'") == [
        ("correction_unheeded",)
    ]


def test_an_unlinked_row_finds_the_next_best_partner_or_says_that_there_is_none(
    warehouse: Warehouse, file: Path
) -> None:
    twice = review("Mid-Year", "2016-09-30", *ACTIONS, action(4, ACTIONS[0].action + " of children"))
    load(warehouse, twice, END)
    for other, code in (("a001", None), ("a004", "correction_unpaired")):
        warehouse.correct(file, [Correction("unlink", address(END, "a001"), other=address(twice, other))])
        threads = "select thread_id from threads where subject_id = $id"
        last = warehouse.con.execute(threads, {"id": f"{sha('Year-End')[:12]}-a001"}).fetchall()
        assert last == [(f"{sha('Year-End' if code else 'Mid-Year')[:12]}-{'a001' if code else 'a004'}",)]
        found = rows(warehouse, "select code from findings where code like 'correction%'")
        assert found == ([(code,)] * 2 if code else [])


def test_a_crash_between_file_and_database_is_made_good(
    warehouse: Warehouse, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(warehouse, MID)

    def killed(path: Path, lines: Any, write: Any = corrections_file.write) -> None:
        write(path, lines)
        raise SystemExit

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(corrections_file, "write", killed)
        warehouse.correct(file, [status(MID, "a002", "off_track")])
    assert states(warehouse) == []
    warehouse.heed(file)
    assert states(warehouse) == ["applied"]
    file.unlink()
    warehouse.heed(file)
    assert len(corrections_file.read(file)) == 1


CELLS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=5))
def test_every_text_comes_back_out_of_the_file(texts: list[tuple[str, str, str, str]]) -> None:
    made = []
    for n, (refs, text, now, why) in enumerate(texts):
        end = Address("a/b/c", "0" * 12, "action", refs, "", "", text)
        made.append(Correction("value", end, "progress", "", now, why=why, made_at=str(n)).named())
    written = corrections_file.text(made)
    assert corrections_file.parse(written, "x.csv") == tuple(made)
    assert corrections_file.text(corrections_file.parse(written, "x.csv")) == written


def broken() -> Iterator[tuple[str, str]]:
    yield "kind,colour\n", "line 1: found the columns kind, colour"
    yield (
        "kind,subject,review,field,now\nchange,action,r,status,completed\n",
        "line 2: found the kind 'change'",
    )
    yield "kind,subject,review,field,now\nstatus,action,r,status,green\n", "found 'green' for the status"
    yield "kind,subject,review,field,now\nvalue,action,r,colour,green\n", "found the field 'colour'"
    yield "kind,now\nundo,c1\n", "found the undo of 'c1'"
    yield "kind,subject,field,now\nstatus,action,status,completed\n", "found no review"


@pytest.mark.parametrize(("text", "said"), list(broken()))
def test_a_line_that_is_not_understood_is_told_in_a_sentence(
    warehouse: Warehouse, file: Path, text: str, said: str
) -> None:
    file.write_text(text)
    with pytest.raises(WarehouseError, match=said):
        warehouse.heed(file)


def test_an_undone_undo_undoes_nothing() -> None:
    first = status(MID, "a001", "off_track").named()
    undo = Correction("undo", now=first.id).named()
    redo = Correction("undo", now=undo.id).named()
    assert [standing(lines) for lines in ((first,), (first, undo), (first, undo, redo))] == [
        (first,),
        (),
        (first,),
    ]


def test_corrections_are_read_once_a_run_however_many_documents_it_loads(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    stored = stored_corrections.stored

    def counted(con: duckdb.DuckDBPyConnection) -> tuple[Correction, ...]:
        asked.append(1)
        return stored(con)

    monkeypatch.setattr(stored_corrections, "stored", counted)
    load(warehouse, *(review(f"Q{n}", f"2016-0{n}-28", action(1, "Train drivers")) for n in range(1, 7)))
    assert len(asked) == 1


def test_a_row_linked_again_to_another_needs_no_undo(warehouse: Warehouse, tmp_path: Path) -> None:
    one = review(
        "Q1", "2016-06-30", action(1, "Train all taxi drivers"), action(2, "Hire forty school nurses")
    )
    two = review("Q2", "2016-09-30", action(1, "Open a family hub in Thornby"))
    load(warehouse, one, two)
    file = tmp_path / "c.csv"
    former = [s.address for s in subjects(one, prefix(one.document.sha256)) if s.address.kind == "action"]
    (latter,) = [s.address for s in subjects(two, prefix(two.document.sha256)) if s.address.kind == "action"]
    for end in former:
        warehouse.correct(file, [Correction("link", latter, other=end, made_by="Ann", why="Minutes")])
    assert warehouse.con.execute("from findings").fetchall() == []
    rows = warehouse.con.execute(
        "select list(action order by as_at) from actions group by thread_id order by 1"
    )
    assert rows.fetchall() == [
        (["Hire forty school nurses", "Open a family hub in Thornby"],),
        (["Train all taxi drivers"],),
    ]
