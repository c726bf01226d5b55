"""The commands `hrddesk party`: list, show, create and edit people, groups, organisations and authorities."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions.analysis import statuses
from hrddesk.actions.records import parties
from hrddesk.analysis.status.status import Status
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.days import add_days, add_status, days_of
from hrddesk.cli.console.removal import add_removal
from hrddesk.cli.records.cases import ROLE_HELP, role_of
from hrddesk.cli.records.relations import line
from hrddesk.errors import InvalidValue
from hrddesk.records.language import scripts
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element
from hrddesk.records.terms import vocabulary


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "party", "list, show, make and edit people, groups and organisations")
    listing = command(verbs, shared, "list", "all parties, or those one of whose names holds a text", _list)
    listing.add_argument("--text", default="", help="only parties that are called so")
    add_status(listing)
    show = command(verbs, shared, "show", "one party with its events and relations", _show)
    show.add_argument("ref", metavar="REF")
    add_days(show)
    new = command(verbs, shared, "new", "make a party", _new)
    new.add_argument(
        "--name", action="append", required=True, metavar="NAME[@[SCRIPT][:KIND]]", help="may be given again"
    )
    new.add_argument("--case", metavar="REF", help="the case it belongs to")
    new.add_argument("--role", default="", help=f"in the case: {ROLE_HELP}")
    new.add_argument("fields", nargs="*", metavar="FIELD=VALUE")
    add_removal(verbs, shared, Kind.PARTY, parties.remove, "delete a party, also from cases and events")
    edit = command(verbs, shared, "edit", "set fields of a party; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("--name", action="append", metavar="NAME[@[SCRIPT][:KIND]]", help="replaces all names")
    edit.add_argument("fields", nargs="*", metavar="FIELD=VALUE")
    protect = command(verbs, shared, "protect", "give a party a label in every publication", _protect)
    protect.add_argument("ref", metavar="REF")
    unprotect = command(verbs, shared, "unprotect", "let a party be named again", _unprotect)
    unprotect.add_argument("ref", metavar="REF")
    unprotect.add_argument("--why", required=True, metavar="TEXT", help="the reason, which is kept")


def _names(name_texts: list[str]) -> list[Element]:
    elements: list[Element] = []
    for text in name_texts:
        name, _, rest = text.partition("@")
        script, _, kind = rest.partition(":")
        if not name.strip():
            raise InvalidValue(field="name", why="it is empty")
        before, _, end = name.rpartition(":")
        if before and not rest and vocabulary.load("name_kind").exact(end.strip()) is not None:
            raise InvalidValue(
                field="name", why=f"write the kind of a name behind @: {before}@:{end.strip()}"
            )
        elements.append({"name": name, "script": script or scripts.script_of(name), "kind": kind or "main"})
    return elements


def _list(args: Namespace) -> int:
    day, known_on = days_of(args)
    with terminal.readable(args) as session:
        terminal.keep_statuses(session)
        party_ids = set(parties.list_ids(session.store, args.text)) if args.text else None
        status_rows = [
            (party, status)
            for party, status in statuses.of_all(session.store, day, known_on)
            if (party_ids is None or party.id in party_ids)
            and (not args.status or (status is not None and status.answer == args.status))
        ]
    terminal.emit(
        args,
        [record_output.party_document(party) | _status(status) for party, status in status_rows],
        (
            f"{record_output.heading(party)}  {record_output.status_line(status)}".rstrip()
            for party, status in status_rows
        ),
    )
    return 0


def _status(status: Status | None) -> dict[str, object]:
    return {"status": None if status is None else status.to_json()}


def _show(args: Namespace) -> int:
    day, known_on = days_of(args)
    with terminal.readable(args) as session:
        detail = parties.detail(session.store, session.store.by_ref(args.ref, Kind.PARTY).id)
        status = statuses.of_party(session.store, detail.record.id, day, known_on)
        happened = record_output.event_lines(session.store, detail.events)
    names = dict(detail.names)
    document = (
        record_output.party_document(detail.record)
        | _status(status)
        | {
            "events": [record_output.as_document(event) for event in detail.events],
            "relations": [record_output.as_document(relation) for relation in detail.relations],
        }
    )
    terminal.emit(
        args,
        document,
        [record_output.heading(detail.record), f"  {record_output.status_line(status)}"]
        + [
            f"  {item.get('name')}  {item.get('script')}  {item.get('kind')}"
            for item in detail.record.values("names")
        ]
        + [f"  {event}" for event in happened]
        + [f"  {line(relation, names)}" for relation in detail.relations],
    )
    return 0


def _new(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        case = session.store.by_ref(args.case, Kind.CASE).id if args.case else None
        fields = assignments.parse(Kind.PARTY, args.fields)
        party_id = parties.create(
            session, fields, {"names": _names(args.name)}, case, role_of(session, args.role)
        ).result
        party = session.store.get(party_id)
    terminal.emit(args, record_output.party_document(party), [record_output.heading(party)])
    return 0


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        lists = {"names": _names(args.name)} if args.name else {}
        parties.edit(session, party.id, assignments.parse(Kind.PARTY, args.fields), lists)
        party = session.store.get(party.id)
    terminal.emit(args, record_output.party_document(party), [record_output.heading(party)])
    return 0


def _protect(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        parties.protect(session, party.id)
    terminal.emit(
        args, {"protected": True}, [f"{record_output.heading(party)} bears a label in every publication"]
    )
    return 0


def _unprotect(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        parties.unprotect(session, party.id, args.why)
    terminal.emit(args, {"protected": False}, [f"{record_output.heading(party)} may be named again"])
    return 0
