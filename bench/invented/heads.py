"""The heads of a table: words drawn once for a document, on one level or on two."""

from __future__ import annotations

from random import Random

from bench.invented.paper import Cell, Look, Row
from bench.invented.review import Times
from bench.invented.words import words

GROUPS = {
    "who": ("lead", "due", "start", "partners", "resources"),
    "how": ("status", "progress", "percent", "next_steps", "former_status"),
}
WEIGHTS = {
    "theme": 2.0, "activity": 3.0, "ref": 0.9, "action": 4.2, "lead": 2.0, "due": 1.6, "start": 1.5, "status": 1.3,
    "former_status": 1.3, "progress": 5.5, "percent": 1.1, "measure": 2.2, "partners": 1.8, "resources": 1.6,
    "next_steps": 2.4, "name": 4.0, "comment": 3.0,
}  # fmt: skip
OTHER_WEIGHT = 1.3


def draw_heads(rng: Random, kind: str, roles: tuple[str, ...], times: Times) -> dict[str, str]:
    """A head for each role, no two alike; `kind` is `action` or `indicator`."""
    bank = words("heads")[kind]
    heads: dict[str, str] = {}
    for role in roles:
        if role in ("q1", "q2", "q3", "q4"):
            heads[role] = role.upper()
            continue
        free = [head.format(**times.fills()) for head in bank[role]]
        used = {head.lower() for head in heads.values()}
        heads[role] = rng.choice([head for head in free if head.lower() not in used])
    return heads


def weights(roles: tuple[str, ...]) -> tuple[float, ...]:
    """How wide the columns are to each other."""
    return tuple(WEIGHTS.get(role, OTHER_WEIGHT) for role in roles)


def one_level(roles: tuple[str, ...], heads: dict[str, str], look: Look) -> tuple[Row, ...]:
    """One row of heads."""
    return (tuple(_head(heads[role], look) for role in roles),)


def two_levels(
    roles: tuple[str, ...], heads: dict[str, str], look: Look, titles: dict[str, str]
) -> tuple[Row, ...]:
    """Heads below the heads of their groups, where neighbours share one; `titles` names the groups."""
    above: list[Cell | None] = []
    below: list[Cell | None] = []
    at = 0
    while at < len(roles):
        group = _group(roles[at])
        run = 1
        while group and at + run < len(roles) and _group(roles[at + run]) == group:
            run += 1
        if group and run > 1:
            above += [_head(titles[group], look, columns=run, centred=True), *[None] * (run - 1)]
            below += [_head(heads[role], look) for role in roles[at : at + run]]
        else:
            run = 1
            above.append(_head(heads[roles[at]], look, rows=2))
            below.append(None)
        at += run
    return (tuple(above), tuple(below)) if any(below) else one_level(roles, heads, look)


def _group(role: str) -> str:
    return next((name for name, roles in GROUPS.items() if role in roles), "")


def _head(text: str, look: Look, rows: int = 1, columns: int = 1, centred: bool = False) -> Cell:
    align = "center" if centred or look.centred_heads else "left"
    return Cell(
        (text,), fill=look.head_fill, ink=look.head_ink, bold=True, align=align, rows=rows, columns=columns
    )
