"""Tasks for a worker that does not behave, as a hostile document may make it."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path

from parsers import Refusal


def answer(text: str) -> str:
    return text.upper()


def process_id(*_: object) -> int:
    return os.getpid()


def slow_then_fast(text: str) -> str:
    time.sleep(0.3 if text == "a" else 0.0)
    return text


def hang_on(text: str) -> str:
    if "hang" in text:
        time.sleep(60)
    return text


def spin(_: str) -> None:
    while True:
        pass


def eat_memory(text: str) -> int:
    return len([bytearray(1 << 20) for _ in range(1 << 20)]) if "eat" in text else 0


def segfault(text: str) -> str:
    if "crash" in text:
        ctypes.string_at(0)
    return text


def be_killed(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_: str) -> None:
    os._exit(3)


class Riddle:
    """An answer that cannot be read at the other end."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        return int, ("not a number",)


def answer_in_riddles(_: str) -> Riddle:
    return Riddle()


def fall_silent(_: str) -> None:
    os.closerange(3, 256)
    time.sleep(60)


def have_a_bug(_: str) -> None:
    raise KeyError("no such column")


def refuse(_: str) -> None:
    raise Refusal("damaged", "half of it is missing")


def chatter(text: str) -> str:
    print("a library's words on stdout")
    os.write(1, b"and those of native code\n")
    return text


def misbehave_as_told(path: str, sha256: str | None, password: str | None, *_: object) -> object:
    """Does what the document's text says; a stand-in for reading a review."""
    text = Path(path).read_text()
    for word, deed in {"hang": hang_on, "eat": eat_memory, "crash": segfault}.items():
        if word in text:
            deed(text)
    from tests.ingest.reviews import small_review

    return small_review(path)
