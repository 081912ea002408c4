"""What moved between two reviews, the worst first.

FROM and TO are ids of reviews, or any part of one that fits no other (a cycle such as 2016-17-mid-year).
Without them: the last two reviews of the only plan, or of the one that --publisher and --plan choose.
"""

from __future__ import annotations

import argparse

from planreview.asking import ask
from planreview.cli.flags import add_choice, add_database, add_format, choice
from planreview.errors import Mistake


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("former", nargs="?", metavar="FROM")
    parser.add_argument("latter", nargs="?", metavar="TO")
    add_choice(parser)
    add_database(parser)
    add_format(parser, ("table", "json", "markdown", "html"))
    parser.add_argument("--exit-code", action="store_true", help="exit status 1 where anything moved")


def run(options: argparse.Namespace) -> int:
    from planreview.choosing import last_two, two_of_a_plan

    if options.former and not options.latter:
        raise Mistake("diff needs two reviews, FROM and TO, or none for the last two; try planreview reviews")
    if options.former:
        former, latter = two_of_a_plan(options.db, options.former, options.latter)
    else:
        former, latter = last_two(options.db, **choice(options))
    changes = ask(options.db, "changes", former=former, latter=latter)
    if options.format == "json":
        from planreview.printing import print_rows

        print_rows(*changes, "json")
    else:
        _print_briefing(options, former, latter, changes.dicts())
    return int(options.exit_code and bool(changes.rows))


def _print_briefing(
    options: argparse.Namespace, former: str, latter: str, changes: list[dict[str, object]]
) -> None:
    from planreview.briefing import Setting, brief
    from planreview.page import as_html
    from planreview.telling import as_markdown, print_briefing

    reviews = ask(options.db, "reviews", review=None, publisher=None, plan=None).dicts()
    known = {row["review_id"]: row for row in reviews}
    before, after = known[former], known[latter]
    setting = Setting(
        labels=dict(ask(options.db, "labels", former=former, latter=latter).rows),
        places={
            row["subject_id"]: row for row in ask(options.db, "places", former=former, latter=latter).dicts()
        },
        persisting=ask(options.db, "persisting", latter=latter).dicts(),
    )
    briefing = brief(before, after, changes, setting)
    if options.format == "table":
        print_briefing(briefing)
    else:
        print(as_html(briefing) if options.format == "html" else as_markdown(briefing))
