"""hrddesk vault handoff: hand cases off to a coordinator and forget them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from hrddesk.actions import backups, forgetting
from hrddesk.cli import terminal
from hrddesk.cli.commands import PathText, Subparsers, command
from hrddesk.cli.vault_keys import words_for_people
from hrddesk.records.kinds import Kind
from hrddesk.store.copies import BackupRow


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command to the group `vault`."""
    parser = command(verbs, shared, "handoff", "hand cases off to a coordinator and forget them here", _run)
    parser.add_argument(
        "file", metavar="FILE", type=PathText, help="a folder, on a stick, gives it a name that says nothing"
    )
    parser.add_argument("--to", required=True, metavar="NAME", help="the coordinator, a verified contact")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--case", nargs="+", action="extend", metavar="REF", help="these cases")
    what.add_argument("--all", action="store_true", help="every record, those in no case too")
    parser.add_argument(
        "--emergency", action="store_true", help="forget before the coordinator's receipt is here"
    )


def _run(args: Namespace) -> int:
    secret = terminal.secret(args)
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        cases = None if args.all else [session.store.by_ref(ref, Kind.CASE).id for ref in args.case]
        made, _ = forgetting.hand_off(
            session, Path(args.file), args.to, cases, [secret], terminal.job(args), emergency=args.emergency
        )
    if made.same_disk:
        terminal.warn(args, "the bundle lies on the disk of the vault: bring it away")
    if not made.recovery_words:
        terminal.warn(args, "there was no room for a new key: free some and run `hrddesk vault rotate`")
    forgotten = {kind.value: count for kind, count in made.forgotten.items()}
    terminal.emit(
        args,
        {
            "bundle": made.bundle.id,
            "file": str(made.bundle.path),
            "cases": made.bundle.cases,
            "size": made.bundle.size,
            "forgotten": forgotten,
            "backups": [
                {"backup": row.num, "path": row.path, "day": backups.day_of(row).isoformat()}
                for row in made.backups
            ],
            "rotated": bool(made.recovery_words),
            "recovery_words": list(made.recovery_words),
        },
        [
            f"Wrote {made.bundle.path}: {made.bundle.cases} case(s), {made.bundle.size} bytes.",
            "It was read back whole from there.",
            f"Only {args.to} can open it. Without it the cases are lost.",
            "Forgotten here: " + ", ".join(f"{count} {kind}" for kind, count in forgotten.items()) + ".",
            *_to_destroy(made.backups),
            *_shown(made.recovery_words),
        ],
        needed=True,
    )
    return 0


def _to_destroy(rows: Sequence[BackupRow]) -> Iterator[str]:
    if rows:
        yield "Destroy these backups: the cases are in them, and they open with the passphrase of then."
    for row in rows:
        yield f"  {row.num}: {row.path} ({backups.day_of(row).isoformat()})"


def _shown(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield "The vault has a new key; the old recovery words open nothing any more."
        yield from words_for_people(words)
