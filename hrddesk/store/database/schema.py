"""The tables of the vault. The tables of records are derived from `records.model.kinds`, the others come from
schema*.sql.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from hrddesk.errors import VaultTooNew
from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec
from hrddesk.records.model.kinds import COMMON_LISTS, SPECS, Kind, KindSpec
from hrddesk.store.database import state_packing
from hrddesk.store.database.connection import APPLICATION_ID, Connection

SCHEMA_VERSION: Final = 1

Migration = Callable[[Connection], None]
"""A function that converts the tables of one version to the next, inside the caller's transaction."""

MIGRATIONS: Final[Sequence[Migration]] = ()
"""The migrations from version 1, from version 2, and so on; the last one produces SCHEMA_VERSION."""

_TABLES: Final[Mapping[Kind, str]] = {
    Kind.CASE: "case_file",
    Kind.FIELD: "field_definition",
    Kind.QUERY: "saved_query",
}
_LIST_TABLES: Final = {
    (Kind.CASE, "parties"): "case_party",
    (Kind.CASE, "tags"): "case_tag",
    (Kind.CASE, "texts"): "case_text",
    (Kind.EVENT, "texts"): "event_text",
    (Kind.SOURCE, "texts"): "source_text",
    (Kind.EVIDENCE, "texts"): "evidence_text",
    (Kind.PARTY, "names"): "party_name",
    (Kind.PARTY, "terms"): "party_term",
    (Kind.PARTY, "citizenships"): "party_citizenship",
    (Kind.PARTY, "consents"): "consent",
    (Kind.EVENT, "parties"): "event_party",
    (Kind.EVENT, "terms"): "event_term",
    (Kind.EVENT, "charges"): "charge",
    (Kind.EVENT, "penalties"): "penalty",
    (Kind.EVENT, "links"): "event_link",
    (Kind.PLACE, "labels"): "place_label",
    (Kind.PLACE, "aliases"): "place_alias",
    (Kind.TERM, "aliases"): "term_alias",
    (Kind.TERM, "labels"): "term_label",
    (Kind.FIELD, "labels"): "field_label",
    (Kind.CASE, "values"): "case_value",
    (Kind.PARTY, "values"): "party_value",
    (Kind.EVENT, "values"): "event_value",
    (Kind.EVIDENCE, "cases"): "evidence_case",
    (Kind.EVIDENCE, "about"): "evidence_about",
    (Kind.EVIDENCE, "labels"): "evidence_label",
    (Kind.EVIDENCE, "proofs"): "proof",
    (Kind.EVIDENCE, "custody"): "evidence_custody",
    (Kind.REPORT, "blocks"): "report_block",
    (Kind.TEXT_REVIEW, "decisions"): "text_decision",
    (Kind.PICTURE_REVIEW, "boxes"): "picture_box",
    (Kind.PICTURE_REVIEW, "covered"): "picture_covered",
}
_COMMON_TABLES: Final = {"visibility": "visibility", "keys": "import_key", "comments": "comment"}
_COLUMN_TYPES: Final = {FieldType.NUMBER: "INTEGER", FieldType.FLAG: "INTEGER"}


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """The column of a field; a date field has two more columns, for its earliest and latest day."""

    field: FieldSpec

    @property
    def name(self) -> str:
        """The column's name, quoted, since some field names are SQL keywords."""
        return f'"{self.field.name}"'

    @property
    def definition(self) -> str:
        """The column definition for CREATE TABLE."""
        column_sql = f"{self.name} {_COLUMN_TYPES.get(self.field.type, 'TEXT')}"
        if self.field.type is FieldType.DATE:
            column_sql += f', "{self.field.name}_first" INTEGER, "{self.field.name}_last" INTEGER'
        return column_sql

    @property
    def days(self) -> list[str]:
        """The columns of the earliest and the latest day of a date."""
        return [f'"{self.field.name}_first"', f'"{self.field.name}_last"']


def table_of(kind: Kind) -> str:
    """Return the table that holds a kind's own fields."""
    return _TABLES.get(kind, kind.value)


def list_table(kind: Kind, name: str) -> str:
    """Return the table that holds a list's elements."""
    return _COMMON_TABLES.get(name) or _LIST_TABLES[kind, name]


def columns(fields: tuple[FieldSpec, ...]) -> list[FieldColumn]:
    """Return the columns of a table, without the free texts, which are stored in another table."""
    return [FieldColumn(field) for field in fields if field.type is not FieldType.LONG]


def long_fields(spec: KindSpec) -> list[str]:
    """Return the names of the free texts of a kind."""
    return [field.name for field in spec.fields if field.type is FieldType.LONG]


