"""Make the documents of a seed: the same drawn review on paper by two engines, each PDF with its truth beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bench.invented.compose import compose
from bench.invented.draw import draw
from bench.invented.flow import print_flow
from bench.invented.paper import Paper
from bench.invented.truth import Truth, printed_truth
from bench.invented.web import print_web

ENGINES: dict[str, Callable[[Paper, Path], None]] = {"flow": print_flow, "web": print_web}


class NotPrinted(ValueError):
    """The truth of a document has a text that its PDF does not print: a fault of this package."""


def make(seed: int, engine: str, folder: Path) -> tuple[Path, Truth]:
    """Write `NNNN-ENGINE.pdf` and `.json` into a folder; gives where the PDF is, and its truth."""
    drawn, path = draw(seed), folder / f"{seed:04}-{engine}.pdf"
    ENGINES[engine](compose(drawn), path)
    truth, missing = printed_truth(drawn, path)
    if missing:
        raise NotPrinted(f"seed {seed}, {engine}: " + "; ".join(missing))
    text = json.dumps(truth, indent=1, ensure_ascii=False)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return path, truth
