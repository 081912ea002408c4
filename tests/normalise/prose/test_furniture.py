"""What runs through the pages of a report, and what stands on each because it is said of each."""

from __future__ import annotations

from normalise.prose import texts
from tests.normalise.building import PAGE, paragraph


def test_a_line_of_statuses_at_the_foot_of_two_pages_is_whole() -> None:
    """Of a key that each page prints the one name that nobody knows was taken for a running foot, and was lost."""
    line = ("Delivered", "On course", "In difficulty")
    key = [paragraph(word, page, top=740) for page in (1, 2) for word in line]
    feet = [paragraph("Fenwick City Council", page, top=770) for page in (1, 2)]
    body = [paragraph("Work goes on in all parts of the town.", page, top=300) for page in (1, 2)]
    running = texts.furniture([*body, *key, *feet], {1: PAGE[1], 2: PAGE[1]})
    assert not running & set(map(id, key))
    assert running >= set(map(id, feet))
