"""What the columns of a table hold where a heading alone does not say it."""

from __future__ import annotations

import pytest

from parsers.parsed import Refusal
from tests.normalise.building import (
    ABOVE,
    BESIDE,
    GREEN,
    Square,
    actions_of,
    indicators_of,
    loud,
    only_action,
    review_of,
    shape,
    table,
)

NOTE = "Two sites were bought in May and the third will be bought in June."
SHORT = "All sold by May."


def test_a_milestone_beside_its_action_is_not_run_together_with_it() -> None:
    action = only_action(
        table(
            ("Ref", "Action", "Milestone", "Status", "Progress"),
            ("W1", "Open a library", "Doors open", "On track", SHORT),
        )
    )
    assert (action.action_number, action.action) == ("W1", "Open a library")
    assert action.extra == (("Milestone", "Doors open"),)


def test_an_action_merged_over_its_milestones_is_their_activity_and_keeps_its_reference() -> None:
    first, second = actions_of(
        table(
            ("Action", "Ref", "Milestone", "Status", "Progress"),
            ("1.1 Renew the depot", "1.1.1", "Buy the land", "Complete", SHORT),
            (ABOVE, "1.1.2", "Build the sheds", "On track", SHORT),
        )
    )
    assert [a.action for a in (first, second)] == ["Buy the land", "Build the sheds"]
    assert [a.action_number for a in (first, second)] == ["1.1.1", "1.1.2"]
    assert {(a.activity, a.activity_refs) for a in (first, second)} == {("Renew the depot", ("1.1",))}


def test_what_a_label_names_in_a_column_of_two_headings_is_no_part_of_the_action() -> None:
    action = only_action(
        table(
            ("Key Actions and Lead", "Status", "Progress"),
            ("Open a library for ICDS Lead: Ann Archer", "On track", SHORT),
        )
    )
    assert (action.action, action.leads) == ("Open a library for ICDS", ("Ann Archer",))


def test_a_label_that_opens_a_line_takes_no_word_from_the_line_above() -> None:
    row = ("Join the teams of the Library Service\nLead: Ann Archer", "On track", SHORT)
    action = only_action(table(("Key Actions and Lead", "Status", "Progress"), row))
    assert (action.action, action.leads) == ("Join the teams of the Library Service", ("Ann Archer",))


@pytest.mark.parametrize(
    ("last", "action", "due", "leads"),
    [
        ("Due: May 2027", "Open a library", "2027-05-31", ()),
        ("Lead: Ann Archer", "Open a library", "None", ("Ann Archer",)),
        ("Due: when the roof is done", "Open a library\nDue: when the roof is done", "None", ()),
    ],
)
def test_a_line_below_the_action_that_says_when_or_who_is_no_part_of_it(
    last: str, action: str, due: str, leads: tuple[str, ...]
) -> None:
    row = (f"Open a library\n{last}", "On track", SHORT)
    read = only_action(table(("Action", "Status", "Progress"), row))
    assert (read.action, str(read.due_date), read.leads) == (action, due, leads)


def test_a_reference_as_high_as_its_activity_is_the_activity_s() -> None:
    headings: tuple[Square, ...] = ("Ref", "Objective", "Action", "Status", "Progress")
    rows: tuple[tuple[Square, ...], ...] = (
        ("A1", "Renew the depot", "Buy the land", "Complete", SHORT),
        (ABOVE, ABOVE, "Build the sheds", "On track", SHORT),
        ("A2", "Plant trees", "Buy trees", "Late", SHORT),
    )
    review = review_of(table(headings, *rows))
    assert [(v.refs, v.texts) for v in review.activities] == [
        (("A1",), ("Renew the depot",)),
        (("A2",), ("Plant trees",)),
    ]
    assert [(a.action_number, a.activity_refs) for a in review.actions] == [
        (None, ("A1",)),
        (None, ("A1",)),
        (None, ("A2",)),
    ]


