"""The transcript eye on excerpts of a real conversion, on Markdown, and on whatever hypothesis makes up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parsers.block import Block, Heading, Paragraph, Table
from parsers.text import conversion
from parsers.transcripts import eye as transcript
from parsers.transcripts import runs

WHOLE = Path(__file__).parents[4] / "shared" / "corpus" / "open" / "notts_2016-17_mid_transcript.txt"
HEADER = "Key Activities\tPlan\tKey Actions\tLead\tProgress to Date\tRAG Rating\n"
TSV = (
    "\nAppendix A\n\nRAG Rating Status\n\n"
    "0\tCompleted – done\n\tOn schedule – started\n•\tBehind\n\\bigcirc\tNo information received\n\n\n"
    + HEADER
    + "1.4 Plan (2016- 2018)\tWorkforce Plan\t1. To measure\tLiz Maslen\t1. Since 1 st April.\t0\n"
    "\t\t2. To analyse\t\t <u>KS2</u> outcomes \t<u> </u>\n\n"
    "How will we measure progress?\t\t\t\t\n"
    "Indicator\tNational\tTarget\t\t\n"
    "Days\t593\t-\t\t\n\n"
    "* Provisional 2016 data\n"
)
PIPES = """# Review 2024

Intro line one
and line two.

| **Action** | Lead | RAG |
|:---|:---:|---|
| Build \\| open<br>- homes<br>- shops | A &amp; B | ● |
| - | - | - |
| Priority Two: children are safe | | |
| Teach | | Green | extra |
"""


def read(text: str) -> list[Block]:
    return list(transcript.blocks(text))


def tables(text: str) -> list[Table]:
    return [block for block in read(text) if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


def inked(block: Block) -> int:
    return sum(cell.chars for cell in block.cells) if isinstance(block, Table) else block.chars


def printed(block: Block) -> str:
    text = "".join(cell.text for cell in block.cells) if isinstance(block, Table) else block.text
    return "".join(text.split())


def test_tabs_become_headings_tables_and_notes_in_order() -> None:
    found = read(TSV)
    assert [type(block).__name__ for block in found] == [
        "Heading", "Heading", "Table", "Table", "Table", "Paragraph",
    ]  # fmt: skip
    assert isinstance(found[-1], Paragraph)
    assert found[-1].text == "* Provisional 2016 data"
    assert [block.box.top for block in found] == sorted({block.box.top for block in found})


def test_a_legend_keeps_lost_and_mangled_marks_as_found() -> None:
    legend = tables(TSV)[0]
    assert [row[0] for row in texts(legend)] == ["0", "", "•", "\\bigcirc"]
    assert legend.cols == 2


def test_a_legend_whose_marks_are_all_lost_is_a_table() -> None:
    assert texts(tables("Key\n\n\tOn track\n\tLate\n")[0]) == [["", "On track"], ["", "Late"]]


def test_cells_are_mended_and_a_lone_tag_stays_recognisable() -> None:
    body = texts(tables(TSV)[1])[1:]
    assert body[0][0] == "1.4 Plan (2016-2018)"
    assert body[0][4:] == ["1. Since 1st April.", "0"]
    assert body[1] == ["", "", "2. To analyse", "", "KS2 outcomes", "<u> </u>"]


def test_a_title_spans_and_empty_columns_at_the_end_go() -> None:
    indicators = tables(TSV)[2]
    assert (indicators.rows, indicators.cols) == (3, 3)
    assert [(c.text, c.col_span) for c in indicators.cells if c.row == 0] == [
        ("How will we measure progress?", 3)
    ]
    assert texts(indicators)[1:] == [["Indicator", "National", "Target"], ["Days", "593", "-"]]


def test_the_rest_of_a_split_cell_is_no_title() -> None:
    split = tables(HEADER + "1.1 To improve\t\tAct\tA\tB\tC\nand protect them\t\t\t\t\t\n(MASH)\t\t\t\t\t\n")[
        0
    ]
    assert [cell.col_span for cell in split.cells] == [1] * 24


def test_a_page_without_header_keeps_its_empty_status_column() -> None:
    first, second = tables(HEADER + "1\tp\ta\tl\tt\t0\n\f\t\t2. Act\t\tStill going.\t\n")
    assert (first.cols, second.cols) == (6, 6)
    assert (first.page, second.page) == (1, 2)


def test_long_rows_keep_their_extra_cells_and_short_ones_are_padded() -> None:
    table = tables("A\tB\tC\n1\t2\t3\t4\n5\t6\n")[0]
    assert texts(table) == [["A", "B", "C", ""], ["1", "2", "3", "4"], ["5", "6", "", ""]]


def test_markdown_pipes_make_a_table_with_its_header() -> None:
    title, intro, table = read(PIPES)
    assert isinstance(title, Heading)
    assert title.text == "Review 2024"
    assert isinstance(intro, Paragraph)
    assert intro.text == "Intro line one and line two."
    assert isinstance(table, Table)
    assert texts(table) == [
        ["Action", "Lead", "RAG", ""],
        ["Build | open\n• homes\n• shops", "A & B", "●", ""],
        ["-", "-", "-", ""],
        ["Priority Two: children are safe"],
        ["Teach", "", "Green", "extra"],
    ]
    assert [cell.text for cell in table.cells if cell.header] == ["Action", "Lead", "RAG", ""]
    assert list(table.ys) == [6, 8, 9, 10, 11, 12]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Action | RAG | By\n--- | --- | ---\nBuild | G | May\n",
            [["Action", "RAG", "By"], ["Build", "G", "May"]],
        ),
        ("| a | b |\n| c | d |\n", [["a", "b"], ["c", "d"]]),
        ("| | |\n|-|-|\n| c | d |\n", [["c", "d"]]),
        ("| a |  |\n|-|-|\n| c | |\n| e | f |\n", [["a", ""], ["c", ""], ["e", "f"]]),
        (
            "| Safe children | Safe children | Safe children |\n| a | b | c |\n",
            [["Safe children"], ["a", "b", "c"]],
        ),
    ],
)
def test_pipes(text: str, rows: list[list[str]]) -> None:
    assert texts(tables(text)[0]) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Lead: A | B",
        "\tIndented opening of a paragraph.",
        "Priority One\t\t\t",
        "Red | Amber\nor not | at all | so",
    ],
)
def test_lone_tabs_and_pipes_make_no_table(text: str) -> None:
    assert not tables(text)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("a\tb\n\fc\td\n", [1, 2]),
        ("a\tb\n\n\f\n\f\nc\td\n", [1, 3]),
        ("Page 1\na\tb\nPage 2\nc\td\n", [1, 2]),
        ("a\tb\nPage 1 of 2\nc\td\nPage 2 of 2\n", [1, 2]),
        ("# Review\n\n## Page 1\n\na\tb\n\n## Page 2\n\nc\td\n", [1, 2]),
        ("a\tb\n\n--- Page 2 ---\n\nc\td\n", [1, 2]),
        ("a\tb\n\nPage 7\n\nc\td\n\nSee also\n\nPage 3\n\ne\tf\n", [1, 7, 7]),
        ("a\tb\nPage\tof\n\nc\td\n", [1, 1]),
    ],
)
def test_pages_come_from_form_feeds_or_marks(text: str, pages: list[int]) -> None:
    assert [table.page for table in tables(text)] == pages


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Priority One - Children are safe", Heading),
        ("**What we will do next.**", Heading),
        ("<b>RAG Rating</b>", Heading),
        ("How will we measure progress?", Heading),
        ("4. Next steps", Heading),
        ("The plan was agreed in May.", Paragraph),
        ("and the rest of a sentence", Paragraph),
        ("* Provisional 2016 data", Paragraph),
        ("NB figures are cumulative", Paragraph),
        ("• Young children", Paragraph),
        ("Page 3 of 11", Paragraph),
        ("2016", Paragraph),
    ],
)
def test_a_short_line_that_is_no_sentence_is_a_heading(line: str, kind: type[Block]) -> None:
    assert [type(block) for block in read(f"{line}\n")] == [kind]


def test_short_lines_one_below_the_other_are_headings_each_but_lists_are_not() -> None:
    assert [b.text for b in read("Appendix A\nChildren's Plan\n") if isinstance(b, Heading)] == [
        "Appendix A", "Children's Plan",
    ]  # fmt: skip
    (item,) = read("- Homes\n- Shops and\n  schools\n")
    assert isinstance(item, Paragraph)
    assert item.text == "• Homes\n• Shops and schools"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("self- assessments", "self-assessments"),
        ("Self- assessments", "Self-assessments"),
        ("(2016- 2017)", "(2016-2017)"),
        ("(2014- 2017)1. New", "(2014-2017)1. New"),
        ("2015- 16", "2015-16"),
        ("1999– 01", "1999–01"),
        ("0- 19", "0-19"),
        ("up-to- date", "up-to-date"),
        ("long- term placements", "long-term placements"),
        ("a place- based plan", "a place-based plan"),
        ("1 st April, 2 nd and 11 th", "1st April, 2nd and 11th"),
        ("Implementati on Plan", "Implementation Plan"),
        ("imple- mentation", "implementation"),
        ("multi- agency", "multi-agency"),
        ("peer- review", "peer-review"),
    ],
)
def test_wraps_are_undone(before: str, after: str) -> None:
    known = conversion.lexicon("the implementation by a peer-review of Implementati on")
    assert conversion.mended(before, known) == after
    assert conversion.repairs(before, known)


@pytest.mark.parametrize(
    "text",
    [
        "pre- and post-16", "short- or long-term", "16- to 18-year-olds", "CAMHS - Referral",
        "In 2015 - 2016", "regarding needs- highest in the region", "Completed- the policy",
        "since 2015- 10 new places", "from 10- 5", "2 st", "1 nd", "11 st", "1 St Johns Road",
        "the main road", "35.7 % of", "sign-off- completed", "Service- Plan", "health care panel",
        "1.Integrate", "week- the", "in 5- 7.5",
    ],
)  # fmt: skip
def test_what_may_have_been_printed_so_stays(text: str) -> None:
    known = conversion.lexicon("healthcare for health and other things in needs of service plans")
    assert conversion.mended(text, known) == text
    assert conversion.repairs(text, known) == []


def test_a_piece_that_is_a_word_elsewhere_is_not_joined() -> None:
    known = conversion.lexicon("safeguarding; we are safe guarding; safe places")
    assert conversion.mended("safe guarding", known) == "safe guarding"


def test_repairs_name_before_and_after() -> None:
    assert conversion.repairs("on 1 st May, self- made") == ["self- made -> self-made", "1 st -> 1st"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<u> </u>", "<u> </u>"),
        (" <u>&nbsp;  </u>", "<u> </u>"),
        ("<b>Bold</b> and <U>line</U>", "Bold and line"),
        ('<span style="color: red">Late</span>', "Late"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("<ul><li>one</li><li>two</li></ul>", "• one\n• two"),
        ("<br>", ""),
        ("1<sup>st</sup> April", "1st April"),
        ("10,966<sup>1</sup>", "10,966¹"),
        ("a <b and c> d", "a <b and c> d"),
        ("<95% & >90%", "<95% & >90%"),
        ("R&section; &lt;5 &#163;1", "R&section; <5 £1"),
        ("soft\u00ad hyphen\u200b", "softhyphen"),
        ("\\bigtriangleup", "\\bigtriangleup"),
    ],
)
def test_markup_goes_and_signs_stay(raw: str, text: str) -> None:
    assert conversion.cleaned(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The gaps narrow for: - FSM6 - White British", "The gaps narrow for:\n• FSM6\n• White British"),
        ("- Sites were bought. - 2 more follow", "• Sites were bought.\n• 2 more follow"),
        ("On schedule - P2P was reviewed - twice", "On schedule - P2P was reviewed - twice"),
        ("Ages: - 5 - 10", "Ages: - 5 - 10"),
        ("-", "-"),
        ("Note: - Begun", "Note: - Begun"),
    ],
)
def test_items_that_a_converter_set_in_one_line_are_a_list(raw: str, text: str) -> None:
    """Their dashes were words of the action and of the note."""
    assert conversion.cleaned(raw, markdown=True) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded(encoding: str) -> None:
    assert transcript.decoded("£5 – café\tyes".encode(encoding)) == "£5 – café\tyes"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00",
        b"\x89PNG\r\n\x1a\n" * 3,
        b"\xff\xfea",
        b"a\x81\x8d\x01\x02",
        b"\x07\x08 text",
        b"a\0b",
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    assert transcript.decoded(data) is None


def test_damaged_utf8_shows_its_damage_instead_of_mojibake() -> None:
    assert transcript.decoded("£5 – £6 – £7".encode() + b"\xe2\x80") == "£5 – £6 – £7\ufffd"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("a\tb\tc\nd\te\tf\n", True),
        ("| a | b | c |\n| d | e | f |\n", True),
        ("<!DOCTYPE html>\na\tb\tc\nd\te\tf\n", False),
        ("\n<HTML lang='en'>\na\tb\tc\nd\te\tf\n", False),
        ("a\tb\nc\td\n", False),
        ("a\tb\t\nc\td\t\n", False),
        ("a\tb\tc\n\nd\te\tf\n", False),
        ("Only words.\n", False),
        ("", False),
    ],
)
def test_only_text_with_a_real_table_is_a_transcript(text: str, holds: bool) -> None:
    assert transcript.holds_tables(text) is holds


CELL = st.text("abZ19 .,%()'–•£é", max_size=10)
LINES = st.lists(st.lists(CELL, min_size=1, max_size=7).map("\t".join), max_size=12)


@given(LINES)
@example(["Implementati on\timplementation\tx", "a\tb\tc"])
def test_no_character_of_tab_separated_text_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(map(printed, read(text))) == "".join(text.split())


@given(st.text(st.sampled_from("ab1 -\t\t\n\n\f\r|*#<u>/\\Page23:`&;"), max_size=120) | st.text())
def test_ink_of_blocks_adds_up_on_every_page(text: str) -> None:
    count = Counter[int]()
    for block in read(text):
        count[block.page] += inked(block)
    assert +count == +Counter(runs.ink(text))


@given(st.text(st.sampled_from("ab1 \t\t\t\n\n\f|-"), max_size=120))
def test_every_place_of_a_table_is_covered_once(text: str) -> None:
    for table in tables(text):
        places = [(c.row, c.col + k) for c in table.cells for k in range(c.col_span)]
        assert sorted(places) == [(row, col) for row in range(table.rows) for col in range(table.cols)]
        assert list(table.ys) == sorted(set(table.ys))
        assert all(cell.box.top == table.ys[cell.row] for cell in table.cells)


@pytest.mark.skipif(not WHOLE.exists(), reason="the shared corpus is not beside this project")
def test_the_whole_sample() -> None:
    text = transcript.decoded(WHOLE.read_bytes())
    assert text is not None
    assert transcript.holds_tables(text)
    found = tables(text)
    assert [(t.rows, t.cols) for t in found[:2]] == [(5, 2), (4, 6)]
    assert Counter(t.cols for t in found) == {6: 16, 7: 3, 2: 2}
    assert sum(map(inked, read(text))) == sum(not c.isspace() for c in text)
    marks = Counter(c.text for t in found if t.cols == 6 for c in t.cells if c.col == 5 and c.row)
    assert (marks["0"], marks["<u> </u>"], marks["\\bigtriangleup"]) == (14, 4, 1)
    everything = "".join(c.text for t in found for c in t.cells)
    for mended in (
        "Implementation Plan",
        "self-assessments for both",
        "1st April",
        "needs- highest",
        "long-term",
    ):
        assert mended in everything


def test_emoji_that_rate_a_row_are_signs_and_those_of_the_key_stand_on_its_lines() -> None:
    listed = "- 🔵 **Done** – on time\n- 🟠 Late – but coming\n\n"
    text = listed + "| Action | Lead | RAG |\n|---|---|---|\n| Buy | Ann | 🟠\ufe0f |\n"
    key, read = transcript.blocks(text)
    assert isinstance(key, Paragraph) and isinstance(read, Table)
    rated = next(c for c in read.cells if (c.row, c.col) == (1, 2))
    assert (rated.text, [(m.shape, m.identity) for m in rated.marks]) == ("🟠", [("disc", ":🟠")])
    assert [(m.shape, m.colour) for m in key.marks][1] == (rated.marks[0].shape, rated.marks[0].colour)
    assert [line.text for line in key.lines] == ["• 🔵 Done – on time", "• 🟠 Late – but coming"]


def test_bullets_of_a_list_and_lost_characters_are_no_signs() -> None:
    (read,) = transcript.blocks(
        "| Action | Notes | RAG |\n|---|---|---|\n| Buy | ✓ bought<br>✓ paid | \ufffd |\n| Sell | ■ sold | \uf06c |\n"
    )
    assert isinstance(read, Table)
    assert not [c.text for c in read.cells if c.marks]
