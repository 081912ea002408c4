"""The form of a profile: TOML to Profile; a mistake is told in one line with its key and what was expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from normalise.language import dates, vocabulary
from normalise.profile import APRIL, Profile, ProfileError
from normalise.review import STATUSES
from normalise.signs import names as sign_names

KEPT = "extra"  # what a profile says of a column that no field is meant for
QUARTER_ROLES = ("q1", "q2", "q3", "q4")
PARTS_OF_YEAR = ("Q1", "Q2", "Q3", "Q4", "mid-year", "year-end")
TABLES = {
    "headings": "a printed heading and its role",
    "statuses": "what a status cell shows and its status",
    "cycles": "year_starts = \"April\", or a printed phrase and its part of the year",
    "leads": "separators = [\"; \"]",
    "polarity": "high = [...] and low = [...]",
    "tables": "ignore = [...]",
}  # fmt: skip
TEXTS = ("publisher", "plan")
KEYS = (*TEXTS, "aliases", *TABLES)


def roles() -> tuple[str, ...]:
    """The roles that a profile may give a heading."""
    return (*vocabulary.load("headings")["roles"], *QUARTER_ROLES, KEPT)


def parse(text: str, where: str) -> Profile:
    """The profile that a TOML text holds; `where` names its file. Raises ProfileError."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{where}: {error}; expected TOML such as publisher = 'Marlshire'") from None
    return _Form(text, where).profile(found)


class _Form:
    """Checks values by key and tells where a wrong one stands."""

    def __init__(self, text: str, where: str) -> None:
        self._lines, self._where = text.splitlines(), where

    def profile(self, found: dict[str, Any]) -> Profile:
        for key in found:
            if key not in KEYS:
                self._reject(key, f"the key {key!r}", f"any of {', '.join(KEYS)}")
        tables = {name: self._table(found, name) for name in TABLES}
        words, signs = self._statuses(tables["statuses"])
        return Profile(
            names=self._names(found),
            plan=self._text(found, "plan"),
            headings={
                vocabulary.plain(key): "" if role == KEPT else role
                for key, role in self._choices(tables["headings"], roles()).items()
            },
            words=words,
            signs=signs,
            year_starts=self._year_starts(tables["cycles"]),
            cycles=self._cycles(tables["cycles"]),
            separators=self._listed(tables["leads"], "separators"),
            good_is=self._good_is(tables["polarity"]),
            ignored=tuple(map(vocabulary.plain, self._listed(tables["tables"], "ignore"))),
            where=self._where,
        )

    def _names(self, found: dict[str, Any]) -> tuple[str, ...]:
        name = self._text(found, "publisher")
        aliases = self._texts(found.get("aliases", []), "aliases")
        if aliases and not name:
            self._reject("aliases", "other names", "publisher, the name that they stand for, beside them")
        return (name, *aliases) if name else ()

    def _text(self, found: dict[str, Any], key: str) -> str | None:
        value = found.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            self._reject(key, repr(value), "a name in quotes")
        return value.strip() if value else None

    def _texts(self, value: Any, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self._reject(key, repr(value), 'a list of texts such as ["one", "two"]')
        return tuple(value)

    def _table(self, found: dict[str, Any], name: str) -> dict[str, Any]:
        value = found.get(name, {})
        if not isinstance(value, dict):
            self._reject(name, repr(value), f"a table [{name}] with {TABLES[name]}")
        return value

    def _listed(self, table: dict[str, Any], *allowed: str) -> tuple[str, ...]:
        """The texts of the table's only list."""
        for key in table:
            if key not in allowed:
                self._reject(key, f"the key {key!r}", " or ".join(allowed))
        return self._texts(table.get(allowed[0], []), allowed[0])

    def _choices(self, table: Mapping[str, Any], allowed: Iterable[str]) -> dict[str, str]:
        choices = tuple(allowed)
        for key, value in table.items():
            if value not in choices:
                self._reject(key, repr(value), f"one of {', '.join(choices)}")
            if not sign_names.written(key) or (allowed is not STATUSES and not vocabulary.plain(key)):
                self._reject(key, "nothing", "what is printed")
        return dict(table)

    def _statuses(self, table: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
        """Words, and signs: what names a colour, a letter, a shape or a cell's background."""
        told = self._choices(table, STATUSES)
        signs = {sign_names.written(key): status for key, status in told.items()}
        words = {vocabulary.plain(k): s for k, s in told.items() if vocabulary.plain(k) and not _is_colour(k)}
        return words, signs

    def _year_starts(self, table: dict[str, Any]) -> int:
        value = table.get("year_starts")
        if value is None:
            return APRIL
        month = dates.MONTHS.get(str(value).lower())
        if month is None:
            self._reject("year_starts", repr(value), "the name of a month")
        return month

    def _cycles(self, table: dict[str, Any]) -> dict[str, str]:
        phrases = {key: value for key, value in table.items() if key != "year_starts"}
        return {key.casefold(): part for key, part in self._choices(phrases, PARTS_OF_YEAR).items()}

    def _good_is(self, table: dict[str, Any]) -> dict[str, str]:
        for key in table:
            if key not in ("high", "low"):
                self._reject(key, f"the key {key!r}", "high or low")
        return {
            vocabulary.plain(phrase): key for key in table for phrase in self._texts(table[key], key)
        }  # fmt: skip

    def _reject(self, key: str, found: str, expected: str) -> NoReturn:
        raise ProfileError(f"{self._where} line {self._line(key)}: {key}: found {found}; expected {expected}")

    def _line(self, key: str) -> int:
        """The line in which a key or a table stands, counted from 1."""
        name = re.escape(key)
        stands = re.compile(rf"""^\s*(?:\[\s*{name}\s*\]|{name}\s*=|"{name}"\s*=|'{name}'\s*=)""")
        return next((n for n, line in enumerate(self._lines, 1) if stands.match(line)), 1)


def _is_colour(text: str) -> bool:
    return vocabulary.colour_word(text) is not None
