"""The command line: finds the verb, loads only that verb's module, and turns errors into one line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from planreview import __version__
from planreview.errors import Mistake
from planreview.settings import settings

#: verb -> what it does; the module of that name has `add_arguments(parser)` and `run(options) -> exit status`
VERBS = {
    "ingest": "read documents and load their reviews",
    "extract": "one document to Review JSON, without a database",
    "tables": "the tables of one document, before any meaning",
    "inspect": "draw what was seen on a page",
    "reviews": "what is loaded",
    "documents": "every document that was read or refused, and why",
    "findings": "what a person should look at",
    "sql": "ask the database, read-only",
    "correct": "correct a value or a link, or accept it as it is",
    "diff": "what moved between two reviews",
    "export": "write the facts as files",
    "profile": "teach a publisher's words and signs",
}
EPILOG = (
    "Settings: a flag wins over PLANREVIEW_DB and the like, which win over planreview.toml. "
    "Data goes to stdout, words to stderr."
)
#: errors of the lower floors that speak to people already; named, so that they need not be loaded
EXPLAINED = ("SourceError", "WarehouseError", "QueryError", "ProfileError")
INTERRUPTED, READER_GONE = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status: 0 fine, 1 findings (where asked for), 2 error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = None
    try:
        options = _parse(words)
        status: int = options.module.run(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except Exception as error:
        if options and options.verbose:
            raise
        print(f"planreview: {_sentence(error, options)}", file=sys.stderr)
        return 2


def _parse(words: list[str]) -> argparse.Namespace:
    chosen = next((word for word in words if word in VERBS), None)
    parser = argparse.ArgumentParser(
        prog="planreview", description=import_module("planreview").__doc__, epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"planreview {__version__}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for verb, purpose in VERBS.items():
        sub = verbs.add_parser(verb, help=purpose, allow_abbrev=False)
        if verb == chosen:
            _describe(sub, import_module(f"planreview.cli.{verb}"))
    return parser.parse_args(words)


def _describe(parser: argparse.ArgumentParser, module: ModuleType) -> None:
    parser.description = module.__doc__
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    module.add_arguments(parser)
    parser.add_argument("-v", "--verbose", action="store_true", help="show the whole trace of an error")
    taken = {action.dest for action in parser._actions}
    parser.set_defaults(module=module, **{k: v for k, v in settings().items() if k in taken})


def _sentence(error: Exception, options: argparse.Namespace | None) -> str:
    """One line for a person; what nobody foresaw also names its kind and how to see more."""
    text = " ".join(str(error).split())
    if isinstance(error, Mistake) or type(error).__name__ in EXPLAINED:
        return text
    if type(error).__name__ == "Refusal":
        return f"{getattr(options, 'file', 'document')}: {': '.join(error.args)}"
    return f"{type(error).__name__}: {text} (-v shows where)"
