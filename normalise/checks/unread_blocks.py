"""Blocks of labelled or numbered lines, or with headings, with names of statuses, again and again, beside the tables of
a page that were read: a page with rows of one kind may hold others as texts, and none of these is a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from normalise.checks.unread_cards import LEAST, OF_ROWS, rated
from normalise.prose import labelled
from normalise.prose.labelled import Labelled
from normalise.review import Finding
from parsers.block import Block, Heading, Line, Table

LEVELS = 2  # of headings above one table, each of which may have a status
#: the number of a row that opens a line: `1.2`, `E1.3`
NUMBERED = re.compile(r"[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})+[.):]?\s+[^\W\d]")


def found(
    blocks: Sequence[Block],
    read: Container[int],
    key: Container[int],
    names: Container[str],
    heading: Container[int],
) -> Iterator[Finding]:
    """A finding about each page with such blocks and no table between them that was read, `read` by identity. `key` are
    those that print the legend, `names` its statuses; `heading` are those that head rows or tell of their heading, by
    identity, as those of two levels may above one table."""
    told: set[int] = set()
    left = _without_key(blocks, key)
    for (page, _), own in groupby(left, key=lambda b: (b.page, id(b) in read)):
        texts = [b for b in own if not isinstance(b, Table)]
        lines = [line for b in texts for line in b.lines]
        apart = [line for b in texts if id(b) not in heading for line in b.lines]
        statuses = rated(apart, names)
        if len(statuses) < LEAST:
            statuses = rated(lines, names)[LEVELS:]
        titles = [line for b in texts if isinstance(b, Heading) for line in b.lines]
        if page not in told and statuses and (_recur(lines, names) or _stand_beside(titles, lines, names)):
            told.add(page)
            message = (
                f"{statuses[0]!r} and other names of statuses stand beside texts on page {page}, in no row"
            )
            yield Finding("warning", "card_not_read", message, page)


def _stand_beside(titles: Sequence[Line], lines: Sequence[Line], names: Container[str]) -> bool:
    """True where statuses stand beside several headings."""
    statuses = [line for line in lines if rated([line], names, alone=True)]
    return len(rated([*titles, *statuses], names)) > LEAST


def _without_key(blocks: Sequence[Block], key: Container[int]) -> list[Block]:
    """The blocks without those of the key; a line with a label that others have, `Status: Done`, is none."""
    labels = Counter(said.key for b in blocks if (said := _label(b)))
    return [b for b in blocks if id(b) not in key or ((said := _label(b)) and labels[said.key] > LEAST)]


def _label(block: Block) -> Labelled | None:
    return labelled.read(block.lines[0]) if not isinstance(block, Table) and block.lines else None


def _recur(lines: Sequence[Line], names: Container[str]) -> bool:
    """True where a label of rows or of a status stands again, or several lines open with numbers of rows."""
    labels: Counter[str] = Counter()
    for line in lines:
        said = labelled.read(line)
        if (
            said
            and labelled.behind(line, said)
            and (said.role in OF_ROWS or rated([line], names, alone=True))
        ):
            labels[said.key] += 1
    again = max(labels.values(), default=0) >= LEAST
    return again or sum(NUMBERED.match(line.text) is not None for line in lines) >= LEAST
