"""Whatever the tables of a document are like, it is read or refused, and what is said of it holds together."""

from __future__ import annotations

from pathlib import Path

import pytest

import parsers
from normalise import Review, understand
from normalise.review import SEVERITIES, STATUSES
from parsers import Parsed, Refusal
from tests.normalise.any_tables import changed, drawn
from tests.seeds import seeds

DRAWN, CHANGED, TWICE = seeds(150), seeds(3), seeds(20)
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/*.pdf"))


def read(parsed: Parsed) -> Review | None:
    """None for a document that is refused since none of its tables is a review."""
    try:
        return understand(parsed)
    except Refusal as refusal:
        assert refusal.code == "no_review_found"
        return None


def fault_of(parsed: Parsed) -> str:
    """What is wrong with the review of a document; "" where nothing is."""
    review = read(parsed)
    if review is None:
        return ""
    return _ink(review) or _names(review) or _values(review) or _places(review, parsed)


def _ink(review: Review) -> str:
    """Each character is counted once."""
    for page in review.ledger:
        ended = sum(page[2:9])
        if ended != page.chars:
            return f"page {page.page} has {page.chars} characters, of which {ended} ended somewhere"
    return ""


def _names(review: Review) -> str:
    """Every fact has a name of its own, and what is said of a fact is said of one that is there."""
    ids = {
        "activity": [activity.id for activity in review.activities],
        "action": [action.id for action in review.actions],
        "indicator": [indicator.id for indicator in review.indicators],
    }
    if any(len({*own}) < len(own) for own in ids.values()):
        return f"two facts have one id: {ids}"
    said = [(told.subject_kind, told.subject_id) for told in review.evidence]
    said += [(told.subject_kind or "", told.subject_id or "") for told in review.findings]
    if strange := [(kind, name) for kind, name in said if kind in ids and name not in ids[kind]]:
        return f"said of nothing: {strange}"
    lost = [a for a in review.actions if a.activity_id is not None and a.activity_id not in ids["activity"]]
    return f"{lost} are of an activity that is not there" if lost else ""


def _values(review: Review) -> str:
    statuses = [a.status for a in review.actions] + [i.status for i in review.indicators if i.status]
    statuses += [r.status for i in review.indicators for r in i.readings if r.status]
    statuses += [entry.status for entry in review.legend]
    if strange := set(statuses) - set(STATUSES):
        return f"no such status: {strange}"
    if strange := {f.severity for f in review.findings} - set(SEVERITIES):
        return f"no such severity: {strange}"
    sure = [a.confidence for a in review.actions] + [i.confidence for i in review.indicators]
    return "" if all(0.0 <= one <= 1.0 for one in sure) else f"confidence: {sure}"


def _places(review: Review, parsed: Parsed) -> str:
    """What is told of a place is told of one on a page."""
    sizes = {page.number: (page.width, page.height) for page in parsed.pages}
    numbers = {n for a in review.actions for n in a.pages} | {n for i in review.indicators for n in i.pages}
    numbers |= {n for a in review.activities for n in a.pages}
    numbers |= {f.page for f in review.findings if f.page is not None}
    if strange := numbers - set(sizes):
        return f"no such pages: {strange}"
    for told in review.evidence:
        width, height = sizes[told.page]
        if told.box.x0 < -1 or told.box.top < -1 or told.box.x1 > width + 1 or told.box.bottom > height + 1:
            return f"{told} is not on the page"
    return ""


def test_tables_without_sense_are_read_or_refused() -> None:
    for seed in DRAWN:
        assert fault_of(drawn(seed)) == "", seed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_review_with_something_changed_is_read(path: Path) -> None:
    whole = parsers.read(path.read_bytes())
    for seed in CHANGED:
        assert fault_of(changed(whole, f"{path.stem} {seed}")) == "", seed


def test_most_of_what_is_drawn_is_a_review() -> None:
    """Else little would be tried."""
    assert sum(read(drawn(seed)) is not None for seed in TWICE) > len(TWICE) / 2


def test_what_is_read_twice_is_read_alike() -> None:
    for seed in TWICE:
        first, second = read(drawn(seed)), read(drawn(seed))
        assert (first and first.to_json()) == (second and second.to_json()), seed
