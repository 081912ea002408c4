"""Draw who publishes what, and when."""

from __future__ import annotations

import datetime as dt
from random import Random

from bench.invented.phrases import chance, end_of_month, months_away
from bench.invented.review import Front, Times
from bench.invented.words import words

YEARS = (2019, 2025)
PLAN_YEARS = (3, 5)
YEAR_FORMS = 4
WHOLE_YEAR, HALF_YEAR, QUARTER = 12, 6, 3


def draw_front(rng: Random) -> Front:
    """Publisher, plan, title and day."""
    bank, times_bank = words("places"), words("times")
    place = rng.choice(bank["first_syllables"]) + rng.choice(bank["last_syllables"])
    title, kind = rng.choice(times_bank["titles"])
    times = _times(rng, kind)
    plan = rng.choice(bank["plans"])
    begun = times.day.year - rng.randrange(1, 3)
    ends = begun + rng.randint(*PLAN_YEARS)
    span = rng.choice(bank["spans"]).format(a=begun, b=ends, bb=f"{ends % 100:02}")
    day_line = rng.choice(times_bank["days"]).format(**times.fills()) if chance(rng, 0.75) else ""
    return Front(
        publisher=rng.choice(bank["bodies"]).format(place=place),
        plan=plan,
        plan_printed=f"{plan} {span}".strip(),
        title=title.format(**times.fills()),
        day_line=day_line,
        committee=rng.choice(bank["committees"]),
        times=times,
    )


def _times(rng: Random, kind: str) -> Times:
    """A quarter, a half or a whole of a financial year, which begins in April."""
    year = rng.randint(*YEARS)
    quarter = {"q": rng.randint(1, 4), "mid": 2, "end": 4}[kind]
    length = {"q": QUARTER, "mid": HALF_YEAR, "end": WHOLE_YEAR}[kind]
    last_month = months_away(dt.date(year, 4, 1), QUARTER * quarter - 1)
    label, form = _year(year, 0), rng.randrange(YEAR_FORMS)
    names = {"q": f"{label} Q{quarter}", "mid": f"{label} mid-year", "end": f"{label} year-end"}
    return Times(
        day=end_of_month(last_month),
        first=months_away(last_month, 1 - length),
        quarter=quarter,
        year=_year(year, form),
        year_before=_year(year - 1, form),
        cycle=names[kind],
    )


def _year(year: int, form: int) -> str:
    """A financial year in one of the forms in which it is printed."""
    short, long = f"{(year + 1) % 100:02}", str(year + 1)
    return (f"{year}-{short}", f"{year}/{short}", f"{year}/{long}", f"{year}-{long}")[form]
