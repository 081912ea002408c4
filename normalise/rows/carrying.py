"""The document's tables one after the other, each read by its own header or with the columns of one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise.columns import remainders, stated, tallies
from normalise.columns.bold_heads import has_unknown_header
from normalise.columns.content import gathered
from normalise.columns.headers import Header, Headers, header_above
from normalise.columns.meanings import Meanings
from normalise.columns.strips import (
    KINDS,
    SAME_EDGE,
    Strip,
    apart,
    has_edges,
    is_of_one,
    stands_in,
    stands_over,
    strips,
)
from normalise.keys.legend import Learnt
from normalise.language import nouns, phrases, vocabulary
from normalise.profile import in_force
from normalise.rows import breaks
from normalise.rows.breaks import Breaks
from parsers.block import Block, Heading, Table

ALONE = 2  # columns by whose edges no table is known


def strips_of(
    blocks: Sequence[Block], learnt: Learnt, heads: Headers, order: Breaks = breaks.NONE
) -> Iterator[Strip]:
    """Each table's reading, in order; a table without header may go on with the columns of one before.

    `heads` are the headers that the tables themselves have.
    """
    tables = [b for b in blocks if isinstance(b, Table) and id(b) not in learnt.blocks]
    place = {id(b): k for k, b in enumerate(blocks)}
    known = {id(t): heads[id(t)] or header_above(t, blocks[: place[id(t)]]) for t in tables}
    meanings = Meanings(gathered(_headed(tables, known), learnt.keys))
    before: list[Strip] = []
    foreign: Table | None = None  # the last table, where it is none of the review's
    title = ""
    for block in blocks:
        if not isinstance(block, Table):
            title = vocabulary.plain(block.text) if isinstance(block, Heading) else title
            continue
        if title in in_force().ignored:
            yield apart(block, "ignored")
            continue
        if id(block) in learnt.blocks:
            yield apart(block, "legend")
            continue
        if block.page in order.doubled:
            yield apart(block, "repeated")
            continue
        if tallies.counts_statuses(block):
            yield apart(block, "other")
            continue
        told = stated.above(blocks, place[id(block)]) is not None
        measures = id(block) in order.opened and _names_measures(title)
        on = _goes_on(block, _measured(block, before) if measures else before, order.opened)
        if foreign and known[id(block)] is None and _is_rest_of_another(block, foreign, on):
            foreign = block
            yield apart(block, "other")
            continue
        head = known[id(block)]
        again = on is not None and heads[id(block)] is None and head is not None and _says_again(head, on)
        found = strips(block, None if again else head, meanings, on, told=told)
        foreign = block if found[-1].kind == "other" else None
        if found[-1].kind in KINDS:
            before.append(found[-1])
        yield from found


def _headed(tables: Sequence[Table], known: Headers) -> Iterator[tuple[Table, int, Sequence[str]]]:
    """Each table that has a header with its first row and its headings; those below a header that is a table by itself,
    with the same columns, have its headings, and so have those without one that go on in a table's columns on the next
    page."""
    above: tuple[Table, Sequence[str]] | None = None
    page = 0
    for table in tables:
        if head := known[id(table)]:
            yield table, head.body, head.headings
            above, page = (table, head.headings), table.page
        elif above and (above[0].xs == table.xs if table.page == page else _is_rest(table, above[0], page)):
            yield table, 0, above[1]
            page = table.page


def _is_rest(table: Table, before: Table, page: int) -> bool:
    """True for a table that has all edges of one before it, the last of whose parts is on a page."""
    apart = has_unknown_header(table)
    return table.page == page + 1 and not apart and remainders.has_all_edges(table, before)


def _is_rest_of_another(table: Table, foreign: Table, on: Strip | None) -> bool:
    """True for a table at the head of a page in all the columns of a `foreign` one, with headings that name nothing of
    a review, that ends the page before; what it might go on with has others."""
    rest = table.page == foreign.page + 1 and table.cols == foreign.cols and table.cols > ALONE
    same = rest and all(abs(a - b) < SAME_EDGE for a, b in zip(table.xs, foreign.xs, strict=True))
    return same and not (on is not None and has_edges(table, on))


def _names_measures(title: str) -> bool:
    """True for a heading of measures, and not of `Measures to be taken`."""
    return nouns.named_first(title) == "indicator" and vocabulary.role_of(title) in (None, "indicator")


def _measured(table: Table, before: Sequence[Strip]) -> list[Strip]:
    """The strips with which a table right under a heading of measures may go on: measures, or in the same columns."""
    return [s for s in before if s.kind == "indicators" or has_edges(table, s)]


def _says_again(head: Header, before: Strip) -> bool:
    """True for lines above a table that print some of the headings which its columns have from an earlier page, and at
    most the name of a status over that of the signs: the others are told in another way there, such as by a group's
    heading over several, or on their side."""
    columns = list(zip(head.headings, before.headings, before.roles, strict=False))
    printed = [(said, old) for said, old, _ in columns if said == old]
    others = all(
        not said or said == old or (role == "status" and phrases.status_of(said) is not None)
        for said, old, role in columns
    )
    return len(head.headings) == len(before.headings) > len(printed) > ALONE and others


def _goes_on(table: Table, before: Sequence[Strip], opened: frozenset[int]) -> Strip | None:
    """The strip that a table may go on with: the last that stands above it in the same place, else the last of all.

    Of two tables beside each other the other one's rows stand between, on its page or over the page break; of
    several kinds in one place the one with the same columns is meant. Under a heading of its own a table without
    header has the columns of one before it only if they are as many. Headings alone at a page's foot are its own.
    """
    if before and stands_over(before[-1], table):
        return before[-1]
    if (one := next((s for s in before[::-1] if is_of_one(table, s)), None)) is not None:
        return one
    earlier = [] if has_unknown_header(table) else before[::-1]
    near = [s for s in earlier if s.table.page >= table.page - 1 and stands_in(table, s)]
    last = next(iter(near), before[-1] if before else None)
    exact = (s for s in [*near, *earlier] if has_edges(table, s) and stands_in(table, s))
    meant = next(exact, last)
    anew = meant is not last or meant is None or has_edges(table, meant) or meant.table.cols == table.cols
    return meant if anew or id(table) not in opened else None
