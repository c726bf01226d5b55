"""Every list of every form is saved entry by entry: what others did to its other entries stays."""

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.kinds import CASES, LABELS, SPECS, Kind
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import Record, Value, bare, new_id
from hrddesk.records.texts.questions import Question, QuestionType
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from tests.ui.test_every_field_in_the_window import ELSEWHERE, OTHER_KINDS, forms_of_kinds
from tests.unit.records.model.test_list_edits import made_up

_LANGUAGES = ("en", "zh-Hans", "ug", "bo", "es", "ar")
_ANSWERS = "answers"
_LISTS = [
    pytest.param(kind, item, id=f"{kind}.{item.name}")
    for kind in Kind
    if kind not in OTHER_KINDS
    for item in SPECS[kind].lists
    if item.name not in ("visibility", "keys")
    and ((kind, item.name) not in ELSEWHERE or item.name == "values")
]


def _entry(item: ListSpec, number: int) -> dict[str, Value]:
    entry = made_up(item, number)
    if item.name == LABELS:
        entry["language"] = _LANGUAGES[number]
    return entry | ({"vocabulary": "occupation"} if "vocabulary" in entry else {})


def _shown(qtbot: QtBot, kind: Kind, base: Record) -> FormEdit:
    form = forms_of_kinds()[kind]
    qtbot.addWidget(form)
    form.show_record(base)
    answers = {str(item["field"]): str(item["answer"]) for item in base.values("values")}
    questions = [
        Question(key=key, owner=kind, type=QuestionType.TEXT, labels=Labels({"en": key})) for key in answers
    ]
    form.ask([(question, answers[question.key]) for question in questions])
    return form


def _edited(typed: Any, item: ListSpec) -> Any:
    """Return the draft of a list without its first entry, and with another word in its second."""
    if isinstance(typed, str):
        return typed.replace("word 0", "").replace("word 1", "other")
    if isinstance(typed, dict):
        first, second = list(typed)[:2]
        return {**typed, first: "", second: "other"}
    _, second, *others = typed
    words = [part for part, value in second.items() if isinstance(value, str) and value.startswith("word ")]
    part = next((part for part in words if part in item.by_name), "typed")
    return [{**second, part: "other"}, *others]


@pytest.mark.parametrize(("kind", "item"), _LISTS)
def test_a_row_is_saved_beside_what_others_did_to_the_other_rows(
    qtbot: QtBot, kind: Kind, item: ListSpec
) -> None:
    name = item.name
    base = Record(kind=kind, id=new_id()).with_elements(name, [_entry(item, number) for number in range(4)])
    first, second, third, fourth = (key for key, _ in base.elements(name))
    form = _shown(qtbot, kind, base)
    assert form.changed_values().entries == {}
    draft = json.loads(json.dumps(form.draft()))
    key = next(part for part in (f"{name}/occupation", name, _ANSWERS) if part in draft)
    draft[key] = _edited(draft[key], item)
    assert form.restore(draft, base, ())
    (changed, said), *_ = form.changed_values().lists.items()
    assert changed == name
    assert isinstance(said, ListEdit)

    (added, came), *_ = Record(kind=kind, id=new_id()).with_elements(name, [_entry(item, 5)]).elements(name)
    others = {third: {**base.lists[name][third], **_changed(item)}, added: {**came, "pos": 4}}
    now = Record(kind=kind, id=base.id, fields={}, lists={name: {**base.lists[name], **others}})
    saved = now.with_elements(name, said.applied(now, name)).lists[name]
    assert first not in saved
    assert saved[fourth] == base.lists[name][fourth]
    assert {key: saved[key] for key in (third, added)} == {
        key: now.lists[name][key] for key in (third, added)
    }
    assert len(saved) == 4
    if not isinstance(draft[key], str) and name != CASES:  # these have no other name than what they say
        assert "other" in bare(saved[second]).values()


def _changed(item: ListSpec) -> dict[str, Value]:
    """Return what others wrote in the last field of an entry that can be another."""
    field = item.fields[-1].name
    return {field: made_up(item, 7)[field]}
