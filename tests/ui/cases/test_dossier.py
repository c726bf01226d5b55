"""The dossier of a case or a person: read from top to bottom, and edited where a line stands."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import citations, events, evidence, sources
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from hrddesk_ui.cases.case_view import CaseView
from hrddesk_ui.widgets.lists.whole_list import WholeList
from tests.ui.casework import change, fill, key
from tests.ui.driver import Driver
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records as texts

pytestmark = pytest.mark.timeout(120)

LONG = "Neighbours heard shouting on the stairs, then a car that left with its lights off. " * 4


def _case(desk: Driver) -> CaseView:
    return CasesPage(desk).view.case


def _place(case: CaseView, widget: QWidget) -> QRect:
    """Return where a widget is in the visible part of the dossier."""
    viewport = case.dossier.viewport()
    return QRect(widget.mapTo(viewport, QPoint()), widget.size())


def _row(case: CaseView, entries: WholeList, row: int) -> QRect:
    in_list = entries.visualRect(entries.entries.index(row)).topLeft()
    top = entries.viewport().mapTo(case.dossier.viewport(), in_list)
    return QRect(top.x(), top.y(), entries.viewport().width(), entries.layout_of(row).height)


def _enter(desk: Driver) -> None:
    """Go from the list of cases into the timeline of the case, by keys."""
    CasesPage(desk).enter_list()
    key(desk, "Return")
    desk.until(lambda: CasesPage(desk).timeline.list.has_keyboard)


def _add_events(desk: Driver, count: int) -> None:
    case = CasesPage(desk).case
    assert case is not None

    def work(session: Session) -> Outcome[None]:
        added = [
            events.add(
                session, case, {"type": "detained", "date": f"2021-03-{number + 1:02}", "summary": LONG}
            )
            for number in range(count)
        ]
        return Outcome(None, added[-1].changes)

    change(desk, work)
    desk.until(lambda: len(CasesPage(desk).timeline.list.entries) == count + 2)


def test_a_line_says_all_of_it_at_every_width(desk: Driver) -> None:
    fill(desk, 1)
    _add_events(desk, 1)
    entries = _case(desk).timeline.list
    row = entries.entries.rowCount() - 1
    heights = []
    for width in (1366, 1024):
        desk.window.resize(width, 700)
        desk.settled()
        layout = entries.layout_of(row)
        heights.append(layout.height)
        for paragraph in layout.paragraphs:
            said = sum(
                paragraph.layout.lineAt(number).textLength() for number in range(paragraph.layout.lineCount())
            )
            assert said == len(paragraph.layout.text())
            assert paragraph.place.right() <= entries.viewport().width()
        assert LONG.strip() in {paragraph.layout.text() for paragraph in layout.paragraphs}
        assert entries.height() >= sum(entries.layout_of(number).height for number in range(row + 1))
        assert not entries.verticalScrollBar().maximum()
    assert heights[0] != heights[1]
    assert LONG.strip() in entries.entries.entry(row).spoken


def test_sources_and_pictures_stand_at_their_event_and_lead_on(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    case = CasesPage(desk).case
    assert case is not None
    event = CasesPage(desk).timeline.list.entries[0].id
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "stairs.png")

    def work(session: Session) -> Outcome[None]:
        source = sources.create(
            session, {"title": "A letter", "code_name": "Poplar", "type": "document"}
        ).result
        citations.cite(session, event, citations.SourceStatement(source=source, field="date"))
        citations.cite(session, event, citations.SourceStatement(source=source, field="type"))
        other = sources.create(session, {"title": "Harbour radio", "type": "media"}).result
        citations.cite(session, event, citations.SourceStatement(source=other, stance="contradicts"))
        shows = {"about": [{"record": event}]}
        added = evidence.add(session, case, tmp_path / "stairs.png", silent(), {}, shows)
        return Outcome(None, added.changes)

    change(desk, work)
    view = _case(desk)
    entries = view.timeline.list
    desk.until(lambda: len(entries.entries.entry(0).chips) == 2)
    said = [chip.text for chip in entries.entries.entry(0).chips]
    assert said == ["Poplar", texts.SOURCE_AGAINST.format("Harbour radio")]  # each source once
    desk.until(lambda: bool(entries.layout_of(0).pictures))
    assert "Poplar" in entries.entries.entry(0).spoken
    desk.shot("dossier-chips")
    _, place = entries.layout_of(0).chips[0]
    top = entries.visualRect(entries.entries.index(0)).topLeft()
    desk.bot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place.translated(top).center())
    desk.until(lambda: desk.frame.current == "sources")
    assert view.timeline.form is None  # the chip was clicked, not the line


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_a_line_unfolds_into_its_form_where_it_stands(desk: Driver, size: tuple[int, int]) -> None:
    fill(desk, 1)
    _add_events(desk, 6)
    desk.window.resize(*size)
    view, timeline = _case(desk), CasesPage(desk).timeline
    entries = view.timeline.list
    _enter(desk)
    desk.shot(f"dossier-read-{size[0]}")
    before = entries.height()
    key(desk, "Home")
    for _ in range(4):
        key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: timeline.form_is_in_sight)
    desk.bot.wait(100)  # the page scrolls once it knows its height
    form = view.timeline.form
    assert form is not None
    card, visible = _place(view, view.timeline.unfolded), view.dossier.viewport().rect()
    row, next_row = _row(view, entries, 4), _row(view, entries, 5)
    assert row.bottom() < card.top() <= row.bottom() + 10
    assert card.bottom() <= next_row.top()
    assert visible.contains(_place(view, form.save_button))
    assert visible.contains(QRect(row.left(), row.top(), 10, row.height()))
    assert form.isAncestorOf(desk.focus())
    desk.shot(f"dossier-unfolded-{size[0]}")
    key(desk, "Escape")
    desk.until(lambda: view.timeline.form is None)
    desk.until(lambda: entries.height() == before)
    assert timeline.list.has_keyboard


def test_a_new_event_is_written_at_the_end_of_the_timeline(desk: Driver) -> None:
    fill(desk, 1)
    view = _case(desk)
    key(desk, "Ctrl+E")
    desk.until(lambda: view.timeline.form is not None)
    desk.bot.wait(100)
    card, last = _place(view, view.timeline.unfolded), _row(view, view.timeline.list, 1)
    assert last.bottom() < card.top()
    assert card.bottom() < _place(view, view.people.heading).top()


def test_arrow_keys_keep_the_current_line_in_sight(desk: Driver) -> None:
    fill(desk, 1)
    _add_events(desk, 12)
    desk.window.resize(1024, 600)
    view = _case(desk)
    entries = view.timeline.list
    _enter(desk)
    key(desk, "Home")
    for row in range(14):
        desk.settled()
        seen = view.dossier.viewport().rect().intersected(_row(view, entries, row))
        assert seen.height() == min(_row(view, entries, row).height(), view.dossier.viewport().height())
        key(desk, "Down")


def test_another_case_is_shown_from_its_top(desk: Driver) -> None:
    fill(desk, 2)
    _add_events(desk, 8)
    desk.window.resize(1024, 600)
    cases = CasesPage(desk)
    bar = _case(desk).dossier.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value()
    cases.show_case(cases.listed[1])
    desk.settled()
    assert bar.value() == 0


def test_what_is_read_is_edited_by_one_button_and_closed_again(desk: Driver) -> None:
    fill(desk, 1)
    view = _case(desk)
    desk.click(view.edit_button)
    assert view.summary.form.isAncestorOf(desk.focus())
    CasesPage(desk).summary.narrative.write("They came at dawn.")
    key(desk, "Ctrl+S")
    desk.until(lambda: not view.summary.form.dirty)
    assert view.summary.form.isVisible()  # who writes a long text saves often
    key(desk, "Escape")
    assert not view.summary.form.isVisible()
    assert view.summary.narrative.isVisible()
    assert view.summary.narrative.text() == "They came at dawn."
    assert view.edit_button.hasFocus()


def test_edit_leads_back_from_the_history(desk: Driver) -> None:
    fill(desk, 1)
    CasesPage(desk).history.show()
    view = _case(desk)
    desk.click(view.edit_button)
    assert view.summary.form.isVisible()


def test_a_person_is_read_before_edited(desk: Driver) -> None:
    fill(desk, 1)
    people = PeoplePage(desk)
    people.visit()
    person = people.listed[0]
    desk.bot.mouseClick(
        people.view.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=people.view.table.visualRect(people.view.model.index(0, 0)).center(),
    )
    desk.until(lambda: people.shown == person)
    view = people.view.person
    assert not people.has_form
    assert view.who.text().strip("\u2068\u2069") == "谭若岚"
    assert "Tan Ruolan" in view.facts.text()
    assert view.status.text.startswith(texts.IN_CUSTODY)
    assert [section.list.entries.rowCount() for section in (view.cases, view.events)] == [1, 2]
    assert not view.relations.isVisible()
    desk.shot("dossier-person")
    view.events.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    desk.until(lambda: desk.frame.current == "cases")
    assert CasesPage(desk).timeline.list.has_keyboard


def test_a_person_who_leaves_closes_the_dossier(desk: Driver) -> None:
    fill(desk, 1)
    people = PeoplePage(desk)
    people.visit()
    people.view.open_record(people.listed[0])
    people.press(texts.DELETE_PERSON)
    desk.until(lambda: people.shown is None)
    assert not people.view.panes.is_open
