from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.items.lead_lines import line_by_line, run_together
from normalise.language.people import is_name, leads, standing_alone
from tests.normalise.building import actions_of, only_action, review_of, table


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ann Archer", ("Ann Archer",)),
        ("Ann Archer / Bo Bull", ("Ann Archer", "Bo Bull")),
        ("Ann Archer/Bo Bull", ("Ann Archer", "Bo Bull")),
        ("Ann Archer; Bo Bull", ("Ann Archer", "Bo Bull")),
        ("A/Director of Housing", ("A/Director of Housing",)),
        ("T/Chief Constable / A/Head of Roads", ("T/Chief Constable", "A/Head of Roads")),
        ("Head of Finance/HR", ("Head of Finance/HR",)),
        ("HR/Payroll Manager", ("HR/Payroll Manager",)),
        ("Chief Executive/HR", ("Chief Executive", "HR")),
        ("Head of Parks/NHS", ("Head of Parks", "NHS")),
        ("IT/Head of Parks", ("IT", "Head of Parks")),
        ("Ann Archer\nBo Bull", ("Ann Archer", "Bo Bull")),
        ("Ann Archer, Bo Bull", ("Ann Archer", "Bo Bull")),
        ("Ann Archer, Bo Bull and Cy Carr", ("Ann Archer", "Bo Bull", "Cy Carr")),
        ("Ann Archer & Bo Bull", ("Ann Archer", "Bo Bull")),
        ("Cllr Ann Archer and Dr Bo O’Neill-Bull", ("Cllr Ann Archer", "Dr Bo O’Neill-Bull")),
        ("• Ann Archer\n• Bo Bull", ("Ann Archer", "Bo Bull")),
        ("Head of Housing, Property and Assets", ("Head of Housing, Property and Assets",)),
        ("Director of Children and Families", ("Director of Children and Families",)),
        ("Housing and Communities", ("Housing and Communities",)),
        ("Head of Planning / Ann Archer", ("Head of Planning", "Ann Archer")),
        ("Ann Archer, Head of Planning", ("Ann Archer, Head of Planning",)),
        ("Chief Executive, Office of the Commissioner", ("Chief Executive, Office of the Commissioner",)),
        ("Chief Operating Officer, Head of Estates", ("Chief Operating Officer", "Head of Estates")),
        ("Data Analyst, Group Manager Prevention", ("Data Analyst", "Group Manager Prevention")),
        ("Head of IT, Policy Lead and Town Clerk", ("Head of IT", "Policy Lead", "Town Clerk")),
        ("Policy Lead, Head of Parks and Leisure", ("Policy Lead", "Head of Parks and Leisure")),
        ("Head of Legal, Chief Executive's Office", ("Head of Legal, Chief Executive's Office",)),
        ("Head of Water, Lead and Asbestos", ("Head of Water, Lead and Asbestos",)),
        ("Ann Archer, Head of Planning, Policy Lead", ("Ann Archer, Head of Planning, Policy Lead",)),
        ("Service Manager, Adults", ("Service Manager, Adults",)),
        ("SLB & HTM", ("SLB", "HTM")),
        ("JPW & Govs", ("JPW", "Govs")),
        ("FC (lead), LD", ("FC (lead)", "LD")),
        ("Ann (lead), Parks", ("Ann (lead), Parks",)),
        ("RMc, AO and DK", ("RMc", "AO", "DK")),
        ("HR & OD", ("HR & OD",)),
        ("HR & SLB", ("HR & SLB",)),
        ("Parks & Roads", ("Parks & Roads",)),
        ("Legal and Audit", ("Legal and Audit",)),
        ("Parks Manager & Finance Business Partner", ("Parks Manager", "Finance Business Partner")),
        ("Head of Legal and Head of Parks", ("Head of Legal", "Head of Parks")),
        ("Policy and Parks Officer & Parish Clerk", ("Policy and Parks Officer", "Parish Clerk")),
        ("Active Travel Lead & Marl Council", ("Active Travel Lead", "Marl Council")),
        ("Head of Housing & Planning", ("Head of Housing & Planning",)),
        ("Planning and Building Control Manager", ("Planning and Building Control Manager",)),
        ("Director of Marl and Vale Council", ("Director of Marl and Vale Council",)),
        ("Chair and Vice Chair", ("Chair and Vice Chair",)),
        ("", ()),
        ("-", ()),
    ],
)
def test_leads_are_one_name_each(cell: str, names: tuple[str, ...]) -> None:
    assert leads(cell) == names


