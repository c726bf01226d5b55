"""Whatever table there is: a row of it that is missing, or not as it was written, is found by the check.

The tables are asked of the database itself, so that one that is added later is attacked here too, and fails
until something covers it.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.store.database import ledger, schema
from hrddesk.store.database.connection import Connection
from hrddesk.store.evidence import custody, file_origins, staging
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.exchange import bundle_lines, contacts, identities, receipt_rows, reviews
from hrddesk.store.exchange.contacts import BundleRow, ClaimRow
from hrddesk.store.exchange.identities import OrganisationRow
from hrddesk.store.exchange.receipt_rows import Ask
from hrddesk.store.publications import protected_texts, publications, published_people
from hrddesk.store.publications.published_people import CountRow, PersonRow, Stood
from hrddesk.store.queries import dismissals
from hrddesk.store.queries.dismissals import Dismissal
from hrddesk.store.records import imports, outgoing
from hrddesk.store.vault.check import CheckReport, check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import kills
from tests.filled import full_record, saying

DIGEST: Final = "0" * 64
NOT_ATTACKED: Final = {
    "search_text": "the name under which its parts are asked; they are attacked",
    "search_text_idx": "where a page of the index begins: of no consequence while there is one page only,"
    " as here; tests/unit/store/queries/test_search.py has more",
    "state_dictionary": "the program has its own; with another one, states do not unpack",
    "search_text_config": "the number of the format, without which the index does not open at all",
}
NOT_COVERED: Final = {
    ("record", "num"): "the order in which records came; no row ever changes it",
    ("blob", "wrapped_key"): "of a file in att/, which does not open with another one; here lies a small one",
    ("staged_blob", "wrapped_key"): "the same",
    ("person_status", "rules"): "with other ones, nobody looks the status up, and it is made anew",
    ("person_status", "first"): "a day from which the same status holds, or it is found",
}
MADE_ANEW: Final = {"thumbnail", "person_status"}
"""Tables whose rows may be missing: whoever looks has them made again."""
COMPUTED: Final = ("_first", "_last")  # days computed from a date that stands in the same row
CHOSEN: Final = {
    "setting": "name = 'lock.minutes'",  # the others of a new vault never change
    "history": "num = (SELECT max(num) FROM history)",
    "history_content": "num = (SELECT min(num) FROM history_content WHERE state <> x'')",
    "record": "deleted = 0",
    "search_text_data": "id > 10",  # the two rows before are counts and the list of segments
}
OTHERS: Final = {"kind": "forward", "deleted": 1}
"""What else such a column may hold; anything else there would not be readable."""


READ_ALIKE: Final = (
    {schema.table_of(kind) for kind in Kind}
    | {schema.list_table(kind, item.name) for kind, spec in SPECS.items() for item in spec.lists}
    | {table for table, cover in ledger.COVERED.items() if cover.columns == "*"}
)


@pytest.fixture
def filled(session: Session) -> Session:
    """A vault with a row in every table."""
    store = session.store
    small = Blob(hashlib.sha256(b"abc").hexdigest(), 3, None, None, b"abc")
    records = [_full(kind) for kind in Kind]
    with store.change("test") as change:
        for record in records:
            change.put(record)
        change.set_setting("lock.minutes", "5")
    with store.change("test") as change:
        change.put(records[0].with_fields(title="another"))
        change.note(records[0].id, "seen")
    with store.change("import") as change:
        db = store.db
        contact = contacts.add(db, "coordinator", b"f" * 32, "verified", "2020-01-01")
        contacts.add_card(db, contact, b"f" * 32, 1, b"card")
        contacts.set_claim(db, contact, ClaimRow(b"claim", "verified", "2020-01-01"))
        receipt_rows.set_asks(db, contact, [Ask(records[0].id, "record", 0)])
        key = OrganisationRow(
            name="Heron", ed25519=b"07", mldsa65=b"08", since="2020-01-01", former=("ssh-ed25519 A",)
        )
        identities.save_organisation(db, key)
        came = BundleRow(
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
        bundle = contacts.add_bundle(db, came)
        contacts.add_files(db, bundle, [records[0].id])
        review = reviews.add(db, bundle, [])
        reviews.add_lines(db, review, [(records[0].id, "{}")])
        staging.stage(db, review, small)
        bundle_lines.add(db, review, bundle_lines.About.CONTACTS, ["{}"])
        words = dict.fromkeys(("who", "profile", "request", "labels", "model", "file"), "{}")
        number = publications.add(db, **words, sha256=DIGEST, pages=1)
        published_people.add_people(
            db,
            [
                PersonRow(
                    publication=number,
                    series=number,
                    party=records[0].id,
                    stood=Stood.CHOSEN,
                    noun="person",
                    number=0,
                )
            ],
        )
        published_people.add_removals(db, number, {records[0].id: "for the test"})
        store.protected_names.keep(number, records[0].id, [{"name": "Vero Lunt"}])
        published_people.add_answers(db, number, {"recognisable": "for the test"})
        published_people.add_counts(db, [CountRow(number, "{}", "total", 5)])
        db.execute("INSERT INTO identity VALUES (1, x'01', x'02', 1, x'05', x'06', 2)")
        db.execute("INSERT INTO identity_epoch VALUES (1, x'03', 90)")
        db.execute("INSERT INTO backup VALUES (1, 0, '/a', 1, ?, 1, x'04', 'whole', NULL)", (DIGEST,))
        imported = imports.Imports(db)
        imported.add(1, "s", "kit", 1)
        imported.remember(1, "s", "cases", "1", {"title": "x"})
        dismissals.save(db, "a", Dismissal("as it is", "2020-01-01", (records[0].id,)))
        outgoing.note_sent(db, session.line, {records[0].id: 2})
        data = b"a small file"
        blob = store.blobs.seal(_Source(data), Job())
        store.blobs.keep(blob)
        file_origins.note(db, [(records[0].id, blob.sha256)])
        protected_texts.note(db, 1, records[0].id, "title", "a title", [(2, 7)])
        custody.add_claims(db, review, records[0].id, [], [])
    store.thumbnails.keep(blob.sha256, b"pixels")
    statuses.keep_current(store)
    return session


class _Source:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int, /) -> bytes:
        piece, self._data = self._data[:size], self._data[size:]
        return piece


def _full(kind: Kind) -> Record:
    """Return a record with something in every field and in every list of its kind."""
    record = full_record(kind, new_id(), _value).with_visibility(Visibility.SECRET)
    return Record.from_json(record.to_json())


def _value(field: FieldSpec) -> Value:
    is_long = field.type is FieldType.LONG
    return "a text that the search finds" if is_long else saying("some {}", RecordId("0" * 32))(field)


@pytest.fixture
def outside(filled: Session) -> Iterator[Connection]:
    """A connection that notes nothing: as if a page had been put back."""
    db = filled._held.connect()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    yield db
    db.close()


def _is_found(session: Session, table: str = "blob") -> bool:
    whole = table in ("blob", "staged_blob", "long_text") or table.startswith("search_")
    return not _check(session, with_evidence=whole).ok


def _check(session: Session, *, with_evidence: bool = True) -> CheckReport:
    standing = statuses.are_as_made
    return check(session.reader, session.alarms, Job(), with_evidence=with_evidence, statuses=standing)


def _other(column: str, kind: str, value: Any) -> Any:
    if column in OTHERS:
        return OTHERS[column] if value != OTHERS[column] else "source"
    if kind == "INTEGER":
        return 0 if value == 1 else (value or 0) + 1000  # a flag, perhaps
    if kind == "BLOB":
        return bytes([(value or b"\0")[0] ^ 1]) + (value or b"\0")[1:]
    return f"{value or ''}x"


def _put_back(db: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    db.execute("BEGIN")
    db.execute(f"DELETE FROM {table}")
    marks = ",".join("?" * len(rows[0]))
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    db.execute("COMMIT")


@pytest.mark.timeout(300)
def test_a_row_of_any_table_that_is_missing_or_altered_is_found(filled: Session, outside: Connection) -> None:
    assert not _is_found(filled)
    tables = outside.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    missed = []
    for (table,) in tables:
        if table in NOT_ATTACKED:
            continue
        described = outside.execute(f"PRAGMA table_info({table})").fetchall()
        rows = outside.execute(f"SELECT * FROM {table}").fetchall()
        where = CHOSEN.get(table, "1")
        chosen = outside.execute(f"SELECT * FROM {table} WHERE {where} LIMIT 1").fetchone()
        assert chosen is not None, f"{table} is empty here: give it a row"
        keys = {row[1]: chosen[row[0]] for row in described if row[5]}
        here = " AND ".join(f'"{name}" IS ?' for name in keys)
        outside.execute(f"DELETE FROM {table} WHERE {here}", tuple(keys.values()))
        if not _is_found(filled, table) and table not in MADE_ANEW:
            missed.append(table)
        _put_back(outside, table, rows)
        if table.startswith("search_text_"):
            continue  # its columns are the index's own
        # Where one reader takes all columns alike, one stands for all, unless everything is asked for.
        for number, column, kind, *_ in (
            described[-1:] if table in READ_ALIKE and not kills.FULL else described
        ):
            if (table, column) in NOT_COVERED or (column.endswith(COMPUTED) and kind == "INTEGER"):
                continue
            values = (_other(column, kind, chosen[number]), *keys.values())
            sql = f'UPDATE {table} SET "{column}" = ? WHERE {here}'
            outside.execute(sql, values)
            if not _is_found(filled, table):
                missed.append(f"{table}.{column}")
            _put_back(outside, table, rows)
    assert not missed, missed
    assert not _is_found(filled)


def test_a_counter_that_went_back_is_found(filled: Session, outside: Connection) -> None:
    outside.execute("UPDATE setting SET value = '1' WHERE name = 'counter'")
    assert [item.where for item in _check(filled).damage] == ["setting"]
