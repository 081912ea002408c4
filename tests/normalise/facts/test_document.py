"""Publisher, plan, period, title, cycle and day, from title blocks as different publishers set them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

import pytest

from normalise import Given, Review, understand
from normalise.facts import plan_lines
from normalise.facts.document import learn
from normalise.facts.publisher import name_of
from normalise.prose.texts import Text
from parsers.block import Heading, Line, Paragraph, Table
from tests.normalise.building import (
    AMBER,
    BESIDE,
    GREEN,
    Square,
    document,
    glyph,
    heading,
    paragraph,
    review_of,
    table,
)

TABLE = table(
    ("Action", "Lead", "Progress", "RAG"), ("1. Buy land", "Ann Archer", "Bought.", "Completed"), top=300
)


class Block(NamedTuple):
    """A title block with what it says."""

    lines: tuple[Heading | Paragraph, ...]
    publisher: str | None
    plan: str | None
    period: str | None
    cycle: str | None
    as_at: dt.date | None
    appendix: str | None = None


TITLES = {
    "three lines": Block(
        (
            heading("Marlshire County Council", top=20, size=12),
            heading("Growing Together Plan 2023-2026", top=40, size=18),
            heading("Quarter 3 2024-25 Progress Report", top=65),
        ),
        "Marlshire County Council", "Growing Together Plan", "2023-2026", "2024-25 Q3", dt.date(2024, 12, 31),
    ),
    "totals in a sentence": Block(
        (
            heading("Corporate Plan 2024-2028: Quarter 2 Progress Report 2025-26", top=20, size=18),
            paragraph("Harrowby Borough Council", top=45),
            paragraph("Of the actions in the plan, 7 are green and 2 are amber.", top=60),
        ),
        "Harrowby Borough Council", "Corporate Plan", "2024-2028", "2025-26 Q2", dt.date(2025, 9, 30),
    ),
    "appendix first": Block(
        (
            heading("Appendix A", top=10, size=11),
            heading("Harrowby Borough Council", top=25, size=12),
            heading("Corporate Strategy 2022-2026", top=40, size=16),
            heading("Mid-Year Review 2023-24", top=60),
        ),
        "Harrowby Borough Council", "Corporate Strategy", "2022-2026", "2023-24 mid-year",
        dt.date(2023, 9, 30), "Appendix A",
    ),
    "an appendix's number before the title": Block(
        (
            heading("Penmoor County Council", top=20, size=12),
            heading("Annex 2 - Delivery Plan 2025/26: Quarter 1 monitoring", top=40, size=14),
        ),
        "Penmoor County Council", "Delivery Plan", "2025/26", "2025-26 Q1", dt.date(2025, 6, 30), "Annex 2",
    ),
    "capitals": Block(
        (
            heading("ROYAL BOROUGH OF HARTSMERE COUNCIL", top=20, size=12),
            heading("Local Plan 2024-2042: progress report at 30 September 2026", top=40, size=14),
        ),
        "Royal Borough of Hartsmere Council", "Local Plan", "2024-2042", "2026-09", dt.date(2026, 9, 30),
    ),
    "what the software says of itself": Block(
        (
            heading("Council Plan Actions 2026-2029 - Six Monthly Progress Report", top=20, size=14),
            paragraph("Report Type: Actions Report Author: Performance Generated on: 21 October 2026", top=45),
            paragraph("Kilmore Council", top=60),
        ),
        "Kilmore Council", "Council Plan Actions", "2026-2029", "2026-27 mid-year", dt.date(2026, 10, 21),
    ),
    "an annual report in October": Block(
        (
            heading("Equality Action Plan 2025-2029", top=20, size=16),
            heading("Annual progress report, October 2026", top=45),
            heading("Marlshire County Council", top=60, size=12),
        ),
        "Marlshire County Council", "Equality Action Plan", "2025-2029", "2026-10", dt.date(2026, 10, 31),
    ),
    "the publisher's name before the plan's": Block(
        (
            heading("Penmoor Council - Council Delivery Plan 2026/27", top=20, size=14),
            heading("Communities Directorate - monitoring at Quarter 2", top=45, size=12),
        ),
        "Penmoor Council", "Council Delivery Plan", "2026/27", "2026-27 Q2", dt.date(2026, 9, 30),
    ),
    "a point between plan and review": Block(
        (
            heading("Dunmere Combined Authority", top=20, size=12),
            heading("Corporate Plan 2025-2028 · Quarter 2 progress report (July to September 2025)", top=40),
        ),
        "Dunmere Combined Authority", "Corporate Plan", "2025-2028", "2025-26 Q2", dt.date(2025, 9, 30),
    ),
    "an evaluation of a term": Block(
        (
            heading("St Brannoc's Primary School", top=20, size=12),
            heading("School Improvement Plan 2025-26: evaluation at the end of the Spring term", top=40),
        ),
        "St Brannoc's Primary School", "School Improvement Plan", "2025-26", "2025-26 spring term",
        dt.date(2026, 3, 31),
    ),
    "a key above the table": Block(
        (
            heading("Tamarside Homes", top=20, size=12),
            heading("Business Plan 2025/26 - quarter two progress", top=40, size=12),
            paragraph("Done Slipping from the plan", top=60, marks=(glyph("\u2713", GREEN), glyph("\u25b2", AMBER))),
        ),
        "Tamarside Homes", "Business Plan", "2025/26", "2025-26 Q2", dt.date(2025, 9, 30),
    ),
    "an American date": Block(
        (
            heading("City of Cottonwood", top=20, size=12),
            heading("Strategic Plan 2024-2029: First Quarter Progress Report", top=40, size=14),
            paragraph("As of 09/30/2025", top=60),
        ),
        "City of Cottonwood", "Strategic Plan", "2024-2029", "2025-26 Q1", dt.date(2025, 9, 30),
    ),
    "a fire service": Block(
        (
            heading("Wessmere Fire and Rescue Service", top=20, size=12),
            heading("Community Risk Management Plan 2021-2025", top=40, size=16),
            heading("Year-End Report 2022/23", top=60),
        ),
        "Wessmere Fire and Rescue Service", "Community Risk Management Plan", "2021-2025", "2022-23 year-end",
        dt.date(2023, 3, 31),
    ),
    "a day instead of a cycle": Block(
        (
            heading("Dunmoor District Council", top=20, size=12),
            heading("Housing Delivery Plan", top=40, size=16),
            heading("Progress report as at 31 December 2024", top=60),
        ),
        "Dunmoor District Council", "Housing Delivery Plan", None, "2024-12", dt.date(2024, 12, 31),
    ),
    "a plan that is called by what it holds": Block(
        (
            heading("Kirkmoor Council", top=20, size=12),
            heading("Equality Objectives 2024-2028", top=40, size=18),
            heading("Annual progress report, January 2026", top=60),
        ),
        "Kirkmoor Council", "Equality Objectives", "2024-2028", "2026-01", dt.date(2026, 1, 31),
    ),
    "such a plan on the line of its report": Block(
        (
            heading("Kirkmoor Council", top=20, size=12),
            heading("Mayoral Pledges: progress report, Quarter 3 2025/26", top=40),
        ),
        "Kirkmoor Council", "Mayoral Pledges", "2025/26", "2025-26 Q3", dt.date(2025, 12, 31),
    ),
    "a report that names no plan": Block(
        (
            heading("Kirkmoor Council", top=20, size=12),
            heading("Annual progress report, January to December 2024", top=40),
        ),
        "Kirkmoor Council", "Annual progress report", None, "2024-12", dt.date(2024, 12, 31),
    ),
    "an office with its area": Block(
        (
            heading("Office of the Police, Fire and Crime Commissioner for West Dunmoor", top=20, size=12),
            heading("Police and Crime Plan 2025-29", top=40, size=18),
            heading("Quarter 3 2025/26", top=60),
        ),
        "Office of the Police, Fire and Crime Commissioner for West Dunmoor", "Police and Crime Plan", "2025-29",
        "2025-26 Q3", dt.date(2025, 12, 31),
    ),
    "publisher in running text": Block(
        (
            heading("Children and Young People's Plan 2016-2018", top=40, size=16),
            heading("2016-2017 Mid-Year Review", top=60),
            paragraph("Published by: Aldmoor City Council", top=90),
        ),
        "Aldmoor City Council", "Children and Young People's Plan", "2016-2018", "2016-17 mid-year",
        dt.date(2016, 9, 30),
    ),
}  # fmt: skip


def read(lines: tuple[Heading | Paragraph, ...], given: Given = Given()) -> Review:
    return understand(document(*lines, TABLE), given)


@pytest.mark.parametrize("block", TITLES.values(), ids=TITLES.keys())
def test_a_title_block_says_what_it_is_of(block: Block) -> None:
    review = read(block.lines)
    assert (review.publisher, review.plan, review.plan_period) == (block.publisher, block.plan, block.period)
    assert (review.cycle, review.as_at, review.appendix) == (block.cycle, block.as_at, block.appendix)
    assert [f.code for f in review.findings if f.subject_kind == "review"] == []


def test_a_title_keeps_its_words() -> None:
    assert read(TITLES["three lines"].lines).title == "Quarter 3 2024-25 Progress Report"


BANNER = (
    heading("Strategic Plan Progress Report", top=20, size=19),
    heading("City of Larkwood | Mayor's Office of Performance | Quarter 2 2025-26", top=45, size=11),
)


def test_a_byline_below_the_title_names_publisher_and_cycle_not_the_review() -> None:
    review = read(BANNER)
    assert (review.title, review.publisher) == ("Strategic Plan Progress Report", "City of Larkwood")
    assert (review.plan, review.cycle) == ("Strategic Plan", "2025-26 Q2")


def test_a_city_of_culture_is_no_publisher() -> None:
    lines = (
        heading("City of Culture Delivery Plan Quarter 2 2025-26 Report", top=20),
        *TITLES["three lines"].lines,
    )
    assert read(lines).publisher == "Marlshire County Council"


def test_the_review_s_name_is_made_of_its_facts() -> None:
    slugs = "marlshire-county-council/growing-together-plan/2024-25-q3"
    assert read(TITLES["three lines"].lines).review_id == slugs


def test_what_is_missing_is_said() -> None:
    review = read(())
    missing = [f for f in review.findings if f.subject_kind == "review"]
    assert [f.code for f in missing] == [
        "publisher_not_found", "plan_not_found", "cycle_not_found", "as_at_not_found",
    ]  # fmt: skip
    assert {f.severity for f in missing} == {"warning"}
    assert all(f.message.partition("--")[2] for f in missing)
    assert {f.subject_id for f in missing} == {review.review_id}


def test_two_reviews_without_a_cycle_have_two_names() -> None:
    one, other = read(()), understand(replace(document(TABLE), sha256="f" * 64))
    assert one.review_id != other.review_id
    assert one.review_id.startswith("unknown/unnamed-")


def test_what_is_given_outranks_what_is_printed() -> None:
    given = Given("Otherton Council", "Our Plan", "2020-21 Q1", dt.date(2020, 7, 1))
    review = read(TITLES["three lines"].lines, given)
    assert (review.publisher, review.plan, review.cycle, review.as_at) == given


def test_a_cycle_that_is_given_brings_its_own_day() -> None:
    review = read(TITLES["three lines"].lines, Given(cycle="2020-21 Q2"))
    assert (review.cycle, review.as_at) == ("2020-21 Q2", dt.date(2020, 9, 30))


def test_a_publisher_in_the_running_foot_outranks_a_partner_in_a_sentence() -> None:
    feet = [heading("Marlshire County Council", page=p, top=770, size=8) for p in (1, 2, 3)]
    sentence = paragraph("We work with Dunmoor District Council to deliver it.", top=90)
    pages = [replace(TABLE, page=p) for p in (1, 2, 3)]
    blocks = [b for page, foot in zip(pages, feet, strict=True) for b in (page, foot)]
    assert understand(document(sentence, *blocks)).publisher == "Marlshire County Council"


def test_title_lines_that_ran_together_with_a_key_are_read() -> None:
    lines = (
        "Housing Delivery Plan - Progress Report Quarter 2 2025/26",
        "Key: G = On track, B = Complete, R = Late",
    )
    key = paragraph(" ".join(lines), top=40)
    printed = tuple(
        Line(text, key.box._replace(top=40 + 12 * k, x1=key.box.x0 + 5 * len(text)), 10, False, "#000000")
        for k, text in enumerate(lines)
    )
    review = read((heading("Marlbury District Council", top=20), replace(key, lines=printed)))
    assert (review.plan, review.cycle) == ("Housing Delivery Plan", "2025-26 Q2")


def test_a_mid_year_inside_a_plan_s_span_of_years_is_its_year_s() -> None:
    lines = (
        heading("Municipality of Lac-Bellemare", top=20),
        heading("Strategic Plan 2023-2027: 2025 mid-year report", top=40),
    )
    review = read(lines)
    assert (review.cycle, review.as_at) == ("2025 mid-year", None)


def test_title_lines_inside_a_spreadsheet_s_gridlines_are_read() -> None:
    rows = (
        ("Internal audit tracker - position at 28 February 2027", BESIDE, BESIDE, BESIDE),
        ("Audit Committee, Calderwick Borough Council, 17 March 2027", BESIDE, BESIDE, BESIDE),
        ("Action", "Lead", "Progress", "RAG"),
        ("1. Buy land", "Ann Archer", "Bought.", "Completed"),
    )
    review = understand(document(table(*rows)))
    assert (review.publisher, review.as_at) == ("Calderwick Borough Council", dt.date(2027, 2, 28))


@pytest.mark.parametrize("first", [("Plan", BESIDE, BESIDE), ("Ours", "Housing plan", BESIDE)])
def test_headings_of_groups_of_which_one_is_over_one_column_are_no_titles(first: tuple[Square, ...]) -> None:
    rows = (
        (*first, "Position at 30 September 2025"),
        ("Action", "Lead", "Progress", "RAG"),
        ("1. Buy land", "Ann Archer", "Bought.", "Completed"),
    )
    review = understand(document(table(*rows)))
    assert (review.title, review.plan, review.as_at) == (None, None, dt.date(2025, 9, 30))


def test_a_numbered_paragraph_that_lists_a_plan_does_not_name_the_review_s() -> None:
    title = heading("Marlshire County Council", top=20, size=20)
    own = heading("Corporate Plan 2023-2027: performance report, quarter 2 2025/26", top=50, size=16)
    paper = paragraph("6.1 Corporate Plan 2023-2027 (Council, 22 February 2023)", top=90)
    assert understand(document(title, own, paper, TABLE)).plan == "Corporate Plan"


def test_a_day_in_the_first_sentence_of_a_long_text_is_no_counted_one() -> None:
    title = heading("Marlshire Growing Plan 2024-27: progress at mid-year 2025/26", top=20, size=20)
    told = paragraph(
        "Position at 30 September 2025. " + "B: action complete. G: on course for its date. " * 5, top=60
    )
    for texts, codes in (([title, told], False), ([title], True)):
        found = [f.code for f in understand(document(*texts, TABLE)).findings]
        assert ("as_at_counted" in found) is codes


def test_the_day_of_a_meeting_is_taken_last_and_told() -> None:
    met = heading("Overview Committee, 12 November 2025", top=60, size=12)
    plan = heading("Marlshire County Council Growing Plan: half-year progress report", top=30, size=18)
    review = understand(document(plan, met, TABLE))
    assert (review.cycle, review.as_at) == ("2025-26 mid-year", dt.date(2025, 9, 30))
    assert "as_at_of_meeting" in [f.code for f in review.findings]
    said = understand(document(plan, met, paragraph("Position at 31 October 2025.", top=90), TABLE))
    assert said.as_at == dt.date(2025, 10, 31)
    assert "as_at_of_meeting" not in [f.code for f in said.findings]


def test_a_sentence_of_the_title_block_that_says_up_to_when_outranks_a_meeting() -> None:
    told = (
        "This report gives the status of the actions under the four priorities at the end of October 2025. "
        * 2
    )
    review = understand(
        document(
            heading("Marlshire County Council Growing Plan: half-year progress report", top=30, size=18),
            heading("Overview Committee, 12 November 2025", top=60, size=12),
            paragraph(told, top=90),
            TABLE,
        )
    )
    assert review.as_at == dt.date(2025, 10, 31)
    assert "as_at_of_meeting" not in [f.code for f in review.findings]


def test_a_printed_span_outranks_a_quarter_counted_from_april() -> None:
    title = heading("Marlshire Council Annual Plan 2024/25: Quarter Two progress report", top=30, size=18)
    review = understand(document(title, paragraph("1 October to 31 December 2024", top=60), TABLE))
    assert (review.cycle, review.as_at) == ("2024-25 Q2", dt.date(2024, 12, 31))


def test_the_heading_of_a_column_says_up_to_when_it_reports() -> None:
    rows = table(
        ("Action", "Progress to 31st December 2024", "RAG"), ("1. Buy land", "Bought.", "Completed"), top=300
    )
    review = understand(
        document(heading("Marlshire Council Service Plan: year-end review", top=30, size=18), rows)
    )
    assert review.as_at == dt.date(2024, 12, 31)


def test_a_meeting_in_running_text_is_the_last_place_to_look_for_a_day() -> None:
    plan = heading("Marlshire Homes Plan: Quarter 3 review", top=30, size=18)
    text = paragraph(
        "This is the third review of the plan. It goes to the Board on 19 February 2026. " * 2, top=60
    )
    review = understand(document(plan, text, TABLE))
    assert (review.cycle, review.as_at) == ("2025-26 Q3", dt.date(2025, 12, 31))
    assert "as_at_of_meeting" in [f.code for f in review.findings]


def test_a_span_in_brackets_is_no_part_of_the_plan_s_name() -> None:
    title = heading(
        "Corporate Plan Scorecard - Performance Report (October to December 2025)", top=30, size=18
    )
    review = understand(document(heading("Marlshire Council", top=10), title, TABLE))
    assert (review.plan, review.as_at) == ("Corporate Plan Scorecard", dt.date(2025, 12, 31))


def test_a_numbered_strategy_above_its_table_is_no_plan() -> None:
    lines = [
        Text("title", "Wirrabee Shire Council", 18, 1),
        Text("title", "Operational Plan 2026/2027 – Second Quarter Review", 15, 1),
        Text("title", "Strategy 1.1 Provide places that bring people together", 10, 1),
    ]
    assert learn(lines, Given()).plan == "Operational Plan"


def test_a_plan_named_above_a_review_s_title_inside_a_file_is_the_plan() -> None:
    lines = [
        Text("heading", "Children and Young People’s Plan 2025–2028", 14, 1),
        Text("heading", "Half-Year Review: April to September 2026", 13, 1),
        Text("title", "Performance measures", 12, 5),
    ]
    assert learn(lines, Given()).plan == "Children and Young People’s Plan"


def test_a_numbered_paragraph_of_a_covering_report_names_no_plan() -> None:
    lines = [
        Text("title", "Rothmere Borough Council", 18, 1),
        Text("title", "Council Plan Performance: Quarter 2 2026/27", 15, 1),
        Text(
            "title", "1.1 To inform the Committee of progress against the actions in the Council Plan", 11, 1
        ),
    ]
    assert learn(lines, Given()).plan == "Council Plan"


@pytest.mark.parametrize(
    ("title", "line", "cycle", "as_at"),
    [
        ("Delivery report", "Data are at 30 September 2025.", "2025-26 september", dt.date(2025, 9, 30)),
        ("Delivery report", "Position as at 14 April 2026", "2025-26 year-end", dt.date(2026, 4, 14)),
        ("Delivery report", "Position as at 31 March 2026", "2025-26 year-end", dt.date(2026, 3, 31)),
        ("Year-end report", "Position as at 30 September 2025", "2025-26 year-end", dt.date(2025, 9, 30)),
        ("Delivery report", "Quarter 2", "2025-26 Q2", dt.date(2025, 9, 30)),
        ("Delivery report", "Month 6", "2025-26 september", dt.date(2025, 9, 30)),
        ("Delivery report", "September 2025", "2025-26 september", dt.date(2025, 9, 30)),
        ("Delivery report", "Quarter 4 2024/25", "2025-26 year-end", dt.date(2026, 3, 31)),
        ("Delivery report", "Quarter 1, Quarter 2, Quarter 3", "2025-26 year-end", dt.date(2026, 3, 31)),
        ("Delivery report", "June 2026", "2025-26 year-end", dt.date(2026, 3, 31)),
    ],
)
def test_a_report_for_a_year_is_no_year_end_where_a_day_inside_it_is_printed(
    title: str, line: str, cycle: str, as_at: dt.date
) -> None:
    lines = [Text("title", "Marlshire Council", 18, 1), Text("title", f"{title} 2025/26", 15, 1)]
    found = learn([*lines, Text("title", line, 11, 1)], Given())
    assert (found.cycle, found.as_at) == (cycle, as_at)


def test_a_report_for_a_year_before_whose_end_a_meeting_has_it_is_told() -> None:
    lines = [
        Text("title", "Marlshire Council", 18, 1),
        Text("title", "Delivery report 2025/26", 15, 1),
        Text("title", "Cabinet, 23 October 2025", 11, 1),
    ]
    found = learn(lines, Given())
    assert (found.cycle, found.as_at) == ("2025-26 october", dt.date(2025, 10, 23))
    assert "as_at_of_meeting" in [f.code for f in found.findings]


def test_data_at_a_day_outrank_the_meeting_that_has_the_report() -> None:
    text = "Report to the Strategic Committee, 23 October 2025. Data are at 30 September 2025."
    lines = [Text("title", "Forward Plan: Month 6 delivery report", 15, 1), Text("text", text, 10, 1)]
    found = learn(lines, Given())
    assert (found.cycle, found.as_at) == ("2025-26 september", dt.date(2025, 9, 30))


@pytest.mark.parametrize(
    ("lines", "plan", "cycle", "as_at"),
    [
        ("Annual Delivery Plan 2025/26|Quarter Two Update", "Annual Delivery Plan", "2025-26 Q2", "2025-09-30"),
        ("Annual Plan 2025/26|Mid Year Review", "Annual Plan", "2025-26 mid-year", "2025-09-30"),
        ("Annual Plan 2025/26|Quarter 3 Return|As at 31 December 2025", "Annual Plan", "2025-26 Q3", "2025-12-31"),
        ("Operational Plan 2025-26|December Quarterly Review", "Operational Plan", "2025-26 december", "2025-12-31"),
        ("Council Plan 2025/26 Mid-Year Performance Report", "Council Plan", "2025-26 mid-year", "2025-09-30"),
        ("Council Plan Year-End Report 2025/26", "Council Plan", "2025-26 year-end", "2026-03-31"),
        ("Annual Service Plan 2025|Quarter 2 Update", "Annual Service Plan", "2025 Q2", "None"),
        ("Quarterly Report|Quarter ending 31 December 2025", None, "2025-12", "2025-12-31"),
        ("FY 2025-26 City Plan Report|Through December 31, 2025", "City Plan", "2025-26 december", "2025-12-31"),
        ("City Plan FY2026|Second Quarter Update|October - December 2025", "City Plan", "2025-26 Q2", "2025-12-31"),
        ("Service Plan 25/26|Quarter 2 update", "Service Plan", "2025-26 Q2", "2025-09-30"),
        ("Local Plan Report 1 April 2024 – 31 March 2025", "Local Plan", "2025-03", "2025-03-31"),
        ("Q2 2025|Corporate Scorecard", None, "2025 Q2", "None"),
        (
            "Council Plan|Reporting period: 1 July 2025 to 30 September 2025|Report date: 14 November 2025",
            "Council Plan", "2025-09", "2025-09-30",
        ),
        (
            "Delivery Plan 2025-26|Update to the Scrutiny Committee – 12 January 2026|Period covered: Quarter 3",
            "Delivery Plan", "2025-26 Q3", "2025-12-31",
        ),
    ],
)  # fmt: skip
def test_the_cycle_is_no_part_of_the_plan_s_name_nor_the_plan_s_year_a_cycle(
    lines: str, plan: str | None, cycle: str, as_at: str
) -> None:
    found = learn([Text("title", line, 16, 1) for line in lines.split("|")], Given())
    assert (found.plan, found.cycle, str(found.as_at)) == (plan, cycle, as_at)


def test_whom_a_covering_report_is_to_is_no_title_and_its_subject_is() -> None:
    found = read(
        (
            heading("Report to: Overview and Scrutiny Committee, 14 January 2026", top=20, size=20),
            heading("Subject: Corporate Delivery Plan Update (October to December 2025)", top=45, size=15),
            paragraph("Marlshire County Council", top=70),
        )
    )
    assert found.title == "Corporate Delivery Plan Update (October to December 2025)"
    assert found.plan == "Corporate Delivery Plan"


def test_the_title_in_a_table_at_a_report_s_head_is_the_review_s() -> None:
    """Its title was a heading of an appendix, and its cycle the month of its day."""
    cover = table(
        ("Report to", "Cabinet"),
        ("Date of meeting", "10 February 2026"),
        ("Title", "Council Plan 2025-2029: performance report, Quarter 3 2025/26"),
        ("Portfolio holder", "Leader of the Council"),
        top=80,
    )
    purpose = paragraph("1.1 To tell Cabinet how the Council Plan stood at 31 December 2025.", top=200)
    review = review_of(
        heading("Marlshire County Council", top=20),
        cover,
        purpose,
        heading("Council Plan actions", top=250),
        TABLE,
    )
    assert review.title == "Council Plan 2025-2029: performance report, Quarter 3 2025/26"
    assert (review.cycle, str(review.as_at), review.plan) == ("2025-26 Q3", "2025-12-31", "Council Plan")
    assert "as_at_of_meeting" not in [f.code for f in review.findings]


@pytest.mark.parametrize(
    ("first", "second"), [("(October 1 –", "December 31, 2025)"), ("(October 1 – December 31,", "2025)")]
)
def test_a_title_that_wraps_inside_its_span_of_days_is_whole(first: str, second: str) -> None:
    """Its day was a quarter off, or in the year 2031: the rest of the line was another one's."""
    title = paragraph(f"Progress Report, Second Quarter of FY 2025-26 {first} {second}", top=60)
    (line,) = title.lines
    below = line.box._replace(top=72, bottom=82, x1=line.box.x0 + 90)
    upper = line._replace(text=f"Progress Report, Second Quarter of FY 2025-26 {first}")
    found = read(
        (
            heading("City of Larkmoor", top=20, size=20),
            paragraph("Strategic Plan 2024-2028", top=45),
            replace(title, lines=(upper, line._replace(text=second, box=below))),
        )
    )
    assert found.title == title.text
    assert (found.cycle, found.as_at) == ("2025-26 Q2", dt.date(2025, 12, 31))