def test_a_second_lead_or_date_is_not_run_together_with_the_first() -> None:
    action = only_action(
        table(
            ("Action", "Lead officer", "Lead director", "Status", "Progress"),
            ("Open a library", "Ann Archer", "Bo Bull", "On track", SHORT),
        )
    )
    assert (action.leads, action.extra) == (("Ann Archer",), (("Lead director", "Bo Bull"),))


def test_an_unknown_heading_means_the_same_in_each_table_of_a_document() -> None:
    headings: tuple[Square, ...] = ("Action", "Lead", "Status", "Whither it went")
    review = review_of(
        table(headings, ("Buy land", "Ann Archer", "On track", NOTE), ("Sell it", "Bo Bull", "Late", NOTE)),
        table(headings, ("Open a library", "Cy Cole", "Complete", SHORT), page=2),
    )
    assert [a.progress for a in review.actions] == [NOTE, NOTE, SHORT]
    assert [(f.severity, f.code) for f in review.findings if f.code == "heading_guessed"] == [
        ("info", "heading_guessed")
    ]


def test_under_a_merged_activity_what_each_status_rates_is_the_action_though_its_heading_is_unknown() -> None:
    review = review_of(
        table(
            ("Key activities", "Works in hand", "Status", "Progress"),
            ("1.1 Renew the depot", "Buy the land for it", "Complete", SHORT),
            (ABOVE, "Build the sheds on it", "On track", SHORT),
        )
    )
    assert [(a.action, a.activity) for a in review.actions] == [
        ("Buy the land for it", "Renew the depot"),
        ("Build the sheds on it", "Renew the depot"),
    ]
    assert "heading_guessed" in loud(review)


def test_of_two_languages_side_by_side_the_english_is_read_and_the_welsh_kept() -> None:
    action = only_action(
        table(
            ("Rhif", "Cam gweithredu", "Action", "Cynnydd", "Progress", "Status"),
            ("1", "Prynu tir", "Buy land", "Prynwyd.", "Bought.", "Complete"),
        )
    )
    assert (action.action, action.progress) == ("Buy land", "Bought.")
    assert dict(action.extra) == {"Cam gweithredu": "Prynu tir", "Cynnydd": "Prynwyd."}


def test_a_narrative_headed_with_a_day_is_the_progress_beside_a_column_of_signs_headed_progress() -> None:
    headings = ("Ref", "Action", "Position at 30 September", "Progress")
    action = only_action(table(headings, ("1", "Buy land", "Bought.", shape("disc", GREEN))))
    assert (action.progress, action.status) == ("Bought.", "on_schedule")


def test_a_bar_of_progress_does_not_take_the_place_of_the_note_beside_it() -> None:
    action = only_action(
        table(
            ("Title", "Status", "Progress", "Due Date", "Latest Note"),
            ("Buy land", "On track", shape("square", "#9cc4ea"), "31-Mar-2026", NOTE),
        )
    )
    assert action.progress == NOTE
    assert dict(action.extra).keys() == {"complete"}


def test_a_target_of_months_is_the_day_by_which_an_action_is_due() -> None:
    headings = ("Ref", "Action", "Target", "Status", "Progress")
    action = only_action(table(headings, ("W1", "Open a library", "Mar 26", "On track", SHORT)))
    assert (str(action.due_date), action.extra) == ("2026-03-31", ())


def test_a_target_in_words_is_no_date() -> None:
    headings = ("Ref", "Action", "Target", "Status", "Progress")
    action = only_action(table(headings, ("W1", "Open a library", "4,000 visits", "On track", SHORT)))
    assert (action.due_date, action.extra) == (None, (("target", "4,000 visits"),))


def test_a_column_of_activities_that_holds_nothing_but_numbers_holds_the_actions_references() -> None:
    first, second = actions_of(
        table(
            ("Activity", "Description", "Status", "Progress in the reporting period"),
            ("1.1", "Train the trainers", "Complete", NOTE),
            ("1.2", "Prepare flood maps", "Delayed", NOTE),
        )
    )
    assert [(a.action_number, a.action) for a in (first, second)] == [
        ("1.1", "Train the trainers"),
        ("1.2", "Prepare flood maps"),
    ]
    assert first.progress == NOTE


