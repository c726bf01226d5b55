"""The erasure of records from a vault: from its tables, its history, its free pages.

`erase` is a part of one transaction. `finish` then deletes files and writes the database anew; until it has
ended, the vault has a marker, and the next opening continues.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.records.model.record import RecordId
from hrddesk.store.database import connection
from hrddesk.store.database.connection import Connection
from hrddesk.store.evidence import custody, file_origins
from hrddesk.store.exchange import bundle_lines, contacts, receipt_rows, reviews
from hrddesk.store.publications import protected_texts, published_people
from hrddesk.store.queries import dismissals, protected_names
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store
from hrddesk.store.vault.drafts import DraftFile

FORGOTTEN: Final = "vault.forgotten"
"""The name of the act of forgetting in the history."""

UNFINISHED: Final = "forgetting.unfinished"
"""The setting that is "1" from the erasure of rows to the end of the steps after it."""

UNROTATED: Final = "forgetting.unrotated"
"""The setting that is "1" from the erasing of rows until the vault has a new key."""

_ID: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
_ESCAPED: Final = re.compile(r"\\[nrtbf]")
_HAN: Final = "㐀-鿿"
_SHORTEST_HAN: Final = 2
_SHORTEST: Final = 4  # characters of a name in a script with spaces: "Li" is in too many texts


@dataclass(frozen=True, slots=True)
class Scope:
    """What `erase` erases: records, and items of reviews, each as (number of the review, record id).

    All other data about these are erased too. If `everything` is True, the whole content of the vault is.
    """

    records: Collection[RecordId]
    items: Collection[tuple[int, str]]
    names: Collection[str]
    """Names of the people concerned: versions of other records that contain one are erased too."""
    everything: bool


def erase(store: Store, change: Change, scope: Scope) -> None:
    """Erase everything in `scope`, in the caller's transaction; only ids, and history rows without content,
    remain.
    """
    erased = _Gone(scope)
    if not scope.everything:
        erased.learn(store)
    for record_id in scope.records:
        change.forget(record_id)
    db = store.db
    _erase_reviews(db, erased)
    _erase_publications(db, erased)
    _erase_imports(db, erased)
    _erase_versions(store, erased)
    receipt_rows.forget_asks(db, None if erased.everything else erased.records)
    contacts.forget_files(db, None if erased.everything else erased.records)
    file_origins.forget(db, None if erased.everything else erased.records)
    file_origins.forget_unknown(db)
    protected_texts.forget(db, None if erased.everything else erased.records)
    protected_texts.forget_unknown(db)
    protected_texts.forget_old(store, erased.is_told_by)
    custody.forget(db, None if erased.everything else erased.records)
    for finding, aside in dismissals.every(db).items():
        if erased.everything or erased.is_told_by(" ".join((aside.reason, *aside.records))):
            dismissals.remove(db, finding)
    for sha256 in erased.hashes - _spoken_of(db):
        db.execute("DELETE FROM staged_blob WHERE sha256 = ?", (sha256,))
        store.blobs.drop(sha256)
    if scope.everything:
        db.execute("DELETE FROM staged_blob")
        db.execute("DELETE FROM blob")
    change.set_setting(UNFINISHED, "1")
    change.set_setting(UNROTATED, "1")
    for row_id in store.ledger.touched():  # earlier states of contacts' lists, imports, publications
        store.history.erase(row_id)
    store.search.optimize()


def is_unfinished(store: Store) -> bool:
    """Tell whether `finish` has not ended yet after an erasure."""
    return store.setting(UNFINISHED) == "1"


def is_rotation_due(store: Store) -> bool:
    """Tell whether something was forgotten since the vault got its data key.

    The spare blocks of an SSD and backups still have the forgotten data, encrypted with that key.
    """
    return store.setting(UNROTATED) == "1"


def note_rotation(store: Store, change: Change) -> None:
    """Store that no rotation is due any more, in the transaction that stores the new data key."""
    if is_rotation_due(store):
        change.set_setting(UNROTATED, "")


def finish(store: Store, drafts: DraftFile, scope: Scope | None = None) -> None:
    """Remove drafts and files about the erased records, and leave no page with their content.

    After a kill `scope` is None: it is unknown which drafts were about the erased records, and all drafts are
    removed. The other content of the vault is kept in any case. No other connection may be reading. Raise
    DiskFull, WriteFailed, VaultInUse.
    """
    erased = None if scope is None or scope.everything else _Gone(scope)
    drafts.purge(lambda item: erased is None or erased.is_in_draft(item))
    if scope is None:
        drafts.end_purge()  # at an opening no window has drafts
    store.blobs.sweep()
    connection.make_anew(store.db)
    connection.empty_wal(store.db)
    with store.change("vault.cleaned") as change:
        change.set_setting(UNFINISHED, "")
    connection.empty_wal(store.db)


def telling(names: Iterable[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a text, or a piece of JSON, contains one of these
    names in full.
    """
    forms = []
    for name in {" ".join(name.split()) for name in names}:
        written = re.escape(json.dumps(name, ensure_ascii=False)[1:-1])
        if re.fullmatch(f"[{_HAN}·]+", name):
            forms += [written] if len(name) >= _SHORTEST_HAN else []
        elif len(name) >= _SHORTEST:
            forms.append(rf"(?<!\w){written}(?!\w)")
    if not forms:
        return lambda _: False
    pattern = re.compile("|".join(sorted(forms)))
    # The n of an escaped line end must not count as a letter before a name.
    return lambda text: pattern.search(_ESCAPED.sub(" ", text)) is not None


