"""Cards of labelled lines: several labels on a line, statuses at its end, text below the last label, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from parsers.block import Cell, Paragraph, Table
from parsers.geometry import Box, union
from tests.normalise.building import loud, review_of
from tests.normalise.cards.test_labelled_cards import PAIR, READ, Text, card, line, read

KEY = (
    "Complete** The action is done.",
    "Delayed** It will be done late.",
    "On Track** It will be done in time.",
)
ITEMS = (
    ("1.1 Build homes", "Complete", "Lead: Ann Archer Target: June 2025", "• The frame rises."),
    ("1.2 Mend the hall", "Delayed", "Lead: Bo Bull Target: May 2026", "• The roof leaks."),
    ("1.3 Plant trees", "On Track", "Lead: Cy Clay Target: May 2027", "• Forty were planted."),
)


def rated(title: str, pill: str, labels: str, note: str, top: float, page: int = 1) -> Iterator[Text]:
    """A title with a status at the right end of its line, two labels on the next, and a note in a list."""
    yield line(title, top, page=page, bold=True)
    yield line(pill, top, 450.0, page, bold=True)
    yield line(labels, top + 18, page=page)
    yield line(note, top + 36, page=page)


def deck() -> list[Text]:
    return [text for k, item in enumerate(ITEMS) for text in rated(*item, 160 + 70.0 * k)]


def test_statuses_at_the_end_of_titles_moved_to_the_next_row_below_a_key_of_the_same_words() -> None:
    key = [line(text, 100 + 12.0 * k) for k, text in enumerate(KEY)]
    assert [row[::3] for row in read(*key, *deck())] == [
        ("1.1", "completed"),
        ("1.2", "behind_schedule"),
        ("1.3", "on_schedule"),
    ]


def test_labels_that_share_a_line_again_and_again_are_each_a_field() -> None:
    review = review_of(*deck())
    assert [(a.leads, str(a.due_date), a.progress) for a in review.actions] == [
        (("Ann Archer",), "2025-06-30", "• The frame rises."),
        (("Bo Bull",), "2026-05-31", "• The roof leaks."),
        (("Cy Clay",), "2027-05-31", "• Forty were planted."),
    ]
    assert loud(review) == []


def test_a_label_nobody_knows_that_shares_a_line_again_and_again_is_a_field() -> None:
    lines = [text for k, item in enumerate(ITEMS) for text in rated(*item, 160 + 70.0 * k)]
    told = [
        line(t.text.replace("Target:", "Zielmarke:"), t.box.top) if "Target" in t.text else t for t in lines
    ]
    review = review_of(*told)
    assert [a.leads for a in review.actions] == [("Ann Archer",), ("Bo Bull",), ("Cy Clay",)]
    assert [dict(a.extra)["Zielmarke"].split()[0] for a in review.actions] == ["June", "May", "May"]


def test_a_small_running_head_on_two_pages_parts_no_title_from_its_card() -> None:
    first, second, third = (list(rated(*item, 100)) for item in ITEMS)
    low = [replace(t, box=t.box._replace(top=700.0, bottom=710.0)) for t in first[:2]]
    low = [replace(t, lines=tuple(x._replace(box=t.box) for x in t.lines)) for t in low]

    def head(page: int) -> Text:
        text = line("Our plan", 30.0, page=page)
        return replace(text, size=7.0, lines=tuple(one._replace(size=7.0) for one in text.lines))

    pages = [*low, head(2), *moved(first[2:], 2), *moved(second, 2, 80.0), head(3), *moved(third, 3)]
    assert [row[::3] for row in read(*pages)] == [
        ("1.1", "completed"),
        ("1.2", "behind_schedule"),
        ("1.3", "on_schedule"),
    ]


def moved(texts: Sequence[Text], page: int, down: float = 0.0) -> Iterator[Text]:
    for text in texts:
        yield line(text.text, text.box.top + down, text.box.x0, page, bold=not isinstance(text, Paragraph))


@pytest.mark.parametrize("set_in", [0.0, 8.0])
def test_the_lead_below_a_group_s_heading_went_to_the_card_above_it(set_in: float) -> None:
    """It heads the cards below it; the heading is none of the last card's progress."""
    table: list[Text] = []
    top = 60.0
    for group, lead, names in (
        ("School health", "Ann Archer", ("Build homes", "Mend the hall")),
        ("Our organisation", "Bo Bull", ("Plant trees", "Sell land")),
        ("Healthy places", "Cy Clay", ("Open a park",)),
    ):
        table += [line(group, top, bold=True), line(f"Lead: {lead}", top + 14)]
        for name in names:
            own = ("Target date: 31 March 2026", "Status: On track", f"Update: {name} is under way.")
            table += card(name, own, top + 36, 40.0 + set_in)
            top += 70.0
        top += 40.0
    intro = [line("Priority 1: Our people", 30.0, bold=True)]
    rows = read(*intro, *table)
    assert [(row[1], row[2]) for row in rows] == [
        ("Build homes", ("Ann Archer",)),
        ("Mend the hall", ("Ann Archer",)),
        ("Plant trees", ("Bo Bull",)),
        ("Sell land", ("Bo Bull",)),
        ("Open a park", ("Cy Clay",)),
    ]
    assert [row[4] for row in rows] == [f"{row[1]} is under way." for row in rows]


