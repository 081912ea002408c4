"""What stands above rows: priorities in a column, and rows of one text that head those below them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.prose.texts import numbered_priority, priority
from parsers.block import Block, Cell, Line, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ABOVE,
    ACTIONS,
    BESIDE,
    HIGH,
    LEFT,
    TOP,
    WIDE,
    Square,
    actions_of,
    filled,
    heading,
    only_action,
    review_of,
    table,
)

PLAIN = ("Milestone", "Target date", "Status", "Comments")


def bold(seen: Table, *rows: int) -> Table:
    """A table with the texts of some rows set bold."""
    cells = tuple(
        replace(c, lines=tuple(line._replace(bold=c.row in rows) for line in c.lines)) for c in seen.cells
    )
    return replace(seen, cells=cells)


def test_a_merged_column_of_priorities_is_read() -> None:
    headings = ("Priority", "Action", "Status", "Progress")
    review = review_of(
        table(headings, ("1. Homes", "Buy land", "Late", "Begun."), (ABOVE, "Sell land", "Late", "Begun."))
    )
    assert [(p.number, p.title) for p in review.priorities] == [("1", "Homes")]
    assert [a.priority for a in review.actions] == ["1", "1"]


def test_a_priority_without_a_number_is_kept() -> None:
    action = only_action(
        table(("Theme", "Action", "Status", "Progress"), ("Homes", "Buy land", "Late", "Begun."))
    )
    assert action.extra == (("priority", "Homes"),)


@pytest.mark.parametrize(
    "text",
    [
        "2 · Homes",
        "Theme 2 • Homes",
        "Priority 2 | Homes",
        "2 Homes",
        "2. Homes",
        "2 - Homes",
        "Priority 2: Homes",
        "2) Homes",
    ],
)
def test_a_cell_s_priority_is_known_with_its_number(text: str) -> None:
    assert numbered_priority(text) == ("2", "Homes")


@pytest.mark.parametrize("text", ["A new start", "I am safe", "Homes", "24 hours"])
def test_a_word_is_no_number_of_a_priority(text: str) -> None:
    assert numbered_priority(text) != ("A", "new start")
    assert numbered_priority(text) is None or numbered_priority(text) == ("24", "hours")


def test_a_part_of_an_objective_is_not_the_objective_titled_by_its_digit() -> None:
    assert priority("Objective 2.1: Roads") is None
    assert priority("Objective 2: Roads") == ("2", "Roads")


def test_a_bold_row_of_one_text_is_the_activity_of_those_below_it_and_no_action() -> None:
    seen = table(
        PLAIN,
        ("Evidence base", "", "", ""),
        ("Housing study", "May 2026", "Complete", "Done."),
        ("Adoption", "", "Complete", "Done."),
    )
    review = review_of(bold(seen, 0, 1))
    assert [(a.action, a.activity) for a in review.actions] == [
        ("Housing study", "Evidence base"),
        ("Adoption", "Evidence base"),
    ]


def test_a_plain_row_of_one_text_stays_an_action_with_a_finding() -> None:
    seen = table(PLAIN, ("Adoption", "", "", ""), ("Housing study", "May 2026", "Complete", "Done."))
    assert [a.action for a in actions_of(bold(seen, 0))] == ["Adoption", "Housing study"]


def test_a_row_of_one_larger_text_is_a_heading_that_the_table_s_eye_took_for_its_last_row() -> None:
    seen = table(PLAIN, ("Housing study", "May 2026", "Complete", "Done."), ("Roads", "", "", ""))
    larger = replace(
        seen,
        cells=tuple(
            replace(c, lines=tuple(n._replace(size=1.5 * n.size) for n in c.lines)) if c.row == 2 else c
            for c in seen.cells
        ),
    )
    assert [a.action for a in actions_of(seen)] == ["Housing study", "Roads"]
    assert [a.action for a in actions_of(larger)] == ["Housing study"]


def test_a_row_shaded_from_side_to_side_is_a_heading() -> None:
    seen = table(
        PLAIN,
        [filled("#d9e2f3", "Evidence base"), *[filled("#d9e2f3")] * 3],
        ("Housing study", "May 2026", "Complete", "Done."),
    )
    assert [a.action for a in actions_of(bold(seen, 0))] == ["Housing study"]


def test_a_band_at_a_page_s_foot_is_one_though_another_stands_above_its_rows() -> None:
    """Of two cells in its column one was the other band's, so that its look was nothing apart, and it was glued to the
    activity above it."""
    rows: list[tuple[Square, ...]] = [
        (filled("#dddddd", "1. Homes for all"), BESIDE, BESIDE, BESIDE),
        ("1.1 Protect heritage", "Open a hub", "Begun.", "On track"),
        ("", "Plant a wood", "Begun.", "On track"),
        tuple(filled("#dddddd", text) for text in ("2. Skills and work", "", "", "")),
    ]
    heads = ("Programme", "What we will do", "Progress", "Status")
    rest = table(heads, ("2.1 Keep people safe", "Train staff", "Begun.", "On track"), page=2)
    review = review_of(table(heads, *rows), rest)
    assert [(a.priority, a.activity) for a in review.actions] == [
        ("1", "Protect heritage"),
        ("1", "Protect heritage"),
        ("2", "Keep people safe"),
    ]


@pytest.mark.parametrize(
    "row", ["Comment: the study was late.", "All dates are those of the plan as adopted."]
)
def test_a_remark_across_the_table_is_no_activity(row: str) -> None:
    seen = table(PLAIN, (row, BESIDE, BESIDE, BESIDE), ("Housing study", "May 2026", "Complete", "Done."))
    assert [a.activity for a in actions_of(seen)] == [""]


@pytest.mark.parametrize("noun", ["Output:", "Goal", "Objective"])
def test_a_sentence_behind_a_noun_and_a_number_heads_the_rows_below_it(noun: str) -> None:
    """`Output: 3.2.1 Roads are safe.` became a remark on the row above it, or on all rows."""
    rows = [(f"3.2.{k}.1 Carry out the works", "May 2026", "Complete", "Done.") for k in (1, 2)]
    bands = [(f"{noun} 3.2.{k} Roads are safe.", BESIDE, BESIDE, BESIDE) for k in (1, 2)]
    found = actions_of(table(PLAIN, bands[0], rows[0], bands[1], rows[1]))
    assert [a.activity_refs for a in found] == [("3.2.1",), ("3.2.2",)]
    assert [a.activity for a in found] == ["Roads are safe."] * 2
    about = ("Action 3.2.1.1: The works were late.", BESIDE, BESIDE, BESIDE)
    assert [a.activity for a in actions_of(table(PLAIN, rows[0], about, rows[1]))] == ["", ""]


def test_a_row_that_heads_others_heads_those_behind_the_page_break_too() -> None:
    band = ("Priority 2: Roads", BESIDE, BESIDE, BESIDE)
    actions = actions_of(
        table(PLAIN, band, ("Housing study", "May 2026", "Complete", "Done.")),
        table(("Adoption", "June 2026", "Complete", "Done."), page=2),
    )
    assert [a.priority for a in actions] == ["2", "2"]


STATED = ("Action", "Status", "Progress")


def heads(text: str) -> tuple[Square, ...]:
    return (text, BESIDE, BESIDE)


def test_a_priority_whose_heading_closes_the_table_above_owns_the_rows_of_the_next() -> None:
    blocks = (
        heading("Priority 1 - Homes"),
        table(STATED, ("Buy land", "Late", "Begun."), heads("Priority 2 - Roads")),
        table(STATED, ("Mend roads", "Late", "Begun."), top=300),
        table(STATED, ("Fill holes", "Late", "Begun."), page=2),
    )
    assert [a.priority for a in actions_of(*blocks)] == ["1", "2", "2"]


def test_a_heading_after_one_that_closes_a_table_outranks_it() -> None:
    blocks = (
        table(STATED, ("Buy land", "Late", "Begun."), heads("Priority 2 - Roads")),
        heading("Priority 3 - Parks", top=250),
        table(STATED, ("Mow lawns", "Late", "Begun."), top=300),
    )
    assert [a.priority for a in actions_of(*blocks)] == [None, "3"]


def test_a_priority_inside_a_table_goes_on_below_headings_that_the_next_page_repeats() -> None:
    first = table(STATED, heads("Priority 2 - Roads"), ("Mend roads", "Late", "Begun."))
    blocks = (first, table(STATED, ("Fill holes", "Late", "Begun."), page=2))
    assert [a.priority for a in actions_of(*blocks)] == ["2", "2"]


def test_a_priority_inside_a_table_goes_on_below_headings_that_stand_in_it_again() -> None:
    """A row that a page's end cut had them above it, and the rows behind it stood under nothing."""
    rows = (
        heads("Priority 2 - Roads"),
        ("Mend roads", "Late", "Begun."),
        STATED,
        ("Fill holes", "Late", "Begun."),
    )
    assert [a.priority for a in actions_of(table(STATED, *rows))] == ["2", "2"]


