"""Answers about consent travel; what allows more than ours is taken by a decision alone, and never unseen."""

from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import checks
from hrddesk.actions.records import consents as noted
from hrddesk.analysis.consistency.findings import Check
from hrddesk.bundle.merging.level_changes import Regrouping, as_closed_as
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.rules.consents import ConsentState, current
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, content, delete, hand_over, put, send

PERSON = Record(kind=Kind.PARTY, id=ONE).with_fields(kind="person")
TODAY = date(2026, 6, 15)


def yes(purpose: str, day: str, **more: str | bool) -> Element:
    return {"consent": "yes", "purpose": purpose, "given_by": "self", "date": day, **more}


REFUSED: Element = {"consent": "refused", "given_by": "self", "date": "2026-02-01"}


def answer(session: Session, *entries: Element) -> None:
    party = session.store.get(ONE)
    put(session, party.with_elements(CONSENTS, [*party.values(CONSENTS), *entries]))


def counts(session: Session) -> ConsentState:
    return current(session.store.get(ONE), TODAY).state


@pytest.fixture
def both(desks: Desks, tmp_path: Path) -> Desks:
    """Two desks that know a person who agreed to a publication without name."""
    put(desks.documenter, PERSON.with_elements(CONSENTS, [yes("without_name", "2026-01-01")]))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert counts(desks.coordinator) is ConsentState.YES
    return desks


def test_the_first_answer_needs_a_look_and_then_counts(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, PERSON)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    answer(desks.documenter, yes("with_name", "2026-01-01"))
    found = hand_over(desks, tmp_path)
    (item,) = acceptance.review(desks.coordinator, found.review, Job()).items
    assert (item.looks, item.regrouped) == ((ReviewReason.CONSENT,), ())
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert counts(desks.coordinator) is ConsentState.YES


@pytest.mark.parametrize(
    ("entry", "state", "check"),
    [
        (yes("with_name", "2999"), ConsentState.MISSING, Check.CONSENT_AHEAD),
        (
            {**yes("with_name", "2020-05-01"), "given_by": "guardian"},
            ConsentState.YES,
            Check.GUARDIAN_OF_ADULT,
        ),
    ],
)
def test_an_answer_that_no_form_takes_is_a_finding(
    desks: Desks, tmp_path: Path, entry: Element, state: ConsentState, check: Check
) -> None:
    put(desks.documenter, PERSON.with_fields(birth="1970").with_elements(CONSENTS, [entry]))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert counts(desks.coordinator) is state
    assert [finding.check for finding in checks.run(desks.coordinator.store)] == [check]


@pytest.mark.parametrize(
    "more",
    [
        yes("with_name", "2026-03-01"),
        yes("without_name", "2026-03-01", pictures=True),
        {**yes("without_name", "2026-03-01"), "given_by": "guardian"},
    ],
)
def test_what_allows_more_is_left_out_until_somebody_decides(
    both: Desks, tmp_path: Path, more: Element
) -> None:
    answer(both.documenter, more)
    found = hand_over(both, tmp_path)
    (item,) = acceptance.review(both.coordinator, found.review, Job()).items
    assert item.regrouped == (Regrouping.CONSENT,)
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 1
    assert len(both.coordinator.store.get(ONE).values(CONSENTS)) == 1
    again = hand_over(both, tmp_path)  # it is offered again
    acceptance.accept(both.coordinator, again.review, None, Job(), loosen=True)
    assert content(both.coordinator) == content(both.documenter)


def test_what_is_stricter_is_taken_and_wins_on_both_sides(both: Desks, tmp_path: Path) -> None:
    answer(both.documenter, REFUSED)
    answer(both.coordinator, yes("with_name", "2026-02-01"))
    back = send(both.coordinator, both.documenter, tmp_path)
    acceptance.accept(both.documenter, back.review, None, Job())
    assert counts(both.documenter) is ConsentState.REFUSED
    found = hand_over(both, tmp_path)
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 0
    assert counts(both.coordinator) is ConsentState.REFUSED


def test_an_answer_that_was_taken_out_there_stays_here(both: Desks, tmp_path: Path) -> None:
    answer(both.documenter, REFUSED)
    acceptance.accept(both.coordinator, hand_over(both, tmp_path).review, None, Job())
    noted.remove(both.documenter, ONE, 2)
    found = hand_over(both, tmp_path)
    assert found.regrouped == 1
    acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.THEIRS)
    assert counts(both.coordinator) is ConsentState.REFUSED


def test_a_person_who_comes_back_allows_no_more_than_before(both: Desks, tmp_path: Path) -> None:
    delete(both.coordinator, ONE)
    answer(both.documenter, yes("with_name", "2026-03-01"))
    found = hand_over(both, tmp_path)
    acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.THEIRS)
    assert current(both.coordinator.store.get(ONE), TODAY).purpose == "without_name"
    opened = PERSON.with_elements(CONSENTS, [yes("with_name", "2026-03-01")])
    assert as_closed_as(PERSON, opened) == opened  # nobody had answered


def test_the_note_stays_at_home(both: Desks, tmp_path: Path) -> None:
    noted.set_note(both.documenter, ONE, "By telephone, through the sister")
    acceptance.accept(both.coordinator, hand_over(both, tmp_path).review, None, Job())
    assert noted.note(both.coordinator.store, RecordId(ONE)) == ""
    assert both.coordinator.store.ids(Kind.CONSENT_NOTE) == []
