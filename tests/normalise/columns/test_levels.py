"""Goals beside initiatives, and icons that a key beside the legend explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from normalise.review import Review
from parsers.block import Paragraph
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    Shown,
    Square,
    about,
    actions_of,
    filled,
    loud,
    only_action,
    paragraph,
    picture,
    review_of,
    shape,
    table,
    with_hidden,
    with_text,
)

HEADER = ("Goal Description", "Goal Health", "Initiative", "Progress Description", "Initiative Health")
KEY = table(
    [with_text("On track: work goes as planned", shape("square", GREEN)), picture("bars two", BLUE), "50%"],
    [with_text("Slightly off track: a delay", shape("square", AMBER)), picture("bars three", BLUE), "75%"],
    [with_text("Accomplished: done", shape("square", BLUE)), picture("cross", AMBER), "no"],
)


def plan(goal: str = "", hidden: str = "") -> Review:
    """Two initiatives under one goal, whose merged cell is amber."""
    return review_of(
        KEY,
        table(
            HEADER,
            [
                "1. Parks",
                with_hidden(filled(AMBER, goal), hidden),
                "Plant trees",
                "Ninety are in the ground.",
                filled(GREEN),
            ],
            [ABOVE, ABOVE, "Mend benches", "All of them stand again.", filled(BLUE)],
            top=300,
        ),
    )


def test_the_row_s_status_is_the_initiative_s_not_the_goal_s() -> None:
    assert [a.status for a in plan().actions] == ["on_schedule", "completed"]


def test_the_goal_s_status_stands_beside_each_of_its_initiatives() -> None:
    assert [dict(a.extra)["Goal Health"] for a in plan().actions] == ["Slightly off track"] * 2


def test_a_goal_s_hidden_words_that_contradict_its_colour_are_told_once() -> None:
    assert loud(plan(hidden="On track")) == ["hidden_text_contradicts"]
    assert loud(plan(hidden="Slightly off track")) == []


def test_a_goal_s_health_is_the_row_s_status_where_no_initiative_has_one() -> None:
    review = review_of(
        KEY,
        table(
            ["Goal", "Goal Health", "Progress"],
            ["Parks", filled(AMBER), "Late."],
            ["Roads", filled(GREEN), "Fine."],
            top=300,
        ),
    )
    assert [a.status for a in review.actions] == ["behind_schedule", "on_schedule"]


def test_icons_explained_beside_the_legend_are_no_statuses_and_are_told_in_words() -> None:
    review = review_of(
        KEY,
        table(
            ("Action", "Reported", "Progress", "Status"),
            ["Plant trees", picture("bars three", BLUE), "Ninety are in the ground.", filled(GREEN)],
            ["Mend benches", picture("cross", AMBER), "All of them stand again.", filled(BLUE)],
            ["Paint gates", picture("a flag", BLUE), "Begun.", filled(BLUE)],
            top=300,
        ),
    )
    assert [e.label for e in review.legend] == ["On track", "Slightly off track", "Accomplished"]
    assert [dict(a.extra)["Reported"] for a in review.actions] == ["75%", "no", "blue picture"]


def beside(text: str, sign: Shown, x: float, top: float) -> Paragraph:
    """A sign with its words, `x` points to the right of where texts begin."""
    made = paragraph(text, top=top, marks=[sign])
    box = made.box._replace(x0=made.box.x0 + x, x1=made.box.x1 + x)
    lines = tuple(line._replace(box=box) for line in made.lines)
    marks = tuple(m._replace(box=m.box._replace(x0=m.box.x0 + x, x1=m.box.x1 + x)) for m in made.marks)
    return replace(made, box=box, lines=lines, marks=marks)


def test_a_key_of_icons_beside_the_key_of_swatches_is_not_mixed_with_it() -> None:
    """Two keys side by side outside tables; one of the icons' words is by chance a status's."""
    health = (("Complete", BLUE), ("On target", GREEN), ("At risk", AMBER))
    types = (
        ("New", shape("star", BLUE)),
        ("Continuing", shape("ring", GREEN)),
        ("Mandated", shape("flag", BLUE)),
    )
    key = [
        block
        for k, ((label, colour), (name, icon)) in enumerate(zip(health, types, strict=True))
        for block in (
            beside(label, shape("square", colour), 0, 40 + 16 * k),
            beside(name, icon, 400, 40 + 16 * k),
        )
    ]
    review = review_of(
        *key,
        table(
            ("Action", "Type", "Progress", "Status"),
            ["Plant trees", types[0][1], "Ninety are in the ground.", filled(GREEN)],
            ["Mend benches", types[2][1], "All of them stand again.", filled(BLUE)],
            top=300,
        ),
    )
    assert [e.label for e in review.legend] == ["Complete", "On target", "At risk"]
    assert [a.status for a in review.actions] == ["on_schedule", "completed"]
    assert [dict(a.extra)["Type"] for a in review.actions] == ["New", "Mandated"]


def strategies(*headings: str) -> Review:
    """Three numbered rows under two merged cells."""
    return review_of(
        KEY,
        table(
            headings,
            ["Goal 1 A safe city", "1.1", "Build the creek trail", "Half is open.", filled(GREEN)],
            [ABOVE, "1.2", "Close the sidewalk gaps", "Four miles are built.", filled(AMBER)],
            ["Goal 2 A healthy city", "2.1", "Adopt a wildfire plan", "Adopted in August.", filled(BLUE)],
            top=300,
        ),
    )


@pytest.mark.parametrize(
    ("upper", "own"),
    [
        ("Goal", "Strategy"),
        ("Objective", "Strategy"),
        ("Goal", "Objective"),
        ("Goal", "Strategies"),
        ("Initiative", "Strategy"),
        ("Strategic Goal", "Commitment"),
        ("Theme", "Strategy"),
    ],
)
def test_the_action_is_what_is_each_row_s_own_not_the_goal_merged_over_several(upper: str, own: str) -> None:
    actions = strategies(upper, "#", own, "Update", "Status").actions
    assert [(a.action_number, a.action, a.plans) for a in actions] == [
        ("1.1", "Build the creek trail", ()),
        ("1.2", "Close the sidewalk gaps", ()),
        ("2.1", "Adopt a wildfire plan", ()),
    ]
    if upper != "Theme":
        goals = [(a.activity_refs, a.activity) for a in actions]
        assert goals == [(("1",), "A safe city")] * 2 + [(("2",), "A healthy city")]


def test_plans_beside_numbered_actions_are_no_actions() -> None:
    review = review_of(
        KEY,
        table(
            ("#", "Action", "Strategy", "Update", "Status"),
            ["1.1", "Build the creek trail", "Open Space Strategy", "Half is open.", filled(GREEN)],
            ["1.2", "Close the sidewalk gaps", "Transport Strategy", "Four are built.", filled(AMBER)],
            top=300,
        ),
    )
    assert [(a.action, a.plans) for a in review.actions] == [
        ("Build the creek trail", ("Open Space Strategy",)),
        ("Close the sidewalk gaps", ("Transport Strategy",)),
    ]


def test_one_plan_of_several_rows_is_no_action_of_theirs() -> None:
    review = review_of(
        KEY,
        table(
            ("Strategy", "#", "Objective", "Update", "Status"),
            ["Open Space Strategy", "1.1", "Build the creek trail", "Half is open.", filled(GREEN)],
            [ABOVE, "1.2", "Close the sidewalk gaps", "Four are built.", filled(AMBER)],
            top=300,
        ),
    )
    assert [(a.action, a.plans) for a in review.actions] == [
        ("Build the creek trail", ("Open Space Strategy",)),
        ("Close the sidewalk gaps", ("Open Space Strategy",)),
    ]


RISK = "The team loses three of its key staff in the winter, and the contractor is late."


def objectives(*headings: str, merged: bool) -> Review:
    """Three rows without numbers; the first two stand under one merged cell, or each has its own."""
    return review_of(
        KEY,
        table(
            headings,
            ["A safe city for all", "Build the creek trail", "Half is open.", filled(GREEN)],
            [ABOVE if merged else "A green city for all", "Close the sidewalk gaps", "Four.", filled(AMBER)],
            ["A healthy city for all", "Adopt a wildfire plan", "Adopted in August.", filled(BLUE)],
            top=300,
        ),
    )


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("upper", "own"),
    [
        ("Strategic objective", "Activity"),
        ("Outcome", "Commitment"),
        ("Goal", "Project"),
    ],
)
def test_of_two_columns_of_activities_the_one_that_is_no_end_is_the_action(
    upper: str, own: str, merged: bool
) -> None:
    review = objectives(upper, own, "Update", "Status", merged=merged)
    assert [a.action for a in review.actions] == [
        "Build the creek trail",
        "Close the sidewalk gaps",
        "Adopt a wildfire plan",
    ]
    above = "A safe city for all" if merged else "A green city for all"
    assert [a.activity for a in review.actions] == ["A safe city for all", above, "A healthy city for all"]
    assert loud(review) == []


def test_a_project_is_the_action_though_its_outcome_stands_behind_it() -> None:
    review = objectives("Project", "Outcome", "Update", "Status", merged=False)
    assert [a.action for a in review.actions] == [
        "A safe city for all",
        "A green city for all",
        "A healthy city for all",
    ]


def test_two_columns_of_activities_that_may_each_be_the_action_leave_a_finding_on_their_rows() -> None:
    review = objectives("Programme", "Project", "Update", "Status", merged=False)
    assert review.actions[0].action == "Build the creek trail"
    assert all("columns_unsure" in [f.code for f in about(review, a.id)] for a in review.actions)
    assert loud(objectives("Programme", "Project", "Update", "Status", merged=True)) == []


def test_a_header_printed_again_inside_a_table_is_no_row_by_which_columns_are_told() -> None:
    head = ("Outcome", "No", "Commitment", "Update", "Status", "Key risks")
    rows: list[Sequence[Square]] = [
        ["A safe city for all", "1", "Build the creek trail", "Half is open.", filled(GREEN), RISK],
        [ABOVE, "2", "Close the sidewalk gaps", "Four miles are built.", filled(AMBER), RISK],
        head,
        ["A healthy city for all", "3", "Adopt a wildfire plan", "Adopted in August.", filled(BLUE), RISK],
    ]
    review = review_of(KEY, table(head, *rows, top=300))
    assert [(a.action_number, a.action) for a in review.actions] == [
        ("1", "Build the creek trail"),
        ("2", "Close the sidewalk gaps"),
        ("3", "Adopt a wildfire plan"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Key risks",
        "Risks / issues",
        "Next steps",
        "Resources needed",
        "What success looks like",
        "Outcome sought",
    ],
)
def test_what_names_neither_what_is_done_nor_how_it_went_is_not_guessed_to_be_it(heading: str) -> None:
    """However long the texts below it are."""
    review = review_of(
        KEY,
        table(
            ("Objective", "Lead", heading, "Status"),
            ["A safe city for all", "Ann Archer", RISK, filled(GREEN)],
            ["A green city for all", "Bo Bull", RISK, filled(AMBER)],
            top=300,
        ),
    )
    assert [(a.action, a.progress, dict(a.extra)[heading]) for a in review.actions] == [
        ("A safe city for all", "", RISK),
        ("A green city for all", "", RISK),
    ]


def test_a_strategy_below_a_goal_is_the_activity_of_its_own_actions_alone() -> None:
    read = actions_of(
        table(
            ("Goal", "Strategy", "Action", "Status"),
            ("Safe homes", "Build more", "Buy land", "On track"),
            (ABOVE, ABOVE, "Sell land", "On track"),
            (ABOVE, "Repair", "Fix roofs", "On track"),
            ("Good roads", "Resurface", "Lay tar", "On track"),
        )
    )
    assert [a.activity for a in read] == ["Build more", "Build more", "Repair", "Resurface"]
    assert [dict(a.extra)["Goal"] for a in read] == ["Safe homes"] * 3 + ["Good roads"]
    assert {a.plans for a in read} == {()}


def test_a_strategy_below_a_goal_that_has_no_actions_is_rated_itself() -> None:
    read = actions_of(
        table(
            ("Goal", "Strategy", "Status"),
            ("Safe homes", "Build more homes", "On track"),
            (ABOVE, "Repair homes", "Delayed"),
            ("Good roads", "Resurface the square", "On track"),
        )
    )
    assert [(a.activity, a.action) for a in read] == [
        ("Safe homes", "Build more homes"),
        ("Safe homes", "Repair homes"),
        ("Good roads", "Resurface the square"),
    ]


def test_a_strategy_that_is_named_as_one_is_a_plan() -> None:
    rows = (
        ("Safe homes", "Homes Strategy 2024", "Buy land", "On track"),
        (ABOVE, "Land Plan", "Sell land", "On track"),
    )
    read = actions_of(table(("Goal", "Strategy", "Action", "Status"), *rows))
    assert [a.activity for a in read] == ["Safe homes"] * 2
    assert read[0].plans == ("Homes Strategy 2024", "Land Plan")


@pytest.mark.parametrize(
    "head", ["Climate action", "Work plan task", "Tactic", "Steps to success", "Resolution"]
)
def test_where_no_heading_names_the_action_one_with_a_word_for_what_is_done_does(head: str) -> None:
    rows = (
        ("1", "Build the creek trail", "On track", "Begun."),
        ("2", "Mend the town hall", "Late", "Not begun."),
    )
    review = review_of(table(("Ref", head, "Status", "Progress"), *rows))
    assert [a.action for a in review.actions] == ["Build the creek trail", "Mend the town hall"]
    assert not any("columns_unsure" in [f.code for f in about(review, a.id)] for a in review.actions)


@pytest.mark.parametrize("measure", ["Success measure", "Measure of success", "KPI"])
def test_what_is_done_is_the_action_beside_what_its_success_is_measured_by(measure: str) -> None:
    """`Scheme open to the public` was read as what is done, without a finding."""
    rows = (
        ("1", "Build the creek trail", "Ann Archer", "Begun.", "Trail open", "On track"),
        ("2", "Mend the town hall", "Ben Bright", "Not begun.", "Hall open", "Late"),
    )
    found = actions_of(table(("Ref", "Steps we will take", "Lead", "Progress", measure, "Status"), *rows))
    assert [a.action for a in found] == ["Build the creek trail", "Mend the town hall"]
    assert [dict(a.extra)["measure"] for a in found] == ["Trail open", "Hall open"]


def test_a_table_that_counts_actions_by_status_has_none() -> None:
    counts = table(
        ("Status", "Actions", "%"), ("Late", "4", "40%"), ("On track", "4", "40%"), ("Done", "2", "20%")
    )
    rows = table(("Action", "Status", "Progress"), ("Build the creek trail", "Late", "Begun."), top=400)
    assert [a.action for a in review_of(counts, rows).actions] == ["Build the creek trail"]


def test_numbered_strategies_merged_over_several_rows_are_activities_and_no_plans() -> None:
    first, second, third = actions_of(
        table(
            ("Strategy", "ID", "Workstream", "Status", "Progress"),
            ("1.1 Homes for all", "1.1.1", "Build 40 homes", "On track", "Work goes on."),
            (ABOVE, "1.1.2", "Mend 20 roofs", "Complete", "All done."),
            ("1.2 Clean air", "1.2.1", "Plant 500 trees", "On track", "Work goes on."),
        )
    )
    assert [(a.activity_refs, a.activity, a.plans) for a in (first, second, third)] == [
        (("1.1",), "Homes for all", ()),
        (("1.1",), "Homes for all", ()),
        (("1.2",), "Clean air", ()),
    ]


def test_a_level_of_service_merged_over_measures_gathers_them() -> None:
    review = review_of(
        table(
            ("Level of service", "Performance measure", "Annual target", "Q1 result", "Comment"),
            ("Water is safe", "Zones without bacteria", "100%", "98%", "One zone failed."),
            (ABOVE, "Zones without protozoa", "100%", "80%", "One plant waits."),
            ("Faults are mended", "Complaints per 1,000 homes", "8", "1.9", ""),
        )
    )
    assert [(i.name, i.latest, dict(i.extra)["group"]) for i in review.indicators] == [
        ("Zones without bacteria", "98%", "Water is safe"),
        ("Zones without protozoa", "80%", "Water is safe"),
        ("Complaints per 1,000 homes", "1.9", "Faults are mended"),
    ]


def test_a_strategy_below_a_goal_that_each_row_repeats_is_the_action() -> None:
    rows = [
        ("A better place", "Open a library", "Ann Archer", "Late", "Bids were dear."),
        ("A better place", "Light the paths", "Bo Bull", "On track", "Half are lit."),
    ]
    found = actions_of(table(("Goal", "Strategy", "Lead Agency", "Status", "Accomplishments"), *rows))
    assert [(a.activity, a.action, a.plans) for a in found] == [
        ("A better place", "Open a library", ()),
        ("A better place", "Light the paths", ()),
    ]


def test_an_outcome_merged_over_indicators_with_figures_gathers_them_and_makes_them_no_actions() -> None:
    review = review_of(
        table(
            ("Outcome", "Indicator", "Target", "Actual", "RAG"),
            ("Streets are clean", "Bins collected on time", "99%", "98%", "Amber"),
            (ABOVE, "Fly tips cleared in a day", "90%", "93%", "Green"),
            ("Homes are warm", "Homes rated C or above", "70%", "61%", "Red"),
        )
    )
    assert [(i.name, i.target, i.latest) for i in review.indicators] == [
        ("Bins collected on time", "99%", "98%"),
        ("Fly tips cleared in a day", "90%", "93%"),
        ("Homes rated C or above", "70%", "61%"),
    ]
    assert review.actions == ()


def test_of_two_columns_of_actions_the_one_that_says_the_same_on_several_rows_is_the_activity() -> None:
    rows = [
        ("Homes for all", "Buy forty flats", "On track", "Ten were bought."),
        ("Homes for all", "Mend the roofs", "Delayed", "The firm has left."),
        ("Clean air", "Plant a wood", "On track", "Trees are ordered."),
        ("Clean air", "Buy electric vans", "On track", "Two have come."),
    ]
    actions = actions_of(
        table(("Delivery Program action", "Operational Plan action", "Status", "Comment"), *rows)
    )
    assert [(a.activity, a.action) for a in actions] == [row[:2] for row in rows]


@pytest.mark.parametrize("named", ["Must do", "CQC must do", "Requirement", "Recommendation"])
def test_what_inspectors_ask_for_stands_beside_the_action_that_answers_it(named: str) -> None:
    action = only_action(
        table(
            (named, "Action", "Lead", "Due date", "RAG"),
            ("Staff must be trained", "Hold ten courses", "Ann Archer", "31 March 2026", "Green"),
        )
    )
    assert (action.action, action.extra) == ("Hold ten courses", ((named, "Staff must be trained"),))


def test_a_recommendation_beside_its_description_stays_what_is_done() -> None:
    first, _ = actions_of(
        table(
            ("Recommendation", "Description", "Status", "Update"),
            ("Train all staff", "Staff know too little", "On track", "Ten were trained."),
            ("Check the doors", "Doors stand open", "On track", "All were checked."),
        )
    )
    assert (first.action, first.extra) == ("Train all staff", (("Description", "Staff know too little"),))


def test_a_project_beside_its_description_is_what_is_done() -> None:
    """Each row's own project was taken for what its description belongs to."""
    first, second = actions_of(
        table(
            ("Project", "Ward", "Description", "Status", "Update"),
            ("Mill Road bridge", "North", "A new deck and rails", "On track", "Steel is ordered."),
            ("Thornby library", "East", "A roof and a lift", "Delayed", "The lift is late."),
        )
    )
    assert [(a.action, a.activity) for a in (first, second)] == [
        ("Mill Road bridge", ""),
        ("Thornby library", ""),
    ]
    assert dict(first.extra) == {"Ward": "North", "Description": "A new deck and rails"}


