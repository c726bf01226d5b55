"""Find records by any part of any name, of their texts, and of their other words.

Names are normalised and scanned, which finds one and two characters in any script. Free texts and other words
are indexed as pairs of characters; what the index finds is a superset, so every hit is looked at again. User
text never reaches MATCH unquoted.
"""

import math
import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from hrddesk.errors import DatabaseDamaged
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.record_writing import WrittenRecord
from hrddesk.store.queries.record_names import RECORDS_IN_A_ROW, RecordNames
from hrddesk.store.queries.search_terms import name_text, word_text

_LOOKED_UP: Final = 8  # pairs that the index is asked for; all are looked for where it leads
_READ_FIRST: Final = 300  # texts in which a lone character is looked for before the index is asked
_UTF_32: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
_RECORDS_FROM: Final = 1 << 30  # above the numbers of texts: that of a record whose words are indexed
_INDEXED_CATEGORIES: Final = ("L", "N", "Co", "Mn", "Mc")  # as in schema.sql's tokenizer

_INDEXED: Final = "INSERT INTO search_text (rowid, grams) VALUES (?,?)"
_TERMS: Final = "SELECT term, count(*), sum(doc) FROM temp.{} GROUP BY term"
_DIFFERENCES: Final = tuple(
    f"{one} EXCEPT {other} LIMIT 1"
    for here, there in (
        ("SELECT rowid FROM main.search_text", "SELECT rowid FROM temp.anew"),
        (_TERMS.format("here"), _TERMS.format("there")),
    )
    for one, other in ((here, there), (there, here))
)
"""What one index has and the other has not: texts, and terms with the texts that have them."""
_NOT_FOUND: Final = (
    "SELECT term FROM temp.terms WHERE doc <>"
    " (SELECT count(*) FROM main.search_text WHERE search_text MATCH '\"' || term || '\"') LIMIT 1"
)


def grams(text: str) -> list[str]:
    """Return the pairs of neighbouring characters of a normalised text, and its last character."""
    return [text[i : i + 2] for i in range(len(text))]


def grams_of(text: str) -> str:
    """Return what the index is given of a text: its pairs, with spaces between."""
    normal = names.normalise(text)
    if not normal:
        return ""
    # Long texts hold thousands: they are laid beside each other, not made one by one.
    coding, kind = ("ascii", "B") if normal.isascii() else (_UTF_32, "I")
    own = array(kind, normal.encode(coding))
    laid = array(kind, " ".encode(coding)) * (3 * len(normal))
    laid[::3] = own
    laid[1:-2:3] = own[1:]
    return laid.tobytes().decode(coding)[:-2]


def _indexed(character: str) -> bool:
    """Tell whether the tokenizer surely keeps the character; its tables are older than Python's."""
    return unicodedata.ucd_3_2_0.category(character).startswith(_INDEXED_CATEGORIES)


def _joined(text: str) -> str:
    """Return a text in small letters, without spaces; to normalise one of many scripts takes far longer."""
    return "".join(text.casefold().split())


def _keeps_its_form(needle: str) -> bool:
    """Tell whether all of it are Chinese characters, and letters and digits of ASCII, that the index has.

    Normalising a text changes none of them, whatever stands beside them, and the tokenizer takes none for
    another: where they stand beside each other in a text, it holds them, and one or two of them are told by
    the index alone.
    """
    return all((is_han(one) or (one.isascii() and one.isalnum())) and _indexed(one) for one in needle)


def _holds(text: str, needle: str, plain: bool) -> bool:
    """Tell whether a text holds what is looked for, which keeps its form if it is plain."""
    return (plain and not text.isascii() and needle in _joined(text)) or needle in names.normalise(text)


def match_expression(needle: str) -> str | None:
    """Return the MATCH expression for a normalised text; None when no index can help and all must be read."""
    if len(needle) == 1:
        return f'"{needle}" *' if _indexed(needle) else None
    pairs = list(dict.fromkeys(pair for pair in grams(needle)[:-1] if all(_indexed(c) for c in pair)))
    sample_pairs = pairs[:: math.ceil(len(pairs) / _LOOKED_UP) or 1]  # from all over the text
    return " AND ".join(f'"{pair}"' for pair in sample_pairs) or None


