"""Somebody new publishes the sample by what the help says, step by step, with keys and mouse.

The steps are read from the help itself: each name in them must stand in the window, on something that can be
pressed or chosen at that moment. So neither can change without the other.
"""

import re
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt import exceptions

from hrddesk.cli import program
from hrddesk.system import paths
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.e2e.hands import Hands
from tests.made import argon2id_once, deriving_by
from tests.ui import sample
from tests.ui.driver import Driver
from tests.ui.texts import publishing

pytestmark = pytest.mark.timeout(180)
PDF: Final = "publication.pdf"  # as the window proposes
_NAMED: Final = {
    WindowLanguage.ENGLISH: re.compile(r"\*([^*]+)\*"),
    WindowLanguage.CHINESE: re.compile("“([^”]+)”"),
}
_MOST_ANSWERS: Final = 60


def _page(language: WindowLanguage, name: str) -> str:
    return (paths.resources() / "help" / language.value / f"{name}.md").read_text("utf-8")


def _names(text: str, language: WindowLanguage) -> list[str]:
    return _NAMED[language].findall(text)


def _steps(language: WindowLanguage) -> list[list[str]]:
    """Return what each step of the page on publishing names, in its order."""
    part = _page(language, "publish").split("\n## ")[1]
    lines = re.findall(r"^(\d+)\. (.*)$", part, re.MULTILINE)
    assert [int(number) for number, _ in lines] == list(range(1, len(lines) + 1))
    return [_names(words, language) for _, words in lines]


def _is_called(text: str, name: str) -> bool:
    """Tell whether a button has a name, or begins with it and says more behind a colon, or its key."""
    begins = re.sub(r" ?…$", "", name)
    return text == name or text.startswith((f"{begins}: ", f"{begins}：", f"{begins} ("))


class Reader(Hands):
    """Reads names in the help and looks for them in the window, as somebody does who has never seen it."""

    def _seen(self, name: str) -> Callable[[], None] | None:
        """Return how what is called so is used; None where nothing in sight is."""
        window = self.driver.window
        for bar in window.findChildren(QTabBar):
            for tab in range(bar.count()):
                called = bar.tabText(tab).partition(":")[0].partition("：")[0]
                if bar.isVisible() and bar.isTabVisible(tab) and called == name:
                    place = bar.tabRect(tab).center()
                    return partial(self._click_at, bar, place)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and _is_called(button.text(), name):
                return partial(self._press, button)
        for label in window.findChildren(QLabel):
            buddy = label.buddy()
            if label.isVisible() and label.text() == name and isinstance(buddy, QComboBox):
                return buddy.setFocus
        return None

    def _click_at(self, bar: QTabBar, place: QPoint) -> None:
        self.driver.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)

    def _press(self, button: QAbstractButton) -> None:
        self.until(button.isEnabled)
        self.driver.click(button)

    def can_press(self, name: str) -> bool:
        """Whether a button of that name is there to be pressed."""
        buttons = self.driver.window.findChildren(QAbstractButton)
        return any(
            each.isVisible() and each.isEnabled() and _is_called(each.text(), name) for each in buttons
        )

    def use(self, name: str, home: Path) -> None:
        """Do what a step says about one name, and answer the dialog that it leads to."""
        found: list[Callable[[], None]] = []

        def is_seen() -> bool:
            found[:] = [way for way in (self._seen(name),) if way is not None]
            return bool(found)

        try:
            self.until(is_seen, 5)
        except exceptions.TimeoutError:
            raise AssertionError(f"the help names “{name}”, and nothing in the window is called so") from None
        found[0]()
        QApplication.processEvents()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            self._choose(dialog, home)
        self.driver.settled()

    def give_reasons(self) -> None:
        """Type a reason into each line that asks for one."""
        for line in self.driver.window.findChildren(QLineEdit):
            if line.isVisible() and line.placeholderText() in (publishing.REASON, "理由"):
                self.driver.fill(line, "for the test")

    def _choose(self, dialog: QFileDialog, home: Path) -> None:
        """Take the name that is proposed for a new file; to open one, type the name of the PDF."""
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            self.answer(home / PDF)
            return
        dialog.activateWindow()
        self.until(dialog.isActiveWindow)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        assert field.text()
        self.driver.bot.keySequence(field, "Return")
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.come_back()


