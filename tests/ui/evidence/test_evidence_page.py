"""Evidence by the window: in by a dialog or by being dropped, out only after a warning, all of it logged."""

import hashlib
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from hrddesk.actions.records.evidence import CustodyEntry
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.evidence.evidence_detail_view import EvidenceDetailView, size_in_words
from hrddesk_ui.pages.drafts import Drafts
from tests.ui.casework import fill, key, stored
from tests.ui.driver import Driver
from tests.ui.page_objects.case_parts import EvidencePart
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def drop(evidence: EvidencePart, *paths: Path) -> None:
    """Drag files over the page and let them go, as a file manager does."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(20, 20), copy, files, button, plain)
    QApplication.sendEvent(evidence.view, enter)
    if enter.isAccepted():
        QApplication.sendEvent(evidence.view, QDropEvent(QPointF(20, 20), copy, files, button, plain))


def choose(desk: Driver, path: Path) -> None:
    """Type a name into Qt's own file dialog."""
    desk.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desk.until(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    desk.fill(name, str(path))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    desk.click(buttons.buttons()[0])
    desk.until(lambda: QApplication.activeModalWidget() is None)
    desk.window.activateWindow()  # a bare X server gives the keyboard back to nobody
    desk.until(desk.window.isActiveWindow)


def test_files_that_are_dropped_are_sealed_and_hashed(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    desk.shot("evidence-empty")
    letter, picture = tmp_path / "letter 信件.txt", tmp_path / "picture.png"
    letter.write_text("An invented letter.\n" * 9000, "utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    drop(evidence, letter, picture)
    desk.until(lambda: len(evidence.list.entries) == 2)
    assert letter.exists()  # the original is the person's own affair
    assert records.ORIGINAL_STAYS in desk.window.message_bar.text
    first, second = evidence.list.entries
    assert first.first == "letter 信件.txt"
    assert "text/plain" in first.second
    assert "image/png" in second.second
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(first.id)
    assert record.text("sha256") == hashlib.sha256(letter.read_bytes()).hexdigest()
    desk.until(lambda: len(evidence.log) == 1)
    desk.shot("evidence-two")


def test_a_folder_is_refused_in_the_bar(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    drop(evidence, tmp_path)
    assert records.NO_FOLDER_AS_EVIDENCE in desk.window.message_bar.text
    text = QMimeData()
    text.setText("not a file")
    enter = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(evidence.view, enter)
    assert not enter.isAccepted()
    assert stored(desk, Kind.EVIDENCE) == 0


def test_a_copy_goes_out_after_a_warning_and_the_log_says_so(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    source, copy = tmp_path / "paper.pdf", tmp_path / "copy.pdf"
    source.write_bytes(b"%PDF-1.7\n" + b"invented" * 20_000)
    key(desk, "Ctrl+D")
    choose(desk, source)
    desk.until(lambda: len(evidence.list.entries) == 1)
    desk.until(lambda: len(evidence.log) == 1)
    evidence.list.enter()
    key(desk, "Return")
    assert evidence.view.file.save_button.hasFocus()
    key(desk, "Space")
    assert records.COPY_READABLE_TO_ALL in evidence.question
    desk.shot("evidence-warning")
    key(desk, "Escape")
    assert evidence.question == ""
    assert evidence.view.file.save_button.hasFocus()
    key(desk, "Space")
    evidence.confirm()
    choose(desk, copy)
    desk.until(lambda: len(evidence.log) == 2)
    assert copy.read_bytes() == source.read_bytes()
    assert records.COPY_SAVED_OUTSIDE in evidence.log[1]
    desk.until(lambda: records.COPY_HASH_RIGHT in desk.window.message_bar.text)
    evidence.view.file.save_button.setFocus()
    key(desk, "Space")
    evidence.confirm()
    choose(desk, copy)  # nothing of ours overwrites
    desk.until(lambda: records.FILE_EXISTS in desk.window.message_bar.text)
    assert desk.window.message_bar.tone == "bad"
    evidence.view.file.save_button.setFocus()
    key(desk, "Escape")
    assert not evidence.view.file.isVisible()
    assert evidence.list.has_keyboard


def _photograph(folder: Path) -> Path:
    """Return an invented photograph whose camera says whose it is."""
    picture = Image.new("RGB", (1200, 800), "white")
    picture.paste((26, 100, 120), (100, 100, 700, 700))
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-SOMEBODY"
    path = folder / "street corner.jpg"
    picture.save(path, "JPEG", exif=exif)
    return path


def test_demand_3_a_photograph_is_shown_small_and_its_redacted_copy_points_to_it(
    desk: Driver, tmp_path: Path
) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    drop(evidence, _photograph(tmp_path))
    desk.until(lambda: evidence.shows_picture)
    assert evidence.view.file.picture.pixmap().width() == 360
    assert not any("CAMERA" in words for words in evidence.file_words)
    covered = tmp_path / "faces covered.jpg"
    Image.new("RGB", (300, 200), "black").save(covered)
    evidence.derive()
    choose(desk, covered)
    desk.until(lambda: len(evidence.list.entries) == 2)
    desk.until(lambda: evidence.shown_file == evidence.list.entries[1].id and evidence.shows_picture)
    desk.shot("evidence-derivative")
    assert desk.window.desk is not None
    original, copy = (evidence.list.entries[row].id for row in (0, 1))
    assert desk.window.desk.reader.get(copy).text("derived_from") == original
    assert any("street corner.jpg" in words for words in evidence.file_words)
    evidence.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    desk.until(lambda: evidence.shown_file == original and evidence.shows_picture)
    assert any("faces covered.jpg" in words for words in evidence.file_words)
    desk.shot("evidence-original")


def test_demand_3_what_is_opened_outside_comes_after_a_warning_and_is_erased_by_the_lock(
    desk: Driver, tmp_path: Path
) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    drop(evidence, _photograph(tmp_path))
    desk.until(lambda: len(evidence.log) == 1)
    evidence.lend()
    assert records.TRACES_STAY in evidence.question
    desk.shot("evidence-lend")
    assert desk.window.desk is not None
    lent = desk.window.desk.lent
    key(desk, "Escape")
    before = lent.folder
    assert before is None
    evidence.lend()
    evidence.confirm()
    desk.until(lambda: len(evidence.log) == 2)
    assert records.LOOKED_AT in evidence.log[1]
    folder = lent.folder
    assert folder is not None
    (copy,) = folder.iterdir()
    assert str(copy) in desk.window.message_bar.text
    assert records.OVERWRITTEN_AT_LOCK in desk.window.message_bar.text
    desk.shot("evidence-lent")
    desk.key("Ctrl+L")
    desk.until(lambda: bool(desk.resumed))
    assert not folder.exists()


def test_a_file_is_described_and_what_was_typed_is_kept(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    drop(evidence, _photograph(tmp_path))
    desk.until(lambda: len(evidence.log) == 1)
    evidence.list.enter()
    key(desk, "F2")
    assert evidence.form.title.hasFocus()
    desk.text("The corner where it was")
    for _ in range(3):
        key(desk, "Tab")
    desk.text("Heron")
    desk.shot("evidence-describe")
    CasesPage(desk).timeline.show()
    assert desk.window.desk is not None
    drafts = Drafts.of(desk.window.desk)
    desk.until(lambda: len(drafts.keys()) == 1)
    CasesPage(desk).view.case.open_draft(drafts.keys()[0])
    assert evidence.is_current
    key(desk, "Ctrl+S")
    desk.until(lambda: not evidence.has_form)
    desk.until(lambda: len(evidence.log) == 2)
    assert records.DESCRIPTION_CHANGED in evidence.log[1]
    assert f"{records.FROM_WHOM}: {records.NOTHING} → Heron" in evidence.log[1]
    record = desk.window.desk.reader.get(evidence.list.entries[0].id)
    assert (record.text("title"), record.text("from_whom")) == ("The corner where it was", "Heron")
    assert evidence.list.entries[0].first == "The corner where it was"
    assert drafts.keys() == []


def test_a_file_that_is_gone_is_said(desk: Driver, tmp_path: Path) -> None:
    fill(desk, 1)
    evidence = CasesPage(desk).evidence
    evidence.show()
    evidence.take(tmp_path / "gone.txt")
    desk.until(lambda: records.FILE_UNREADABLE in desk.window.message_bar.text)
    assert stored(desk, Kind.EVIDENCE) == 0


def test_sizes_are_told_for_people_and_exactly() -> None:
    assert size_in_words(17) == "17 bytes"
    assert "95" in size_in_words(95_000)
    assert "B)" in size_in_words(95_000)


def test_what_another_log_says_is_marked(qtbot: QtBot) -> None:
    view = EvidenceDetailView()
    qtbot.addWidget(view)
    view.shown = RecordId("ab" * 16)
    entries = [
        CustodyEntry(number=7, time=60, who="R2WQ", what="evidence.added", is_received=True),
        CustodyEntry(number=0, time=120, who="\u202eR2WQ", what="given to the notary", is_received=True),
        CustodyEntry(number=12, time=180, who="K7QX", what="import"),
        CustodyEntry(number=9, time=240, who="R2WQ", what="<b>zzz", is_received=True, says="Heron"),
    ]
    view.show_log(view.shown, entries, {})
    assert (
        view.log.item(3).text()
        == f"1970-01-01 00:04 UTC   <b>zzz   R2WQ   ({records.LOG_OF_CONTACT.format('Heron')})"
    )
    assert [view.log.item(row).text() for row in range(3)] == [
        f"1970-01-01 00:01 UTC   {records.TAKEN_INTO_VAULT}   R2WQ   ({records.LOG_OF_OTHER_DESK})",
        f"1970-01-01 00:02 UTC   given to the notary   \ufffdR2WQ   ({records.LOG_OF_OTHER_DESK})",
        f"1970-01-01 00:03 UTC   {records.IMPORTED}   K7QX   #12",
    ]
