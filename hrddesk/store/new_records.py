"""Records that were never here, put many at a time: each statement runs once for all rows of a batch.

What is stored is what `Tables`, `History` and `Search` store of one record after the other.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from hrddesk.records.kinds import SPECS, FieldSpec, FieldType, Kind
from hrddesk.records.record import Element, Record, Value
from hrddesk.store.database import Connection
from hrddesk.store.schema import columns, list_table, table_of
from hrddesk.store.tables import bounds

_RECORD: Final = "INSERT INTO record (num, id, kind, history) VALUES (?,?,?,?)"
_SHAPES: Final = 1024  # statements that are kept; records of one kind mostly have the same fields
_TEXT: Final = "INSERT INTO long_text (num, owner, field, text) VALUES (?,?,?,?)"


class NewRecord(NamedTuple):
    """A live record, and its state in JSON, as `history.state_of` returns it."""

    record: Record
    state: str


class Numbered(NamedTuple):
    """A record that was put, with the number of its row, and its free texts with the numbers of theirs."""

    record: Record
    number: int
    texts: tuple[tuple[int, str], ...]


def write(db: Connection, batch: Sequence[NewRecord], first_change: int) -> list[Numbered]:
    """Store records whose rows of history begin with number `first_change`, in the caller's transaction."""
    number, text_number = _last(db, "record"), _last(db, "long_text")
    rows: dict[str, list[Sequence[Any]]] = {_RECORD: []}
    texts: list[Sequence[Any]] = []
    made = []
    for change, new in enumerate(batch, first_change):
        record = new.record
        number += 1
        rows[_RECORD].append((number, record.id, record.kind.value, change))
        own = []
        shape = _of_record(record.kind, tuple(record.fields))
        rows.setdefault(shape.sql, []).append([record.id, *shape.values(record.fields)])
        for name in shape.texts:
            text_number += 1
            text = record.text(name)
            texts.append((text_number, record.id, name, text))
            own.append((text_number, text))
        for name, elements in record.lists.items():
            for element_id, element in elements.items():
                shape = _of_element(record.kind, name, tuple(element))
                rows.setdefault(shape.sql, []).append([record.id, element_id, *shape.values(element)])
        made.append(Numbered(record, number, tuple(own)))
    for sql, values in rows.items():
        db.executemany(sql, values)
    db.executemany(_TEXT, texts)
    return made


class _Shape(NamedTuple):
    """How a row is written whose record, or element of a list, has just these fields.

    No column is named that stays empty: to hand over nothing takes longer than to hand over a text.
    """

    sql: str
    fields: tuple[str, ...]
    dates: tuple[str, ...]
    """Those that have two more columns, which come last: the earliest and the latest day."""
    texts: tuple[str, ...]
    """The free texts, which have a table of their own."""

    def values(self, fields: Element) -> list[Value]:
        """Return what stands in the columns of the fields."""
        row = [fields[name] for name in self.fields]
        for name in self.dates:
            row += bounds(str(fields[name]))
        return row


@lru_cache(_SHAPES)
def _of_record(kind: Kind, present: tuple[str, ...]) -> _Shape:
    return _shape(table_of(kind), ["id"], SPECS[kind].fields, present)


@lru_cache(_SHAPES)
def _of_element(kind: Kind, name: str, present: tuple[str, ...]) -> _Shape:
    spec = SPECS[kind].list(name)
    assert spec is not None
    return _shape(list_table(kind, name), ["owner", "id"], (FieldSpec("pos"), *spec.fields), present)


def _shape(table: str, first: list[str], fields: tuple[FieldSpec, ...], present: Collection[str]) -> _Shape:
    long = [field.name for field in fields if field.type is FieldType.LONG and field.name in present]
    shown = [column for column in columns(fields) if column.field.name in present]
    dates = [column for column in shown if column.field.type is FieldType.DATE]
    names = first + [column.name for column in shown] + [day for column in dates for day in column.names[1:]]
    return _Shape(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608  (our tables and columns)
        tuple(column.field.name for column in shown),
        tuple(column.field.name for column in dates),
        tuple(long),
    )


def _last(db: Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(num), 0) FROM {table}").fetchone()[0])  # noqa: S608  (our tables and columns)
