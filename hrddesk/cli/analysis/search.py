"""The command `hrddesk search`: find records by any part of a name or text, in any script; filter and save
searches.
"""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from hrddesk.actions.analysis import saved_searches, search
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.cli.console.days import add_status, days_of
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import TRAVELLING

_PARTS = (
    "text", "kind", "period", "place", "charge", "term", "tag", "level", "status", "as_of", "known_on",
)  # fmt: skip


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        commands, shared, "search", "find by any part of any name or text, in any script", _search
    )
    parser.add_argument("text", nargs="?", default="", metavar="TEXT")
    parser.add_argument("--kind", default="", choices=TRAVELLING, help="only of this kind")
    parser.add_argument("--period", default="", metavar="DATE", help="an event that may fall into it")
    parser.add_argument("--place", default="", metavar="PLACE", help="an event there, or in what lies in it")
    parser.add_argument("--charge", default="", metavar="WORD", help="an event with this charge")
    parser.add_argument(
        "--term", default="", metavar="WORD", help="an event, or somebody in it, of whom this is said"
    )
    parser.add_argument("--level", default="", choices=[*map(str, Visibility)], help="only of this level")
    parser.add_argument("--tag", default="", metavar="TAG", help="a case with this tag")
    add_status(parser)
    saved_group = parser.add_mutually_exclusive_group()
    saved_group.add_argument("--save", default="", metavar="NAME", help="keep this search under a name, too")
    saved_group.add_argument("--saved", default="", metavar="NAME", help="run the search of this name")
    saved_group.add_argument(
        "--rename", nargs=2, default=None, metavar=("NAME", "NEW"), help="give a kept search another name"
    )
    saved_group.add_argument("--list", action="store_true", help="list the searches that are kept")
    saved_group.add_argument("--remove", default="", metavar="NAME", help="delete the search of this name")


def _search(args: Namespace) -> int:
    days_of(args)  # says by its option which day is none
    query = SearchQuery(**{part: getattr(args, part) for part in _PARTS})
    changes = args.save or args.remove or args.rename
    with terminal.unlocked(args) if changes else terminal.readable(args) as session:
        if args.remove:
            saved_searches.remove(session, args.remove)
        elif args.rename:
            saved_searches.rename(session, *args.rename)
        if args.list or args.remove or args.rename:
            saved_names = [name for name, _ in saved_searches.saved(session.store)]
            terminal.emit(args, {"saved": saved_names}, saved_names)
            return 0
        if args.saved:
            query = _as_kept(saved_searches.find(session.store, args.saved), query)
        hits = search.find_wanted(session.store, query)
        if args.save:
            saved_searches.save(session, args.save, query)
    terminal.emit(
        args,
        {
            "hits": [
                {
                    "kind": hit.kind,
                    "ref": hit.ref,
                    "id": hit.id,
                    "text": hit.text,
                    "field": hit.field,
                    "span": hit.span,
                }
                for hit in hits
            ]
        },
        (f"{hit.kind:9s} {hit.ref}  {hit.text}" for hit in hits),
    )
    return 0


def _as_kept(saved_query: SearchQuery, typed_query: SearchQuery) -> SearchQuery:
    """Return the query of a saved search, with the days that were typed in place of the saved ones.

    Raise InvalidValue if other options were typed.
    """
    if typed_query != SearchQuery(as_of=typed_query.as_of, known_on=typed_query.known_on):
        raise InvalidValue(field="--saved", why="a saved search takes only --as-of and --known-on")
    return replace(
        saved_query,
        as_of=typed_query.as_of or saved_query.as_of,
        known_on=typed_query.known_on or saved_query.known_on,
    )
