from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language.phrases import opening, status_of
from normalise.language.vocabulary import colour_word, role_of
from normalise.review import STATUSES

FLOOR = Path(__file__).parents[3] / "normalise" / "data"
HEADINGS = tomllib.loads((FLOOR / "headings.toml").read_text(encoding="utf-8"))
WORDS = tomllib.loads((FLOOR / "statuses.toml").read_text(encoding="utf-8"))
SYNONYMS = [(role, synonym) for role, synonyms in HEADINGS["roles"].items() for synonym in synonyms]

#: headings named in the project's field notes, by the role that each gives its column
PRINTED = {
    "activity": ["Key Activities", "Objective", "Commitment", "Programme/Project Title"],
    "action": ["Action", "Actions", "Key Actions", "Milestone", "Task", "Deliverable", "Requirement"],
    "ref": ["Ref", "Reference", "No.", "#", "KPI #", "№"],
    "lead": ["Lead", "Lead Officer", "Responsible Officer", "Owner", "Director Lead", "Led by", "Point of Contact"],
    "group": ["Portfolio Holder", "Directorate", "Lead Dept.", "Section Responsible", "Lead Office",
              "Responsible Program", "Lead Programme", "Responsible Entity", "Program Area", "Function"],
    "due_date": ["Due Date", "Target date", "End Date", "Timescale", "Deadline"],
    "start_date": ["Start Date"],
    "status": [
        "RAG", "RAG Rating", "BRAG", "Status", "RAG status", "Task Status", "Activity Status", "Health",
    ],
    "progress": [
        "Progress to Date", "Comment", "Commentary", "Update", "Progress / Evidence", "Management action",
        "What's happening", "What’s happening",
    ],
    "latest": ["Latest", "Outturn", "Value", "Actual", "This quarter", "This period", "This half-year"],
    "previous": ["Previous", "Last quarter", "Last period", "Last half-year"],
    "target": ["Target", "Standard to be met"],
    "national": ["National"],
    "statistical_neighbours": ["Statistical Neighbours"],
    "q1": ["Q1 2023/24", "Quarter 1"],
    "complete": ["% Complete", "% Completion", "% Compl.", "% Done"],
    "baseline": ["Baseline"],
    "floor": ["Floor"],
    "direction": ["Trend", "DoT", "Direction of Travel", "Short Trend", "Long Trend"],
    "good_is": ["Good is", "Good to be", "Polarity", "Aim to"],
    "indicator": ["Indicator", "Measure", "Performance Indicator", "KPI", "Statutory indicator", "Quality measure"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, headings in PRINTED.items() for heading in headings]
)
def test_headings_that_councils_print_are_known(heading: str, role: str) -> None:
    assert role_of(heading) == role
    assert role_of(heading.upper() + ":") == role


@pytest.mark.parametrize(("role", "synonym"), SYNONYMS)
def test_every_synonym_has_the_role_that_it_stands_under(role: str, synonym: str) -> None:
    assert role_of(synonym) == role


