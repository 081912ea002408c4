"""The tables of one document as they are seen on each page, before any meaning."""

from __future__ import annotations

import argparse
from typing import Any

from ingest.task import READ_DOCUMENT
from normalise.serialise import plain, to_json
from planreview.cli.flags import add_format, add_limits, add_ocr, limits, ocr
from planreview.printing import print_table
from planreview.reading import apart


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--page", type=int, metavar="N", help="of this page alone")
    add_limits(parser)
    add_ocr(parser)
    add_format(parser, ("table", "json"))


def run(options: argparse.Namespace) -> int:
    parsed = apart(
        READ_DOCUMENT, options.file, None, options.password, ocr(options),
        limits=limits(options), noisy=options.verbose,
    )  # fmt: skip
    from parsers.block import Table

    tables = [
        block for block in parsed.blocks if isinstance(block, Table) and options.page in (None, block.page)
    ]
    if options.format == "json":
        print(to_json([_as_json(table) for table in tables], indent=None))
        return 0
    for table in tables:
        print(f"page {table.page}, {table.reader}, {table.rows} rows by {table.cols} columns")
        print_table([str(col) for col in range(table.cols)], _grid(table))
        print()
    return 0


def _as_json(table: Any) -> dict[str, Any]:
    cells = [
        {
            name: plain(getattr(cell, name))
            for name in ("row", "col", "row_span", "col_span", "text", "header")
        }
        | {"box": list(cell.box)}
        for cell in table.cells
    ]
    return {
        "page": table.page,
        "box": list(table.box),
        "reader": table.reader,
        "rows": table.rows,
        "cols": table.cols,
        "cells": cells,
    }


def _grid(table: Any) -> list[list[str]]:
    """Texts by row and column; a mark is shown by colour and shape, a covered place is empty."""
    grid = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        marks = [f"<{mark.colour or ''} {mark.shape}>" for mark in cell.marks]
        fill = [f"<{cell.fill} fill>"] if cell.fill else []
        grid[cell.row][cell.col] = " ".join([cell.text, *marks, *fill]).strip()
    return grid
