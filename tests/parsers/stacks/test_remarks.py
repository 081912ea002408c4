"""Remarks below rows, behind a label on their own line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule, Token
from parsers.ruled import eye
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from parsers.stacks.remarks import labels
from parsers.text.phrases import rows
from tests.parsers.printing import across, down, page, style, tokens
from tests.parsers.stacks.test_eye import BAND, BODY, HEAD, XS, only, plain, printed, texts

NOTE = "Tenders closed with one response, so the work was bundled with the football ground"
NOTES = (NOTE, "Done.", "Two of nine are let.")
BOLD = style("Helvetica-Bold", bold=True)


def remarked(notes: Sequence[str], label: str = "Comments:") -> tuple[list[Token], list[float], list[float]]:
    """Headings and rows, each with a remark below it in bold and plain: the levels of the rows, and of the remarks."""
    text, levels = printed((HEAD,))
    remarks: list[float] = []
    for row, note in zip(BODY, notes, strict=True):
        more, (_, foot) = printed((row,), levels[-1], head=False)
        text += more + tokens(label, XS[0] + 8, foot + 2, BOLD)
        text += tokens(note, XS[0] + 8 + 5 * len(label) + 4, foot + 2)
        remarks.append(foot)
        levels.append(foot + 14)
    return text, levels, remarks


def told(notes: Sequence[str], label: str = "Comments:") -> list[list[str]]:
    pairs = zip(BODY, notes, strict=True)
    return [*plain([HEAD]), *(line for row, n in pairs for line in (*plain([row]), *plain([[label + n]])))]


@pytest.mark.parametrize("drawn", ["below remarks", "below all", "below the headings"])
def test_a_remark_behind_its_label_runs_over_all_columns_also_a_short_one(drawn: str) -> None:
    text, levels, remarks = remarked(NOTES)
    at = {"below remarks": levels, "below all": [*levels, *remarks], "below the headings": levels[:2]}
    ruled: list[Rule] = [across(y, XS[0], XS[-1]) for y in at[drawn]]
    grid = only(columns.grids(ruled, (), text, ()))
    assert texts(grid, text) == told(NOTES)


@pytest.mark.parametrize("label", ["Comments:", "Progress update:"])
def test_remarks_in_a_frame_of_which_the_headings_alone_are_drawn(label: str) -> None:
    """They were a part of the row above, across its columns."""
    text, levels, _ = remarked(NOTES, label)
    ruled: list[Rule] = [across(y, XS[0], XS[-1]) for y in (*levels[:2], levels[-1])]
    ruled += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    (table,) = eye.tables(page(text, ruled))
    label = label.replace(" ", "")
    pairs = [(plain([row])[0], label + plain([[note]])[0][0]) for row, note in zip(BODY, NOTES, strict=True)]
    found = [[cell for cell in row if cell] for row in texts(table.grid, text)]
    assert found == [*plain([HEAD]), *(line for row, note in pairs for line in (row, [note]))]


def test_one_remark_below_the_last_row_of_a_frame_that_a_page_opens_with_is_known_by_others_on_the_page() -> (
    None
):
    """The row and its remark were one cell."""
    text, levels = printed(BODY[:1], 100, head=False)
    text += tokens("Comments:", XS[0] + 8, levels[-1] + 2, BOLD) + tokens(NOTE, XS[0] + 58, levels[-1] + 2)
    foot = levels[-1] + 16
    rule = [across(foot, XS[0], XS[-1]), *(down(x, 100, foot) for x in (XS[0], XS[-1]))]
    more, below, _ = remarked(NOTES)
    text += [
        t._replace(box=t.box._replace(top=t.box.top + foot + 50, bottom=t.box.bottom + foot + 50))
        for t in more
    ]
    rule += [across(y + foot + 50, XS[0], XS[-1]) for y in (*below[:2], below[-1])]
    found = eye.tables(page(text, rule), [Layout(XS, "".join(HEAD))])
    first = [[cell for cell in row if cell] for row in texts(found[0].grid, text)]
    assert first == [plain(BODY[:1])[0], ["Comments:" + NOTE.replace(" ", "")]]


def test_the_only_remark_of_a_frame_with_headings_is_known_by_others_on_the_page() -> None:
    """Its row was one cell with it, over the columns that other tables of the page have."""
    text, levels, _ = remarked(NOTES)
    more, below = printed((HEAD, BODY[1]), levels[-1] + 40)
    more += tokens("Comments:", XS[0] + 8, below[-1] + 2, BOLD) + tokens(NOTE, XS[0] + 57, below[-1] + 2)
    foot = below[-1] + 16
    ruled: list[Rule] = [across(y, XS[0], XS[-1]) for y in (*levels[:2], levels[-1], *below[:2], foot)]
    ruled += [down(x, a, b) for a, b in ((levels[0], levels[-1]), (below[0], foot)) for x in (XS[0], XS[-1])]
    found = eye.tables(page([*text, *more], ruled))
    last = [[cell for cell in row if cell] for row in texts(found[-1].grid, [*text, *more])]
    assert last == [*plain((HEAD, BODY[1])), ["Comments:" + NOTE.replace(" ", "")]]


def test_a_remark_whose_label_stands_above_a_list_is_one() -> None:
    """Each point was a row."""
    text, levels = printed((HEAD,))
    foot = levels[-1]
    for row in BODY:
        more, (_, foot) = printed((row,), foot, head=False)
        text += more + tokens("Update:", XS[0] + 4, foot + 2)
        for k in range(2):
            text += tokens("•", XS[0] + 5, foot + 13 + 11 * k)
            text += tokens("One response to what was asked of all", XS[0] + 13, foot + 13 + 11 * k)
        foot += 38
    grid = only(columns.grids([across(y, XS[0], XS[-1]) for y in (*levels[:2], foot)], (), text, ()))
    assert len(grid.ys) - 1 == 1 + 2 * len(BODY)


def test_a_remark_at_the_foot_of_one_table_takes_no_title_from_the_next() -> None:
    """Stripes alone draw the rows: the last remark and the next table's title stand between two of them."""
    text, levels, remarks = remarked(NOTES)
    below, more = printed((HEAD, *BODY), levels[-1] + 40)
    text += tokens("1.2 Roads that last", XS[0], levels[-1] + 14, BOLD) + below
    fills = [Fill(Box(XS[0], a, XS[-1], b), BAND) for a, b in ((levels[0], levels[1]), (more[0], more[1]))]
    fills.append(Fill(Box(XS[0], levels[2], XS[-1], remarks[1]), BAND))
    first, second = columns.grids((), fills, text, ())
    assert texts(first, text)[1:3] == told(NOTES)[1:3]
    assert texts(second, text)[0] == plain([HEAD])[0]


