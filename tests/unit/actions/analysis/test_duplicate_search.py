"""What may be here twice: people across scripts, places, sources, cases; what speaks for and against it."""

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.analysis.duplicate_search import KINDS, candidates
from hrddesk.actions.records import cases, events, parties, places, sources
from hrddesk.analysis.duplicates.duplicate_pairs import Candidate, PairReason
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import shipped_places
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled
from tests.unit.bundle.hands import stopped


def _person(session: Session, *named: str, case: RecordId | None = None, **fields: str) -> RecordId:
    return parties.create(
        session, fields, {"names": [{"name": name} for name in named]}, case, "subject"
    ).result


def _one(session: Session) -> Candidate:
    (found,) = candidates(session.store)
    return found


def _reasons(session: Session) -> set[PairReason]:
    return set(_one(session).reasons)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("胡岚", "Hu Lan", PairReason.SAME_SPELLING),
        ("胡岚", "Lan Hu", PairReason.SAME_SPELLING),
        ("單達", "单达", PairReason.SAME_SPELLING),
        ("单达", "Shan Da", PairReason.SAME_SPELLING),
        ("ئايگۈل", "Aygul", PairReason.SAME_SPELLING),
        ("Tashi Wengar", "TASHI  WENGAR", PairReason.SAME_NAME),
        ("བཀྲ་ཤིས་", "བཀྲ་ཤིས", PairReason.SAME_NAME),
    ],
)
def test_candidates_are_found_across_scripts(
    session: Session, one: str, other: str, reason: PairReason
) -> None:
    pair = sorted([_person(session, one), _person(session, other)])
    _person(session, "Somebody Else")
    found = _one(session)
    assert [found.one, found.other] == pair
    assert found.reasons == (reason,)
    assert 30 <= found.score <= 100


def test_one_letter_apart_needs_something_else_that_fits(session: Session) -> None:
    case = cases.create(session, {}).result
    one = _person(session, "Tashi Wengar", birth="1970-05-01")
    other = _person(session, "Tashi Wangar")
    assert candidates(session.store) == []
    parties.edit(session, other, {"birth": "1970-05"})
    assert _one(session).reasons == (PairReason.ONE_LETTER, PairReason.BIRTH_FITS)
    parties.edit(session, other, {"birth": "1970-05-01"})
    before = _one(session)
    assert before.reasons == (PairReason.SAME_BIRTH, PairReason.ONE_LETTER)
    for who in (one, other):
        fields = {"type": "detained", "date": "2020-03-04", "place_text": "Anqing"}
        events.add(session, case, fields, {"parties": [{"party": who, "role": "victim"}]})
    now = _one(session)
    assert set(now.reasons) - set(before.reasons) == {PairReason.SAME_EVENT, PairReason.SAME_PLACE}
    assert now.score > before.score


def test_what_speaks_against_it_counts(session: Session) -> None:
    _person(session, "胡岚", birth="1970-05-01", sex="f")
    other = _person(session, "Hu Lan", birth="1981", sex="f")
    assert candidates(session.store) == []
    parties.edit(session, other, {"birth": "1970"})
    assert _one(session).reasons == (PairReason.SAME_SPELLING, PairReason.BIRTH_FITS)
    # Names that are only read alike are mostly those of two people.
    _person(session, "胡兰")
    assert {found.reasons for found in candidates(session.store)} == {
        (PairReason.SAME_SPELLING, PairReason.BIRTH_FITS),
        (PairReason.SAME_SPELLING,),
    }


def test_a_woman_and_a_man_of_one_name_are_hardly_one(session: Session) -> None:
    _person(session, "Odal Brisk", sex="f", birth="1970-05-01")
    other = _person(session, "Odal Brisk", sex="f", birth="1970-05-01")
    assert _one(session).score == 80
    parties.edit(session, other, {"sex": "m"})
    assert _one(session).reasons == (PairReason.SAME_NAME, PairReason.SEX_DIFFERS, PairReason.SAME_BIRTH)
    assert _one(session).score == 40


