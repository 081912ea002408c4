"""Texts that look like a part of a longer one: where a row was cut or two were mixed, sentences begin or end midway."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from normalise.language import values
from normalise.review import COLUMNS, Action, Finding, Indicator

USUAL = 0.8  # share of a field's texts that open with a capital, from which on a small letter is odd
ENOUGH = 4  # texts of a field from which on a usual form can be told
#: words that no sentence ends with; with `to` or `with` some do, and with a capital `A`: `Team A`
DANGLING = re.compile(
    r"(?:^|\s)(?:and|or|the|of|a|an|its|their|our|your|by|than|into|between|including|such as)$"
)
TAIL = 12  # characters at a text's end: more than such words have with the blank before them
OPENS = re.compile(r"[^\W\d_]")
TOLD = 40  # characters of the text that a finding quotes


class Field(NamedTuple):
    """A field's text of one row."""

    kind: str
    subject: str
    name: str
    text: str
    page: int


def found(actions: Sequence[Action], indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """A warning about each row with a text that begins or ends in the middle of a sentence, as its like do not, or with
    a value that leaves a bracket open."""
    for texts in _by_field(actions, indicators):
        capital = _usually_opens_with_capital(texts) and texts[0].name != "leads"  # `all partners`
        for field in texts:
            if capital and _opens_midway(field.text):
                yield _finding(field, f"begins midway: {field.text[:TOLD]!r}")
            elif _ends_midway(field.text):
                yield _finding(field, f"ends midway: {field.text[-TOLD:]!r}")
    for i in indicators:
        for name in COLUMNS:
            field = Field("indicator", i.id, name, getattr(i, name) or "", i.pages[0] if i.pages else 0)
            if _is_open(field.text):
                yield _finding(field, f"ends midway: {field.text[-TOLD:]!r}")


def _by_field(actions: Sequence[Action], indicators: Sequence[Indicator]) -> Iterator[list[Field]]:
    told: tuple[tuple[str, Callable[[Action], str]], ...] = (
        ("action", lambda a: a.action),
        ("progress", lambda a: a.progress),
    )
    for name, text in told:
        yield _filled(Field("action", a.id, name, text(a), a.pages[0] if a.pages else 0) for a in actions)
    yield [
        Field("action", a.id, "leads", name, a.pages[0] if a.pages else 0)
        for a in actions
        for name in a.leads
    ]
    yield _filled(Field("indicator", i.id, "name", i.name, i.pages[0] if i.pages else 0) for i in indicators)


def _filled(fields: Iterable[Field]) -> list[Field]:
    """The fields that are told; what stands for nothing (`n/a`, `tbc`) is whole, and shows no usual form."""
    return [f for f in fields if f.text.strip() and not values.is_absent(f.text)]


def _usually_opens_with_capital(texts: Sequence[Field]) -> bool:
    opened = [f for f in texts if OPENS.match(f.text)]
    capital = sum(f.text[0].isupper() for f in opened)
    return len(opened) >= ENOUGH and capital >= USUAL * len(opened)


def _opens_midway(text: str) -> bool:
    return text[0] in ",;)" or (text[0].islower() and not (len(text) > 1 and text[1].isupper()))


def _ends_midway(text: str) -> bool:
    last = text.rstrip()
    return bool(DANGLING.search(last[-TAIL:])) or last[-1] in ",(" or _is_open(last)


def _is_open(text: str) -> bool:
    """True for a text that leaves a bracket open: `421 (Q1`."""
    return text.rfind("(") > text.rfind(")")


def _finding(field: Field, how: str) -> Finding:
    message = f"the text {how}; a part of it may stand elsewhere"
    return Finding(
        "warning", "text_incomplete", message, field.page or None, field.kind, field.subject, field.name
    )
