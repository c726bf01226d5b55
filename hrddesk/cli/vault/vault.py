"""The commands `hrddesk vault`: create, inspect and check a vault. The module `keys` has those that change
its keys.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.vault import closed_vaults, vaults
from hrddesk.actions.vault.vaults import NewVault
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.cli.vault import backups, forgetting, history_head, keys
from hrddesk.errors import OutputFailed, VaultCheckFailed
from hrddesk.records.model.kinds import Kind
from hrddesk.system.interruption import held


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "vault", "make, look at, check a vault, and change what opens it")
    new = command(verbs, shared, "new", "make a vault; prints the recovery words once", _new)
    new.add_argument("dir", metavar="DIR", type=PathText)
    keys.take_weak(new)
    command(verbs, shared, "info", "what can be said without unlocking", _info)
    command(verbs, shared, "check", "look at everything in the vault", _check)
    command(verbs, shared, "acknowledge", "say that its alarms were read, so that they end", _acknowledge)
    keys.add(verbs, shared)
    backups.add(verbs, shared)
    history_head.add(verbs, shared)
    forgetting.add(verbs, shared)


def _new(args: Namespace) -> int:
    keyfile = terminal.keyfile(args)
    passphrase = terminal.new_passphrase(args, args.passphrase_file)
    folder, new_vault = Path(args.dir), None
    try:
        with held():
            new_vault = vaults.create(folder, passphrase, keyfile_digest=keyfile)
        _show_new(args, new_vault)
    except BaseException as error:
        # A vault whose recovery words nobody saw is lost with its passphrase. There is nothing in it yet.
        if new_vault is not None:
            with held():
                vaults.discard(folder)
        if isinstance(error, BrokenPipeError):
            raise OutputFailed(why=error.strerror) from None
        raise
    return 0


def _show_new(args: Namespace, new_vault: NewVault) -> None:
    with new_vault.session as session:
        document = {"vault": session.vault_id, "recovery_words": list(new_vault.recovery_words)}
    words = list(new_vault.recovery_words)
    terminal.emit(
        args,
        document,
        [
            f"The vault is made: {args.dir}",
            *keys.words_for_people(words),
        ],
        needed=True,
    )


def _info(args: Namespace) -> int:
    info = vaults.info(terminal.vault_path(args))
    slots = [keys.described(slot) for slot in info.slots]
    terminal.emit(
        args,
        {"vault": info.vault_id, "generation": info.generation, "slots": slots},
        [f"vault {info.vault_id}, generation {info.generation} of its keys"]
        + [f"slot {slot['slot']}: {slot['type']}" for slot in slots],
    )
    return 0


def _check(args: Namespace) -> int:
    path, secret = terminal.vault_path(args), terminal.secret(args)
    report, settings = closed_vaults.check(path, secret, terminal.job(args))
    document = {
        "ok": report.ok,
        "cases": report.counts.get(Kind.CASE),
        "parties": report.counts.get(Kind.PARTY),
        "events": report.counts.get(Kind.EVENT),
        "relations": report.counts.get(Kind.RELATION),
        "figures": report.counts.get(Kind.FIGURE),
        "evidence": report.counts.get(Kind.EVIDENCE),
        "history": {"count": report.head.number, "head": report.head.mac.hex()},
        "damage": [
            {"code": item.code, "where": item.where, "message": item.message} for item in report.damage
        ],
        "settings": settings,
    }
    counted = ("cases", "parties", "events", "relations", "figures", "evidence")
    terminal.emit(
        args,
        document,
        [", ".join(f"{_counted(document[name])} {name}" for name in counted)]
        + [f"history: {report.head.number} rows, head {report.head.mac.hex()}"]
        + [f"PROBLEM {item.code}: {item.message}" for item in report.damage]
        + (["All is as it was written."] if report.ok else []),
    )
    return 0 if report.ok else VaultCheckFailed.exit_code


def _counted(count: object) -> str:
    return "an unknown number of" if count is None else str(count)


def _acknowledge(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        count = vaults.acknowledge(session)
    terminal.emit(args, {"acknowledged": count}, [f"{count} alarm(s) acknowledged; the history keeps that."])
    return 0
