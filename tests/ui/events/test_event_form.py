"""The form of an event, and its removal: what is typed is kept, what cannot be is refused."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hrddesk.actions.records import events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.events.roles_edit import RoleRow
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, choose, fill, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_a_full_event(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    type_(desk, "判刑")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "2021")
    key(desk, "Tab")
    key(desk, "Tab")
    type_(desk, "an invented court")
    form.charges.add()
    type_(desk, "寻滋")
    key(desk, "Escape")
    form.penalties.add()
    type_(desk, "有期徒刑")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "3年6个月")
    form.terms.add()
    type_(desk, "Tiger chair")
    key(desk, "Escape")
    form.summary.write("Heard from a friend")
    key(desk, "Tab")
    assert not form.summary.has_keyboard
    desk.shot("event-full")
    key(desk, "Ctrl+S")
    desk.until(lambda: not CasesPage(desk).timeline.has_form)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.EVENT)[-1])
    assert event.text("type") == "sentenced"
    assert event.text("date") == "2021"
    assert event.text("place_text") == "an invented court"
    assert event.text("assertion") == "reported"
    assert event.text("summary") == "Heard from a friend"
    charge, penalty, term = (event.values(name)[0] for name in ("charges", "penalties", "terms"))
    assert (charge["raw"], charge["term"]) == ("寻滋", "picking_quarrels")
    assert (penalty["kind"], penalty["months"]) == ("fixed", 42)
    assert (term["raw"], term["term"]) == ("Tiger chair", "tiger_chair")


def test_demand_2_a_date_that_does_not_exist_is_refused_and_nothing_is_lost(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    type_(desk, "Detained")
    desk.until(list_is_there)  # without a window manager the list takes the keyboard only now
    key(desk, "Tab")
    desk.until(lambda: not list_is_there() and form.date.has_keyboard)
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    assert form.date.hint.startswith(f"⚠ {records.NO_SUCH_DAY.format('1954-02-29')} {records.TO_KEEP_WORDS}")
    assert form.problem  # says where to look, not the same again
    assert form.date.has_keyboard
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-no-such-day")
    assert form.date.value == "1954-02-29"
    key(desk, "Ctrl+A")
    type_(desk, "1954-02")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)


def test_a_list_closes_when_saving_leads_to_another_field(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    type_(desk, "Detained")
    key(desk, "Escape")
    form.date.write("1954-02-29")
    form.charges.add()
    type_(desk, "tr")
    desk.until(list_is_there)
    key(desk, "Ctrl+Return")
    desk.until(lambda: form.date.has_keyboard)
    assert QApplication.activePopupWidget() is None
    type_(desk, "0")
    assert form.date.value == "1954-02-290"


def test_a_day_that_has_not_come_is_warned_of_and_saved(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    type_(desk, "Arrested")
    key(desk, "Escape")
    form.date.write("2130-01-01")
    assert form.date.hint.startswith("⚠ " + records.DATE_UNDERSTOOD.format("1 January 2130"))
    assert form.date.hint.endswith(records.DAY_NOT_COME)
    assert form.date.widget.accessibleDescription() == form.date.hint.removeprefix("⚠ ")
    desk.shot("event-in-the-future")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)


def test_an_event_needs_a_type_and_people_who_are_known(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    key(desk, "Ctrl+S")
    assert records.EVENT_TYPE_MISSING in form.problem
    type_(desk, "Detained")
    key(desk, "Escape")
    form.people.add()
    type_(desk, "somebody new")
    key(desk, "Ctrl+S")
    assert records.PERSON_UNKNOWN.format("somebody new") in form.problem
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-nobody-chosen")
    form.cancel()
    desk.shot("event-discard")
    form.give_up()
    assert not CasesPage(desk).timeline.has_form


def test_who_is_missing_is_added_in_place_and_kind_and_role_are_asked(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    choose(desk, "Detained")
    form.people.add()
    type_(desk, "Ghulja County PSB")
    desk.until(list_is_there)
    key(desk, "Up")  # the last one that is offered
    key(desk, "Return")
    desk.until(lambda: QApplication.activePopupWidget() is None)
    row = form.people.rows[-1]
    assert isinstance(row, RoleRow)
    desk.until(lambda: row.new_party() is not None)
    assert row.kind.value() == row.case_role.value() == ""
    key(desk, "Ctrl+S")
    assert records.NEW_PERSON_KIND_MISSING.format("Ghulja County PSB") in form.problem
    desk.shot("event-new-person")
    type_(desk, "Authority")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.NEW_PERSON_ROLE_MISSING.format("Ghulja County PSB") in form.problem
    type_(desk, "Responsible authority")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.ROLE_IN_EVENT_MISSING in form.problem  # nobody is a victim by default
    type_(desk, "Arrested by")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    reader = desk.frame.desk.reader
    new = next(each for each in reader.all(Kind.PARTY) if each.text("kind") == "authority")
    assert [name["name"] for name in new.values("names")] == ["Ghulja County PSB"]
    assert {item["party"]: item["role"] for item in reader.get(case).values("parties")}[new.id] == "authority"
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    assert {item["party"]: item["role"] for item in event.values("parties")}[new.id] == "arrested_by"
    desk.settled()  # the form is there until it is saved
    desk.frame.undoing.undo()
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    assert stored(desk, Kind.PARTY) == 1  # in the same act


def test_a_shipped_place_is_found_at_once_and_taken_in_with_what_it_lies_in(desk: Driver) -> None:
    fill(desk, 1)
    assert stored(desk, Kind.PLACE) == 0
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    choose(desk, "Detained")
    form.place.write("hefei")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: form.place_record is not None)
    assert form.place.hint == "✓ " + records.PLACE_IN_TREE.format("China › Anhui › Hefei")
    new = form.view.place.new
    assert new is not None
    assert not new.isVisible()
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    reader = desk.frame.desk.reader
    assert {place.labels["en"] for place in reader.all(Kind.PLACE)} == {"China", "Anhui", "Hefei"}
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    assert reader.get(RecordId(event.text("place"))).labels["en"] == "Hefei"
    desk.settled()
    desk.frame.undoing.undo()
    desk.until(lambda: stored(desk, Kind.PLACE) == 0)  # in the same act


def test_a_place_that_is_missing_is_added_in_place_and_kind_and_parent_are_asked(desk: Driver) -> None:
    cases = fill(desk, 2)
    CasesPage(desk).show_case(cases[0])
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    choose(desk, "Detained")
    form.place.write("Millbrook Prison")
    desk.until(list_is_there)
    key(desk, "Up")  # the last one that is offered
    key(desk, "Return")
    desk.until(lambda: form.view.place.new_place() is not None)
    assert form.place.value == "Millbrook Prison"
    new = form.view.place.new
    assert new is not None
    assert new.isVisible()
    new.kind.setFocus()
    type_(desk, "Prison")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: QApplication.activePopupWidget() is None)
    assert new.kind.value() == "prison"
    key(desk, "Tab")
    desk.until(new.within.line.hasFocus)
    type_(desk, "nowhere at all")
    key(desk, "Ctrl+S")
    assert records.PLACE_UNKNOWN.format("nowhere at all") in form.problem
    desk.shot("event-new-place")
    assert new.within.line.hasFocus()
    new.within.line.selectAll()
    type_(desk, "hefei")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: new.within.place() is not None)
    CasesPage(desk).show_case(cases[1])  # it is a draft meanwhile
    CasesPage(desk).show_case(cases[0])
    form = EventForm(desk)
    desk.shot("event-new-place-draft")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PLACE) == 4)
    reader = desk.frame.desk.reader
    prison = next(place for place in reader.all(Kind.PLACE) if place.labels["en"] == "Millbrook Prison")
    assert prison.text("kind") == "prison"
    assert reader.get(RecordId(prison.text("parent"))).labels["en"] == "Hefei"


def test_somebody_new_in_an_event_comes_back_with_the_draft(desk: Driver) -> None:
    cases = fill(desk, 2)
    CasesPage(desk).show_case(cases[0])
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    row = form.view.people.add_row(focus=True)
    type_(desk, "Ghulja County PSB")
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    assert isinstance(row, RoleRow)
    desk.until(lambda: row.new_party() is not None)
    new = row.new_party()
    row.kind.set_value("authority")
    row.kind.edited.emit()
    CasesPage(desk).show_case(cases[1])
    CasesPage(desk).show_case(cases[0])
    again = form.view.people.new_parties()
    assert new is not None
    assert [(each.id, each.name, each.kind, each.role) for each in again] == [
        (new.id, "Ghulja County PSB", "authority", "")
    ]


def test_editing_keeps_what_the_form_does_not_show(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def add(session: Session) -> Outcome[None]:
        return Outcome(
            None,
            events.add(
                session,
                case,
                {"type": "something of its own", "date": "2022"},
                {"charges": [{"raw": "寻滋", "stage": "indictment"}], "links": []},
            ).changes,
        )

    change(desk, add)
    timeline = CasesPage(desk).timeline
    leads = [timeline.list.entries[row].lead for row in range(3)]
    assert leads == ["2020-02", "9 February 2020 (uncertain)", "2022"]  # in the order of their days
    timeline.list.enter()
    key(desk, "End")
    key(desk, "F2")
    form = EventForm(desk)
    assert form.type_words == "something of its own"
    form.place.write("somewhere")
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.EVENT)[-1])
    assert event.text("place_text") == "somewhere"
    assert event.values("charges")[0]["stage"] == "indictment"
    assert event.text("date") == "2022"


def test_what_changed_meanwhile_is_not_overwritten(desk: Driver) -> None:
    fill(desk, 1)
    timeline = CasesPage(desk).timeline
    timeline.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    form = EventForm(desk)
    event = form.record.id
    form.place.write("at home")
    change(desk, lambda session: events.edit(session, event, {"summary": "from elsewhere"}))
    assert form.place.value == "at home"  # a change elsewhere does not touch an open form
    key(desk, "Ctrl+S")
    desk.until(lambda: not timeline.has_form)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(event)
    assert (record.text("summary"), record.text("place_text")) == ("from elsewhere", "at home")


def test_a_failure_while_saving_keeps_what_was_typed(desk: Driver) -> None:
    fill(desk, 1)
    timeline = CasesPage(desk).timeline
    timeline.list.enter()
    key(desk, "Return")
    form = EventForm(desk)
    event = form.record.id
    form.place.write("at home")
    change(desk, lambda session: events.remove(session, event))
    assert records.DELETED_SINCE_TYPED in form.problem
    key(desk, "Ctrl+S")
    desk.until(lambda: records.RECORD_MISSING in form.problem)
    assert form.place.value == "at home"
    assert form.place.has_keyboard
    assert form.view.isEnabled()


def test_a_key_of_the_window_works_while_a_list_is_open(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    assert QApplication.activePopupWidget() is None


def test_removing_asks_nothing_and_can_be_undone(desk: Driver) -> None:
    fill(desk, 1)
    timeline = CasesPage(desk).timeline
    timeline.list.enter()
    key(desk, "Home")
    key(desk, "Delete")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: records.EVENT_REMOVED in timeline.question)
    assert timeline.list.has_keyboard
    desk.shot("event-removed")
    timeline.take_back()
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.until(lambda: len(timeline.list.entries) == 2)
    timeline.remove()
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: records.EVENT_REMOVED in timeline.question)
    timeline.leave_it()
    assert timeline.question == ""


def test_the_offer_to_undo_does_not_outlive_its_case(desk: Driver) -> None:
    fill(desk, 2)
    timeline = CasesPage(desk).timeline
    timeline.list.enter()
    key(desk, "Delete")
    desk.until(lambda: records.EVENT_REMOVED in timeline.question)
    CasesPage(desk).enter_list()
    key(desk, "Down")
    assert timeline.question == ""


def test_an_event_is_linked_to_another_of_its_case_and_to_one_of_another(desk: Driver) -> None:
    fill(desk, 2)
    reader = desk.frame.desk.reader
    before = reader.ids(Kind.EVENT)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    choose(desk, "Detained")
    form.links.add()
    choose(desk, "Reprisal")
    key(desk, "Tab")
    choose(desk, "Taken")
    form.links.add()
    key(desk, "Tab")
    choose(desk, "Ruolan")
    desk.until(lambda: len(form.links.entries) == 2)
    desk.shot("event-links")
    desk.window.speak(WindowLanguage.CHINESE)
    desk.click(desk.frame.top.unsaved)
    key(desk, "Return")
    assert len(form.links.entries) == 2  # the draft has them
    form.links.enter_button()
    desk.shot("event-links-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 5)
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    links = [(item["event"], item["type"]) for item in event.values("links")]
    assert links == [(before[2], "reprisal_for"), (before[1], "follows")]
    desk.settled()
    CasesPage(desk).timeline.open(event.id)
    form = EventForm(desk)
    assert [(item["event"], item["type"]) for item in form.links.entries] == links
    form.links.add()
    key(desk, "Tab")
    type_(desk, "nothing of the kind")
    key(desk, "Ctrl+S")
    assert "请从列表中选择事件" in form.problem


def test_a_charge_has_its_stage(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    choose(desk, "Indicted")
    form.charges.add()
    row = form.charges.rows[0]
    row.stops()[1].setFocus()
    type_(desk, "indictment")
    key(desk, "Ctrl+S")
    assert records.WORD_MISSING in form.problem
    row.stops()[0].setFocus()
    type_(desk, "寻衅滋事")
    desk.shot("event-charge-stage")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.EVENT)[-1])
    (charge,) = event.values("charges")
    assert (charge["raw"], charge["term"], charge["stage"]) == ("寻衅滋事", "picking_quarrels", "indictment")
    desk.settled()
    CasesPage(desk).timeline.open(event.id)
    row = EventForm(desk).charges.rows[0]
    assert row.entry() == {"raw": "寻衅滋事", "term": "picking_quarrels", "stage": "indictment"}


def test_of_several_people_of_a_case_nobody_is_proposed_and_one_is_asked_for(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    (case,) = fill(desk, 1)
    names = [{"name": "Orla Fenwick", "kind": "main"}]
    change(desk, lambda session: parties.create(session, {}, {"names": names}, case, "subject"))
    desk.until(lambda: len(CasesPage(desk).people.list.entries) == 2)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    type_(desk, "Released")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.WHICH_OF_SEVERAL_PEOPLE in form.problem
    assert desk.focus() in form.people.rows[0].stops()
    desk.shot("event-whom")
    desk.window.close()
    assert desk.app.drained
    desk = enter(vault)
    form = EventForm(desk)
    key(desk, "Ctrl+S")
    assert records.WHICH_OF_SEVERAL_PEOPLE in form.problem  # a draft asks as the form did
    choose(desk, "Orla")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    reader = desk.frame.desk.reader
    chosen = reader.get(reader.ids(Kind.EVENT)[-1]).values("parties")
    assert [(item["party"], item["role"]) for item in chosen] == [(reader.ids(Kind.PARTY)[-1], "victim")]


def test_the_person_concerned_is_no_victim_of_a_statement(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    (row,) = form.people.rows
    assert row.entry()["role"] == "victim"
    type_(desk, "Statement")
    key(desk, "Escape")
    assert row.entry()["role"] == "concerned"
    for _ in "Statement":
        key(desk, "Backspace")
    type_(desk, "Released")
    key(desk, "Escape")
    assert row.entry()["role"] == "victim"


def test_words_that_mean_one_place_are_saved_at_it_and_several_are_asked_about(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    form.place.write("Georgia")
    desk.until(lambda: records.N_PLACES_OF_THIS_NAME.format(2) in form.place.hint)
    key(desk, "Escape")
    form.view.place.line.selectAll()
    type_(desk, "Karakax")
    desk.until(lambda: form.place.hint.endswith("China › Xinjiang › Hotan › Karakax County"))
    assert form.place_record is None
