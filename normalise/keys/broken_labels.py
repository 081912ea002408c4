"""Labels of a key that go on below their first line, beside what they mean: `Progressing  On track for the date` above
`well`. The words that the rows of a table show tell what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalise.keys.columns import BULLET, Piece
from normalise.language import phrases, vocabulary
from parsers.geometry import union

CENTRED = 30.0  # points between the middles, or left edges, of a label's lines in one column
LONGEST = 4  # words of a status's name that no row shows
NEAR = 1.0  # of a line's height: more white than this parts two lines


def whole(pieces: Sequence[Piece], known: frozenset[str]) -> list[Piece]:
    """The pieces, each label as the rows show it before what is printed behind its first line, and beside such labels
    also a status's name that no row shows. `known` are plain texts that the rows show."""
    shown: defaultdict[str, list[list[str]]] = defaultdict(list)
    for words in sorted((label.split() for label in known if " " in label), key=len, reverse=True):
        shown[words[0]].append(words)
    made: dict[int, Piece] = {}
    used: set[int] = set()
    for named in (False, True):
        for k in range(len(pieces)) if made or not named else ():
            first = pieces[k].text.removeprefix(BULLET).split()[:1]
            labels = _named(k, pieces) if named else shown.get(" ".join(_plain(first)), ())
            joined = next(filter(None, (_completed(k, label, pieces) for label in labels)), None)
            if joined is not None and k not in made and used.isdisjoint((k, *joined[1])):
                made[k] = joined[0]
                used.update(joined[1])
    return [made.get(k, piece) for k, piece in enumerate(pieces) if k not in used]


def _named(k: int, pieces: Sequence[Piece]) -> Iterator[list[str]]:
    """The names of statuses that the first words of a piece make with a text of few words below it."""
    words = pieces[k].text.removeprefix(BULLET).split()[:LONGEST]
    for n in _below(pieces[k], (pieces[k].box.x0, pieces[k].box.x0), pieces):
        below = pieces[n].text.split()
        for held in range(1, len(words) + 1) if len(below) < LONGEST else ():
            label = " ".join([*words[:held], *below])
            if phrases.status_of(label) is not None:
                yield vocabulary.plain(label).split()


def _completed(k: int, label: Sequence[str], pieces: Sequence[Piece]) -> tuple[Piece, list[int]] | None:
    """A piece that opens with the first words of a label with its others, and the places of those that print these."""
    first = pieces[k]
    words = first.text.removeprefix(BULLET).split()
    begun = [n for n in range(1, len(words) + 1) if _is_begun(words[:n], label) and _plain(words[n - 1 : n])]
    held = max(begun, default=0)  # a dash behind the words is none of theirs
    if not held:
        return None
    end = first.box.x0 + first.box.width * len(" ".join(words[:held])) / len(first.text)
    rest, left, above = list[int](), label[len(_plain(words[:held])) :], first
    while left:
        n = next((n for n in _below(above, (first.box.x0, end), pieces) if _opens(pieces[n], left)), None)
        if n is None:
            return None
        rest.append(n)
        above, left = pieces[n], left[len(_plain(pieces[n].text.split())) :]
    lines = [pieces[n] for n in rest]
    text = " ".join([*words[:held], *(p.text for p in lines), *words[held:]])
    box = union([first.box, *(p.box for p in lines)])
    return first._replace(text=text, box=box, more=(*first.more, *(p.block for p in lines))), rest


def _is_begun(words: Sequence[str], label: Sequence[str]) -> bool:
    own = _plain(words)
    return 0 < len(own) < len(label) and own == [*label[: len(own)]]


def _opens(piece: Piece, left: Sequence[str]) -> bool:
    own = _plain(piece.text.split())
    return bool(own) and own == [*left[: len(own)]]


def _below(above: Piece, column: tuple[float, float], pieces: Sequence[Piece]) -> Iterator[int]:
    """The places of the pieces right below one, in the column that a label's first words stand in."""
    start, end = column
    for n, piece in enumerate(pieces):
        high = piece.box.bottom - piece.box.top
        near = -high / 2 < piece.box.top - above.box.bottom < NEAR * high
        centred = abs(piece.box.x0 + piece.box.x1 - start - end) < 2 * CENTRED
        if near and piece is not above and (centred or abs(piece.box.x0 - start) < CENTRED):
            yield n


def _plain(words: Sequence[str]) -> list[str]:
    return vocabulary.plain(" ".join(words)).split()
