"""Keys in the clauses of running text: what stands behind a comma may say how bad it is."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, loud, paragraph, review_of, table

HEADER = ("Measure", "Good is", "Target", "Q1", "Q2", "RAG")
ROWS = tuple(
    (f"Bins missed in ward {k}", "Low", "50", "61", "51", c) for k, c in enumerate(("Green", "Amber", "Red"))
)


@pytest.mark.parametrize(
    "text",
    [
        "Green: target met. Amber: missed, within the tolerance. Red: missed by more.",
        "Green: on plan. Amber: late, but will recover. Red: late, will not recover.",
        "Green: on plan, Amber: late, will recover, Red: late, will not recover",
        "Green = on target; Amber = off target, within tolerance; Red = off target, outside tolerance",
        "Green: below target, by 2% at most. Amber: below target, within 10%. Red: below target, more than 10%.",
        "Green: on plan. Amber: delayed. Red: delayed, with no plan to recover.",
    ],
)
def test_an_entry_goes_on_behind_its_comma(text: str) -> None:
    """`Amber: missed, within the tolerance` was `missed`, off track, and nothing told of it."""
    review = review_of(paragraph(text), table(HEADER, *ROWS, top=300))
    assert [i.status for i in review.indicators][1:] == ["behind_schedule", "off_track"]
    told = [entry.label.rstrip(".") for entry in review.legend]
    assert told[-1] in text and (", " not in text.split("Red")[1] or ", " in told[-1])


def test_what_joins_the_last_entry_is_no_part_of_the_one_before_it() -> None:
    key = paragraph("Green = on track, Amber = delayed, and Red = off track.")
    review = review_of(key, table(HEADER, *ROWS, top=300))
    assert [entry.label for entry in review.legend] == ["on track", "delayed", "off track"]


def test_another_clause_behind_the_last_entry_is_no_part_of_it() -> None:
    text = "Green: on track, Amber: delayed, Red: off track, and arrows show the trend."
    review = review_of(paragraph(text), table(HEADER, *ROWS, top=300))
    assert [entry.label for entry in review.legend] == ["on track", "delayed", "off track"]


def test_a_status_s_name_among_the_sentences_of_colours_is_an_entry_too() -> None:
    """`Complete: delivered and closed by the Board` was lost behind the three colours."""
    text = (
        "Not begun: has not started. Green: will be done by its day. Amber: will be up to a term late. Red: is in "
        "doubt. Complete: delivered and closed by the Board. Source: the Board."
    )
    rows = [
        (f"Open hub {k}", "Ann Archer", sign) for k, sign in enumerate(("Green", "Complete", "Not begun"))
    ]
    review = review_of(paragraph(text), table(("Action", "Lead", "Status"), *rows, top=300))
    assert [(e.mark, e.label) for e in review.legend][3:] == [
        ("Not begun", "has not started"),
        ("Complete", "delivered and closed by the Board"),
    ]
    assert [(a.status, a.status_basis) for a in review.actions] == [
        ("on_schedule", "legend"),
        ("completed", "legend"),
        ("not_started", "legend"),
    ]
    assert not loud(review)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "The RAG is the manager's: Green, on track; Amber, at risk of missing its date; Red, will miss its date; "
            "Blue, done; and Grey, not started.",
            ["on_schedule", "behind_schedule", "off_track", "completed", "not_started"],
        ),
        ("Green, on track. Amber, slipping. Red, stuck.", ["on_schedule", "behind_schedule", "off_track"]),
        ("Most are green, on time, few amber, late, none red, stuck.", []),
        ("Two are red, and one is amber. Green, blue and grey are others.", []),
    ],
)
def test_commas_part_the_colours_of_a_list_from_what_they_mean(text: str, statuses: list[str]) -> None:
    """`Blue` and `Grey` were unknown, and each row that was right was told to be read by convention."""
    rows = table(ACTIONS, ("1. Do it", "Ann Archer", "Work goes on.", "Green"), top=300)
    assert [entry.status for entry in review_of(paragraph(text), rows).legend] == statuses


def test_a_letter_that_no_colour_goes_by_is_known_by_what_it_means_that() -> None:
    """`C` was in no legend: the letters of colours alone were."""
    said = "In the tables C means that it has been met in full, G that it is going as planned, D that it is late."
    rows = [(f"Mend gate {k}", "Ann Archer", "Work goes on.", letter) for k, letter in enumerate("CGD")]
    review = review_of(paragraph(said), table(ACTIONS, *rows, top=300))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert not loud(review)


def test_a_capital_before_a_clause_that_names_no_status_is_no_sign() -> None:
    said = "Group B means tenants. G means that it is on track, A that it is late, R that it is off track."
    rows = [(f"Mend gate {k}", "Ann Archer", "Work goes on.", letter) for k, letter in enumerate("GAR")]
    review = review_of(paragraph(said), table(ACTIONS, *rows, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]
