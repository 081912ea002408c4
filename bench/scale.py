"""`make bench-scale`: a warehouse of a million actions, and how long it takes to answer.

The samples' four quarters stand in for every year of every plan: their rows are copied under other names, in SQL, with
all that hangs on them (evidence, threads, traits), into the tables of a warehouse as `ingest` makes it. Each action is
given a due date, and some a later one from review to review, and one in twenty a finding. What moved is not copied but
worked out from the rows of each plan.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench.cookbook import COOKBOOK, HOUSE, queries
from warehouse.changes import store_all_changes

#: 158 actions in the samples' four quarters, for ten years, for so many plans of half as many publishers
PLANS, YEARS = 633, 10
#: tables of core that a document's loading fills; the others describe the database itself
TABLES = (
    "documents", "reviews", "legend", "priorities", "activities", "actions", "indicators", "readings", "footnotes",
    "findings", "evidence", "ledger", "subjects", "traits", "threads", "branches", "sequence",
)  # fmt: skip
_SUBJECT = "format('{{}}-{{}}-{{}}', plan_no, year_no, {0})"
_THREAD = "format('{{}}-{{}}', plan_no, {0})"
_REVIEW = (
    "format('publisher-{{}}/plan-{{}}/{{}}-{{}}', plan_no // 2, plan_no, year_no, split_part({0}, '/', 3))"
)
#: what each column of a copy holds; all others are as in the sample
_COPIES = {
    **dict.fromkeys(("document_id", "subject_id", "action_id", "indicator_id", "activity_id"), _SUBJECT),
    **dict.fromkeys(("finding_id", "superseded_by"), _SUBJECT),
    **dict.fromkeys(("thread_id", "whole_thread", "piece_thread"), _THREAD),
    **dict.fromkeys(("review_id", "before_review", "after_review"), _REVIEW),
    "plan_key": "format('publisher-{{}}/plan-{{}}', plan_no // 2, plan_no)",
    "publisher": "format('Publisher {{}}', plan_no // 2)",
    "plan": "format('Plan {{}}', plan_no)",
    "cycle": "format('{{}} {{}}', year_no, {0})",
    "as_at": "({0} + to_years(year_no::integer))::date",
    "place": "{0} + 4 * year_no",
    "sequence": "{0} + 4 * (plan_no * 1000 + year_no)",
}
#: what the samples lack: due dates that slip for one action in seven, and findings
_ADDED = (
    """
    create temp table dated as
    select a.document_id, a.action_id,
        date '2040-12-31' + if(a.position % 7 = 0, 30 * month(r.as_at), 0)::integer as due
    from core.actions a
    join core.reviews r using (document_id)
    """,
    "update core.actions set due_date = d.due from dated d where d.action_id = actions.action_id",
    """
    insert into core.traits (document_id, subject_id, field, change, printed, key)
    select document_id, action_id, 'due_date', 'due_date_changed', due::varchar, due::varchar
    from dated
    """,
    """
    insert into core.findings
        (document_id, finding_id, position, origin, severity, code, message, page, subject_kind, subject_id, field)
    select document_id, action_id || '-f', position, 'extract', 'warning', 'status_unsure', 'An invented finding', 1,
        'action', action_id, 'status'
    from core.actions
    where position % 20 = 0
    """,
    "drop table dated",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=PLANS, help="(%(default)s)")
    parser.add_argument("--keep", type=Path, metavar="DB", help="leave the warehouse here")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        db = options.keep or Path(folder) / "reviews.duckdb"
        _measure(db, options.plans)


def _measure(db: Path, plans: int) -> None:
    planreview = [sys.executable, "-m", "planreview"]
    subprocess.run([*planreview, "ingest", "samples/aldermere", "--db", str(db)], cwd=HOUSE, check=True)
    fill(db, plans, YEARS)
    with duckdb.connect(str(db)) as con:
        for statement in _ADDED:
            con.execute(statement)
        con.execute("delete from core.changes")
        started, used = time.perf_counter(), time.process_time()
        store_all_changes(con)
        print(f"{_cost(started, used)}  what moved, worked out", flush=True)
    with duckdb.connect(str(db), read_only=True, config={"threads": "2"}) as con:
        print(f"{_count(con):,} actions, {db.stat().st_size / 2**20:,.0f} MB on disk\n")
        print(f"{'processor':>9}{'clock':>11}")
        titles = [line[3:] for line in COOKBOOK.read_text(encoding="utf-8").splitlines() if line[:3] == "## "]
        for title, query in zip(titles, queries(COOKBOOK.read_text(encoding="utf-8")), strict=True):
            started, used = time.perf_counter(), time.process_time()
            rows = len(con.execute(query).fetchall())
            print(f"{_cost(started, used)}  {title} ({rows:,} rows)", flush=True)
    pair = ["publisher-1/plan-2/3-2024-25-q3", "publisher-1/plan-2/3-2024-25-q4"]
    verbs = [["reviews"], ["findings"], ["diff", *pair], ["sql", "select * from actions limit 10"]]
    for verb in [*verbs, ["ingest", "samples/aldermere/2024-25-quarter-2.pdf", "--force"]]:
        started, used = time.perf_counter(), _used_by_children()
        done = subprocess.run(
            [*planreview, *verb, "--db", str(db)], cwd=HOUSE, capture_output=True, timeout=600, check=False
        )
        cost = f"{_used_by_children() - used:7.2f} s{time.perf_counter() - started:9.2f} s"
        print(f"{cost}  planreview {verb[0]} (exit {done.returncode})", flush=True)


def _cost(started: float, used: float) -> str:
    """Processor time of all threads, then time on the clock."""
    return f"{time.process_time() - used:7.2f} s{time.perf_counter() - started:9.2f} s"


def _used_by_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def fill(db: Path, plans: int, years: int) -> None:
    """Copy all that `db` holds, `years` times for each of so many plans; years count from 1."""
    with duckdb.connect(str(db)) as con:
        for table in TABLES:
            columns = [str(row[0]) for row in con.execute(f"describe core.{table}").fetchall()]
            copied = ", ".join(_copied(column) for column in columns)
            con.execute(
                f"insert into core.{table} ({', '.join(columns)}) select {copied} "
                f"from range(1, {plans + 1}) p (plan_no), range(1, {years + 1}) y (year_no), core.{table}"
            )


def _copied(column: str) -> str:
    formula = _COPIES.get(column, "{0}").format(column)
    return f"case when {column} is not null then {formula} end"


def _count(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("select count(*) from core.actions").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    main()
