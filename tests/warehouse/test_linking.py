from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse import Warehouse
from warehouse.assignment import best_assignment
from warehouse.linking import LIKELIER, link_actions
from warehouse.similarity import alike
from warehouse.subject import Subject
from warehouse.wording import plain, wording

from .truth import action, activity, indicator, load, review

GAINS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(-8, 24).map(lambda n: n / 16), max_size=25
)


def brute_force(gains: dict[tuple[int, int], float]) -> float:
    """The greatest sum over all ways to pair five rows with five columns, or with nobody."""
    return max(
        sum(max(0.0, gains.get(pair, 0.0)) for pair in enumerate(order)) for order in permutations(range(5))
    )


@settings(max_examples=150, deadline=None)
@given(GAINS)
def test_the_assignment_is_the_best_of_all(gains: dict[tuple[int, int], float]) -> None:
    chosen = best_assignment(gains)
    assert len(set(chosen.values())) == len(chosen)
    assert all(gains[pair] > 0 for pair in chosen.items())
    assert sum(gains[pair] for pair in chosen.items()) == pytest.approx(brute_force(gains))


@settings(max_examples=60, deadline=None)
@given(GAINS)
def test_the_assignment_is_the_same_from_either_side_and_in_any_order(
    gains: dict[tuple[int, int], float],
) -> None:
    turned = {(column, row): gain for (row, column), gain in reversed(gains.items())}
    value = sum(gains[pair] for pair in best_assignment(gains).items())
    assert sum(turned[pair] for pair in best_assignment(turned).items()) == pytest.approx(value)
    assert best_assignment(dict(reversed(gains.items()))) == best_assignment(gains)


def test_the_assignment_agrees_with_scipy_on_a_large_case() -> None:
    optimize = pytest.importorskip("scipy.optimize")
    size = 60
    gains = {
        (i, j): ((i * 7919 + j * 104729 + i * j) % 997) / 997
        for i, j in product(range(size), range(size + 9))
    }
    rows, columns = optimize.linear_sum_assignment(
        [[gains[i, j] for j in range(size + 9)] for i in range(size)], maximize=True
    )
    best = sum(gains[i, j] for i, j in zip(rows.tolist(), columns.tolist(), strict=True))
    assert sum(gains[pair] for pair in best_assignment(gains).items()) == pytest.approx(best)


@pytest.mark.parametrize(
    ("former", "latter", "low", "high"),
    [
        ("On track", "Not on track", 0.0, 0.0),
        ("The site is not on track", "The site is on track", 0.0, 0.0),
        ("Build 500 homes by 2020", "Build 400 homes by 2020", 0.85, 0.95),
        ("Build 500 homes by 2020", "Build 500 homes by 2021", 0.99, 1.0),
        ("<95% seen in time", ">95% seen in time", 0.85, 0.95),
        ("Pupils at the expected standard at KS2", "Pupils at the expected standard at KS4", 0.3, 0.6),
        ("Academic resilience projects live", "Crisis Team reviewed and evaluated", 0.0, 0.1),
        ("For outcomes measures to be reviewed", "For outcome measures to be reviewed", 0.9, 1.0),
        ("", "", 0.0, 0.0),
        ("Anything", "", 0.0, 0.0),
    ],
)
def test_likeness(former: str, latter: str, low: float, high: float) -> None:
    assert low <= alike(wording(former), wording(latter)) <= high


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    likeness = alike(wording(one), wording(other))
    assert 0.0 <= likeness <= 1.0
    assert likeness == pytest.approx(alike(wording(other), wording(one)), abs=0.06)
    assert alike(wording(one), wording(one)) == (1.0 if plain(one) else 0.0)


@given(st.text(max_size=80))
def test_a_plain_text_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def subject(n: int, text: str, number: str | None = None, note: str = "") -> Subject:
    return Subject(
        f"s{n}", ("1.1",), None, "1", number or str(n), text, note, frozenset(), frozenset(), 0.5, n
    )


