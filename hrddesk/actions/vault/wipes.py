"""The destruction of a vault after the user confirmed its id."""

from pathlib import Path

from hrddesk.errors import WipeNotConfirmed
from hrddesk.store.vault import wiping


def wipe(folder: Path, typed_id: str) -> list[str]:
    """Destroy the vault in a folder with the id `typed_id`; return the names of files that were not removed.

    A vault whose keyslots are already gone, after an interrupted wipe, accepts any id. Raise NotAVault,
    WipeNotConfirmed, VaultReadOnly, WriteFailed; then the vault opens as before.
    """
    stored_id = wiping.vault_id(folder)
    if stored_id and typed_id.strip().lower() != stored_id:
        raise WipeNotConfirmed(given=typed_id)
    return wiping.wipe(folder)
