"""`make readme`: run the commands of the README's first session and write down what they print today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HOUSE = Path(__file__).parents[1]
README = HOUSE / "README.md"
#: the session is the first block of this kind
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
WIDTH, LINES = "100", 24


def main() -> None:
    text = README.read_text(encoding="utf-8")
    session = BLOCK.search(text)
    assert session, "the README has no session"
    commands = re.findall(r"^\$ planreview (.*)$", session.group(), re.MULTILINE)
    with TemporaryDirectory() as folder:
        (Path(folder) / "samples").symlink_to(HOUSE / "samples")
        told = "\n".join(f"$ planreview {command}\n{_printed(command, folder)}" for command in commands)
    README.write_text(text[: session.start()] + told + text[session.end() :], encoding="utf-8")


def _printed(command: str, folder: str) -> str:
    """What a command prints, the first lines of it."""
    done = subprocess.run(
        f"{sys.executable} -m planreview {command}",
        shell=True, cwd=folder, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "COLUMNS": WIDTH},
    )  # fmt: skip
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines if len(lines) <= LINES + 4 else [*lines[:LINES], "..."]) + "\n"


if __name__ == "__main__":
    main()
