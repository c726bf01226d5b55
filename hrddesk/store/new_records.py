"""Records that were never here, put many at a time: each statement runs once for all rows of a batch.

What is stored is what `Tables`, `History` and `Search` store of one record after the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

from hrddesk.records.kinds import SPECS, FieldSpec, FieldType, Kind
from hrddesk.records.record import Element, Record, Value
from hrddesk.store.database import Connection
from hrddesk.store.schema import columns, list_table, long_fields, table_of
from hrddesk.store.tables import bounds

_RECORD: Final = "INSERT INTO record (num, id, kind, deleted, context, dots, history) VALUES (?,?,?,0,?,?,?)"
_TEXT: Final = "INSERT INTO long_text (num, owner, field, text) VALUES (?,?,?,?)"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A live record, and what the tables keep of its version, in JSON: `state` is as `history.state_of`."""

    record: Record
    context: str
    dots: str
    state: str


@dataclass(frozen=True, slots=True)
class Numbered:
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
        rows[_RECORD].append((number, record.id, record.kind.value, new.context, new.dots, change))
        own = []
        for sql, row in _rows(record):
            rows.setdefault(sql, []).append(row)
        for name in long_fields(record.spec):
            if name in record.fields:
                text_number += 1
                texts.append((text_number, record.id, name, record.fields[name]))
                own.append((text_number, record.text(name)))
        made.append(Numbered(record, number, tuple(own)))
    for sql, values in rows.items():
        db.executemany(sql, values)
    db.executemany(_TEXT, texts)
    return made


def _rows(record: Record) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield the rows of a record's own table and of its lists, each with its statement."""
    shape = _shape(record.kind)
    yield shape.own.sql, [record.id, *shape.own.values(record.fields)]
    for name, elements in record.lists.items():
        item = shape.lists[name]
        for element_id, element in elements.items():
            yield item.sql, [record.id, element_id, element["pos"], *item.values(element)]


@dataclass(frozen=True, slots=True)
class _Table:
    """How rows of a table are written: the field behind each column, and where those of dates begin.

    A date has three columns: as it was typed, its earliest and its latest day.
    """

    sql: str
    fields: tuple[str, ...]
    dates: tuple[int, ...]

    @classmethod
    def of(cls, table: str, first: list[str], fields: tuple[FieldSpec, ...]) -> Self:
        """Return how rows are written that begin with the columns `first`."""
        behind = [column.field for column in columns(fields) for _ in column.names]
        names = first + [name for column in columns(fields) for name in column.names]
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        dates = [at for at, field in enumerate(behind) if field.type is FieldType.DATE][::3]
        return cls(sql, tuple(field.name for field in behind), tuple(dates))

    def values(self, fields: Element) -> list[Value]:
        """Return what stands in the columns."""
        row = [*map(fields.get, self.fields)]
        for at in self.dates:
            if row[at] is not None:
                row[at + 1], row[at + 2] = bounds(str(row[at]))
        return row


@dataclass(frozen=True, slots=True)
class _Shape:
    """The tables of a kind: its own, and those of its lists by their names."""

    own: _Table
    lists: Mapping[str, _Table]


@cache
def _shape(kind: Kind) -> _Shape:
    spec = SPECS[kind]
    return _Shape(
        _Table.of(table_of(kind), ["id"], spec.fields),
        {
            item.name: _Table.of(list_table(kind, item.name), ["owner", "id", "pos"], item.fields)
            for item in spec.lists
        },
    )


def _last(db: Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(num), 0) FROM {table}").fetchone()[0])  # noqa: S608
