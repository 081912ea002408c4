"""Lay a paper out as a browser would: HTML and CSS, printed by WeasyPrint."""

from __future__ import annotations

from html import escape
from pathlib import Path

import weasyprint

from bench.invented.paper import Block, Break, Cell, Heading, Paper, Row, Sign, Table, Text

FONTS = {
    "sans": '"Liberation Sans", Arial, sans-serif',
    "serif": '"Liberation Serif", "Times New Roman", serif',
    "wide": '"DejaVu Sans", Verdana, sans-serif',
}
SYMBOLS = '"DejaVu Sans", sans-serif'
POINTS = {  # corners in a square of ten
    "triangle": "5,0 10,10 0,10",
    "diamond": "5,0 10,5 5,10 0,5",
    "up": "5,0 10,6 7,6 7,10 3,10 3,6 0,6",
    "down": "5,10 10,4 7,4 7,0 3,0 3,4 0,4",
    "right": "10,5 4,10 4,7 0,7 0,3 4,3 4,0",
}
RULE = "0.6pt solid #7f7f7f"
ZEBRA = "#eef1f5"


def print_web(paper: Paper, path: Path) -> None:
    """Write the PDF; the same paper gives the same pages."""
    html = (
        f'<!doctype html><html lang="en-GB"><title>{escape(paper.title)}</title>'
        f"<style>{_style(paper)}</style>{''.join(map(_block, paper.blocks))}</html>"
    )
    weasyprint.HTML(string=html).write_pdf(path, pdf_identifier=b"invented")


def _style(paper: Paper) -> str:
    look = paper.look
    width, height = look.size
    hyphens = "auto" if look.hyphens else "manual"
    small = f"font: {look.points * 0.9}pt {FONTS[look.font]}; color: #555"
    return (
        f"@page {{ size: {width}pt {height}pt; margin: {look.margin}pt; margin-top: {look.margin + 12}pt;"
        f" @top-left {{ content: {_content(paper.running_head)}; {small} }}"
        f" @bottom-center {{ content: {_content(paper.foot)}; {small} }} }}"
        f" body {{ font: {look.points}pt/1.25 {FONTS[look.font]}; margin: 0; hyphens: {hyphens} }}"
        f" h1, h2, h3, h4 {{ color: {look.accent}; margin: 10pt 0 4pt; break-after: avoid; hyphens: manual }}"
        f" h1 {{ font-size: {look.points * 2}pt }} h2 {{ font-size: {look.points * 1.5}pt }}"
        f" h3 {{ font-size: {look.points * 1.25}pt }} h4 {{ font-size: {look.points * 1.1}pt }}"
        f" td {{ orphans: {look.least_lines}; widows: {look.least_lines} }}"
        " p { margin: 3pt 0 } table { border-collapse: collapse; margin: 5pt 0 8pt } .wide { width: 100% }"
        f" td, th {{ padding: {look.padding}pt; vertical-align: top; font-weight: normal; text-align: left }}"
        " th { hyphens: manual } td p { margin: 0 0 2pt } ul { margin: 0; padding-left: 9pt }"
        " svg { vertical-align: -1pt }"
        f" .glyph {{ font-family: {SYMBOLS} }}"
        f" {_rules(look.rules)}"
        + ("" if look.repeat_head else " thead { display: table-row-group }")
        + ("" if look.split_rows else " tr { break-inside: avoid }")
    )


def _content(text: str) -> str:
    """A line of the margin, its counters taken apart from its words."""
    quoted = '"' + text.replace('"', "'") + '"'
    return quoted.replace("{pages}", '" counter(pages) "').replace("{page}", '" counter(page) "')


def _rules(rules: str) -> str:
    every = f".ruled td, .ruled th {{ border: {RULE} }}"
    stripes = f".ruled tbody tr:nth-child(even) {{ background: {ZEBRA} }}"
    return {
        "grid": every,
        "zebra grid": every + stripes,
        "zebra": stripes,
        "horizontal": f".ruled tr {{ border-top: {RULE}; border-bottom: {RULE} }}",
        "outer": f".ruled {{ border: {RULE} }} .ruled thead {{ border-bottom: {RULE} }}",
        "none": "",
    }[rules]


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Text):
        text = escape(block.text)
        return f"<p>{f'<b>{text}</b>' if block.bold else text}</p>"
    if isinstance(block, Break):
        return '<div style="break-after: page"></div>'
    return _table(block)


def _table(table: Table) -> str:
    names = [name for name, held in (("wide", table.wide), ("ruled", table.ruled)) if held]
    whole = sum(table.weights)
    columns = "".join(f'<col style="width: {100 * weight / whole:.1f}%">' for weight in table.weights)
    head = "".join(_row(row, "th") for row in table.head)
    body = "".join(_row(row, "td") for row in table.body)
    return (
        f'<table class="{" ".join(names)}">{f"<colgroup>{columns}</colgroup>" if table.wide else ""}'
        f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"
    )


def _row(row: Row, tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in row if cell)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    style = [f"text-align: {cell.align}"] if cell.align != "left" else []
    style += [f"background: {cell.fill}"] if cell.fill else []
    style += [f"color: {cell.ink}"] if cell.ink else []
    style += ["font-weight: bold"] if cell.bold else []
    spans = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
    mark = _sign(cell.sign) if cell.sign else f'<span class="glyph">{cell.glyph}</span>' if cell.glyph else ""
    apart = ("<br>" if cell.above and cell.lines else " ") if mark else ""
    return f'<{tag}{spans} style="{"; ".join(style)}">{mark}{apart}{_lines(cell.lines)}</{tag}>'


def _lines(lines: tuple[str, ...]) -> str:
    if len(lines) == 1 and not lines[0].startswith("• "):
        return escape(lines[0])
    items = "".join(f"<li>{escape(line[2:])}</li>" for line in lines if line.startswith("• "))
    texts = "".join(f"<p>{escape(line)}</p>" for line in lines if not line.startswith("• "))
    return texts + (f"<ul>{items}</ul>" if items else "")


def _sign(sign: Sign) -> str:
    shape = {
        "circle": '<circle cx="5" cy="5" r="4.7" {}/>',
        "square": '<rect x="0.5" y="0.5" width="9" height="9" {}/>',
    }.get(sign.shape, f'<polygon points="{POINTS.get(sign.shape, "")}" {{}}/>')
    edge = ' stroke="#555555" stroke-width="0.5"' if sign.colour == "#ffffff" else ""
    return (
        f'<svg width="8" height="8" viewBox="0 0 10 10">{shape.format(f"fill={sign.colour!r}{edge}")}</svg>'
    )
