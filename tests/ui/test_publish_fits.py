"""Every tab of publishing, with the sample in it, in windows of usual sizes: nothing is cut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QTabBar

from hrddesk_ui.resume import Resume
from hrddesk_ui.translation import Language
from hrddesk_ui.views.publish_view import PublishView
from tests.made import argon2id_once, deriving_by
from tests.ui import sample
from tests.ui.driver import Driver

pytestmark = pytest.mark.timeout(240)
SIZES = ((1366, 768), (1024, 700), (683, 384))


def _laid_out(desk: Driver) -> None:
    for _ in range(3):
        desk.settled()
        QApplication.sendPostedEvents()


@pytest.mark.parametrize("language", list(Language))
def test_every_tab_fits(start: Callable[[Resume], Driver], tmp_path: Path, language: Language) -> None:
    vault, passphrase = sample.folder(tmp_path / "demo")
    desk = start(Resume(folder=str(vault), language=language.value, scheme="light"))
    with deriving_by(argon2id_once):
        desk.text(passphrase)
        desk.key("Return")
        desk.until(lambda: desk.window.frame is not None)
    page = desk.page("publish")
    assert isinstance(page, PublishView)
    wrong = []
    for size in SIZES:
        desk.window.resize(*size)
        desk.until(lambda size=size: (desk.window.width(), desk.window.height()) == size)  # type: ignore[misc]
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
            for bar in page.findChildren(QTabBar):
                if bar.isVisible() and any(
                    bar.tabRect(number).right() > bar.width() for number in range(bar.count())
                ):
                    wrong.append((size, tab, f"tabs are cut: {bar.accessibleName()}"))
            desk.shot(f"publish-fits-{language.value}-{size[0]}-{tab}")
    assert wrong == []
