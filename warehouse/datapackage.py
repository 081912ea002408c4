"""Data packages: a descriptor that tells other programs what the columns of the exported CSV files are.

Frictionless Data Package 1: https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from warehouse.sql_files import statement

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
#: how DuckDB writes a moment, which is not the ISO form that Table Schema takes for granted
_MOMENTS = {"type": "datetime", "format": "any"}


def write_descriptor(con: duckdb.DuckDBPyConnection, folder: Path, views: list[str]) -> Path:
    """Write `datapackage.json` beside the CSV files of `views`; its path."""
    package = {
        "profile": "tabular-data-package",
        "name": "planreview",
        "title": "Plan reviews",
        "resources": [_resource(con, view) for view in views],
    }
    path = folder / DESCRIPTOR
    path.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _resource(con: duckdb.DuckDBPyConnection, view: str) -> dict[str, Any]:
    columns = con.execute(statement("view_comments"), {"view": view}).fetchall()
    return {
        "profile": "tabular-data-resource",
        "name": view,
        "path": f"{view}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": name, **_field(type_), "description": comment or ""}
                for name, type_, comment in columns
            ],
            "missingValues": [""],
        },
    }


def _field(type_: str) -> dict[str, str]:
    return _MOMENTS if type_.startswith("TIMESTAMP") else {"type": _TYPES.get(type_, "string")}
