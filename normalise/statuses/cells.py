"""Marks, colours, letters and words to a status: legend, then words, then alternative text, then convention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.columns import strays
from normalise.language import colours, phrases, vocabulary
from normalise.profile import in_force
from normalise.review import SCALE
from normalise.signs import colour_words, explained, matching, scale, status_notes
from normalise.signs import line_words as key_words
from normalise.signs import words as sign_words
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.signs.names import fill_signs, seen, signs, written
from parsers.block import Cell, Mark

BEHIND_A_COLOUR = re.compile(r"(?P<colour>[A-Za-z ]+?)\s*(?:[–—:(]|-\s|\s-)\s*(?P<rest>[^()]+)\)?$")
WORD = re.compile(r"[^\W\d_]{3,}")
LETTERS = 2  # characters of a letter that stands for a status


def decide(cells: Sequence[Cell], keys: Sequence[Key], row_fills: Sequence[str | None] = ()) -> Decision:
    """The status that the cells of one row's status column print.

    `row_fills` are the backgrounds of the row's other cells: a colour that the whole row shares is shading, unless
    the legend says otherwise.
    """
    shown = [m for c in cells for m in c.marks]
    marks = _distinct([m for m in shown if not m.shape.startswith("arrow")])
    marks = marks or _distinct([m for m in shown if matching.is_explained(m, keys)])
    if strays.stand_below(marks) and len(matching.meanings(marks, keys)) > 1:
        return _of_several(marks)
    text = " ".join(c.text for c in cells if c.text)
    fill = next((c.fill for c in cells if c.fill), None)
    words = phrases.of_today(_words(text, marks))
    named = explained.by_words(words, keys) if words or not (marks or fill) else None
    if named is None and (noted := status_notes.parted(words)):
        words, named = noted.words, explained.by_words(noted.words, keys)
    grounds = (
        None
        if _says_itself(words, fill, keys)
        else explained.by_fill(fill, keys, row_fills, named is not None)
    )
    readings = [r for r in (explained.by_marks(marks, keys), named, grounds) if r]
    hidden = " ".join(c.hidden for c in cells if c.hidden)
    decision = _agreed(readings) if readings else _without_legend(words, marks, fill, text, keys, row_fills)
    if readings and decision.status == "unknown":  # the legend has the sign and words that nobody knows
        decision = _by_profile(words, marks, fill, row_fills) or decision
    if decision.basis == "words" and scale.usual(decision.colour) is None:
        decision = decision._replace(colour=_ink(cells))
    decision = decision if named else sign_words.clashing(decision, words, marks, fill)
    decision = _beside_brackets(sign_words.checked(decision, words), words, keys)
    return _checked(decision, phrases.status_of(hidden) if hidden else None, hidden)


def _says_itself(words: str, fill: str | None, keys: Sequence[Key]) -> bool:
    """True for words of a status on a pale ground where the key explains letters alone: it is of other rows, and its
    colours, those for which letters stand, are no pale ones."""
    lettered = all(k.token and len(k.token) <= LETTERS and not (k.mark or k.fill) for k in keys)
    worded = len(words) > LETTERS and phrases.status_of(words) is not None
    return bool(keys) and lettered and worded and fill is not None and colours.is_light(fill)


def _distinct(marks: Sequence[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if all(m.identity != mark.identity or m.colour != mark.colour for m in kept):
            kept.append(mark)
    return kept


def _of_several(marks: Sequence[Mark]) -> Decision:
    """Signs of different meaning below each other are those of several rows: none is taken for the one."""
    names = " and ".join(map(seen, marks))
    message = f"the status cell shows {names} below each other: several rows may be one here"
    return Decision("unknown", None, "none", names, 0.0, (("warning", "several_marks", message),))


def _words(text: str, marks: Sequence[Mark]) -> str:
    """A cell's text without the characters that are its marks."""
    glyphs = "".join(m.characters for m in marks)
    return " ".join("".join(" " if c in glyphs else c for c in text).split())


def beside_signs(cells: Sequence[Cell], keys: Sequence[Key], decision: Decision) -> str:
    """What a row's status cells print beside the sign that says the status, where it names no status and no colour."""
    marks = [mark for cell in cells for mark in cell.marks]
    words = _words(" ".join(c.text for c in cells if c.text), marks) if marks else ""
    if not WORD.search(words) or decision.status == "unknown" or decision.basis == "words":
        return ""
    said = phrases.status_of(words) or phrases.opening(words).status or vocabulary.colour_word(words)
    own = vocabulary.plain(words) in vocabulary.plain(f"{decision.label} {decision.mark}")
    return "" if said or own or explained.by_words(words, keys) else words


def _agreed(readings: Sequence[Decision]) -> Decision:
    """The first reading, checked by the others of the same cell."""
    first = readings[0]
    against = [
        r for r in readings[1:] if r.status != first.status and "unknown" not in (r.status, first.status)
    ]
    if not against:
        return first
    other = against[0]
    message = f"the cell shows {first.mark} ({first.status}) and {other.mark} ({other.status})"
    return first._replace(
        confidence=0.3, notes=(*first.notes, ("warning", "mark_contradicts_words", message))
    )


