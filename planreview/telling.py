"""A briefing on paper: for a terminal, as Markdown, as a page of HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from planreview.briefing import Briefing, Line, Section, tally
from planreview.printing import console
from planreview.wording import Run, compare

#: letters of a subject shown where the change itself has to stand on the same line
SUBJECT = 90

STYLES = {"Worse": "bold red", "Better": "bold green"}
WORDS = {"stayed": "", "went": "red strike", "came": "green"}

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1f2933 }}
td {{ vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid #e4e7eb }}
td:first-child {{ white-space: nowrap; color: #52606d }}
del {{ color: #b42318 }} ins {{ color: #067647 }}
</style>
<h1>{title}</h1>
<p>{span}</p>
<p>{counts}</p>
<p>{tally}</p>
{sections}
</html>"""


def print_briefing(briefing: Briefing) -> None:
    """The briefing on stdout, in colour at a terminal; of progress notes only whose they are."""
    from rich.text import Text

    out = console()
    out.print(Text(briefing.title, "bold"))
    for words in (briefing.span, briefing.counts, tally(briefing)):
        out.print(Text(words))
    for section in briefing.sections:
        out.print()
        out.print(Text(f"{section.heading} ({len(section.lines)})", STYLES.get(section.heading, "bold")))
        out.print(_refs_alone(section) if section.long else _grid(section))


def _grid(section: Section) -> Any:
    """References on the left; what is the matter, and under it what moved, on the right."""
    from rich.table import Table
    from rich.text import Text

    grid, told = Table.grid(padding=(0, 2)), None
    grid.add_column(no_wrap=True, max_width=24)
    grid.add_column(ratio=1)
    for line in section.lines:
        if (line.refs, line.subject) != told:
            grid.add_row(Text("  " + line.refs), Text(_subject(line)))
        told = line.refs, line.subject
        if moved := _moved(line, _terminal_run, lambda text: text):
            grid.add_row("", Text.assemble(*moved, style="dim" if line.wording else ""))
    return grid


def _refs_alone(section: Section) -> Any:
    from rich.padding import Padding
    from rich.text import Text

    refs = "; ".join(dict.fromkeys(line.refs or _subject(line) for line in section.lines))
    return Padding(Text(f"{refs}\n(the notes themselves: --format markdown, html or json)"), (0, 2))


def as_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown."""
    parts = [f"# {_md(briefing.title)}", _md(briefing.span), _md(briefing.counts), _md(tally(briefing))]
    for section in briefing.sections:
        lines = [_markdown_line(line) for line in section.lines]
        parts.append(f"## {section.heading} ({len(lines)})\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def as_html(briefing: Briefing) -> str:
    """The briefing as one page of HTML that needs nothing else; every word of a document is escaped."""
    sections = "\n".join(
        f"<h2>{escape(section.heading)} ({len(section.lines)})</h2>\n<table>\n"
        + "\n".join(_html_line(line) for line in section.lines)
        + "\n</table>"
        for section in briefing.sections
    )
    words = {name: escape(getattr(briefing, name)) for name in ("title", "span", "counts")}
    return PAGE.format(**words, tally=escape(tally(briefing)), sections=sections)


def _moved(line: Line, run: Callable[[Run], Any], plain: Callable[[str], Any]) -> list[Any]:
    """From what to what, in pieces: word by word for wordings, else before and after."""
    if not line.before and not line.after:
        return []
    if line.wording:
        return [piece for words in compare(line.before, line.after) for piece in (run(words), plain(" "))]
    label = "" if line.field in ("status", "") else f"{line.field}: "
    return [plain(f"{label}{line.before or 'nothing'} → {line.after or 'nothing'}")]


def _subject(line: Line) -> str:
    subject = line.subject or f"(an {line.noun} without words)"
    room = SUBJECT if line.before or line.after else 2 * SUBJECT
    return subject if len(subject) <= room else subject[: room - 1].rstrip() + "…"


def _terminal_run(words: Run) -> tuple[str, str]:
    marked = {"went": f"[-{words.text}-]", "came": f"[+{words.text}+]"}.get(words.fate, words.text)
    return marked, WORDS[words.fate]


def _markdown_line(line: Line) -> str:
    def run(words: Run) -> str:
        sign = {"went": "~~", "came": "**"}.get(words.fate, "")
        return f"{sign}{_md(words.text)}{sign}"

    refs = f"**{_md(line.refs)}** " if line.refs else ""
    moved = "".join(_moved(line, run, _md)).strip()
    return f"- {refs}{_md(_subject(line))}" + (f"  \n  {moved}" if moved else "")


def _html_line(line: Line) -> str:
    def run(words: Run) -> str:
        tag = {"went": "del", "came": "ins"}.get(words.fate, "span")
        return f"<{tag}>{escape(words.text)}</{tag}>"

    moved = "".join(_moved(line, run, escape)).strip()
    return f"<tr><td>{escape(line.refs)}</td><td>{escape(_subject(line))}<br>{moved}</td></tr>"


def _md(text: str) -> str:
    for sign in "\\`*_[]<>|~#":
        text = text.replace(sign, f"\\{sign}")
    return text
