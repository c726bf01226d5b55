"""Rows that are no records are covered by the history as records are."""

import hashlib
import json
from collections.abc import Iterator

import pytest
import sqlcipher3
from hypothesis import example, given
from hypothesis import strategies as st

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, canonical_json, new_id
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.ledger import COVERED, ERASED, Ledger, _Encoding
from hrddesk.store.exchange import contacts, identities, receipt_rows, reviews
from hrddesk.store.exchange.contacts import BundleRow, ClaimRow
from hrddesk.store.exchange.identities import OrganisationRow
from hrddesk.store.exchange.receipt_rows import Ask
from hrddesk.store.publications import protected_texts, publications, published_people
from hrddesk.store.publications.published_people import CountRow, PersonRow, Stood
from hrddesk.store.queries import dismissals
from hrddesk.store.queries.dismissals import Dismissal
from hrddesk.store.vault.check import Damage, check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

DIGEST = "0" * 64


@pytest.fixture
def filled(session: Session) -> Session:
    """A vault with a row in every covered table."""
    record = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a case")
    with session.store.change("test") as change:
        change.put(record)
        change.set_setting("lock.minutes", "5")
    with session.store.change("test"):
        db = session.store.db
        contact = contacts.add(db, "coordinator", b"f" * 32, "verified", "2020-01-01")
        contacts.add_card(db, contact, b"f" * 32, 1, b"card")
        bundle = contacts.add_bundle(db, _bundle(contact))
        number = publications.add(
            db,
            who="me",
            profile="{}",
            request="{}",
            labels="{}",
            model="{}",
            file="a.pdf",
            sha256=DIGEST,
            pages=1,
        )
        published_people.add_people(
            db,
            [
                PersonRow(
                    publication=number,
                    series=number,
                    party=record.id,
                    stood=Stood.CHOSEN,
                    noun="person",
                    number=0,
                )
            ],
        )
        published_people.add_removals(db, number, {record.id: "for the test"})
        session.store.protected_names.keep(number, record.id, [{"name": "Vero Lunt"}])
        published_people.add_answers(db, number, {"recognisable": "for the test"})
        published_people.add_counts(db, [CountRow(number, "{}", "total", 5)])
        db.execute("INSERT INTO identity VALUES (1, x'01', x'02', 1, NULL, NULL, NULL)")
        db.execute("INSERT INTO identity_epoch VALUES (1, x'03', 90)")
        reviews.add(db, bundle, [])
        dismissals.save(db, "a", Dismissal("as it is", "2020-01-01", (record.id,)))
        contacts.add_files(db, bundle, [record.id])
        contacts.set_claim(db, contact, ClaimRow(b"claim", "first-use", "2020-01-01"))
        receipt_rows.set_asks(db, contact, [Ask(record.id, "record", 0)])
        key = OrganisationRow(
            name="Heron", ed25519=b"07", mldsa65=b"08", since="2020-01-01", former=("ssh-ed25519 A",)
        )
        identities.save_organisation(db, key)
        db.execute("INSERT INTO review_note VALUES (1, 1, 'contacts', '{}')")
        db.execute("INSERT INTO backup VALUES (1, 0, '/a', 1, ?, 1, x'04', 'whole', NULL)", (DIGEST,))
        db.execute("INSERT INTO import_log VALUES (1, 's', 'kit', 1, 0, 0)")
        protected_texts.note(db, 1, record.id, "title", "a case", [(0, 1)])
    return session


@pytest.fixture
def outside(filled: Session) -> Iterator[Connection]:
    """A connection that notes nothing: as if a page had been put back."""
    db = filled._held.connect()
    yield db
    db.close()


def _bundle(contact: int) -> BundleRow:
    return BundleRow(
        num=0,
        id="b" * 32,
        outgoing=False,
        contact=contact,
        seq=1,
        kind="whole",
        day="2020-01-01",
        line="c" * 32,
        history_number=1,
        history_head=b"h" * 32,
    )


