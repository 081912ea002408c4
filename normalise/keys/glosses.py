"""A key in running text, names of statuses with what each means: `Complete: done. At risk: it may be late.`"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from normalise.keys import labels as key_labels
from normalise.keys.columns import Entry
from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from parsers.block import Block, Table

LEAST = 3  # names that make a key; two may be told of in passing
TOLD = 2  # names of statuses that no other text explains one behind the other
HIGHEST = 8  # rows at the top of a table in which a key may stand alone, as a spreadsheet prints it
STRANGE = 1  # words before a colon that name nothing: what heads the key
#: a name that opens a text or one of its parts, and what parts it from its meaning
NAMED = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;:,)|]\s)|(?<=\band\s))\s*(?:[•▪*]\s*)?[\"'“‘]?"
    r"(?P<label>[A-Z][^.:;,=|\n“”]{2,40}?(?:, [a-z][^.:;,=|\n“”]{2,40}?)?)[\"'”’]?"
    r"(?:\s*[:=]\s+|\s+[–—-]\s+|\s+(?:means|indicates|denotes)\s+(?:that\s+)?)"
)
#: the same with the meaning in brackets: `Achieved (it has been met), Delayed (it will be met late) and At risk (...)`
BRACKETED = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;:,]\s)|(?<=\b(?:and|are)\s)|(?<=\b(?:or|is)\s))"
    r"[\"'“‘]?(?P<label>[A-Z][^.:;,=|()\n“”]{2,40}?)[\"'”’]?\s+\((?P<words>[^()]{4,})\)"
)
INTRODUCED = re.compile(r"^.*\b(?:is|are)\s+(?=[A-Z])")
#: a name among these without its meaning: `Done (finished), Going to plan, Late (it will be done later)`
LISTED = re.compile(r"(?<=[,;]\s)(?P<label>[A-Z][^.:;,()\n“”]{2,40}?)(?=\s*[,;]|\s+(?:and|or)\b)")
#: the same inside a sentence: `A measure is achieved when ..., nearly achieved when ..., and otherwise not achieved`
WHEN = re.compile(r"\s+(?:when|if|where)\s+")
OTHERWISE = re.compile(
    r"\b(?:otherwise(?: (?:it is|they are|as))? (?P<behind>[^.,;:]{3,40})|(?P<before>[\w ]{3,60}) otherwise)(?=[.;]|$)"
)
OTHER = "otherwise"
CLAUSES = re.compile(r"[;.].+[;.]", re.DOTALL)
CLAUSE = re.compile(r"[.;:,]\s+(?=[A-Z])")
LONGEST = 60  # characters of a name with the blank behind it
STOP = re.compile(r"[.;](?:\s|$)")
LAST = re.compile(r"[;,]?\s+and$")


class Gloss(NamedTuple):
    label: str
    words: str


def entries(blocks: Sequence[Block], columns: Sequence[frozenset[str]] = ()) -> list[Entry]:
    """The lines of the first text that is such a key and whose names one of the columns shows, or one of a table; names
    of as many statuses with brackets behind them are known without, for the rows may say more than a name."""
    columns = columns or key_labels.shown_together(blocks)
    known = frozenset[str]().union(*columns)
    for block, text in _texts(blocks):
        told = glosses(text, known) if known else _in_brackets(text, known)
        labels = {vocabulary.plain(one.label) for one in told}
        statuses = _are_statuses(told, text)
        shown = statuses or any(len(labels & own) >= key_labels.SHOWN for own in columns)
        if len(told) == len(labels) >= LEAST and shown:
            lines = (key.of_words(*one, None, None, None, block.page, block.box.x0) for one in told)
            own = () if isinstance(block, Table) else (id(block),)
            found = [Entry(line._replace(worded=True), own) for line in lines]
            meant = [one for one in found if one.key.entry.definition]
            if statuses or key_labels.explain(meant) or _conditions(text, known):
                return found
    return []


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The texts, and those alone in one of a table's first rows, as a spreadsheet prints what stands above it."""
    for block in blocks:
        if not isinstance(block, Table):
            yield block, block.text
            continue
        rows: defaultdict[int, list[str]] = defaultdict(list)
        for cell in block.cells:
            if cell.row < HIGHEST and cell.text:
                rows[cell.row].append(cell.text)
        yield from ((block, texts[0]) for texts in rows.values() if len(texts) == 1)


def explains(text: str) -> bool:
    """True for a text that says what names of statuses mean, whether they are shown or not."""
    return len(glosses(text, frozenset())) >= TOLD


