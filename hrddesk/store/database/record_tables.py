"""Conversion of records between their plain form and their tables. Callers own the transaction and the
history.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from hrddesk.errors import HrdDeskError
from hrddesk.records.dates import dates
from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.model.versions import Version
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import latest_version
from hrddesk.store.database.schema import columns, list_table, long_fields, table_of

_BATCH: Final = 500
ROW: Final = (
    "INSERT INTO record (id, kind, deleted, history) VALUES (?,?,?,?)"
    " ON CONFLICT (id) DO UPDATE SET deleted = excluded.deleted, history = excluded.history"
)
"""The SQL that writes the row of a record: whether it is deleted, and the number of its latest history
row.
"""


def bounds(text: str) -> tuple[int | None, int | None]:
    """Return the earliest and the latest day of a date as ordinals; an open or unparsable side is None."""
    try:
        date = dates.parse(text)
    except HrdDeskError:
        return None, None  # imported as it was typed, with a warning
    return (
        None if date.earliest is None else date.earliest.toordinal(),
        None if date.latest is None else date.latest.toordinal(),
    )


def _loaded(field: FieldSpec, value: Value) -> Value:
    return bool(value) if field.type is FieldType.FLAG else value


class Tables:
    """The tables of records in one database."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    # --- reading ----------------------------------------------------------------------------------------

    def kind_of(self, record_id: str) -> Kind | None:
        """Return the kind of a live record, or None if there is no live record with this id."""
        row = self._db.execute(
            "SELECT kind FROM record WHERE id = ? AND deleted = 0", (record_id,)
        ).fetchone()
        return None if row is None else Kind(row[0])

    def kind_ever(self, record_id: str) -> Kind | None:
        """Return the kind of a record, deleted or not; None if the vault never had the record."""
        row = self._db.execute("SELECT kind FROM record WHERE id = ?", (record_id,)).fetchone()
        return None if row is None else Kind(row[0])

    def read(self, record_id: str) -> Record | None:
        """Return a live record, or None if there is no live record with this id."""
        kind = self.kind_of(record_id)
        if kind is None:
            return None
        return next(self.read_many(kind, [RecordId(record_id)]), None)

    def read_many(
        self, kind: Kind, ids: Iterable[RecordId], parts: Collection[str] | None = None
    ) -> Iterator[Record]:
        """Yield live records of one kind in the order of `ids`; missing records are left out.

        If `parts` names fields and lists, only these are read; free texts are then never read, even if named.
        Raise KeyError for a name that the kind does not have, since redaction would otherwise miss it
        unnoticed.
        """
        spec = SPECS[kind]
        part_names = {*(field.name for field in spec.fields), *(part.name for part in spec.lists)}
        if unknown := set(parts or ()) - part_names:
            raise KeyError(min(unknown))
        ordered_ids = list(ids)
        for start in range(0, len(ordered_ids), _BATCH):
            yield from self._read_batch(kind, ordered_ids[start : start + _BATCH], parts)

    def _read_batch(self, kind: Kind, ids: list[RecordId], only: Collection[str] | None) -> Iterator[Record]:
        spec = SPECS[kind]
        field_columns = columns(tuple(field for field in spec.fields if only is None or field.name in only))
        fields: dict[str, dict[str, Value]] = {
            row[0]: {
                column.field.name: _loaded(column.field, value)
                for column, value in zip(field_columns, row[1:], strict=True)
                if value is not None
            }
            for row in self._select(
                table_of(kind), "id", ["id", *(column.name for column in field_columns)], ids
            )
        }
        ids = [record_id for record_id in ids if record_id in fields]  # a reference may name another kind
        bodies: dict[tuple[str, str], Element] = {}  # of the texts of lists, by owner and part
        if only is None and long_fields(spec):
            for owner, field, text in self._select("long_text", "owner", ["owner", "field", "text"], ids):
                if "/" in field:
                    bodies[owner, field] = {"body": text}
                else:
                    fields[owner][field] = text
        lists: dict[str, dict[str, dict[ElementId, Element]]] = {record_id: {} for record_id in fields}
        for item in spec.lists:
            if only is not None and item.name not in only:
                continue
            inner = columns(item.fields)
            names = ["owner", "pos", "id", *(column.name for column in inner)]
            rows = self._select(list_table(kind, item.name), "owner", names, ids)
            for row in sorted(rows, key=lambda row: row[:3]):
                element: dict[str, Value] = {"pos": row[1]}
                for column, value in zip(inner, row[3:], strict=True):
                    if value is not None:
                        element[column.field.name] = _loaded(column.field, value)
                element |= bodies.get((row[0], f"{item.name}/{row[2]}"), {})
                lists[row[0]].setdefault(item.name, {})[ElementId(row[2])] = element
        for record_id in ids:
            yield Record(kind=kind, id=record_id, fields=fields[record_id], lists=lists[record_id])

    def _select(self, table: str, key: str, names: list[str], ids: list[RecordId]) -> list[tuple[Any, ...]]:
        """Return the named columns of the rows whose `key` is one of `ids`, in no particular order.

        IN and ORDER BY are avoided: each makes SQLite allocate memory, which SQLCipher locks and wipes. For a
        few records that takes longer than the whole query.
        """
        if not ids:
            return []
        column_list = ", ".join(f"t.{name}" for name in names)
        if len(ids) == 1:
            sql, key_argument = f"SELECT {column_list} FROM {table} t WHERE t.{key} = ?", str(ids[0])
        else:
            sql = f"SELECT {column_list} FROM json_each(?) w CROSS JOIN {table} t ON t.{key} = w.value"
            key_argument = json.dumps(ids)
        return list(self._db.execute(sql, (key_argument,)))

    def version(self, record_id: str) -> Version | None:
        """Return the version of a record, deleted or not; None if the vault never had the record."""
        row = self._db.execute(
            "SELECT c.state FROM record r LEFT JOIN history_content c ON c.num = r.history WHERE r.id = ?",
            (record_id,),
        ).fetchone()
        return None if row is None else latest_version(row[0])

    def ids(self, kind: Kind) -> list[RecordId]:
        """Return the ids of the live records of a kind, in the order in which they were added."""
        rows = self._db.execute(
            "SELECT id FROM record WHERE kind = ? AND deleted = 0 ORDER BY num", (kind.value,)
        )
        return [RecordId(row[0]) for row in rows]

    def every_id(self) -> list[RecordId]:
        """Return the ids of all records, the deleted ones too."""
        return [RecordId(row[0]) for row in self._db.execute("SELECT id FROM record ORDER BY num")]

    def latest_changes(self) -> dict[RecordId, int]:
        """Return for every record, deleted or not, the number of its latest history row."""
        return {RecordId(row[0]): int(row[1]) for row in self._db.execute("SELECT id, history FROM record")}

    def changed_since(self, number: int) -> bool:
        """Tell whether a record was changed after history row `number`."""
        later = self._db.execute("SELECT 1 FROM record WHERE history > ? LIMIT 1", (number,))
        return later.fetchone() is not None

    def has(self, kind: Kind) -> bool:
        """Tell whether a kind has a live record; this is faster than counting."""
        row = self._db.execute(
            "SELECT EXISTS(SELECT 1 FROM record WHERE kind = ? AND deleted = 0)", (kind.value,)
        ).fetchone()
        return bool(row[0])

    def count(self, kind: Kind) -> int:
        """Return the number of live records of a kind."""
        row = self._db.execute(
            "SELECT count(*) FROM record WHERE kind = ? AND deleted = 0", (kind.value,)
        ).fetchone()
        return int(row[0])

    # --- writing ----------------------------------------------------------------------------------------

    def write_version(self, record_id: str, kind: Kind, version: Version, history: int) -> None:
        """Write the row of a record in the table `record`, which refers to history row `history`.

        The version itself is not in this row: it is stored in the state of that history row.
        """
        deleted = (1 if version.dots else 2) if version.deleted else 0
        self._db.execute(ROW, (record_id, kind.value, deleted, history))

    def remove(self, records: Sequence[Record]) -> list[int]:
        """Remove live records from their tables, but keep their versions; return the row numbers of their
        free texts.
        """
        # Only existing rows are deleted, each by its key: a statement that may delete several rows opens a
        # journal of its own, which takes longer than the rows.
        keys: dict[str, list[tuple[str, ...]]] = {}
        for record in records:
            for name, elements in record.lists.items():
                sql = f"DELETE FROM {list_table(record.kind, name)} WHERE owner = ? AND id = ?"
                keys.setdefault(sql, []).extend((record.id, element_id) for element_id in elements)
            keys.setdefault(f"DELETE FROM {table_of(record.kind)} WHERE id = ?", []).append((record.id,))
        for sql, rows in keys.items():
            self._db.executemany(sql, rows)
        numbers = self._select("long_text", "owner", ["num"], [record.id for record in records])
        self._db.executemany("DELETE FROM long_text WHERE num = ?", numbers)
        return [int(number) for (number,) in numbers]