def test_a_heading_of_its_own_ends_the_priority_inside_the_table_before() -> None:
    first = table(STATED, heads("Priority 2 - Roads"), ("Mend roads", "Late", "Begun."))
    blocks = (first, heading("Other work", page=2), table(STATED, ("Fill", "Late", "Begun."), page=2))
    assert [a.priority for a in actions_of(*blocks)] == ["2", None]


def test_a_long_row_of_one_text_that_opens_with_a_code_heads_those_below_it() -> None:
    said = (
        "MD1 (Must Do): The Trust must ensure that all patients are seen within fifteen minutes of arrival."
    )
    wide = (said, BESIDE, BESIDE, BESIDE)
    action = only_action(table(PLAIN, wide, ("Buy land", "March 2026", "Late", "Begun.")))
    assert action.activity == said


def test_a_merged_column_of_priorities_with_letters_in_their_numbers_is_read() -> None:
    headings = ("Priority", "Action", "Status", "Progress")
    review = review_of(
        table(
            headings,
            ("P1: Prevent fires", "Visit homes", "Late", "Begun."),
            (ABOVE, "Fit alarms", "Late", "Begun."),
        )
    )
    assert [(p.number, p.title) for p in review.priorities] == [("P1", "Prevent fires")]
    assert [a.priority for a in review.actions] == ["P1", "P1"]


