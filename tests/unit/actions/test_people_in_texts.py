"""Of people of other cases those are read whose names may stand in what is printed, wherever that is."""

from pathlib import Path

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, evidence, parties
from hrddesk.actions.scope import publication_facts
from hrddesk.actions.scope.publication_facts import PublicationFacts, people_in
from hrddesk.records.language.labels import Labels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent

TITLE = Labels({"en": "What Odal Brisk saw"})


@pytest.fixture
def case(session: Session) -> RecordId:
    """A case that may be published, of Vero Lunt."""
    made = cases.create(session, {"title": "The mill"}).result
    _publish(session, made, _person(session, "Vero Lunt", made))
    return made


@pytest.fixture
def other(session: Session) -> RecordId:
    """Odal Brisk, once Odal Quell, of another case."""
    made = cases.create(session, {"title": "The dam"}).result
    person = _person(session, "Odal Quell", made)
    parties.edit(session, person, {}, {"names": [{"name": "Odal Brisk"}]})
    return person


def _person(session: Session, name: str, case: RecordId, kind: str = "person") -> RecordId:
    return parties.create(session, {"kind": kind}, {"names": [{"name": name}]}, case, "subject").result


def _publish(session: Session, *records: RecordId) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(session.store.get(record).with_visibility(Visibility.PUBLIC))


def _title(session: Session, case: RecordId, title: Labels = TITLE) -> str:
    return publications.preview(
        session, PublishRequest(profile="names", cases=(case,), title=title)
    ).model.title["en"]


@pytest.mark.parametrize("called", ["Odal Brisk", "Brisk Odal", "Odal Quell", "#FreeOdalBrisk"])
def test_whoever_stands_in_a_title_is_read(
    session: Session, case: RecordId, other: RecordId, called: str
) -> None:
    assert "[person]" in _title(session, case, Labels({"en": f"What {called} saw"})), other


def test_whoever_stands_in_no_text_is_not_read(session: Session, case: RecordId, other: RecordId) -> None:
    read = PublicationFacts(session.store, [case])
    assert not read.look_through({"Brisk came"})
    assert other not in read.facts.records
    assert {party.text("kind") for party in read.facts.all(Kind.PARTY)} == {"person"}


def test_of_many_cases_everybody_is_read(
    session: Session, case: RecordId, other: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication_facts, "_MOST_LOOKED_THROUGH", 0)
    assert other in PublicationFacts(session.store, [case]).facts.records
    assert _title(session, case) == "What [person] saw"


def test_who_stands_in_a_name_of_somebody_whom_a_text_names_is_read_too(
    session: Session, case: RecordId
) -> None:
    dam = cases.create(session, {"title": "The dam"}).result
    wife = _person(session, "The wife of Odal Brisk", dam)
    parties.edit(session, wife, {}, {"names": [{"name": "Isolt Quell"}, {"name": "The wife of Odal Brisk"}]})
    _publish(session, wife)
    title = Labels({"en": "What Isolt Quell saw"})
    assert _title(session, case, title) == title["en"]
    assert _person(session, "Odal Brisk", dam)
    assert _title(session, case, title) == "What Person A saw"


def test_a_name_that_says_whose_wife_somebody_is_goes_where_it_is_that_of_a_giver(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    wife = _person(session, "The wife of Lunter", case)
    _publish(session, wife)
    request = PublishRequest(profile="names", cases=(case,))
    assert "The wife of Lunter" in str(publications.preview(session, request).model)
    path = tmp_path / "letter.txt"
    path.write_text("A letter.", encoding="utf-8")
    evidence.add(session, None, path, silent(), {"from_whom": "Odal Lunter"})
    assert "Lunter" not in str(publications.preview(session, request).model)


def test_a_giver_who_is_a_party_is_none_about_whom_a_text_waits(
    session: Session, case: RecordId, other: RecordId, tmp_path: Path
) -> None:
    path, ref = tmp_path / "letter.txt", session.store.get(case).text("ref")
    path.write_text("A letter.", encoding="utf-8")
    evidence.add(session, None, path, silent(), {"from_whom": "Odal Brisk"})
    with session.store.change("test") as change:
        change.put(session.store.get(case).with_fields(narrative="Then Brisk came."))
    texts.review(session, ref, "names")
    shown = publications.preview(session, PublishRequest(profile="names", cases=(case,)))
    assert "Then Brisk came." in str(shown.model), other


def test_to_look_for_people_can_be_cancelled(session: Session, other: RecordId) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(people_in(session.store, ["Odal Brisk"], {}, Job(stop)))
    assert list(people_in(session.store, ["Odal Brisk"], {}, silent())) == [other]
