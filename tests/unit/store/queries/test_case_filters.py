"""Cases are told by single facts of theirs, in one query each."""

import datetime

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.vault.session import Session


@pytest.fixture
def case(session: Session) -> RecordId:
    """A case with a tag and one event, beside another with nothing and an event in no case."""
    place = Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "the weir"})
    wanted = Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": "River"}, {}])
    told = Record(kind=Kind.EVENT, id=new_id()).with_fields(case=wanted.id, date="2020-02", place=place.id)
    told = told.with_elements("charges", [{"raw": "寻衅"}, {"term": "picking_quarrels"}])
    said = Record(kind=Kind.EVENT, id=new_id()).with_fields(
        case=wanted.id, date="some day", place_text="Anqing"
    )
    lone = Record(kind=Kind.EVENT, id=new_id()).with_fields(date="2020-02", place_text="Anqing")
    lone = lone.with_elements("charges", [{"raw": "寻衅"}])
    with session.store.change("test") as change:
        for record in (place, wanted, Record(kind=Kind.CASE, id=new_id()), told, said, lone):
            change.put(record)
    return wanted.id


def test_cases_are_told_by_what_is_said_of_them(session: Session, case: RecordId) -> None:
    asked = session.store.narrowing
    assert asked.tagged(lambda text: text == "River") == {case}
    assert asked.tagged(lambda text: text == "Lake") == set()
    places: list[tuple[str, str]] = []

    def anywhere(place: str, text: str) -> bool:
        places.append((place, text))
        return True

    assert asked.at_place(anywhere) == {case}
    assert sorted((bool(place), text) for place, text in places) == [(False, "Anqing"), (True, "")]
    assert asked.at_place(lambda place, text: text == "Hefei") == set()
    assert asked.charged(lambda raw, term: raw == "寻衅") == {case}
    assert asked.charged(lambda raw, term: term == "picking_quarrels") == {case}
    assert asked.charged(lambda raw, term: False) == set()


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (None, None, True),
        ("2020-02-29", None, True),
        ("2020-03-01", None, False),
        (None, "2020-02-01", True),
        (None, "2020-01-31", False),
        ("2020-02-10", "2020-02-11", True),
    ],
)
def test_a_case_is_told_by_the_days_on_which_something_may_have_happened(
    session: Session, case: RecordId, first: str | None, last: str | None, found: bool
) -> None:
    days = [None if day is None else datetime.date.fromisoformat(day).toordinal() for day in (first, last)]
    assert session.store.narrowing.between(*days) == ({case} if found else set())


def test_cases_are_told_by_the_first_days_of_their_events(session: Session, case: RecordId) -> None:
    assert session.store.narrowing.first_days() == {datetime.date(2020, 2, 1).toordinal(): [case]}
