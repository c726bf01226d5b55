"""Texts beside the first one are written, changed and read in the window."""

from pathlib import Path

from hrddesk.actions.records import record_texts
from hrddesk.records.model.kinds import Kind
from hrddesk.records.texts.texts import texts_of
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.ui.casework import fill, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.case_parts import EvidencePart
from tests.ui.page_objects.record_texts import OtherTexts, TextReaderPart
from tests.ui.page_objects.records import CasesPage


def test_a_translation_is_written_and_changed_in_the_form(desk: Driver) -> None:
    fill(desk, 1)
    page = CasesPage(desk)
    page.show_summary()
    reader, record = desk.frame.desk.reader, page.case
    assert record is not None
    texts = OtherTexts(desk, page.summary)
    texts.open()
    desk.settled()
    texts.add()
    texts.focus_body()
    type_(desk, "Se fue.")
    texts.choose_language("es")
    desk.shot("texts")
    key(desk, "Ctrl+S")
    desk.until(lambda: [text.language for text in texts_of(reader.get(record))][-1:] == ["es"])
    desk.settled()
    first = texts_of(reader.get(record))[-1]
    assert texts.count == 1
    texts.focus_body()
    key(desk, "Ctrl+End")
    type_(desk, " Nadie lo vio.")
    texts.tick_checked()
    key(desk, "Ctrl+S")
    desk.until(lambda: texts_of(reader.get(record))[-1].checked)
    changed = texts_of(reader.get(record))[-1]
    assert (changed.field, changed.body) == (first.field, "Se fue. Nadie lo vio.")


def test_a_long_interview_is_read_inside_and_found_at_its_place(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    page, evidence, reading = CasesPage(desk), EvidencePart(desk), TextReaderPart(desk)
    file = tmp_path / "tape.txt"
    file.write_bytes(b"a tape")
    reader = desk.frame.desk.reader
    evidence.show()
    evidence.take(file)
    desk.until(lambda: any(True for _ in reader.all(Kind.EVIDENCE)))
    (tape,) = reader.all(Kind.EVIDENCE)
    interview = "She was asked again and again. " * 3_000 + "The reservoir was empty. " + "Nobody came. " * 50

    def add(session: Session, job: Job) -> Outcome[None]:
        parts = {"body": interview, "language": "en", "kind": "transcript", "by": "heron"}
        return record_texts.add(session, tape.id, parts)

    desk.frame.desk.change(evidence.view, add, lambda _: None)
    desk.until(lambda: len(texts_of(reader.get(tape.id))) == 1)
    desk.settled()
    (text,) = texts_of(reader.get(tape.id))
    evidence.view.list.select(tape.id)
    reading.open(tape.id)
    assert reading.is_visible()
    assert reading.text == interview
    assert "heron" in reading.about
    page.view.case.go_to_field(tape.id, text.field, "reservoir")
    assert reading.selected == "reservoir"
    desk.shot("reader")
    key(desk, "Escape")
    assert not reading.is_visible()
    reading.open_by_button()
    assert reading.is_visible()
