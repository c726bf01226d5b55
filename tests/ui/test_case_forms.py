"""Forms about a person of the case, and questions of the desk, in the window."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions import parties, questions
from hrddesk.actions.questions import Definition
from hrddesk.records.kinds import Kind
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.pages.catalogue import QuestionsPage
from tests.ui.pages.drafts import UnsavedForms
from tests.ui.pages.forms import PersonForm
from tests.ui.pages.records import CasesPage
from tests.ui.texts import records


def test_a_form_says_live_how_complete_it_is_and_is_written_out(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    view = CasesPage(desk).forms
    view.show()
    view.choose("wgad")
    before = view.state
    assert "Nationality" in view.missing
    view.write("wgad.nationality", "none")
    assert view.state != before  # nothing was saved yet
    assert "Nationality" not in view.missing
    reader = desk.frame.desk.reader
    party = reader.ids(Kind.PARTY)[0]
    assert questions.answers_of(reader.get(party)) == {}
    desk.shot("form-wgad")
    view.save()
    desk.until(lambda: questions.answers_of(reader.get(party)) == {"wgad.nationality": "none"})
    desk.settled()
    for kind, begins in (("pdf", b"%PDF"), ("text", b"CONFIDENTIAL")):
        path = tmp_path / f"form.{kind}"
        view.write_to(path, kind)
        desk.until(path.exists)
        desk.settled()
        assert path.read_bytes().startswith(begins)
        view.write_to(path, kind)
        desk.until(lambda: records.FILE_EXISTS in view.trouble)


def test_a_question_is_made_and_answered_in_the_form_of_a_person(desk: Driver) -> None:
    fill(desk, 1)
    view = QuestionsPage(desk)
    view.visit()
    view.begin("Shoes taken?")
    key(desk, "Tab")
    type_(desk, "收走鞋子？")
    types = view.view._form.type
    types.setFocus()
    desk.pick("Home", *["Down"] * types.findData("yes_no"))
    desk.shot("questions")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.FIELD) == 1)
    desk.settled()
    reader = desk.frame.desk.reader
    asked = questions.own(reader)[0]
    desk.page("cases")
    people = CasesPage(desk).people
    people.show()
    people.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    form = PersonForm(desk)
    answer = form.answer(asked.key)
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
    CasesPage(desk).show_summary()
    form = CasesPage(desk).summary
    (field,) = form.view.answers.fields.values()
    field.setFocus()
    type_(desk, "1954-02-29")
    key(desk, "Ctrl+S")
    desk.until(lambda: records.DATE_ANSWER_WRONG in form.problem)
    reader = desk.frame.desk.reader
    record = reader.ids(Kind.CASE)[0]
    assert "values" not in reader.get(record).lists
    field.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "1954-02-28")
    key(desk, "Ctrl+S")
    desk.until(lambda: [item["answer"] for item in reader.get(record).values("values")] == ["1954-02-28"])


def test_answers_that_are_not_saved_stay_whatever_is_looked_at_meanwhile(desk: Driver) -> None:
    made = fill(desk, 2)
    CasesPage(desk).show_case(made[0])
    view = CasesPage(desk).forms
    view.show()
    view.choose("wgad")
    view.write("wgad.nationality", "Tibetan")
    CasesPage(desk).show_summary()
    view.show()
    assert view.answer("wgad.nationality") == "Tibetan"
    CasesPage(desk).show_case(made[1])
    desk.settled()
    assert view.answer("wgad.nationality") == ""
    CasesPage(desk).show_case(made[0])
    desk.settled()
    assert view.answer("wgad.nationality") == "Tibetan"
    view.choose("wgeid")
    assert UnsavedForms(desk).number == records.N_NOT_SAVED.format(1)
    view.choose("wgad")
    assert view.answer("wgad.nationality") == "Tibetan"
    view.enter("wgad.nationality")
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    CasesPage(desk).show_summary()
    assert not UnsavedForms(desk).is_announced  # nothing differs from what is stored


def test_answers_are_there_after_a_lock_and_change_nothing_that_others_changed(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    fill(desk, 1)
    view = CasesPage(desk).forms
    view.show()
    view.choose("wgad")
    view.write("wgad.nationality", "Tibetan")
    desk.window.close()
    assert desk.app.drained

    desk = enter(vault)
    view = CasesPage(desk).forms
    assert view.is_visible
    assert view.answer("wgad.nationality") == "Tibetan"
    assert desk.window.desk is not None
    party = desk.window.desk.reader.ids(Kind.PARTY)[0]
    change(desk, lambda session: parties.edit(session, party, {"note": "changed meanwhile"}, {}))
    assert view.answer("wgad.nationality") == "Tibetan"
    view.view.load()
    assert records.CHANGED_SINCE_TYPED in view.notice
    desk.shot("form-draft")
    desk.frame.show_unsaved()
    assert [row.split(" · ")[0] for row in UnsavedForms(desk).rows] == [view.form_name]
    key(desk, "Return")
    desk.until(lambda: view.is_visible)
    view.save()
    desk.until(lambda: not UnsavedForms(desk).is_announced)
    record = desk.window.desk.reader.get(party)
    assert questions.answers_of(record) == {"wgad.nationality": "Tibetan"}
    assert record.text("note") == "changed meanwhile"
    view.write("wgad.nationality", " at all")
    CasesPage(desk).timeline.show()
    desk.frame.show_unsaved()
    desk.click(UnsavedForms(desk).view.drop_button)
    key(desk, "Tab")
    key(desk, "Return")
    desk.until(lambda: not UnsavedForms(desk).is_announced)
    assert view.answer("wgad.nationality") == "Tibetan"
