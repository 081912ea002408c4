"""Packs of a meeting's papers in one file."""

from __future__ import annotations

from normalise.facts.publisher import publisher
from normalise.prose.texts import Text
from normalise.review import Review
from parsers.block import Block
from tests.normalise.building import heading, moved_to, paragraph, review_of, table

SHORT = "All sold by May."
ARISING = table(("Action", "Officer", "Status"), ("Send the figures", "Head of Parks", "Completed"), top=300)
PLAN = table(
    ("Ref", "Action", "Lead", "Update", "Status"),
    ("1.1", "Open a library", "Ann Archer", SHORT, "On track"),
    ("1.2", "Plant trees", "Bo Finch", SHORT, "Completed"),
    ("1.3", "Renew the depot", "Bo Finch", SHORT, "Delayed"),
)


def pack_of(*opening: Block) -> Review:
    return review_of(
        *opening,
        moved_to(1, ARISING),
        heading("Agenda Item 5", page=2, top=20),
        heading("Harrowby Borough Council: Council Plan 2025-2029", page=2, top=40),
        heading("Quarter 2 Progress Report 2026/27", page=2, top=60),
        moved_to(2, PLAN),
    )


def test_the_minutes_of_a_pack_say_nothing_of_the_review() -> None:
    review = pack_of(
        heading("Agenda Item 3", top=20),
        heading("Minutes of the Scrutiny Committee", top=40),
        paragraph("Held on Tuesday 22 September 2026", top=60),
        paragraph("Councillor Ferris sent apologies.", top=80),
    )
    assert review.review_id == "harrowby-borough-council/council-plan/2026-27-q2"
    assert [a.action for a in review.actions] == ["Open a library", "Plant trees", "Renew the depot"]
    assert [(f.page, f.severity) for f in review.findings if f.code == "table_of_other_paper"] == [
        (1, "warning")
    ]


def test_a_stamp_on_every_page_parts_no_review() -> None:
    review = pack_of(heading("Agenda Item 5", top=20))
    assert len(review.actions) == 4
    assert not [f for f in review.findings if f.code == "table_of_other_paper"]


def test_a_sentence_about_a_councillor_is_no_publisher() -> None:
    lines = ("Councillor Ferris sent apologies", "The Council met.", "Harrowby Borough Council")
    found = publisher([Text("title", line, 11, 1) for line in lines])
    assert found is not None
    assert found.name == "Harrowby Borough Council"
