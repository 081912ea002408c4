"""Tables that were left alone though the figures in them look like those of what a review measures."""

from __future__ import annotations

from normalise.columns import content
from normalise.keys.tokens import MONEY
from normalise.language import moments, vocabulary
from parsers.block import Table

FEW = 2  # rows or columns that are too few for a table of figures; headings that compare the times of two


def said(table: Table) -> str:
    """What makes a table look like one of figures; empty where nothing does."""
    if _measures(table):
        return "has figures of what is measured beside a target"
    return "has figures for several times" if _compares(table) else ""


def _measures(table: Table) -> bool:
    """True for figures in all columns behind the first, below a heading that is a target's or, beside a word of what is
    measured, has that of a target: the rest of the headings may be in another language."""
    if table.rows <= FEW or table.cols <= FEW:
        return False
    heads = [vocabulary.plain(c.text).split() for c in table.cells if c.row == 0 and c.text]
    foreign = {*vocabulary.load("headings")["kinds"]["not_a_review"]}
    if not heads or not foreign.isdisjoint(word for words in heads for word in words):
        return False
    named = any(vocabulary.headings().get(word) == "indicator" for words in heads[:2] for word in words)
    aimed = any(vocabulary.headings().get(word) == "target" for words in heads[1:] for word in words)
    columns = [[c for c in table.cells if c.row and c.col == col] for col in range(1, table.cols)]
    if not aimed or not all(map(content.are_figures, columns)):
        return False
    return named or _aims(table)


def _aims(table: Table) -> bool:
    """True for a column that is headed as a target, beside others, in a table that is not of money."""
    heads = [c for c in table.cells if c.row == 0 and c.col and vocabulary.role_of(c.text) == "target"]
    figures = [c.text for c in table.cells if c.row and c.col and c.text]
    money = any(sign in c.text for c in table.cells if not c.row for sign in "£$€")
    return bool(heads) and not money and not all(map(MONEY.match, figures))


def _compares(table: Table) -> bool:
    """True for names with figures for months up to one of each of several years, `Year to March 2025`, but of money."""
    first = [c.text for c in table.cells if c.row == 0 and c.text]
    foreign = set(vocabulary.load("headings")["kinds"]["not_a_review"])
    named = {word for text in first for word in vocabulary.plain(text).split()}
    return len(set(filter(None, map(moments.up_to, first)))) >= FEW and foreign.isdisjoint(named)
