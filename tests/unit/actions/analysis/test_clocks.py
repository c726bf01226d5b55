"""The clocks of a desk: as known on a day, with this desk's limits; what is new this week."""

import datetime
import time

import pytest

from hrddesk.actions.analysis import checks, clocks, countries
from hrddesk.actions.records import events, parties
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.countries import shipped
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job

DAY = datetime.date(2020, 12, 31)

CHINA = shipped()["CN"]


def held(session: Session, *what: tuple[str, str]) -> RecordId:
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}).result
    for kind, day in what:
        fields = {"type": kind, "date": day}
        events.add(session, None, fields, {"parties": [{"party": who, "role": "victim"}]})
    return who


def test_limits_of_this_desk_count(session: Session) -> None:
    held(session, ("detained", "2020-12-01"))
    (made,) = clocks.of_all(session.store, DAY)
    assert (made.cap, made.limit, made.is_over()) == ("detention_to_arrest", 37, False)
    countries.set_limits(session, CHINA, {"detention_to_arrest": 29})
    (made,) = clocks.of_all(session.store, DAY)
    assert (made.limit, made.is_over()) == (29, True)


def test_clocks_as_known_on_an_earlier_day(session: Session) -> None:
    held(session, ("detained", "2020-12-01"))
    today = datetime.datetime.now().astimezone().date()
    assert len(list(clocks.of_all(session.store, DAY, today))) == 1
    assert list(clocks.of_all(session.store, DAY, today - datetime.timedelta(1))) == []


def test_organisations_have_no_clock(session: Session) -> None:
    who = held(session, ("detained", "2020-12-01"))
    parties.edit(session, who, {"kind": "organisation"})
    assert list(clocks.of_all(session.store, DAY)) == []


def test_findings_are_new_for_seven_days_and_until_they_are_put_aside(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 8 * 86_400)
    held(session, ("detained", ""), ("missing", ""))
    monkeypatch.undo()
    held(session, ("detained", ""), ("missing", ""))
    (new,) = clocks.week(session.store, DAY).findings
    assert len(checks.run(session.store)) == 2
    checks.dismiss(session, new.key, "both hold")
    assert clocks.week(session.store, DAY).findings == ()


def test_a_week_can_be_cancelled(session: Session) -> None:
    held(session, ("detained", "2020-12-01"))
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        clocks.week(session.store, DAY, job=job)
