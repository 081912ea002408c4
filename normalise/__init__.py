"""Understand: tables of cells become a Review. Pure: no files, no clock, no database."""

from normalise.facts import Given
from normalise.profile import Profiles
from normalise.review import Review
from normalise.understanding import understand

__all__ = ["Given", "Profiles", "Review", "understand"]
