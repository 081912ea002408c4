"""Decided links: what people said is one thread, or is not, as linking heeds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import duckdb

from warehouse.linking import Link, Links
from warehouse.sql_files import statement
from warehouse.subject import Subject

#: kind and id of a subject
Key = tuple[str, str]


class Decided(NamedTuple):
    """By either end of a decision: kind of decision, id of the other end, who decided. The last one counts."""

    links: Mapping[Key, Mapping[str, tuple[str, str]]]

    def together(self, key: Key, threads: Mapping[Key, str]) -> tuple[str, str] | None:
        """The thread that a subject was put in, of those there are so far, and by whom."""
        found = [
            (threads[key[0], other], who)
            for other, (kind, who) in self.links.get(key, {}).items()
            if kind == "link" and (key[0], other) in threads
        ]
        return found[-1] if found else None

    def apart(self, key: Key, threads: Mapping[Key, str]) -> dict[str, str]:
        """The threads that a subject was kept out of, and by whom."""
        return {
            threads[key[0], other]: who
            for other, (kind, who) in self.links.get(key, {}).items()
            if kind == "unlink" and (key[0], other) in threads
        }


def read_decided(con: duckdb.DuckDBPyConnection, plan_key: str) -> Decided:
    """What was decided about the links of one plan."""
    links: dict[Key, dict[str, tuple[str, str]]] = {}
    for kind, subject, one, other, who in con.execute(
        statement("decided_links"), {"plan_key": plan_key}
    ).fetchall():
        for here, there in ((one, other), (other, one)):
            ends = links.setdefault((subject, here), {})
            ends.pop(there, None)
            ends[there] = (kind, who)
    return Decided(links)


def free(
    kind: str, subjects: Sequence[Subject], taken: set[str], threads: Mapping[Key, str]
) -> list[Subject]:
    """Subjects about whom, or about whose thread, nothing was decided."""
    return [s for s in subjects if s.id not in taken and threads.get((kind, s.id)) not in taken]


def heeded(kind: str, links: Links, decided: Decided, threads: Mapping[Key, str]) -> Links:
    """Links without those that a person took apart."""

    def stands(link: Link) -> bool:
        return threads[kind, link.former.id] not in decided.apart((kind, link.latter.id), threads)

    return links._replace(
        made=tuple(filter(stands, links.made)), proposed=tuple(filter(stands, links.proposed))
    )
