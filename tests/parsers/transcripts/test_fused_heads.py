"""Columns that a converter of pages to Markdown took for one."""

from __future__ import annotations

from parsers.block import Table
from parsers.transcripts import eye as transcript

WHOLE = """|**Actions**|**Lead**|**Progress**|
|---|---|---|
|Plant trees|Ann Archer|Planted.|
|Mend benches|Bo Bull|Mended.|

2

"""
PART = """|**Actions**<br>**Lead**|**Progress**|
|---|---|
|Paint the hall|Painted.|
|Sweep the yard Bo Bull|Swept.|
"""


def test_a_heading_of_two_columns_known_from_the_page_before_is_both() -> None:
    """With the lead's column empty on a page, its actions were read as leads, and one was lost."""
    *_, last = (b for b in transcript.blocks(WHOLE + PART) if isinstance(b, Table))
    assert last.cols == 3
    texts = {(c.row, c.col): c.text for c in last.cells}
    assert [texts[0, col] for col in range(3)] == ["Actions", "Lead", "Progress"]
    assert [texts[1, col] for col in range(3)] == ["Paint the hall", "", "Painted."]
    assert [texts[2, col] for col in range(3)] == ["Sweep the yard", "Bo Bull", "Swept."]


def test_a_table_with_headings_of_its_own_is_as_it_is() -> None:
    other = PART.replace("**Actions**<br>**Lead**", "**Actions**<br>**Owner**")
    *_, last = (b for b in transcript.blocks(WHOLE + other) if isinstance(b, Table))
    assert last.cols == 2
