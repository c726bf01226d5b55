"""The checks at the opening of a vault, the completion of interrupted steps, and the first rows of a new
vault.
"""

import secrets
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from typing import Final

from hrddesk.errors import DatabaseDamaged, DiskFailing, DiskFull, VaultInUse, WriteFailed
from hrddesk.store.database import schema
from hrddesk.store.database.connection import Connection, settle
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.history import Head, History
from hrddesk.store.evidence.blobs import Blobs
from hrddesk.store.records.change import ALARMS
from hrddesk.store.records.store import Store
from hrddesk.store.vault import backup, backup_list, forgetting
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.drafts import DraftFile
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.system import files

_REFUSED: Final = (DiskFull, DiskFailing, VaultInUse, WriteFailed)
"""Errors that keep an opening from completing a step, but not from opening the vault."""


def look(vault_folder: VaultFolder, store: Store, drafts: DraftFile, generation: int) -> list[str]:
    """Compare head.bin and keys.bin with the database, and finish interrupted steps; return the alarms.

    `generation` is that of keys.bin. If there are alarms, interrupted steps are not finished: this would
    cover the traces of somebody who put older files back. But older tables are migrated, and a restored copy
    begins its new life, in any case. The history records every change from here on. Raise DiskFull.
    """
    history = store.history
    store.ledger.watch()
    warnings = alarms(vault_folder, store, generation)
    store.alarms_to_keep = tuple(warnings)
    if schema.is_older(store.db):  # the following steps need the present tables
        with store.change("vault.schema"):
            schema.migrate(store.db)
    written, last = vault_folder.read_head(), history.head()
    known_generation = int(store.setting("generation") or 0)
    if warnings:
        # Nothing else is written or removed now: that would complete a rollback and cover its traces. But a
        # restored copy must not use the counter of the original: its new life begins, with the alarms in it.
        backup_list.begin_new_life(store)
        return warnings
    if generation > known_generation:
        with store.change("vault.generation") as change:
            change.set_setting("generation", str(generation))
    elif written is not None and written.number < last.number:
        _write_head(vault_folder, last)
    settle(store.db)
    backup_list.begin_new_life(store)
    files.sweep_replacements(vault_folder.path)
    if forgetting.is_unfinished(store):
        # If the disk refuses the steps, the marker stays, and a later opening continues.
        with suppress(*_REFUSED):
            forgetting.finish(store, drafts)
    store.blobs.sweep()
    backup.sweep(vault_folder.path)
    return warnings


def read_alarms(folder: VaultFolder, reader: Callable[[], Store], generation: int | None) -> list[str]:
    """Return the alarms of a vault that must not be written to, or none if a page with the necessary data is
    damaged.

    `generation` is that of keys.bin, or None if it cannot be read there.
    """
    try:
        with translated(), closing(reader()) as store:
            return alarms(folder, store, generation)
    except DatabaseDamaged:
        return []  # the check reports the damage


def alarms(folder: VaultFolder, store: Store, generation: int | None) -> list[str]:
    """Return the stored alarms that nobody acknowledged, and those that head.bin and keys.bin raise now."""
    stored_alarms = list(store.settings_of(ALARMS).values())
    known_generation = int(store.setting("generation") or 0)
    disagreements = (
        vault.head_agrees(folder.read_head(), store.history.head_at, store.history.head()),
        vault.generation_agrees(known_generation if generation is None else generation, known_generation),
    )
    return stored_alarms + [
        words for words in disagreements if words is not None and words not in stored_alarms
    ]


def viewed(folder: VaultFolder, vault_id: bytes) -> Store:
    """Return a store for reading, even if the settings are damaged, which include the history key."""
    db = folder.connect(read_only=True)
    try:
        return store_of(folder, db, vault_id)
    except DatabaseDamaged:
        db.close()
        db = folder.connect(read_only=True)
        blobs = Blobs(db, folder.path, vault_id, folder.keys.evidence)
        return Store(db, b"", blobs, partial(_write_head, folder))
    except BaseException:
        db.close()
        raise


def store_of(vault_folder: VaultFolder, db: Connection, vault_id: bytes) -> Store:
    """Return a store for a connection; it writes head.bin after each commit. Raise VaultFilesMissing."""
    return vault_folder.store(db, vault_id, partial(_write_head, vault_folder))


def _write_head(vault_folder: VaultFolder, head: Head) -> None:
    """Write head.bin after a commit. A failure is ignored: the commit is valid with an older head.bin too."""
    try:
        vault_folder.write_head(head)
    except OSError:
        return


def first_rows(db: Connection, generation: int) -> Head:
    """Create the tables and the first rows of a new vault; return the head of its empty history."""
    db.execute("BEGIN IMMEDIATE")
    schema.make(db)
    settings = {
        "line": secrets.token_hex(16),
        "prefix": backup_list.new_prefix(),
        "counter": "0",
        "generation": str(generation),
        "history_key": secrets.token_hex(32),
    }
    db.executemany("INSERT INTO setting (name, value) VALUES (?,?)", settings.items())
    head = History(db, bytes.fromhex(settings["history_key"])).head()
    db.execute("COMMIT")
    return head
