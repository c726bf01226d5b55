"""hrddesk visibility: say who may learn of a record or of one of its fields."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions import visibility
from hrddesk.cli import shown, terminal
from hrddesk.cli.commands import Subparsers, command
from hrddesk.records.kinds import WHOLE_RECORD, Visibility


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        commands, shared, "visibility", "who may learn of a record, or of one of its fields", _set
    )
    parser.add_argument("ref", metavar="REF", help="a case, a party, or the id of any record")
    parser.add_argument("level", choices=[level.value for level in Visibility])
    parser.add_argument(
        "--field", default=WHOLE_RECORD, metavar="FIELD", help="only this field or list of it"
    )


def _set(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        visibility.set_level(session, record.id, args.level, args.field)
        record = session.store.get(record.id)
    terminal.emit(args, shown.as_document(record), [f"{shown.heading(record)}: {args.field} is {args.level}"])
    return 0
