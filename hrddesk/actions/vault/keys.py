"""The secrets that open a vault (passphrase, keyfile, recovery words), the cost of a guess, and the data
key.
"""

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
"""The number of seconds that one guess should take on the user's machine."""
_SETTLED: Final = 30 * 24 * 3600
"""The number of seconds after a change of keys, or after an offer, in which no higher cost is offered."""
_WORDS_UNPROVEN: Final = "words.unproven"


@dataclass(frozen=True, slots=True)
class Recalibrated:
    """The cost of guessing a passphrase before and after a change."""

    before: Argon2Params
    after: Argon2Params


def slots(session: Session) -> tuple[SlotInfo, ...]:
    """Return the keyslots of the vault as keys.bin has them now."""
    return keyslots.describe(session.keys_on_disk())


def prove(session: Session, secret: Secret) -> None:
    """Check that a secret opens the vault, and change nothing; the errors are those of `Session.open`."""
    data = vault.read_keys(session.folder)
    keyslots.unlock(keyslots.parse(data), data, secret)


def make_keyfile(path: Path) -> None:
    """Write a new keyfile of random bytes.

    Raise TargetExists, DiskFull or WriteFailed. Raise SecretUnreadable for a path inside a vault.
    """
    _refuse_vaults(path)

    def fill(file: BinaryIO) -> None:
        file.write(secrets.token_bytes(_KEYFILE_BYTES))

    files.write_new(path, fill)


def provide_keyfile(path: Path) -> bytes:
    """Return the digest of a keyfile; create the file first if it does not exist.

    It raises the errors of `make_keyfile` and `keyfile_digest`.
    """
    if not path.exists():
        make_keyfile(path)
    return keyfile_digest(path)


def needs_keyfile(slot_list: Sequence[SlotInfo]) -> bool:
    """Tell whether the passphrase opens the vault only together with a keyfile."""
    return any(slot.type is SlotType.KEYFILE for slot in slot_list)


def keyfile_digest(path: Path) -> bytes:
    """Return the SHA-256 of a keyfile; raise SecretUnreadable, also for an empty file or a file inside a
    vault.
    """
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
    """Raise SecretUnreadable for a keyfile inside a vault, because the files of a vault change.

    If keys.bin were the keyfile, storing this would already change keys.bin, and nothing could open the
    vault.
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
    """Replace the passphrase of the vault by `new`; the errors are those of `change_keys`."""
    session.change_keys(secret, "vault.passphrase", main_secret(secret, new))


def use_keyfile(session: Session, secret: PassphraseSecret, digest: bytes | None) -> None:
    """Let the same passphrase open the vault together with another keyfile, or alone if `digest` is None."""
    new = PassphraseSecret(secret.passphrase, digest)
    session.change_keys(secret, "vault.keyfile", main_secret(secret, new))


def new_entropy() -> tuple[bytes, list[str]]:
    """Draw random recovery words that open nothing yet; return their entropy and the 24 words."""
    entropy = secrets.token_bytes(recovery.ENTROPY_BYTES)
    return entropy, recovery.entropy_to_words(entropy)


def words_proven(store: Store) -> bool:
    """Tell whether the user has the recovery words on paper, as far as the vault knows."""
    return store.setting(_WORDS_UNPROVEN) != "yes"


def is_rotation_due(store: Store) -> bool:
    """Tell whether cases were erased by "hand off and forget" and the data key was not replaced since."""
    return forgetting.is_rotation_due(store)


def note_words(session: Session, *, proven: bool) -> None:
    """Store whether the user has proven to have the recovery words on paper.

    It is stored because a lock may interrupt the proof. On a full disk it is lost, which causes only one
    reminder too many or too few.
    """
    if session.store.is_open and words_proven(session.store) != proven:
        with suppress(HrdDeskError), session.store.change("setting") as change:
            change.set_setting(_WORDS_UNPROVEN, "" if proven else "yes")


def change_recovery_words(session: Session, secret: Secret, entropy: bytes, *, proven: bool = True) -> None:
    """Replace the recovery words of the vault by the words of `entropy`.

    Pass `proven=False` if nobody has seen the words yet; if the process is then killed before `note_words`,
    the vault warns at the next opening.
    """

    def change(before: KeySlots, unlocked: Unlocked) -> KeySlots:
        words = RecoverySecret(entropy)
        return keyslots.with_slot(before, keyslots.recovery_slot(before), words, unlocked.dek, None)

    with _unproven(session, proven=proven):
        session.change_keys(secret, "vault.recovery-words", change)


def rotate(
    session: Session, kept_secrets: Sequence[Secret], job: Job, entropy: bytes | None = None
) -> list[str]:
    """Give the vault a new data key and new recovery words; return the words. See `Session.rotate`.

    Without `entropy` nobody has seen the words yet: call `note_words` after they were shown.
    """
    with _unproven(session, proven=entropy is not None):
        return session.rotate(kept_secrets, job, entropy)


@contextmanager
def _unproven(session: Session, *, proven: bool) -> Iterator[None]:
    """Store whether the recovery words that the `with` block sets are proven to be on paper.

    Without `proven`, store before the block that they are not, in case the process is killed. With `proven`,
    store after the block that they are. After an error, the earlier state is restored.
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
    """Tell whether a guess takes so little time on this machine that a higher cost should be offered.

    Return False within a month after the last change of keys and after `offer_recalibration`.
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
    """Tell whether to offer the user a higher cost of a guess; after that, none is offered for a month."""
    faster = is_much_faster(session)
    if faster:
        with session.store.change("vault.recalibration-offered") as change:
            change.set_setting("recalibration", "offered")
    return faster


def recalibrate(session: Session, secret: Secret) -> Recalibrated:
    """Set the cost of a guess to about one second on this machine, and never below the present cost.

    The passphrase stays the same. Raise the errors of `change_keys`. Raise PassphraseNeeded for recovery
    words, because their cost cannot change.
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
