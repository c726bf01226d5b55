"""The check of a closed vault, which also works if its database cannot be opened."""

from pathlib import Path

from hrddesk.actions.analysis.statuses import are_as_made
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFailing,
    DiskFull,
    NameTaken,
    VaultFilesMissing,
    VaultHeaderDamaged,
    VaultReadOnly,
)
from hrddesk.store.database.history import START, Head
from hrddesk.store.records.store import Store
from hrddesk.store.vault import check as checking
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import opening
from hrddesk.store.vault.check import CheckReport, Damage
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.store.vault.session import Secret, Session, read_damaged
from hrddesk.system.jobs import Job

_IN_THE_WAY = "it is not what the program keeps there, and stands in its way"


def check(path: Path, secret: Secret, job: Job) -> tuple[CheckReport, dict[str, object]]:
    """Check everything in a closed vault; return the report and the settings that protect it.

    If the secret is right, there is a report even if the database is missing or cannot be opened, or if the
    disk is read-only; in these cases the settings are empty. Raise the errors of `Session.open` for other
    failures, such as a wrong secret.
    """
    try:
        with Session.open(path, secret) as session:
            report = checking.check(session.reader, session.alarms, job, statuses=are_as_made)
            return report, session.settings()
    except NameTaken as error:
        report = _check_without_opening(path, secret, job, untouched=True)
        damage = _damage("unreadable", error.details["path"], _IN_THE_WAY)
        if damage not in report.damage:
            report.damage.insert(0, damage)
        return report, {}
    except (VaultHeaderDamaged, VaultReadOnly, DiskFull, DiskFailing):
        return _check_without_opening(path, secret, job, untouched=True), {}
    except (DatabaseDamaged, VaultFilesMissing):
        return _check_without_opening(path, secret, job), {}


def _check_without_opening(path: Path, secret: Secret, job: Job, *, untouched: bool = False) -> CheckReport:
    data = vault.read_keys(path)
    slots, dek, header = read_damaged(data, secret)
    try:
        folder = VaultFolder.hold(path, dek, data, untouched=untouched)
    except DatabaseDamaged as error:
        return _nothing_but("page", "db.sqlite", error.details["why"])
    except VaultFilesMissing as error:
        return _nothing_but("unreadable", error.details["path"], "it is missing")
    except NameTaken as error:
        return _nothing_but("unreadable", error.details["path"], _IN_THE_WAY)
    try:
        waiting = folder.waiting() if untouched else None
        if waiting:  # without it, the database would look like an older one put back
            why = "it holds the last changes, and is read only where something can be written: copy the vault"
            return _nothing_but("unreadable", waiting, why)

        def reader() -> Store:
            return opening.store_of(folder, folder.connect(read_only=True), slots.vault_id)

        generation = None if header else slots.generation
        alarms = opening.read_alarms(folder, reader, generation) if untouched else []
        report = checking.check(reader, alarms, job)
        if header:
            report.damage.insert(0, _damage("unreadable", "keys.bin", header.details["why"]))
        return report
    except VaultFilesMissing as error:
        return _nothing_but("unreadable", error.details["path"], "it is missing")
    finally:
        folder.release()


def _nothing_but(code: str, where: str, why: str) -> CheckReport:
    return CheckReport({}, Head(0, START), [_damage(code, where, why)])


def _damage(code: str, where: str, why: str) -> Damage:
    return Damage(code, where, f"{where}: {why}")
