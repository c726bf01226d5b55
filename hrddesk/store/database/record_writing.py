"""Batched writing of live records into their tables: each statement runs once for all its rows."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Element, Record, Value
from hrddesk.records.model.versions import Version
from hrddesk.records.texts.texts import bodies
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import state_of
from hrddesk.store.database.record_tables import ROW, bounds
from hrddesk.store.database.schema import columns, list_table, table_of

_SHAPES: Final = 1024  # statements that are kept; records of one kind mostly have the same fields
_NEW_TEXT: Final = "INSERT INTO long_text (num, owner, field, text) VALUES (?,?,?,?)"

_Rows = dict[str, list[Sequence[Any]]]
"""The rows to write, by SQL statement, in the order of the statements."""


class Stored(NamedTuple):
    """A live record to store, and its state in JSON, as `history.state_of` returns it."""

    record: Record
    state: bytes
    before: Record | None = None
    """The live record stored so far; None for a new or a deleted record."""
    is_new: bool = True
    """Whether the id was never used before."""

    @classmethod
    def of(cls, record: Record, version: Version, before: Record | None, *, is_new: bool) -> "Stored":
        """Return the entry for a record; `version` becomes part of the state in JSON."""
        return cls(record, state_of(record, version), before, is_new)


class WrittenRecord(NamedTuple):
    """A written record. `number` is its row number, valid only for a new record."""

    stored: Stored
    number: int
    texts: Sequence[tuple[int, str | None]]
    """The changed free texts with their row numbers; None for a removed text."""

    @property
    def record(self) -> Record:
        """The record as it was written."""
        return self.stored.record


def write(db: Connection, batch: Sequence[Stored], first_change: int) -> list[WrittenRecord]:
    """Store records in the caller's transaction.

    `first_change` is the number of the history row of the first record; the other records follow in order.
    """
    number, text_number = _last(db, "record"), _last(db, "long_text")
    rows: _Rows = {ROW: []}
    written = []
    for change, one in enumerate(batch, first_change):
        record = one.record
        number += one.is_new
        rows[ROW].append((record.id, record.kind.value, 0, change))
        _add_fields(rows, record, one.before)
        _add_lists(rows, record, one.before)
        texts: list[tuple[int, str | None]] = []
        for name, text, was in _changed_texts(record, one.before):
            if was:
                texts.append((_number_of_text(db, record, name), text or None))
            else:
                text_number += 1
                texts.append((text_number, text))
            _add_text(rows, record, name, text, was, texts[-1][0])
        written.append(WrittenRecord(one, number if one.is_new else 0, texts))
    for sql, values in rows.items():
        db.executemany(sql, values)
    return written


def _add_fields(rows: _Rows, record: Record, before: Record | None) -> None:
    if before is None or before.fields != record.fields:
        shape = _of_record(record.kind, tuple(record.fields))
        sql = f"INSERT {'' if before is None else 'OR REPLACE '}{shape.into}"
        rows.setdefault(sql, []).append([record.id, *shape.values(record.fields)])


def _add_lists(rows: _Rows, record: Record, before: Record | None) -> None:
    old = {} if before is None else before.lists
    for name in {**old, **record.lists}:
        now, was = record.lists.get(name, {}), old.get(name, {})
        for element_id in was.keys() - now.keys():
            sql = f"DELETE FROM {list_table(record.kind, name)} WHERE owner = ? AND id = ?"  # noqa: S608  (our tables and columns)
            rows.setdefault(sql, []).append((record.id, element_id))
        for element_id, element in now.items():
            if was.get(element_id) != element:
                shape = _of_element(record.kind, name, tuple(element))
                sql = f"INSERT {'OR REPLACE ' if element_id in was else ''}{shape.into}"
                rows.setdefault(sql, []).append([record.id, element_id, *shape.values(element)])


def _changed_texts(record: Record, before: Record | None) -> Iterator[tuple[str, str, str]]:
    """Yield name, new text and old text of each changed free text; a missing text is empty."""
    texts, old = bodies(record), {} if before is None else bodies(before)
    for name in {**texts, **old}:
        text, was = texts.get(name, ""), old.get(name, "")
        if text != was:
            yield name, text, was


def _add_text(rows: _Rows, record: Record, name: str, text: str, was: str, number: int) -> None:
    if not was:
        rows.setdefault(_NEW_TEXT, []).append((number, record.id, name, text))
    elif text:
        rows.setdefault("UPDATE long_text SET text = ? WHERE num = ?", []).append((text, number))
    else:
        rows.setdefault("DELETE FROM long_text WHERE num = ?", []).append((number,))


def _number_of_text(db: Connection, record: Record, name: str) -> int:
    sql = "SELECT num FROM long_text WHERE owner = ? AND field = ?"
    ((number,),) = db.execute(sql, (record.id, name)).fetchall()
    return int(number)


class _Shape(NamedTuple):
    """The SQL that writes records or list elements in which exactly these fields are set.

    Columns that stay empty are left out: binding NULL takes longer than binding a text.
    """

    into: str
    """The statement without its verb."""
    fields: tuple[str, ...]
    dates: tuple[str, ...]
    """The date fields; each has two more columns, placed last: the earliest and the latest day."""

    def values(self, fields: Element) -> list[Value]:
        """Return the values to bind to the statement, in the order of its columns."""
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
    present_columns = [column for column in columns(fields) if column.field.name in present]
    dates = [column for column in present_columns if column.field.type is FieldType.DATE]
    names = (
        first + [column.name for column in present_columns] + [day for column in dates for day in column.days]
    )
    return _Shape(
        f"INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        tuple(column.field.name for column in present_columns),
        tuple(column.field.name for column in dates),
    )


def _last(db: Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(num), 0) FROM {table}").fetchone()[0])  # noqa: S608  (our tables and columns)
