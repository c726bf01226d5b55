"""The commands `hrddesk relation`: add, edit and remove relations between parties."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Final

from hrddesk.actions.records import parties, relations
from hrddesk.analysis.overview.network import ends
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.removal import add_removal
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value
from hrddesk.store.records.store import Store

_OPTIONS: Final = {
    "since": "when the relation began, as a date of an event is typed",
    "until": "when it ended; empty where it goes on or nobody knows",
    "assertion": "how sure it is: `term list assertion`",
    "note": "for the desk; never published",
}


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group; the separate command `hrddesk relations` lists the relations of a case
    or person.
    """
    verbs = group(commands, "relation", "add, edit and remove relations between people and groups")
    new = command(verbs, shared, "add", "say that one party is another one's something", _add)
    new.add_argument("subject", metavar="PARTY")
    new.add_argument("type", metavar="TYPE", help="spouse, lawyer, member ...: `term list relation`")
    new.add_argument("object", metavar="PARTY")
    for name, explanation in _OPTIONS.items():
        new.add_argument(f"--{name}", default="", help=explanation)
    edit = command(verbs, shared, "edit", "set fields of a relation; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument(
        "fields", nargs="+", metavar="FIELD=VALUE", help=f"subject, type, object, {', '.join(_OPTIONS)}"
    )
    add_removal(verbs, shared, Kind.RELATION, relations.remove, "delete a relation; both parties stay")


def line(relation: Record, names: Mapping[RecordId, str]) -> str:
    """Return a relation on one line; `names` maps the ids of parties to names."""
    subject, object_name = (names.get(end, end[:8]) for end in ends(relation))
    days = (f"{name} {relation.text(name)}" for name in ("since", "until") if relation.text(name))
    return "  ".join([subject, relation.text("type") or "-", object_name, *days])


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        fields: dict[str, Value] = {
            "subject": session.store.by_ref(args.subject, Kind.PARTY).id,
            "type": args.type,
            "object": session.store.by_ref(args.object, Kind.PARTY).id,
            **{name: getattr(args, name) for name in _OPTIONS},
        }
        relation_id = relations.create(session, fields).result
        return _emit(args, session.store.get(relation_id), session.store)


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
    names = {row.id: row.name or row.ref for row in parties.rows(store, list(ends(relation)))}
    terminal.emit(args, record_output.as_document(relation), [f"{relation.id[:8]}  {line(relation, names)}"])
    return 0
