"""Forms: labels and values above the headings of the rows that they hold for."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Table
from tests.normalise.building import BESIDE, Square, heading, review_of, table

HEADINGS = ("Key Action", "Lead", "Progress to date", "RAG")
LIGHT = ("Light the park", "Ann Archer", "Lamps are ordered.", "Amber")
FENCE = ("Mend the fence", "Bob Barker", "The fence stands.", "Green")
TREES = ("Plant trees", "Cy Carter", "Fifty trees are planted.", "Green")


def form(objective: str, plan: str, *rows: tuple[Square, ...]) -> list[tuple[Square, ...]]:
    return [
        ("Objective", objective, BESIDE, BESIDE),
        ("Plan", plan, BESIDE, BESIDE),
        HEADINGS,
        *rows,
    ]


SAFE = form("1.1 Safer parks", "Parks Plan", LIGHT, FENCE)
GREEN = form("1.2 Greener streets", "Tree Strategy", TREES)


def told(review: Review) -> list[tuple[object, ...]]:
    plans = {activity.id: activity.plans for activity in review.activities}
    return [
        (a.activity_refs, a.activity_id and plans[a.activity_id], a.action, a.leads, a.status)
        for a in review.actions
    ]


ALL = [
    (("1.1",), ("Parks Plan",), "Light the park", ("Ann Archer",), "behind_schedule"),
    (("1.1",), ("Parks Plan",), "Mend the fence", ("Bob Barker",), "on_schedule"),
    (("1.2",), ("Tree Strategy",), "Plant trees", ("Cy Carter",), "on_schedule"),
]


@pytest.mark.parametrize(
    "blocks",
    [
        [table(*SAFE), table(*GREEN, top=300.0)],
        [table(*SAFE, *GREEN)],
        [table(*SAFE[:4]), table(*SAFE[4:], *GREEN, page=2)],
        [table(*SAFE[:4]), table(HEADINGS, *SAFE[4:], *GREEN, page=2)],
        [table(*SAFE, *GREEN[:2]), table(*GREEN[2:], page=2)],
        [table(*SAFE, *GREEN[:1]), table(*GREEN[1:], page=2)],
        [table(*SAFE, *GREEN[:3]), table(*GREEN[3:], page=2)],
        [table(*SAFE, *GREEN[:2]), table(("", "", "", ""), *GREEN[2:], page=2)],
    ],
    ids=["two tables", "one grid", "cut below a row", "headings again", "cut above headings", "cut between labels",
         "cut below headings", "a sliver of the cut row"],
)  # fmt: skip
def test_what_stands_above_the_headings_holds_for_the_rows_below(blocks: list[Table]) -> None:
    """The actions had no activity and no plan, and no finding said so."""
    assert told(review_of(*blocks)) == ALL


def test_labels_alone_at_a_page_s_end_are_those_of_the_form_on_the_next() -> None:
    """Where no row with more columns stands with them, they are a table of two columns."""
    alone = (
        table(*(("x", *row[1:]) if k == 2 else row for k, row in enumerate(GREEN[:3]))).part(0, 2).narrowed()
    )
    assert alone.cols == 2
    assert told(review_of(table(*SAFE), alone, table(*GREEN[2:], page=2))) == ALL


def test_evidence_of_a_cut_form_lies_on_the_page_that_prints_it() -> None:
    review = review_of(table(*SAFE, *GREEN[:2]), table(*GREEN[2:], page=2))
    last = review.activities[-1]
    assert {e.page for e in review.evidence if e.subject_id == last.id} == {1}
    assert sum(row.unplaced for row in review.ledger) == 0


def test_two_labels_with_values_on_a_line_hold_too() -> None:
    rows = [("Objective", "1.1 Safer parks", "Plan", "Parks Plan"), HEADINGS, LIGHT, FENCE]
    assert told(review_of(table(*rows))) == ALL[:2]


def test_one_label_above_headings_may_be_chance() -> None:
    """`Outcome | Performance` spans columns as a group's heading does."""
    rows: list[tuple[Square, ...]] = [
        ("Priority", "Performance in 2025/26", BESIDE, BESIDE),
        ("", *HEADINGS[1:]),
        *SAFE[3:],
    ]
    review = review_of(table(*SAFE), table(*rows, page=2))
    assert [a.activity_refs for a in review.actions][:2] == [("1.1",), ("1.1",)]


def test_a_label_that_the_headings_say_again_is_none_of_a_form() -> None:
    """Who answers for the objective is not who leads its actions: the table is left as it is."""
    rows = [("Objective", "1.1 Safer parks", BESIDE, BESIDE), ("Lead", "Di Drew", BESIDE, BESIDE), *SAFE[2:]]
    assert [a.leads for a in review_of(table(*rows)).actions] == [("Ann Archer",), ("Bob Barker",)]


def test_rows_above_the_first_form_stay() -> None:
    """A table's own rows, above a form that touches it, were dropped."""
    rows = [HEADINGS, ("Sow grass", "Di Drew", "Grass is sown.", "Green"), *SAFE]
    assert {a.action for a in review_of(table(*rows)).actions} == {
        "Sow grass",
        "Light the park",
        "Mend the fence",
    }


def test_a_table_below_a_heading_of_its_own_is_no_rest_of_a_form() -> None:
    """Its rows had the objective and the plan of the section before, and no finding said so."""
    other = table(HEADINGS, TREES, top=400.0)
    assert told(review_of(table(*SAFE), heading("Trees", top=380.0), other))[2][:2] == ((), None)


