"""Where everybody is as of a day, worked out once, and kept current by what changes."""

import datetime

import pytest

from hrddesk.actions import cases, events, history, parties, statuses, terms
from hrddesk.actions.status_book import StatusBook
from hrddesk.analysis.liberty import Answer
from hrddesk.jobs import Cancelled, Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes

DAY = datetime.date(2020, 12, 31)


def person(session: Session, *what: str) -> RecordId:
    case, _ = cases.create(session, {"title": "one"})
    who, _ = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}, case, "subject")
    for kind in what:
        events.add(
            session, case, {"type": kind, "date": "2020-03"}, {"parties": [{"party": who, "role": "victim"}]}
        )
    return who


def book(session: Session, known_on: datetime.date | None = None) -> StatusBook:
    return StatusBook.of(session.store, DAY, known_on, silent())


def told(found: StatusBook, session: Session) -> dict[RecordId, Answer | None]:
    return {who: found.answer(who) for who in session.store.ids(Kind.PARTY)}


def test_a_book_says_of_everybody_what_each_is_asked_alone(session: Session) -> None:
    held, free, office = person(session, "detained"), person(session), person(session)
    parties.edit(session, office, {"kind": "authority"})
    found = book(session)
    assert told(found, session) == {held: Answer.CUSTODY, free: Answer.UNDETERMINED, office: None}
    assert len(found) == 2
    assert found.people(Answer.CUSTODY) == {held}
    assert found.cases(session.store, Answer.CUSTODY) == set(session.store.cases_of_party(held))
    assert found.status(held) is None


def test_a_book_as_known_on_a_day_holds_whole_statuses(session: Session) -> None:
    held = person(session, "detained")
    today = datetime.datetime.now().astimezone().date()
    status = book(session, today).status(held)
    assert status is not None
    assert status == statuses.of_party(session.store, held, DAY)
    assert len(book(session, today - datetime.timedelta(1))) == 0
    anew = book(session, today).refreshed(session.store, Changes(), silent())
    assert anew.status(held) == status


def test_a_book_is_mended_by_every_kind_of_change(session: Session) -> None:
    one, other = person(session, "detained"), person(session, "detained")
    case = session.store.cases_of_party(one)[0]
    event = session.store.events_of_party(one)[0].id
    found = book(session)

    def after(changes: Changes) -> dict[RecordId, Answer | None]:
        nonlocal found
        found = found.refreshed(session.store, changes, silent())
        assert told(found, session) == told(book(session), session)
        return told(found, session)

    added, changes = events.add(
        session,
        case,
        {"type": "released", "date": "2020-05"},
        {"parties": [{"party": one, "role": "victim"}]},
    )
    assert after(changes)[one] is Answer.RELEASED
    assert after(events.remove(session, added))[one] is Answer.CUSTODY
    moved = events.edit(session, event, {}, {"parties": [{"party": other, "role": "victim"}]})
    assert after(moved)[one] is Answer.UNDETERMINED  # the event speaks of somebody else now
    assert after(parties.edit(session, one, {"death": "2020-06"}))[one] is Answer.DEAD
    assert one not in after(parties.remove(session, one))


def test_a_term_that_is_merged_counts_for_everybody(session: Session) -> None:
    term, _ = terms.add(session, "event_type", terms.Wording({"en": "Lured to tea"}))
    code = session.store.get(term).text("code")
    held = person(session, code)
    found = book(session)
    assert found.answer(held) is Answer.UNDETERMINED
    changes = terms.merge(session, "event_type", code, "detained")
    after = found.refreshed(session.store, changes, silent())
    assert after.answer(held) is Answer.CUSTODY
    assert changes.act is not None
    _, undone = history.undo(session, changes.act)
    assert after.refreshed(session.store, undone, silent()).answer(held) is Answer.UNDETERMINED


def test_many_changes_make_a_new_book(session: Session) -> None:
    held = person(session, "detained")
    many = Changes(events=frozenset(RecordId(f"{number:032x}") for number in range(2001)))
    assert StatusBook(DAY).refreshed(session.store, many, silent()).answer(held) is Answer.CUSTODY


@pytest.mark.parametrize("known_on", [None, DAY])
def test_making_a_book_can_be_cancelled(session: Session, known_on: datetime.date | None) -> None:
    person(session, "detained")
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        StatusBook.of(session.store, DAY, known_on, job)
