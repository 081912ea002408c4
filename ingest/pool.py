"""Worker processes that can be lost: each reads one document at a time, within limits.

One that dies is replaced. They are started afresh, not forked, so nothing of this process, its threads or its
database is in them. Everything here runs in one thread: `wait` is where time passes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any

from ingest.task import Limits, Reply

#: documents after which a worker is replaced, so that what it leaks stays small
LIFETIME = 200
#: share of the memory limit from which a sudden death is put down to memory
NEAR_THE_LIMIT = 0.7
#: seconds that a worker has to end by itself once its pipe is closed
FAREWELL = 2.0
#: what the new process runs: the path of this one, then the worker
START = "import sys; sys.path[:] = sys.argv[2:]; from ingest.worker import serve; serve(int(sys.argv[1]))"


class Ticket:
    """A task that was handed in; `reply` is None until it is done."""

    __slots__ = ("arguments", "reply")

    def __init__(self, arguments: tuple[Any, ...]) -> None:
        self.arguments = arguments
        self.reply: Reply | None = None


class Pool:
    """Up to `jobs` workers for one task, named `module:function` so that only they import it.

    Use as a context manager. `noisy` lets the workers' stderr through.
    """

    def __init__(
        self, task: str, *, jobs: int = 1, limits: Limits | None = None, noisy: bool = False
    ) -> None:
        self._task = task
        self._limits = limits or Limits()
        self._jobs = max(1, jobs)
        self._noisy = noisy
        self._queue: deque[Ticket] = deque()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dismiss(list(self._workers))

    def warm(self) -> None:
        """Start one worker now, so that it is ready by the time the first task comes."""
        if not self._workers:
            self._hire()

    def submit(self, *arguments: Any) -> Ticket:
        """Hand in a task; it starts at once where a worker is free or may be started."""
        ticket = Ticket(arguments)
        self._queue.append(ticket)
        self._begin()
        return ticket

    def wait(self, ticket: Ticket) -> Reply:
        """Let time pass until this task is done, and others with it."""
        while ticket.reply is None:
            self._pass_time()
        return ticket.reply

    def _begin(self) -> None:
        while self._queue:
            self._dismiss([worker for worker in self._workers if not worker.fit])
            idle = next((worker for worker in self._workers if worker.ticket is None), None)
            if idle is None and len(self._workers) >= self._jobs:
                return
            (idle or self._hire()).start(self._queue.popleft())

    def _dismiss(self, workers: list[_Worker]) -> None:
        for worker in workers:
            worker.end()
            self._workers.remove(worker)

    def _hire(self) -> _Worker:
        worker = _Worker(self._task, self._limits, self._noisy)
        self._workers.append(worker)
        return worker

    def _pass_time(self) -> None:
        busy = {worker.pipe: worker for worker in self._workers if worker.ticket}
        patience = min(worker.deadline for worker in busy.values()) - time.monotonic()
        ready = wait(list(busy), max(0.0, patience))
        for pipe, worker in busy.items():
            worker.collect(answered=pipe in ready)
        self._dismiss([worker for worker in self._workers if worker.spent])
        self._begin()


class _Worker:
    """One process, the pipe to it, and the task that it is at."""

    def __init__(self, task: str, limits: Limits, noisy: bool) -> None:
        self.pipe: Connection
        self.pipe, theirs = Pipe()
        self._process = _start(theirs.fileno(), noisy)
        theirs.close()
        self._limits = limits
        self._begun = 0.0
        self._done = 0
        self.ticket: Ticket | None = None
        self.spent = False
        self._say((task, limits))

    @property
    def deadline(self) -> float:
        return self._begun + self._limits.seconds

    @property
    def fit(self) -> bool:
        """Whether it may be given work: at work, or idle and still there."""
        return self.ticket is not None or (not self.spent and self._process.poll() is None)

    def start(self, ticket: Ticket) -> None:
        self.ticket, self._begun = ticket, time.monotonic()
        self._say(ticket.arguments)

    def collect(self, *, answered: bool) -> None:
        """Take the answer, or note that the time is over or the process gone."""
        if not answered and time.monotonic() < self.deadline:
            return
        reply = self._listen() if answered else self._overdue()
        assert self.ticket is not None
        # a worker says how long it took; of one that is gone the clock here does
        self.ticket.reply = reply if reply.seconds else replace(reply, seconds=time.monotonic() - self._begun)
        self.ticket = None
        self._done += 1
        self.spent = self.spent or self._done >= LIFETIME or reply.code == "out_of_memory"

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self.pipe.close()

    def _say(self, words: tuple[Any, ...]) -> None:
        try:
            self.pipe.send(words)
        except OSError:
            self.spent = True  # it died this moment; listening to it tells how

    def _listen(self) -> Reply:
        try:
            reply = self.pipe.recv()
        except (EOFError, OSError):
            self.spent = True
            return self._post_mortem()
        except Exception as error:  # whatever half an answer may raise
            reply = error
        if isinstance(reply, Reply) and reply.seconds > self._limits.seconds:
            return replace(self._late(), seconds=reply.seconds)  # it lay ready where nobody looked in time
        if isinstance(reply, Reply):
            return reply
        self.spent = True
        return Reply(code="crashed", message=f"the reader's answer was not understood: {reply!r:.200}")

    def _overdue(self) -> Reply:
        self.spent = True
        return self._late()

    def _late(self) -> Reply:
        return Reply(code="timed_out", message=f"not read after {self._limits.seconds:g} seconds (--timeout)")

    def _post_mortem(self) -> Reply:
        code, peak = _reap(self._process)
        if code == -getattr(signal, "SIGXCPU", 0):
            return self._overdue()
        if code == -signal.SIGKILL or peak > NEAR_THE_LIMIT * self._limits.megabytes:
            return Reply(code="out_of_memory", message=f"the reader was ended at {peak:.0f} MB (--memory)")
        how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return Reply(code="crashed", message=f"the reader ended with {how} on this document")


def _start(descriptor: int, noisy: bool) -> subprocess.Popen[bytes]:
    # numeric libraries would start a thread a core and reserve address space for each
    quiet = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-P", "-c", START, str(descriptor), *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if noisy else subprocess.DEVNULL,
        env={**os.environ, **quiet},
        pass_fds=(descriptor,),
    )


def _reap(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Exit code (negative: the signal) and peak megabytes of a process that has closed its pipe."""
    if process.returncode is not None:
        return process.returncode, 0.0
    done, status, usage = os.wait4(process.pid, os.WNOHANG)
    patience = time.monotonic() + FAREWELL
    while not done and time.monotonic() < patience:
        time.sleep(0.01)
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
    if not done:
        process.kill()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return process.returncode, usage.ru_maxrss / scale
