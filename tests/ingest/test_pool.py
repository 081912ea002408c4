"""A document that hangs, crashes or eats memory costs itself and nothing else."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.pool import LIFETIME, Pool
from ingest.task import Limits, Reply

BAD = "tests.ingest.misbehaving"


def run(task: str, *texts: str, jobs: int = 1, limits: Limits | None = None) -> list[Reply]:
    with Pool(f"{BAD}:{task}", jobs=jobs, limits=limits) as pool:
        tickets = [pool.submit(text) for text in texts]
        return [pool.wait(ticket) for ticket in tickets]


def test_answers_come_to_the_ticket_that_asked_though_workers_finish_out_of_order() -> None:
    assert [reply.value for reply in run("slow_then_fast", "a", "b", "c", jobs=2)] == ["a", "b", "c"]


def test_a_worker_reads_many_documents() -> None:
    assert len({reply.value for reply in run("process_id", "a", "b", "c")}) == 1


def test_a_worker_is_replaced_at_the_end_of_its_lifetime() -> None:
    assert len({reply.value for reply in run("process_id", *["x"] * (LIFETIME + 1))}) == 2


def test_a_hang_is_ended_at_the_time_limit_and_the_next_document_is_read() -> None:
    begun = time.monotonic()
    hung, fine = run("hang_on", "hang", "fine", limits=Limits(seconds=1.0))
    assert hung.code == "timed_out"
    assert "1 seconds" in (hung.message or "")
    assert fine.value == "fine"
    assert time.monotonic() - begun < 60  # the hang itself would go on for ever


def test_time_is_counted_from_when_a_document_is_begun_not_from_when_it_queued() -> None:
    replies = run("hang_on", "hang", "hang 2", "fine", limits=Limits(seconds=1.0))
    assert [reply.code for reply in replies] == ["timed_out", "timed_out", None]


def test_an_answer_that_came_too_late_is_none_though_nobody_looked_before() -> None:
    with Pool(f"{BAD}:slow_then_fast", limits=Limits(seconds=0.1)) as pool:
        ticket = pool.submit("a")
        time.sleep(2.0)
        assert pool.wait(ticket).code == "timed_out"


def test_a_loop_without_end_is_ended() -> None:
    assert [reply.code for reply in run("spin", "x", limits=Limits(seconds=1.0))] == ["timed_out"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit of address space")
def test_memory_beyond_the_limit_is_refused_and_the_next_document_is_read() -> None:
    replies = run("eat_memory", "eat", "fine", limits=Limits(megabytes=512))
    assert [reply.code for reply in replies] == ["out_of_memory", None]


def test_a_segfault_costs_one_document() -> None:
    crashed, fine = run("segfault", "crash", "fine")
    assert crashed.code == "crashed"
    assert "SIGSEGV" in (crashed.message or "")
    assert fine.value == "fine"


def test_a_kill_from_outside_is_put_down_to_memory() -> None:
    assert [reply.code for reply in run("be_killed", "x")] == ["out_of_memory"]


def test_a_worker_that_leaves_in_silence_is_a_crash() -> None:
    (reply,) = run("leave", "x")
    assert (reply.code, reply.message) == ("crashed", "the reader ended with exit status 3 on this document")


def test_an_answer_that_cannot_be_read_costs_one_document() -> None:
    riddle, again = run("answer_in_riddles", "x", "y")
    assert (riddle.code, again.code) == ("crashed", "crashed")
    assert "not understood" in (riddle.message or "")


def test_a_worker_that_closes_its_pipe_and_stays_is_ended() -> None:
    begun = time.monotonic()
    (reply,) = run("fall_silent", "x")
    assert reply.code
    assert time.monotonic() - begun < 20


def test_a_bug_is_a_crash_that_names_its_place() -> None:
    (reply,) = run("have_a_bug", "x")
    assert reply.code == "crashed"
    assert "KeyError" in (reply.message or "")
    assert "ingest/misbehaving.py:" in (reply.message or "")


def test_a_refusal_comes_through_with_its_words() -> None:
    (reply,) = run("refuse", "x")
    assert (reply.code, reply.message) == ("damaged", "half of it is missing")


def test_a_task_that_cannot_be_imported_says_so() -> None:
    (reply,) = run("no_such_task", "x")
    assert reply.code == "crashed"
    assert "no_such_task" in (reply.message or "")


def test_what_native_code_prints_stays_out_of_the_data(capfd: pytest.CaptureFixture[str]) -> None:
    assert [reply.value for reply in run("chatter", "x")] == ["x"]
    assert capfd.readouterr().out == ""


def test_an_idle_worker_that_died_is_replaced_before_it_is_given_work() -> None:
    with Pool(f"{BAD}:process_id") as pool:
        first = pool.wait(pool.submit("a")).value
        subprocess.run(["kill", "-9", str(first)], check=True)
        time.sleep(0.2)
        second = pool.wait(pool.submit("b"))
    assert second.code is None
    assert second.value != first


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_worker_that_hangs_ends_with_its_parent_however_that_ends() -> None:
    script = (
        "import os, signal; from ingest.pool import Pool\n"
        f"pool = Pool('{BAD}:hang_on'); pool.wait(pool.submit('begin')); pool.submit('hang')\n"
        "print(pool._workers[0]._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    until = time.monotonic() + 30  # the hang itself would go on for twice as long
    while is_running(int(done.stdout)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_running(int(done.stdout))


def is_running(process: int) -> bool:
    """Whether it is there and is more than a dead process that nobody has asked about."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