@pytest.mark.parametrize(("closing", "priority_of"), [("Key measures", None), ("Priority 2: Roads", "2")])
def test_measures_below_a_heading_of_their_own_are_not_the_last_priority_s(
    closing: str, priority_of: str | None
) -> None:
    rows = ("Buy land", "May 2026", "Complete", "Done.")
    review = review_of(
        heading("Priority 1: Homes", top=20),
        table(PLAIN, rows, top=50),
        heading("Priority 2: Roads", top=150),
        table(PLAIN, rows, top=180),
        heading(closing, top=280),
        table(("Measure", "Target", "Q1", "Q2"), ("Homes built", "10", "2", "4"), top=310),
    )
    assert [a.priority for a in review.actions] == ["1", "2"]
    assert [i.priority for i in review.indicators] == [priority_of]


@pytest.mark.parametrize("heading_of_figures", ["Work in figures", "APPENDIX 2"])
def test_measures_below_a_heading_larger_than_the_priorities_are_not_the_last_one_s(
    heading_of_figures: str,
) -> None:
    review = review_of(
        heading("Priority 1: Homes", top=20, size=12),
        table(PLAIN, ("Buy land", "May 2026", "Complete", "Done."), top=50),
        heading(heading_of_figures, top=150, size=14),
        table(("Measure", "Target", "Q1", "Q2"), ("Homes built", "10", "2", "4"), top=180),
    )
    assert [a.priority for a in review.actions] == ["1"]
    assert [i.priority for i in review.indicators] == [None]


def test_an_indicator_s_column_of_outcomes_names_its_priority() -> None:
    review = review_of(
        heading("Outcome 1: Homes", top=20),
        table(PLAIN, ("Buy land", "May 2026", "Complete", "Done."), top=50),
        heading("Outcome 2: Roads", top=150),
        table(PLAIN, ("Mend roads", "May 2026", "Complete", "Done."), top=180),
        heading("Population indicators", top=280),
        table(
            ("Outcome", "Indicator", "Baseline 2020", "2023", "2024"),
            ("Outcome 1", "Homes built", "10", "12", "14"),
            ("Outcome 2", "Roads mended", "20", "22", "24"),
            top=310,
        ),
    )
    assert [i.priority for i in review.indicators] == ["1", "2"]


