"""Colours compared as people see them, and named as they name them."""

from __future__ import annotations

import colorsys
from functools import lru_cache

SILENT = ("white", "grey", "black")  # backgrounds that rate nothing
LIGHT = 0.25  # distance from white up to which a background is a light tint
ALIKE = 0.09  # distance below which two colours are one ink: two greens of one document can differ


@lru_cache(maxsize=4096)
def _rgb(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def distance(a: str, b: str) -> float:
    """Weighted distance in RGB, 0 to 1, after Riemersma's low-cost approximation of perceived difference."""
    (r1, g1, b1), (r2, g2, b2) = _rgb(a), _rgb(b)
    mean = (r1 + r2) / 2
    squared = (2 + mean) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (3 - mean) * (b1 - b2) ** 2
    return float((squared / 9) ** 0.5)


def alike(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return a == b
    return distance(a, b) <= ALIKE


def is_light(colour: str) -> bool:
    return distance(colour, "#ffffff") <= LIGHT


def may_rate(colour: str | None) -> bool:
    """True for the colour of a background that may rate what stands on it."""
    return name(colour) not in (None, *SILENT)


@lru_cache(maxsize=4096)
def name(colour: str | None) -> str | None:
    """The everyday name of a colour: red, amber, yellow, green, blue, purple, brown, black, grey or white."""
    if colour is None:
        return None
    hue, light, strong = colorsys.rgb_to_hls(*_rgb(colour))
    if light > 0.96:
        return "white"
    if strong < 0.15 or light < 0.08:
        return "black" if light < 0.25 else "grey" if light < 0.9 else "white"
    degrees = hue * 360
    bounds = (
        (14, "red"),
        (49, "amber"),
        (66, "yellow"),
        (168, "green"),
        (258, "blue"),
        (320, "purple"),
        (361, "red"),
    )
    return next(word for bound, word in bounds if degrees < bound)