def test_what_was_achieved_in_two_years_is_the_latest_figure_and_the_one_before() -> None:
    (indicator,) = review_of(
        table(
            ("Indicator", "Baseline", "Target 2025", "Achieved 2023", "Achieved 2024"),
            ("Hectares restored", "0", "12", "5", "14"),
        )
    ).indicators
    assert (indicator.latest, indicator.previous, indicator.target) == ("14", "5", "12")


def test_a_description_beside_its_target_and_latest_figure_is_an_indicator_also_with_a_comment() -> None:
    review = review_of(
        table(
            ("Description", "Target 2025/26", "Previous value", "Latest value", "Comments"),
            ("Council tax collected (%)", "95.0", "94.1", "96.3", NOTE),
            ("Visits to libraries", "1,700", "1,600", "1,802", SHORT),
        )
    )
    assert not review.actions
    assert [(i.name, i.target, i.previous, i.latest) for i in review.indicators] == [
        ("Council tax collected (%)", "95.0", "94.1", "96.3"),
        ("Visits to libraries", "1,700", "1,600", "1,802"),
    ]


@pytest.mark.parametrize(("head", "said"), [("Aim to", ("High", "Low")), ("Last year", ("94.1%", "190"))])
def test_a_description_that_is_measured_is_an_indicator_in_the_year_s_first_quarter(
    head: str, said: tuple[str, str]
) -> None:
    """It is said what is good, or what was reached before. The other quarters are blank, so no two figures stand in a
    series, and each was an action."""
    review = review_of(
        table(("Ref", "Action", "Status", "Progress"), ("1", "Plant trees", "On track", SHORT)),
        table(
            ("KPI ref", "Description", head, "Target", "Q1 2025/26", "Q2 2025/26", "Commentary"),
            ("PI01", "Council tax collected (%)", said[0], "95.0%", "96.3%", "", NOTE),
            ("PI02", "Accidental fires", said[1], "170", "180", "", SHORT),
        ),
    )
    assert [a.action for a in review.actions] == ["Plant trees"]
    assert [(i.name, i.target) for i in review.indicators] == [
        ("Council tax collected (%)", "95.0%"),
        ("Accidental fires", "170"),
    ]


def test_an_action_that_someone_leads_stays_one_beside_its_target_and_latest_figure() -> None:
    review = review_of(
        table(
            ("Action", "Lead", "Target", "Latest", "Status"),
            ("Plant trees", "Ann Lee", "200", "120", "On track"),
            ("Build homes", "Bo Ray", "40", "38", "On track"),
        )
    )
    assert [a.action for a in review.actions] == ["Plant trees", "Build homes"]


@pytest.mark.parametrize("group", ["Plan", "The plan", "Project", "Strategy", "Programme", "Action details"])
def test_the_name_of_a_group_of_columns_is_none_of_their_roles(group: str) -> None:
    action = only_action(
        table(
            ("RAG", "Ref", group, BESIDE, BESIDE, "Current position"),
            (ABOVE, ABOVE, "Activity", "End date", "Service lead", ABOVE),
            ("Green", "1", "Set up a youth council", "Nov-25", "Ann Archer", "Work started on site."),
        )
    )
    assert (action.action, str(action.due_date), action.leads, action.plans) == (
        "Set up a youth council",
        "2025-11-30",
        ("Ann Archer",),
        (),
    )


@pytest.mark.parametrize(
    ("group", "below", "field"),
    [("Lead", "Name", "leads"), ("Due", "Date", "due_date"), ("Previous", "RAG", "extra")],
)
def test_a_group_that_says_what_its_columns_hold_is_read_with_them(
    group: str, below: str, field: str
) -> None:
    text = {"leads": "Ann Archer", "due_date": "Nov-25", "extra": "Amber"}[field]
    action = only_action(
        table(
            ("Action", "RAG", group, "Update"),
            (ABOVE, ABOVE, below, ABOVE),
            ("Set up a youth council", "Green", text, "Work started on site."),
        )
    )
    said = {
        "leads": action.leads == ("Ann Archer",),
        "due_date": str(action.due_date) == "2025-11-30",
        "extra": dict(action.extra).get("previous_status") == "Amber",
    }
    assert said[field]


