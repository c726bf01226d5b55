"""The form of an event, and its removal: what is typed is kept, what cannot be is refused."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hrddesk.actions import events, parties
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.translation import Language
from hrddesk_ui.widgets.roles_edit import RoleRow
from tests.ui.casework import change, choose, event_form, fill, key, list_is_there, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def test_a_full_event(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "判刑")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "2021")
    key(desk, "Tab")
    key(desk, "Tab")
    type_(desk, "an invented court")
    form.charges.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "寻滋")
    key(desk, "Escape")
    form.penalties.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "有期徒刑")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "3年6个月")
    form.terms.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "Tiger chair")
    key(desk, "Escape")
    form.summary.setFocus()
    type_(desk, "Heard from a friend")
    key(desk, "Tab")
    assert not form.summary.hasFocus()
    desk.shot("event-full")
    key(desk, "Ctrl+S")
    desk.until(lambda: page(desk).case.timeline.form is None)
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
    form = event_form(desk)
    type_(desk, "Detained")
    desk.until(list_is_there)  # without a window manager the list takes the keyboard only now
    key(desk, "Tab")
    desk.until(lambda: not list_is_there() and form.date.line.hasFocus())
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    assert form.date.echo().startswith(
        f"⚠ {records.NO_SUCH_DAY.format('1954-02-29')} {records.TO_KEEP_WORDS}"
    )
    assert form.problem_text  # says where to look, not the same again
    assert form.date.line.hasFocus()
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-no-such-day")
    assert form.date.value() == "1954-02-29"
    key(desk, "Ctrl+A")
    type_(desk, "1954-02")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)


def test_a_list_closes_when_saving_leads_to_another_field(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "Detained")
    key(desk, "Escape")
    form.date.line.setFocus()
    type_(desk, "1954-02-29")
    form.charges.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "tr")
    desk.until(list_is_there)
    key(desk, "Ctrl+Return")
    desk.until(form.date.line.hasFocus)
    assert QApplication.activePopupWidget() is None
    type_(desk, "0")
    assert form.date.value() == "1954-02-290"


def test_a_day_that_has_not_come_is_warned_of_and_saved(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "Arrested")
    key(desk, "Escape")
    form.date.line.setFocus()
    type_(desk, "2130-01-01")
    assert form.date.echo().startswith("⚠ " + records.DATE_UNDERSTOOD.format("1 January 2130"))
    assert form.date.echo().endswith(records.DAY_NOT_COME)
    assert form.date.line.accessibleDescription() == form.date.echo().removeprefix("⚠ ")
    desk.shot("event-in-the-future")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)


def test_an_event_needs_a_type_and_people_who_are_known(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    key(desk, "Ctrl+S")
    assert records.EVENT_TYPE_MISSING in form.problem_text
    type_(desk, "Detained")
    key(desk, "Escape")
    form.people.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "somebody new")
    key(desk, "Ctrl+S")
    assert records.PERSON_UNKNOWN.format("somebody new") in form.problem_text
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-nobody-chosen")
    desk.click(form.cancel_button)
    desk.shot("event-discard")
    desk.click(form.confirm.yes)
    assert page(desk).case.timeline.form is None


def test_who_is_missing_is_added_in_place_and_kind_and_role_are_asked(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    choose(desk, "Detained")
    form.people.add_button.setFocus()
    key(desk, "Space")
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
    assert records.NEW_PERSON_KIND_MISSING.format("Ghulja County PSB") in form.problem_text
    desk.shot("event-new-person")
    type_(desk, "Authority")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.NEW_PERSON_ROLE_MISSING.format("Ghulja County PSB") in form.problem_text
    type_(desk, "Responsible authority")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.ROLE_IN_EVENT_MISSING in form.problem_text  # nobody is a victim by default
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
    form = event_form(desk)
    choose(desk, "Detained")
    form.place.setFocus()
    type_(desk, "hefei")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: form.place.place() is not None)
    assert form.place.hint() == "✓ " + records.PLACE_IN_TREE.format("China › Anhui › Hefei")
    assert form.place.new is not None
    assert not form.place.new.isVisible()
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
    page(desk).show_case(cases[0])
    key(desk, "Ctrl+E")
    form = event_form(desk)
    choose(desk, "Detained")
    form.place.setFocus()
    type_(desk, "Millbrook Prison")
    desk.until(list_is_there)
    key(desk, "Up")  # the last one that is offered
    key(desk, "Return")
    desk.until(lambda: form.place.new_place() is not None)
    assert form.place.text() == "Millbrook Prison"
    new = form.place.new
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
    assert records.PLACE_UNKNOWN.format("nowhere at all") in form.problem_text
    desk.shot("event-new-place")
    assert new.within.line.hasFocus()
    new.within.line.selectAll()
    type_(desk, "hefei")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: new.within.place() is not None)
    page(desk).show_case(cases[1])  # it is a draft meanwhile
    page(desk).show_case(cases[0])
    form = event_form(desk)
    desk.shot("event-new-place-draft")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PLACE) == 4)
    reader = desk.frame.desk.reader
    made = next(place for place in reader.all(Kind.PLACE) if place.labels["en"] == "Millbrook Prison")
    assert made.text("kind") == "prison"
    assert reader.get(RecordId(made.text("parent"))).labels["en"] == "Hefei"


def test_somebody_new_in_an_event_comes_back_with_the_draft(desk: Driver) -> None:
    cases = fill(desk, 2)
    page(desk).show_case(cases[0])
    key(desk, "Ctrl+E")
    form = event_form(desk)
    row = form.people.add_row(focus=True)
    type_(desk, "Ghulja County PSB")
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    assert isinstance(row, RoleRow)
    desk.until(lambda: row.new_party() is not None)
    new = row.new_party()
    row.kind.set_value("authority")
    row.kind.edited.emit()
    page(desk).show_case(cases[1])
    page(desk).show_case(cases[0])
    again = event_form(desk).people.new_parties()
    assert new is not None
    assert [(each.id, each.name, each.kind, each.role) for each in again] == [
        (new.id, "Ghulja County PSB", "authority", "")
    ]


def test_editing_keeps_what_the_form_does_not_show(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def add(session: Session) -> Changes:
        return events.add(
            session,
            case,
            {"type": "something of its own", "date": "2022"},
            {"charges": [{"raw": "寻滋", "stage": "indictment"}], "links": []},
        )[1]

    change(desk, add)
    timeline = page(desk).case.timeline
    leads = [timeline.list.entries.entry(row).lead for row in range(3)]
    assert leads == ["2020-02", "9 February 2020 (uncertain)", "2022"]  # in the order of their days
    timeline.list.setFocus()
    key(desk, "End")
    key(desk, "F2")
    form = event_form(desk)
    assert form.type.currentText() == "something of its own"
    form.place.setFocus()
    type_(desk, "somewhere")
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.EVENT)[-1])
    assert event.text("place_text") == "somewhere"
    assert event.values("charges")[0]["stage"] == "indictment"
    assert event.text("date") == "2022"


def test_what_changed_meanwhile_is_not_overwritten(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    form = event_form(desk)
    assert form.stored is not None
    event = form.stored.id
    form.place.setFocus()
    type_(desk, "at home")
    change(desk, lambda session: events.edit(session, event, {"summary": "from elsewhere"}))
    assert form.place.text() == "at home"  # a change elsewhere does not touch an open form
    key(desk, "Ctrl+S")
    desk.until(lambda: timeline.form is None)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(event)
    assert (record.text("summary"), record.text("place_text")) == ("from elsewhere", "at home")


def test_a_failure_while_saving_keeps_what_was_typed(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Return")
    form = event_form(desk)
    assert form.stored is not None
    event = form.stored.id
    form.place.setFocus()
    type_(desk, "at home")
    change(desk, lambda session: events.remove(session, event))
    assert records.DELETED_SINCE_TYPED in form.problem_text
    key(desk, "Ctrl+S")
    desk.until(lambda: records.RECORD_MISSING in form.problem_text)
    assert form.place.text() == "at home"
    assert form.place.hasFocus()
    assert form.isEnabled()


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
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Delete")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: records.EVENT_REMOVED in timeline.confirm.question)
    assert timeline.list.hasFocus()
    desk.shot("event-removed")
    desk.click(timeline.confirm.yes)
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.until(lambda: timeline.list.entries.rowCount() == 2)
    desk.click(timeline.remove_button)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: records.EVENT_REMOVED in timeline.confirm.question)
    desk.click(timeline.confirm.no)
    assert timeline.confirm.question == ""


def test_the_offer_to_undo_does_not_outlive_its_case(desk: Driver) -> None:
    fill(desk, 2)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Delete")
    desk.until(lambda: records.EVENT_REMOVED in timeline.confirm.question)
    page(desk).table.setFocus()
    key(desk, "Down")
    assert timeline.confirm.question == ""


def test_an_event_is_linked_to_another_of_its_case_and_to_one_of_another(desk: Driver) -> None:
    fill(desk, 2)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    before = reader.ids(Kind.EVENT)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    choose(desk, "Detained")
    form.links.add_button.setFocus()
    key(desk, "Space")
    choose(desk, "Reprisal")
    key(desk, "Tab")
    choose(desk, "Taken")
    form.links.add_button.setFocus()
    key(desk, "Space")
    key(desk, "Tab")
    choose(desk, "Ruolan")
    desk.until(lambda: len(form.links.entries()) == 2)
    desk.shot("event-links")
    desk.window.speak(Language.CHINESE)
    desk.click(desk.frame.top.unsaved)
    key(desk, "Return")
    assert len(event_form(desk).links.entries()) == 2  # the draft has them
    event_form(desk).links.add_button.setFocus()
    desk.shot("event-links-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 5)
    made = reader.get(reader.ids(Kind.EVENT)[-1])
    links = [(item["event"], item["type"]) for item in made.values("links")]
    assert links == [(before[2], "reprisal_for"), (before[1], "follows")]
    desk.settled()
    page(desk).case.timeline.open(made.id)
    form = event_form(desk)
    assert [(item["event"], item["type"]) for item in form.links.entries()] == links
    form.links.add_button.setFocus()
    key(desk, "Space")
    key(desk, "Tab")
    type_(desk, "nothing of the kind")
    key(desk, "Ctrl+S")
    assert "请从列表中选择事件" in form.problem_text


def test_a_charge_has_its_stage(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    choose(desk, "Indicted")
    form.charges.add_button.setFocus()
    key(desk, "Space")
    row = form.charges.rows[0]
    row.stops()[1].setFocus()
    type_(desk, "indictment")
    key(desk, "Ctrl+S")
    assert records.WORD_MISSING in form.problem_text
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
    page(desk).case.timeline.open(event.id)
    row = event_form(desk).charges.rows[0]
    assert row.entry() == {"raw": "寻衅滋事", "term": "picking_quarrels", "stage": "indictment"}


def test_of_several_people_of_a_case_nobody_is_proposed_and_one_is_asked_for(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    (case,) = fill(desk, 1)
    names = [{"name": "Orla Fenwick", "kind": "main"}]
    change(desk, lambda session: parties.create(session, {}, {"names": names}, case, "subject")[1])
    desk.until(lambda: page(desk).case.people.list.entries.rowCount() == 2)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "Released")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert records.WHICH_OF_SEVERAL_PEOPLE in form.problem_text
    assert desk.focus() in form.people.rows[0].stops()
    desk.shot("event-whom")
    desk.window.close()
    assert desk.app.drained
    desk = enter(vault)
    form = event_form(desk)
    key(desk, "Ctrl+S")
    assert records.WHICH_OF_SEVERAL_PEOPLE in form.problem_text  # a draft asks as the form did
    choose(desk, "Orla")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    chosen = reader.get(reader.ids(Kind.EVENT)[-1]).values("parties")
    assert [(item["party"], item["role"]) for item in chosen] == [(reader.ids(Kind.PARTY)[-1], "victim")]


def test_the_person_concerned_is_no_victim_of_a_statement(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
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
    page(desk)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    form.place.setFocus()
    type_(desk, "Georgia")
    desk.until(lambda: records.N_PLACES_OF_THIS_NAME.format(2) in form.place.hint())
    key(desk, "Escape")
    form.place.line.selectAll()
    type_(desk, "Karakax")
    desk.until(lambda: form.place.hint().endswith("China › Xinjiang › Hotan › Karakax County"))
    assert form.place.place() is None