def test_the_box_that_opens_a_row_on_screen_is_no_part_of_what_heads_the_rows_below_it() -> None:
    review = review_of(
        table(
            ("Priority / Outcome / Action", "Due", "Status", "Progress"),
            ("⊟ Corporate Priority 1: Homes", "", "", ""),
            ("⊟ Outcome 1.1: Roofs", "", "", ""),
            ("Buy land", "May 2026", "Complete", "Done."),
        )
    )
    assert review.priorities[0].title == "Homes"
    assert [(a.action, a.priority, a.activity_refs) for a in review.actions] == [("Buy land", "1", ("1.1",))]


REMARK = " ".join(4 * ("Two posts are vacant and the board has asked for a plan.",))


@pytest.mark.parametrize("text", [REMARK, "The board has seen this.", "Lead: Ann Archer"])
def test_a_remark_across_a_table_is_kept_with_the_row_above_it(text: str) -> None:
    rows = ("Buy land", "31 May 2025", "Late", "Begun."), (text, BESIDE, BESIDE, BESIDE)
    review = review_of(table(PLAIN, *rows, ("Sell land", "31 May 2025", "Late", "Begun.")))
    assert [dict(a.extra).get("remark") for a in review.actions] == [text, None]


def test_a_remark_below_a_heading_is_kept_with_each_row_that_the_heading_gathers() -> None:
    across = BESIDE, BESIDE, BESIDE
    rows = [(text, "31 May 2025", "Late", "Begun.") for text in ("Buy land", "Sell land", "Let land")]
    review = review_of(
        table(PLAIN, ("Homes", *across), (REMARK, *across), *rows[:2], ("Roads", *across), rows[2])
    )
    assert [dict(a.extra).get("remark") for a in review.actions] == [REMARK, REMARK, None]
    assert [a.activity for a in review.actions] == ["Homes", "Homes", "Roads"]


@pytest.mark.parametrize(("printed", "number"), [("1", "1"), ("1.", "1"), ("Homes", "1"), ("High", "2")])
def test_a_column_of_priorities_goes_before_the_last_heading(printed: str, number: str) -> None:
    """A sheet of measures behind those of actions was wholly under the last sheet's priority."""
    review = review_of(
        heading("Priority 1 - Homes"),
        table(STATED, ("Buy land", "Late", "Begun.")),
        heading("Priority 2 - Roads", top=250),
        table(STATED, ("Mend roads", "Late", "Begun."), top=300),
        table(("Priority", "Indicator", "Target", "Latest"), (printed, "Homes built", "40", "38"), page=2),
    )
    assert [i.priority for i in review.indicators] == [number]


def test_a_priority_that_closes_a_table_holds_for_all_tables_up_to_the_next_heading() -> None:
    """The second table below it went back to the last heading's priority, in silence."""
    blocks = (
        heading("Priority 1 - Homes"),
        table(STATED, ("Buy land", "Late", "Begun."), heads("Priority 2 - Roads")),
        table(STATED, ("Mend roads", "Late", "Begun."), top=300),
        table(STATED, ("Fill holes", "Late", "Begun."), page=2),
        table(STATED, ("Paint lines", "Late", "Begun."), page=2, top=300),
    )
    assert [a.priority for a in actions_of(*blocks)] == ["1", "2", "2", "2"]


def bold_text(text: str, row: int, col: int, x0: float, x1: float) -> Cell:
    """A cell of one bold line from x0 to x1, twenty points high, in a row of the builders' tables."""
    box = Box(LEFT + WIDE * col, TOP + HIGH * row, LEFT + WIDE * (col + 1), TOP + HIGH * (row + 1))
    line = Line(text, box._replace(x0=x0, x1=x1), 10, True, "#000000")
    return Cell(row, col, 1, 1, text, box, (line,), (), None, chars=len("".join(text.split())))


