"""Tables that touch: a sheet without a row between its blocks, a text without a paragraph between its tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalise import Review
from normalise.columns.headers import headers
from normalise.columns.seams import parted
from tests.normalise.building import ABOVE, BESIDE, Square, filled, moved_to, review_of, table

Row = tuple[Square, ...]
SHADE, BAND = "#dddddd", "#17365d"


def shaded(*texts: str) -> Row:
    """A row of headings, each over so many columns more as there are stars behind it."""
    return tuple(filled(SHADE, square) if isinstance(square, str) else square for square in plain(*texts))


def plain(*texts: str) -> Row:
    """Likewise a row of texts."""
    row: list[Square] = []
    for text in texts:
        row += [text.rstrip("*"), *(BESIDE,) * text.count("*")]
    return tuple(row)


def band(text: str, cols: int, fill: str = BAND) -> Row:
    return (filled(fill, text), *(BESIDE for _ in range(cols - 1)))


def told(review: Review) -> list[tuple[str, str]]:
    return [(a.action, a.progress) for a in review.actions]


WIDE = ("Action*", "Progress", "RAG")
NARROW = ("Action", "Progress*", "RAG")
ABOVE_IT = (shaded(*WIDE), plain("Buy land*", "Bought.", "Green"), plain("Sell land*", "Sold.", "Red"))
BELOW_IT = (shaded(*NARROW), plain("Build homes", "Built.*", "Green"), plain("Let homes", "Let.*", "Red"))
ALL = [("Buy land", "Bought."), ("Sell land", "Sold."), ("Build homes", "Built."), ("Let homes", "Let.")]


def test_tables_of_other_widths_that_touch_keep_their_progress() -> None:
    assert told(review_of(table(*ABOVE_IT, *BELOW_IT))) == ALL


def test_titles_above_the_headings_of_tables_that_touch_stay_with_them() -> None:
    first, second = band("Priority 1: Land", 4), band("Priority 2: Homes", 4)
    review = review_of(table(first, *ABOVE_IT, second, *BELOW_IT))
    assert told(review) == ALL
    assert [a.priority for a in review.actions] == ["1", "1", "2", "2"]


ACTIONS = (
    shaded("Action", "Progress**", "RAG*"),
    plain("Buy land", "Bought.**", "Green*"),
    plain("Sell land", "Sold.**", "Red*"),
)
MEASURES = (
    shaded("Measure**", "Target*", "Latest"),
    plain("Calls answered**", "80%*", "75%"),
    plain("Homes built**", "9*", "7"),
)


@pytest.mark.parametrize("below", [True, False])
def test_indicators_that_touch_the_actions_are_in_no_row_of_theirs(below: bool) -> None:
    review = review_of(table(*ACTIONS, *MEASURES) if below else table(*MEASURES, *ACTIONS))
    assert told(review) == ALL[:2]
    assert [(i.name, i.target) for i in review.indicators] == [
        ("Calls answered", "80%"),
        ("Homes built", "9"),
    ]


def test_indicators_in_the_columns_of_the_actions_above_them_are_no_actions() -> None:
    """Of one sheet: their columns are those of the actions, their headings are not."""
    review = review_of(
        table(
            shaded("Ref", "Action", "Progress", "RAG"),
            ("1", "Buy land", "Bought.", "Green"),
            ("2", "Sell land", "Sold.", "Red"),
            ("", filled(SHADE, "Measure"), filled(SHADE, "Target"), filled(SHADE, "Latest")),
            (ABOVE, "Calls answered", "80%", "75%"),
            (ABOVE, "Homes built", "9", "7"),
        )
    )
    assert told(review) == ALL[:2]
    assert [(i.name, i.target) for i in review.indicators] == [
        ("Calls answered", "80%"),
        ("Homes built", "9"),
    ]


GOES_ON = (
    plain("Buy trees", "Bought.", "Green"),
    plain("Buy seeds", "Bought.", "Green"),
    plain("Plant trees", "Planted.", "Green"),
    plain("Plant hedges", "Planted.", "Green"),
    plain("Mow lawns", "Mown.", "Green"),
    plain("Mend paths", "Mended.", "Green"),
    plain("Mend fences", "Mended.", "Green"),
    plain("Mend gates", "Mended.", "Green"),
)
MEASURED = (plain("Calls answered", "80%", "75%"), plain("Homes built", "9", "7"))


def continued(heads: Row, rows: Sequence[Row]) -> Review:
    actions = table(shaded("Action", "Progress", "RAG"), plain("Buy land", "Bought.", "Green"))
    title = ("How we measure progress", "", "")
    return review_of(actions, moved_to(2, table(*rows, title, heads, *MEASURED)))


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 8])
def test_indicators_below_the_rest_of_a_table_of_actions_on_its_next_page_are_no_actions(rows: int) -> None:
    """Of one sheet with thin rules: their headings stood too low for a table's, and were an action, as they were."""
    review = continued(shaded("Measure", "Target", "Latest"), GOES_ON[:rows])
    assert [a.action for a in review.actions][1:] == [row[0] for row in GOES_ON[:rows]]
    assert [(i.name, i.target) for i in review.indicators] == [
        ("Calls answered", "80%"),
        ("Homes built", "9"),
    ]


