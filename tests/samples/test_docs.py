"""What docs/ says is what the code does: every column, every finding, every refusal."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from normalise.facts.document import learn
from normalise.given import Given
from normalise.review import SEVERITIES
from warehouse import Warehouse

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
FINDINGS, _, REFUSALS = (DOCS / "findings.md").read_text(encoding="utf-8").partition("## Refusals")
#: a row of a table whose first cell is a name in code
ROW = re.compile(r"^\| `(\w+)` \| ([^|]*) \|", re.MULTILINE)
DECIDED = "severity"  # a severity that the code chooses as it goes


def documented_columns() -> dict[str, list[str]]:
    views = re.split(r"^## `(\w+)`$", (DOCS / "schema.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[
        1:
    ]
    return {
        name: [row[0] for row in ROW.findall(body)]
        for name, body in zip(views[::2], views[1::2], strict=True)
    }


def test_the_schema_names_exactly_the_columns_of_the_database(tmp_path: Path) -> None:
    sql = """
        select table_name, column_name
        from duckdb_columns()
        join (select view_name as table_name from duckdb_views() where schema_name = 'main' and not internal)
        using (table_name)
        where schema_name = 'main'
        order by table_name, column_index
    """
    columns: dict[str, list[str]] = {}
    with Warehouse.open(tmp_path / "reviews.duckdb") as warehouse:
        for view, column in warehouse.con.execute(sql).fetchall():
            columns.setdefault(view, []).append(column)
    assert documented_columns() == columns


def raised(floor: str) -> Iterator[tuple[str, str]]:
    """Severity and code of every finding that a floor's code names: in a call, a note's tuple or a row."""
    for path in sorted((HOUSE / floor).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call | ast.Tuple):
                yield from _codes(node.args if isinstance(node, ast.Call) else node.elts)
            elif isinstance(node, ast.Dict):
                row = {ast.unparse(k): v for k, v in zip(node.keys, node.values, strict=True) if k}
                yield from _codes([row[key] for key in ("'severity'", "'code'") if key in row])


def _codes(items: list[ast.expr]) -> Iterator[tuple[str, str]]:
    for severity, code in pairwise(items):
        if isinstance(code, ast.Constant) and isinstance(code.value, str) and code.value not in SEVERITIES:
            if isinstance(severity, ast.Constant) and severity.value in SEVERITIES:
                yield str(severity.value), code.value
            elif isinstance(severity, ast.Name) and severity.id == DECIDED:
                yield DECIDED, code.value


def codes_in_the_code() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    named = [*raised("normalise"), *raised("warehouse")]
    missing = [(f.severity, f.code) for f in learn([], Given()).findings]
    for severity, code in [*named, *missing]:
        found.setdefault(code, set()).add(severity)
    return found


def documented_findings() -> dict[str, str]:
    return {code: severity for code, severity in ROW.findall(FINDINGS) if code not in SEVERITIES}


def test_every_finding_that_is_raised_is_explained_and_no_other() -> None:
    assert sorted(documented_findings()) == sorted(codes_in_the_code())


@pytest.mark.parametrize(("code", "severities"), sorted(codes_in_the_code().items()))
def test_the_severity_that_is_explained_is_the_one_raised(code: str, severities: set[str]) -> None:
    assert severities - {DECIDED} <= set(documented_findings().get(code, "").split(", "))


def test_a_finding_is_seen_wherever_it_is_raised() -> None:
    source = 'Finding("error", "a", m); notes += (("info", "b", m),); remark(id, severity, "c", m)'
    nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call | ast.Tuple)]
    items = [n.args if isinstance(n, ast.Call) else n.elts for n in nodes]
    assert sorted({code for own in items for _, code in _codes(own)}) == ["a", "b", "c"]


def test_every_refusal_that_is_raised_is_explained() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for floor in ("parsers", "normalise", "ingest")
        for path in sorted((HOUSE / floor).rglob("*.py"))
    )
    codes = set(re.findall(r'(?:Refusal\(|code=)\s*"(\w+)"', source))
    assert codes and codes <= {code for code, _ in ROW.findall(REFUSALS)}


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