def test_a_report_to_a_body_above_its_time_is_the_title() -> None:
    title = "Corporate Business Plan 2025-2029: Quarterly Report to Council"
    lines = ("Shire of Larkmoor", title, "Quarter 1: 1 July to 30 September 2026")
    assert learn([Text("title", line, 16, 1) for line in lines], Given()).title == title


def test_a_sentence_below_the_title_is_neither_title_nor_plan() -> None:
    found = read(
        (
            heading("Self-Assessment 2024/25", top=20, size=20),
            paragraph("Marlshire County Council", top=50),
            paragraph("This progress review considers the year to 31 March 2025.", top=70),
        )
    )
    assert (found.title, found.cycle) == ("Self-Assessment 2024/25", "2024-25 year-end")
    assert found.as_at == dt.date(2025, 3, 31)


def test_a_public_services_board_in_the_title_goes_before_a_partnership_in_the_text() -> None:
    lines = [
        Text("title", "Larkmoor Fens Public Services Board", 13.0, 1),
        Text("title", "Well-being Plan 2023-28", 24.0, 1),
        Text("text", "The Early Years Partnership has led on four of the steps.", 10.0, 1),
    ]
    assert name_of(lines) == "Larkmoor Fens Public Services Board"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("City of Larkmoor Improvement Plan 2023 to 2027", "City of Larkmoor"),
        ("NHS Greater Larkmoor and Fens Annual Delivery Plan", "NHS Greater Larkmoor and Fens"),
        ("Larkmoor District Council Council Plan", "Larkmoor District Council"),
        ("NHS Long Term Plan", None),
    ],
)
def test_a_body_on_the_line_of_its_plan_ends_where_the_plan_s_name_begins(
    line: str, name: str | None
) -> None:
    assert name_of([Text("title", line, 20.0, 1)]) == name


