"""What counts as a document, and what a manifest may say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ingest.sources import Entry, SourceError, find_entries
from normalise import Given


def names(*sources: object) -> list[str]:
    return [Path(entry.location).name for entry in find_entries(map(str, sources), Given())]


def touch(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()


def test_a_folder_gives_its_documents_in_order_of_name(tmp_path: Path) -> None:
    touch(tmp_path, "b.pdf", "a/z.PDF", "a/notes.txt", "README.md", ".hidden/x.pdf", ".x.pdf", "truth.json")
    assert names(tmp_path) == ["b.pdf", "notes.txt", "z.PDF"]


def test_a_glob_gives_what_it_matches_and_nothing_twice_named_is_lost(tmp_path: Path) -> None:
    touch(tmp_path, "1/a.pdf", "2/b.pdf", "2/b.txt")
    assert names(tmp_path / "**" / "*.pdf", tmp_path / "2" / "b.pdf") == ["a.pdf", "b.pdf", "b.pdf"]


def test_a_file_with_magic_letters_in_its_name_is_a_file(tmp_path: Path) -> None:
    touch(tmp_path, "plan [final].pdf")
    assert names(tmp_path / "plan [final].pdf") == ["plan [final].pdf"]


@pytest.mark.parametrize("source", ["nowhere.pdf", "empty", "*.pdf"])
def test_a_source_that_names_nothing_is_said_at_once(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no "):
        names(tmp_path / source)


def test_an_address_is_kept_for_later() -> None:
    assert [entry.remote for entry in find_entries(["https://example.org/a.csv"], Given())] == [True]


def test_a_manifest_says_what_its_owner_knows(tmp_path: Path) -> None:
    manifest = tmp_path / "reviews.csv"
    manifest.write_text(
        "source,cycle,as_at,password\na.pdf,mid-year,2016-09-30,\nhttps://example.org/b.pdf,,,secret\n",
        "utf-8-sig",
    )
    assert list(find_entries([str(manifest)], Given(publisher="Aldermere"), "other")) == [
        Entry(str(tmp_path / "a.pdf"), Given("Aldermere", None, "mid-year", dt.date(2016, 9, 30)), "other"),
        Entry("https://example.org/b.pdf", Given("Aldermere"), "secret"),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("file,cycle\na.pdf,x\n", "expected source"),
        ("source,councl\na.pdf,x\n", "found columns source, councl"),
        ("source,as_at\na.pdf,30/09/2016\n", "line 2: as_at is '30/09/2016'"),
        ("source,cycle\n,x\n", "line 2: no source"),
        ("", "found columns nothing"),
        ("source\n", "no row below"),
        ("source;cycle\na.pdf;x\n", "with commas between"),
        ("source,cycle,cycle\na.pdf,x,y\n", "found columns source, cycle, cycle"),
        ("source,plan,cycle\na.pdf,Homes, Jobs and Health,Q1\n", "line 2: found 4 cells below 3 columns"),
        ('source,plan\na.pdf,"Homes\n', "unexpected end of data"),
        (b"source,plan\na.pdf,Caf\xe9\n", "expected a CSV in UTF-8"),
    ],
)
def test_a_manifest_that_is_not_understood_says_where(
    tmp_path: Path, text: str | bytes, complaint: str
) -> None:
    (tmp_path / "m.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SourceError, match=complaint):
        names(tmp_path / "m.csv")


def test_a_manifest_s_columns_may_be_written_as_a_spreadsheet_s_headings(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("Source, Plan \r\na.pdf, Homes \r\n\r\n", newline="")
    assert list(find_entries([str(tmp_path / "m.csv")], Given())) == [
        Entry(str(tmp_path / "a.pdf"), Given(plan="Homes"))
    ]
