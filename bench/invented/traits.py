"""Draw how a review is built and printed: its levels, columns, references, leads, notes and signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bench.invented.phrases import chance, weighted

#: signs that say nothing to who has no key, unless their colours are the usual ones
WORDLESS = (
    "letter",
    "tint",
    "tinted letter",
    "circle",
    "square",
    "triangle",
    "shapes",
    "glyph",
    "coloured glyph",
)
#: signs that show no colour
COLOURLESS = ("word", "letter", "glyph", "glyph word")
#: signs told apart by colour alone
BY_COLOUR = ("tint", "circle", "square", "triangle", "coloured glyph")
#: signs told apart by form alone, or by letters, need a key
NEED_A_KEY = ("letter", "tinted letter", "shapes", "glyph")

SIGNS = {
    "word": 3.0,
    "tinted word": 4.0,
    "inked word": 1.0,
    "letter": 1.0,
    "tinted letter": 1.5,
    "tint": 2.5,
    "circle": 2.0,
    "square": 1.0,
    "triangle": 0.7,
    "shapes": 1.5,
    "circle word": 1.2,
    "square word": 0.8,
    "shapes word": 0.8,
    "glyph": 1.2,
    "coloured glyph": 1.2,
    "glyph word": 1.0,
}
LEGENDS = {"table": 3.0, "three columns": 1.5, "lines": 1.5, "strip": 1.0, "sentence": 1.0, "none": 2.0}
LEADS = {"post": 3.0, "person": 3.0, "team": 2.0, "slash": 1.0, "stacked": 0.8, "person and post": 1.0}
NOTES = {"sentence": 3.0, "sentences": 2.0, "paragraphs": 1.5, "bullets": 1.5, "dated": 1.0}
DAYS = {
    "31/03/2026": 2.0,
    "31 March 2026": 1.5,
    "March 2026": 2.0,
    "Mar-26": 1.0,
    "31.03.26": 0.7,
    "31 Mar 2026": 1.0,
}
#: columns beside reference, action, status and progress: how often each is there
EXTRAS = {
    "lead": 0.85,
    "due": 0.75,
    "start": 0.15,
    "percent": 0.15,
    "measure": 0.15,
    "partners": 0.1,
    "resources": 0.12,
    "next_steps": 0.15,
    "former_status": 0.15,
}
MOST = 9
NOTE_ROWS = {
    "Update: ": 2.0,
    "Commentary: ": 1.0,
    "Progress: ": 1.5,
    "Progress update: ": 1.0,
    "Comment: ": 1.0,
}
NOTE_ROWS_SHARE = 0.15
#: usual orders of the columns behind the action
USUAL = tuple(order.split() for order in (
    "measure resources partners lead start due percent progress next_steps former_status status",
    "lead partners start due former_status status percent progress next_steps measure resources",
    "former_status status percent progress next_steps lead partners due start measure resources",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """What is drawn once for a document. `columns` are roles in the order in which they are printed.

    `theme_place`: where a priority stands: `heading` above its table, `row` across it, `column` beside its rows,
    `none`. `ref_place`: `column`, `inside` the action's cell, `none`. `activity`: `none`, `column` (merged over its
    actions), `row` (across the table). `note_row`: what opens a row across the table below each action, which holds
    its note; empty where notes have a column.
    """

    theme_place: str
    ref_place: str
    ref_form: str
    activity: str
    activity_ref: str
    columns: tuple[str, ...]
    grouped_heads: bool
    sign: str
    sign_above: bool
    legend: str
    legend_at_end: bool
    shade: str
    lead: str
    note: str
    due: str
    figures: str
    note_row: str = ""

    @property
    def has_key(self) -> bool:
        return self.legend != "none"


def draw_traits(rng: Random) -> Traits:
    """The build of one document."""
    sign = weighted(rng, SIGNS)
    legend = weighted(rng, LEGENDS)
    if sign in NEED_A_KEY and legend == "none":
        legend = "table"
    if legend == "sentence" and sign not in (
        "word",
        "tinted word",
        "letter",
        "tinted letter",
        "tint",
        "inked word",
    ):
        legend = "lines"
    activity = weighted(rng, {"none": 5.0, "column": 2.5, "row": 1.0})
    ref_place = weighted(rng, {"column": 3.0, "inside": 1.2, "none": 1.5})
    theme_place = weighted(rng, {"heading": 4.0, "row": 1.8, "column": 0.8, "none": 0.8})
    if theme_place == "column" and activity == "row":
        activity = "column"
    return Traits(
        theme_place=theme_place,
        ref_place=ref_place,
        ref_form=weighted(
            rng, {"1.1": 4.0, "CP1.1(a)": 1.0, "A1-1": 1.0, "HW01": 1.0, "1": 1.0, "1.1.1": 0.6}
        ),
        activity=activity,
        activity_ref=weighted(rng, {"inside": 2.0, "none": 1.5}),
        columns=_columns(rng, activity, ref_place, theme_place),
        grouped_heads=chance(rng, 0.2),
        sign=sign,
        sign_above=chance(rng, 0.3),
        legend=legend,
        legend_at_end=chance(rng, 0.2),
        shade=weighted(rng, {"bright": 3.0, "office": 2.0, "pastel": 1.0, "muted": 1.0}),
        lead=weighted(rng, LEADS),
        note=weighted(rng, NOTES),
        due=weighted(rng, DAYS),
        figures=weighted(rng, {"own table": 2.0, "none": 2.0, "one table": 2.0}),
    )


def with_note_rows(rng: Random, traits: Traits) -> Traits:
    """The traits, a few with each note in a row of its own; not where something is merged beside several rows."""
    merged = "column" in (traits.theme_place, traits.activity)
    if merged or not chance(rng, NOTE_ROWS_SHARE):
        return traits
    columns = tuple(role for role in traits.columns if role != "progress")
    return replace(traits, columns=columns, note_row=weighted(rng, NOTE_ROWS))


def _columns(rng: Random, activity: str, ref_place: str, theme_place: str) -> tuple[str, ...]:
    """Roles in print order: what is to be done first, then the rest in one of the usual orders or in any."""
    first = [
        *(["theme"] if theme_place == "column" else []),
        *(["activity"] if activity == "column" else []),
        *(["ref"] if ref_place == "column" else []),
        "action",
    ]
    rest = ["status", "progress", *(role for role, share in EXTRAS.items() if chance(rng, share))]
    while len(first) + len(rest) > MOST:
        rest.remove(rng.choice(rest[2:]))
    if chance(rng, 0.75):
        order = rng.choice(USUAL)
        rest.sort(key=order.index)
    else:
        rng.shuffle(rest)
    return (*first, *rest)
