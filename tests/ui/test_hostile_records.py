"""No text of a record is ever HTML, no number is too large to be shown, and nothing reverses a line."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from hrddesk.records.model import record
from hrddesk_ui.widgets.labels.label import Label
from tests.campaigns import drawn
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.hostile_records import (
    BOUNDS,
    Walk,
    hostile_records,
    hostile_text,
    pipe_in,
    store_unchecked,
)
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.incoming import ReadPage

_HELD = list(itertools.product(BOUNDS, (False, True)))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("held", drawn("hostile records", _HELD, 2), ids=str)
def test_whatever_a_record_holds_is_shown_as_it_is(
    enter: Callable[[Path], Driver],
    desks: Desks,
    tmp_path: Path,
    held: tuple[int, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number, codes_too = held
    monkeypatch.setattr(record, "require_within_limits", lambda spec, value: None)  # the window holds alone
    with pipe_in(tmp_path) as pipe:
        records = hostile_records(hostile_text(pipe.path), number, codes_too=codes_too)
        with desks.open(desks.coordinator) as session:
            store_unchecked(session, records)
        driver = enter(desks.coordinator)
        walk = Walk(driver, pipe)
        walk.everywhere(records)
        assert not driver.resumed, driver.resumed[0].report
        assert walk.hovered > 100
        assert not pipe.opened
        assert not walk.reversed, "\n".join(sorted(walk.reversed))


@pytest.mark.timeout(300)
def test_whatever_came_in_a_bundle_is_shown_as_it_is(
    enter: Callable[[Path], Driver], desks: Desks, tmp_path: Path
) -> None:
    desks.know(desks.coordinator, desks.documenter, "Documenter")
    desks.know(desks.documenter, desks.coordinator, "Coordinator")
    with pipe_in(tmp_path) as pipe:
        records = hostile_records(hostile_text(pipe.path), BOUNDS[4], codes_too=False, within=True)
        with desks.open(desks.documenter) as session:
            store_unchecked(session, records)
        bundle = desks.bundle(desks.documenter, "Coordinator")
        driver = enter(desks.coordinator)
        page = HandoffPage.open(driver).view
        page.tabs.setCurrentIndex(1)
        driver.settled()
        reading = ReadPage(driver)
        reading.view.path.set_path(bundle)
        reading.read()
        driver.settled()
        assert reading.problem == ""
        walk = Walk(driver, pipe)
        walk.look_at(page)
        assert not driver.resumed, driver.resumed[0].report
        assert walk.hovered > 20
        assert not pipe.opened
        assert not walk.reversed, "\n".join(sorted(walk.reversed))


def test_a_plain_label_of_qt_would_open_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """The pipe notices: what the walk looks for can happen."""
    qapp.setStyleSheet("")
    with pipe_in(tmp_path) as pipe:
        ours = Label(hostile_text(pipe.path))
        qtbot.addWidget(ours)
        ours.show()
        ours.sizeHint()
        assert not pipe.opened
        theirs = QLabel(hostile_text(pipe.path))
        qtbot.addWidget(theirs)
        theirs.sizeHint()
        qtbot.waitUntil(lambda: pipe.opened, timeout=5000)


def test_a_tool_tip_is_plain_wherever_it_comes_from(gate: Driver, tmp_path: Path) -> None:
    with pipe_in(tmp_path) as pipe:
        QToolTip.showText(gate.window.pos(), hostile_text(pipe.path), gate.window)
        gate.settled()
        assert not pipe.opened
        sheet = gate.app.qt.styleSheet()
        gate.app.qt.setStyleSheet("")
        QToolTip.hideText()
        QToolTip.showText(gate.window.pos(), hostile_text(pipe.path) + "again", gate.window)
        gate.until(lambda: pipe.opened)
        gate.app.qt.setStyleSheet(sheet)


def test_a_dialog_of_qt_is_plain_too(gate: Driver, tmp_path: Path) -> None:
    """The name of a file stands in the question whether it may be replaced."""
    with pipe_in(tmp_path) as pipe:
        box = QMessageBox(gate.window)
        box.setText(hostile_text(pipe.path))
        box.open()
        gate.until(box.isVisible)
        gate.settled()
        box.close()
        box.deleteLater()
        assert not pipe.opened