def with_cells(made: Table, *cells: Cell) -> Table:
    own = {(cell.row, cell.col) for cell in cells}
    return replace(made, cells=(*(c for c in made.cells if (c.row, c.col) not in own), *cells))


def test_a_bold_row_that_runs_on_over_the_edge_of_its_column_heads_the_rows_below_it() -> None:
    made = table(
        PLAIN,
        ("Housing study", "May 2026", "Complete", "Done."),
        ("", "", "", ""),
        ("Road study", "May 2026", "Complete", "Done."),
    )
    edge = LEFT + WIDE
    parts = (
        bold_text("Keep people safe in their", 2, 0, LEFT + 2, edge + 0.8),
        bold_text("homes", 2, 1, edge + 3.8, edge + 40),
    )
    read = actions_of(with_cells(made, *parts))
    assert [(a.action, a.activity) for a in read] == [
        ("Housing study", ""),
        ("Road study", "Keep people safe in their homes"),
    ]


def test_a_band_alone_below_the_header_at_a_page_s_foot_heads_the_rows_of_the_next_page() -> None:
    first = table(
        PLAIN, ("Housing study", "May 2026", "Complete", "Done."), ("Bus study", "", "Complete", "Done.")
    )
    foot = with_cells(
        table(PLAIN, ("", "", "", ""), page=2), bold_text("Safe streets", 1, 0, LEFT + 2, LEFT + 60)
    )
    last = table(PLAIN, ("Road study", "May 2026", "Complete", "Done."), page=3)
    read = actions_of(first, foot, last)
    assert [(a.action, a.activity) for a in read] == [
        ("Housing study", ""),
        ("Bus study", ""),
        ("Road study", "Safe streets"),
    ]


def test_an_indicator_s_own_number_of_a_priority_goes_before_the_heading_above_its_table() -> None:
    rows = (
        ("3", "Homes let in time", "61%", "64%"),
        (ABOVE, "Repairs in time", "71%", "74%"),
        ("1", "Visits", "40", "41"),
    )
    review = review_of(
        heading("Priority 1: Homes"), table(("Priority", "Measure", "Latest", "Target"), *rows)
    )
    assert [(i.name, i.priority, i.extra) for i in review.indicators] == [
        ("Homes let in time", "3", ()),
        ("Repairs in time", "3", ()),
        ("Visits", "1", ()),
    ]


def test_an_indicator_s_priority_without_a_number_is_not_lost() -> None:
    rows = (("Homes", "Homes let in time", "61%", "64%"), ("Roads", "Potholes filled", "71", "74"))
    review = review_of(table(("Theme", "Measure", "Latest", "Target"), *rows))
    assert [dict(i.extra) for i in review.indicators] == [{"priority": "Homes"}, {"priority": "Roads"}]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Builean 1: Taigheadas / Outcome 1: Housing", "1", "Housing"),
        ("Well-being Objective 1: Start well", "1", "Start well"),
        ("Amcan Llesiant 1: Dechrau da\nWell-being Objective 1: Start well", "1", "Start well"),
        ("Strategic Focus Area: 2 Infrastructure", "2", "Infrastructure"),
        ("Blaenoriaeth 3 / Priority 3: Homes", "3", "Homes"),
        ("High Level Goal 1: Thriving towns", "1", "Thriving towns"),
        ("Big Ambition 2: Clean rivers", "2", "Clean rivers"),
        ("Long-term Outcome 4 – Safe homes", "4", "Safe homes"),
    ],
)
def test_a_priority_is_known_behind_other_words_and_in_two_languages(
    text: str, number: str, title: str
) -> None:
    assert priority(text) == (number, title)


@pytest.mark.parametrize("text", ["Goal: A better place", "Outcome: 5 new homes", "Objective: 3 of 5 met"])
def test_what_follows_a_colon_is_a_number_only_before_a_title(text: str) -> None:
    assert priority(text) is None


FIGURES = ("Measure", "Target", "Q1", "Q2")
BUILT = ("Homes built", "10", "2", "4")


