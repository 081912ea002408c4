"""Tables and pages that were left alone though they look as if they were part of the review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block, Line, Paragraph, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    filled,
    heading,
    loud,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

ROW = ("1. Buy land", "Ann Archer", "Bought in May.", "On track")
LEGEND = table((shape("disc", GREEN), "On track"), (shape("triangle", AMBER), "Behind schedule"), top=20)


def test_a_table_of_unknown_columns_with_the_legend_s_marks_is_a_finding() -> None:
    green, amber = shape("disc", GREEN), shape("triangle", AMBER)
    unknown = table(("Ward", "Wibble"), ("North", green), ("South", amber), page=2)
    row = (*ROW[:3], green)
    assert loud(review_of(LEGEND, table(ACTIONS, row, top=90), unknown)) == ["table_not_understood"]
    assert loud(review_of(LEGEND, table(ACTIONS, row, top=90))) == []


@pytest.mark.parametrize("signed", [True, False])
def test_a_frame_around_rows_that_nothing_parts_is_not_the_rest_of_a_column(signed: bool) -> None:
    """Its two actions were one row's progress, and no page told that they were lost."""
    green = shape("disc", GREEN)
    said = "2. Build forty homes Bo Ray Begun in May. 3. Mend all roofs Cy Hill Begun in June."
    first = table(ACTIONS, (*ROW[:3], green), top=90)
    frame = table((with_text(said, green) if signed else said,), ("3. Plant trees Di Lee",), page=2, top=30)
    xs = (first.xs[0], first.xs[-1])
    cells = tuple(replace(c, box=c.box._replace(x0=xs[0], x1=xs[1])) for c in frame.cells)
    framed = replace(frame, xs=xs, cells=cells, box=frame.box._replace(x1=xs[1]))
    found = review_of(LEGEND, first, table(ACTIONS, page=2, top=10), framed).findings
    assert [f.page for f in found if f.code == "table_not_understood"] == ([2] if signed else [])
    assert ("columns_unsure" in [f.code for f in found]) is signed


@pytest.mark.parametrize("whole", [True, False])
def test_the_rest_of_a_table_that_is_not_understood_is_no_table_of_something_else(whole: bool) -> None:
    """On the page behind it three indicators were lost beside a word that their table was left alone."""
    green, amber = shape("disc", GREEN), shape("triangle", AMBER)
    unknown = table(
        ("Ward", "Wibble", "Wobble"), ("North", "a hill", green), ("South", "a dale", amber), page=2
    )
    rest = moved_to(3, table(("East", "a wood", "an oak"), ("West", "a mire", "a fen")))
    last = moved_to(4, table(ACTIONS, ("2. Build", *ROW[1:])))
    first = table(ACTIONS, (*ROW[:3], green), top=90)
    kept = rest if whole else moved_to(3, table(("East", "a wood"), ("West", "a mire")))
    found = review_of(LEGEND, first, unknown, kept, last).findings
    assert [f.page for f in found if f.code == "table_not_understood"] == ([2, 3] if whole else [2])


def test_a_page_of_text_between_pages_of_the_review_is_a_finding() -> None:
    text = paragraph("The work goes on in all four wards of the borough. " * 8, page=2)
    first, last = table(ACTIONS, ROW), moved_to(3, table(ACTIONS, ("2. Build", *ROW[1:])))
    assert loud(review_of(first, text, last)) == ["page_not_read"]
    assert loud(review_of(first, moved_to(2, last))) == []


@pytest.mark.parametrize(("times", "codes"), [(8, ["page_not_read"]), (2, [])])
def test_rows_below_headings_outside_the_tables_of_a_page_are_not_lost_in_silence(
    times: int, codes: list[str]
) -> None:
    """Headings that run through pages whose table nobody saw were furniture: rows were lost without a word."""
    blocks: list[Block] = []
    for page in (1, 2, 3):
        prose = "The work goes on in all four wards of the borough. " * times if page == 2 else "Notes."
        blocks += [paragraph(text, top=20, page=page) for text in ACTIONS]
        blocks += [paragraph(prose, top=60, page=page)]
        blocks += [moved_to(page, table(ACTIONS, (f"{page}. Build", *ROW[1:]), top=300))]
    assert loud(review_of(*blocks)) == codes


