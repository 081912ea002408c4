"""The flag --ocr: what it needs, how long it may take, and that it is another way of reading."""

from __future__ import annotations

import argparse

import pytest

from ingest.task import PATIENCE_FOR_OCR, Limits
from planreview.cli import flags
from planreview.errors import Mistake


def options(*words: str, **settings: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    flags.add_limits(parser)
    flags.add_ocr(parser)
    parser.set_defaults(**settings)
    return parser.parse_args(words)


def test_a_scan_has_more_time_than_a_document_with_text_unless_told() -> None:
    assert flags.limits(options()).seconds == Limits().seconds
    assert flags.limits(options("--ocr")).seconds == PATIENCE_FOR_OCR
    assert flags.limits(options("--ocr", "--timeout", "5")).seconds == 5
    assert flags.limits(options(timeout="7")).seconds == 7


@pytest.mark.parametrize(
    ("setting", "wanted"), [("True", True), ("true", True), ("False", False), ("0", False)]
)
def test_the_setting_says_yes_or_no(monkeypatch: pytest.MonkeyPatch, setting: str, wanted: bool) -> None:
    monkeypatch.setattr("parsers.scans.ocr.available", lambda: True)
    assert flags.ocr(options(ocr=setting)) is wanted
    assert (flags.limits(options(ocr=setting)).seconds == PATIENCE_FOR_OCR) is wanted


def test_without_the_extra_the_flag_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.scans.ocr.available", lambda: False)
    assert flags.ocr(options()) is False
    with pytest.raises(Mistake, match=r"pip install '\.\[ocr\]'"):
        flags.ocr(options("--ocr"))
