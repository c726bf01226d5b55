"""A vault of an earlier version is migrated when it is opened to write. There is none yet: one is made up."""

import pytest

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import VaultTooNew
from hrddesk.records.model.kinds import Kind
from hrddesk.store.database import schema
from hrddesk.store.database.connection import Connection
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE

SECRET = PassphraseSecret(PASSPHRASE)


def _to_2(db: Connection) -> None:
    """Give every entry in the list of imports a word, which changes rows that the history covers."""
    db.execute("ALTER TABLE import_log ADD COLUMN word TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE import_log SET word = 'first'")


def _to_3(db: Connection) -> None:
    db.execute("UPDATE import_log SET word = word || ', then'")


@pytest.fixture
def left(session: Session) -> Session:
    """A closed vault of version 1 with an import in it."""
    with session.store.change("test"):
        session.store.db.execute("INSERT INTO import_log VALUES (1, 's', 'kit', 1, 0, 0)")
    session.close()
    return session


def _version_is(monkeypatch: pytest.MonkeyPatch, *migrations: schema.Migration) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", 1 + len(migrations))


def test_the_version_is_the_one_that_the_migrations_lead_to() -> None:
    assert len(schema.MIGRATIONS) + 1 == schema.SCHEMA_VERSION


@pytest.mark.parametrize(
    ("migrations", "word"), [((_to_2,), "first"), ((_to_2, _to_3), "first, then")], ids=["2", "3"]
)
def test_an_earlier_version_is_migrated_once(
    left: Session, monkeypatch: pytest.MonkeyPatch, migrations: tuple[schema.Migration, ...], word: str
) -> None:
    _version_is(monkeypatch, *migrations)
    with Session.open(left.folder, SECRET) as opened:
        assert opened.store.db.execute("SELECT word FROM import_log").fetchall() == [(word,)]
        assert not schema.is_older(opened.store.db)
        assert opened.alarms == []
        assert check(opened.reader, [], Job()).ok
        head = opened.store.history.head()
    with Session.open(left.folder, SECRET) as again:
        assert again.store.history.head() == head
        assert again.store.ids(Kind.CASE) == []


def test_a_migration_that_fails_leaves_the_vault_as_it_was(
    left: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(db: Connection) -> None:
        _to_2(db)
        raise ZeroDivisionError

    with monkeypatch.context() as meanwhile:
        _version_is(meanwhile, fails)
        with pytest.raises(ZeroDivisionError):
            Session.open(left.folder, SECRET)
    with Session.open(left.folder, SECRET) as opened:
        assert opened.store.db.execute("SELECT * FROM import_log").fetchall() == [(1, "s", "kit", 1, 0, 0)]
        assert check(opened.reader, opened.alarms, Job()).ok


def test_a_migration_does_not_cover_an_alarm(left: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (left.folder / "db.sqlite").read_bytes()
    with Session.open(left.folder, SECRET) as opened, opened.store.change("test") as change:
        change.set_setting("lock.minutes", "5")
    (left.folder / "db.sqlite").write_bytes(before)
    _version_is(monkeypatch, _to_2)
    for _ in range(2):
        with Session.open(left.folder, SECRET) as opened:
            assert len(opened.alarms) == 1
            assert opened.store.db.execute("SELECT word FROM import_log").fetchall() == [("first",)]


def test_a_later_version_is_refused(left: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        _version_is(later, _to_2)
        Session.open(left.folder, SECRET).close()
    with pytest.raises(VaultTooNew):
        Session.open(left.folder, SECRET)