def noted(status: str, due: str, note: str, top: float, title: str) -> Iterator[Text]:
    """A card whose last line has no label and follows the line above it as closely as all others do."""
    own = (f"Status: {status}", "Lead: Ann Archer", f"Target completion: {due}", note)
    yield line(title, top, bold=True)
    for k, text in enumerate(own, 1):
        yield line(text, top + 12.0 * k)


NOTES = (
    "Council adopted the plan on 20 October 2025.",
    "Carts arrive in March.",
    "It returns in February 2026.",
)


def test_a_note_right_below_a_short_value_is_no_part_of_it() -> None:
    """The day in the note became the day that the action is due."""
    told = zip(
        ("Complete", "On track", "Off track"), ("Q4 2025", "1 May 2026", "Q3 2025"), NOTES, strict=True
    )
    review = review_of(
        *(t for k, own in enumerate(told) for t in noted(*own, 100 + 90.0 * k, f"1.{k + 1} Do it"))
    )
    assert [a.progress for a in review.actions] == list(NOTES)
    assert [str(a.due_date) for a in review.actions] == ["None", "2026-05-01", "None"]
    assert [dict(a.extra).get("due_date") for a in review.actions] == ["Q4 2025", None, "Q3 2025"]


def test_a_name_that_wraps_below_a_short_label_is_still_the_lead() -> None:
    lead = ("Lead: Director of Planning, Parks and the", "Library Service")
    cards = [
        t for k in range(3) for t in card(f"1.{k + 1} Do it", ("Status: On track", *lead), 100 + 90.0 * k)
    ]
    assert [row[2] for row in read(*cards)] == [("Director of Planning, Parks and the Library Service",)] * 3


def small(text: str, top: float, left: float) -> Text:
    """A label set smaller than its value."""
    printed = line(text, top, left)
    return replace(printed, size=7.0, lines=tuple(one._replace(size=7.0) for one in printed.lines))


def boxed(
    title: str, pill: str, values: Sequence[str], note: str, top: float, left: float = 40.0
) -> Iterator[Text]:
    """A card as software prints it: a row of small labels above a row of values."""
    yield line(title, top, left, bold=True)
    yield line(pill, top, left + 400.0)
    for k, (label, value) in enumerate(zip(("OWNER", "START", "DUE", "% COMPLETE"), values, strict=True)):
        yield small(label, top + 18, left + 110.0 * k)
        yield line(value, top + 28, left + 110.0 * k + 30 * (k == 3))
    yield small("LATEST UPDATE", top + 44, left)
    yield line(note, top + 54, left)


BOXES = (
    ("Build homes", "On Track", ("Ann Archer", "1 May 2024", "31 March 2026", "65%"), "The frame rises."),
    ("Mend the hall", "Completed", ("Bo Bull", "1 June 2024", "30 June 2026", "100%"), "It is open."),
    ("Plant trees", "Delayed", ("Cy Clay", "1 July 2024", "31 May 2026", "5%"), "No tree was planted."),
)


