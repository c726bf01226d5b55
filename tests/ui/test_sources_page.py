"""Demand 3, sources: a page of them, with reliability, code name and what each is cited for."""

from hrddesk.actions import citations
from hrddesk.actions.citations import CONTRADICTS, Said
from hrddesk.records.kinds import Kind
from hrddesk_ui.dialogs.source_form import SourceForm
from hrddesk_ui.views.sources_view import SourcesView
from tests.ui.casework import change, fill, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _page(desk: Driver) -> SourcesView:
    found = desk.page("sources")
    assert isinstance(found, SourcesView)
    return found


def test_demand_3_a_source_is_added_by_key_edited_and_followed_to_what_it_is_cited_for(desk: Driver) -> None:
    fill(desk, 1)
    view = _page(desk).sources
    assert view.new_button.hasFocus()
    key(desk, "Ctrl+N")
    key(desk, "Ctrl+S")
    assert records.SOURCE_NAME_MISSING in view.form.problem_text
    type_(desk, "A letter from Qinglu")
    key(desk, "Tab")
    type_(desk, "Heron")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.until(lambda: view.list.entries.rowCount() == 1 and view.list.hasFocus())
    assert view.list.entries.entry(0).first == "\u2068Heron\u2069"
    assert view.list.entries.entry(0).second == records.NOT_CITED
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    (source,), event = reader.ids(Kind.SOURCE), reader.ids(Kind.EVENT)[0]
    said = Said(source, "date", CONTRADICTS, "it was in March", "page 2")
    change(desk, lambda session: citations.cite(session, event, said)[1])
    desk.until(lambda: view.list.entries.entry(0).second == records.CITED_ONCE.format(1))
    desk.until(lambda: view.cited.entries.rowCount() == 1)
    assert view.cited.entries.entry(0).second == (
        f"{records.CONTRADICTS} · {records.DATE} · “it was in March” · page 2"
    )
    desk.shot("sources-page")
    view.cited.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    desk.until(lambda: page(desk).isVisible())
    assert page(desk).case.timeline.list.current() == event

    view = _page(desk).sources
    desk.click(view.remove_button)
    desk.until(lambda: stored(desk, Kind.SOURCE) == 0 and stored(desk, Kind.CITATION) == 0)
    desk.until(lambda: view.list.entries.rowCount() == 0)


def test_a_source_that_is_searched_for_is_shown(desk: Driver) -> None:
    fill(desk, 1)
    view = _page(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Kingfisher")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.page("cases")
    assert desk.window.desk is not None
    desk.window.desk.show_record(desk.window.desk.reader.ids(Kind.SOURCE)[0])
    desk.until(view.isVisible)
    desk.until(lambda: view.sources.form.stored is not None)


def test_a_document_is_asked_for_author_and_address_and_a_person_is_refused_a_level(desk: Driver) -> None:
    fill(desk, 1)
    view = _page(desk).sources
    key(desk, "Ctrl+N")
    type_(desk, "The verdict")
    form = view.form
    assert isinstance(form, SourceForm)
    details = form.page.more[0]
    assert details.isVisibleTo(form)
    form.kind.setCurrentIndex(form.kind.findData("document"))
    form.kind.edited.emit()
    assert not details.isVisibleTo(form)
    desk.shot("source-document")
    form.visibility.set_value("public")
    form.kind.set_value("person")
    key(desk, "Ctrl+S")
    desk.until(lambda: records.PERSON_STAYS_CONFIDENTIAL in form.problem_text)
    form.kind.set_value("document")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
