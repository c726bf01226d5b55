"""Names packed into pages: whatever changes, each record is found by what it is called now."""

from collections.abc import Sequence
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store import name_pages
from hrddesk.store.name_pages import NamePages

_RECORDS = 24
_texts = st.text("ab岚\n", min_size=1, max_size=30)
_acts = st.lists(
    st.tuples(st.sampled_from(["put", "put", "remove"]), st.integers(0, _RECORDS - 1), _texts), max_size=60
)


def _records(session: Session, count: int, kind: Kind = Kind.PARTY) -> list[RecordId]:
    """Return new records without a name."""
    made = [Record(kind, new_id()) for _ in range(count)]
    with session.store.change("test") as change:
        for record in made:
            change.put(record)
    return [record.id for record in made]


def _pages(session: Session) -> int:
    return int(session.store.db.execute("SELECT count(*) FROM search_page").fetchone()[0])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=_acts, room=st.integers(20, 400), needle=st.text("ab岚", min_size=1, max_size=2))
def test_pages_hold_what_was_put_in_and_was_not_taken_out(
    session: Session, acts: Sequence[tuple[Literal["put", "remove"], int, str]], room: int, needle: str
) -> None:
    session.store.db.execute("DELETE FROM search_page")
    pages, records = NamePages(session.store.db), _records(session, _RECORDS)
    called: dict[RecordId, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(name_pages, "_ROOM", room)
        for act, which, text in acts:
            record = records[which]
            if act == "put":
                pages.put(record, Kind.PARTY, text)
                called[record] = text
            else:
                pages.remove(record, Kind.PARTY)
                called.pop(record, None)
            assert pages.lead_to_all()
    there = list(pages.every())
    assert {record: text for record, _, text in there} == called
    assert len(there) == len(called)
    expected = {record for record, text in called.items() if needle in text}
    for kind in (Kind.PARTY, None):
        found = list(pages.holding(needle, kind))
        assert len(found) == len(expected)
        assert set(found) == expected
    assert list(pages.holding(needle, Kind.CASE)) == []


def test_what_comes_one_after_the_other_fills_pages(session: Session) -> None:
    pages = NamePages(session.store.db)
    name = "x" * 183  # and 17 more bytes each
    for record in _records(session, 5 * (name_pages._ROOM // 200)):
        pages.put(record, Kind.PARTY, name)
    assert _pages(session) == 5
    largest = session.store.db.execute("SELECT max(length(names) + length(ids)) FROM search_page").fetchone()[
        0
    ]
    assert largest <= name_pages._ROOM


def test_a_record_that_is_not_here_is_taken_out_of_nothing(session: Session) -> None:
    pages = NamePages(session.store.db)
    (here,) = _records(session, 1)
    pages.put(here, Kind.PARTY, "heron")
    pages.remove(new_id(), Kind.PARTY)  # a bundle tells of one that was deleted before it ever came
    pages.remove(here, Kind.CASE)
    assert list(pages.every()) == [(here, "party", "heron")]


@pytest.mark.parametrize("size", [1, 7, 100])
def test_new_records_go_on_where_the_last_page_ends(
    session: Session, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(name_pages, "_ROOM", 10 * 24)
    pages = NamePages(session.store.db)
    records = _records(session, 100)
    numbers = dict(session.store.db.execute("SELECT id, num FROM record"))
    called = [(numbers[record], record, f"n{number:06d}") for number, record in enumerate(records)]
    called[50] = (*called[50][:2], "x" * 1000)  # more than a page has room for
    pages.put_new(Kind.PARTY, [])
    for at in range(0, 100, size):
        pages.put_new(Kind.PARTY, called[at : at + size])
    assert [(record, text) for record, _, text in pages.every()] == [one[1:] for one in called]
    assert pages.lead_to_all()
    assert _pages(session) == 5 + 1 + 5


def test_each_kind_has_pages_of_its_own(session: Session) -> None:
    pages = NamePages(session.store.db)
    party, case = *_records(session, 1), *_records(session, 1, Kind.CASE)
    pages.put(party, Kind.PARTY, "heron")
    pages.put(case, Kind.CASE, "heron")
    assert _pages(session) == 2
    assert set(pages.holding("heron", None)) == {party, case}
    assert list(pages.holding("heron", Kind.CASE)) == [case]
    assert [kind for _, kind, _ in pages.every(Kind.PARTY)] == ["party"]


def test_a_name_is_not_found_across_two_records(session: Session) -> None:
    pages = NamePages(session.store.db)
    for record, text in zip(_records(session, 2), ("lan", "hu"), strict=True):
        pages.put(record, Kind.PARTY, text)
    assert list(pages.holding("nh", None)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE search_page SET first = first + 1",
        "UPDATE search_page SET first = first - 1",
        "UPDATE search_page SET first = 0 WHERE first = (SELECT max(first) FROM search_page)",
        "UPDATE search_page SET ids = CAST(zeroblob(16) || substr(ids, 17) AS BLOB)",
    ],
)
def test_a_page_that_does_not_lead_to_its_records_is_told(session: Session, change: str) -> None:
    pages = NamePages(session.store.db)
    for record in _records(session, 40):
        pages.put(record, Kind.PARTY, "x" * 200)
    assert _pages(session) > 1
    assert pages.lead_to_all()
    session.store.db.execute(change)
    assert not pages.lead_to_all()


def test_a_page_with_more_ids_than_names_is_not_as_made(session: Session) -> None:
    session.store.db.execute("DELETE FROM search_page")
    with session.store.change("test") as change:
        change.put(Record(Kind.PARTY, new_id()).with_elements("names", [{"name": "Hu Lan"}]))
    every = list(session.store.all(Kind.PARTY))
    assert session.store.search.names_are_as_made(every)
    for more in ("ids || ids", "ids || zeroblob(16)", "ids || 'x'", "names || x'00ff'"):
        kept = session.store.db.execute("SELECT names, ids FROM search_page").fetchone()
        session.store.db.execute(f"UPDATE search_page SET {more.split()[0]} = CAST({more} AS BLOB)")
        assert not session.store.search.names_are_as_made(every)
        session.store.db.execute("UPDATE search_page SET names = ?, ids = ?", kept)
    assert session.store.search.names_are_as_made(every)
