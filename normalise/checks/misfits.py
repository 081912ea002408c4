"""Texts of actions that do not fit their column as the document's others do: a part of another cell may be in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from normalise.items.deadlines import DUE
from normalise.language import dates, phrases, references, vocabulary
from normalise.review import Action, Evidence, Finding

COLON = re.compile(r":\s")
WORD = re.compile(r"\S+")
LABEL_WORDS = 3  # words of a label
LABELLED = ("lead", "due_date", "start_date")  # what a label inside an action's text shows to be another's
LONG = 40  # characters from which on two rows do not print the same by chance
SENTENCE = re.compile(r"[a-z]{4,}\.\s+[A-Z0-9]|[a-z]{4,}\.$")  # `J. Smith` and `St. Mary's` end none
#: since when, or until when, somebody leads
SINCE = re.compile(r"\((?:from|until|till|to|since|up to|left)\b[^()]*\)", re.IGNORECASE)
WORDY = 12  # words that no name or post has
USUAL = 0.9  # share of a column's texts that are what the heading says, from which on another is odd
DATE_WORDS = 4  # words; a longer text that is no date is another column's
#: what is meant as a day and is none: `31/02/2026`, `30/06/202 6`, `Dec 202`
MEANT = re.compile(
    r"\b\d{1,2}([/.-])\d{1,2}\1\d|\b(?:" + "|".join(dates.MONTHS) + r")\.? \d{3}\b", re.IGNORECASE
)
#: a time without a day that is told by a month and what falls into it: `October half term`
TIMED = re.compile(
    r"(?:(?:by|before|after|start of|end of|early|mid|late) )?(?:" + "|".join(dates.MONTHS) + r")"
    r"(?: (?:school|half[- ]?term|term|break|holidays?|recess|week|council|meeting))+",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(?:" + "|".join(dates.MONTHS) + r")\b|\d", re.IGNORECASE)


def found(
    actions: Sequence[Action], evidence: Sequence[Evidence], labels: Collection[str] = ()
) -> Iterator[Finding]:
    """A warning about each action with a text that does not fit its column; `labels` are those of the key."""
    for action in actions:
        if label := _label(action.action):
            yield _finding(action, "action", f"the action's text holds a label, {label!r}")
    yield from _rated(actions, labels)
    yield from _repeated(actions, evidence)
    yield from _numbers(actions)
    yield from _leads(actions)
    yield from _dated_leads(actions)
    yield from _dates(actions)


def _label(text: str) -> str | None:
    """The label of another field inside an action's text. `Health:` is no rating there, `Status:` is."""
    rating = vocabulary.load("headings")["shades"]["rating"]
    for colon in COLON.finditer(text):
        for word in list(WORD.finditer(text, 0, colon.start()))[-LABEL_WORDS:]:
            label = text[word.start() : colon.start()]
            words = vocabulary.plain(label)
            known = vocabulary.headings().get(words) in LABELLED or words in rating
            if known and label[0].isupper():
                return f"{label}:"
    return None


def _rated(actions: Sequence[Action], labels: Collection[str]) -> Iterator[Finding]:
    """Several rows whose text is one and the same status."""
    statuses = {vocabulary.plain(label) for label in labels}
    times = Counter(vocabulary.plain(action.action) for action in actions)
    for action in actions:
        words = vocabulary.plain(action.action)
        if times[words] > 1 and words and (words in statuses or phrases.status_of(action.action)):
            yield _finding(
                action, "action", f"the text of several actions, {action.action[:60]!r}, is a status"
            )


def _repeated(actions: Sequence[Action], evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """Rows that print the long text of the row above in a cell of their own."""
    cells = defaultdict(set)
    for e in evidence:
        if e.subject_kind == "action" and e.field == "action":
            cells[e.subject_id].add((e.page, e.box))
    for above, action in pairwise(actions):
        same = action.action == above.action and len(action.action) >= LONG
        if same and not cells[action.id] & cells[above.id]:
            yield _finding(action, "action", "the action's text is that of the row above")


def _numbers(actions: Sequence[Action]) -> Iterator[Finding]:
    """Numbers and references that are sentences: a row of one text below the action may be taken for their rest."""
    for action in actions:
        numbers = [
            ("action_number", action.action_number or ""),
            *(("activity_refs", r) for r in action.activity_refs),
        ]
        for field, number in numbers:
            if references.is_text(number):
                yield _finding(action, field, f"the number {number[:60]!r} is a text")


def _leads(actions: Sequence[Action]) -> Iterator[Finding]:
    """Leads of many words or with a sentence in them, where the others are names."""
    odd = [(action, name) for action in actions for name in action.leads if _is_prose(name)]
    if len(odd) <= (1 - USUAL) * sum(len(action.leads) for action in actions):
        for action, name in odd:
            yield _finding(action, "lead", f"the lead {name[:60]!r} is no name")


def _dated_leads(actions: Sequence[Action]) -> Iterator[Finding]:
    """Leads with a date in them, but in brackets behind a name (`until May 2025`): nobody is called so."""
    for action in actions:
        for name in action.leads:
            if dates.date_of(SINCE.sub("", name)):
                yield _finding(action, "lead", f"the lead {name[:60]!r} holds a date")


def _is_prose(name: str) -> bool:
    return len(name.split()) > WORDY or SENTENCE.search(name) is not None


def _dates(actions: Sequence[Action]) -> Iterator[Finding]:
    """Parts of dates, and texts, in a column that holds dates."""
    undated = [(a, text) for a in actions if not a.due_date for name, text in a.extra if name in DUE]
    dated = sum(action.due_date is not None for action in actions)
    mostly = dated >= USUAL * (dated + len(undated))
    for action, text in undated:
        part = DATED.search(text) is not None and TIMED.fullmatch(text) is None
        other = mostly and (part or len(text.split()) > DATE_WORDS)
        if other or MEANT.search(text):
            yield _finding(action, "due_date", f"the column of dates prints {text[:60]!r}, which is none")


def _finding(action: Action, field: str, what: str) -> Finding:
    message = f"{what}; a part of another cell may stand in it"
    return Finding("warning", "text_misplaced", message, action.pages[0], "action", action.id, field)