@pytest.mark.parametrize("numbered", ["Action 1.{}: {}", "1.{} {}"])
def test_small_labels_above_their_values_were_no_review(numbered: str) -> None:
    cards = [
        t
        for k, (title, pill, values, note) in enumerate(BOXES)
        for t in boxed(numbered.format(k + 1, title), pill, values, note, 100 + 100.0 * k)
    ]
    review = review_of(*cards)
    assert [(a.action_number, a.action, a.leads, a.status, str(a.due_date)) for a in review.actions] == [
        ("1.1", "Build homes", ("Ann Archer",), "on_schedule", "2026-03-31"),
        ("1.2", "Mend the hall", ("Bo Bull",), "completed", "2026-06-30"),
        ("1.3", "Plant trees", ("Cy Clay",), "behind_schedule", "2026-05-31"),
    ]
    assert [a.progress for a in review.actions] == [note for *_, note in BOXES]
    assert [dict(a.extra)["complete"] for a in review.actions] == ["65%", "100%", "5%"]
    assert loud(review) == []


def test_a_card_without_the_label_that_opens_the_others_was_lost_in_silence() -> None:
    cards: list[Text] = []
    for k, (title, pill, (lead, _, due, _), note) in enumerate(BOXES * 2):
        labels = f"Due: {due}" if k == 1 else f"Lead: {lead}   Due: {due}"
        cards += rated(f"1.{k + 1} {title}", pill, labels, f"• {note}", 100 + 90.0 * k)
    review = review_of(*cards)
    assert [a.action_number for a in review.actions] == [f"1.{k}" for k in range(1, 7)]
    assert [a.leads for a in review.actions][:3] == [("Ann Archer",), (), ("Cy Clay",)]


def test_a_label_in_one_heading_with_the_title_above_it_is_a_label() -> None:
    """Two lines in bold, one below the other, are one heading; of other cards the label stands alone."""

    def under(title: str, lead: str, top: float, *, one: bool) -> Iterator[Text]:
        head, label = line(title, top, bold=True), line("Lead", top + 14, bold=True)
        lines = (*head.lines, *label.lines)
        whole = replace(head, text=f"{title} Lead", lines=lines, chars=head.chars + label.chars)
        yield from [whole] if one else [head, label]
        yield line(lead, top + 28)
        yield line("Status", top + 42, bold=True)
        yield line("On track", top + 56)

    cards = [t for k in range(4) for t in under(f"1.{k} Do it", "Ann Archer", 100 + 90.0 * k, one=k == 2)]
    assert [row[:4] for row in read(*cards)] == [
        (f"1.{k}", "Do it", ("Ann Archer",), "on_schedule") for k in range(4)
    ]


def test_text_of_the_next_column_on_a_card_s_line_is_a_finding() -> None:
    def own(title: str, note: str, top: float, left: float) -> Iterator[Text]:
        lines = ("Owner: Ann Archer", "Status: On track", f"Update: {note}")
        return card(title, [text for text in lines if not text.endswith(" ")], top, left)

    left = [t for k in range(2) for t in own(f"1.{k} Do it", "All is well here.", 100 + 90.0 * k, 40.0)]
    right = [t for k in range(2) for t in own(f"2.{k} Do it", "All is well.", 100 + 90.0 * k, 160.0)]
    left[3] = line("Update: All is well here. Update: All is well.", left[3].box.top)
    del right[3]
    review = review_of(*left, *right)
    assert "columns_unsure" in loud(review)


def test_cards_in_tables_with_small_labels_above_the_values_of_their_cells_are_cards() -> None:
    """The second row was taken for the table's header, its values with it."""

    def cell(row: int, col: int, span: int, texts: Sequence[Text]) -> Cell:
        lines = tuple(one for t in texts for one in t.lines)
        box = union(one.box for one in lines)
        ink = sum(t.chars for t in texts)
        return Cell(row, col, 1, span, "\n".join(t.text for t in texts), box, lines, chars=ink)

    def drawn(title: str, pill: str, values: Sequence[str], note: str, top: float) -> Table:
        told = list(zip(("OWNER", "START", "DUE", "% COMPLETE"), values, strict=True))
        cells = [
            cell(0, 0, 3, [line(title, top, bold=True)]),
            cell(0, 3, 1, [line(pill, top, 380.0)]),
            *(
                cell(1, k, 1, [small(a, top + 20, 44.0 + 110 * k), line(b, top + 30, 44.0 + 110 * k)])
                for k, (a, b) in enumerate(told)
            ),
            cell(2, 0, 4, [small("LATEST UPDATE", top + 50, 44.0), line(note, top + 60, 44.0)]),
        ]
        xs, ys = tuple(40.0 + 110 * k for k in range(5)), (top, top + 18, top + 48, top + 75)
        return Table(1, Box(40.0, top, 480.0, top + 75), "ruled", xs, ys, tuple(cells))

    review = review_of(
        *(
            drawn(f"Action 1.{k + 1}: {title}", pill, values, note, 100 + 90.0 * k)
            for k, (title, pill, values, note) in enumerate(BOXES)
        )
    )
    assert [(a.action_number, a.action, a.leads, a.status, a.progress) for a in review.actions] == [
        ("1.1", "Build homes", ("Ann Archer",), "on_schedule", "The frame rises."),
        ("1.2", "Mend the hall", ("Bo Bull",), "completed", "It is open."),
        ("1.3", "Plant trees", ("Cy Clay",), "behind_schedule", "No tree was planted."),
    ]