def test_a_page_before_the_review_with_its_headings_or_signs_is_not_read_in_silence() -> None:
    """Headings stand beside each other, signs of the legend before the lines."""
    prose = "The work goes on in all four wards of the borough. " * 8
    last = moved_to(2, table(ACTIONS, (*ROW[:3], shape("disc", GREEN))))
    headings = [paragraph(text, top=200) for text in ACTIONS]
    signs = [paragraph(text, marks=[shape("disc", GREEN)]) for text in ("Buy", "Build", "Open")]
    assert loud(review_of(LEGEND, paragraph(prose), *headings, last)) == ["page_not_read"]
    assert loud(review_of(LEGEND, paragraph(prose), *signs, last)) == ["page_not_read"]
    chart = [
        paragraph(text, marks=[shape("disc", hue)]) for text, hue in (("Roads", GREEN), ("Parks", AMBER))
    ]
    assert loud(review_of(LEGEND, paragraph(prose), *chart, last)) == []
    assert loud(review_of(LEGEND, paragraph(prose), heading("Actions by priority"), last)) == []
    assert loud(review_of(LEGEND, paragraph(prose), last)) == []


def narrow(*rows: tuple[str, ...], xs: tuple[float, ...], top: float) -> Table:
    """A table without header whose columns stand at `xs`, points."""
    shown = table(*rows, top=top)
    cells = tuple(
        replace(c, box=Box(xs[c.col], c.box.top, xs[c.col + c.col_span], c.box.bottom)) for c in shown.cells
    )
    return replace(shown, xs=xs, box=Box(xs[0], shown.box.top, xs[-1], shown.box.bottom), cells=cells)


def test_a_table_whose_cells_print_the_legend_s_labels_is_a_finding() -> None:
    rows = ("Ward work", "Ann Archer", "On track"), ("Road work", "Bea Bell", "Behind schedule")
    words = narrow(*rows, xs=(55, 200, 300, 395), top=400)
    review = review_of(LEGEND, table(ACTIONS, (*ROW[:3], shape("disc", GREEN)), top=90), words)
    assert loud(review) == ["table_not_understood"]


@pytest.mark.parametrize(("xs", "codes"), [((130, 220, 310), ["table_not_understood"]), ((60, 150, 310), [])])
def test_a_table_in_the_columns_of_one_that_it_meets_broke_off_it(
    xs: tuple[float, ...], codes: list[str]
) -> None:
    part = narrow(("Cara Cole", "Sold in June."), ("Dan Dale", "Let in July."), xs=xs, top=140)
    assert loud(review_of(table(ACTIONS, ROW), part)) == codes


def test_two_rows_at_the_next_page_with_one_more_column_are_no_table_of_something_else() -> None:
    """They were lost, and no finding said so."""
    more = table((*ROW, "Since June"), ("2. Let homes", *ROW[1:], "12"), page=2)
    assert loud(review_of(table(ACTIONS, ROW), more)) == ["table_not_understood"]


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        (("Ref Project SRO", "RAG", "Comment"), ["table_not_understood"]),
        (("Ref Risk Owner", "Likelihood Impact", "Mitigation"), []),
        (("Ward", "Name", "Telephone"), []),
    ],
)
def test_headings_of_a_review_over_a_table_that_is_not_read(
    headings: tuple[str, ...], codes: list[str]
) -> None:
    other = narrow(headings, ("A1 Bridge Cara", "Yes", "No"), xs=(55, 200, 300, 395), top=400)
    assert loud(review_of(table(ACTIONS, ROW), other)) == codes


def test_rows_below_a_table_that_was_not_read_may_be_of_another_activity() -> None:
    headed = ("Key Activities", *ACTIONS)
    above = table(headed, ("1.1 Build homes", "1. Buy land", *ROW[1:]))
    part = narrow(("Cara Cole", "Sold in June."), ("Dan Dale", "Let in July."), xs=(220, 310, 400), top=140)
    below = moved_to(2, table(("", "2. Build", *ROW[1:]), ("1.2 Let homes", "1. Let", *ROW[1:])))
    review = review_of(above, part, below)
    doubted = [f.subject_id for f in review.findings if f.code == "table_not_understood"]
    assert doubted == [None, "a002"]


