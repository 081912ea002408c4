"""The logical structure tree of a page (PDF 32000-1, 14.7 and 14.8) as PDFium knows it, and the tables in it.

PDFium gives only what has content on the page. An element's path is the child index at each level from the
root. It counts children that stand on other pages too, so an element has the same path on every page that it
reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from ctypes import byref, c_float, c_ulong, create_string_buffer, string_at
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.asking import Handle, handle

MAX_DEPTH = 64  # elements inside elements; PDFium itself gives up at a like depth
MAX_NODES = 50_000  # of one page; a dense page of a real document has under 2,000
MAX_SPAN = 1000  # rows or columns that a cell may claim to cover
LONGEST = 8192  # bytes of alternative text that are read (UTF-16)

CELLS = ("TD", "TH")
INLINE = ("Figure", "Formula", "Span")  # their alternative text stands for their ink; a Table's describes it


class Node(NamedTuple):
    """One element: standard type (role map applied), path, own marked-content ids on this page, and children.

    `alt` and `actual` are its alternative and replacement text, `scope` tells what a TH heads (`Row`,
    `Column`, `Both`), all "" where absent. `row_span` and `col_span` are None where the producer gave none.
    """

    kind: str
    path: str
    mcids: tuple[int, ...]
    children: tuple[Node, ...]
    alt: str = ""
    actual: str = ""
    scope: str = ""
    row_span: int | None = None
    col_span: int | None = None


class LogicalCell(NamedTuple):
    """A TD or TH with all marked-content ids inside it, those of nested tables left out."""

    node: Node
    mcids: tuple[int, ...]

    @property
    def header(self) -> bool:
        """True where it heads its column; a TH that heads its row alone is the row's key, not a heading."""
        return self.node.kind == "TH" and self.node.scope != "Row"


class LogicalRow(NamedTuple):
    """A TR by its path, with the cells that have content on this page."""

    path: str
    cells: tuple[LogicalCell, ...]


class LogicalTable(NamedTuple):
    """A Table by its path, with the rows that have content on this page."""

    path: str
    rows: tuple[LogicalRow, ...]


