"""A briefing as one page of HTML that needs nothing else: to read, to print, to send."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from planreview.briefing import Briefing, Line, Section, counted, tally
from planreview.shapes import SECTIONS, STATUSES
from planreview.telling import sides
from planreview.wording import compare

#: sections that are open on the screen; the others are one click away, and all are printed
OPEN = ("Worse", "Still off track", "Better", "Dates slipped", "Added", "No longer there", "Split", "Merged")


def as_html(briefing: Briefing) -> str:
    """The whole page; every word of a document is escaped."""
    frame = files("planreview").joinpath("page.html").read_text(encoding="utf-8")
    parts = {
        "title": escape(briefing.title),
        "span": escape(briefing.span),
        "actions": f"{briefing.actions} action{'' if briefing.actions == 1 else 's'}",
        "silence": "" if briefing.actions else f"<p>{counted(briefing)}</p>",
        "counts": "\n".join(
            f'<li class="{count.status}"><b>{_shape(count.status)} {count.number}</b> {escape(count.label)} '
            f"<small>{count.change}</small></li>"
            for count in briefing.counts
        ),
        "tally": escape(tally(briefing)),
        "places": "\n".join(
            f"<li>most in {place.sort} {escape(str(place))}</li>" for place in briefing.places
        ),
        "sections": "\n".join(map(_section, briefing.sections)),
    }
    for name, part in parts.items():
        frame = frame.replace(f"<!-- {name} -->", part)
    return frame


def _section(section: Section) -> str:
    shape = f'<span aria-hidden="true">{SECTIONS.get(section.heading, "")}</span> '
    lines = "\n".join(map(_line, section.lines))
    is_open = " open" if section.heading in OPEN else ""
    name = section.heading.lower().replace(" ", "-").replace(",", "")
    return (
        f'<details{is_open} class="{escape(name)}"><summary><h2>{shape}{escape(section.heading)} '
        f"({len(section.lines)})</h2></summary>\n<table>\n{lines}\n</table></details>"
    )


def _line(line: Line) -> str:
    subject = line.subject or f"(an {line.noun} without words)"
    pages = f"<small>{escape(line.pages)}</small>" if line.pages else ""
    return (
        f'<tr><th scope="row">{escape(line.refs)}</th><td>{escape(subject)}{_moved(line)}</td>'
        f"<td>{pages}</td></tr>"
    )


def _moved(line: Line) -> str:
    if not line.before and not line.after:
        return ""
    if line.wording:
        tags = {"went": "del", "came": "ins", "stayed": "span"}
        runs = (
            f"<{tags[r.fate]}>{escape(r.text)}</{tags[r.fate]}>" for r in compare(line.before, line.after)
        )
        return f"<p>{' '.join(runs)}</p>"
    if line.statuses:
        words = [
            _pill(*side) for side in zip(line.statuses, (line.before, line.after), strict=True) if side[1]
        ]
        return f"<p>{' → '.join(words)}</p>"
    label = f"{line.field}: " if line.field else ""
    return f"<p>{escape(label)}{' → '.join(map(escape, sides(line)))}</p>"


def _pill(status: str, word: str) -> str:
    return f'<span class="pill {escape(status)}">{_shape(status)} {escape(word)}</span>'


def _shape(status: str) -> str:
    return f'<span aria-hidden="true">{STATUSES[status]}</span>'
