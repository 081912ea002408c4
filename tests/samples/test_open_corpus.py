"""The open corpus, where it lies beside the project: the same comparison, and what must be refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import parsers
from normalise import understand
from parsers import Refusal

from .printed import alarms, differences, truth_beside

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "open"
DOCUMENTS = sorted([*CORPUS.glob("*.pdf"), *CORPUS.glob("*.txt")]) if CORPUS.exists() else []
WHOLE = [path for path in DOCUMENTS if not path.stem.startswith(("broken", "notts_2g"))]
BROKEN = [path for path in DOCUMENTS if path not in WHOLE]
DAMAGED = CORPUS / "broken_damaged_page.pdf"

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the corpus is not here")


@pytest.mark.parametrize("document", WHOLE, ids=lambda path: path.stem)
def test_everything_printed_is_read_and_nothing_else(document: Path) -> None:
    wrong = differences(truth_beside(document), understand(parsers.read(document.read_bytes())))
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("document", [p for p in WHOLE if p.suffix == ".pdf"], ids=lambda path: path.stem)
def test_a_sound_document_raises_no_alarm(document: Path) -> None:
    assert alarms(understand(parsers.read(document.read_bytes()))) == []


@pytest.mark.parametrize("document", [p for p in BROKEN if p != DAMAGED], ids=lambda path: path.stem)
def test_what_cannot_be_read_is_refused_with_its_code(document: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        understand(parsers.read(document.read_bytes()))
    assert refusal.value.code == truth_beside(document)["expected"]["code"]
    assert refusal.value.message


def test_an_encrypted_document_opens_with_its_password() -> None:
    locked = (CORPUS / "broken_encrypted_user_password.pdf").read_bytes()
    review = understand(parsers.read(locked, password="council2016"))
    assert not differences(truth_beside(CORPUS / "notts_2016-17_mid.pdf"), review)


def test_a_page_that_lost_its_text_is_named_and_the_others_are_read() -> None:
    truth = truth_beside(DAMAGED)
    review = understand(parsers.read(DAMAGED.read_bytes()))
    named = {f.page for f in review.findings if f.severity == "error"}
    assert named == set(truth["expected"]["or_partial_naming_pages"])


def test_a_real_report_s_colours_say_what_its_hidden_labels_say() -> None:
    """Goals and initiatives of a published progress report, read by colour; each cell hides its label in words."""
    printed = CORPUS.parent / "real" / "louisville_omb_strategic_plan.pdf"
    with printed.with_suffix(".labels.csv").open() as labels:
        hidden = [
            (row["column"], row["label"].split(" (")[0].replace("Track", "track"))
            for row in csv.DictReader(labels)
        ]
    review = understand(parsers.read(printed.read_bytes()))
    read = [("goal_health", dict(a.extra)["Goal Health"]) for a in review.actions]
    read += [("initiative_health", a.status_label or "") for a in review.actions]
    by_column = {c: [label.replace("-", " ") for column, label in read if column == c] for c, _ in hidden}
    assert by_column == {c: [label for column, label in hidden if column == c] for c, _ in hidden}
    assert len(review.actions) == 34 and not [f for f in review.findings if f.subject_kind == "action"]
