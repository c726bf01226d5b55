"""Who would be named under a name that a label by choice protects is asked about, person by person."""

from dataclasses import replace

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.editions import publication_record
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.namesakes import Namesake
from hrddesk.actions.publishing.publication_risks import Risk, RiskKind
from hrddesk.actions.records import cases, editing, parties
from hrddesk.actions.scope.held_labels import TakenOff
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.bundle.sending import handoff
from hrddesk.errors import RisksUnanswered
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.session import Session
from tests.unit.actions.conftest import Publish
from tests.unit.actions.test_people_across_publications import (
    add,
    label_of,
    of_kind,
    set_level,
    words,
)

WHY = "They are of different ages."


@pytest.fixture
def vero(session: Session, publish: Publish) -> RecordId:
    """Somebody who was published under a label by choice."""
    add(session, "Odal Brisk")
    found = add(session, "Vero Lunt")
    publish(PublishRequest(profile="names", label=frozenset([found])))
    return found


def asked(session: Session, request: PublishRequest | None = None) -> list[Risk]:
    shown = publications.preview(session, request or PublishRequest(profile="names"))
    return of_kind(shown, RiskKind.NAMESAKE)


def forget(session: Session, party: RecordId) -> None:
    """Forget the cases of somebody, as after a hand-off."""
    scope = handoff.of_cases(session.store, session.store.cases_of_party(party)).scope
    with session.store.change("test") as change:
        forgetting.erase(session.store, change, scope)


def test_a_second_record_of_somebody_with_a_label_is_not_named_without_an_answer(
    session: Session, vero: RecordId, publish: Publish
) -> None:
    again = add(session, "Lunt, Vero")
    (risk,) = asked(session)
    assert (risk.about, risk.party) == (Namesake(again, 1, risk.key.rsplit(":", 1)[1]), again)
    with pytest.raises(RisksUnanswered):
        publish(PublishRequest(profile="names"))  # accepts all risks
    with pytest.raises(RisksUnanswered):
        publish(PublishRequest(profile="names", answers={"namesake": WHY}))  # nor does an answer to the kind
    assert len(publications.all_publications(session.store)) == 1


def test_the_same_person_gets_a_label_which_holds(session: Session, vero: RecordId, publish: Publish) -> None:
    again = add(session, "Vero Lunt")
    publish(PublishRequest(profile="names", label=frozenset([again])))
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert label_of(shown, again)
    assert "Vero Lunt" not in words(shown.model)


def test_another_person_is_named_for_a_reason_that_is_kept_and_asked_for_once(
    session: Session, vero: RecordId, publish: Publish
) -> None:
    again = add(session, "Vero Lunt")
    (risk,) = asked(session)
    made = publish(PublishRequest(profile="names", answers={risk.key: WHY}))
    assert publication_record.show(session.store, made.number).answers[risk.key] == WHY
    assert not asked(session)
    publish(PublishRequest(profile="names"))
    third = add(session, "Vero Lunt")
    assert [found.party for found in asked(session)] == [third]
    hiding = PublishRequest(profile="names", label=frozenset([third]))
    assert [found.party for found in asked(session, hiding)] == [again]  # somebody else is protected now


def test_two_of_one_name_are_asked_about_in_the_publication_that_labels_one(
    session: Session, publish: Publish
) -> None:
    one, other = add(session, "Vero Lunt"), add(session, "Vero Lunt")
    request = PublishRequest(profile="names", label=frozenset([one]))
    (risk,) = asked(session, request)
    assert isinstance(risk.about, Namesake)
    assert (risk.about.party, risk.about.publication) == (other, None)
    publish(replace(request, answers={risk.key: WHY}))
    assert not asked(session)  # the same question, answered


@pytest.mark.parametrize("gone", ["deleted", "forgotten"])
def test_somebody_entered_anew_is_recognised(
    session: Session, vero: RecordId, publish: Publish, gone: str
) -> None:
    if gone == "deleted":
        parties.remove(session, vero)
    else:
        forget(session, vero)
    again = add(session, "Vero Lunt")
    assert [risk.party for risk in asked(session)] == [again]


