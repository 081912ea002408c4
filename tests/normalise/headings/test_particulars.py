"""Labelled lines between a heading and its table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Table
from tests.normalise.building import (
    ACTIONS,
    BESIDE,
    INDICATORS,
    actions_of,
    heading,
    indicators_of,
    loud,
    paragraph,
    review_of,
    table,
)

TABLE = ("Action", "Progress", "RAG")


def rows(*texts: str, top: float = 300, page: int = 1) -> Table:
    return table(TABLE, *((text, "Begun in May.", "Green") for text in texts), top=top, page=page)


def test_who_answers_for_a_priority_leads_its_rows() -> None:
    actions = actions_of(
        heading("Priority 1: Homes", top=80),
        paragraph("Senior responsible officer: Ann Archer", top=100),
        rows("Buy land", "Sell land", top=120),
        heading("Priority 2: Roads", top=300),
        paragraph("Senior responsible officer: Bo Bull", top=320),
        rows("Fix potholes", top=340),
    )
    assert [a.leads for a in actions] == [("Ann Archer",), ("Ann Archer",), ("Bo Bull",)]


def test_who_answers_for_a_priority_is_kept_beside_rows_that_name_their_own_lead() -> None:
    (action,) = actions_of(
        heading("Priority 1: Homes", top=80),
        paragraph("Sponsor: Ann Archer", top=100),
        table(ACTIONS, ("Buy land", "Bo Bull", "Begun in May.", "Green"), top=120),
    )
    assert action.leads == ("Bo Bull",)
    assert dict(action.extra) == {"Sponsor": "Ann Archer"}


def test_who_answers_for_an_activity_goes_before_who_answers_for_its_priority() -> None:
    actions = actions_of(
        heading("Priority 1: Homes", top=80, size=16),
        paragraph("Sponsor: Ann Archer", top=100),
        heading("Activity 1.1: Build", top=120, size=12),
        paragraph("Owner: Bo Bull", top=140),
        rows("Buy land", top=160),
        heading("Activity 1.2: Let", top=300, size=12),
        rows("Find tenants", top=320),
    )
    assert [a.leads for a in actions] == [("Bo Bull",), ("Ann Archer",)]
    assert dict(actions[0].extra)["Sponsor"] == "Ann Archer"


def test_other_labelled_lines_of_a_heading_are_kept_beside_its_rows() -> None:
    (action,) = actions_of(
        heading("Priority 1: Homes", top=80),
        paragraph("Directorate: Place Reporting period: July to September", top=100),
        rows("Buy land", top=120),
    )
    assert action.leads == ("Place",)
    assert dict(action.extra) == {"Reporting period": "July to September"}


def test_a_line_below_the_title_is_nobody_s_lead() -> None:
    actions = actions_of(
        heading("Homes Plan: progress report"), paragraph("Owner: Ann Archer"), rows("Buy land")
    )
    assert [(a.leads, a.extra) for a in actions] == [((), ())]


def test_a_line_below_a_table_is_not_of_the_next_one() -> None:
    actions = actions_of(
        heading("Priority 1: Homes", top=80),
        rows("Buy land", top=100),
        paragraph("Owner: Ann Archer", top=200),
        rows("Sell land", top=220),
    )
    assert [a.leads for a in actions] == [(), ()]


def test_who_answers_for_indicators_is_kept_beside_them() -> None:
    (indicator,) = indicators_of(
        heading("Priority 1: Homes", top=80),
        paragraph("Owner: Ann Archer", top=100),
        table(INDICATORS, ("Homes built", "50", "41", "38", "High"), top=120),
    )
    assert dict(indicator.extra) == {"Owner": "Ann Archer"}


def test_a_note_above_a_table_is_no_value_of_its_rows() -> None:
    (action,) = actions_of(
        heading("Priority 1: Homes", top=80),
        paragraph("Note: figures are provisional", top=100),
        rows("Buy land", top=120),
    )
    assert action.extra == ()


@pytest.mark.parametrize("size", [11, 14])
def test_a_bold_line_that_says_who_leads_ends_no_priority(size: float) -> None:
    actions = actions_of(
        heading("Priority 1: Homes", top=60),
        heading("Senior responsible officer: Ann Archer", top=80, size=size),
        rows("Buy land", top=100),
        heading("Priority 2: Roads", top=260),
        heading("Senior responsible officer: Bo Bull", top=280, size=size),
        rows("Fix potholes", top=300),
    )
    assert [(a.priority, a.leads, a.extra) for a in actions] == [
        ("1", ("Ann Archer",), ()),
        ("2", ("Bo Bull",), ()),
    ]


def test_a_row_that_says_who_leads_those_below_it_is_no_remark() -> None:
    actions = actions_of(
        table(
            TABLE,
            ("1.1 Build homes", BESIDE, BESIDE),
            ("Lead: Ann Archer", BESIDE, BESIDE),
            ("Buy land", "Begun.", "Green"),
            ("1.2 Repair homes", BESIDE, BESIDE),
            ("Fix roofs", "Begun.", "Green"),
        )
    )
    assert [(a.activity_refs, a.leads, a.extra) for a in actions] == [
        (("1.1",), ("Ann Archer",), ()),
        (("1.2",), (), ()),
    ]


def test_who_leads_above_the_header_inside_a_frame_leads_its_rows() -> None:
    titles = [(f"Priority {k}: Homes", f"Lead: {name}") for k, name in ((1, "Ann Archer"), (2, "Bo Bull"))]
    review = review_of(
        *(
            table(
                (one, BESIDE, BESIDE),
                (lead, BESIDE, BESIDE),
                TABLE,
                ("Buy", "Begun.", "Green"),
                top=100 + 200 * k,
            )
            for k, (one, lead) in enumerate(titles)
        )
    )
    assert [a.leads for a in review.actions] == [("Ann Archer",), ("Bo Bull",)]
    assert "text_left_out" not in loud(review)


@pytest.mark.parametrize(
    ("line", "leads", "extra"),
    [
        ("Lead Member – Cllr Ann Archer", ("Cllr Ann Archer",), {}),
        ("Overall RAG: Amber", (), {"Overall RAG": "Amber"}),
        ("Homes – a right for all", (), {}),
    ],
)
def test_a_line_below_a_heading_is_told_as_it_is_labelled(
    line: str, leads: tuple[str, ...], extra: dict[str, str]
) -> None:
    (action,) = actions_of(
        heading("Activity 1.1: Build", top=60), paragraph(line, top=80), rows("Buy land", top=100)
    )
    assert (action.leads, dict(action.extra)) == (leads, extra)


def test_a_line_above_the_first_header_of_a_report_in_a_frame_is_nobody_s_lead() -> None:
    (action,) = actions_of(
        table(
            ("Homes Plan", BESIDE, BESIDE),
            ("Owner: Ann Archer", BESIDE, BESIDE),
            TABLE,
            ("Buy", "Begun.", "Green"),
        )
    )
    assert (action.leads, action.extra) == ((), ())


def test_headings_of_who_leads_that_stand_alone_are_chapters() -> None:
    actions = actions_of(
        heading("Lead: Ann Archer", top=60),
        rows("Buy land", top=80),
        heading("Lead: Bo Bull", top=260),
        rows("Fix potholes", top=280),
    )
    assert [dict(a.extra)["section"] for a in actions] == ["Lead: Ann Archer", "Lead: Bo Bull"]


def test_a_service_before_a_dash_is_no_lead_s_label() -> None:
    (action,) = actions_of(
        heading("Priority 1: Homes", top=60),
        paragraph("Lead service – Repairs", top=80),
        rows("Buy land", top=100),
    )
    assert action.leads == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Position: Done and As planned mean at or above target", None),
        ("Ratings of indicators: G target met; A within the tolerance; R outside of it.", None),
        ("Position: at the end of September", "at the end of September"),
        ("Expected outcome: People mean more to us; A better life", "People mean more to us; A better life"),
    ],
)
def test_a_line_that_says_what_the_ratings_below_it_mean_is_in_nobody_s_extra(
    line: str, told: str | None
) -> None:
    rows = (("Homes let", "High", "90", "95", "Done"), ("Rent collected", "High", "99", "98", "As planned"))
    review = review_of(
        heading("Priority 1: Homes", top=80),
        paragraph(line, top=100),
        table(("Indicator", "Good is", "Target", "Latest", "Position"), *rows, top=120),
    )
    label = line.partition(":")[0]
    assert [dict(i.extra).get(label) for i in review.indicators] == [told, told]
    left = {f.severity for f in review.findings if f.code == "text_left_out"}
    assert left == (set() if told else {"info"})


def test_a_long_activity_ends_what_the_one_before_it_has() -> None:
    """A text over several lines, set as the headings above it, is a paragraph: its rows kept the plan before."""
    long = paragraph("1.2 Keep homes warm and dry in all winters", top=300)
    line = long.lines[0]._replace(size=12.0, bold=True)
    review = review_of(
        heading("Priority 1: Homes", top=60, size=16),
        heading("1.1 Build homes that people can afford", top=80, size=12),
        paragraph("Plan: Housing Plan", top=100),
        rows("Buy land", top=120),
        replace(long, size=12.0, lines=(line,)),
        paragraph("Plan: Warmth Plan", top=320),
        rows("Insulate roofs", top=340),
    )
    assert [(a.refs, a.plans) for a in review.activities] == [
        (("1.1",), ("Housing Plan",)),
        (("1.2",), ("Warmth Plan",)),
    ]