@pytest.mark.parametrize("inside", [False, True])
def test_measures_below_a_heading_outside_the_tables_are_not_the_last_priority_s(inside: bool) -> None:
    """The priorities' names stand in their tables' first rows, or a table of each kind stands below each heading."""
    title = ("Priority 1: Homes", BESIDE, BESIDE, BESIDE)
    rows = ("Buy land", "May 2026", "Complete", "Done.")
    tables = [table(title, PLAIN, rows, top=50)] if inside else [table(PLAIN, rows, top=50)]
    tables += [] if inside else [table(FIGURES, BUILT, top=100)]
    headings = [] if inside else [heading("Priority 1: Homes", top=20)]
    others: list[Block] = (
        [] if inside else [heading("Priority 2: Roads", top=150), table(PLAIN, rows, top=180)]
    )
    review = review_of(
        *headings,
        *tables,
        *others,
        heading("Performance indicators", top=280),
        table(FIGURES, ("Calls answered", "10", "2", "4"), top=310),
    )
    assert [i.priority for i in review.indicators][-1] is None
    assert {a.priority for a in review.actions} == {"1", "2"} - ({"2"} if inside else set())


def test_measures_below_a_heading_that_stands_inside_other_priorities_too_are_the_last_one_s() -> None:
    review = review_of(
        heading("Priority 1: Homes", top=20),
        heading("Building", top=40),
        table(FIGURES, BUILT, top=60),
        heading("Priority 2: Roads", top=150),
        heading("Mending", top=180),
        table(FIGURES, ("Holes mended", "10", "2", "4"), top=210),
    )
    assert [i.priority for i in review.indicators] == ["1", "2"]


def test_actions_that_are_counted_below_a_heading_of_their_own_have_no_priority() -> None:
    """Action 2 below `Cross-cutting actions` was in priority 2."""
    headings = ("No.", *ACTIONS)
    rows = [(f"{k}", f"{what} land", "Ann Archer", "Begun.", "Late") for k, what in ((1, "Buy"), (2, "Sell"))]
    review = review_of(
        heading("Priority 1: Homes", top=20),
        table(headings, *rows, top=50),
        heading("Priority 2: Roads", top=150),
        table(headings, *rows, top=180),
        heading("Cross-cutting actions", top=280),
        table(headings, *rows, top=310),
    )
    assert [a.priority for a in review.actions] == ["1", "1", "2", "2", None, None]


@pytest.mark.parametrize("left", ["", "aces to invest"])
def test_a_priority_turned_on_its_side_and_cut_by_a_page_s_end_is_that_of_the_row_s_number(left: str) -> None:
    """The last row of the page was in the priority above, against its number."""
    headings = ("Theme", "Ref", "Action", "Lead", "Progress", "RAG")

    def row(theme: Square, ref: str, action: str) -> tuple[Square, ...]:
        return (theme, ref, f"{action} land", "Ann Archer", "It has begun.", "Late")

    themes = ("1. Connected region", "2. Skilled people", "3. Places to invest")
    review = review_of(
        table(
            headings,
            row(themes[0], "1.1", "Buy"),
            row(ABOVE, "1.2", "Sell"),
            row(themes[1], "2.1", "Let"),
            row(left, "3.1", "Drain"),
        ),
        table(headings, row(themes[2], "3.2", "Plant"), row(ABOVE, "3.3", "Mow"), page=2),
    )
    assert [a.priority for a in review.actions] == ["1", "1", "2", "3", "3", "3"]


def test_column_headings_printed_again_inside_a_table_end_no_priority_of_a_row_in_it() -> None:
    """The rows below them were those of the priority that the table before ended with."""
    rows = ("Plant oaks", "May 2024", "Complete", "Done.")
    first = table(PLAIN, rows)
    second = table(PLAIN, rows, ("Priority 3 Streets", *[BESIDE] * 3), rows, PLAIN, rows, page=2)
    priority_two = heading("Priority 2 Parks", top=300)
    review = review_of(heading("Priority 1 Homes"), first, priority_two, second)
    assert [a.priority for a in review.actions] == ["1", "2", "3", "3"]


