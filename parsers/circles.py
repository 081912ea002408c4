"""Python's search for objects that keep each other alive in a circle, put off while a document is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsought() -> Iterator[None]:
    """Have the search wait. A document is some hundred thousand objects, and none refers back to one that holds it:
    looking through them all whenever there are more of them costs a tenth of the reading and finds nothing.
    """
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()
