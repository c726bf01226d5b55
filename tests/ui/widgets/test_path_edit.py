"""The dialog that asks for a path: it proposes a name that is free, and speaks the language of the window."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import Driver


def _save(desk: Driver, folder: Path, chosen: list[Path]) -> QFileDialog:
    return choose_path(
        desk.window,
        "Where",
        Purpose.SAVE_FILE,
        chosen.append,
        start=folder,
        pattern="PDF files (*.pdf)",
        suffix="pdf",
        name="publication.pdf",
    )


def test_a_name_is_proposed_that_nothing_has_yet(gate: Driver, tmp_path: Path) -> None:
    for taken, proposed in ((), "publication.pdf"), (("publication.pdf",), "publication-2.pdf"):
        for name in taken:
            (tmp_path / name).touch()
        chosen: list[Path] = []
        dialog = _save(gate, tmp_path, chosen)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        assert field.text() == proposed
        gate.bot.keySequence(field, "Return")
        gate.until(partial(bool, chosen))
        assert chosen == [tmp_path / proposed]


def test_what_lies_beside_a_file_counts_as_taken(gate: Driver, tmp_path: Path) -> None:
    (tmp_path / "publication.pdf.sig").touch()
    (tmp_path / "publication-2.pdf").symlink_to(tmp_path / "nowhere")
    field = _save(gate, tmp_path, []).findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "publication-3.pdf"


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_word_of_the_dialog_is_chinese_in_a_chinese_window(
    gate: Driver, tmp_path: Path, purpose: Purpose
) -> None:
    gate.window.speak(WindowLanguage.CHINESE)
    dialog = choose_path(gate.window, "哪里", purpose, lambda path: None, start=tmp_path)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(words) >= 3
    assert [text for text in words if text.isascii()] == []
