"""From what was seen to what it says: the way from Parsed to Review, step by step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.arranging import Arranged, arranged, names
from normalise.checks import (
    doubts,
    foretold,
    fragments,
    fused,
    ledger,
    leftovers,
    losses,
    packs,
    printed_again,
    rated_values,
    totals,
    unheaded_rows,
    unkeyed,
    unplaced,
    unread_blocks,
    unread_cards,
)
from normalise.columns import repeats
from normalise.columns.headers import headers
from normalise.columns.strips import KINDS, Strip
from normalise.facts import document as facts
from normalise.facts import key_lines, publisher, years
from normalise.given import NOTHING_GIVEN, Given
from normalise.headings import placement
from normalise.items import actions, indicators
from normalise.keys import conventions, legend
from normalise.keys import disputes as key_disputes
from normalise.keys import purpose as key_purpose
from normalise.keys.legend import Learnt
from normalise.language.spelling import known_from
from normalise.profile import NO_PROFILES, Profile, Profiles, in_force, speaking
from normalise.prose import footnotes, texts
from normalise.review import Action, DocumentFacts, Finding, Review
from normalise.rows import (
    blanks,
    breaks,
    carrying,
)
from normalise.signs import names as sign_names
from normalise.signs.line import Key
from normalise.statuses import part_order
from parsers import Parsed, Refusal
from parsers.block import Block, Heading, Paragraph, Table
from parsers.circles import unsought

REPORTING = ("progress", "status")  # columns whose headings may say up to when they report
NOT_PRINTED, MISSING = "status_not_printed", "status_missing"
#: a reason that holds for more rows than this is said once for the document, and about each row as information only
OFTEN = 4
ABOUT_THE_DOCUMENT = ("status_by_convention", "status_by_answer", NOT_PRINTED, "glyph_lost")
#: of these the ones that rows have as information alone
ONCE = ("status_by_convention", "status_by_answer", NOT_PRINTED)


@unsought()
def understand(parsed: Parsed, given: Given = NOTHING_GIVEN, profiles: Profiles = NO_PROFILES) -> Review:
    """The review that a document prints, by its publisher's profile where there is one.

    Raises Refusal `no_review_found` where none of its tables is a review.
    """
    with speaking(profile_for(parsed, given, profiles)), known_from(parsed.blocks):
        return _understand(arranged(parsed), given)


def profile_for(parsed: Parsed, given: Given, profiles: Profiles) -> Profile:
    """The profile that is meant for a document: the one given, else that of its publisher."""
    if profiles.given or not profiles.shelf:
        return profiles.of(None)
    running = texts.furniture(parsed.blocks, {p.number: p.height for p in parsed.pages})
    first = next((k for k, b in enumerate(parsed.blocks) if isinstance(b, Table)), len(parsed.blocks))
    return profiles.of(given.publisher or publisher.name_of(texts.placed(parsed.blocks, running, first)))


def _understand(laid: Arranged, given: Given) -> Review:
    parsed = laid.parsed
    heads = headers(parsed.blocks, laid.headers)
    running = texts.furniture(parsed.blocks, {p.number: p.height for p in parsed.pages})
    feet = {b.text for b in parsed.blocks if id(b) in running and isinstance(b, Paragraph) and b.marks}
    keyed = {id(b) for b in parsed.blocks if isinstance(b, Paragraph) and b.text in feet and len(feet) > 1}
    apart = running - keyed
    learnt = legend.learn([b for b in parsed.blocks if id(b) not in apart], heads)
    learnt = learnt if learnt.keys else legend.learn(parsed.blocks, heads)  # a key in every page's foot
    again = repeats.of_parts(parsed.blocks, heads)
    order = breaks.found(parsed.pages, parsed.blocks, running | again)
    seen, own, packed = packs.sorted_out(
        parsed.blocks, list(carrying.strips_of(parsed.blocks, learnt, heads, order))
    )
    read = [s for s in seen if s.kind in KINDS]
    if not read:
        raise Refusal("no_review_found", _why_not(seen, learnt))
    outside = texts.placed(parsed.blocks, running, _first(parsed.blocks, own, learnt))
    outside = key_lines.apart(outside, learnt.keys)
    above = texts.captions(own[0].captions, own[0].table)
    known = facts.learn([*outside, *above, *_told_in_columns(own[0])], given)
    seen = part_order.told(seen, part_order.reported(known))
    read = [s for s in seen if s.kind in KINDS]
    order = breaks.around(order, parsed.pages, [s.table for s in read])
    stand = placement.placed(parsed.blocks, running | again, learnt, read, order)
    notes = footnotes.footnotes(parsed.blocks)
    alone = not all(stand.rows[kind] for kind in KINDS)
    kinds = {id(s.table): s.kind for s in read}
    placed = key_purpose.placed(learnt.keys, learnt.printed, parsed.blocks, kinds)
    keys = list(key_disputes.told(placed, learnt.printed))
    served = {kind: key_purpose.serving(keys, kind, alone) for kind in KINDS}
    acted = actions.read(stand.rows["actions"], learnt._replace(keys=served["actions"].keys))
    measured = indicators.read(
        stand.rows["indicators"], learnt._replace(keys=served["indicators"].keys), notes, facts.year(known)
    )
    pages, lost = ledger.keep(
        parsed.pages,
        parsed.blocks,
        seen,
        stand.items,
        learnt.blocks,
        running,
    )
    review = Review(
        document=DocumentFacts(
            parsed.sha256, parsed.bytes, len(parsed.pages), parsed.producer, parsed.tagged
        ),
        publisher=known.publisher,
        plan=known.plan,
        plan_period=known.plan_period,
        title=known.title,
        cycle=known.cycle,
        as_at=known.as_at,
        appendix=known.appendix,
        legend=tuple(k.entry for k in learnt.keys),
        priorities=stand.priorities,
        activities=acted.activities,
        actions=acted.actions,
        indicators=measured.indicators,
        footnotes=tuple(note.text for note in notes),
        findings=(),
        evidence=(*acted.evidence, *measured.evidence),
        ledger=pages,
    )
    outside_key = [b for b in stand.standing if id(b) not in learnt.blocks]
    found = [
        *_about_review([*known.findings, *years.doubts(known, parsed.blocks, parsed.made)], review),
        *lost,
        *(f for kind in KINDS if stand.rows[kind] for f in served[kind].findings),
        *laid.unread,
        *packed,
        *_damage(parsed),
        *breaks.findings(order),
        *conventions.weighed(acted.actions, acted.findings, _others(parsed.blocks, read, learnt)),
        *measured.findings,
        *doubts.found(
            seen, learnt.keys, acted.actions, pages, review.evidence, _texts(parsed.blocks, learnt)
        ),
        *unplaced.found(stand.rows, review),
        *leftovers.found(stand, seen, learnt.keys, learnt.blocks, review),
        *losses.found(outside_key, seen, learnt.keys, review, stand.items),
        *unheaded_rows.found(stand.rows["actions"], acted.actions, acted.evidence, outside_key),
        *fragments.found(acted.actions, measured.indicators),
        *fused.found(acted.actions, measured.indicators, review.evidence),
        *rated_values.found(measured.indicators),
        *foretold.found(acted.actions, known.as_at),
        *unkeyed.found(acted.actions, review.legend),
        *printed_again.found(acted.actions),
        *blanks.found(acted.actions, measured.indicators, read),
        *totals.disagreeing(
            _others(parsed.blocks, read, learnt), review.legend, review.actions, review.indicators
        ),
        *_against_profile(learnt.keys),
    ]
    labels = names(learnt)
    found += unread_cards.found(stand.standing, seen, learnt.blocks, found, labels)
    tables = {id(s.table) for s in read}
    told = {f.page for f in found if f.code == "card_not_read"}
    blocks = unread_blocks.found(stand.standing, tables, learnt.blocks, labels, stand.told)
    found += (f for f in blocks if f.page not in told)
    return replace(review, findings=tuple(_said_once(found, review.actions)))


def _told_in_columns(strip: Strip) -> list[texts.Text]:
    """The headings of the columns that report, and those over several columns: their dates say up to when."""
    reporting = zip(strip.headings, strip.roles, strict=True)
    told = [*strip.groups, *(heading for heading, role in reporting if role in REPORTING)]
    return texts.columns(told, strip.table.page)


def _others(blocks: Sequence[Block], read: Sequence[Strip], learnt: Learnt) -> list[Block]:
    """What stands beside the review's tables and its legend."""
    told = {id(s.table) for s in read} | learnt.blocks
    return [b for b in blocks if id(b) not in told]


