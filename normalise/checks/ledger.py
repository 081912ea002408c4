"""Ink is conserved: where every character and mark of every page ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from normalise.columns.strips import KINDS, Strip
from normalise.review import Finding, PageLedger
from normalise.rows.records import Record, Theme
from normalise.rows.sheets import page_of, says_again
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box
from parsers.parsed import UNUSABLE, PageFacts

Place = tuple[int, Box]

UNPLACED = 0.005  # share of a page's characters that may be lost to counting before a finding says so
PICTURED = 0.3  # share of a page without text that a picture covers where it is one


def keep(
    pages: Sequence[PageFacts],
    blocks: Sequence[Block],
    strips: Iterable[Strip],
    used: Iterable[Record | Theme],
    legend: frozenset[int],
    running: frozenset[int],
) -> tuple[tuple[PageLedger, ...], tuple[Finding, ...]]:
    """The ledger of each page, and findings for ink that ended nowhere."""
    consumed = {place for item in used for place in _places(item)}
    reading: dict[int, list[Strip]] = defaultdict(list)
    for part in strips:
        if part.kind in KINDS:
            reading[id(part.table)].append(part)
    tally: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for block in blocks:
        page = tally[block.page]
        if isinstance(block, Table):
            _count_table(block, reading.get(id(block), []), id(block) in legend, consumed, tally)
        else:
            place = (
                "legend" if id(block) in legend else "furniture" if id(block) in running else _place(block)
            )
            before = block.before if isinstance(block, Heading) else 0
            tally[block.page - 1][place] += before
            page[place] += block.chars - before
            page["marks"] += len(block.marks) if isinstance(block, Paragraph) else 0
    ledger = tuple(_page(facts, tally[facts.number]) for facts in pages)
    return ledger, tuple(f for page, facts in zip(ledger, pages, strict=True) for f in _findings(page, facts))


def _places(item: Record | Theme) -> list[Place]:
    if isinstance(item, Theme):
        return [(item.page, cell.box) for cell in item.cells]
    return [(p.page, p.cell.box) for pieces in item.fields.values() for p in pieces]


def _place(block: Heading | Paragraph) -> str:
    return "headings" if isinstance(block, Heading) else "left_alone"


def _count_table(
    table: Table, parts: Sequence[Strip], legend: bool, consumed: set[Place], tally: dict[int, dict[str, int]]
) -> None:
    for cell in table.cells:
        if legend:
            place = "legend"
        elif not parts:
            place = "left_alone"
        elif says_again(table, cell) or not any(part.body <= cell.row < part.end for part in parts):
            place = "headers"
        else:
            place = "fields" if (page_of(table, cell), cell.box) in consumed else "unplaced"
        page = tally[page_of(table, cell)]
        page[place] += cell.chars
        page["marks"] += len(cell.marks) if place != "unplaced" else 0


def _page(facts: PageFacts, tally: dict[str, int]) -> PageLedger:
    placed = {k: tally[k] for k in ("fields", "headers", "legend", "headings", "furniture", "left_alone")}
    return PageLedger(
        facts.number,
        facts.chars,
        **placed,
        unplaced=max(0, facts.chars - sum(placed.values())),
        marks=facts.marks,
        marks_placed=min(facts.marks, tally["marks"]),
    )


def _findings(page: PageLedger, facts: PageFacts) -> Iterable[Finding]:
    number, all_of_it = page.page, facts.chars + facts.hidden
    unusable = facts.unreadable > UNUSABLE * all_of_it
    told: tuple[tuple[object, str, str, str], ...] = (
        (
            page.unplaced > max(2, UNPLACED * page.chars), "warning", "ink_unplaced",
            f"{page.unplaced} of {page.chars} characters of page {number} ended in no field",
        ),
        (
            facts.read_from_picture is not None, "warning", "read_by_ocr",
            f"page {number} is a picture; all that is said of it was read by OCR "
            f"({facts.read_from_picture or 0:.0%} sure on average)",
        ),
        (
            facts.covered, "info", "text_covered",
            f"{facts.covered} characters of page {number} lie beneath boxes painted over them and were not read",
        ),
        (
            facts.unseen, "info", "layer_not_shown",
            f"{facts.unseen} objects of page {number} stand on layers that are switched off and were not read",
        ),
        (
            facts.typed, "info", "annotations_read",
            f"{facts.typed} stamps or typewritten texts laid onto page {number} were read as its own",
        ),
        (
            facts.unread, "warning", "annotations_not_read",
            f"{facts.unread} annotations are drawn onto page {number} that were not read"
            + "".join(f"; {said!r}" for said in facts.remarks),
        ),
        (
            facts.cut, "warning", "text_cut_off",
            f"{facts.cut} words of page {number} stand at the paper's edge; what went on beyond it is not printed",
        ),
        (
            facts.misspelt, "warning", "letters_misspelt",
            f"the file tells other characters for letters of page {number}; what was not known again is misspelt",
        ),
        (facts.damage, "error", "page_damaged", f"{facts.damage}; what this page says is not complete"),
        (
            facts.laid_under and facts.pictured > PICTURED, "error", "page_without_text",
            f"page {number} is a picture without text; its rows are not read",
        ),
        (
            unusable, "error", "unusable_text",
            f"{facts.unreadable} of {all_of_it} characters of page {number} have no meaning in their font; "
            "what the page prints is not read",
        ),
        (
            facts.unreadable and not unusable, "warning", "characters_unreadable",
            f"{facts.unreadable} characters of page {number} have no meaning in their font",
        ),
    )  # fmt: skip
    yield from (Finding(severity, code, message, number) for holds, severity, code, message in told if holds)
