"""A transaction and a MAC for rows that are derived from other rows and rebuilt if missing or altered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hrddesk.crypto import kdf
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated


@contextmanager
def writing(db: Connection) -> Iterator[None]:
    """Run the block in one transaction that is not entered in the history.

    Raise DiskFull, WriteFailed, VaultReadOnly.
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
    """Return the MAC of texts and bytes, each preceded by its length so that the boundaries are
    unambiguous.
    """
    raw = [piece.encode("utf-8") if isinstance(piece, str) else bytes(piece) for piece in pieces]
    return kdf.hmac_sha256(key, b"".join(len(piece).to_bytes(8, "little") + piece for piece in raw))
