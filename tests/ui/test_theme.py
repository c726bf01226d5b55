"""Contrast, fonts, heights."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QListWidgetItem, QRadioButton
from pytestqt.qtbot import QtBot

from hrddesk import paths
from hrddesk_ui import theme
from hrddesk_ui.theme import Colours, Scheme
from hrddesk_ui.widgets import heights


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = []
    for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_text_has_a_contrast_of_four_and_a_half(palette: Colours) -> None:
    grounds = ("window", "base", "raised")
    tones = ("good_ground", "warn_ground", "bad_ground", "info_ground")
    pairs = list(itertools.product(("text", "muted", "link", "good", "warn", "bad"), grounds))
    pairs += [("text", ground) for ground in (*tones, "mark", "doubt")]
    pairs += [(tone, f"{tone}_ground") for tone in ("good", "warn", "bad")]
    pairs.append(("on_accent", "accent"))
    thin = {
        pair: round(_contrast(getattr(palette, pair[0]), getattr(palette, pair[1])), 2)
        for pair in pairs
        if _contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) < 4.5
    }
    assert thin == {}


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_scheme_is_painted(qapp: QApplication, scheme: Scheme) -> None:
    theme.apply(qapp, scheme)
    expected = theme.DARK if scheme is Scheme.DARK else theme.LIGHT
    if scheme is not Scheme.SYSTEM:
        assert theme.colours() is expected
        assert qapp.palette().window().color() == QColor(expected.window)
    theme.apply(qapp, Scheme.LIGHT)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_box_that_is_not_ticked_is_seen(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    entries = QListWidget()
    item = QListWidgetItem()
    item.setCheckState(Qt.CheckState.Unchecked)
    entries.addItem(item)
    theme.apply(qapp, scheme)
    try:
        for widget in (QCheckBox(), QRadioButton(), entries):
            qtbot.addWidget(widget)
            widget.resize(120, 40)
            shown = widget.viewport() if isinstance(widget, QListWidget) else widget
            picture = shown.grab().toImage()
            ground = theme.colours().base if widget is entries else theme.colours().window
            drawn = {picture.pixelColor(x, y).name() for x in range(24) for y in range(30)}
            assert max(_contrast(colour, ground) for colour in drawn) >= 3, type(widget).__name__
    finally:
        theme.apply(qapp, Scheme.LIGHT)


def test_a_row_is_high_enough_for_tibetan(qtbot: QtBot, qapp: QApplication) -> None:
    theme.load_fonts(qapp)
    label = QLabel("རྒྱུད་ཧཱུྃ")
    qtbot.addWidget(label)
    height = heights.field(label)
    assert height % theme.GRID == 0
    assert height >= QFontMetrics(label.font()).tightBoundingRect(label.text()).height()


def test_every_script_has_a_font_of_ours(qapp: QApplication) -> None:
    theme.load_fonts(qapp)
    assert qapp.font().families()[0] == "Noto Sans"
    letters = {
        "NotoSans-Regular": "Aéж",
        "NotoSansSC-Regular": "汉漢岚",
        "NotoSansArabic-Regular": "ئۇيغۇر",
        "NotoSerifTibetan-Regular": "བོད",
    }
    for name, text in letters.items():
        font = QRawFont(str(paths.resources() / "fonts" / f"{name}.ttf"), 12)
        assert all(font.supportsCharacter(ord(letter)) for letter in text), name


def test_missing_fonts_are_borne(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = qapp.font().families()
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    theme.load_fonts(qapp)
    assert qapp.font().families() == before


ICONS = sorted((paths.resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_drawn_in_the_colour_of_the_text(qapp: QApplication, path: Path) -> None:
    theme.apply(qapp, Scheme.LIGHT)
    icon = theme.icon(path.stem)
    plain = icon.pixmap(24, 24, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    marked = icon.pixmap(24, 24, QIcon.Mode.Normal, QIcon.State.On).toImage()
    drawn = [(x, y) for x in range(24) for y in range(24) if plain.pixelColor(x, y).alpha() == 255]
    assert drawn
    assert {plain.pixelColor(x, y).name() for x, y in drawn} == {theme.LIGHT.text}
    assert {marked.pixelColor(x, y).name() for x, y in drawn} == {theme.LIGHT.on_accent}
