"""Arguments that choose the cases of a publication, and the people that it labels, names or adds."""

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypedDict

from hrddesk.actions.scope.profiles import profile_of
from hrddesk.actions.scope.publication_request import PublishRequest, following
from hrddesk.cli.console.commands import id_number
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.store import Store

_ARGUMENTS: Final = (
    (
        "--label",
        "label",
        "label these parties instead of naming them; labels of earlier publications hold",
    ),
    (
        "--name",
        "name",
        "name these parties although their names hold one that may not be told, of others or their own",
    ),
    (
        "--with",
        "added",
        "let these people appear although their role leaves them out; the next issue does too",
    ),
)


class People(TypedDict):
    """The fields of a `PublishRequest` that these arguments fill."""

    label: frozenset[RecordId]
    decided: frozenset[RecordId]
    added: frozenset[RecordId]


def add(parser: ArgumentParser) -> None:
    """Add the arguments for people."""
    for name, field, what in _ARGUMENTS:
        parser.add_argument(
            name, dest=field, nargs="+", action="extend", default=[], metavar="PARTY", help=what
        )


def add_cases(parser: ArgumentParser, *, required: bool) -> None:
    """Add the arguments for people and for cases, for a command that prepares a publication."""
    which = parser.add_mutually_exclusive_group(required=required)
    which.add_argument("--case", nargs="+", action="extend", metavar="REF", help="the cases to publish")
    which.add_argument("--all", action="store_true", help="all cases")
    parser.add_argument(
        "--since", type=id_number, metavar="N", help="the next issue after publication N, whose labels hold"
    )
    add(parser)


def asked(store: Store, args: Namespace) -> PublishRequest | None:
    """Return the publication that `--profile` and the arguments of `add_cases` describe.

    Return None if none of these arguments is given. Raise RecordNotFound, AmbiguousReference,
    ProfileNotFound, PublicationNotFound, and InvalidValue if no cases are named.
    """
    if not (args.all or args.case):
        if [*typed(args)]:
            raise InvalidValue(field="--case", why="name the cases to publish, or take them --all")
        return None
    profile = profile_of(store, args.profile).name
    before = PublishRequest(profile=profile) if args.since is None else following(store, args.since)
    cases = None if args.all else tuple(store.by_ref(ref, Kind.CASE).id for ref in args.case)
    request = replace(before, profile=profile, cases=cases)
    return replace(request, **of(store, args, request))


def typed(args: Namespace) -> Iterator[str]:
    """Yield the arguments of `add_cases` as a user would type them again."""
    if args.all:
        yield "--all"
    option_values = [
        ("--case", args.case),
        ("--label", args.label),
        ("--name", args.name),
        ("--with", args.added),
    ]
    for name, refs in (*option_values, ("--since", args.since and [str(args.since)])):
        yield from (name, *map(shlex.quote, refs)) if refs else ()


def of(store: Store, args: Namespace, request: PublishRequest) -> People:
    """Return the people that the arguments name, and those of `request`, the previous issue's request.

    The people to name (`decided`) are those of the arguments alone. Raise RecordNotFound, AmbiguousReference.
    """

    def parties(refs: list[str]) -> frozenset[RecordId]:
        return frozenset(store.by_ref(ref, Kind.PARTY).id for ref in refs)

    return People(
        label=request.label | parties(args.label),
        decided=parties(args.name),
        added=request.added | parties(args.added),
    )