WORDS = st.lists(
    st.sampled_from(
        ["train", "drivers", "write", "strategy", "open", "centre", "hire", "nurses", "500", "400", "not"]
    ),
    max_size=5,
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=4)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_nobody_is_linked_twice_or_by_force(former: list[str], latter: list[str]) -> None:
    links = link_actions(
        [subject(n, t) for n, t in enumerate(former)], [subject(n, t) for n, t in enumerate(latter)], set()
    )
    for side in ("former", "latter"):
        ids = [getattr(link, side).id for link in links.made]
        assert len(ids) == len(set(ids))
    assert all(
        link.margin >= LIKELIER or plain(link.former.text) == plain(link.latter.text)
        for link in links.made
        if link.method not in ("split", "merge")
    )


def methods(warehouse: Warehouse, kind: str = "action") -> list[tuple[str, str]]:
    rows = warehouse.con.execute(
        "select t.subject_id, t.method from threads t join reviews r using (review_id) where kind = ? "
        "order by r.as_at, t.subject_id", [kind],
    ).fetchall()  # fmt: skip
    return [(subject_id[-4:], method) for subject_id, method in rows]


TRAIN, WRITE = "Train all taxi drivers of the district", "Write a strategy for recruitment of foster carers"


def test_a_thread_goes_on_through_number_place_and_wording(warehouse: Warehouse) -> None:
    load(
        warehouse,
        review("Q1", "2016-06-30", action(1, TRAIN), action(2, WRITE)),
        review("Q2", "2016-09-30", action(1, WRITE), action(2, TRAIN)),
        review("Q3", "2016-12-31", action(1, WRITE + " and adopters"), action(5, TRAIN)),
    )
    threads = warehouse.con.execute(
        "select list(a.action order by a.as_at) from actions a group by thread_id order by 1"
    ).fetchall()
    assert threads == [([TRAIN] * 3,), ([WRITE, WRITE, WRITE + " and adopters"],)]
    assert warehouse.con.execute("select count(*) from threads where thread_id = subject_id").fetchone() == (
        3,
    )


def test_threads_are_named_after_their_first_subject_whatever_order_they_came_in(
    warehouse: Warehouse,
) -> None:
    reviews = [review(f"Q{n}", f"2016-0{3 * n}-30", action(1, TRAIN)) for n in (1, 2, 3)]
    load(warehouse, reviews[2])
    load(warehouse, reviews[0])
    load(warehouse, reviews[1])
    late = warehouse.con.execute("select * from threads").fetchall()
    assert {row[0] for row in late if row[1] == "action"} == {f"{reviews[0].document.sha256[:12]}-a001"}
    warehouse.link(everything=True)
    assert warehouse.con.execute("select * from threads").fetchall() == late


def test_reviews_without_a_date_come_last_and_are_linked(warehouse: Warehouse) -> None:
    load(warehouse, review("Undated", None, action(1, TRAIN)), review("Q1", "2016-06-30", action(1, TRAIN)))
    assert methods(warehouse) == [("a001", "first"), ("a001", "same")]


def test_plans_are_never_linked_with_each_other(warehouse: Warehouse) -> None:
    one = review("Q1", "2016-06-30", action(1, TRAIN))
    two = review("Q2", "2016-09-30", action(1, TRAIN), plan="Another Plan")
    load(warehouse, one, two)
    assert [method for _, method in methods(warehouse)] == ["first", "first"]


def test_only_touched_plans_are_linked_again(warehouse: Warehouse) -> None:
    load(warehouse, review("Q1", "2016-06-30", action(1, TRAIN)))
    warehouse.con.execute("update core.threads set method = 'seen'")
    load(warehouse, review("Q2", "2016-09-30", action(1, TRAIN), plan="Another Plan"))
    assert sorted(method for _, method in methods(warehouse)) == ["first", "seen"]
    warehouse.link(everything=True)
    assert [method for _, method in methods(warehouse)] == ["first", "first"]


def test_the_note_identifies_an_action_that_was_reworded(warehouse: Warehouse) -> None:
    note = "4. MASH quality assurance processes are established and show a reduction."
    load(
        warehouse,
        review("Q1", "2016-06-30", action(4, "The reduction in inappropriate referrals", progress=note)),
        review(
            "Q2", "2016-09-30", action(4, "Fewer contacts reach the hub below the threshold", progress=note)
        ),
    )
    assert methods(warehouse) == [("a004", "first"), ("a004", "note")]


