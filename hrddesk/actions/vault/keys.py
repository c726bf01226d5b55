"""The secrets that open a vault: passphrase, keyfile, recovery words; the cost of a guess; the data key."""

import hashlib
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from hrddesk.crypto import kdf, keyslots, recovery
from hrddesk.crypto.kdf import Argon2Params
from hrddesk.crypto.keyslots import KeySlots, PassphraseSecret, RecoverySecret, SlotInfo, SlotType, Unlocked
from hrddesk.errors import HrdDeskError, PassphraseNeeded, SecretUnreadable
from hrddesk.errors.translatable import Translatable
from hrddesk.store.records.store import Store
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.session import Secret, Session, main_secret
from hrddesk.system import files
from hrddesk.system.jobs import Job

_KEYFILE_BYTES: Final = 64
_MUCH_FASTER: Final = 2.0
_SECONDS: Final = 1.0
"""The seconds that one guess should cost on the machine of the user."""
_SETTLED: Final = 30 * 24 * 3600
"""Seconds for which nothing is offered after the keys were made or something was offered."""
_WORDS_UNPROVEN: Final = "words.unproven"


@dataclass(frozen=True, slots=True)
class Recalibrated:
    """The cost of a guess before and now."""

    before: Argon2Params
    after: Argon2Params


def slots(session: Session) -> tuple[SlotInfo, ...]:
    """Return the keyslots of the vault as keys.bin has them now."""
    return keyslots.describe(session.keys_on_disk())


def prove(session: Session, secret: Secret) -> None:
    """Check that a secret opens the vault, without any change; raise as `Session.open` does."""
    data = vault.read_keys(session.folder)
    keyslots.unlock(keyslots.parse(data), data, secret)


def make_keyfile(path: Path) -> None:
    """Write a new file of random bytes.

    Raise SecretUnreadable for a place in a vault, TargetExists, DiskFull, WriteFailed.
    """
    _refuse_vaults(path)

    def fill(file: BinaryIO) -> None:
        file.write(secrets.token_bytes(_KEYFILE_BYTES))

    files.write_new(path, fill)


def provide_keyfile(path: Path) -> bytes:
    """Return the digest of a keyfile, created if the name is free; raise as `make_keyfile` and
    `keyfile_digest` do.
    """
    if not path.exists():
        make_keyfile(path)
    return keyfile_digest(path)


def needs_keyfile(slot_list: Sequence[SlotInfo]) -> bool:
    """Tell whether the passphrase opens the vault only together with a keyfile."""
    return any(slot.type is SlotType.KEYFILE for slot in slot_list)


def keyfile_digest(path: Path) -> bytes:
    """Return the SHA-256 of a file of any size; raise SecretUnreadable, for an empty one or a vault's too."""
    _refuse_vaults(path)
    try:
        with files.open_regular(path) as file:
            digest = hashlib.file_digest(file, "sha256").digest()
            empty = file.tell() == 0
    except OSError as error:
        raise SecretUnreadable(why=Translatable("the keyfile: {0}", error.strerror)) from None
    if empty:
        raise SecretUnreadable(why=Translatable("the keyfile is empty"))
    return digest


def _refuse_vaults(path: Path) -> None:
    """Raise SecretUnreadable for a place in a vault.

    Its files change; keys.bin does so by the very step that would make it the keyfile, and the vault would
    never open by it.
    """
    for folder in files.real(path).parents:
        with suppress(OSError), files.open_regular(folder / vault.KEYS) as file:
            if file.read(len(keyslots.MAGIC)) == keyslots.MAGIC:
                raise SecretUnreadable(
                    why=Translatable(
                        "the keyfile: {0}", Translatable("it lies in a vault, whose files change")
                    )
                )


def change_passphrase(session: Session, secret: Secret, new: PassphraseSecret) -> None:
    """Open the vault by `new` from now on, in place of the passphrase that was; raise as `change_keys`."""
    session.change_keys(secret, "vault.passphrase", main_secret(secret, new))


def use_keyfile(session: Session, secret: PassphraseSecret, digest: bytes | None) -> None:
    """Open the vault by the same passphrase together with another keyfile from now on, or without (None)."""
    new = PassphraseSecret(secret.passphrase, digest)
    session.change_keys(secret, "vault.keyfile", main_secret(secret, new))


