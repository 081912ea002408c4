"""The sample reviews, read whole and compared with what is printed on them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import parsers
from normalise import Review, understand

from .printed import alarms, differences, items, truth_beside

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = sorted(SAMPLES.glob("aldermere/*.pdf"))

each = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)


@cache
def read(document: Path) -> Review:
    return understand(parsers.read(document.read_bytes()))


def test_all_four_samples_are_here() -> None:
    assert len(DOCUMENTS) == 4


@each
def test_everything_printed_is_read_and_nothing_else(document: Path) -> None:
    wrong = differences(truth_beside(document), read(document))
    assert not wrong, "\n" + "\n".join(wrong)


@each
def test_list_items_stand_on_lines_of_their_own(document: Path) -> None:
    printed = items(action["progress"] for action in truth_beside(document)["actions"])
    assert items(action.progress for action in read(document).actions) == printed


@each
def test_a_sound_document_raises_no_alarm(document: Path) -> None:
    assert alarms(read(document)) == []


@each
def test_every_status_rests_on_the_document_s_own_legend(document: Path) -> None:
    assert Counter(a.status_basis for a in read(document).actions) == {"legend": len(read(document).actions)}


@each
def test_every_character_ends_in_exactly_one_place(document: Path) -> None:
    for page in read(document).ledger:
        placed = page.fields + page.headers + page.legend + page.headings + page.furniture + page.left_alone
        assert page.chars > 0
        assert (placed, page.unplaced) == (page.chars, 0), page


@each
def test_every_mark_ends_somewhere(document: Path) -> None:
    ledger = read(document).ledger
    assert [(page.page, page.marks_placed) for page in ledger] == [(page.page, page.marks) for page in ledger]


@pytest.mark.parametrize("document", DOCUMENTS[:3], ids=lambda path: path.stem)
def test_each_sign_of_an_action_counts_as_a_mark(document: Path) -> None:
    """The fourth sample has letters on shaded cells, which are text."""
    review = read(document)
    assert sum(page.marks for page in review.ledger) >= len(review.actions) + len(review.legend)


@each
def test_what_an_action_says_has_evidence_on_each_of_its_pages(document: Path) -> None:
    review = read(document)
    seen = {(e.subject_id, e.field, e.page) for e in review.evidence}
    pages = {(subject, page) for subject, field, page in seen if field in ("action", "progress")}
    for action in review.actions:
        assert {(action.id, page) for page in action.pages} <= pages, action.id
        assert any((action.id, "status", page) in seen for page in action.pages), action.id


def test_a_row_of_which_one_word_stands_on_the_next_page_is_whole() -> None:
    review = read(SAMPLES / "aldermere/2024-25-quarter-2.pdf")
    carers = next(i for i in review.indicators if i.name == "Carers assessed or reviewed in the year to date")
    assert (carers.latest, carers.pages) == ("1,088 (Q2 2024-25)", (5, 6))
    latest = [e for e in review.evidence if (e.subject_id, e.field) == (carers.id, "latest")]
    assert [(e.page, e.raw) for e in latest] == [(5, "1,088 (Q2 2024-"), (6, "25)")]


@each
def test_reading_again_gives_the_same_review(document: Path) -> None:
    again = understand(parsers.read(document.read_bytes()))
    assert again.to_json() == read(document).to_json()
