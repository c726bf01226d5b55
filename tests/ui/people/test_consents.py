"""What a person agreed to is written in the form, behind a button that opens when something is there."""

from pathlib import Path

from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import consents, history
from hrddesk.analysis.consistency.findings import Check
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.consents import ConsentState
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.people.consents_edit import ConsentRow
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case
from tests.ui.page_objects.forms import PersonForm
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.week import ConsistencyPage
from tests.ui.texts import records


def test_an_answer_is_written_and_what_is_missing_is_said(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = PersonForm(desk)
    form.say_subject()
    type_(desk, "Lan Example")
    desk.click(form.more(records.INFORMED_CONSENT))
    form.consents.add()
    (row,) = form.consents.rows
    assert isinstance(row, ConsentRow)
    answer, purpose, giver, pictures, date, *_ = row.stops()
    answer.setFocus()
    desk.pick("Down")
    key(desk, "Ctrl+S")
    assert records.CONSENT_GIVER_MISSING in form.problem
    for stop, where in ((purpose, "End"), (giver, "Down"), (pictures, "End")):
        stop.setFocus()
        desk.pick(where)
    date.setFocus()
    type_(desk, "2026-03-05")
    desk.shot("consent")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.until(lambda: not CasesPage(desk).people.has_form)
    reader = desk.frame.desk.reader
    current = consents.of_party(reader, reader.ids(Kind.PARTY)[-1]).current
    assert (current.state, current.purpose, current.pictures) == (ConsentState.YES, "with_name", True)


def _form_of(desk: Driver, person: RecordId) -> PersonForm:
    people = PeoplePage(desk)
    people.visit()
    assert people.leads_to(person)
    desk.settled()
    return people.form


def _note(desk: Driver, person: RecordId) -> str:
    assert desk.window.desk is not None
    return consents.note(desk.window.desk.reader, person)


def test_who_was_asked_and_how_is_noted_beside_the_answers(desk: Driver) -> None:
    _, person = add_case(desk, ("Vero Lunt", Visibility.PUBLIC))
    change(desk, lambda session: consents.set_note(session, person, "Her sister"))
    form = _form_of(desk, person)
    assert not form.is_dirty
    assert form.consent_note.value == "Her sister"
    form.consent_note.enter()
    key(desk, "Ctrl+End")
    type_(desk, ", by telephone")
    draft = form.view.draft()
    assert "telephone" not in str(form.view.changed_values().fields)
    key(desk, "Ctrl+S")
    desk.until(lambda: _note(desk, person) == "Her sister, by telephone")
    change(desk, lambda session: history.undo(session))
    assert _note(desk, person) == "Her sister"
    again = _form_of(desk, person)
    assert again.view.changed_values().consent_note is None
    again.view.take_draft(draft)
    assert again.view.changed_values().consent_note == "Her sister, by telephone"


def _withdrawn(session: Session, person: RecordId, target: Path) -> Outcome[None]:
    request = PublishRequest(profile="names", target=target, languages=("en",), accept_all="for the test")
    publications.publish(session, request)
    return consents.add(session, person, {"consent": "withdrawn", "given_by": "self", "date": "2022-01-01"})


def test_a_withdrawal_leads_to_the_correction(desk: Driver, tmp_path: Path) -> None:
    case, person, _ = add_case(desk, ("Vero Lunt", Visibility.PUBLIC), ("Odal Brisk", Visibility.PUBLIC))
    assert not _form_of(desk, person).shows_publications
    change(desk, lambda session: _withdrawn(session, person, tmp_path / "a.pdf"))
    form = _form_of(desk, person)
    assert records.NAMED_IN_PUBLICATION.format(1) in form.publications
    assert form.shows_publications
    desk.shot("consent-withdrawn")
    page = ConsistencyPage(desk).open()
    page.choose_check(Check.CONSENT_REFUSED)
    view, sections = page.view, page.view.sections
    finding = sections.rows.row(0)
    assert records.CONSENT_WITHDRAWN.format("2022-01-01") in str(finding)
    sections.go_to(finding.key)
    assert records.NAMED_IN_PUBLICATION.format(1) in view.trace.lines.text()
    desk.shot("consent-task")
    desk.click(view.trace.buttons[0])
    assert desk.frame.current == "publish"
    publication = PublicationPage(desk).view
    assert (publication.series.since, publication.series.is_correction) == (1, True)
    assert publication.request().cases is None
    del case
