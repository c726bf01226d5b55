"""Names are worked out once, and anew as soon as any of them may be another."""

from dataclasses import replace

import pytest

from hrddesk.actions.content_review import known_names, texts
from hrddesk.actions.content_review.known_names import KnownNames
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import cases, parties
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.profile.profiles import LABELS, NAMES
from hrddesk.store.vault.session import Session


@pytest.fixture
def case(session: Session) -> RecordId:
    made = cases.create(session, {"title": "The mill", "narrative": "Vero Lunt and Odal Brisk left."}).result
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, made, "subject")
    return made


def test_they_are_kept_while_only_cases_and_texts_change(session: Session, case: RecordId) -> None:
    known = KnownNames.of(session.store)
    assert KnownNames.of(session.store) is known
    texts.review(session, case, "labels")
    cases.edit(session, case, {"title": "The old mill"})
    assert KnownNames.of(session.store) is known
    assert KnownNames.of(session.store) is known
    assert known.censor(LABELS) is known.censor(LABELS)
    assert known.censor(LABELS) is not known.censor(NAMES)


def test_a_name_that_becomes_known_is_found_in_the_next_text(session: Session, case: RecordId) -> None:
    texts.review(session, case, "labels")
    before = KnownNames.of(session.store)
    names = {"names": [{"name": "Odal Brisk"}]}
    made = parties.create(session, {"kind": "person"}, names, case, "relative").result
    assert KnownNames.of(session.store) is not before
    assert texts.occurrences(session, case, "labels").state is TextState.CHANGED
    assert texts.occurrences(session, case, "labels").result == "Person ? and Person ? left."
    with session.store.change("test") as change:
        change.put(session.store.get(made).with_visibility(Visibility.SECRET))
    assert texts.occurrences(session, case, "labels").result == "Person ? and [person] left."
    parties.remove(session, made)
    assert texts.occurrences(session, case, "labels").result == "Person ? and Odal Brisk left."


def test_a_profile_that_changes_makes_something_else_of_them(session: Session, case: RecordId) -> None:
    publications.save_profile(session, replace(LABELS, name="own"))
    assert texts.occurrences(session, case, "own").result.startswith("Person ?")
    publications.save_profile(session, replace(NAMES, name="own", levels=LABELS.levels))
    assert texts.occurrences(session, case, "own").result.startswith("Vero Lunt")


def test_after_many_changes_or_where_the_history_is_shorter_they_are_read_anew(
    session: Session, case: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = KnownNames.of(session.store)
    monkeypatch.setattr(known_names, "_MOST_LOOKED_AT", 0)
    cases.edit(session, case, {"title": "The old mill"})
    again = KnownNames.of(session.store)
    assert again is not known
    monkeypatch.setattr(again, "_head", session.store.history.head().number + 1)
    assert KnownNames.of(session.store) is not again
