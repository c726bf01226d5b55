"""The commands `hrddesk event`: add, edit and remove events."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from hrddesk.actions.records import cases, events, places
from hrddesk.actions.records.places import NewPlace
from hrddesk.cli.console import assignments, record_output, terminal, typed_terms
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.removal import add_removal
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, RecordId, new_id
from hrddesk.records.terms.roles import usual_role
from hrddesk.records.terms.vocabulary import EVENT_TERM
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_AT = "a place of the tree, or of the list of China that is shipped: its name, path or id"


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "event", "add, edit and remove events")
    new = command(verbs, shared, "add", "add an event to a case", _add)
    new.add_argument("case", metavar="CASE")
    new.add_argument("type", metavar="TYPE")
    new.add_argument(
        "--date", default="", metavar="EDTF", help="2020, 2020-02, 2020-02-06?, 2020-02/2020-06 ..."
    )
    new.add_argument("--measure", default="", help="legal measure: criminal, rsdl, administrative")
    new.add_argument("--facility", default="", help="kind of place where held: detention_centre, prison")
    new.add_argument("--place", default="", help="as it was said")
    new.add_argument("--at", default="", metavar="PLACE", help=_AT)
    _add_new_place(new)
    new.add_argument("--assertion", default="reported")
    new.add_argument("--summary", default="")
    new.add_argument(
        "--party",
        action="append",
        metavar="REF[:ROLE]",
        help="who took part, and how; REF alone: to whom it happened, or whom it concerns; "
        "without it, the case's one subject",
    )
    new.add_argument("--charge", action="append", default=[], help="may be given again")
    new.add_argument("--term", action="append", default=[], help="a circumstance; may be given again")
    typed_terms.add_option(new)
    edit = command(verbs, shared, "edit", "set fields of an event; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    typed_terms.add_option(edit)
    add_removal(verbs, shared, Kind.EVENT, events.remove, "delete an event")


def _add_new_place(verb: ArgumentParser) -> None:
    """Add the options that create the place of `--at` if the vault does not have it."""
    verb.add_argument("--new-place", action="store_true", help="make the place that --at names")
    verb.add_argument("--place-kind", default="", metavar="KIND", help="with --new-place: what it is")
    verb.add_argument("--within", default="", metavar="PLACE", help="with --new-place: what it lies in")


def _new_place(session: Session, args: Namespace) -> NewPlace | None:
    """Return the place to create, or None without `--new-place`; raise InvalidValue if it has no name."""
    if not args.new_place:
        if args.place_kind or args.within:
            raise InvalidValue(field="--new-place", why="--place-kind and --within are about a new place")
        return None
    if not args.at.strip():
        raise InvalidValue(field="--new-place", why="name the place with --at")
    parent = places.named_or_shipped(session.store, args.within) if args.within else None
    return NewPlace(new_id(), args.at.strip(), args.place_kind, parent)


def _place(session: Session, place_name: str, new: NewPlace | None) -> RecordId | None:
    if new is not None:
        return new.id
    return places.named_or_shipped(session.store, place_name) if place_name else None


def _parties(session: Session, args: Namespace) -> list[Element]:
    usual = usual_role(session.store.words(), args.type)
    if args.party:
        party_roles: list[Element] = []
        for text in args.party:
            ref, _, role = text.partition(":")
            party_roles.append({"party": session.store.by_ref(ref, Kind.PARTY).id, "role": role or usual})
        return party_roles
    case = cases.detail(session.store, session.store.by_ref(args.case, Kind.CASE).id)
    if len(case.subjects) != 1:
        raise InvalidValue(
            field="--party", why=f"the case has {len(case.subjects)} people whom it is about; name to whom"
        )
    return [{"party": case.subjects[0], "role": usual}]


def _check_terms(session: Session, args: Namespace, typed: Iterable[tuple[str, str, str]]) -> None:
    """Raise InvalidValue for words that are only the beginning of a term, unless `--as-typed` is given.

    Each item of `typed` is a vocabulary, the words, and the field that gets them.
    """
    if not args.as_typed:
        for vocabulary, text, field in typed:
            typed_terms.check(session.store.words(), vocabulary, text, field)


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        typed = [("event_type", args.type, "TYPE"), ("measure", args.measure, "--measure")]
        typed += [("place_kind", args.facility, "--facility")]
        typed += [("charge", charge, "--charge") for charge in args.charge]
        typed += [(EVENT_TERM, term, "--term") for term in args.term]
        _check_terms(session, args, typed)
        case, new_place = session.store.by_ref(args.case, Kind.CASE), _new_place(session, args)
        event_id = events.add(
            session,
            case.id,
            {
                "type": args.type,
                "date": args.date,
                "measure": args.measure,
                "facility": args.facility,
                "place_text": args.place,
                "place": _place(session, args.at, new_place),
                "assertion": args.assertion,
                "summary": args.summary,
            },
            {
                "parties": _parties(session, args),
                "charges": [{"raw": charge} for charge in args.charge],
                "terms": [{"raw": term} for term in args.term],
            },
            new_place=new_place,
        ).result
        return _emit(args, session.store, event_id)


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        event = session.store.by_ref(args.ref, Kind.EVENT)
        fields = assignments.parse(Kind.EVENT, args.fields)
        term_fields = (("event_type", "type"), ("measure", "measure"), ("place_kind", "facility"))
        _check_terms(
            session, args, [(name, str(fields.get(field) or ""), field) for name, field in term_fields]
        )
        if fields.get("place"):
            fields["place"] = places.named_or_shipped(session.store, str(fields["place"]))
        events.edit(session, event.id, fields)
        return _emit(args, session.store, event.id)


def _emit(args: Namespace, store: Store, event_id: RecordId) -> int:
    event = store.get(event_id)
    terminal.emit(args, record_output.as_document(event), record_output.event_lines(store, [event]))
    return 0
