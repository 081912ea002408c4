"""A publisher's profile: what one publisher means by its words, signs and headings, where it differs from others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

APRIL = 4  # the month in which a financial year begins unless a profile says otherwise


class ProfileError(Exception):
    """A profile that is not understood. The message says file, line and key, what was found, what was expected."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One publisher's habits. Headings, words and phrases are plain (`vocabulary.plain`), signs as `sign_names.signs`.

    `headings` maps to a role, or to "" for a column that is kept as it is printed; `words` and `signs` map to a status;
    `cycles` maps a printed phrase to a part of the year (`Q1` to `Q4`, `mid-year`, `year-end`).
    """

    names: tuple[str, ...] = ()  # the publisher's name, then other names that it goes by
    plan: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    year_starts: int = APRIL
    cycles: Mapping[str, str] = field(default_factory=dict)
    separators: tuple[str, ...] = ()
    good_is: Mapping[str, str] = field(default_factory=dict)  # phrase -> "high" or "low"
    ignored: tuple[str, ...] = ()  # headings and titles of tables that are left alone
    where: str = ""  # the file that it was read from, for messages

    def is_of(self, publisher: str | None) -> bool:
        """True for the publisher's name or one of its other names, in any case."""
        return publisher is not None and publisher.casefold() in {name.casefold() for name in self.names}

    def sign(self, shown: Iterable[str]) -> str | None:
        """The status of the first of these descriptions, the most particular first, that the profile knows."""
        return next((self.signs[name] for name in shown if name in self.signs), None)


NO_PROFILE = Profile()
_IN_FORCE: ContextVar[Profile] = ContextVar("profile", default=NO_PROFILE)


def in_force() -> Profile:
    """The profile of the document that is being understood; one that says nothing where there is none."""
    return _IN_FORCE.get()


@contextmanager
def speaking(profile: Profile) -> Iterator[None]:
    """Have a profile's words outrank the common vocabulary while one document is understood."""
    token = _IN_FORCE.set(profile)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


class Profiles(NamedTuple):
    """Profiles at hand: one that is meant for whatever is read, and others to be found by publisher."""

    given: Profile | None = None
    shelf: tuple[Profile, ...] = ()

    def of(self, publisher: str | None) -> Profile:
        """The profile for a document of this publisher."""
        return self.given or next((p for p in self.shelf if p.is_of(publisher)), NO_PROFILE)

    @property
    def digest(self) -> str:
        """Eight hexadecimal digits that change whenever any profile does; "" where there is none."""
        if not self.given and not self.shelf:
            return ""
        return hashlib.sha256(repr((self.given, self.shelf)).encode()).hexdigest()[:8]


NO_PROFILES = Profiles()