def test_planned_and_forecast_over_dates_are_when_an_action_was_and_is_due() -> None:
    headings = ("Ref", "Milestone", "Planned", "Forecast", "Status", "Progress")
    action = only_action(table(headings, ("W1", "Open a library", "Sep 25", "Feb 26", "On track", SHORT)))
    assert str(action.due_date) == "2026-02-28"
    assert dict(action.extra) == {"original_date": "Sep 25", "revised_date": "Feb 26"}


def test_a_forecast_that_is_no_date_is_none_of_an_action_s() -> None:
    headings = ("Ref", "Milestone", "Due", "Forecast", "Status", "Progress")
    action = only_action(table(headings, ("W1", "Open a library", "Sep 25", "Fine", "On track", SHORT)))
    assert (str(action.due_date), action.extra) == ("2025-09-30", (("Forecast", "Fine"),))


def test_figures_of_years_beside_a_target_are_indicators_whatever_heads_their_names() -> None:
    headings = ("Source", "2019/20 baseline", "2023/24", "2024/25", "2025/26 target")
    rows = (
        ("Council buildings", "4,120", "2,874", "2,310", "2,150"),
        ("Fleet", "1,466", "1,391", "1,352", "1,200"),
    )
    first, _ = review_of(table(headings, *rows)).indicators
    assert (first.name, first.latest, first.previous, first.target) == (
        "Council buildings",
        "2,310",
        "2,874",
        "2,150",
    )
    assert [(r.raw, r.period) for r in first.readings if r.series == "baseline"] == [("4,120", "2019/20")]


def test_figures_of_years_without_a_target_are_of_something_else() -> None:
    actions = table(("Action", "Status", "Progress"), ("Open a library", "On track", SHORT))
    spent = table(("Source", "2023/24", "2024/25"), ("Council buildings", "2,874", "2,310"), top=400)
    assert review_of(actions, spent).indicators == ()


def test_an_improvement_is_the_action_and_its_milestones_stay_beside_it() -> None:
    headings = ("Ref", "Improvement", "Key Milestones", "Status", "Progress")
    action = only_action(table(headings, ("W1", "Open a library", "Agree the site", "On track", SHORT)))
    assert (action.action, action.extra) == ("Open a library", (("Key Milestones", "Agree the site"),))


def test_what_two_columns_say_of_quarters_leaves_the_note_beside_them_the_progress() -> None:
    headings = ("Ref", "Action", "Q2 RAG", "Q3 RAG", "In our own words")
    action = only_action(table(headings, ("W1", "Open a library", "Green", "Amber", NOTE)))
    assert action.progress == NOTE


def test_two_baselines_are_not_run_together() -> None:
    headings = ("Measure", "Baseline 2023", "2024/25 baseline", "Latest", "Target")
    (indicator,) = review_of(table(headings, ("Homes let in time", "61%", "62%", "64%", "70%"))).indicators
    assert [(r.raw, r.period) for r in indicator.readings if r.series == "baseline"] == [("61%", "2023")]
    assert dict(indicator.extra)["2024/25 baseline"] == "62%"


@pytest.mark.parametrize("item", ["Action", "Work to be done"])
def test_a_measure_of_success_beside_an_action_that_is_rated_makes_no_table_of_indicators(item: str) -> None:
    review = review_of(
        table(
            ("Ref", item, "Q2 RAG", "Success measure", "Lead officer", "When", "Comments"),
            (
                "W1",
                "Open a library in the old mill",
                "Completed",
                "More loans",
                "Ann Archer",
                "May 2027",
                SHORT,
            ),
            (
                "W2",
                "Renew the depot at the harbour",
                "On track",
                "Lower costs",
                "Bob Baker",
                "June 2027",
                SHORT,
            ),
        )
    )
    assert [a.action for a in review.actions] == [
        "Open a library in the old mill",
        "Renew the depot at the harbour",
    ]
    assert [a.status for a in review.actions] == ["completed", "on_schedule"]
    assert [dict(a.extra)["measure"] for a in review.actions] == ["More loans", "Lower costs"]
    assert not review.indicators


