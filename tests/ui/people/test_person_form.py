"""The form of a person or group within a case."""

from PySide6.QtWidgets import QApplication

from hrddesk.actions.records import cases
from hrddesk.records.model.kinds import Kind
from tests.ui.casework import change, choose, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import PersonForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_a_person_with_everything(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = PersonForm(desk)
    PersonForm(desk).say_subject()
    type_(desk, "ئايگۈل تۇرسۇنوۋا")
    key(desk, "Return")
    type_(desk, "Aygul Tursunova")
    form.sex.write("女")
    key(desk, "Escape")
    form.birth.write("1979-0X")
    form.age.write("about 40")
    form.age_day.write("early March 2020")
    form.occupations.add()
    type_(desk, "Lawyer")
    key(desk, "Escape")
    form.note.write("A note")
    desk.shot("person-full")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.until(lambda: not CasesPage(desk).people.has_form)
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
    entry = CasesPage(desk).people.list.entries[1]
    assert records.LAWYER in entry.second
    assert entry.second.split("\n")[0].endswith(
        records.AGE_ON_DAY.format("about 40", "early March 2020")
    )  # nobody stays 40


def test_a_group_has_a_size_and_a_person_needs_a_name(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = PersonForm(desk)
    key(desk, "Ctrl+S")
    assert records.NAME_MISSING in form.problem
    type_(desk, "The readers of Willow Lane")  # the keyboard is in the name from the beginning
    key(desk, "Ctrl+S")
    assert records.ROLE_MISSING in form.problem  # asked, never assumed
    assert form.role.has_keyboard
    desk.pick("Home", "End")
    assert form.role.value == records.NOT_STATED
    form.kind.enter()
    key(desk, "Ctrl+A")
    type_(desk, "Group")
    key(desk, "Escape")
    form.group_size.write("12")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    assert desk.window.desk is not None
    party = desk.window.desk.reader.get(desk.window.desk.reader.ids(Kind.PARTY)[-1])
    assert party.fields["size_min"] == party.fields["size_max"] == 12
    assert party.text("kind") == "group"


def test_a_person_leaves_the_case_but_not_the_vault(desk: Driver) -> None:
    fill(desk, 1)
    people = CasesPage(desk).people
    people.show()
    people.list.enter()
    key(desk, "Delete")
    desk.until(lambda: len(people.list.entries) == 0)
    desk.until(lambda: records.PERSON_STAYS_IN_VAULT in people.question)
    assert stored(desk, Kind.PARTY) == 1
    assert people.says_how_to_begin
    desk.shot("people-none")
    people.existing.write("ruolan")  # and comes back by any of the names
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: len(people.list.entries) == 1)
    desk.until(lambda: people.existing.value == "")
    assert people.list.entries[0].second.startswith(records.ROLE_NOT_STATED)
    form = PersonForm(desk)
    desk.until(lambda: form.role.has_keyboard)  # and is asked for the role
    assert CasesPage(desk).who == "Willow Lane 1"  # a case is called after those whom it is about
    desk.pick("Home")
    key(desk, "Ctrl+S")
    desk.until(lambda: people.list.entries[0].second.startswith(records.PERSON_CONCERNED))
    desk.until(lambda: "谭若岚" in CasesPage(desk).who)


def test_an_occupation_has_the_time_in_which_it_was_held(desk: Driver) -> None:
    fill(desk, 1)
    people = CasesPage(desk).people
    people.show()
    people.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    form = PersonForm(desk)
    form.occupations.add()
    choose(desk, "Lawyer")
    row = form.occupations.rows[0]
    row.stops()[1].setFocus()
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    assert "1954-02-29" in form.problem or "no such day" in form.problem, form.problem
    key(desk, "Ctrl+A")
    type_(desk, "2010")
    key(desk, "Tab")
    type_(desk, "2015-07")
    desk.shot("person-occupation")
    key(desk, "Ctrl+S")
    desk.until(lambda: not people.has_form)
    reader = desk.frame.desk.reader
    (term,) = reader.get(reader.ids(Kind.PARTY)[0]).values("terms")
    assert (term.get("term"), term["since"], term["until"]) == ("lawyer", "2010", "2015-07"), dict(term)


def test_the_keyboard_begins_in_the_name_and_passes_the_role_below_it(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = PersonForm(desk)
    type_(desk, "Rinchen Invented")
    assert form.names.entries[0]["name"] == "Rinchen Invented"
    for _ in range(12):
        if form.role.has_keyboard:
            break
        key(desk, "Tab")
    assert form.role.has_keyboard  # before what is less needed: the kind, dates, words
    desk.shot("person-role-below-the-name")


def test_a_role_that_nobody_touched_stays_as_others_say_it_meanwhile(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    CasesPage(desk).people.show()
    CasesPage(desk).people.list.enter()
    key(desk, "Return")
    form = PersonForm(desk)
    assert desk.window.desk is not None
    (person,) = desk.window.desk.reader.ids(Kind.PARTY)
    assert form.view.values().role is None
    form.note.write("A note")
    change(desk, lambda session: cases.add_party(session, case, person, "relative"))
    key(desk, "Ctrl+S")
    desk.until(lambda: not CasesPage(desk).people.has_form)
    assert desk.window.desk.reader.get(person).text("note") == "A note"
    assert desk.window.desk.reader.get(case).values("parties")[0]["role"] == "relative"