def test_a_department_that_leads_is_not_told_a_second_time_as_a_group() -> None:
    review = review_of(
        table(("Action", "Department", "Status", "Update"), ("Buy land", "Legal; Estates", "Late", "Begun."))
    )
    (action,) = review.actions
    assert (action.leads, action.extra) == (("Legal", "Estates"), ())
    assert [e.raw for e in review.evidence if e.subject_id == action.id and e.field == "lead"] == [
        "Legal; Estates"
    ]


def test_a_department_beside_a_lead_is_kept_apart() -> None:
    headings = ("Action", "Department", "Lead", "Status", "Update")
    action = only_action(table(headings, ("Buy land", "Estates", "Ann Archer", "Late", "Begun.")))
    assert (action.leads, action.extra) == (("Ann Archer",), (("group", "Estates"),))


@pytest.mark.parametrize("post", ["Head of Housing", "Planning Manager", "Finance", "Chief Executive", "NHS"])
def test_a_post_is_no_person(post: str) -> None:
    assert not is_name(post)


first, last = (
    st.sampled_from(["Ann", "Bo", "Siân", "Mary-Jane"]),
    st.sampled_from(["Archer", "O'Neill", "van Dyk"]),
)
people = st.builds("{} {}".format, first, last)


@given(st.lists(people, min_size=1, max_size=5), st.sampled_from([" / ", "; ", "\n", "/"]))
def test_people_parted_by_a_sure_sign_come_apart(names: list[str], sign: str) -> None:
    assert leads(sign.join(names)) == tuple(names)


def test_bodies_in_a_list_are_known_by_those_that_stand_alone_elsewhere() -> None:
    alone = standing_alone(
        ["Finance", "Police, Estates", "Estates, Finance", "Parks, Roads and Trees", "Law, Audit"]
    )
    assert [leads(cell, alone) for cell in ("Police, Estates", "Parks, Roads and Trees", "Law, Audit")] == [
        ("Police", "Estates"),
        ("Parks, Roads and Trees",),
        ("Law, Audit",),
    ]


def test_the_leads_of_two_columns_do_not_run_together() -> None:
    headings = ("Action", "Lead", "Lead", "Status", "Progress")
    action = only_action(table(headings, ("Buy land", "Ann Archer", "Bo Bull", "Complete", "Done.")))
    assert action.leads == ("Ann Archer", "Bo Bull")


def test_posts_on_two_lines_that_others_print_alone_are_two_leads() -> None:
    headings = ("Action", "Lead", "Status", "Progress")
    rows = [
        (f"{k}. Plant trees", lead, "Late", "Begun.")
        for k, lead in enumerate(
            ("Chief Nurse", "Director of Estates", "Chief Nurse\nDirector of\nEstates", "Chief\nNurse"), 1
        )
    ]
    seen = table(headings, *rows)
    wrapped = tuple(replace(c, text=" ".join(c.text.split())) for c in seen.cells)
    assert [a.leads for a in actions_of(replace(seen, cells=wrapped))] == [
        ("Chief Nurse",), ("Director of Estates",), ("Chief Nurse", "Director of Estates"), ("Chief Nurse",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("Chief Nurse\nDirector of Estates", ["leads_unsure"]),
        ("Head of Environment\nCounty Ecologist", ["leads_unsure"]),
        ("Head of Libraries\nPrincipal Archivist", ["leads_unsure"]),
        ("Head of Parks Deputy\nHead of Ecology", ["leads_unsure"]),
        ("Senior\nEcologist", []),
        ("Deputy\nDirector of Estates", []),
        ("Senior Assistant Chief\nFire Officer", []),
        ("Deputy Chief\nOperating Officer", []),
        ("Chief Nurse and\nDirector of Estates", []),
        ("Building Control\nManager", []),
    ],
)
def test_two_posts_on_two_lines_that_nothing_tells_apart_are_told(lead: str, codes: list[str]) -> None:
    seen = table(("Action", "Lead", "Status", "Progress"), ("1. Plant trees", lead, "Late", "Begun."))
    wrapped = tuple(replace(c, text=" ".join(c.text.split())) for c in seen.cells)
    review = review_of(replace(seen, cells=wrapped))
    assert [f.code for f in review.findings if f.subject_kind == "action"] == codes
    assert review.actions[0].leads == (" ".join(lead.split()),)


