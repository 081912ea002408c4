"""Keys that the end of a page cuts."""

from __future__ import annotations

from .building import ACTIONS, AMBER, BLUE, GREEN, filled, loud, moved_to, paragraph, review_of, table

ROWS = [("Open a hub", "Ann Archer", "It was told."), ("Plant a wood", "Bo Bull", "None.")]


def test_the_last_line_of_a_key_on_the_next_page_is_read() -> None:
    rated = table(ACTIONS, (*ROWS[0], "2"), (*ROWS[1], "0"))
    lines = ["2 (Complete) = all is done", "1 (On track) = work goes on"]
    key = [paragraph(text, top=600 + 20 * k) for k, text in enumerate(lines)]
    review = review_of(rated, *key, paragraph("0 (Not started) = not begun", page=2, top=40))
    assert [a.status for a in review.actions] == ["completed", "not_started"]
    assert not loud(review)


def test_the_rest_of_a_key_s_table_on_the_next_page_is_read() -> None:
    """Two rows of grey were not in the legend, whose last line stood alone on a page."""
    rated = table(ACTIONS, (*ROWS[0], filled(BLUE)), (*ROWS[1], filled(AMBER)))
    key = table([filled(BLUE), "Complete"], [filled(GREEN), "On track"], top=600)
    rest = moved_to(2, table([filled(AMBER), "Delayed"], top=40))
    review = review_of(rated, key, rest)
    assert [a.status for a in review.actions] == ["completed", "behind_schedule"]
    assert not loud(review)
    assert not [f for f in review.findings if f.code == "table_left_alone"]
