"""Wipe a vault, after it was said which."""

from pathlib import Path

from hrddesk.errors import WipeNotConfirmed
from hrddesk.store.vault import wiping


def wipe(folder: Path, said: str) -> list[str]:
    """Destroy the vault in a folder, whose id was `said`; return the names of what could not be removed.

    One whose keyslots are gone already, by a wipe that was cut short, goes by any id. Raise NotAVault,
    WipeNotConfirmed, VaultReadOnly, WriteFailed; then it opens as before.
    """
    there = wiping.vault_id(folder)
    if there and said.strip().lower() != there:
        raise WipeNotConfirmed(given=said)
    return wiping.wipe(folder)