def _damage(session: Session) -> list[Damage]:
    return check(session.reader, session.alarms, Job()).damage


def test_what_was_written_by_the_program_is_ok(filled: Session) -> None:
    for table in (table for table, cover in COVERED.items() if not cover.grouped):
        assert filled.store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table
    assert _damage(filled) == []
    with filled.store.change("test"):
        contacts.set_state(filled.store.db, 1, "revoked", "2020-02-02")
        filled.store.db.execute("DELETE FROM protected_text")
    assert _damage(filled) == []


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE setting SET value = '9' WHERE name = 'lock.minutes'", "setting"),
        ("UPDATE identity SET serial = 0", "identity"),
        ("UPDATE identity_epoch SET seed = x'04'", "identity_epoch"),
        ("UPDATE contact SET state = 'first-use'", "contact"),
        ("UPDATE contact_key SET card = x'00'", "contact_key"),
        ("UPDATE contact_claim SET card = x'00'", "contact_claim"),
        ("UPDATE organisation SET name = 'x'", "organisation"),
        ("UPDATE organisation_former SET line = 'x'", "organisation_former"),
        ("UPDATE asked SET what = 'x'", "asked"),
        ("UPDATE dismissal SET reason = 'x'", "dismissal"),
        ("UPDATE bundle SET seq = 2", "bundle"),
        ("DELETE FROM file_sent", "contacts, reviews or settings"),
        ("UPDATE review SET state = 'accepted'", "review"),
        ("UPDATE review_note SET lines = 'x'", "review_note"),
        ("UPDATE import_log SET undone = 1", "import_log"),
        ("UPDATE protected_text SET spans = '[]'", "protected_text"),
        ("UPDATE publication SET labels = '[]'", "publication"),
        ("DELETE FROM protected_text", "contacts, reviews or settings"),
        ("INSERT INTO sent VALUES ('r', 'l', 1)", "sent"),
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_found(
    filled: Session, outside: Connection, sql: str, table: str
) -> None:
    outside.execute(sql)
    assert [(item.code, item.where) for item in _damage(filled)] == [("row", table)]


def test_a_revoked_contact_that_comes_back_is_found(filled: Session, outside: Connection) -> None:
    with filled.store.change("contact.revoked"):
        contacts.set_state(filled.store.db, 1, "revoked", "2020-02-02")
    assert _damage(filled) == []
    outside.execute("UPDATE contact SET state = 'verified', since = '2020-01-01'")
    (damage,) = _damage(filled)
    assert damage.where == "contact"
    assert "put back" in damage.message


def test_counters_cost_no_row_of_history(session: Session) -> None:
    before = session.store.history.head().number
    with session.store.change("test") as change:
        ref = change.next_ref(Kind.CASE)
        change.put(Record(kind=Kind.CASE, id=new_id()).with_fields(title="x", ref=ref))
    assert session.store.history.head().number == before + 1


def test_what_is_rolled_back_is_not_remembered(filled: Session) -> None:
    head = filled.store.history.head()
    with pytest.raises(ZeroDivisionError):
        _fail_after_writing(filled)
    with filled.store.change("test"):
        pass
    assert filled.store.history.head() == head
    assert _damage(filled) == []


def _fail_after_writing(session: Session) -> None:
    with session.store.change("test"):
        contacts.set_state(session.store.db, 1, "revoked", "2020-02-02")
        raise ZeroDivisionError


def test_what_was_forgotten_is_not_compared(filled: Session, outside: Connection) -> None:
    outside.execute("DELETE FROM history_content")
    outside.execute("UPDATE contact SET state = 'revoked'")
    outside.execute("DELETE FROM protected_text")
    found = {(item.code, item.where) for item in _damage(filled)}
    assert {code for code, _ in found} == {"record", "row"}  # a live record without its salt
    assert {where for code, where in found if code == "row"} == {ERASED}