def test_a_strip_of_a_table_s_frame_that_names_a_priority_heads_the_tables_below_it() -> None:
    """It was a table of its own, which nothing read, and its priority was missing without a finding."""

    def row(action: str) -> tuple[str, ...]:
        return (action, "Ann Archer", "Work goes on.", "Green")

    blocks = [
        table(("Priority 1: Homes", "", "", ""), top=60),
        table(ACTIONS, row("Build homes"), top=100),
        table(ACTIONS, row("Sell land"), top=200),
        table(("Priority 2: Parks", "", "", ""), top=300),
        table(ACTIONS, row("Plant trees"), top=340),
    ]
    review = review_of(*blocks)
    assert [(p.number, p.title) for p in review.priorities] == [("1", "Homes"), ("2", "Parks")]
    assert [(a.action, a.priority) for a in review.actions] == [
        ("Build homes", "1"),
        ("Sell land", "1"),
        ("Plant trees", "2"),
    ]


def test_a_remark_in_a_box_heads_nothing() -> None:
    row = ("Build homes", "Ann Archer", "Work goes on.", "Green")
    box = table(("Theme 2 is on track overall with three actions done.",), top=200)
    review = review_of(
        heading("Priority 1: Homes", top=40), table(ACTIONS, row, top=100), box, table(ACTIONS, row, top=300)
    )
    assert [a.priority for a in review.actions] == ["1", "1"]


def test_a_remark_between_activities_of_one_number_is_no_section_and_a_section_ends_with_its_number() -> None:
    """`Subject to funding` became the section of all that followed, and one section went on over the next number."""

    def over(text: str) -> tuple[Square, ...]:
        return (text, *[BESIDE] * (len(ACTIONS) - 1))

    def row(text: str) -> tuple[Square, ...]:
        return (text, "Ann Archer", "Work goes on.", filled("#00b050"))

    rows = [over("A better town"), over("1.1 Safer streets"), row("Mend lamps")]
    rows += [
        over("Subject to funding"),
        over("1.2 Parks"),
        row("Plant trees"),
        over("2.1 Sport"),
        row("Open a pool"),
    ]
    found = actions_of(table(ACTIONS, *rows))
    assert [(a.activity, dict(a.extra).get("section")) for a in found] == [
        ("Safer streets", "A better town"),
        ("Parks", "A better town"),
        ("Sport", None),
    ]


def test_a_row_of_one_text_right_above_one_with_a_reference_heads_all_such_rows_up_to_the_next() -> None:
    """The name of a priority without a number was lost without a word: the row below it took its place."""

    def over(text: str) -> tuple[Square, ...]:
        return (text, *[BESIDE] * (len(ACTIONS) - 1))

    def row(text: str) -> tuple[Square, ...]:
        return (text, "Ann Archer", "Work goes on.", filled("#00b050"))

    rows = [
        over("A better town"),
        over("1.1 Safer streets"),
        row("Mend lamps"),
        over("1.2 Parks"),
        row("Plant trees"),
    ]
    rows += [
        over("Healthy lives"),
        over("2.1 Sport for all"),
        row("Open a pool"),
        over("Other work"),
        row("Buy vans"),
    ]
    found = actions_of(table(ACTIONS, *rows))
    assert [(a.activity, dict(a.extra).get("section")) for a in found] == [
        ("Safer streets", "A better town"),
        ("Parks", "A better town"),
        ("Sport for all", "Healthy lives"),
        ("Other work", None),
    ]


def test_rows_of_one_text_of_two_looks_are_sections_and_their_activities() -> None:
    """Neither has a number: the outer one gathered no row, and its rows stood in no section."""

    def over(text: str, colour: str | None = None) -> tuple[Square, ...]:
        first = filled(colour, text) if colour else text
        return (first, *[BESIDE] * (len(ACTIONS) - 1))

    def row(text: str) -> tuple[Square, ...]:
        return (text, "Ann Archer", "Work goes on.", filled("#00b050"))

    rows = [over("A better town", "#dfe6ee"), over("Safer streets"), row("Mend lamps")]
    rows += [
        over("Parks"),
        row("Plant trees"),
        over("Healthy lives", "#dfe6ee"),
        over("Sport"),
        row("Open a pool"),
    ]
    rows += [over("Other work", "#dfe6ee"), row("Buy vans")]
    found = actions_of(table(ACTIONS, *rows))
    assert [(a.activity, dict(a.extra).get("section")) for a in found] == [
        ("Safer streets", "A better town"),
        ("Parks", "A better town"),
        ("Sport", "Healthy lives"),
        ("Other work", None),
    ]


