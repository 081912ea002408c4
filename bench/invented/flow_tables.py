"""Widths, rules and fills of a table of platypus."""

from __future__ import annotations

import re
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from bench.invented.paper import Cell, Look, Table

Command = tuple[Any, ...]

RULE, ZEBRA = "#7f7f7f", "#eef1f5"
NARROW = 0.45  # of the page's width, for a table that is not as wide as the page
SIGN_ROOM = 1.6  # of the size of the letters
TALLEST_SPAN = 3  # rows
BREAKS = re.compile(r"\s+")


def column_widths(table: Table, look: Look, font: str, bold: str) -> list[float]:
    """Widths by weight, but none less than its longest word; what that takes is taken from the others."""
    room = (look.size[0] - 2 * look.margin) * (1.0 if table.wide else NARROW)
    least = [_longest(table, at, look, font, bold) for at in range(len(table.weights))]
    if sum(least) >= room:
        return least
    fixed: set[int] = set()
    while True:
        free = [at for at in range(len(least)) if at not in fixed]
        left = room - sum(least[at] for at in fixed)
        share = left / sum(table.weights[at] for at in free)
        short = {at for at in free if table.weights[at] * share < least[at]}
        if not short:
            return [least[at] if at in fixed else table.weights[at] * share for at in range(len(least))]
        fixed |= short


def _longest(table: Table, at: int, look: Look, font: str, bold: str) -> float:
    widest = look.points * SIGN_ROOM
    for row in (*table.head, *table.body):
        cell = row[at]
        if cell is None or cell.columns > 1:
            continue
        own = look.points * SIGN_ROOM if cell.sign or cell.glyph else 0.0
        own += 9.0 if any(line.startswith("• ") for line in cell.lines) else 0.0
        for word in BREAKS.split(" ".join(cell.lines)):
            widest = max(widest, own + stringWidth(word, bold if cell.bold else font, look.points))
    return widest + 2 * look.padding + 1


def table_style(table: Table, look: Look) -> list[Command]:
    """Commands of a TableStyle."""
    top = len(table.head)
    rows = (*table.head, *table.body)
    style: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), look.padding),
        ("RIGHTPADDING", (0, 0), (-1, -1), look.padding),
        ("TOPPADDING", (0, 0), (-1, -1), look.padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), look.padding),
    ]
    if table.ruled:
        style += _stripes(look, top, len(rows)) + _rules(look.rules, table)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is None:
                continue
            end = (x + cell.columns - 1, y + cell.rows - 1)
            if end != (x, y) and not _is_open(cell):
                style.append(("SPAN", (x, y), end))
            if cell.fill:
                style.append(("BACKGROUND", (x, y), end, HexColor(cell.fill)))
    return style


def _is_open(cell: Cell) -> bool:
    """Whether a merged cell is a text above blank cells that no rule parts: platypus cannot break a tall span."""
    return cell.rows > TALLEST_SPAN


def _stripes(look: Look, top: int, rows: int) -> list[Command]:
    if not look.rules.startswith("zebra"):
        return []
    return [("BACKGROUND", (0, y), (-1, y), HexColor(ZEBRA)) for y in range(top + 1, rows, 2)]


def _rules(rules: str, table: Table) -> list[Command]:
    top, rows = len(table.head), (*table.head, *table.body)
    pen = (0.6, HexColor(RULE))
    if rules == "outer":
        return [("BOX", (0, 0), (-1, -1), *pen), ("LINEBELOW", (0, top - 1), (-1, top - 1), *pen)]
    if rules not in ("grid", "zebra grid", "horizontal"):
        return []
    style: list[Command] = []
    for x in range(len(table.weights)):
        if rules != "horizontal":
            style += [("LINEBEFORE", (x, 0), (x, -1), *pen), ("LINEAFTER", (x, 0), (x, -1), *pen)]
        inside = {at for y, row in enumerate(rows) for at in _inside(y, row[x])}
        style += [("LINEABOVE", (x, y), (x, y), *pen) for y in range(len(rows)) if y not in inside]
        style += [("LINEBELOW", (x, y), (x, y), *pen) for y in range(len(rows)) if y + 1 not in inside]
    return style


def _inside(y: int, cell: Cell | None) -> range:
    """Rows that an open cell goes on into."""
    return range(y + 1, y + cell.rows) if cell and _is_open(cell) else range(0)
