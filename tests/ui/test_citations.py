"""Demand 3, sources: any field is cited where it stands, by key and by mouse, and kept with the record."""

from PySide6.QtWidgets import QApplication

from hrddesk.actions import citations, sources
from hrddesk.actions.citations import CONTRADICTS, SUPPORTS, Said
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk_ui.widgets.citations_edit import CitationRow
from hrddesk_ui.widgets.cite_button import CiteButton
from hrddesk_ui.widgets.form_edit import FormEdit
from hrddesk_ui.widgets.key_button import KeyButton
from tests.ui.casework import change, event_form, fill, key, list_is_there, page, person_form, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _button(form: FormEdit, field: str) -> CiteButton:
    return next(button for button in form.findChildren(CiteButton) if button.field == field)


def _row(form: FormEdit, at: int = 0) -> CitationRow:
    row = form.citations.rows[at]
    assert isinstance(row, CitationRow)
    return row


def _choose_type(desk: Driver, words: str) -> None:
    """Type what happened and go on, once the system shows the list of terms: else it takes the keys later."""
    type_(desk, words)
    desk.until(list_is_there)
    key(desk, "Tab")


def _choose_last(desk: Driver) -> None:
    """Choose the last line of what is offered, which makes a new source."""
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    desk.until(lambda: QApplication.activePopupWidget() is None)


def _said(desk: Driver, record: RecordId) -> list[Said]:
    assert desk.window.desk is not None
    return [citations.said_by(item) for item in citations.of_record(desk.window.desk.reader, record)]


def test_demand_3_a_field_is_cited_by_key_while_its_event_is_written(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    _choose_type(desk, "Detained")
    type_(desk, "2020-02")
    key(desk, "Ctrl+R")
    row = _row(form)
    assert row.field.currentText() == records.WHEN
    type_(desk, "A neighbour")
    _choose_last(desk)
    assert row.source.currentText() == records.NEW_SOURCE.format("A neighbour")
    for _ in range(3):
        key(desk, "Tab")
    type_(desk, "they came at night")
    key(desk, "Tab")
    type_(desk, "3:20")
    assert _button(form, "date").text() == records.ONE_SOURCE.format(1)
    desk.shot("citation-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: page(desk).case.timeline.form is None)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    (source,) = reader.ids(Kind.SOURCE)
    (said,) = _said(desk, reader.ids(Kind.EVENT)[-1])
    assert reader.get(source).text("title") == "A neighbour"
    assert (said.field, said.source, said.stance) == ("date", source, SUPPORTS)
    assert (said.quote, said.locator) == ("they came at night", "3:20")


def test_a_source_that_is_there_is_found_and_what_was_cited_is_changed(desk: Driver) -> None:
    fill(desk, 1)
    change(desk, lambda session: sources.create(session, {"code_name": "Heron", "type": "witness"})[1])
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Return")
    form = event_form(desk)
    assert form.stored is not None
    event = form.stored.id
    desk.click(_button(form, "place_text"))
    type_(desk, "hero")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    assert _row(form).source.currentText().startswith(f"\u2068Heron\u2069  ({records.WITNESS_STATEMENT} · ")
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    assert stored(desk, Kind.SOURCE) == 1
    (said,) = _said(desk, event)
    assert (said.field, said.stance) == ("place_text", SUPPORTS)

    key(desk, "Return")
    form = event_form(desk)
    assert _button(form, "place_text").text() == records.ONE_SOURCE.format(1)
    row = _row(form)
    row.stance.setFocus()
    desk.pick("Down")
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    (changed,) = _said(desk, event)
    assert (changed.citation, changed.stance) == (said.citation, CONTRADICTS)

    key(desk, "Return")
    form = event_form(desk)
    desk.shot("citation-contradicts")
    desk.click(next(button for button in form.citations.findChildren(KeyButton)))
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    assert _said(desk, event) == []
    assert stored(desk, Kind.SOURCE) == 1


def test_what_was_typed_of_a_source_is_kept_as_a_draft(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    _choose_type(desk, "Detained")
    desk.click(_button(form, "type"))
    type_(desk, "A nurse")
    _choose_last(desk)
    desk.click(form.citations.add_button)
    type_(desk, "somebody half ty")
    key(desk, "Tab")
    timeline = page(desk).case.timeline
    timeline.open(timeline.list.entries.entry(0).id)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    assert [_row(form, at).source.typed() for at in (0, 1)] == [
        records.NEW_SOURCE.format("A nurse"),
        "somebody half ty",
    ]
    key(desk, "Ctrl+S")
    assert records.SOURCE_NOT_CHOSEN in form.problem_text
    desk.shot("citation-no-source")
    _row(form, 1).source.setFocus()
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    assert desk.window.desk is not None
    assert [said.field for said in _said(desk, desk.window.desk.reader.ids(Kind.EVENT)[-1])] == ["type"]


def test_people_and_cases_are_cited_too(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    view = page(desk).case
    view.tabs.setCurrentWidget(view.people)
    view.people.list.setFocus()
    key(desk, "Return")
    form = person_form(desk)
    assert form.stored is not None
    person = form.stored.id
    form.birth.setFocus()
    key(desk, "Ctrl+R")
    type_(desk, "Her sister")
    _choose_last(desk)
    key(desk, "Ctrl+S")
    desk.until(lambda: view.people.form is None)
    assert [said.field for said in _said(desk, person)] == ["birth"]

    view.tabs.setCurrentWidget(view.summary)
    summary = view.summary.form
    desk.click(_button(summary, "narrative"))
    type_(desk, "sister")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.shot("citation-case")
    key(desk, "Ctrl+S")
    desk.until(lambda: not summary.dirty and _said(desk, case) != [])
    assert [said.field for said in _said(desk, case)] == ["narrative"]
    assert stored(desk, Kind.SOURCE) == 1
