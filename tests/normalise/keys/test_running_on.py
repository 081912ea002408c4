"""Labels of a key that go on below their sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parsers.block import Block, Line
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, RED, paragraph, review_of, shape, table

SIGNS = (("disc", BLUE), ("disc", GREEN), ("disc", AMBER), ("disc", RED))
RATED = table(
    ACTIONS,
    *((f"{n}. Do it", "Ann Archer", "Goes on", shape(*sign)) for n, sign in enumerate(SIGNS, 1)),
    top=300,
)


def beside(*labels: Sequence[str]) -> list[Block]:
    """A row of a key: each text has its sign before its first line, and, as no rule parts them, the next one's behind;
    its other lines begin below the sign."""
    blocks: list[Block] = []
    marks = [paragraph("", marks=[shape(*sign)]).marks[0] for sign in SIGNS]
    marks = [m._replace(box=Box(40 + 115.0 * k, 60, 49 + 115.0 * k, 69)) for k, m in enumerate(marks)]
    for k, texts in enumerate(labels):
        left = marks[k].box.x0
        lines = tuple(
            Line(
                text,
                Box(left + 14.0 * (n == 0), 60 + 11.0 * n, left + 90, 70 + 11.0 * n),
                10,
                False,
                "#000000",
            )
            for n, text in enumerate(texts)
        )
        box = Box(left, 60, left + 90, 60 + 11.0 * len(texts))
        block = paragraph("\n".join(texts))
        blocks.append(replace(block, box=box, lines=lines, marks=tuple(marks[k : k + 2])))
    return blocks


def legend(*labels: Sequence[str]) -> list[tuple[str, str, str]]:
    return [(e.label, e.definition, e.status) for e in review_of(*beside(*labels), RATED).legend]


@pytest.mark.parametrize(
    "labels",
    [
        (("Completed and no more", "reports due"), ("On track",),
         ("Behind", "schedule"), ("Off track and will", "be late")),
        (("Wedi'i gwblhau /", "Completed"), ("Ar y trywydd iawn /", "On track"), ("Ar ei hôl hi / Behind", "schedule"),
         ("Oddi ar y trywydd /", "Off track")),
        (("Completed for", "This Year"), ("On Track for", "Delivery", "in March"),
         ("Behind", "Schedule"), ("Off", "Track")),
    ],
)  # fmt: skip
def test_what_a_label_prints_below_its_sign_was_lost(labels: Sequence[Sequence[str]]) -> None:
    read = legend(*labels)
    assert [label for label, _, _ in read] == [" ".join(texts) for texts in labels]
    assert [s for _, _, s in read] == ["completed", "on_schedule", "behind_schedule", "off_track"]


def test_what_a_sign_means_below_it_is_no_part_of_its_label() -> None:
    """It was in no finding."""
    read = legend(("Completed", "All work is done"), ("On track",), ("Delayed",), ("Off track",))
    assert read[0] == ("Completed", "All work is done", "completed")


def test_a_remark_below_signs_below_each_other_is_none_of_the_last() -> None:
    signs = [paragraph("", marks=[shape(*sign)]).marks[0] for sign in SIGNS]
    marks = tuple(m._replace(box=Box(40, 60 + 12.0 * k, 49, 69 + 12.0 * k)) for k, m in enumerate(signs))
    texts = ("Completed", "On track", "Delayed", "Off track", "Ratings of May 2025")
    lines = tuple(
        Line(text, Box(54 - 14.0 * (k == 4), 60 + 12.0 * k, 160, 70 + 12.0 * k), 10, False, "#000000")
        for k, text in enumerate(texts)
    )
    key = replace(paragraph("\n".join(texts)), box=Box(40, 60, 160, 118), lines=lines, marks=marks)
    read = [(e.label, e.definition) for e in review_of(key, RATED).legend]
    assert read == [(text, "") for text in texts[:4]]
