"""Words and what they stand for, read from the TOML beside this module."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from normalise.language import nouns, parts_of_year, welsh
from normalise.language.parts_of_year import YEAR, part_of_year
from normalise.language.words import BRACKETS, headings, known, load, neutral, plain, shades, unbracketed
from normalise.profile import in_force

__all__ = ["BRACKETS", "headings", "load", "plain"]

NEAR = 88  # rapidfuzz ratio (0-100) above which a heading is a misspelling or plural of a known one
NEAR_LETTERS = 94  # and above which the letters of both are the same but for an ending
NEAR_WORD = 78  # and above which each of its words must be one of that one's: "stage" (73) is no "target"
LONGEST_HEADING = 9  # words; more is a sentence
ANSWERED = 2  # words of a heading that says who answers, whatever it calls them: "Responsible Entity"
SHORTEST_PART = 3  # letters; shorter headings stand for a column only as a whole
TWO = re.compile(r"\s+and\s+|\s+with\s+|\s*[&+/,]\s*", re.IGNORECASE)
SINCE = re.compile(r"(?:key )?(\w+(?: \w+)?) (?:to date|so far|since .+)")
SEATED = re.compile(r"(?P<who>\w+(?: \w+)?) (?:in|at|within)(?: \w+){1,4}")
IN_CHARGE = re.compile(r"\bin charge(?: of (?:this|it|delivery))?$")  # `Unit in charge`
INITIALS = re.compile(r"\b[A-Z]{2,7}\b")
QUARTER = re.compile(r"^(?:q|qtr|quarter|ch|chwarter) ?([1-4])(?: |$)")
QUARTERS = re.compile(
    r"^(?:q|qtrs?|quarters?) ?1 (?:(?:to|and) )?(?:q|qtr|quarter)? ?[2-4](?: |$)"
)  # the sum of several
QUARTER_AT_END = re.compile(r" (?:q|qtr|quarter|chwarter) ?([1-4])$")
SHORT_YEARS = re.compile(r"\b(?:20)?\d\d/\d\d\b")  # whose stroke parts no two columns' names
YEAR_COLUMN = re.compile(
    rf"^{YEAR}(?: (?:actual|actuals|outturn|result|results|performance|(?:year )?to date|ytd|so far))?$"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
NUMERIC_DAY = r"(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:20)?[2-4]\d"  # `31/03/2026`, plain
DATED = re.compile(
    rf"\b(?:{NUMERIC_DAY}|{DAY}|{YEAR}|19\d\d(?: \d\d(?:\d\d)?)?|(?:q|qtr|quarter|chwarter) ?[1-4])\b"
)


def role_of(heading: str) -> str | None:
    """The role that a column heading gives its column: by the publisher's profile, else by the common vocabulary.

    None for a heading that neither knows, and for one of which the profile says that it is no field.
    """
    told = in_force().headings
    return told[words] or None if told and (words := plain(heading)) in told else _role_of(heading)


@lru_cache(maxsize=4096)
def _role_of(heading: str) -> str | None:
    heading = parts_of_year.without_month(heading.translate(str.maketrans(load("headings")["signs"])))
    words = plain(heading)
    if not words:
        return None
    rest, told = nouns.told_in_brackets(heading)
    if told and _role_of(rest) in (*nouns.FIGURES, "q1", "q2", "q3", "q4"):
        return told
    if (found := QUARTER.match(words)) and _says_quarter_only(words[found.end() :]):
        return "latest" if QUARTERS.match(words) else f"q{found[1]}"
    if YEAR_COLUMN.match(words):
        return "year"
    if (found := QUARTER_AT_END.search(words)) and known(words[: found.start()]) in ("status", "latest"):
        return f"q{found[1]}"
    undated = _undated(words)
    if nouns.is_no_field(heading, undated):
        return None
    if told := nouns.rated_at(unbracketed(heading)):
        return told
    if said := nouns.moved(words, heading) or known(unbracketed(heading)) or known(words):
        return said
    if said := nouns.spanned(unbracketed(heading)):
        return said
    if (since := SINCE.fullmatch(words)) and known(since[1]) in ("action", "activity", "progress"):
        return "progress"  # what was done, not what is to be
    return _near_to(heading, words, undated)


def _near_to(heading: str, words: str, undated: str) -> str | None:
    """The role of a heading that the vocabulary does not have, by its parts, its nouns and headings like it.

    `words` are its plain words, `undated` those without days and years."""
    said = _bilingual(heading) or known(undated)
    if (
        said is None
        and not TWO.search(SHORT_YEARS.sub(" ", heading))
        and (headed := nouns.headed(words)) is not None
    ):
        return headed or None
    said = said or _of_item(words) or _who_leads(words)
    if said is None and (whole := _written_out(words)) != words:
        return _role_of(whole)
    said = said or _progress_and_more(heading) or _near(words)
    if not said and undated != words:
        said = _near(undated)
    said = said or of_two(heading)[0] or _of_plan(heading)
    return said or ("lead" if of_lead_and_date(heading) else None)


def _progress_and_more(heading: str) -> str | None:
    """`progress` for a heading that names it first, then what came of it or stands in its way: `Update, risks and
    mitigation`, `Progress and outcomes`. One that names another field is of two."""
    first, *rest = [plain(part) for part in TWO.split(heading)]
    if not rest or (known(first) or nouns.headed(first) or _near(first)) != "progress":
        return None
    told = (known(part) in ("progress", "activity", "action") or nouns.is_beside(part) for part in rest)
    return "progress" if all(rest) and all(told) else None


def _of_plan(heading: str) -> str | None:
    """The role of what is done, behind or before a plan's initials: `CRMP commitment`, `Actions (LTP)`."""
    initials = INITIALS.findall(heading)
    if not initials or heading.isupper() or any(known(plain(word)) for word in initials):
        return None  # `ID Action` heads two columns
    rest = INITIALS.sub(" ", heading)
    role = _role_of(" ".join(rest.split()))
    return role if role in ("action", "activity") else None


