"""A form of a made-up kind: each field is named once, and is shown, saved, drafted, checked and outlined."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec
from hrddesk.records.model.kinds import COMMON_LISTS, Kind, KindSpec
from hrddesk.records.model.record import Record, Value, bare, new_id
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.field_grid import MoreButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.words_edit import WordsEdit
from tests.ui.texts import records

_KIND = KindSpec(
    Kind.SOURCE,
    (
        FieldSpec("title"),
        FieldSpec("months", FieldType.NUMBER),
        FieldSpec("seen", FieldType.DATE),
        FieldSpec("note", FieldType.LONG),
        FieldSpec("colour"),
    ),
    (
        ListSpec("aliases", (FieldSpec("text"),)),
        ListSpec("terms", (FieldSpec("vocabulary"), FieldSpec("raw"), FieldSpec("term"))),
        *COMMON_LISTS,
    ),
)


class MadeUpForm(FormEdit):
    """Asks for everything but the colour; months and the note stand behind a button."""

    spec = _KIND

    def __init__(self) -> None:
        super().__init__()
        self.title = self.field("title", LineEdit("Title"), required="Give it a title.")
        with self.behind():
            self.months = self.field("months", LineEdit("Months"))
            self.note = self.field("note", TextEdit("Note"))
        self.seen = self.field("seen", PartialDateEdit("Seen"))
        self.aliases = self.texts("aliases", LineEdit("Other names"), between="; ", separators=";；")
        works = WordsEdit("Occupation", "Add", "Remove", "occupation")
        self.works = self.rows("Occupations", "terms", works, {"vocabulary": "occupation"})
        self.add_more_fields()
        self.finish()

    def add_more_fields(self) -> None:
        """Add nothing more."""

    def heading(self, record: Record | None) -> str:
        """Return the title."""
        return "New" if record is None else record.text("title")


class FormWithOneMore(MadeUpForm):
    """What a new field of a kind costs: one line."""

    def add_more_fields(self) -> None:
        """Add the colour."""
        self.colour = self.field("colour", LineEdit("Colour"))


_WORKS: list[dict[str, Value]] = [
    {"vocabulary": "occupation", "raw": "beekeeper of Odal"},
    {"vocabulary": "religion", "raw": "as was said"},
]
_RECORD = (
    Record(kind=Kind.SOURCE, id=new_id())
    .with_fields(title="A letter", seen="2020-02", colour="green")
    .with_elements("aliases", [{"text": "the long; letter"}, {"text": "信"}])
    .with_elements("terms", _WORKS)
)


@pytest.fixture
def form(qtbot: QtBot) -> FormWithOneMore:
    made_up = FormWithOneMore()
    qtbot.addWidget(made_up)
    made_up.resize(700, 500)
    made_up.show()
    made_up.activateWindow()
    qtbot.waitUntil(made_up.isActiveWindow)
    made_up.show_record(_RECORD)
    return made_up


def _saved(qtbot: QtBot, form: FormEdit) -> FormValues:
    with qtbot.waitSignal(form.save_wanted, timeout=2000) as caught:
        form.try_save()
    assert caught.args is not None
    values = caught.args[0]
    assert isinstance(values, FormValues)
    return values


def test_a_record_is_shown_and_its_form_is_clean(form: FormWithOneMore) -> None:
    assert form.title.text() == "A letter"
    assert form.seen.value() == "2020-02"
    assert form.colour.text() == "green"
    assert form.aliases.text() == "the long; letter; 信"
    assert [entry["raw"] for entry in form.works.entries()] == ["beekeeper of Odal"]
    assert form.accessibleName() == "A letter"
    assert not form.dirty


def test_what_nobody_touched_is_not_saved(qtbot: QtBot, form: FormWithOneMore) -> None:
    values = _saved(qtbot, form)
    assert (values.fields, values.lists) == ({}, {})
    qtbot.keyClicks(form.colour, "ish")
    assert form.dirty
    values = _saved(qtbot, form)
    assert (values.fields, values.lists) == ({"colour": "greenish"}, {})


def test_a_new_record_is_saved_as_a_whole(qtbot: QtBot, form: FormWithOneMore) -> None:
    form.begin()
    assert form.accessibleName() == "New"
    for line, text in ((form.title, " Song "), (form.months, "12"), (form.aliases, "a；b; ;c")):
        line.setText(text)
    values = _saved(qtbot, form)
    assert values.fields == {"title": "Song", "months": 12, "seen": None, "note": None, "colour": None}
    assert values.lists == {
        "aliases": [{"text": "a"}, {"text": "b"}, {"text": "c"}],
        "terms": [],
        "comments": [],
    }


def test_entries_that_stand_elsewhere_stay(qtbot: QtBot, form: FormWithOneMore) -> None:
    form.works.add_row({"raw": "weaver", "vocabulary": "occupation"})
    saved = _saved(qtbot, form).entries
    assert [bare(entry) for entry in saved["terms"]] == [*_WORKS, {**_WORKS[0], "raw": "weaver"}]
    assert [entry.get("id") for entry in saved["terms"]] == [*_RECORD.lists["terms"], None]


def test_a_draft_comes_back_whole(qtbot: QtBot, form: FormWithOneMore) -> None:
    form.months.setText("not yet")
    form.colour.setText("red")
    form.works.add_row({"raw": "weaver"})
    draft, letters = form.draft(), form.letters()
    again = FormWithOneMore()
    qtbot.addWidget(again)
    assert again.restore(draft, _RECORD, letters)
    assert again.draft() == draft
    assert again.dirty
    assert again.months.isVisibleTo(again)
    again.months.setText("7")
    values = _saved(qtbot, again)
    assert values.fields == {"months": 7, "colour": "red"}
    assert not again.restore({"title": "of another version"}, _RECORD, ())


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("title", "", "Give it a title."),
        ("title", "x" * 1001, records.TOO_LONG.format(1000)),
        ("months", "some", records.WHOLE_NUMBER_MISSING),
        ("months", "1201", "0-1200"),
        ("aliases", "short;" + "x" * 1001, records.TOO_LONG.format(1000)),
    ],
)
def test_what_its_field_cannot_hold_is_outlined(
    form: FormWithOneMore, name: str, typed: str, words: str
) -> None:
    edit = {each.accessibleName(): each for each in (form.title, form.months, form.aliases)}
    line = edit[{"title": "Title", "months": "Months", "aliases": "Other names"}[name]]
    line.set_value(typed)
    form.try_save()
    assert line.property("wrong")
    assert words in form.problem_text
    assert line.hasFocus()


def test_an_entry_of_a_list_is_held_to_its_field(form: FormWithOneMore) -> None:
    row = form.works.add_row({"raw": "x" * 1001})
    form.try_save()
    assert row.stops()[0].property("wrong")
    assert records.TOO_LONG.format(1000) in form.problem_text


def _more(form: FormEdit) -> MoreButton:
    button, _comments = form.page.more
    return button


def test_fields_behind_a_button_come_forward_when_they_hold_something(form: FormWithOneMore) -> None:
    assert _more(form).isVisible()
    assert not form.months.isVisible()
    form.show_record(_RECORD.with_fields(note="held"))
    assert not _more(form).isVisible()
    assert form.months.isVisible()
    form.show_record(_RECORD)
    assert _more(form).isVisible()


def test_the_button_brings_its_fields_and_the_keyboard_to_the_first(
    qtbot: QtBot, form: FormWithOneMore
) -> None:
    _more(form).setFocus()
    qtbot.keyClick(_more(form), Qt.Key.Key_Space)
    assert form.note.isVisible()
    assert not _more(form).isVisible()
    assert QApplication.focusWidget() is form.months


def test_a_field_behind_the_button_comes_forward_when_it_is_wrong(form: FormWithOneMore) -> None:
    form.months.setText("some")
    form.try_save()
    assert form.months.isVisible()
    assert form.months.hasFocus()


def test_a_name_that_the_kind_has_not_is_refused(form: FormWithOneMore) -> None:
    with pytest.raises(AssertionError, match="colours"):
        form.field("colours", LineEdit("Colours"))
