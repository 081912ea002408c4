"""Labels of a key that wrap in the shade that is their sign: `Needs` / `Attention`, what it means beside the two; and a
key in a sentence of several lines, `Late we will` / `deliver after the date`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.block import Block, Line, Mark, Paragraph
from parsers.geometry import union

EDGE = 2.0  # points that words may stand out of their shade
NEAR = 4.0  # points between shades that stand below each other
ALIKE = 0.3  # points between the sizes of two lines of a sentence
FEWEST = 3  # shades that make a key of their own

Parts = dict[int, tuple[int, ...]]


def joined(blocks: Sequence[Block]) -> tuple[list[Block], Parts]:
    """The blocks with each run of texts on shades as one text with a line for each shade, where a label wraps; with
    the parts of those that were made so."""
    found, parts = list[Block](), Parts()
    for run in _runs(blocks):
        whole = _whole(run) or _sentence(run) if isinstance(run[0], Paragraph) else None
        found += [whole] if whole is not None else run
        if whole is not None:
            parts[id(whole)] = tuple(id(block) for block in run)
    return (found, parts) if parts else (list(blocks), parts)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Texts below each other on one page that stand on shades; every other block alone."""
    run: list[Block] = []
    for block in blocks:
        if not run or not (_on_shades(run[-1]) and _on_shades(block) and run[-1].page == block.page):
            if run:
                yield run
            run = []
        run.append(block)
    if run:
        yield run


def _on_shades(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.marks) and all(m.words for m in block.marks)


def _whole(run: Sequence[Block]) -> Paragraph | None:
    """One text with a line for each shade; None where no label wraps, or a line stands on none of them alone."""
    texts = [block for block in run if isinstance(block, Paragraph)]
    shades = sorted({m.box: m for t in texts for m in t.marks}.values(), key=lambda m: m.box.top)
    if len(shades) < FEWEST or not all(_stacked(a, b) for a, b in pairwise(shades)):
        return None
    lines = [line for text in texts for line in text.lines]
    own = [[line for line in lines if s.box.top < line.box.centre[1] < s.box.bottom] for s in shades]
    if sum(map(len, own)) != len(lines) or not any(
        _wraps(s, told) for s, told in zip(shades, own, strict=True)
    ):
        return None
    told = [_line(shade, lines) for shade, lines in zip(shades, own, strict=True)]
    made = [pair for pair in told if pair is not None]
    if len(made) < len(told):
        return None
    return _one(texts, [line for _, line in made], [mark for mark, _ in made])


def _sentence(run: Sequence[Block]) -> Paragraph | None:
    """One text of texts that each but the first go on in small letters on the line below, over the shades of labels
    inside it: their white makes a paragraph of each line."""
    texts = [block for block in run if isinstance(block, Paragraph)]
    on = all(
        b.text[:1].islower() and abs(b.size - a.size) < ALIKE and 0 <= b.box.top - a.box.bottom < b.size
        for a, b in pairwise(texts)
    )
    if len(texts) < 2 or not on or not texts[0].text.startswith(tuple(m.words for m in texts[0].marks)):
        return None
    marks = {m.box: m for t in texts for m in t.marks}
    return _one(texts, [line for t in texts for line in t.lines], list(marks.values()))


def _one(texts: Sequence[Paragraph], lines: Sequence[Line], marks: Sequence[Mark]) -> Paragraph:
    """Texts as one, of these lines and with these signs."""
    return replace(
        texts[0],
        box=union([t.box for t in texts]),
        text=" ".join(line.text for line in lines),
        lines=tuple(lines),
        marks=tuple(marks),
        chars=sum(t.chars for t in texts),
    )


def _stacked(above: Mark, below: Mark) -> bool:
    level = abs(above.box.x0 - below.box.x0) < EDGE and abs(above.box.x1 - below.box.x1) < EDGE
    return level and abs(below.box.top - above.box.bottom) < NEAR


def _wraps(shade: Mark, lines: Sequence[Line]) -> bool:
    """True for a shade with words of its label on more than one line."""
    return sum(line.box.x0 < shade.box.x1 - EDGE for line in lines) > 1


def _line(shade: Mark, lines: Sequence[Line]) -> tuple[Mark, Line] | None:
    """A shade with all of its label as its words, and one line of these and of what they mean; None where a line runs
    over the shade's edge and does not open with the words that are known to stand on it."""
    label, meaning = list[str](), list[str]()
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.x0)):
        if line.box.x0 >= shade.box.x1 - EDGE:
            meaning.append(line.text)
        elif line.box.x1 <= shade.box.x1 + EDGE:
            label.append(line.text)
        elif line.text.startswith(f"{shade.words} "):
            label.append(shade.words)
            meaning.append(line.text.removeprefix(shade.words).strip())
        else:
            return None
    if not label:
        return None
    words = " ".join(label)
    text = f"{words} – {' '.join(meaning)}" if meaning else words
    return shade._replace(words=words), lines[0]._replace(text=text, box=union([line.box for line in lines]))
