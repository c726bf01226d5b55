"""Rows that follow from others, and are made anew where they are missing or altered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hrddesk.crypto import kdf
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated


@contextmanager
def writing(db: Connection) -> Iterator[None]:
    """Write in one transaction.

    It is no change: the history knows nothing of it. Raise DiskFull, WriteFailed, VaultReadOnly.
    """
    try:
        with translated(db):
            db.execute("BEGIN IMMEDIATE")
        yield
        with translated(db):
            db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def mac(key: bytes, *pieces: Any) -> bytes:
    """Return the MAC of texts and bytes, each with its length, so that none runs into the next."""
    raw = [piece.encode("utf-8") if isinstance(piece, str) else bytes(piece) for piece in pieces]
    return kdf.hmac_sha256(key, b"".join(len(piece).to_bytes(8, "little") + piece for piece in raw))
