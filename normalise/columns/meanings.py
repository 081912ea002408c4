"""What a document's headers mean, each asked once: all rows that stand below one are looked at, on whatever page."""

from __future__ import annotations

from normalise.columns import stated
from normalise.columns.content import Columns
from normalise.columns.headers import Header
from normalise.columns.roles import Meaning, meaning


class Meanings:
    """The meanings of a document's headers; `columns` are what stands below all of them."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], Meaning] = {}

    def of(self, header: Header) -> Meaning:
        """What the columns below a header mean."""
        printed = header.headings, header.roles
        if printed not in self._known:
            self._known[printed] = meaning(header, self._columns)
        return self._known[printed]

    def below_status(self, header: Header) -> Meaning:
        """What they mean where a heading above says how all rows stand."""
        return stated.as_actions(self.of(header), header, self._columns)