def test_no_heading_stands_under_two_roles() -> None:
    listed = [synonym for _, synonym in SYNONYMS]
    assert sorted({s for s in listed if len([1 for _, t in SYNONYMS if t == s]) > 1}) == []


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("Target date", "target"),
        ("Target completion date", "target"),
        ("Previous RAG", "status"),
        ("Last quarter RAG", "status"),
        ("Last quarter", "latest"),
        ("Progress status", "progress"),
        ("Impact", "status"),
        ("Likelihood", "status"),
        ("Interaction", "action"),
        ("Planet", "plan"),
        ("Trending topics", "direction"),
        ("Performance target", "latest"),
        ("Previous year's target", "previous"),
        ("Q2 Target", "q2"),
        ("Actual spend", "latest"),
        ("Value for money", "latest"),
        ("Risk owner", "lead"),
        ("Lead time (days)", "lead"),
        ("Update frequency", "progress"),
        ("Action plan reference", "action"),
        ("Project cost", "activity"),
        ("Target group", "target"),
    ],
)
def test_a_near_miss_is_no_match(heading: str, wrong: str) -> None:
    assert role_of(heading) != wrong


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Key Activites", "activity"), ("Responsable Officer", "lead"), ("Progress to Date:", "progress")],
)
def test_a_misspelt_heading_is_known(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize("heading", ["", "  ", "1", "Budget", "Cost (£000)", "Ward", "Page"])
def test_a_heading_that_nobody_listed_has_no_role(heading: str) -> None:
    assert role_of(heading) is None


#: status words named in the project's field notes
STATUS_WORDS = {
    "completed": ["Completed", "Completed Successfully", "Achieved", "Done", "Delivered", "Accomplished", "Met"],
    "on_schedule": [
        "On Track", "Progressing to Plan", "In Progress", "Good progress", "Target met", "Under Control",
    ],
    "behind_schedule": [
        "Some Problems", "Needs Attention", "Behind Schedule", "Satisfactory progress",
        "Target slightly missed", "Some concern", "Slightly Off Track", "Nearly achieved", "Almost met",
    ],
    "off_track": [
        "Will miss its target",
        "Failed", "Limited progress", "Target not achieved", "Serious concern", "Off Track", "Not achieved",
    ],
    "paused": ["On Hold", "Postponed or Delayed"],
    "not_started": ["Not Started", "Pending", "Not yet started", "Not due"],
    "no_information": ["No information", "No update received"],
    "cancelled": ["Cancelled", "No longer required"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status"), [(words, status) for status, listed in STATUS_WORDS.items() for words in listed]
)
def test_status_words_that_councils_print_are_known(words: str, status: str) -> None:
    assert status_of(words) == status
    assert status_of(f"{words.upper()}.") == status


@pytest.mark.parametrize(
    "words",
    ["Not on track", "Not on schedule", "Not on target", "Not completed", "Not achieved", "Not met",
     "Not delivered", "Off track", "Incomplete", "Not started", "Never completed", "Not progressing"],
)  # fmt: skip
def test_a_negation_is_never_the_status_that_it_denies(words: str) -> None:
    assert status_of(words) not in ("completed", "on_schedule")
    said = opening(words)
    assert said.reserved or said.status not in ("completed", "on_schedule")


@pytest.mark.parametrize("word", [*WORDS["colours"]["words"], "Amber/Green", "Amber/Red", "R", "A", "G"])
def test_a_colour_is_no_status_until_a_legend_says_so(word: str) -> None:
    assert status_of(word) is None


@pytest.mark.parametrize(
    ("definition", "status"),
    [
        ("Action has been completed and is embedded", "completed"),
        ("Action is on track and will be completed on time", "on_schedule"),
        ("Action is behind schedule but recoverable", "behind_schedule"),
        ("Action has not been achieved", "off_track"),
        ("Significant delay to delivery", "off_track"),
        ("Some delay to delivery", "behind_schedule"),
        ("Work has not yet started", "not_started"),
        ("On track but with delays", "behind_schedule"),
        ("Significant delays to delivery", "off_track"),
        ("No information received from the lead", "no_information"),
        ("Project has been put on hold", "paused"),
        ("The borough has four wards", None),
    ],
)
def test_a_definition_says_its_status_in_its_first_words(definition: str, status: str | None) -> None:
    said = opening(definition)
    assert (None if said.reserved else said.status) == status


@pytest.mark.parametrize("kind", ["whole", "opening"])
def test_every_listed_status_is_one_of_ours(kind: str) -> None:
    assert {group["status"] for group in WORDS[kind]} <= set(STATUSES)


@pytest.mark.parametrize(
    ("text", "colour"),
    [("G", "green"), ("g", "green"), ("Green", "green"), ("AMBER", "amber"), ("B", "blue"), ("Gwyrdd", "gwyrdd"),
     ("Ga", None), ("Greenfield", None), ("On track", None), ("", None)],
)  # fmt: skip
def test_letters_and_words_of_colours(text: str, colour: str | None) -> None:
    assert colour_word(text) == colour


#: headings of other publishers by the role that each gives; None where it is left to `extra` on purpose
SEEN_ELSEWHERE = {
    "ref": ["KPI Ref", "PI Code", "Recommendation number", "Cyfeirnod"],
    "priority": ["Priority area", "Focus area", "Strategic direction", "Well-being objective", "Amcan Llesiant"],
    "activity": ["Strategic goal", "Corporate objective", "Scheme", "Prosiect"],
    "action": ["Must do", "Agreed action", "What we said we would do", "What", "Carreg filltir", "Camau", "Cam\nStep"],
    "lead": [
        "Project manager", "Senior Responsible Owner", "SRO", "SLT lead", "Exec Sponsor", "Swyddog Cyfrifol",
        "Swyddog Arweiniol\nLead Officer",
    ],
    "group": ["Lead Department", "Lead Agency", "Business unit", "Lead Member", "Aelod Cabinet"],
    "progress": ["Comments / Actions", "Progress update and next steps", "Q3 Commentary", "Cynnydd hyd yma"],
    "status": [
        "Status Icon", "Traffic Light", "R/A/G", "On Target?", "Project status", "Milestone RAG", "Deadline status",
        "Status this month", "Statws CAG", "Statws presennol",
    ],
    "previous_status": ["Previous BRAG", "RAG rating last quarter", "Status last month", "Previous quarter RAG"],
    "due_date": ["Complete by", "Anticipated completion date", "Planned end", "Erbyn pryd", "Amserlen"],
    "revised_date": ["Revised deadline", "New date", "Revised completion date"],
    "original_date": ["Original due date", "Original deadline"],
    "completed_date": ["Date completed", "Actual completion date"],
    "complete": ["Completion %", "Percentage completed"],
    "indicator": ["Measure of success", "Level of service", "Key Result", "Mesur perfformiad"],
    "national": ["England average", "All Wales", "Cyfartaledd Cymru"],
    "statistical_neighbours": ["CIPFA nearest neighbours", "Most similar group"],
    "benchmark": ["Benchmark", "Regional average"],
    "target": ["2023/24 Target", "FY24 Target", "Q2 Target", "National Standard", "Targed blynyddol"],
    "latest": ["YTD Actual", "This Qtr", "Canlyniad", "Gwerth"],
    "previous": ["Prev. Qtr", "Prior Year", "Same quarter last year", "Blaenorol"],
    "baseline": ["Gwaelodlin"],
    "good_is": ["Higher or lower is better", "Bigger or smaller is better", "Preferred direction"],
    "direction": ["Trend since last quarter", "Performance trend", "Cyfeiriad teithio"],
    "q1": ["Q1", "Qtr 1", "RAG Q1", "Chwarter 1"],
    "year": ["2022/23 Actual", "FY24 Actual", "FY 2023-24"],
    None: [
        "Performance tracker and target date", "Next steps", "Risks and issues", "Success criteria", "Resources",
        "Cost", "Assurance", "Forecast", "Variance", "Quartile", "Data source", "Numerator", "Current stage",
        "Evidence required", "Impact", "How", "Stretch target",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, listed in SEEN_ELSEWHERE.items() for heading in listed]
)
def test_headings_of_other_publishers_are_known_or_left_on_purpose(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


#: headings whose noun tells what the column holds, whatever stands around it
BY_THEIR_NOUN = {
    "progress": [
        "Quarter 2 2025/26 Officer comment",
        "Progress in the reporting period", "Progress this period", "Progress since last quarter", "Officer update",
        "Commentary on performance", "Year to date comment", "Service comment", "Delivery update",
        "Lead officer update", "Update for Committee", "Board update", "Comments to Members", "Director's comment",
        "Manager comments", "Progress made since last report", "Work done since the last meeting",
    ],
    "status": ["Status of project", "October RAG", "Oct 24 RAG", "Status of action item"],
    "previous_status": ["Last report RAG", "RAG at last meeting"],
    "lead": ["Strategic lead", "KPI owner", "SMT lead", "Named officer"],
    "due_date": ["Agreed implementation date", "Delivery timescale", "Target (date)", "Deadline for completion"],
    "revised_date": ["Revised implementation date", "Forecast end date", "Due date (revised)", "Extended deadline",
        "Deadline – revised"],
    "original_date": ["Original implementation date", "Initial target date", "Due date (original)",
        "Date original", "Dates (original)"],
    "completed_date": ["Actual finish date", "Completion date (actual)"],
    "complete": ["Progress (%)"],
    "action": ["Action items", "Action Step(s)", "Major initiatives", "Proposed actions"],
    "direction": ["DoT since last quarter", "Performance movement"],
    "target": ["KPI target", "Lifetime target", "Programme target", "Overall target", "End target"],
    "statistical_neighbours": ["Most similar forces", "MSF average"],
    None: [
        "Update last quarter", "Previous progress", "Next quarter actions", "Next steps / Actions", "Projected status",
        "Forecast RAG", "Last updated", "Date of update", "Risk update", "Budget comments", "Number of actions",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, listed in BY_THEIR_NOUN.items() for heading in listed]
)
def test_the_noun_of_a_heading_tells_what_its_column_holds(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize("rating", ["RAG", "BRAG", "Status", "RAG rating"])
@pytest.mark.parametrize("time", ["report", "period", "month", "quarter", "update", "meeting", "time"])
@pytest.mark.parametrize(
    ("which", "role"),
    [
        ("this", "status"),
        ("current", "status"),
        ("last", "previous_status"),
        ("previous", "previous_status"),
    ],
)
def test_a_rating_this_report_and_one_last_report_are_two_statuses(
    rating: str, time: str, which: str, role: str
) -> None:
    printed = (f"{rating} {which} {time}", f"{which} {time} {rating}", f"{rating} ({which} {time})")
    assert [role_of(heading) for heading in printed] == [role] * 3


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Status update", "progress"),
        ("Status report", "progress"),
        ("Change since last report", "direction"),
        ("Update this period", "progress"),
        ("RAG next period", None),
    ],
)
def test_a_time_alone_makes_no_rating(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


#: words of other publishers; None where they name no status of ours on purpose
SAID_ELSEWHERE = {
    "completed": [
        "Completed late", "Completed behind schedule", "Completed but late", "100% complete", "Milestone achieved",
        "Achieved in full", "Finalised", "Wedi'i gwblhau", "Cyflawnwyd",
    ],
    "on_schedule": [
        "On track to be completed", "On track for completion", "Back on track", "Ahead of schedule", "Steady progress",
        "Significant progress", "Action ongoing", "Ar y trywydd iawn", "Yn mynd rhagddo", "Ar amser",
    ],
    "behind_schedule": [
        "Partially complete", "Partly delivered", "Achieved in part", "Progressing slowly", "Fallen behind",
        "Slight delay", "Overdue", "Mewn perygl", "Ar ei hôl hi",
    ],
    "off_track": [
        "No longer on track", "Severely delayed", "Insufficient progress", "Nid ar y trywydd", "Heb ei gyflawni",
        "Ddim ar y trywydd iawn", "Wedi methu", "Targed heb ei gyrraedd",
    ],
    "not_started": ["Not due yet", "Not yet started", "Awaiting start", "Heb ddechrau", "Heb gychwyn"],
    "paused": ["Put on hold", "Progress Paused", "Wedi'i ohirio"],
    "cancelled": ["Ceased", "Not being taken forward", "Wedi'i ganslo"],
    "no_information": ["Update awaited", "Dim gwybodaeth"],
    None: [
        "No longer at risk", "Not at risk", "No longer behind schedule", "Not delayed", "Not cancelled",
        "Nearly complete", "Almost complete", "Not complete", "Not completed", "Incomplete", "50% complete", "100%",
        "To be completed", "Due for completion", "Will be completed", "Not yet complete", "Not fully delivered",
        "Mostly on track", "Almost on track", "On track (some delay)", "Complete/On Track", "On track / off track",
        "Stalled", "Open", "Merged", "Carried forward", "Monitor", "N/A", "-", "1", "3 of 4", "Q2", "2024",
        "Improving", "No change", "Progress", "Some progress", "Good", "Limited", "Amber/Green", "BRAG",
        "Bron wedi'i gwblhau", "Heb ei gwblhau",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status"), [(words, status) for status, listed in SAID_ELSEWHERE.items() for words in listed]
)
def test_words_of_other_publishers_are_known_or_left_on_purpose(words: str, status: str | None) -> None:
    assert status_of(words) == status
    assert status_of(words.upper()) == status


@pytest.mark.parametrize(
    ("definition", "status"),
    [
        ("Significant progress has been made", None),
        ("Some activities have been reported", None),
        ("Progressing slowly", "behind_schedule"),
        ("Achieved in part", "behind_schedule"),
        ("There are some minor delays", "behind_schedule"),
    ],
)
def test_a_definition_that_opens_with_an_amount_is_judged_by_what_there_is_of_it(
    definition: str, status: str | None
) -> None:
    said = opening(definition)
    assert (None if said.reserved else said.status) == status


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("On track (last quarter: off track)", "on_schedule"),
        ("Off track (previously on track)", "off_track"),
        ("On track (on target)", "on_schedule"),
        ("On track (off track)", None),
        ("Completed (late)", "completed"),
    ],
)
def test_brackets_deny_what_stands_before_them_unless_they_speak_of_the_past(
    phrase: str, status: str | None
) -> None:
    assert status_of(phrase) == status


phrases = [words for listed in STATUS_WORDS.values() for words in listed]


@given(st.sampled_from(phrases), st.sampled_from(["", " ", "  ", "."]), st.booleans())
def test_case_blanks_and_a_full_stop_change_nothing(words: str, end: str, upper: bool) -> None:
    printed = "  ".join(words.upper() if upper else words.lower() for words in words.split(" ")) + end
    assert status_of(printed) == status_of(words)


@given(st.text(max_size=40))
def test_any_text_is_taken_without_an_error(text: str) -> None:
    assert role_of(text) is None or role_of(text) in {*HEADINGS["roles"], "q1", "q2", "q3", "q4", "year"}
    assert status_of(text) is None or status_of(text) in STATUSES


@pytest.mark.parametrize(
    ("definition", "status"),
    [
        ("Target has been achieved", "on_schedule"),
        ("Floor Standard* achieved but Target has not been met", "behind_schedule"),
        ("Floor Standard* has not been achieved", "off_track"),
    ],
)
def test_a_key_of_target_and_floor_is_understood(definition: str, status: str) -> None:
    assert status_of(definition) == status


@pytest.mark.parametrize("kind", ["whole", "opening"])
def test_no_pattern_of_a_status_has_a_group_of_its_own_by_which_another_status_would_be_told(
    kind: str,
) -> None:
    patterns = [pattern for entry in WORDS[kind] for pattern in entry["patterns"]]
    assert patterns
    assert [pattern for pattern in patterns if re.compile(pattern).groups] == []


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("What we will deliver", "action"),
        ("CRMP commitment", "activity"),
        ("CRMP action", "action"),
        ("Corporate Plan commitment", "activity"),
        ("Activity to be delivered", "activity"),
        ("Planned work", "action"),
        ("Steps we will take", "action"),
        ("Activities that we are delivering", "activity"),
        ("Measures we will take", "action"),
        ("Our deliverables", "action"),
        ("Progress in quarter and mitigation", "progress"),
        ("Progress, risks and mitigation", "progress"),
        ("Latest position and risks", "progress"),
        ("COMP DATE", "due_date"),
        ("To date", "latest"),
        ("Gu ruige seo / To date", "latest"),
        ("Q1-Q3 2025/26", "latest"),
    ],
)
def test_a_known_heading_in_other_company_keeps_its_role(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    "heading",
    ["ID Action", "Risks and mitigation", "Progress and lead", "Q1-Q3 commentary", "Next steps we will take"],
)
def test_a_heading_of_other_words_is_not_taken_for_a_known_one(heading: str) -> None:
    assert role_of(heading) not in ("action", "latest") and (
        heading[0] == "Q" or role_of(heading) != "progress"
    )


