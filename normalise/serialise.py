"""Facts as JSON: dataclasses and named tuples as objects, dates in ISO form, `extra` columns as an object."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from normalise.review import Review


def to_json(fact: object, *, indent: int | None = 2) -> str:
    """Any fact of the lower floors, or rows of a query, as JSON text. The same fact gives the same text."""
    return json.dumps(plain(fact), indent=indent, ensure_ascii=False, allow_nan=False)


def review_json(review: Review) -> str:
    """A Review as JSON, its `review_id` first."""
    return to_json({"review_id": review.review_id, **plain(review)})


def plain(fact: Any) -> Any:
    """A fact as dicts, lists, text and numbers."""
    if is_dataclass(fact) and not isinstance(fact, type):
        return {f.name: _named(f.name, getattr(fact, f.name)) for f in fields(fact)}
    if isinstance(fact, tuple) and hasattr(fact, "_fields"):
        return {name: _named(name, value) for name, value in zip(fact._fields, fact, strict=True)}
    if isinstance(fact, dict):
        return {str(key): plain(value) for key, value in fact.items()}
    if isinstance(fact, (list, tuple)):
        return [plain(item) for item in fact]
    if isinstance(fact, (dt.date, dt.datetime)):
        return fact.isoformat()
    if fact is None or isinstance(fact, (str, bool, int, float)):
        return fact
    return str(fact)


def _named(name: str, value: Any) -> Any:
    return dict(value) if name == "extra" else plain(value)