def _without_legend(
    words: str,
    marks: Sequence[Mark],
    fill: str | None,
    text: str,
    keys: Sequence[Key],
    row_fills: Sequence[str | None],
) -> Decision:
    told = _by_profile(words, marks, fill, row_fills)
    if told is not None:
        return told
    colour = _colour_shown(words, marks, fill, row_fills)
    named = (
        phrases.status_of(words) or phrases.status_of(key_words.predicate(words)) or _behind_a_colour(words)
    )
    if named is not None:
        notes = () if phrases.asides(words) else colour_words.doubts(words, named)
        return Decision(named, words, "words", words, 0.3 if notes else 0.9, notes, colour)
    alt = next((m.alt for m in marks if m.alt and phrases.status_of(m.alt)), None)
    if alt is not None:
        return Decision(phrases.status_of(alt) or "unknown", alt, "alt", alt, 0.8)
    signed = any(not k.worded for k in keys)
    if signed or colour not in vocabulary.load("statuses")["convention"]:
        return _unknown(words, marks, fill, text, keys)
    status = vocabulary.load("statuses")["convention"][colour]
    note = ("info", "status_by_convention", f"no key was read: {colour} is taken as {status} by convention")
    shown = seen(marks[0]) if marks else words or f"{colour} cell"
    return Decision(status, None, "convention", shown, 0.5, (note,))


def _colour_shown(
    words: str, marks: Sequence[Mark], fill: str | None, row_fills: Sequence[str | None]
) -> str | None:
    """The name of the colour that a cell names, else that of its sign, else that of its ground."""
    colour = vocabulary.colour_word(words) or next((n for m in marks if (n := colours.name(m.colour))), None)
    return (
        colours.name(fill)
        if colour is None and fill and not explained.is_shading(fill, row_fills)
        else colour
    )


def _ink(cells: Sequence[Cell]) -> str | None:
    """The one colour in which the cells' words are printed."""
    inks = {colours.name(line.colour) for cell in cells for line in cell.lines}
    return inks.pop() if len(inks) == 1 else None


def _by_profile(
    words: str, marks: Sequence[Mark], fill: str | None, row_fills: Sequence[str | None]
) -> Decision | None:
    """What the publisher's profile says of a cell's signs, words and background, in that order."""
    profile = in_force()
    if not profile.signs:
        return None
    shown = [(seen(mark) or mark.shape, signs(mark)) for mark in marks]
    shown += [(words, (written(words), vocabulary.plain(words)))] if words else []
    if fill is not None and not explained.is_shading(fill, row_fills):
        shown.append((f"{colours.name(fill)} cell", fill_signs(fill)))
    readings = [
        Decision(status, name, "profile", name, 0.95)
        for name, names in shown
        if (status := profile.sign(names)) is not None
    ]
    return _agreed(readings) if readings else None


def _behind_a_colour(words: str) -> str | None:
    """What stands behind a colour's word, `Green – on target`, `Red (off track)`, or behind one that only says that the
    row is under way: `Open – on target`."""
    found = BEHIND_A_COLOUR.match(words)
    if found is None:
        return None
    said = phrases.status_of(found["rest"])
    begun = vocabulary.plain(found["colour"]) in vocabulary.load("statuses")["degree"]["under_way"]
    told = vocabulary.colour_word(found["colour"]) or (begun and said in SCALE[1:])
    return said if told else None


def _unknown(words: str, marks: Sequence[Mark], fill: str | None, text: str, keys: Sequence[Key]) -> Decision:
    if not words and not marks and not fill:
        note = ("warning", "status_missing", "the status cell is blank")
        return Decision("unknown", None, "none", None, 0.0, (note,))
    shown = seen(marks[0]) if marks else words or f"{colours.name(fill)} cell"
    why = "is not in the legend" if keys else "is no status that is known, and no key was read"
    return Decision("unknown", None, "none", shown, 0.0, (("warning", "status_unknown", f"{shown!r} {why}"),))


def _beside_brackets(decision: Decision, words: str, keys: Sequence[Key]) -> Decision:
    """`Green (Red)` is a finding; `Green (last quarter: Red)` is not, since that is over."""
    convention = vocabulary.load("statuses")["convention"]
    for aside in phrases.asides(words) if decision.status != "unknown" else ():
        named = explained.by_words(aside, keys)
        said = named.status if named else phrases.status_of(aside)
        said = said or (None if keys else convention.get(vocabulary.colour_word(aside)))
        if said and said not in (decision.status, "unknown"):
            message = f"the status cell says {words!r}: {decision.status}, and {said} in brackets"
            return decision._replace(
                confidence=0.3, notes=(*decision.notes, ("warning", "mark_contradicts_words", message))
            )
    return decision


def _checked(decision: Decision, hidden: str | None, text: str) -> Decision:
    """Text that no reader sees may agree with the mark; where it does not, a person should look."""
    if hidden is None or hidden == decision.status:
        return decision
    message = f"hidden text in the status cell says {text!r}, the mark says {decision.status}"
    return decision._replace(
        confidence=0.3, notes=(*decision.notes, ("warning", "hidden_text_contradicts", message))
    )
