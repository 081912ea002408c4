"""Who leads an action whose own cell is blank."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Table
from tests.normalise.building import ABOVE, BESIDE, Square, actions_of, review_of, table

HEADER = ("Activity", "Action", "Lead", "Progress", "Status")
MERGED: tuple[tuple[Square, ...], ...] = (
    ("1.1 Light the quay\nand the park", "1. Order lamps", "Bo Bull", "Ordered.", "Complete"),
    (ABOVE, "2. Hang lamps", "", "None hung.", "On track"),
)
BLANK: tuple[tuple[Square, ...], ...] = (
    ("1.2 Pave the market", "1. Order stone", "Ann Archer", "Ordered.", "Complete"),
    ("", "2. Lay it", "", "Begun.", "On track"),
)


def test_a_lead_left_blank_beside_a_text_that_runs_down_goes_on_as_one_beside_a_blank_does() -> None:
    """Where no rule parts rows, a short activity leaves its next row blank and a long one does not."""
    review = review_of(table(HEADER, *MERGED, *BLANK))
    assert [a.leads for a in review.actions] == [("Bo Bull",)] * 2 + [("Ann Archer",)] * 2
    told = [f.subject_id for f in review.findings if f.code == "leads_unsure"]
    assert told == ["a002"]


def test_a_lead_left_blank_beside_a_text_that_runs_down_goes_on_where_a_table_of_another_page_leaves_blanks() -> (
    None
):
    first, second = table(HEADER, *MERGED), table(HEADER, *BLANK, page=2)
    assert [a.leads for a in actions_of(first, second)] == [("Bo Bull",)] * 2 + [("Ann Archer",)] * 2


def test_a_lead_left_blank_in_a_table_that_merges_what_goes_on_is_none() -> None:
    assert [a.leads for a in actions_of(table(HEADER, *MERGED))] == [("Bo Bull",), ()]


def _led_once(last: str) -> tuple[tuple[Square, ...], ...]:
    """Three merged activities of two actions, with a lead beside the first of these and `last` beside the very last."""
    rows: list[tuple[Square, ...]] = []
    for k, name in enumerate(("Bo Bull", "Ann Archer", "Cy Cole"), 1):
        second = last if k == 3 else ""
        rows.append((f"1.{k} Light quay {k}", f"1. Order lamps {k}", name, "Ordered.", "Complete"))
        rows.append((ABOVE, f"2. Hang lamps {k}", second, "None hung.", "On track"))
    return tuple(rows)


def test_a_lead_that_each_merged_activity_has_beside_its_first_row_alone_leads_all_its_actions() -> None:
    """Every second action had no lead, without a word."""
    review = review_of(table(HEADER, *_led_once("")))
    names = ("Bo Bull", "Ann Archer", "Cy Cole")
    assert [a.leads for a in review.actions] == [(name,) for name in names for _ in range(2)]
    assert [f for f in review.findings if f.code == "leads_unsure"] == []


def test_a_lead_beside_the_first_rows_of_a_page_goes_on_to_the_rest_of_a_merged_activity() -> None:
    rest: tuple[tuple[Square, ...], ...] = (
        ("", "3. Test lamps", "", "None tested.", "On track"),
        (ABOVE, "4. Mend lamps", "", "None mended.", "On track"),
    )
    actions = actions_of(table(HEADER, *_led_once("")), table(HEADER, *rest, page=2))
    assert [a.leads for a in actions][-3:] == [("Cy Cole",)] * 3


def test_a_blank_beside_merged_activities_of_which_one_names_a_second_lead_is_none() -> None:
    actions = actions_of(table(HEADER, *_led_once("Di Dent")))
    assert [a.leads for a in actions] == [("Bo Bull",), (), ("Ann Archer",), (), ("Cy Cole",), ("Di Dent",)]


def test_an_activity_of_the_page_before_says_nothing_of_the_rows_of_this_one() -> None:
    """The page before has more rows than this one: the reader failed."""
    first = table(HEADER, *BLANK, *MERGED)
    more: tuple[Square, ...] = ("", "3. Test lamps", "", "None tested.", "On track")
    second = table(HEADER, more, (ABOVE, "4. Mend lamps", "", "None mended.", "On track"), page=2)
    assert [a.activity_refs for a in actions_of(first, second)][-2:] == [("1.1",)] * 2


def test_two_people_below_each_other_are_two_where_a_name_is_hyphenated_at_its_line_s_end() -> None:
    """They were one lead of four names: the printed lines were not the cell's words."""
    cells = table(
        HEADER,
        ("1.1 Light the quay", "Order lamps", "Marek Eze\nStephen Lindqv-\nist", "Ordered.", "Complete"),
    )
    assert [a.leads for a in actions_of(_hyphenless(cells))] == [("Marek Eze", "Stephen Lindqvist")]


def test_one_name_of_several_lines_stays_one_where_it_is_hyphenated() -> None:
    cells = table(
        HEADER, ("1.1 Light the quay", "Order lamps", "Stephen\nLindqv-\nist", "Ordered.", "Complete")
    )
    assert [a.leads for a in actions_of(_hyphenless(cells))] == [("Stephen Lindqvist",)]


def _hyphenless(block: Table) -> Table:
    """The cells as they are read: words whole, whatever their lines end with."""
    texts = [cell.text.replace("-\n", "").replace("\n", " ") for cell in block.cells]
    return replace(
        block, cells=tuple(replace(c, text=text) for c, text in zip(block.cells, texts, strict=True))
    )


SPREAD = ("Action", "Lead", "Progress", "Status")


def _below_bands(*leads: tuple[str, str]) -> Table:
    """Activities across the table, each above two actions led as told."""
    rows: list[tuple[Square, ...]] = []
    for k, (first, second) in enumerate(leads, 1):
        rows.append((f"1.{k} Light the quay", BESIDE, BESIDE, BESIDE))
        rows.append(("1. Order lamps", first, "Ordered.", "Complete"))
        rows.append(("2. Hang lamps", second, "None hung.", "On track"))
    return table(SPREAD, *rows)


def test_below_activities_across_a_table_the_first_rows_alone_say_who_leads() -> None:
    """All other actions had no lead, without a word."""
    told = actions_of(_below_bands(("Bo Bull", ""), ("Ann Archer", ""), ("Cy Cole", "")))
    assert [a.leads for a in told] == [
        (name,) for name in ("Bo Bull", "Ann Archer", "Cy Cole") for _ in range(2)
    ]


def test_a_blank_lead_below_an_activity_across_a_table_is_none_where_others_are_named() -> None:
    for leads in (
        (("Bo Bull", ""), ("Ann Archer", "Di Day"), ("Cy Cole", "")),
        (("Bo Bull", ""), ("Ann Archer", "")),
        (("Bo Bull", ""), ("", ""), ("Cy Cole", ""), ("Di Day", "")),
    ):
        told = actions_of(_below_bands(*leads))
        assert [a.leads for a in told] == [(name,) if name else () for pair in leads for name in pair]
