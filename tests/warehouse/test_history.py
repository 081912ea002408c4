"""Threads over years: invented histories whose truth is known, and pairs that a person has labelled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.history.measure import load as load_history
from bench.history.measure import measure
from bench.history.pairs import TARGET, judged
from bench.history.reviews import printed
from bench.history.story import tell
from bench.history.wordings import indicators
from warehouse import Warehouse
from warehouse.certainty import certainties
from warehouse.similarity import WEIGHTS, chance

from .truth import action, activity, indicator, load, moved, review

WANTED = 0.99


def test_threads_of_histories_are_right() -> None:
    """Four stories of sixteen quarters, a successor plan in each; `make bench` measures six of twelve years."""
    found = [measure(seed, quarters=16) for seed in range(7, 11)]
    links, truths = sum(m.links for m in found), sum(m.truths for m in found)
    assert links > 2500
    assert sum(m.right for m in found) / links >= WANTED
    assert sum(m.met for m in found) / truths >= WANTED


def test_linking_a_history_again_gives_the_same_threads(warehouse: Warehouse) -> None:
    load_history(warehouse, printed(tell(3, quarters=6), "Plan"))
    threads = warehouse.con.execute("from core.threads").fetchall()
    warehouse.link(everything=True)
    assert warehouse.con.execute("from core.threads").fetchall() == threads


def test_a_story_is_the_same_each_time_it_is_told() -> None:
    assert printed(tell(5, quarters=4), "Plan") == printed(tell(5, quarters=4), "Plan")


def test_labelled_pairs_are_told_apart() -> None:
    pairs = judged()
    assert len(pairs) >= 300 and TARGET.name == "pairs.csv"
    linked = [j for j in pairs if j.chance >= 0.5]
    right = sum(j.pair.same == "yes" for j in linked)
    assert right / len(linked) >= 0.85
    assert right / sum(j.pair.same == "yes" for j in pairs) >= 0.85


def test_a_score_means_what_it_says() -> None:
    """Of the labelled pairs, each judged alone, about the share is one that their scores say."""
    pairs = judged()
    expected, found = sum(j.chance for j in pairs), sum(j.pair.same == "yes" for j in pairs)
    assert expected == pytest.approx(found, rel=0.1)


ODDS = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)), st.integers(-16, 16).map(lambda n: n / 4), max_size=9
)


def exact(odds: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The chance of each pair by going through all ways to pair three rows with three columns or with nobody."""
    total, by_pair = 0.0, dict.fromkeys(odds, 0.0)
    ways = {
        frozenset((row, column) for row, column in enumerate(order) if column < 3)
        for order in permutations([*range(3), 3, 4, 5], 3)
    }
    for way in ways:
        if way <= odds.keys():
            weight = 1.0
            for pair in way:
                weight *= chance(odds[pair]) / (1 - chance(odds[pair]))
            total += weight
            for pair in way:
                by_pair[pair] += weight
    return {pair: value / total for pair, value in by_pair.items()}


@settings(max_examples=150, deadline=None)
@given(ODDS)
def test_certainty_is_near_the_sum_over_all_ways_to_pair(odds: dict[tuple[int, int], float]) -> None:
    found, want = certainties(odds), exact(odds)
    for pair in odds:
        assert found[pair] == pytest.approx(want[pair], abs=0.25)
    for n in range(3):
        assert sum(value for (row, _), value in found.items() if row == n) <= 1 + 1e-6
        assert sum(value for (_, column), value in found.items() if column == n) <= 1 + 1e-6


@pytest.mark.parametrize(
    "odds", [{(0, 0): 1.0}, {(0, 0): 1.0, (0, 1): 2.0}, {(0, 0): 1.0, (0, 1): 0.0, (1, 1): 3.0}]
)
def test_certainty_is_exact_where_rivals_form_no_ring(odds: dict[tuple[int, int], float]) -> None:
    assert certainties(odds) == pytest.approx(exact(odds), abs=1e-3)


def test_evidence_for_a_pair_weighs_for_it_and_evidence_against_it_against() -> None:
    for name in ("words", "within", "exact", "same_number", "same_home", "same_leads", "note", "near"):
        assert WEIGHTS[name] > 0
    for name in WEIGHTS.keys() - {"none"}:
        assert (WEIGHTS[name] < 0) == name.startswith(("other_", "opposite"))


def between(warehouse: Warehouse, former: tuple[object, ...], latter: tuple[object, ...]) -> list[str]:
    one, two = review("Q1", "2016-06-30", *former), review("Q2", "2016-09-30", *latter)  # type: ignore[arg-type]
    load(warehouse, one, two)
    return sorted(change for _, change, _ in moved(warehouse, one, two))


def test_text_and_note_both_new_under_one_number_is_no_other_action(warehouse: Warehouse) -> None:
    former = action(
        3, "Develop a befriending scheme for isolated older people", progress="Two bids were received."
    )
    latter = replace(
        former,
        action="Befriending for older people who are isolated, with the voluntary sector",
        progress="The contract was let in May and forty volunteers are trained.",
    )
    assert between(warehouse, (former,), (latter,)) == ["progress_changed", "text_changed"]


def test_a_negation_that_was_put_in_is_a_change_of_the_same_action(warehouse: Warehouse) -> None:
    former = action(2, "Close the respite unit at Orchard House")
    latter = replace(former, action="Do not close the respite unit at Orchard House")
    assert between(warehouse, (former,), (latter,)) == ["text_changed"]


