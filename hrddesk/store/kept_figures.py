"""What figures are counted over, kept between two questions: columns of parts, as `analysis` makes them.

It follows from the records as they were at one row of the history. What changed since, `figure_changes`
tells, so that no change of a record has to touch it. Every row carries a MAC that binds it to the others:
what was put back or altered is not taken for true, and the check names it.
"""

import hmac
import json
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.crypto import kdf
from hrddesk.store import derived
from hrddesk.store.database import Connection, translated

_FORM: Final = 1
"""Of what is kept, and of how `analysis` makes it: what has another one is made anew."""
_LABEL: Final = b"hrddesk figures"

Columns = Mapping[str, tuple[str, bytes]]
"""The columns of a part by their names: what the codes stand for, and the bits."""


class FiguresAltered(Exception):  # no failure for a person: all of it is made anew
    """What is kept is not as it was written."""


@dataclass(frozen=True, slots=True)
class KeptPart:
    """One part: its number, how many rows, which columns, and which of its rows no longer count, as bits."""

    num: int
    size: int
    names: tuple[str, ...]
    dead: int


@dataclass(frozen=True, slots=True)
class Kept:
    """All parts in an order. `history` is the row of the history that they follow from."""

    owners: str
    history: int
    seal: str
    """Drawn at random when all was made: it binds the columns to this making."""
    parts: tuple[KeptPart, ...]
    form: int = _FORM


