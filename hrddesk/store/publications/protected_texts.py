"""Texts as received in bundles, with the passages that another desk protects in them.

The texts are kept even if the record changes or is deleted, so that a passage is recognised in every later
text of the field. A text is deleted when its bundle is rejected, unless another bundle contained the text
too. Callers own the transactions.
"""

import json
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.protected_places import Protected, Sent, merged
from hrddesk.records.texts.text_versions import Span
from hrddesk.records.texts.texts import saying_the_same, text_of, texts_of
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange.reviews import WAITING
from hrddesk.store.records.forwarding import merged_away

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store


def note(db: Connection, review: int, record: RecordId, field: str, text: str, spans: Iterable[Span]) -> None:
    """Add the protected passages of a text, as the bundle of a review gave them, to the stored ones."""
    key = (record, field, text)
    db.execute("INSERT OR IGNORE INTO protected_text (record, field, text, spans) VALUES (?,?,?,'{}')", key)
    num, before = db.execute(
        "SELECT num, spans FROM protected_text WHERE record = ? AND field = ? AND text = ?", key
    ).fetchone()
    by_review = json.loads(before)
    by_review[str(review)] = merged([*spans, *map(tuple, by_review.get(str(review), ()))])
    every = json.dumps(by_review)
    if every != before:
        db.execute("UPDATE protected_text SET spans = ? WHERE num = ?", (every, num))


def known(store: "Store") -> Protected:
    """Return all protected texts; those of a merged record count for the record into which it was merged.

    A present text of the record that may have the same content, such as a translation, is protected as a
    whole, since the position of the names in it is unknown.
    """
    rows = store.db.execute("SELECT record, field, text, spans FROM protected_text ORDER BY num").fetchall()
    away = merged_away(store.db) if rows else {}
    texts_by_field: dict[tuple[RecordId, str], list[Sent]] = {}
    for record, field, text, spans in rows:
        key = (away.get(RecordId(record), RecordId(record)), field)
        texts_by_field.setdefault(key, []).append((text, _read(spans)))
    fields: dict[RecordId, set[str]] = {}
    for record_id, field in texts_by_field:
        fields.setdefault(record_id, set()).add(field)
    for record_id, named in fields.items():
        here = store.find(record_id)
        texts = [] if here is None else texts_of(here)
        for text in saying_the_same(texts, named):
            texts_by_field.setdefault((record_id, text.field), [(text.body, ((0, len(text.body)),))])
    return Protected(texts_by_field)


def forget_rejected(db: Connection, review: int) -> None:
    """Delete the passages that a review's bundle gave, except those of records still in the review."""
    rows = db.execute(
        "SELECT num, spans FROM protected_text WHERE json_type(spans, ?) IS NOT NULL"
        " AND record NOT IN (SELECT record FROM review_item WHERE review = ?)",
        (f'$."{review}"', review),
    ).fetchall()
    for num, spans in rows:
        remaining_places = {
            review_number: places
            for review_number, places in json.loads(spans).items()
            if review_number != str(review)
        }
        if remaining_places:
            db.execute(
                "UPDATE protected_text SET spans = ? WHERE num = ?", (json.dumps(remaining_places), num)
            )
        else:
            db.execute("DELETE FROM protected_text WHERE num = ?", (num,))


def forget_unknown(db: Connection) -> None:
    """Delete the texts of records that were never stored and are in no review."""
    db.execute(
        "DELETE FROM protected_text WHERE record NOT IN (SELECT id FROM record)"  # noqa: S608  (a constant)
        f" AND record NOT IN ({WAITING})"
    )


def forget(db: Connection, records: Collection[RecordId] | None) -> None:
    """Delete the texts of these records, or all texts if `records` is None."""
    if records is None:
        db.execute("DELETE FROM protected_text")
    else:
        db.executemany("DELETE FROM protected_text WHERE record = ?", [(record,) for record in records])


def forget_old(store: "Store", is_told: Callable[[str], bool]) -> None:
    """Delete the texts for which `is_told` returns true, unless the field of the record still has the text.

    Texts of records that wait in a review are kept. The passages of a deleted text are transferred to the
    current text of the field.
    """
    db, protected = store.db, known(store)
    away = merged_away(db)
    waiting = {row[0] for row in db.execute(WAITING)}
    rows = db.execute("SELECT num, record, field, text, spans FROM protected_text").fetchall()
    for num, record, field, text, spans in rows:
        owner = away.get(RecordId(record), RecordId(record))
        here = store.find(owner)
        now = text_of(here, field) if here is not None else ""
        if text != now and record not in waiting and is_told(text):
            places = protected.places(owner, field, now)
            for review in json.loads(spans) if places else ():
                note(db, int(review), owner, field, now, places)
            db.execute("DELETE FROM protected_text WHERE num = ?", (num,))


def _read(spans: str) -> tuple[Span, ...]:
    return merged((start, end) for places in json.loads(spans).values() for start, end in places)
