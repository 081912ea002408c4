"""Cards of labelled lines, `Lead: Ann Archer`, that nothing draws; and texts with such lines that are no cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from parsers import Refusal
from parsers.block import Block, Cell, Heading, Line, Mark, Paragraph, Table
from parsers.geometry import Box, union
from tests.normalise.building import AMBER, GREEN, loud, review_of, table

Text = Heading | Paragraph

HOMES = ("Lead: Ann Archer", "Due: 31 March 2026", "Status: On track", "Progress: The frame rises.")
HALL = ("Lead: Bo Bull", "Due: 30 June 2026", "Status: Completed", "Progress: It was opened in May.")
TREES = ("Lead: Cy Clay", "Due: 1 May 2026", "Status: Off track", "Progress: No tree was planted.")


def line(text: str, top: float, left: float = 40.0, page: int = 1, bold: bool = False) -> Text:
    """A text of one line, 5 points a letter; what stands before `**` is set in bold."""
    label, _, rest = text.rpartition("**")
    words = label + rest
    box = Box(left, top, left + 5.0 * len(words), top + 10.0)
    printed = Line(words, box, 10.0, bold, "#000000", label=label)
    ink = len("".join(words.split()))
    if bold:
        return Heading(page, box, words, 10.0, True, ink, (printed,))
    return Paragraph(page, box, words, 10.0, (printed,), (), ink)


def card(title: str, lines: Sequence[str], top: float, left: float = 40.0, page: int = 1) -> Iterator[Text]:
    """A title in bold and lines below it, 14 points apart."""
    if title:
        yield line(title, top, left, page, bold=True)
    for k, text in enumerate(lines, 1 if title else 0):
        yield line(text, top + 14.0 * k, left, page)


def column(*cards: tuple[str, Sequence[str]], left: float = 40.0, apart: float = 100.0) -> list[Text]:
    return [t for k, (title, lines) in enumerate(cards) for t in card(title, lines, 100 + apart * k, left)]


PAIR = (("1.1 Build homes", HOMES), ("1.2 Mend the hall", HALL))
READ = [
    ("1.1", "Build homes", ("Ann Archer",), "on_schedule", "The frame rises."),
    ("1.2", "Mend the hall", ("Bo Bull",), "completed", "It was opened in May."),
]


def read(*blocks: Block) -> list[tuple[str | None, str, tuple[str, ...], str, str]]:
    return [(a.action_number, a.action, a.leads, a.status, a.progress) for a in review_of(*blocks).actions]


def test_a_title_with_labelled_lines_below_it_is_an_action() -> None:
    review = review_of(*column(*PAIR))
    assert read(*column(*PAIR)) == READ
    assert [str(a.due_date) for a in review.actions] == ["2026-03-31", "2026-06-30"]
    assert [page.unplaced for page in review.ledger] == [0]


def test_each_value_of_a_card_keeps_the_place_where_it_stands() -> None:
    review = review_of(*column(*PAIR))
    status = next(e for e in review.evidence if e.subject_id == "a002" and e.field == "status")
    assert (status.page, status.reader, status.raw) == (1, "lines", "Completed")
    assert status.box == Box(40.0 + 5 * len("Status: "), 242.0, 40.0 + 5 * len("Status: Completed"), 252.0)


def test_an_action_s_label_may_hold_its_number() -> None:
    cards = [("", ("Action 1.1: Build homes", *HOMES)), ("", ("Action 1.2: Mend the hall", *HALL))]
    assert read(*column(*cards)) == READ


def test_a_title_may_stand_below_its_number() -> None:
    cards = [("Action 1.1", ("Build homes", *HOMES)), ("Action 1.2", ("Mend the hall", *HALL))]
    assert read(*column(*cards)) == READ


def test_labels_in_bold_need_no_colon() -> None:
    plain = ("Lead** Ann Archer", "Status** On track", "Update** The frame rises.")
    other = ("Lead** Bo Bull", "Status** Completed", "Update** It was opened in May.")
    assert read(*column(("1.1 Build homes", plain), ("1.2 Mend the hall", other))) == READ


def test_cards_side_by_side_are_read_each_by_itself() -> None:
    left, right = column(PAIR[0]), column(PAIR[1], left=320.0)
    third, fourth = card("1.3 Plant trees", TREES, 200.0), card("1.4 Plant hedges", TREES, 200.0, 320.0)
    assert [row[:4] for row in read(*left, *right, *third, *fourth)] == [
        *(row[:4] for row in READ),
        ("1.3", "Plant trees", ("Cy Clay",), "off_track"),
        ("1.4", "Plant hedges", ("Cy Clay",), "off_track"),
    ]


def test_several_labels_on_one_line_are_several_fields() -> None:
    lines = [(f"{a} | {b} | {c}", d) for a, b, c, d in (HOMES, HALL)]
    assert read(*column(*((title, own) for (title, _), own in zip(PAIR, lines, strict=True)))) == READ


def test_a_status_printed_before_its_project_is_not_the_one_before_s() -> None:
    """The label of the item opens no card where another is printed above it: statuses moved up by one."""
    cards = [
        ("", (f"Status: {status}", f"Project: {name}", "Lead: Ann Archer", "Update: All is told here."))
        for name, status in (("Homes", "Completed"), ("Hall", "Off track"), ("Trees", "On track"))
    ]
    assert [row[1::2] for row in read(*column(*cards, apart=56.0))] == [
        ("Homes", "completed"),
        ("Hall", "off_track"),
        ("Trees", "on_schedule"),
    ]


def test_a_card_that_a_page_break_cuts_is_one_action() -> None:
    rest = line("Progress: It was opened in May.", 60.0, page=2)
    cut = [*column(PAIR[0], ("1.2 Mend the hall", HALL[:3])), rest]
    assert read(*cut, *card("1.3 Plant trees", TREES, 90.0, page=2))[:2] == READ
    review = review_of(*cut, *card("1.3 Plant trees", TREES, 90.0, page=2))
    assert review.actions[1].pages == (1, 2)


def test_a_title_at_the_foot_of_the_page_before_is_the_card_s() -> None:
    below = card("", HALL, 60.0, page=2)
    blocks = [*column(PAIR[0]), line("1.2 Mend the hall", 700.0, bold=True), *below]
    assert read(*blocks) == READ
    assert review_of(*blocks).actions[1].pages == (1, 2)


def test_text_below_the_last_card_is_none_of_its_own() -> None:
    closing = line("Please ask the policy team for more.", 290.0)
    assert read(*column(*PAIR), closing) == READ


def test_text_below_a_short_value_is_a_finding() -> None:
    swapped = [(title, (own[0], own[3], own[2])) for title, own in PAIR]
    below = line("Works stopped in June.", 160.0)
    review = review_of(*column(*swapped), below)
    assert loud(review) == ["columns_unsure"]
    assert [a.status for a in review.actions] == ["on_schedule", "completed"]


def test_text_without_a_label_that_ends_every_card_is_its_progress() -> None:
    cards = column(*((title, own[:3]) for title, own in PAIR))
    notes = [line(own[3].removeprefix("Progress: "), 164.0 + 100 * k) for k, (_, own) in enumerate(PAIR)]
    assert read(*sorted([*cards, *notes], key=lambda text: text.box.top)) == READ


def test_a_label_that_a_card_prints_twice_is_a_finding() -> None:
    twice = (*HOMES, "Due: 1 May 2026")
    review = review_of(*column(("1.1 Build homes", twice), PAIR[1]))
    assert "columns_unsure" in loud(review)


def test_a_card_without_an_item_among_others_is_a_finding() -> None:
    nameless = card("", HALL, 400.0)
    review = review_of(*column(*PAIR), *nameless)
    assert len(review.actions) == 2
    assert "card_not_read" in loud(review)


def test_labels_of_a_card_that_is_not_read_are_no_facts_of_the_next() -> None:
    """Whoever leads the card that names no item was told of the one below it."""
    first, last = ((title, (own[0], "Sponsor: Flo Fox", *own[1:])) for title, own in PAIR)
    far = line("1.3 Plant trees", 200.0, bold=True)
    between = card("", (TREES[0], "Sponsor: Ed East", *TREES[1:]), 260.0)
    review = review_of(*card(*first, 100.0), far, *between, *card(*last, 360.0))
    assert [dict(a.extra) for a in review.actions] == [{"Sponsor": "Flo Fox"}] * 2
    assert "card_not_read" in loud(review)


def test_a_title_s_second_line_of_a_word_and_a_figure_is_no_reference() -> None:
    titles = [
        line("1.2 Bring the number of empty homes below", 250, bold=True),
        line("than 60", 261, bold=True),
    ]
    rest = [line(text, 275 + 14.0 * k) for k, text in enumerate(HALL)]
    found = read(*card("1.1 Build homes", HOMES, 100), *titles, *rest)
    assert [row[1] for row in found] == ["Build homes", "Bring the number of empty homes below than 60"]


COVER = ("Report of: Director of Housing", "Contact Officer: Ann Archer", "Status: For decision")
MINUTES = ("Action: Ann Archer to report back.", "Lead: Ann Archer", "By when: September")
RISKS = (
    "Risk: Loss of data",
    "Owner: Ann Archer",
    "Likelihood: 3",
    "Impact: 4",
    "Rating: Amber",
    "Update: None.",
)
PLANNING = ("Proposal: A porch", "Case officer: Ann Archer", "Status: Pending consideration")
POLICY = ("Document owner: Ann Archer", "Version: 2", "Status: Approved by Cabinet")


@pytest.mark.parametrize("lines", [COVER, MINUTES, RISKS, PLANNING, POLICY], ids=lambda own: own[0])
def test_labelled_lines_of_other_papers_are_no_review(lines: Sequence[str]) -> None:
    papers = [(f"{k}. Housing", lines) for k in range(1, 4)]
    with pytest.raises(Refusal, match="no_review_found"):
        review_of(*column(*papers, apart=150.0))


def test_one_card_alone_is_no_review() -> None:
    with pytest.raises(Refusal, match="no_review_found"):
        review_of(*column(PAIR[0]))


def test_a_covering_report_s_labels_are_no_card_before_the_first() -> None:
    cover = [replace(t, page=1) for t in card("", ("Status: Public", "Lead: Dee Drew"), 40.0)]
    assert read(*cover, *column(*PAIR)) == READ


def test_numbers_above_cards_that_stand_in_three_columns_are_no_running_head() -> None:
    """They stand at one height and differ in nothing but their figures."""
    rows = [column((f"1.{k}", (f"Build {k}00 homes", *HOMES)), left=40.0 + 190 * k) for k in range(3)]
    titled = [
        replace(t, lines=(t.lines[0]._replace(bold=True),)) if "homes" in t.text else t
        for own in rows
        for t in own
    ]
    assert [row[0] for row in read(*titled)] == ["1.0", "1.1", "1.2"]


def test_cards_that_stand_in_the_cells_of_a_table_are_no_table() -> None:
    cells = ["\n".join((title, *own)) for title, own in PAIR]
    assert [row[1:] for row in read(cells_of(*cells))] == [row[1:] for row in READ]


def cells_of(*texts: str) -> Table:
    """A table of one row; the first line of each cell is bold, its lines are 14 points apart."""
    made = table(texts)
    cells = []
    for cell in made.cells:
        lines = [
            Line(
                t,
                Box(cell.box.x0 + 2, 100 + 14.0 * k, cell.box.x0 + 80, 110 + 14.0 * k),
                10,
                not k,
                "#000000",
            )
            for k, t in enumerate(cell.text.split("\n"))
        ]
        cells.append(replace(cell, lines=tuple(lines)))
    return replace(made, cells=tuple(cells))


def signed(text: str, colour: str, top: float) -> Paragraph:
    """A title in bold with a disc at its end."""
    title = line(text, top, bold=True)
    disc = Mark("shape", "disc", colour, "disc", Box(title.box.x1 + 5, top, title.box.x1 + 14, top + 9))
    return Paragraph(1, title.box, text, 10.0, title.lines, (disc,), title.chars)


def test_a_sign_beside_a_card_s_title_is_its_status() -> None:
    cards = [
        [signed(f"F{k} Build homes", colour, 100.0 * k), *card("", (own[0], own[3]), 100.0 * k + 14)]
        for k, (colour, own) in enumerate(((GREEN, HOMES), (AMBER, HALL)), 1)
    ]
    assert [row[0::3] for row in read(*cards[0], *cards[1])] == [
        ("F1", "on_schedule"),
        ("F2", "behind_schedule"),
    ]


def test_the_same_sign_beside_every_title_is_no_status() -> None:
    cards = [
        [signed(f"{k}. Build homes", GREEN, 100.0 * k), *card("", (own[0], own[3]), 100.0 * k + 14)]
        for k, own in enumerate((HOMES, HALL), 1)
    ]
    with pytest.raises(Refusal, match="no_review_found"):
        review_of(*cards[0], *cards[1])


UNRATED = tuple(text for text in HOMES if not text.startswith("Status")), HALL[:2] + HALL[3:]


def with_pill(title: str, pill: str, lines: Sequence[str], top: float) -> Iterator[Text]:
    """A card with the name of its status level with the title, far above its labels."""
    yield line(title, top, bold=True)
    yield line(pill, top, 350.0, bold=True)
    for k, text in enumerate(lines):
        yield line(text, top + 40 + 14.0 * k)


def test_the_name_of_a_status_beside_a_card_s_title_is_its_status() -> None:
    first = with_pill("1.1 Build homes", "On track", UNRATED[0], 100)
    assert read(*first, *with_pill("1.2 Mend the hall", "Complete", UNRATED[1], 250)) == READ


def test_the_name_of_a_status_in_the_corner_of_many_pages_is_no_running_head() -> None:
    pages = [
        [
            replace(t, page=page)
            for t in with_pill(
                f"{word} the hall", "On track", (f"Lead: {word} Archer", f"Progress: {word}."), 100
            )
        ]
        for page, word in enumerate(("Build", "Mend", "Paint", "Sell"), 1)
    ]
    review = review_of(*(t for page in pages for t in page))
    assert [a.status for a in review.actions] == ["on_schedule"] * 4


def test_a_word_of_a_larger_title_is_no_label() -> None:
    def larger(text: str, top: float) -> Text:
        printed = line(text, top, bold=True)
        return replace(printed, size=16.0, lines=tuple(one._replace(size=16.0) for one in printed.lines))

    titles = [larger("1.2 Mend the hall and its", 250), larger("services", 261)]
    rest = [line(text, 275 + 14.0 * k) for k, text in enumerate(HALL)]
    assert [row[1] for row in read(*card("1.1 Build homes", HOMES, 100), *titles, *rest)] == [
        "Build homes",
        "Mend the hall and its services",
    ]


@pytest.mark.parametrize("title", ["Action 1.{} Do it", "Goal 1.{}. Do it", "Action Item 1.{}: Do it"])
def test_a_dotted_number_behind_the_word_for_an_item_is_not_cut_at_its_dot(title: str) -> None:
    cards = [
        block
        for k, lines in enumerate((HOMES, HALL, TREES))
        for block in card(title.format(k + 1), lines, 60.0 + 100.0 * k)
    ]
    found = [(a.action_number, a.action) for a in review_of(*cards).actions]
    assert found == [("1.1", "Do it"), ("1.2", "Do it"), ("1.3", "Do it")]


def piped(title: str, pill: str, share: str, note: str, top: float) -> Iterator[Text]:
    """A card as software prints it: the status on a pill beside the title, particulars on one line, the share done."""
    yield line(title, top, bold=True)
    words = line(pill, top, left=400.0)
    assert isinstance(words, Paragraph)
    sign = Mark("shape", "pill", GREEN, "pill", words.box.grown(2.0))
    yield replace(words, marks=(sign,))
    yield line("Owner: Ann Archer | Start: 1 April 2025 | Due: 31 March 2026", top + 14)
    yield line(share, top + 28, left=200.0)
    if note:
        yield line(f"Update: {note}", top + 42)


def deck(*pills: str) -> list[Text]:
    return [
        text
        for k, pill in enumerate(pills)
        for text in piped(
            f"Action 1.{k + 1} Do it", pill, f"{k}0%", "Work goes on." * (k < 2), 60.0 + 100.0 * k
        )
    ]


def test_a_card_without_an_update_whose_pill_says_unknown_words_is_a_row() -> None:
    review = review_of(*deck("On Track", "Delayed", "Mulled over"))
    assert [a.action_number for a in review.actions] == ["1.1", "1.2", "1.3"]
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "unknown"]
    assert loud(review) == ["status_unknown"]


def test_a_share_on_a_card_s_own_line_and_the_strokes_between_labels_are_not_lost() -> None:
    review = review_of(*deck("On Track", "Delayed", "Completed"))
    assert [a.extra for a in review.actions] == [
        (("complete", "00%"),),
        (("complete", "10%"),),
        (("complete", "20%"),),
    ]
    assert loud(review) == []


def test_labels_with_a_dash_for_the_colon_are_labels_where_their_words_are_known() -> None:
    dashed = [(title, [text.replace(": ", " - ", 1) for text in lines]) for title, lines in PAIR]
    assert read(*column(*dashed)) == READ


def test_a_label_with_a_dash_behind_which_its_value_stands_apart_is_a_label() -> None:
    """A sign stands between `Status -` and `On track`."""
    blocks: list[Text] = []
    for k, (title, own) in enumerate(PAIR):
        lead, due, status, progress = (text.replace(": ", " - ") for text in own)
        label, _, value = status.partition("- ")
        blocks += card(title, (lead, due, f"{label}-", progress), 100.0 + 100 * k)
        blocks.append(line(value, 142.0 + 100 * k, 120.0))
    assert read(*blocks) == READ


def test_a_dash_in_running_text_parts_no_label() -> None:
    lines = (*HOMES[:3], "Progress: The frame rises.", "Homes - all forty of them - will be let in May.")
    first, _ = read(*column(("1.1 Build homes", lines), PAIR[1]))
    assert first[-1] == "The frame rises. Homes - all forty of them - will be let in May."


def test_headings_printed_again_above_a_table_that_goes_on_are_no_card() -> None:
    """Symptom: `crashed`, IndexError: the lines of repeated headings were read as cards."""
    heads = ("Theme", "No", "Action", "Lead", "Q4 24/25 RAG", "Q2 25/26 RAG", "What has been done")
    rows = [
        ("Homes", str(k), f"Build {k} homes", "Ann Archer", "Amber", "Green", f"The frame of {k} rises.")
        for k in range(1, 7)
    ]
    again = [("Theme", 72.0, 42.0), ("No Action", 72.0, 132.0), ("Lead", 72.0, 222.0)]
    again += [
        ("Q4 24/25 Q2 25/26 What has been done", 72.0, 312.0),
        ("RAG", 84.0, 312.0),
        ("RAG", 84.0, 402.0),
    ]
    blocks: list[Block] = []
    for page in (1, 2, 3):
        blocks += [on_ground(text, top, left, page) for text, top, left in again if page > 1]
        blocks.append(table(*([heads] if page == 1 else []), *rows[2 * page - 2 : 2 * page], page=page))
    read = review_of(*blocks).actions
    assert [(a.action, a.leads) for a in read] == [(row[2], (row[3],)) for row in rows]


def on_ground(text: str, top: float, left: float, page: int) -> Paragraph:
    """A line in bold on the ground of a heading, which the eyes take for a sign."""
    (printed,) = line(text, top, left, page, bold=True).lines
    ground = Mark("shape", "square", "#265032", "square", printed.box)
    return Paragraph(page, printed.box, text, 10.0, (printed,), (ground,), len("".join(text.split())))


def small(text: Text, size: float) -> Text:
    """A text of one line, set smaller or larger than it was."""
    return replace(text, size=size, lines=tuple(line._replace(size=size) for line in text.lines))


def rated_card(title: str, status: str, lines: Sequence[str], top: float) -> list[Text]:
    """A title in bold with a status beside it, labels in small print below it, and a text without a label."""
    *labels, text = lines
    placed = [small(line(own, top + 14.0 * (k + 1)), 8.0) for k, own in enumerate(labels)]
    beside = line(status, top, left=400.0)
    return [line(title, top, bold=True), beside, *placed, line(text, top + 14.0 * len(lines) + 6)]


def test_text_below_labels_in_small_print_is_progress_and_no_heading() -> None:
    cards = [
        ("1.1 Build homes", "On track", ("Lead: Ann Archer", "Due: March 2026", "The frame rises.")),
        ("1.2 Mend the hall", "Completed", ("Lead: Bo Bull", "Due: June 2026", "It was opened in May.")),
    ]
    blocks = [b for k, own in enumerate(cards) for b in rated_card(*own, 100 + 100.0 * k)]
    assert read(*blocks) == READ


def test_a_year_that_ends_a_title_over_two_lines_is_no_reference() -> None:
    title = line("1.1 Build forty homes by March", 100.0, bold=True)
    year = line("2027", 111.0, bold=True)
    first = [title, line("On track", 100.0, left=400.0), year, *card("", HOMES[:2], 125.0)]
    second = rated_card("1.2 Mend the hall", "Completed", ("Lead: Bo Bull", "It was opened in May."), 300.0)
    assert [row[1] for row in read(*first, *second)] == ["Build forty homes by March 2027", "Mend the hall"]


def test_a_status_level_with_both_lines_of_a_title_stands_beside_it() -> None:
    def two_lines(first: str, second: str, status: str, lead: str, top: float) -> list[Text]:
        beside = line(status, top + 6.0, left=400.0)
        labels = card("", (f"Lead: {lead}", "Progress: It goes on."), top + 25.0)
        return [line(first, top, bold=True), beside, line(second, top + 12.0, bold=True), *labels]

    blocks = two_lines("1.1 Build", "homes", "On track", "Ann Archer", 100.0)
    blocks += two_lines("1.2 Mend", "the hall", "Completed", "Bo Bull", 200.0)
    found = [(number, action, status) for number, action, _, status, _ in read(*blocks)]
    assert found == [("1.1", "Build homes", "on_schedule"), ("1.2", "Mend the hall", "completed")]


def test_a_lead_over_two_lines_beside_other_labels_is_whole() -> None:
    def owned(title: str, first: str, second: str, status: str, top: float) -> list[Text]:
        left = [line(f"Lead: {first}", top + 14.0), line(second, top + 25.0)]
        right = [line("Start: May 2025", top + 19.0, 160.0), line("Due: June 2026", top + 19.0, 280.0)]
        below = card("", (f"Status: {status}", "Progress: It goes on."), top + 42.0)
        return [line(title, top, bold=True), *left, *right, *below]

    blocks = owned("1.1 Build homes", "Community", "Development", "On track", 100.0)
    blocks += owned("1.2 Mend the hall", "Human", "Services", "Completed", 220.0)
    assert [row[2] for row in read(*blocks)] == [("Community Development",), ("Human Services",)]


def test_headings_between_cards_inside_a_table_stay_headings() -> None:
    """An eye may take shaded titles and the lines between them for one table: what cards leave of it are texts."""
    texts = [
        *card("Action 1.1.1: Build homes", HOMES, 100.0),
        line("Goal 2: Halls for all", 170.0, bold=True),
    ]
    texts += [
        line("Objective 2.1 Open halls", 184.0, bold=True),
        *card("Action 2.1.1: Mend the hall", HALL, 198.0),
    ]
    lines = [own for text in texts for own in text.lines]
    cells = tuple(Cell(k, 0, 1, 1, own.text, own.box, (own,), chars=1) for k, own in enumerate(lines))
    box = union(own.box for own in lines)
    shaded = Table(1, box, "unruled", (box.x0, box.x1), (*(c.box.top for c in cells), box.bottom), cells)
    review = review_of(
        line("Goal 1: Homes for all", 60.0, bold=True),
        line("Objective 1.1 Let homes", 80.0, bold=True),
        shaded,
    )
    assert [(a.refs, a.texts) for a in review.activities] == [
        (("1.1",), ("Let homes",)),
        (("2.1",), ("Open halls",)),
    ]


def test_a_sentence_larger_than_the_labels_is_no_heading_though_titles_are_not_bold() -> None:
    cards = [
        ("1.1 Build homes", ("Lead: Ann Archer", "Status: On track", "The frame rises.")),
        ("1.2 Mend the hall", ("Lead: Bo Bull", "Status: Completed", "It was opened in May.")),
    ]
    blocks: list[Text] = []
    for k, (title, lines) in enumerate(cards):
        top = 100 + 100.0 * k
        labels = [small(line(own, top + 14.0 * (n + 1)), 8.0) for n, own in enumerate(lines[:2])]
        blocks += [line(title, top), *labels, line(lines[2], top + 48.0)]
    assert read(*blocks) == READ


def test_a_sign_below_a_page_break_was_a_row_of_its_own_at_the_head_of_the_page_before() -> None:
    items = (("1.1 Build homes", HOMES), ("1.2 Mend the hall", HALL), ("1.3 Plant trees", TREES))
    blocks = column(*items, apart=200.0)
    lines = [f"Status: ■ {own[2].partition(': ')[2]}" for _, own in items]
    signs = (GREEN, "#0070c0", "#ff0000")
    for text, colour, k in zip(lines, signs, (3, 8, 13), strict=True):
        own = line(text, blocks[k].box.top)
        sign = Mark("glyph", "square", colour, "Sans:■", Box(80.0, own.box.top, 85.0, own.box.bottom))
        assert isinstance(own, Paragraph)
        blocks[k] = replace(own, marks=(sign,))
    cut = [
        replace(b, page=2, box=b.box._replace(top=b.box.top - 480, bottom=b.box.bottom - 480))
        for b in blocks[13:]
    ]
    cut = [replace(b, lines=tuple(one._replace(box=b.box) for one in b.lines)) for b in cut]
    first = cut[0]
    assert isinstance(first, Paragraph)
    cut[0] = replace(
        first, marks=(first.marks[0]._replace(box=Box(80.0, first.box.top, 85.0, first.box.bottom)),)
    )
    assert [(number, status) for number, _, _, status, _ in read(*blocks[:13], *cut)] == [
        ("1.1", "on_schedule"),
        ("1.2", "completed"),
        ("1.3", "off_track"),
    ]
