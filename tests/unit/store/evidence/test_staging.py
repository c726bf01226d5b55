"""The evidence files of a review in their table."""

from io import BytesIO

import pytest

from hrddesk.store.database.connection import Connection
from hrddesk.store.evidence import staging
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.exchange import contacts, reviews
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

A, B = "a" * 64, "b" * 64


@pytest.fixture
def db(session: Session) -> Connection:
    return session.store.db


@pytest.fixture
def number(db: Connection) -> int:
    """A review of one bundle."""
    contact = contacts.add(db, "two", bytes(32), "verified", "2026-01-31")
    row = BundleRow(
        num=0,
        id="0" * 32,
        outgoing=False,
        contact=contact,
        seq=1,
        kind="whole",
        day="2026-01-31",
        line="5" * 32,
        history_number=17,
        history_head=bytes(32),
    )
    return reviews.add(db, contacts.add_bundle(db, row), ())


def test_staged_files_move_into_the_vault_and_back(db: Connection, number: int) -> None:
    small, large = Blob(A, 3, None, None, b"abc"), Blob(B, 100_000, "f" * 32, b"key", None)
    assert staging.stage(db, number, small)
    assert staging.stage(db, number, large)
    assert not staging.stage(db, number, small)
    assert staging.staged(db, number) == [small, large]
    staging.move(db, number, B)
    assert (staging.staged(db, number), staging.moved(db, number)) == ([small], [B])
    row = db.execute("SELECT size, file_id, wrapped_key, content FROM blob WHERE sha256 = ?", (B,)).fetchone()
    assert row == (100_000, "f" * 32, b"key", None)
    kept = db.execute(
        "SELECT file_id, wrapped_key, content FROM staged_blob WHERE sha256 = ?", (B,)
    ).fetchone()
    assert kept == (None, None, None)
    staging.move_back(db, number, B)
    assert staging.staged(db, number) == [small, large]
    assert db.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    staging.move(db, number, A)
    db.execute("DELETE FROM blob")
    staging.move_back(db, number, A)
    assert (staging.staged(db, number), staging.moved(db, number)) == ([large], [])
    staging.unstage(db, number)
    assert staging.staged(db, number) == []


def test_a_staged_file_that_is_gone_is_damage(session: Session, db: Connection, number: int) -> None:
    key = session.store.blobs.seal(BytesIO(bytes(100_000)), Job()).wrapped_key
    staging.stage(db, number, Blob(B, 100_000, "f" * 32, key, None))
    assert session.store.blobs.damaged(Job()) == [B]


def test_what_no_record_speaks_of(db: Connection) -> None:
    assert not staging.speaks_of(db, A)