def statements() -> Iterator[str]:
    """Yield the statements that create the tables of an empty vault."""
    files = (file.name for file in resources.files("hrddesk.store.database").iterdir())
    for name in sorted(name for name in files if name.endswith(".sql")):
        text = resources.files("hrddesk.store.database").joinpath(name).read_text("utf-8")
        yield from (part.strip() for part in text.split(";\n") if part.strip())
    for spec in SPECS.values():
        defined = "".join(f", {column.definition}" for column in columns(spec.fields))
        yield (
            f"CREATE TABLE {table_of(spec.kind)} (id TEXT PRIMARY KEY REFERENCES record(id){defined})"
            " WITHOUT ROWID, STRICT"
        )
        for item in spec.lists:
            if item not in COMMON_LISTS:
                yield _list_statement(list_table(spec.kind, item.name), item)
    for item in COMMON_LISTS:
        yield _list_statement(_COMMON_TABLES[item.name], item)
    # These three indexes cover the queries of lists: so a list reads no whole records, and does not decrypt a
    # page of the database for each case or for each part that somebody has in an event.
    yield "CREATE INDEX record_in_order ON record (kind, deleted, num, id)"
    yield "CREATE INDEX event_party_in_order ON event_party (party, owner, id, pos, role)"
    yield "CREATE INDEX case_row_in_order ON case_row (ref, id, title, people, last_event)"
    yield "CREATE INDEX import_key_by_id ON import_key (id)"  # which follows from source, file and key
    yield 'CREATE INDEX event_by_case ON event ("case", date_first)'
    yield "CREATE INDEX case_party_by_party ON case_party (party, owner)"
    yield "CREATE INDEX case_by_country ON case_file (id, country) WHERE country IS NOT NULL"
    yield "CREATE INDEX case_by_ref ON case_file (ref, id)"
    yield "CREATE INDEX case_by_title ON case_file (title, id)"
    yield "CREATE INDEX party_by_ref ON party (ref)"
    yield 'CREATE INDEX evidence_by_case ON evidence_case ("case", owner)'
    yield "CREATE INDEX evidence_by_hash ON evidence (sha256)"
    yield "CREATE INDEX relation_by_subject ON relation (subject)"
    yield "CREATE INDEX relation_by_object ON relation (object)"
    yield "CREATE INDEX citation_by_record ON citation (record)"
    yield "CREATE INDEX citation_by_source ON citation (source)"
    yield "CREATE INDEX place_by_parent ON place (parent)"
    yield "CREATE INDEX event_by_place ON event (place) WHERE place IS NOT NULL"
    yield "CREATE INDEX report_block_by_record ON report_block (record) WHERE record IS NOT NULL"
    yield "CREATE INDEX forward_by_merged ON forward (merged)"


def _list_statement(table: str, item: ListSpec) -> str:
    defined = "".join(f", {column.definition}" for column in columns(item.fields))
    return (
        f"CREATE TABLE {table} (owner TEXT NOT NULL REFERENCES record(id), id TEXT NOT NULL,"
        f" pos INTEGER NOT NULL{defined}, PRIMARY KEY (owner, id)) WITHOUT ROWID, STRICT"
    )


def make(db: Connection) -> None:
    """Create all tables in an empty database, inside the caller's transaction."""
    for statement in statements():
        db.execute(statement)
    _store_dictionaries(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def check_version(db: Connection) -> None:
    """Raise VaultTooNew if a newer program made these tables."""
    if _version(db) > SCHEMA_VERSION:
        raise VaultTooNew(version=_version(db))


def is_older(db: Connection) -> bool:
    """Tell whether the tables are older than SCHEMA_VERSION or lack a compression dictionary of this
    program.
    """
    stored = {row[0] for row in db.execute("SELECT id FROM state_dictionary")}
    return _version(db) < SCHEMA_VERSION or any(
        name not in stored for name, _, _ in state_packing.dictionaries()
    )


def migrate(db: Connection) -> None:
    """Bring the tables to SCHEMA_VERSION, inside the caller's transaction."""
    for migration in MIGRATIONS[_version(db) - 1 :]:
        migration(db)
    _store_dictionaries(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def load_dictionaries(db: Connection) -> None:
    """Register the stored dictionaries, so that states compressed by other versions can be decompressed."""
    for (words,) in db.execute("SELECT words FROM state_dictionary"):
        state_packing.learn(words)


def _store_dictionaries(db: Connection) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO state_dictionary (id, kind, words) VALUES (?,?,?)",
        state_packing.dictionaries(),
    )


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
