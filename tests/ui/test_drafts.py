"""What was typed and not saved is there when the vault is opened again, letter for letter."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from hrddesk.actions import cases, events, parties
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk_ui.dialogs.party_edit import PartyEdit
from hrddesk_ui.translation import Language
from hrddesk_ui.views.people_view import PeopleView
from tests.ui.casework import change, event_form, fill, key, page, person_form, say_subject, stored, type_
from tests.ui.driver import Driver
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
    form = event_form(desk)
    form.date.line.setFocus()
    type_(desk, "2020-0")
    form.people.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "somebody ")
    form.charges.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "寻衅滋事")
    form.summary.setFocus()
    type_(desk, "凌晨被带走。")
    type_(desk, UYGHUR + TIBETAN)
    key(desk, "Return")
    type_(desk, "  two spaces, and then")
    for _ in range(4):
        key(desk, "Left")
    written = form.summary.toPlainText()
    _leave(desk)

    desk = enter(vault)
    assert records.NOT_SAVED in desk.window.message_bar.text
    assert desk.frame.top.unsaved.isVisible()
    form = event_form(desk)
    desk.shot("draft-one-again")
    assert form.summary.toPlainText() == written
    assert form.summary.hasFocus()
    assert form.summary.textCursor().position() == len(written) - 4
    assert form.type.value() == "detained"
    assert form.date.value() == "2020-0"
    assert form.people.drafts()[-1]["typed"] == "somebody"
    assert _focus_line(form.people.rows[-1].stops()[0]).text() == "somebody "
    assert form.charges.entries()[0]["raw"] == "寻衅滋事"
    type_(desk, "X")
    assert form.summary.toPlainText() == written[:-4] + "X" + written[-4:]
    assert stored(desk, Kind.EVENT) == 2


def test_several_forms_are_listed_opened_and_thrown_away(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    made = fill(desk, 2)
    cases_page = page(desk)
    cases_page.show_case(made[0])
    key(desk, "Ctrl+P")
    say_subject(desk)
    type_(desk, TIBETAN)
    cases_page.case.tabs.setCurrentWidget(cases_page.case.summary)
    cases_page.case.summary.form.narrative.setFocus()
    type_(desk, "A narrative ")
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    people = desk.page("people")
    assert isinstance(people, PeopleView)
    key(desk, "Ctrl+N")
    type_(desk, "Nobody Yet")
    people.table.setFocus()
    people.table.selectRow(0)
    people.open_record(people.model.id_at(0))
    form = people.pane.form
    assert isinstance(form, PartyEdit)
    form.note.setFocus()
    type_(desk, "a note")
    _leave(desk)

    desk = enter(vault)
    view = desk.frame.unsaved
    assert view.isVisible()
    assert desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(5)
    assert desk.focus() is view.forms
    rows = [view.forms.item(row).text() for row in range(view.forms.count())]
    for words in ("Half a title", "Nobody Yet", "Willow Lane 1", "谭若岚", "བསྟན"):
        assert any(words in row for row in rows), (words, rows)
    desk.shot("drafts-list")
    desk.window.speak(Language.CHINESE)
    desk.click(desk.frame.top.unsaved)
    desk.shot("drafts-list-zh")
    desk.window.speak(Language.ENGLISH)

    def open_row(words: str, kind: str = "") -> None:
        desk.click(desk.frame.top.unsaved)
        view = desk.frame.unsaved
        texts = [view.forms.item(row).text() for row in range(view.forms.count())]
        view.forms.setCurrentRow(
            next(row for row, text in enumerate(texts) if words in text and kind in text)
        )
        key(desk, "Return")

    open_row("Half a title")
    assert page(desk).new_form.title.text() == "Half a title"
    assert desk.focus() is page(desk).new_form.title
    open_row("Willow Lane 1 · typed", "Case · ")
    assert page(desk).case.summary.form.narrative.toPlainText() == "A narrative "
    assert desk.focus() is page(desk).case.summary.form.narrative
    open_row("བསྟན")
    assert person_form(desk).names.rows[0].stops()[0].hasFocus()
    assert _focus_line(person_form(desk).names.rows[0].stops()[0]).text() == TIBETAN
    open_row("谭若岚")
    people = desk.frame.page(PeopleView.name)
    assert isinstance(people, PeopleView)
    form = people.pane.form
    assert isinstance(form, PartyEdit)
    assert form.note.value() == "a note"
    open_row("Nobody Yet")
    form = people.pane.form
    assert isinstance(form, PartyEdit)
    assert form.names.entries()[0]["name"] == "Nobody Yet"
    desk.click(desk.frame.top.unsaved)
    for left in range(4, -1, -1):
        desk.click(desk.frame.unsaved.drop_button)
        desk.click(desk.frame.unsaved.confirm.yes)
        assert desk.frame.unsaved.forms.count() == left
    assert not desk.frame.top.unsaved.isVisible()
    assert people.pane.form is None
    assert page(desk).case.summary.form.narrative.toPlainText() == ""
    desk.page("cases")
    key(desk, "Ctrl+N")
    assert page(desk).new_form.title.text() == ""
    _leave(desk)
    assert not (vault / "drafts.bin").exists()
    desk = enter(vault)
    assert not desk.frame.unsaved.isVisible()
    assert records.NOT_SAVED not in desk.window.message_bar.text


def test_a_draft_of_what_was_changed_meanwhile_says_so_and_saves_only_what_was_typed(
    vault: Path, enter: Enter
) -> None:
    desk = enter(vault)
    fill(desk, 1)
    assert desk.window.desk is not None
    event = desk.window.desk.reader.ids(Kind.EVENT)[0]
    page(desk).case.timeline.open(event)
    event_form(desk).place.setFocus()
    type_(desk, "at the mill")
    _leave(desk)
    desk = enter(vault)
    assert event_form(desk).problem_text == ""
    page(desk).case.timeline.pane.put_away()
    change(desk, lambda session: events.edit(session, event, {"date": "2021", "summary": "theirs"}))
    _leave(desk)

    desk = enter(vault)
    form = event_form(desk)
    assert records.CHANGED_SINCE_TYPED in form.problem_text
    desk.shot("draft-changed-since")
    assert form.place.text() == "at the mill"
    type_(desk, "!")
    assert records.CHANGED_SINCE_TYPED in form.problem_text
    key(desk, "Ctrl+S")
    desk.until(lambda: page(desk).case.timeline.form is None)
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
    made = fill(desk, 2)
    assert desk.window.desk is not None
    first = desk.window.desk.reader.events_of_case(made[0])[0].id
    page(desk).show_case(made[0])
    page(desk).case.timeline.open(first)
    event_form(desk).place.setFocus()
    type_(desk, "at the mill")
    page(desk).show_case(made[1])
    page(desk).table.setFocus()
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    page(desk).show_case(made[0])
    page(desk).case.timeline.pane.put_away()
    change(desk, lambda session: events.remove(session, first))
    change(desk, lambda session: cases.remove(session, made[1]))
    _leave(desk)
    return enter(vault), first, made


def _choose(desk: Driver, words: str) -> None:
    view = desk.frame.unsaved
    for row in range(view.forms.count()):
        view.forms.setCurrentRow(row)
        if words in view.trouble.text():
            return
    raise AssertionError(words)


def test_drafts_of_what_was_deleted_meanwhile_say_so(vault: Path, enter: Enter) -> None:
    desk, _, _ = _deleted_meanwhile(vault, enter)
    view = desk.frame.unsaved
    assert view.isVisible()
    assert view.forms.count() == 2
    _choose(desk, records.CASE_DELETED)
    assert records.A_DELETED_CASE in view.forms.currentItem().text()
    assert view.open_button.text() == records.REVIVE_CASE
    _choose(desk, records.RECORD_DELETED)
    assert view.open_button.text() == records.REVIVE_RECORD
    assert view.open_button.accessibleName() == view.open_button.text()
    desk.shot("drafts-deleted-since")


def test_a_deleted_record_comes_back_with_its_draft_and_goes_again(vault: Path, enter: Enter) -> None:
    desk, event, _ = _deleted_meanwhile(vault, enter)
    _choose(desk, records.RECORD_DELETED)
    desk.click(desk.frame.unsaved.open_button)
    desk.until(lambda: records.RECORD_REVIVED in desk.window.message_bar.text)
    assert event_form(desk).place.text() == "at the mill"
    assert event_form(desk).problem_text == ""
    desk.shot("draft-brought-back")
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: records.UNDONE.format("") in desk.window.message_bar.text)
    assert desk.window.desk is not None
    assert desk.window.desk.reader.find(event) is None
    desk.click(desk.frame.top.unsaved)
    assert desk.frame.unsaved.forms.count() == 2  # what was typed stays
    _choose(desk, records.RECORD_DELETED)
    desk.frame.unsaved.forms.setFocus()
    key(desk, "Return")
    desk.until(lambda: records.RECORD_REVIVED in desk.window.message_bar.text)
    key(desk, "Ctrl+S")
    desk.until(lambda: page(desk).case.timeline.form is None)
    assert desk.window.desk.reader.get(event).text("place_text") == "at the mill"


def test_a_case_and_a_record_that_went_before_it_come_back_for_a_draft(vault: Path, enter: Enter) -> None:
    desk, event, made = _deleted_meanwhile(vault, enter)
    _choose(desk, records.CASE_DELETED)
    desk.click(desk.frame.unsaved.open_button)
    desk.until(lambda: records.CASE_REVIVED in desk.window.message_bar.text)
    assert event_form(desk).type.value() == "detained"
    change(desk, lambda session: cases.remove(session, made[0]))
    desk.click(desk.frame.top.unsaved)
    _choose(desk, records.CASE_DELETED)
    desk.click(desk.frame.unsaved.open_button)
    desk.until(lambda: event_form(desk).place.text() == "at the mill")
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
    left = desk.frame.top.unsaved.isVisible()
    assert stored(desk, Kind.EVENT) == (2 if left else 3)  # a job that had not begun is cancelled


def test_a_lock_keeps_what_was_typed_a_moment_before(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    key(desk, "Ctrl+L")
    desk.until(lambda: bool(desk.resumed))
    desk = enter(vault)
    assert page(desk).new_form.title.text() == "Half a title"
    key(desk, "Escape")
    desk.click(page(desk).new_form.confirm.yes)
    assert not desk.frame.top.unsaved.isVisible()


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
    assert page(desk).new_form.title.text() == "Half a title"


SPOILT: tuple[Callable[[dict[str, Any]], object], ...] = (
    lambda draft: draft.pop("typed"),
    lambda draft: draft.update(kind="nothing"),
    lambda draft: draft.update(case="no id"),
    lambda draft: draft.update(letters=None),
)


def test_drafts_of_another_version_harm_nothing(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    made = fill(desk, 2)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    _leave(desk)
    desk = enter(vault)
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    (written,) = file.load().drafts
    page(desk).new_form.mark_clean()
    _leave(desk)
    left = []
    for spoil in SPOILT:
        left.append(copy.deepcopy(written))
        spoil(left[-1])
    first = {**written, "case": made[0], "record": made[0], "typed": {"title": "of another version"}}
    second = {**written, "case": made[1], "record": made[1], "letters": [99, 0, ["x"]]}
    third = {**written, "letters": [0]}
    file.save([*left, first, second, third])
    desk = enter(vault)
    assert desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(3)
    page(desk).show_case(made[0])
    assert records.TYPED_IN_OTHER_VERSION in page(desk).case.summary.form.problem_text
    page(desk).show_case(made[1])
    assert page(desk).case.summary.form.title.text() == "Half a title"


def test_typing_without_a_pause_is_handed_over_all_the_same(desk: Driver) -> None:
    key(desk, "Ctrl+N")
    form = page(desk).new_form
    handed: list[object] = []
    form.drafted.connect(handed.append)

    def typed_on() -> bool:
        type_(desk, "x")
        return bool(handed)

    desk.until(typed_on, 10)
    assert isinstance(form.stored, type(None))


def test_people_of_a_draft_that_are_gone_do_not_keep_it_shut(vault: Path, enter: Enter) -> None:
    desk = enter(vault)
    made = fill(desk, 1)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    event_form(desk).flush_draft()
    assert desk.window.desk is not None
    who = RecordId(str(desk.window.desk.reader.get(made[0]).values("parties")[0]["party"]))
    page(desk).case.timeline.pane.put_away()
    change(desk, lambda session: parties.remove(session, who))
    _leave(desk)
    desk = enter(vault)
    assert event_form(desk).type.value() == "detained"


def test_drafts_of_what_is_forgotten_leave_the_window_too(desk: Driver) -> None:
    made = fill(desk, 2)
    cases_page = page(desk)
    cases_page.case.tabs.setCurrentWidget(cases_page.case.summary)
    for case in made:
        cases_page.show_case(case)
        cases_page.case.summary.form.narrative.setFocus()
        type_(desk, "words")
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    desk.until(lambda: len(file.load().drafts) == 2)
    file.purge(lambda draft: draft["case"] == made[1])
    change(desk, lambda session: cases.edit(session, made[0], {"note": "of no concern"}))
    assert desk.frame.top.unsaved.text() == records.N_NOT_SAVED.format(1)
    assert cases_page.case.summary.form.narrative.value() == ""
    assert not cases_page.case.summary.form.dirty
    desk.window.close()
    assert [draft["case"] for draft in file.load().drafts] == [made[0]]
