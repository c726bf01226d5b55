"""hrddesk contact: take cards, compare words, trust no more."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from hrddesk.actions import contacts
from hrddesk.bundle.contacts import Contact
from hrddesk.cli import terminal
from hrddesk.cli.commands import PathText, Subparsers, command, group


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "contact", "take contact cards, verify them by words, revoke them")
    new = command(verbs, shared, "add", "take a contact card: trusted on first use, until verified", _add)
    new.add_argument("card", metavar="CARD", type=PathText)
    new.add_argument("--name", help="what this desk calls the contact; it is never sent")
    command(verbs, shared, "list", "all contacts and how far they are trusted", _list)
    verify = command(verbs, shared, "verify", "compare the words that the person read out", _verify)
    verify.add_argument("name", metavar="NAME")
    verify.add_argument("--words", required=True, help="the twelve words, or the sixty digits")
    revoke = command(verbs, shared, "revoke", "trust a contact no more", _revoke)
    revoke.add_argument("name", metavar="NAME")
    revoke.add_argument("--since", required=True, metavar="DATE", help="YYYY-MM-DD")


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.add(session, Path(args.card), args.name)
    return _emit(args, contact)


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        found = contacts.all_contacts(session)
    terminal.emit(args, [_document(contact) for contact in found], [_line(contact) for contact in found])
    return 0


def _verify(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.verify(session, args.name, args.words)
    return _emit(args, contact)


def _revoke(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.revoke(session, args.name, args.since)
    return _emit(args, contact)


def _emit(args: Namespace, contact: Contact) -> int:
    terminal.emit(args, _document(contact), [_line(contact)])
    return 0


def _document(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "fingerprint": contact.fingerprint.hex(),
        "state": contact.state.value,
        "since": contact.since.isoformat(),
        "expires": contact.card.expires.isoformat(),
    }


def _line(contact: Contact) -> str:
    return f"{contact.name}  {contact.state.value} since {contact.since.isoformat()}"