def test_labels_of_headings_are_none_of_remarks() -> None:
    """Each stands right above a row, or the first above all of them."""
    heads = tokens("Priority: places", 50, 80, BOLD)
    first, levels = printed((HEAD, *BODY))
    again = tokens("Priority: people", 50, levels[-1] + 10, BOLD)
    second, ends = printed((HEAD, *BODY), levels[-1] + 30)
    assert not labels(rows([*heads, *first, *again, *second]))
    remark = tokens("Comment: late", 50, levels[-1] + 2) + tokens("Comment: good", 50, ends[-1] + 2)
    assert labels(rows([*first, *second, *remark])) == {("Comment:", 50.0)}


@pytest.mark.parametrize(("end", "told"), [(".", True), ("", False)])
def test_a_remark_of_the_page_before_stands_above_all_rows(end: str, told: bool) -> None:
    """The rows below it were lost with theirs: its label was taken for a heading's. A heading has no full stop."""
    first, levels = printed((HEAD, *BODY))
    above, below = (
        tokens(f"Update: {text}{end}", 50, top)
        for text, top in (("Half is let", 80), ("Begun", levels[-1] + 2))
    )
    assert labels(rows([*above, *first, *below])) == ({("Update:", 50.0)} if told else set())


def test_the_last_row_of_a_page_whose_remark_stands_on_the_next_one() -> None:
    """It was lost, and so were the rows above it: each label stood right above a row, as a heading's does."""
    notes = (f"{NOTE}.", *NOTES[1:])
    text, levels, _ = remarked(notes)
    more, _ = printed(BODY[2:], levels[-1], head=False)
    fills = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(XS)]
    grid = only(columns.grids((), fills, [*text, *more], ()))
    assert texts(grid, [*text, *more]) == [*told(notes), *plain(BODY[2:])]


def test_remarks_between_rows_whose_statuses_alone_are_painted() -> None:
    """The colours' stack began where the headings' ended: what stood below was no row, all but the first lost."""
    text, levels, remarks = remarked(NOTES)
    fills = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(XS)]
    fills += [
        Fill(Box(XS[2], top + 0.02, XS[3], foot), "#00b050")
        for top, foot in zip(levels[1:], remarks, strict=False)
    ]
    grid = only(columns.grids((), fills, text, ()))
    assert texts(grid, text) == told(NOTES)
