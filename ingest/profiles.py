"""Profiles on disk: one file that is meant for whatever is read, or a folder of them, each found by its publisher."""

from __future__ import annotations

from pathlib import Path

from normalise import Profiles
from normalise.profile import Profile, ProfileError


def find_profiles(file: str | None, folder: str | None) -> Profiles:
    """The profile in a file and those in a folder (`*.toml`, by name). Raises ProfileError."""
    given = read_profile(Path(file)) if file else None
    return Profiles(given, _shelf(Path(folder)) if folder else ())


def read_profile(path: Path) -> Profile:
    """The profile in a file. Raises ProfileError."""
    from normalise.profile_form import parse

    try:
        return parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ProfileError(
            f"{path}: {reason}; expected a profile (planreview profile draft writes one)"
        ) from error


def _shelf(folder: Path) -> tuple[Profile, ...]:
    if not folder.is_dir():
        raise ProfileError(f"{folder}: no such folder; expected a folder of profiles (*.toml)")
    profiles = tuple(read_profile(path) for path in sorted(folder.glob("*.toml")))
    owners: dict[str, str] = {}
    for profile in profiles:
        if not profile.names:
            raise ProfileError(
                f"{profile.where}: found no publisher; expected one, since it is found by that"
            )
        for name in profile.names:
            if (other := owners.setdefault(name.casefold(), profile.where)) != profile.where:
                raise ProfileError(
                    f"{profile.where}: found {name!r}, which {other} has too; expected it once"
                )
    return profiles
