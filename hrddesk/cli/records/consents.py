"""The commands `hrddesk consent`: consents that people gave, refused or withdrew."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Final

from hrddesk.actions.editions import consent_traces
from hrddesk.actions.records import consents
from hrddesk.actions.records.consents import Consents
from hrddesk.bundle.trust import own_identity
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command, group, id_number
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Value
from hrddesk.records.names.display_names import display_name
from hrddesk.records.rules.consents import ANSWERS, ConsentState, choices
from hrddesk.records.rules.soundness import may_consent

_SHOWN: Final = ("consent", "purpose", "pictures", "given_by", "date", "until", "basis", "source")

_OPTIONS: Final = {"consent": "ANSWER", "given_by": "--by"} | {
    name: f"--{name}" for name in ("purpose", "date", "until", "basis", "source")
}


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "consent", "what people agreed to, refused or took back")
    listing = command(
        verbs, shared, "list", "the answers of a person; without one, what counts for everybody", _list
    )
    listing.add_argument("ref", metavar="REF", nargs="?", default="")
    listing.add_argument(
        "--state", choices=tuple(ConsentState), help="only people for whom this counts today"
    )
    new = command(verbs, shared, "add", "add an answer; the latest one counts, none is replaced", _add)
    new.add_argument("ref", metavar="REF")
    new.add_argument("consent", metavar="ANSWER", help=_choices("consent"))
    new.add_argument("--purpose", default="", help=f"of a yes: {_choices('purpose')}")
    new.add_argument("--pictures", action="store_true", help="pictures of the person may be shown")
    new.add_argument("--by", dest="given_by", default="", help=f"who answered: {_choices('given_by')}")
    new.add_argument("--date", default="", help="when; without it, today")
    new.add_argument("--until", default="", help="the last day on which a yes holds")
    new.add_argument("--basis", default="", help=f"why without an answer: {_choices('basis')}")
    new.add_argument("--source", default="", metavar="REF", help="the public document that shows the basis")
    removal = command(verbs, shared, "remove", "take out an answer that was a mistake", _remove)
    removal.add_argument("ref", metavar="REF")
    removal.add_argument("number", metavar="NUMBER", type=id_number, help="counted from 1, as in `list`")
    trace = command(verbs, shared, "trace", "where a person stands in print and in bundles", _trace)
    trace.add_argument("ref", metavar="REF")
    note = command(verbs, shared, "note", "who was asked and how; it never leaves this vault", _note)
    note.add_argument("ref", metavar="REF")
    note.add_argument("text", metavar="TEXT", help="replaces what was noted; empty text clears it")


def _choices(name: str) -> str:
    return ", ".join(term.code for term in choices(name))


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        store = session.store
        if args.ref:
            return _emit(args, consents.of_party(store, store.by_ref(args.ref, Kind.PARTY).id))
        every = [consents.of_party(store, party.id) for party in store.all(Kind.PARTY) if may_consent(party)]
    answers_of_people = [item for item in every if args.state in (None, item.current.state)]
    terminal.emit(args, [_document(item) for item in answers_of_people], map(_line, answers_of_people))
    return 0


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        entry: dict[str, Value] = {name: getattr(args, name) for name in _SHOWN}
        if args.consent in ANSWERS and not args.date:
            entry["date"] = own_identity.today().isoformat()
        if args.source:
            entry["source"] = session.store.by_ref(args.source, Kind.SOURCE).id
        with _options():
            consents.add(session, party.id, entry)
        return _emit(args, consents.of_party(session.store, party.id))


@contextmanager
def _options() -> Iterator[None]:
    """Replace the field name in an error from the `with` block by the option that the user typed."""
    try:
        yield
    except HrdDeskError as error:
        field = error.details.get("field", "")
        if field in _OPTIONS:
            raise type(error)(**{**error.details, "field": _OPTIONS[field]}) from None
        raise


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        consents.remove(session, party.id, args.number)
        return _emit(args, consents.of_party(session.store, party.id))


def _note(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.ref, Kind.PARTY)
        consents.set_note(session, party.id, args.text)
        return _emit(args, consents.of_party(session.store, party.id))


def _trace(args: Namespace) -> int:
    with terminal.readable(args) as session:
        trace = consent_traces.trace(session.store, session.store.by_ref(args.ref, Kind.PARTY))
    lines = [f"named in publication {number}: publish FILE --correct {number}" for number in trace.named]
    lines += [f"perhaps pictured in publication {number}" for number in trace.pictured]
    lines += [f"held by {name}" for name in trace.held_by]
    lines += [f"perhaps held by {name}: no receipt says so" for name in trace.perhaps_held_by]
    terminal.emit(args, asdict(trace), lines or ["Named in no publication, and no contact has the record."])
    return 0


def _emit(args: Namespace, answers: Consents) -> int:
    lines = [_line(answers)]
    for number, entry in enumerate(answers.entries, 1):
        parts = [f"{name}={entry[name]}" for name in _SHOWN if name in entry]
        lines.append("  ".join([f"{number:3}", *parts]))
    terminal.emit(args, _document(answers), [*lines, *(f"  {line}" for line in answers.note.splitlines())])
    return 0


def _line(answers: Consents) -> str:
    party, current = answers.party, answers.current
    parts = [party.text("ref") or party.id, display_name(party), current.state, current.purpose]
    parts += ["pictures"] if current.pictures else []
    return "  ".join(part for part in parts if part)


def _document(answers: Consents) -> dict[str, object]:
    current = answers.current
    return {
        "party": answers.party.id,
        "ref": answers.party.text("ref"),
        "state": current.state.value,
        "purpose": current.purpose,
        "pictures": current.pictures,
        "given_by": current.given_by,
        "until": current.until,
        "basis": list(current.bases),
        "consents": [dict(entry) for entry in answers.entries],
        "note": answers.note,
    }
