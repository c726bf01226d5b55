"""hrddesk duplicate: people who may be one person; merge two, take that back, or keep them apart."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions import duplicates
from hrddesk.analysis.findings import ref_of
from hrddesk.cli import terminal
from hrddesk.cli.commands import Subparsers, command, group
from hrddesk.records import people
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "duplicate", "people who may be one person; nobody is merged without you")
    command(verbs, shared, "list", "pairs to look at, with reasons; it changes nothing", _list)
    merge = command(
        verbs, shared, "merge", "make OTHER a part of KEPT; both are found as KEPT from now on", _merge
    )
    merge.add_argument("kept", metavar="KEPT", help="the person that stays")
    merge.add_argument("other", metavar="OTHER", help="the person that becomes a part of it")
    merge.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="FIELD",
        help="where both say something else, take what OTHER says; may be given again",
    )
    command(verbs, shared, "merged", "the merges that stand", _merged)
    undo = command(verbs, shared, "undo", "take a merge back", _undo)
    undo.add_argument("merged", metavar="MERGED", help="reference or id of the one that was merged away")
    apart = command(verbs, shared, "not-same", "two people are not the same; do not ask again", _not_same)
    apart.add_argument("one", metavar="ONE")
    apart.add_argument("other", metavar="OTHER")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        found = duplicates.candidates(session.store)
        refs = {
            record.id: ref_of(record)
            for record in session.store.many(
                Kind.PARTY, list({record for item in found for record in (item.one, item.other)})
            )
        }
    document = [
        {
            "score": item.score,
            "reasons": [reason.value for reason in item.reasons],
            "people": [
                {"ref": refs[record], "id": record, "name": name}
                for record, name in zip((item.one, item.other), item.names, strict=True)
            ],
        }
        for item in found
    ]
    terminal.emit(
        args,
        document,
        (
            f"{item.score:3d}  {refs[item.one]} {item.names[0]}  |  {refs[item.other]} {item.names[1]}"
            f"  ({', '.join(reason.value for reason in item.reasons)})"
            for item in found
        ),
    )
    return 0


def _merge(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        kept, other = _party(session, args.kept), _party(session, args.other)
        left = [name for name in duplicates.differing(session.store, kept, other) if name not in args.take]
        act = duplicates.merge(session, kept, other, args.take).act
        record = session.store.get(kept)
    name = f"{ref_of(record)}  {people.display_name(record)}"
    terminal.emit(
        args,
        {"kept": record.id, "ref": record.text("ref"), "merged": other, "act": act, "not_taken": left},
        [name, *(f"  of two values, that of KEPT stands: {field}" for field in left)],
    )
    return 0


def _merged(args: Namespace) -> int:
    with terminal.readable(args) as session:
        found = [(item, _shown(session, item.kept)) for item in duplicates.merges(session.store)]
    document = [
        {"merged": item.merged, "ref": item.ref, "name": item.name, "kept": item.kept, "act": item.act}
        for item, _ in found
    ]
    terminal.emit(
        args,
        document,
        (f"{item.ref or item.merged[:8]}  {item.name}  ->  {kept}" for item, kept in found),
    )
    return 0


def _undo(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        act = duplicates.undo(session, args.merged).act
    terminal.emit(args, {"act": act}, ["Taken back; both are as they were."])
    return 0


def _not_same(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        one, other = _party(session, args.one), _party(session, args.other)
        duplicates.keep_apart(session, one, other)
    terminal.emit(args, {"apart": [one, other]}, ["They are not proposed again."])
    return 0


def _party(session: Session, ref: str) -> RecordId:
    return session.store.by_ref(ref, Kind.PARTY).id


def _shown(session: Session, party: RecordId) -> str:
    record = session.store.find(party)
    return party[:8] if record is None else f"{ref_of(record)}  {people.display_name(record)}"
