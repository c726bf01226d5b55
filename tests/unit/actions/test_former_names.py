"""Texts go on telling what somebody was called before; a label stands for that as well."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.content_review import texts
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, parties
from hrddesk.publish.audit.findings import AuditCode
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.former_names import former_names
from hrddesk.store.vault.session import Session


def _public(session: Session, record: RecordId) -> RecordId:
    with session.store.change("test") as change:
        change.put(session.store.get(record).with_visibility(Visibility.PUBLIC))
    return record


def _rename(session: Session, party: RecordId, *names: str) -> None:
    parties.edit(session, party, {}, {"names": [{"name": name} for name in names]})


def _person(session: Session, case: RecordId, *names: str) -> RecordId:
    given = {"names": [{"name": name} for name in names]}
    return _public(session, parties.create(session, {"kind": "person"}, given, case, "subject").result)


@pytest.fixture
def case(session: Session) -> RecordId:
    return _public(
        session, cases.create(session, {"title": "A", "narrative": "Vosk Tarrin was taken."}).result
    )


@pytest.fixture
def person(session: Session, case: RecordId) -> RecordId:
    return _person(session, case, "Vosk Tarrin")


def _told(session: Session, *label: RecordId) -> tuple[str, ...]:
    request = PublishRequest(profile="names", label=frozenset(label))
    return publications.preview(session, request).model.cases[0].texts


def test_the_name_of_before_goes_as_a_whole_and_no_part_of_it_stays(
    session: Session, case: RecordId, person: RecordId
) -> None:
    _rename(session, person, "Vosk Tarrinen")
    texts.review(session, case, "names")
    assert _told(session, person) == ("Person A was taken.",)
    # Whoever took the name off the record may have had a reason: it is kept back of named people, too.
    assert _told(session) == ("[person] was taken.",)


def test_a_text_that_was_read_under_the_name_of_before_tells_it_no_more(
    session: Session, case: RecordId, person: RecordId, tmp_path: Path
) -> None:
    texts.review(session, case, "names")
    assert _told(session) == ("Vosk Tarrin was taken.",)
    _rename(session, person, "Vosk Tarrinen")
    assert _told(session, person) == ("Person A was taken.",)
    request = PublishRequest(
        profile="names", target=tmp_path / "1.pdf", label=frozenset([person]), accept_all="test"
    )
    published = publications.publish(session, request).result
    assert publications.check(published.path, session.store).passed


@pytest.mark.parametrize("now", ["Vosk Tarrin Oda", "Vosk  TARRIN"])
def test_a_name_that_the_one_of_now_tells_anyway_goes_with_it(
    session: Session, case: RecordId, person: RecordId, now: str
) -> None:
    _rename(session, person, now)
    texts.review(session, case, "names")
    assert _told(session) == ("Vosk Tarrin was taken.",)
    assert {
        row.party for row in publications.preview(session, PublishRequest(profile="names")).labels
    } == set()
    assert _told(session, person) == ("Person A was taken.",)


def test_names_of_before_are_those_of_earlier_versions_alone(
    session: Session, case: RecordId, person: RecordId
) -> None:
    _rename(session, person, "Vosk Tarrinen")
    assert former_names(session.store.db) == {person: ("Vosk Tarrin",)}
    other = _person(session, case, "Odal Brisk")
    _rename(session, other, "Odal Brisker")
    duplicates.merge(session, person, other)
    assert set(former_names(session.store.db)[person]) >= {"Vosk Tarrin", "Odal Brisk"}
    assert other not in former_names(session.store.db)
    session.store.history.erase(person)
    session.store.history.erase(other)
    assert former_names(session.store.db) == {}


def test_the_audit_of_a_finished_file_looks_for_names_of_before(
    session: Session, case: RecordId, person: RecordId, tmp_path: Path
) -> None:
    texts.review(session, case, "names")
    request = PublishRequest(profile="names", target=tmp_path / "1.pdf", accept_all="for the test")
    published = publications.publish(session, request).result
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(published.path.read_bytes() + b"\n")  # of unknown making
    _rename(session, person, "Someone Else")
    found = {finding.code for finding in publications.check(copy, session.store).findings}
    assert AuditCode.SECRET_IN_TEXT in found