@pytest.mark.parametrize("heading", ["Lead in the OPCC", "Responsible officer at the Trust"])
def test_a_lead_is_one_wherever_it_sits(heading: str) -> None:
    assert role_of(heading) == "lead"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Unit in charge", "group"),
        ("DG in charge", "group"),
        ("Person in charge", "lead"),
        ("Who is in charge?", "lead"),
        ("Lead ministry", "group"),
        ("Focal point", "lead"),
        ("Designated officer", "lead"),
        ("Policy lead", "lead"),
        ("To be implemented by", "lead"),
        ("When will this be completed?", "due_date"),
        ("Indicative timescale", "due_date"),
        ("Needed by", "due_date"),
        # the counter-cases: what such a one writes, and what may be told in sentences as well
        ("Coordinator comments", "progress"),
        ("Case officer update", "progress"),
        ("Planned delivery", None),
        ("Actors", None),
        ("Charge", None),
        ("Policy update", None),
    ],
)
def test_who_is_in_charge_and_up_to_when(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Performance at Q4 (latest)", "latest"),
        ("Performance at Q2 (previous)", "previous"),
        ("Q2 (previous)", "previous"),
        ("Target (latest)", "target"),
        ("Lead (previous)", "lead"),
        ("Q2 (n/a)", "q2"),
    ],
)
def test_brackets_say_which_of_two_figures_a_heading_heads(heading: str, role: str) -> None:
    """The later quarter stands at the left: the figures changed places, in silence."""
    assert role_of(heading) == role
