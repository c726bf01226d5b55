"""Wipe a vault, after it was said which."""

from pathlib import Path

from hrddesk.errors import WipeNotConfirmed
from hrddesk.store.vault import wiping


def wipe(folder: Path, typed_id: str) -> list[str]:
    """Destroy the vault in a folder, whose id was `typed_id`; return the names of what could not be removed.

    One whose keyslots are gone already, by a wipe that was cut short, goes by any id. Raise NotAVault,
    WipeNotConfirmed, VaultReadOnly, WriteFailed; then it opens as before.
    """
    stored_id = wiping.vault_id(folder)
    if stored_id and typed_id.strip().lower() != stored_id:
        raise WipeNotConfirmed(given=typed_id)
    return wiping.wipe(folder)