def _texts(blocks: Sequence[Block], learnt: Learnt) -> list[Heading | Paragraph]:
    """Headings and paragraphs without the legend; what runs through all pages may be a table's headings."""
    return [b for b in blocks if not isinstance(b, Table) and id(b) not in learnt.blocks]


def _why_not(seen: Sequence[Strip], learnt: Learnt) -> str:
    headings = [", ".join(filter(None, s.headings))[:80] for s in seen if s.headed]
    tables = f"{len(seen)} tables" + (f" (headed {headings[0]!r})" if headings else "")
    legend_too = "a legend, " if learnt.keys else ""
    return f"found {legend_too}{tables}; expected a table of actions or indicators with status, progress or values"


def _first(blocks: Sequence[Block], read: Sequence[Strip], learnt: Learnt) -> int:
    """Index of the first block that belongs to the review's tables; the title block stands before it.

    A key in words may have run together with the title lines above it.
    """
    tables = {id(s.table) for s in read}
    first = next(k for k, b in enumerate(blocks) if id(b) in tables)
    keys = [
        k + isinstance(b, Paragraph)
        for k, b in enumerate(blocks)
        if id(b) in learnt.blocks and blocks[first].page - 1 <= b.page
    ]
    return min([first, *keys])


def _about_review(findings: Sequence[Finding], review: Review) -> list[Finding]:
    return [f._replace(subject_id=review.review_id) for f in findings]


