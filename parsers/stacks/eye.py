"""The unruled eye: tables with horizontal rules or bands of shading only, their columns found by what parts the text.

A stack of levels is cut where another table begins. Its columns are strips that no line crosses, kept where ends of
rules or of shading lie in them, where the headings agree, or where they are wide. Tables of one page that have
the same ends and the same headings have the same columns, and so has one that goes on from the page before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids import grid as ruling
from parsers.grids import reaches
from parsers.grids.grid import Edge, Grid
from parsers.grids.levels import SAME_END
from parsers.page import Fill, Rule, Token, standing_in
from parsers.stacks import (
    alleys,
    full_heads,
    keyed,
    lastrows,
    layouts,
    nested,
    notes,
    openings,
    overheads,
    parts,
    remarks,
    rests,
    subheads,
    torn,
)
from parsers.stacks import stack as stacks
from parsers.stacks.alleys import Alley
from parsers.stacks.bands import Band, between, crossed, crosses, is_free, text_of
from parsers.stacks.layouts import NEAR, Layout
from parsers.stacks.part import Part
from parsers.stacks.stack import Stack
from parsers.text import phrases, titles
from parsers.text.phrases import SAME_START, Row

CROSSING = 0.06  # share of lines that may cross a column's edge: texts that are set over several columns
LEAST = 3  # levels of a table without headings: text between two rules may be anything
YEAR = 4  # digits
BESIDE = 12.0  # points: no column is so narrow without a text in it
DOUBT_COLUMNS = "no rules part the columns and no headings confirm them"
DOUBT_HEADS = "one heading stands over several others, and no rule parts them"
DOUBT_CROSSED = "text runs across the edges of columns that no rules draw"


def grids(
    rules: Sequence[Rule], fills: Sequence[Fill], tokens: Sequence[Token], taken: Sequence[Grid],
    known: Sequence[Layout] = (),
) -> list[Grid]:  # fmt: skip
    """Grids of tables without vertical rules, where no other grid stands. `known` are those of the page before.

    Figures alone are no table: a chart's lines and what stands at them.
    """
    found = stacks.stacks(rules, fills, tokens, [g.box for g in taken], [k.xs for k in known])
    if not found:
        return []
    others = [g.box for g in taken if len(g.cells) > 1]
    free = [t for t in tokens if not any(box.holds(*t.box.centre) for box in others)]
    ends = sorted({end for stack in found for end in stack.ends()})
    starts = [x for k in known for x in k.starts[1:]]
    lines = titles.whole(phrases.rows(free, ends, starts))
    found, lines = remarks.parted(found, lines, remarks.labels(lines))
    signs = cache(lambda: phrases.colours_of_signs(free))
    tables = [
        _at_its_ends(part, free, ends, starts, signs)
        for stack in found
        for part in _parts(stack, lines, known, found)
    ]
    tables = [subheads.parted(notes.parted(t, [other for other in tables if t.alike(other)])) for t in tables]
    told = {table.headings for table in tables if table.headed}
    tables = [
        t._replace(headed=len(t.bands)) if not t.headed and text_of(t.bands) in told else t for t in tables
    ]
    tables = [full_heads.parted(p, [q for q in tables if q is p or _shares_columns(q, p)]) for p in tables]
    grids, own = [], list[tuple[float, Layout]]()
    for table in sorted(tables, key=lambda part: not part.headed):
        above = lines if table.stack.levels[0] == min(p.stack.levels[0] for p in tables) else ()
        like = [p for p in tables if p is table or _shares_columns(p, table)]
        seen = layouts.nearest_first(table, own, known)
        grid = grid_of(table, like, seen, above, lastrows.below(table, tables, lines))
        if grid is not None and nested.is_head_alone(table, grid, lines):
            continue
        if grid is not None and any(c.isalpha() for c in text_of(table.bands)):
            grids.append(grid)
            own.append((grid.ys[0], Layout(grid.xs, table.headings)))
    return [g for g in grids if not any(nested.is_part_of(g, around) for around in grids)]


def _parts(
    stack: Stack, lines: Sequence[Row], known: Sequence[Layout], stacks: Sequence[Stack]
) -> list[Part]:
    """The tables of a stack; one rule alone is a table's where the columns of the page before are known."""
    edges = [k.xs for k in known]
    heads = [(k.xs, k.headings) for k in known if k.headings]
    if len(stack.levels) == 1:
        found = torn.around(stack, lines, edges) or torn.below_headings(stack, (), lines, heads)
        return found or torn.alone(
            stack, lines, [*edges, *(k.begun for k in known)], {k.headings for k in known}
        )
    found = parts.parts(stack, lines)
    others = [s for s in stacks if s is not stack and s.left < stack.right and stack.left < s.right]
    found = [torn.beside_headings(part, lines, edges, others) for part in found]
    first = all(stack.levels[0] < s.levels[0] for s in others)
    rests = torn.ended(stack, found, lines, edges) if first else []
    rests = rests or torn.below_headings(stack, found, lines, heads)
    return [*rests, *found]


