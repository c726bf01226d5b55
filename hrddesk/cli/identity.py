"""hrddesk identity: show this desk's fingerprint, write its contact card."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions import identity
from hrddesk.cli import terminal
from hrddesk.cli.commands import PathText, Subparsers, command, group


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "identity", "show this desk's fingerprint, write its contact card")
    command(verbs, shared, "show", "the twelve words and sixty digits that others compare", _show)
    card = command(verbs, shared, "card", "write the contact card to give to others; it names nobody", _card)
    card.add_argument("file", metavar="FILE", type=PathText)
    keys = command(verbs, shared, "keys", "write the secret keys that open bundles without HRDDesk", _keys)
    keys.add_argument("file", metavar="FILE", type=PathText)


def _show(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        shown = identity.show(session)
    document = {
        "fingerprint": shown.fingerprint,
        "words": list(shown.words),
        "words_zh": list(shown.words_zh),
        "digits": shown.digits,
    }
    terminal.emit(args, document, [" ".join(shown.words), " ".join(shown.words_zh), shown.digits])
    return 0


def _card(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        path = identity.write_card(session, Path(args.file))
        shown = identity.show(session)
    terminal.emit(
        args,
        {"file": str(path), "fingerprint": shown.fingerprint},
        [
            f"Wrote {path}. Whoever gets it should hear these words from you, not over the same way:",
            " ".join(shown.words),
        ],
    )
    return 0


def _keys(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        count = identity.write_keys(session, Path(args.file))
    terminal.emit(
        args,
        {"file": args.file, "keys": count},
        [f"Wrote {count} secret key(s), not encrypted: whoever has them reads every bundle to this desk."],
    )
    return 0
