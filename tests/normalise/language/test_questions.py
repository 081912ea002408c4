"""Headings that ask how a row stands, and their answers."""

from __future__ import annotations

import pytest

from normalise.language.questions import asked, is_answer, told
from normalise.language.vocabulary import plain


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("On track?", "on track"),
        ("On track (Y/N)", "on track"),
        ("On Track? Yes/No", "on track"),
        ("On track? (Yes / No / Partly)", "on track"),
        ("Is the project on track?", "project on track"),
        ("Target met this quarter", "target met"),
        ("Complete Y/N", "complete"),
        ("Delayed?", "delayed"),
        ("Started?", None),
        ("Statutory measure", None),
        ("Target", None),
        ("Target met by the contractor", None),
        ("", None),
    ],
)
def test_what_a_heading_asks(heading: str, question: str | None) -> None:
    assert asked(heading) == question


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("on track", "Yes", "On track"),
        ("on track", "N", "Not on track"),
        ("project on track", "No", "Not on track"),
        ("on track", "No - waits for the lease", "Not on track - waits for the lease"),
        ("target met", "No", "Target not met"),
        ("target met", "Almost", "Target nearly met"),
        ("target met", "Partly", "Partially met"),
        ("complete", "No", None),
        ("delayed", "No", None),
        ("on track", "Nobody knows", None),
        ("on track", "N/A", None),
    ],
)
def test_what_an_answer_says(question: str, answer: str, words: str | None) -> None:
    assert told(question, answer) == words


@pytest.mark.parametrize(
    ("text", "whether"), [("yes.", True), ("In part", True), ("Not yet", False), ("", False)]
)
def test_what_is_an_answer(text: str, whether: bool) -> None:
    assert is_answer(text) is whether


def test_an_answer_is_told_in_words_of_its_own_question() -> None:
    assert plain(told("on schedule", "y") or "") == "on schedule"
