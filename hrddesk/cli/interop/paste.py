"""The commands `hrddesk paste`: proposals for people and events in a pasted text, and accepting them one by
one.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group, id_number
from hrddesk.errors import ProposalNotFound
from hrddesk.interop.columns import cells
from hrddesk.records.model.kinds import Kind
from hrddesk.records.names.display_names import names_together, people_together
from hrddesk.store.records.store import Store

if TYPE_CHECKING:
    from hrddesk.actions.interop.pasted_texts import CorrectedEvent, PastedText

# What reads reports compiles its rules and loads its word lists when it is imported: only for these commands.


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    nouns = group(commands, "paste", "what a text says of people, to be confirmed one by one")
    read = command(nouns, shared, "read", "print what a text says; needs no vault", _read)
    accept = command(nouns, shared, "accept", "take one proposal into the vault", _accept)
    for parser in (read, accept):
        parser.add_argument("file", metavar="FILE", type=PathText, help="the text, in UTF-8")
        parser.add_argument(
            "--year",
            type=id_number,
            metavar="YEAR",
            help="of dates without one; else the one it names most",
        )
    accept.add_argument("proposal", metavar="ID", help="p1 for a person, e1 for an event")
    accept.add_argument("--title", default="", metavar="TEXT", help="what the report is called as a source")
    accept.add_argument("--as", dest="known", metavar="REF", help="the person is this one, who is here")
    accept.add_argument(
        "--one-case", action="store_true", help="everybody of this report comes into one case"
    )
    accept.add_argument("--name", action="append", metavar="NAME", help="the person is called so instead")
    accept.add_argument(
        "--who", default="", metavar="ID", help="whom the event happened to, where the text leaves it open"
    )
    accept.add_argument("--type", metavar="TYPE", help="of the event, instead")
    accept.add_argument("--date", metavar="DATE", help="of the event, instead")
    accept.add_argument("--place", metavar="TEXT", help="of the event, instead")
    accept.add_argument("--charge", action="append", metavar="TEXT", help="of the event, instead")


def _read(args: Namespace) -> int:
    from hrddesk.actions.interop import pasted_texts

    path = Path(args.file)
    text = pasted_texts.text_of(path)
    if args.vault is None:
        _print(args, pasted_texts.read(None, path.stem, text, args.year), None)
        return 0
    with terminal.readable(args) as session:
        _print(args, pasted_texts.read(session.store, path.stem, text, args.year), session.store)
    return 0


def _print(args: Namespace, report: "PastedText", store: Store | None) -> None:
    document = report.reading.to_json()
    if store is not None:
        _add_known(document, report, store)
    lines = [
        f"{item['id']}  {names_together(str(name['name']) for name in item['names'])}"
        + "".join(f"  {occupation}" for occupation in item["occupations"])
        + ("" if item["certain"] else "  (perhaps)")
        for item in document["people"]
    ]
    lines += [
        f"{item['id']}  {_who(item)}  {item['type']}"
        + "".join(f"  {item[part]['value']}" for part in ("date", "place") if item[part])
        + "".join(f"  {charge['value']}" for charge in item["charges"])
        for item in document["events"]
    ]
    terminal.emit(args, document, lines)


def _who(event: Mapping[str, Any]) -> str:
    """Return the people of an event, or the candidates for `--who` if the text does not say who they are."""
    return ", ".join(event["people"]) or f"perhaps {' or '.join(event['candidates'])} (say --who)"


def _add_known(document: dict[str, Any], report: "PastedText", store: Store) -> None:
    """Add to each proposal the record made from it, and to each person likely matches in the vault."""
    from hrddesk.actions.interop import pasted_texts

    taken = pasted_texts.taken(store, report)
    for item, person in zip(document["people"], report.reading.people, strict=True):
        item["known"] = [each.ref for each in pasted_texts.likely(store, person)]
    for item in (*document["people"], *document["events"]):
        record_id = taken.get(item["id"])
        item["taken"] = None if record_id is None else store.get(record_id).text("ref") or record_id


def _accept(args: Namespace) -> int:
    from hrddesk.actions.interop import pasted_texts

    path = Path(args.file)
    text = pasted_texts.text_of(path)
    with terminal.unlocked(args) as session:
        report = pasted_texts.read(session.store, args.title or path.stem, text, args.year)
        try:
            if args.proposal.startswith("e"):
                event_fields = _wanted(
                    args, pasted_texts.CorrectedEvent.of(report.reading.happening(args.proposal))
                )
                record_id = pasted_texts.take_event(
                    session, report, args.proposal, event_fields, one_case=args.one_case
                ).result
            else:
                known_id = None if args.known is None else session.store.by_ref(args.known, Kind.PARTY).id
                mains: set[str] = set()
                names = [cells.name_of(name, mains) for name in args.name or ()]
                record_id = pasted_texts.take_person(
                    session,
                    report,
                    args.proposal,
                    known=known_id,
                    wanted=names or None,
                    one_case=args.one_case,
                ).result
        except KeyError:
            raise ProposalNotFound(proposal=args.proposal) from None
        ref = session.store.get(record_id).text("ref")
        filed = pasted_texts.filed(session.store, record_id) if args.proposal.startswith("e") else None
    document = {"record": record_id, "ref": ref, "filed": None if filed is None else filed.ref}
    lines = [f"Taken: {ref or record_id}."]
    if filed is not None:
        lines.append(
            f"The event is filed in {filed.ref} ({filed.title}) alone. It counts for"
            f" {people_together(filed.elsewhere)} too, whose own cases do not list it."
        )
    terminal.emit(args, document, lines)
    return 0


def _wanted(args: Namespace, proposed: "CorrectedEvent") -> "CorrectedEvent":
    return replace(
        proposed,
        type=proposed.type if args.type is None else args.type,
        date=proposed.date if args.date is None else args.date,
        place=proposed.place if args.place is None else args.place,
        charges=proposed.charges if args.charge is None else args.charge,
        who=args.who,
    )
