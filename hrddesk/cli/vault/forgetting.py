"""The command `hrddesk vault handoff`: hand cases over to a coordinator and forget them here."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.vault import backups, forgetting
from hrddesk.actions.vault.forgetting import Forgotten, Outlook
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.cli.vault.keys import show_words
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.backup_list import BackupRow
from hrddesk.store.vault.session import Secret, Session


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command to the group `vault`."""
    parser = command(verbs, shared, "handoff", "hand cases off to a coordinator and forget them here", _run)
    parser.add_argument(
        "file",
        metavar="FILE",
        type=PathText,
        nargs="?",
        help="a folder, on a stick, gives it a name that says nothing; without it only what the coordinator"
        " acknowledged is forgotten",
    )
    parser.add_argument("--to", required=True, metavar="NAME", help="the coordinator, a verified contact")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--case", nargs="+", action="extend", metavar="REF", help="these cases")
    what.add_argument("--all", action="store_true", help="every record, those in no case too")
    parser.add_argument(
        "--emergency", action="store_true", help="forget before the coordinator's receipt is here"
    )
    parser.add_argument("--look", action="store_true", help="say what would go and what would stay, and stop")
    parser.set_defaults(usage_error=parser.error)


def _run(args: Namespace) -> int:
    if args.look:
        return _look(args)
    if args.file is None:
        if args.emergency:
            args.usage_error("an emergency needs FILE: without a receipt nothing else will be left")
        return _forget(args, terminal.secret(args))
    secret = terminal.secret(args)
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        cases = None if args.all else [session.store.by_ref(ref, Kind.CASE).id for ref in args.case]
        outcome = forgetting.hand_off(
            session, Path(args.file), args.to, cases, [secret], terminal.job(args), emergency=args.emergency
        ).result
        if outcome.same_disk:
            terminal.warn(args, "the bundle lies on the disk of the vault: bring it away")
        bundle = {
            "bundle": outcome.bundle.id,
            "file": str(outcome.bundle.path),
            "cases": outcome.bundle.cases,
            "size": outcome.bundle.size,
        }
        lines = [
            f"Wrote {outcome.bundle.path}: {outcome.bundle.cases} case(s), {outcome.bundle.size} bytes.",
            "It was read back whole from there.",
            f"Only {args.to} can open it. Without it the cases are lost.",
        ]
        _show(args, session, outcome, bundle, lines)
    return 0


def _look(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        cases = None if args.all else [session.store.by_ref(ref, Kind.CASE).id for ref in args.case]
        outlook = forgetting.look(session.store, cases, args.to)
    document = {
        "goes": {kind.value: count for kind, count in outlook.goes.items()},
        "reviews": outlook.reviews,
        "staying": list(outlook.staying),
        "telling": list(outlook.telling),
        "unacknowledged": outlook.unacknowledged,
        "backups": _backups(outlook.backups),
    }
    terminal.emit(args, document, _outlook(args.to, outlook))
    return 0


def _outlook(to: str, outlook: Outlook) -> Iterator[str]:
    yield f"Would be forgotten here: {_counted(outlook.goes)}."
    if outlook.reviews:
        yield f"{outlook.reviews} record(s) that came with bundles, waiting or taken over, would go too."
    if outlook.unacknowledged:
        yield (
            f"Of {outlook.unacknowledged} of them {to} has not all, by the receipts:"
            " that needs --emergency and FILE."
        )
    else:
        yield f"{to} has all of it, by the receipts."
    for name in outlook.staying:
        yield f"Stays, since another case has this one too: {name}"
    for ref in outlook.telling:
        yield f"Stays and names somebody who goes; change it first: {ref}"
    yield from _to_destroy(outlook.backups)
    yield "Nothing was changed."


def _forget(args: Namespace, secret: Secret) -> int:
    """Forget the cases that the coordinator acknowledged, without writing a bundle.

    An emergency handoff is not possible here: it needs a bundle.
    """
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        cases = None if args.all else [session.store.by_ref(ref, Kind.CASE).id for ref in args.case]
        outcome = forgetting.forget(session, args.to, cases, [secret]).result
        summary = f"{args.to} has all of it, by the receipts. Nothing was written."
        _show(args, session, outcome, {}, [summary])
    return 0


def _show(
    args: Namespace, session: Session, outcome: Forgotten, bundle: dict[str, Any], lines: list[str]
) -> None:
    """Print what was forgotten, the backups to destroy, and the new recovery words if there are any."""
    if not outcome.recovery_words:
        terminal.warn(args, "there was no room for a new key: free some and run `hrddesk vault rotate`")
    document = bundle | {
        "forgotten": {kind.value: count for kind, count in outcome.forgotten.items()},
        "backups": _backups(outcome.backups),
        "rotated": bool(outcome.recovery_words),
        "recovery_words": list(outcome.recovery_words),
    }
    lines += [f"Forgotten here: {_counted(outcome.forgotten)}.", *_to_destroy(outcome.backups)]
    if outcome.recovery_words:
        lines.append("The vault has a new key; the old recovery words open nothing any more.")
        show_words(args, session, document, outcome.recovery_words, lines)
    else:
        terminal.emit(args, document, lines, needed=True)


def _counted(records: Mapping[Kind, int]) -> str:
    return ", ".join(f"{count} {kind.value}" for kind, count in records.items()) or "nothing"


def _backups(rows: Sequence[BackupRow]) -> list[dict[str, Any]]:
    return [{"backup": row.num, "path": row.path, "day": backups.day_of(row).isoformat()} for row in rows]


def _to_destroy(rows: Sequence[BackupRow]) -> Iterator[str]:
    if rows:
        yield "Destroy these backups: the cases are in them, and they open with the passphrase of then."
    for row in rows:
        yield f"  {row.num}: {row.path} ({backups.day_of(row).isoformat()})"
