"""The chain of the history: each row proves those before it, and says who did what, to what, and when."""

import time

import pytest

from hrddesk.errors import DatabaseDamaged
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.database.history import History, HistoryEntry, _octets, digest, link
from hrddesk.store.vault.session import Session

STATES = [(new_id(), Kind.CASE, f'{{"record": {{"number": {number}}}}}'.encode()) for number in range(3)]


def _at(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    monkeypatch.setattr(time, "time", lambda: float(seconds))


def _put(session: Session, what: str, *records: Record) -> None:
    with session.store.change(what) as change:
        for record in records:
            change.put(record)


def _case(title: str = "a mill") -> Record:
    return Record(kind=Kind.CASE, id=new_id()).with_fields(title=title)


def _entries(history: History, *ids: RecordId) -> list[HistoryEntry]:
    return [entry for record_id in ids for entry in history.of_record(record_id)]


@pytest.mark.parametrize("at_once", [False, True])
def test_each_row_is_chained_to_the_one_before(session: Session, *, at_once: bool) -> None:
    history, key = session.store.history, bytes.fromhex(session.store.setting("history_key") or "")
    db, head = session.store.db, session.store.history.head()
    start = head
    if at_once:
        head = history.append(head, None, "K7QX", "test", STATES)
    else:
        for each in STATES:
            head = history.append(head, start.number + 1, "K7QX", "test", [each])
    assert history.head() == head
    mac, salts = start.mac, set[bytes]()
    entries = _entries(history, *(state[0] for state in STATES))
    for entry, (record_id, _, state) in zip(entries, STATES, strict=True):
        assert (entry.act, entry.who, entry.what) == (start.number + 1, "K7QX", "test")
        assert abs(entry.time - time.time()) < 60
        mac = link(key, mac, entry)
        assert mac == entry.mac
        sql = "SELECT salt FROM history_content WHERE num = ?"
        (salt,) = db.execute(sql, (entry.number,)).fetchone()
        assert digest(bytes(salt), record_id, state) == entry.digest
        assert history.content(entry.number) == state
        salts.add(bytes(salt))
    assert head.mac == mac
    assert {len(salt) for salt in salts} == {16}
    assert len(salts) == 3  # none tells that two states are equal


def test_rows_at_once_may_belong_to_an_act_that_began_before(session: Session) -> None:
    history = session.store.history
    history.append(history.head(), 1, "K7QX", "test", STATES)
    assert {entry.act for entry in _entries(history, *(state[0] for state in STATES))} == {1}
    assert history.append(history.head(), None, "K7QX", "test", []) == history.head()


def test_what_changed_since_a_time(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    history, (first, second, third) = session.store.history, (_case(), _case(), _case())
    for seconds, record in ((1_000, first), (2_000, second), (3_000, third)):
        _at(monkeypatch, seconds)
        _put(session, "test", record)
    assert history.changed_since(0) == {first.id, second.id, third.id}
    assert history.changed_since(1_000) >= {first.id, second.id, third.id}
    assert history.changed_since(1_001) == history.changed_since(2_000) == {second.id, third.id}
    assert history.changed_since(3_001) == set()
    number = history.of_record(second.id)[0].number
    assert history.records_since(number) == {third.id}
    assert history.records_since(number - 1) == {second.id, third.id}


def test_when_an_act_was_last_done(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert session.store.history.last_time("backup") is None
    for seconds, what in ((1_000, "case.created"), (2_000, "backup.made"), (3_000, "case.edited")):
        _at(monkeypatch, seconds)
        _put(session, what, _case())
    assert session.store.history.last_time("backup.") == 2_000
    assert session.store.history.last_time("case.") == 3_000
    assert session.store.history.last_time("restore.") == 1_000  # since then it could have been done


def test_what_every_record_was_at_a_time(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone, history = _case("before"), _case("gone"), session.store.history
    _at(monkeypatch, 1_000)
    _put(session, "test", kept, gone, Record(kind=Kind.PARTY, id=new_id()))
    _at(monkeypatch, 2_000)
    _put(session, "test", kept.with_fields(title="after"))
    with session.store.change("test") as change:
        change.delete(gone.id)

    def titles(seconds: int) -> list[str | None]:
        found = history.states_at(Kind.CASE, seconds)
        return [None if state is None else state["fields"]["title"] for _, state in found]

    assert titles(999) == []
    assert titles(1_000) == ["before", "gone"]
    assert titles(2_000) == ["after"]
    assert [since for since, _ in history.states_at(Kind.CASE, 1_500)] == [1_000, 1_000]
    assert [state["fields"]["title"] for state in history.states(kept.id)] == ["before", "after"]
    assert [state["fields"]["title"] for state in history.states(gone.id)] == ["gone"]
    first, last = history.of_record(kept.id)
    with session.store.change("test"):
        history.erase(kept.id, last.number)
    assert (history.content(first.number), titles(1_000)) == (None, [None, "gone"])
    assert titles(2_000) == ["after"]
    with session.store.change("test"):
        history.erase(kept.id)
    assert titles(2_000) == [None]
    assert session.store.history.head_at(first.number) is not None  # the chain holds


def test_a_record_whose_latest_state_is_missing_has_no_version_to_go_on_from(session: Session) -> None:
    record = _case()
    _put(session, "test", record)
    session.store.db.execute("DELETE FROM history_content")
    with pytest.raises(DatabaseDamaged):
        session.store.version(record.id)
    with pytest.raises(DatabaseDamaged):
        _put(session, "test", record.with_fields(title="a weir"))
    assert session.store.get(record.id) == record


def test_what_an_older_page_holds_in_place_of_a_mac_agrees_with_nothing() -> None:
    """No statement can write it: a page that was put back gives rows of another time, or of another table."""
    assert [_octets(value) for value in (b"mac", None, 7, "mac")] == [b"mac", b"", b"", b""]