def test_a_county_before_its_dashboard_is_the_publisher() -> None:
    title = "Larkmoor County Performance Dashboard"
    assert name_of([Text("title", title, 16, 1)]) == "Larkmoor County"


@pytest.mark.parametrize("place", ["text", "heading", "title"])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Larkmoor County, Minnesota", "Larkmoor County"),
        ("LARKMOOR COUNTY, NEW YORK", "Larkmoor County"),
        ("City of Larkmoor, Ohio", "City of Larkmoor"),
        ("Across the County, Minnesota", None),
        ("Larkmoor Valley, Minnesota", None),
        ("Crews met at the border of Larkmoor County, Minnesota", None),
    ],
)
def test_a_county_before_its_state_is_the_publisher(line: str, name: str | None, place: str) -> None:
    assert name_of([Text(place, line, 10, 1)]) == name


@pytest.mark.parametrize("place", ["text", "heading"])
def test_a_county_with_more_than_its_state_behind_it_is_none(place: str) -> None:
    assert name_of([Text(place, "Larkmoor County, Public Works", 10, 1)]) is None


@pytest.mark.parametrize(
    "line", ["Year-End Report, Fiscal Year 2025", "Half-Year Review, Financial Year 2025/26"]
)
def test_a_report_named_by_its_time_names_no_plan(line: str) -> None:
    assert plan_lines.name(line) is None


