"""Replacing: one value of a review put in the place of another, with what follows from it. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from normalise.review import Review
from warehouse import correctable as fields


def with_value(review: Review, kind: str, subject_id: str, field: str, value: Any) -> Review:
    """The review with another value in one field of one row, or of itself."""
    if kind == "review":
        return fields.corrected_review(review, field, value)
    if kind == "action":
        labels = _labels(review)
        actions = (
            fields.corrected_action(a, field, value, labels) if a.id == subject_id else a
            for a in review.actions
        )
        return replace(review, actions=tuple(actions))
    if kind == "indicator":
        rows = (
            fields.corrected_indicator(i, field, value) if i.id == subject_id else i
            for i in review.indicators
        )
        return replace(review, indicators=tuple(rows))
    return _with_activity(review, subject_id, field, value)


def _labels(review: Review) -> dict[str, str | None]:
    """What the legend calls each status, where it has one word for it."""
    times = Counter(entry.status for entry in review.legend)
    return {entry.status: entry.label for entry in review.legend if times[entry.status] == 1}


def _with_activity(review: Review, subject_id: str, field: str, value: Any) -> Review:
    before = next(a for a in review.activities if a.id == subject_id)
    after = replace(before, **{field: value})
    return replace(
        review,
        activities=tuple(after if a is before else a for a in review.activities),
        actions=tuple(
            fields.following(a, before, after) if a.activity_id == subject_id else a for a in review.actions
        ),
    )
