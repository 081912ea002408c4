"""Invented reviews: a seed draws the same each time, its truth is what is printed, nothing is read silently wrong.

`make bench-invented` measures many more; here stand the first seeds, the shortcomings of today among them by name.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pdfplumber
import pytest

import parsers
from normalise import understand

try:
    from bench.invented.making import ENGINES, make
except OSError as missing:  # WeasyPrint without Pango
    pytest.skip(f"WeasyPrint cannot be used: {missing}", allow_module_level=True)

from bench.invented.compose import compose
from bench.invented.draw import draw
from bench.invented.judge import Judgement, judge
from bench.invented.paper import Table
from bench.invented.truth import truth_of
from bench.invented.words import words
from samples.make.search import PrintedPages, squash

SEEDS = range(1, 11)
MANY = range(300)
#: what is silently wrong today in one document of a seed alone
OF_ENGINE: dict[tuple[int, str], str] = {}
#: what is silently wrong today in a seed's documents and why; strict: none outlives its reason
FAULTS: dict[int, str] = {}


def judged(seed: int, engine: str, folder: Path) -> Judgement:
    path, truth = make(seed, engine, folder)
    with pdfplumber.open(path) as printed:
        fonts = {char["fontname"] for page in printed.pages for char in page.chars}
    if engine == "web" and not any(name in font for font in fonts for name in ("Liberation", "DejaVu")):
        pytest.skip("the fonts for which the lines were measured are not here")
    return judge(truth, understand(parsers.read(path.read_bytes())))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_seed_makes_the_same_bytes(engine: str, tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "once", tmp_path / "again"):
        folder.mkdir()
        path, _ = make(3, engine, folder)
        made.append((path.read_bytes(), path.with_suffix(".json").read_bytes()))
    assert made[0] == made[1]


def test_seeds_differ() -> None:
    assert len({json.dumps(truth_of(draw(seed))) for seed in MANY}) == len(MANY)


def test_every_seed_can_be_composed_and_every_table_is_rectangular() -> None:
    for seed in MANY:
        for block in compose(draw(seed)).blocks:
            if isinstance(block, Table):
                assert {len(row) for row in (*block.head, *block.body)} == {len(block.weights)}, seed


@pytest.mark.parametrize(
    "trait", ["sign", "legend", "theme_place", "ref_place", "activity", "lead", "note", "figures"]
)
def test_every_choice_of_a_trait_is_drawn(trait: str) -> None:
    drawn = {getattr(draw(seed).traits, trait) for seed in MANY}
    assert len(drawn) >= 3


def test_every_status_is_drawn() -> None:
    scales = [*words("scales")["scale"], *words("scales")["figures"]]
    told = {line[1] for scale in scales for line in scale["lines"]}
    truths = [truth_of(draw(seed)) for seed in MANY]
    assert told == {row["status"] for truth in truths for row in truth["actions"] if "status" in row}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_truth_states_is_printed_where_it_says(engine: str, tmp_path: Path) -> None:
    path, truth = make(4, engine, tmp_path)
    printed = PrintedPages(path)
    for row in truth["actions"]:
        pages = "".join(printed.pages[page - 1] for page in row["pages"])
        assert row["pages"] and squash(row["text"]) in pages and squash(row["number"]) in pages
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) == truth


@pytest.mark.parametrize(
    ("seed", "engine"),
    [
        pytest.param(seed, engine, marks=[pytest.mark.xfail(reason=why)] if why else [])
        for seed in SEEDS
        for engine in ENGINES
        for why in [FAULTS.get(seed) or OF_ENGINE.get((seed, engine))]
    ],
)
def test_nothing_is_silently_wrong(seed: int, engine: str, tmp_path: Path) -> None:
    assert [slip for slip in judged(seed, engine, tmp_path).slips if slip.silent] == []


def test_a_judge_sees_what_is_changed_lost_and_invented(tmp_path: Path) -> None:
    path, truth = make(3, "web", tmp_path)
    review = dataclasses.replace(understand(parsers.read(path.read_bytes())), findings=())
    first, second, *rest = truth["actions"]
    other = "completed" if first["status"] != "completed" else "off_track"
    foreign = {
        **second,
        "number": "",
        "text": "Nobody did this",
        "progress": "Nor was anything said of it here",
    }
    judgement = judge({**truth, "actions": [{**first, "status": other}, foreign, *rest]}, review)
    assert (judgement.rows - judgement.found, judgement.extra, judgement.silent) == (1, 1, 3)
    assert {slip.field for slip in judgement.slips} == {"status", "row"}