def undated(heading: str) -> str:
    """A heading's plain words without the days, years and quarters among them."""
    return _undated(plain(heading))


def _undated(words: str) -> str:
    return " ".join(DATED.sub(" ", words).split())


def _written_out(words: str) -> str:
    """A heading with its abbreviations written out: `lead dept` is the lead department."""
    return " ".join(load("headings")["abbreviations"].get(word, word) for word in words.split())


def _who_leads(words: str) -> str | None:
    """The role of a heading that says that a person or a body leads, in either order: `Section Responsible`; or where
    who leads sits, `Lead in the OPCC`."""
    if (seated := SEATED.fullmatch(words)) and known(seated["who"]) == "lead":
        return "lead"
    words = IN_CHARGE.sub("responsible", words)
    if said := known(words):
        return said
    leading = shades()["leading"]
    parts = [word for word in words.split() if word not in ("the", "for", "of")]
    if leading.isdisjoint(parts):
        return None
    beside = [word for word in parts if word not in leading]
    rest = " ".join(beside)
    if rest in shades()["persons"]:
        return "lead"
    alone = len(parts) == len(beside) + 1 == ANSWERED and not shades()["answering"].isdisjoint(parts)
    unknown = alone and known(rest) is None and rest.isalpha() and rest not in shades()["unled"]
    return "group" if unknown or rest in shades()["bodies"] else None


def _of_item(words: str) -> str | None:
    """The role of a heading that says what of an item it holds: `Goal Description`, `Initiative Percent Progress`."""
    item, rest = _item_first(words)
    if item and rest:
        return item if rest in shades()["describing"] else headings()[rest]
    said, _, describing = words.rpartition(" ")
    return known(said) if describing in shades()["describing"] else None


@lru_cache(maxsize=1024)
def of_two(heading: str) -> tuple[str | None, str | None]:
    """The roles of a heading that names two columns in one, `Key Actions and Lead`, the item first."""
    roles = [known(plain(part)) for part in TWO.split(heading)]
    one, other = roles if len(roles) == 2 else (None, None)
    return (one, other) if other and one in shades()["items"] and one != other else (None, None)


@lru_cache(maxsize=1024)
def of_lead_and_date(heading: str) -> bool:
    """True for a heading of who leads and up to when, in either order: `Lead officer and target date`, `Who / When`."""
    roles = [known(plain(part)) for part in TWO.split(heading)]
    return len(roles) == 2 and {*roles} in ({"lead", "due_date"}, {"lead", "period"})


@lru_cache(maxsize=4096)
def mended(heading: str) -> str:
    """A heading that a narrow column broke inside a word, `Autu mn`, put together where that makes it a known one."""
    words = heading.split()
    if len(words) < 2 or _is_heading(heading):
        return heading
    pairs = range(1, len(words))
    tries = [
        [*words[: k - 1], words[k - 1] + words[k], *words[k + 1 :]] for k in pairs if words[k][0].islower()
    ]
    if all(word[0].islower() for word in words[1:]):
        tries.append(["".join(words)])
    return next((whole for parts in tries if _is_heading(whole := " ".join(parts))), heading)


