"""The status of one row, whatever its table's columns are."""

from __future__ import annotations

from normalise.columns.strips import Strip
from normalise.rows.records import Piece, Record
from normalise.statuses import rows as row_status
from tests.normalise.building import table


def test_a_status_that_only_the_rest_of_a_row_on_the_next_page_has_is_read() -> None:
    """The table in which the row begins had no column for it, and the document was refused as `crashed`."""
    first = table(("Action", "Lead"), ("Open a hub", "Ann Archer"))
    rest = table(("Action", "Lead", "Status"), ("", "", "Completed"), page=2)
    status = next(cell for cell in rest.cells if cell.text == "Completed")
    strip = Strip(first, "actions", ("action", "lead"), ("Action", "Lead"), 1, 2, (), True)
    record = Record(strip, 1, {"status": [Piece(status, 2, "ruled", False)]}, {"action"})
    assert row_status.read(record, ()).status == "completed"
