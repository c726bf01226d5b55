"""Forms of terms, places, sources and questions keep what was typed, and say who may learn of it."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions import citations, places, sources, terms
from hrddesk.actions.terms import Wording
from hrddesk.records.field_specs import Visibility
from hrddesk.records.kinds import WHOLE_RECORD, Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui.dialogs.place_form import PlaceForm
from hrddesk_ui.dialogs.source_form import SourceForm
from hrddesk_ui.translation import Language
from hrddesk_ui.views.catalogue_view import CatalogueView
from hrddesk_ui.views.places_view import PlacesView
from hrddesk_ui.views.questions_view import QuestionsView
from hrddesk_ui.views.settings_view import SettingsView
from hrddesk_ui.views.sources_view import SourcesView
from hrddesk_ui.views.terms_view import TermsView
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit
from tests.ui.casework import change, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records

Enter = Callable[[Path], Driver]
_TABS: dict[type[CatalogueView], int] = {TermsView: 1, PlacesView: 2, QuestionsView: 3}


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def _catalogue(desk: Driver, kind: type[CatalogueView]) -> CatalogueView:
    settings = desk.page("settings")
    assert isinstance(settings, SettingsView)
    settings.tabs.setCurrentIndex(_TABS[kind])
    desk.settled()
    assert isinstance(settings.catalogue, kind)
    return settings.catalogue


def _terms(desk: Driver, vocabulary: str) -> TermsView:
    view = _catalogue(desk, TermsView)
    assert isinstance(view, TermsView)
    view.vocabulary.setCurrentIndex(view.vocabulary.findData(vocabulary))
    return view


def _choose_level(desk: Driver, level: VisibilityEdit, wanted: Visibility) -> None:
    """Choose by the keys of the list."""
    level.setFocus()
    desk.pick("Home", *["Down"] * level.findData(wanted.value))
    assert level.value() == wanted.value


def test_everything_that_was_left_unsaved_is_there_when_the_vault_is_opened_again(
    vault: Path, enter: Enter
) -> None:
    desk = enter(vault)
    change(desk, lambda session: places.create(session, {"en": "Quiet Town"})[1])
    view: CatalogueView = _terms(desk, "cause")
    desk.click(view.new_button)
    type_(desk, "Rivers ")
    view = _terms(desk, "occupation")
    assert not view.form.dirty  # the new term belongs to the other vocabulary
    view.list.setFocus()
    key(desk, "Home")
    shipped = view.list.current()
    assert shipped is not None
    view.go_to_form()
    key(desk, "End")
    type_(desk, " and more")
    view = _catalogue(desk, PlacesView)
    view.list.setFocus()
    key(desk, "Home")
    view.go_to_form()
    key(desk, "End")
    type_(desk, " upon Hill")
    view = _catalogue(desk, QuestionsView)
    desk.click(view.new_button)
    type_(desk, "Shoes?")
    page = desk.page("sources")
    assert isinstance(page, SourcesView)
    key(desk, "Ctrl+N")
    type_(desk, "A letter that")
    desk.until(lambda: desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(5))
    desk.window.close()
    assert desk.app.drained

    desk = enter(vault)
    rows = desk.frame.unsaved.forms
    assert rows.count() == 5, [rows.item(row).text() for row in range(rows.count())]
    texts = [rows.item(row).text() for row in range(5)]
    for words in ("A letter that", "Shoes?", "Quiet Town", "new: Rivers", "and more"):
        assert any(words in text for text in texts), (words, texts)
    desk.shot("drafts-of-settings")

    def open_row(words: str) -> None:
        desk.click(desk.frame.top.unsaved)
        found = desk.frame.unsaved.forms
        at = next(row for row in range(found.count()) if words in found.item(row).text())
        found.setCurrentRow(at)
        key(desk, "Return")

    open_row("new: Rivers")
    settings = desk.frame.page(SettingsView.name)
    assert isinstance(settings, SettingsView)
    view = _shown(settings)
    assert isinstance(view, TermsView)
    assert view.name == "cause"
    assert view._form.labels.lines["en"].text() == "Rivers "
    assert view._form.labels.lines["en"].hasFocus()
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    assert desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(4)
    open_row("and more")
    assert isinstance(view, TermsView)
    assert (view.name, view.shown) == ("occupation", shipped)
    assert view._form.labels.lines["en"].text().endswith(" and more")
    open_row("Quiet Town")
    assert isinstance(_shown(settings).form, PlaceForm)
    key(desk, "Ctrl+S")
    desk.until(
        lambda: _reader(desk).get(_reader(desk).ids(Kind.PLACE)[0]).labels["en"] == "Quiet Town upon Hill"
    )
    open_row("A letter that")
    desk.until(lambda: desk.frame.current == "sources")
    key(desk, "Escape")
    page = desk.frame.page(SourcesView.name)
    assert isinstance(page, SourcesView)
    desk.click(page.sources.form.confirm.yes)
    desk.until(lambda: desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(2))
    desk.click(desk.frame.top.unsaved)
    for left in (1, 0):
        desk.click(desk.frame.unsaved.drop_button)
        desk.click(desk.frame.unsaved.confirm.yes)
        assert desk.frame.unsaved.forms.count() == left
    assert not view.form.dirty


def _shown(settings: SettingsView) -> CatalogueView:
    assert settings.catalogue is not None
    return settings.catalogue


def test_what_another_desk_changed_meanwhile_stays(desk: Driver) -> None:
    made: list[RecordId] = []

    def work(session: Session) -> Changes:
        source, changes = sources.create(session, {"title": "A letter", "type": "letter"})
        made.append(source)
        return changes

    change(desk, work)
    page = desk.page("sources")
    assert isinstance(page, SourcesView)
    view = page.sources
    desk.until(lambda: view.list.entries.rowCount() == 1)
    view.list.setFocus()
    key(desk, "Home")
    view.go_to_form()
    key(desk, "End")
    type_(desk, " from home")
    change(desk, lambda session: sources.edit(session, made[0], {"reliability": "doubtful"}))
    key(desk, "Ctrl+S")
    desk.until(lambda: _reader(desk).get(made[0]).text("title") == "A letter from home")
    assert _reader(desk).get(made[0]).text("reliability") == "doubtful"


def test_the_level_of_a_term_a_place_a_source_and_a_question_is_chosen(desk: Driver) -> None:
    change(desk, lambda session: terms.add(session, "cause", Wording({"en": "Rivers"}))[1])
    view: CatalogueView = _terms(desk, "cause")
    view.filter.setText("Rivers")
    desk.until(lambda: view.list.entries.rowCount() == 1)
    view.list.setFocus()
    key(desk, "Home")
    assert isinstance(view, TermsView)
    assert (
        view._form.labels.lines["zh-Hans"].text() == ""
    )  # nobody gave it a Chinese label; English is what is read instead
    desk.shot("term-level")
    _save_level(desk, view, Kind.TERM, Visibility.SECRET)
    view = _catalogue(desk, PlacesView)
    desk.click(view.new_button)
    type_(desk, "Quiet Town")
    _save_level(desk, view, Kind.PLACE, Visibility.PUBLIC)
    view = _catalogue(desk, QuestionsView)
    desk.click(view.new_button)
    type_(desk, "Shoes?")
    assert _level_of(view).value() == "secret"  # nobody said so: all that it holds is secret
    _save_level(desk, view, Kind.FIELD, Visibility.RESTRICTED)
    desk.click(view.new_button)
    type_(desk, "Hats?")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.FIELD) == 2)
    desk.settled()
    assert isinstance(view, QuestionsView)
    desk.click(view.earlier_button)
    desk.until(lambda: view.list.entries.entry(0).first == "Hats?")
    page = desk.page("sources")
    assert isinstance(page, SourcesView)
    key(desk, "Ctrl+N")
    type_(desk, "A letter")
    form = page.sources.form
    assert isinstance(form, SourceForm)
    form.kind.set_value("document")  # a person's stays secret
    _save_level(desk, page.sources, Kind.SOURCE, Visibility.PUBLIC)
    desk.window.speak(Language.CHINESE)
    view = _catalogue(desk, PlacesView)
    view.list.setFocus()
    key(desk, "Home")
    assert view.count.text().startswith("列表中")
    desk.shot("place-level-zh")


def _level_of(view: CatalogueView) -> VisibilityEdit:
    found = view.form.findChild(VisibilityEdit)
    assert isinstance(found, VisibilityEdit)
    return found


def _save_level(desk: Driver, view: CatalogueView, kind: Kind, level: Visibility) -> None:
    _choose_level(desk, _level_of(view), level)
    key(desk, "Ctrl+S")
    reader = _reader(desk)
    desk.until(
        lambda: any(
            of == WHOLE_RECORD and said.get("level") == level
            for record in reader.ids(kind)
            for of, said in reader.get(record).elements("visibility")
        )
    )
    desk.settled()


def test_a_place_is_cited(desk: Driver) -> None:
    view = _catalogue(desk, PlacesView)
    desk.click(view.new_button)
    type_(desk, "Quiet Town")
    key(desk, "Ctrl+R")
    type_(desk, "A map")
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    desk.until(lambda: view.form.citations.count("labels") == 1)
    desk.shot("place-cited")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CITATION) == 1)
    desk.settled()
    reader = _reader(desk)
    (place,) = reader.ids(Kind.PLACE)
    assert [item.text("field") for item in citations.of_record(reader, place)] == ["labels"]
    assert view.form.citations.count("labels") == 1  # as it is stored
    desk.click(view.new_button)
    assert view.form.citations.count("labels") == 0
