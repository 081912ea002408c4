"""An ingest loads in order, reads nothing twice, and loses no document whatever becomes of its reader."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ingest.pool import Pool
from ingest.reader import Reader
from ingest.run import Ingest, Result
from ingest.sources import Entry
from ingest.task import Limits
from normalise import Given
from warehouse.store import Warehouse

TASK = "tests.ingest.misbehaving:misbehave_as_told"


def ingest(
    folder: Path, *names: str, given: Given = Given(), force: bool = False, extractor: str = "1"
) -> list[Result]:
    """Ingest files of the folder into the database beside them."""
    return list(results_of(folder, names, given=given, force=force, extractor=extractor))


def results_of(
    folder: Path,
    names: Sequence[str],
    *,
    given: Given = Given(),
    force: bool = False,
    extractor: str = "1",
    seconds: float = 10.0,
) -> Iterator[Result]:
    """The same, result by result."""
    limits = Limits(seconds=seconds, megabytes=512)
    with Warehouse.open(folder / "reviews.duckdb") as store, Pool(TASK, jobs=2, limits=limits) as pool:
        entries = [Entry(str(folder / name), given) for name in names]
        yield from Ingest(Reader(pool, extractor, folder), store, force=force).run(entries)


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)


def documents(folder: Path) -> list[tuple[str, str, str | None]]:
    with Warehouse.open(folder / "reviews.duckdb", read_only=True) as store:
        return store.con.execute("select file_name, outcome, code from documents").fetchall()


def test_hang_crash_and_hunger_cost_their_own_document_and_are_recorded(tmp_path: Path) -> None:
    write(tmp_path, a="fine", b="hang", c="crash", d="eat", e="also fine")
    names = [f"{letter}.txt" for letter in "abcde"]
    results = list(results_of(tmp_path, names, seconds=25.0))  # eating memory takes a busy machine ten
    expected = [None, "timed_out", "crashed", "out_of_memory", None]
    assert [result.code for result in results] == expected
    assert [Path(result.source).name for result in results] == names
    assert sorted(documents(tmp_path)) == [
        (name, "refused" if code else "loaded", code) for name, code in zip(names, expected, strict=True)
    ]


def test_the_same_bytes_read_by_the_same_rules_are_unchanged(tmp_path: Path) -> None:
    write(tmp_path, a="fine")
    assert [result.outcome for result in ingest(tmp_path, "a.txt")] == ["loaded"]
    assert [result.outcome for result in ingest(tmp_path, "a.txt")] == ["unchanged"]


def test_bytes_that_come_twice_in_one_run_are_loaded_once(tmp_path: Path) -> None:
    write(tmp_path, a="fine", b="fine")
    assert [result.outcome for result in ingest(tmp_path, "a.txt", "b.txt")] == ["loaded", "unchanged"]


@pytest.mark.parametrize(
    "again", [{"force": True}, {"extractor": "2"}, {"given": Given(cycle="mid-year")}], ids=str
)
def test_force_new_rules_or_new_facts_read_again(tmp_path: Path, again: dict[str, object]) -> None:
    write(tmp_path, a="fine")
    ingest(tmp_path, "a.txt")
    assert [result.outcome for result in ingest(tmp_path, "a.txt", **again)] == ["loaded"]  # type: ignore[arg-type]


def test_what_hung_once_is_tried_again(tmp_path: Path) -> None:
    write(tmp_path, a="hang")
    ingest(tmp_path, "a.txt")
    (again,) = ingest(tmp_path, "a.txt")
    assert (again.outcome, again.code, again.seconds >= 2) == ("refused", "timed_out", True)


def test_a_file_that_is_gone_is_a_refusal_on_record(tmp_path: Path) -> None:
    (result,) = ingest(tmp_path, "nowhere.txt")
    assert (result.outcome, result.code) == ("refused", "unreadable_source")
    assert documents(tmp_path) == [("nowhere.txt", "refused", "unreadable_source")]


def test_more_documents_than_are_read_ahead_stay_in_order(tmp_path: Path) -> None:
    names = [f"{number:02d}" for number in range(40)]
    write(tmp_path, **{name: f"text {name}" for name in names})
    results = ingest(tmp_path, *(f"{name}.txt" for name in names))
    assert [Path(result.source).stem for result in results] == names
    assert {result.outcome for result in results} == {"loaded"}


#: a shell that starts tests in the background has them ignore interrupts; the person at a terminal does not
SCRIPT = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
from tests.ingest.test_run import results_of
folder = Path(sys.argv[1])
names = sorted(path.name for path in folder.glob("*.txt"))
for result in results_of(folder, names, seconds=60.0):
    print(result.outcome, flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_an_ingest_that_is_stopped_leaves_a_whole_database_and_goes_on(
    tmp_path: Path, how: signal.Signals
) -> None:
    write(tmp_path, **{f"{number:02d}": f"text {number}" for number in range(25)}, zz="hang")
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout
    assert [process.stdout.readline() for _ in range(5)] == [b"loaded\n"] * 5
    process.send_signal(how)
    process.communicate(timeout=120)
    assert process.returncode != 0
    before = documents(tmp_path)
    assert len(before) >= 5
    names = sorted(path.name for path in tmp_path.glob("*.txt") if path.stem != "zz")
    results = ingest(tmp_path, *names)
    assert [result.outcome for result in results[: len(before)]] == ["unchanged"] * len(before)
    assert len(documents(tmp_path)) == len(names)
