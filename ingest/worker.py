"""The inside of a worker process: takes one task after another from a pipe, within limits, and answers."""

from __future__ import annotations

import ctypes
import importlib
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ingest.task import Limits, Reply
from parsers import Refusal
from parsers.circles import unsought


def serve(descriptor: int) -> None:
    """Answer tasks until the pipe closes. The first thing to arrive is ("module:function", limits)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    pipe = Connection(descriptor)
    try:
        name, limits = pipe.recv()
        with unsought():
            task = _load(name)
        _limit_memory(limits)
        while True:
            arguments = pipe.recv()
            _limit_processor(limits)
            begun = time.monotonic()
            reply = _answer(task, arguments)
            pipe.send(replace(reply, seconds=time.monotonic() - begun))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _load(name: str) -> Callable[..., Any]:
    """The task; one that cannot be imported answers every call with why."""
    module, function = name.split(":")
    try:
        task: Callable[..., Any] = getattr(importlib.import_module(module), function)
    except Exception as error:
        reason = _where(error)

        def task(*_: object) -> None:
            raise Refusal("crashed", f"the reader cannot start: {reason}")

    return task


def _answer(task: Callable[..., Any], arguments: tuple[Any, ...]) -> Reply:
    try:
        return Reply(value=task(*arguments))
    except Refusal as refusal:
        return Reply(code=refusal.code, message=refusal.message)
    except MemoryError:
        return Reply(code="out_of_memory", message="needed more memory than a document may use (--memory)")
    except Exception as error:
        return Reply(code="crashed", message=f"the reader failed: {_where(error)}; please report this")


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def _limit_memory(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS accepts the limit and does not keep it
        size = limits.megabytes << 20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_processor(limits: Limits) -> None:
    """A second line behind the parent's clock, for a worker whose parent is gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _die_with_parent() -> None:
    """Ask Linux to end this process when the one that started it ends, however it ends."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
