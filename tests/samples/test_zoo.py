"""Invented publishers that share nothing but the trade: each read whole, its slips said, the rest left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import parsers
from normalise import Review, understand
from normalise.review import Finding

from .printed import truth_beside
from .stated import missed, printed, right

ZOO = Path(__file__).parents[2] / "samples" / "zoo"
DOCUMENTS = sorted(ZOO.glob("*.pdf"))
ALARMS = 0.05  # false alarms for each row: with more of them nobody reads findings

#: what falls short today and why, by document and test, in the order of the alphabet; strict: none outlives its reason
SHORT: dict[tuple[str, str], str] = {}


def each(test: str) -> pytest.MarkDecorator:
    """The documents of the zoo, those that fall short in this test marked so."""
    return pytest.mark.parametrize(
        "document", [_case(path, SHORT.get((path.stem, test))) for path in DOCUMENTS]
    )


def _case(path: Path, short: str | None) -> object:
    marks = [pytest.mark.xfail(reason=short)] if short else []
    return pytest.param(path, id=path.stem, marks=marks)


@cache
def read(document: Path) -> Review:
    return understand(parsers.read(document.read_bytes()))


def loud(review: Review) -> list[Finding]:
    return [finding for finding in review.findings if finding.severity != "info"]


def test_whatever_falls_short_is_in_the_zoo() -> None:
    assert {name for name, _ in SHORT} <= {path.stem for path in DOCUMENTS}


@each("rows")
def test_every_row_is_read_as_printed_and_no_other(document: Path) -> None:
    wrong = list(missed(truth_beside(document), read(document)))
    assert not wrong, "\n" + "\n".join(wrong)


@each("silent")
def test_nothing_is_wrong_without_a_finding(document: Path) -> None:
    """Every row that is not as printed is named by a finding; every row that was lost, its page."""
    truth, review = truth_beside(document), read(document)
    named = {finding.subject_id for finding in loud(review)}
    pages = {finding.page for finding in loud(review) if finding.subject_id is None}
    good = right(truth, review)
    read_ids = {a.id for a in review.actions} | {i.id for i in review.indicators}
    silent = sorted(read_ids - good - named)
    wanted = [row for kind in ("actions", "indicators") for row in truth.get(kind) or ()]
    lost = len(wanted) - len(read_ids)
    assert silent == []
    assert lost <= 0 or pages & {page for row in wanted for page in row["pages"]}


@each("alarms")
def test_a_right_row_raises_no_alarm(document: Path) -> None:
    truth, review = truth_beside(document), read(document)
    good, expected = right(truth, review), truth.get("findings") or ()
    codes = {finding["code"] for finding in expected}
    alarms = [
        f for f in loud(review) if f.code not in codes and (f.subject_id is None or f.subject_id in good)
    ]
    told = [f"{f.code} on page {f.page}: {f.message}" for f in alarms]
    rows = {f.subject_id for f in alarms if f.subject_kind in ("action", "indicator")}
    assert len(rows) < max(1, ALARMS * (len(review.actions) + len(review.indicators))), "\n" + "\n".join(told)
    assert [f for f in alarms if f.subject_id not in rows] == []


@each("findings")
def test_what_the_document_says_against_itself_is_found(document: Path) -> None:
    review = read(document)
    texts = {row.id: printed(row.action) for row in review.actions}
    texts |= {row.id: printed(row.name) for row in review.indicators}
    found = [(finding.code, texts.get(finding.subject_id or "", "")) for finding in loud(review)]
    for want in truth_beside(document).get("findings") or ():
        row = printed(want.get("row"))
        assert any(code == want["code"] and text.startswith(row) for code, text in found), (want, found)


@each("left_alone")
def test_what_is_no_review_is_left_alone_and_counted(document: Path) -> None:
    review = read(document)
    for page in truth_beside(document).get("left_alone") or ():
        assert [row.id for row in review.actions if page in row.pages] == []
        assert [row.id for row in review.indicators if page in row.pages] == []
        assert review.ledger[page - 1].left_alone > 0


@each("ink")
def test_every_character_ends_in_exactly_one_place(document: Path) -> None:
    for page in read(document).ledger:
        placed = page.fields + page.headers + page.legend + page.headings + page.furniture + page.left_alone
        assert (placed, page.unplaced) == (page.chars, 0), page
