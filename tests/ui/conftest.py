"""A window with a vault for each test; what a test may not leave behind."""

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrddesk.actions.vault import vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR
from hrddesk.system import swap
from hrddesk_ui.frame import app as ui_app
from hrddesk_ui.frame.app import App
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.theme import theme
from hrddesk_ui.words.translation import WindowLanguage
from tests.made import argon2id_once, deriving_by
from tests.ui.desks import Desks
from tests.ui.driver import PASSPHRASE, Driver

_HERE: Final = Path(__file__).parent
_OPENING_IS_THE_MATTER: Final = {
    "test_gate.py",
    "test_keyfiles.py",
    "test_keys.py",
    "test_lock.py",
    "test_lock_process.py",
    "test_watchdog.py",
    "test_watchdog_full.py",
}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Derive each key once for all tests below this folder, but where opening is what is tried.

    This is called for the tests of every folder; a fixture would come behind others that open vaults.
    """
    costs = _HERE not in item.path.parents or item.path.name in _OPENING_IS_THE_MATTER
    with deriving_by(kdf.argon2id if costs else argon2id_once):
        return (yield)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Begin and end each test in the English locale, which belongs to the whole process."""
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(QLocale("en"))


@pytest.fixture(autouse=True)
def no_widgets_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take away what a test without a window made: every later change of style would go through it."""
    yield
    if "qapp" in request.fixturenames and "start" not in request.fixturenames:
        gc.collect()


@pytest.fixture(autouse=True)
def no_swap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have no swap, whatever the computer has that runs the tests."""
    monkeypatch.setattr(swap.swaps_to_plain_disk, "__defaults__", (tmp_path / "no-swaps", tmp_path))


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go: HRDDESK_SHOTS, or a folder that pytest removes."""
    chosen = os.environ.get("HRDDESK_SHOTS")
    if chosen is None:
        return tmp_path_factory.mktemp("shots")
    folder = Path(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty vault at the floor of the KDF, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("vault") / "made.hrdv"
    vaults.create(folder, PASSPHRASE, FLOOR).session.close()
    return folder


@pytest.fixture
def vault(made_vault: Path, tmp_path: Path) -> Path:
    """A vault of the test's own."""
    return Path(shutil.copytree(made_vault, tmp_path / "desk.hrdv"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Prepare Qt as the program does before the application exists."""
    ui_app.prepare()
    gc.collect()
    gc.freeze()  # what was imported stays: no test need look through it again for what it left behind
    return QApplication


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, shots: Path) -> Iterator[Callable[[Resume], Driver]]:
    """Start the window; the process is not replaced when it locks, what would be passed on is kept."""
    begun: list[Driver] = []
    font = QFont(qapp.font())

    def begin(resume: Resume) -> Driver:
        take_away([driver for driver in begun if driver.window.isHidden()])  # locked, or closed
        resumed: list[Resume] = []
        app = App(qapp, resumed.append)
        app.start(resume)
        app.window.resize(1366, 768)
        driver = Driver(qtbot, app, resumed, shots)
        begun.append(driver)
        qtbot.waitExposed(app.window)
        app.window.activateWindow()
        driver.until(app.window.isActiveWindow)
        return driver

    def take_away(windows: list[Driver]) -> None:
        """Let nothing be left of windows whose process would have ended."""
        for driver in windows:
            begun.remove(driver)
            driver.app.end()
            driver.app.translations.clear()  # a locked one has them still: each is asked for every word
            driver.window.deleteLater()
        QApplication.sendPostedEvents(None, 0)
        # Of itself a window goes within a later loop, after the next one's style was put on every part of it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    yield begin
    take_away(list(begun))
    qapp.setFont(font)
    gc.collect()


@pytest.fixture
def gate(start: Callable[[Resume], Driver]) -> Driver:
    """The window on its start page, in English and in the light palette."""
    return start(Resume(language=WindowLanguage.ENGLISH.value, scheme=theme.Scheme.LIGHT.value))


def _opened(driver: Driver) -> Driver:
    """Open the vault that the window asks for; tests of the opening itself, and of its cost, do it alone."""
    with deriving_by(argon2id_once):
        driver.text(PASSPHRASE)
        driver.key("Return")
        driver.until(lambda: driver.window.frame is not None)
    driver.settled()
    return driver


@pytest.fixture
def desk(start: Callable[[Resume], Driver], vault: Path) -> Driver:
    """The window with an open, empty vault."""
    driver = start(
        Resume(folder=str(vault), language=WindowLanguage.ENGLISH.value, scheme=theme.Scheme.LIGHT.value)
    )
    return _opened(driver)


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    """Two vaults whose owners have not met yet."""
    return Desks(tmp_path)


@pytest.fixture
def enter(start: Callable[[Resume], Driver]) -> Callable[[Path], Driver]:
    """Open the window of a vault."""

    def enter(vault: Path) -> Driver:
        return _opened(start(Resume(folder=str(vault), language="en", scheme="light")))

    return enter
