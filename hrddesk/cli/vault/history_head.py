"""The command `hrddesk vault head`: the head of the history to write down, and a check that the vault still
contains it.
"""

from argparse import ArgumentParser, Namespace

from hrddesk.actions.vault import history_head
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command, id_number
from hrddesk.errors import InvalidValue


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command to the group `vault`."""
    head = command(verbs, shared, "head", "the head of the history, to write down and compare later", _head)
    head.add_argument("--number", type=id_number, metavar="N", help="the number that was written down")
    head.add_argument("--words", metavar="TEXT", help="the twelve words, or the digits, beside it")


def _head(args: Namespace) -> int:
    if (args.number is None) != (args.words is None):
        raise InvalidValue(field="--number and --words", why="what was written down has both")
    with terminal.readable(args) as session:
        noted = args.number is not None
        head = history_head.compare(session, args.number, args.words) if noted else history_head.show(session)
    document = {
        "count": head.number,
        "head": head.hexadecimal,
        "words": list(head.words),
        "words_zh": list(head.words_zh),
        "noted": args.number,
    }
    now = [f"number {head.number}", " ".join(head.words), " ".join(head.words_zh), head.hexadecimal]
    if noted:
        lines = [f"The vault holds what was written down for number {args.number}. It stands now at:", *now]
    else:
        lines = ["Write down the number and the words, and keep them away from the laptop:", *now]
    terminal.emit(args, document, lines, needed=True)
    return 0