def test_a_city_of_culture_is_no_publisher_on_the_line_of_its_plan_either() -> None:
    assert name_of([Text("title", "City of Culture Delivery Plan", 20.0, 1)]) != "City of Culture"


@pytest.mark.parametrize("line", ["Audit Committee, Appendix B", "Paper 4 (Appendix B)", "Appendix B"])
def test_an_appendix_at_the_end_of_a_title_line_is_the_document_s(line: str) -> None:
    lines = (
        heading("Corporate Plan, Quarter 3 2025/26 progress report", top=40),
        heading(line, top=60, size=9),
    )
    assert read(lines).appendix == "Appendix B"


def test_an_appendix_that_a_sentence_mentions_is_another() -> None:
    lines = (
        heading("Corporate Plan, Quarter 3 2025/26 progress report", top=40),
        paragraph("The targets are listed in Appendix B", top=320),
    )
    assert read(lines).appendix is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("REQUEST FOR CITY COUNCIL ACTION", "City of Larkmoor"), "City of Larkmoor"),
        (
            ("Councillor Ann Archer, Leader of the Council", "Larkmoor Borough Council"),
            "Larkmoor Borough Council",
        ),
        (("Larkmoor County", "Climate Action Plan"), "Larkmoor County"),
        (("Across the County", "Climate Action Plan"), None),
        (("OFFICIAL Larkmoor Council – Improvement Plan",), "Larkmoor Council"),
        (("Government of St Larkmoor",), "Government of St Larkmoor"),
        (("Regional District of Larkmoor | Strategic Plan",), "Regional District of Larkmoor"),
        (("LARKMOOR INTEGRATION JOINT BOARD",), "Larkmoor Integration Joint Board"),
        (("Larkmoor Youth Justice Service",), "Larkmoor Youth Justice Service"),
        (("Report by: Ann Archer, Head of Strategic Planning and Performance",), None),
        (("Report of the Director of Place and Economy",), None),
    ],
)
def test_a_publisher_has_a_place_and_is_neither_a_post_nor_its_service(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert name_of([Text("title", line, 20.0, 1) for line in lines]) == name


def test_the_heading_of_one_part_of_a_review_is_neither_its_title_nor_its_day() -> None:
    parts = (
        "Depots: use of vehicles (published May 2024)",
        "Roads: digital services review 2023",
        "Parks: stock review 2022",
    )
    blocks: list[Heading | Paragraph | Table] = [
        heading("Larkmoor County Council", top=20, size=18),
        heading("Regulatory Tracker", top=45, size=15),
        heading("Position at end of February 2026", top=65, size=12),
    ]
    for page, part in enumerate(parts, 1):
        own = table(
            ("Action", "Lead", "Progress", "RAG"),
            ("1. Buy land", "Ann Archer", "Bought.", "Completed"),
            page=page,
            top=300,
        )
        blocks += [heading(part, page=page, top=250, size=12), own]
    review = understand(document(*blocks))
    assert (review.plan, review.title) == ("Regulatory Tracker", "Regulatory Tracker")
    assert review.as_at == dt.date(2026, 2, 28)


def test_the_number_of_its_page_is_no_part_of_a_plan_s_name() -> None:
    feet = [paragraph(f"Corporate Plan Page {page}", page=page, top=750) for page in (1, 2, 3)]
    title = heading("Quarter 2 2025/26 performance report", top=20)
    assert understand(document(title, TABLE, *feet)).plan == "Corporate Plan"


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("Larkmoor Homes – Corporate Plan 2024-27 Performance Scorecard", "Corporate Plan"),
        ("Corporate Scorecard 2025/26 – Quarter 3 Performance Report", "Corporate Scorecard"),
        ("Regulatory Tracker – Recommendations of Regulators, Quarter 3 2025/26", "Regulatory Tracker"),
        ("Progress against Council Plan actions, Quarter 2 2025/26", "Council Plan"),
    ],
)
def test_what_a_report_is_called_behind_its_plan_or_list_is_no_part_of_its_name(line: str, plan: str) -> None:
    assert read((heading(line, top=20),)).plan == plan