def test_a_project_over_several_descriptions_stays_their_activity() -> None:
    first, second = actions_of(
        table(
            ("Project", "Description", "Status", "Update"),
            ("Mill Road bridge", "Lay a new deck", "On track", "Steel is ordered."),
            (ABOVE, "Paint the rails", "Delayed", "Paint is late."),
        )
    )
    assert [(a.activity, a.action) for a in (first, second)] == [
        ("Mill Road bridge", "Lay a new deck"),
        ("Mill Road bridge", "Paint the rails"),
    ]


def test_an_aim_right_of_an_improvement_project_is_not_what_is_done() -> None:
    first, second = actions_of(
        table(
            ("Improvement project", "Aim", "Lead", "Progress", "Status"),
            ("Warm homes at Mill Road", "Bills fall by a tenth", "Ann Archer", "Ten are done.", "On track"),
            ("A shop of tools to lend", "Waste falls by a third", "Bo Bull", "A shop was let.", "On track"),
        )
    )
    assert [a.action for a in (first, second)] == ["Warm homes at Mill Road", "A shop of tools to lend"]


def test_an_outcome_right_of_the_action_is_each_row_s_own_and_no_activity() -> None:
    first, second = actions_of(
        table(
            ("Action", "Lead", "Outcome", "RAG", "Progress"),
            ("Open a library", "Ann Archer", "More people read", "Green", "A site was bought."),
            ("Mend the lamps", "Bo Bull", "Streets feel safe", "Amber", "Half were mended."),
        )
    )
    assert [(a.activity, dict(a.extra)) for a in (first, second)] == [
        ("", {"Outcome": "More people read"}),
        ("", {"Outcome": "Streets feel safe"}),
    ]


