"""The main program: parse the command line, run one command, and turn errors into messages and exit codes."""

import errno
import os
import sys
import threading
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol

from hrddesk import errors
from hrddesk.cli.console import terminal, text_arguments
from hrddesk.cli.console.commands import Parser, PathText, unreadable
from hrddesk.errors import HrdDeskError, SystemRefused
from hrddesk.system.interruption import Interrupted, found_lost, heeded, signals
from hrddesk.system.jobs import Cancelled
from hrddesk.system.product import PURPOSE, VERSION

INTERRUPTED: Final = 130
USAGE: Final = 2

_TEXTS: Final = (
    "Any text may come from a file: @FILE, FIELD=@FILE, --option=@FILE; @- reads it from standard input."
    " Write @@ for a text that begins with @. So no name gets into the history of the shell."
)
GROUPS: Final = {
    "vault.vault": "vault",
    "interop.transfer": "import export",
    "interop.mappings": "mapping",
    "interop.paste": "paste",
    "records.cases": "case",
    "records.parties": "party",
    "records.events": "event",
    "records.relations": "relation",
    "records.entries": "entry",
    "records.comments": "comment",
    "records.consents": "consent",
    "records.evidence": "evidence",
    "records.sources": "source citation",
    "analysis.timelines": "timeline relations",
    "records.history": "history",
    "analysis.search": "search",
    "analysis.duplicates": "duplicate",
    "analysis.checks": "check-facts",
    "analysis.clocks": "clocks week limits country",
    "records.terms": "term",
    "records.places": "place",
    "records.questions": "field answer",
    "interop.forms": "form",
    "analysis.figures": "stats figure",
    "analysis.published_figures": "published",
    "records.reports": "report",
    "records.visibility": "visibility",
    "exchange.identity": "identity",
    "exchange.contacts": "contact",
    "exchange.bundles": "bundle",
    "publishing.texts": "text",
    "publishing.pictures": "picture",
    "publishing.profiles": "profile",
    "publishing.publish": "publish",
    "publishing.publication": "publication",
    "exchange.organisation": "organisation",
    "publishing.pdf": "pdf",
    "vault.demo": "demo",
    "vault.self_check": "self-check",
    "help": "help",
}
"""The modules of this package that define commands, each with the names of its commands.

Each module has a function `add(subparsers, common)`.
"""


class Command(Protocol):
    """A function that runs a command, prints its result and returns the exit code."""

    def __call__(self, args: Namespace) -> int:
        """Run the command."""


def common() -> ArgumentParser:
    """Return the options that every command accepts after its name."""
    parser = ArgumentParser(add_help=False)
    group = parser.add_argument_group("common options")
    for name, metavar, text in (
        ("--vault", "DIR", "the vault"),
        ("--passphrase-file", "FILE", "its first line is the passphrase; - reads a line"),
        ("--keyfile", "FILE", "the keyfile of a vault that needs one"),
        ("--recovery-file", "FILE", "the 24 recovery words, instead of a passphrase"),
        ("--new-passphrase-file", "FILE", "its first line is the passphrase to set"),
    ):
        group.add_argument(name, metavar=metavar, type=PathText, help=text)
    group.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    group.add_argument("--quiet", action="store_true", help="print no more than needed")
    return parser


def parser(command: str = "") -> ArgumentParser:
    """Return the parser of one command, or of the whole command line if no command has that name.

    Only the modules of the one command are loaded, because loading all takes three times as long.
    """
    command_parser = Parser(prog="hrddesk", description=PURPOSE, epilog=_TEXTS, allow_abbrev=False)
    command_parser.add_argument("--version", action="version", version=f"hrddesk {VERSION}")
    commands = command_parser.add_subparsers(metavar="COMMAND", required=True)
    shared = common()
    for name in [name for name, brought in GROUPS.items() if command in brought.split()] or GROUPS:
        import_module(f"hrddesk.cli.{name}").add(commands, shared)
    return command_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never print a traceback."""
    _provide_streams()
    sys.excepthook = report_bug
    try:
        with heeded():
            args = parse(sys.argv[1:] if argv is None else list(argv))
            run: Command = args.run
            return run(args)
    except HrdDeskError as error:
        return _say(error)
    except (Cancelled, KeyboardInterrupt) as wish:
        with suppress(OSError):  # the terminal may be what went away
            sys.stderr.write("hrddesk: Interrupted. What was complete stays; nothing is left half done.\n")
        return wish.exit_code if isinstance(wish, Interrupted) else INTERRUPTED
    except BrokenPipeError:
        return 0
    except OSError as error:
        return _say(SystemRefused(why=os.strerror(error.errno or errno.EIO)))
    finally:
        _let_go_of_streams()


def _say(error: HrdDeskError) -> int:
    with suppress(OSError):
        sys.stderr.write(f"hrddesk: {terminal.printable(error.message)}\n")
    return error.exit_code


def _provide_streams() -> None:
    """Make the output streams write any text, and replace standard streams that the caller closed.

    If a closed stream were not replaced, a file opened later could get its number, and output would be
    written into that file.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_streams() -> None:
    """Flush the output streams; on failure redirect them, so that Python raises no error of its own on
    exit.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def parse(argv: Sequence[str]) -> Namespace:
    """Parse a whole command line; raise FileUnreadable.

    On wrong usage, print an error and exit with code 2.
    """
    command_parser = parser(argv[0] if argv else "")
    words = text_arguments.read_in(argv)
    args, rest = command_parser.parse_known_args(words)
    # argparse takes FIELD=VALUE only where no option stands between; a person writes them anywhere.
    if rest and "fields" in args and all("=" in word and not word.startswith("-") for word in rest):
        args.fields = [*args.fields, *rest]
    elif rest:
        typed = dict(zip(words, argv, strict=True))  # never what a file says
        command_parser.error(
            f"not understood: {terminal.printable(' '.join(typed.get(word, '?') for word in rest))}"
        )
    for name in unreadable(args):
        command_parser.error(f"{name}: this is not text in UTF-8")
    return args


def report_bugs_everywhere() -> None:
    """Report bugs in threads like all other bugs, and also exceptions that Python ignores, as in a
    destructor.
    """
    threading.excepthook = lambda hook_args: report_bug(
        hook_args.exc_type, hook_args.exc_value or hook_args.exc_type(), hook_args.exc_traceback
    )
    sys.unraisablehook = _unraisable


def _unraisable(hook_args: "sys.UnraisableHookArgs") -> None:
    if not found_lost(hook_args.exc_value):
        report_bug(hook_args.exc_type, hook_args.exc_value or hook_args.exc_type(), hook_args.exc_traceback)


def report_bug(kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
    """Print where a bug happened, but neither its message nor any value: these may be from a record."""
    trail = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(places)]
    sys.stderr.write(
        f"hrddesk: this is a bug ({kind.__name__} at {' > '.join(trail[-6:])})."
        " The vault was closed as it was before this step. Please report this line; it holds no case data.\n"
    )


def exit_codes() -> Iterator[tuple[int, str, str]]:
    """Yield each exit code with its class and its meaning."""
    meanings_by_code = {
        item.exit_code: (name, item.what)
        for name, item in vars(errors).items()
        if isinstance(item, type)
        and issubclass(item, HrdDeskError)
        and "exit_code" in vars(item)
        and item is not HrdDeskError
    }
    yield 0, "Done", "Done; warnings may have been printed."
    yield USAGE, "Usage", "The command line is not right."
    for code in sorted(meanings_by_code):
        yield code, *meanings_by_code[code]
    for number in sorted(signals()):
        yield 128 + number, "Interrupted", f"{number.name} ended it; nothing is left half done."
