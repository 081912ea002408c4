"""How well threads follow the truth of a story: which pairs of rows were linked, and which should be."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.history.reviews import Printed, printed
from bench.history.story import tell
from normalise.review import Review
from warehouse import Source, Warehouse

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)

#: a split or merge, the row that is the whole, and one of its pieces
Division = tuple[str, str, str]
_BRANCHES = """
select b.event, w.subject_id, p.subject_id
from core.branches b
join core.threads w on w.thread_id = b.whole_thread
    and w.review_id = if(b.event = 'split', b.before_review, b.after_review)
join core.threads p on p.thread_id = b.piece_thread
    and p.review_id = if(b.event = 'split', b.after_review, b.before_review)
where b.kind = 'action'
"""

#: a row and the next one of its thread, by their ids in the warehouse
Pair = tuple[str, str]


class Measured(NamedTuple):
    """`wrong` links were made and are not so; `missed` ones are so and were not made. `scores` are those of all
    links, with whether each is right; `asked` are those left to a person; `noted` counts the splits and merges that
    were noted, `rightly` those of them that are so, `divisions` all there are, `found` those of which a piece was
    noted."""

    links: int
    right: int
    truths: int
    met: int
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    scores: tuple[tuple[float, bool], ...]
    asked: int
    noted: int
    rightly: int
    divisions: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.links)

    @property
    def recall(self) -> float:
        return self.met / max(1, self.truths)


def measure(seed: int, quarters: int = 48, size: int = 60) -> Measured:
    """Load and link the story of a seed in a warehouse of its own, and compare."""
    told = printed(tell(seed, quarters, size), f"Plan {seed}")
    with TemporaryDirectory() as folder, Warehouse.open(Path(folder) / "h.duckdb") as warehouse:
        load(warehouse, told)
        return compared(warehouse, told)


def load(warehouse: Warehouse, told: Printed) -> None:
    for review in told.reviews:
        source = Source("history", "history.pdf", 1000, review.document.sha256)
        warehouse.load(source, review, extractor_version="history", ingested_at=NOW)
    warehouse.link()


def compared(warehouse: Warehouse, told: Printed) -> Measured:
    """The links of a warehouse against the truth."""
    rows = warehouse.con.execute(
        "select thread_id, subject_id, score from core.threads join core.sequence using (plan_key, review_id) "
        "where kind = 'action' order by thread_id, place"
    ).fetchall()
    threads: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for thread, subject, score in rows:
        threads[thread].append((subject, score))
    made = {(a, b): s or 0.0 for t in threads.values() for (a, _), (b, s) in pairwise(t)}
    must, may = _truth(told)
    right = {pair for pair in made if pair in may}
    missed = [group for group in must if not group & right]
    noted = [tuple(row) for row in warehouse.con.execute(_BRANCHES).fetchall()]
    divisions = _divisions(told)
    pieces = {piece: whole for whole, all_pieces in divisions.items() for piece in all_pieces}
    asked = warehouse.con.execute("select count(*) from findings where code = 'uncertain_link'").fetchall()
    return Measured(
        links=len(made),
        right=len(right),
        truths=len(must),
        met=len(must) - len(missed),
        wrong=tuple(sorted(set(made) - right)),
        missed=tuple(sorted(min(group) for group in missed)),
        scores=tuple((score, pair in right) for pair, score in made.items()),
        asked=asked[0][0],
        noted=len(noted),
        rightly=sum(branch in pieces for branch in noted),
        divisions=len(divisions),
        found=len({pieces[branch] for branch in noted if branch in pieces}),
    )


def _divisions(told: Printed) -> dict[Division, set[Division]]:
    """By each split or merge, named after its whole, all rows that may be noted of it: event, whole and piece."""
    found: dict[Division, set[Division]] = defaultdict(set)
    for former, latter in pairwise(told.reviews):
        before, after = _identities(former, told), _identities(latter, told)
        for identity, subject in after.items():
            parents = told.parents.get(identity, ())
            if identity in before or not parents or not all(p in before for p in parents):
                continue
            if len(parents) > 1:
                found["merge", subject, ""] |= {("merge", subject, before[p]) for p in parents}
            else:
                whole = before[parents[0]]
                found["split", whole, ""].add(("split", whole, subject))
    return {whole: pieces for whole, pieces in found.items() if whole[0] == "merge" or len(pieces) > 1}


def _identities(review: Review, told: Printed) -> dict[int, str]:
    """Ids in the warehouse by identity."""
    start = review.document.sha256[:12]
    return {told.identities[f"{start}-{a.id}"]: f"{start}-{a.id}" for a in review.actions}


def _truth(told: Printed) -> tuple[list[frozenset[Pair]], set[Pair]]:
    """Groups of pairs of which one at least must be linked, and all the pairs that may be. What was split or merged
    goes on as any one of its parts."""
    last: dict[int, str] = {}
    must: list[frozenset[Pair]] = []
    for review in told.reviews:
        ids = _identities(review, told)
        groups: dict[tuple[int, ...], set[Pair]] = defaultdict(set)
        for identity, subject in ids.items():
            if identity in last:
                groups[identity,].add((last[identity], subject))
            elif parents := [p for p in told.parents.get(identity, ()) if p in last]:
                groups[tuple(parents)] |= {(last[p], subject) for p in parents}
        must += [frozenset(group) for group in groups.values()]
        last |= ids
    return must, {pair for group in must for pair in group}
