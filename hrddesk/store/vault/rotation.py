"""A new data key for an open vault: `prepare` writes new files beside the old, `commit` puts them in force.

The old slots, and with them the old data key, survive in backups and in the spare blocks of an SSD; they do
not open anything that is written after the change. keys.bin alone decides: until it is replaced, the old
database is the vault, and from then on the new one is. `VaultFolder.hold` finishes an interrupted change. The
history key stays the same, so the chain goes on.
"""

import os
from pathlib import Path
from typing import Final

from hrddesk.errors import DatabaseDamaged, RoomMissing, VaultInUse
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database import connection, database_errors
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import Head
from hrddesk.store.evidence.blobs import Blobs
from hrddesk.store.records.store import Store
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.folder import VaultFolder, VaultKeys
from hrddesk.system import files
from hrddesk.system.jobs import Job

STEPS: Final = 100
"""The number of steps of a whole rotation; copying the database takes most of them."""
_COPIED: Final = 60
_REKEYED: Final = 70
_LOOKED_AT: Final = 95
_MIB: Final = 1 << 20


def prepare(
    vault_folder: VaultFolder, store: Store, vault_id: bytes, dek: bytes, generation: int, job: Job
) -> None:
    """Write a database and a head under the new data key `dek` beside the present ones, and sync them.

    `job` counts steps up to `STEPS`. Raise RoomMissing if the disk has too little room; nothing is written
    then. Raise DiskFull, DatabaseDamaged or VaultInUse. After an error or a cancellation no new file remains.
    """
    with database_errors.translated():
        connection.empty_wal(store.db)
        _require_room(vault_folder.path, connection.size(store.db))
    try:
        _prepare(vault_folder, store, vault_id, VaultKeys.from_dek(dek), generation, job)
    except OSError as error:
        vault_folder.discard_next()
        raise database_errors.os_cause(error, vault.NEXT_DATABASE) from None
    except BaseException:
        vault_folder.discard_next()
        raise


def commit(vault_folder: VaultFolder, keys_bin: bytes) -> None:
    """Replace keys.bin, which puts the files from `prepare` in force. All connections must be closed.

    `VaultFolder.take_next` then switches to these files. Raise VaultInUse, DiskFull, WriteFailed; then the
    old vault is unchanged, and the new files are removed.
    """
    try:
        if (vault_folder.path / f"{vault.DATABASE}-wal").exists():  # it goes with the last connection
            raise VaultInUse
        vault.write_keys(vault_folder.path, keys_bin)
    except BaseException:
        if vault.read_keys(vault_folder.path) != keys_bin:
            vault_folder.discard_next()
            raise
        # keys.bin is replaced, though the folder could not be synced: `take_next` syncs it first.


def _require_room(folder: Path, size: int) -> None:
    disk = os.statvfs(folder)
    free, needed = disk.f_bavail * disk.f_frsize, size + size // 8 + _MIB
    if free < needed:
        raise RoomMissing(needed=-(-needed // _MIB), free=free // _MIB)


def _prepare(
    vault_folder: VaultFolder, store: Store, vault_id: bytes, keys: VaultKeys, generation: int, job: Job
) -> None:
    vault_folder.discard_next()
    path = vault_folder.path / vault.NEXT_DATABASE
    files.create(path, b"")  # readable for its owner only, which SQLite does not ensure
    total = max(connection.size(store.db), 1)

    def look() -> None:
        job.step(min(_COPIED * path.stat().st_size // total, _COPIED), STEPS)

    connection.copy_into(store.db, path, keys.database, look)
    copy = connection.connect(path, keys.database, connection.read_salt(path))
    try:
        with database_errors.translated(copy):  # its first reader needs room beside it
            _require_whole(_shape(copy) == _shape(store.db))
        job.step(_COPIED, STEPS)
        head = _rekey(copy, vault_folder, store, vault_id, keys, generation)
    finally:
        copy.close()
    job.step(_REKEYED, STEPS)
    copy = connection.connect(path, keys.database, connection.read_salt(path), read_only=True)
    try:
        _require_whole(not connection.broken_pages(copy))
    finally:
        copy.close()
    job.step(_LOOKED_AT, STEPS)
    vault_folder.write_next_head(keys, head)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    files.sync_folder(vault_folder.path)
    job.step(STEPS, STEPS)


def _rekey(
    db: Connection, vault_folder: VaultFolder, store: Store, vault_id: bytes, keys: VaultKeys, generation: int
) -> Head:
    """Encrypt the evidence keys in the copy `db` with the new key, and store the generation of the new
    keys.bin.

    Return the head of the copy.
    """
    heads: list[Head] = []
    blobs = Blobs(db, vault_folder.path, vault_id, keys.evidence)
    copy = Store(db, bytes.fromhex(store.setting("history_key") or ""), blobs, heads.append)
    copy.ledger.watch()
    copy.alarms_to_keep = store.alarms_to_keep  # nobody has read them yet
    with copy.change("vault.rotate") as change:
        blobs.rewrap(vault_folder.keys.evidence)
        forgetting.note_rotation(copy, change)
        change.set_setting("generation", str(generation))
    return heads[0]


def _shape(db: Connection) -> list[tuple[object, ...]]:
    """Return every table, index and trigger with its SQL, and the number of rows of each table."""
    schema_rows: list[tuple[object, ...]] = db.execute(
        "SELECT name, type, sql FROM sqlite_master ORDER BY name"
    ).fetchall()
    tables = [name for name, kind, _ in schema_rows if kind == "table"]
    return schema_rows + [db.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables]  # noqa: S608  (names that the database has)


def _require_whole(is_whole: bool) -> None:
    if not is_whole:
        raise DatabaseDamaged(why=Translatable("its copy under the new key is not whole"))
