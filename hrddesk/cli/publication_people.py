"""Whom a publication labels, names or lets appear: arguments of commands that print, or ask before."""

from argparse import ArgumentParser, Namespace
from typing import TypedDict

from hrddesk.actions.publication_request import PublishRequest
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.store.store import Store


class People(TypedDict):
    """The fields of a `PublishRequest` that these arguments fill."""

    label: frozenset[RecordId]
    decided: frozenset[RecordId]
    added: frozenset[RecordId]


def add(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--label",
        nargs="+",
        action="extend",
        default=[],
        metavar="PARTY",
        help="label these parties instead of naming them; labels of earlier publications hold",
    )
    parser.add_argument(
        "--name",
        nargs="+",
        action="extend",
        default=[],
        metavar="PARTY",
        help="name these parties although their names hold one that may not be told, of others or their own",
    )
    parser.add_argument(
        "--with",
        dest="added",
        nargs="+",
        action="extend",
        default=[],
        metavar="PARTY",
        help="let these people appear although their role leaves them out; the next issue does too",
    )


def of(store: Store, args: Namespace, request: PublishRequest) -> People:
    """Return who is given, with those of the issue before; raise RecordNotFound, AmbiguousReference."""

    def parties(refs: list[str]) -> frozenset[RecordId]:
        return frozenset(store.by_ref(ref, Kind.PARTY).id for ref in refs)

    return People(
        label=request.label | parties(args.label),
        decided=parties(args.name),
        added=request.added | parties(args.added),
    )
