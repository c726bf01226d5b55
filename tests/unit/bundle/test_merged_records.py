"""One desk merges two people while another works on the one that goes: news arrive in any order."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records import forwarding
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, THREE, TWO, content, delete, hand_over, put, send

KEPT, GONE = ONE, TWO


def _person(record_id: RecordId, name: str, **fields: str) -> Record:
    record = Record(kind=Kind.PARTY, id=record_id).with_fields(kind="person", **fields)
    return record.with_elements("names", [{"name": name}])


def _names(session: Session, party: RecordId = KEPT) -> list[object]:
    return [item["name"] for item in session.store.get(party).values("names")]


def _take(sender: Session, reader: Session, folder: Path) -> None:
    found = send(sender, reader, folder)
    acceptance.accept(reader, found.review, None, Job())


@pytest.fixture
def shared(desks: Desks, tmp_path: Path) -> Desks:
    """Both desks know both people and an event of the second."""
    event = Record(kind=Kind.EVENT, id=THREE).with_fields(type="detained")
    put(
        desks.documenter,
        _person(KEPT, "胡岚", birth="1970"),
        _person(GONE, "Hu Lan", sex="f"),
        event.with_elements("parties", [{"party": GONE, "role": "victim"}]),
    )
    found = hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    return desks


def _work_on_the_one_that_goes(session: Session) -> None:
    record = session.store.get(GONE).with_fields(sex="m", ethnicity="hui")
    names = [*record.values("names"), {"name": "Lan of the mill"}]
    event = Record(kind=Kind.EVENT, id=RecordId("4" * 32)).with_fields(type="released")
    put(
        session,
        record.with_elements("names", names),
        event.with_elements("parties", [{"party": GONE, "role": "victim"}]),
    )


@pytest.mark.parametrize("merge_first", [True, False])
def test_an_edit_of_the_merged_id_lands_at_the_kept_record_in_any_order(
    shared: Desks, tmp_path: Path, merge_first: bool
) -> None:
    merging, editing = shared.documenter, shared.coordinator
    duplicates.merge(merging, KEPT, GONE)
    _work_on_the_one_that_goes(editing)
    ways = [(merging, editing), (editing, merging)]
    for sender, reader in [*(ways if merge_first else reversed(ways)), *ways, *ways]:
        _take(sender, reader, tmp_path)
    for session in (merging, editing):
        store = session.store
        assert store.find(GONE) is None
        record = store.get(KEPT)
        assert _names(session) == ["胡岚", "Hu Lan", "Lan of the mill"]
        assert (record.text("birth"), record.text("ethnicity")) == ("1970", "hui")
        assert record.text("sex") == "m" or "sex: m" in record.text("note")
        assert {item["party"] for event in store.all(Kind.EVENT) for item in event.values("parties")} == {
            KEPT
        }
        assert len(store.ids(Kind.EVENT)) == 2
    left, right = (session.store.get(KEPT) for session in (merging, editing))
    assert left == right


def test_a_correction_of_a_value_that_came_from_there_corrects_it(shared: Desks, tmp_path: Path) -> None:
    duplicates.merge(shared.documenter, KEPT, GONE)
    _work_on_the_one_that_goes(shared.coordinator)
    _take(shared.coordinator, shared.documenter, tmp_path)
    record = shared.documenter.store.get(KEPT)
    assert (record.text("sex"), record.text("note")) == ("m", "")


@pytest.mark.parametrize("merge_first", [True, False])
def test_of_two_values_that_were_written_apart_neither_takes_the_place_of_the_other(
    shared: Desks, tmp_path: Path, merge_first: bool
) -> None:
    merging, editing = shared.documenter, shared.coordinator
    put(merging, merging.store.get(GONE).with_fields(ethnicity="hui"))
    put(editing, editing.store.get(GONE).with_fields(ethnicity="uyghur"))
    duplicates.merge(merging, KEPT, GONE)
    ways = [(merging, editing), (editing, merging)]
    for sender, reader in [*(ways if merge_first else reversed(ways)), *ways]:
        _take(sender, reader, tmp_path)
    for session in (merging, editing):
        record = session.store.get(KEPT)
        assert (record.text("ethnicity"), record.text("note")) == ("hui", "ethnicity: uyghur")


def test_accepting_a_merge_again_after_taking_it_back_loses_no_news(shared: Desks, tmp_path: Path) -> None:
    duplicates.merge(shared.documenter, KEPT, GONE)
    _work_on_the_one_that_goes(shared.coordinator)
    number = hand_over(shared, tmp_path).review
    for _ in range(3):
        acceptance.accept(shared.coordinator, number, None, Job())
        assert _names(shared.coordinator) == ["胡岚", "Hu Lan", "Lan of the mill"]
        acceptance.undo(shared.coordinator, number)
        assert _names(shared.coordinator, GONE) == ["Hu Lan", "Lan of the mill"]


def test_a_value_that_a_person_chose_against_stays_so_and_a_third_one_is_noted(
    shared: Desks, tmp_path: Path
) -> None:
    put(shared.documenter, shared.documenter.store.get(GONE).with_fields(birth="1971"))
    _take(shared.documenter, shared.coordinator, tmp_path)
    duplicates.merge(shared.documenter, KEPT, GONE)
    put(shared.coordinator, shared.coordinator.store.get(GONE).with_fields(age="50"))
    _take(shared.coordinator, shared.documenter, tmp_path)
    assert shared.documenter.store.get(KEPT).text("birth") == "1970"
    assert shared.documenter.store.get(KEPT).text("note") == ""


def test_two_desks_that_merge_the_opposite_way_round_end_with_one_record(
    shared: Desks, tmp_path: Path
) -> None:
    one, other = shared.documenter, shared.coordinator
    duplicates.merge(one, KEPT, GONE)
    duplicates.merge(other, GONE, KEPT)
    for _ in range(3):
        _take(one, other, tmp_path)
        _take(other, one, tmp_path)
    for session in (one, other):
        assert session.store.ids(Kind.PARTY) == [KEPT]  # the smaller id
        assert set(_names(session)) == {"胡岚", "Hu Lan"}
        (event,) = session.store.all(Kind.EVENT)
        assert [item["party"] for item in event.values("parties")] == [KEPT]
    assert one.store.get(KEPT) == other.store.get(KEPT)


@pytest.mark.parametrize("first", [0, 1])
def test_who_stays_of_a_circle_whose_smaller_id_went_on_into_somebody_else_takes_in_what_leads_there(
    shared: Desks, tmp_path: Path, first: int
) -> None:
    """One merges the second into the first, then that into a third; the other the third into the first, and
    that into somebody new. Whoever takes the former's merge of the first and the latter's of the third has
    a circle of whom the smaller id is nowhere.
    """
    one, other = shared.documenter, shared.coordinator
    third, new = RecordId("5" * 32), RecordId("6" * 32)
    put(one, _person(third, "Odal Brisk"))
    _take(one, other, tmp_path)
    duplicates.merge(one, KEPT, GONE)
    duplicates.merge(one, third, KEPT)
    put(other, _person(new, "Tilo Varn"))
    duplicates.merge(other, third, GONE)
    duplicates.merge(other, KEPT, third)
    duplicates.merge(other, new, KEPT)
    ways = [(one, other), (other, one)]
    for sender, reader in 3 * (ways[first:] + ways[:first]):
        found = send(sender, reader, tmp_path)
        acceptance.accept(reader, found.review, None, Job(), take=Side.THEIRS, loosen=True)
    for session in (one, other):
        left = sorted(session.store.ids(Kind.PARTY))
        assert left == ([third, new] if first == 0 else [new])
        assert {"胡岚", "Hu Lan", "Odal Brisk"} <= set(_names(session, left[0]))
    assert content(one) == content(other)
    later = Record(kind=Kind.EVENT, id=RecordId("4" * 32)).with_elements(
        "parties", [{"party": GONE, "role": "victim"}]
    )
    put(one, later)
    assert [item["party"] for item in one.store.get(later.id).values("parties")] == [left[0]]


def test_what_was_secret_under_the_merged_id_does_not_open_under_the_kept_one(
    shared: Desks, tmp_path: Path
) -> None:
    put(shared.coordinator, shared.coordinator.store.get(GONE).with_visibility(Visibility.SECRET))
    duplicates.merge(shared.documenter, KEPT, GONE)
    _take(shared.documenter, shared.coordinator, tmp_path)
    record = shared.coordinator.store.get(KEPT)
    assert record.visibility("names") is Visibility.SECRET


def test_taking_back_the_bundle_that_brought_a_merge_parts_them_again(shared: Desks, tmp_path: Path) -> None:
    before = {record.id: record for kind in Kind for record in shared.coordinator.store.all(kind)}
    duplicates.merge(shared.documenter, KEPT, GONE)
    found = hand_over(shared, tmp_path)
    assert {record.id: record for kind in Kind for record in shared.coordinator.store.all(kind)} == before
    acceptance.accept(shared.coordinator, found.review, None, Job())
    assert shared.coordinator.store.ids(Kind.PARTY) == [KEPT]
    acceptance.undo(shared.coordinator, found.review)
    assert {record.id: record for kind in Kind for record in shared.coordinator.store.all(kind)} == before


def test_an_undone_merge_is_undone_at_the_other_desk_too(shared: Desks, tmp_path: Path) -> None:
    duplicates.merge(shared.documenter, KEPT, GONE)
    _take(shared.documenter, shared.coordinator, tmp_path)
    duplicates.undo(shared.documenter, GONE)
    found = hand_over(shared, tmp_path)  # who is in an event changes there again: that takes a yes
    acceptance.accept(shared.coordinator, found.review, None, Job(), take=Side.THEIRS, loosen=True)
    for session in (shared.documenter, shared.coordinator):
        assert session.store.ids(Kind.PARTY) == [KEPT, GONE]
        assert forwarding.all_forwards(session.store.db) == {}
        (event,) = session.store.all(Kind.EVENT)
        assert [item["party"] for item in event.values("parties")] == [GONE]


_OF_EACH_KIND = {
    Kind.PLACE: (Kind.EVENT, "place", {"kind": "town"}),
    Kind.SOURCE: (Kind.CITATION, "source", {"title": "A letter"}),
    Kind.CASE: (Kind.EVENT, "case", {"title": "The mill"}),
}


@pytest.mark.parametrize("kind", list(_OF_EACH_KIND))
@pytest.mark.parametrize("merge_first", [True, False])
def test_other_kinds_find_the_kept_record_in_any_order_too(
    desks: Desks, tmp_path: Path, kind: Kind, merge_first: bool
) -> None:
    owner, field, fields = _OF_EACH_KIND[kind]
    records = [Record(kind=kind, id=record_id).with_fields(**fields) for record_id in (KEPT, GONE)]
    put(desks.documenter, *records, Record(kind=owner, id=THREE).with_fields(**{field: GONE}))
    _take(desks.documenter, desks.coordinator, tmp_path)
    merging, editing = desks.documenter, desks.coordinator
    duplicates.merge(merging, KEPT, GONE)
    note = "note" if kind is not Kind.CASE else "narrative"
    put(editing, editing.store.get(GONE).with_fields(**{note: "seen"}))
    put(editing, Record(kind=owner, id=RecordId("4" * 32)).with_fields(**{field: GONE}))
    ways = [(merging, editing), (editing, merging)]
    for sender, reader in [*(ways if merge_first else reversed(ways)), *ways, *ways]:
        _take(sender, reader, tmp_path)
    for session in (merging, editing):
        assert session.store.ids(kind) == [KEPT]
        assert session.store.get(KEPT).text(note) == "seen"
        assert [record.text(field) for record in session.store.all(owner)] == [KEPT, KEPT]
    assert merging.store.get(KEPT) == editing.store.get(KEPT)


@pytest.mark.parametrize("people_too", [False, True])
def test_whoever_was_in_the_merged_case_is_in_the_kept_one_at_every_desk(
    desks: Desks, tmp_path: Path, people_too: bool
) -> None:
    """Only what a sender adds of his own waits for a yes: these people were in the case here before."""
    first, second = RecordId("5" * 32), RecordId("6" * 32)
    cases = [
        Record(kind=Kind.CASE, id=case_id)
        .with_fields(title="The mill")
        .with_elements("parties", [{"party": party, "role": "victim"} for party in people])
        for case_id, people in ((first, [KEPT]), (second, [GONE, THREE]))
    ]
    people = [_person(KEPT, "胡岚"), _person(GONE, "Hu Lan"), _person(THREE, "Odal Brisk")]
    put(desks.documenter, *people, *cases)
    _take(desks.documenter, desks.coordinator, tmp_path)
    if people_too:
        duplicates.merge(desks.documenter, KEPT, GONE)
    duplicates.merge(desks.documenter, first, second)
    _take(desks.documenter, desks.coordinator, tmp_path)
    wanted = [KEPT, THREE] if people_too else [KEPT, GONE, THREE]
    for session in (desks.documenter, desks.coordinator):
        assert [item["party"] for item in session.store.get(first).values("parties")] == wanted
    _take(desks.coordinator, desks.documenter, tmp_path)
    left, right = (session.store.get(first) for session in (desks.documenter, desks.coordinator))
    assert left == right


def test_two_cases_of_one_person_under_two_names_become_one_at_both_desks(
    desks: Desks, tmp_path: Path
) -> None:
    first, second = RecordId("5" * 32), RecordId("6" * 32)
    put(
        desks.documenter,
        *(_person(KEPT, "胡岚"), _person(GONE, "Hu Lan")),
        Record(kind=Kind.CASE, id=first).with_elements("parties", [{"party": GONE, "role": "victim"}]),
        Record(kind=Kind.CASE, id=second).with_elements("parties", [{"party": KEPT, "role": "victim"}]),
    )
    _take(desks.documenter, desks.coordinator, tmp_path)
    duplicates.merge(desks.documenter, KEPT, GONE)
    duplicates.merge(desks.documenter, first, second)
    _take(desks.documenter, desks.coordinator, tmp_path)
    _take(desks.coordinator, desks.documenter, tmp_path)
    left, right = (session.store.get(first) for session in (desks.documenter, desks.coordinator))
    assert left == right
    assert [item["party"] for item in left.values("parties")] == [KEPT]


def test_whoever_was_taken_out_of_the_kept_case_stays_out(desks: Desks, tmp_path: Path) -> None:
    first, second = RecordId("5" * 32), RecordId("6" * 32)
    people = [{"party": GONE, "role": "victim"}]
    put(
        desks.documenter,
        *(_person(KEPT, "胡岚"), _person(GONE, "Odal Brisk")),
        Record(kind=Kind.CASE, id=first).with_elements("parties", [{"party": KEPT, "role": "victim"}]),
        Record(kind=Kind.CASE, id=second).with_elements("parties", people),
    )
    _take(desks.documenter, desks.coordinator, tmp_path)
    duplicates.merge(desks.documenter, first, second)
    case = desks.documenter.store.get(first)
    put(desks.documenter, case.with_elements("parties", case.values("parties")[:1]))
    _take(desks.documenter, desks.coordinator, tmp_path)
    for session in (desks.documenter, desks.coordinator):
        assert [item["party"] for item in session.store.get(first).values("parties")] == [KEPT]


@pytest.mark.parametrize("side", [Side.THEIRS, Side.OURS])
@pytest.mark.parametrize("merge_first", [True, False])
def test_one_side_for_all_conflicts_takes_no_news_of_a_merged_record_away(
    shared: Desks, tmp_path: Path, side: Side, merge_first: bool
) -> None:
    """Whoever takes one side decides between values, not that what was found out of somebody is dropped."""
    duplicates.merge(shared.documenter, KEPT, GONE)
    _work_on_the_one_that_goes(shared.coordinator)
    ways = [(shared.documenter, shared.coordinator), (shared.coordinator, shared.documenter)]
    for sender, reader in [*(ways if merge_first else reversed(ways)), *ways]:
        found = send(sender, reader, tmp_path)
        acceptance.accept(reader, found.review, None, Job(), take=side)
    for session in (shared.documenter, shared.coordinator):
        assert session.store.ids(Kind.PARTY) == [KEPT]
        assert _names(session) == ["胡岚", "Hu Lan", "Lan of the mill"]


def test_what_was_deleted_here_would_come_back_and_what_was_merged_here_would_not(
    shared: Desks, tmp_path: Path
) -> None:
    duplicates.merge(shared.coordinator, KEPT, GONE)
    _work_on_the_one_that_goes(shared.documenter)
    found = hand_over(shared, tmp_path)
    assert found.brings_back == 0
    acceptance.accept(shared.coordinator, found.review, None, Job(), take=Side.THEIRS)
    delete(shared.coordinator, THREE)
    put(shared.documenter, shared.documenter.store.get(THREE).with_fields(type="arrested"))
    put(shared.documenter, shared.documenter.store.get(KEPT).with_fields(birth="1971"))
    again = hand_over(shared, tmp_path)
    assert (again.brings_back, again.changed + again.conflicts) == (1, 2)


LONG = 300_000
"""Characters of a text of which a field holds one and not two."""


def test_texts_that_are_too_long_together_stay_apart_and_refuse_nothing(
    shared: Desks, tmp_path: Path
) -> None:
    merging, editing = shared.documenter, shared.coordinator
    duplicates.merge(merging, KEPT, GONE)
    put(merging, merging.store.get(KEPT).with_fields(note="k" * LONG))
    put(editing, editing.store.get(GONE).with_fields(note="g" * LONG), _person(RecordId("4" * 32), "Rou"))
    found = send(editing, merging, tmp_path)
    accepted = acceptance.accept(merging, found.review, None, Job())
    assert accepted.beside == 1
    assert merging.store.find(RecordId("4" * 32)) is not None  # what else came is here
    assert merging.store.get(KEPT).text("note") == "k" * LONG
    assert merging.store.get(GONE).text("note") == "g" * LONG
    found = send(merging, editing, tmp_path)
    assert acceptance.accept(editing, found.review, None, Job()).beside == 1
    assert editing.store.get(KEPT).text("note") == "k" * LONG
    assert editing.store.get(GONE).text("note") == "g" * LONG
    people = {item["party"] for item in editing.store.get(THREE).values("parties")}
    assert people == {KEPT}  # whoever names one of the two is led to the kept one
    put(merging, merging.store.get(KEPT).with_fields(note="short"))  # and they become one
    assert merging.store.find(GONE) is None
    for sender, reader in [(merging, editing), (editing, merging)]:
        found = send(sender, reader, tmp_path)
        if acceptance.review(reader, found.review, Job()).head.waiting:
            assert acceptance.accept(reader, found.review, None, Job(), take=Side.THEIRS).beside == 0
    for session in (merging, editing):
        assert session.store.find(GONE) is None
        note = session.store.get(KEPT).text("note")
        assert "short" in note
        assert "g" * LONG in note
    assert content(merging) == content(editing)