def test_a_target_of_what_is_done_by_somebody_and_some_day_makes_no_table_of_indicators() -> None:
    action = only_action(
        table(
            ("Action", "KPI", "Target", "Lead", "Due date", "RAG"),
            ("Open a library", "Loans a year", "12,000", "Ann Archer", "May 2027", "Green"),
        )
    )
    assert action.action == "Open a library"


def test_a_quarter_s_figures_beside_their_rating_are_an_indicator_s() -> None:
    review = review_of(
        table(
            ("Objective", "Measure", "Q1", "Q1 RAG", "Q2", "Q2 RAG"),
            ("Read more", "Loans", "12", "Green", "14", "Red"),
            ("Read more", "Visits", "120", "Green", "140", "Red"),
        )
    )
    assert [i.name for i in review.indicators] == ["Loans", "Visits"]


def test_a_column_of_codes_numbers_the_indicators_that_the_column_beside_it_names() -> None:
    review = review_of(
        table(
            ("Indicator", "Title", "2021/22", "2023/24", "Scotland 2023/24"),
            ("NI-1", "Adults who feel well", "92.1%", "91.4%", "90.7%"),
            ("NI-2", "Adults who live at home", "80.3%", "74.8%", "72.4%"),
        )
    )
    assert [(i.indicator_ref, i.name) for i in review.indicators] == [
        ("NI-1", "Adults who feel well"),
        ("NI-2", "Adults who live at home"),
    ]


def test_what_is_done_about_an_area_for_improvement_is_the_action() -> None:
    action = only_action(
        table(
            ("Ref", "Area for improvement", "Actions", "Lead", "RAG", "Progress"),
            ("B1", "Few members read the notes", "Send them by post", "Ann Archer", "Green", SHORT),
        )
    )
    assert (action.action, action.extra) == (
        "Send them by post",
        (("Area for improvement", "Few members read the notes"),),
    )


def test_projects_that_also_tell_what_they_cost_are_read() -> None:
    action = only_action(
        table(
            ("Project", "Sponsor", "Budget 2025/26", "Spend to date", "Status", "Update"),
            ("Mend the library", "Ann Archer", "$480,000", "$36,200", "On track", SHORT),
        )
    )
    assert (action.action, action.status) == ("Mend the library", "on_schedule")
    assert dict(action.extra) == {"Budget 2025/26": "$480,000", "Spend to date": "$36,200"}


def test_a_register_of_risks_with_an_owner_and_a_status_stays_left_alone() -> None:
    register = table(
        ("Activity", "Owner", "Risk", "Likelihood", "Status", "Update"),
        ("Mend the library", "Ann Archer", "Rain", "High", "On track", SHORT),
    )
    with pytest.raises(Refusal, match="Likelihood"):
        review_of(register)


def test_an_action_with_a_measure_and_its_target_is_no_indicator_where_no_result_is_printed() -> None:
    action = only_action(
        table(
            ("Objective", "Action", "KPI", "Target", "Owner", "Status", "Progress"),
            ("Safe streets", "Mend the lamps", "Lamps that burn", "98%", "Ann Archer", "Delayed", SHORT),
        )
    )
    assert (action.activity, action.action, action.status) == (
        "Safe streets",
        "Mend the lamps",
        "behind_schedule",
    )
    assert dict(action.extra) == {"measure": "Lamps that burn", "target": "98%"}
    assert (action.leads, action.progress) == (("Ann Archer",), SHORT)


def test_the_same_with_a_figure_below_an_unknown_heading_stays_an_indicator() -> None:
    review = review_of(
        table(
            ("Action", "KPI", "Target", "Where we stand", "Status", "Comments"),
            ("Mend the lamps", "Lamps that burn", "98%", "91%", "Red", SHORT),
            ("Sweep the roads", "Roads that are clean", "95%", "96%", "Green", SHORT),
        )
    )
    assert [i.name for i in review.indicators] == ["Lamps that burn", "Roads that are clean"]