def test_many_bearers_of_one_name_are_compared_only_where_a_fact_is_shared(session: Session) -> None:
    born = [_person(session, "王伟", birth=f"19{60 + number}-01-01") for number in range(30)]
    twin = _person(session, "Wang Wei", birth="1977-01-01")
    found = _one(session)
    assert {found.one, found.other} == {born[17], twin}


def _place(session: Session, name: str, parent: str = "", *aliases: str, **fields: str) -> RecordId:
    return places.create(session, {"en": name}, {"parent": parent or None, **fields}, aliases).result


def test_places_are_compared_by_every_name_and_by_where_they_lie(session: Session) -> None:
    quiet, loud = _place(session, "Quiet Province"), _place(session, "Loud Province")
    one = _place(session, "West Mill", quiet, kind="prison")
    other = _place(session, "the mill", loud, "West Mill", kind="prison")
    assert candidates(session.store) == []  # they lie in different places
    places.move(session, other, None)
    assert _one(session).reasons == (PairReason.SAME_NAME, PairReason.SAME_KIND)
    assert {_one(session).one, _one(session).other} == {one, other}
    assert _one(session).kind is Kind.PLACE
    places.move(session, other, quiet)
    assert _one(session).score == 90
    assert PairReason.SAME_PARENT in _reasons(session)
    places.edit(session, other, {"kind": "county"})
    assert PairReason.KIND_DIFFERS in _reasons(session)
    inner = _place(session, "Low Field", quiet)
    places.edit(session, other, {"kind": None, "parent": inner})
    assert _one(session).reasons == (PairReason.SAME_NAME, PairReason.PARENT_FITS)
    places.move(session, other, one)
    assert _one(session).reasons == (PairReason.SAME_NAME, PairReason.ONE_IN_THE_OTHER)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Yunmo Lake", "云墨湖", None),  # nobody said that they are one
        ("Yunmohu", "云墨湖", PairReason.SAME_SPELLING),
        ("云墨", "云墨市", PairReason.BUT_FOR_ITS_KIND),
        ("Yunmo", "Yunmo County", PairReason.BUT_FOR_ITS_KIND),
        ("雲墨湖", "云墨湖", PairReason.SAME_SPELLING),
    ],
)
def test_places_are_found_across_scripts(
    session: Session, one: str, other: str, reason: PairReason | None
) -> None:
    for name in (one, other):
        _place(session, name)
    found = candidates(session.store)
    assert [item.reasons for item in found] == ([] if reason is None else [(reason,)])


def test_places_one_letter_apart_need_one_more_reason(session: Session) -> None:
    outer = _place(session, "Quiet Province")
    one, other = _place(session, "Tarnfold"), _place(session, "Tarnfeld")
    assert candidates(session.store) == []
    for place in (one, other):
        places.move(session, place, outer)
    assert _one(session).reasons == (PairReason.SAME_PARENT, PairReason.ONE_LETTER)


def test_shipped_places_are_never_proposed_as_one_of_each_other_but_an_own_one_is(session: Session) -> None:
    shipped, china = shipped_places.listed(), shipped_places.id_of("CN")
    with session.store.change("test") as change:  # two provinces are one sound apart, prefectures one letter
        for place in shipped.values():
            if place.kind == "prefecture" or china in (place.id, place.parent):
                change.put(place.record(place.parent))
    assert candidates(session.store, kinds={Kind.PLACE}) == []
    hebei = shipped[shipped_places.id_of("130000")]
    own = _place(session, hebei.labels["en"], hebei.parent, kind="prefecture")
    found = candidates(session.store, kinds={Kind.PLACE})
    assert {own, hebei.id} in [{pair.one, pair.other} for pair in found]
    assert all(own in (pair.one, pair.other) for pair in found)


