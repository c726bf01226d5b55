"""hrddesk search: find by any part of any name or text, in any script."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions import search
from hrddesk.cli import terminal
from hrddesk.cli.commands import Subparsers, command


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    found = command(
        commands, shared, "search", "find by any part of any name or text, in any script", _search
    )
    found.add_argument("text", metavar="TEXT")


def _search(args: Namespace) -> int:
    with terminal.readable(args) as session:
        hits = search.find(session.store, args.text)
    terminal.emit(
        args,
        {"hits": [{"kind": hit.kind, "ref": hit.ref, "id": hit.id, "text": hit.text} for hit in hits]},
        (f"{hit.kind:9s} {hit.ref}  {hit.text}" for hit in hits),
    )
    return 0