def test_a_body_is_not_called_by_its_kind_alone_however_often_that_is_said() -> None:
    name = heading("Wenwater Combined Authority", size=12)
    told = "It tells how the Combined Authority is delivering its plan."
    texts = [paragraph(told, top=150 + 20 * k) for k in range(9)]
    table_below = table(("Action", "Status"), ("Open a tram stop", "On track"), top=400)
    assert review_of(name, *texts, table_below).publisher == "Wenwater Combined Authority"


def test_the_day_on_which_the_file_was_made_is_the_last_resort_and_has_a_finding() -> None:
    made = paragraph("Updated 1/14/2026", top=45)
    review = read((heading("Council Plan 2024-2027: progress report", top=20), made))
    assert review.as_at == dt.date(2026, 1, 14)
    assert "as_at_of_meeting" in [f.code for f in review.findings]
    told = read((heading("Council Plan 2024-2027: progress report to 31 December 2025", top=20), made))
    assert told.as_at == dt.date(2025, 12, 31)
    assert "as_at_of_meeting" not in [f.code for f in told.findings]


@pytest.mark.parametrize(
    "name",
    [
        "Harlow County Public Health",
        "Millbrook Unified School District",
        "European Agency for Inland Waterway Safety",
    ],
)
def test_bodies_that_are_no_councils_publish_too(name: str) -> None:
    assert (
        read((heading(name, top=20), heading("Annual Plan 2025/26: Quarter 2 report", top=45))).publisher
        == name
    )


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("Performance scorecard, April to September 2025 (Corporate Plan 2023-2027)", "Corporate Plan"),
        ("Performance Report Q2 (Our Future: the Council Plan 2023-27)", "Our Future: the Council Plan"),
        ("Corporate Performance Report – Quarter 2 2025/26: indicators", "Corporate Performance Report"),
        ("Annual Report 2024/25: Statement of service performance", "Annual Report: Statement of service performance"),
        ("Council Plan (Homes) 2025/26", "Council Plan (Homes)"),
        ("Improvement Plan (IP) 2016-2017 Mid-Year Review", "Improvement Plan (IP)"),
        ("Report on the Council Plan, 1 April to 30 June 2025", "Council Plan"),
    ],
)  # fmt: skip
def test_no_plan_is_a_title_with_its_cycle_cut_out_of_the_middle(line: str, plan: str) -> None:
    """`Performance scorecard, April (Corporate Plan` was a plan."""
    assert plan_lines.name(line) == plan


