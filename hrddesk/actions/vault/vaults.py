"""Create, open and check a vault."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hrddesk.actions.analysis.statuses import are_as_made
from hrddesk.actions.vault import keys
from hrddesk.bundle.trust import own_identity
from hrddesk.crypto import recovery
from hrddesk.crypto.kdf import Argon2Params
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.errors import DatabaseDamaged, DiskFailing, DiskFull, WriteFailed
from hrddesk.store.database.database_errors import translated
from hrddesk.store.vault import check as checking
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.check import CheckReport
from hrddesk.store.vault.session import Secret, Session, VaultInfo
from hrddesk.system.jobs import Job


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that was just created, with its recovery words, which are shown only now."""

    session: Session
    recovery_words: tuple[str, ...]


def create(
    folder: Path, passphrase: str, params: Argon2Params | None = None, keyfile_digest: bytes | None = None
) -> NewVault:
    """Create a vault and open it, with a passphrase alone or together with a keyfile.

    Raise VaultExists, DiskFull, VaultReadOnly.
    """
    session, words = Session.create(folder, passphrase, params, keyfile_digest)
    return NewVault(session, tuple(words))


def create_with(folder: Path, passphrase: str, keyfile: Path | None) -> NewVault:
    """Create a vault as `create` does; create the keyfile too if it does not exist.

    If the vault cannot be created, a new keyfile is removed again. Raise SecretUnreadable, WriteFailed, and
    the errors of `create`.
    """
    if keyfile is None:
        return create(folder, passphrase)
    has_keyfile = keyfile.exists()
    digest = keys.provide_keyfile(keyfile)
    try:
        return create(folder, passphrase, keyfile_digest=digest)
    except BaseException:
        if not has_keyfile:
            keyfile.unlink(missing_ok=True)
        raise


def discard(folder: Path) -> None:
    """Remove a vault that is new, closed and empty."""
    shutil.rmtree(folder, ignore_errors=True)


def unlock(folder: Path, secret: Secret) -> Session:
    """Open a vault and erase the expired keys of its identity; the errors are those of `Session.open`."""
    session = Session.open(folder, secret)
    if not session.alarms:  # nothing is written that would cover the traces of a rollback
        # Where the disk does not take it, a later opening does it.
        with suppress(DiskFull, DiskFailing, WriteFailed, DatabaseDamaged), translated(session.store.db):
            own_identity.renew(session.store, own_identity.today())
    return session


def view(folder: Path, secret: Secret) -> Session:
    """Open a vault read-only, even a damaged one; the errors are those of `Session.view`."""
    return Session.view(folder, secret)


def passphrase_secret(passphrase: str, keyfile: Path | None = None) -> PassphraseSecret:
    """Return the secret of a typed passphrase and an optional keyfile; raise SecretUnreadable."""
    return PassphraseSecret(passphrase, None if keyfile is None else keys.keyfile_digest(keyfile))


def recovery_secret(words: str) -> RecoverySecret:
    """Return the secret of typed recovery words; raise RecoveryWordsInvalid."""
    return RecoverySecret(recovery.words_to_entropy(words))


def info(folder: Path) -> VaultInfo:
    """Return the facts about a vault that can be read without a secret."""
    return sessions.info(folder)


def check(session: Session, job: Job) -> CheckReport:
    """Check every page, history entry, record and evidence file of an open vault."""
    return checking.check(session.reader, session.alarms, job, statuses=are_as_made)


def look_in_background(session: Session, job: Job) -> CheckReport:
    """Check every page, history entry and record of an open vault, in any thread, while others read and
    write.

    Evidence files, which may have many gigabytes, are checked by `check` only. `job` reports progress per
    record.
    """
    return checking.check(session.reader, session.alarms, job, with_evidence=False, statuses=are_as_made)


def acknowledge(session: Session) -> int:
    """Store that the user has read the alarms raised when the vault was opened; return the number of
    alarms.
    """
    count = len(session.alarms)
    if count:
        session.acknowledge_alarms()
    return count


def change_passphrase(folder: Path, secret: Secret, new: str, params: Argon2Params | None = None) -> None:
    """Change the passphrase of a closed vault; the database is not rewritten."""
    sessions.change_passphrase(folder, secret, new, params)