def _open_the_sample(reader: Reader, language: WindowLanguage, home: Path) -> None:
    said = _page(language, "start").split("\n## ")[1]
    assert "`hrddesk demo " in said
    vault, passphrase = sample.folder(home / "sample")
    assert f"`{vault.name}`" in said
    assert "`passphrase.txt`" in said
    (name,) = (each for each in _names(said, language) if not each.startswith("../"))
    reader.use(name, home)
    reader.write(str(vault))
    reader.press("Tab", "Tab")
    with deriving_by(argon2id_once):
        reader.write(passphrase)
        reader.press("Return")
        reader.until(lambda: reader.driver.window.frame is not None)
    reader.driver.settled()


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_the_sample_is_published_by_the_steps_of_the_help(
    start: Callable[[Resume], Driver],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: WindowLanguage,
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    desk = start(Resume(language=language.value, scheme="light"))
    desk.window.resize(1024, 700)
    reader = Reader(desk)
    _open_the_sample(reader, language, home)
    steps = _steps(language)
    assert [len(names) for names in steps] == [3, 2, 1, 5, 2, 1, 2, 2]
    review, _, _, cover, confirm = steps[3]
    told: list[str] = []
    for number, names in enumerate(steps, 1):
        if number != 4:
            for name in names:
                reader.use(name, home)
            if number == 5:
                reader.give_reasons()
        else:
            reader.use(review, home)
            for _ in range(_MOST_ANSWERS):
                desk.bot.wait(300)  # what comes faster is taken for a slip
                asked = [name for name in (cover, confirm) if reader.can_press(name)]
                if not asked:
                    break
                reader.use(asked[0], home)
        if number in (6, 7):
            told.append(_told(reader, home / PDF, told))
        desk.shot(f"help-step-{number}-{language.value}")
    assert sorted(path.name for path in home.iterdir() if path.is_file()) == [
        "allowed_signers",
        PDF,
        f"{PDF}.sig",
    ]
    _holds(home, language, capsys)


def _told(reader: Reader, path: Path, before: list[str]) -> str:
    """Wait until the message bar says something new about the file, and return it."""
    bar = reader.driver.window.message_bar
    reader.until(lambda: str(path) in bar.text and bar.text not in before, 60)
    return bar.text


def _holds(home: Path, language: WindowLanguage, capsys: pytest.CaptureFixture[str]) -> None:
    """Check the file as readers do: by the very commands of the help."""
    (command,) = re.findall("^ {4}(ssh-keygen -Y verify .*)$", _page(language, "signature"), re.MULTILINE)
    verified = subprocess.run(["sh", "-c", command], cwd=home, capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stderr
    assert 'Good "hrddesk-publication-v1" signature' in verified.stdout
    assert "Good" in _page(language, "signature")
    assert "`hrddesk pdf check " in _page(language, "published")
    assert program.main(["pdf", "check", str(home / PDF)]) == 0
    assert "nothing found that must not be there" in capsys.readouterr().out
    text = "\n".join(page.extract_text() for page in PdfReader(home / PDF).pages)
    label = {WindowLanguage.ENGLISH: publishing.PERSON_LABEL.format("A"), WindowLanguage.CHINESE: "人员A"}[
        language
    ]
    assert label in "".join(text.split()) or label in text
    assert not re.search("Gou Lanting|缑岚汀", text)


def test_f1_and_escape_lead_from_the_page_to_its_help_and_back(
    start: Callable[[Resume], Driver], tmp_path: Path
) -> None:
    desk = start(Resume(language="en", scheme="light"))
    reader = Reader(desk)
    _open_the_sample(reader, WindowLanguage.ENGLISH, tmp_path)
    page: QWidget = desk.page("publish")
    reader.press("F1")
    browser = desk.frame.page("help").findChild(QTextBrowser)
    assert browser is not None
    assert browser.toPlainText().startswith("Publish")
    reader.press("Escape")
    assert page.isVisible()
