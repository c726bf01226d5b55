"""The tree of places in the window, and an event that is put at one of them."""

from hrddesk.actions.records import places
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.finders.place_finder import place_words
from hrddesk_ui.widgets.forms.place_edit import PlaceEdit
from hrddesk_ui.words.record_words import RecordWords
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import PlacesPage
from tests.ui.page_objects.forms import EventForm
from tests.ui.texts import records


def _lists(field: PlaceEdit) -> bool:
    popup = field._completer.popup()
    return popup is not None and popup.isVisible()


def test_a_place_is_added_within_another_and_an_event_is_put_there(desk: Driver) -> None:
    fill(desk, 1)
    change(desk, lambda session: places.create(session, {"en": "Quiet Province", "zh-Hans": "静安省"}))
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.until(lambda: len(places_page.list.entries) == 1)
    places_page.begin("West Prison")
    key(desk, "Tab")
    type_(desk, "西监狱")
    places_page.within.write("jingan")
    desk.until(lambda: _lists(places_page.form.within))
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: places_page.within_record is not None)
    places_page.kind.write("监狱")
    key(desk, "Escape")
    assert "静安省" not in places_page.within.hint  # the path is in the window's language
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PLACE) == 2)
    desk.settled()
    assert places_page.list.entries[1].first == "› West Prison / 西监狱"
    desk.shot("places")
    reader = desk.frame.desk.reader
    prison = reader.ids(Kind.PLACE)[1]
    assert reader.get(prison).text("kind") == "prison"

    desk.page("cases")
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    form.place.write("xijianyu")
    desk.until(lambda: _lists(form.view.place))
    desk.shot("event-at-a-place")
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: form.place_record == prison)
    assert form.place.hint.endswith("Quiet Province › West Prison")
    form.type.write("detained")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    assert (event.text("place"), event.text("place_text")) == (prison, "West Prison")


def test_a_place_that_is_used_is_not_deleted_and_a_circle_is_refused(desk: Driver) -> None:
    def add(session: Session) -> Outcome[None]:
        outer = places.create(session, {"en": "Outer"}).result
        return Outcome(None, places.create(session, {"en": "Inner"}, {"parent": outer}).changes)

    change(desk, add)
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.until(lambda: len(places_page.list.entries) == 2)
    places_page.list.enter()
    key(desk, "End")
    key(desk, "Home")
    desk.until(lambda: places_page.label == "Outer")
    places_page.remove()
    desk.settled()
    assert stored(desk, Kind.PLACE) == 2
    places_page.within.write("Inner")
    desk.until(lambda: _lists(places_page.form.within))
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: places_page.within_record is not None)
    key(desk, "Ctrl+S")
    desk.until(lambda: records.PLACE_IN_ITSELF in places_page.problem)


def test_a_place_that_is_not_saved_is_asked_about_before_it_is_deleted(desk: Driver) -> None:
    change(desk, lambda session: places.create(session, {"en": "Quiet Province"}))
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.until(lambda: len(places_page.list.entries) == 1)
    places_page.list.select(places_page.list.entries[0].id)
    desk.until(lambda: places_page.can_remove)
    places_page.form.labels.setFocus()
    type_(desk, "x")
    places_page.remove()
    assert places_page.form.confirm.isVisible()
    assert stored(desk, Kind.PLACE) == 1


def test_an_event_says_its_place_of_the_tree_wherever_it_is_named(desk: Driver) -> None:
    fill(desk, 1)
    reader = desk.frame.desk.reader
    change(desk, lambda session: places.create(session, {"en": "Quiet Province", "zh-Hans": "静安省"}))
    (place,) = reader.ids(Kind.PLACE)
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained", place=place)
    assert place_words(reader, event) == "Quiet Province"
    assert "Quiet Province" in RecordWords(reader).title(event)
    assert place_words(reader, event.with_fields(place_text="the old mill")) == "the old mill"


def test_coordinates_stand_behind_more_details_and_are_checked(desk: Driver) -> None:
    fill(desk, 1)
    change(desk, lambda session: places.create(session, {"en": "West Prison"}))
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.until(lambda: len(places_page.list.entries) == 1)
    places_page.list.select(places_page.list.entries[0].id)
    desk.until(lambda: places_page.can_remove)
    edit = places_page.form.coordinates
    assert not edit.isVisible()
    desk.click(places_page.form.page.more[0])
    desk.until(edit.isVisible)
    edit.setFocus()
    type_(desk, "95, 82.9")
    key(desk, "Ctrl+S")
    desk.until(lambda: "-90" in places_page.problem)
    edit.selectAll()
    type_(desk, "41.7, 82.9 ± 500")
    key(desk, "Ctrl+S")
    reader = desk.frame.desk.reader
    desk.until(lambda: any(place.text("coordinates") for place in reader.all(Kind.PLACE)))
    (place,) = reader.all(Kind.PLACE)
    assert place.text("coordinates") == "41.7,82.9;u=500"
    desk.until(lambda: edit.value() == "41.7, 82.9 ± 500 m")
    assert RecordWords(reader).value(Kind.PLACE, "coordinates", "41.7,82.9;u=500") == "41.7, 82.9 ± 500 m"


def test_other_names_that_come_while_somebody_types_stay_and_are_told(desk: Driver) -> None:
    change(desk, lambda session: places.create(session, {"en": "Odal Fold"}, {}, ["The Fold"]))
    places_page = PlacesPage(desk)
    places_page.visit()
    desk.until(lambda: len(places_page.list.entries) == 1)
    reader = desk.frame.desk.reader
    (place,) = reader.ids(Kind.PLACE)
    places_page.list.select(place)
    desk.until(lambda: places_page.shown == place)
    form = places_page.form
    form.aliases.setFocus()
    key(desk, "Ctrl+End")
    key(desk, "Return")
    type_(desk, "Old Fold")
    names = ["The Fold", "Fold of Odal"]
    change(desk, lambda session: places.edit(session, place, {}, names, texts={"es": "El Redil"}))
    desk.until(lambda: records.CHANGED_SINCE_TYPED in places_page.problem)
    key(desk, "Ctrl+S")
    desk.until(lambda: not places_page.is_dirty)
    saved = reader.get(place)
    assert [item["text"] for item in saved.values("aliases")] == ["The Fold", "Fold of Odal", "Old Fold"]
    assert saved.labels == {"en": "Odal Fold", "es": "El Redil"}
