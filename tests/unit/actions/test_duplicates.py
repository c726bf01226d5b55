"""Two records of one person: found across scripts, made one by a person alone, and taken apart again."""

from pathlib import Path

import pytest

from hrddesk.actions import cases, duplicates, events, imports, parties
from hrddesk.analysis.duplicates import Candidate, Reason
from hrddesk.errors import InvalidValue, RecordNotFound, UndoNotPossible
from hrddesk.records.kinds import Kind, Visibility
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session


def _person(session: Session, *named: str, case: RecordId | None = None, **fields: str) -> RecordId:
    return parties.create(session, fields, {"names": [{"name": name} for name in named]}, case)[0]


def _one(session: Session) -> Candidate:
    (found,) = duplicates.candidates(session.store)
    return found


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("胡岚", "Hu Lan", Reason.SAME_SPELLING),
        ("胡岚", "Lan Hu", Reason.SAME_SPELLING),
        ("單達", "单达", Reason.SAME_SPELLING),
        ("单达", "Shan Da", Reason.SAME_SPELLING),
        ("ئايگۈل", "Aygul", Reason.SAME_SPELLING),
        ("Tashi Wengar", "TASHI  WENGAR", Reason.SAME_NAME),
        ("བཀྲ་ཤིས་", "བཀྲ་ཤིས", Reason.SAME_NAME),
    ],
)
def test_candidates_are_found_across_scripts(session: Session, one: str, other: str, reason: Reason) -> None:
    pair = sorted([_person(session, one), _person(session, other)])
    _person(session, "Somebody Else")
    found = _one(session)
    assert [found.one, found.other] == pair
    assert found.reasons == (reason,)
    assert 30 <= found.score <= 100


def test_one_letter_apart_needs_something_else_that_fits(session: Session) -> None:
    case, _ = cases.create(session, {})
    one = _person(session, "Tashi Wengar", birth="1970-05-01")
    other = _person(session, "Tashi Wangar")
    assert duplicates.candidates(session.store) == []
    parties.edit(session, other, {"birth": "1970-05"})
    assert _one(session).reasons == (Reason.ONE_LETTER, Reason.BIRTH_FITS)
    parties.edit(session, other, {"birth": "1970-05-01"})
    before = _one(session)
    assert before.reasons == (Reason.SAME_BIRTH, Reason.ONE_LETTER)
    for who in (one, other):
        fields = {"type": "detained", "date": "2020-03-04", "place_text": "Anqing"}
        events.add(session, case, fields, {"parties": [{"party": who, "role": "victim"}]})
    now = _one(session)
    assert set(now.reasons) - set(before.reasons) == {Reason.SAME_EVENT, Reason.SAME_PLACE}
    assert now.score > before.score


def test_what_speaks_against_it_counts(session: Session) -> None:
    _person(session, "胡岚", birth="1970-05-01", sex="f")
    other = _person(session, "Hu Lan", birth="1981", sex="f")
    assert duplicates.candidates(session.store) == []
    parties.edit(session, other, {"birth": "1970"})
    assert _one(session).reasons == (Reason.SAME_SPELLING, Reason.BIRTH_FITS)
    # Names that are only read alike are mostly those of two people.
    _person(session, "胡兰")
    assert {found.reasons for found in duplicates.candidates(session.store)} == {
        (Reason.SAME_SPELLING, Reason.BIRTH_FITS),
        (Reason.SAME_SPELLING,),
    }


def test_many_bearers_of_one_name_are_compared_only_where_a_fact_is_shared(session: Session) -> None:
    born = [_person(session, "王伟", birth=f"19{60 + number}-01-01") for number in range(30)]
    twin = _person(session, "Wang Wei", birth="1977-01-01")
    found = _one(session)
    assert {found.one, found.other} == {born[17], twin}


