"""The texts of a vault tell which names are ordinary words there."""

import pytest

from hrddesk.actions.content_review.vault_words import VaultWords
from hrddesk.actions.records import cases, events, evidence, parties, relations
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent


def _person(session: Session, name: str, case: RecordId | None = None) -> RecordId:
    return parties.create(session, {"kind": "person"}, {"names": [{"name": name}]}, case).result


@pytest.mark.parametrize(
    ("word", "text", "is_ordinary"),
    [
        ("Market", "The market was closed.", True),
        ("Mark", "The market was closed.", False),
        ("国庆", "国庆前夕", True),
        ("Market", "It rained.", False),
    ],
)
def test_a_word_of_another_case_is_ordinary(
    session: Session, word: str, text: str, is_ordinary: bool
) -> None:
    here = cases.create(session, {"narrative": f"{word} left."}).result
    cases.create(session, {"narrative": text})
    assert VaultWords(session.store)(word, [_person(session, word)], here) is is_ordinary


def test_texts_of_those_who_bear_the_name_tell_nothing(session: Session) -> None:
    here = cases.create(session, {"narrative": "Hope left."}).result
    there = cases.create(session, {"narrative": "Hope came."}).result
    bearer, friend = _person(session, "Hope"), _person(session, "Vero Lunt", there)
    words = VaultWords(session.store)
    assert words("Hope", [bearer], here)
    assert words("Hope", [bearer], here)  # asked once
    relations.create(session, {"subject": friend, "object": bearer, "type": "spouse_of"})
    assert not VaultWords(session.store)("Hope", [bearer], here)


def test_texts_of_events_count_and_givers_are_near_their_case(
    session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = cases.create(session, {"narrative": "Hope left."}).result
    there = cases.create(session, {"title": "Elsewhere"}).result
    events.add(session, there, {"type": "detained", "summary": "There was hope."}, {})
    file = tmp_path_factory.mktemp("given") / "a.txt"
    file.write_text("a")
    given = evidence.add(session, there, file, silent(), {"from_whom": "Hope Quell"}).result
    words = VaultWords(session.store)
    assert words("Hope", [_person(session, "Hope")], here)
    assert not words("Hope", [given.id], here)


def test_notes_and_other_records_are_no_texts_of_cases(session: Session) -> None:
    here = cases.create(session, {"narrative": "Hope left."}).result
    parties.create(session, {"kind": "person", "note": "There is hope."}, {"names": [{"name": "Vero"}]})
    assert not VaultWords(session.store)("Hope", [_person(session, "Hope")], here)