def read(page: pdfium.FPDF_PAGE) -> tuple[Node, ...]:
    """The structure elements that have content on a loaded page; () where the document is not tagged."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        return _Reader().roots(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def tables(nodes: Sequence[Node], worded: Container[int | None] = ()) -> Iterator[LogicalTable]:
    """Every Table element in reading order, nested ones too; wrappers (P, Div, Span, L ...) are opened.

    Tables that stand alone in one cell of a row are rows of the outer table; `worded` are the marked-content ids with
    text.
    """
    for node in nodes:
        if node.kind == "Table":
            trs = list(_inside(node, ("TR",)))
            nesting = [_nesting(tr, worded) for tr in trs]
            if any(nesting):
                rows = [row for tr, cell in zip(trs, nesting, strict=True) for row in _unnested(tr, cell)]
            else:
                rows = [LogicalRow(tr.path, tuple(_cells(tr))) for tr in trs]
            yield LogicalTable(node.path, tuple(row for row in rows if row.cells))
            if any(nesting):
                continue
        yield from tables(node.children, worded)


def _nesting(row: Node, worded: Container[int | None]) -> Node | None:
    """The one cell of a row that holds tables alone, beside cells that head their rows; None where there is none.

    A table's only column holds them for the layout's sake; on a page that the others do not reach its place tells.
    """
    cells = list(_inside(row, CELLS))
    holding = [cell for cell in cells if next(_inside(cell, ("Table",)), None)]
    if len(holding) != 1 or any(mcid in worded for mcid in _content(holding[0])):
        return None
    alone = len(cells) == 1 and holding[0].path.endswith(".0")
    return None if alone else holding[0]


def _unnested(row: Node, nesting: Node | None) -> Iterator[LogicalRow]:
    """A row as the rows of the tables that a cell of it holds; its other cells stand in the first and span them all."""
    cells = list(_cells(row))
    if nesting is None:
        yield LogicalRow(row.path, tuple(cells))
        return
    at = [cell.node.path for cell in cells].index(nesting.path)
    inner = [tr for table in _inside(nesting, ("Table",)) for tr in _inside(table, ("TR",))]
    for k, tr in enumerate(inner):
        before, behind = (cells[:at], cells[at + 1 :]) if not k else ([], [])
        outer = [
            [c._replace(node=c.node._replace(row_span=len(inner))) for c in own] for own in (before, behind)
        ]
        yield LogicalRow(tr.path, (*outer[0], *_cells(tr), *outer[1]))


def _cells(row: Node) -> Iterator[LogicalCell]:
    return (LogicalCell(cell, tuple(_content(cell))) for cell in _inside(row, CELLS))


def alternatives(nodes: Sequence[Node], outer: str = "") -> dict[int, str]:
    """Alternative text by marked-content id, from the nearest element around it that has one."""
    found: dict[int, str] = {}
    for node in nodes:
        alt = (node.alt if node.kind in INLINE else "") or outer
        found |= dict.fromkeys(node.mcids, alt) if alt else {}
        found |= alternatives(node.children, alt)
    return found


def _inside(node: Node, kinds: Sequence[str]) -> Iterator[Node]:
    """The nearest descendants of these kinds, those of nested tables left out."""
    for child in node.children:
        if child.kind in kinds:
            yield child
        elif child.kind != "Table":
            yield from _inside(child, kinds)


def _content(node: Node) -> Iterator[int]:
    yield from node.mcids
    for child in node.children:
        if child.kind != "Table":
            yield from _content(child)


class _Reader:
    """Walks PDFium's tree with one buffer for all strings."""

    def __init__(self) -> None:
        self.buffer, self.room = create_string_buffer(LONGEST), c_ulong(LONGEST)
        self.number = c_float()
        self.kinds: dict[bytes, str] = {}
        self.left = MAX_NODES

    def roots(self, tree: pdfium.FPDF_STRUCTTREE) -> tuple[Node, ...]:
        found = []
        for k in range(asking.count_roots(tree)):
            element = asking.root_element(tree, k)
            if element:
                found.append(self.node(handle(element), str(k), 0))
        return tuple(found)

    def node(self, element: Handle, path: str, depth: int) -> Node:
        kind = self._kind(element)
        mcids, children = self._content(element, path, depth)
        alt = self._text(asking.alternative_text, element)
        actual = self._text(asking.actual_text, element)
        if kind not in CELLS:
            return Node(kind, path, mcids, children, alt, actual)
        scope = self._scope(element) if kind == "TH" else ""
        spans = self._span(element, b"RowSpan"), self._span(element, b"ColSpan")
        return Node(kind, path, mcids, children, alt, actual, scope, *spans)

    def _content(self, element: Handle, path: str, depth: int) -> tuple[tuple[int, ...], tuple[Node, ...]]:
        mcids, children = [], []
        for k in range(asking.count_children(element)):
            mcid = asking.child_content(element, k)
            if mcid >= 0:
                mcids.append(mcid)
                continue
            child = asking.child_element(element, k)
            if child and depth < MAX_DEPTH and self.left > 0:
                self.left -= 1
                children.append(self.node(handle(child), f"{path}.{k}", depth + 1))
        return tuple(mcids), tuple(children)

    def _kind(self, element: Handle) -> str:
        size = asking.element_kind(element, self.buffer, self.room)
        raw = string_at(self.buffer, min(size, LONGEST))
        if raw not in self.kinds:
            self.kinds[raw] = _decoded(raw)
        return self.kinds[raw]

    def _text(self, ask: Callable[..., int], element: Handle) -> str:
        size = ask(element, self.buffer, self.room)
        return _decoded(string_at(self.buffer, size)) if 2 < size <= LONGEST else ""

    def _scope(self, element: Handle) -> str:
        size = asking.text_attribute(element, b"Scope", self.buffer, self.room)
        return _decoded(string_at(self.buffer, size)) if 2 < size <= LONGEST else ""

    def _span(self, element: Handle, name: bytes) -> int | None:
        """A whole number among the element's attributes, None where there is none that makes sense."""
        for k in range(asking.count_attributes(element)):
            value = asking.attribute_value(handle(asking.attribute(element, k)), name)
            if value and asking.number_value(handle(value), byref(self.number)):
                return int(self.number.value) if 1 <= self.number.value <= MAX_SPAN else None
        return None


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-16-le", "replace").rstrip("\0").strip()