class KeptFigures:
    """The tables of kept figures in an open vault."""

    def __init__(self, db: Connection, history_key: bytes) -> None:
        self._db = db
        self._key = kdf.hmac_sha256(history_key, _LABEL)

    def of(self, owners: str) -> Kept | None:
        """Return what is kept in an order; None where nothing is, or nothing that is known and believed."""
        kept = self._believed(owners)
        return None if kept is None or kept.form != _FORM else kept

    def _believed(self, owners: str) -> Kept | None:
        with translated():
            row = self._db.execute(
                "SELECT told, dead, mac FROM figure_kept WHERE owners = ?", (owners,)
            ).fetchone()
        if row is None or not hmac.compare_digest(self._mac(owners, row[0], row[1]), row[2]):
            return None
        told, dead = json.loads(row[0]), bytes(row[1])
        parts, at = [], 0
        for num, size, names in told["parts"]:
            bits = int.from_bytes(dead[at : at + _bytes_of(size)], "little")
            parts.append(KeptPart(num, size, tuple(names), bits))
            at += _bytes_of(size)
        return Kept(owners, told["history"], told["seal"], tuple(parts), told["form"])

    def column(self, kept: Kept, part: KeptPart, name: str) -> tuple[str, bytes] | None:
        """Return a column of a part; None where the part has none of that name. Raise FiguresAltered."""
        if name not in part.names:
            return None
        with translated():
            row = self._db.execute(
                "SELECT said, data, mac FROM figure_column WHERE part = ? AND name = ?", (part.num, name)
            ).fetchone()
        if row is None or not hmac.compare_digest(
            self._mac(kept.seal, str(part.num), name, row[0], row[1]), row[2]
        ):
            raise FiguresAltered
        return str(row[0]), bytes(row[1])

    def replace(self, owners: str, history: int, parts: Sequence[tuple[int, Columns]]) -> None:
        """Keep parts, each with its number of rows, in place of all that was kept in that order."""
        with self._writing():
            self._drop(owners)
            kept = Kept(owners, history, secrets.token_hex(16), ())
            self._write(kept, (), parts)

    def add(
        self, kept: Kept, history: int, dead: Sequence[int], parts: Sequence[tuple[int, Columns]]
    ) -> None:
        """Add parts that follow from a later row of the history; `dead` are the rows that go in the others.

        Nothing is done where something else is kept by now.
        """
        with self._writing():
            if self.of(kept.owners) != kept:
                return
            before = [
                KeptPart(part.num, part.size, part.names, part.dead | gone)
                for part, gone in zip(kept.parts, dead, strict=True)
            ]
            self._write(Kept(kept.owners, history, kept.seal, ()), before, parts)

    def add_columns(
        self, kept: Kept, num: int, columns: Columns, outdated: Callable[[Sequence[str]], Collection[str]]
    ) -> None:
        """Add columns to a part in place of those of their names and of `outdated` ones.

        Nothing is done where the part is not kept any more.
        """
        with self._writing():
            now = self.of(kept.owners)
            if now is None or now.seal != kept.seal:
                return
            made = []
            for part in now.parts:
                if part.num != num:
                    made.append(part)
                    continue
                gone = {*outdated(part.names), *columns}
                self._db.executemany(
                    "DELETE FROM figure_column WHERE part = ? AND name = ?", ((num, name) for name in gone)
                )
                self._write_columns(kept.seal, num, columns)
                names = (*(name for name in part.names if name not in gone), *columns)
                made.append(KeptPart(num, part.size, names, part.dead))
            self._write_kept(now, made)

    def forget(self) -> None:
        """Drop everything, in the caller's transaction: it tells of records that are forgotten."""
        self._db.execute("DELETE FROM figure_column")
        self._db.execute("DELETE FROM figure_kept")

    def is_as_written(self, look: Callable[[], None]) -> bool:
        """Tell whether every row is as it was written; `look` is called at every column."""
        left = set(self._db.execute("SELECT part, name FROM figure_column"))
        for (owners,) in self._db.execute("SELECT owners FROM figure_kept").fetchall():
            kept = self._believed(owners)
            if kept is None:
                return False
            for part in kept.parts:
                for name in part.names:
                    look()
                    try:
                        self.column(kept, part, name)
                    except FiguresAltered:
                        return False
                    left.discard((part.num, name))
        return not left

    def _writing(self) -> AbstractContextManager[None]:
        return derived.writing(self._db)

    def _drop(self, owners: str) -> None:
        """Drop what is kept in an order, and what belongs to nothing that can be believed."""
        there = [row[0] for row in self._db.execute("SELECT owners FROM figure_kept")]
        believed = {other: self.of(other) for other in there if other != owners}
        used = [part.num for kept in believed.values() if kept is not None for part in kept.parts]
        for other in there:
            if believed.get(other) is None:
                self._db.execute("DELETE FROM figure_kept WHERE owners = ?", (other,))
        self._db.execute(
            "DELETE FROM figure_column WHERE part NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(used),),
        )

    def _write(self, kept: Kept, before: Sequence[KeptPart], parts: Sequence[tuple[int, Columns]]) -> None:
        (last,) = self._db.execute("SELECT coalesce(max(part), 0) FROM figure_column").fetchone()
        made = list(before)
        for num, (size, columns) in enumerate(parts, last + 1):
            self._write_columns(kept.seal, num, columns)
            made.append(KeptPart(num, size, tuple(columns), 0))
        self._write_kept(kept, made)

    def _write_columns(self, seal: str, num: int, columns: Columns) -> None:
        self._db.executemany(
            "INSERT INTO figure_column (part, name, said, data, mac) VALUES (?,?,?,?,?)",
            (
                (num, name, said, data, self._mac(seal, str(num), name, said, data))
                for name, (said, data) in columns.items()
            ),
        )

    def _write_kept(self, kept: Kept, parts: Sequence[KeptPart]) -> None:
        told = json.dumps(
            {
                "form": _FORM,
                "history": kept.history,
                "seal": kept.seal,
                "parts": [[part.num, part.size, part.names] for part in parts],
            }
        )
        dead = b"".join(part.dead.to_bytes(_bytes_of(part.size), "little") for part in parts)
        self._db.execute(
            "INSERT OR REPLACE INTO figure_kept (owners, told, dead, mac) VALUES (?,?,?,?)",
            (kept.owners, told, dead, self._mac(kept.owners, told, dead)),
        )

    def _mac(self, *pieces: Any) -> bytes:
        return derived.mac(self._key, *pieces)


def _bytes_of(size: int) -> int:
    return (size + 7) // 8