@pytest.mark.parametrize(
    "headings",
    [
        ("Lead officer", "Delivered by"),
        ("Who", "Date"),
        ("Responsible party", "Date"),
        ("Lead", "Current target"),
    ],
)
def test_dates_beside_who_leads_are_when_it_is_due(headings: tuple[str, str]) -> None:
    rows = [
        ("Open a library", "Ann Archer", "31 March 2026", "On track", SHORT),
        ("Mend the lamps", "Bo Bull", "Sept 2025", "Delayed", SHORT),
    ]
    first, second = actions_of(table(("Action", *headings, "Status", "Update"), *rows))
    assert [(a.leads, str(a.due_date)) for a in (first, second)] == [
        (("Ann Archer",), "2026-03-31"),
        (("Bo Bull",), "2025-09-30"),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("Date Original", "Revised"),
        ("Deadline – original", "Deadline – revised"),
        ("First set for", "Revised"),
    ],
)
def test_the_date_before_it_was_revised_holds_where_it_was_not(headings: tuple[str, str]) -> None:
    rows = [
        ("Open a library", "31/03/2026", "–", "On track", SHORT),
        ("Mend the lamps", "30/09/2025", "31/01/2026", "Delayed", SHORT),
    ]
    found = actions_of(table(("Action", *headings, "Status", "Update"), *rows))
    assert [str(a.due_date) for a in found] == ["2026-03-31", "2026-01-31"]
    assert [dict(a.extra)["original_date"] for a in found] == ["31/03/2026", "30/09/2025"]


def test_a_date_away_from_who_leads_is_any_date() -> None:
    first, _ = actions_of(
        table(
            ("Date", "Action", "Lead", "Status", "Update"),
            ("31 March 2025", "Open a library", "Ann Archer", "On track", SHORT),
            ("30 June 2025", "Mend the lamps", "Bo Bull", "Delayed", SHORT),
        )
    )
    assert (first.due_date, dict(first.extra)) == (None, {"period": "31 March 2025"})


def test_the_sponsor_left_of_the_lead_does_not_lead() -> None:
    action = only_action(
        table(
            ("Action", "Executive sponsor", "Lead", "Status"),
            ("Open a library", "Bo Bull", "Ann Archer", "On track"),
        )
    )
    assert (action.leads, dict(action.extra)) == (("Ann Archer",), {"Executive sponsor": "Bo Bull"})


def test_a_sponsor_where_no_one_else_is_named_leads() -> None:
    action = only_action(table(("Action", "Sponsor", "Status"), ("Open a library", "Bo Bull", "On track")))
    assert action.leads == ("Bo Bull",)


def test_titles_with_an_owner_a_figure_and_a_target_are_indicators() -> None:
    review = review_of(
        table(
            ("Title", "Owner", "Actual", "Target", "Performance"),
            ("Calls answered in a minute", "Ann Archer", "84%", "80%", "Green"),
            ("Bins emptied on time", "Bob Baker", "71%", "95%", "Red"),
        )
    )
    assert [(i.latest, i.status) for i in review.indicators] == [("84%", "on_schedule"), ("71%", "off_track")]


@pytest.mark.parametrize("heading", ["Statistic", "Question", "Success criteria"])
def test_what_is_rated_against_a_target_is_an_indicator_whatever_it_is_headed(heading: str) -> None:
    first, second = indicators_of(
        table(
            (heading, "Target", "Actual", "RAG", "Comment"),
            ("Homes let in time", "85%", "81%", "A", NOTE),
            ("Tenants satisfied", "70%", "72%", "G", SHORT),
        )
    )
    assert [(i.name, i.target, i.latest) for i in (first, second)] == [
        ("Homes let in time", "85%", "81%"),
        ("Tenants satisfied", "70%", "72%"),
    ]


@pytest.mark.parametrize(("newest", "earlier"), [("Now", "Was")])
def test_the_figure_that_was_and_the_one_that_is(newest: str, earlier: str) -> None:
    (indicator,) = indicators_of(
        table(
            ("Indicator", newest, earlier, "Target", "RAG"), ("Homes let in time", "81%", "78%", "85%", "A")
        )
    )
    assert (indicator.latest, indicator.previous) == ("81%", "78%")


