"""Rows of labels and figures that no rule parts: figures do not wrap, so a row has one line of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.text.phrases import SAME_START, Phrase, Row, column_of

INDENT = 0.3  # of the font size: how much further in than the one above a label stands that is below it
ROOM = 0.25  # share of the widest label: a label with this much room left did not wrap
#: a figure as statistics print it, with its sign, unit and note, or what stands for none
FIGURE = re.compile(
    r"[$£€]?[(+\-\u2212\u2013]?[$£€]?\d[\d,.]*\)?%?[a-z*]?\)?$|[$£€]?[-\u2013\u2014*.…]+$|[Nn]/?[Aa]$|\([A-Z]\)$"
)


def rows(band: Sequence[Row], xs: Sequence[float]) -> tuple[list[int], bool]:
    """Lines on which rows open in a band of labels and figures: figures do not wrap, so a row has one line of them.

    A line of a label alone goes on where it or the next begins in a small letter, and is a heading of rows where the
    label above it had room for more; none are given, and True for a doubt, where it may be either.
    """
    labels = [next((p for p in row if column_of(p, xs) == 0), None) for row in band]
    figures = [[p.text for p in row if p is not label] for row, label in zip(band, labels, strict=True)]
    values = [text for line in figures for text in line]
    if not any(c.isdigit() for text in values for c in text) or not all(map(FIGURE.match, values)):
        return [], False
    full = max((p.x1 for p in labels if p), default=xs[1])
    full -= ROOM * (full - xs[0])
    indents = [
        p.x0 for p, above, line in zip(labels[1:], figures, figures[1:], strict=False) if p and above and line
    ]
    opening: list[int] = []
    valued = bool(figures[0])
    for k, (label, line) in enumerate(zip(labels[1:], figures[1:], strict=True), 1):
        above = labels[k - 1]
        if label is None or label.text[0].islower():
            opens = valued and bool(line)
        elif above and above.x1 > full and _may_go_on(label, line, above, figures[k - 1], indents):
            return [], sum(map(bool, figures)) > 1
        else:
            opens = True
        if opens:
            opening.append(k)
        valued = bool(line) or (valued and not opens)
    return opening, False


def _may_go_on(
    label: Phrase, line: Sequence[str], above: Phrase, figures: Sequence[str], indents: Sequence[float]
) -> bool:
    """True where a label may be the rest of the one above it: one of the two alone has figures beside it."""
    if figures:
        return not line and above.x0 - label.x0 < INDENT * label.size
    return not _is_under(label, above, indents)


def _is_under(label: Phrase, heading: Phrase, indents: Sequence[float]) -> bool:
    """True for a label set further in than the one above it, as those of other rows are."""
    return label.x0 - heading.x0 > INDENT * label.size and any(
        abs(label.x0 - x) < SAME_START for x in indents
    )
