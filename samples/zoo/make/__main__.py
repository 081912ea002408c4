"""Make the zoo: `python -m samples.zoo.make [NAME...]` from the root of the project.

A publisher is a module of this package with `make(path) -> truth`: it writes the PDF and gives what is printed on
it, without pages. This command finds the pages, writes the truth beside the PDF, and lists both in the README.
"""

from __future__ import annotations

import hashlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import samples.zoo.make as publishers
from samples.make.search import PrintedPages
from samples.zoo.make.pages import complaints, with_pages

ZOO = Path(__file__).parents[1]
README = ZOO / "README.md"
TABLE = re.compile(r"(?<=<!-- files -->\n).*?(?=<!-- end of files -->)", re.DOTALL)
HEAD = "| file | pages | producer, as the PDF names it | made by | sha256 |\n|---|---|---|---|---|\n"


def main(names: list[str]) -> int:
    """Write each publisher's PDF and truth, then the README's table; 1 where something is not printed."""
    wrong = []
    for module in sorted(found.name for found in pkgutil.iter_modules(publishers.__path__)):
        make = getattr(import_module(f"samples.zoo.make.{module}"), "make", None)
        if make and (not names or module in names):
            wrong += [f"{module}: {sentence}" for sentence in _made(make, ZOO / f"{module}.pdf")]
    lines = "".join(map(_table_line, sorted(ZOO.glob("*.pdf"))))
    text = README.read_text(encoding="utf-8")
    README.write_text(TABLE.sub(lambda _: HEAD + lines, text), encoding="utf-8")
    print("\n".join(wrong) or "the zoo is made", file=sys.stderr)
    return bool(wrong)


def _made(make: Callable[[Path], dict[str, Any]], path: Path) -> list[str]:
    truth = make(path)
    printed = PrintedPages(path)
    wrong = list(complaints(truth, printed))
    if not wrong:
        text = json.dumps(with_pages(truth, printed), indent=1, ensure_ascii=False)
        path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return wrong


def _table_line(path: Path) -> str:
    printed = PrintedPages(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    cells = (
        f"`{path.name}`",
        str(len(printed.pages)),
        printed.producer,
        f"`make/{path.stem}.py`",
        f"`{digest}`",
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
