"""Demand 3, sources: any field is cited where it stands, by key and by mouse, and kept with the record."""

from PySide6.QtWidgets import QApplication

from hrddesk.actions.records import citations, sources
from hrddesk.actions.records.citations import CONTRADICTS, SUPPORTS, SourceStatement
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.buttons.key_button import KeyButton
from tests.ui.casework import change, fill, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm, PersonForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


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


def _said(desk: Driver, record: RecordId) -> list[SourceStatement]:
    assert desk.window.desk is not None
    return [citations.said_by(item) for item in citations.of_record(desk.window.desk.reader, record)]


def test_demand_3_a_field_is_cited_by_key_while_its_event_is_written(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    _choose_type(desk, "Detained")
    type_(desk, "2020-02")
    key(desk, "Ctrl+R")
    row = form.citation()
    assert row.field.currentText() == records.WHEN
    type_(desk, "A neighbour")
    _choose_last(desk)
    assert row.source.currentText() == records.NEW_SOURCE.format("A neighbour")
    for _ in range(3):
        key(desk, "Tab")
    type_(desk, "they came at night")
    key(desk, "Tab")
    type_(desk, "3:20")
    assert form.cite_button("date").text() == records.ONE_SOURCE.format(1)
    desk.shot("citation-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: not CasesPage(desk).timeline.has_form)
    reader = desk.frame.desk.reader
    (source,) = reader.ids(Kind.SOURCE)
    (passage,) = _said(desk, reader.ids(Kind.EVENT)[-1])
    assert reader.get(source).text("title") == "A neighbour"
    assert (passage.field, passage.source, passage.stance) == ("date", source, SUPPORTS)
    assert (passage.quote, passage.locator) == ("they came at night", "3:20")


def test_a_source_that_is_there_is_found_and_what_was_cited_is_changed(desk: Driver) -> None:
    fill(desk, 1)
    change(desk, lambda session: sources.create(session, {"code_name": "Heron", "type": "witness"}))
    timeline = CasesPage(desk).timeline
    timeline.list.enter()
    key(desk, "Return")
    form = EventForm(desk)
    event = form.record.id
    desk.click(form.cite_button("place_text"))
    type_(desk, "hero")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    assert (
        form.citation().source.currentText().startswith(f"\u2068Heron\u2069  ({records.WITNESS_STATEMENT} · ")
    )
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    assert stored(desk, Kind.SOURCE) == 1
    (passage,) = _said(desk, event)
    assert (passage.field, passage.stance) == ("place_text", SUPPORTS)

    key(desk, "Return")
    form = EventForm(desk)
    assert form.cite_button("place_text").text() == records.ONE_SOURCE.format(1)
    row = form.citation()
    row.stance.setFocus()
    desk.pick("Down")
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    (changed,) = _said(desk, event)
    assert (changed.citation, changed.stance) == (passage.citation, CONTRADICTS)

    key(desk, "Return")
    form = EventForm(desk)
    desk.shot("citation-contradicts")
    desk.click(next(button for button in form.view.citations.findChildren(KeyButton)))
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    assert _said(desk, event) == []
    assert stored(desk, Kind.SOURCE) == 1


def test_what_was_typed_of_a_source_is_kept_as_a_draft(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    _choose_type(desk, "Detained")
    desk.click(form.cite_button("type"))
    type_(desk, "A nurse")
    _choose_last(desk)
    desk.click(form.view.citations.add_button)
    type_(desk, "somebody half ty")
    key(desk, "Tab")
    timeline = CasesPage(desk).timeline
    timeline.open(timeline.list.entries[0].id)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    assert [form.citation(number).source.typed() for number in (0, 1)] == [
        records.NEW_SOURCE.format("A nurse"),
        "somebody half ty",
    ]
    key(desk, "Ctrl+S")
    assert records.SOURCE_NOT_CHOSEN in form.problem
    desk.shot("citation-no-source")
    form.citation(1).source.setFocus()
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    assert desk.window.desk is not None
    assert [passage.field for passage in _said(desk, desk.window.desk.reader.ids(Kind.EVENT)[-1])] == ["type"]


def test_people_and_cases_are_cited_too(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    people = CasesPage(desk).people
    people.show()
    people.list.enter()
    key(desk, "Return")
    form = PersonForm(desk)
    person = form.record.id
    form.birth.enter()
    key(desk, "Ctrl+R")
    type_(desk, "Her sister")
    _choose_last(desk)
    key(desk, "Ctrl+S")
    desk.until(lambda: not people.has_form)
    assert [passage.field for passage in _said(desk, person)] == ["birth"]

    CasesPage(desk).show_summary()
    summary = CasesPage(desk).summary
    desk.click(summary.cite_button("narrative"))
    type_(desk, "sister")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.shot("citation-case")
    key(desk, "Ctrl+S")
    desk.until(lambda: not summary.is_dirty and _said(desk, case) != [])
    assert [passage.field for passage in _said(desk, case)] == ["narrative"]
    assert stored(desk, Kind.SOURCE) == 1