def test_a_plan_that_a_heading_further_on_reports_on_is_the_plan() -> None:
    title = Text(
        "title", "Corporate Performance Report – Quarter 2 2025/26: key performance indicators", 16, 1
    )
    told = Text("heading", "Our Borough Plan 2024-2028 – delivery of commitments, Quarter 2 2025/26", 12, 2)
    found = learn([title, told], Given())
    assert (found.plan, found.plan_period) == ("Our Borough Plan", "2024-2028")
    other = Text("heading", "Workforce Strategy 2025-2030 – actions", 12, 3)
    assert learn([title, told, other], Given()).plan == "Corporate Performance Report"


def test_a_plan_that_a_sentence_of_the_first_page_reports_on_is_the_plan() -> None:
    title = Text("title", "Quarterly Performance Report, Quarter 2 2025/26", 16, 1)
    told = Text(
        "text", "This report tells of progress against the Council Plan 2023-27 and its priorities.", 10, 1
    )
    assert learn([title, told], Given()).plan == "Council Plan"
    assert learn([title, told._replace(page=9)], Given()).plan == "Quarterly Performance Report"


def test_a_line_that_says_only_which_time_is_reported_on_is_no_title() -> None:
    title = heading("Strategic Plan 2024-2028: Quarterly Progress Report", top=30, size=14)
    period = paragraph("Reporting period: July 1 - September 30, 2025", top=60)
    review = understand(document(heading("Calder County", top=10, size=20), title, period, TABLE))
    assert review.title == title.text


