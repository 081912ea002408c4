"""A briefing in words: for a terminal, as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planreview.briefing import Briefing, Line, Section, counted, tally
from planreview.printing import console
from planreview.shapes import SECTIONS, STATUSES
from planreview.wording import Run, compare

#: letters of a subject shown where the change itself has to stand on the same line
SUBJECT = 90

STYLES = {
    "Worse": "bold red",
    "Still off track": "bold red",
    "Dates slipped": "bold yellow",
    "Better": "bold green",
}
WORDS = {"stayed": "", "went": "red strike", "came": "green"}


def print_briefing(briefing: Briefing) -> None:
    """The briefing on stdout, in colour at a terminal; of progress notes only whose they are."""
    out = console()
    if out.is_terminal:
        _print(out, briefing)
        return
    with out.capture() as captured:
        _print(out, briefing)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _print(out: Any, briefing: Briefing) -> None:
    from rich.text import Text

    out.print(Text(briefing.title, "bold"))
    out.print(Text(briefing.span))
    out.print(Text(counted(briefing), "bold"))
    out.print(Text(tally(briefing)))
    for place in briefing.places:
        out.print(Text(f"  most in {place.sort} {place}"))
    for section in briefing.sections:
        out.print()
        out.print(Text(_headline(section), STYLES.get(section.heading, "bold")))
        out.print(_refs_alone(section) if section.long else _grid(section))


def subject(line: Line) -> str:
    """What a line is about, cut short where the change has to follow."""
    told = line.subject or f"(an {line.noun} without words)"
    room = SUBJECT if line.before or line.after else 2 * SUBJECT
    return told if len(told) <= room else told[: room - 1].rstrip() + "…"


def sides(line: Line) -> tuple[str, str]:
    """Before and after in words, a status with its shape."""
    before, after = line.before or "nothing", line.after or "nothing"
    if line.statuses:
        before, after = (
            f"{STATUSES[code]} {word}" for code, word in zip(line.statuses, (before, after), strict=True)
        )
    return before, after


def _headline(section: Section) -> str:
    shape = SECTIONS.get(section.heading, "")
    return f"{shape} {section.heading} ({len(section.lines)})".strip()


def _grid(section: Section) -> Any:
    """References on the left; what is the matter, and under it what moved, on the right."""
    from rich.table import Table
    from rich.text import Text

    grid, told = Table.grid(padding=(0, 2)), None
    grid.add_column(no_wrap=True, max_width=24)
    grid.add_column(ratio=1)
    for line in section.lines:
        if (line.refs, line.subject) != told:
            grid.add_row(Text("  " + line.refs), Text(subject(line)))
        told = line.refs, line.subject
        if moved := _moved(line, _terminal_run, lambda text: text):
            grid.add_row("", Text.assemble(*moved, style="dim" if line.wording else ""))
    return grid


def _refs_alone(section: Section) -> Any:
    from rich.padding import Padding
    from rich.text import Text

    refs = "; ".join(dict.fromkeys(line.refs or subject(line) for line in section.lines))
    return Padding(Text(f"{refs}\n(the notes themselves: --format markdown, html or json)"), (0, 2))


def as_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown."""
    parts = [
        f"# {_md(briefing.title)}",
        _md(briefing.span),
        f"**{_md(counted(briefing))}**",
        _md(tally(briefing)),
    ]
    if briefing.places:
        parts.append("\n".join(f"- most in {place.sort} {_md(str(place))}" for place in briefing.places))
    for section in briefing.sections:
        lines = [_markdown_line(line) for line in section.lines]
        parts.append(f"## {_headline(section)}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _moved(line: Line, run: Callable[[Run], Any], plain: Callable[[str], Any]) -> list[Any]:
    """From what to what, in pieces: word by word for wordings, else before and after."""
    if not line.before and not line.after:
        return []
    if line.wording:
        return [piece for words in compare(line.before, line.after) for piece in (run(words), plain(" "))]
    if line.statuses and not line.before:
        return [plain(sides(line)[1])]
    label = "" if line.field in ("status", "") else f"{line.field}: "
    return [plain(label + " → ".join(sides(line)))]


def _terminal_run(words: Run) -> tuple[str, str]:
    marked = {"went": f"[-{words.text}-]", "came": f"[+{words.text}+]"}.get(words.fate, words.text)
    return marked, WORDS[words.fate]


def _markdown_line(line: Line) -> str:
    def run(words: Run) -> str:
        sign = {"went": "~~", "came": "**"}.get(words.fate, "")
        return f"{sign}{_md(words.text)}{sign}"

    refs = f"**{_md(line.refs)}** " if line.refs else ""
    moved = "".join(_moved(line, run, _md)).strip()
    return f"- {refs}{_md(subject(line))}" + (f"  \n  {moved}" if moved else "")


def _md(text: str) -> str:
    for sign in "\\`*_[]<>|~#":
        text = text.replace(sign, f"\\{sign}")
    return text
