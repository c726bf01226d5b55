"""The command `hrddesk visibility`: set the visibility level of a record or of one of its fields."""

from argparse import ArgumentParser, Namespace
from typing import Final

from hrddesk.actions.records import visibility
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind

_KINDS: Final = {"case": Kind.CASE, "people": Kind.PARTY, "events": Kind.EVENT, "evidence": Kind.EVIDENCE}


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        commands, shared, "visibility", "who may learn of a record, or of one of its fields", _set
    )
    parser.add_argument("ref", metavar="REF", nargs="+", help="a case, a party, or the id of any record")
    parser.add_argument("level", choices=[level.value for level in Visibility])
    parser.add_argument(
        "--field", default=WHOLE_RECORD, metavar="FIELD", help="only this field or list of it"
    )
    parser.add_argument(
        "--of-case",
        dest="kinds",
        action="append",
        default=[],
        choices=list(_KINDS),
        help="of the cases that are named: the case itself, its people, its events, its evidence",
    )


def _set(args: Namespace) -> int:
    if args.kinds or len(args.ref) > 1:
        return _set_many(args)
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref[0])
        visibility.set_level(session, record.id, args.level, args.field)
        record = session.store.get(record.id)
    terminal.emit(
        args,
        record_output.as_document(record),
        [f"{record_output.heading(record)}: {args.field} is {args.level}"],
    )
    return 0


def _set_many(args: Namespace) -> int:
    if args.field != WHOLE_RECORD:
        raise InvalidValue(field="--field", why="it takes one record, without --of-case")
    job = terminal.job(args)
    with terminal.unlocked(args) as session:
        if args.kinds:
            cases = [session.store.by_ref(ref, Kind.CASE).id for ref in args.ref]
            kinds = {_KINDS[name] for name in args.kinds}
            records = visibility.reach(session.store, cases, args.level, kinds, job).changing
        else:
            records = tuple(session.store.by_ref(ref).id for ref in args.ref)
        changes = visibility.set_many(session, records, args.level, job).changes
    counts = {
        "cases": len(changes.cases),
        "parties": len(changes.parties),
        "events": len(changes.events),
        "others": len(changes.others),
    }
    words = [f"{count} {name}" for name, count in counts.items() if count]
    summary = f"{', '.join(words) or 'nothing more'}: now {args.level}"
    terminal.emit(args, {"level": args.level, "changed": counts}, [summary])
    return 0
