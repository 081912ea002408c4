"""Tables on paper of a given width."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest

from planreview.printing import GAP, WHOLE, column_widths, print_rows, print_table

HEADS = ["cycle", "as at", "note"]
CELLS = [["2024-25 Q2", "2024-09-30", "a long remark about what was seen on page 4"]]


def test_columns_are_as_wide_as_their_texts_where_there_is_room() -> None:
    assert column_widths(HEADS, CELLS, 100) == [10, 10, 43]


def test_the_widest_column_gives_way_and_a_date_is_never_broken() -> None:
    assert column_widths(HEADS, CELLS, 30) == [10, 10, 10]
    assert column_widths(HEADS, CELLS, 27) == [8, 10, 9]


def test_words_longer_than_a_date_are_cut_only_where_they_must_be() -> None:
    ids = [["a" * 40, "2024-09-30"]]
    assert column_widths(["id", "as at"], ids, 50) == [40, 10]
    assert column_widths(["id", "as at"], ids, 30) == [20, 10]
    assert column_widths(["id", "as at"], ids, 2 * WHOLE) == [10, 10]


def test_paper_that_is_too_narrow_has_no_widths() -> None:
    assert column_widths(HEADS, CELLS, 20) is None


@pytest.mark.parametrize("width", [40, 80, 160])
def test_rows_of_many_columns_are_told_one_below_the_other(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    columns = [f"column_{number}" for number in range(30)]
    print_table(columns, [[date(2024, 9, 30)] * 30, [None] * 29 + ["last"]])
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == f"{'column_0':{len('column_29') + GAP}}2024-09-30"
    assert lines[30:] == ["", "column_29  last"]


def table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *rows: list[object]
) -> list[str]:
    monkeypatch.setenv("COLUMNS", "30")
    print_table(["n", "name", "note"], rows)
    return capsys.readouterr().out.splitlines()[2:]


def test_words_stay_whole_and_figures_stand_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long, short = [7, "Ann Archer", "sees a well-kept site\nand signs"], [112, "Bo", None]
    assert table(monkeypatch, capsys, long, short) == [
        "  7  Ann Archer  sees a",
        "                 well-kept",
        "                 site",
        "                 and signs",
        "112  Bo",
    ]
    cut = [3, "Ann Archer", "of extraordinarily"]
    assert table(monkeypatch, capsys, cut) == ["3  Ann Archer  of", "               extraordinarily"]
    parts = ["of", ("ab" * 20)[:21], ("ab" * 20)[21:]]
    wordless = table(monkeypatch, capsys, [3, "Ann", "of " + "ab" * 20])
    assert [line.split()[-1] for line in wordless] == parts


def test_signs_that_take_two_places_keep_columns_even(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert table(monkeypatch, capsys, [1, "漢字", "x"], [2, "abcd", "y"]) == ["1  漢字  x", "2  abcd  y"]


def test_a_terminal_is_shown_no_commands_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert table(monkeypatch, capsys, [1, "a\x1b[2Jb", "c\x07\td"]) == ["1  a\ufffd[2Jb  c\ufffd d"]


def test_fifty_thousand_rows_are_printed_in_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = time.process_time()
    rows: list[list[object]] = [
        [n, "warning", "what was seen on this page is in doubt"] for n in range(50_000)
    ]
    assert len(table(monkeypatch, capsys, *rows)) > 50_000
    assert time.process_time() - started < 10


def test_what_is_no_number_is_null_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(["x", "y"], [[float("nan"), 1.5], [float("inf"), None]], "json")
    assert json.loads(capsys.readouterr().out) == [{"x": None, "y": 1.5}, {"x": None, "y": None}]
