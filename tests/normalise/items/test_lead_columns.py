from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.items.lead_columns import Column, column, in_two_languages, leads, may_be_one, names_two
from tests.normalise.building import review_of, table


def read(heading: str, *cells: str) -> list[tuple[str, ...] | None]:
    printed = [cell.split("\n") for cell in cells]
    shape = column(heading, printed)
    return [leads(lines, shape) for lines in printed]


def test_a_name_above_its_post_in_every_cell_is_one_lead() -> None:
    """Of one column some cells were read as one lead and others as two."""
    cells = (
        "Ade Coker\nHead of Assets",
        "Joanna Sitwell\nDevelopment\nDirector",
        "Imelda\nRourke\nCompany Secretary",
    )
    assert read("Owner", *cells) == [(" ".join(cell.split()),) for cell in cells]


def test_a_post_above_its_holder_s_name_is_one_lead() -> None:
    cells = ("Head of Assets\nAde Coker", "Development\nDirector\nJoanna Sitwell", "Head of\nHomes\nBo Bull")
    assert read("Owner", *cells) == [(" ".join(cell.split()),) for cell in cells]


def test_two_names_with_their_posts_in_one_cell_are_two_leads() -> None:
    cells = ("Ade Coker\nHead of Assets", "Bo Bull\nHead of\nHomes\nCy Carr\nHead of Roads")
    assert read("Owner", *cells) == [
        ("Ade Coker Head of Assets",),
        ("Bo Bull Head of Homes", "Cy Carr Head of Roads"),
    ]


def test_a_post_no_list_knows_is_the_name_s_where_all_others_print_theirs() -> None:
    cells = (
        "Ade Coker\nHead of Assets",
        "Bo Bull\nHead of Homes",
        "Di Dunn\nDigital Lead",
        "Cy Carr\nParish Ranger and Warden",
        "Vacant",
    )
    assert read("Owner", *cells)[3:] == [("Cy Carr Parish Ranger and Warden",), None]


def test_names_and_posts_that_stand_alone_elsewhere_are_no_column_of_names_with_posts() -> None:
    cells = (
        "Ann Lee",
        "Head of Parks",
        "Bo Bull",
        "Head of Roads",
        "Ann Lee\nHead of Parks",
        "Bo Bull\nHead of Roads",
    )
    assert column("Lead", [cell.split("\n") for cell in cells]).posted is False


@pytest.mark.parametrize(
    ("heading", "two"),
    [
        ("Cabinet Member / Lead Officer", True),
        ("Portfolio Holder and Director", True),
        ("Lead Officer/Portfolio Holder", True),
        ("Governor & SLT lead", True),
        ("Lead Officer", False),
        ("Lead / Owner", False),
        ("Swyddog arweiniol / Lead officer", False),
        ("Cabinet Member", False),
        ("Aelod Cabinet / Cabinet Member", False),
    ],
)
def test_a_heading_of_a_member_and_an_officer_names_two(heading: str, two: bool) -> None:
    assert names_two(heading) is two


def test_a_member_above_an_officer_s_post_are_two_leads() -> None:
    """`Cabinet Member / Lead Officer` had one lead, `Cllr Delyth Bevan Chief Constable`."""
    cells = (
        "Delyth Bevan\nChief Constable",
        "Ron Hatcher\nHead of\nHealth",
        "Cabinet Member for\nHomes\nHousing Manager",
        "Cllr Ann Archer\nBo Bull\nHead of Parks",
    )
    assert read("Cabinet Member / Lead Officer", *cells) == [
        ("Delyth Bevan", "Chief Constable"),
        ("Ron Hatcher", "Head of Health"),
        ("Cabinet Member for Homes", "Housing Manager"),
        ("Cllr Ann Archer", "Bo Bull Head of Parks"),
    ]


def test_a_councillor_holds_no_officer_s_post() -> None:
    cells = (
        "Cllr Delyth Bevan\nHead of Parks",
        "Cllr Ron Hatcher\nLeader of the Council",
        "Cllr Bo Bull\nCabinet Member for Homes",
    )
    assert read("Lead", *cells) == [
        ("Cllr Delyth Bevan", "Head of Parks"),
        ("Cllr Ron Hatcher Leader of the Council",),
        ("Cllr Bo Bull Cabinet Member for Homes",),
    ]


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        (["Pennaeth Addysg", "Head of Education"], True),
        (["Swyddog y", "Gymraeg", "Welsh Language", "Officer"], True),
        (["Pennaeth Tai / Head of Housing"], True),
        (["Dirprwy Bennaeth", "Deputy Headteacher"], True),
        (["Pennaeth Addysg", "Housing Manager"], False),
        (["Head of Education", "Housing Manager"], False),
        (["Pennaeth Tai", "Rheolwr Hamdden", "Head of Housing", "Leisure Manager"], False),
        (["Pennaeth Addysg"], False),
    ],
)
def test_a_post_in_welsh_and_in_english_is_one(lines: list[str], one: bool) -> None:
    assert in_two_languages(lines) == (" ".join(lines) if one else None)


@pytest.mark.parametrize(
    ("cell", "doubted"),
    [
        ("Ann Lee\nHead of Parks", True),
        ("Building Control\nManager", False),
        ("Active Travel\nManager (Lowri Penhale)", False),
        ("Ann Lee,\nHead of Parks", False),
        ("Ann\nLee", False),
    ],
)
def test_one_name_above_a_post_that_nothing_explains_is_told(cell: str, doubted: bool) -> None:
    assert may_be_one(cell.split("\n"), Column()) is doubted


def test_names_above_posts_raise_no_alarm_and_two_names_among_them_do() -> None:
    names = (
        "Ade Coker\nHead of Assets",
        "Bo Bull\nHead of Homes",
        "Cy Carr\nDigital Lead",
        "Di Dunn\nEve Eames",
    )
    rows = [(f"{k}. Plant trees", name, "Late", "Begun.") for k, name in enumerate(names, 1)]
    seen = table(("Action", "Owner", "Status", "Progress"), *rows)
    half = tuple(replace(c, text=" ".join(c.text.split())) if c.row % 2 else c for c in seen.cells)
    review = review_of(replace(seen, cells=half))
    assert [len(a.leads) for a in review.actions] == [1, 1, 1, 2]
    assert [f.subject_id for f in review.findings if f.code == "leads_unsure"] == ["a004"]


def test_the_names_and_posts_of_two_columns_are_no_pairs_of_one() -> None:
    rows = [
        ("1. Plant trees", "Ann Archer", "Head of Parks", "Late"),
        ("2. Mow", "Bo Bull", "Head of Roads", "Late"),
    ]
    review = review_of(table(("Action", "Lead", "Lead", "Status"), *rows))
    assert [a.leads for a in review.actions] == [
        ("Ann Archer", "Head of Parks"),
        ("Bo Bull", "Head of Roads"),
    ]