def test_words_below_such_a_rest_that_are_set_as_its_rows_are_head_nothing() -> None:
    assert not continued(plain("Measure", "Target", "Latest"), GOES_ON).indicators


def test_other_figures_that_touch_the_actions_are_left_alone_with_a_word() -> None:
    money = (
        shaded("Heading*", "Budget", "Spent*", "Left"),
        plain("Staff*", "£9", "£5*", "£4"),
        plain("Grants*", "£7", "£1*", "£6"),
    )
    review = review_of(table(*ACTIONS, *money))
    assert told(review) == ALL[:2]
    assert [f.code for f in review.findings if "Budget" in f.message] == ["table_left_alone"]


def test_a_line_between_tables_that_touch_is_no_action() -> None:
    summary = (filled(SHADE, "Summary"), BESIDE, "All is well, and all will be done.", *(BESIDE,) * 3)
    below = (shaded("Action**", "Progress*", "RAG"), plain("Build homes**", "Built.*", "Green"))
    assert told(review_of(table(*ACTIONS, summary, *below))) == ALL[:3]


def test_a_note_below_each_row_stays_with_it_where_headings_stand_anew() -> None:
    head = shaded("Action", "Lead", "RAG")
    rows = [
        row
        for what in ("Buy land", "Sell land")
        for row in (head, (what, "Ann Archer", "Green"), plain(f"Comments: {what} soon.**"))
    ]
    seen = table(*rows)
    assert parted([seen], headers([seen])) == [seen]


def test_rows_of_labels_that_take_turns_are_cards_and_not_parted() -> None:
    rows = [
        row
        for what in ("Buy land", "Sell land")
        for row in (
            shaded("Action**", "Lead"),
            plain(f"{what}**", "Ann Archer"),
            shaded("Status", "Milestone**"),
            plain("Green", "June**"),
        )
    ]
    seen = table(*rows)
    assert parted([seen], headers([seen])) == [seen]


def test_headings_printed_again_inside_a_table_part_nothing() -> None:
    head = shaded("Action", "Progress", "RAG")
    seen = table(head, ("Buy land", "Bought.", "Green"), head, ("Sell land", "Sold.", "Red"))
    assert parted([seen], headers([seen])) == [seen]
    assert told(review_of(seen)) == ALL[:2]


def test_a_band_of_four_words_and_a_number_above_the_first_headings_is_its_rows_activity() -> None:
    """Above the first table it was lost without a word, above the next it stood beside the rows."""
    first, second = (
        band("Area for Priority Action 1: Act on land", 4),
        band("Area for Priority Action 2: House", 4),
    )
    review = review_of(table(first, *ABOVE_IT, second, *BELOW_IT))
    assert [a.activity_refs for a in review.actions] == [("1",), ("1",), ("2",), ("2",)]
    assert [v.texts for v in review.activities] == [("Act on land",), ("House",)]


def test_a_title_of_two_cells_above_the_first_headings_is_told_of() -> None:
    review = review_of(table(plain("Sponsor*", "Ada Finch*"), *ABOVE_IT))
    assert [f.code for f in review.findings if "Ada Finch" in f.message] == ["text_left_out"]
