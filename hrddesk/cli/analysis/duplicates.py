"""hrddesk duplicate: what may be here twice; merge two, take that back, or keep them apart."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions.analysis import duplicate_search, duplicates
from hrddesk.actions.analysis.duplicate_search import KINDS
from hrddesk.actions.records import places
from hrddesk.analysis.consistency.findings import ref_of
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.errors import RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import titles
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "duplicate", "what may be here twice; nothing is merged without you")
    listing = command(verbs, shared, "list", "pairs to look at, with reasons; it changes nothing", _list)
    listing.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in KINDS],
        help="only these; may be given again; all without it",
    )
    merge = command(
        verbs, shared, "merge", "make OTHER a part of KEPT; both are found as KEPT from now on", _merge
    )
    merge.add_argument("kept", metavar="KEPT", help="what stays: its reference, id or, of a place, name")
    merge.add_argument("other", metavar="OTHER", help="what becomes a part of it")
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
    apart = command(verbs, shared, "not-same", "two are not the same; do not ask again", _not_same)
    apart.add_argument("one", metavar="ONE")
    apart.add_argument("other", metavar="OTHER")


def _list(args: Namespace) -> int:
    wanted = [Kind(word) for word in args.kind or KINDS]
    with terminal.readable(args) as session:
        found = duplicate_search.candidates(session.store, kinds=wanted)
        records = {
            record.id: record
            for kind in wanted
            for record in session.store.many(
                kind, list({each for item in found if item.kind is kind for each in (item.one, item.other)})
            )
        }
    pairs = [(item, records[item.one], records[item.other]) for item in found]
    document = [
        {
            "kind": item.kind.value,
            "score": item.score,
            "reasons": [reason.value for reason in item.reasons],
            "records": [
                {"ref": ref_of(record), "id": record.id, "name": titles.called(record)} for record in both
            ],
        }
        for item, *both in pairs
    ]
    terminal.emit(
        args,
        document,
        (
            f"{item.score:3d}  {item.kind.value}"
            f"  {record_output.heading(one)}  |  {record_output.heading(other)}"
            f"  ({', '.join(reason.value for reason in item.reasons)})"
            for item, one, other in pairs
        ),
    )
    return 0


def _merge(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        kept, other = _record(session, args.kept), _record(session, args.other)
        left = [name for name in duplicates.differing(session.store, kept, other) if name not in args.take]
        act = duplicates.merge(session, kept, other, args.take).act
        record = session.store.get(kept)
    terminal.emit(
        args,
        {"kept": record.id, "ref": ref_of(record), "merged": other, "act": act, "not_taken": left},
        [
            record_output.heading(record),
            *(f"  of two values, that of KEPT stands: {field}" for field in left),
        ],
    )
    return 0


def _merged(args: Namespace) -> int:
    with terminal.readable(args) as session:
        found = [(item, _shown(session, item.kept)) for item in duplicates.merges(session.store)]
    document = [
        {
            "kind": item.kind,
            "merged": item.merged,
            "ref": item.ref,
            "name": item.name,
            "kept": item.kept,
            "act": item.act,
        }
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
        one, other = _record(session, args.one), _record(session, args.other)
        duplicates.keep_apart(session, one, other)
    terminal.emit(args, {"apart": [one, other]}, ["They are not proposed again."])
    return 0


def _record(session: Session, text: str) -> RecordId:
    try:
        return session.store.by_ref(text).id
    except RecordNotFound:
        return places.named(session.store, text).id


def _shown(session: Session, record_id: RecordId) -> str:
    record = session.store.find(record_id)
    return record_id[:8] if record is None else record_output.heading(record)