def test_an_earlier_state_that_nobody_forgot_is_missed(filled: Session, outside: Connection) -> None:
    (record,) = filled.store.all(Kind.CASE)
    (entry,) = filled.store.history.of_record(record.id)
    with filled.store.change("test") as change:
        change.put(record.with_fields(title="another"))
    assert _damage(filled) == []
    outside.execute("DELETE FROM history_content WHERE num = ?", (entry.number,))
    assert [(item.code, item.where) for item in _damage(filled)] == [("row", ERASED)]


def test_keys_with_any_character_are_found_again(session: Session) -> None:
    name = 'it\'s "quoted" \\ 中文'
    before = {row_id for row_id, _, _ in session.store.ledger.states()}
    with session.store.change("test"):
        session.store.db.execute("INSERT INTO sent VALUES ('r', ?, 1)", (name,))
    (row_id,) = {row_id for row_id, _, _ in session.store.ledger.states()} - before
    (entry,) = session.store.history.of_record(row_id)
    assert session.store.history.content(entry.number) == b""  # digests only
    assert _damage(session) == []


def test_every_covered_table_is_there_with_its_key(session: Session) -> None:
    for table, cover in COVERED.items():
        rows = session.store.db.execute(f"PRAGMA table_info({table})").fetchall()
        if not cover.grouped:
            assert {row[1] for row in rows if row[5]} == set(cover.key), table


def test_a_reader_watches_nothing(session: Session) -> None:
    reader = session.reader()
    try:
        assert isinstance(reader.ledger, Ledger)
        names = reader.db.execute("SELECT name FROM temp.sqlite_master").fetchall()
    finally:
        reader.close()
    assert names == []


def test_rows_are_not_undone_with_an_act(filled: Session) -> None:
    record = Record(kind=Kind.PARTY, id=new_id())
    with filled.store.change("test") as change:
        change.put(record)
        change.set_setting("lock.minutes", "7")
    assert change.act is not None
    filled.store.undo(change.act, "undo")
    assert filled.store.find(record.id) is None
    assert filled.store.setting("lock.minutes") == "7"
    assert _damage(filled) == []


def test_alarms_are_kept_by_the_next_change(filled: Session) -> None:
    filled.store.alarms_to_keep = ("an older database was put back",)
    with filled.store.change("test"):
        pass
    assert filled.store.settings_of("alarm") == {"000": "an older database was put back"}


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=6, max_size=6),
    number=st.integers(-(2**63), 2**63 - 1),
)
@example(
    texts=["".join(map(chr, range(128))), "\"\\/'\x00\x7f", "\u2028\ufeff", "胡岚😀", "{}", "null"], number=0
)
def test_a_group_of_rows_has_the_state_that_its_rows_have(texts: list[str], number: int) -> None:
    db = sqlcipher3.connect(":memory:")
    db.execute("CREATE TABLE import_row (source, file, key, act, cells, a_column_that_came_later)")
    db.execute("INSERT INTO import_row VALUES (?,?,?,?,?,NULL)", (*texts[:3], number, texts[3]))
    db.execute("INSERT INTO import_row VALUES (?,?,?,?,?,NULL)", (*texts[3:], number, texts[0]))
    ledger = Ledger(db)
    names = ["source", "file", "key", "act", "cells", "a_column_that_came_later"]
    rows = ((*texts[:3], number, texts[3], None), (*texts[3:], number, texts[0], None))
    said = [canonical_json(["import_row", dict(zip(names, row, strict=True))]) for row in rows]
    digests = b"".join(sorted(hashlib.sha256(state).digest() for state in said))
    assert ledger._state("import_row", json.dumps([str(number)])) == digests
    db.close()


_VALUES = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.binary(max_size=40)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
)


@given(row=st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True), _VALUES))
def test_the_state_of_a_row_is_its_canonical_json(row: dict[str, str | int | bytes | None]) -> None:
    plain = {name: value.hex() if isinstance(value, bytes) else value for name, value in row.items()}
    encode = _Encoding("contact", list(row))
    for _ in range(2):
        assert encode(list(row.values())) == canonical_json(["contact", plain])