def glosses(text: str, known: Iterable[str]) -> list[Gloss]:
    """The names of statuses in a text with what it says behind each; none where it names other things so."""
    known = frozenset(known)
    if inside := _in_brackets(text, known):
        return inside
    conditions = _conditions(text, known)
    if len(conditions) >= LEAST:
        return conditions
    openings = list(NAMED.finditer(text))
    named = [found for found in openings if key_labels.is_label(found["label"], known)]
    if not openings or len(named) < LEAST:
        bare = _bare(text, known)
        openings, named = (bare, bare) if len(bare) > max(len(named), TOLD) else (openings, named)
    if not named or len(openings) - len(named) > STRANGE:
        return []
    ends = [*(found.start() for found in named[1:]), len(text)]
    told = [
        Gloss(found["label"].strip(), _meaning(text[found.end() : end]))
        for found, end in zip(named, ends, strict=True)
    ]
    return [one for one in told if one.words]


def _in_brackets(text: str, known: frozenset[str]) -> list[Gloss]:
    """Names with their meanings in brackets, and those without among them that the columns show."""
    inside = {found.end("label"): _introduced(found["label"]) for found in BRACKETED.finditer(text)}
    meanings = {found.end("label"): found["words"] for found in BRACKETED.finditer(text)}
    if len(inside) < LEAST or not all(key_labels.is_label(label, known) for label in inside.values()):
        return []
    bare = {found.end(): found["label"] for found in LISTED.finditer(text)}
    bare = {at: label for at, label in bare.items() if vocabulary.plain(label) in known and at < max(inside)}
    return [Gloss(label, meanings.get(at, "")) for at, label in sorted({**bare, **inside}.items())]


def _introduced(label: str) -> str:
    """A name without the words that introduce it and those behind it: `An action is Done`."""
    return INTRODUCED.sub("", label).strip()


def _are_statuses(told: Sequence[Gloss], text: str) -> bool:
    """True for names in brackets' sentence that are each another status's."""
    named = {phrases.status_of(one.label) for one in told}
    return None not in named and len(named) == len(told) and bool(_in_brackets(text, frozenset()))


def _conditions(text: str, known: frozenset[str]) -> list[Gloss]:
    """Names that the columns show, each inside a sentence before the condition on which it is given."""
    parts = list(WHEN.finditer(text)) if known else []
    if len(parts) < TOLD:
        return []
    labels = [_last_name(text[: part.start()], known) for part in parts]
    rest = OTHERWISE.search(text, parts[-1].end())
    other = _last_name(rest["behind"] or rest["before"], known) if rest else ""
    end = len(text)
    if rest and other:
        end = rest.end("before") - len(other) if rest["before"] else rest.start()
    ends = [*(part.start() - len(label) for part, label in zip(parts[1:], labels[1:], strict=True)), end]
    told = [
        Gloss(label, STOP.split(_meaning(text[part.end() : end]))[0])
        for part, label, end in zip(parts, labels, ends, strict=True)
    ]
    return [one for one in (*told, Gloss(other, OTHER)) if one.label and one.words] if all(labels) else []


def _last_name(text: str, known: frozenset[str]) -> str:
    """The last words of a text that are a name which the columns show, as many as are; else ""."""
    words = text.split()[-key_labels.LONGEST :]
    tails = (" ".join(words[k:]).strip("\"'“”‘’") for k in range(len(words)))
    return next((tail for tail in tails if vocabulary.plain(tail) in known), "")


def _bare(text: str, known: frozenset[str]) -> list[re.Match[str]]:
    """Names of statuses, each at the beginning of a clause that goes on with small letters: `Status: Complete the work
    is done; Late it will be done later`. The columns show two of them at least."""
    found: list[re.Match[str]] = []
    for begin in [0, *(m.end() for m in CLAUSE.finditer(text))] if CLAUSES.search(text) else ():
        words = text[begin : begin + LONGEST].split()
        for k in range(min(key_labels.LONGEST, len(words) - 1), 0, -1):
            label = " ".join(words[:k])
            if words[k][0].islower() and label[0].isupper() and key_labels.is_label(label, known):
                spaced = r"\s+".join(map(re.escape, words[:k]))
                found += filter(None, [re.compile(rf"\s*(?P<label>{spaced})\s+").match(text, begin)])
                break
    shown = sum(vocabulary.plain(one["label"]) in known for one in found)
    return found if shown >= TOLD else []


def _meaning(words: str) -> str:
    """What stands behind a name up to the next one, without what joins the two."""
    return LAST.sub("", " ".join(words.split())).strip(" ;,|")
