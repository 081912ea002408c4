"""`planreview diff`: the briefing, its forms, and which reviews are meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planreview.briefing import brief, tally
from planreview.choosing import match
from planreview.errors import Mistake
from planreview.telling import as_html, as_markdown
from planreview.wording import compare
from tests.planreview.command import run

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
    assert 0 < out.index("\nWorse (") < out.index("\nBetter (")


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


def test_words_of_a_document_cannot_become_markup() -> None:
    nasty = "<script>alert(1)</script> [a](javascript:b) | *c*"
    changes = [change(subject=nasty, before=nasty, after=f"{nasty} d"), change(change="added", subject=nasty)]
    briefing = brief(review(plan=nasty), review(plan=nasty), changes)
    assert "<script" not in as_html(briefing)
    page = as_markdown(briefing)
    assert "<script" not in page.replace("\\<", "")
    assert "](" not in page.replace("\\]", "")
