"""Forms about a person of the case, and questions of the desk, in the window."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions.records import parties, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.records.model.kinds import Kind
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import QuestionsPage
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.forms import PersonForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_a_form_says_live_how_complete_it_is_and_is_written_out(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    forms = CasesPage(desk).forms
    forms.show()
    forms.choose("wgad")
    before = forms.state
    assert "Nationality" in forms.missing
    forms.write("wgad.nationality", "none")
    assert forms.state != before  # nothing was saved yet
    assert "Nationality" not in forms.missing
    reader = desk.frame.desk.reader
    party = reader.ids(Kind.PARTY)[0]
    assert questions.answers_of(reader.get(party)) == {}
    desk.shot("form-wgad")
    forms.save()
    desk.until(lambda: questions.answers_of(reader.get(party)) == {"wgad.nationality": "none"})
    desk.settled()
    for kind, begins in (("pdf", b"%PDF"), ("text", b"CONFIDENTIAL")):
        path = tmp_path / f"form.{kind}"
        forms.write_to(path, kind)
        desk.until(path.exists)
        desk.settled()
        assert path.read_bytes().startswith(begins)
        forms.write_to(path, kind)
        desk.until(lambda: records.FILE_EXISTS in forms.trouble)


def test_a_question_is_made_and_answered_in_the_form_of_a_person(desk: Driver) -> None:
    fill(desk, 1)
    questions_page = QuestionsPage(desk)
    questions_page.visit()
    questions_page.begin("Shoes taken?")
    key(desk, "Tab")
    type_(desk, "收走鞋子？")
    types = questions_page.form.type
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
    change(
        desk,
        lambda session: questions.add(
            session, Definition(owner="case", type="date", labels={"en": "Since when?"})
        ),
    )
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
    ids = fill(desk, 2)
    CasesPage(desk).show_case(ids[0])
    forms = CasesPage(desk).forms
    forms.show()
    forms.choose("wgad")
    forms.write("wgad.nationality", "Tibetan")
    CasesPage(desk).show_summary()
    forms.show()
    assert forms.answer("wgad.nationality") == "Tibetan"
    CasesPage(desk).show_case(ids[1])
    desk.settled()
    assert forms.answer("wgad.nationality") == ""
    CasesPage(desk).show_case(ids[0])
    desk.settled()
    assert forms.answer("wgad.nationality") == "Tibetan"
    forms.choose("wgeid")
    assert UnsavedForms(desk).number == records.N_NOT_SAVED.format(1)
    forms.choose("wgad")
    assert forms.answer("wgad.nationality") == "Tibetan"
    forms.enter("wgad.nationality")
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    CasesPage(desk).show_summary()
    assert not UnsavedForms(desk).is_announced  # nothing differs from what is stored


def test_answers_are_there_after_a_lock_and_change_nothing_that_others_changed(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    fill(desk, 1)
    forms = CasesPage(desk).forms
    forms.show()
    forms.choose("wgad")
    forms.write("wgad.nationality", "Tibetan")
    desk.window.close()
    assert desk.app.drained

    desk = enter(vault)
    forms = CasesPage(desk).forms
    assert forms.is_visible
    assert forms.answer("wgad.nationality") == "Tibetan"
    assert desk.window.desk is not None
    party = desk.window.desk.reader.ids(Kind.PARTY)[0]
    change(desk, lambda session: parties.edit(session, party, {"note": "changed meanwhile"}, {}))
    assert forms.answer("wgad.nationality") == "Tibetan"
    forms.view.load()
    assert records.CHANGED_SINCE_TYPED in forms.notice
    desk.shot("form-draft")
    desk.frame.show_unsaved()
    assert [row.split(" · ")[0] for row in UnsavedForms(desk).rows] == [forms.form_name]
    key(desk, "Return")
    desk.until(lambda: forms.is_visible)
    forms.save()
    desk.until(lambda: not UnsavedForms(desk).is_announced)
    record = desk.window.desk.reader.get(party)
    assert questions.answers_of(record) == {"wgad.nationality": "Tibetan"}
    assert record.text("note") == "changed meanwhile"
    forms.write("wgad.nationality", " at all")
    CasesPage(desk).timeline.show()
    desk.frame.show_unsaved()
    desk.click(UnsavedForms(desk).view.drop_button)
    key(desk, "Tab")
    key(desk, "Return")
    desk.until(lambda: not UnsavedForms(desk).is_announced)
    assert forms.answer("wgad.nationality") == "Tibetan"
