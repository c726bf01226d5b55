"""The page of cases as a person works in it: by keys and clicks, in several scripts."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.actions import cases, events, parties
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.dialogs.event_edit import EventEdit
from hrddesk_ui.dialogs.party_edit import PartyEdit
from hrddesk_ui.models.case_table_model import Column
from hrddesk_ui.theme import Scheme
from hrddesk_ui.translation import Language
from hrddesk_ui.views.cases_view import CasesView
from tests.ui.composing import compose
from tests.ui.driver import Driver

NAMES = (
    ("谭若岚", "Tan Ruolan"),
    ("ئايگۈل تۇرسۇنوۋا", "Aygül Tursunova"),
    ("བསྟན་འཛིན་རྒྱུད་སྟོང་", "Tenzin Gyutong"),
)


def page(desk: Driver) -> CasesView:
    found = next(page for page in desk.frame.pages if page.name == "cases")
    assert isinstance(found, CasesView)
    return found


def key(desk: Driver, name: str) -> None:
    """Press a key where the system would send it: to a list that is open, else to the field."""
    desk.bot.keySequence(QApplication.activePopupWidget() or desk.focus(), name)


def type_(desk: Driver, words: str) -> None:
    """Type, or compose what no key has."""
    if words.isascii():
        desk.bot.keyClicks(QApplication.activePopupWidget() or desk.focus(), words)
    else:
        compose(desk.focus(), words)


def fill(desk: Driver, count: int = 3) -> list[RecordId]:
    """Put cases into the vault, each with a person named in two scripts and two events."""

    def work(session: Session, job: Job) -> tuple[list[RecordId], Changes]:
        del job
        made, people = [], []
        for number in range(count):
            own, latin = NAMES[number % len(NAMES)]
            case, _ = cases.create(session, {"title": f"Willow Lane {number + 1}"})
            names = [{"name": own, "kind": "main"}, {"name": latin, "script": "Latn", "kind": "main"}]
            who, _ = parties.create(session, {"birth": "1979"}, {"names": names}, case)
            victim = [{"party": who, "role": "victim"}]
            events.add(session, case, {"type": "taken_away", "date": "2020-02-09?"}, {"parties": victim})
            events.add(session, case, {"type": "detained", "date": "2020-02"}, {"parties": victim})
            made.append(case)
            people.append(who)
        return made, Changes(cases=frozenset(made), parties=frozenset(people))

    made: list[list[RecordId]] = []
    assert desk.window.desk is not None
    desk.window.desk.change(desk.window, work, made.append)
    desk.until(lambda: bool(made))
    return made[0]


def change(desk: Driver, work: Callable[[Session], Changes]) -> None:
    """Change the vault from elsewhere and tell the pages."""
    told: list[object] = []
    assert desk.window.desk is not None
    desk.window.desk.change(desk.window, lambda session, job: (None, work(session)), told.append)
    desk.until(lambda: bool(told))


def stored(desk: Driver, kind: Kind) -> int:
    assert desk.window.desk is not None
    return len(desk.window.desk.reader.ids(kind))


def event_form(desk: Driver) -> EventEdit:
    form = page(desk).case.timeline.form
    assert isinstance(form, EventEdit)
    return form


def person_form(desk: Driver) -> PartyEdit:
    form = page(desk).case.people.form
    assert isinstance(form, PartyEdit)
    return form


# --- the main path --------------------------------------------------------------------------------------


def test_an_empty_desk_says_what_to_do_first(desk: Driver) -> None:
    cases_page = page(desk)
    assert "Ctrl+N" in cases_page.welcome.text()
    assert cases_page.new_button.hasFocus()
    desk.shot("cases-empty")
    key(desk, "Ctrl+E")  # there is no case yet
    assert stored(desk, Kind.EVENT) == 0


def test_from_nothing_to_a_timeline_by_keyboard_alone(desk: Driver) -> None:
    cases_page = page(desk)
    key(desk, "Ctrl+N")
    type_(desk, "The printers of Willow Lane")
    key(desk, "Tab")
    type_(desk, "凌晨被带走。")
    desk.shot("case-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
    desk.until(lambda: cases_page.case.people.form is not None)  # a case begins with whom it is about
    type_(desk, "谭若岚")
    desk.shot("person-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: cases_page.case.people.form is None)
    assert cases_page.case.people.list.hasFocus()

    key(desk, "Ctrl+E")
    form = event_form(desk)
    assert form.type.hasFocus()
    type_(desk, "Taken away")
    key(desk, "Tab")
    type_(desk, "early February 2020")
    assert form.date.echo() == "✓ Understood as: 1 February 2020 to 10 February 2020"
    key(desk, "Ctrl+Return")
    desk.until(lambda: cases_page.case.timeline.form is None)

    entry = cases_page.case.timeline.list.entries.entry(0)
    assert (entry.lead, entry.uncertain) == ("early February 2020", True)
    assert entry.first == "Taken away"
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(entry.id)
    assert event.text("date") == "early February 2020"  # as it was typed
    assert [item["role"] for item in event.values("parties")] == [
        "victim"
    ]  # proposed: whom the case is about
    model = cases_page.model
    assert model.index(0, Column.PEOPLE).data() == "谭若岚"
    assert model.index(0, Column.LAST_EVENT).data() == "early February 2020"
    desk.shot("case-first-event")


def test_names_in_every_script_stand_whole(desk: Driver) -> None:
    fill(desk)
    for row in range(3):
        desk.click(page(desk).table.viewport())
        page(desk).table.selectRow(row)
        desk.shot(f"case-script-{row}")
        page(desk).case.people.open(page(desk).case.people.list.entries.entry(0).id)
        page(desk).case.tabs.setCurrentWidget(page(desk).case.people)
        desk.shot(f"person-script-{row}")
        page(desk).case.tabs.setCurrentWidget(page(desk).case.timeline)


def test_going_through_the_list_by_arrow_keys_shows_each_case(desk: Driver) -> None:
    made = fill(desk)
    cases_page = page(desk)
    cases_page.arrive()
    shown = []
    for _ in made:
        shown.append(cases_page.case.case)
        key(desk, "Down")
    assert shown == made[::-1]  # the newest first
    key(desk, "Return")
    assert cases_page.case.timeline.list.hasFocus()


def test_the_filter_finds_by_any_name_and_says_when_nothing_is_found(desk: Driver) -> None:
    made = fill(desk)
    cases_page = page(desk)
    cases_page.filter.setFocus()
    type_(desk, "tanruolan")  # pinyin without spaces
    desk.until(lambda: cases_page.model.rowCount() == 1)
    assert cases_page.model.id_at(0) == made[0]
    key(desk, "Return")
    assert cases_page.table.hasFocus()
    assert cases_page.case.case == made[0]
    cases_page.filter.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "nobody at all")
    desk.until(lambda: cases_page.model.rowCount() == 0)
    assert cases_page.nothing.isVisible()
    desk.shot("cases-nothing-found")
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    desk.until(lambda: cases_page.model.rowCount() == 3)


def test_a_click_on_a_heading_sorts(desk: Driver) -> None:
    made = fill(desk)
    cases_page = page(desk)
    heads = cases_page.table.horizontalHeader()
    place = heads.sectionViewportPosition(Column.REF) + 8
    desk.bot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
    assert [cases_page.model.id_at(row) for row in range(3)] == made


# --- the form of an event -------------------------------------------------------------------------------


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


def test_a_date_that_does_not_exist_is_refused_and_nothing_is_lost(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "Detained")
    key(desk, "Tab")
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    assert form.problem_text == "⚠ 1954-02-29 does not exist."
    assert form.date.line.hasFocus()
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-no-such-day")
    assert form.date.text() == "1954-02-29"
    key(desk, "Ctrl+A")
    type_(desk, "1954-02")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)


def test_an_event_needs_a_type_and_people_who_are_known(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    key(desk, "Ctrl+S")
    assert "Say what happened" in form.problem_text
    type_(desk, "Detained")
    key(desk, "Escape")
    form.people.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "somebody new")
    key(desk, "Ctrl+S")
    assert "Choose the person" in form.problem_text
    assert stored(desk, Kind.EVENT) == 2
    desk.shot("event-nobody-chosen")
    desk.click(form.cancel_button)
    desk.shot("event-discard")
    desk.click(form.confirm.yes)
    assert page(desk).case.timeline.form is None


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
    assert leads == ["2020-02", "2020-02-09?", "2022"]  # in the order of their days
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
    key(desk, "Ctrl+S")
    desk.until(lambda: bool(form.problem_text))
    assert "There is no record" in form.problem_text
    assert form.place.text() == "at home"
    assert form.place.hasFocus()
    assert form.isEnabled()


def test_a_key_of_the_window_works_while_a_list_is_open(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detain")
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    assert QApplication.activePopupWidget() is None


# --- removing -------------------------------------------------------------------------------------------


def test_removing_asks_in_a_bar_and_can_be_undone(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Delete")
    assert timeline.confirm.question.startswith("Remove this event? ")
    desk.shot("event-remove")
    assert timeline.confirm.no.hasFocus()
    key(desk, "Escape")
    assert timeline.confirm.question == ""
    assert timeline.list.hasFocus()
    assert stored(desk, Kind.EVENT) == 2
    desk.click(timeline.remove_button)
    desk.click(timeline.confirm.yes)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: "was removed" in timeline.confirm.question)
    assert timeline.list.hasFocus()
    desk.shot("event-removed")
    desk.click(timeline.confirm.yes)
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.until(lambda: timeline.list.entries.rowCount() == 2)


def test_a_question_does_not_outlive_its_case(desk: Driver) -> None:
    fill(desk, 2)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Delete")
    assert timeline.confirm.question
    page(desk).table.setFocus()
    key(desk, "Down")
    assert timeline.confirm.question == ""


def test_a_person_leaves_the_case_but_not_the_vault(desk: Driver) -> None:
    fill(desk, 1)
    people = page(desk).case.people
    page(desk).case.tabs.setCurrentWidget(people)
    people.list.setFocus()
    key(desk, "Delete")
    assert "stay in the vault" in people.confirm.question
    key(desk, "Tab")
    key(desk, "Space")
    desk.until(lambda: people.list.entries.rowCount() == 0)
    assert stored(desk, Kind.PARTY) == 1
    assert people.empty.isVisible()
    desk.shot("people-none")
    people.existing.setFocus()
    type_(desk, "ruolan")  # and comes back by any of the names
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: people.list.entries.rowCount() == 1)
    desk.until(lambda: people.existing.typed() == "")


# --- people ---------------------------------------------------------------------------------------------


def test_a_person_with_everything(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = person_form(desk)
    type_(desk, "ئايگۈل تۇرسۇنوۋا")
    key(desk, "Return")
    type_(desk, "Aygul Tursunova")
    form.terms["sex"].setFocus()
    type_(desk, "女")
    key(desk, "Escape")
    form.dates["birth"].setFocus()
    type_(desk, "1979-0X")
    form.lines["age"].setFocus()
    type_(desk, "about 40")
    form.words["occupation"].add_button.setFocus()
    key(desk, "Space")
    type_(desk, "Lawyer")
    key(desk, "Escape")
    form.note.setFocus()
    type_(desk, "A note")
    desk.shot("person-full")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.until(lambda: page(desk).case.people.form is None)
    assert desk.window.desk is not None
    party = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.PARTY)[-1])
    assert [(item["name"], item["script"]) for item in party.values("names")] == [
        ("ئايگۈل تۇرسۇنوۋا", "Arab"),
        ("Aygul Tursunova", "Latn"),
    ]
    assert party.text("kind") == "person"
    assert party.text("sex") == "female"
    assert party.text("birth") == "1979-0X"
    assert party.text("age") == "about 40"
    assert party.values("terms")[0]["term"] == "lawyer"
    assert party.text("note") == "A note"
    entry = page(desk).case.people.list.entries.entry(1)
    assert "Lawyer" in entry.second


def test_a_group_has_a_size_and_a_person_needs_a_name(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = person_form(desk)
    key(desk, "Ctrl+S")
    assert "at least one name" in form.problem_text
    type_(desk, "The readers of Willow Lane")
    form.terms["kind"].setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "Group")
    key(desk, "Escape")
    form.lines["size"].setFocus()
    type_(desk, "12")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    assert desk.window.desk is not None
    party = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.PARTY)[-1])
    assert party.fields["size_min"] == party.fields["size_max"] == 12
    assert party.text("kind") == "group"


# --- nothing is lost ------------------------------------------------------------------------------------


def test_a_form_left_unsaved_is_there_after_other_cases_and_in_another_language(desk: Driver) -> None:
    fill(desk, 2)
    cases_page = page(desk)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "2020-1")  # not yet a date
    form = event_form(desk)
    form.people.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "somebo")  # not yet a person
    cases_page.table.setFocus()
    key(desk, "Down")
    assert cases_page.case.timeline.form is None
    assert desk.frame.top.unsaved.isVisible()
    key(desk, "Up")
    form = event_form(desk)
    assert form.type.value() == "detained"
    assert form.date.text() == "2020-1"
    assert form.people.drafts()[-1]["typed"] == "somebo"
    desk.window.speak(Language.CHINESE)
    form = event_form(desk)
    assert form.date.text() == "2020-1"
    assert desk.frame.top.unsaved.isVisibleTo(desk.frame.top)
    desk.shot("event-draft-zh")
    form.type.setFocus()
    key(desk, "Escape")
    assert form.confirm.question
    desk.click(form.confirm.no)
    assert event_form(desk) is form
    key(desk, "Escape")
    desk.click(form.confirm.yes)
    assert page(desk).case.timeline.form is None
    assert not desk.frame.top.unsaved.isVisible()
    assert stored(desk, Kind.EVENT) == 4


def test_two_forms_of_one_case_keep_their_own_drafts(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    form = event_form(desk)
    assert form.stored is not None
    form.place.setFocus()
    type_(desk, "at home")
    key(desk, "Ctrl+E")
    assert event_form(desk).type.value() == "detained"
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    assert event_form(desk).place.text() == "at home"


def test_a_new_case_left_unsaved_comes_back(desk: Driver) -> None:
    fill(desk, 1)
    cases_page = page(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    cases_page.table.setFocus()
    key(desk, "Return")
    assert cases_page.case.isVisible()
    key(desk, "Ctrl+N")
    assert cases_page.new_form.title.text() == "Half a title"
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    key(desk, "Ctrl+S")
    assert "working title" in cases_page.new_form.problem_text
    key(desk, "Escape")
    desk.click(cases_page.new_form.confirm.yes)
    assert cases_page.case.isVisible()
    assert stored(desk, Kind.CASE) == 1


def test_the_summary_is_edited_in_its_place(desk: Driver) -> None:
    made = fill(desk, 2)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    form = case.summary.form
    form.narrative.setFocus()
    type_(desk, "凌晨被带走。")
    page(desk).table.setFocus()
    key(desk, "Down")
    assert form.narrative.text() == ""
    key(desk, "Up")
    assert form.narrative.text() == "凌晨被带走。"
    desk.shot("summary")
    change(desk, lambda session: cases.edit(session, made[1], {"note": "from elsewhere"}))
    assert form.narrative.text() == "凌晨被带走。"
    form.narrative.setFocus()
    key(desk, "Ctrl+S")
    desk.until(lambda: not form.dirty)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(made[1])
    assert (record.text("narrative"), record.text("note")) == ("凌晨被带走。", "from elsewhere")
    assert form.note.text() == "from elsewhere"
    form.title.setFocus()
    type_(desk, " more")
    key(desk, "Escape")
    desk.click(form.confirm.yes)
    assert form.title.text() == "Willow Lane 2"


# --- the window -----------------------------------------------------------------------------------------


def test_a_search_hit_leads_to_its_place(desk: Driver) -> None:
    made = fill(desk)
    cases_page = page(desk)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    event = reader.events_of_case(made[0])[0]
    assert cases_page.open_record(event.id)
    assert cases_page.case.case == made[0]
    assert cases_page.case.timeline.list.current() == event.id
    party = reader.ids(Kind.PARTY)[1]
    cases_page.filter.setText("willow lane 3")
    desk.until(lambda: cases_page.model.rowCount() == 1)
    assert cases_page.open_record(party)
    assert cases_page.case.tabs.currentWidget() is cases_page.case.people
    assert cases_page.filter.text() == ""
    assert cases_page.open_record(made[2])
    assert not cases_page.open_record(RecordId("f" * 32))


def test_a_narrow_window_shows_one_at_a_time(desk: Driver) -> None:
    made = fill(desk)
    cases_page = page(desk)
    desk.window.resize(760, 560)
    desk.until(lambda: cases_page.panes.is_narrow)
    assert cases_page.table.isVisible()
    assert not cases_page.case.isVisible()
    desk.shot("narrow-list")
    cases_page.table.setFocus()
    key(desk, "Return")
    assert cases_page.case.isVisible()
    assert not cases_page.table.isVisible()
    key(desk, "Ctrl+E")
    desk.shot("narrow-event")
    key(desk, "Escape")
    desk.click(cases_page.case.back)
    assert cases_page.table.isVisible()
    key(desk, "Ctrl+E")  # one key from the list too
    assert event_form(desk).isVisible()
    desk.window.resize(1366, 768)
    desk.until(lambda: not cases_page.panes.is_narrow)
    assert cases_page.table.isVisible()
    assert cases_page.case.case == made[-1]


def test_a_case_that_is_gone_is_no_longer_shown(desk: Driver) -> None:
    made = fill(desk, 2)
    cases_page = page(desk)
    assert cases_page.case.case == made[1]
    change(desk, lambda session: cases.remove(session, made[1]))
    assert cases_page.model.rowCount() == 1
    desk.until(lambda: cases_page.case.case == made[0])


def test_a_heading_says_nothing_twice(desk: Driver) -> None:
    change(desk, lambda session: cases.create(session, {"title": "The printers of Willow Lane"})[1])
    case = page(desk).case
    desk.until(lambda: case.who.text() == "The printers of Willow Lane")
    assert "Willow Lane" not in case.what.text()  # only the reference
    assert case.what.text()


def test_many_people_in_a_heading_are_counted(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def add(session: Session) -> Changes:
        changes = Changes()
        for number in range(7):
            names = [{"name": f"Reader {number}", "script": "Latn", "kind": "main"}]
            _, changes = parties.create(session, {}, {"names": names}, case)
        return changes

    change(desk, add)
    assert page(desk).case.who.text().endswith("3 more")
    desk.shot("case-many-people")


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_every_form_fits_and_every_control_is_named(desk: Driver, language: Language) -> None:
    fill(desk)
    desk.window.speak(language)
    cases_page = page(desk)
    for begin, name in (
        (cases_page.case.add_event, "event"),
        (cases_page.case.add_person, "person"),
        (cases_page.start_new, "case"),
        (cases_page.start_import, "import"),
    ):
        begin()
        desk.shot(f"form-{name}-{language.value}")


def test_tab_walks_a_whole_form_and_leaves_it(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    seen: list[QWidget] = []
    for _ in range(80):
        seen.append(desk.focus())
        key(desk, "Tab")
        if desk.focus() is seen[0]:
            break
    names = [widget.accessibleName() for widget in seen]
    wanted = ["What happened", "When", "Form of custody", "Where", "Person or group", "Role in the event"]
    assert [name for name in names if name in wanted] == wanted
    assert form.summary in seen
    assert form.save_button in seen
    assert page(desk).table in seen  # and out of the form again


def test_the_dark_palette(desk: Driver) -> None:
    fill(desk)
    desk.window.paint(Scheme.DARK)
    page(desk).case.add_event()
    desk.shot("dark-event")