def _against_profile(keys: Sequence[Key]) -> Iterator[Finding]:
    """Lines of the legend whose sign the publisher's profile gives another status: the legend is followed."""
    for key in keys:
        names = (
            sign_names.signs(key.mark) if key.mark else sign_names.fill_signs(key.fill) if key.fill else ()
        )
        said = in_force().sign((*names, sign_names.written(key.token or "")))
        if said and key.entry.status not in (said, "unknown"):
            message = (
                f"the legend says that {key.entry.mark!r} is {key.entry.status}, the profile says {said}; "
                "the legend was followed"
            )
            yield Finding("warning", "profile_contradicts_legend", message, key.page)


def _damage(parsed: Parsed) -> list[Finding]:
    return [Finding("error", "file_damaged", parsed.damage)] if parsed.damage else []


def _said_once(findings: Sequence[Finding], actions: Sequence[Action]) -> Iterator[Finding]:
    """A reason that holds for many rows is one warning about the document; the rows keep it as information. Where some
    actions have a status, each that has none is told."""
    if any(action.status != "unknown" for action in actions):
        findings = [
            f._replace(severity="warning", code=MISSING) if f.code == NOT_PRINTED else f for f in findings
        ]
    often = Counter(f.code for f in findings if f.code in ABOUT_THE_DOCUMENT)
    for code, times in often.items():
        if times > OFTEN or code in ONCE:
            example = next(f for f in findings if f.code == code)
            yield Finding("warning", code, f"{times} rows: {example.message}", None)
    for finding in findings:
        quiet = often[finding.code] > OFTEN
        yield finding._replace(severity="info") if quiet else finding
