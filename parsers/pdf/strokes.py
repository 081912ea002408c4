"""Short thick strokes that stand by themselves: the sign for `none` in sets of icons that a pen draws, and no rules.

Those that underline a word or strike it out are no signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.geometry import Box
from parsers.page import Drawing, Page, Rule, Token

SHORT, LONG = 4.0, 14.0  # points of a dash that stands for something
THICK = 1.0  # points: thinner ones are ruling lines' pieces
STOUT = 10.0  # times its thickness that a dash may be long
ALONE = 4.0  # points to the next line on all sides
OUTLINE = "dash"
ENDS = 1.5  # points between the ends of a stroke and those of a word that it underlines
#: of a letter's height: where a stroke strikes it out, and from where on it underlines it
STRUCK, BELOW = 0.3, 0.75
CLOSE = 1.5  # points below a letter in which a stroke underlines it


def apart(rules: Sequence[Rule]) -> tuple[list[Rule], list[Drawing]]:
    """Rules without dashes that touch no other line, and these as drawings."""
    short = [rule for rule in rules if _may_be_dash(rule)]
    if not short:
        return list(rules), []
    dashes = {id(rule): rule for rule in short if not any(_is_near(rule, other) for other in rules)}
    left = [rule for rule in rules if id(rule) not in dashes]
    return left, [_drawing(rule) for rule in dashes.values()]


def on_words(page: Page) -> Page:
    """The page without dashes that underline a word; those that strike one out are rules again, as longer ones are."""
    dashes = [drawing for drawing in page.drawings if drawing.outline == OUTLINE]
    if not dashes:
        return page
    words = {id(dash): _words_at(dash.box, page.tokens) for dash in dashes}
    lines = [dash for dash in dashes if _are_as_wide(words[id(dash)], dash.box)]
    told = {id(dash) for dash in lines}
    struck = [_rule(d) for d in lines if any(_strikes(d.box, token.box) for token in words[id(d)])]
    drawings = tuple(drawing for drawing in page.drawings if id(drawing) not in told)
    return replace(page, drawings=drawings, rules=(*page.rules, *struck)) if told else page


def _words_at(dash: Box, tokens: Sequence[Token]) -> list[Token]:
    """What is printed right above a stroke, or on it."""
    left, right, y = dash.x0 - ENDS, dash.x1 + ENDS, dash.centre[1]
    return [
        token
        for token in tokens
        if token.box.top + STRUCK * token.box.height < y < token.box.bottom + CLOSE
        and left < token.box.x1
        and token.box.x0 < right
        and not (token.text.isspace() or token.style.hidden or token.style.turn)
    ]


def _are_as_wide(words: Sequence[Token], dash: Box) -> bool:
    """True for a word that begins and ends where a stroke does."""
    if not words:
        return False
    left, right = min(token.box.x0 for token in words), max(token.box.x1 for token in words)
    return max(abs(left - dash.x0), abs(right - dash.x1)) <= ENDS


def _strikes(dash: Box, letter: Box) -> bool:
    return dash.centre[1] < letter.top + BELOW * letter.height


def _rule(dash: Drawing) -> Rule:
    """The stroke as the rule that it was."""
    x0, _, x1, _ = dash.box
    y = dash.box.centre[1]
    return Rule(x0, y, x1, y, dash.box.height, dash.stroke or dash.fill or "#000000")


def _may_be_dash(rule: Rule) -> bool:
    x0, top, x1, bottom, width, _ = rule
    return top == bottom and width >= THICK and SHORT <= x1 - x0 <= min(LONG, STOUT * width)


def _is_near(rule: Rule, other: Rule) -> bool:
    if rule is other or rule == other:
        return False
    return (
        other.x0 - ALONE < rule.x1
        and rule.x0 < other.x1 + ALONE
        and other.top - ALONE < rule.top < other.bottom + ALONE
    )


def _drawing(rule: Rule) -> Drawing:
    x0, y, x1, _, width, colour = rule
    return Drawing(Box(x0, y - width / 2, x1, y + width / 2), "dash", OUTLINE, None, colour)
