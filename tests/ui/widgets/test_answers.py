"""Answers to a desk's own questions: what nobody typed stays as a colleague has answered it meanwhile."""

from pytestqt.qtbot import QtBot

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.questions import ANSWERS, Question, QuestionType
from hrddesk_ui.widgets.forms.answers_edit import AnswersEdit


def _question(key: str) -> Question:
    return Question(key=key, owner=Kind.CASE, type=QuestionType.TEXT, labels=Labels({"en": key}))


def test_a_draft_keeps_what_was_answered_since_it_began(qtbot: QtBot) -> None:
    edit = AnswersEdit()
    qtbot.addWidget(edit)
    before = {"k1": "one", "k2": "old", "k3": "elsewhere"}
    edit.ask([(_question("k1"), "one"), (_question("k2"), "answered since")])
    edit.take_drafts({"k1": "typed", "k2": "old"})
    assert edit.changed(before) == {"k1"}
    base, now = (
        Record(kind=Kind.CASE, id=RecordId("1" * 32)).with_elements(
            ANSWERS, [{"field": key, "answer": text} for key, text in answers.items()]
        )
        for answers in (before, {**before, "k2": "answered since"})
    )
    saved = ListEdit(edit.entries(before), base.lists[ANSWERS]).applied(now, ANSWERS)
    assert {item["field"]: item["answer"] for item in saved} == {
        "k1": "typed",
        "k2": "answered since",
        "k3": "elsewhere",
    }


def test_an_answer_that_was_emptied_is_taken_out(qtbot: QtBot) -> None:
    edit = AnswersEdit()
    qtbot.addWidget(edit)
    edit.ask([(_question("k1"), "one")])
    assert edit.changed({"k1": "one"}) == set()
    edit.take_drafts({"k1": ""})
    assert edit.changed({"k1": "one"}) == {"k1"}
    assert edit.entries({"k1": "one"}) == []
