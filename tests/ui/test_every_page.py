"""What holds for every page: names for screen readers, a way by keys, plain text, nothing cut off."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QTabWidget,
    QWidget,
)

import hrddesk_ui
from hrddesk.actions.records import cases
from hrddesk_ui.frame import rail_pages
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import Driver
from tests.ui.looks import focusable

NAMES = [page.name for page in rail_pages.PAGES]


def _fill(driver: Driver) -> None:
    desk = driver.window.desk
    assert desk is not None
    made: list[object] = []
    desk.change(
        driver.window,
        lambda session, job: cases.create(
            session, {"title": "The printers of Willow Lane · 柳巷印刷", "narrative": "Invented for a test."}
        ),
        made.append,
    )
    driver.until(lambda: bool(made))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_page_has_a_title_and_is_whole(desk: Driver, language: str) -> None:
    if language != "en":
        desk.window.speak(WindowLanguage(language))
    _fill(desk)
    for name in NAMES:
        page = desk.page(name)
        desk.shot(f"page-{name}-{language}")
        assert page.title(), name


def _wheel(over: QWidget) -> None:
    middle = QPointF(over.rect().center())
    for delta in (-120, -120, 120, 120, 120):
        event = QWheelEvent(
            middle,
            QPointF(over.mapToGlobal(middle)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(over, event)


def test_scrolling_changes_nothing_that_is_chosen(desk: Driver) -> None:
    _fill(desk)
    for name in NAMES:
        page = desk.page(name)
        shown: list[tuple[QWidget, Callable[[], str]]] = [
            *((box, box.currentText) for box in page.findChildren(QComboBox)),
            *((box, box.text) for box in page.findChildren(QAbstractSpinBox)),
        ]
        before = [text() for _, text in shown]
        for box, _ in shown:
            _wheel(box)
        desk.settled()
        assert [text() for _, text in shown] == before, name
        assert name != "settings" or len(shown) == 5


def test_what_is_made_later_cannot_be_changed_by_scrolling_either() -> None:
    moved_by_wheel = re.compile(r"\bQ(ComboBox|\w*SpinBox|\w*(Date|Time)Edit|Slider|Dial)\(\w*\)\n")
    sources = sorted(Path(hrddesk_ui.__file__).parent.rglob("*.py"))
    assert len(sources) > 100
    for source in sources:
        match = moved_by_wheel.search(source.read_text("utf-8"))
        assert match is None, (
            f"{source.name}: take one of widgets/fields/still_choices.py in place of {match}"
        )


# 1366x768 at 100, 150 and 200 %
@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (683, 384)])
def test_every_page_fits(desk: Driver, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    _fill(desk)
    for name in NAMES:
        desk.page(name)
        QApplication.sendPostedEvents()
        assert (desk.window.width(), desk.window.height()) == size, name
        desk.shot(f"fits-{name}-{size[0]}")


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_through_the_page_and_comes_back(desk: Driver, name: str) -> None:
    page = desk.page(name)
    page.arrive()
    start = desk.focus()
    assert page.isAncestorOf(start), f"{name} does not take the keyboard"
    reached: list[QWidget] = [start]
    for _ in range(200):
        desk.key("Tab")
        if desk.focus() is start:
            break
        reached.append(desk.focus())
    else:
        pytest.fail(f"Tab never comes back; it is held by {type(reached[-1]).__name__}")
    expected = {
        widget
        for widget in focusable(page)
        if widget.isVisible() and widget.isEnabled() and not _within_choice(widget)
    }
    missed = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in expected - set(reached)]
    assert missed == []


def _within_choice(widget: QWidget) -> bool:
    """Say whether arrow keys, not Tab, lead to the widget: one of an exclusive group that is not chosen."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = cast(QButtonGroup | None, widget.group())  # by its stubs there always is one
    exclusive = widget.autoExclusive() or (group is not None and group.exclusive())
    return exclusive and not widget.isChecked()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_gate(start: Callable[[Resume], Driver], language: str) -> None:
    driver = start(Resume(language=language))
    gate = driver.window.gate
    driver.window.resize(683, 384)
    for show in (
        gate.show_start,
        gate.show_new_vault,
        gate.show_unlock,
        gate.show_help,
        lambda: gate.show_report("HRDDesk"),
    ):
        show()
        driver.shot(f"gate-{language}-{driver.window.gate.shown}")


def test_labels_show_plain_text(desk: Driver) -> None:
    _fill(desk)
    rich = {
        (name, label.text())
        for name in NAMES
        for label in desk.page(name).findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
    }
    assert rich == set()  # what an import brings must never be read as HTML


def test_tab_leads_from_the_tabs_of_a_page_into_the_one_that_is_shown(desk: Driver) -> None:
    astray = []
    for page in desk.frame.pages:
        desk.frame.show_page(page.name)
        tabs = next((child for child in page.findChildren(QTabWidget) if child.parent() is page), None)
        for number in range(tabs.count() if tabs is not None else 0):
            assert tabs is not None
            tabs.setCurrentIndex(number)
            desk.settled()
            tabs.tabBar().setFocus()
            desk.key("Tab")
            widget = cast(QWidget | None, tabs.currentWidget())  # by its stubs there always is one
            if widget is None or not widget.isAncestorOf(desk.focus()):
                astray.append((page.name, number, type(desk.focus()).__name__))
    assert astray == []