def test_an_action_missing_from_one_review_wakes_up_in_the_next(warehouse: Warehouse) -> None:
    load(
        warehouse,
        review("Q1", "2016-06-30", action(1, TRAIN), action(2, WRITE)),
        review("Q2", "2016-09-30", action(1, TRAIN)),
        review("Q3", "2016-12-31", action(1, TRAIN), action(2, WRITE)),
    )
    assert methods(warehouse)[-1] == ("a002", "woken")


def test_an_activity_in_other_words_is_known_by_its_actions(warehouse: Warehouse) -> None:
    below = (action(1, TRAIN), action(2, WRITE))
    load(
        warehouse,
        review("Q1", "2016-06-30", activity(1, "1.1", "Keep children safe from harm"), *below),
        review("Q2", "2016-09-30", activity(1, "2.7", "Prevention and early help"), *below),
    )
    assert methods(warehouse, "activity") == [("v001", "first"), ("v001", "contents")]
    assert [method for _, method in methods(warehouse)][2:] == ["same", "same"]


def test_two_that_are_equally_near_are_left_to_a_person(warehouse: Warehouse) -> None:
    bare = {"activity_id": None, "activity_refs": (), "action_number": None, "leads": ()}
    load(
        warehouse,
        review("Q1", "2016-06-30", action(1, "Improve the offer for care leavers in the north", **bare)),
        review(
            "Q2", "2016-09-30",
            action(1, "Improve the offer for care leavers in the north west", **bare),
            action(2, "Improve the offer for care leavers in the north east", **bare),
        ),
    )  # fmt: skip
    found = warehouse.con.execute(
        "select severity, subject_kind, message from findings where code = 'uncertain_link'"
    ).fetchall()
    assert len(found) == 1
    assert found[0][:2] == ("warning", "action") and "score 0." in found[0][2]
    assert [method for _, method in methods(warehouse)] == ["first", "first", "first"]
    warehouse.link(everything=True)
    assert warehouse.con.execute("select count(*) from findings").fetchone() == (1,)


def test_indicators_of_one_name_are_told_apart_by_priority(warehouse: Warehouse) -> None:
    name = "First time entrants to the Youth Justice System aged 10-17 per 100k"
    first, second = indicator(1, name, "76"), indicator(2, name, "147")
    load(
        warehouse,
        review("Q1", "2016-06-30", first, replace(second, priority="4")),
        review("Q2", "2016-09-30", replace(first, priority="4"), second),
    )
    rows = warehouse.con.execute(
        "select list(distinct priority) from indicators group by thread_id"
    ).fetchall()
    assert sorted(rows) == [(["1"],), (["4"],)]


def test_boilerplate_that_an_action_gained_is_no_merger_with_one_that_ended(warehouse: Warehouse) -> None:
    ended = "Continue to open a family hub in Eastgate, reporting to the board each quarter"
    others = [action(n, f"Continue to {what}, reporting to the board each quarter") for n, what in
              enumerate(("resurface roads", "renew play areas", "train governors"), 3)]  # fmt: skip
    reworded = "Continue to work with the police to reduce theft, reporting to the board each quarter"
    load(
        warehouse,
        review(
            "Q1", "2016-06-30", action(1, "Work with the police to reduce theft"), action(2, ended), *others
        ),
        review("Q2", "2016-09-30", action(1, reworded), *others),
    )
    assert warehouse.con.execute("from core.branches").fetchall() == []


def test_wards_that_are_named_one_by_one_from_now_on_are_pieces_of_the_whole(warehouse: Warehouse) -> None:
    whole = "Recruit and train 20 community health champions in Millbank and Foundry wards"
    parts = [
        f"Recruit and train community health champions in {ward} ward" for ward in ("Millbank", "Foundry")
    ]
    load(
        warehouse,
        review("Q1", "2016-06-30", action(1, whole), action(3, TRAIN)),
        review("Q2", "2016-09-30", action(1, parts[0]), action(2, parts[1]), action(3, TRAIN)),
    )
    assert warehouse.con.execute("select event from core.branches").fetchall() == [("split",)]
    assert warehouse.con.execute(
        "select change from changes where change in ('added', 'split')"
    ).fetchall() == [("split",)]


HUBS = tuple(f"Open a family hub in {place}" for place in ("Ashby", "Corley Green", "Denham"))


