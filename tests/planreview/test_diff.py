"""`planreview diff`: the briefing, its forms, and which reviews are meant."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from normalise.review import STATUSES
from planreview.briefing import Setting, brief, counted, tally
from planreview.choosing import match
from planreview.errors import Mistake
from planreview.page import as_html
from planreview.shapes import STATUSES as STATUS_SHAPES
from planreview.telling import as_markdown
from planreview.wording import compare
from tests.planreview.command import run
from warehouse import Warehouse

HOUSE = Path(__file__).parents[2]
KNOWN = ["a/plan/2024-25-q1", "a/plan/2024-25-q2", "b/plan/2024-25-q2", "b/plan/year-end"]


def cycles(db: Path) -> list[str]:
    return [row["review_id"] for row in run("reviews", "--db", db, "--json").json()]


def test_without_names_it_is_the_last_two_reviews(db: Path) -> None:
    *_, former, latter = cycles(db)
    assert (
        run("diff", "--db", db, "--json").json() == run("diff", former, latter, "--db", db, "--json").json()
    )


def test_a_cycle_is_name_enough(db: Path) -> None:
    former, latter, *_ = cycles(db)
    by_cycle = [review.rsplit("/", 1)[1] for review in (former, latter)]
    rows = run("diff", *by_cycle, "--db", db, "--json").json()
    assert {(row["from_review"], row["to_review"]) for row in rows} == {(former, latter)}


def test_what_got_worse_comes_first(db: Path) -> None:
    out = run("diff", "--db", db).out
    assert 0 < out.index("\n↓ Worse (") < out.index("\n↑ Better (")


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_every_form_names_the_plan_and_both_cycles(db: Path, form: str) -> None:
    out = " ".join(run("diff", "--db", db, "--format", form).out.split())
    for review in run("reviews", "--db", db, "--json").json()[-2:]:
        assert review["plan"] in out.replace("\\", "")
        assert review["cycle"] in out.replace("\\", "")


def test_the_exit_code_tells_whether_anything_moved(db: Path) -> None:
    last = cycles(db)[-1]
    assert run("diff", "--db", db, "--exit-code").status == 1
    assert run("diff", last, last, "--db", db, "--exit-code").status == 0


@pytest.mark.parametrize(
    ("fragment", "review"),
    [
        ("a/plan/2024-25-q1", "a/plan/2024-25-q1"),
        ("2024-25 Q1", "a/plan/2024-25-q1"),
        ("year", "b/plan/year-end"),
        ("Year end", "b/plan/year-end"),
        ("B/Plan/2024-25 Q2", "b/plan/2024-25-q2"),
    ],
)
def test_a_part_of_an_id_that_fits_one_review_means_it(fragment: str, review: str) -> None:
    assert match(fragment, KNOWN) == review


@pytest.mark.parametrize(("fragment", "complaint"), [("q2", "fits 2 reviews"), ("q7", "fits no review")])
def test_a_part_that_fits_none_or_several_is_not_guessed(fragment: str, complaint: str) -> None:
    with pytest.raises(Mistake, match=complaint):
        match(fragment, KNOWN)


def test_a_review_that_is_not_there_is_one_sentence(db: Path) -> None:
    ran = run("diff", "q97", "q98", "--db", db)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_wordings_are_compared_word_by_word() -> None:
    runs = list(compare("Build 500 homes by 2025", "Build 400 homes by 2026"))
    assert [run.text for run in runs if run.fate == "went"] == ["500", "2025"]
    assert [run.text for run in runs if run.fate == "came"] == ["400", "2026"]


def test_a_text_written_anew_is_shown_whole() -> None:
    assert [tuple(run) for run in compare("one two three", "four five one")] == [
        ("went", "one two three"),
        ("came", "four five one"),
    ]


def review(**more: Any) -> dict[str, Any]:
    statuses = dict.fromkeys(
        ("completed", "on_schedule", "behind_schedule", "off_track", "not_started", "paused",
         "cancelled", "no_information", "unknown"), 0,
    )  # fmt: skip
    return {**statuses, "publisher": "A", "plan": "P", "cycle": "Q1", "as_at": None, "actions": 1, **more}


def change(**more: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("thread_id", "field", "before", "after", "direction", "from_id", "to_id"))
    return {**empty, "kind": "action", "change": "text_changed", "refs": "1.1", "subject": "s", **more}


def test_a_change_that_is_not_known_here_is_told_all_the_same() -> None:
    briefing = brief(review(), review(), [change(change="turned_around", before="a", after="b")])
    assert tally(briefing) == "1 turned around"


def test_one_change_of_a_sort_was_tallied_in_the_plural() -> None:
    aims = [change(kind="indicator", change=name) for name in ("target_changed", "restated")]
    assert tally(brief(review(), review(), aims)) == "1 target changed, 1 former figure restated"
    assert tally(brief(review(), review(), aims[:1] * 2)) == "2 targets changed"


def test_dates_that_slipped_were_counted_among_what_got_worse_in_a_place() -> None:
    status = change(change="status_changed", field="status", direction="worse", to_id="a")
    slipped = change(change="due_date_changed", field="due_date", direction="worse", to_id="a")
    place = {"priority": "1", "priority_title": "", "leads": []}
    places = brief(review(), review(), [status, status, slipped], Setting({}, {"a": place}, ())).places
    assert [str(one) for one in places] == ["1: 2 worse"]


def test_words_of_a_document_cannot_become_markup() -> None:
    nasty = "<script>alert(1)</script> [a](javascript:b) | *c*"
    changes = [change(subject=nasty, before=nasty, after=f"{nasty} d"), change(change="added", subject=nasty)]
    briefing = brief(review(plan=nasty), review(plan=nasty), changes)
    assert "<script" not in as_html(briefing)
    page = as_markdown(briefing)
    assert "<script" not in page.replace("\\<", "")
    assert "](" not in page.replace("\\]", "")


def test_the_json_keeps_to_its_published_schema(db: Path) -> None:
    schema = json.loads((HOUSE / "docs" / "diff.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    reviews = cycles(db)
    for former, latter in (reviews[:2], reviews[-2:], reviews[::-1][:2]):
        rows = run("diff", former, latter, "--db", db, "--json").json()
        assert rows
        validator.validate(rows)
    assert set(rows[0]) == set(schema["items"]["properties"])
    assert not validator.is_valid([{**rows[0], "direction": "sideways"}])


def test_every_change_of_an_action_says_on_which_pages_it_stands(db: Path) -> None:
    rows = [row for row in run("diff", "--db", db, "--json").json() if row["kind"] == "action"]
    assert rows
    for row in rows:
        assert row["from_pages"] or row["change"] == "added"
        assert row["to_pages"] or row["change"] == "removed"


def test_statuses_are_counted_and_told_in_the_documents_own_words() -> None:
    briefing = brief(
        review(completed=3, on_schedule=20, actions=23),
        review(completed=3, on_schedule=18, off_track=2, actions=23),
        [
            change(
                change="status_changed",
                field="status",
                before="on_schedule",
                after="off_track",
                direction="worse",
            )
        ],
        Setting({"completed": "Blue", "on_schedule": "Green"}, {}, ()),
    )
    assert counted(briefing) == "23 actions: 3 Blue (as before), 18 Green (2 fewer), 2 off track (2 more)"
    (line,) = briefing.sections[0].lines
    assert (line.before, line.after) == ("Green", "off track")


def test_sections_come_in_the_order_in_which_members_ask() -> None:
    changes = [
        change(change="text_changed", before="a b", after="a c"),
        change(change="removed"),
        change(change="added"),
        change(
            change="due_date_changed",
            field="due_date",
            direction="worse",
            before="2026-01-31",
            after="2026-03-31",
        ),
        change(
            change="status_changed", field="status", direction="better", before="off_track", after="completed"
        ),
        change(change="value_changed", field="latest", direction="worse", before="3", after="2"),
    ]
    persisting = [{"subject_id": "x", "reviews": 3, "refs": "1.2", "subject": "s"}]
    briefing = brief(review(), review(), changes, Setting({"off_track": "Red"}, {}, persisting))
    assert [section.heading for section in briefing.sections] == [
        "Worse", "Still off track", "Better", "Dates slipped", "Added", "No longer there", "Reworded",
    ]  # fmt: skip
    assert briefing.sections[1].lines[0].after == "Red in 3 reviews on end"


def test_a_previous_figure_that_moved_on_is_no_news() -> None:
    moved_on = change(kind="indicator", change="value_changed", field="previous", before="1", after="2")
    assert brief(review(), review(), [moved_on]).sections == ()


def test_where_change_is_concentrated() -> None:
    place = {"priority": "2", "priority_title": "Homes", "leads": ["Ann Archer"]}
    lone = {"priority": "3", "priority_title": None, "leads": ["Bo Bull"]}
    changes = [
        change(to_id="a", direction="worse"),
        change(to_id="b", direction="better"),
        change(to_id="c", direction="worse"),
        change(to_id=None),
    ]
    briefing = brief(review(), review(), changes, Setting({}, {"a": place, "b": place, "c": lone}, ()))
    assert [f"{p.sort} {p}" for p in briefing.places] == [
        "priority 2 Homes: 1 worse, 1 better",
        "lead Ann Archer: 1 worse, 1 better",
    ]


def test_what_stays_off_track_is_counted_over_reviews(db: Path) -> None:
    out = run("diff", "--db", db).out
    section = out[out.index("◆ Still off track (1)") :]
    assert "Off track in 4 reviews on end" in section.split("\n\n")[0]


def test_a_review_whose_id_begins_as_anothers_is_not_taken_for_it(db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "reviews.duckdb"
    shutil.copy(db, copy)
    former, latter = cycles(db)[-2:]
    with Warehouse.open(copy) as warehouse:
        for table in ("reviews", "documents", "threads", "sequence"):
            warehouse.con.execute(
                f"update core.{table} set review_id = ? where review_id = ?", [f"{latter}-draft", former]
            )
    assert "2024-25 Q4 (as at 31 March 2025) to 2025-26 Q1" in run(
        "diff", f"{latter}-draft", latter, "--db", copy
    ).out.replace("\n", " ")


@pytest.mark.parametrize("width", ["60", "100"])
def test_a_terminal_of_any_width_is_kept_to_without_colour_in_a_pipe(
    db: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = run("diff", "--db", db).out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= int(width)
    assert all(line == line.rstrip() for line in out.splitlines())


def test_the_page_needs_nothing_from_elsewhere_and_tells_without_colours(db: Path) -> None:
    page = run("diff", "--db", db, "--format", "html").out
    assert not re.search(r"\b(?:src=|href=|url\(|@import)|<(?:script|link|img)", page)
    assert not re.search(r"<!-- \w+ -->", page)
    for pill in re.findall(r'<span class="pill \w+">(.*?)</span> \w', page):
        assert re.fullmatch(r'<span aria-hidden="true">.', pill)
    assert '<span class="pill off_track"><span aria-hidden="true">◆</span> Off track' in page


def test_each_status_has_a_shape_of_its_own() -> None:
    assert tuple(STATUS_SHAPES) == STATUSES
    assert len(set(STATUS_SHAPES.values())) == len(STATUSES)


def test_a_review_without_actions_is_told_as_no_data() -> None:
    with_some, with_none = review(completed=3, actions=3), review(actions=0)
    assert counted(brief(with_some, with_none, [])) == "no actions in the later review: no data of them"
    assert counted(brief(with_none, with_some, [])) == "3 actions: 3 completed (no data before)"
    assert "no data" in as_html(brief(with_some, with_none, []))


def test_reviews_of_two_plans_are_not_told_as_all_added_and_all_gone(tmp_path: Path) -> None:
    db = tmp_path / "two.duckdb"
    for plan in ("Plan of one", "Plan of another"):
        (tmp_path / f"{plan}.md").write_text(
            f"# {plan} Council\n\n# {plan}: 2024-25 Quarter 2 Review\n\n| Action | Progress | Status |\n|---|---|---|\n"
            "| 1. Open two family hubs | Both are open. | Completed |\n"
        )
        run("ingest", tmp_path / f"{plan}.md", "--publisher", plan, "--plan", plan, "--db", db)
    ran = run("diff", "plan-of-one", "plan-of-another", "--db", db)
    assert (ran.status, ran.out) == (2, "")
    assert "reviews of two plans" in ran.err


def test_a_row_s_status_is_told_in_its_own_words_though_the_document_has_others_for_it() -> None:
    moved = change(
        change="status_changed", field="status", from_id="a", to_id="b", before="paused", after="on_schedule"
    )
    places: dict[str, dict[str, Any]] = {"a": {"status_label": "On Hold"}, "b": {"status_label": None}}
    briefing = brief(
        review(), review(), [moved], Setting({"paused": "Deferred", "on_schedule": "On Track"}, places, ())
    )
    ((line,),) = [section.lines for section in briefing.sections]
    assert (line.before, line.after) == ("On Hold", "On Track")