def test_what_stands_under_a_group_named_as_those_who_lead_is_nobody_beside_an_owner() -> None:
    """The money was who leads."""
    heads = (
        ("Action", "Accountability", BESIDE, "RAG", "Owner"),
        (ABOVE, "Funding", "Due", ABOVE, ABOVE),
    )
    rows = (
        ("Plant trees", "Staff time", "May 2025", "Green", "Ann Lee"),
        ("Mend roads", "Grant", "June 2025", "Red", "Bo Ray"),
    )
    assert [a.leads for a in actions_of(table(*heads, *rows))] == [("Ann Lee",), ("Bo Ray",)]


def test_a_log_of_what_a_committee_agreed_is_one_of_actions() -> None:
    """Symptom: `no_review_found`."""
    heads = ("Officer", "Minute", "Action agreed", "Response", "Position")
    rows = [
        (
            "Ms Archer",
            "14/25",
            "Report on the cost of homes",
            "It was reported to the Committee on 9 May and is closed.",
            "Complete",
        ),
        (
            "Mr Bull",
            "15/25",
            "Write to the Minister",
            "A letter was sent in May. No reply has come, and a reminder was sent.",
            "On track",
        ),
        (
            "Mr Bull",
            "21/25",
            "Publish response times",
            "The regulator checks the figures first, so they are expected in July.",
            "At risk",
        ),
    ]
    read = [(a.leads, a.action_number, a.action, a.progress) for a in review_of(table(heads, *rows)).actions]
    assert read == [((who,), number, action, told) for who, number, action, told, _ in rows]


@pytest.mark.parametrize(
    "headings",
    [
        ("How are we doing?", "2023/24", "2024/25", "Target 2024/25", "Wales average"),
        ("How well do we do it?", "2023/24", "2024/25", "Target 2024/25", "Wales average"),
        ("In figures", "Last year", "This year", "Target", "Wales average"),
    ],
)
def test_figures_beside_a_target_are_indicators_below_a_question_too(headings: tuple[str, ...]) -> None:
    """Below `How are we doing?` the names of what is measured were taken for how it goes, and the table was lost."""
    rows = (
        ("Waste recycled", "66.1%", "68.4%", "70.0%", "66.6%"),
        ("Roads in poor condition", "3.4", "3.2", "3.5", "4"),
    )
    first, _ = review_of(table(headings, *rows)).indicators
    told = (first.name, first.previous, first.latest, first.target, first.national)
    assert told == ("Waste recycled", "66.1%", "68.4%", "70.0%", "66.6%")


def test_sentences_of_how_it_goes_beside_figures_are_no_names_of_what_is_measured() -> None:
    actions = table(("Action", "Status", "Progress"), ("Open a library", "On track", SHORT))
    rows = (("More was recycled.", "66%", "68%", "70%"), ("Roads are worse.", "3.4", "3.2", "3.5"))
    told = table(("How are we doing?", "2023/24", "2024/25", "Target"), *rows, top=400)
    review = review_of(actions, told)
    assert (review.indicators, loud(review)) == ((), ["table_not_understood"])


@pytest.mark.parametrize("heading", ["Residual risk", "Risk impact", "Risk"])
def test_one_column_of_risk_beside_what_is_done_makes_no_register(heading: str) -> None:
    """Two words of one heading were as many as two columns: the whole table was left alone."""
    action = only_action(
        table(
            ("ID", "Action", "Owner", "Previous RAG", "Current RAG", heading, "Update"),
            ("B1", "Mend the library", "Ann Archer", "Green", "Amber", "High", SHORT),
        )
    )
    assert (action.action, action.status) == ("Mend the library", "behind_schedule")
    assert dict(action.extra)[heading] == "High"


def test_ratings_are_known_by_the_letters_of_their_colours() -> None:
    action = only_action(
        table(("ID", "Action", "Owner", "RAGB", "Update"), ("B1", "Mend it", "Ann Archer", "Green", SHORT))
    )
    assert action.status == "on_schedule"
