"""Text that runs out of its cell: browsers and word processors cut the frame of a merged cell short and print on.

A line that follows a cell's last line at the cell's own leading, in the cell's own width and size, is the cell's,
although a rule or the table's end stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers import wording
from parsers.block import Line
from parsers.cells import Seen, SeenTable

SAME_LEADING = 0.12  # of the font size by which the air to the next line may differ from the cell's own
BESIDE = 2.0  # points that a line may stand out of its column
ABOVE = 0.2  # of a line's height that must stand above its cell to count as printed across the rule


def returned(tables: Sequence[SeenTable], lines: list[Line]) -> list[Line]:
    """Give lines back to the cells that they run out of; the lines that belong to no table are left."""
    for table in tables:
        usual = wording.leading(table.texts())
        _across_rules(table, usual)
        for seen in table.cells:
            if seen.span.row + seen.span.row_span == table.grid_rows():
                lines = _below(seen, lines, usual)
    return lines


def _below(seen: Seen, lines: list[Line], usual: float) -> list[Line]:
    """Take the lines that go on below a cell at the table's foot."""
    while (line := next((ln for ln in lines if _follows(seen, ln, usual)), None)) is not None:
        seen.lines.append(line)
        seen.ink += len(line.text.replace(" ", ""))
        lines = [ln for ln in lines if ln is not line]
    return lines


def _across_rules(table: SeenTable, usual: float) -> None:
    """Move lines that a rule runs through up to the cell that they continue."""
    for seen in table.cells:
        if not seen.lines or seen.box.top - seen.lines[0].box.top < ABOVE * seen.lines[0].size:
            continue
        line = seen.lines[0]
        home = next((s for s in table.cells if s is not seen and _ends_at(s, seen) and _follows(s, line, usual)), None)
        if home is not None:
            home.lines.append(line)
            seen.lines.pop(0)
            ink = len(line.text.replace(" ", ""))
            home.ink, seen.ink = home.ink + ink, seen.ink - ink


def _ends_at(above: Seen, below: Seen) -> bool:
    return above.span.row + above.span.row_span == below.span.row


def _follows(seen: Seen, line: Line, usual: float) -> bool:
    if not seen.lines:
        return False
    last = seen.lines[-1]
    inside = line.box.x0 >= seen.box.x0 - BESIDE and line.box.x1 <= seen.box.x1 + BESIDE
    alike = abs(last.size - line.size) < 0.3 and last.bold == line.bold
    return inside and alike and abs(wording.air(last, line) - usual) <= SAME_LEADING