def test_two_that_differ_by_a_negation_alone_are_never_taken_for_each_other(warehouse: Warehouse) -> None:
    close, keep = (
        action(1, "Close the unit at Orchard House"),
        action(2, "Do not close the unit at Orchard House"),
    )
    turned = (replace(keep, id="a001", position=1), replace(close, id="a002", position=2))
    assert between(warehouse, (close, keep), turned) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Build 500 homes for rent in Thornby", "Build 400 homes for rent in Thornby"),
        ("Open a family hub in Thornby", "Open a family hub in Eastgate"),
        ("Reduce absence at key stage KS2", "Reduce absence at key stage KS4"),
        ("Publish a strategy for carers", "Publish a strategy for tenants"),
    ],
)
def test_of_two_that_differ_by_one_value_the_dropped_one_is_gone(
    warehouse: Warehouse, one: str, other: str
) -> None:
    assert between(warehouse, (action(1, one), action(2, other)), (action(1, other),)) == [
        "removed",
        "renumbered",
    ]


def test_a_new_figure_in_the_same_action_is_a_change_of_it(warehouse: Warehouse) -> None:
    former = action(1, "Build 500 homes for rent in Thornby")
    latter = replace(former, action="Build 400 homes for rent in Thornby")
    assert between(warehouse, (former,), (latter,)) == ["text_changed"]


def test_a_place_that_took_anothers_number_is_another_action(warehouse: Warehouse) -> None:
    former, latter = action(1, "Open a family hub in Thornby"), action(1, "Open a family hub in Eastgate")
    latter = replace(latter, leads=("Bo Bull",))
    assert between(warehouse, (former,), (latter,)) == ["added", "removed"]


def test_a_successor_plan_goes_on_with_the_threads_of_the_one_before(warehouse: Warehouse) -> None:
    texts = (
        "Train all taxi drivers of the district",
        "Write a strategy for recruitment of foster carers",
        "Open two breakfast clubs in schools of the coastal wards",
    )
    first, second = activity(1, "1.1", "Keep children safe"), activity(1, "3.4", "Every child thrives")
    former = tuple(action(n, text) for n, text in enumerate(texts, 1))
    latter = tuple(
        action(n, text, activity_refs=("3.4",), leads=("Bo Bull",))
        for n, text in enumerate(reversed(texts), 1)
    )
    one = review("Q4", "2018-03-31", first, *former, plan_period="2016-2018")
    two = review("Q1", "2018-06-30", second, *latter, plan_period="2018-2021")
    load(warehouse, one, two)
    changed = [change for kind, change, _ in moved(warehouse, one, two) if kind == "action"]
    assert not {"added", "removed"} & set(changed)
    threads = warehouse.con.execute("select count(distinct thread_id) from actions").fetchall()
    assert threads == [(3,)]


def test_a_missing_review_ends_no_thread(warehouse: Warehouse) -> None:
    """There is no review of the second quarter: the first and the third follow each other."""
    facts = (
        action(1, "Train all taxi drivers of the district"),
        action(2, "Write a strategy for foster carers"),
    )
    reviews = [review(f"Q{n}", dt.date(2016, 3 * n, 28).isoformat(), *facts) for n in (1, 3, 4)]
    load(warehouse, *reviews)
    assert warehouse.con.execute("select * from changes").fetchall() == []
    assert warehouse.con.execute("select count(distinct thread_id) from actions").fetchall() == [(2,)]


@pytest.mark.parametrize(("name", "renamed", "other"), indicators())
def test_an_indicator_is_known_under_another_name_by_the_figure_it_hands_on(
    warehouse: Warehouse, name: str, renamed: str, other: str
) -> None:
    former, latter = indicator(1, name, "41.7%"), indicator(1, renamed, "43.0%", "41.7%")
    assert between(warehouse, (former,), (latter,)) == ["renamed", "value_changed", "value_changed"]


@pytest.mark.parametrize(("name", "renamed", "other"), indicators())
def test_another_indicator_in_its_place_is_not_taken_for_it(
    warehouse: Warehouse, name: str, renamed: str, other: str
) -> None:
    former, latter = indicator(1, name, "41.7%"), indicator(1, other, "63.0%", "61.2%")
    assert between(warehouse, (former,), (latter,)) == ["added", "removed"]


def test_an_indicator_counted_the_other_way_round_goes_on(warehouse: Warehouse) -> None:
    former = indicator(1, "Carers contacted within ten days of asking", "86.0%")
    latter = replace(
        indicator(1, "Carers who waited more than ten days after asking", "12.2%", "14.0%"),
        polarity="low",
        good_is="Low",
    )
    found = between(warehouse, (former,), (latter,))
    assert "polarity_changed" in found and "renamed" in found
    assert not {"added", "removed", "restated"} & set(found)


def test_an_indicator_that_may_be_renamed_is_put_to_a_person(warehouse: Warehouse) -> None:
    name, renamed, _ = next(i for i in indicators() if "key stage" in i[0])
    assert between(warehouse, (indicator(1, name, "61%"),), (indicator(1, renamed, "63%"),)) == [
        "added",
        "removed",
    ]
    asked = warehouse.con.execute(
        "select subject_kind from findings where code = 'uncertain_link'"
    ).fetchall()
    assert asked == [("indicator",)]


def test_a_review_without_any_actions_is_no_data_and_not_all_removed(warehouse: Warehouse) -> None:
    """A supplement prints the indicators alone."""
    measure_only = indicator(1, "Children in long-term placements", "76%")
    text = "Train all taxi drivers of the district"
    reviews = [
        review("Q1", "2016-03-31", action(1, text), measure_only),
        review("Q2", "2016-06-30", measure_only),
        review("Q3", "2016-09-30", action(1, text, status="completed"), measure_only),
    ]
    load(warehouse, *reviews)
    assert moved(warehouse, reviews[0], reviews[1]) == []
    assert moved(warehouse, reviews[1], reviews[2]) == []
    assert moved(warehouse, reviews[0], reviews[2]) == [("action", "status_changed", "status")]
