"""Make every sample: `python -m samples.make` from the root of the project."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from samples.make import chromium_svg, libreoffice_shapes, reportlab_glyphs, typst_letters
from samples.make.changes import changes_between
from samples.make.check import complaints
from samples.make.plan import Review, read_reviews
from samples.make.search import PrintedPages
from samples.make.truth import truth_of

SAMPLES = Path(__file__).parent.parent
COUNCIL = "aldermere"
TABLE = re.compile(r"(?<=<!-- files -->\n).*?(?=<!-- end of files -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Producer:
    """A way to print a review, and how its marks look."""

    render: Callable[[Review, Path], None]
    symbols: Mapping[str, str]


PRODUCERS = {
    "libreoffice_shapes": Producer(libreoffice_shapes.render, libreoffice_shapes.SYMBOLS),
    "chromium_svg": Producer(chromium_svg.render, chromium_svg.SYMBOLS),
    "reportlab_glyphs": Producer(reportlab_glyphs.render, reportlab_glyphs.SYMBOLS),
    "typst_letters": Producer(typst_letters.render, typst_letters.SYMBOLS),
}


def main() -> int:
    """Write PDFs, truths, diffs and the table in the README; 1 where a sample is not what it should be."""
    folder, reviews, lines, wrong = SAMPLES / COUNCIL, read_reviews(), [], []
    folder.mkdir(exist_ok=True)
    for review in reviews:
        path = folder / f"{review.slug}.pdf"
        producer = PRODUCERS[review.producer]
        producer.render(review, path)
        printed = PrintedPages(path)
        truth = truth_of(review, producer.symbols, printed)
        _write_json(path.with_suffix(".json"), truth)
        wrong += [f"{path.name}: {sentence}" for sentence in complaints(review, truth, printed)]
        lines.append(_table_line(review, path, printed))
    for before, after in pairwise(reviews):
        _write_json(folder / f"diff_{before.slug}__{after.slug}.json", changes_between(before, after))
    _write_table(lines)
    print("\n".join(wrong) or f"{len(reviews)} samples in samples/{COUNCIL}", file=sys.stderr)
    return bool(wrong)


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _table_line(review: Review, path: Path, printed: PrintedPages) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    cells = (
        f"`{COUNCIL}/{path.name}`",
        str(len(printed.pages)),
        printed.producer,
        f"`make/{review.producer}.py`",
        f"`{digest}`",
    )
    return f"| {' | '.join(cells)} |\n"


def _write_table(lines: list[str]) -> None:
    """Replace the README's table of files."""
    readme = SAMPLES / "README.md"
    head = "| file | pages | producer, as the PDF names it | made by | sha256 |\n|---|---|---|---|---|\n"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(TABLE.sub(lambda _: head + "".join(lines), text), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
