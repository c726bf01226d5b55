"""The traps of full-text search that lose records: each is shown to be one, and not to catch our search."""

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from hrddesk.actions.analysis import search
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import names
from hrddesk.store.vault.session import Session

TIBETAN = "བསྟན་འཛིན་གྱིས་ཤིང་ཁ་བཏང་།"


def _store(session: Session, *records: Record) -> list[RecordId]:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)
    return [record.id for record in records]


def _named(name: str) -> Record:
    return Record(kind=Kind.PARTY, id=new_id()).with_elements("names", [{"name": name}])


def _told(narrative: str) -> Record:
    return Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=narrative)


def _found(session: Session, text: str) -> set[RecordId]:
    return {hit.id for hit in search.find(session.store, text)}


def _naive(session: Session, tokenizer: str, text: str, query: str) -> bool:
    """Tell whether an index as it comes out of the box finds the query in the text."""
    db = session.store.db
    db.execute(f"CREATE VIRTUAL TABLE temp.naive USING fts5(text, tokenize = '{tokenizer}')")
    try:
        db.execute("INSERT INTO temp.naive VALUES (?)", (text,))
        rows = db.execute("SELECT 1 FROM temp.naive WHERE naive MATCH ?", (query,)).fetchall()
    finally:
        db.execute("DROP TABLE temp.naive")
    return bool(rows)


def test_trap_trigram_finds_no_name_of_two_characters_and_drops_short_terms(session: Session) -> None:
    assert not _naive(session, "trigram", "胡岚在家", '"胡岚"')
    assert _naive(session, "trigram", "no such word, but a river", '"xy" "river"')  # the short one is gone
    who, case = _store(session, _named("胡岚"), _told("昨晚胡岚在家 by the river"))
    for query in ("胡岚", "岚", "胡"):
        assert _found(session, query) == {who, case}
    assert _found(session, "ri") == {case}
    assert _found(session, "xy") == set()
    assert _found(session, "xyriver") == set()


def test_trap_unicode61_shreds_tibetan(session: Session) -> None:
    # A vowel sign is no letter for the default tokenizer: it parts the syllable, and any vowel is any other.
    assert _naive(session, "unicode61", TIBETAN, '"འཛུན"')
    case, other, who = _store(session, _told(TIBETAN), _told("འཛུན"), _named("བསྟན་འཛིན"))
    assert _found(session, "འཛིན") == {case, who}
    assert _found(session, "བསྟན་འཛིན") == {case, who}
    assert _found(session, "བསྟན འཛིན") == {case, who}
    assert _found(session, "འཛུན") == {other}  # another vowel is another word
    assert _found(session, "ི") == {case, who}


@pytest.mark.parametrize(
    "query",
    ['"', '""', 'heron" OR "crane', "heron OR crane", "NEAR(heron crane)", "grams:heron", "heron*", "her*n",
     "^heron", "-heron", "(heron", "heron)", "AND", "NOT heron", "{heron}: crane", "%", "_", "h%n", "[h]",
     "?", "heron; DROP TABLE record", "'", "\\", "heron\0crane", "a\nb", "+", "{", "rowid:1",
     "heron+crane"],
)  # fmt: skip
def test_trap_what_is_typed_never_reaches_match_as_it_is(session: Session, query: str) -> None:
    texts = ["a heron stood", "the crane; heron OR crane?", 'said "heron"', "50 % of them_all", "[h] her*n"]
    told = [_told(text) for text in texts]
    people = [_named(text) for text in texts]
    _store(session, *told, *people)
    wanted = names.normalise(query)
    scanned = {
        record.id
        for records in (told, people)
        for record, text in zip(records, texts, strict=True)
        if wanted and wanted in names.normalise(text)
    }
    assert _found(session, query) == scanned


def test_trap_what_is_typed_is_syntax_for_match(session: Session) -> None:
    with pytest.raises(DatabaseError):
        _naive(session, "unicode61", "a heron stood", '"heron')
    assert _naive(session, "unicode61", "the crane stood", "heron OR crane")


def test_trap_bm25_is_not_asked_for(session: Session) -> None:
    once, often = _store(session, _told("heron " + "reeds " * 200), _told("heron " * 50))
    asked: list[str] = []
    session.store.db.set_trace_callback(asked.append)
    try:
        found = [hit.id for hit in search.find(session.store, "heron")]
    finally:
        session.store.db.set_trace_callback(None)
    assert found == [once, often]  # in the order in which they came: the best rank would be the other one
    assert any("MATCH" in statement for statement in asked)
    assert not any(word in statement for statement in asked for word in ("bm25", "rank"))