def test_a_recommendation_stays_what_is_done_beside_what_is_still_to_be_taken() -> None:
    action = only_action(
        table(
            ("Recommendation", "Update", "Action still to be taken", "Status"),
            ("Train all staff", "Forty were trained by May.", "Train the rest", "On track"),
        )
    )
    assert (action.action, dict(action.extra)) == (
        "Train all staff",
        {"Action still to be taken": "Train the rest"},
    )


def test_a_requirement_that_goes_on_over_a_page_s_end_is_still_what_the_action_is_done_for() -> None:
    heads = ("Ref", "CQC requirement", "Action", "RAG", "Progress")
    rows = [
        (f"MD{k}", f"Keep ward {k} safe", f"Mend the roof of ward {k}", "Late", "Begun.")
        for k in range(1, 12)
    ]
    rest = ("", "at all times", "", "", "The roof waits.")
    found = actions_of(table(heads, *rows), table(heads, rest, page=2))
    assert [a.action for a in found] == [f"Mend the roof of ward {k}" for k in range(1, 12)]


@pytest.mark.parametrize(
    ("heads", "beside"),
    [
        (("Project", "Progress", "Action required", "RAG"), "Action required"),
        (("Activity", "Progress", "Outputs", "RAG"), "Outputs"),
    ],
)
def test_what_is_still_to_come_or_comes_of_it_is_not_the_action_beside_each_row_s_own_project(
    heads: tuple[str, ...], beside: str
) -> None:
    rows = [
        ("Open a library", "Works began.", "Let the contract", "Late"),
        ("Insulate homes", "Forty are done.", "Finish the survey", "On track"),
    ]
    found = actions_of(table(heads, *rows))
    assert [a.action for a in found] == ["Open a library", "Insulate homes"]
    assert [a.activity for a in found] == ["", ""]
    assert [dict(a.extra)[beside] for a in found] == ["Let the contract", "Finish the survey"]


