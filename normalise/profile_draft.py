"""A profile drafted from a document: what was seen in it, what each thing was taken for, and what is left open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from normalise.columns.headers import headers
from normalise.columns.strips import Strip
from normalise.columns.year_parts import is_part
from normalise.facts import document as facts
from normalise.given import Given
from normalise.keys import legend
from normalise.language import vocabulary
from normalise.profile import Profiles, speaking
from normalise.profile_form import KEPT, roles
from normalise.prose import texts
from normalise.review import STATUSES
from normalise.rows.carrying import strips_of
from normalise.signs import matching
from normalise.signs import names as sign_names
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import cells as statuses
from normalise.understanding import profile_for
from parsers import Parsed
from parsers.block import Cell, Table

LONGEST_HEADING = 60  # characters; a longer first cell of a table is no column heading
LONGEST_SIGN = 40  # characters; a longer text of a cell is no status
WIDTH = 116  # characters of a comment's line
BASES = {
    "legend": "by the document's own key",
    "profile": "by the profile",
    "words": "by its words",
    "alt": "by its alternative text",
    "convention": "by convention alone: check it",
    "none": "",
}


@dataclass(slots=True)
class Seen:
    """One thing that was seen: what it was taken for, how, how often and on which pages."""

    meaning: str
    basis: str
    times: int = 0
    pages: set[int] = field(default_factory=set)

    def again(self, page: int) -> None:
        self.times += 1
        self.pages.add(page)


def draft(parsed: Parsed, name: str, given: Given, profiles: Profiles) -> str:
    """A profile as TOML: what is understood already stands in comments, what is not is left to be filled in."""
    with speaking(profile_for(parsed, given, profiles)):
        running = texts.furniture(parsed.blocks, {p.number: p.height for p in parsed.pages})
        heads = headers(parsed.blocks)
        learnt = legend.learn([b for b in parsed.blocks if id(b) not in running], heads)
        strips = list(strips_of(parsed.blocks, learnt, heads))
        first = next((k for k, b in enumerate(parsed.blocks) if isinstance(b, Table)), len(parsed.blocks))
        known = facts.learn(texts.placed(parsed.blocks, running, first), given)
        lines = [
            f"# A profile drafted from {name}. A line behind a # says nothing; take the # away to teach it.",
            "",
            *_publisher(known),
            "",
            "[headings]",
            *_wrapped("roles", roles()),
            *_lines(_headings(strips), KEPT),
            "",
            "[statuses]",
            *_wrapped("statuses", STATUSES),
            *_lines(_signs(strips, learnt.keys), "unknown"),
            "",
            "[cycles]",
            f"# this document: {known.cycle or 'no cycle found'}, as at {known.as_at or 'no day found'}",
            '# year_starts = "April"',
            "",
            "[leads]",
            '# separators = ["; ", " / "]',
            "",
            "[polarity]",
            "# high = []",
            "# low = []",
            "",
            "[tables]",
            "# ignore = []  # headings or titles of tables that are no part of the review",
        ]
    return "\n".join(lines) + "\n"


def _publisher(known: facts.Facts) -> Iterator[str]:
    """The names that the document gives, with a word of caution where they are inferred."""
    unsure = any(f.code == "publisher_inferred" for f in known.findings)
    caution = "  # taken from the name of a place: complete it" if unsure else ""
    yield f"publisher = {_quoted(known.publisher)}{caution}" if known.publisher else '# publisher = ""'
    yield "# aliases = []"
    yield f"# plan = {_quoted(known.plan or '')}"


def _headings(strips: Sequence[Strip]) -> dict[str, Seen]:
    """Column headings in printed order with the role that each was given."""
    found: dict[str, Seen] = {}
    for strip in strips:
        if strip.kind in ("legend", "ignored"):
            continue
        columns = zip(strip.headings, strip.roles, strict=True) if strip.headed else _unheaded(strip)
        for heading, role in columns:
            if vocabulary.plain(heading):
                basis = strip.kind if strip.kind != "other" else "a table that was left alone"
                found.setdefault(heading, Seen(role, basis)).again(strip.table.page)
    return found


def _unheaded(strip: Strip) -> Iterator[tuple[str, str]]:
    """The first row of a table whose header is not known, where it may be one."""
    cells = [c for c in strip.table.cells if c.row == 0 and c.text]
    if strip.kind == "other" and len(cells) > 1 and all(len(c.text) <= LONGEST_HEADING for c in cells):
        yield from ((" ".join(c.text.split()), vocabulary.role_of(c.text) or "") for c in cells)


def _signs(strips: Sequence[Strip], keys: Sequence[Key]) -> dict[str, Seen]:
    """What the status cells show with the status that each was given.

    Where no status column is known: what stands in columns without a role, and the marks of tables left alone.
    """
    found: dict[str, Seen] = {}
    for strip in strips:
        if strip.kind in ("legend", "ignored"):
            continue
        rated = [role for role in strip.roles if role == "status" or is_part(role)]
        columns = {col for role in rated for col in strip.columns(role)}
        columns = columns or ({*strip.columns("")} if strip.kind == "actions" else set())
        for cell in strip.table.cells:
            if not strip.body <= cell.row < strip.end:
                continue
            if cell.col in columns or (strip.kind == "other" and cell.marks):
                for name, decision in _shown(cell, keys):
                    found.setdefault(name, Seen(decision.status, BASES[decision.basis])).again(
                        strip.table.page
                    )
    return found


def _shown(cell: Cell, keys: Sequence[Key]) -> Iterator[tuple[str, Decision]]:
    """The names of what a cell shows, by which a profile may mean it."""
    decision = statuses.decide([cell], keys)
    marks = [m for m in cell.marks if not m.shape.startswith("arrow")]
    for mark in marks:
        vague = mark.shape in matching.VAGUE_SHAPES
        yield sign_names.signs(mark)[0 if vague else 1 if mark.colour else 0], decision
    if not marks and cell.text and len(cell.text) <= LONGEST_SIGN:
        yield " ".join(cell.text.split()), decision
    elif not marks and cell.fill:
        yield sign_names.fill_signs(cell.fill)[0], decision


def _lines(seen: dict[str, Seen], nothing: str) -> Iterator[str]:
    """One comment a thing: the understood with what they mean, the others to be filled in."""
    for name, found in seen.items():
        open_still = found.meaning in ("", nothing)
        meaning = f"{_quoted(name)} = {_quoted('' if open_still else found.meaning)}"
        times = "once" if found.times == 1 else f"{found.times} times"
        told = f"{times} on {_pages(found.pages)}" + (f", {found.basis}" if found.basis else "")
        yield f"# {meaning}  # {'NOT KNOWN: ' if open_still else ''}{told}"


def _pages(numbers: set[int]) -> str:
    """Page numbers as ranges: `pages 1-3, 7`."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    told = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
    return f"page{'s' if len(numbers) > 1 else ''} {told}"


def _wrapped(what: str, words: Iterable[str]) -> Iterator[str]:
    """A list of words as comment lines."""
    line = f"# {what}:"
    for word in words:
        if len(line) + len(word) > WIDTH:
            yield line
            line = "#  "
        line += f" {word}"
    yield line


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's form is one."""
    return json.dumps(text, ensure_ascii=False)