@pytest.mark.parametrize(
    ("whole", "parts", "events"),
    [
        ("Open two family hubs", HUBS[:2], ["split"]),
        ("Open 3 family hubs", HUBS, ["split", "split"]),
        ("Open five family hubs", HUBS, []),
        ("Open two youth hubs", HUBS[:2], []),
        ("Open two family hubs", (HUBS[0], "Open a family hub"), []),
    ],
)
def test_a_counted_whole_falls_into_as_many_as_are_named_one_by_one(
    warehouse: Warehouse, whole: str, parts: tuple[str, ...], events: list[str]
) -> None:
    load(
        warehouse,
        review("Q1", "2016-06-30", action(1, whole), action(9, TRAIN)),
        review("Q2", "2016-09-30", *(action(n, text) for n, text in enumerate(parts, 1)), action(9, TRAIN)),
        review("Q3", "2016-12-31", action(1, whole), action(9, TRAIN)),
    )
    found = warehouse.con.execute("select event from core.branches order by all").fetchall()
    merged = ["merge" for _ in events]
    assert [event for (event,) in found] == merged + events


@pytest.mark.parametrize(
    ("whole", "parts", "event"),
    [
        ("Service all 15 hectares", ("Service the first 6 hectares", "Service the last 9 hectares"), "merge"),
        ("Service all 16 hectares", ("Service the first 6 hectares", "Service the last 9 hectares"), None),
        ("Sell all 15 hectares", ("Service the first 6 hectares", "Service the last 9 hectares"), None),
    ],
)
def test_parts_that_add_up_to_what_the_whole_counts_are_merged(
    warehouse: Warehouse, whole: str, parts: tuple[str, str], event: str | None
) -> None:
    place = " of the Brackwater enterprise park"
    load(
        warehouse,
        review(
            "Q1",
            "2016-06-30",
            *(action(n, text + place) for n, text in enumerate(parts, 1)),
            action(9, TRAIN),
        ),
        review("Q2", "2016-09-30", action(1, whole + place), action(9, TRAIN)),
    )
    found = warehouse.con.execute("select event from core.branches").fetchall()
    assert found == ([(event,)] if event else [])


@pytest.mark.parametrize(
    ("heir", "others", "is_one"),
    [
        ("Head of People", ("Head of People", "Head of People"), True),
        ("Head of People", ("Head of People", "Head of HR"), False),  # the post is still there
        ("Head of People", ("Head of People", "Head of Law"), False),
    ],
)
def test_a_post_under_a_new_name_did_not_part_a_reworded_action_from_its_thread(
    warehouse: Warehouse, heir: str, others: tuple[str, str], is_one: bool
) -> None:
    texts = ("Commission an independent speak-up line", "Check every employee against the barred lists")
    former = "Review the discipline and grievance procedures"
    latter = "Agree new discipline and grievance procedures with the unions"
    load(
        warehouse,
        review("Q1", "2016-06-30", *(action(n, t, leads=("Head of HR",)) for n, t in enumerate((*texts, former), 1))),
        review(
            "Q2",
            "2016-09-30",
            *(action(n, t, leads=(who,)) for n, (t, who) in enumerate(zip(texts, others, strict=True), 2)),
            action(7, latter, leads=(heir,)),
        ),
    )  # fmt: skip
    found = warehouse.con.execute(
        "select count(distinct thread_id) from actions where action like '%grievance%'"
    ).fetchall()
    assert found == [(1 if is_one else 2,)]


@pytest.mark.parametrize(
    ("name", "previous", "asked"),
    [
        ("Front-line staff vaccinated against influenza, as a share of eligible staff", "-", True),
        ("Front-line staff vaccinated against influenza, as a share of eligible staff", "45%", False),
        ("Staff vaccinated against influenza", "-", False),
    ],
)
def test_a_measure_under_another_name_without_its_former_figure_is_put_to_a_person(
    warehouse: Warehouse, name: str, previous: str, asked: bool
) -> None:
    load(
        warehouse,
        review("Q1", "2016-06-30", indicator(1, "Staff vaccinated against influenza", "45%", "48%")),
        review("Q2", "2016-09-30", indicator(1, name, "41%", previous)),
    )
    threads = warehouse.con.execute("select count(distinct thread_id) from indicators").fetchall()
    findings = warehouse.con.execute("select code from findings").fetchall()
    assert (threads, findings) == (([(2,)], [("uncertain_link",)]) if asked else ([(1,)], []))
