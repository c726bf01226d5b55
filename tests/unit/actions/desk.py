"""Vaults to work with at once: made once for a process, copied, opened by words, which takes no time."""

import io
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import evidence
from hrddesk.crypto import kdf, keyslots, recovery
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import RecoverySecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.session import RECOVERY_SLOT, Session
from hrddesk.system import paths
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, Derive

SECRET = RecoverySecret(bytes(range(32)))
WORDS = " ".join(recovery.entropy_to_words(SECRET.entropy))


def new_vault(path: Path, kind: str) -> Path:
    """Make a closed vault that `SECRET` and PASSPHRASE open: "full", "empty", or "other" (empty too)."""
    _, made = _made(kind, kdf.argon2id)
    return Path(shutil.copytree(made, path))


@cache
def _made(kind: str, derive: Derive) -> tuple[TemporaryDirectory[str], Path]:
    """Make the vault that others are copied from, for each derivation; the folder goes with the process."""
    folder = TemporaryDirectory()
    path = Path(folder.name) / "desk.hrdv"
    session, words = Session.create(path, PASSPHRASE, FLOOR)
    if kind == "full":
        fill(session, Path(folder.name))
    session.close()
    data = vault.read_keys(path)
    slots = keyslots.parse(data)
    dek = keyslots.unlock(slots, data, RecoverySecret(recovery.words_to_entropy(" ".join(words))))
    changed = keyslots.with_slot(slots, RECOVERY_SLOT, SECRET, dek, None)
    vault.write_keys(path, replace(changed, generation=slots.generation).to_bytes(dek))
    return folder, path


def fill(session: Session, folder: Path, large: int = 3) -> None:
    """Import the shipped sample and add so many large files of evidence, of a bit more than 1 MiB each."""
    imports.run(session, paths.resources() / "sample", source="sample")
    case = session.store.ids(Kind.CASE)[0]
    for number in range(large):
        path = folder / f"large{number}.bin"
        path.write_bytes(bytes([number]) * (1_100_000 + number))
        evidence.add(session, case, path, Job())
        path.unlink()
    small = paths.resources() / "sample" / "evidence" / "case02-note.txt"
    evidence.add(session, case, small, Job())


def facts(session: Session, folder: Path) -> dict[str, bytes]:
    """Return all that a person has in the vault: its tables as exported, and the evidence."""
    folder.mkdir()
    exports.run(session, folder / "kit", "kit")
    found = {path.name: path.read_bytes() for path in sorted((folder / "kit").glob("*.csv"))}
    for sha256 in session.store.blobs.hashes():
        content = io.BytesIO()
        session.store.blobs.read_into(sha256, content, Job())
        found[sha256] = content.getvalue()
    return found


def names(folder: Path) -> list[str]:
    """Return what lies in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
