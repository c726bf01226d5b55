"""Search finds what a brute-force scan finds, in every script, down to one character."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hrddesk.errors import DatabaseDamaged
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import names
from hrddesk.records.texts.texts import bodies as bodies_of
from hrddesk.store.queries import search
from hrddesk.store.vault.session import Session

_ALPHABET = "ab é7-.'王丽华安庆བོད་ཡིགئۇيغۇرӨмᠮᠣᠩ𠮷😀\"*( "
_TEXTS = st.text(st.sampled_from(_ALPHABET), min_size=1, max_size=24)


def _party(*given_names: str) -> Record:
    return Record(kind=Kind.PARTY, id=new_id()).with_elements(
        "names", [{"name": name} for name in given_names]
    )


def _store(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def _by_name(session: Session, text: str) -> set[RecordId]:
    return set(session.store.search.by_name(text))


@given(text=_TEXTS | st.text(st.characters(exclude_categories=["Cs"])))
@example(text="")
@example(text=" .")
def test_the_index_is_given_the_pairs_of_a_text(text: str) -> None:
    pairs = search.grams(names.normalise(text))
    assert search.grams_of(text) == " ".join(pairs)
    assert [pair[0] for pair in pairs] == list(names.normalise(text))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(bodies=st.lists(_TEXTS, min_size=1, max_size=6), query=_TEXTS | st.text(min_size=1, max_size=3))
def test_free_texts_are_found_just_as_a_scan_finds_them(
    session: Session, bodies: list[str], query: str
) -> None:
    query = query.encode("utf-8", "ignore").decode().replace("\0", "") or "a"
    bodies = [*bodies, f"x{query}y"]
    made = [Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=body) for body in bodies]
    made += [Record(kind=Kind.SOURCE, id=new_id()).with_elements(TEXTS, [{"body": body}]) for body in bodies]
    _store(session, *made)
    needle = names.normalise(query)
    every = [*session.store.all(Kind.CASE), *session.store.all(Kind.SOURCE)]
    expected = {
        record.id
        for record in every
        if needle and any(needle in names.normalise(text) for text in bodies_of(record).values())
    }
    assert {owner for owner, _ in session.store.search.by_text(query)} == expected


@settings(max_examples=500, deadline=None)
@given(
    before=st.text(max_size=3),
    needle=st.text("azAZ09岚單", min_size=1, max_size=3),
    after=st.text(max_size=3),
)
def test_what_keeps_its_form_is_in_a_text_wherever_it_stands_there(
    before: str, needle: str, after: str
) -> None:
    wanted = names.normalise(needle)
    assert search._keeps_its_form(wanted)
    assert wanted in search._joined(f"x {needle} x")
    assert wanted in names.normalise(f"x {needle} x")
    for text in (before + needle + after, needle + "\u0301" + after, before + "\u0f72" + needle + "\u0338"):
        if wanted in search._joined(text):
            assert wanted in names.normalise(text)


def test_two_characters_of_a_chinese_name_find_it(session: Session) -> None:
    wanted = _party("梅若溪", "Mei Ruoxi")
    _store(session, wanted, _party("Other"))
    for query in ("若溪", "溪", "梅若溪", "meiruoxi", "Mei Ruoxi", "MEI  RUOXI", "ruoxi mei", "méi ruòxī"):
        assert _by_name(session, query) == {wanted.id}, query


def test_every_record_with_a_name_is_found(session: Session) -> None:
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(title="The mill", ref="AB2C-2026-0001")
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(place_text="Anqing mill")
    item = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(original_name="mill.png")
    _store(session, case, event, item)
    assert _by_name(session, "mill") == {case.id, event.id, item.id}
    assert list(session.store.search.by_name("mill", Kind.CASE)) == [case.id]
    assert _by_name(session, "ab2c-2026") == {case.id}


def test_a_name_that_is_gone_is_not_found(session: Session) -> None:
    party = _party("Vanishing")
    _store(session, party)
    _store(session, Record(kind=Kind.PARTY, id=party.id))
    assert _by_name(session, "vanishing") == set()


def _by_words(session: Session, text: str) -> set[RecordId]:
    def every() -> list[Record]:
        return [record for kind in Kind for record in session.store.all(kind)]

    return set(session.store.search.by_words(text, every))


def test_other_words_are_found_until_they_are_gone(session: Session) -> None:
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(title="The mill")
    tagged = case.with_elements("tags", [{"text": "寻衅滋事"}])
    _store(session, tagged, Record(kind=Kind.CASE, id=new_id()).with_fields(title="The dam"))
    for query in ("寻衅", "衅", "尋釁", "xunxin"):
        assert _by_words(session, query) == {case.id}, query
    assert _by_words(session, "mill") == set()  # a name is found as one
    assert list(session.store.search.by_text("寻衅")) == []
    assert _by_words(session, "-") == set()
    assert _by_words(session, "😀") == set()
    smiling = Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": "a 😀 b"}])
    _store(session, smiling)
    assert _by_words(session, "😀") == {smiling.id}  # no index knows such signs
    _store(session, case.with_elements("tags", [{"text": "river"}]))
    assert _by_words(session, "寻衅") == set()
    assert _by_words(session, "river") == {case.id}
    _store(session, case)
    assert _by_words(session, "river") == set()
    _store(session, tagged)
    with session.store.change("test") as change:
        change.delete(case.id)
    assert _by_words(session, "寻衅") == set()


def test_an_index_that_lacks_words_is_told(session: Session) -> None:
    made = [Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": "river"}]) for _ in range(3)]
    _store(session, *made)
    reader = session.reader()
    assert reader.search.texts_are_as_made(reader.all(Kind.CASE))
    assert not reader.search.texts_are_as_made([])
    reader.close()
    session.store.search.forget(made[1:2], ())
    reader = session.reader()
    assert not reader.search.texts_are_as_made(reader.all(Kind.CASE))
    reader.close()
    session.store.search.index_words(made[1], None)
    reader = session.reader()
    assert reader.search.texts_are_as_made(reader.all(Kind.CASE))
    reader.close()


def test_a_query_of_any_length_is_looked_up(session: Session) -> None:
    letters = "".join(chr(0x4E00 + number) for number in range(5000))
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=f"x {letters} y")
    other = Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=letters[:4000])
    _store(session, case, other)
    assert list(session.store.search.by_text(letters)) == [(case.id, "narrative")]


@pytest.mark.parametrize("character", ["岚", "q", "7"])
def test_a_lone_character_is_found_once_in_the_first_texts_and_in_those_after_them(
    session: Session, monkeypatch: pytest.MonkeyPatch, character: str
) -> None:
    told = [f"x {character} y {number}" if number % 2 else "x" for number in range(9)]
    made = [Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=text) for text in told]
    _store(session, *made)
    wanted = [case.id for case, text in zip(made, told, strict=True) if character in text]
    for first in range(11):
        monkeypatch.setattr(search, "_READ_FIRST", first)
        assert [owner for owner, _ in session.store.search.by_text(character)] == wanted


def test_of_a_long_query_the_index_is_asked_for_pairs_from_all_over_it() -> None:
    asked = (search.match_expression("abcdefghijklmnopqrstuvwxyz") or "").split(" AND ")
    assert len(asked) == 7
    assert (asked[0], asked[-1]) == ('"ab"', '"yz"')
    assert search.match_expression("abc") == '"ab" AND "bc"'


def test_a_text_that_changed_is_found_by_its_new_words_only(session: Session) -> None:
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(narrative="before")
    _store(session, case)
    _store(session, case.with_fields(narrative="after"))
    assert list(session.store.search.by_text("before")) == []
    assert list(session.store.search.by_text("after")) == [(case.id, "narrative")]
    _store(session, case.with_fields(narrative=None))
    assert list(session.store.search.by_text("after")) == []


@pytest.mark.parametrize("query", ["", "  ", "\u200b", "་", "\udcff", "\ud800\x00"])
def test_nothing_finds_nothing(session: Session, query: str) -> None:
    _store(session, _party("Somebody"))
    assert list(session.store.search.by_name(query)) == []
    assert list(session.store.search.by_text(query)) == []


def test_no_query_reaches_the_index_as_syntax() -> None:
    assert search.match_expression('a" OR "b') is not None
    assert '" OR "' not in (search.match_expression('a"or"b') or "")
    assert search.match_expression('"') is None
    assert search.match_expression("a") == '"a" *'


def test_a_way_to_the_terms_that_is_not_whole_is_told(session: Session) -> None:
    many_terms = "".join(chr(0x4E00 + number) for number in range(4000))  # more than a page of them
    _store(session, Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=many_terms))
    reader = session.reader()
    assert reader.search.texts_are_as_made([])
    reader.close()
    db = session.store.db
    for change in (
        "UPDATE search_text_idx SET term = x'307a7a' WHERE pgno = 6",
        "UPDATE search_text_idx SET pgno = pgno + 2 WHERE pgno > 4",
        "DELETE FROM search_text_idx WHERE pgno = 6",
        "DELETE FROM search_text_idx WHERE pgno > 4",
    ):
        kept = db.execute("SELECT * FROM search_text_idx").fetchall()
        assert db.execute(change).rowcount > 0
        reader = session.reader()
        assert not reader.search.texts_are_as_made([])
        reader.close()
        db.execute("DELETE FROM search_text_idx")
        db.executemany("INSERT INTO search_text_idx VALUES (?,?,?)", kept)
    assert session.reader().search.texts_are_as_made([])


def test_the_index_of_many_texts_is_compared(session: Session) -> None:
    cases = [
        Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=f"willow {number}") for number in range(600)
    ]
    _store(session, *cases)
    reader = session.reader()
    assert reader.search.texts_are_as_made([])
    gone = session.store.db.execute("SELECT max(num) FROM long_text").fetchone()[0]
    session.store.db.execute("UPDATE long_text SET text = 'oak' WHERE num = ?", (gone,))
    assert not reader.search.texts_are_as_made([])
    reader.close()


def test_a_record_that_is_not_found_by_its_id_is_told(session: Session) -> None:
    every, lost = [_party("Hu Lan")], _party("Lost")
    _store(session, *every)
    assert not session.store.search.names_are_as_made([*every, lost])
    with pytest.raises(DatabaseDamaged):
        session.store.search.index(lost)


def test_a_row_of_names_that_is_not_as_made_is_told(session: Session) -> None:
    _store(session, _party("Hu Lan"))
    every = [record for kind in Kind for record in session.store.all(kind)]
    assert session.store.search.names_are_as_made(every)
    assert not session.store.search.names_are_as_made([])
    other = "replace(CAST(names AS TEXT), 'hu', 'hy')"
    for column, change in (
        *(("names", change) for change in ("x'6875'", "names || x'00ff'", "names || names", other)),
        *(("ids", change) for change in ("ids || ids", "ids || zeroblob(16)", "ids || 'x'", "x''")),
    ):
        (stored,) = session.store.db.execute(f"SELECT {column} FROM search_name").fetchone()
        session.store.db.execute(f"UPDATE search_name SET {column} = CAST({change} AS BLOB)")
        assert not session.store.search.names_are_as_made(every)
        session.store.db.execute(f"UPDATE search_name SET {column} = ?", (stored,))
    assert session.store.search.names_are_as_made(every)
    session.store.db.execute("UPDATE search_name SET block = block + 1")
    assert not session.store.search.names_are_as_made(every)