@pytest.mark.parametrize(
    ("xs", "codes"),
    [
        ((60, 145, 205, 315, 380, 470), ["table_not_understood"]),
        ((480, 565, 625, 735, 800, 890), ["table_not_understood"]),  # the other half of a sheet
        ((75, 120, 195, 330, 350, 470), []),
    ],
)
def test_a_table_with_most_columns_of_one_that_was_read_is_a_finding(
    xs: tuple[float, ...], codes: list[str]
) -> None:
    headed = narrow(
        ("Action", "Lead", "Progress", "Due", "Status"),
        (*ROW[:3], "May 2026", ROW[3]),
        xs=(60, 150, 210, 310, 380, 470),
        top=100,
    )
    left = narrow(
        *([("Sell land", "Bea Bell", "Sold in June.", "June 2026", "On track")] * 3), xs=xs, top=400
    )
    assert loud(review_of(left, moved_to(2, headed))) == codes


def test_a_table_whose_headings_ran_into_its_first_row_is_a_finding() -> None:
    fused = table(
        ("Indicator Calls answered", "Previous 81%", "Latest 82%", "England 80%", "Target Good is 90% High"),
        ("Calls returned", "71%", "72%", "70%", "80% High"),
        page=2,
    )
    assert loud(review_of(LEGEND, table(ACTIONS, ROW, top=90), fused)) == ["table_not_understood"]
    prose = table(("Calls", "81% were", "82% are", "90% may be", "so"), ("More", "a", "b", "c", "d"), page=2)
    assert loud(review_of(LEGEND, table(ACTIONS, ROW, top=90), prose)) == []


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        (("Ward", "What we will do", "Lead", "Progress"), ["table_not_understood"]),
        (("Ref", "Ward", "Lead", "Seats"), []),
    ],
)
def test_headings_that_stand_on_a_table_that_is_not_read_are_a_finding(
    headings: tuple[str, ...], codes: list[str]
) -> None:
    xs = (55.0, 90.0, 200.0, 300.0, 395.0)
    other = narrow(("A1", "Bridge", "Cara", "Yes"), ("A2", "Road", "Dan", "No"), xs=xs, top=400)
    lines = [
        Paragraph(1, box, words, 10, (Line(words, box, 10, False, "#000000"),), (), len(words))
        for words, x in zip(headings, xs, strict=False)
        for box in (Box(x + 2, 370, x + 2 + 5 * len(words), 380),)
    ]
    assert loud(review_of(table(ACTIONS, ROW), *lines, other)) == codes


@pytest.mark.parametrize(
    ("first", "codes"),
    [("How we did Measure", ["table_not_understood"]), ("Ward", [])],
)
def test_the_headings_of_a_table_that_was_read_are_a_finding_where_a_caption_ran_into_them(
    first: str, codes: list[str]
) -> None:
    rest = ("2023/24", "2024/25", "Target", "Result")
    measures = table(("Measure", *rest), ("Calls answered", "81%", "82%", "90%", "Met"), top=200)
    xs = (55.0, 240.0, 290.0, 330.0, 370.0, 410.0)
    other = narrow((first, *rest), ("Calls returned", "Some", "Few", "All", "So"), xs=xs, top=400)
    assert loud(review_of(LEGEND, table(ACTIONS, ROW, top=90), measures, other)) == codes


def test_a_table_of_unknown_columns_with_the_legend_s_letters_is_a_finding() -> None:
    legend = table(("W", "On track"), ("L", "Behind schedule"), ("F", "Finished"), top=20)
    rows = [("North", "Under the hill", letter) for letter in "WLWF"]
    unknown = table(("Ward", "Where", "Wibble"), *rows, page=2)
    assert loud(review_of(legend, table(ACTIONS, (*ROW[:3], "W"), top=90), unknown)) == [
        "table_not_understood"
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [(("On track", "Completed", "On track"), True), (("North", "On track", "Completed"), False)],
)
def test_a_table_of_unknown_columns_with_coloured_statuses_is_a_finding_also_without_a_key(
    words: tuple[str, ...], *, told: bool
) -> None:
    """The headings of nineteen rows stood on the page before, and nothing told of them."""
    shades = (GREEN, AMBER, GREEN)
    rows = [
        (f"1.{k}", "Plant", filled(c, word)) for k, (c, word) in enumerate(zip(shades, words, strict=True), 1)
    ]
    unknown = table(("", "Original", "Revised"), *rows, page=2)
    assert ("table_not_understood" in loud(review_of(table(ACTIONS, ROW, top=90), unknown))) == told


