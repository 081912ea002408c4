"""What the words of `planreview correct` mean: decisions about the reviews of a database."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import Any

from normalise.review import Action, Activity, Indicator
from planreview.asking import ask, question
from planreview.choosing import match
from planreview.errors import Mistake
from planreview.printing import print_rows, tell
from warehouse import corrections_file
from warehouse.address import Subject, subjects
from warehouse.correctable import FIELDS, field_of, parse, shown
from warehouse.correcting import read_value
from warehouse.correction import LINKS, Address, Correction, undone
from warehouse.facts import prefix
from warehouse.reread import reread
from warehouse.store import Warehouse

SHOWN = (
    "correction_id",
    "state",
    "kind",
    "review_id",
    "refs",
    "number",
    "field",
    "was",
    "now",
    "made_by",
    "why",
)
#: characters of a text that a table shows
LONGEST = 80
#: names that are told where several rows fit
MOST = 5


def corrections_path(db: str, given: str | None) -> Path:
    """The corrections file: the one given, else beside the database, `reviews.corrections.csv`."""
    return Path(given) if given else Path(db).with_suffix(".corrections.csv")


def run_correct(options: argparse.Namespace) -> int:
    """Decide, or list what was decided; gives the exit status."""
    ids: Sequence[str] = ()
    if not options.list:
        file = corrections_path(options.db, options.corrections)
        if not Path(options.db).exists():
            raise Mistake(
                f"{options.db} does not exist; make it with `planreview ingest SOURCE --db {options.db}`"
            )
        with Warehouse.open(options.db) as store:
            decisions = _decisions(options, store)
            if decisions:
                ids = [c.id for c in store.correct(file, decisions)]
            else:
                store.heed(file)
            waiting = store.waiting()
        tell(f"{len(ids)} added to {file}" if ids else f"the database says what {file} says")
        tell_waiting(waiting)
    if ids or options.list or options.json:
        answer = ask(options.db, "corrections", ids=list(ids))
        if options.json:
            print_rows(*answer, "json")
        else:
            print_rows(SHOWN, [_told(row) for row in answer.dicts()], "table")
    if options.list:
        with Warehouse.open(options.db, read_only=True) as store:
            tell_waiting(store.waiting())
    return 0


def tell_waiting(waiting: Sequence[tuple[str, str]]) -> None:
    """Name the corrections whose review is not loaded: it may be to come, or its name may be misspelt."""
    if not waiting:
        return
    some = ", ".join(f"{correction_id} for {review}" for correction_id, review in waiting[:MOST])
    count = f"{len(waiting)} correction{'s wait' if len(waiting) > 1 else ' waits'}"
    tell(
        f"{count} for a review that is not loaded, or is called otherwise: "
        f"{some}{', ...' if len(waiting) > MOST else ''}; planreview reviews shows what they are called"
    )


def _told(row: dict[str, Any]) -> list[Any]:
    """A correction in a table's row: long texts by their beginning, of a link the other end."""
    if row["kind"] in LINKS:
        end = filter(None, (row["other_refs"], row["other_number"]))
        plan = str(row["review_id"]).rpartition("/")[0]
        row["now"] = f"{row['other_review'].removeprefix(f'{plan}/')} {' / '.join(end) or row['other_text']}"
    return [
        shorten(value, LONGEST, placeholder="…") if isinstance(value := row[name], str) else value
        for name in SHOWN
    ]


def _decisions(options: argparse.Namespace, store: Warehouse) -> list[Correction]:
    words: list[str] = options.words
    if options.file:
        known = {c.id for c in store.corrections()}
        return [c for c in corrections_file.read(_existing(options.file)) if c.id not in known]
    if options.undo:
        found = [_undo(options.undo, store)]
    elif not words:
        return []
    elif words[0] == "accept" and len(words) == 2:
        found = [_accept(store, words[1])]
    elif words[0] in LINKS and len(words) == 5:
        latter, former = _subject(store, words[1], words[2]), _subject(store, words[3], words[4])
        if latter.kind != former.kind or latter.review == former.review:
            raise Mistake(f"found {latter.kind} and {former.kind}; expected two of a kind, in two reviews")
        found = [Correction(words[0], latter, other=former)]
    elif len(words) > 2 and words[0] not in (*LINKS, "accept"):
        found = _values(store, words[0], words[1], words[2:])
    else:
        raise Mistake(
            f"found {' '.join(words)!r}; expected REVIEW SUBJECT FIELD=VALUE, see planreview correct --help"
        )
    if not options.why:
        raise Mistake("a decision needs a reason; give it with --why TEXT")
    moment = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    who = options.by or getpass.getuser()
    return [replace(c, made_by=who, made_at=moment, why=options.why) for c in found]


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise Mistake(f"{file} does not exist; expected a corrections file")
    return file


