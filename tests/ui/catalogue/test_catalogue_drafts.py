"""Forms of terms, places, sources and questions keep what was typed, and say who may learn of it."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions.records import citations, places, sources, terms
from hrddesk.actions.records.terms import TermWording
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.widgets.forms.visibility_edit import VisibilityEdit
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import CataloguePage, PlacesPage, QuestionsPage, SourcesPage, TermsPage
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.texts import records

Enter = Callable[[Path], Driver]


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def _terms(desk: Driver, vocabulary: str) -> TermsPage:
    terms_page = TermsPage(desk)
    terms_page.visit()
    desk.settled()
    terms_page.choose_vocabulary(vocabulary)
    return terms_page


def _choose_level(desk: Driver, level: VisibilityEdit, wanted: Visibility) -> None:
    """Choose by the keys of the list."""
    level.setFocus()
    desk.pick("Home", *["Down"] * level.findData(wanted.value))
    assert level.value() == wanted.value


def test_everything_that_was_left_unsaved_is_there_when_the_vault_is_opened_again(
    vault: Path, enter: Enter
) -> None:
    desk = enter(vault)
    change(desk, lambda session: places.create(session, {"en": "Quiet Town"}))
    terms_page = _terms(desk, "cause")
    terms_page.begin("Rivers ")
    terms_page = _terms(desk, "occupation")
    assert not terms_page.is_dirty  # the new term belongs to the other vocabulary
    terms_page.list.enter()
    key(desk, "Home")
    shipped = terms_page.list.selected
    assert shipped is not None
    terms_page.append(" and more")
    places_page, questions_page = PlacesPage(desk), QuestionsPage(desk)
    places_page.visit()
    desk.settled()
    places_page.list.enter()
    key(desk, "Home")
    places_page.append(" upon Hill")
    questions_page.visit()
    desk.settled()
    questions_page.begin("Shoes?")
    SourcesPage(desk).visit()
    key(desk, "Ctrl+N")
    type_(desk, "A letter that")
    desk.until(lambda: UnsavedForms(desk).number == records.N_NOT_SAVED.format(5))
    desk.window.close()
    assert desk.app.drained

    desk = enter(vault)
    unsaved = UnsavedForms(desk)
    texts = unsaved.rows
    assert len(texts) == 5, texts
    for words in ("A letter that", "Shoes?", "Quiet Town", records.NEW_RECORD.format("Rivers"), "and more"):
        assert any(words in text for text in texts), (words, texts)
    desk.shot("drafts-of-settings")

    unsaved.open_row(records.NEW_RECORD.format("Rivers"))
    terms_page = TermsPage(desk)
    assert terms_page.view.name == "cause"
    assert terms_page.label == "Rivers "
    assert terms_page.form.labels.lines["en"].hasFocus()
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    assert UnsavedForms(desk).number == records.N_NOT_SAVED.format(4)
    unsaved.open_row("and more")
    assert (terms_page.view.name, terms_page.shown) == ("occupation", shipped)
    assert terms_page.label.endswith(" and more")
    terms_view = terms_page.view
    unsaved.open_row("Quiet Town")
    assert PlacesPage(desk).form.isVisible()
    key(desk, "Ctrl+S")
    desk.until(
        lambda: _reader(desk).get(_reader(desk).ids(Kind.PLACE)[0]).labels["en"] == "Quiet Town upon Hill"
    )
    unsaved.open_row("A letter that")
    desk.until(lambda: desk.frame.current == "sources")
    key(desk, "Escape")
    SourcesPage(desk).give_up()
    desk.until(lambda: UnsavedForms(desk).number == records.N_NOT_SAVED.format(2))
    unsaved.show()
    for rest in (1, 0):
        unsaved.drop_selected()
        assert len(unsaved.rows) == rest
    assert not terms_view.form.dirty


def test_what_another_desk_changed_meanwhile_stays(desk: Driver) -> None:
    ids: list[RecordId] = []

    def work(session: Session) -> Outcome[None]:
        source, changes = sources.create(session, {"title": "A letter", "type": "letter"})
        ids.append(source)
        return Outcome(None, changes)

    change(desk, work)
    sources_page = SourcesPage(desk)
    sources_page.visit()
    desk.until(lambda: len(sources_page.list.entries) == 1)
    sources_page.list.enter()
    key(desk, "Home")
    sources_page.append(" from home")
    change(desk, lambda session: sources.edit(session, ids[0], {"reliability": "doubtful"}))
    key(desk, "Ctrl+S")
    desk.until(lambda: _reader(desk).get(ids[0]).text("title") == "A letter from home")
    assert _reader(desk).get(ids[0]).text("reliability") == "doubtful"


def test_the_level_of_a_term_a_place_a_source_and_a_question_is_chosen(desk: Driver) -> None:
    change(desk, lambda session: terms.add(session, "cause", TermWording({"en": "Rivers"})))
    terms_page = _terms(desk, "cause")
    terms_page.view.filter.setText("Rivers")
    desk.until(lambda: len(terms_page.list.entries) == 1)
    terms_page.list.enter()
    key(desk, "Home")
    # Nobody gave it a Chinese label; English is what is read instead.
    assert terms_page.form.labels.lines["zh-Hans"].text() == ""
    desk.shot("term-level")
    _save_level(desk, terms_page, Kind.TERM, Visibility.SECRET)
    places_page, questions_page = PlacesPage(desk), QuestionsPage(desk)
    places_page.visit()
    desk.settled()
    places_page.begin("Quiet Town")
    _save_level(desk, places_page, Kind.PLACE, Visibility.PUBLIC)
    questions_page.visit()
    desk.settled()
    questions_page.begin("Shoes?")
    assert questions_page.level.value() == "secret"  # nobody said so: all that it holds is secret
    _save_level(desk, questions_page, Kind.FIELD, Visibility.RESTRICTED)
    questions_page.begin("Hats?")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.FIELD) == 2)
    desk.settled()
    desk.click(questions_page.view.earlier_button)
    desk.until(lambda: questions_page.list.entries[0].first == "Hats?")
    sources_page = SourcesPage(desk)
    sources_page.visit()
    key(desk, "Ctrl+N")
    type_(desk, "A letter")
    sources_page.form.kind.set_value("document")  # a person's stays secret
    _save_level(desk, sources_page, Kind.SOURCE, Visibility.PUBLIC)
    desk.window.speak(WindowLanguage.CHINESE)
    places_page.visit()
    desk.settled()
    places_page.list.enter()
    key(desk, "Home")
    assert places_page.view.count.text().startswith("列表中")
    desk.shot("place-level-zh")


def _save_level(desk: Driver, page: CataloguePage, kind: Kind, level: Visibility) -> None:
    _choose_level(desk, page.level, level)
    key(desk, "Ctrl+S")
    reader = _reader(desk)
    desk.until(
        lambda: any(
            part == WHOLE_RECORD and element.get("level") == level
            for record in reader.ids(kind)
            for part, element in reader.get(record).elements("visibility")
        )
    )
    desk.settled()


def test_a_place_is_cited(desk: Driver) -> None:
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.settled()
    places_page.begin("Quiet Town")
    key(desk, "Ctrl+R")
    type_(desk, "A map")
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    desk.until(lambda: places_page.form.citations.count("labels") == 1)
    desk.shot("place-cited")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CITATION) == 1)
    desk.settled()
    reader = _reader(desk)
    (place,) = reader.ids(Kind.PLACE)
    assert [item.text("field") for item in citations.of_record(reader, place)] == ["labels"]
    assert places_page.form.citations.count("labels") == 1  # as it is stored
    places_page.add()
    assert places_page.form.citations.count("labels") == 0