def ids_in(text: str) -> set[str]:
    """Return the record ids in a text."""
    return set(_ID.findall(text))


class _Gone:
    """The ids, content hashes, import keys and names by which other data refer to the erased records."""

    def __init__(self, scope: Scope) -> None:
        self.records = frozenset(scope.records)
        self.items = scope.items
        self.everything = scope.everything
        self.hashes: set[str] = set()
        self.keys: set[tuple[str, str, str]] = set()
        self._telling = telling(scope.names)

    def learn(self, store: Store) -> None:
        """Collect content hashes and import keys from all versions of the records that the
        vault still has.
        """
        for record_id in self.records:
            for state in store.history.states(record_id):
                self._learn(state)
        for review, record in self.items:
            self._learn(json.loads(reviews.line_of(store.db, review, record))["record"])

    def is_in_draft(self, draft: Mapping[str, Any]) -> bool:
        """Tell whether a draft contains the id of an erased record or the name of an erased person."""
        return self.is_told_by(json.dumps(draft, ensure_ascii=False))

    def names_record(self, text: str) -> bool:
        """Tell whether a text contains the id of an erased record."""
        return not ids_in(text).isdisjoint(self.records)

    def _learn(self, state: dict[str, Any]) -> None:
        sha256 = state["fields"].get("sha256")
        if sha256:
            self.hashes.add(sha256)
        for key in state["lists"].get("keys", {}).values():
            self.keys.add((key.get("source", ""), key.get("file", ""), key.get("key", "")))

    def is_told_by(self, text: str) -> bool:
        """Tell whether a text contains the id of an erased record or the name of an erased person."""
        return self.names_record(text) or self._telling(text)


def _erase_reviews(db: Connection, erased: _Gone) -> None:
    touched = {review for review, _ in erased.items}
    db.executemany("DELETE FROM review_item WHERE review = ? AND record = ?", sorted(erased.items))
    for review in sorted(touched):
        if not reviews.waiting(db, review):  # then the same bundle may be read again
            reviews.forget(db, review)
    if erased.everything:
        for row in reviews.all_reviews(db):
            reviews.forget(db, row.num)
        bundle_lines.drop(db, None)
    else:
        bundle_lines.drop_receipts(db, erased.names_record)


