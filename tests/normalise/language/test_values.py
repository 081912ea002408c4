from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language.values import period_of, polarity, reading


@pytest.mark.parametrize(
    ("raw", "value", "unit", "period"),
    [
        ("10,966", 10966, None, None),
        ("73.4%", 73.4, "%", None),
        ("£82m", 82e6, "£", None),
        ("68.0%% (2014-15)", 68.0, "%", "2014-15"),
        ("421 (Q1 2016-17)", 421, None, "Q1 2016-17"),
        ("82.3% (provisional 2015-16)", 82.3, "%", "2015-16"),
        ("3.79 weeks", 3.79, "weeks", None),
        ("8:12", 8.2, "minutes", None),
        ("0", 0, None, None),
        ("-5%", -5, "%", None),
        ("−0.4", -0.4, None, None),
        ("(0.3%)", -0.3, "%", None),
        ("(0.3)%", -0.3, "%", None),
        ("(£1.2m)", -1.2e6, "£", None),
        ("(35)", -35, None, None),
        ("(4)", -4, None, None),
        (".5", 0.5, None, None),
        ("£1,234.50", 1234.5, "£", None),
        ("£1.2bn", 1.2e9, "£", None),
        ("2.5 million", 2.5e6, None, None),
        ("15k", 15000, None, None),
        ("12 per cent", 12, "%", None),
        ("+3.1pp", 3.1, "percentage points", None),
        ("57.4% (2023-24)", 57.4, "%", "2023-24"),
        ("498 (Q2 2024-25) (r)", 498, None, "Q2 2024-25"),
        ("112 (rolling 12 months)", 112, None, "rolling 12 months"),
        ("70.7% (Summer term)", 70.7, "%", "Summer term"),
        ("81% (March 2025)", 81, "%", "March 2025"),
    ],
)
def test_a_figure_is_read_with_its_unit_and_period(
    raw: str, value: float, unit: str | None, period: str | None
) -> None:
    read = reading("latest", raw)
    assert (read.kind, read.unit, read.period) == ("number", unit, period)
    assert read.value == pytest.approx(value)
    assert read.raw == raw


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("n/a[1]", "not_applicable"),
        ("N/A", "not_applicable"),
        ("-", "missing"),
        ("–", "missing"),
        ("", "missing"),
        ("Not available", "not_available"),
        ("Not available (2015-16)", "not_available"),
        ("TBC", "not_available"),
        ("New Measure", "new_measure"),
        ("Better than 2014-15 national average", "text"),
        ("Gap narrowed compared to 2014/15", "text"),
        ("Below 480 each quarter", "text"),
        ("rolling 12 months", "text"),
        ("2016", "text"),
        ("2016-17", "text"),
        ("5-10", "text"),
        ("31 March 2025", "text"),
        ("1st", "text"),
        ("3 out of the 12 that were planned have been opened and the rest will follow by the spring", "text"),
    ],
)
def test_what_is_no_figure_has_no_value(raw: str, kind: str) -> None:
    read = reading("latest", raw)
    assert (read.kind, read.value, read.unit) == (kind, None, None)


@pytest.mark.parametrize(
    ("raw", "qualifier", "value"),
    [
        ("<95%", "<", 95),
        (">95%", ">", 95),
        ("≥ 3", "≥", 3),
        ("over 400", "over", 400),
        ("20 or fewer", "or fewer", 20),
        ("60 minutes or less", "or less", 60),
        ("2 or more (2025/26)", "or more", 2),
    ],
)
def test_a_bound_is_not_read_as_the_figure_itself(raw: str, qualifier: str, value: float) -> None:
    read = reading("target", raw)
    assert (read.qualifier, read.value) == (qualifier, value)


@pytest.mark.parametrize(
    ("raw", "provisional"), [("82.3% (provisional 2015-16)", True), ("82.3% (2015-16)", False)]
)
def test_the_word_provisional_is_heeded(raw: str, provisional: bool) -> None:
    assert reading("latest", raw).provisional is provisional


numbers = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
whole = st.integers(min_value=0, max_value=10**9).filter(
    lambda n: not 2000 <= n <= 2099
)  # years are no values


@given(numbers, st.sampled_from(["", "-"]))
def test_any_percentage_reads_back(number: float, sign: str) -> None:
    read = reading("latest", f"{sign}{number}%")
    assert read.unit == "%"
    assert read.value == pytest.approx(float(f"{sign}{number}"))


@given(whole)
def test_any_count_reads_back_with_and_without_commas(number: int) -> None:
    assert reading("latest", f"{number:,}").value == number
    assert reading("latest", f"{number}").value == number


@given(numbers, st.sampled_from([("", 1), ("k", 1e3), ("m", 1e6), ("bn", 1e9)]))
def test_any_sum_of_money_reads_back(number: float, scale: tuple[str, float]) -> None:
    suffix, times = scale
    read = reading("latest", f"£{number:,}{suffix}")
    assert read.unit == "£"
    assert read.value == pytest.approx(float(number) * times)


@given(whole, st.integers(2000, 2098), st.integers(1, 4))
def test_a_period_in_brackets_never_changes_the_figure(number: int, year: int, quarter: int) -> None:
    period = f"Q{quarter} {year}-{(year + 1) % 100:02d}"
    read = reading("latest", f"{number:,} ({period})")
    assert (read.value, read.period) == (number, period)


@given(st.text(max_size=80))
def test_any_text_gives_a_reading_that_keeps_it(raw: str) -> None:
    read = reading("latest", raw)
    assert read.raw == raw
    assert (read.value is None) == (read.kind != "number")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("High", "high"),
        ("low", "low"),
        ("Higher is better", "high"),
        ("Bigger is Better", "high"),
        ("Lower is better", "low"),
        ("Aim to maximise", "high"),
        ("Aim to minimise", "low"),
        ("Increase", "high"),
        ("Fewer", "low"),
        ("Uchel", "high"),
        ("Isel", "low"),
        ("↑", "high"),
        ("▼", "low"),
        ("High or low", None),
        ("N/A", None),
        ("Within the range set by the regulator for authorities of this kind", None),
        ("", None),
        (None, None),
    ],
)
def test_polarity_is_said_or_unknown(printed: str | None, meant: str | None) -> None:
    assert polarity(printed) == meant


@pytest.mark.parametrize(
    ("raw", "value", "unit"), [("91.8¹", 91.8, None), ("82%²", 82.0, "%"), ("1,234¹²", 1234.0, None)]
)
def test_the_mark_of_a_footnote_is_no_digit(raw: str, value: float, unit: str | None) -> None:
    found = reading("latest", raw)
    assert (found.value, found.unit) == (value, unit)


def test_square_metres_are_no_millions() -> None:
    assert reading("latest", "120 m²").value == 120.0


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("2025/26 to February", "2025/26 to February"),
        ("2025/26 to the end of March 2026", "2025/26 to the end of March 2026"),
        ("2025/26 to date", "2025/26"),
        ("2025/26 actual", "2025/26"),
    ],
)
def test_the_month_up_to_which_a_year_s_figure_runs_is_part_of_its_period(heading: str, period: str) -> None:
    assert period_of(heading) == period
