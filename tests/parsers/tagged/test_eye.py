"""The tagged eye, on PDFs of real producers and on small ones that are written here to be awkward.

The fixtures hold a table of four actions of which one runs over the page's end, and one of horizontal rules
with spans and signs. `chromium_*` were printed from HTML by Chromium 156 (`--headless --print-to-pdf`) with
a font cut down to ASCII, `libreoffice_*` was exported from like HTML by LibreOffice 7.4 with `UseTaggedPDF`;
all went through `qpdf --object-streams=generate --recompress-flate`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from parsers import structure
from parsers.block import Table
from parsers.cells import handing, readings
from parsers.cells.cell import Seen, SeenTable
from parsers.grids.grid import Grid, Span
from parsers.page import Page
from parsers.pdf import pdfium
from parsers.ruled import eye as ruled
from parsers.structure import Node
from parsers.tagged import eye as tagged
from parsers.text.wording import Lexicon, learnt

FIXTURES = Path(__file__).parents[1] / "fixtures"
PRODUCERS = ("chromium_no_rules_split_row", "libreoffice_horizontal_rules")
LEXICON: Lexicon = learnt([])
HEADINGS = ["Ref", "Action", "Update", "RAG"]


class Element(NamedTuple):
    """A structure element to write: its kids are elements, or (page, marked-content id)."""

    kind: str
    kids: tuple[Element | tuple[int, int], ...] = ()
    attributes: str = ""
    alt: str = ""


def element(kind: str, *kids: Element | tuple[int, int], attributes: str = "", alt: str = "") -> Element:
    return Element(kind, kids, attributes, alt)


def words(x: float, y: float, text: str, mcid: int | None = None) -> str:
    shown = f"BT /F 9 Tf {x} {y} Td ({text}) Tj ET"
    return shown if mcid is None else f"/P <</MCID {mcid}>> BDC {shown} EMC"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S"


def pdf(pages: list[list[str]], *roots: Element, roles: str = "") -> bytes:
    """A tagged PDF of 400 by 300 points a page with these content operators and this structure."""
    objects = ["<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 3 0 R>>", "", "", ""]
    objects[3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    owners: list[dict[int, int]] = [{} for _ in pages]
    numbers = []
    for index, operators in enumerate(pages):
        content = "\n".join(operators)
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents {len(objects)} 0 R"
            f"/StructParents {index}/Resources<</Font<</F 4 0 R>>>>>>"
        )
        numbers.append(len(objects))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>"

    def written(item: Element, parent: int) -> int:
        objects.append("")
        number = len(objects)
        kids = []
        for kid in item.kids:
            if isinstance(kid, Element):
                kids.append(f"{written(kid, number)} 0 R")
            else:
                owners[kid[0]][kid[1]] = number
                kids.append(f"<</Type/MCR/Pg {numbers[kid[0]]} 0 R/MCID {kid[1]}>>")
        alt = f"/Alt({item.alt})" if item.alt else ""
        attributes = f"/A<</O/Table{item.attributes}>>" if item.attributes else ""
        objects[number - 1] = (
            f"<</Type/StructElem/S/{item.kind}/P {parent} 0 R/K[{' '.join(kids)}]{alt}{attributes}>>"
        )
        return number

    kids = " ".join(f"{written(root, 3)} 0 R" for root in roots)
    numbered = ""
    for index, held in enumerate(owners):
        parents = (f"{held[m]} 0 R" if m in held else "null" for m in range(max(held, default=-1) + 1))
        numbered += f"{index} [{' '.join(parents)}] "
    objects[2] = f"<</Type/StructTreeRoot/K[{kids}]/ParentTree<</Nums[{numbered}]>>/RoleMap<<{roles}>>>>"
    body = "%PDF-1.7\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def pages_of(source: str | bytes) -> list[Page]:
    data = source if isinstance(source, bytes) else (FIXTURES / f"{source}.pdf").read_bytes()
    with pdfium.opened(data) as document:
        return [pdfium.read_page(document.raw, index) for index in range(len(document))]


def finished(page: Page, found: list[SeenTable]) -> list[Table]:
    alts = tagged.alternatives(page, page.nodes)
    for table in found:
        table.settle()
        tagged.lend_alternatives(table, alts)
    return [table.table(LEXICON) for table in found]


def tables_of(source: str | bytes) -> list[Table]:
    """Tagged tables page by page, columns carried on as layout does."""
    known: dict[str, tuple[float, ...]] = {}
    found: list[Table] = []
    for page in pages_of(source):
        tables = finished(page, tagged.tables(page, page.nodes, known))
        known |= {table.node: table.xs for table in tables}
        found += tables
    return found


def texts(table: Table) -> list[list[str]]:
    """Texts by row, "" also for a place that a merged cell covers."""
    grid = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.col] = cell.text
    return grid


def row(page: int, y: float, first: int, *cells: str, kind: str = "TD") -> tuple[list[str], Element]:
    """One row of words 90 points apart, tagged with marked-content ids from `first` on."""
    operators = [words(20 + 90 * k, y, text, first + k) for k, text in enumerate(cells)]
    tags = [element(kind, element("P", (page, first + k))) for k in range(len(cells))]
    return operators, element("TR", *tags)


def flat(nodes: tuple[Node, ...]) -> list[Node]:
    return [n for node in nodes for n in (node, *flat(node.children))]


class TestStructure:
    def test_spans_and_alternative_text(self) -> None:
        [page] = pages_of("chromium_horizontal_rules")
        nodes = flat(page.nodes)
        assert {n.kind for n in nodes} >= {"Document", "Table", "TR", "TH", "TD", "Figure"}
        assert next(n.row_span for n in nodes if n.kind == "TD") == 3
        assert [n.col_span for n in nodes if (n.col_span or 1) > 1] == [3]
        assert [n.alt for n in nodes if n.kind == "Figure"] == ["Late", "Done", "On track"]
        assert {n.scope for n in nodes if n.kind == "TH"} == {"Column"}

    @pytest.mark.parametrize("name", PRODUCERS)
    def test_a_row_cut_by_a_page_break_has_one_path(self, name: str) -> None:
        first, second = ({n.path for n in flat(page.nodes) if n.kind == "TR"} for page in pages_of(name))
        assert first & second - {"0.0.0"} == {"0.0.3"}

    def test_an_untagged_document_has_no_nodes(self) -> None:
        data = pdf([[words(20, 250, "Plain")]]).replace(b"/Marked true", b"/Marked null")
        assert pages_of(data)[0].nodes == ()

    def test_types_pass_the_role_map(self) -> None:
        operators, tr = row(0, 250, 0, "a", "b")
        page = pages_of(pdf([operators], element("Grid", tr), roles="/Grid/Table"))[0]
        assert page.nodes[0].kind == "Table"

    @pytest.mark.parametrize("claimed", ["/RowSpan 99999999", "/RowSpan -3", "/RowSpan 0", "/RowSpan(two)"])
    def test_spans_that_make_no_sense_are_no_spans(self, claimed: str) -> None:
        cell = element("TD", (0, 0), attributes=claimed)
        page = pages_of(pdf([[words(20, 250, "a", 0)]], element("Table", element("TR", cell))))[0]
        assert [n.row_span for n in flat(page.nodes) if n.kind == "TD"] == [None]

    def test_deep_nesting_ends(self) -> None:
        nest = element("Span", (0, 0))
        for _ in range(500):
            nest = element("Div", nest)
        page = pages_of(pdf([[words(20, 250, "deep", 0)]], nest))[0]
        assert len(flat(page.nodes)) <= structure.MAX_DEPTH + 2


class TestTables:
    def test_horizontal_rules_only(self) -> None:
        [table] = tables_of("chromium_horizontal_rules")
        assert texts(table) == [
            ["Activity", "Action", "Lead", "Notes", "Target", "RAG"],
            ["1.1 Safe", "Install lamps in parks", "A. Tan", "Half are lit.", "4", "*"],
            ["", "Train staff", "B. Lee", "", "1,200", ""],
            ["", "Print the plan", "C. Fall", "Out.", "", ""],
            ["1.2 Roads", "Dropped in June", "", "", "12", "Red"],
        ]
        spans = {c.text: (c.row_span, c.col_span) for c in table.cells if (c.row_span, c.col_span) != (1, 1)}
        assert spans == {"1.1 Safe": (3, 1), "Dropped in June": (1, 3)}
        assert [c.text for c in table.cells if c.header] == texts(table)[0]
        assert [(m.seen, m.alt) for c in table.cells for m in c.marks] == [
            ("picture", "Done"), ("shape", "On track"),
        ]  # fmt: skip

    @pytest.mark.parametrize("name", PRODUCERS)
    def test_a_row_cut_by_a_page_break(self, name: str) -> None:
        first, second = tables_of(name)
        assert texts(first)[0] == HEADINGS
        assert texts(first)[1:3] == [
            ["1", "Open the hall", "Open.", "Green"],
            ["2", "Repair roofs", "Not yet.", "Amber"],
        ]
        assert (first.row_nodes[-1], first.cells[-2].node) == ("0.0.3", "0.0.3.1")
        assert "0.0.3" in second.row_nodes and "0.0.3.1" in {c.node for c in second.cells}
        assert texts(second)[-2:] == [["3", "", "Not begun.", ""], ["4", "Close", "Begun.", "Red"]]
        assert first.node == second.node == "0.0"

    @pytest.mark.parametrize("name", PRODUCERS)
    def test_columns_of_one_logical_table_line_up(self, name: str) -> None:
        first, second = tables_of(name)
        assert first.xs[1:-1] == second.xs[1:-1]

    def test_repeated_headings_are_told_by_their_path_where_tagged(self) -> None:
        first, second = tables_of("chromium_no_rules_split_row")
        assert first.row_nodes[0] == second.row_nodes[0] == "0.0.0"
        assert texts(first)[0] == texts(second)[0] == HEADINGS

    def test_repeated_headings_that_are_artifacts_stay_for_others(self) -> None:
        page = pages_of("libreoffice_horizontal_rules")[1]
        held = {id(c) for t in tagged.tables(page, page.nodes) for s in t.cells for c in s.tokens}
        left = "".join(c.text for c in page.tokens if id(c) not in held)
        assert "".join(left.split()) == "RefActionUpdateRAG"

    def test_every_square_has_one_cell(self) -> None:
        for name in (*PRODUCERS, "chromium_horizontal_rules"):
            for table in tables_of(name):
                squares = [
                    (r, c)
                    for cell in table.cells
                    for r in range(cell.row, cell.row + cell.row_span)
                    for c in range(cell.col, cell.col + cell.col_span)
                ]
                assert sorted(squares) == [(r, c) for r in range(table.rows) for c in range(table.cols)]

    def test_a_row_with_missing_cells_keeps_its_columns(self) -> None:
        """Chromium writes no TD for an empty cell, so the third TD may stand in the fourth column."""
        top, head = row(0, 250, 0, "A", "B", "C", "D", kind="TH")
        low = [words(20, 230, "one", 4), words(290, 230, "four", 5)]
        sparse = element("TR", element("TD", (0, 4)), element("TD", (0, 5)))
        [table] = tables_of(pdf([top + low], element("Table", head, sparse)))
        assert texts(table) == [["A", "B", "C", "D"], ["one", "", "", "four"]]

    def test_the_rest_of_a_merged_cell_stands_beside_the_next_row(self) -> None:
        long = element("TD", (0, 0), (1, 0), attributes="/RowSpan 3")
        cut = element("TR", long, element("TD", (0, 1)))
        after = [element("TR", element("TD", (1, 1))), element("TR", element("TD", (1, 2)))]
        one = [words(20, 50, "Merged", 0), words(200, 50, "first", 1)]
        two = [words(20, 280, "cell", 0), words(200, 281, "second", 1), words(200, 250, "third", 2)]
        first, second = tables_of(pdf([one, two], element("Table", cut, *after)))
        assert texts(second) == [["cell", "second"], ["", "third"]]
        assert second.row_nodes == ("0.1", "0.2")
        assert {c.node for c in first.cells} & {c.node for c in second.cells} == {"0.0.0"}
        assert next(c.row_span for c in second.cells if c.text == "cell") == 2

    def test_word_starts_a_new_table_on_each_page(self) -> None:
        """The rest of a split row is a TR whose other cells hold a blank."""
        one, tr = row(0, 50, 0, "1", "Repair", "begins")
        two = [words(20, 280, " ", 0), words(110, 280, " ", 1), words(200, 280, "and ends", 2)]
        more, second = row(1, 250, 3, "2", "Close", "Done")
        rest = element("TR", *(element("TD", element("P", (1, k))) for k in range(3)))
        first_table, second_table = tables_of(
            pdf([one, two + more], element("Table", tr), element("Table", rest, second))
        )
        assert texts(second_table) == [["", "", "and ends"], ["2", "Close", "Done"]]
        assert (first_table.node, second_table.node) == ("0", "1")

    def test_without_spans_the_ink_tells_them(self) -> None:
        """Excel gives no spans."""
        title = element("TR", element("TD", (0, 0)))
        operators = [words(20, 270, "A title that runs over more than one column of the table", 0)]
        one, first = row(0, 250, 1, "a", "b", "c")
        two, second = row(0, 230, 4, "d", "e", "f")
        [table] = tables_of(pdf([operators + one + two], element("Table", title, first, second)))
        assert next(c.col_span for c in table.cells if c.row == 0 and c.text) == 3

    def test_nested_tables_are_tables_of_their_own(self) -> None:
        inner_ops, inner = row(0, 250, 2, "in", "ner")
        inner_ops = [op.replace("290 ", "250 ") for op in inner_ops]
        outer_ops = [words(20, 280, "left", 0), words(300, 280, "right", 1)]
        holder = element("TD", (0, 1), element("Table", inner))
        data = pdf([outer_ops + inner_ops], element("Table", element("TR", element("TD", (0, 0)), holder)))
        found = {table.node: [c.text for c in table.cells] for table in tables_of(data)}
        assert found == {"0": ["left", "right"], "0.0.1.1": ["in", "ner"]}

    def test_tables_alone_in_a_cell_are_rows_beside_the_text_that_heads_them(self) -> None:
        """Each activity held its actions as a table of their own, and was lost beside them."""
        heads, one = row(0, 280, 2, "Action", "Status")
        first, two = row(0, 260, 4, "Buy land", "Late")
        second, three = row(0, 240, 6, "Sell land", "Done")
        inner = [op.replace(" 20 ", " 120 ").replace(" 110 ", " 210 ") for op in (*heads, *first, *second)]
        outer = [words(20, 280, "Activity", 0), words(20, 260, "1.1 Homes", 1)]
        trs = [
            element("TR", element("TD", (0, 0)), element("TD", element("Table", one))),
            element("TR", element("TD", (0, 1)), element("TD", element("Table", two, three))),
        ]
        [table] = tables_of(pdf([outer + inner], element("Table", *trs)))
        assert texts(table) == [
            ["Activity", "Action", "Status"],
            ["1.1 Homes", "Buy land", "Late"],
            ["", "Sell land", "Done"],
        ]
        assert [c.row_span for c in table.cells if c.col == 0] == [1, 2]

    def test_the_only_cell_of_a_row_holds_tables_for_the_layout_s_sake(self) -> None:
        operators, inner = row(0, 250, 0, "a", "b")
        holder = element("TR", element("TD", element("Table", inner)))
        assert [t.node for t in tables_of(pdf([operators], element("Table", holder)))] == ["0.0.0.0"]

    def test_rows_that_stand_side_by_side_are_no_table(self) -> None:
        pairs = [element("TR", element("TD", (0, k), attributes="/RowSpan 1")) for k in range(4)]
        operators = [words(20 + 90 * k, 250, f"w{k}", k) for k in range(4)]
        assert tables_of(pdf([operators], element("Table", *pairs))) == []

    def test_cells_one_below_the_other_are_no_row(self) -> None:
        operators = [words(20, 250 - 20 * k, f"paragraph {k}", k) for k in range(3)]
        stack = element("TR", *(element("TD", (0, k)) for k in range(3)))
        assert tables_of(pdf([operators], element("Table", stack))) == []

    def test_untagged_ink_in_a_table_stays_for_others(self) -> None:
        one, first = row(0, 250, 0, "a", "b")
        two, second = row(0, 210, 2, "c", "d")
        page = pages_of(pdf([[*one, words(20, 230, "stray"), *two]], element("Table", first, second)))[0]
        [table] = tagged.tables(page, page.nodes)
        assert "".join(c.text for s in table.cells for c in s.tokens) == "abcd"

    def test_content_that_two_cells_claim_is_read_once(self) -> None:
        first = element("TR", element("TD", (0, 0), (0, 1)), element("TD", (0, 2)))
        again = element("TR", element("TD", (0, 0)), element("TD", (0, 3)))
        top = [words(20, 250, "a", 0), words(30, 250, "b", 1), words(110, 250, "c", 2)]
        [table] = tables_of(pdf([[*top, words(110, 230, "d", 3)]], element("Table", first, again)))
        assert texts(table) == [["a b", "c"], ["", "d"]]

    def test_untagged_signs_beside_the_rows_are_a_column(self) -> None:
        rows = [row(0, 250 - 20 * k, 2 * k, f"word {k}", "what it means") for k in range(3)]
        swatches = [f"1 0 0 rg 2 {250 - 20 * k} 8 8 re f 0 g" for k in range(3)]
        operators = [op for ops, _ in rows for op in ops]
        [table] = tables_of(pdf([operators + swatches], element("Table", *(tr for _, tr in rows))))
        assert table.cols == 3
        signs = [(c.row, [m.colour for m in c.marks] or c.fill) for c in table.cells if c.col == 0]
        assert signs == [(k, ["#ff0000"]) for k in range(3)]

    @pytest.mark.parametrize("blank", [True, False], ids=["blank cell", "no cell"])
    def test_an_untagged_sign_beside_a_single_row_stands_in_the_blank_cell_there(self, blank: bool) -> None:
        """A page with one row lost its status, and with it the row."""
        operators, tr = row(0, 250, 0, "1.1 Plant trees", "Ann Archer", "Two are planted.")
        tr = tr._replace(kids=(*tr.kids, element("TD", (0, 3)))) if blank else tr
        sign = "/P <</MCID 3>> BDC EMC 0 1 0 rg 285 248 8 8 re f 0 g"
        [table] = tables_of(pdf([[*operators, sign]], element("Table", tr)))
        assert table.cols == 3 + blank

    @pytest.mark.parametrize(("head", "x"), [("", 160), ("RAG", 200)])
    def test_what_was_stamped_onto_a_page_stands_in_the_empty_cells(self, head: str, x: int) -> None:
        """Nobody tags a stamp: each was a text beside the table, and its row without a status."""
        heads = ["Action", "Update", head] if head else ["Action", "Update"]
        rows = [row(0, 250, 0, *heads, kind="TH")]
        rows += [row(0, 230 - 20 * k, 3 + 2 * k, f"Plant {k}", "Begun") for k in range(3)]
        stamps = [words(x, 230 - 20 * k, "Green") for k in range(3)]
        operators = [op for ops, _ in rows for op in ops]
        [page] = pages_of(pdf([operators + stamps], element("Table", *(tr for _, tr in rows))))
        [table] = finished(page, tagged.tables(replace(page, typed=3), page.nodes))
        assert texts(table) == [
            ["Action", "Update", head],
            *([f"Plant {k}", "Begun", "Green"] for k in range(3)),
        ]


def boxed(xs: list[float], ys: list[float]) -> list[str]:
    return [rule(x, ys[0], x, ys[-1]) for x in xs] + [rule(xs[0], y, xs[-1], y) for y in ys]


def both(data: bytes) -> tuple[Page, list[SeenTable], list[SeenTable]]:
    page = pages_of(data)[0]
    return page, tagged.tables(page, page.nodes), ruled.tables(page)


@pytest.mark.parametrize("word", ["improvements", "moved"])
def test_a_word_that_sticks_out_of_the_table_s_rules_does_not_move_its_edge(word: str) -> None:
    one, first = row(0, 250, 0, "Ref", "Action", kind="TH")
    two, second = row(0, 230, 2, "1", "Trees")
    cells = [words(20, 210, "2", 4), words(110, 210, "Is", 5), words(110, 200, word, 6)]
    third = element("TR", element("TD", (0, 4)), element("TD", (0, 5), (0, 6)))
    rules = [rule(10, y, 155, y) for y in (265, 243, 223)]
    [table] = tables_of(pdf([one + two + cells + rules], element("Table", first, second, third)))
    assert table.xs[-1] == pytest.approx(155, abs=1)


ONE, FIRST = row(0, 250, 0, "Ref", "Action", "RAG", kind="TH")
TWO, SECOND = row(0, 220, 3, "1", "Plant trees", "Green")
TREE = element("Table", FIRST, SECOND)
XS, YS = [10.0, 100.0, 190.0, 280.0], [210.0, 240.0, 265.0]


class TestReadings:
    def test_the_ruled_reading_is_kept_and_borrows_names_and_headings(self) -> None:
        page, ours, theirs = both(pdf([ONE + TWO + boxed(XS, YS)], TREE))
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert (table.reader, table.node, table.row_nodes) == ("ruled", "0", ("0.0", "0.1"))
        assert [c.text for c in table.cells if c.header] == ["Ref", "Action", "RAG"]
        assert [c.node for c in table.cells][-1] == "0.1.2"
        assert (table.agreement, table.differences) == (1.0, ())

    def test_the_tagged_reading_is_kept_where_a_rule_is_missing(self) -> None:
        page, ours, theirs = both(pdf([ONE + TWO + boxed([10.0, 280.0], YS)], TREE))
        assert [len(t.cells) for t in theirs] == [2]
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert table.reader == "tagged"
        assert texts(table) == [["Ref", "Action", "RAG"], ["1", "Plant trees", "Green"]]
        assert table.agreement == 0.0

    def test_the_ruled_reading_is_kept_where_tags_contradict_the_ink(self) -> None:
        """One TD was put around two cells."""
        wrong = element("TR", element("TD", (0, 3)), element("TD", (0, 4), (0, 5)))
        page, ours, theirs = both(pdf([ONE + TWO + boxed(XS, YS)], element("Table", FIRST, wrong)))
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert [d[:2] for d in table.differences] == [("Plant trees Green", "Plant trees | Green")]
        assert table.reader == "ruled" and texts(table)[1] == ["1", "Plant trees", "Green"]
        assert table.agreement is not None and 0 < table.agreement < 1

    def test_an_untagged_heading_row_does_not_count_against_the_tags(self) -> None:
        bare = [op.split("BDC ")[1].removesuffix(" EMC") for op in ONE]
        _, ours, theirs = both(pdf([bare + TWO + boxed(XS, YS)], element("Table", SECOND)))
        [table] = readings.reconciled(ours, theirs)
        assert (table.reader, table.row_nodes, table.agreement) == ("ruled", ("", "0.0"), 1.0)

    def test_ink_of_a_cell_that_stands_outside_its_rules_comes_back(self) -> None:
        over, short = words(110, 209, "and water them", 6), [216.0, 240.0, 265.0]
        tall = element("TR", element("TD", (0, 3)), element("TD", (0, 4), (0, 6)), element("TD", (0, 5)))
        page, ours, theirs = both(pdf([[*ONE, *TWO, over, *boxed(XS, short)]], element("Table", FIRST, tall)))
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert table.reader == "ruled"
        assert texts(table)[1][1].split() == ["Plant", "trees", "and", "water", "them"]

    def test_one_eye_alone_is_kept_as_it_saw(self) -> None:
        page, ours, theirs = both(pdf([ONE + TWO], TREE))
        assert theirs == []
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert (table.reader, table.agreement) == ("tagged", None)

    def test_stripes_whose_columns_are_guessed_are_no_rival_of_the_tags(self) -> None:
        """The first row's columns were guessed wrongly: neither is it cut off nor do the eyes disagree."""
        page, ours, theirs = both(pdf([ONE + TWO + boxed([10.0, 280.0], YS)], TREE))
        theirs[0].grid = theirs[0].grid._replace(doubt="text runs across columns")
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert (table.reader, table.agreement) == ("tagged", None)

    def test_a_guessed_grid_over_two_tagged_tables_takes_no_heading_between_them(self) -> None:
        """Half of `Priority Two - Homes for all` was lost: the grid had its words in a column."""
        between = [words(60, 236, "Homes for all")]
        tree = element("Document", element("Table", FIRST), element("Table", SECOND))
        _, ours, theirs = both(pdf([ONE + TWO + between + boxed([55.0, 195.0], [226.0, 246.0, 275.0])], tree))
        theirs[0].grid = theirs[0].grid._replace(doubt="text runs across columns")
        assert len(ours) == 2 and readings.reconciled(ours, theirs) == sorted(ours, key=readings._begins)

    def test_guessed_columns_are_a_second_eye_where_the_tags_leave_out_a_row(self) -> None:
        bare = [op.split("BDC ")[1].removesuffix(" EMC") for op in TWO]
        _, ours, theirs = both(pdf([ONE + bare + boxed(XS, YS)], element("Table", FIRST)))
        theirs[0].grid = theirs[0].grid._replace(doubt="text runs across columns")
        assert [t.reader for t in readings.reconciled(ours, theirs)] == ["ruled"]

    @pytest.mark.parametrize(("drawn", "kept"), [(False, "tagged"), (True, "unruled")])
    def test_a_row_that_a_grid_guesses_from_the_text_alone_does_not_tear_tagged_cells(
        self, drawn: bool, kept: str
    ) -> None:
        """The last lines of a row, level with each other, were a row of their own."""
        lines = [words(110, 204, "and shrubs", 6), words(200, 204, "in May", 7)]
        cells = [element("TD", (0, 3)), element("TD", (0, 4), (0, 6)), element("TD", (0, 5), (0, 7))]
        rules = [rule(10, y, 280, y) for y in (265, 240, 200)]
        tree = element("Table", FIRST, element("TR", *cells))
        page, ours, _ = both(pdf([ONE + TWO + lines + rules], tree))
        levels = (35.0, 60.0, 88.0, 100.0)
        squares = tuple(Span(k, col, 1, 1) for k in range(3) for col in range(3))
        grid = Grid(tuple(XS), levels, squares, "", frozenset(() if drawn else (88.0,)))
        theirs = [SeenTable(1, grid, "unruled", [Seen(s, grid.box_of(s)) for s in grid.cells])]
        handing.hand_out(page, theirs)
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert table.reader == kept

    @pytest.mark.parametrize(("drawn", "kept"), [(False, "tagged"), (True, "unruled")])
    def test_a_line_of_one_cell_alone_is_no_text_of_all_columns_where_the_tags_know_better(
        self, drawn: bool, kept: str
    ) -> None:
        """`Owner: C. Nnamdi` below an action was a remark on the row, and the row had no lead."""
        lines = [words(110, 204, "Owner: Ann Lee", 6)]
        cells = [element("TD", (0, 3)), element("TD", (0, 4), (0, 6)), element("TD", (0, 5))]
        rules = [rule(10, y, 280, y) for y in (265, 240, 200)]
        page, ours, _ = both(pdf([ONE + TWO + lines + rules], element("Table", FIRST, element("TR", *cells))))
        levels = (35.0, 60.0, 88.0, 100.0)
        squares = (*(Span(k, col, 1, 1) for k in range(2) for col in range(3)), Span(2, 0, 1, 3))
        grid = Grid(tuple(XS), levels, squares, "", frozenset(() if drawn else (88.0,)))
        theirs = [SeenTable(1, grid, "unruled", [Seen(s, grid.box_of(s)) for s in grid.cells])]
        handing.hand_out(page, theirs)
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert table.reader == kept

    def test_rules_that_end_before_the_last_rows_are_no_rival_of_the_tags(self) -> None:
        """Rules between rows that stop at a merged cell end the grid there; the rows below it were lost."""
        three, third = row(0, 190, 6, "2", "Mend roads", "Red")
        tree = element("Table", FIRST, SECOND, third)
        lines = [rule(10, y, 280, y) for y in (265, 240, 210)]
        page, ours, theirs = both(pdf([ONE + TWO + three + lines], tree))
        theirs = [replace(t, cells=[c for c in t.cells if c.span.row < 2]) for t in theirs]
        [table] = finished(page, readings.reconciled(ours, theirs))
        assert (table.reader, texts(table)[2]) == ("tagged", ["2", "Mend roads", "Red"])
        assert table.agreement is not None and table.agreement < 1

    @pytest.mark.parametrize("name", [*PRODUCERS, "chromium_horizontal_rules"])
    def test_no_character_is_held_twice(self, name: str) -> None:
        for page in pages_of(name):
            kept = readings.reconciled(tagged.tables(page, page.nodes), ruled.tables(page))
            held = [id(c) for t in kept for s in t.cells for c in s.tokens]
            assert len(held) == len(set(held)) > 0
