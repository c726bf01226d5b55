"""The commands `hrddesk contact`: add contact cards, verify contacts by words, revoke contacts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.exchange import contacts
from hrddesk.bundle.trust.contact import Contact, ContactState, alike
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.cli.exchange import contact_lists

MARKS: Final = {
    ContactState.UNKNOWN: ("?", 90),
    ContactState.FIRST_USE: ("~", 33),
    ContactState.INTRODUCED: (">", 36),
    ContactState.VERIFIED: ("+", 32),
    ContactState.ROTATED: ("*", 35),
    ContactState.CHANGED: ("!", 31),
    ContactState.REVOKED: ("x", 91),
}
"""The mark of each state, and its colour (an ANSI code) on terminals that show colours."""


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "contact", "take contact cards, verify them by words, revoke them")
    new = command(verbs, shared, "add", "take a contact card: trusted on first use, until verified", _add)
    new.add_argument("card", metavar="CARD", type=PathText)
    new.add_argument(
        "--name", help="what this desk calls the contact; that of a contact with another key blocks it"
    )
    command(verbs, shared, "list", "all contacts and how far they are trusted", _list)
    verify = command(verbs, shared, "verify", "compare the words that the person read out", _verify)
    verify.add_argument(
        "--words", required=True, help="the twelve words, or the sixty digits that the QR code holds"
    )
    dismiss = command(
        verbs,
        shared,
        "dismiss",
        "unblock a contact: the other card was somebody else's",
        _dismiss,
    )
    coordinator = command(
        verbs, shared, "coordinator", "take lists of contacts from a verified contact", _coordinator
    )
    coordinator.add_argument("--off", action="store_true", help="take none from this one any more")
    revoke = command(verbs, shared, "revoke", "trust a contact no more; nothing takes that back", _revoke)
    revoke.add_argument("--since", required=True, metavar="DATE", help="YYYY-MM-DD")
    contact_lists.add(verbs, shared)
    for verb in (verify, dismiss, coordinator, revoke):
        verb.add_argument("name", metavar="NAME")


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.add(session, Path(args.card), args.name)
        looks = alike(contact.name, [other_contact.name for other_contact in contacts.all_contacts(session)])
    lines: list[str] = [_line(contact)]
    if looks:
        lines.append(f"LOOKS LIKE {', '.join(looks)}: make sure whose card it is before you verify it.")
    terminal.emit(args, _document(contact) | {"looks_like": list(looks)}, lines)
    return 0


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        all_contacts = contacts.all_contacts(session)
    terminal.emit(
        args, [_document(contact) for contact in all_contacts], [_line(contact) for contact in all_contacts]
    )
    return 0


def _verify(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.verify(session, args.name, args.words)
    return _emit(args, contact)


def _dismiss(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.dismiss(session, args.name)
    return _emit(args, contact)


def _coordinator(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.set_coordinator(session, args.name, is_one=not args.off)
    return _emit(args, contact)


def _revoke(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        contact = contacts.revoke(session, args.name, args.since)
        accepted = contacts.accepted_since(session, contact)
    lines: list[str] = [_line(contact)]
    if accepted:
        numbers = ", ".join(map(str, accepted))
        lines.append(
            f"Accepted from it since that day, by review: {numbers}. Look through; `bundle undo` undoes."
        )
    terminal.emit(args, _document(contact) | {"accepted_since": accepted}, lines)
    return 0


def _emit(args: Namespace, contact: Contact) -> int:
    terminal.emit(args, _document(contact), [_line(contact)])
    return 0


def state_text(state: ContactState) -> str:
    """Return the state of a contact as printed in lines: a sign and a word."""
    return f"{MARKS[state][0]} {state.value}"


def _document(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "fingerprint": contact.fingerprint.hex(),
        "state": contact.state.value,
        "since": contact.since.isoformat(),
        "expires": contact.card.expires.isoformat(),
        "introduced_by": contact.introducer or None,
        "coordinator": contact.is_coordinator,
        "claimed": None if contact.claim is None else contact.claim.fingerprint.hex(),
    }


def _line(contact: Contact) -> terminal.Coloured:
    text = f"{state_text(contact.state)}  {contact.name}  since {contact.since.isoformat()}"
    if contact.state is ContactState.INTRODUCED:
        text += f", by {contact.introducer}"
    if contact.claim is not None:
        text += "; another key was given: compare the words, or dismiss it"
    if contact.is_coordinator:
        text += "; lists of contacts are taken from this one"
    return terminal.Coloured(text, MARKS[contact.state][1])