def test_labels_with_values_on_two_lines_in_two_columns_stay_in_theirs() -> None:
    def wrapped(k: int) -> Iterator[Text]:
        top = 100 + 110.0 * k
        yield line(f"1.{k} Do it", top, bold=True)
        for left, label, own in (
            (40.0, "OWNER", ("Director of", "Planning")),
            (160.0, "GROUP", ("Parks and", "Sport")),
        ):
            yield small(label, top + 18, left)
            yield line(own[0], top + 28, left)
            yield line(own[1], top + 40, left)
        yield small("STATUS", top + 56, 40.0)
        yield line("On Track", top + 66, 40.0)

    review = review_of(*(t for k in range(3) for t in wrapped(k)))
    assert [a.leads for a in review.actions] == [("Director of Planning",)] * 3


def test_a_value_that_stands_in_no_label_s_column_is_a_finding() -> None:
    shifted = [
        t
        for k, (title, pill, values, note) in enumerate(BOXES)
        for t in boxed(f"1.{k + 1} {title}", pill, values, note, 100 + 100.0 * k)
    ]
    place = next(k for k, t in enumerate(shifted) if t.text == "31 March 2026")
    shifted[place] = line("31 March 2026", shifted[place].box.top, 225.0)
    assert ("columns_unsure", "a001") in [(f.code, f.subject_id) for f in review_of(*shifted).findings]


def test_words_nobody_knows_beside_a_title_where_others_have_a_status_are_no_title() -> None:
    names = ("Complete", "Delayed", "On Track", "In clover")
    told = [(f"1.{k} Do it", name, *ITEMS[k % 3][2:]) for k, name in enumerate(names)]
    review = review_of(*(t for k, item in enumerate(told) for t in rated(*item, 160 + 70.0 * k)))
    assert [(a.action_number, a.action) for a in review.actions] == [(f"1.{k}", "Do it") for k in range(4)]
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "on_schedule", "unknown"]
    assert loud(review) == ["status_unknown"]


def test_a_small_line_of_a_label_with_its_value_that_recurs_is_no_label_above_one() -> None:
    """`Status: On Track` on small pills hid the status of all cards, and with it the review."""
    cards: list[Text] = []
    for k, (title, pill, (lead, _, due, _), note) in enumerate(BOXES * 2):
        top = 100 + 90.0 * k
        cards += [line(f"Action 1.{k}: {title}", top, bold=True), small(f"Status: {pill}", top, 440.0)]
        cards += [line(f"Owner: {lead}", top + 18), line(f"Due: {due}", top + 18, 220.0)]
        cards += [line(f"Update: {note}", top + 36)]
    assert [row[::3] for row in read(*cards)] == [
        (f"1.{k}", status) for k, status in enumerate(("on_schedule", "completed", "behind_schedule") * 2)
    ]


def test_text_below_the_last_card_s_label_on_a_line_of_its_own_was_cut_off() -> None:
    def parted(title: str, own: Sequence[str], top: float) -> list[Text]:
        label, _, text = own[3].partition(" ")
        return [*card(title, own[:3], top), line(label, top + 56), line(text, top + 78)]

    closing = line("Please ask the policy team for more.", 390.0)
    blocks = [*parted(*PAIR[0], 100.0), *parted(*PAIR[1], 220.0), closing]
    assert read(*blocks) == READ