@pytest.mark.parametrize(
    ("lines", "one_each"),
    [
        (["Ann Archer", "Bo Bull"], True),
        (["Ann Archer"], False),
        (["Ann Archer", "Head of"], False),
        (["Ann Archer", "Chief Inspector Bo Bull"], True),
        (["Dr Ann Archer", "Cllr. Bo Bull"], True),
        (["Chief Inspector", "Bo Bull"], False),
        (["Children and", "Families"], False),
        (["Environmental Health", "Community Safety"], False),
        (["Thornby Third", "Sector Interface"], False),
        (["Quality", "Assurance", "Subgroup Chair"], False),
        (["Data Quality", "Working Party"], False),
        (["Marl County", "Library District"], False),
        (["Medical Director", "Chief Nurse"], True),
        (["Director of Adult Care", "Head of Reablement"], True),
        (["Estates Manager", "Head of Parks"], True),
        (["Director of Care and", "Head of Reablement"], False),
        (["Head of Parks Deputy", "Head of Ecology"], False),
        (["Deputy", "Head of Ecology"], False),
        (["Virtual School", "Bo Bull"], True),
        (["Chief Nurse", "Chief People Officer"], True),
        (["Chief Executive", "Office Manager"], False),
    ],
)
def test_two_names_on_two_lines_are_two_leads(lines: list[str], one_each: bool) -> None:
    assert line_by_line(" ".join(lines), lines, ()) == ("\n" if one_each else " ").join(lines)


@pytest.mark.parametrize(
    ("alone", "lead", "codes"),
    [
        ("Early Years Team", "Early Years Team\nOwen Birch", ["leads_unsure"]),
        ("Education and Skills", "Education and Skills\nVoluntary Sector Alliance", ["leads_unsure"]),
        ("Education and Skills", "Voluntary Sector Alliance\nEducation and Skills", ["leads_unsure"]),
        ("Social Care", "Director of Children's\nSocial Care", []),
        ("Housing", "Assistant Director\nHousing", []),
        ("Early Years Team", "Education and\nEarly Years Team", []),
        ("Planning Policy", "Economy\nPlanning Policy", []),
    ],
)
def test_a_body_and_another_lead_on_two_lines_are_told(alone: str, lead: str, codes: list[str]) -> None:
    """`Early Years Team` above `Owen Fairclough` was one lead, in silence."""
    rows = (("1. Plant trees", alone, "Late", "Begun."), ("2. Mow", lead, "Late", "Begun."))
    seen = table(("Action", "Lead", "Status", "Progress"), *rows)
    wrapped = tuple(replace(c, text=" ".join(c.text.split())) for c in seen.cells)
    review = review_of(replace(seen, cells=wrapped))
    assert [f.code for f in review.findings if f.subject_kind == "action"] == codes


@pytest.mark.parametrize(
    ("text", "lines", "people"),
    [
        ("Owen Okafor Carol Singh\nAisha Pritchard", ("Owen Okafor", "Carol Singh", "Aisha Pritchard"), 3),
        ("Quentin Garside Mohammed Greaves", ("Quentin Garside", "Mohammed", "Greaves"), 2),
        ("Group Manager Prevention", ("Group Manager", "Prevention"), 1),
        ("Head of Parks Head of Ecology", ("Head of", "Parks", "Head of", "Ecology"), 2),
    ],
)
def test_names_on_lines_of_their_own_are_one_each_though_one_needs_two(
    text: str, lines: tuple[str, ...], people: int
) -> None:
    read = leads(line_by_line(text, lines, ()))
    assert len(read) == people
    assert " ".join(read) == " ".join(lines)


def test_a_line_s_end_inside_a_name_of_a_list_with_strokes_parts_nobody() -> None:
    assert leads("Declan\nDunmore / Priya\nLomax") == ("Declan Dunmore", "Priya Lomax")
    assert leads("Ann Lee / Bo Ray\nCy Moss") == ("Ann Lee", "Bo Ray", "Cy Moss")
    assert leads("Finance / Legal Services\nIT") == ("Finance", "Legal Services", "IT")


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("Finance, Nurse Director", True),
        ("Nurse Director, Finance", True),
        ("Assistant Director, Housing", False),
        ("Detective Superintendent, Public Protection", False),
        ("Head of Housing, Property and Assets", False),
        ("Director, Place", False),
        ("Housing, Property and Assets", False),
        ("Ann Archer, Head of Estates", False),
        ("Ann Archer, Climate Change Manager", False),
        ("Public Health, Citizens Advice", True),
        ("Adult Social Care, Health and Housing", False),
    ],
)
def test_a_body_and_another_s_post_with_a_comma_between_are_told(lead: str, told: bool) -> None:
    review = review_of(
        table(("Action", "Lead", "Status", "Progress"), ("1. Plant trees", lead, "Late", "Begun."))
    )
    assert ("leads_unsure" in [f.code for f in review.findings]) == told


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        (["Countryside Officer", "Parish Liaison Officer"], True),
        (["Head of Housing", "Options Manager"], False),
        (["Assistant Director", "Housing Manager"], False),
    ],
)
def test_two_posts_that_are_whole_by_their_last_words_are_two(lines: list[str], parted: bool) -> None:
    assert line_by_line(" ".join(lines), lines, ()) == ("\n" if parted else " ").join(lines)


