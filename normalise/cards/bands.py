"""Bands among cards: lines with an activity's reference, set in a look of their own, that head the cards below them in
all columns: `1.2 Parks for all` in white on a dark strip, the plan that it is of below."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from normalise.cards import deck_labels
from normalise.cards.flows import Printed
from normalise.cards.heads import PILL
from normalise.cards.tables import ink_of
from normalise.language import phrases
from normalise.language.references import leading_reference, numbered
from normalise.prose import labelled
from parsers.block import Heading, Line, Paragraph
from parsers.geometry import union
from parsers.text import wording
from parsers.text.wording import Lexicon

OPENS = re.compile(r"\S+ .*[^\W\d_]{2}")  # a reference and words, or a word and a reference with more words
SEVERAL = 2  # references in one look that make bands of it
MOST = 0.5  # share of them that stand above titles

Flow = Sequence[Printed]
Look = tuple[bool, float, str]


def marked(flows: Sequence[list[Printed]]) -> Sequence[list[Printed]]:
    """The lines, those of bands marked and without labels."""
    if not deck_labels.of(flows):
        return flows
    ink: Counter[Look] = Counter()
    runs: defaultdict[Look, list[tuple[Printed, Printed | None]]] = defaultdict(list)
    of_bands: defaultdict[Look, list[Printed]] = defaultdict(list)
    for flow in flows:
        parts = [list(own) for _, own in groupby(flow, key=lambda p: (p.block, _look(p)))]
        for n, own in enumerate(parts):
            look = _look(own[0])
            ink[look] += sum(len(p.line.text) for p in own)
            if OPENS.match(own[0].line.text) and leading_reference(own[0].line.text) is not None:
                runs[look].append((own[0], parts[n + 1][0] if n + 1 < len(parts) else None))
                of_bands[look] += own
    most = ink.most_common(1)[0][0] if ink else None
    looks = {look for look, own in runs.items() if look != most and _are_bands(own, most)}
    ids = {id(p) for look in looks for p in of_bands[look]}
    return [[p._replace(said=None, band=True) if id(p) in ids else p for p in flow] for flow in flows]


def _are_bands(runs: Sequence[tuple[Printed, Printed | None]], most: Look | None) -> bool:
    """True for several references of which most stand above titles, which are set apart from text or numbered: they
    are none themselves."""
    refs = {leading_reference(first.line.text) for first, _ in runs}
    above_titles = sum(below is not None and _may_be_title(below, most) for _, below in runs)
    return len(refs) >= SEVERAL and above_titles > MOST * len(runs)


def _may_be_title(p: Printed, most: Look | None) -> bool:
    rating = phrases.may_rate(p.line.text) or any(mark.shape == PILL for mark in p.marks)
    apart = _look(p) != most and (most is None or p.line.bold > most[0] or p.line.size >= most[1])
    return p.said is None and not rating and (apart or numbered(p.line.text).number is not None)


def _look(p: Printed) -> Look:
    return p.line.bold, round(p.line.size, 1), p.line.colour


def blocks(flows: Sequence[Flow], lexicon: Lexicon) -> Iterator[Heading | Paragraph]:
    """Each band as a heading for each reference, and a paragraph for each label below it."""
    for own in (own for flow in flows for key, own in groupby(flow, key=_place) if key[0]):
        parts: list[list[Line]] = []
        page = 0
        for p in own:
            if not parts or _is_label(p.line) or leading_reference(p.line.text) is not None:
                parts.append([])
            parts[-1].append(p.line)
            page = p.page
        yield from (_block(page, lines, lexicon) for lines in parts)


def _place(p: Printed) -> tuple[bool, int]:
    return p.band, p.block


def _block(page: int, lines: Sequence[Line], lexicon: Lexicon) -> Heading | Paragraph:
    box, ink = union(line.box for line in lines), sum(map(ink_of, lines))
    text, size = wording.flow(lines, lexicon), lines[0].size
    if _is_label(lines[0]):
        return Paragraph(page, box, text, size, tuple(lines), (), ink)
    return Heading(page, box, text, size, lines[0].bold, ink, tuple(lines))


def _is_label(line: Line) -> bool:
    said = labelled.read(line)
    return said is not None and said.role != ""
