"""An ingest as a person watches it: a bar, a line a document, a summary; or JSON lines for a program."""

from __future__ import annotations

import argparse
import shlex
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from ingest.reader import Reader
from ingest.run import Ingest, Result
from ingest.sources import Entry
from normalise.serialise import to_json
from planreview.cli.flags import DATABASE
from planreview.correcting import corrections_path, tell_waiting
from planreview.printing import tell
from warehouse.store import Warehouse

OUTCOMES = ("loaded", "partial", "unchanged", "refused")


def load(options: argparse.Namespace, entries: list[Entry], reader: Reader, begun: float) -> int:
    """Load what the reader reads into the database of the command line; gives the exit status.

    `begun` is when the command began, by the monotonic clock.
    """
    results = []
    with (
        Warehouse.open(options.db) as store,
        _watch(len(entries), as_json=options.json) as show,
    ):
        store.heed(corrections_path(options.db, options.corrections))
        for result in Ingest(reader, store, force=options.force).run(entries):
            results.append(result)
            show(result)
        waiting = store.waiting()
    if not options.json:
        tell(_summary(results, options.db, time.monotonic() - begun))
        tell_waiting(waiting)
    return int(options.strict and any(_needs_a_look(result) for result in results))


class _Show(Protocol):
    def __call__(self, result: Result) -> None: ...


@contextmanager
def _watch(total: int, *, as_json: bool) -> Iterator[_Show]:
    """A way to show each result: JSON lines on stdout, or lines on stderr with a bar at a terminal."""
    if as_json:
        yield lambda result: print(to_json(result, indent=None), flush=True)
    elif total < 2 or not sys.stderr.isatty():
        yield lambda result: tell(_line(result))
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        console = Console(stderr=True, highlight=False, soft_wrap=True)
        with Progress(
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True
        ) as bar:
            task = bar.add_task("", total=total)

            def show(result: Result) -> None:
                bar.console.print(_line(result), markup=False)
                bar.advance(task)

            yield show


def _line(result: Result) -> str:
    name = Path(result.source).name
    if result.outcome == "refused":
        return f"refused    {name}: {result.code}: {result.message}"
    if result.pages is None:
        return f"{result.outcome:<10} {name}, as {_cycle(result)}"
    counts = (
        (result.pages, "page"),
        (result.actions, "action"),
        (result.indicators, "indicator"),
        (result.findings, "finding"),
    )
    told = ", ".join(_count(*count) for count in counts)
    return f"{result.outcome:<10} {name}: {told}, {result.seconds:.2f} s, as {_cycle(result)}"


def _cycle(result: Result) -> str:
    return (result.review_id or "").rsplit("/", 1)[-1]


def _summary(results: list[Result], db: str, seconds: float) -> str:
    outcomes = Counter(result.outcome for result in results)
    told = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in OUTCOMES if outcomes[outcome])
    findings = sum(result.findings or 0 for result in results)
    lines = [
        f"{_count(len(results), 'document')}: {told}; {_count(findings, 'finding')}; {seconds:.1f} s; in {db}"
    ]
    where = "" if db == DATABASE else f" --db {shlex.quote(db)}"
    if findings or outcomes["refused"]:
        lines.append(
            f"what to look at: planreview findings{where}; what was refused: planreview documents{where}"
        )
    if len(results) > 1 and outcomes["refused"] < len(results):
        lines.append(f"what moved: planreview diff{where}")
    return "\n".join(lines)


def _count(number: int | None, noun: str) -> str:
    return f"{number or 0} {noun}{'' if number == 1 else 's'}"


def _needs_a_look(result: Result) -> bool:
    return result.outcome in ("refused", "partial") or bool(result.findings)