class Search:
    """The search index of an open vault."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._names = RecordNames(db)

    def index(self, record: Record) -> None:
        """Bring a record's names up to date, inside the caller's transaction."""
        self._names.put(record.kind, [(self._number(record.id), record.id, name_text(record))])

    def index_new(self, added: Iterable[WrittenRecord]) -> None:
        """Index records that were never here: their names, texts and other words, each kind at once.

        The index is written anew from its beginning whenever a number is lower than the one before.
        """
        called: dict[Kind, list[tuple[int, RecordId, str]]] = {}
        texts, words = [], []
        for new in added:
            if text := name_text(new.record):
                called.setdefault(new.record.kind, []).append((new.number, new.record.id, text))
            texts += [(number, grams_of(text or "")) for number, text in new.texts]
            if text := word_text(new.record):
                words.append((_RECORDS_FROM + new.number, grams_of(text)))
        for kind, rows in called.items():
            self._names.put(kind, rows)
        self._db.executemany(_INDEXED, texts)
        self._db.executemany(_INDEXED, words)

    def index_changed(self, written: WrittenRecord) -> None:
        """Bring names, texts and other words of a record up to date that was here before."""
        for number, text in written.texts:
            if text is None:
                self.forget_text(number)
            else:
                self.index_text(number, text)
        self.index(written.record)
        self.index_words(written.record, written.stored.before)

    def names_are_as_made(self, records: Iterable[Record]) -> bool:
        """Tell whether the names are what these records make them, which are all that live."""
        numbers: dict[RecordId, int] = dict(self._db.execute("SELECT id, num FROM record"))
        expected_names = (
            (record.id, record.kind.value, numbers.get(record.id, -1) // RECORDS_IN_A_ROW, text)
            for record in records
            if (text := name_text(record))
        )
        return sorted(expected_names) == sorted(self._names.every())

    def forget(self, records: Iterable[Record], texts: Iterable[int]) -> None:
        """Take records out of the index, and free texts by number; some may never have been here."""
        called: dict[Kind, list[tuple[int, RecordId, str]]] = {}
        row_numbers = list(texts)
        for record in records:
            for (number,) in self._db.execute("SELECT num FROM record WHERE id = ?", (record.id,)).fetchall():
                called.setdefault(record.kind, []).append((number, record.id, ""))
                if word_text(record):
                    row_numbers.append(_RECORDS_FROM + number)
        for kind, rows in called.items():
            self._names.put(kind, sorted(rows))
        self._db.executemany("DELETE FROM search_text WHERE rowid = ?", [(number,) for number in row_numbers])

    def index_text(self, number: int, text: str) -> None:
        """Bring one free text up to date; `number` is its row in long_text."""
        self.forget_text(number)
        self._db.execute(_INDEXED, (number, grams_of(text)))

    def forget_text(self, number: int) -> None:
        """Take one free text out of the index."""
        self._db.execute("DELETE FROM search_text WHERE rowid = ?", (number,))

    def index_words(self, record: Record, before: Record | None) -> None:
        """Bring a record's other words up to date; `before` is what it was, None for a new one."""
        was, text = "" if before is None else word_text(before), word_text(record)
        if text and text != was:
            self.index_text(_RECORDS_FROM + self._number(record.id), text)
        elif was and not text:
            self.forget_text(_RECORDS_FROM + self._number(record.id))

    def _number(self, record_id: RecordId) -> int:
        row = self._db.execute("SELECT num FROM record WHERE id = ?", (record_id,)).fetchone()
        if row is None:  # a page of an older day was put in, of the table or of its index
            raise DatabaseDamaged(why=Translatable("a record is not found by its id"))
        return int(row[0])

    def optimize(self) -> None:
        """Write the index anew without the pairs of texts that were taken out: until then they lie in it."""
        self._db.execute("INSERT INTO search_text (search_text) VALUES ('optimize')")

    def by_name(self, text: str, kind: Kind | None = None) -> Iterator[RecordId]:
        """Return, as they are wanted, the records one of whose names, titles or references holds the text."""
        needle = names.normalise(text)
        if not needle:
            return iter(())
        return self._names.holding(needle, kind)

    def forms_of_parties(self) -> Iterator[tuple[RecordId, list[str]]]:
        """Yield every party with all forms of its names, in the order of the ids."""
        refs = dict(self._db.execute("SELECT id, ref FROM party"))
        for owner, kind, _, text in sorted(self._names.every()):
            if kind == Kind.PARTY:
                no_name = names.normalise(refs.get(owner) or "")
                yield owner, [form for form in text.split("\n") if form != no_name]

    def by_text(self, text: str, look: Callable[[], None] = lambda: None) -> Iterator[tuple[RecordId, str]]:
        """Yield the owner and the field of every free text that holds the text.

        `look` is called for each text that is read, found or not: what it raises ends the search.
        """
        needle = names.normalise(text)
        if not needle:
            return
        expression, plain = match_expression(needle), _keeps_its_form(needle)
        after = 0
        if expression is not None and len(needle) == 1:
            # All pairs that begin with it are merged before the first text comes, while what is common in
            # texts stands in the first ones.
            first = "SELECT num, owner, field, text FROM long_text ORDER BY num LIMIT ?"
            for number, owner, field, body in self._db.execute(first, (_READ_FIRST,)):
                look()
                after = number
                if _holds(body, needle, plain):
                    yield RecordId(owner), str(field)
        exact = expression is not None and plain and len(needle) <= 2
        column_list = "t.owner, t.field, ''" if exact else "t.owner, t.field, t.text"
        if expression is None:
            rows = self._db.execute(f"SELECT {column_list} FROM long_text t")  # noqa: S608  (constants above)
        else:  # one after the other as they are wanted: the first ones do not wait for the last
            rows = self._db.execute(
                f"SELECT {column_list} FROM search_text s CROSS JOIN long_text t ON t.num = s.rowid"  # noqa: S608  (constants)
                " WHERE search_text MATCH ? AND s.rowid > ?",
                (expression, after),
            )
        for owner, field, body in rows:
            look()
            if exact or _holds(body, needle, plain):
                yield RecordId(owner), str(field)

    def by_words(self, text: str, every: Callable[[], Iterable[Record]]) -> Iterator[RecordId]:
        """Yield every record whose other words may hold the text; who asks looks again at the words.

        `every` returns all records that live, for what no index can help with: a lone sign.
        """
        needle = names.normalise(text)
        if not needle:
            return
        expression = match_expression(needle)
        if expression is None:
            yield from (record.id for record in every() if needle in word_text(record))
            return
        rows = self._db.execute(
            "SELECT id FROM record WHERE deleted = 0 AND num IN"
            " (SELECT rowid - ?1 FROM search_text WHERE search_text MATCH ?2 AND rowid > ?1)",
            (_RECORDS_FROM, expression),
        )
        for (owner,) in rows:
            yield RecordId(owner)

    def texts_are_as_made(self, records: Iterable[Record]) -> bool:
        """Tell whether the index is what texts and records make it; for a connection that only reads.

        `records` are all that live. What is in them is indexed anew in memory, and both indexes are compared.
        Each term is searched for, too: a damaged index may list terms that a search does not reach.
        """
        self._db.execute("PRAGMA query_only = OFF")  # of tables in memory, too
        self._db.execute("SAVEPOINT before")
        try:
            (table_sql,) = self._db.execute(
                "SELECT sql FROM sqlite_master WHERE name = 'search_text'"
            ).fetchone()
            self._db.execute(str(table_sql).replace("search_text", "temp.anew", 1))
            # Where pages do not fit together, a text may come out as none.
            texts = self._db.execute("SELECT num, text FROM long_text")
            self._db.executemany(
                "INSERT INTO temp.anew (rowid, grams) VALUES (?,?)",
                chain(
                    ((number, _spaced(text or "")) for number, text in texts),
                    (
                        (_RECORDS_FROM + self._number(record.id), _spaced(text))
                        for record in records
                        if (text := word_text(record))
                    ),
                ),
            )
            self._db.execute("CREATE VIRTUAL TABLE temp.here USING fts5vocab(main, search_text, instance)")
            self._db.execute("CREATE VIRTUAL TABLE temp.there USING fts5vocab(temp, anew, instance)")
            self._db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(temp, anew, row)")
            return not any(self._db.execute(sql).fetchall() for sql in (*_DIFFERENCES, _NOT_FOUND))
        finally:
            self._db.execute("ROLLBACK TO before")
            self._db.execute("RELEASE before")
            self._db.execute("PRAGMA query_only = ON")


def _spaced(text: str) -> str:
    """Return what `grams_of` does, made one pair at a time."""
    return " ".join(grams(names.normalise(text)))
