"""Understand: tables of cells become a Review. Pure: no files, no clock, no database."""

from normalise.given import NOTHING_GIVEN, Given
from normalise.profile import NO_PROFILES, Profiles
from normalise.review import Review
from parsers import Parsed

__all__ = ["Given", "Profiles", "Review", "understand"]


def understand(parsed: Parsed, given: Given = NOTHING_GIVEN, profiles: Profiles = NO_PROFILES) -> Review:
    """As `understanding.understand`, whose rules are loaded at first use: who hands a Review on needs none of them."""
    from normalise import understanding

    return understanding.understand(parsed, given, profiles)
