"""The words of a status cell beside its sign or colour, where they are not the key's own: do they say the same?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.language import colours, phrases, vocabulary
from normalise.review import SCALE
from normalise.signs import scale
from normalise.signs.decision import Decision
from parsers.block import Mark

WORD = re.compile(r"[^\W\d_]{4,}")
BLACK = "black"
PARTS = re.compile(r"[\s/,;|+&-]+")


def clashing(decision: Decision, words: str, marks: Sequence[Mark], fill: str | None) -> Decision:
    """The decision, or none where the words name colours alone and one that the cell does not show: `Grey` on amber,
    or `Grey Amber`, the ratings of two columns of which one has its colour in the other's place."""
    named = [word for word in PARTS.split(words) if word]
    told = decision.basis == "convention" and len(named) == 1  # the word itself was read
    letters = not all(len(word) > 1 and vocabulary.colour_word(word) for word in named)
    if not named or decision.status == "unknown" or told or letters:
        return decision
    inks = (name for m in marks if (name := colours.name(m.colour)) != BLACK)  # of a sign whose shape tells
    shown = {kin for name in (colours.name(fill), *inks) if (kin := _kin(name))}
    others = [word for word in named if _kin(vocabulary.colour_word(word)) not in shown]
    if not shown or not others or (shown == {_kin("grey")} and _say_so(others, decision.status)):
        return decision
    message = (
        f"the cell says {words!r} and shows {decision.mark} ({decision.status}): which is meant is not known"
    )
    return Decision("unknown", None, "none", words, 0.0, (("warning", "mark_contradicts_words", message),))


def _say_so(words: Sequence[str], status: str) -> bool:
    """True for words of colours that are used for the status of a sign in the greys of a print without colours."""
    return all(scale.usual(vocabulary.colour_word(word)) == status for word in words)


def _kin(colour: str | None) -> int | None:
    """Which family a colour's name belongs to: amber and yellow, or two languages' words, are of one."""
    families: list[list[str]] = vocabulary.load("statuses")["colours"]["families"]
    return next((k for k, family in enumerate(families) if colour in family), None)


def checked(decision: Decision, words: str) -> Decision:
    """A sign or colour beside words that are not the key's: where they name or open as another status, or a colour was
    taken by convention although they are none, a person should look."""
    told = decision.basis == "words" or (decision.basis != "convention" and decision.mark == words)
    told = told or (
        decision.basis == "legend" and vocabulary.plain(words) == vocabulary.plain(decision.label or "")
    )
    if (
        decision.status == "unknown"
        or told
        or any(code == "mark_contradicts_words" for _, code, _ in decision.notes)
    ):
        return decision
    said = phrases.opening(words).status
    whole = phrases.status_of(words)
    if (said and scale.apart(said, decision.status)) or (whole and _is_other(whole, decision, words)):
        message = (
            f"the cell shows {decision.mark} ({decision.status}) and "
            f"{f'opens with words of {said}' if said else f'says that it is {whole}'}: {words!r}"
        )
        return decision._replace(
            confidence=0.3, notes=(*decision.notes, ("warning", "mark_contradicts_words", message))
        )
    if decision.basis == "convention" and WORD.search(words) and not vocabulary.colour_word(words):
        message = (
            f"the cell says {words!r}, which is no status that is known; its colour was read by convention"
        )
        return decision._replace(
            confidence=0.3, notes=(*decision.notes, ("warning", "status_unknown", message))
        )
    return decision


def _is_other(said: str, decision: Decision, words: str) -> bool:
    """True for words of another status than the sign's, of which one is apart from the scale of good and bad."""
    own = words.casefold() in (decision.label or "").casefold()
    return not own and said != decision.status and not {said, decision.status} <= set(SCALE)
