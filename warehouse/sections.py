"""Sections: the priorities of a plan followed from review to review, by their titles before their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from warehouse.assignment import best_assignment
from warehouse.similarity import alike
from warehouse.wording import plain, wording

#: a title as alike as this, or so many of the texts below it, make two sections one though the title is another
_ONE = 0.5
#: what the number adds where titles or texts leave a choice
_SAME_NUMBER = 0.1


class Section(NamedTuple):
    """A priority of one review; `texts` are those of its actions and indicators in the form in which they are
    compared, `place` counts the plan's reviews."""

    number: str
    title: str
    texts: frozenset[str]
    place: int


def follow_sections(reviews: Sequence[Sequence[Section]]) -> list[dict[str, str]]:
    """For each review the name of each section by its number there. A name stays when the number changes; it is the
    number under which the section was first seen, or that and the review, where the number was another section's."""
    known: dict[str, Section] = {}
    names: list[dict[str, str]] = []
    for place, sections in enumerate(reviews):
        found = _continued(list(known.items()), sections, place - 1)
        for section in sections:
            fresh = section.number if section.number not in known else f"{section.number}@{place}"
            found.setdefault(section.number, fresh)
        known |= {found[section.number]: section for section in sections}
        names.append(found)
    return names


def renamed(printed: str, number: str | None, name: str | None) -> str:
    """A reference that begins with its section's number ("2.4" in section 2), with the section's name in its place."""
    if not number or not name or number == name:
        return printed
    if printed == number or printed.startswith(f"{number}."):
        return name + printed[len(number) :]
    return printed


def _continued(
    known: Sequence[tuple[str, Section]], sections: Sequence[Section], last: int
) -> dict[str, str]:
    """Names of the sections that were there before: those with the same title, then those with a title much like it
    or with the same texts, then, of the review before, those with the same number."""
    found = _same_title(known, sections)
    left = [(name, former) for name, former in known if name not in found.values()]
    right = [section for section in sections if section.number not in found]
    gains = {
        (i, j): _likeness(former, latter) - _ONE + _SAME_NUMBER * (former.number == latter.number)
        for i, (_, former) in enumerate(left)
        for j, latter in enumerate(right)
        if _likeness(former, latter) >= _ONE
    }
    found |= {right[j].number: left[i][0] for i, j in best_assignment(gains).items()}
    numbered = {former.number: name for name, former in left if former.place == last}
    for section in right:
        name = numbered.get(section.number)
        if name and section.number not in found and name not in found.values():
            found[section.number] = name
    return found


def _same_title(known: Sequence[tuple[str, Section]], sections: Sequence[Section]) -> dict[str, str]:
    before = Counter(_title(former) for _, former in known)
    after = Counter(_title(section) for section in sections)
    names = {_title(former): name for name, former in known}
    return {
        section.number: names[title]
        for section in sections
        if (title := _title(section)) and before[title] == after[title] == 1
    }


def _likeness(former: Section, latter: Section) -> float:
    more = max(len(former.texts), len(latter.texts))
    shared = len(former.texts & latter.texts) / more if more else 0.0
    return max(shared, alike(wording(former.title), wording(latter.title)))


def _title(section: Section) -> str:
    return plain(section.title).casefold()
