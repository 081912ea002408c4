"""Small reviews made by hand, to load without reading anything."""

from __future__ import annotations

import hashlib
from pathlib import Path

from normalise.review import Action, DocumentFacts, Review


def small_review(path: str | Path) -> Review:
    """A review of one action whose words are the file's text, in a cycle named by the file."""
    data = Path(path).read_bytes()
    text = data.decode()
    action = Action(
        id="a001", position=1, activity_id=None, priority="1", activity_refs=("1.1",), activity="",
        plans=(), action_number="1", action=text, leads=("A. Lead",), progress="", status="on_schedule",
        status_label=None, status_basis="legend", mark=None, due_date=None, start_date=None,
        direction=None, extra=(), confidence=1.0, pages=(1,),
    )  # fmt: skip
    return Review(
        document=DocumentFacts(hashlib.sha256(data).hexdigest(), len(data), 1, "by hand", False),
        publisher="Aldermere", plan="Plan", plan_period=None, title=None, cycle=Path(path).stem,
        as_at=None, appendix=None, legend=(), priorities=(), activities=(), actions=(action,),
        indicators=(), footnotes=(), findings=(), evidence=(), ledger=(),
    )  # fmt: skip
