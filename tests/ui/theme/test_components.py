"""Every component in every state, compared as pictures: two palettes, two languages, mirrored, three sizes.

HRDDESK_SHOTS=FOLDER writes the pictures that a change of the look gives; they replace those in `pictures`
after somebody looked at them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrddesk_ui.theme import heights, theme
from hrddesk_ui.theme.theme import Appearance, Scheme
from tests.ui.theme.component_page import ComponentPage

PICTURES = Path(__file__).parent / "pictures"
_OTHER = 24  # of 255: letters are drawn a little differently from machine to machine
_FEW = 0.004  # share of the points that may differ


@pytest.fixture(autouse=True)
def look_as_before(qapp: QApplication) -> Iterator[None]:
    """Give the process its look back."""
    font = QFont(qapp.font())
    theme.load_fonts(qapp)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, Appearance(scheme=Scheme.LIGHT))
    heights.set_look(1.0, dense=False)
    qapp.setFont(font)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("words", ["en", "zh", "mirrored"])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_components_look_as_in_the_picture(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, words: str, percent: int
) -> None:
    if words == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(qapp, Appearance(scheme=scheme, text_size=percent))
    page = ComponentPage("zh" if words == "zh" else "en")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.resize(page.sizeHint())
    page.setFocus()
    qapp.processEvents()
    picture = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    name = f"{words}-{scheme.value}-{percent}.png"
    if "HRDDESK_SHOTS" in os.environ:
        assert picture.save(str(Path(os.environ["HRDDESK_SHOTS"]) / name))
        return
    expected = QImage(str(PICTURES / name)).convertToFormat(QImage.Format.Format_RGB888)
    assert picture.size() == expected.size()
    assert _share_that_differs(picture, expected) <= _FEW


def _share_that_differs(one: QImage, other: QImage) -> float:
    """Return the share of bytes of two pictures of one size that differ visibly."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    differing = sum(abs(a - b) > _OTHER for a, b in zip(first, second, strict=True) if a != b)
    return differing / len(first)


def test_a_picture_that_differs_is_noticed() -> None:
    picture = QImage(str(PICTURES / "en-light-100.png")).convertToFormat(QImage.Format.Format_RGB888)
    other = QImage(picture)
    for x in range(60):  # a button that went
        for y in range(30):
            other.setPixelColor(300 + x, 200 + y, Qt.GlobalColor.red)
    assert _share_that_differs(picture, other) > 0.0005
