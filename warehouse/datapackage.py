"""Data packages: a descriptor that tells other programs what the columns of the exported CSV files are.

Frictionless Data Package 1: https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

DESCRIPTOR = "datapackage.json"
#: DuckDB's types in the words of Table Schema; lists are joined text in CSV
_TYPES = {
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "number",
    "INTEGER": "integer",
    "JSON": "object",
}


class Field(NamedTuple):
    """A column: its name, DuckDB's type of it and what it means."""

    name: str
    type: str
    meaning: str


def write_descriptor(folder: Path, fields: Mapping[str, Sequence[Field]]) -> Path:
    """Write `datapackage.json` beside the CSV files of the views with these fields; its path."""
    package = {
        "profile": "tabular-data-package",
        "name": "planreview",
        "title": "Plan reviews",
        "resources": [_resource(view, columns) for view, columns in fields.items()],
    }
    path = folder / DESCRIPTOR
    path.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _resource(view: str, fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": view,
        "path": f"{view}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": name, "type": _TYPES.get(type_, "string"), "description": meaning}
                for name, type_, meaning in fields
            ],
            "missingValues": [""],
        },
    }
