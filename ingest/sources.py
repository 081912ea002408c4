"""What to read: files, folders, globs, addresses and manifests become entries, one a document, in order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from normalise import Given

#: what a folder is searched for: documents, and transcripts that another tool made of documents
SUFFIXES = (".pdf", ".txt", ".md")
#: texts that speak of a folder, not of a plan
ABOUT_THE_FOLDER = ("readme", "license", "changelog", "contributing", "sources", "requirements")


class SourceError(Exception):
    """A source on the command line that names nothing. The message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to read: a path or an http(s) address, what the user says of it, and its password."""

    location: str
    given: Given = Given()
    password: str | None = None

    @property
    def remote(self) -> bool:
        return self.location.lower().startswith(("http://", "https://"))


def find_entries(sources: Iterable[str], given: Given, password: str | None = None) -> Iterator[Entry]:
    """Entries of all sources in the order given, folders in order of name. Raises SourceError.

    A source is an http(s) address, a manifest (`*.csv`), a folder (searched through for PDFs and
    transcripts), a file, or a glob pattern.
    """
    from ingest.manifest import read_manifest

    for source in sources:
        if Entry(source).remote:
            yield Entry(source, given, password)
        elif source.lower().endswith(".csv") and Path(source).is_file():
            yield from read_manifest(Path(source), given, password)
        else:
            yield from (Entry(path, given, password) for path in _paths(source))


def _paths(source: str) -> list[str]:
    path = Path(source)
    if path.is_dir():
        return _required(
            list(_documents_under(path)), f"{source}: no {', '.join(SUFFIXES)} file in this folder"
        )
    if path.exists():
        return [source]
    if glob.has_magic(source):
        matches = sorted(m for m in glob.iglob(source, recursive=True) if Path(m).is_file())  # noqa: PTH207
        return _required(matches, f"{source}: no file matches this pattern")
    raise SourceError(
        f"{source}: no such file or folder; give a PDF, a folder, a glob, a URL or a manifest .csv"
    )


def _required(paths: list[str], complaint: str) -> list[str]:
    if not paths:
        raise SourceError(complaint)
    return paths


def _documents_under(folder: Path) -> Iterator[str]:
    for directory, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(path) for path in map(Path(directory).joinpath, sorted(files)) if _is_document(path))


def _is_document(path: Path) -> bool:
    name = path.name.lower()
    return path.suffix.lower() in SUFFIXES and not name.startswith((".", *ABOUT_THE_FOLDER))