def test_the_record_that_comes_back_after_it_was_forgotten_is_recognised(
    session: Session, vero: RecordId
) -> None:
    record = session.store.get(vero)
    forget(session, vero)
    with session.store.change("test") as change:
        change.put(record.with_fields(protected=None))  # as a desk has it that published nothing
    case = cases.create(session, {"title": "A case"}).result
    with session.store.change("test") as change:
        parts = [{"party": vero, "role": "subject"}]
        change.put(session.store.get(case).with_elements("parties", parts))
    set_level(session, Visibility.PUBLIC, case)
    assert [risk.party for risk in asked(session)] == [vero]


def test_nothing_but_keyed_hashes_is_left_of_who_is_forgotten(session: Session, vero: RecordId) -> None:
    before = session.store.db.execute("SELECT * FROM protected_name").fetchall()
    forget(session, vero)
    rows = session.store.db.execute("SELECT * FROM protected_name").fetchall()
    assert rows == before != []
    assert all(len(bytes.fromhex(text)) == 16 for row in rows for text in row[:2])
    assert vero not in str(rows)
    with session.store.change("test") as change:
        forgetting.erase(session.store, change, handoff.of_everything(session.store).scope)
    assert session.store.db.execute("SELECT * FROM protected_name").fetchall() == []


def test_nobody_is_asked_about_for_themselves(session: Session, vero: RecordId, publish: Publish) -> None:
    assert not asked(session)
    off = {vero: TakenOff(1, "She asked for it.")}
    assert not asked(session, PublishRequest(profile="names", labels_off=off))
    publish(PublishRequest(profile="names", labels_off=off))
    add(session, "Vero Lunt")
    assert not asked(session)  # nobody of that name is protected any more


def test_a_label_taken_off_frees_the_names_of_a_record_merged_away(
    session: Session, vero: RecordId, publish: Publish
) -> None:
    kept = add(session, "Tamsin Quell")
    duplicates.merge(session, kept, vero)
    off = {kept: TakenOff(1, "She asked for it.")}
    assert not asked(session, PublishRequest(profile="names", labels_off=off))
    publish(PublishRequest(profile="names", labels_off=off))
    add(session, "Vero Lunt")
    assert not asked(session)


@pytest.mark.parametrize(
    ("protected", "other", "same"),
    [
        ("胡岚音", "胡嵐音", True),
        ("胡岚音", "Hu Lanyin", True),
        ("Hu Lanyin", "胡岚音", True),
        ("胡岚音", "胡兰茵", False),
        ("Vero Lunt", "VERO  LUNT", True),
        ("Vero Lunt", "Vero Lunt-Marrow", False),
        ("V", "V", False),
    ],
)
def test_names_are_compared_in_every_script_but_not_by_their_sound_alone(
    session: Session, publish: Publish, protected: str, other: str, same: bool
) -> None:
    one = add(session, protected)
    publish(PublishRequest(profile="names", label=frozenset([one])))
    add(session, other)
    assert bool(asked(session)) is same


def renamed(session: Session, party: RecordId, name: str) -> None:
    """Give somebody an alias."""
    record = session.store.get(party)
    names = [*record.values("names"), {"name": name, "kind": "alias"}]
    with session.store.change("test") as change:
        change.put(editing.edited(record, {}, {"names": names}, session.store.words()))


def test_an_alias_is_compared_too(session: Session, vero: RecordId) -> None:
    other = add(session, "Isolt Marrow")
    renamed(session, other, "Vero Lunt")
    assert [risk.party for risk in asked(session)] == [other]


def test_a_label_that_holds_along_a_series_is_compared_too(session: Session, publish: Publish) -> None:
    one = add(session, "Vero Lunt")
    publish(PublishRequest(profile="labels"))
    other = add(session, "Vero Lunt")
    following = PublishRequest(profile="names", since=1)
    shown = publications.preview(session, following)
    assert label_of(shown, one)
    assert [risk.party for risk in of_kind(shown, RiskKind.NAMESAKE)] == [other]
    assert not asked(session)  # outside the series nobody has a label


def test_a_name_that_was_learnt_after_the_publication_is_compared_too(
    session: Session, vero: RecordId, publish: Publish
) -> None:
    renamed(session, vero, "Isolt Marrow")
    other = add(session, "Isolt Marrow")
    apart = PublishRequest(
        profile="names", cases=tuple(session.store.cases_of_party(other))
    )  # not Vero's case
    (risk,) = asked(session, apart)
    assert isinstance(risk.about, Namesake)
    assert (risk.about.party, risk.about.publication) == (other, 1)
    publish(PublishRequest(profile="names", labels_off={vero: TakenOff(1, "She asked for it.")}))
    assert not asked(session, apart)
