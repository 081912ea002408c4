"""What a person gets to read when something cannot be done: one sentence, and an exit status."""

from __future__ import annotations


class Mistake(Exception):
    """Something the caller can put right; the message says where, what was found, what to try."""