def test_sources_are_compared_by_title_code_name_and_what_is_cited_from_them(session: Session) -> None:
    one = sources.create(session, {"title": "A letter from the mill", "type": "interview"}).result
    other = sources.create(session, {"title": "a letter, from the MILL", "type": "document"}).result
    assert candidates(session.store) == []  # 40 - 20
    sources.edit(session, other, {"type": None})
    assert _one(session).reasons == (PairReason.SAME_TITLE,)
    who = _person(session, "Odal Brisk")
    cited = [
        Record(kind=Kind.CITATION, id=new_id()).with_fields(record=who, source=source, field="birth")
        for source in (one, other)
    ]
    with session.store.change("test") as change:
        for record in cited:
            change.put(record)
    assert PairReason.CITED_ALIKE in _reasons(session)
    with session.store.change("test") as change:
        change.put(cited[0].with_fields(quote="Born in spring."))
        change.put(cited[1].with_fields(quote="born in spring"))
    assert PairReason.SAME_QUOTE in _reasons(session)
    sources.edit(session, one, {"title": "A letter from the mall", "code_name": "Heron"})
    sources.edit(session, other, {"code_name": "HERON", "type": "interview"})
    assert _one(session).score == 100
    assert _one(session).reasons == (
        PairReason.SAME_CODE_NAME,
        PairReason.SAME_QUOTE,
        PairReason.TITLE_ONE_LETTER,
        PairReason.SAME_KIND,
    )


def test_what_is_numbered_is_no_slip(session: Session) -> None:
    for number in (3, 4):
        sources.create(session, {"title": f"Letter {number}", "code_name": "Heron"})
    assert _one(session).reasons == (PairReason.SAME_CODE_NAME,)


def test_cases_are_compared_by_title_people_and_what_happened(session: Session) -> None:
    one = cases.create(session, {"title": "The mill"}).result
    other = cases.create(session, {"title": "the MILL"}).result
    assert _one(session).reasons == (PairReason.SAME_TITLE,)
    first = _person(session, "Odal Brisk", case=one)
    second = _person(session, "Wend Tarno", case=other)
    assert candidates(session.store) == []  # about different people
    parties.edit(session, second, {}, {"names": [{"name": "Odal Brisk"}]})
    assert {item.kind for item in candidates(session.store)} == {Kind.PARTY, Kind.CASE}
    found = candidates(session.store, kinds=(Kind.CASE,))
    assert found[0].reasons == (PairReason.SAME_TITLE, PairReason.PEOPLE_OF_ONE_NAME)
    for case, who in ((one, first), (other, second)):
        fields = {"type": "detained", "date": "2020-03-04"}
        events.add(session, case, fields, {"parties": [{"party": who, "role": "victim"}]})
    cases.edit(session, other, {"title": "What we heard"})
    (found_one,) = candidates(session.store, kinds=(Kind.CASE,))
    assert found_one.reasons == (PairReason.SAME_EVENT, PairReason.PEOPLE_OF_ONE_NAME)
    duplicates.merge(session, first, second)
    (found_one,) = candidates(session.store, kinds=(Kind.CASE,))
    assert set(found_one.reasons) == {PairReason.SAME_PERSON, PairReason.SAME_EVENT}


def test_two_cases_of_one_person_are_no_duplicate_by_that_alone(session: Session) -> None:
    first = cases.create(session, {"title": "In spring"}).result
    who = _person(session, "Odal Brisk", case=first)
    cases.create(session, {"title": "In autumn"}, {"parties": [{"party": who, "role": "subject"}]})
    assert candidates(session.store) == []


def test_looking_can_be_cancelled(session: Session) -> None:
    _person(session, "Odal Brisk")
    cases.create(session, {"title": "The mill"})
    _place(session, "Tarnfold")
    sources.create(session, {"title": "A letter from the mill"})
    for kind in KINDS:
        cancelled = 0
        while True:  # before it begins, and wherever it is by then
            try:
                candidates(session.store, stopped(cancelled), (kind,))
            except Cancelled:
                cancelled += 1
            else:
                break
        assert cancelled >= 1, kind