def _is_heading(text: str) -> bool:
    return (known(plain(text)) or part_of_year(text)) is not None


def item_of(heading: str) -> str | None:
    """The kind of item, `activity` or `action`, that a heading names before what it says of it: `Goal Health`."""
    return _item_first(plain(heading))[0]


def _item_first(words: str) -> tuple[str | None, str]:
    parts = words.split()
    for length in range(1, len(parts)):
        item, rest = known(" ".join(parts[:length])), " ".join(parts[length:])
        if item in ("activity", "action") and (
            known(rest) in shades()["said"] or rest in shades()["describing"]
        ):
            return item, rest
    return None, ""


def _bilingual(heading: str) -> str | None:
    """The role of a heading printed in two languages, `Cynnydd / Progress`, where they agree or one is unknown; without
    a stroke between them, `Cam Step`, where both are known."""
    half = welsh.english(heading)
    if half != heading and (said := _role_of(half)):
        return said
    parts = heading.split(" / ") if heading.count(" / ") == 1 else heading.split("/")
    if len(parts) == 1:
        return _twice(plain(heading).split())
    if len(parts) != 2 or known(plain(heading)) or not all(p.strip()[:1].isalpha() for p in parts):
        return None  # `2023/24 Target` is one language
    above, item = (_role_of(part.strip()) for part in parts)
    if above == "group" and item in shades()["items"]:
        return item  # `Department / Measure`: the department stands on a line above its rows
    return (above or item) if above == item or None in (above, item) else None


def _twice(words: Sequence[str]) -> str | None:
    """The role of two headings one after the other that are of one role, or of which one is Welsh that is not known."""
    halves = ((known(" ".join(words[:cut])), known(" ".join(words[cut:]))) for cut in range(1, len(words)))
    told = next((one for one, other in halves if one and one == other), None)
    return told or next(filter(None, map(_role_of, welsh.english_half(words))), None)


def _says_quarter_only(rest: str) -> bool:
    """True where a heading that begins with a quarter names no column of its own: `Q2 Target` is a target."""
    words = _undated(rest)
    left = " ".join(w for w in words.split() if w not in neutral())
    return (known(words) or nouns.headed(words)) not in ("progress", "target", "previous") and (
        not left or known(left) in ("latest", "status")
    )


def _near(words: str) -> str | None:
    """A known heading that stands at this one's beginning or end, the longest first, or that this one misspells."""
    parts = words.split()
    if not 0 < len(parts) <= LONGEST_HEADING:
        return None
    if parts[-1] in shades()["rating"] and (rated := _rated(" ".join(parts[:-1]))):
        return rated
    for length in range(len(parts) - 1, 0, -1):
        for part, rest in ((parts[:length], parts[length:]), (parts[-length:], parts[:-length])):
            listed = " ".join(part)
            if len(listed) > SHORTEST_PART and listed in headings() and neutral().issuperset(rest):
                return _as_rating(headings()[listed], parts)
    found = process.extractOne(words, _long_headings(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return headings()[found[0]] if found and _misspells(parts, found[0].split()) else None


def _rated(rest: str) -> str | None:
    """The role of a rating's column that is named after what it rates: `Project status`, `Milestone RAG`."""
    return "status" if known(rest) in shades()["rated"] else None


def _as_rating(role: str, parts: Sequence[str]) -> str:
    """`Previous BRAG` and `Status this month` are ratings, not values."""
    rating = shades()["rating"] & set(parts)
    return {"previous": "previous_status", "latest": "status"}.get(role, role) if rating else role


def _misspells(printed: Sequence[str], listed: Sequence[str]) -> bool:
    """True where each word is nearly the other's, or where they part the same letters into words in other places."""
    if len(printed) != len(listed):
        return fuzz.ratio("".join(printed), "".join(listed)) >= NEAR_LETTERS
    return all(fuzz.ratio(a, b) >= NEAR_WORD for a, b in zip(printed, listed, strict=True))


@lru_cache(maxsize=1)
def _long_headings() -> list[str]:
    """Headings long enough that a letter more or less is a slip, not another word."""
    return [heading for heading in headings() if len(heading) > SHORTEST_PART + 1]


def colour_word(text: str) -> str | None:
    """The colour that a letter or word of a status cell names (`G`, `Green`), None for anything else."""
    data = load("statuses")
    if (words := plain(text)) in data["colours"]["words"]:
        return words
    letter = data["letters"].get(text.strip().upper()) if len(text.strip()) == 1 else None
    return str(letter) if letter else None
