"""The commands `hrddesk identity`: show this desk's fingerprint, write its contact card, replace its keys."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import identity
from hrddesk.actions.exchange.identity import IdentityShown, IdentityState
from hrddesk.bundle.trust import qr
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(
        commands, "identity", "show this desk's fingerprint, write its contact card, replace its keys"
    )
    show = command(verbs, shared, "show", "the twelve words and sixty digits that others compare", _show)
    show.add_argument("--qr", action="store_true", help="also the sixty digits as a QR code, for a phone")
    card = command(verbs, shared, "card", "write the contact card to give to others; it names nobody", _card)
    card.add_argument("file", metavar="FILE", type=PathText)
    command(
        verbs, shared, "rotate", "replace the signing keys by new ones, which the old ones prove", _rotate
    )
    lost = command(
        verbs, shared, "lost", "begin a new identity without proof: the keys were lost or stolen", _lost
    )
    lost.add_argument(
        "--yes", action="store_true", required=True, help="bundles to the old identity stay closed for ever"
    )
    epoch = command(verbs, shared, "epoch", "how long each encryption key to come shall serve", _epoch)
    epoch.add_argument("days", metavar="DAYS", type=int, help="30 to 90")
    keys = command(verbs, shared, "keys", "write the secret keys that open bundles without HRDDesk", _keys)
    keys.add_argument("file", metavar="FILE", type=PathText)


def _show(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        identity_state = identity.state(session)
    lines = [*_forms(identity_state.shown), *(qr.lines(identity_state.shown.code) if args.qr else [])]
    lines.append(f"The encryption key is replaced on {identity_state.next_key.isoformat()}.")
    if identity_state.proves_until is not None:
        lines.append(f"Until {identity_state.proves_until.isoformat()} the keys of before prove these.")
    terminal.emit(args, _state(identity_state), lines)
    return 0


def _state(identity_state: IdentityState) -> dict[str, Any]:
    return _document(identity_state.shown) | {
        "epoch_days": identity_state.epoch_days,
        "next_key": identity_state.next_key.isoformat(),
        "proves_until": None
        if identity_state.proves_until is None
        else identity_state.proves_until.isoformat(),
    }


def _document(identity_forms: IdentityShown) -> dict[str, Any]:
    return {
        "fingerprint": identity_forms.fingerprint,
        "words": list(identity_forms.words),
        "words_zh": list(identity_forms.words_zh),
        "digits": identity_forms.digits,
    }


def _forms(identity_forms: IdentityShown) -> list[str]:
    return [" ".join(identity_forms.words), " ".join(identity_forms.words_zh), identity_forms.digits]


def _rotate(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        identity_forms = identity.rotate(session)
    terminal.emit(
        args,
        _document(identity_forms),
        [
            "The new keys are in use, and the old ones prove them. Whoever reads a bundle or a card of yours",
            "within 180 days follows; compare these words with each of them again:",
            *_forms(identity_forms),
        ],
    )
    return 0


def _lost(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        identity_forms = identity.replace_lost(session)
    terminal.emit(
        args,
        _document(identity_forms),
        [
            "This desk has a new identity, and nothing proves that it is the same person's. Bundles to the",
            "old one cannot be opened any more. Give everybody the new card under your name and let them",
            "hear these words from you; then the old key is worth nothing to whoever has it:",
            *_forms(identity_forms),
        ],
    )
    return 0


def _epoch(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        identity.set_epoch_days(session, args.days)
        identity_state = identity.state(session)
    terminal.emit(
        args,
        _state(identity_state),
        [
            (
                f"Keys to come serve {identity_state.epoch_days} days; the present one until "
                f"{identity_state.next_key.isoformat()}."
            )
        ],
    )
    return 0


def _card(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        path = identity.write_card(session, Path(args.file))
        identity_forms = identity.show(session)
    terminal.emit(
        args,
        {"file": str(path), "fingerprint": identity_forms.fingerprint},
        [
            f"Wrote {path}. Whoever gets it should hear these words from you, not over the same way:",
            " ".join(identity_forms.words),
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
