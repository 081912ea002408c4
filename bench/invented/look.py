"""Draw how the paper looks: pages, fonts, rules, colours."""

from __future__ import annotations

from random import Random

from bench.invented.paper import Look
from bench.invented.phrases import chance, weighted

A4, A3, LETTER = (595.28, 841.89), (841.89, 1190.55), (612.0, 792.0)
#: from so many columns on a page is turned
UPRIGHT_COLUMNS = 6
MANY_COLUMNS = 9
ACCENTS = ("#1f3864", "#00695c", "#5b2a86", "#7a1f1f", "#333333", "#005ea5", "#2e7d32")
HEAD_FILLS = {"accent": 3.0, "#d9d9d9": 2.0, "#f2f2f2": 1.0, "": 1.5}


def draw_look(rng: Random, columns: int) -> Look:
    """A look that has room for so many columns."""
    page = weighted(rng, {A4: 8.0, A3: 1.0, LETTER: 1.0})
    turned = columns >= UPRIGHT_COLUMNS or chance(rng, 0.45)
    accent = rng.choice(ACCENTS)
    fill = weighted(rng, HEAD_FILLS)
    rules = weighted(
        rng, {"grid": 5.0, "horizontal": 2.0, "zebra grid": 1.0, "zebra": 1.0, "outer": 0.5, "none": 0.7}
    )
    largest = 11.0 if page == A3 else 8.5 if columns >= MANY_COLUMNS else 9.5
    return Look(
        size=(page[1], page[0]) if turned else page,
        margin=rng.choice((28.0, 36.0, 45.0, 54.0)),
        font=weighted(rng, {"sans": 6.0, "serif": 2.0, "wide": 1.5}),
        points=rng.choice([size for size in (7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 11.0) if size <= largest]),
        rules=rules,
        head_fill=accent if fill == "accent" else fill,
        head_ink="#ffffff" if fill == "accent" else "#000000",
        accent=accent,
        padding=rng.choice((2.0, 3.0, 4.0, 5.5)),
        repeat_head=chance(rng, 0.75),
        split_rows=chance(rng, 0.5),
        hyphens=chance(rng, 0.2),
        centred_heads=chance(rng, 0.3),
        least_lines=rng.choice((1, 1, 2)),
    )