def test_merging_moves_everything_along_in_one_act_and_undo_takes_it_back(session: Session) -> None:
    store = session.store
    case, _ = cases.create(session, {"title": "The mill"})
    kept = _person(session, "胡岚", case=case, sex="f", birth="1970")
    other = _person(session, "Hu Lan", "Lan", case=case, birth="1970-05-01", ethnicity="Han", note="seen")
    event, _ = events.add(
        session, case, {"type": "detained"}, {"parties": [{"party": other, "role": "victim"}]}
    )
    source, cited, relative, tie = (new_id() for _ in range(4))
    with store.change("test") as change:
        change.put(Record(Kind.SOURCE, source).with_fields(title="a letter"))
        change.put(Record(Kind.CITATION, cited).with_fields(record=other, source=source, field="birth"))
        change.put(Record(Kind.PARTY, relative).with_fields(kind="person"))
        change.put(Record(Kind.RELATION, tie).with_fields(subject=other, type="sibling", object=relative))
    before = {record.id: record for kind in Kind for record in store.all(kind)}
    ref = store.get(other).text("ref")

    assert duplicates.differing(store, kept, other) == ["birth"]
    changes = duplicates.merge(session, kept, other, ["birth"])

    record = store.get(kept)
    assert record.text("birth") == "1970-05-01"  # what was chosen
    assert record.text("ethnicity") == before[other].text("ethnicity")  # what one of them says alone
    assert record.text("ref") == before[kept].text("ref")
    assert record.text("note") == "seen"
    assert [item["name"] for item in record.values("names")] == ["胡岚", "Hu Lan", "Lan"]
    assert store.find(other) is None
    assert [item["party"] for item in store.get(event).values("parties")] == [kept]
    assert [item["party"] for item in store.get(case).values("parties")] == [kept]  # once, not twice
    assert store.get(cited).text("record") == kept
    assert store.get(tie).text("subject") == kept
    assert store.by_ref(ref).id == store.by_ref(other).id == kept
    assert {entry.act for entry in store.history.of_record(event)[-1:]} == {changes.act}
    assert duplicates.candidates(store) == []
    (stands,) = duplicates.merges(store)
    assert (stands.merged, stands.kept, stands.ref) == (other, kept, ref)

    duplicates.undo(session, ref)
    assert {record.id: record for kind in Kind for record in store.all(kind)} == before
    assert duplicates.merges(store) == []
    assert len(duplicates.candidates(store)) == 1


def test_a_merge_is_not_undone_over_later_work(session: Session) -> None:
    kept, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    duplicates.merge(session, kept, other)
    parties.edit(session, kept, {"sex": "f"})
    with pytest.raises(UndoNotPossible):
        duplicates.undo(session, other)
    with pytest.raises(RecordNotFound):
        duplicates.undo(session, kept)


def test_nothing_is_shown_to_more_people_than_before(session: Session) -> None:
    kept, other = _person(session, "胡岚"), _person(session, "Hu Lan", sex="f")
    with session.store.change("test") as change:
        change.put(session.store.get(kept).with_visibility(Visibility.PUBLIC))
        change.put(session.store.get(other).with_visibility(Visibility.SECRET))
    duplicates.merge(session, kept, other)
    record = session.store.get(kept)
    assert {record.visibility(name) for name in ("names", "sex")} == {Visibility.SECRET}


def test_people_who_are_not_the_same_are_never_proposed_again(session: Session) -> None:
    one, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    assert _one(session)
    duplicates.keep_apart(session, other, one)
    assert duplicates.candidates(session.store) == []
    parties.edit(session, one, {"birth": "1970-01-01"})
    parties.edit(session, other, {"birth": "1970-01-01"})
    assert duplicates.candidates(session.store) == []


def test_only_two_people_can_be_merged(session: Session) -> None:
    case, _ = cases.create(session, {})
    one, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    for kept, merged, take in ((one, one, []), (one, case, []), (one, other, ["ref"]), (one, other, ["x"])):
        with pytest.raises(InvalidValue):
            duplicates.merge(session, kept, merged, take)
    assert len(session.store.ids(Kind.PARTY)) == 2


def test_a_chain_of_merges_leads_to_its_end(session: Session) -> None:
    first, second, third = (_person(session, name) for name in ("胡岚", "Hu Lan", "HU Lan"))
    duplicates.merge(session, second, first)
    duplicates.merge(session, third, second)
    with session.store.change("late") as change:  # somebody's draft, or an import, that still names the first
        change.put(
            Record(Kind.EVENT, new_id()).with_elements("parties", [{"party": first, "role": "victim"}])
        )
    (event,) = session.store.all(Kind.EVENT)
    assert [item["party"] for item in event.values("parties")] == [third]
    assert session.store.by_ref(first).id == third


def test_an_import_finds_the_kept_record_under_the_key_of_the_merged_one(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "kit"
    folder.mkdir()
    rows = "party,names,age\np1,胡岚,\np2,Hu Lan,\n"
    (folder / "parties.csv").write_text(rows, "utf-8")
    imports.run(session, folder)
    first, second = session.store.ids(Kind.PARTY)
    duplicates.merge(session, first, second)
    report, _ = imports.run(session, folder)
    assert (report.new, report.updated, report.errors) == ({}, {}, ())
    (folder / "parties.csv").write_text(rows.replace("p2,Hu Lan,", "p2,Hu Lan,30"), "utf-8")
    (folder / "events.csv").write_text("event,party,type\ne1,p2,detained\n", "utf-8")
    imports.run(session, folder)
    assert session.store.ids(Kind.PARTY) == [first]
    assert session.store.get(first).text("age") == "30"
    (event,) = session.store.all(Kind.EVENT)
    assert [item["party"] for item in event.values("parties")] == [first]
