"""hrddesk help: the exit codes, and the pages of the in-app help."""

from argparse import ArgumentParser, Namespace

from hrddesk import paths
from hrddesk.cli import program, terminal
from hrddesk.cli.commands import Subparsers, command
from hrddesk.errors import FileUnreadable


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(commands, shared, "help", "the exit codes, or a page of the help", _help)
    parser.add_argument(
        "topic", nargs="?", default="", metavar="TOPIC", help="exit-codes, or the name of a page"
    )


def _help(args: Namespace) -> int:
    if args.topic == "exit-codes":
        codes = list(program.exit_codes())
        terminal.emit(
            args,
            [{"code": code, "name": name, "meaning": words} for code, name, words in codes],
            (f"{code:4d}  {name}: {words}" for code, name, words in codes),
        )
        return 0
    pages = {page.stem: page for page in sorted((paths.resources() / "help" / "en").glob("*.md"))}
    if not args.topic:
        terminal.emit(args, ["exit-codes", *pages], ["exit-codes", *pages])
        return 0
    if args.topic not in pages:
        raise FileUnreadable(path=args.topic, why="there is no such page; `help` alone lists them")
    text = pages[args.topic].read_text("utf-8")
    terminal.emit(args, {"topic": args.topic, "text": text}, text.splitlines())
    return 0
