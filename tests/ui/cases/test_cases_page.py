"""The page of cases as a person works in it: by keys and clicks, in several scripts."""

import pytest
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import cases, events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.theme.theme import Appearance, Scheme
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.case_parts import CasePart
from tests.ui.page_objects.forms import EventForm, PersonForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_an_empty_desk_says_what_to_do_first(desk: Driver) -> None:
    cases_page = CasesPage(desk)
    assert "Ctrl+N" in cases_page.welcome
    assert cases_page.new_button_has_keyboard
    desk.shot("cases-empty")
    key(desk, "Ctrl+E")  # there is no case yet
    assert records.NO_CASE_YET in desk.window.message_bar.text
    assert stored(desk, Kind.EVENT) == 0


@pytest.mark.parametrize("pressed", ["Ctrl+P", "Ctrl+E", "Ctrl+D", "F2"])
def test_a_key_that_needs_a_case_says_so_while_the_first_one_is_not_saved(desk: Driver, pressed: str) -> None:
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+N")
    type_(desk, "The printers of Willow Lane")
    key(desk, pressed)
    assert records.SAVE_NEW_CASE_FIRST in desk.window.message_bar.text
    assert cases_page.new_form.is_visible
    assert cases_page.new_form.has_keyboard


def test_a_key_that_needs_one_case_says_which_is_missing(desk: Driver) -> None:
    fill(desk)
    cases_page = CasesPage(desk)
    cases_page.select_all()
    key(desk, "Ctrl+P")
    assert records.SEVERAL_CASES_SELECTED in desk.window.message_bar.text
    key(desk, "Ctrl+N")
    key(desk, "Ctrl+P")  # the form is another case's than the one that was open before
    assert records.SAVE_NEW_CASE_FIRST in desk.window.message_bar.text
    assert cases_page.new_form.is_visible


