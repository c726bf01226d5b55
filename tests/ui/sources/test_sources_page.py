"""Demand 3, sources: a page of them, with reliability, code name and what each is cited for."""

from hrddesk.actions.records import citations
from hrddesk.actions.records.citations import CONTRADICTS, SourceStatement
from hrddesk.records.model.kinds import Kind
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import SourcesPage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_demand_3_a_source_is_added_by_key_edited_and_followed_to_what_it_is_cited_for(desk: Driver) -> None:
    fill(desk, 1)
    sources_page = SourcesPage(desk)
    sources_page.visit()
    assert sources_page.view.new_button.hasFocus()
    key(desk, "Ctrl+N")
    key(desk, "Ctrl+S")
    assert records.SOURCE_NAME_MISSING in sources_page.problem
    type_(desk, "A letter from Qinglu")
    key(desk, "Tab")
    type_(desk, "Heron")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.until(lambda: len(sources_page.list.entries) == 1 and sources_page.list.has_keyboard)
    assert sources_page.list.entries[0].first == "\u2068Heron\u2069"
    assert sources_page.list.entries[0].second == records.NOT_CITED
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    (source,), event = reader.ids(Kind.SOURCE), reader.ids(Kind.EVENT)[0]
    passage = SourceStatement(
        source=source, field="date", stance=CONTRADICTS, quote="it was in March", locator="page 2"
    )
    change(desk, lambda session: citations.cite(session, event, passage))
    desk.until(lambda: sources_page.list.entries[0].second == records.CITED_ONCE.format(1))
    desk.until(lambda: len(sources_page.cited.entries) == 1)
    assert sources_page.cited.entries[0].second == (
        f"{records.CONTRADICTS} · {records.DATE} · “it was in March” · page 2"
    )
    desk.shot("sources-page")
    sources_page.cited.enter()
    key(desk, "Home")
    key(desk, "Return")
    desk.until(lambda: CasesPage(desk).view.isVisible())
    assert CasesPage(desk).timeline.list.selected == event

    sources_page = SourcesPage(desk)
    sources_page.visit()
    sources_page.remove()
    desk.until(lambda: stored(desk, Kind.SOURCE) == 0 and stored(desk, Kind.CITATION) == 0)
    desk.until(lambda: sources_page.list.entries == [])


def test_a_source_that_is_searched_for_is_shown(desk: Driver) -> None:
    fill(desk, 1)
    sources_page = SourcesPage(desk)
    sources_page.visit()
    key(desk, "Ctrl+N")
    type_(desk, "Kingfisher")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.page("cases")
    assert desk.window.desk is not None
    desk.window.desk.show_record(desk.window.desk.reader.ids(Kind.SOURCE)[0])
    desk.until(lambda: sources_page.page.isVisible())
    desk.until(lambda: sources_page.form.stored is not None)


def test_a_document_is_asked_for_author_and_address_and_a_person_is_refused_a_level(desk: Driver) -> None:
    fill(desk, 1)
    sources_page = SourcesPage(desk)
    sources_page.visit()
    key(desk, "Ctrl+N")
    type_(desk, "The verdict")
    form = sources_page.form
    details = form.page.more[0]
    assert details.isVisibleTo(form)
    form.kind.setCurrentIndex(form.kind.findData("document"))
    form.kind.edited.emit()
    assert not details.isVisibleTo(form)
    desk.shot("source-document")
    form.visibility.set_value("public")
    form.kind.set_value("person")
    key(desk, "Ctrl+S")
    desk.until(lambda: records.PERSON_STAYS_CONFIDENTIAL in sources_page.problem)
    form.kind.set_value("document")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
