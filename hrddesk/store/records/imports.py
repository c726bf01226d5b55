"""The imports of this vault and the cells they read. Bundles leave imports out: they concern
this vault only.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.records.forwarding import merged_away

IMPORT: Final = "import"
"""The name of the act of an import in the history."""

_KEYED: Final = (
    "SELECT k.key, k.owner FROM record r CROSS JOIN import_key k ON k.owner = r.id"
    " WHERE k.source = ? AND k.file = ? AND r.kind = ? AND r.deleted = 0"
)
_MADE_HERE: Final = (
    "EXISTS (SELECT 1 FROM history h JOIN history_content c ON c.num = h.num"
    " JOIN json_each(unpacked(c.state), '$.record.lists.keys') j ON j.key = k.id"
    " WHERE h.num = (SELECT min(num) FROM history WHERE record = k.owner)"
    " AND h.what = 'import'"
    " AND json_extract(j.value, '$.source') = k.source AND json_extract(j.value, '$.file') = k.file"
    " AND json_extract(j.value, '$.key') = k.key)"
)
_MERGED: Final = (
    "SELECT json_extract(j.value, '$.key'), r.id FROM json_each(?) w"
    " JOIN record r ON r.id = w.value AND r.deleted = 0"
    " JOIN history h ON h.num = (SELECT min(num) FROM history WHERE record = w.key) AND h.what = 'import'"
    " JOIN history_content c ON c.num = h.num JOIN json_each(unpacked(c.state), '$.record.lists.keys') j"
    " WHERE json_extract(j.value, '$.source') = ? AND json_extract(j.value, '$.file') = ? AND r.kind = ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import that changed something. `time` is in seconds since 1970, UTC."""

    act: int
    source: str
    format: str
    rows: int
    time: int
    undone: bool


class Imports:
    """The imports of an open vault. The caller of a method that writes owns the transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def add(self, act: int, source: str, format_: str, rows: int) -> None:
        """Store an import; `act` is the number of its transaction in the history."""
        self._db.execute(
            "INSERT INTO import_log (act, source, format, rows, time) VALUES (?,?,?,?,?)",
            (act, source, format_, rows, int(time.time())),
        )

    def remember(self, act: int, source: str, file: str, key: str, cells: Mapping[str, str]) -> None:
        """Store the cells of one row that the import `act` read."""
        self._db.execute(
            "INSERT OR REPLACE INTO import_row (source, file, key, act, cells) VALUES (?,?,?,?,?)",
            (source, file, key, act, json.dumps(dict(cells), ensure_ascii=False)),
        )

    def last_rows(self, source: str, file: str) -> dict[str, Mapping[str, str]]:
        """Return the cells of each row of a file, by key, as last imported; undone imports do not count."""
        rows = self._db.execute(
            "SELECT r.key, r.cells FROM import_log l CROSS JOIN import_row r ON r.act = l.act"
            " WHERE r.source = ? AND r.file = ? AND l.undone = 0 ORDER BY l.act",
            (source, file),
        )
        return {key: json.loads(cells) for key, cells in rows}

    def owners(self, kind: Kind, source: str, file: str) -> dict[str, RecordId]:
        """Return, by key, the live records of a kind that imports of this desk made from a file of a source.

        A key counts only if it is in the first history row of its record and an import wrote this row. Other
        keys prove nothing, since a bundle may add any key to a record. The key of a merged record leads to
        the kept record.
        """
        rows = self._db.execute(_KEYED + f" AND {_MADE_HERE} ORDER BY r.num DESC", (source, file, kind.value))
        return {key: RecordId(owner) for key, owner in rows} | self._merged(kind, source, file)

    def of_others(self, kind: Kind, source: str, file: str) -> dict[str, RecordId]:
        """Return, by key, the live records of a kind whose key came in a bundle or was entered by hand."""
        rows = self._db.execute(
            _KEYED + f" AND NOT {_MADE_HERE} ORDER BY r.num DESC", (source, file, kind.value)
        )
        merged = self._merged(kind, source, file)
        return {key: RecordId(owner) for key, owner in rows if merged.get(key) != owner}

    def _merged(self, kind: Kind, source: str, file: str) -> dict[str, RecordId]:
        """Return the records into which imported records were merged.

        The keys of the result are the import keys that this desk gave to the merged records.
        """
        away = json.dumps(merged_away(self._db))
        rows = self._db.execute(_MERGED, (away, source, file, kind.value))
        return {key: RecordId(owner) for key, owner in rows}

    def names_of_parties(self) -> list[tuple[str, str]]:
        """Return every name of every live party, with the party's reference."""
        rows = self._db.execute(
            "SELECT n.name, p.ref FROM party_name n JOIN record r ON r.id = n.owner AND r.deleted = 0"
            " JOIN party p ON p.id = n.owner ORDER BY r.num DESC"
        )
        return [(name or "", ref or "") for name, ref in rows]

    def own_keys(self) -> set[tuple[RecordId, ElementId]]:
        """Return the keys that imports of this desk gave to records, each as record id and element id."""
        rows = self._db.execute(f"SELECT k.owner, k.id FROM import_key k WHERE {_MADE_HERE}")  # noqa: S608  (constants)
        return {(RecordId(owner), ElementId(name)) for owner, name in rows}

    def find(self, act: int) -> Import | None:
        """Return an import by the number of its transaction, or None if there is no such import."""
        return next((item for item in self.all() if item.act == act), None)

    def all(self) -> list[Import]:
        """Return all imports that changed something, oldest first."""
        rows = self._db.execute("SELECT act, source, format, rows, time, undone FROM import_log ORDER BY act")
        return [
            Import(act=row[0], source=row[1], format=row[2], rows=row[3], time=row[4], undone=bool(row[5]))
            for row in rows
        ]

    def mark_undone(self, act: int) -> None:
        """Mark an import as undone, and delete its rows."""
        self._db.execute("UPDATE import_log SET undone = 1 WHERE act = ?", (act,))
        self._db.execute("DELETE FROM import_row WHERE act = ?", (act,))
