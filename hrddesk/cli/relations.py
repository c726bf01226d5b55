"""hrddesk relation: say who is whose what."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions import parties, relations
from hrddesk.analysis.network import ends
from hrddesk.cli import assignments, shown, terminal
from hrddesk.cli.commands import Subparsers, command, group
from hrddesk.cli.removal import add_removal
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, Value
from hrddesk.store.store import Store


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group; `hrddesk relations` lists those of a case or a person."""
    verbs = group(commands, "relation", "add, edit and remove relations between people and groups")
    new = command(verbs, shared, "add", "say that one party is another one's something", _add)
    new.add_argument("subject", metavar="PARTY")
    new.add_argument("type", metavar="TYPE", help="spouse, lawyer, member ...: `term list relation`")
    new.add_argument("object", metavar="PARTY")
    new.add_argument("--note", default="")
    edit = command(verbs, shared, "edit", "set fields of a relation; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE", help="subject, type, object, note")
    add_removal(verbs, shared, Kind.RELATION, relations.remove, "delete a relation; both parties stay")


def line(relation: Record, store: Store) -> str:
    """Return a relation on one line."""
    names = {row.id: row.name or row.ref for row in parties.rows(store, list(ends(relation)))}
    subject, other = (names.get(end, end[:8]) for end in ends(relation))
    return f"{relation.id[:8]}  {subject}  {relation.text('type')}  {other}"


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        fields: dict[str, Value] = {
            "subject": session.store.by_ref(args.subject, Kind.PARTY).id,
            "type": args.type,
            "object": session.store.by_ref(args.object, Kind.PARTY).id,
            "note": args.note,
        }
        made, _ = relations.create(session, fields)
        return _emit(args, session.store.get(made), session.store)


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        relation = session.store.by_ref(args.ref, Kind.RELATION)
        fields = assignments.parse(Kind.RELATION, args.fields)
        for side in ("subject", "object"):
            if fields.get(side):
                fields[side] = session.store.by_ref(str(fields[side]), Kind.PARTY).id
        relations.edit(session, relation.id, fields)
        return _emit(args, session.store.get(relation.id), session.store)


def _emit(args: Namespace, relation: Record, store: Store) -> int:
    terminal.emit(args, shown.as_document(relation), [line(relation, store)])
    return 0
