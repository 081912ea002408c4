"""Lines in the database: which plans follow each other, and which may."""

from __future__ import annotations

from typing import Any

import duckdb

from warehouse.appending import Appenders
from warehouse.connection import transaction
from warehouse.facts import columns, prefix
from warehouse.line import LineDecision, Span, lines, named_line
from warehouse.sql_files import script, statement

#: a plan that has this share of the smaller review's texts in common with one that ended may be its successor, if these
#: are as many at least
_SHARED, _TEXTS = 0.2, 3


def touch(con: duckdb.DuckDBPyConnection, plan: str) -> None:
    """Have a plan linked anew, in all lines that it is in."""
    con.execute(statement("mark_unlinked"), {"plan": plan, "line": named_line(plan)})


def draw_lines(con: duckdb.DuckDBPyConnection) -> None:
    """Put each plan in its line; those that change are linked anew."""
    spans = [Span(*row) for row in con.execute(statement("plan_spans")).fetchall()]
    decisions = [LineDecision(*row) for row in con.execute(statement("decided_lines")).fetchall()]
    stored = dict(con.execute(statement("plan_lines")).fetchall())
    moved = {plan: line for plan, line in lines(spans, decisions).items() if stored[plan] != [line]}
    if not moved:
        return
    with transaction(con):
        for move in (statement("mark_unlinked"), statement("move_plan")):
            for plan, line in sorted(moved.items()):
                con.execute(move, {"plan": plan, "line": line})


def propose_successors(con: duckdb.DuckDBPyConnection, appenders: Appenders) -> None:
    """Find plans under another name that repeat the texts of one that ended before they began."""
    with transaction(con):
        for forget in script("forget_successors"):
            con.execute(forget)
        for row in con.execute(statement("successors"), {"share": _SHARED, "texts": _TEXTS}).fetchall():
            document_id, *_ = row
            appenders.append("findings", columns([_proposal(*row)], document_id))


def _proposal(document_id: str, review_id: str, former: str, shared: int, texts: int) -> dict[str, Any]:
    message = (
        f"This plan may go on from that of {former}: {shared} of {texts} texts stand in both; it is treated as a new"
        f" plan until someone decides: planreview correct link {review_id} review {former} review --why TEXT"
    )
    return {
        "finding_id": f"{prefix(document_id)}-successor",
        "position": 0,
        "origin": "store",
        "severity": "warning",
        "code": "uncertain_successor",
        "message": message,
        "page": None,
        "subject_kind": "review",
        "subject_id": review_id,
        "field": None,
    }
