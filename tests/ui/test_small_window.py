"""A small screen at 200 %: every part of every page is reached by scrolling down, never sideways."""

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget

from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import Driver

pytestmark = pytest.mark.timeout(180)
SMALL = (683, 384)


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_every_part_fits_in_width(desk: Driver, language: WindowLanguage) -> None:
    desk.window.speak(language)
    desk.window.resize(*SMALL)
    too_wide = []
    for page in desk.frame.pages:
        desk.frame.show_page(page.name)
        tabs = next((child for child in page.findChildren(QTabWidget) if child.parent() is page), None)
        for number in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            desk.settled()
            QApplication.sendPostedEvents()
            assert (desk.window.width(), desk.window.height()) == SMALL
            if desk.frame._areas[page.name].horizontalScrollBar().maximum():
                too_wide.append((page.name, number, page.minimumSizeHint()))
            desk.shot(f"small-{page.name}-{number}-{language.value}")
    assert too_wide == []
    assert desk.window.minimumSizeHint().width() <= SMALL[0]
    assert desk.window.minimumSizeHint().height() <= SMALL[1]