def test_a_smaller_heading_names_the_review_of_which_a_line_says_only_up_to_when() -> None:
    review = review_of(
        heading("Culture Strategy 2019 to 2022", top=20, size=20),
        paragraph("Period ending 31 March 2020", top=45),
        heading("Performance Report: Quarter 4 2019-2020", top=60, size=12),
        TABLE,
    )
    assert (review.title, review.cycle) == ("Performance Report: Quarter 4 2019-2020", "2019-20 Q4")


def test_a_plan_s_name_with_its_years_in_a_smaller_heading_is_the_plan_of_a_report() -> None:
    review = review_of(
        heading("Annual Progress Report 2024/25", top=20, size=20),
        heading("Equality and Inclusion Plan 2024 to 2027", top=60, size=12),
        TABLE,
    )
    assert (review.plan, review.title) == ("Equality and Inclusion Plan", "Annual Progress Report 2024/25")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("It shows the rating of each action at the end of September.", dt.date(2025, 9, 30)),
        ("It covers the three months from October to December.", dt.date(2025, 12, 31)),
        ("It covers July to September; the next goes to December.", None),
        ("It is published four times a year.", None),
    ],
)
def test_a_quarter_of_a_single_year_ends_in_the_month_that_the_text_names(
    said: str, day: dt.date | None
) -> None:
    title = heading("Work Plan: monitoring report, third quarter of 2025", top=20, size=18)
    review = review_of(title, paragraph(said, top=60), TABLE)
    assert (review.cycle, review.as_at) == ("2025 Q3", day)


@pytest.mark.parametrize(
    ("line", "cycle", "as_at"),
    [
        ("Quarter 2 Update Report", "2025-26 Q2", dt.date(2025, 9, 30)),
        ("Mid-year progress report", "2025-26 mid-year", dt.date(2025, 9, 30)),
        ("Improvement objectives", "2025-26 year-end", dt.date(2026, 3, 31)),
    ],
)
def test_a_performance_plan_s_year_is_no_year_s_end(line: str, cycle: str, as_at: dt.date) -> None:
    """Every quarter of a `Performance Improvement Plan 2025 - 2026` was filed under its end."""
    review = review_of(
        heading("Performance Improvement Plan 2025 - 2026", top=20, size=18),
        heading(line, top=45, size=14),
        paragraph("Harrowby Borough Council", top=65),
        TABLE,
    )
    assert (review.cycle, review.as_at) == (cycle, as_at)


@pytest.mark.parametrize(
    "time",
    [
        "Quarter 3 2025/26 (October to December 2025)",
        "Third quarter of 2025/26: 1 October to 31 December 2025",
        "Third Quarter, Fiscal Year 2025/26 (October 1 – December 31, 2025)",
        "Position at 31 December 2025",
    ],
)
def test_the_title_is_the_line_that_names_the_report_and_not_its_quarter(time: str) -> None:
    review = review_of(
        heading("Wexford District Council", top=20, size=10),
        heading("Council Plan 2023-2027: Performance Report", top=40, size=30),
        heading(time, top=80, size=16),
        TABLE,
    )
    assert (review.title, review.as_at) == (
        "Council Plan 2023-2027: Performance Report",
        dt.date(2025, 12, 31),
    )


def test_a_line_that_says_up_to_when_progress_is_told_is_no_title_beside_one_that_names_the_review() -> None:
    review = review_of(
        heading("Council Plan 2019-2024", top=20, size=19),
        heading("End of Year Report 2020-2021", top=45, size=14),
        paragraph("Wexford District Council", top=65),
        paragraph("Progress up to 31 March 2021", top=80),
        TABLE,
    )
    assert (review.title, review.cycle) == ("End of Year Report 2020-2021", "2020-21 year-end")


def test_where_a_line_says_no_more_than_up_to_when_a_heading_that_names_that_time_is_the_title() -> None:
    told = [
        Text("title", "Wexford District Council", 14, 1),
        Text("title", "Progress up to 31 March 2021", 12, 1),
        Text("heading", "End of Year Report to 31 March 2021", 14, 1),
    ]
    assert learn(told, Given()).title == "End of Year Report to 31 March 2021"


def test_an_item_of_a_list_above_the_rows_names_no_review() -> None:
    facts = learn(
        [
            Text("title", "Tidewater Homes", 20, 1),
            Text("title", "• The report on an inspection in May 2026 is out", 12, 1),
        ],
        Given(),
    )
    assert facts.title is None or not facts.title.startswith("•")


@pytest.mark.parametrize("columned", ["Spring Term Review", "Progress"])
def test_a_title_that_a_column_repeats_is_the_title(columned: str) -> None:
    review = review_of(
        heading("Hazel Primary School", top=20, size=26),
        heading("School Improvement Plan 2025-2026", top=50, size=14),
        heading("Spring Term Review", top=70, size=14),
        table(("Action", "Lead", columned, "RAG"), ("1. Buy land", "KJ", "Bought.", "Completed"), top=300),
    )
    assert review.title == "Spring Term Review"


@pytest.mark.parametrize(
    ("names", "publisher"),
    [
        (("Cyngor Sir Dyffryn Aled", "Dyffryn Aled County Council"), "Dyffryn Aled County Council"),
        (("Dyffryn Aled County Council", "Cyngor Sir Dyffryn Aled"), "Dyffryn Aled County Council"),
        (("Cyngor Sir Ddinfawr", "Denmoor County Council"), "Denmoor County Council"),
        (("Bwrdd Iechyd Prifysgol Aled", "Aled University Health Board"), "Aled University Health Board"),
        (("Cyngor Sir Dyffryn Aled Dyffryn Aled County Council",), "Dyffryn Aled County Council"),
        (("Cyngor Gwyndref",), "Cyngor Gwyndref"),
    ],
)
def test_a_cover_in_two_languages_names_the_publisher_once(names: tuple[str, ...], publisher: str) -> None:
    cover = heading(" ".join(names), top=20, size=32)
    lines = tuple(Line(name, cover.box, 32, True, "#000000") for name in names)
    review = review_of(
        replace(cover, lines=lines), heading("Corporate Plan: Quarter 2 report 2025-26", top=90), TABLE
    )
    assert review.publisher == publisher


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("City Promise 2024-2027: progress tracker, October 2025", "City Promise"),
        ("City Promise 2024-2027 Progress Tracker", "City Promise"),
        ("Pledge to Residents 2024-2028 – Monitoring Report", "Pledge to Residents"),
        ("Performance report 2025-26: tracker", "tracker"),
    ],
)
def test_what_stands_before_the_years_of_a_plan_is_its_name(line: str, plan: str) -> None:
    assert plan_lines.name(line) == plan


