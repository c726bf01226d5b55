"""The file `drafts.bin` with unsaved form contents. It is sealed, replaced as a whole, never in the database.

    8 bytes HRDDRAFT, 2 version (little-endian), 6 zero; then nonce, AES-256-GCM, tag over
    4 bytes length (little-endian), JSON, zeros up to the next of 64 KiB, 128 KiB, 256 KiB ...

The associated data are the first 16 bytes and the vault's id. Without unsaved content there is no file. An
unreadable file is kept under another name, since a person may be able to read it, and it never prevents
opening the vault. An older file that is put back only offers older drafts again, and each draft names the
record version from which it was begun.
"""

import json
import os
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Final

from hrddesk.crypto.evidence_stream import SealBroken, open_small, seal_small
from hrddesk.errors import DraftsUnreadable, WriteFailed
from hrddesk.errors.translatable import Translatable
from hrddesk.system import files

NAME: Final = "drafts.bin"
MOST_BYTES: Final = 1 << 28
"""The greatest file size that is read or written: nobody types 256 MiB."""

NEXT: Final = "drafts.next"
"""The file of the drafts under the next data key, while the key is changed."""
_NEW: Final = NAME + files.REPLACEMENT  # what files.replace leaves when it is killed
_ASIDE: Final = "drafts.damaged"
_MAGIC: Final = b"HRDDRAFT"
_VERSION: Final = 1
_HEADER: Final = struct.Struct("<8sH6x")
_LENGTH: Final = struct.Struct("<I")
_SEAL: Final = 28  # nonce and tag
_LEAST: Final = 1 << 16

Drafts = Sequence[Mapping[str, Any]]
"""Drafts as JSON values; their meaning is known to the forms."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The stored drafts; `trouble` is None, or the error if the file was unreadable and set aside."""

    drafts: list[dict[str, Any]]
    trouble: DraftsUnreadable | None = None


