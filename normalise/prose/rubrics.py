"""Rubrics: headings right above tables, or above a table's header, that name the activity of their rows, `Action A1:
Insulate the town hall`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from normalise.language import vocabulary
from normalise.language.references import worded
from normalise.prose import texts
from parsers.block import Block, Cell, Heading, Paragraph, Table

SAME_SIZE = 0.3  # points between the sizes of two headings of one level


@dataclass(frozen=True, slots=True)
class Rubric:
    """An activity's reference and text, and the place where the heading prints both. `former` is the heading right
    above it that heads the same rows: an activity may have several parts."""

    ref: str
    title: str
    page: int
    cell: Cell
    former: Rubric | None = None

    def parts(self) -> tuple[Rubric, ...]:
        """The headings of the rows, from the top down."""
        return (*(self.former.parts() if self.former else ()), self)


NONE: Mapping[int, Rubric] = {}


def rubric(heading: Heading | Paragraph | Cell, page: int) -> Rubric | None:
    """What a heading says that names one item of a plan by its number; None for a priority and any other."""
    text = " ".join(heading.text.split())
    named = None if texts.priority(text) else worded(text)
    return Rubric(*named, page, Cell(0, 0, 1, 1, text, heading.box)) if named else None


def above(
    blocks: Iterable[Block], titles: Mapping[int, Sequence[Cell]], numbered: Mapping[int, Rubric] = NONE
) -> dict[int, Rubric]:
    """The rubric under which each table stands, by the table's identity: it holds until the next heading of its own
    level or a higher one, but for one that only says what the table holds (`Milestones`). `titles` are the cells that
    stand above a table's header, by its identity, `numbered` the rubrics that their rows' numbers tell, by that of the
    heading or of such a cell."""
    under: dict[int, Rubric] = {}
    current: tuple[Rubric, float] | None = None
    empty = False  # nothing stands below the current one yet
    for block in blocks:
        above, empty = empty, isinstance(block, Heading)
        if isinstance(block, Heading):
            named = numbered.get(id(block)) or rubric(block, block.page)
            if named is not None:
                if (
                    above
                    and current
                    and abs(current[1] - block.size) < SAME_SIZE
                    and _are_parts(current[0], named)
                ):
                    named = replace(named, former=current[0])
                current = (named, block.size)
            elif current and block.size > current[1] - SAME_SIZE and not _tells_of_it(block.text):
                current = None
        elif id(block) in numbered:
            current = (numbered[id(block)], block.lines[0].size if isinstance(block, Paragraph) else 0.0)
        elif isinstance(block, Table):
            for cell in titles.get(id(block), ()):
                if (named := numbered.get(id(cell)) or rubric(cell, block.page)) is not None:
                    current = (named, cell.lines[0].size if cell.lines else 0.0)
            if current:
                under[id(block)] = current[0]
    return under


def _tells_of_it(text: str) -> bool:
    """True for a heading that says what stands below it, `Milestones`, or tells of what is above it: `Plan: Homes`."""
    label, colon, value = text.partition(":")
    return vocabulary.role_of(label if colon and value.strip() else text) is not None


def _are_parts(former: Rubric, latter: Rubric) -> bool:
    """True for numbers that differ in their third place: parts of one activity."""
    above, other = (rubric.ref.rpartition(".")[0] for rubric in (former, latter))
    return above == other and "." in above
