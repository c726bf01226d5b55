"""The commands `hrddesk contact share` and `hrddesk contact proposals`: contacts that a coordinator
introduces.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.exchange import contact_lists
from hrddesk.bundle.trust.contact_list import ContactList, News, Proposal
from hrddesk.bundle.trust.identity import words12
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, id_number

_WORDS: Final = {
    News.NEW: "new: would be introduced, not verified",
    News.NEWER_CARD: "a newer card of a contact that is here",
    News.ROTATED: "new keys of a contact that is here, signed by the old",
    News.CHANGED: "OTHER KEYS WITHOUT PROOF for a contact that is here: would block it",
    News.REVOKED: "revoked: would be trusted no more",
    News.NOTHING: "as it is here",
    News.UNUSABLE: "no use: the card expired, or is by keys that were given up",
}


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `contact`."""
    share = command(
        verbs, shared, "share", "write a bundle with contacts that you know; names go along", _share
    )
    share.add_argument(
        "file", metavar="FILE", type=PathText, help="a folder gives it a name that says nothing"
    )
    share.add_argument("--to", nargs="+", action="extend", required=True, metavar="NAME")
    which = share.add_mutually_exclusive_group(required=True)
    which.add_argument("--contact", nargs="+", action="extend", metavar="NAME", help="verified, or revoked")
    which.add_argument("--all", action="store_true", help="all that are verified or revoked")
    proposals = command(verbs, shared, "proposals", "the contacts that came with a bundle", _proposals)
    proposals.add_argument("review", metavar="ID", type=id_number)
    taken = proposals.add_mutually_exclusive_group()
    taken.add_argument("--take", nargs="+", action="extend", type=int, metavar="N", help="take these lines")
    taken.add_argument("--take-all", action="store_true", help="take all that bring news")


def _share(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        names = None if args.all else args.contact
        written, count = contact_lists.share(session, Path(args.file), args.to, names, terminal.job(args))
    terminal.emit(
        args,
        {"bundle": written.id, "file": str(written.path), "contacts": count, "size": written.size},
        [f"Wrote {written.path}: {count} contact(s) with the names that you gave them."],
    )
    return 0


def _proposals(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        changed = 0
        if args.take or args.take_all:
            numbers = None if args.take_all else args.take
            changed = len(contact_lists.take(session, args.review, numbers))
        contact_list = contact_lists.read(session, args.review)
    terminal.emit(args, _document(contact_list) | {"taken": changed}, _lines(contact_list, changed))
    return 0


def _document(contact_list: ContactList) -> dict[str, Any]:
    return {
        "sender": contact_list.sender.name,
        "coordinator": contact_list.is_coordinator,
        "proposals": [
            {
                "number": item.number,
                "name": item.name,
                "fingerprint": item.card.fingerprint.hex(),
                "revoked": None if item.revoked is None else item.revoked.isoformat(),
                "news": item.news.value,
                "contact": None if item.contact is None else item.contact.name,
                "looks_like": list(item.alike),
            }
            for item in contact_list.proposals
        ],
    }


def _lines(contact_list: ContactList, taken: int) -> list[str]:
    lines = [_line(item) for item in contact_list.proposals] or ["No contacts came with this bundle."]
    if taken:
        lines.append(f"Took {taken} of them.")
    elif contact_list.news and not contact_list.is_coordinator:
        lines.append(
            f"None can be taken: {contact_list.sender.name} is no coordinator of yours who is verified."
        )
    return lines


def _line(item: Proposal) -> str:
    text = f"{item.number}  {item.name}  ({' '.join(words12(item.card.fingerprint)[:3])} ...)"
    if item.contact is not None and item.contact.name != item.name:
        text += f", here {item.contact.name}"
    if item.revoked is not None:
        text += f", since {item.revoked.isoformat()}"
    looks = f"; LOOKS LIKE {', '.join(item.alike)}" if item.alike else ""
    return f"{text}: {_WORDS[item.news]}{looks}"
