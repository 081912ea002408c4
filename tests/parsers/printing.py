"""Small builders for what stands on a page: characters, lines, rules, and PDFs of a few operators."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from parsers.block import Line
from parsers.geometry import Box
from parsers.page import Fill, Page, Rule, Style, Token

BLACK, WHITE = "#000000", "#ffffff"


def style(
    font: str = "Helvetica",
    size: float = 10,
    *,
    turn: int = 0,
    colour: str = BLACK,
    hidden: bool = False,
    bold: bool = False,
) -> Style:
    return Style(font, size, bold, False, colour, turn, hidden, None)


def tokens(
    text: str, x: float = 50, top: float = 50, set_in: Style | None = None, width: float = 5
) -> list[Token]:
    """A run of characters of equal width."""
    made = set_in or style()
    return [
        Token(c, Box(x + k * width, top, x + (k + 1) * width, top + made.size), made)
        for k, c in enumerate(text)
    ]


def letters(*placed: tuple[str, float, float]) -> list[Token]:
    """Letters of one line and style, each with its left and right edge in points."""
    plain = style()
    return [Token(text, Box(x0, 50, x1, 60), plain) for text, x0, x1 in placed]


def line(text: str, top: float = 50, x: float = 50, *, size: float = 10, spaced: bool = True) -> Line:
    return Line(text, Box(x, top, x + 5 * len(text), top + size), size, False, BLACK, spaced)


def across(y: float, x0: float, x1: float, colour: str = BLACK) -> Rule:
    return Rule(x0, y, x1, y, 0.5, colour)


def down(x: float, top: float, bottom: float, colour: str = BLACK) -> Rule:
    return Rule(x, top, x, bottom, 0.5, colour)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All rules of a full grid."""
    return [across(y, xs[0], xs[-1]) for y in ys] + [down(x, ys[0], ys[-1]) for x in xs]


def page(
    text: Sequence[Token] = (), rules: Sequence[Rule] = (), fills: Sequence[Fill] = (), number: int = 1
) -> Page:
    return Page(number, 600, 800, tuple(text), tuple(rules), tuple(fills), (), ())


def pdf(
    *contents: str,
    packed: bool = False,
    box: str = "0 0 600 800",
    rotate: int = 0,
    more: str = "",
    fonts: str = "",
) -> bytes:
    """A PDF of one page for each content stream; Helvetica is /F. `more` are extra resources, `fonts` extra fonts."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    pages = []
    for content in contents:
        raw = content.encode("latin-1")
        stored = zlib.compress(raw) if packed else raw
        coding = "/Filter/FlateDecode" if packed else ""
        objects.append(f"<</Length {len(stored)}{coding}>>stream\n{stored.decode('latin-1')}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Rotate {rotate}/Contents {len(objects)} 0 R"
            f"/Resources<</Font<</F 3 0 R{fonts}>>{more}>>>>"
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]>>"
    return written(objects)


def written(objects: Sequence[str], trailer: str = "") -> bytes:
    """Objects numbered from 1 as a file, its cross-reference table at the end."""
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    at = len(out)
    rows = "".join(f"{start:010d} 00000 n \n" for start in starts)
    out += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF\n"
    ).encode("latin-1")
    return bytes(out)


def laid(content: str, matrix: str) -> bytes:
    """A page in Helvetica, /F, that is a form laid onto it by a matrix."""
    fonts = "/Resources<</Font<</F 5 0 R>>>>"
    form = f"/Type/XObject/Subtype/Form/BBox[0 0 800 800]{fonts}/Length {len(content)}"
    return written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
            f"<</Length {len(matrix) + 12}>>stream\nq {matrix} cm /X Do Q\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            f"<<{form}>>stream\n{content}\nendstream",
        ]
    )


def told_as(content: str, unicode: str) -> bytes:
    """A page in Helvetica, /F, whose file tells letters by the entries `unicode` of a ToUnicode map."""
    return written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            f"<</Length {len(unicode)}>>stream\n{unicode}\nendstream",
        ]
    )


def words(x: float, y: float, text: str, size: float = 10) -> str:
    """Text at a place of user space: y counts from the foot of the page."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET"


def ruled_table(rows: Sequence[Sequence[str]], top: float = 700, wide: float = 120, high: float = 30) -> str:
    """A table with all its rules, as content operators."""
    cols = max(map(len, rows))
    ys = [top - high * k for k in range(len(rows) + 1)]
    xs = [40 + wide * k for k in range(cols + 1)]
    lines = [f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys] + [f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs]
    texts = [
        words(xs[c] + 4, ys[r] - 14, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text
    ]
    return "\n".join([*lines, *texts])
