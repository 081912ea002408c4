"""`python -m bench.invented FROM TO [FOLDER]`: make the reviews of seeds FROM to TO - 1, read them, say what is right.

Each seed gives two documents. PDFs and truths stay in FOLDER; without one they go into a temporary folder.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import parsers
from bench.invented.judge import Judgement, Slip, judge
from bench.invented.making import ENGINES, make
from normalise import understand
from parsers import Refusal

#: headings and widths of what is printed
COLUMNS = {
    "rows": 6,
    "found": 7,
    "extra": 7,
    "lost": 6,
    "fields right": 16,
    "statuses right": 16,
    "silent": 8,
    "alarms": 8,
}
HEAD = f"{'document':14}" + "".join(f"{name:>{width}}" for name, width in COLUMNS.items())
WIDEST = 110


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("first", type=int, metavar="FROM")
    parser.add_argument("end", type=int, metavar="TO")
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="print every field that is not as printed"
    )
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        _measure(range(asked.first, asked.end), folder, asked.verbose)


def _measure(seeds: range, folder: Path, verbose: bool) -> None:
    whole, total = 0, Judgement()
    print(HEAD)
    for name, judgement in _judged(seeds, folder):
        print(_line(name, judgement))
        for slip in judgement.slips if verbose else ():
            print(_slip(slip))
        whole += not judgement.slips
        total.add(judgement)
    print(_line("all", total))
    print(f"{whole} of {len(seeds) * len(ENGINES)} documents are whole")


def _judged(seeds: range, folder: Path) -> Iterator[tuple[str, Judgement]]:
    """Each document in the order of seeds, made and read in processes of their own."""
    with ProcessPoolExecutor() as pool:
        yield from pool.map(partial(_one, folder), product(seeds, ENGINES))


def _one(folder: Path, which: tuple[int, str]) -> tuple[str, Judgement]:
    path, truth = make(*which, folder)
    try:
        return path.stem, judge(truth, understand(parsers.read(path.read_bytes())))
    except Refusal:
        rows = len(truth["actions"]) + len(truth["indicators"])
        return path.stem + " refused", Judgement(rows=rows)


def _line(name: str, judged: Judgement) -> str:
    lost = judged.rows - judged.found
    fields = f"{judged.fields_right}/{judged.fields}"
    statuses = f"{judged.statuses_right}/{judged.statuses}"
    values = (judged.rows, judged.found, judged.extra, lost, fields, statuses, judged.silent, judged.alarms)
    return f"{name:14}" + "".join(
        f"{value:>{width}}" for value, width in zip(values, COLUMNS.values(), strict=True)
    )


def _slip(slip: Slip) -> str:
    said = "SILENT" if slip.silent else "said"
    want, have = (repr(str(value)[:WIDEST]) for value in (slip.want, slip.have))
    return f"    {said:7}{slip.row[:40]!r}, {slip.field}: {want}, read as {have}"


if __name__ == "__main__":
    main()
