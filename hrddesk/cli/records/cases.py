"""The commands `hrddesk case`: list, show, create and edit cases."""

from argparse import ArgumentParser, Namespace
from typing import Final

from hrddesk.actions.analysis import statuses
from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseQuery
from hrddesk.analysis.status.status import Status
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.days import add_status, days_of
from hrddesk.cli.console.removal import add_removal
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "case", "list, show, make and edit cases")
    listing = command(verbs, shared, "list", "all cases, or those that hold a text", _list)
    listing.add_argument("--text", default="", help="only cases that hold it")
    add_status(listing)
    show = command(verbs, shared, "show", "one case with its people, events and evidence", _show)
    show.add_argument("ref", metavar="REF")
    new = command(verbs, shared, "new", "make a case", _new)
    new.add_argument("--title", required=True)
    new.add_argument("fields", nargs="*", metavar="FIELD=VALUE")
    edit = command(verbs, shared, "edit", "set fields of a case; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    add_removal(verbs, shared, Kind.CASE, cases.remove, "delete a case; its people and events stay")
    join = command(verbs, shared, "add-party", "add a party to a case, or set its role in it", _add_party)
    join.add_argument("ref", metavar="CASE")
    join.add_argument("party", metavar="PARTY")
    join.add_argument("--role", default="", help=ROLE_HELP)


NOT_STATED: Final = "not-stated"
ROLE_HELP: Final = f"subject, relative, lawyer, colleague, perpetrator, authority, other or {NOT_STATED}"


def role_of(session: Session, text: str) -> str:
    """Return the code of a role in a case, or "" if none is stated; raise InvalidValue for an unknown
    role.
    """
    if not text or text == NOT_STATED:
        return ""
    code = session.store.words().load("case_role").code(text)
    if code is None:
        raise InvalidValue(field="--role", why=f"it is none of {ROLE_HELP}")
    return code


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        ids = cases.list_ids(session.store, CaseQuery(args.text))
        statuses_by_case = _statuses(session.store, args, ids)
        if args.status:
            ids = [
                case for case in ids if any(status.answer == args.status for status in statuses_by_case[case])
            ]
        rows = cases.rows(session.store, ids)
    document = [
        {"ref": row.ref, "id": row.id, "title": row.title, "people": row.people, "last_event": row.last_event}
        | ({"status": [status.to_json() for status in statuses_by_case[row.id]]} if statuses_by_case else {})
        for row in rows
    ]
    lines = (
        "  ".join(
            [row.ref, row.title or row.people, row.last_event]
            + [status.answer.value.replace("_", " ") for status in statuses_by_case.get(row.id, ())]
        )
        for row in rows
    )
    terminal.emit(args, document, lines)
    return 0


def _statuses(store: Store, args: Namespace, ids: list[RecordId]) -> dict[RecordId, list[Status]]:
    """Return the statuses of the people in these cases, or nothing if no option about statuses is given.

    Without such an option they are not computed, because the statuses of many people take long.
    """
    day, known_on = days_of(args)
    if not (args.status or args.as_of or args.known_on):
        return {}
    return statuses.of_cases(store, ids, day, known_on)


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        case = session.store.by_ref(args.ref, Kind.CASE)
        detail = cases.detail(session.store, case.id)
        happened = record_output.event_lines(session.store, detail.events)
    document = record_output.as_document(detail.record) | {
        "title": detail.record.text("title"),
        "parties": [record_output.party_document(party) | {"role": role} for party, role in detail.parties],
        "events": [record_output.as_document(event) for event in detail.events],
        "evidence": [record_output.as_document(item) for item in detail.evidence],
    }
    terminal.emit(
        args,
        document,
        [record_output.heading(detail.record), detail.record.text("narrative")]
        + [f"  {record_output.heading(party)}  ({role or NOT_STATED})" for party, role in detail.parties]
        + [f"  {line}" for line in happened]
        + [f"  {item.text('ref')}  {item.text('original_name')}" for item in detail.evidence],
    )
    return 0


def _new(args: Namespace) -> int:
    fields = assignments.parse(Kind.CASE, [f"title={args.title}", *args.fields])
    with terminal.unlocked(args) as session:
        case_id = cases.create(session, fields).result
        case = session.store.get(case_id)
    terminal.emit(args, record_output.as_document(case), [record_output.heading(case)])
    return 0


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        case = session.store.by_ref(args.ref, Kind.CASE)
        cases.edit(session, case.id, assignments.parse(Kind.CASE, args.fields))
        case = session.store.get(case.id)
    terminal.emit(args, record_output.as_document(case), [record_output.heading(case)])
    return 0


def _add_party(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        case = session.store.by_ref(args.ref, Kind.CASE)
        party = session.store.by_ref(args.party, Kind.PARTY)
        cases.add_party(session, case.id, party.id, role_of(session, args.role))
        case = session.store.get(case.id)
    terminal.emit(args, record_output.as_document(case), [record_output.heading(case)])
    return 0
