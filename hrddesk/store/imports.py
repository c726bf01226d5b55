"""What was imported when, and the cells it came from. Kept out of bundles: it concerns this vault only."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from hrddesk.store.database import Connection


@dataclass(frozen=True, slots=True)
class Import:
    """One import that changed something. `time` is in seconds since 1970, UTC."""

    act: int
    source: str
    format: str
    rows: int
    time: int
    undone: bool


class Imports:
    """The imports of an open vault. Whoever writes owns the transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def add(self, act: int, source: str, format_: str, rows: int) -> None:
        """Note an import; `act` is the number that the history knows it by."""
        self._db.execute(
            "INSERT INTO import_log (act, source, format, rows, time) VALUES (?,?,?,?,?)",
            (act, source, format_, rows, int(time.time())),
        )

    def remember(self, act: int, source: str, file: str, key: str, cells: Mapping[str, str]) -> None:
        """Keep the cells of one row as this import brought them."""
        self._db.execute(
            "INSERT OR REPLACE INTO import_row (source, file, key, act, cells) VALUES (?,?,?,?,?)",
            (source, file, key, act, json.dumps(dict(cells), ensure_ascii=False)),
        )

    def last_row(self, source: str, file: str, key: str) -> Mapping[str, str] | None:
        """Return the cells of a row as the last import that was not undone brought them."""
        row = self._db.execute(
            "SELECT r.cells FROM import_row r JOIN import_log l ON l.act = r.act"
            " WHERE r.source = ? AND r.file = ? AND r.key = ? AND l.undone = 0 ORDER BY r.act DESC LIMIT 1",
            (source, file, key),
        ).fetchone()
        return None if row is None else json.loads(row[0])

    def find(self, act: int) -> Import | None:
        """Return an import by its number."""
        return next((item for item in self.all() if item.act == act), None)

    def all(self) -> list[Import]:
        """Return all imports that changed something, oldest first."""
        rows = self._db.execute("SELECT act, source, format, rows, time, undone FROM import_log ORDER BY act")
        return [Import(row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows]

    def mark_undone(self, act: int) -> None:
        """Note that an import was taken back, and forget its rows."""
        self._db.execute("UPDATE import_log SET undone = 1 WHERE act = ?", (act,))
        self._db.execute("DELETE FROM import_row WHERE act = ?", (act,))