def _undo(wanted: str, store: Warehouse) -> Correction:
    known = store.corrections()
    if wanted not in {c.id for c in known}:
        raise Mistake(f"found no correction {wanted!r}; planreview correct --list shows their ids")
    if wanted in undone(known):
        raise Mistake(f"{wanted} is undone already; to have it back, undo the line that took it back")
    return Correction("undo", now=wanted)


def _values(store: Warehouse, review: str, subject: str, given: Sequence[str]) -> list[Correction]:
    address = _subject(store, review, subject)
    document_id = _document(store, review)
    read = reread(store.con, document_id)
    kind = address.kind
    own = {s.address: s.id for s in subjects(read, prefix(document_id))}.get(address)
    facts: list[Activity | Action | Indicator] = [*read.activities, *read.actions, *read.indicators]
    fact = next((f for f in facts if f.id == own), read)
    found = []
    for pair in given:
        name, equals, value = pair.partition("=")
        field = field_of(kind, name.strip())
        if not equals:
            raise Mistake(f"found {pair!r}; expected FIELD=VALUE, such as status=completed")
        if kind != "indicator" and field not in FIELDS[kind]:
            raise Mistake(f"found the field {name!r}; expected any of {', '.join(FIELDS[kind])}")
        was = shown(fact, field)
        parse(kind, field, value)
        if was == value:
            raise Mistake(
                f"{field} is read as {value!r} already; to settle its finding use planreview correct accept"
            )
        sort = "review" if kind == "review" else "status" if field == "status" else "value"
        found.append(Correction(sort, address, field, was, value))
    return found


def _accept(store: Warehouse, finding_id: str) -> Correction:
    rows = store.con.execute(question("finding"), {"finding_id": finding_id}).fetchall()
    if not rows:
        raise Mistake(f"found no open finding {finding_id!r}; planreview findings --json shows their ids")
    document_id, code, message, page, kind, subject_id, field = rows[0]
    if code.startswith("correction_"):
        raise Mistake(f"{finding_id} is about a correction; correct it anew, or use --undo")
    read, start = reread(store.con, document_id), prefix(document_id)
    review = read.review_id
    local = subject_id.removeprefix(f"{start}-") if subject_id else None
    row = next((s.address for s in subjects(read, start) if s.id == local), None)
    if row is None:
        shape = "review" if kind == "review" else "page"
        row = Address(review, start, shape, number=str(page or ""), text=message)
    was = read_value(read, row.kind, local, field or "")
    return Correction("accept", row, field or "", was, code)


def _document(store: Warehouse, review: str) -> str:
    rows = store.con.execute(question("review_documents")).fetchall()
    return str(dict(rows)[match(review, [row[0] for row in rows])])


def _subject(store: Warehouse, review: str, wanted: str) -> Address:
    """The address of the one subject that is meant: by id, by refs and number, or by a part of its text."""
    document_id = _document(store, review)
    read, start = reread(store.con, document_id), prefix(document_id)
    if wanted == "review":
        return Address(read.review_id, start, "review", text=read.title or "")
    known = subjects(read, start)
    bare = wanted.replace(" ", "").lower()
    for fits in (
        [s for s in known if wanted in (s.id, f"{start}-{s.id}")],
        [s for s in known if bare in _names(s)],
        [s for s in known if wanted.lower() in s.address.text.lower()],
    ):
        if len(fits) == 1:
            return fits[0].address
        if fits:
            some = ", ".join(f"{start}-{s.id}" for s in fits[:MOST])
            raise Mistake(f"{wanted!r} fits {len(fits)} rows of {read.review_id} ({some}); give an id")
    raise Mistake(
        f"{wanted!r} fits no row of {read.review_id}; expected an id, '1.1 / 2', or a part of its text"
    )


def _names(subject: Subject) -> set[str]:
    """Refs and number as one may write them; an activity has no number."""
    refs, number = (part.replace(" ", "").lower() for part in (subject.address.refs, subject.address.number))
    names = (
        {number}
        if subject.address.kind == "indicator"
        else {f"{refs}/{number}" if refs and number else refs or number}
    )
    return names - {""}