def new_entropy() -> tuple[bytes, list[str]]:
    """Draw recovery words that open nothing yet; return their entropy and the 24 words."""
    entropy = secrets.token_bytes(recovery.ENTROPY_BYTES)
    return entropy, recovery.entropy_to_words(entropy)


def words_proven(store: Store) -> bool:
    """Tell whether the recovery words are not known to be missing on paper."""
    return store.setting(_WORDS_UNPROVEN) != "yes"


def is_rotation_due(store: Store) -> bool:
    """Tell whether cases were forgotten and the data key was not replaced since."""
    return forgetting.is_rotation_due(store)


def note_words(session: Session, *, proven: bool) -> None:
    """Store whether the user has proven to have the recovery words on paper, since a lock may interrupt that.

    On a full disk this is lost; the effect is one reminder too many or too few.
    """
    if session.store.is_open and words_proven(session.store) != proven:
        with suppress(HrdDeskError), session.store.change("setting") as change:
            change.set_setting(_WORDS_UNPROVEN, "" if proven else "yes")


def change_recovery_words(session: Session, secret: Secret, entropy: bytes, *, proven: bool = True) -> None:
    """Replace the recovery words of the vault by those of `entropy`.

    Not `proven` means that nobody has seen the words yet; after a kill before `note_words` the vault says so.
    """

    def change(before: KeySlots, unlocked: Unlocked) -> KeySlots:
        words = RecoverySecret(entropy)
        return keyslots.with_slot(before, keyslots.recovery_slot(before), words, unlocked.dek, None)

    with _unproven(session, proven=proven):
        session.change_keys(secret, "vault.recovery-words", change)


def rotate(
    session: Session, kept_secrets: Sequence[Secret], job: Job, entropy: bytes | None = None
) -> list[str]:
    """Give the vault a new data key and new recovery words, which are returned; see `Session.rotate`.

    Words that `entropy` does not give were never seen: call `note_words` once they were.
    """
    with _unproven(session, proven=entropy is not None):
        return session.rotate(kept_secrets, job, entropy)


@contextmanager
def _unproven(session: Session, *, proven: bool) -> Iterator[None]:
    """Store, before new words count, that they are unproven, in case the process is killed; not if
    `proven`.
    """
    before = words_proven(session.store)
    if not proven:
        note_words(session, proven=False)
    try:
        yield
    except BaseException:
        note_words(session, proven=before)
        raise
    if proven:
        note_words(session, proven=True)


def is_much_faster(session: Session) -> bool:
    """Tell whether a guess is so cheap on this machine that a higher cost is worth offering.

    Return False within a month of the last change of keys and of `offer_recalibration`.
    """
    params = session.keys_on_disk().slots[session.slot].params
    if params is None or not session.seconds:
        return False
    dearer = min(params.m_kib * _SECONDS / session.seconds, kdf.CAP.m_kib)
    if dearer < _MUCH_FASTER * params.m_kib:
        return False
    last = session.store.history.last_time("vault.")
    return last is not None and time.time() - last > _SETTLED


def offer_recalibration(session: Session) -> bool:
    """Tell whether to offer a higher cost of a guess; if so, it is not offered again for a month."""
    faster = is_much_faster(session)
    if faster:
        with session.store.change("vault.recalibration-offered") as change:
            change.set_setting("recalibration", "offered")
    return faster


def recalibrate(session: Session, secret: Secret) -> Recalibrated:
    """Set the cost of a guess to about a second on this machine, never less than before; the passphrase
    stays.

    Raise PassphraseNeeded for recovery words, whose cost cannot change, and as `change_keys` does.
    """
    if not isinstance(secret, PassphraseSecret):
        raise PassphraseNeeded
    params: list[Argon2Params] = []

    def change(before: KeySlots, unlocked: Unlocked) -> KeySlots:
        after = main_secret(secret, secret)(before, unlocked)
        params.extend(
            item.params for item in (before.slots[unlocked.index], after.slots[unlocked.index]) if item.params
        )
        return after

    session.change_keys(secret, "vault.recalibrate", change)
    return Recalibrated(*params)
