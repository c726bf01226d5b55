"""Forms about a person of the case, and questions of the desk, in the window."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions import parties, questions
from hrddesk.actions.questions import Definition
from hrddesk.records.kinds import Kind
from hrddesk_ui.views.case_forms_view import CaseFormsView
from hrddesk_ui.views.questions_view import QuestionsView
from hrddesk_ui.views.settings_view import SettingsView
from tests.ui.casework import change, fill, key, page, person_form, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _forms(desk: Driver) -> CaseFormsView:
    case = page(desk).case
    case.tabs.setCurrentWidget(case.forms)
    desk.until(lambda: bool(case.forms.fields))
    return case.forms


def _choose(desk: Driver, view: CaseFormsView, code: str) -> None:
    view.form.setFocus()
    desk.pick("Home", *["Down"] * view.form.findData(code))
    desk.until(lambda: f"{code}.names" in view.fields)


def test_a_form_says_live_how_complete_it_is_and_is_written_out(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    view = _forms(desk)
    _choose(desk, view, "wgad")
    before = view.state.text()
    assert "Nationality" in view.missing.text()
    view.fields["wgad.nationality"].setFocus()
    type_(desk, "none")
    assert view.state.text() != before  # nothing was saved yet
    assert "Nationality" not in view.missing.text()
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    party = reader.ids(Kind.PARTY)[0]
    assert questions.answers_of(reader.get(party)) == {}
    desk.shot("form-wgad")
    desk.click(view.save_button)
    desk.until(lambda: questions.answers_of(reader.get(party)) == {"wgad.nationality": "none"})
    desk.settled()
    for kind, begins in (("pdf", b"%PDF"), ("text", b"CONFIDENTIAL")):
        path = tmp_path / f"form.{kind}"
        view.write_to(path, kind)
        desk.until(path.exists)
        desk.settled()
        assert path.read_bytes().startswith(begins)
        view.write_to(path, kind)
        desk.until(lambda: records.FILE_EXISTS in view.trouble.text())


def test_a_question_is_made_and_answered_in_the_form_of_a_person(desk: Driver) -> None:
    fill(desk, 1)
    settings = desk.page("settings")
    assert isinstance(settings, SettingsView)
    settings.tabs.tabBar().setFocus()
    while settings.tabs.currentIndex() != 3:
        key(desk, "Right")
    view = settings.catalogue
    assert isinstance(view, QuestionsView)
    desk.until(view.new_button.isVisible)
    desk.click(view.new_button)
    type_(desk, "Shoes taken?")
    key(desk, "Tab")
    type_(desk, "收走鞋子？")
    types = view._form.type
    types.setFocus()
    desk.pick("Home", *["Down"] * types.findData("yes_no"))
    desk.shot("questions")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.FIELD) == 1)
    desk.settled()
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    asked = questions.own(reader)[0]
    desk.page("cases")
    people = page(desk).case.people
    page(desk).case.tabs.setCurrentWidget(people)
    people.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    form = person_form(desk)
    answer = form.answers.fields[asked.key]
    answer.setFocus()
    desk.pick("Down", "Down")
    assert answer.answer() == "no"
    desk.shot("question-in-a-form")
    key(desk, "Ctrl+S")
    party = reader.ids(Kind.PARTY)[0]
    desk.until(lambda: questions.answers_of(reader.get(party)) == {asked.key: "no"})


def test_what_is_no_answer_is_said_and_nothing_is_saved(desk: Driver) -> None:
    fill(desk, 1)
    change(desk, lambda session: questions.add(session, Definition("case", "date", {"en": "Since when?"}))[1])
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    form = case.summary.form
    field = next(iter(form.answers.fields.values()))
    field.setFocus()
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    desk.until(lambda: records.DATE_ANSWER_WRONG in form.problem_text)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    record = reader.ids(Kind.CASE)[0]
    assert "values" not in reader.get(record).lists
    field.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "1954-02-28")
    key(desk, "Ctrl+S")
    desk.until(lambda: [item["answer"] for item in reader.get(record).values("values")] == ["1954-02-28"])


def test_answers_that_are_not_saved_stay_whatever_is_looked_at_meanwhile(desk: Driver) -> None:
    made = fill(desk, 2)
    page(desk).show_case(made[0])
    view = _forms(desk)
    _choose(desk, view, "wgad")
    view.fields["wgad.nationality"].setFocus()
    type_(desk, "Tibetan")
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    case.tabs.setCurrentWidget(view)
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
    page(desk).show_case(made[1])
    desk.settled()
    assert view.fields["wgad.nationality"].answer() == ""
    page(desk).show_case(made[0])
    desk.settled()
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
    _choose(desk, view, "wgeid")
    assert desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(1)
    _choose(desk, view, "wgad")
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
    view.fields["wgad.nationality"].setFocus()
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    case.tabs.setCurrentWidget(case.summary)
    assert not desk.frame.top.unsaved.isVisible()  # nothing differs from what is stored


def test_answers_are_there_after_a_lock_and_change_nothing_that_others_changed(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    fill(desk, 1)
    view = _forms(desk)
    _choose(desk, view, "wgad")
    view.fields["wgad.nationality"].setFocus()
    type_(desk, "Tibetan")
    desk.window.close()
    assert desk.app.drained

    desk = enter(vault)
    view = page(desk).case.forms
    assert view.isVisible()
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
    assert desk.window.desk is not None
    party = desk.window.desk.reader.ids(Kind.PARTY)[0]
    change(desk, lambda session: parties.edit(session, party, {"note": "changed meanwhile"}, {}))
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
    view.load()
    assert records.CHANGED_SINCE_TYPED in view.notice.text()
    desk.shot("form-draft")
    desk.frame.show_unsaved()
    rows = desk.frame.unsaved.forms
    assert [rows.item(row).text().split(" · ")[0] for row in range(rows.count())] == [view.form.currentText()]
    key(desk, "Return")
    desk.until(view.isVisible)
    desk.click(view.save_button)
    desk.until(lambda: not desk.frame.top.unsaved.isVisible())
    record = desk.window.desk.reader.get(party)
    assert questions.answers_of(record) == {"wgad.nationality": "Tibetan"}
    assert record.text("note") == "changed meanwhile"
    view.fields["wgad.nationality"].setFocus()
    type_(desk, " at all")
    page(desk).case.tabs.setCurrentIndex(0)
    desk.frame.show_unsaved()
    desk.click(desk.frame.unsaved.drop_button)
    key(desk, "Tab")
    key(desk, "Return")
    desk.until(lambda: not desk.frame.top.unsaved.isVisible())
    assert view.fields["wgad.nationality"].answer() == "Tibetan"
