from __future__ import annotations

import gc
from pathlib import Path

import pytest

from normalise import understand
from parsers import Refusal, read
from parsers.block import Table

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("aldermere/*.pdf"))
OURS = ("parsers", "normalise")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_is_read_goes_without_a_search_for_circles(sample: Path) -> None:
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        tables = sum(isinstance(block, Table) for block in read(sample.read_bytes()).blocks)
        understand(read(sample.read_bytes()))
        gc.collect()
        found = [type(it) for it in gc.garbage]
        kept = [kind.__qualname__ for kind in found if kind.__module__.startswith(OURS)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert tables
    assert kept == []


def test_the_search_goes_on_after_a_document_also_one_that_cannot_be_read() -> None:
    assert gc.isenabled()
    read(SAMPLES[0].read_bytes())
    assert gc.isenabled()
    with pytest.raises(Refusal):
        read(b"<html>")
    assert gc.isenabled()


def test_a_search_that_was_off_before_stays_off() -> None:
    gc.disable()
    try:
        read(SAMPLES[0].read_bytes())
        assert not gc.isenabled()
    finally:
        gc.enable()