@pytest.mark.parametrize("page", [1, 2])
def test_rows_of_things_to_do_of_which_nothing_known_tells_how_they_go_are_a_finding(page: int) -> None:
    rows = [(f"{n}", f"Draw up opinion {n}", "Unit B1", f"Wobble {n}", "Zigzag") for n in range(1, 5)]
    unknown = table(("No", "Output", "Responsible", "Planned", "Hue"), *rows, page=page, top=300)
    known = table(("Action", "Progress", "RAG"), ("1. Buy land", "Bought in May.", "On track"), top=90)
    assert "table_not_understood" in loud(review_of(known, unknown))
    risks = table(("No", "Action", "Responsible", "Likelihood", "Impact"), *rows, page=page, top=300)
    assert "table_not_understood" not in loud(review_of(known, risks))


@pytest.mark.parametrize(
    ("heads", "codes"),
    [
        (("Cost", "Lead officer", "Planned start", "Target date", "Commentary"), ["table_not_understood"]),
        (("Risk", "Lead officer", "Planned start", "Target date", "Commentary"), []),
    ],
)
def test_headings_of_rows_without_that_of_what_is_done_are_a_finding(
    heads: tuple[str, ...], codes: list[str]
) -> None:
    left = table(heads, ("£4,000", "Ann", "", "", ""), page=2)
    assert loud(review_of(LEGEND, table(ACTIONS, ROW, top=90), left)) == codes


@pytest.mark.parametrize("signs", [("£200", "£300", "£400", "£500"), ("B", "G", "A", "R")])
def test_statuses_of_rows_behind_the_last_page_are_not_left_alone_in_silence(signs: tuple[str, ...]) -> None:
    """A table of projects whose headings were not seen went into the key, with its costs as signs."""
    review = table(ACTIONS, ROW, ("2. Build", "Bo Bull", "None.", "Delayed"))
    works = zip(
        ("Boiler", "Pool", "Trail", "Hall"),
        signs,
        ("On track", "Complete", "On track", "Delayed"),
        strict=True,
    )
    left = table(*((work, sign, status, f"{work} in May.", "-") for work, sign, status in works), page=2)
    assert "table_not_understood" in loud(review_of(review, left))


def test_a_table_that_tells_who_leads_and_how_it_goes_is_not_left_alone_in_silence() -> None:
    """Only what is done had a heading that nobody knows."""
    rows = [(f"Ward {k}", "Ann Archer", "Begun.") for k in range(4)]
    other = table(("Wibble", "Lead", "Progress"), *rows, page=2)
    review = review_of(table(ACTIONS, ROW), other)
    assert [f.page for f in review.findings if f.code == "table_not_understood"] == [2]


def test_figures_of_which_the_names_were_lost_are_not_left_alone_in_silence() -> None:
    """Indicators' names stood left of the rules: the table of their figures was of something else in a word."""
    heads = ("National", "Target", "Latest", "Previous", "Good is")
    figures = table(heads, ("593", "Better", "363", "421", "Low"), page=2)
    first, last = table(ACTIONS, ROW), moved_to(3, table(ACTIONS, ("2. Build", *ROW[1:])))
    assert loud(review_of(first, figures, last)) == ["table_not_understood"]
    other = table(("Ward", *heads[1:3], "Size", "Hue"), ("North", "Better", "363", "4", "Blue"), page=2)
    assert loud(review_of(first, other, last)) == []


def test_figures_below_headings_in_an_unknown_language_and_english_are_told() -> None:
    """They were left alone with a word that they were of something else."""
    heads = (
        "Tomhas Measure",
        "Toradh Outturn 2024",
        "Leathbhliain Half year",
        "Sprioc bhliantúil Annual target",
        "Iarmhír Remainder",
    )
    figures = table(
        heads, ("Waste recycled", "66%", "67%", "70%", "3%"), ("Empty homes", "31", "17", "40", "23"), top=300
    )
    assert "table_not_understood" in loud(review_of(table(ACTIONS, ROW), figures))
    money = table(("Measure", "Budget", "Target"), ("Roads", "66", "67"), ("Parks", "31", "17"), top=300)
    assert "table_not_understood" not in loud(review_of(table(ACTIONS, ROW), money))


@pytest.mark.parametrize(("title", "told"), [("RAG rating status", True), ("Green spaces status", False)])
def test_a_key_that_is_not_understood_is_told_by_its_heading(title: str, told: bool) -> None:
    """A box without rules between its lines was a table of something else, and the legend empty without a word."""
    key = table(("Splendid\nMiddling", "It is done\nIt goes on"), top=60)
    found = review_of(heading(title, top=44), key, table(ACTIONS, ROW, top=200)).findings
    assert [f.page for f in found if f.code == "table_not_understood"] == ([1] if told else [])
