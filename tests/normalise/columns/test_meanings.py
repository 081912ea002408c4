"""What headers mean in a document."""

from __future__ import annotations

import pytest

from normalise.columns import meanings
from normalise.columns.content import Columns, gathered
from normalise.columns.headers import Header, header
from normalise.columns.meanings import Meanings
from normalise.columns.roles import Meaning, meaning
from tests.normalise.building import table

HEADINGS = ("Ref", "Action", "Lead officer", "RAG")


def test_tables_under_one_header_are_asked_once_what_it_means(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(head: Header, columns: Columns) -> Meaning:
        asked.append(head)
        return meaning(head, columns)

    monkeypatch.setattr(meanings, "meaning", counted)
    tables = [
        table(HEADINGS, (f"A{page}", "Buy land", "Ann Archer", "Green"), page=page) for page in (1, 2, 3)
    ]
    heads = [head for t in tables if (head := header(t))]
    known = Meanings(gathered([(t, 1, HEADINGS) for t in tables]))
    assert [known.of(head).roles for head in heads] == [("ref", "action", "lead", "status")] * 3
    assert len(asked) == 1