def test_a_label_without_a_value_begins_a_form_too() -> None:
    """The rows below had the plan of the form above."""
    blank = [GREEN[0], ("Plan", "", BESIDE, BESIDE), *GREEN[2:]]
    assert told(review_of(table(*SAFE, *blank)))[2][:2] == (("1.2",), ())


def test_what_begins_with_a_form_s_label_is_never_of_the_form_before() -> None:
    """A rating of the whole form is none of its labels: what stands there is left as it is, and told."""
    rated = [*GREEN[:2], ("Overall RAG", "Green", BESIDE, BESIDE), *GREEN[2:]]
    read = told(review_of(table(*SAFE, *rated)))
    assert read[:2] == ALL[:2]
    assert all(refs != ("1.1",) for refs, *_ in read[2:])


def torn(label: str, begin: str, rest: str) -> list[Table]:
    """Forms of which a page's end cuts the first row: its first lines are a table of two columns."""
    cut: list[tuple[Square, ...]] = [("x", "y", "z", "w"), (label, begin, BESIDE, BESIDE)]
    below = [("", rest, BESIDE, BESIDE), *GREEN[1:]]
    return [table(*SAFE), table(*cut).part(1, 2).narrowed(), table(*below, page=2)]


def test_a_row_of_a_label_that_a_page_s_end_cuts_inside_its_value_is_whole() -> None:
    """The first lines were an action of the form above, and the rows below them that form's, too."""
    review = review_of(*torn("Objective", "1.2 Greener", "streets"))
    assert told(review) == ALL
    assert review.activities[-1].texts == ("Greener streets",)
    assert [page.unplaced for page in review.ledger] == [0, 0]


def test_a_row_with_a_label_of_its_own_is_no_rest() -> None:
    first, alone, _ = torn("Objective", "1.2 Greener streets", "")
    other = table(("Objective", "1.3 Better homes", BESIDE, BESIDE), *GREEN[1:], page=2)
    refs = [refs for refs, *_ in told(review_of(first, alone, other))]
    assert refs[-1] == ("1.3",)


def test_rows_behind_a_page_s_end_with_fewer_columns_are_of_the_form_before() -> None:
    """No row with more columns stands on the new page: the row had no activity and no lead."""
    wide = [
        (a, b, BESIDE, c, d) if a != HEADINGS[0] else (*HEADINGS[:2], BESIDE, *HEADINGS[2:])
        for a, b, c, d in SAFE[2:]
    ]
    labels = [("Objective", "1.1 Safer parks", BESIDE, "Plan", "Parks Plan")]
    first = table(*labels, *wide[:2])
    rest = table(*labels, wide[2], page=2).part(1, 2).narrowed()
    assert (first.cols, rest.cols) == (5, 4)
    assert told(review_of(first, rest, table(*GREEN, page=2, top=300.0))) == ALL


def test_a_label_that_a_page_s_end_cuts_with_its_value_is_whole() -> None:
    """`Key` for itself was a label of all forms, and no row had an activity."""
    safe = [("Key Objective", *row[1:]) if row[0] == "Objective" else row for row in SAFE]
    _, alone, below = torn("Key", "1.2 Greener", "streets")
    rows = [("Objective", "streets", BESIDE, BESIDE), *GREEN[1:]]
    below = table(*rows, page=2)
    assert told(review_of(table(*safe), alone, below)) == ALL


def test_labels_and_the_headings_on_the_next_page_may_have_other_edges() -> None:
    """Neither has all columns of the form: `Plan` and `Lead` share a row above the end, nothing below it does."""
    labels: list[tuple[Square, ...]] = [
        ("Objective", "1.1 Safer parks", BESIDE, BESIDE, BESIDE),
        ("Plan", "Parks Plan", BESIDE, "Lead", "Ann Archer"),
    ]
    labels.append(("x", "y", "z", "u", "w"))
    heads, row = (
        ("Key Action", BESIDE, "Progress to date", BESIDE, "RAG"),
        ("Light the park", BESIDE, "Lamps.", BESIDE, "Amber"),
    )
    above, below = (
        table(*labels).part(0, 2).narrowed(),
        table(labels[2], heads, row, page=2).part(1, 3).narrowed(),
    )
    assert (above.cols, below.cols) == (4, 3)
    whole = table(*labels[:2], heads, row, page=2, top=300.0)
    review = review_of(above, below, whole)
    assert [(a.activity_refs, a.leads) for a in review.actions] == [(("1.1",), ("Ann Archer",))] * 2


def test_a_blank_row_between_the_labels_and_the_headings_changes_nothing() -> None:
    """All activities, plans and who leads them were lost, without a finding."""
    spaced = [[*rows[:2], ("", "", "", ""), *rows[2:]] for rows in (SAFE, GREEN)]
    assert told(review_of(table(*spaced[0]), table(*spaced[1], top=300.0))) == ALL


def test_a_label_alone_that_a_page_s_end_cuts_is_whole() -> None:
    """`Activity` was another label than `Key Activity`, and stood nearer to the actions."""

    def named(objective: str, plan: str, *rows: tuple[Square, ...]) -> list[tuple[Square, ...]]:
        return [("Key Activity", objective, BESIDE, BESIDE), *form(objective, plan, *rows)[1:]]

    safe, green = (
        named("1.1 Safer parks", "Parks Plan", LIGHT, FENCE),
        named("1.2 Greener streets", "Tree Strategy", TREES),
    )
    cut = table(*safe, ("Key", "1.2 Greener streets", BESIDE, BESIDE))
    rest = table(("Activity", "", BESIDE, BESIDE), *green[1:], page=2)
    assert told(review_of(cut, rest)) == ALL
