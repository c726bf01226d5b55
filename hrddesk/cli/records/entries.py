"""The commands `hrddesk entry`: list, add, edit and remove single entries of a record's lists."""

from argparse import ArgumentParser, Namespace
from typing import Final

from hrddesk.actions.records import entries
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group, id_number
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record
from hrddesk.store.records.store import Store

_LISTS: Final = "; ".join(
    f"of {word}: {', '.join(entries.list_names(kind))}"
    for kind, word in (
        (Kind.CASE, "a case"),
        (Kind.PARTY, "a party"),
        (Kind.EVENT, "an event"),
        (Kind.EVIDENCE, "evidence"),
    )
)


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(
        commands,
        "entry",
        "entries of lists: names, charges, penalties, people, events, cases of evidence",
    )
    _named(command(verbs, shared, "list", "the entries of a list, with their numbers", _list))
    new = _named(command(verbs, shared, "add", "put an entry at the end of a list", _add))
    new.add_argument("parts", nargs="+", metavar="PART=VALUE", help="event=REF type=follows; raw=WORDS")
    edit = _named(command(verbs, shared, "edit", "set parts of an entry; an empty value clears one", _edit))
    edit.add_argument("number", metavar="NUMBER", type=id_number, help="counted from 1, as `entry list` does")
    edit.add_argument("parts", nargs="+", metavar="PART=VALUE")
    removal = _named(command(verbs, shared, "remove", "take an entry out of a list", _remove))
    removal.add_argument("number", metavar="NUMBER", type=id_number)


def _named(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("ref", metavar="REF", help="a case, a party, an event or evidence")
    parser.add_argument("list", metavar="LIST", help=_LISTS)
    return parser


def _parts(store: Store, record: Record, args: Namespace) -> Element:
    element = assignments.read(entries.spec_of(record.kind, args.list).by_name, args.parts)
    for part, kind in entries.REFERS.items():
        if element.get(part):
            element[part] = store.by_ref(str(element[part]), kind).id
    return element


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        return _emit(args, session.store.by_ref(args.ref))


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        entries.add(session, record.id, args.list, _parts(session.store, record, args))
        return _emit(args, session.store.get(record.id))


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        entries.edit(session, record.id, args.list, args.number, _parts(session.store, record, args))
        return _emit(args, session.store.get(record.id))


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        entries.remove(session, record.id, args.list, args.number)
        return _emit(args, session.store.get(record.id))


def _emit(args: Namespace, record: Record) -> int:
    list_entries = entries.listed(record, args.list)
    lines = (
        "  ".join([f"{number:3}", *(f"{part}={value}" for part, value in entry.items())])
        for number, entry in enumerate(list_entries, 1)
    )
    terminal.emit(args, record_output.as_document(record) | {args.list: list_entries}, lines)
    return 0
