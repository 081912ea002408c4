"""Scans: a sample page as a scanner would deliver it, read by OCR. Skipped where the extra `ocr` is not installed."""

from __future__ import annotations

import io
import json
import socket
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image

from normalise import Review, understand
from parsers import Parsed, Refusal, read
from parsers.scans import ocr

SAMPLE = Path(__file__).parents[3] / "samples" / "aldermere" / "2024-25-quarter-2.pdf"
needs_ocr = pytest.mark.skipif(not ocr.available(), reason="the extra `ocr` is not installed")


def scanned(source: Path, pages: int, dots: int = 150, askew: float = 0.7) -> bytes:
    """The first pages of a PDF as pictures that lie a little askew, in grey noise of a scanner's quality."""
    document = pdfium.PdfDocument(source)
    sheets = []
    for number in range(pages):
        sheet: Image.Image = document[number].render(scale=dots / 72).to_pil().convert("RGB")
        sheet = sheet.rotate(askew, Image.Resampling.BICUBIC, fillcolor="white")
        noise = Image.effect_noise(sheet.size, 12).convert("RGB")
        sheets.append(Image.blend(sheet, noise, 0.06))
    document.close()
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=dots, quality=85)
    return out.getvalue()


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    """Two scanned pages, read with the network shut."""

    class Shut(socket.socket):
        def connect(self, address: object) -> None:
            raise AssertionError(f"OCR wanted to fetch something from {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", Shut)
        return read(scanned(SAMPLE, 2), ocr=True)


@pytest.fixture(scope="module")
def review(parsed: Parsed) -> Review:
    return understand(parsed)


@pytest.fixture(scope="module")
def printed() -> list[dict[str, Any]]:
    """The rows of the sample's first two pages as its truth has them."""
    rows = json.loads(SAMPLE.with_suffix(".json").read_text(encoding="utf-8"))["actions"]
    return [row for row in rows if row["pages"][0] <= 2]


@needs_ocr
def test_the_statuses_of_a_scan_are_those_that_are_printed(
    review: Review, printed: list[dict[str, Any]]
) -> None:
    statuses = [row["status"].replace("not_happening", "off_track") for row in printed]
    assert [action.status for action in review.actions] == statuses
    assert {action.status_basis for action in review.actions} == {"legend"}


@needs_ocr
def test_every_value_of_a_scan_says_that_it_was_read_by_ocr(review: Review) -> None:
    assert {e.reader for e in review.evidence} == {"ocr"}
    assert all(action.confidence < 1 for action in review.actions)
    told = [(f.severity, f.page) for f in review.findings if f.code == "read_by_ocr"]
    assert told == [("warning", 1), ("warning", 2)]


@needs_ocr
def test_the_words_of_a_scan_are_those_that_are_printed(
    review: Review, printed: list[dict[str, Any]]
) -> None:
    read_so = [(a.action_number, a.action, a.leads) for a in review.actions]
    assert read_so == [(row["number"], row["text"], tuple(row["leads"])) for row in printed]


def test_without_being_asked_a_scan_is_refused_and_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    data = scanned(SAMPLE, 1)
    monkeypatch.setattr(ocr, "available", lambda: True)
    with pytest.raises(Refusal, match=r"no_text_layer.*read it with --ocr'"):
        read(data)
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(Refusal, match=r"read it with --ocr after pip install '\.\[ocr\]'"):
        read(data)


@needs_ocr
def test_a_page_with_text_of_its_own_is_not_read_by_ocr() -> None:
    assert read(SAMPLE.read_bytes(), ocr=True) == read(SAMPLE.read_bytes())