def test_a_row_of_one_text_on_a_stripe_above_one_on_another_ground_is_no_section() -> None:
    rows: list[tuple[Square, ...]] = [
        (filled("#dfe6ee", "Provisional figures"), *[BESIDE] * (len(ACTIONS) - 1)),
        (filled("#ffe699", "Safer streets"), *[BESIDE] * (len(ACTIONS) - 1)),
        ("Mend lamps", "Ann Archer", "Work goes on.", filled("#00b050")),
    ]
    assert [dict(a.extra).get("section") for a in actions_of(table(ACTIONS, *rows))] == [None]


def test_a_priority_goes_on_over_a_page_below_the_same_headings_that_are_cut_otherwise() -> None:
    """The rows below the page's end had none, without a finding."""
    first = table(
        ("Theme", "Ref", "Action", "Lead R/A/G", "Progress"),
        ("Priority 1: Homes", "A1", "Buy land", "Late", "Begun."),
        ("", "A2", "Sell land", "Late", "Begun."),
    )
    second = table(
        ("Theme", "Ref", "Action", "Lead", "R/A/G", "Progress"),
        ("", "A3", "Let land", "Ann Archer", "Late", "Begun."),
        ("Priority 2: Roads", "B1", "Pave paths", "Ann Archer", "Late", "Begun."),
        page=2,
        top=40,
    )
    assert [a.priority for a in actions_of(first, second)] == ["1", "1", "1", "2"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [("Objective", ["A", "B"]), ("Ward", [None, None]), ("Measure type", [None, None])],
)
def test_a_column_of_the_priorities_numbers_says_which_one_an_indicator_is_of(
    column: str, expected: list[str | None]
) -> None:
    """`A` under `Objective` was kept as a group, and no indicator had a priority."""
    row = ("Buy land", "Ann Archer", "Bought in May.", "On track")
    blocks = (
        heading("Objective A – Homes", top=20),
        table(ACTIONS, row, top=40),
        heading("Objective B – Roads", top=140),
        table(ACTIONS, ("Mend roads", *row[1:]), top=160),
        heading("Measures", page=2, top=20),
        table(
            (column, "Measure", "Target 2024/25", "2023/24 outturn", "Half-year 2024/25"),
            ("A", "Empty homes", "9.5%", "10.4%", "9.9%"),
            ("B", "Roads in need of repair", "4%", "4%", "3%"),
            page=2,
            top=60,
        ),
    )
    assert [i.priority for i in review_of(*blocks).indicators] == expected


@pytest.mark.parametrize(
    ("foot", "head", "whole"),
    [
        ("1.2 Make sure that homes are warm, and", "thereby save money", True),
        ("1.2 Make sure that homes are warm in each", "Council ward", True),
        ("1.2 Make sure that homes are warm.", "Safer streets", False),
        ("1.2 Make sure that homes are warm, and", "1.3 Safer streets", False),
    ],
)
def test_an_activity_across_the_table_that_a_pages_end_cuts_is_one(foot: str, head: str, whole: bool) -> None:
    """Its rest was the activity of the rows below it, without a reference, and its begin nobody's: silently."""
    review = review_of(
        table(
            ACTIONS,
            ("1.1 Homes", BESIDE, BESIDE, BESIDE),
            ("Buy land", "Ann Archer", "Begun.", "Late"),
            (foot, BESIDE, BESIDE, BESIDE),
        ),
        table(
            ACTIONS,
            (head, BESIDE, BESIDE, BESIDE),
            ("Sell land", "Bo Bull", "Begun.", "Late"),
            page=2,
        ),
    )
    told = [" ".join(text for text in v.texts) for v in review.activities]
    assert told == ["Homes", f"{foot} {head}"[4:] if whole else head.removeprefix("1.3 ")]
    left = [f.code for f in review.findings if f.code == "text_left_out"]
    assert left == ([] if whole else ["text_left_out"])