@pytest.mark.parametrize(
    ("lines", "alone", "parted"),
    [
        (["Head of Parks", "Finance Business Partner"], "Head of Parks", True),
        (["Director of Nursing", "Director of Estates"], "Director of Estates", True),
        (["Chief Finance Officer", "Director of Estates"], "Chief Finance Officer", True),
        (["Head of Parks", "Finance Business Partner"], "Head of Roads", False),
        (["Chief Executive", "Support Officer"], "Chief Executive", False),
        (["Assistant Director", "Housing Manager"], "Housing Manager", False),
    ],
)
def test_two_posts_of_which_others_print_one_alone_are_two(
    lines: list[str], alone: str, parted: bool
) -> None:
    """In some rows of a column they were two leads, in others one of both."""
    assert line_by_line(" ".join(lines), lines, (alone,)) == ("\n" if parted else " ").join(lines)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Joanne", "Kendrick", "Rachel", "Dunmore"], True),
        (["Joanne", "Kendrick"], False),
        (["Head", "of", "Housing", "Needs"], False),
    ],
)
def test_names_of_which_each_word_has_a_line_are_told(lines: list[str], told: bool) -> None:
    lead = " ".join(lines)
    assert (run_together(lines, (lead,), ()) == lead) is told


def test_a_post_with_its_field_in_brackets_is_whole_at_its_line_s_end() -> None:
    lines = ["Detective Inspector (Roads)", "Parking Operations Manager"]
    assert line_by_line(" ".join(lines), lines, ()) == "\n".join(lines)


@pytest.mark.parametrize("below", ["Residents Forum", "Principal Educational Psychologist"])
def test_a_body_or_a_post_below_the_head_of_something_may_be_another_lead(below: str) -> None:
    lines = ["Head of Parks", below]
    together = " ".join(lines)
    assert run_together(lines, leads(together), ()) == together


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police, Community Services", ("Police", "Community Services")),
        ("ICB, Council, Police", ("ICB", "Council", "Police")),
        ("Police, Fire and Crime Commissioner", ("Police, Fire and Crime Commissioner",)),
        ("Housing, Property", ("Housing, Property",)),
    ],
)
def test_a_body_of_one_word_in_a_list_parts_it(text: str, names: tuple[str, ...]) -> None:
    assert leads(text) == names


def test_names_with_their_posts_in_brackets_are_two() -> None:
    assert leads("Ann Archer (Head of Parks, Trees and Paths) and Bo Bull (Head of Roads)") == (
        "Ann Archer (Head of Parks, Trees and Paths)",
        "Bo Bull (Head of Roads)",
    )


def test_a_portfolio_holder_is_no_second_person() -> None:
    assert leads("Cllr A Archer, Portfolio Holder") == ("Cllr A Archer, Portfolio Holder",)


def test_a_comma_inside_the_brackets_behind_a_name_parts_nothing() -> None:
    row = ("Open a library", "Ann Archer (Assistant Director, Communities)", "Complete", "Done.")
    review = review_of(table(("Action", "Lead", "Status", "Progress"), row))
    assert not [f for f in review.findings if f.code == "leads_unsure"]


@pytest.mark.parametrize(
    ("head", "led"), [("Partner agencies", ()), ("Key partners", ()), ("Lead partner", ("NHS",))]
)
def test_partners_lead_nothing_unless_their_heading_says_so(head: str, led: tuple[str, ...]) -> None:
    action = only_action(
        table(("Action", head, "Status", "Progress"), ("Open a library", "NHS", "Complete", "Done."))
    )
    assert action.leads == led
    assert dict(action.extra).get("group") == (None if led else "NHS")
