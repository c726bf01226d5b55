"""A place whose kind or parent was changed is asked about before publications print another place for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.analysis import figures
from hrddesk.actions.editions import publication_record
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.changed_places import ChangedPlace
from hrddesk.actions.publishing.publication_risks import Risk, RiskKind
from hrddesk.actions.records import cases, events, parties, places
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.bundle.review import acceptance
from hrddesk.errors import RisksUnanswered
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.test_people_across_publications import of_kind, words
from tests.unit.bundle.forge import two_desks
from tests.unit.bundle.hands import hand_over, put

BY_PROVINCE = PublishRequest(profile="labels", coarser=frozenset({Coarser.PROVINCES}))
WHY = "It is a province since the reform."


def held(session: Session, place: RecordId) -> None:
    """Let somebody be detained at a place; all may be published."""
    case = cases.create(session, {"title": "A case"}).result
    names = {"names": [{"name": "Vero Lunt", "kind": "main"}]}
    who = parties.create(session, {"kind": "person"}, names, case, "subject").result
    detained = {"type": "detained", "date": "2020-02", "place": place}
    event = events.add(session, case, detained, {"parties": [{"party": who, "role": "victim"}]}).result
    with session.store.change("test") as change:
        for record in (case, who, event):
            change.put(session.store.get(record).with_visibility(Visibility.PUBLIC))


def add(session: Session, name: str, kind: str, parent: RecordId | None = None) -> RecordId:
    return places.create(session, {"en": name}, {"kind": kind, "parent": parent}).result


@pytest.fixture
def village(session: Session) -> RecordId:
    """A village in a province, where somebody was detained."""
    made = add(session, "Tinyhideaway", "village", add(session, "Broadprovince", "province"))
    held(session, made)
    return made


def changed(session: Session, request: PublishRequest = BY_PROVINCE) -> list[Risk]:
    return of_kind(publications.preview(session, request), RiskKind.PLACE_CHANGED)


def told(session: Session, request: PublishRequest = BY_PROVINCE) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [risk.about for risk in changed(session, request)]
    return [(item.name, item.field, item.values) for item in found if isinstance(item, ChangedPlace)]


def test_a_village_that_a_bundle_made_a_province_is_not_printed_without_an_answer(tmp_path: Path) -> None:
    """The attack: every publisher who asks for provinces believes that no village can be printed."""
    desks = two_desks(tmp_path)
    province = (
        Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Broadprovince"}).with_fields(kind="province")
    )
    hut = (
        Record(kind=Kind.PLACE, id=new_id())
        .with_labels({"en": "Tinyhideaway"})
        .with_fields(kind="village", parent=province.id)
    )
    put(desks.documenter, province, hut)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    held(desks.coordinator, hut.id)
    assert "Broadprovince" in words(publications.preview(desks.coordinator, BY_PROVINCE).model)
    assert not changed(desks.coordinator)

    put(desks.documenter, hut.with_fields(kind="province"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert "Tinyhideaway" in words(publications.preview(desks.coordinator, BY_PROVINCE).model)
    assert told(desks.coordinator) == [("Tinyhideaway", "kind", ("village", "province"))]
    request = replace(BY_PROVINCE, target=tmp_path / "a.pdf", answers={"omissions": "Unread."})
    with pytest.raises(RisksUnanswered):
        publications.publish(desks.coordinator, request)
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("by", ["key", "kind", "all"])
def test_an_answer_is_kept_and_asked_for_once_until_the_place_is_changed_again(
    session: Session, village: RecordId, tmp_path: Path, by: str
) -> None:
    places.edit(session, village, {"kind": "province"})
    (risk,) = changed(session)
    answers = {"key": {risk.key: WHY}, "kind": {risk.kind.value: WHY}}.get(by, {})
    if by == "all":
        request = replace(BY_PROVINCE, target=tmp_path / "a.pdf", accept_all=WHY)
    else:
        others = {kind.value: "For the test." for kind in RiskKind if kind is not RiskKind.PLACE_CHANGED}
        request = replace(BY_PROVINCE, target=tmp_path / "a.pdf", answers={**others, **answers})
    made = publications.publish(session, request).result
    assert publication_record.show(session.store, made.number).answers[risk.key] == WHY
    assert not changed(session)

    places.edit(session, village, {"kind": "village"})
    assert not changed(session), "the province is printed again"
    places.edit(session, village, {"kind": "province"})
    (again,) = changed(session)
    assert again.key != risk.key, "what was answered before was another change"


def test_a_place_that_was_moved_is_asked_about_where_the_other_one_is_printed(
    session: Session, village: RecordId
) -> None:
    places.move(session, village, add(session, "Farprovince", "province"))
    assert told(session) == [("Tinyhideaway", "parent", ("Broadprovince", "Farprovince"))]
    places.edit(session, village, {"kind": "hamlet"})
    assert len(told(session)) == 1, "its kind decides nothing: what it lies in is printed"


def test_a_place_that_lay_in_one_which_is_gone_is_asked_about(session: Session, village: RecordId) -> None:
    was = RecordId(session.store.get(village).text("parent"))
    places.move(session, village, add(session, "Farprovince", "province"))
    places.remove(session, was)
    assert told(session) == [("Tinyhideaway", "parent", (was[:8], "Farprovince"))]


def test_what_decides_nothing_is_not_asked_about(session: Session, village: RecordId) -> None:
    """A parent that is filled in, another word for the same kind, other facts, and places that go out as
    they were recorded."""
    province = RecordId(session.store.get(village).text("parent"))
    places.edit(session, province, {"kind": "省"}, texts={"zh-Hans": "广省"})
    places.move(session, province, add(session, "Farland", "country"))
    alone = add(session, "Alone", "town")
    places.move(session, alone, province)
    held(session, alone)
    assert not changed(session)
    places.edit(session, village, {"kind": "town"})
    assert not changed(session, PublishRequest(profile="names"))
    places.edit(session, village, {"kind": "province"})
    assert not changed(session, PublishRequest(profile="names"))
    assert not changed(session, PublishRequest(profile="labels", coarser=frozenset({Coarser.NO_PLACES})))


def test_a_term_that_means_a_province_hides_no_change(session: Session, village: RecordId) -> None:
    with session.store.change("test") as change:
        term = Record(kind=Kind.TERM, id=new_id()).with_fields(vocabulary="place_kind", code="province")
        change.put(term.with_labels({"en": "hamlet"}))
        change.put(session.store.get(village).with_fields(kind="hamlet"))
    assert "Tinyhideaway" in words(publications.preview(session, BY_PROVINCE).model)
    assert told(session) == [("Tinyhideaway", "kind", ("village", "hamlet"))]


def test_a_kind_that_was_none_is_another_one(session: Session) -> None:
    place = places.create(session, {"en": "Tinyhideaway"}).result
    held(session, place)
    places.edit(session, place, {"kind": "province"})
    assert told(session) == [("Tinyhideaway", "kind", ("", "province"))]


def test_a_village_that_was_made_an_institution_is_asked_about_where_people_bear_labels(
    session: Session, village: RecordId
) -> None:
    places.edit(session, village, {"kind": "police"})
    labels = PublishRequest(profile="labels")
    assert "Tinyhideaway" in words(publications.preview(session, labels).model)
    assert told(session, labels) == [("Tinyhideaway", "kind", ("village", "police"))]


def test_a_figure_by_provinces_asks_too(session: Session, village: RecordId) -> None:
    figures.save(session, "By province", asked(unit="cases", by=["province"]))
    request = replace(BY_PROVINCE, figures=("By province",), parts=frozenset())
    assert not changed(session, request)
    places.edit(session, village, {"kind": "province"})
    assert "Tinyhideaway" in words(publications.preview(session, request).model)
    assert told(session, request) == [("Tinyhideaway", "kind", ("village", "province"))]


def test_shipped_places_raise_nothing(session: Session) -> None:
    held(session, places.named_or_shipped(session.store, "Hefei"))
    assert "Anhui" in words(publications.preview(session, BY_PROVINCE).model)
    assert not changed(session)
