"""Parse the command line, run one command, and turn errors into words and exit codes."""

import os
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol

import hrddesk
from hrddesk import errors
from hrddesk.cli import terminal
from hrddesk.errors import HrdDeskError
from hrddesk.interruption import Interrupted, heeded, signals
from hrddesk.jobs import Cancelled

INTERRUPTED: Final = 130
USAGE: Final = 2

GROUPS: Final = (
    "vault",
    "transfer",
    "cases",
    "parties",
    "events",
    "evidence",
    "search",
    "visibility",
    "identity",
    "contacts",
    "bundles",
    "texts",
    "publish",
    "pdf",
    "demo",
    "self_check",
    "help",
)
"""The modules of this package that bring commands; each has `add(subparsers, common)`."""


class Command(Protocol):
    """What runs a command; it prints its result and returns the exit code."""

    def __call__(self, args: Namespace) -> int:
        """Run it."""


def common() -> ArgumentParser:
    """Return the options that every command takes, after its name."""
    parser = ArgumentParser(add_help=False)
    group = parser.add_argument_group("common options")
    group.add_argument("--vault", metavar="DIR", help="the vault")
    group.add_argument(
        "--passphrase-file", metavar="FILE", help="its first line is the passphrase; - reads a line"
    )
    group.add_argument("--keyfile", metavar="FILE", help="the keyfile of a vault that needs one")
    group.add_argument(
        "--recovery-file", metavar="FILE", help="the 24 recovery words, instead of a passphrase"
    )
    group.add_argument(
        "--new-passphrase-file", metavar="FILE", help="its first line is the passphrase to set"
    )
    group.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    group.add_argument("--quiet", action="store_true", help="print no more than needed")
    return parser


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    made = ArgumentParser(prog="hrddesk", description=hrddesk.__doc__, allow_abbrev=False)
    made.add_argument("--version", action="version", version=f"hrddesk {hrddesk.__version__}")
    commands = made.add_subparsers(metavar="COMMAND", required=True)
    shared = common()
    for name in GROUPS:
        import_module(f"hrddesk.cli.{name}").add(commands, shared)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never let a traceback out."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.excepthook = report_bug
    try:
        with heeded():
            args = parse(sys.argv[1:] if argv is None else list(argv))
            run: Command = args.run
            return run(args)
    except HrdDeskError as error:
        sys.stderr.write(f"hrddesk: {terminal.printable(error.message)}\n")
        return error.exit_code
    except (Cancelled, KeyboardInterrupt) as wish:
        with suppress(OSError):  # the terminal may be what went away
            sys.stderr.write("hrddesk: Interrupted. What was complete stays; nothing is left half done.\n")
        return wish.exit_code if isinstance(wish, Interrupted) else INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parse(argv: Sequence[str]) -> Namespace:
    """Parse a whole command line; on wrong usage print it and exit with 2."""
    made = parser()
    args, rest = made.parse_known_args(argv)
    # argparse takes FIELD=VALUE only where no option stands between; a person writes them anywhere.
    if rest and "fields" in args and all("=" in word and not word.startswith("-") for word in rest):
        args.fields = [*args.fields, *rest]
    elif rest:
        made.error(f"not understood: {' '.join(rest)}")
    return args


def report_bug(kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
    """Say where a bug is, without the words of the error or any value: they may be a record's."""
    trail = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(places)]
    sys.stderr.write(
        f"hrddesk: this is a bug ({kind.__name__} at {' > '.join(trail[-6:])})."
        " The vault was closed as it was before this step. Please report this line; it holds no case data.\n"
    )


def exit_codes() -> Iterator[tuple[int, str, str]]:
    """Yield every exit code with the class and the words behind it."""
    found = {
        item.exit_code: (name, item.what)
        for name, item in vars(errors).items()
        if isinstance(item, type)
        and issubclass(item, HrdDeskError)
        and "exit_code" in vars(item)
        and item is not HrdDeskError
    }
    yield 0, "Done", "Done; warnings may have been printed."
    yield USAGE, "Usage", "The command line is not right."
    for code in sorted(found):
        yield code, *found[code]
    for number in sorted(signals()):
        yield 128 + number, "Interrupted", f"{number.name} ended it; nothing is left half done."
