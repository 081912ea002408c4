"""A document is named by its content, and an address cannot lead astray or fill the disk."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from ingest import fetch as fetching
from ingest.fetch import fetch
from ingest.sources import Entry
from parsers import Refusal


class Council(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/gone.pdf":
            self.send_error(404, "Gone")
        elif self.path == "/astray.pdf":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 1000)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Council) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_file_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"abc")
    fetched = fetch(Entry(str(path)), tmp_path)
    assert (fetched.path, fetched.bytes, fetched.sha256) == (path, 3, hashlib.sha256(b"abc").hexdigest())


def test_an_address_is_downloaded_under_a_name_of_ours(tmp_path: Path, address: str) -> None:
    fetched = fetch(Entry(f"{address}/docs/Plan%20review.pdf?v=../../x"), tmp_path)
    assert (fetched.file_name, fetched.bytes, fetched.path.parent) == ("Plan review.pdf", 1000, tmp_path)


@pytest.mark.parametrize("page", ["gone.pdf", "astray.pdf"])
def test_an_address_that_fails_or_leads_to_a_file_is_refused(tmp_path: Path, address: str, page: str) -> None:
    with pytest.raises(Refusal) as refusal:
        fetch(Entry(f"{address}/{page}"), tmp_path)
    assert refusal.value.code == "unreadable_source"


def test_a_source_that_does_not_end_is_cut_off(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 100)
    with pytest.raises(Refusal) as refusal:
        fetch(Entry(f"{address}/a.pdf"), tmp_path)
    assert refusal.value.code == "too_large"


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        fetch(Entry(str(tmp_path)), tmp_path)
    assert refusal.value.code == "unreadable_source"
