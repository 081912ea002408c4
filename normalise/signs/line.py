"""One line of a document's key: a sign, how it looks, and what is printed beside it."""

from __future__ import annotations

from typing import NamedTuple

from normalise.language import colours, phrases, vocabulary
from normalise.review import SCALE, LegendEntry
from normalise.signs import colour_words, scale
from normalise.signs import line_words as key_words
from parsers.block import Mark

BLANK = ""  # the token of an entry whose sign is not there
TROUBLE = SCALE[2:]
MIDDLE, WORST = "amber", "red"
SURE = (
    "plain",
    "opening",
    "reserved",
    "toned",
)  # how the words name the status: see `phrases.Said`; the last with its colour


class Key(NamedTuple):
    """One line of a legend with what it looks like: a mark, a background colour, a letter or word, or a blank."""

    entry: LegendEntry
    mark: Mark | None
    fill: str | None
    token: str | None
    page: int
    x0: float = 0.0  # where the entry begins in its table, points
    sure: str = SURE[0]  # how surely its words name the status
    serves: str = ""  # the kind of table whose signs it explains, where it is headed for one
    block: int = 0  # identity of the block that prints it
    denied: str = ""  # what another key says of its sign
    worded: bool = False  # True where a sentence explains words that rows print: it says nothing of colours

    @property
    def line(self) -> scale.Line:
        """The entry as a line of a scale."""
        return scale.Line(self.colour, self.entry.label, self.entry.status, self.sure)

    @property
    def colour(self) -> str | None:
        """The everyday name of the colour that its sign has or names."""
        return vocabulary.colour_word(self.token or "") or colours.name(
            self.mark.colour if self.mark else self.fill
        )


def of_words(
    label: str,
    definition: str,
    mark: Mark | None,
    fill: str | None,
    token: str | None,
    page: int,
    x0: float = 0.0,
) -> Key:
    """The line that explains a sign in these words; its status is `unknown` where they name none.

    Words of degree alone (`Warning`, `Within 5% of target`) are taken where the colour says so too.
    """
    token, label = _beside_letter(mark, token, label)
    said = key_words.said(label, definition)
    if key_words.holds_another(definition):  # which of their signs is this one cannot be known
        return Key(
            LegendEntry(0, described(mark, fill, token), label, definition, "unknown"),
            mark,
            fill,
            token,
            page,
            x0,
        )
    entry = LegendEntry(0, described(mark, fill, token), label, definition, said.status or "unknown")
    found = Key(entry, mark, fill, token, page, x0, SURE[0 if said.plain else 2 if said.reserved else 1])
    if status := _qualified(found):
        return found._replace(entry=entry._replace(status=status), sure=SURE[1])
    if said.before and scale.belied(found.line):  # `On schedule but attention is needed`, on green
        return found._replace(entry=entry._replace(status=said.before), sure=SURE[1])
    if status := _by_step(found, said):
        return found._replace(entry=entry._replace(status=status), sure=SURE[1])
    if _is_lost(found):
        return found._replace(entry=entry._replace(status=TROUBLE[-1]), sure=scale.LOST)
    if status := _by_tone(found, said):
        return found._replace(entry=entry._replace(status=status), sure=SURE[3])
    return found


def _qualified(key: Key) -> str | None:
    """How bad it is where a colour's word in the label qualifies a status that sounds well, by what explains both: `On
    target – amber`, though milestones were missed."""
    colour = colour_words.apart(key.entry.label, key.entry.status)
    if colour is None or scale.usual(colour) not in TROUBLE:
        return None
    meant = key_words.said("", key.entry.definition).status
    return scale.by_tone([key.entry.definition], colour) or (meant if meant in TROUBLE else None)


def _beside_letter(mark: Mark | None, token: str | None, label: str) -> tuple[str | None, str]:
    """The letter that stands in a sign of its colour, read with the label beside it, and the label: `R Off track`."""
    letter, blank, words = label[:1], label[1:2], label[2:]
    if mark is None or token is not None or blank != " " or not letter.isupper() or not words:
        return token, label
    named = vocabulary.colour_word(letter)
    return (letter, words) if named and named == colours.name(mark.colour) else (token, label)


def _by_step(key: Key, said: phrases.Said) -> str | None:
    """What words of degree say where the colour is used for just that; unknown where a definition tells of worse
    than that."""
    label, definition = key.entry.label, key.entry.definition
    steps = [label, key_words.predicate(label)]
    if key_words.is_step(label) and said.status not in (None, *SCALE):
        # `Stalled: the action has stopped`: the label goes before what explains it, and the colour tells how bad it is
        return scale.by_degree(steps, key.colour) or "unknown"
    if said.status or said.reserved:
        return None
    status = scale.by_degree([*steps, definition, key_words.predicate(definition)], key.colour)
    milder = status == TROUBLE[0] and not scale.by_tone([definition], key.colour)
    return "unknown" if milder and scale.by_tone([definition], WORST) else status


def _is_lost(key: Key) -> bool:
    """True where no colour tells how bad a risk is, and the definition says that all is lost, and not a part or the
    time of it: `At risk`, if `it is unlikely to be met`."""
    said = vocabulary.load("statuses")["risks"]
    label, definition = vocabulary.plain(key.entry.label), f" {vocabulary.plain(key.entry.definition)} "
    if key.colour is not None or label not in said["labels"]:
        return False
    partly = any(f" {word} " in definition for word in said["partly"])
    lost, late = (scale.by_tone([key.entry.definition], colour) for colour in (WORST, MIDDLE))
    return lost is not None and late is None and not partly


def _by_tone(key: Key, said: phrases.Said) -> str | None:
    """What a line tells where its colour is used for just that, and its words are no status, are no plain one, or give
    a label's habitual sense and not what the definition says (`At risk: it will not be done`)."""
    label, definition = key.entry.label, key.entry.definition
    if said.status is None or (said.status == "on_schedule" and scale.belied(key.line)):
        return scale.by_tone([label, definition], key.colour)
    if said.status not in TROUBLE and not key_words.is_under_way(label):
        return None
    opened = label.replace("(", " ") if vocabulary.BRACKETS.search(label) else ""  # `Delay (over 3 months)`
    told = scale.by_tone([opened, definition], key.colour)
    return told if told in TROUBLE and told != said.status else None


def described(mark: Mark | None, fill: str | None, token: str | None) -> str:
    """A mark in words: `green star`, `amber cell`, `G`; `word` where the entry's own words stand for it."""
    if mark is not None:
        return " ".join(filter(None, (colours.name(mark.colour), mark.shape)))
    if fill is not None:
        return f"{colours.name(fill)} cell"
    return token or ("blank" if token == BLANK else "word")


def told_of_colour(key: Key, colour: str | None = None) -> str:
    """What a person should know of a line whose words are read otherwise than its colour is used."""
    shown = f"it names {colour}" if colour else f"its sign is {key.colour}"
    return f"the key's {key.entry.label!r} is read as {key.entry.status} although {shown}"
