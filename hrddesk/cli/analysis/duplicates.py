"""The commands `hrddesk duplicate`: list possible duplicates, merge two records, undo a merge, or keep
records apart.
"""

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
    kinds = [Kind(word) for word in args.kind or KINDS]
    with terminal.readable(args) as session:
        candidates = duplicate_search.candidates(session.store, kinds=kinds)
        records = {
            record.id: record
            for kind in kinds
            for record in session.store.many(
                kind,
                list({each for item in candidates if item.kind is kind for each in (item.one, item.other)}),
            )
        }
    pairs = [(item, records[item.one], records[item.other]) for item in candidates]
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
            f"  {record_output.heading(one)}  |  {record_output.heading(other_record)}"
            f"  ({', '.join(reason.value for reason in item.reasons)})"
            for item, one, other_record in pairs
        ),
    )
    return 0


def _merge(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        kept_id, merged_id = _record(session, args.kept), _record(session, args.other)
        untaken_fields = [
            name for name in duplicates.differing(session.store, kept_id, merged_id) if name not in args.take
        ]
        act = duplicates.merge(session, kept_id, merged_id, args.take).changes.act
        record = session.store.get(kept_id)
    terminal.emit(
        args,
        {
            "kept": record.id,
            "ref": ref_of(record),
            "merged": merged_id,
            "act": act,
            "not_taken": untaken_fields,
        },
        [
            record_output.heading(record),
            *(f"  of two values, that of KEPT stands: {field}" for field in untaken_fields),
        ],
    )
    return 0


def _merged(args: Namespace) -> int:
    with terminal.readable(args) as session:
        merges = [(item, _shown(session, item.kept)) for item in duplicates.merges(session.store)]
    document = [
        {
            "kind": item.kind,
            "merged": item.merged,
            "ref": item.ref,
            "name": item.name,
            "kept": item.kept,
            "act": item.act,
        }
        for item, _ in merges
    ]
    terminal.emit(
        args,
        document,
        (f"{item.ref or item.merged[:8]}  {item.name}  ->  {kept_title}" for item, kept_title in merges),
    )
    return 0


def _undo(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        act = duplicates.undo(session, args.merged).changes.act
    terminal.emit(args, {"act": act}, ["Taken back; both are as they were."])
    return 0


def _not_same(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        one, other_id = _record(session, args.one), _record(session, args.other)
        duplicates.keep_apart(session, one, other_id)
    terminal.emit(args, {"apart": [one, other_id]}, ["They are not proposed again."])
    return 0


def _record(session: Session, text: str) -> RecordId:
    try:
        return session.store.by_ref(text).id
    except RecordNotFound:
        return places.named(session.store, text).id


def _shown(session: Session, record_id: RecordId) -> str:
    record = session.store.find(record_id)
    return record_id[:8] if record is None else record_output.heading(record)
