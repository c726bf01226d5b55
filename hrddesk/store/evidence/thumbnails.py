"""Thumbnails of evidence, each made once, stored in the database and deleted together with their content."""

import hmac
from collections.abc import Callable
from typing import Final

from hrddesk.crypto import kdf
from hrddesk.store.database import derived_rows
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.evidence.blobs import SMALL

_LABEL: Final = b"hrddesk thumbnails"


class Thumbnails:
    """The thumbnails of an open vault, as pictures that the caller encoded. An altered one
    counts as missing.
    """

    def __init__(self, db: Connection, history_key: bytes) -> None:
        self._db = db
        self._key = kdf.hmac_sha256(history_key, _LABEL)

    def get(self, sha256: str) -> bytes | None:
        """Return the thumbnail of the content with this hash, or None if there is none."""
        with translated():
            row = self._db.execute(
                "SELECT picture, mac FROM thumbnail WHERE sha256 = ?", (sha256,)
            ).fetchone()
        return bytes(row[0]) if row is not None and self._holds(sha256, *row) else None

    def keep(self, sha256: str, picture: bytes) -> None:
        """Store the thumbnail of a content that is in the vault; a picture larger than 64 KiB
        is not stored.
        """
        if len(picture) > SMALL:
            return
        with derived_rows.writing(self._db):
            self._db.execute(
                "INSERT OR REPLACE INTO thumbnail SELECT sha256, ?, ? FROM blob WHERE sha256 = ?",
                (picture, derived_rows.mac(self._key, sha256, picture), sha256),
            )

    def is_as_written(self, look: Callable[[], None]) -> bool:
        """Tell whether every thumbnail is unaltered; `look` is called for each."""
        for sha256, picture, mac in self._db.execute("SELECT sha256, picture, mac FROM thumbnail"):
            look()
            if not self._holds(sha256, picture, mac):
                return False
        return True

    def _holds(self, sha256: str, picture: bytes, mac: bytes) -> bool:
        return hmac.compare_digest(derived_rows.mac(self._key, sha256, picture), mac)