def test_strategies_are_what_is_done_where_no_other_column_has_an_item() -> None:
    rows = (
        ("1A", "Adopt one reading curriculum in all schools", "Ann Lee", "On Track", "Begun."),
        ("1B", "Screen every student three times a year", "Bob Hay", "Late", "Not begun."),
    )
    read = actions_of(table(("#", "Strategy", "Lead", "Status", "Update"), *rows))
    assert [(a.action_number, a.action) for a in read] == [row[:2] for row in rows]


def test_short_rows_beside_pills_that_someone_leads_are_no_key() -> None:
    rows = [
        (
            f"{n}B",
            f"Train volunteers as reading partners {n}",
            "Ann Lee",
            with_text("On Track", shape("pill", GREEN)),
            "Begun.",
        )
        for n in range(1, 4)
    ]
    review = review_of(table(("#", "Strategy", "Lead", "Status", "Update"), *rows))
    assert len(review.actions) == 3
    assert review.legend == ()


def test_a_header_of_two_levels_printed_again_inside_a_table_is_no_row() -> None:
    """Only a header of one row was known again; one of two was an action, and so said no finding."""
    head: list[Sequence[Square]] = [
        ("Action", "Who and when", BESIDE, "Progress", "RAG"),
        (ABOVE, "Lead", "Due", ABOVE, ABOVE),
    ]
    rows = [
        ("Build the creek trail", "Ann Archer", "May 2026", "Half is open.", "Green"),
        ("Close the sidewalk gaps", "Bo Bull", "June 2026", "Four miles are built.", "Amber"),
    ]
    review = review_of(table(*head, rows[0], *head, rows[1], top=300))
    assert [(a.action, a.leads) for a in review.actions] == [(row[0], (row[1],)) for row in rows]
    assert "columns_unsure" not in loud(review)


