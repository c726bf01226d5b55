"""The session: an open vault. The window and the command line pass this one object to all actions."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, Protocol, Self

from hrddesk.crypto import kdf, keyslots, recovery
from hrddesk.crypto.kdf import Argon2Params
from hrddesk.crypto.keyslots import KeySlots, PassphraseSecret, RecoverySecret, SlotInfo, Unlocked
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    LastChangesWaiting,
    NewKeyUnfinished,
    PassphraseNeeded,
    VaultHeaderDamaged,
)
from hrddesk.store.database import schema
from hrddesk.store.database.connection import Connection, interrupt, keep_few_pages, settings_of
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.history import Head
from hrddesk.store.records.change import ALARMS
from hrddesk.store.records.store import Store
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import opening, rotation
from hrddesk.store.vault.drafts import DraftFile
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.store.vault.salvage import Salvage
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job

Secret = PassphraseSecret | RecoverySecret

PASSPHRASE_SLOT: Final = 0
RECOVERY_SLOT: Final = 1

_PATIENCE: Final = 30.0
"""The seconds that an action which needs the vault alone waits for a guest to end its last statement."""
_HURRY: Final = 0.6
"""The seconds that closing waits for a guest: the user may have to lock the vault in a hurry."""


KeyChange = Callable[[KeySlots, Unlocked], KeySlots]
"""A function that changes one slot, given all slots and the opened one; the generation rises by one."""


_PAGES_FOR_LISTS: Final = 16
"""The size of the page cache of a reader for lists, in MiB."""


class Guest(Protocol):
    """Background work that reads the vault through connections of its own."""

    def cancel(self) -> None:
        """Ask the guest to end, without waiting; any thread may call it."""

    def stop(self, seconds: float) -> None:
        """Ask the guest to end, and wait at most `seconds`; when it has ended, its connections are closed."""


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """The properties of a vault that anybody can read without opening it."""

    vault_id: str
    generation: int
    slots: tuple[SlotInfo, ...]


class Session:
    """An open vault. `store` belongs to the thread that opened the session; other threads use a `reader`."""

    def __init__(self, folder: VaultFolder, store: Store, vault_id: bytes, alarms: list[str]) -> None:
        self._held = folder
        self._vault_id = vault_id
        self.store = store
        self.drafts = DraftFile(folder.path, folder.keys.drafts, vault_id)
        self.alarms = alarms
        """The signs, found at opening and in words, that an older copy may have been put back."""
        self.slot, self.seconds = PASSPHRASE_SLOT, 0.0
        """The slot that opened the vault, and the seconds of its Argon2id here; 0 if not measured."""
        self.guests: list[Guest] = []
        """Background work that reads; it is stopped before an action that needs the vault alone."""

    @property
    def held(self) -> VaultFolder:
        """The folder of the vault, for work on its files."""
        return self._held

    @property
    def folder(self) -> Path:
        """The path of the vault's folder."""
        return self._held.path

    @property
    def vault_id(self) -> str:
        """The id of the vault: 32 hexadecimal digits, the same for its whole life."""
        return self._vault_id.hex()

    @property
    def line(self) -> str:
        """The replica id of this life of the vault; a restore begins a new life."""
        return self.store.setting("line") or ""

    @property
    def prefix(self) -> str:
        """The prefix of this vault's readable references."""
        return self.store.setting("prefix") or ""

    @property
    def was_left_open(self) -> bool:
        """Whether the previous process that had the vault open ended without closing it."""
        return self._held.was_left_open

    @property
    def keys_have_another_name(self) -> bool:
        """Whether keys.bin is a link or has a second name, so that the old keys would survive a change."""
        return vault.keys_have_another_name(self.folder)

    @property
    def is_read_only(self) -> bool:
        """Whether the vault was opened by `view`: neither changes nor log entries can be stored."""
        return self._held.is_untouched

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        params: Argon2Params | None = None,
        keyfile_digest: bytes | None = None,
    ) -> tuple[Self, list[str]]:
        """Make a vault and open it; return it with its 24 recovery words, which are shown only this once."""
        dek, entropy, vault_id = secrets.token_bytes(32), secrets.token_bytes(32), secrets.token_bytes(16)
        chosen = params or kdf.calibrate()
        slots = keyslots.new(vault_id)
        secret = PassphraseSecret(passphrase, keyfile_digest)
        slots = keyslots.with_slot(slots, PASSPHRASE_SLOT, secret, dek, chosen)
        slots = keyslots.with_slot(slots, RECOVERY_SLOT, RecoverySecret(entropy), dek, None)

        def fill(db: Connection) -> Head:
            return opening.first_rows(db, slots.generation)

        data = slots.to_bytes(dek)
        VaultFolder.create(path, dek, data, fill)
        return cls._opened(path, dek, slots, data), recovery.entropy_to_words(entropy)

    @classmethod
    def open(cls, path: Path, secret: Secret) -> Self:
        """Open a vault with a passphrase or recovery words.

        Raise WrongSecret, KeyfileNeeded, KeyfileNotUsed, SlotDamaged, VaultHeaderDamaged, VaultTooNew,
        NotAVault, VaultFilesMissing, VaultInUse, VaultReadOnly, DatabaseDamaged, KdfTooCostly; none of them
        changes anything.
        """
        data = vault.read_keys(path)
        slots = keyslots.parse(data)
        unlocked = keyslots.unlock_slot(slots, data, secret)
        session = cls._opened(path, unlocked.dek, slots, data)
        session.slot, session.seconds = unlocked.index, unlocked.seconds
        return session

    @classmethod
    def _opened(cls, path: Path, dek: bytes, slots: KeySlots, data: bytes) -> Self:
        folder = VaultFolder.hold(path, dek, data)
        try:
            db = folder.connect()
        except BaseException:
            folder.release()
            raise
        try:
            with translated(db):
                schema.check_version(db)
                schema.load_dictionaries(db)
                store = opening.store_of(folder, db, slots.vault_id)
                session = cls(folder, store, slots.vault_id, [])
                session.alarms += opening.look(folder, store, session.drafts, slots.generation)
        except BaseException:
            db.close()
            folder.release()
            raise
        return session

    @classmethod
    def view(cls, path: Path, secret: Secret) -> Self:
        """Open a vault that is damaged, or on a read-only medium, for reading as far as possible.

        Nothing is written; a change raises VaultReadOnly. A damaged keys.bin is accepted if the slot of
        `secret` is whole. Raise as `open` does, and LastChangesWaiting if the latest changes are in a file
        beside the database, which is not read.
        """
        data = vault.read_keys(path)
        slots, dek, damage = read_damaged(data, secret)
        folder = VaultFolder.hold(path, dek, data, untouched=True)
        try:
            waiting = folder.waiting()
            if waiting:
                raise LastChangesWaiting(path=waiting)
            db = folder.connect(read_only=True)
            try:
                with translated():
                    schema.check_version(db)
                    alarms = opening.read_alarms(
                        folder,
                        partial(opening.viewed, folder, slots.vault_id),
                        None if damage else slots.generation,
                    )
                with suppress(DatabaseDamaged), translated():  # those of this version are known
                    schema.load_dictionaries(db)
            finally:
                db.close()
            return cls(folder, opening.viewed(folder, slots.vault_id), slots.vault_id, alarms)
        except BaseException:
            folder.release()
            raise

    def salvage(self) -> Salvage:
        """Return a reader that reads around damaged pages, for the calling thread; the caller closes it."""
        return Salvage(partial(self._held.connect, read_only=True))

    def reader(self) -> Store:
        """Return a second, read-only store for the calling thread; the caller closes it."""
        return opening.store_of(self._held, self._held.connect(read_only=True), self._vault_id)

    def reader_for_lists(self) -> Store:
        """Return a reader with a small page cache, for the thread of a window, which must not block.

        After every save SQLite drops and wipes all cached pages of a reader. For the usual 64 MiB this takes
        nearly a tenth of a second, several tenths on a slow or busy computer. A list of 100,000 cases needs
        only a quarter of these pages.
        """
        store = self.reader()
        keep_few_pages(store.db, _PAGES_FOR_LISTS)
        return store

    def settings(self) -> dict[str, object]:
        """Return the settings of the connection that protect the file, as the library reports them."""
        return settings_of(self.store.db)

    def head_on_disk(self) -> Head | None:
        """Return the head in head.bin; None if it is missing or unreadable."""
        return self._held.read_head()

    def keys_on_disk(self) -> KeySlots:
        """Return the present content of keys.bin."""
        return keyslots.parse(vault.read_keys(self.folder))

    def change_passphrase(self, secret: Secret, passphrase: str, params: Argon2Params | None = None) -> None:
        """Give the open vault a new passphrase if `secret` opens it; raise as `change_keys` does.

        If `secret` has a keyfile, opening the vault still needs this keyfile afterwards.
        """
        keyfile = secret.keyfile_digest if isinstance(secret, PassphraseSecret) else None
        new = PassphraseSecret(passphrase, keyfile)
        self.change_keys(secret, "vault.passphrase", main_secret(secret, new, params))

    def change_keys(self, secret: Secret, what: str, change: KeyChange) -> None:
        """Replace keys.bin by the result of `change` after `secret` opened a slot; `what` names the act.

        Raise WrongSecret, KeyfileNeeded, KeyfileNotUsed, SlotDamaged, DiskFull, VaultReadOnly.
        """
        data = vault.read_keys(self.folder)
        slots = keyslots.parse(data)
        unlocked = keyslots.unlock_slot(slots, data, secret)
        changed = change(slots, unlocked)
        if self.store.alarms_to_keep:  # kept first: the new keys.bin will agree with the database
            with self.store.change("vault.alarms"):
                pass
        vault.write_keys(self.folder, changed.to_bytes(unlocked.dek))
        with self.store.change(what) as transaction:
            transaction.set_setting("generation", str(changed.generation))

    def rotate(self, kept_secrets: Sequence[Secret], job: Job, entropy: bytes | None = None) -> list[str]:
        """Give the open vault a new data key and return its new recovery words.

        Only the slots that `kept_secrets` open stay. The recovery words are made of `entropy` if given. All
        readers must be closed; `store` is another object afterwards. `job` counts to `rotation.STEPS` and can
        be cancelled until then. Raise PassphraseNeeded if no passphrase is kept. Raise WrongSecret,
        RoomMissing, DiskFull, VaultInUse or DatabaseDamaged. After these errors nothing has changed. Raise
        NewKeyUnfinished if the disk fills up when the new key is in force; then the session can only be
        closed.
        """
        self.send_guests_away()
        data = vault.read_keys(self.folder)
        slots = keyslots.parse(data)
        opened = {keyslots.unlock_slot(slots, data, secret).index: secret for secret in kept_secrets}
        typed = {index: item for index, item in opened.items() if isinstance(item, PassphraseSecret)}
        if not typed:
            raise PassphraseNeeded
        dek, words = (
            secrets.token_bytes(keyslots.DEK_BYTES),
            RecoverySecret(entropy or secrets.token_bytes(32)),
        )
        after = keyslots.rotated(slots, typed, words, dek)
        rotation.prepare(self._held, self.store, self._vault_id, dek, after.generation, job)
        with held():
            self.store.close()
            try:
                with self.drafts.resealing(keyslots.derive(dek, keyslots.KeyPurpose.DRAFTS)):
                    rotation.commit(self._held, after.to_bytes(dek))
            except BaseException:
                self._reopen()
                raise
            try:
                self._held.take_next(dek)
                self._reopen()
            except DiskFull:
                raise NewKeyUnfinished from None
        return recovery.entropy_to_words(words.entropy)

    def _reopen(self) -> None:
        """Continue with the database that is there now, the old or the new one."""
        alarms, self.store = (
            self.store.alarms_to_keep,
            opening.store_of(self._held, self._held.connect(), self._vault_id),
        )
        self.store.alarms_to_keep = alarms
        self.store.ledger.watch()

    def send_guests_away(self, seconds: float = _PATIENCE) -> None:
        """Stop the work of all guests before an action that allows no other connection.

        Wait at most `seconds` for each guest.
        """
        self.cancel_guests()
        for guest in self.guests:
            guest.stop(seconds)
        self.guests.clear()

    def cancel_guests(self) -> None:
        """Ask the guests to end, without waiting, so that `close` later has less to wait for."""
        for guest in tuple(self.guests):
            guest.cancel()

    def close(self) -> None:
        """Close the vault; only its own files remain. Readers must be closed before.

        If a guest does not end in time, the WAL remains beside the database, and the next opening reads it.
        """
        self.send_guests_away(_HURRY)
        self.store.close()
        self._held.release()

    def interrupt(self) -> None:
        """Make the running statement of the session fail and roll back; any thread may call it, once."""
        interrupt(self.store.db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def acknowledge_alarms(self) -> None:
        """Store that the user has read the alarms and continues with the vault as it is; raise DiskFull."""
        generation = str(self.keys_on_disk().generation)
        self.store.alarms_to_keep = ()
        with self.store.change("vault.alarms-acknowledged") as change:
            change.replace_settings(ALARMS, {})
            change.set_setting("generation", generation)
        self.alarms.clear()


class ReadKeys(NamedTuple):
    """The slots of a `keys.bin` that may be damaged, and the data key from the slot that was opened.

    If `damage` is not None, only the vault id and the opened slot can be trusted.
    """

    slots: KeySlots
    dek: bytes
    damage: VaultHeaderDamaged | None


def read_damaged(data: bytes, secret: Secret) -> ReadKeys:
    """Return the keys in a `keys.bin` if the slot of `secret` is whole; raise as `keyslots.unlock` does."""
    try:
        slots = keyslots.parse(data)
        return ReadKeys(slots, keyslots.unlock(slots, data, secret), None)
    except VaultHeaderDamaged as error:
        slots, unlocked = keyslots.salvage(data, secret)
        return ReadKeys(slots, unlocked.dek, error)


def info(path: Path) -> VaultInfo:
    """Return the properties of a vault that need no secret; raise NotAVault, VaultTooNew,
    VaultHeaderDamaged.
    """
    slots = keyslots.parse(vault.read_keys(path))
    return VaultInfo(slots.vault_id.hex(), slots.generation, keyslots.describe(slots))


def main_secret(secret: Secret, new: PassphraseSecret, params: Argon2Params | None = None) -> KeyChange:
    """Return a change of keys that puts the passphrase `new` in the slot that the passphrase `secret` opens.
    If `secret` is the recovery words, `new` is put in the passphrase slot.

    By default `params` are calibrated, but not weaker than those of the slot.
    """

    def change(slots: KeySlots, unlocked: Unlocked) -> KeySlots:
        index = unlocked.index if isinstance(secret, PassphraseSecret) else keyslots.main_slot(slots)
        now = slots.slots[index].params or kdf.FLOOR
        return keyslots.with_slot(slots, index, new, unlocked.dek, params or kdf.calibrate().at_least(now))

    return change


def change_passphrase(
    path: Path, secret: Secret, passphrase: str, params: Argon2Params | None = None
) -> None:
    """Open the vault by its passphrase or recovery words and give it a new passphrase. The data key stays.

    Raise as `Session.open` does; VaultInUse when it is open elsewhere.
    """
    with Session.open(path, secret) as session:
        session.change_passphrase(secret, passphrase, params)
