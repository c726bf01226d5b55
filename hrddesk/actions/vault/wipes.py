"""The destruction of a vault after the user confirmed its id."""

from pathlib import Path

from hrddesk.errors import WipeNotConfirmed
from hrddesk.store.vault import wiping


def wipe(folder: Path, typed_id: str) -> list[str]:
    """Destroy the vault in a folder if `typed_id` is its id; return the names of files that could not be
    removed.

    After an interrupted wipe, when the keyslots are already gone, any id is accepted. Raise NotAVault,
    WipeNotConfirmed, VaultReadOnly, WriteFailed; then the vault opens as before.
    """
    stored_id = wiping.vault_id(folder)
    if stored_id and typed_id.strip().lower() != stored_id:
        raise WipeNotConfirmed(given=typed_id)
    return wiping.wipe(folder)