def _erase_publications(db: Connection, erased: _Gone) -> None:
    """Erase every publication that mentions an erased record: its labels and its text reveal the record."""
    rows = db.execute("SELECT num, request, labels, model, file FROM publication").fetchall()
    for num, *texts in rows:
        is_mentioned = any(map(erased.is_told_by, texts))
        if erased.everything or is_mentioned:
            db.execute("DELETE FROM publication WHERE num = ?", (num,))
            published_people.erase(db, num)
    for num in {num for num, text in published_people.words(db) if erased.is_told_by(text)}:
        published_people.erase(db, num)
    counts = published_people.counts(db)
    for num in {row.publication for row in counts if erased.is_told_by(f"{row.asked} {row.cell}")}:
        published_people.erase_counts(db, num)
    published_people.forget(db, erased.records)
    if erased.everything:
        published_people.forget_all(db)
        protected_names.forget_all(db)


def _erase_imports(db: Connection, erased: _Gone) -> None:
    if erased.everything:
        db.execute("DELETE FROM import_row")
        db.execute("DELETE FROM import_log")
        return
    db.executemany(
        "DELETE FROM import_row WHERE act IN (SELECT act FROM import_log)"
        " AND source = ? AND file = ? AND key = ?",
        sorted(erased.keys),
    )
    for source, file, key, act, cells in db.execute(
        "SELECT source, file, key, act, cells FROM import_row"
    ).fetchall():
        if erased.is_told_by(cells):
            db.execute(
                "DELETE FROM import_row WHERE source = ? AND file = ? AND key = ? AND act = ?",
                (source, file, key, act),
            )
    # An import of which no record is left is forgotten, with the name of its folder.
    db.execute(
        "DELETE FROM import_log WHERE NOT EXISTS (SELECT 1 FROM history h JOIN history_content c"
        " ON c.num = h.num JOIN record r ON r.id = h.record"
        " WHERE h.act = import_log.act AND c.state <> x'')"
    )


def _erase_versions(store: Store, erased: _Gone) -> None:
    """Erase earlier versions of other records that mention the erased ones.

    Present versions stay: it is for the user to change them.
    """
    if erased.everything:
        return
    latest = {row[0] for row in store.db.execute("SELECT history FROM record")}
    cursor = store.db.execute("SELECT num, unpacked(state) FROM history_content WHERE state <> x''")
    old = [num for num, state in cursor if num not in latest and erased.is_told_by(state)]
    sql = f"SELECT i.num, {reviews.LINE} FROM {reviews.ITEMS} WHERE {reviews.ACT} IS NOT NULL"  # noqa: S608  (constants)
    item_numbers = [(num,) for num, line in store.db.execute(sql) if erased.is_told_by(line)]
    store.db.executemany("DELETE FROM review_item WHERE num = ?", item_numbers)
    reviews.spell_out(store.db, old)
    store.db.executemany("DELETE FROM history_content WHERE num = ?", ((num,) for num in old))


def _spoken_of(db: Connection) -> set[str]:
    """Return the hashes of the files of all evidence records: present, former, and received in reviews."""
    return {
        row[0]
        for row in db.execute(
            "SELECT sha256 FROM evidence UNION"
            " SELECT json_extract(unpacked(c.state), '$.record.fields.sha256') FROM record r"
            " JOIN history h ON h.record = r.id JOIN history_content c ON c.num = h.num"
            " WHERE r.kind = 'evidence' UNION"
            " SELECT json_extract(line, '$.record.fields.sha256') FROM review_item"
        )
    }


def still_telling(store: Store, scope: Scope) -> list[RecordId]:
    """Return the records that would remain although they contain the name of an erased person."""
    is_told, going_ids = telling(scope.names), frozenset(scope.records)
    rows = store.db.execute(
        "SELECT r.id, unpacked(c.state) FROM record r JOIN history_content c ON c.num = r.history"
        " WHERE r.deleted = 0 ORDER BY r.num"
    )
    return [RecordId(record_id) for record_id, state in rows if record_id not in going_ids and is_told(state)]
