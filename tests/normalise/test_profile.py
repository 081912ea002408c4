"""A publisher's profile: its form, what it outranks, what outranks it, and the draft of one."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise import Given, Profiles, Review, understand
from normalise.language.phrases import status_of
from normalise.language.vocabulary import role_of
from normalise.profile import Profile, ProfileError, speaking
from normalise.profile_draft import draft
from normalise.profile_form import parse
from parsers.block import Block
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    INDICATORS,
    RED,
    Shown,
    Square,
    document,
    filled,
    glyph,
    heading,
    loud,
    picture,
    shape,
    table,
)

PUBLISHER = 'publisher = "Marlshire County Council"\naliases = ["Marlshire"]\n'
STAR, DISC = shape("star", BLUE), shape("disc", GREEN)
KEY = table([STAR, "Completed"], [DISC, "On schedule"], [shape("disc", RED), "Off track"], top=60)


def told(text: str, *blocks: Block, given: Given = Given()) -> Review:
    """The review of these blocks by a profile of this text."""
    return understand(document(*blocks), given, Profiles(parse(text, "marlshire.toml")))


def rows(*signs: Shown | str) -> Block:
    return table(
        ACTIONS, *([f"{n}. Do {n}", "Ann Archer", "Goes on", s] for n, s in enumerate(signs, 1)), top=300
    )


@pytest.mark.parametrize(
    ("entry", "sign"),
    [
        ("blue star", STAR),
        ("Blue  Star", STAR),
        ("blue", STAR),
        ("star", STAR),
        ("blue", filled(BLUE)),
        ("blue cell", filled(BLUE)),
        ("B", filled(BLUE)),
        ("blue", "B"),
        ("B", "Blue"),
        ("Bananas", "Bananas!"),
        ("picture #0850c9", picture("sun")),
    ],
)
def test_a_sign_that_nobody_explains_means_what_the_profile_says(entry: str, sign: Shown | str) -> None:
    (action,) = told(f'[statuses]\n"{entry}" = "completed"', rows(sign)).actions
    assert (action.status, action.status_basis) == ("completed", "profile")


def test_two_pictures_of_one_look_are_told_apart_by_their_digest() -> None:
    plain = document(rows(picture("sun"), picture("moon")))
    sun, moon = _open(draft(plain, "a.pdf", Given(), Profiles()))
    text = f'[statuses]\n"{sun}" = "completed"\n"{moon}" = "off_track"'
    assert [a.status for a in told(text, rows(picture("sun"), picture("moon"))).actions] == [
        "completed",
        "off_track",
    ]


def test_the_legend_outranks_the_profile_and_the_contradiction_is_a_finding() -> None:
    review = told('[statuses]\n"blue star" = "off_track"', KEY, rows(STAR, DISC))
    assert [a.status for a in review.actions] == ["completed", "on_schedule"]
    assert {a.status_basis for a in review.actions} == {"legend"}
    assert loud(review) == ["profile_contradicts_legend"]


def test_a_profile_that_agrees_with_the_legend_is_no_finding() -> None:
    review = told('[statuses]\n"blue star" = "completed"\ngreen = "on_schedule"', KEY, rows(STAR, DISC))
    assert loud(review) == []


def test_the_profile_fills_in_what_the_legend_leaves_out() -> None:
    review = told('[statuses]\n"amber triangle" = "paused"', KEY, rows(STAR, shape("triangle", AMBER)))
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("completed", "legend"),
        ("paused", "profile"),
    ]
    assert loud(review) == []


def test_the_profile_says_what_the_words_of_the_legend_mean() -> None:
    key = table([STAR, "Bananas"], [DISC, "On schedule"], [shape("disc", RED), "Off track"], top=60)
    review = told('[statuses]\n"Bananas" = "completed"', key, rows(STAR, DISC))
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("completed", "legend"),
        ("on_schedule", "legend"),
    ]


def test_the_profile_outranks_the_common_words_and_convention() -> None:
    text = '[statuses]\n"In progress" = "behind_schedule"\n"amber" = "on_schedule"'
    review = told(text, rows("In progress", filled(AMBER), "On track"))
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("behind_schedule", "profile"),
        ("on_schedule", "profile"),
        ("on_schedule", "words"),
    ]
    assert loud(review) == []


def test_a_profile_never_reaches_the_next_document() -> None:
    text = '[statuses]\n"In progress" = "off_track"\n[headings]\n"Gut feeling" = "status"'
    assert told(text, rows("In progress")).actions[0].status == "off_track"
    assert understand(document(rows("In progress"))).actions[0].status == "on_schedule"
    assert role_of("Gut feeling") is None


def test_what_is_printed_in_brackets_is_judged_with_the_profile_s_word_before_it() -> None:
    with speaking(parse('[statuses]\n"Sound" = "on_schedule"', "a.toml")):
        assert status_of("Sound") == "on_schedule"
        assert status_of("Unsound") is None


def test_an_unknown_heading_gets_the_role_that_the_profile_gives_it() -> None:
    columns = ("What we promised", "Helmsman", "How it goes", "Gut feeling")
    body = table(columns, ["1. Do this", "Ann Archer", "Goes on", "On track"], top=300)
    text = """[headings]
        "What we promised" = "action"
        "Helmsman" = "lead"
        "How it goes" = "progress"
        "Gut feeling" = "status"
    """
    (action,) = told(text, body).actions
    assert (action.action, action.leads, action.progress, action.status) == (
        "Do this", ("Ann Archer",), "Goes on", "on_schedule",
    )  # fmt: skip


def test_a_heading_that_the_profile_takes_from_its_field_is_kept_as_printed() -> None:
    body = table((*ACTIONS, "Health"), ["1. Do", "Ann Archer", "Goes on", "On track", "Good"], top=300)
    (action,) = told('[headings]\nHealth = "extra"', body).actions
    assert (action.status, dict(action.extra)["Health"]) == ("on_schedule", "Good")


def test_a_heading_of_two_levels_is_named_as_it_is_read() -> None:
    from .building import ABOVE, BESIDE

    body = table(
        ("Action", "Lead", "Progress", "Autumn", BESIDE),
        (ABOVE, ABOVE, ABOVE, "Feeling", "Cost"),
        ("1. Do", "Ann Archer", "Goes on", "On track", "3"),
    )
    (action,) = told('[headings]\n"Autumn Feeling" = "status"', body).actions
    assert action.status == "on_schedule"


@pytest.mark.parametrize("ignore", ["Ward", "Ward works"])
def test_a_table_that_the_profile_ignores_is_left_alone_and_said(ignore: str) -> None:
    wards = table((*ACTIONS, "Ward"), ["1. Mend", "Bob Bell", "Goes on", "On track", "North"], page=2)
    blocks = (heading("Plan"), rows("On track"), heading("Ward works", page=2), wards)
    review = told(f'[tables]\nignore = ["{ignore}"]', *blocks)
    assert len(review.actions) == 1
    assert [(f.severity, f.page) for f in review.findings if f.code == "table_ignored"] == [("info", 2)]
    assert len(understand(document(*blocks)).actions) == 2


def test_leads_are_parted_by_the_profile_s_separators() -> None:
    body = table(ACTIONS, ["1. Do", "Head of Roads >> Head of Parks", "Goes on", "On track"])
    assert told('[leads]\nseparators = [" >> "]', body).actions[0].leads == ("Head of Roads", "Head of Parks")


def test_the_profile_says_which_way_is_good() -> None:
    body = table(INDICATORS, ["Waste", "5", "6", "7", "Plan is best"])
    (indicator,) = told('[polarity]\nlow = ["Plan is best"]', body).indicators
    assert indicator.polarity == "low"


@pytest.mark.parametrize(
    ("starts", "title", "cycle", "as_at"),
    [
        ("July", "2024-25 Quarter 1 Review", "2024-25 Q1", dt.date(2024, 9, 30)),
        ("July", "2024-25 Quarter 3 Review", "2024-25 Q3", dt.date(2025, 3, 31)),
        ("July", "2024-25 Year-end Review", "2024-25 year-end", dt.date(2025, 6, 30)),
        ("January", "2024 Quarter 2 Review", "2024 Q2", dt.date(2024, 6, 30)),
        ("October", "2024-25 Mid-year Review", "2024-25 mid-year", dt.date(2025, 3, 31)),
        ("April", "2024-25 Quarter 4 Review", "2024-25 Q4", dt.date(2025, 3, 31)),
        ("April", "2024-25 Period 6 Review", "2024-25 Q2", dt.date(2024, 9, 30)),
    ],
)
def test_a_year_begins_when_the_profile_says(starts: str, title: str, cycle: str, as_at: dt.date) -> None:
    text = f'[cycles]\nyear_starts = "{starts}"\n"Period 6" = "Q2"'
    review = told(text, heading(title), rows("On track"))
    assert (review.cycle, review.as_at) == (cycle, as_at)


def test_the_profile_gives_the_publisher_its_name_and_the_plan_its_own() -> None:
    blocks = (
        heading("Marlshire"),
        heading("Corporate Plan 2024-25 Quarter 1 Review", top=70),
        rows("On track"),
    )
    text = f'plan = "The Marlshire Plan"\n{PUBLISHER}'
    assert (r := told(text, *blocks)).publisher == "Marlshire County Council"
    assert r.plan == "The Marlshire Plan"
    assert told(text, *blocks, given=Given(publisher="Another")).publisher == "Another"


def test_a_profile_is_found_by_the_publisher_s_name() -> None:
    marl = parse(PUBLISHER + '[statuses]\n"Bananas" = "completed"', "m.toml")
    other = parse('publisher = "Thornby Town Council"\n[statuses]\n"Bananas" = "off_track"', "t.toml")
    blocks = (heading("Marlshire County Council"), rows("Bananas"))
    shelf = Profiles(None, (other, marl))
    assert understand(document(*blocks), profiles=shelf).actions[0].status == "completed"
    asked = understand(document(*blocks), Given(publisher="thornby town council"), shelf)
    assert asked.actions[0].status == "off_track"
    stranger = (heading("Eastgate Borough Council"), rows("Bananas"))
    assert understand(document(*stranger), profiles=shelf).actions[0].status == "unknown"


def test_a_publisher_that_is_only_a_place_is_said_to_be_inferred() -> None:
    said = understand(document(heading("Growing up in Cornwall"), rows("On track")))
    named = understand(document(heading("Cornwall Council"), rows("On track")))
    assert (said.publisher, named.publisher) == ("Cornwall", "Cornwall Council")
    assert [f.severity for f in said.findings if f.code == "publisher_inferred"] == ["info"]
    assert not [f for f in named.findings if f.code == "publisher_inferred"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("publisher = 3", "p.toml line 1: publisher: found 3; expected a name in quotes"),
        ('\n\ncolour = "red"', "p.toml line 3: colour: found the key 'colour'; expected any of publisher, plan"),
        ('aliases = ["M"]', "p.toml line 1: aliases: found other names; expected publisher"),
        ('[headings]\n\n"Gut feeling" = "state"', "p.toml line 3: Gut feeling: found 'state'; expected one of ref"),
        ('[statuses]\nblue = "done"', "p.toml line 2: blue: found 'done'; expected one of completed"),
        ('[statuses]\n"blue star" = ""', "p.toml line 2: blue star: found ''; expected one of completed"),
        ('[headings]\n"?" = "status"', "p.toml line 2: ?: found nothing; expected what is printed"),
        ('headings = "status"', "p.toml line 1: headings: found 'status'; expected a table [headings]"),
        ('[cycles]\nyear_starts = "Lent"', "p.toml line 2: year_starts: found 'Lent'; expected the name of a month"),
        ('[cycles]\n"Period 6" = "P6"', "p.toml line 2: Period 6: found 'P6'; expected one of Q1"),
        ('[leads]\nseparators = ";"', "p.toml line 2: separators: found ';'; expected a list of texts"),
        ('[leads]\nsplit = [";"]', "p.toml line 2: split: found the key 'split'; expected separators"),
        ('[polarity]\nup = ["more"]', "p.toml line 2: up: found the key 'up'; expected high or low"),
        ("[tables]\nignore = [3]", "p.toml line 2: ignore: found [3]; expected a list of texts"),
        ("publisher = ", "p.toml: Invalid value"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_profile_is_one_line_that_says_where_and_what_was_expected(
    text: str, message: str
) -> None:
    with pytest.raises(ProfileError) as caught:
        parse(text, "p.toml")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=80))
def test_any_text_is_a_profile_or_a_told_mistake(text: str) -> None:
    try:
        assert isinstance(parse(text, "p.toml"), Profile)
    except ProfileError as error:
        assert str(error).startswith("p.toml")


def test_profiles_travel_to_a_worker_and_a_change_shows_in_their_digest() -> None:
    one = Profiles(None, (parse(PUBLISHER, "m.toml"),))
    assert pickle.loads(pickle.dumps(one)) == one
    assert one.digest != Profiles(None, (replace(one.shelf[0], plan="P"),)).digest
    assert Profiles().digest == ""


def test_a_draft_filled_in_reads_the_document_whole() -> None:
    """The round trip that a person makes: draft, take the # away and fill in, read."""
    columns = ("What we promised", "Helmsman", "How it goes", "Gut feeling")
    signs: list[Square] = [
        shape("moon", BLUE),
        shape("moon", AMBER),
        glyph("x", RED, font="Wingdings"),
        filled("#7030a0"),
        "Bananas",
    ]
    body: list[list[Square]] = [
        [f"{n}. Do {n}", "Ann Archer", "Goes on", sign] for n, sign in enumerate(signs, 1)
    ]
    blocks = (heading("Marlshire County Council"), table(columns, *body, top=300))
    meant = dict(zip(columns, ("action", "lead", "progress", "status"), strict=True))
    statuses = ["completed", "behind_schedule", "off_track", "paused", "cancelled"]

    first = _filled(draft(document(*blocks), "plan.pdf", Given(), Profiles()), meant)
    second = draft(document(*blocks), "plan.pdf", Given(), Profiles(parse(first, "d.toml")))
    assert _open(second) == ["blue moon", "purple cell", "Bananas"]
    signed = dict(zip(_open(second), ("completed", "paused", "cancelled"), strict=True))
    review = told(_filled(second, signed), *blocks)

    assert [a.status for a in review.actions] == statuses
    assert {a.status_basis for a in review.actions} == {"profile"}
    assert review.publisher == "Marlshire County Council"
    assert loud(review) == []


def _open(text: str) -> list[str]:
    """What a draft leaves to be filled in."""
    return [line.split('"')[1] for line in text.splitlines() if "NOT KNOWN" in line]


def _filled(text: str, meanings: dict[str, str]) -> str:
    """A draft with all its lines taken at their word, and these of its open ones filled in."""
    lines = []
    for line in text.splitlines():
        name = line.split('"')[1] if line.startswith('# "') else ""
        if name in meanings and "NOT KNOWN" in line:
            line = line.replace('= ""', f'= "{meanings[name]}"')
        lines.append(line.removeprefix("# ") if name and '= ""' not in line else line)
    return "\n".join(lines) + "\n"
