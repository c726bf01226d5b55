"""The commands `hrddesk organisation`: the key with which several desks sign publications."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import organisation
from hrddesk.actions.exchange.organisation import OrganisationShown
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(
        commands, "organisation", "the key that signs publications: make it, hand it on, replace it"
    )
    command(verbs, shared, "show", "which key signs publications, with its fingerprint", _show)
    make = command(verbs, shared, "make", "make a key for the organisation that publishes", _make)
    make.add_argument("name", metavar="NAME", help="readers see it")
    signers = command(verbs, shared, "signers", "write the file by which readers check signatures", _signers)
    signers.add_argument("file", metavar="FILE", type=PathText)
    hand = command(verbs, shared, "hand-on", "write the key for other desks, sealed to them", _hand_on)
    hand.add_argument("file", metavar="FILE", type=PathText)
    hand.add_argument(
        "--to", nargs="+", action="extend", required=True, metavar="NAME", help="verified contacts"
    )
    take = command(verbs, shared, "take", "take over the key that another desk handed on", _take)
    take.add_argument("file", metavar="FILE", type=PathText)
    take.add_argument("--replace", action="store_true", help="in place of the key that is here")
    replace = command(verbs, shared, "replace", "a new key; what the old one signed stays good", _replace)
    replace.add_argument("--lost", action="store_true", help="somebody else may have it: it is good no more")
    remove = command(verbs, shared, "remove", "erase the key; this desk signs by its own again", _remove)
    remove.add_argument("--yes", action="store_true", required=True, help="only other desks have it then")


def _show(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        return _emit(args, organisation.state(session))


def _make(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        return _emit(args, organisation.make(session, args.name))


def _replace(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        return _emit(args, organisation.replace(session, is_lost=args.lost))


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        organisation.remove(session)
        return _emit(args, organisation.state(session))


def _hand_on(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        path = organisation.hand_on(session, Path(args.file), args.to)
    lines = [
        f"Wrote {path}. Whoever opens it signs as the organisation; it is sealed to {', '.join(args.to)}."
    ]
    terminal.emit(args, {"file": str(path), "to": args.to}, lines)
    return 0


def _take(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        organisation_key, sender = organisation.take(session, Path(args.file), replaces=args.replace)
    return _emit(args, organisation_key, f"Taken over from {sender}.")


def _signers(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        keys = organisation.write_signers(session, Path(args.file))
    terminal.emit(args, {"file": args.file, "keys": keys}, [f"Wrote {args.file}: {keys} public key(s)."])
    return 0


def _emit(args: Namespace, organisation_key: OrganisationShown, *before: str) -> int:
    terminal.emit(args, _document(organisation_key), [*before, *_lines(organisation_key)])
    return 0


def _document(organisation_key: OrganisationShown) -> dict[str, Any]:
    return {
        "name": organisation_key.name or None,
        "fingerprint": organisation_key.shown.fingerprint,
        "words": list(organisation_key.shown.words),
        "ssh_fingerprint": organisation_key.ssh_fingerprint,
        "since": None if organisation_key.since is None else organisation_key.since.isoformat(),
        "former": organisation_key.former,
    }


def _lines(organisation_key: OrganisationShown) -> list[str]:
    whose = (
        f"the key of {organisation_key.name}, since {organisation_key.since}"
        if organisation_key.name
        else "this desk's own key"
    )
    lines = [
        f"Publications are signed by {whose}.",
        organisation_key.ssh_fingerprint,
        " ".join(organisation_key.shown.words),
    ]
    if organisation_key.former:
        lines.append(f"{organisation_key.former} key(s) of before are still good.")
    return lines
