"""Search for records by any substring of their names, free texts and other words.

Names are normalised and scanned, so that even one or two characters are found in any script. Free texts and
other words are indexed as pairs of characters; the index returns a superset, so every hit is verified. User
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

_LOOKED_UP: Final = 8  # pairs looked up in the index; the texts found are searched in full
_READ_FIRST: Final = 300  # texts searched for a single character before the index is used
_UTF_32: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
_RECORDS_FROM: Final = 1 << 30  # added to the numbers of records, which then lie above those of texts
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
"""The SQL queries for entries that only one of two indexes has: texts, and terms with their texts."""
_NOT_FOUND: Final = (
    "SELECT term FROM temp.terms WHERE doc <>"
    " (SELECT count(*) FROM main.search_text WHERE search_text MATCH '\"' || term || '\"') LIMIT 1"
)


def grams(text: str) -> list[str]:
    """Return the pairs of neighbouring characters of a normalised text, and its last character."""
    return [text[i : i + 2] for i in range(len(text))]


def grams_of(text: str) -> str:
    """Return the index entry of a text: its pairs of characters, separated by spaces."""
    normal = names.normalise(text)
    if not normal:
        return ""
    # Long texts have thousands of pairs: these are laid out in one array, not made one by one.
    coding, kind = ("ascii", "B") if normal.isascii() else (_UTF_32, "I")
    own = array(kind, normal.encode(coding))
    laid = array(kind, " ".encode(coding)) * (3 * len(normal))
    laid[::3] = own
    laid[1:-2:3] = own[1:]
    return laid.tobytes().decode(coding)[:-2]


def _indexed(character: str) -> bool:
    """Tell whether the tokenizer of the index certainly keeps a character, instead of splitting the text
    there.

    The Unicode tables of the tokenizer are older than Python's.
    """
    return unicodedata.ucd_3_2_0.category(character).startswith(_INDEXED_CATEGORIES)


def _joined(text: str) -> str:
    """Return a text in lower case without spaces: faster than normalising, enough for `_keeps_its_form`."""
    return "".join(text.casefold().split())


def _keeps_its_form(needle: str) -> bool:
    """Tell whether the search text has only indexed Chinese characters, ASCII letters and ASCII digits.

    Normalising a text changes none of these characters, whatever characters stand beside them, and the
    tokenizer keeps them distinct. So a text that contains them side by side contains the search text, and for
    one or two characters the index alone is conclusive.
    """
    return all((is_han(one) or (one.isascii() and one.isalnum())) and _indexed(one) for one in needle)


def _holds(text: str, needle: str, plain: bool) -> bool:
    """Tell whether a text contains the search text `needle`.

    `plain` is the result of `_keeps_its_form` for `needle`.
    """
    return (plain and not text.isascii() and needle in _joined(text)) or needle in names.normalise(text)


def match_expression(needle: str) -> str | None:
    """Return the MATCH expression for a normalised text.

    Return None if the index cannot help, so that all texts must be read.
    """
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
        """Update the indexed names of a record, inside the caller's transaction."""
        self._names.put(record.kind, [(self._number(record.id), record.id, name_text(record))])

    def index_new(self, added: Iterable[WrittenRecord]) -> None:
        """Index the names, texts and other words of new records, grouped by kind.

        The numbers are written in ascending order: the index is rewritten from its beginning whenever a
        number is lower than the one before.
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
        """Update the names, texts and other words of a record that was indexed before."""
        for number, text in written.texts:
            if text is None:
                self.forget_text(number)
            else:
                self.index_text(number, text)
        self.index(written.record)
        self.index_words(written.record, written.stored.before)

    def names_are_as_made(self, records: Iterable[Record]) -> bool:
        """Tell whether the stored names match `records`, which must be all live records."""
        numbers: dict[RecordId, int] = dict(self._db.execute("SELECT id, num FROM record"))
        expected_names = (
            (record.id, record.kind.value, numbers.get(record.id, -1) // RECORDS_IN_A_ROW, text)
            for record in records
            if (text := name_text(record))
        )
        return sorted(expected_names) == sorted(self._names.every())

    def forget(self, records: Iterable[Record], texts: Iterable[int]) -> None:
        """Remove records from the index, and also free texts by their numbers; what is not indexed is
        ignored.
        """
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
        """Update the index of one free text; `number` is its row in long_text."""
        self.forget_text(number)
        self._db.execute(_INDEXED, (number, grams_of(text)))

    def forget_text(self, number: int) -> None:
        """Remove one free text from the index."""
        self._db.execute("DELETE FROM search_text WHERE rowid = ?", (number,))

    def index_words(self, record: Record, before: Record | None) -> None:
        """Update the index of the other words of a record, if they changed since `before`; None means a new
        record.
        """
        was, text = "" if before is None else word_text(before), word_text(record)
        if text and text != was:
            self.index_text(_RECORDS_FROM + self._number(record.id), text)
        elif was and not text:
            self.forget_text(_RECORDS_FROM + self._number(record.id))

    def _number(self, record_id: RecordId) -> int:
        row = self._db.execute("SELECT num FROM record WHERE id = ?", (record_id,)).fetchone()
        if row is None:  # an older page of the table or of its index was put back
            raise DatabaseDamaged(why=Translatable("a record is not found by its id"))
        return int(row[0])

    def optimize(self) -> None:
        """Merge the index so that it no longer contains the pairs of removed texts."""
        self._db.execute("INSERT INTO search_text (search_text) VALUES ('optimize')")

    def by_name(self, text: str, kind: Kind | None = None) -> Iterator[RecordId]:
        """Return an iterator over the records whose names, title or reference contain the text."""
        needle = names.normalise(text)
        if not needle:
            return iter(())
        return self._names.holding(needle, kind)

    def forms_of_parties(self) -> Iterator[tuple[RecordId, list[str]]]:
        """Yield every party with all forms of its names, sorted by id."""
        refs = dict(self._db.execute("SELECT id, ref FROM party"))
        for owner, kind, _, text in sorted(self._names.every()):
            if kind == Kind.PARTY:
                no_name = names.normalise(refs.get(owner) or "")
                yield owner, [form for form in text.split("\n") if form != no_name]

    def by_text(self, text: str, look: Callable[[], None] = lambda: None) -> Iterator[tuple[RecordId, str]]:
        """Yield the owner and the field of every free text that contains the text.

        `look` is called for each text read, matching or not; an exception from `look` ends the search.
        """
        needle = names.normalise(text)
        if not needle:
            return
        expression, plain = match_expression(needle), _keeps_its_form(needle)
        after = 0
        if expression is not None and len(needle) == 1:
            # The index merges all pairs that begin with the character before it yields the first text, while
            # a common character is found in the first texts.
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
        else:  # read one by one as needed: the first hits do not wait for the last
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
        """Yield every record whose other words may contain the text; the caller must verify the words.

        `every` returns all live records, for searches that no index supports, such as a single symbol.
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
        """Tell whether the index matches the texts and records; only for a read-only connection.

        `records` are all live records. Their words and all texts are indexed again in memory, and the two
        indexes are compared. Each term is also searched for: a damaged index may list terms that a search
        does not find.
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
    """Return the same as `grams_of`, but build it pair by pair."""
    return " ".join(grams(names.normalise(text)))