def _at_its_ends(
    part: Part,
    tokens: Sequence[Token],
    ends: Sequence[float],
    starts: Sequence[float],
    signs: Callable[[], set[str]],
) -> Part:
    """The part with its lines cut into phrases at its own columns' ends, near which other tables' may be, and where its
    headings and the texts of known columns begin."""
    stack = part.stack
    heads = [row for band in part.bands[: part.headed] for row in band]
    own = sorted([*stack.ends(), *(p.x0 - SAME_START for row in heads for p in row[1:])])
    if set(own) <= set(ends) or stack.captions:
        return part
    box = Box(stack.left - SAME_END, stack.levels[0], stack.right + SAME_END, stack.levels[-1])
    lines = titles.in_one_go(phrases.rows(standing_in(box, tokens), own, starts, signs()))
    return part._replace(bands=tuple(between(lines, a, b) for a, b in pairwise(stack.levels)))


def _shares_columns(part: Part, other: Part) -> bool:
    """True for tables with the same headings, unless shading or rules draw columns of its own for each."""
    ends = [p.stack.ends() for p in (part, other)]
    apart = all(ends) and any(min(abs(x - y) for y in ends[1]) > SAME_END for x in ends[0])
    return part.alike(other) and not apart


def grid_of(
    part: Part, like: Sequence[Part] = (), before: Sequence[Layout] = (), lines: Sequence[Row] = (), below: Band = (),
) -> Grid | None:  # fmt: skip
    """The part's grid: its columns as known, or found in all tables that are like it; None where there are none.

    `lines` are those of the page where no other table stands above the part, `below` those up to the next table.
    """
    xs = layouts.known_columns(part, before)
    if not xs and part.headed and _holds_figures(part.bands[0]):
        row = part._replace(headed=0)  # a total in bold may open a page
        xs = layouts.known_columns(row, before)
        part = row if xs else part
    if not xs and len(part.bands) < 2 and not part.headed:
        return None
    if not xs and not part.headed and len(part.stack.whole.intersection(part.stack.levels)) < LEAST:
        return None
    known = bool(xs)
    xs = xs or _columns(part, like or [part])
    if len(xs) < 3:
        return None
    known = known or torn.are_confirmed(part, xs, [old.xs for old in before])
    part = torn.begun(part, xs, lines) if known and not part.headed else part
    part = lastrows.taken_in(part, xs, below, like)
    doubt = _doubt(part, xs, known)
    captions = part.stack.captions
    bands = [band for at, band in zip(part.stack.levels, part.bands, strict=False) if at not in captions]
    opened, rows_doubt = _opened(xs, bands, part, known)
    ys = sorted({*part.stack.levels, *(edge.at for edge in opened)})
    edges = [*reaches.without_closings(part.stack.edges, ys[0], ys[-1]), *opened]
    own = [row for band in part.bands for row in band]
    bands = [between(own, a, b) for a, b in pairwise(ys)]
    if layouts.run_over(part.bands[part.headed :], part, xs):
        doubt = doubt or DOUBT_CROSSED
    clear = {
        (col, row)
        for col, x in enumerate(xs)
        for row, band in enumerate(bands)
        if ys[row] not in captions and not crossed(band, x)
    }
    cells = ruling.merged(len(ys) - 1, len(xs) - 1, ruling.parted(edges, ys, xs), clear)
    guessed = frozenset(edge.at for edge in opened).difference(part.stack.levels) | part.stack.undrawn()
    grid = Grid(tuple(xs), tuple(ys), tuple(cells), doubt or rows_doubt, guessed)
    grid = grid if part.stack.inked.intersection(part.stack.levels) else rests.begun(grid, own)
    if not part.headed:
        return grid
    grid = overheads.joined(grid, part.bands[: part.headed], part.stack.edges)
    return overheads.parted(grid, part.bands[part.headed - 1], xs)


