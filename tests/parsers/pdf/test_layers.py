"""What stands on layers that are switched off is not printed, and not read."""

from __future__ import annotations

import zlib

import pytest

import parsers
from parsers.block import Table
from parsers.pdf import layers
from tests.parsers.printing import ruled_table, words, written

ROWS = [["Action", "Lead"], ["Buy land", ""]]
THEN, NOW = words(164, 656, "Ann Archer"), words(164, 656, "Bo Bull")
STAMP = "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>{more}/Length {long}>>stream\n"


def layered(content: str, stamp: str = "") -> bytes:
    """A page with two layers, /Off being switched off and /On not, and the form /Stamp, that stands on /Off."""
    content = f"{ruled_table(ROWS)} {content}"
    form = STAMP.format(more="/OC 6 0 R", long=len(stamp))
    return written(
        [
            "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
            "/Properties<</Off 6 0 R/On 7 0 R/Any 8 0 R>>/XObject<</Stamp 9 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            "<</Type/OCG/Name(September)>>",
            "<</Type/OCG/Name(March)>>",
            "<</Type/OCMD/OCGs[6 0 R 7 0 R]/P/AllOn>>",
            f"{form}{stamp}\nendstream",
        ]
    )


@pytest.mark.parametrize(
    ("painted", "lead", "unseen"),
    [
        (f"/OC/Off BDC {THEN} EMC /OC/On BDC {NOW} EMC", "Bo Bull", 1),
        (f"/OC/On BDC {NOW} EMC", "Bo Bull", 0),
        (f"{THEN} /OC/On BDC 1 1 1 rg 162 652 100 16 re f 0 g EMC {NOW}", "Bo Bull", 0),
        (f"/OC/Any BDC {THEN} EMC {NOW}", "Bo Bull", 1),
        (f"/Span<</MCID 0>>BDC {NOW} EMC", "Bo Bull", 0),
    ],
    ids=["off and on", "on", "white ink", "a rule that joins layers", "no layer"],
)
def test_text_of_a_layer_that_is_off_is_not_read(painted: str, lead: str, unseen: int) -> None:
    parsed = parsers.read(layered(painted))
    table = next(block for block in parsed.blocks if isinstance(block, Table))
    assert [c.text for c in table.cells if (c.row, c.col) == (1, 1)] == [lead]
    assert parsed.pages[0].unseen == unseen


def test_letters_that_are_invisible_by_themselves_are_not_taken_for_hidden_by_their_layer() -> None:
    assert parsers.read(layered(f"/OC/On BDC 3 Tr {THEN} 0 Tr EMC {NOW}")).pages[0].unseen == 0


def test_of_very_many_runs_of_objects_those_on_a_layer_that_is_off_are_not_read() -> None:
    turns = f"/OC/Off BDC {THEN} EMC /OC/On BDC {NOW} EMC " * layers.MOST
    parsed = parsers.read(layered(turns))
    table = next(block for block in parsed.blocks if isinstance(block, Table))
    assert "Ann Archer" not in " ".join(c.text for c in table.cells)
    assert parsed.pages[0].unseen == layers.MOST


def test_a_form_that_names_a_layer_that_is_off_is_not_read() -> None:
    parsed = parsers.read(layered(f"{NOW} /Stamp Do", THEN))
    table = next(block for block in parsed.blocks if isinstance(block, Table))
    assert [c.text for c in table.cells if (c.row, c.col) == (1, 1)] == ["Bo Bull"]
    assert parsed.pages[0].unseen == 1


def test_layers_are_known_where_the_catalog_is_packed() -> None:
    stored = zlib.compress(b"1 0 <</Type/Catalog/OCProperties<<>>>>").decode("latin-1")
    packed = (
        f"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {len(stored)}>>stream\n{stored}\nendstream"
    )
    assert layers.used(written([packed]))
    assert not layers.used(written(["<</Type/Catalog>>"]))
