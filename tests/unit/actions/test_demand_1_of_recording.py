"""Demand 1 of recording what happened, on the real report: terms change and no record does; forms fill.

Rows of report2020 are cited by their ids only.
"""

from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.actions.interop import exports, forms, imports
from hrddesk.actions.records import questions, terms
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.actions.records.questions import Definition
from hrddesk.actions.records.terms import TermWording
from hrddesk.records.dates import dates
from hrddesk.records.language.labels import CHINESE, ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

AS_OF = date(2020, 12, 31)


@pytest.fixture
def report(session: Session, shared: Path) -> Session:
    """A vault that holds the report."""
    done = imports.run(session, shared / "data" / "report2020", source="report2020").result
    assert done.errors == ()
    return session


def _event(session: Session, row: str) -> Record:
    found = session.store.by_key("report2020", "events.csv", row)
    assert found is not None, row
    return session.store.get(found)


def _victim(event: Record) -> RecordId:
    return next(RecordId(str(e["party"])) for e in event.values("parties") if e.get("role") == "victim")


def test_terms_are_reworded_merged_and_retired_and_the_report_stays_as_it_is(
    report: Session, tmp_path: Path
) -> None:
    before = {kind: list(report.store.all(kind)) for kind in (Kind.PARTY, Kind.EVENT, Kind.RELATION)}
    answers = {party.id: status for party, status in statuses.of_all(report.store, AS_OF)}
    event = _event(report, "e002")
    code = str(event.values("charges")[0]["term"])
    terms.edit(report, "charge", code, TermWording({"en": "Disorder", "zh-Hans": "扰乱类罪名"}))
    terms.add(
        report,
        "event_type",
        TermWording({"en": "Vanished from home", "zh-Hans": "从家中消失"}),
        "vanished_from_home",
    )
    terms.merge(report, "event_type", "taken_away", "vanished_from_home")
    terms.retire(report, "occupation", "lawyer")
    # Every record is what it was, and so is everything that is worked out from them.
    assert {kind: list(report.store.all(kind)) for kind in before} == before
    assert {party.id: status for party, status in statuses.of_all(report.store, AS_OF)} == answers
    # What is shown follows.
    words = report.store.words()
    assert words.load("charge").label(code, CHINESE) == "扰乱类罪名"
    taken = _event(report, "e001")
    assert words.load("event_type").label(taken.text("type"), ENGLISH) == "Vanished from home"
    # Export and import of the same rows change nothing.
    exports.run(report, tmp_path / "kit", "kit")
    again = imports.run(report, tmp_path / "kit").result
    assert (again.new, again.updated) == ({}, {})


def test_an_event_of_the_report_is_put_at_a_place_and_its_words_stay(report: Session) -> None:
    event = _event(report, "e001")
    said = event.text("place_text")
    assert [row.id for row in Gazetteer(report.store).find("wuhanshi")] == [event.text("place")]
    form = forms.filled(report.store, "wgeid", _victim(event), ENGLISH)
    where = next(item.worded for item in form.questions if item.question.fact == "gone_where")
    assert where == said


def _said(event: Record) -> str:
    return dates.as_said(dates.read(event.text("date")), "zh")


def test_forms_about_the_people_of_the_report_fill_themselves(report: Session, tmp_path: Path) -> None:
    event = _event(report, "e001")
    person = _victim(event)
    filled = {
        code: forms.filled(report.store, code, person, CHINESE) for code in ("detention", "wgad", "wgeid")
    }
    for form in filled.values():
        done, every = form.completeness
        assert 0 < done < every
        assert len(form.missing) == every - done
    when = next(item.worded for item in filled["wgeid"].questions if item.question.fact == "gone_when")
    assert when == _said(event)  # a form prints dates in words of its language
    # Nobody's form holds what happened to somebody else.
    own = {_said(e) for e in report.store.events_of_party(person)}
    account = next(i.worded for i in filled["wgad"].questions if i.question.fact == "chronology")
    assert {line.split(" · ")[0] for line in account.splitlines() if line[:4].isdigit()} <= own
    asked = questions.add(
        report, Definition(owner="party", type="yes_no", labels={"en": "Seen by a doctor?"}, template="wgad")
    ).result
    key = report.store.get(asked).text("key")
    before = filled["wgad"].completeness
    forms.fill(report, "wgad", person, {key: "not_asked", "nationality": "unknown"})
    after = forms.filled(report.store, "wgad", person, CHINESE).completeness
    assert after == (before[0] + 2, before[1] + 1)
    for kind in ("pdf", "text"):
        forms.export(report, "wgad", person, tmp_path / kind, Job(), format=kind, chain=CHINESE)
        assert (tmp_path / kind).stat().st_size > 1000
