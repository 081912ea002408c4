"""Lines of a key that stand among those which are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Paragraph
from tests.normalise.building import ACTIONS, loud, paragraph, review_of, table

LINES = ("G On track to be delivered", "A Some slippage, but expected to be recovered", "R Off track")


def listed(*texts: str, step: float = 15) -> list[Paragraph]:
    return [paragraph(text, top=60 + step * k) for k, text in enumerate(texts)]


def rated(*words: str) -> tuple[tuple[str, ...], ...]:
    return tuple((f"{n}. Do it", "Ann Archer", "Work goes on", word) for n, word in enumerate(words, 1))


def test_a_letter_s_line_between_two_of_a_key_is_one_whatever_it_says() -> None:
    """It names no status in as many words, and the legend was silently without it; amber rows read by convention."""
    review = review_of(*listed(*LINES), table(ACTIONS, *rated("G", "A", "R"), top=300))
    assert {e.mark: e.label for e in review.legend} == {text[0]: text[2:] for text in LINES}
    assert [a.status_basis for a in review.actions] == ["legend"] * 3
    assert loud(review) == []


@pytest.mark.parametrize("between", ["A first workshop was held", "Amber is not used in this report"])
def test_running_text_between_two_lines_of_a_key_is_none(between: str) -> None:
    review = review_of(*listed(LINES[0], between, LINES[2]), table(ACTIONS, *rated("G", "R"), top=300))
    assert [e.mark for e in review.legend] == ["G", "R"]


@pytest.mark.parametrize(("last", "size"), [("S Significant issues", 4), ("N Northern ward", 3)])
def test_a_letter_s_line_at_the_end_of_a_key_is_one_where_it_names_a_status(last: str, size: int) -> None:
    texts = ("P Progressing well", "A Requires attention", "Y Yet to start", last)
    review = review_of(*listed(*texts), table(ACTIONS, *rated("P", "A"), top=300))
    assert len(review.legend) == size


@pytest.mark.parametrize(("step", "size"), [(0, 5), (30, 3)], ids=["in its columns", "further right"])
def test_a_key_that_goes_on_at_the_top_of_the_next_page_is_whole(step: float, size: int) -> None:
    """Two of five lines were silently lost behind the end of the page."""
    told = (
        ("Action complete", "The action is closed"),
        ("Progressing well", "On track for the date shown"),
        ("Requires attention", "Some delay that officers can resolve"),
    )
    rest = (
        ("Significant issues", "Delay that needs to be escalated"),
        ("Yet to start", "Not due to begin in this period"),
    )
    rows = rated("Action complete", "Progressing well", "Requires attention")
    first = [p for k, pair in enumerate(told) for p in beside(*pair, top=400 + 20 * k)]
    behind = [p for k, pair in enumerate(rest) for p in beside(*pair, top=40 + 20 * k, page=2, right=step)]
    review = review_of(table(ACTIONS, *rows, top=100), *first, *behind)
    assert [e.label for e in review.legend] == [label for label, _ in (*told, *rest)][:size]


def beside(label: str, meaning: str, top: float, page: int = 1, right: float = 0) -> list[Paragraph]:
    found = []
    for text, x0 in ((label, 40 + right), (meaning, 160 + right)):
        block = paragraph(text, page=page, top=top)
        box = block.box._replace(x0=x0, x1=x0 + 4 * len(text))
        lines = (block.lines[0]._replace(box=box),)
        found.append(replace(block, box=box, lines=lines))
    return found