def test_the_part_of_a_report_that_alone_is_called_a_programme_is_no_plan() -> None:
    """`Capital programme` was the plan of all rows."""
    blocks: list[Heading | Paragraph | Table] = [
        heading("Quarterly Performance Report Q3 2025/26", top=20, size=18)
    ]
    for k, part in enumerate(("Capital programme", "Housing", "Waste", "Roads")):
        row = ("1. Buy land", "Ann Archer", "Bought.", "Completed")
        blocks += [heading(part, top=100 + 150 * k, size=12)]
        blocks += [table(("Action", "Lead", "Progress", "RAG"), row, top=120 + 150 * k)]
    assert understand(document(*blocks)).plan != "Capital programme"


def test_the_only_heading_that_names_a_plan_is_no_part_of_it_where_its_parts_look_alike() -> None:
    """A plan's name below its review's title was taken for a part, as the headings of its priorities look the same."""
    blocks: list[Heading | Paragraph | Table] = [
        heading("Larkmoor County Council", top=20, size=18),
        heading("Mid-Year Review 2025/26", top=45, size=15),
        heading("Active Travel Plan", top=65, size=12),
    ]
    for page, part in enumerate(("Walking", "Cycling", "Buses"), 1):
        row = ("1. Buy land", "Ann Archer", "Bought.", "Completed")
        own = table(("Action", "Lead", "Progress", "RAG"), row, page=page, top=300)
        blocks += [heading(part, page=page, top=250, size=12), own] if page > 1 else [own]
    review = understand(document(*blocks))
    assert (review.plan, review.title) == ("Active Travel Plan", "Mid-Year Review 2025/26")


def test_headlines_of_the_second_page_in_larger_figures_than_the_cover_name_no_review() -> None:
    """An inspection in May 2026 was the review's title and its day."""
    review = review_of(
        heading("Tidewater Homes", top=150, size=40),
        heading("Corporate Strategy 2024-2029", top=230, size=26),
        paragraph("Board performance report, Quarter 3 2025/26 (to 31 December 2025)", top=300),
        heading("Headlines", page=2, top=20, size=22),
        paragraph("• The Regulator has confirmed an inspection in May 2026", page=2, top=80),
        heading("14,206", page=2, top=350, size=44),
        heading("£92m", page=2, top=350, size=44),
        replace(TABLE, page=2, ys=tuple(y + 120 for y in TABLE.ys)),
    )
    assert review.title == "Board performance report, Quarter 3 2025/26 (to 31 December 2025)"
    assert review.as_at == dt.date(2025, 12, 31)


def test_a_heading_over_several_columns_is_no_plan_and_tells_up_to_when_it_reports() -> None:
    """`Delivery plan action` was the plan."""
    review = review_of(
        heading("Strath Board", top=20, size=14),
        heading("Commissioning Plan 2024-2027: Annual Report", top=50, size=12),
        table(
            ("Delivery plan action", BESIDE, "Position at 30 September 2025", BESIDE),
            ("Action", "Lead", "Progress", "RAG"),
            ("1. Buy land", "Ann Archer", "Bought.", "Completed"),
            top=300,
        ),
    )
    assert review.plan == "Commissioning Plan"
    assert review.as_at == dt.date(2025, 9, 30)


def test_a_cover_in_plain_letters_is_one_where_the_next_page_has_a_heading_that_is_no_larger() -> None:
    """`How to read this report` was the review's title."""
    cover = [
        replace(paragraph(t, top=150 + 40 * k), size=28.0)
        for k, t in enumerate(("Sallow Fire Authority", "Performance Report Quarter 3 2025/26"))
    ]
    rest = (heading("How to read this report", page=2, top=20, size=26), replace(TABLE, page=2))
    assert review_of(*cover, *rest).title == "Performance Report Quarter 3 2025/26"


def test_the_annex_of_a_police_and_crime_plan_names_no_body() -> None:
    """The publisher was `Delivery of the Police`, which stands on no page."""
    lines = ("Office of the Police and Crime Commissioner for Larkshire", "Larkshire Police and Crime Panel")
    own = [heading(text, top=20.0 + 20 * k, size=11) for k, text in enumerate(lines)]
    annex = heading("Annex A: Delivery of the Police and Crime Plan", page=2, top=20)
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Do it", "Ann Archer", "Gone.", "On track"), page=2, top=60
    )
    review = review_of(*own, paragraph("The Police and Crime Plan 2025-29.", top=70), annex, rows)
    named = (review.publisher, review.plan)
    assert named == ("Office of the Police and Crime Commissioner for Larkshire", "Police and Crime Plan")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            "This statement reports results for the period 1 July 2024 to 30 June 2025 against the measures and "
            "initiatives set out in the Larkmoor Basin Authority Corporate Plan 2024-28. It is accurate.",
            dt.date(2025, 6, 30),
        ),
        (
            "This report covers the period from 01/07/2024 to 30/06/2025.",
            dt.date(2025, 6, 30),
        ),
        (
            "Our annual report is about the period between 1 July 2024 and 30 June 2025.",
            dt.date(2025, 6, 30),
        ),
        # the counter-case: a long sentence about anything else
        (
            "The works on the river and on its four weirs, of which one was rebuilt and three were made higher so that "
            "fish can pass them, went on in the period 1 July 2024 to 30 November 2024. They are done.",
            dt.date(2025, 3, 31),
        ),
    ],
)
def test_the_period_that_a_report_says_it_is_for_is_not_counted_from_april(
    sentence: str, day: dt.date
) -> None:
    """The day was counted, with the message that none is printed, or the period's first day was taken."""
    review = review_of(
        heading("Annual performance statement 2024-25", top=20, size=26),
        heading("Larkmoor Basin Authority", top=50, size=12),
        paragraph(sentence, top=80),
        TABLE,
    )
    assert review.as_at == day