def test_from_nothing_to_a_timeline_by_keyboard_alone(desk: Driver) -> None:
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+N")
    type_(desk, "The printers of Willow Lane")
    key(desk, "Tab")
    type_(desk, "凌晨被带走。")
    desk.shot("case-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
    desk.until(lambda: cases_page.people.has_form)  # a case begins with whom it is about
    PersonForm(desk).say_subject()
    type_(desk, "谭若岚")
    desk.shot("person-new")
    key(desk, "Ctrl+S")
    desk.until(lambda: not cases_page.people.has_form)
    assert cases_page.people.list.has_keyboard

    key(desk, "Ctrl+E")
    form = EventForm(desk)
    assert form.type.has_keyboard
    type_(desk, "Taken away")
    key(desk, "Tab")
    type_(desk, "early February 2020")
    assert form.date.hint.startswith(
        "✓ " + records.DATE_UNDERSTOOD.format("1 February 2020 to 10 February 2020 · 2020年")
    )
    key(desk, "Ctrl+Return")
    desk.until(lambda: not cases_page.timeline.has_form)

    entry = cases_page.timeline.list.entries[0]
    assert (entry.lead, entry.uncertain) == ("early February 2020", True)
    assert entry.first == records.TAKEN_AWAY
    assert desk.window.desk is not None
    event = desk.window.desk.reader.get(entry.id)
    assert event.text("date") == "early February 2020"  # as it was typed
    assert [item["role"] for item in event.values("parties")] == [
        "victim"
    ]  # proposed: whom the case is about
    assert cases_page.cell(0, CaseColumn.PEOPLE) == "谭若岚"
    assert cases_page.cell(0, CaseColumn.LAST_EVENT) == "early February 2020"
    desk.shot("case-first-event")


def test_names_in_every_script_stand_whole(desk: Driver) -> None:
    fill(desk)
    cases_page = CasesPage(desk)
    for row in range(3):
        cases_page.select_row(row)
        desk.shot(f"case-script-{row}")
        cases_page.people.open(cases_page.people.list.entries[0].id)
        cases_page.people.show()
        desk.shot(f"person-script-{row}")
        cases_page.timeline.show()


def test_going_through_the_list_by_arrow_keys_shows_each_case(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    cases_page.arrive()
    visited = []
    for _ in ids:
        visited.append(cases_page.case)
        key(desk, "Down")
    assert visited == ids[::-1]  # the newest first
    key(desk, "Return")
    assert cases_page.timeline.list.has_keyboard


def test_the_filter_finds_by_any_name_and_says_when_nothing_is_found(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    cases_page.filter.write("tanruolan")  # pinyin without spaces
    desk.until(lambda: len(cases_page.listed) == 1)
    assert cases_page.listed[0] == ids[0]
    key(desk, "Return")
    assert cases_page.list_has_keyboard
    assert cases_page.case == ids[0]
    cases_page.filter.enter()
    key(desk, "Ctrl+A")
    type_(desk, "nobody at all")
    desk.until(lambda: len(cases_page.listed) == 0)
    assert cases_page.says_nothing_fits
    desk.shot("cases-nothing-found")
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    desk.until(lambda: len(cases_page.listed) == 3)


def test_return_right_after_the_words_goes_to_what_they_find(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    cases_page.filter.write("tanruolan")
    key(desk, "Return")  # before anything is found
    desk.until(lambda: cases_page.list_has_keyboard)
    assert cases_page.case == ids[0]
    assert cases_page.count == records.ONE_CASE.format(1)


def test_a_filter_follows_what_is_changed_and_the_order_of_the_list(desk: Driver) -> None:
    ids = fill(desk, 4)
    cases_page = CasesPage(desk)
    cases_page.filter.write("tan")  # typed on before an answer came
    desk.settled()
    type_(desk, "ruolan")
    desk.until(lambda: len(cases_page.listed) == 2)
    change(desk, lambda session: cases.edit(session, ids[1], {"title": "Tan Ruolan"}))
    desk.until(lambda: len(cases_page.listed) == 3)
    cases_page.sort_by(CaseColumn.REF)
    desk.listed()
    assert cases_page.listed == [ids[0], ids[1], ids[3]]


def test_a_click_on_a_heading_sorts(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    assert cases_page.ascending is False  # the newest comes first
    cases_page.sort_by(CaseColumn.REF)
    desk.listed()
    assert cases_page.listed == ids
    assert CasesPage(desk).ascending is True
    assert cases_page.selected == [ids[2]]  # the case that is shown stays selected


def test_a_search_hit_leads_to_its_place(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    reader = desk.frame.desk.reader
    event = reader.events_of_case(ids[0])[0]
    assert cases_page.leads_to(event.id)
    assert cases_page.case == ids[0]
    assert cases_page.timeline.list.selected == event.id
    party = reader.ids(Kind.PARTY)[1]
    cases_page.view.filter.setText("willow lane 3")
    desk.until(lambda: len(cases_page.listed) == 1)
    assert cases_page.leads_to(party)
    assert cases_page.people.is_current
    assert cases_page.filter.value == ""
    assert cases_page.leads_to(ids[2])
    assert not cases_page.leads_to(RecordId("f" * 32))


def test_a_narrow_window_shows_one_at_a_time(desk: Driver) -> None:
    ids = fill(desk)
    cases_page = CasesPage(desk)
    desk.window.resize(760, 560)
    desk.until(lambda: cases_page.is_narrow)
    assert cases_page.shows_list
    assert not cases_page.shows_case
    desk.shot("narrow-list")
    cases_page.enter_list()
    key(desk, "Return")
    assert CasesPage(desk).shows_case
    assert not CasesPage(desk).shows_list
    key(desk, "Ctrl+E")
    desk.shot("narrow-event")
    key(desk, "Escape")
    cases_page.go_back()
    assert CasesPage(desk).shows_list
    key(desk, "Ctrl+E")  # one key from the list too
    assert EventForm(desk).is_visible
    desk.window.resize(1366, 768)
    desk.until(lambda: not cases_page.is_narrow)
    assert CasesPage(desk).shows_list
    assert cases_page.case == ids[-1]


def test_a_clicked_row_unfolds_and_keeps_the_keyboard(desk: Driver) -> None:
    """The keyboard once fell on *Delete case*, and the space within a name pressed it."""
    fill(desk)
    cases_page = CasesPage(desk)
    for tab in (cases_page.people, cases_page.timeline):
        tab.show()
        desk.window.resize(1180, 700)
        tab.list.enter()
        tab.click_row(0)
        desk.until(lambda tab=tab: tab.form_is_in_sight)  # type: ignore[misc]  # mypy takes the default for a parameter
        assert tab.list.has_keyboard
        type_(desk, "Ruolan the printer")
        assert stored(desk, Kind.CASE) == 3


def test_a_form_stays_where_it_is_when_the_window_gets_narrow(desk: Driver) -> None:
    fill(desk)
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+E")
    field = desk.focus()
    assert EventForm(desk).holds(field)
    desk.window.resize(1024, 700)
    desk.until(lambda: cases_page.is_narrow)
    desk.settled()
    assert EventForm(desk).is_visible
    assert desk.focus() is field
    key(desk, "Ctrl+F")  # wherever the keyboard is, one key takes it to the form
    key(desk, "Ctrl+E")
    assert EventForm(desk).holds(desk.focus())


def test_a_case_that_is_gone_is_no_longer_shown(desk: Driver) -> None:
    ids = fill(desk, 2)
    cases_page = CasesPage(desk)
    assert cases_page.case == ids[1]
    change(desk, lambda session: cases.remove(session, ids[1]))
    assert len(cases_page.listed) == 1
    desk.until(lambda: cases_page.case == ids[0])


def test_a_heading_says_nothing_twice(desk: Driver) -> None:
    change(desk, lambda session: cases.create(session, {"title": "The printers of Willow Lane"}))
    cases_page = CasesPage(desk)
    desk.until(lambda: cases_page.who == "The printers of Willow Lane")
    assert "Willow Lane" not in cases_page.what  # only the reference
    assert cases_page.what


def test_of_two_victims_it_is_said_to_whom_what_happened_and_where_each_is(desk: Driver) -> None:
    case = fill(desk, 1)[0]
    timeline, people = CasesPage(desk).timeline, CasesPage(desk).people

    def lines(part: CasePart) -> list[str]:
        return [entry.second for entry in part.list.entries]

    assert lines(timeline) == ["", ""]  # of one the heading says it all
    assert not any(records.UNDETERMINED in line or records.CUSTODY in line for line in lines(people))

    def second(session: Session) -> Outcome[None]:
        names = [{"name": "Orla Fenwick", "kind": "main"}]
        who = parties.create(session, {}, {"names": names}, case, "subject").result
        lawyer = parties.create(session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}).result
        cases.add_party(session, case, lawyer, "lawyer")
        took_part = [{"party": who, "role": "victim"}, {"party": lawyer, "role": "lawyer"}]
        return Outcome(
            None,
            events.add(session, case, {"type": "released", "date": "2021"}, {"parties": took_part}).changes,
        )

    change(desk, second)
    desk.until(lambda: len(lines(timeline)) == 3)
    assert lines(timeline) == ["谭若岚 / Tan Ruolan"] * 2 + [f"Orla Fenwick\n{records.LAWYER}: Odal Brisk"]
    states = [line.split("\n")[1:2] for line in lines(people)]
    assert [
        state.startswith(word)
        for (state,), word in zip(states[:2], (records.IN_CUSTODY, records.RELEASED), strict=True)
    ] == [True, True]
    assert states[2] == []


def test_many_people_in_a_heading_are_counted(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def add(session: Session) -> Outcome[None]:
        changes = Changes()
        for number in range(7):
            names = [{"name": f"Reader {number}", "script": "Latn", "kind": "main"}]
            changes = parties.create(session, {}, {"names": names}, case, "subject").changes
        return Outcome(None, changes)

    change(desk, add)
    assert CasesPage(desk).who.endswith(records.N_MORE.format(3))
    desk.shot("case-many-people")


@pytest.mark.parametrize("language", [WindowLanguage.ENGLISH, WindowLanguage.CHINESE])
def test_every_form_fits_and_every_control_is_named(desk: Driver, language: WindowLanguage) -> None:
    fill(desk)
    desk.window.speak(language)
    cases_page = CasesPage(desk)
    for begin, name in (
        (cases_page.add_event, "event"),
        (cases_page.add_person, "person"),
        (cases_page.view.start_new, "case"),
        (cases_page.view.start_import, "import"),
    ):
        begin()
        desk.shot(f"form-{name}-{language.value}")


@pytest.mark.parametrize("pressed", ["Ctrl+N", "Ctrl+P", "Ctrl+E"])
def test_tab_goes_through_a_form_as_it_is_read(desk: Driver, pressed: str) -> None:
    fill(desk, 1)
    key(desk, pressed)
    desk.settled()
    form = desk.focus()
    while not isinstance(form, FormEdit):
        parent = form.parentWidget()
        assert parent is not None
        form = parent
    rows = []
    start = desk.focus()
    while not form.save_button.hasFocus():
        holder = desk.focus()
        if form.page.isAncestorOf(holder):
            while (around := holder.parentWidget()) is not form.page:
                assert around is not None
                holder = around
            rows.append((holder.y(), holder.x()))
        key(desk, "Tab")
        assert desk.focus() is not start
    assert len(set(rows)) > 4
    assert rows == sorted(rows)


def test_tab_walks_a_whole_form_and_leaves_it(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    seen: list[QWidget] = []
    for _ in range(80):
        seen.append(desk.focus())
        key(desk, "Tab")
        if desk.focus() is seen[0]:
            break
    names = [widget.accessibleName() for widget in seen]
    wanted = [
        records.WHAT_HAPPENED,
        records.WHEN,
        records.MEASURE,
        records.WHERE,
        records.FACILITY,
        records.PERSON_OR_GROUP,
        records.ROLE_IN_EVENT,
    ]
    assert [name for name in names if name in wanted] == wanted
    assert form.summary.widget in seen
    assert form.view.save_button in seen
    assert CasesPage(desk).view.table in seen  # and out of the form again


def test_the_dark_palette(desk: Driver) -> None:
    fill(desk)
    desk.window.paint(Appearance(scheme=Scheme.DARK))
    CasesPage(desk).add_event()
    desk.shot("dark-event")
