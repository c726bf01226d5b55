"""hrddesk search: find by any part of any name or text, in any script; narrow it, and keep a search."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions import search, search_filters
from hrddesk.actions.search_filters import Wanted
from hrddesk.cli import terminal
from hrddesk.cli.commands import Subparsers, command
from hrddesk.cli.days import add_status, days_of
from hrddesk.records.kinds import Kind

_PARTS = ("text", "kind", "period", "place", "charge", "tag", "status")


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    found = command(
        commands, shared, "search", "find by any part of any name or text, in any script", _search
    )
    found.add_argument("text", nargs="?", default="", metavar="TEXT")
    found.add_argument("--kind", default="", choices=[kind.value for kind in Kind], help="only of this kind")
    found.add_argument("--period", default="", metavar="DATE", help="an event that may fall into it")
    found.add_argument("--place", default="", metavar="PLACE", help="an event there, or in what lies in it")
    found.add_argument("--charge", default="", metavar="WORD", help="an event with this charge")
    found.add_argument("--tag", default="", metavar="TAG", help="a case with this tag")
    add_status(found)
    kept = found.add_mutually_exclusive_group()
    kept.add_argument("--save", default="", metavar="NAME", help="keep this search under a name, too")
    kept.add_argument("--saved", default="", metavar="NAME", help="run the search of this name")
    kept.add_argument("--list", action="store_true", help="list the searches that are kept")
    kept.add_argument("--remove", default="", metavar="NAME", help="delete the search of this name")


def _search(args: Namespace) -> int:
    day, _ = days_of(args)
    wanted = Wanted(**{part: getattr(args, part) for part in _PARTS})
    with terminal.unlocked(args) if args.save or args.remove else terminal.readable(args) as session:
        if args.remove:
            search_filters.remove(session, args.remove)
        if args.list or args.remove:
            kept = search_filters.saved(session.store)
        elif args.saved:
            wanted = search_filters.find(session.store, args.saved)
        if not (args.list or args.remove):
            hits = search.find_wanted(session.store, wanted, day)
        if args.save:
            search_filters.save(session, args.save, wanted)
    if args.list or args.remove:
        terminal.emit(args, {"saved": [name for name, _ in kept]}, (name for name, _ in kept))
        return 0
    terminal.emit(
        args,
        {"hits": [{"kind": hit.kind, "ref": hit.ref, "id": hit.id, "text": hit.text} for hit in hits]},
        (f"{hit.kind:9s} {hit.ref}  {hit.text}" for hit in hits),
    )
    return 0