class DraftFile:
    """The drafts of one open vault. Any thread may use it; one call waits for the other."""

    def __init__(self, folder: Path, key: bytes, vault_id: bytes) -> None:
        self._path = folder / NAME
        self._key = key
        self._vault_id = vault_id
        self._lock = RLock()
        self._settled = False
        self._gone: Callable[[Mapping[str, Any]], bool] | None = None

    def load(self) -> Loaded:
        """Return the drafts that were saved last; an unreadable file is set aside and reported."""
        with self._lock:
            self._settle_once()
            try:
                return Loaded(self._read(self._path, self._key))
            except FileNotFoundError:
                return Loaded([])
            except OSError as error:
                why = error.strerror or ""
            except _Unreadable as error:
                why = error.args[0]
            return Loaded([], DraftsUnreadable(why=why, path=self._keep_aside()))

    def save(self, drafts: Drafts) -> None:
        """Replace the file; a kill leaves either the old or the new drafts. Raise DiskFull, WriteFailed."""
        with self._lock:
            self._settle_once()
            drafts = [draft for draft in drafts if not self.is_purged(draft)]
            with files.told(self._path):
                if drafts:
                    files.replace(self._path, self._sealed(self._key, drafts))
                else:
                    self._remove()

    def purge(self, is_gone: Callable[[Mapping[str, Any]], bool]) -> None:
        """Remove the drafts for which `is_gone` returns true, and all files that were set aside.

        Until `end_purge` is called, `save` leaves the removed drafts out: an open form may still have them in
        memory and pass them to `save`. Raise DiskFull, WriteFailed.
        """
        with self._lock:
            remaining = [draft for draft in self.load().drafts if not is_gone(draft)]
            self.erase()
            self._gone = is_gone
            self.save(remaining)

    def is_purged(self, draft: Mapping[str, Any]) -> bool:
        """Tell whether a draft was removed by `purge` and must not be stored again."""
        return self._gone is not None and self._gone(draft)

    def end_purge(self) -> None:
        """Let `save` store all drafts again: no form has the removed ones any more."""
        self._gone = None

    def erase(self) -> None:
        """Remove all drafts, and the files that were set aside; raise WriteFailed."""
        with self._lock, files.told(self._path):
            self._remove(*self._path.parent.glob(_ASIDE + "*"))

    def _remove(self, *more: Path) -> None:
        for path in (*(self._path.with_name(name) for name in (NAME, NEXT, _NEW)), *more):
            path.unlink(missing_ok=True)
        files.sync_folder(self._path.parent)

    @contextmanager
    def resealing(self, new_key: bytes) -> Iterator[None]:
        """Encrypt the drafts with `new_key`, while the block replaces the key of the whole vault.

        While the block runs, there is a file for the old key and one for the new key: after a kill, one of
        them can be decrypted. If the block raises, the old file stays in use. `save` waits for the end of the
        block.
        """
        beside = self._path.with_name(NEXT)
        with self._lock:
            drafts = self.load().drafts
            if drafts:
                with files.told(self._path):
                    files.replace(beside, self._sealed(new_key, drafts))
            try:
                yield
            except BaseException:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
                raise
            self._key = new_key
            self._settle()

    def _settle_once(self) -> None:
        if not self._settled:
            self._settle()

    def _settle(self) -> None:
        """Finish or discard an interrupted change of keys, and an interrupted replacement of the file."""
        beside = self._path.with_name(NEXT)
        self._settled = True
        with suppress(OSError):
            self._path.with_name(_NEW).unlink(missing_ok=True)
            beside.with_name(NEXT + files.REPLACEMENT).unlink(missing_ok=True)
            try:
                self._read(beside, self._key)
            except FileNotFoundError:
                return
            except (OSError, _Unreadable):
                beside.unlink()
            else:
                beside.replace(self._path)
            files.sync_folder(self._path.parent)

    def _read(self, path: Path, key: bytes) -> list[dict[str, Any]]:
        with files.open_regular(path) as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise _Unreadable(Translatable("it is larger than any that this program writes"))
        if len(raw) < _HEADER.size or not raw.startswith(_MAGIC):
            raise _Unreadable(Translatable("it does not begin as drafts.bin does"))
        if raw[: _HEADER.size] != _HEADER.pack(_MAGIC, _VERSION):
            raise _Unreadable(Translatable("it was written by another version of this program"))
        header = raw[: _HEADER.size]
        try:
            padded = open_small(key, raw[_HEADER.size :], header + self._vault_id)
        except SealBroken:
            raise _Unreadable(Translatable("it is damaged, or belongs to another vault")) from None
        (length,) = _LENGTH.unpack_from(padded)
        drafts = json.loads(padded[_LENGTH.size : _LENGTH.size + length].decode("utf-8", "surrogatepass"))
        return [dict(draft) for draft in drafts]

    def _sealed(self, key: bytes, drafts: Drafts) -> bytes:
        plain = json.dumps([dict(draft) for draft in drafts], ensure_ascii=False, separators=(",", ":"))
        content = plain.encode("utf-8", "surrogatepass")  # half a character may stand in a field
        size, total = _LEAST, _HEADER.size + _SEAL + _LENGTH.size + len(content)
        while size < total:
            size *= 2
        if size > MOST_BYTES:
            raise WriteFailed(path=NAME, why=Translatable("more was typed than it takes"))
        padding = bytes(size - total)
        header = _HEADER.pack(_MAGIC, _VERSION)
        return header + seal_small(
            key, _LENGTH.pack(len(content)) + content + padding, header + self._vault_id
        )

    def _keep_aside(self) -> str:
        """Rename the unreadable file and return its new name, or its old name if renaming fails."""
        aside, number = self._path.with_name(_ASIDE), 1
        while os.path.lexists(aside):
            number += 1
            aside = self._path.with_name(f"{_ASIDE}.{number}")
        try:
            self._path.rename(aside)
        except OSError:
            return NAME
        return aside.name


class _Unreadable(Exception):
    """A file that `save` did not write with this key for this vault; the argument is the reason."""
