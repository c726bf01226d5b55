"""Every tab of publishing, with the sample in it, in windows of usual sizes: nothing is cut."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QScrollArea, QSplitter, QTabBar, QWidget

from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.made import argon2id_once, deriving_by
from tests.ui import looks, sample
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import PublicationPage, publish_view

pytestmark = pytest.mark.timeout(240)
SIZES = ((1366, 768), (1024, 700), (683, 384))


def _laid_out(desk: Driver) -> None:
    for _ in range(3):
        desk.settled()
        QApplication.sendPostedEvents()


def _opened(start: Callable[[Resume], Driver], tmp_path: Path, language: WindowLanguage) -> Driver:
    vault, passphrase = sample.folder(tmp_path / "demo")
    desk = start(Resume(folder=str(vault), language=language.value, scheme="light"))
    with deriving_by(argon2id_once):
        desk.text(passphrase)
        desk.key("Return")
        desk.until(lambda: desk.window.frame is not None)
    desk.page("publish")
    return desk


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_every_tab_fits(start: Callable[[Resume], Driver], tmp_path: Path, language: WindowLanguage) -> None:
    desk = _opened(start, tmp_path, language)
    page = publish_view(desk)
    wrong = []

    def is_as_large(size: tuple[int, int]) -> bool:
        return (desk.window.width(), desk.window.height()) == size

    for size in SIZES:
        desk.window.resize(*size)
        desk.until(partial(is_as_large, size))
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            _laid_out(desk)
            around = desk.frame._areas["publish"]
            if around.horizontalScrollBar().maximum():
                wrong.append((size, tab, "the page scrolls sideways"))
            for area in page.findChildren(QScrollArea):
                if area.isVisible() and area.horizontalScrollBar().maximum():
                    wrong.append((size, tab, "a part scrolls sideways"))
                nested = area.verticalScrollBar().maximum() and around.verticalScrollBar().maximum()
                if area.isVisible() and nested:
                    wrong.append((size, tab, "a part scrolls within a page that scrolls"))
            wrong += [
                (size, tab, f"a list is wider than there is room: {entries.accessibleName()}")
                for entries in page.findChildren(QListWidget)
                if entries.isVisible() and entries.horizontalScrollBar().maximum()
            ]
            wrong += [(size, tab, f"over each other: {pair}") for pair in looks.overlapping(page)]
            for bar in page.findChildren(QTabBar):
                if bar.isVisible() and any(
                    bar.tabRect(number).right() > bar.width() for number in range(bar.count())
                ):
                    wrong.append((size, tab, f"tabs are cut: {bar.accessibleName()}"))
            if size[0] > 1000:
                preview = page.publication.preview.width()
                assert tab or preview >= 0.45 * page.publication.width(), (size, preview)
            desk.shot(f"publish-fits-{language.value}-{size[0]}-{tab}")
    assert wrong == []


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_every_line_to_choose_from_and_to_think_about_is_whole(
    start: Callable[[Resume], Driver], tmp_path: Path, language: WindowLanguage
) -> None:
    desk = _opened(start, tmp_path, language)
    page = publish_view(desk)
    publication, view = PublicationPage(desk), page.publication
    publication.choose_profile("names")
    publication.choose_all_cases()
    publication.press_preview()
    desk.until(lambda: len(publication.people) > 0 and publication.can_write())
    for size in SIZES:
        desk.window.resize(*size)
        for tabs in (view.choices, view.preview.tabs):
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                _laid_out(desk)
                for entries in view.findChildren(QListWidget):
                    assert not (entries.isVisible() and entries.horizontalScrollBar().maximum())
            assert view.preview.tabs.height() >= 250  # pixels to read in
            assert looks.overlapping(page) == []
            tabs.setCurrentIndex(1)
            desk.shot(f"publish-lines-{language.value}-{size[0]}-{tabs is view.choices}")


def test_tab_goes_through_every_tab_as_it_is_read(start: Callable[[Resume], Driver], tmp_path: Path) -> None:
    desk = _opened(start, tmp_path, WindowLanguage.ENGLISH)
    page = publish_view(desk)
    publication = PublicationPage(desk)
    publication.choose_profile("names")
    publication.choose_all_cases()
    publication.preview()
    publication.view.choices.some_cases.setChecked(True)
    astray = []
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        _laid_out(desk)
        page.tabs.tabBar().setFocus()
        desk.key("Tab")
        passed: list[tuple[int, int, int, str]] = []
        while page.isAncestorOf(desk.focus()) and len(passed) < 60:
            passed.append((*_place(desk.focus(), page), desk.focus().accessibleName()))
            desk.key("Tab")
        astray += [
            (tab, before[-1], after[-1]) for before, after in pairwise(passed) if before[:-1] > after[:-1]
        ]
        assert len(passed) >= 3
    assert astray == []


def _place(part: QWidget, page: QWidget) -> tuple[int, int, int]:
    """Return in which pane a part stands, and where there: panes are read one after the other.

    An area may have scrolled to what has the keyboard; counted is from where it begins.
    """
    at = part.mapTo(page, part.rect().center())
    pane, around, inside = 0, part.parentWidget(), part
    while around is not None and around is not page:
        if isinstance(around, QSplitter) and around.orientation() is Qt.Orientation.Horizontal:
            pane = around.indexOf(inside)
        if isinstance(around, QScrollArea):
            at += QPoint(0, around.verticalScrollBar().value())
        inside = around
        around = inside.parentWidget()
    return pane, at.y() // 12, at.x()
