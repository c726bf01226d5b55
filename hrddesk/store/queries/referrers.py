"""Queries for the records that refer to a record."""

from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection

_OF_CODES: Final = (
    "SELECT id FROM event WHERE ?1 IN (type, measure, facility) UNION SELECT id FROM relation WHERE type = ?1"
    " UNION SELECT owner FROM event_term WHERE term = ?1 UNION SELECT owner FROM charge WHERE term = ?1"
    " UNION SELECT owner FROM party_term WHERE term = ?1 UNION SELECT owner FROM penalty WHERE kind = ?1"
    " UNION SELECT owner FROM case_party WHERE role = ?1 UNION SELECT owner FROM event_party WHERE role = ?1"
    " UNION SELECT owner FROM event_link WHERE type = ?1 UNION SELECT id FROM place WHERE kind = ?1"
    " UNION SELECT owner FROM party_name WHERE kind = ?1 UNION SELECT id FROM source WHERE type = ?1"
    " UNION SELECT id FROM party WHERE kind = ?1 OR sex = ?1 OR ethnicity = ?1"
    " UNION SELECT id FROM event WHERE assertion = ?1 UNION SELECT id FROM figure WHERE kind = ?1"
    " UNION SELECT id FROM source WHERE reliability = ?1 UNION SELECT id FROM citation WHERE stance = ?1"
    " UNION SELECT id FROM evidence WHERE others = ?1"
    " UNION SELECT owner FROM evidence_about WHERE how = ?1"
    " UNION SELECT owner FROM report_block WHERE kind = ?1 OR state = ?1"
    " UNION SELECT owner FROM event_value WHERE answer = ?1"
    " UNION SELECT owner FROM case_value WHERE answer = ?1"
    " UNION SELECT owner FROM party_value WHERE answer = ?1"
)
_OF_SHARED: Final = {
    Kind.PLACE: (
        "SELECT id FROM event WHERE place = ?1 UNION SELECT id FROM place WHERE parent = ?1"
        " UNION SELECT id FROM evidence WHERE place = ?1 UNION SELECT id FROM party WHERE home = ?1"
        " UNION SELECT owner FROM report_block WHERE record = ?1"
    ),
    Kind.SOURCE: (
        "SELECT id FROM citation WHERE source = ?1 UNION SELECT owner FROM consent WHERE source = ?1"
        " UNION SELECT owner FROM report_block WHERE record = ?1"
    ),
    Kind.EVIDENCE: (
        "SELECT id FROM citation WHERE source = ?1 OR record = ?1"
        " UNION SELECT id FROM evidence WHERE derived_from = ?1"
        " UNION SELECT owner FROM report_block WHERE record = ?1"
    ),
}
SHARED: Final = tuple(_OF_SHARED)
"""The kinds of record that do not belong to a single case."""


def of(db: Connection, kind: Kind, record: RecordId) -> set[RecordId]:
    """Return the records that refer to a record of `kind`, which is a place, a source or evidence."""
    return {RecordId(row[0]) for row in db.execute(_OF_SHARED[kind], (record,))}


def of_term(db: Connection, code: str) -> set[RecordId]:
    """Return the records that contain the code of a term."""
    return {RecordId(row[0]) for row in db.execute(_OF_CODES, (code,))}


def of_field(db: Connection, key: str) -> set[RecordId]:
    """Return the records with an answer to a custom field."""
    lists = ("case_value", "party_value", "event_value")
    query = " UNION ".join(f"SELECT owner FROM {table} WHERE field = ?1" for table in lists)  # noqa: S608  (our tables)
    return {RecordId(row[0]) for row in db.execute(query, (key,))}


def forwards_to(db: Connection, record: RecordId) -> list[RecordId]:
    """Return the forwards in which a record is the kept or the merged one."""
    rows = db.execute("SELECT id FROM forward WHERE kept = ?1 OR merged = ?1", (record,))
    return [RecordId(row[0]) for row in rows]


def citations_of(db: Connection, record: RecordId) -> list[RecordId]:
    """Return the citations that support or contradict a record."""
    return [RecordId(row[0]) for row in db.execute("SELECT id FROM citation WHERE record = ?", (record,))]


def derived_from(db: Connection, evidence: RecordId) -> list[RecordId]:
    """Return the evidence that was derived from a piece of evidence."""
    return [
        RecordId(row[0]) for row in db.execute("SELECT id FROM evidence WHERE derived_from = ?", (evidence,))
    ]
