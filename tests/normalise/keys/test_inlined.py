"""Keys in running sentences whose lines end between a drawn sign and its words, or inside these."""

from __future__ import annotations

import re

import pytest

from normalise.keys.inlined import parted
from parsers.block import Block, Line, Mark, Paragraph
from parsers.geometry import Box, union
from tests.normalise.building import AMBER, BLUE, GREEN, RED, review_of, table

LEFT, STEP, WIDE, BLANK, SIGN = 50.0, 14.0, 4.5, 3.0, 8.0
COLOURS = {"@B": BLUE, "@G": GREEN, "@A": AMBER, "@R": RED}
PIECES = re.compile(r"(@[BGAR])")
SHOWN = table(
    ("Action", "Progress", "Status"),
    ("Mend gates", "Mended.", "B"),
    ("Plant trees", "Half of them.", "A"),
    top=300,
)
WORDED = (
    "In the last column @B blue means that the action is complete, @G green means that the action is on track, @A",
    "amber means that the action is delayed but will be delivered in the year, and @R red means that the action will",
    "not be delivered without further action. The plan has four goals.",
)
SHORT = (
    "Each is rated @B complete, @G on track, @A delayed but will be delivered",
    "in the year or @R off track.",
)


def set_in(lines: tuple[str, ...], gap: float = BLANK, home: int = -1) -> list[Block]:
    """Texts as the lower floor sees them: signs part a line, and each text has the signs at both of its ends. The text
    of the first line that is its `home` goes on below."""
    texts: list[Paragraph] = []
    for k, printed in enumerate(lines):
        x, top, row = LEFT, 100 + STEP * k, list[Line | Mark]()
        for words in map(str.strip, PIECES.split(printed)):
            if words.startswith("@"):
                box = Box(x, top, x + SIGN, top + SIGN)
                row.append(Mark("shape", "disc", COLOURS[words], "disc", box))
                x += SIGN + BLANK
            elif words:
                box = Box(x, top, x + WIDE * len(words), top + 9)
                row.append(Line(words, box, 9, False, "#000000"))
                x = box.x1 + gap
        for n, one in enumerate(row):
            if isinstance(one, Line):
                beside = tuple(m for m in row[max(0, n - 1) : n + 2] if isinstance(m, Mark))
                texts.append(Paragraph(1, one.box, one.text, 9, (one,), beside, len(one.text)))
    return joined(texts, home)


def joined(texts: list[Paragraph], at: int = -1) -> list[Block]:
    """Texts with the first of each further line in the last of the first line, as a paragraph's lines are."""
    home = [t for t in texts if t.box.top == texts[0].box.top][at]
    group = [home, *(t for t in texts if t.box.x0 < LEFT + STEP and t.box.top > home.box.top)]
    whole = Paragraph(
        1,
        union([t.box for t in group]),
        "\n".join(t.text for t in group),
        9,
        tuple(line for t in group for line in t.lines),
        tuple(m for t in group for m in t.marks),
        sum(t.chars for t in group),
    )
    return [whole if t is home else t for t in texts if t is home or t not in group]


@pytest.mark.parametrize("lines", [WORDED, SHORT], ids=["after its sign and inside", "inside"])
def test_a_sentence_of_signs_that_wraps_has_every_sign_with_all_its_words(lines: tuple[str, ...]) -> None:
    """The sign that ended a line was lost, and the words that began the next one."""
    review = review_of(*set_in(lines), SHOWN)
    assert [(e.mark, e.status) for e in review.legend] == [
        ("blue disc", "completed"),
        ("green disc", "on_schedule"),
        ("amber disc", "behind_schedule"),
        ("red disc", "off_track"),
    ]
    assert review.legend[2].label.endswith("delayed but will be delivered in the year")


LED = (
    "Key @B Blue – complete @G Green – on track @A Amber – delayed @R Red – will not be delivered without",
    "further action",
)


@pytest.mark.parametrize("gap", [BLANK, 12.0])
def test_the_last_words_of_a_key_that_wraps_below_its_title_are_the_last_signs(gap: float) -> None:
    """What went on below the title was taken from the first sign and lost; the last one ended in `without`."""
    legend = review_of(*set_in(LED, gap, home=1), SHOWN).legend
    assert [e.status for e in legend] == ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert legend[0].label == "complete"
    assert legend[3].label == "will not be delivered without further action"


@pytest.mark.parametrize(
    "blocks",
    [
        set_in(tuple(text.removeprefix("Key ") for text in LED), gap=12.0, home=0),
        set_in(SHORT, gap=40.0),
        set_in(("@B Complete @G On track @A Delayed", "@R Off track")),
        set_in(("Each is @B complete, @G on track", "or delayed.")),
    ],
    ids=["columns without a title", "columns", "a sign before each line", "two signs"],
)
def test_what_is_no_such_sentence_stays_as_it_is(blocks: list[Block]) -> None:
    assert parted(blocks) == (blocks, {})


def pills(lines: tuple[str, ...]) -> list[Block]:
    """Texts as the lower floor sees a sentence of words on pills: `[Done] all of it [Late] we` / `expect more`."""
    colours = {"Achieved": BLUE, "On target": GREEN, "Slipping": AMBER, "Stalled": RED}
    rows: list[list[tuple[float, str]]] = []
    marks: list[Mark] = []
    for k, printed in enumerate(lines):
        x, top = LEFT, 100 + STEP * k
        rows.append([])
        for piece in re.split(r"(\[[^]]+\])", printed):
            words = piece.strip(" []")
            if piece.startswith("["):
                box = Box(x - 2, top - 1, x + WIDE * len(words) + 2, top + 10)
                marks.append(Mark("shape", "pill", colours[words], "pill", box, words=words))
            rows[-1] += [(x, words)] if words else []
            x += WIDE * len(words) + BLANK + 2 if words else 0.0
    texts = []
    for k, row in enumerate(rows):
        for x, words in row:
            box = Box(x, 100 + STEP * k, x + WIDE * len(words), 109 + STEP * k)
            near = tuple(
                m
                for m in marks
                if abs(m.box.top - box.top) < 5 and m.box.x0 - 8 < box.x1 and box.x0 < m.box.x1 + 8
            )
            texts.append(
                Paragraph(1, box, words, 9, (Line(words, box, 9, False, "#000000"),), near, len(words))
            )
    return joined(texts)


def test_words_on_pills_in_a_sentence_that_wraps_are_labels_of_what_follows_each() -> None:
    """What stood right of one pill was read below another: an action that says `Achieved` was on schedule."""
    key = pills(
        (
            "[Achieved] done, and no more of it is told [On target] we finish by the date [Slipping] later than",
            "we said, but in hand [Stalled] not moving at all",
        )
    )
    review = review_of(*key, SHOWN)
    assert [(e.label, e.definition, e.status) for e in review.legend] == [
        ("Achieved", "done, and no more of it is told", "completed"),
        ("On target", "we finish by the date", "on_schedule"),
        ("Slipping", "later than we said, but in hand", "behind_schedule"),
        ("Stalled", "not moving at all", "off_track"),
    ]
