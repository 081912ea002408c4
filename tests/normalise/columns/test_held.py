"""Columns whose heading gets its role from what they hold."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    ABOVE,
    BESIDE,
    Square,
    actions_of,
    indicators_of,
    loud,
    only_action,
    review_of,
    table,
)

SHORT = "All sold by May."
TOPS = ("Measure", "Good is")


def test_codes_under_a_plan_s_own_word_for_references_are_no_extra_column() -> None:
    first, second = actions_of(
        table(
            ("HDP ref", "Action", "Status", "Progress"),
            ("2.1", "Open a library", "On track", SHORT),
            ("2.2", "Plant trees", "Complete", SHORT),
        )
    )
    assert [(a.action_number, a.extra) for a in (first, second)] == [("2.1", ()), ("2.2", ())]


def test_a_code_that_several_rows_share_is_not_their_reference() -> None:
    first, second = actions_of(
        table(
            ("Budget code", "Action", "Status", "Progress"),
            ("B12", "Open a library", "On track", SHORT),
            ("B12", "Plant trees", "Complete", SHORT),
        )
    )
    assert [a.action_number for a in (first, second)] == [None, None]
    assert first.extra == (("Budget code", "B12"),)


def test_a_goal_beside_actual_figures_is_the_target() -> None:
    review = review_of(
        table(
            ("Measure", "Goal", "Actual"),
            ("Homes let in time", "95%", "93%"),
            ("Visits to libraries", "40,000", "41,250"),
        )
    )
    assert [(i.target, i.latest) for i in review.indicators] == [("95%", "93%"), ("40,000", "41,250")]
    assert not loud(review)


def test_a_goal_s_number_beside_actual_figures_is_no_target() -> None:
    rows = (("Homes let in time", "1", "93%"), ("Visits", "1", "41,250"), ("Trees planted", "2", "212"))
    assert [i.target for i in indicators_of(table(("Measure", "Goal", "Actual"), *rows))] == [
        None,
        None,
        None,
    ]


def test_a_trajectory_of_figures_is_no_direction() -> None:
    (first, _) = indicators_of(
        table(
            (*TOPS, "Q1 actual", "Q2 trajectory", "Q2 actual", "Q3 trajectory", "Standard"),
            ("Seen in time", "Higher", "71.8", "73.0", "74.5", "70.0", "95.0"),
            ("Still waiting", "Lower", "112", "70", "84", "60", "60"),
        )
    )
    assert (first.latest, first.previous, first.target) == ("74.5", "71.8", "95.0")
    assert dict(first.extra) == {"Q2 trajectory": "73.0", "Q3 trajectory": "70.0"}


def test_a_figure_below_no_heading_is_told_of_its_row() -> None:
    review = review_of(
        table(
            ("Measure", "Q1 actual", "Q2 trajectorQ2 actual", ""),
            ("Seen in time", "71.8", "73.0", "74.5"),
            ("Still waiting", "112", "70", "84"),
        )
    )
    assert [f.subject_id for f in review.findings if f.code == "columns_unsure"] == ["i001", "i002"]


@pytest.mark.parametrize(
    ("printed", "ref"),
    [
        ("Objective 1.1 Homes|Objective 1.2 Parks", "1.1"),
        ("1 Homes|2 Parks", "1"),
        ("1.1 Homes|1.2 Parks", "1.1"),
    ],
)
def test_numbered_aims_under_a_heading_of_the_plan_s_own_are_activities(printed: str, ref: str) -> None:
    homes, parks = printed.split("|")
    first, _ = actions_of(
        table(
            ("What we want", "Action", "Status", "Progress"),
            (homes, "Open a library", "On track", SHORT),
            (parks, "Plant trees", "Complete", SHORT),
        )
    )
    assert (first.activity_refs, first.activity) == ((ref,), "Homes")


def test_texts_that_only_name_an_objective_stay_beside_the_action() -> None:
    first, _ = actions_of(
        table(
            ("What we want", "Action", "Status", "Progress"),
            ("Objective for all", "Open a library", "On track", SHORT),
            ("Parks", "Plant trees", "Complete", SHORT),
        )
    )
    assert first.extra == (("What we want", "Objective for all"),)


@pytest.mark.parametrize("heading", ["Aim", "Aims", "What we want to achieve"])
@pytest.mark.parametrize("own", ["Action", "Project"])
def test_what_is_wanted_left_of_what_is_done_is_its_activity(heading: str, own: str) -> None:
    found = actions_of(
        table(
            (heading, "Ref", own, "Status", "Progress"),
            ("Reduce homelessness", "A1", "Open a night shelter", "On track", SHORT),
            (ABOVE, "A2", "Hire a housing adviser", "Complete", SHORT),
            ("Develop our workforce", "A3", "Train forty apprentices", "Complete", SHORT),
        )
    )
    assert [(a.action, a.activity, a.extra) for a in found] == [
        ("Open a night shelter", "Reduce homelessness", ()),
        ("Hire a housing adviser", "Reduce homelessness", ()),
        ("Train forty apprentices", "Develop our workforce", ()),
    ]


def test_what_is_wanted_is_the_activity_beside_a_measure_of_success_too() -> None:
    """A measure of success beside actions was taken for an indicator, and `Aim` for which way it should go."""
    found = only_action(
        table(
            ("Aim", "Action", "Status", "Progress", "Measure of success"),
            ("Reduce homelessness", "Open a night shelter", "On track", SHORT, "Forty fewer people"),
        )
    )
    assert (found.activity, found.extra) == ("Reduce homelessness", (("measure", "Forty fewer people"),))


def test_what_is_wanted_goes_on_over_a_page_whose_headings_are_others() -> None:
    """Two levels of headings may be told apart on one page and not on the next: `Aim` over blanks was no activity."""
    heads = ("Aim", "Action", "Status", "Progress")
    first = table(heads, ("Reduce homelessness", "1. Open a shelter", "On track", SHORT))
    second = table((*heads[:3], "Monitoring progress"), ("", "2. Hire an adviser", "On track", SHORT), page=2)
    assert [a.activity for a in actions_of(first, second)] == ["Reduce homelessness"] * 2


def test_an_aim_that_says_which_way_a_figure_should_go_stays_that() -> None:
    found = indicators_of(
        table(
            ("Aim", "Indicator", "Target", "Latest"),
            ("Aim to maximise", "Homes built", "40", "41"),
            ("Aim to minimise", "Complaints", "9", "12"),
        )
    )
    assert [i.polarity for i in found] == ["high", "low"]


def test_numbers_in_a_column_without_a_heading_left_of_the_actions_are_theirs() -> None:
    first, second = actions_of(
        table(
            ("", "Action", "Status", "Progress"),
            ("1.1", "Open a library", "On track", SHORT),
            ("1.2", "Plant trees", "Complete", SHORT),
        )
    )
    assert [(a.action_number, a.extra) for a in (first, second)] == [("1.1", ()), ("1.2", ())]


def test_a_year_to_date_is_the_newest_of_its_years() -> None:
    review = review_of(
        table(
            ("Measure", "2023/24", "2024/25", "2025/26 to date", "Target"),
            ("Homes let in time", "91%", "93%", "94%", "95%"),
            ("Visits to libraries", "38,000", "40,000", "41,250", "42,000"),
        )
    )
    assert [(i.latest, i.previous) for i in review.indicators] == [("94%", "93%"), ("41,250", "40,000")]


@pytest.mark.parametrize(
    "heading",
    ["Goal for 2028", "2028 goal", "Ambition", "Ambition 2028", "Plan", "2025/26 plan", "Stretch target"],
)
def test_an_aim_for_a_year_is_the_target_and_in_no_other_field(heading: str) -> None:
    first, second = indicators_of(
        table(
            ("Measure", "2024/25", "2025/26", heading),
            ("Homes let in time", "81%", "84%", "95%"),
            ("Visits to libraries", "40,000", "41,250", "45,000"),
        )
    )
    assert [(i.name, i.target, i.latest, i.extra) for i in (first, second)] == [
        ("Homes let in time", "95%", "84%", ()),
        ("Visits to libraries", "45,000", "41,250", ()),
    ]


def test_a_stretch_target_beside_the_target_is_not_it() -> None:
    rows = (("Homes let in time", "84%", "90%", "95%"), ("Tenants satisfied", "71%", "75%", "80%"))
    first, _ = indicators_of(table(("Measure", "Latest", "Target", "Stretch target"), *rows))
    assert (first.target, dict(first.extra)) == ("90%", {"Stretch target": "95%"})


def test_a_prior_period_is_not_the_figure_before_and_the_time_period_is_that_of_the_latest() -> None:
    (indicator,) = indicators_of(
        table(
            ("Indicator", "Time Period", "Actual Value", "Prior Period", "Prior Value", "Target Value"),
            ("Paths mended", "Q2 FY 2026", "6 km", "Q1 FY 2026", "5 km", "7 km"),
        )
    )
    assert (indicator.latest, indicator.previous, indicator.target) == ("6 km", "5 km", "7 km")
    assert dict(indicator.extra)["Prior Period"] == "Q1 FY 2026"
    assert indicator.readings[1].period == "Q2 FY 2026"


@pytest.mark.parametrize("heading", ["Chief Officer", "Action holder", "Allocated officer", "Thematic lead"])
def test_names_below_a_person_of_any_kind_are_the_leads(heading: str) -> None:
    (action,) = actions_of(
        table(("Action", heading, "Status", "Progress"), ("Open a library", "Jo Farley", "On track", SHORT))
    )
    assert (action.leads, action.extra) == (("Jo Farley",), ())


@pytest.mark.parametrize("heading", ["Resource", "Completed by", "Name", "Zuständig"])
@pytest.mark.parametrize("names", [("Jo Farley", "Sam Okoro"), ("Head of Parks", "Estates Manager")])
def test_a_column_of_nothing_but_people_is_the_leads_whatever_it_is_headed(
    heading: str, names: tuple[str, str]
) -> None:
    rows = zip(("Open a library", "Plant trees"), names, ("On track", "Complete"), strict=True)
    actions = actions_of(table(("Action", heading, "Status", "Progress"), *((*row, SHORT) for row in rows)))
    assert [a.leads for a in actions] == [(name,) for name in names]


def test_one_name_on_all_rows_and_who_reported_are_no_leads() -> None:
    rows = (
        ("Open a library", "Jo Farley", "On track", SHORT),
        ("Plant trees", "Jo Farley", "Complete", SHORT),
    )
    other = (rows[0], ("Plant trees", "Sam Okoro", "Complete", SHORT))
    for heading, body in (("Ward", rows), ("Updated by", other)):
        actions = actions_of(table(("Action", heading, "Status", "Progress"), *body))
        assert [a.leads for a in actions] == [(), ()]


@pytest.mark.parametrize(
    "heading", ["Outcome", "Progress and outcomes", "Outcome / impact", "Actions to date", "RAG rationale"]
)
def test_what_came_of_each_action_is_its_progress_and_no_activity(heading: str) -> None:
    told = ("The library was opened in May by the mayor.", "Four hundred trees stand beside the ring road.")
    actions = actions_of(
        table(
            ("Action", "Status", heading),
            ("Open a library", "Complete", told[0]),
            ("Plant four hundred trees", "Complete", told[1]),
        )
    )
    assert [(a.action, a.progress, a.activity) for a in actions] == [
        ("Open a library", told[0], ""),
        ("Plant four hundred trees", told[1], ""),
    ]


def numbers(heading: str, *codes: str) -> list[str | None]:
    """The number of each action of a table whose first column is headed so and holds these."""
    texts = ("Open a library", "Plant trees", "Mend paths")
    rows = zip(codes, texts, strict=True)
    body = [(code, text, "On track", SHORT) for code, text in rows]
    return [a.action_number for a in actions_of(table((heading, "Action", "Status", "Progress"), *body))]


@pytest.mark.parametrize("codes", [("1", "2", "3"), ("1.1", "1.2", "2.1"), ("ED.01", "ED.02", "CS.01")])
def test_codes_of_the_rows_under_a_heading_that_says_nothing_were_no_numbers(codes: tuple[str, ...]) -> None:
    assert numbers("Line", *codes) == [*codes]


@pytest.mark.parametrize("codes", [("12", "40", "7"), ("B12", "B12", "B13")])
def test_figures_and_codes_that_rows_share_are_no_numbers(codes: tuple[str, ...]) -> None:
    assert numbers("Line", *codes) == [None, None, None]


@pytest.mark.parametrize("heading", ["Equality objective", "University goal", "Priority outcome"])
def test_an_end_of_any_kind_left_of_the_actions_is_what_they_are_done_for(heading: str) -> None:
    rows: list[tuple[Square, ...]] = [
        ("A city for all", "Train all staff", "Forty trained by May", "On track", SHORT),
        (ABOVE, "Mend the ramps", "All ramps mended", "Delayed", SHORT),
    ]
    review = review_of(table((heading, "Action", "Measure of success", "Status", "Progress"), *rows))
    assert [(a.activity, a.action) for a in review.actions] == [
        ("A city for all", "Train all staff"),
        ("A city for all", "Mend the ramps"),
    ]
    assert loud(review) == []


def test_what_is_intended_left_of_the_action_stays_beside_it() -> None:
    (action,) = actions_of(
        table(
            ("Intended outcome", "Action", "Status", "Progress"),
            ("Fewer people wait", "Train all staff", "On track", SHORT),
        )
    )
    assert (action.activity, dict(action.extra)) == ("", {"Intended outcome": "Fewer people wait"})


def test_a_heading_merged_over_a_priority_and_the_letters_of_its_rows_gives_these_their_numbers() -> None:
    """`(a)` was glued to the priority's title, and no row had a number."""
    rows: list[tuple[Square, ...]] = [
        ("P1\nCut the longest waits", "(a)", "Open the eye care unit", "Ann Archer", "Late"),
        (ABOVE, "(b)", "Move follow-ups to patients", "Bo Bull", "On track"),
        ("P2\nImprove urgent care", "(a)", "Extend same day care", "Cy Carr", "Complete"),
        (ABOVE, "(b)", "Set up a falls vehicle", "Di Dunn", "On track"),
    ]
    review = review_of(table(("Priority", BESIDE, "Milestone", "Lead", "Status"), *rows))
    assert [(p.number, p.title) for p in review.priorities] == [
        ("P1", "Cut the longest waits"),
        ("P2", "Improve urgent care"),
    ]
    assert [(a.priority, a.action_number) for a in review.actions] == [
        ("P1", "a"), ("P1", "b"), ("P2", "a"), ("P2", "b"),
    ]  # fmt: skip


def test_a_priority_s_own_number_beside_its_title_is_no_row_s() -> None:
    rows: list[tuple[Square, ...]] = [
        ("P1", "Cut the longest waits", "Open the eye care unit", "Ann Archer", "Late"),
        (ABOVE, ABOVE, "Move follow-ups to patients", "Bo Bull", "On track"),
        ("P2", "Improve urgent care", "Extend same day care", "Cy Carr", "Complete"),
        (ABOVE, ABOVE, "Set up a falls vehicle", "Di Dunn", "On track"),
    ]
    review = review_of(table(("Priority", BESIDE, "Milestone", "Lead", "Status"), *rows))
    assert {a.action_number for a in review.actions} == {None}
    assert [p.number for p in review.priorities] == ["P1", "P2"]
