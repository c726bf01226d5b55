"""The commands `hrddesk vault backup`, `restore`, `restore-test`, `backups` and `wipe`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.vault import backups, wipes
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.errors import VaultCheckFailed
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.check import CheckReport, Damage
from hrddesk.system.interruption import held

_COUNTED = {"cases": Kind.CASE, "parties": Kind.PARTY, "events": Kind.EVENT, "evidence": Kind.EVIDENCE}


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `vault`."""
    make = command(verbs, shared, "backup", "write all of it to one file, and read that again", _backup)
    make.add_argument("file", metavar="FILE", type=PathText, help="or a folder; replaces an older backup")
    back = command(verbs, shared, "restore", "make a vault of a backup", _restore)
    back.add_argument("file", metavar="FILE", type=PathText)
    back.add_argument("dir", metavar="DIR", type=PathText)
    attempt = command(
        verbs, shared, "restore-test", "try a backup as a restore would, and leave nothing", _test
    )
    attempt.add_argument("file", metavar="FILE", type=PathText)
    command(verbs, shared, "backups", "the backups that may still lie somewhere", _list)
    wipe = command(verbs, shared, "wipe", "destroy the vault, so that no secret opens it again", _wipe)
    wipe.add_argument("--yes-wipe", metavar="VAULT_ID", default="(nothing)", help="as `vault info` shows it")


def _backup(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        backup = backups.make(session, Path(args.file), terminal.job(args))
        tested = any(row.tested for row in backups.known(session))
    _tell(args, backup.damage)
    document = {
        "file": str(backup.path),
        "size": backup.size,
        "sha256": backup.sha256,
        "damage": _damage(backup.damage),
    }
    lines = [
        f"The backup is written and was read again: {backup.path}, {backup.size} bytes",
        "It opens with the passphrase and the recovery words that the vault has now.",
    ]
    if not tested:
        lines.append("No restore was ever tried: `vault restore-test FILE` does so and leaves nothing.")
    terminal.emit(args, document, lines)
    return 0


def _restore(args: Namespace) -> int:
    folder = Path(args.dir)
    restored = backups.restore(Path(args.file), folder, terminal.secret(args), terminal.job(args))
    try:
        session = restored.session
        for alarm in session.alarms:
            terminal.warn(args, alarm)
        vault_id = session.vault_id
    finally:
        with held():
            restored.session.close()
    _tell(args, restored.damage)
    document = {"vault": vault_id, "folder": str(folder), "damage": _damage(restored.damage)}
    terminal.emit(
        args,
        document,
        [
            f"The vault is restored: {folder}",
            "Go on with this one only. Whatever was done elsewhere after the backup is not in it.",
        ],
    )
    return 0


def _test(args: Namespace) -> int:
    secret = terminal.secret(args)
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        contents = backups.try_restore(session, Path(args.file), secret, terminal.job(args))
    report = contents.report
    _tell(args, report.damage)
    document = {
        "ok": report.ok,
        **{name: report.counts.get(kind) for name, kind in _COUNTED.items()},
        "history": {"count": report.head.number, "head": report.head.mac.hex()},
        "size": contents.size,
        "sha256": contents.sha256,
        "damage": _damage(report.damage),
    }
    terminal.emit(args, document, _result(report))
    return 0 if report.ok else VaultCheckFailed.exit_code


def _result(report: CheckReport) -> list[str]:
    counted = ", ".join(f"{report.counts.get(kind)} {name}" for name, kind in _COUNTED.items())
    verdict = "It can be restored, with this secret." if report.ok else "It is not whole: make a new one."
    return [counted, f"history: {report.head.number} rows, head {report.head.mac.hex()}", verdict]


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        rows = backups.known(session)
    terminal.emit(
        args,
        [
            {
                "number": row.num,
                "day": backups.day_of(row).isoformat(),
                "file": row.path,
                "size": row.size,
                "sha256": row.sha256,
                "state": row.state,
                "tested": row.tested is not None,
            }
            for row in rows
        ],
        (
            f"{row.num:4d}  {backups.day_of(row)}  {row.size} bytes  {row.path}"
            + ("  (a restore was tried)" if row.tested else "")
            for row in rows
        ),
    )
    return 0


def _wipe(args: Namespace) -> int:
    folder = terminal.vault_path(args)
    leftovers = wipes.wipe(folder, args.yes_wipe)
    if leftovers:
        terminal.warn(args, f"{folder} could not be removed whole; what is left opens with no secret")
    terminal.emit(
        args,
        {"wiped": str(folder), "left": leftovers},
        [
            f"The vault is destroyed: {folder}. No passphrase and no recovery words open it again.",
            "Out of reach: backups and copies, which open as before; spare blocks of an SSD or a stick;",
            "bundles that were sent, and what was exported or published.",
        ],
    )
    return 0


def _tell(args: Namespace, damage: Sequence[Damage]) -> None:
    for item in damage:
        terminal.warn(args, f"damaged: {item.message}")


def _damage(damage: Sequence[Damage]) -> list[dict[str, Any]]:
    return [{"code": item.code, "where": item.where, "message": item.message} for item in damage]
