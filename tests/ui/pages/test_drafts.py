"""What was typed and not saved is there when the vault is opened again, letter for letter."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from hrddesk.actions.records import cases, events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.forms import EventForm, PersonForm
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records

Enter = Callable[[Path], Driver]

TIBETAN = "བསྟན་འཛིན་ "
UYGHUR = " ئايگۈل تۇرسۇنوۋا"


def _leave(desk: Driver) -> None:
    """Close the window and with it the vault, whatever is unsaved."""
    desk.window.close()
    assert desk.app.drained


def _focus_line(widget: QWidget) -> QLineEdit:
    line = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def test_one_form_is_open_again_with_every_letter_and_the_cursor(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    form = EventForm(desk)
    form.date.write("2020-0")
    form.people.add()
    type_(desk, "somebody ")
    form.charges.add()
    type_(desk, "寻衅滋事")
    form.summary.write("凌晨被带走。")
    type_(desk, UYGHUR + TIBETAN)
    key(desk, "Return")
    type_(desk, "  two spaces, and then")
    for _ in range(4):
        key(desk, "Left")
    written = form.summary.value
    _leave(desk)

    desk = enter(vault)
    assert records.NOT_SAVED in desk.window.message_bar.text
    assert UnsavedForms(desk).is_announced
    form = EventForm(desk)
    desk.shot("draft-one-again")
    assert form.summary.value == written
    assert form.summary.has_keyboard
    assert form.view.summary.textCursor().position() == len(written) - 4
    assert form.type.value == "detained"
    assert form.date.value == "2020-0"
    assert form.people.last_typed == "somebody"
    assert _focus_line(form.people.rows[-1].stops()[0]).text() == "somebody "
    assert form.charges.entries[0]["raw"] == "寻衅滋事"
    type_(desk, "X")
    assert form.summary.value == written[:-4] + "X" + written[-4:]
    assert stored(desk, Kind.EVENT) == 2


def test_several_forms_are_listed_opened_and_thrown_away(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    ids = fill(desk, 2)
    cases_page = CasesPage(desk)
    cases_page.show_case(ids[0])
    key(desk, "Ctrl+P")
    PersonForm(desk).say_subject()
    type_(desk, TIBETAN)
    cases_page.show_summary()
    cases_page.summary.narrative.write("A narrative ")
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Ctrl+N")
    type_(desk, "Nobody Yet")
    people.enter_list()
    people.view.table.selectRow(0)
    people.leads_to(people.listed[0])
    people.form.note.write("a note")
    _leave(desk)

    desk = enter(vault)
    unsaved = UnsavedForms(desk)
    assert unsaved.is_shown
    assert unsaved.number == records.N_NOT_SAVED.format(5)
    assert unsaved.list_has_keyboard
    rows = unsaved.rows
    for words in ("Half a title", "Nobody Yet", "Willow Lane 1", "谭若岚", "བསྟན"):
        assert any(words in row for row in rows), (words, rows)
    desk.shot("drafts-list")
    desk.window.speak(WindowLanguage.CHINESE)
    UnsavedForms(desk).show()
    desk.shot("drafts-list-zh")
    desk.window.speak(WindowLanguage.ENGLISH)

    unsaved.open_row("Half a title")
    assert CasesPage(desk).new_form.title.value == "Half a title"
    assert CasesPage(desk).new_form.title.has_keyboard
    unsaved.open_row(f"Willow Lane 1 · {records.TYPED_AT.format('')}", f"{records.CASE} · ")
    assert CasesPage(desk).summary.narrative.value == "A narrative "
    assert CasesPage(desk).summary.narrative.has_keyboard
    unsaved.open_row("བསྟན")
    assert PersonForm(desk).names.rows[0].stops()[0].hasFocus()
    assert _focus_line(PersonForm(desk).names.rows[0].stops()[0]).text() == TIBETAN
    unsaved.open_row("谭若岚")
    people = PeoplePage(desk)
    assert people.form.note.value == "a note"
    unsaved.open_row("Nobody Yet")
    assert people.form.names.entries[0]["name"] == "Nobody Yet"
    unsaved.show()
    for rest in range(4, -1, -1):
        unsaved.drop_selected()
        assert len(unsaved.rows) == rest
    assert not unsaved.is_announced
    assert not people.has_form
    assert CasesPage(desk).summary.narrative.value == ""
    desk.page("cases")
    key(desk, "Ctrl+N")
    assert CasesPage(desk).new_form.title.value == ""
    _leave(desk)
    assert not (vault / "drafts.bin").exists()
    desk = enter(vault)
    assert not UnsavedForms(desk).is_shown
    assert records.NOT_SAVED not in desk.window.message_bar.text


def test_a_draft_of_what_was_changed_meanwhile_says_so_and_saves_only_what_was_typed(
    vault: Path, enter: Enter
) -> None:
    desk = enter(vault)
    fill(desk, 1)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.ids(Kind.EVENT)[0]
    CasesPage(desk).timeline.open(event)
    EventForm(desk).place.write("at the mill")
    _leave(desk)
    desk = enter(vault)
    assert EventForm(desk).problem == ""
    CasesPage(desk).timeline.close_form()
    change(desk, lambda session: events.edit(session, event, {"date": "2021", "summary": "theirs"}))
    _leave(desk)

    desk = enter(vault)
    form = EventForm(desk)
    assert records.CHANGED_SINCE_TYPED in form.problem
    desk.shot("draft-changed-since")
    assert form.place.value == "at the mill"
    type_(desk, "!")
    assert records.CHANGED_SINCE_TYPED in form.problem
    key(desk, "Ctrl+S")
    desk.until(lambda: not CasesPage(desk).timeline.has_form)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(event)
    assert (record.text("place_text"), record.text("date"), record.text("summary")) == (
        "at the mill!",
        "2021",
        "theirs",
    )


def _deleted_meanwhile(vault: Path, enter: Enter) -> tuple[Driver, RecordId, list[RecordId]]:
    """Type into an event and into a new one of another case, delete the event and that case, come again."""
    desk = enter(vault)
    ids = fill(desk, 2)
    assert desk.window.desk is not None
    first = desk.window.desk.reader.events_of_case(ids[0])[0].id
    CasesPage(desk).show_case(ids[0])
    CasesPage(desk).timeline.open(first)
    EventForm(desk).place.write("at the mill")
    CasesPage(desk).show_case(ids[1])
    CasesPage(desk).enter_list()
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    CasesPage(desk).show_case(ids[0])
    CasesPage(desk).timeline.close_form()
    change(desk, lambda session: events.remove(session, first))
    change(desk, lambda session: cases.remove(session, ids[1]))
    _leave(desk)
    return enter(vault), first, ids


def _choose(desk: Driver, words: str) -> None:
    unsaved = UnsavedForms(desk)
    for row in range(len(unsaved.rows)):
        unsaved.select(row)
        if words in unsaved.trouble:
            return
    raise AssertionError(words)


def test_drafts_of_what_was_deleted_meanwhile_say_so(vault: Path, enter: Enter) -> None:
    desk, _, _ = _deleted_meanwhile(vault, enter)
    unsaved = UnsavedForms(desk)
    assert unsaved.is_shown
    assert len(unsaved.rows) == 2
    _choose(desk, records.CASE_DELETED)
    assert records.A_DELETED_CASE in unsaved.current_row
    assert unsaved.open_words == records.REVIVE_CASE
    _choose(desk, records.RECORD_DELETED)
    assert unsaved.open_words == records.REVIVE_RECORD
    assert unsaved.view.open_button.accessibleName() == unsaved.open_words
    desk.shot("drafts-deleted-since")


def test_a_deleted_record_comes_back_with_its_draft_and_goes_again(vault: Path, enter: Enter) -> None:
    desk, event, _ = _deleted_meanwhile(vault, enter)
    _choose(desk, records.RECORD_DELETED)
    UnsavedForms(desk).open_selected()
    desk.until(lambda: records.RECORD_REVIVED in desk.window.message_bar.text)
    assert EventForm(desk).place.value == "at the mill"
    assert EventForm(desk).problem == ""
    desk.shot("draft-brought-back")
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: records.UNDONE.format("") in desk.window.message_bar.text)
    assert desk.window.desk is not None
    assert desk.window.desk.reader.find(event) is None
    UnsavedForms(desk).show()
    assert len(UnsavedForms(desk).rows) == 2  # what was typed stays
    _choose(desk, records.RECORD_DELETED)
    UnsavedForms(desk).view.forms.setFocus()
    key(desk, "Return")
    desk.until(lambda: records.RECORD_REVIVED in desk.window.message_bar.text)
    key(desk, "Ctrl+S")
    desk.until(lambda: not CasesPage(desk).timeline.has_form)
    assert desk.window.desk.reader.get(event).text("place_text") == "at the mill"


def test_a_case_and_a_record_that_went_before_it_come_back_for_a_draft(vault: Path, enter: Enter) -> None:
    desk, event, ids = _deleted_meanwhile(vault, enter)
    _choose(desk, records.CASE_DELETED)
    UnsavedForms(desk).open_selected()
    desk.until(lambda: records.CASE_REVIVED in desk.window.message_bar.text)
    assert EventForm(desk).type.value == "detained"
    change(desk, lambda session: cases.remove(session, ids[0]))
    UnsavedForms(desk).show()
    _choose(desk, records.CASE_DELETED)
    UnsavedForms(desk).open_selected()
    desk.until(lambda: EventForm(desk).place.value == "at the mill")
    assert desk.window.desk is not None
    assert desk.window.desk.reader.find(event) is not None


def test_what_is_saved_at_the_very_end_is_no_draft_any_more(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    desk.window.close()  # before the window was told that it is saved
    desk = enter(vault)
    is_unsaved = UnsavedForms(desk).is_announced
    assert stored(desk, Kind.EVENT) == (2 if is_unsaved else 3)  # a job that had not begun is cancelled


def test_a_lock_keeps_what_was_typed_a_moment_before(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    key(desk, "Ctrl+L")
    desk.until(lambda: bool(desk.resumed))
    desk = enter(vault)
    assert CasesPage(desk).new_form.title.value == "Half a title"
    key(desk, "Escape")
    CasesPage(desk).new_form.give_up()
    assert not UnsavedForms(desk).is_announced


def test_a_disk_that_takes_no_drafts_is_told_until_it_does(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    (vault / "drafts.bin.new").mkdir()  # stands where the new file would be written
    key(desk, "Ctrl+N")
    type_(desk, "Half")
    desk.until(lambda: records.TYPING_NOT_KEPT in desk.window.message_bar.text)
    desk.shot("drafts-disk-refuses")
    (vault / "drafts.bin.new").rmdir()
    type_(desk, " a title")
    desk.until(lambda: records.TYPING_NOT_KEPT not in desk.window.message_bar.text)
    assert (vault / "drafts.bin").exists()


def test_a_damaged_file_is_told_and_the_vault_opens(vault: Path, enter: Enter) -> None:
    (vault / "drafts.bin").write_bytes(b"nonsense")
    desk = enter(vault)
    assert "drafts.damaged" in desk.window.message_bar.text
    desk.shot("drafts-damaged")
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    _leave(desk)
    desk = enter(vault)
    assert CasesPage(desk).new_form.title.value == "Half a title"


SPOILT: tuple[Callable[[dict[str, Any]], object], ...] = (
    lambda draft: draft.pop("typed"),
    lambda draft: draft.update(kind="nothing"),
    lambda draft: draft.update(case="no id"),
    lambda draft: draft.update(letters=None),
)


def test_drafts_of_another_version_harm_nothing(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    ids = fill(desk, 2)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    _leave(desk)
    desk = enter(vault)
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    (written,) = file.load().drafts
    CasesPage(desk).new_form.view.mark_clean()
    _leave(desk)
    spoilt = []
    for spoil in SPOILT:
        spoilt.append(copy.deepcopy(written))
        spoil(spoilt[-1])
    first = {**written, "case": ids[0], "record": ids[0], "typed": {"title": "of another version"}}
    second = {**written, "case": ids[1], "record": ids[1], "letters": [99, 0, ["x"]]}
    third = {**written, "letters": [0]}
    file.save([*spoilt, first, second, third])
    desk = enter(vault)
    assert UnsavedForms(desk).number == records.N_NOT_SAVED.format(3)
    CasesPage(desk).show_case(ids[0])
    assert records.TYPED_IN_OTHER_VERSION in CasesPage(desk).summary.problem
    CasesPage(desk).show_case(ids[1])
    assert CasesPage(desk).summary.title.value == "Half a title"


def test_typing_without_a_pause_is_handed_over_all_the_same(desk: Driver) -> None:
    key(desk, "Ctrl+N")
    form = CasesPage(desk).new_form
    handed: list[object] = []
    form.view.drafted.connect(handed.append)

    def typed_on() -> bool:
        type_(desk, "x")
        return bool(handed)

    desk.until(typed_on, 10)
    assert form.is_new


def test_people_of_a_draft_that_are_gone_do_not_keep_it_shut(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    ids = fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    EventForm(desk).view.flush_draft()
    assert desk.window.desk is not None
    who = RecordId(str(desk.window.desk.reader.get(ids[0]).values("parties")[0]["party"]))
    CasesPage(desk).timeline.close_form()
    change(desk, lambda session: parties.remove(session, who))
    _leave(desk)
    desk = enter(vault)
    assert EventForm(desk).type.value == "detained"


def test_drafts_of_what_is_forgotten_leave_the_window_too(desk: Driver) -> None:
    ids = fill(desk, 2)
    cases_page = CasesPage(desk)
    cases_page.show_summary()
    for case in ids:
        cases_page.show_case(case)
        cases_page.summary.narrative.write("words")
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    desk.until(lambda: len(file.load().drafts) == 2)
    file.purge(lambda draft: draft["case"] == ids[1])
    change(desk, lambda session: cases.edit(session, ids[0], {"note": "of no concern"}))
    assert UnsavedForms(desk).number == records.N_NOT_SAVED.format(1)
    assert cases_page.summary.narrative.value == ""
    assert not cases_page.summary.is_dirty
    desk.window.close()
    assert [draft["case"] for draft in file.load().drafts] == [ids[0]]
