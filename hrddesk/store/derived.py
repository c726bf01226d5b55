"""Tables that follow from others, and are made anew where they are missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Any

from hrddesk.crypto import kdf
from hrddesk.store.database import Connection, translated


def exists(db: Connection, table: str) -> bool:
    """Tell whether a vault has such a table: an older one gets it when it is first written to."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


@contextmanager
def writing(db: Connection, schema: str) -> Iterator[None]:
    """Write in one transaction, in which the tables of a file of this package are there.

    It is no change: the history knows nothing of it. Raise DiskFull, WriteFailed, VaultReadOnly.
    """
    try:
        with translated(db):
            db.execute("BEGIN IMMEDIATE")
            text = resources.files("hrddesk.store").joinpath(schema).read_text("utf-8")
            for statement in text.split(";\n"):
                if statement.strip():
                    db.execute(statement)
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
