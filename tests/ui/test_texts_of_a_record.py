"""Texts beside the first one are written, changed and read in the window."""

from pathlib import Path

from hrddesk.actions import record_texts
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.texts import texts_of
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.widgets.texts_edit import LanguageEdit, TextRow, TextsEdit
from tests.ui.casework import fill, key, page, type_
from tests.ui.driver import Driver


def test_a_translation_is_written_and_changed_in_the_form(desk: Driver) -> None:
    fill(desk, 1)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    form = case.summary.form
    (button,) = (each for each in form.page.more if each.text().startswith("Other texts"))
    desk.click(button)
    assert desk.window.desk is not None
    reader, record = desk.window.desk.reader, case.case
    assert record is not None
    desk.settled()
    rows = form.page.findChild(TextsEdit)
    assert rows is not None
    desk.click(rows.add_button)
    row = rows.rows[-1]
    assert isinstance(row, TextRow)
    row.body.setFocus()
    type_(desk, "Se fue.")
    language = row.stops()[0]
    assert isinstance(language, LanguageEdit)
    language.set_value("es")
    desk.shot("texts")
    key(desk, "Ctrl+S")
    desk.until(lambda: [text.language for text in texts_of(reader.get(record))][-1:] == ["es"])
    desk.settled()
    first = texts_of(reader.get(record))[-1]
    (row,) = rows.rows
    assert isinstance(row, TextRow)
    row.body.setFocus()
    key(desk, "Ctrl+End")
    type_(desk, " Nadie lo vio.")
    row.checked.click()
    key(desk, "Ctrl+S")
    desk.until(lambda: texts_of(reader.get(record))[-1].checked)
    changed = texts_of(reader.get(record))[-1]
    assert (changed.field, changed.body) == (first.field, "Se fue. Nadie lo vio.")


def test_a_long_interview_is_read_inside_and_found_at_its_place(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    case = page(desk).case
    file = tmp_path / "tape.txt"
    file.write_bytes(b"a tape")
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    case.tabs.setCurrentWidget(case.evidence)
    case.evidence.take([file])
    desk.until(lambda: any(True for _ in reader.all(Kind.EVIDENCE)))
    (tape,) = reader.all(Kind.EVIDENCE)
    interview = "She was asked again and again. " * 3_000 + "The reservoir was empty. " + "Nobody came. " * 50

    def add(session: Session, job: Job) -> tuple[None, Changes]:
        parts = {"body": interview, "language": "en", "kind": "transcript", "by": "heron"}
        return None, record_texts.add(session, tape.id, parts)

    desk.window.desk.change(case.evidence, add, lambda _: None)
    desk.until(lambda: len(texts_of(reader.get(tape.id))) == 1)
    desk.settled()
    (text,) = texts_of(reader.get(tape.id))
    case.evidence.list.select(tape.id)
    case.evidence.read(tape.id)
    view = case.evidence.reader
    assert view.isVisible()
    assert view.body.toPlainText() == interview
    assert "heron" in view.about.text()
    case.go_to_field(tape.id, text.field, "reservoir")
    assert view.body.textCursor().selectedText() == "reservoir"
    desk.shot("reader")
    key(desk, "Escape")
    assert not view.isVisible()
    desk.click(case.evidence.file.read_button)
    assert view.isVisible()
