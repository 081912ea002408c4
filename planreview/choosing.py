"""Which reviews are meant: by their whole id, by a part of it, or the last two of the only plan."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.review import slug
from planreview.asking import ask
from planreview.errors import Mistake

SHOWN = 5


def last_two(db: str, publisher: str | None = None, plan: str | None = None) -> tuple[str, str]:
    """The last two reviews of the only plan, earlier first, of those chosen by a part of their publisher's or plan's
    name. Raises Mistake where there are several plans; a plan and its successors are one."""
    rows = ask(db, "last_two", publisher=publisher, plan=plan).rows
    plans = sorted({plan for _, plan in rows})
    if len(plans) > 1:
        raise Mistake(
            f"{db} holds {len(plans)} plans ({_some(plans)}); say which: planreview diff --plan NAME, or diff FROM TO"
        )
    if len(rows) < 2:
        raise Mistake(
            f"{db} holds {len(rows)} review{'' if rows else 's'}; a diff needs two: planreview ingest SOURCE"
        )
    return rows[0][0], rows[1][0]


def two_of_a_plan(db: str, former: str, latter: str) -> tuple[str, str]:
    """The ids of two reviews that can be compared. Raises Mistake for reviews of two plans: nothing links these."""
    ids = chosen(db, former), chosen(db, latter)
    plan_line = dict(ask(db, "review_ids").rows)
    if plan_line[ids[0]] != plan_line[ids[1]]:
        raise Mistake(
            f"{ids[0]} and {ids[1]} are reviews of two plans, so that all would be added or gone; expected two of one "
            f"plan. If one follows the other: planreview correct link {ids[1]} review {ids[0]} review --why TEXT"
        )
    return ids


def chosen(db: str, fragment: str) -> str:
    """The id of the review that the fragment means. Raises Mistake where it means none, or more than one."""
    known = [row[0] for row in ask(db, "review_ids").rows]
    return match(fragment, known)


def match(fragment: str, known: Sequence[str]) -> str:
    """The one id that is, ends with, or holds the fragment; the first of these that fits wins."""
    wanted = "/".join(slug(part) for part in fragment.split("/"))
    fits = (
        lambda review: review in (fragment, wanted),
        lambda review: review.endswith(f"/{wanted}"),
        lambda review: wanted in review,
    )
    for fit in fits:
        found = [review for review in known if fit(review)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Mistake(f"{fragment!r} fits {len(found)} reviews ({_some(found)}); give more of the id")
    raise Mistake(
        f"{fragment!r} fits no review; expected a part of one of: {_some(known) or 'none is loaded'}"
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
