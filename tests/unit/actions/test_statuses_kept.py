"""Statuses that are kept: whatever has changed, they are those that are worked out from the records."""

import datetime
import random
from contextlib import closing

import pytest

from hrddesk.actions.analysis import countries, statuses
from hrddesk.actions.records import cases, events, history, parties, terms
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import Status
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.actions.analysis.test_figure_reader import Desk

DAYS = ("2019-01-01", "2019-06-01", "2020-01-01", "2020-12-31", "2021-04-01")


def everybody(session: Session, day: datetime.date) -> dict[RecordId, Status]:
    return statuses.of_parties(session.store, session.store.ids(Kind.PARTY), day)


def worked_out(session: Session, day: datetime.date) -> dict[RecordId, Status]:
    found = ((who, statuses.of_party(session.store, who, day)) for who in session.store.ids(Kind.PARTY))
    return {who: status for who, status in found if status is not None}


@pytest.mark.parametrize("seed", range(4))
def test_kept_statuses_are_those_of_the_records_after_every_change(
    session: Session, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, chance = Desk(session, seed), random.Random(seed)
    for day in map(datetime.date.fromisoformat, DAYS):
        monkeypatch.setattr(statuses, "day_of", lambda text, field, today=day: today)
        for _ in range(12):
            for _ in range(chance.randrange(1, 5)):
                desk.step()
            if chance.random() < 0.7:
                assert not statuses.keep_current(session.store)
            assert everybody(session, day) == worked_out(session, day)
            assert statuses.answers(session.store, day) == {
                who: status.answer for who, status in worked_out(session, day).items()
            }
            assert statuses.are_as_made(session.store, Job())
    later = day + datetime.timedelta(days=chance.randrange(1, 900))
    assert everybody(session, later) == worked_out(session, later)
    with closing(session.reader()) as reader:
        found = list(statuses.of_everybody(reader, day))
    assert sorted(row.person for row in found) == sorted(session.store.ids(Kind.PARTY))


def person(session: Session, *what: str) -> RecordId:
    case = cases.create(session, {"title": "one"}).result
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}, case, "subject").result
    for kind in what:
        events.add(
            session, case, {"type": kind, "date": "2020-03"}, {"parties": [{"party": who, "role": "victim"}]}
        )
    return who


def test_a_term_that_is_merged_counts_for_everybody(session: Session) -> None:
    term = terms.add(session, "event_type", terms.TermWording({"en": "Lured to tea"})).result
    code = session.store.get(term).text("code")
    held = person(session, code)
    today = datetime.datetime.now().astimezone().date()

    def answer() -> Answer:
        statuses.keep_current(session.store)
        return everybody(session, today)[held].answer

    assert answer() is Answer.UNDETERMINED
    changes = terms.merge(session, "event_type", code, "detained").changes
    assert answer() is Answer.CUSTODY
    assert changes.act is not None
    history.undo(session, changes.act)
    assert answer() is Answer.UNDETERMINED


def test_another_usual_country_has_all_worked_out_anew(session: Session) -> None:
    person(session, "detained")
    assert not statuses.keep_current(session.store)
    held = list(session.store.db.execute("SELECT rules FROM person_status"))
    countries.set_usual(session, "general")
    statuses.keep_current(session.store)
    assert list(session.store.db.execute("SELECT rules FROM person_status")) != held


def test_statuses_of_who_is_in_an_event_of_a_changed_case_are_dropped(session: Session) -> None:
    who, judge = person(session, "detained"), person(session)
    statuses.keep_current(session.store)
    case = session.store.cases_of_party(who)[0]
    cases.edit(session, case, {"title": "two"})
    kept = {row[0] for row in session.store.db.execute("SELECT person FROM person_status")}
    assert kept == {judge}


def test_more_than_some_are_kept_one_after_another(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statuses, "_AT_ONCE", 2)
    for _ in range(3):
        person(session)
    assert statuses.keep_current(session.store)
    assert not statuses.keep_current(session.store)


def test_nothing_is_kept_where_nothing_can_be_written(session: Session) -> None:
    held = person(session, "detained")
    with closing(session.reader()) as reader:
        assert not statuses.keep_current(reader)
        assert statuses.of_parties(reader, [held], datetime.date(2020, 12, 31))[held].answer is Answer.CUSTODY


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE person_status SET answer = 'free'",
        "UPDATE person_status SET until = until + 1",
        "UPDATE person_status SET status = replace(status, 'in_custody', 'free')",
        "UPDATE person_status SET counted = replace(counted, 'in_custody', 'free')",
        "UPDATE person_status SET person = 'somebody'",
    ],
)
def test_the_check_finds_what_was_altered(session: Session, sql: str) -> None:
    person(session, "detained")
    statuses.keep_current(session.store)
    assert check(session.reader, [], Job(), statuses=statuses.are_as_made).ok
    session.store.db.execute(sql)
    (damage,) = check(session.reader, [], Job(), statuses=statuses.are_as_made).damage
    assert damage.where == "statuses of people"


@pytest.mark.parametrize("known_on", [None, datetime.date(2020, 12, 31)])
def test_working_everybody_out_can_be_cancelled(session: Session, known_on: datetime.date | None) -> None:
    person(session, "detained")
    job = Job()
    job.cancel()
    if known_on is not None:
        known_on = datetime.datetime.now().astimezone().date()
    with pytest.raises(Cancelled):
        statuses.answers(session.store, datetime.date(2020, 12, 31), known_on, job)