@pytest.mark.parametrize("upper", ["Strategic action", "Improvement area"])
def test_of_two_columns_of_actions_the_strategic_one_gathers_the_other_where_each_row_has_both(
    upper: str,
) -> None:
    """It was the action, and what is done was in `extra`, without a finding."""
    heads = (upper, "Improvement action", "Lead", "Status", "Progress")
    row = ("Support people into work", "Hold forty fairs", "Ann Archer", "On track", "Ten were held.")
    action = only_action(table(heads, row))
    assert (action.activity, action.action, dict(action.extra)) == (row[0], row[1], {})


def test_of_two_columns_of_actions_the_first_is_done_where_none_gathers_the_other() -> None:
    heads = ("Improvement action", "Milestone", "Lead", "Status", "Progress")
    row = ("Hold forty fairs", "Twenty by June", "Ann Archer", "On track", "Ten were held.")
    assert only_action(table(heads, row)).action == row[0]


@pytest.mark.parametrize(
    ("second", "activity"), [("Ambition", "Help people stay at home"), ("Council priority", "")]
)
def test_of_two_columns_of_priorities_the_second_gathers_the_actions(second: str, activity: str) -> None:
    """`Ambition` beside `Council priority` was nothing that is known, and no action had an activity."""
    heads = ("Council priority", second, "Action", "Lead", "Status")
    rows = [
        ("Priority 1: Safe homes", "Help people stay at home", "Recruit carers", "Ann Archer", "On track"),
        ("Priority 1: Safe homes", "Help people stay at home", "Fit grab rails", "Bo Bull", "On track"),
        ("Priority 1: Safe homes", "Care for parks and rivers", "Plant trees", "Cy Cole", "Delayed"),
    ]
    assert actions_of(table(heads, *rows))[0].activity == activity


def test_a_priority_of_each_action_that_is_high_or_low_is_no_activity() -> None:
    heads = ("Theme", "Priority", "Action", "Lead", "Status")
    rows = [
        ("Homes", "High", "Build", "Ann Archer", "On track"),
        ("Parks", "Low", "Plant", "Bo Bull", "Delayed"),
    ]
    assert [a.activity for a in actions_of(table(heads, *rows))] == ["", ""]
