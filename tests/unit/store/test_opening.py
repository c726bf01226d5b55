"""What an older program left is brought up to date when the vault is opened to write."""

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store import schema
from hrddesk.store.check import check
from tests import earlier_vaults

SECRET = PassphraseSecret("granite lantern orbit velvet")


def _left_by_version_1(session: Session) -> Record:
    """Leave a vault as the first version did: without the other words of records in the index."""
    case = Record(Kind.CASE, new_id()).with_fields(narrative="by the weir")
    case = case.with_elements("tags", [{"text": "寻衅滋事"}])
    with session.store.change("test") as change:
        change.put(case)
    session.store.search.forget_words(case)
    earlier_vaults.names_in_rows(session, 1)
    return case


def test_the_words_of_records_come_into_the_index_once(session: Session) -> None:
    case = _left_by_version_1(session)
    assert schema.is_older(session.store.db)
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        assert list(opened.store.search.by_words("寻衅", list)) == [case.id]
        assert not schema.is_older(opened.store.db)
        assert check(opened.reader, opened.alarms, Job()).ok
        head = opened.store.history.head()
    with Session.open(session.folder, SECRET) as again:
        assert again.store.history.head() == head


def test_an_index_of_an_older_program_that_nobody_brought_up_to_date_is_no_damage(session: Session) -> None:
    case = _left_by_version_1(session)
    assert check(session.reader, [], Job()).ok  # as where the vault can only be read
    assert list(session.store.search.by_words("寻衅", list)) == []
    session.store.search.pack_names()
    session.store.db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    assert not check(session.reader, [], Job()).ok
    session.store.search.index_words(case, None)
    assert check(session.reader, [], Job()).ok


def test_names_of_version_2_are_packed_once(session: Session) -> None:
    people = [Record(Kind.PARTY, new_id()).with_elements("names", [{"name": "胡岚" * 20}]) for _ in range(60)]
    with session.store.change("test") as change:
        for party in people:
            change.put(party)
    earlier_vaults.names_in_rows(session, 2)
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []
        assert set(opened.store.search.by_name("岚胡")) == {party.id for party in people}
        assert not schema.is_older(opened.store.db)
        rows = opened.store.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_name'").fetchall()
        assert rows == []
        assert check(opened.reader, opened.alarms, Job()).ok
        head = opened.store.history.head()
    with Session.open(session.folder, SECRET) as again:
        assert again.store.history.head() == head


def test_a_vault_of_version_3_is_called_newer_and_nothing_else(session: Session) -> None:
    party = Record(Kind.PARTY, new_id()).with_elements("names", [{"name": "胡岚"}])
    with session.store.change("test") as change:
        change.put(party)
    session.store.db.execute("PRAGMA user_version = 3")
    assert schema.has_name_pages(session.store.db)
    head = session.store.history.head()
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        assert not schema.is_older(opened.store.db)
        assert opened.store.history.head() == head
        assert list(opened.store.search.by_name("胡岚")) == [party.id]
        assert check(opened.reader, opened.alarms, Job()).ok