def _opened(xs: Sequence[float], bands: Sequence[Band], part: Part, known: bool) -> tuple[list[Edge], str]:
    """Edges inside bands above lines on which rows open, and what is doubtful where they do not tell."""
    headed, inner = part.headed, part.stack.levels[part.headed + 1 : -1]
    found = keyed.edges(xs, bands[headed if headed or known else 1 :])
    if found:
        return found
    if part.stack.sections and part.stack.sections.issuperset(inner):
        levels, doubt = openings.in_sections(xs, bands[headed:])
    elif part.stack.tints and part.stack.tints.issuperset(inner):
        levels, doubt = openings.in_tints(xs, bands[headed:])
    else:
        levels, doubt = openings.levels(
            xs, bands if headed or not known else [(), *bands], headed, known=known
        )
    return [Edge(at, xs[0], xs[-1]) for at in levels], doubt


def _doubt(part: Part, xs: Sequence[float], known: bool) -> str:
    """Why columns may be wrong: no headings or ends of rules vouch for them, or text contradicts such ends."""
    ends = part.stack.ends()
    if any(min(abs(x - end) for x in xs) > NEAR for end in ends):
        return DOUBT_CROSSED
    heads = part.bands[max(part.headed - 1, 0)]
    if (part.headed or not known) and overheads.stand_in(overheads.without(heads, _drawn(part, xs))):
        return DOUBT_HEADS
    return "" if part.headed or known or ends or _is_named(part.bands, xs) else DOUBT_COLUMNS


def _drawn(part: Part, xs: Sequence[float]) -> tuple[float, ...]:
    """The table's sides, and the edges of columns at which pieces of rules or of shading meet."""
    ends = part.stack.ends()
    return (xs[0], *(x for x in xs[1:-1] if any(abs(x - end) <= NEAR for end in ends)), xs[-1])


def _holds_figures(band: Band) -> bool:
    """True for a band of one line with a short number that is no year."""
    return len(band) == 1 and any(p.text.isdigit() and len(p.text) < YEAR for p in band[0])


def _is_named(bands: Sequence[Band], xs: Sequence[float]) -> bool:
    """True for a first band with words over every column and no figures: headings that are set like the body. The
    first column needs none over numbers of rows alone."""
    first, *body = bands
    held = {bisect_right(xs, (p.x0 + p.x1) / 2) for row in first for p in row}
    bare = {*range(1, len(xs))} - held
    numbers = [p.text for band in body for row in band for p in row if p.x1 <= xs[1]]
    numbered = bare == {1} and numbers and all(map(openings.NUMBERED.match, numbers))
    return bool(not bare or numbered) and not any(c.isdigit() for c in text_of([first]))


def _columns(part: Part, like: Sequence[Part]) -> tuple[float, ...]:
    """Edges of columns: ends of pieces that no text contradicts, and strips that are vouched for."""
    left, right, ends = part.stack.left, part.stack.right, _ends(part, like)
    *upper, band = overheads.of_columns(part.bands[: part.headed], (left, *ends, right)) or ((),)
    heads = overheads.lowest([*upper, *((row,) for row in band)])
    body = [row for p in like for band in p.bands[p.headed :] if not is_free(band, p.stack) for row in band]
    body = body or part.body
    allowed = int(CROSSING * len(body))
    lines = [*heads, *body]
    exact = [end for end in ends if sum(crosses(row, end) for row in lines) <= allowed]
    strips = [
        Alley(a, b, next((end for end in exact if a - 3 <= end <= b + 3), None))
        for a, b in phrases.nearly_clear(lines, allowed) if a > left and b < right
    ]  # fmt: skip
    kept = alleys.headed(strips, heads, body, left, right) if heads else alleys.wide(strips, body)
    drawn = [end for end in exact if end not in {s.end for s in strips}]
    kept = [s for s in kept if s.end is not None or not _is_blank_beside(s.x, drawn, lines)]
    return (left, *sorted({*(s.x for s in kept), *drawn}), right)


def _is_blank_beside(x: float, drawn: Sequence[float], lines: Sequence[Row]) -> bool:
    """True for an edge that nothing draws right beside one that is drawn, where no text stands between the two."""
    near = next((end for end in drawn if abs(end - x) <= BESIDE), None)
    if near is None:
        return False
    low, high = sorted((near, x))
    return not any(low < (p.x0 + p.x1) / 2 < high for row in lines for p in row)


def _ends(part: Part, like: Sequence[Part]) -> list[float]:
    """Ends of pieces of a table and of those like it, its own first: one column is not drawn twice."""
    ends = part.stack.ends()
    for end in sorted({end for p in like for end in p.stack.ends()}):
        if all(abs(end - known) > NEAR for known in ends):
            ends.append(end)
    return sorted(ends)
