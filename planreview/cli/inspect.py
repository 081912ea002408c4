"""Draw what was seen on a page.

Blue cells come from the tags, orange from ruling lines; yellow is a header, pink a mark, green a field of the
review with its name, grey running text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from planreview.cli.flags import add_limits, add_ocr, add_profiles, limits, ocr, profiles
from planreview.errors import Mistake
from planreview.printing import tell
from planreview.reading import apart


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--page", type=int, default=1, metavar="N", help="counted from 1 (%(default)s)")
    parser.add_argument("-o", "--output", type=Path, metavar="PNG", help="where to (FILE-page-N.png)")
    add_limits(parser)
    add_profiles(parser)
    add_ocr(parser)


def run(options: argparse.Namespace) -> int:
    picture: bytes = apart(
        "planreview.drawing:draw_page", options.file, options.page, options.password, profiles(options), ocr(options),
        limits=limits(options), noisy=options.verbose,
    )  # fmt: skip
    output = options.output or Path(f"{Path(options.file).stem}-page-{options.page}.png")
    try:
        output.write_bytes(picture)
    except OSError as error:
        raise Mistake(f"{output} cannot be written ({error.strerror}); name another file with -o") from error
    tell(f"{output}: page {options.page} of {options.file}")
    return 0
