"""Contrast, fonts, heights."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hrddesk.system import paths
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.theme.theme import Scheme
from hrddesk_ui.theme.tokens import Colours


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = []
    for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_every_text_has_a_contrast_of_four_and_a_half(palette: Colours) -> None:
    grounds = ("window", "base", "raised")
    tones = ("good_ground", "warn_ground", "bad_ground", "info_ground")
    texts = ("text", "muted", "link", "good", "warn", "bad", "turned", "ended")
    pairs = list(itertools.product(texts, grounds))
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
    theme.apply(qapp, theme.Appearance(scheme=scheme))
    expected = tokens.DARK if scheme is Scheme.DARK else tokens.LIGHT
    if scheme is not Scheme.SYSTEM:
        assert theme.colours() is expected
        assert qapp.palette().window().color() == QColor(expected.window)
    theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))


@pytest.mark.parametrize("palette", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_an_outline_has_a_contrast_of_three(palette: Colours) -> None:
    for ground in (palette.window, palette.base, palette.raised):
        assert _contrast(palette.edge, ground) >= 3


def _ticked(kind: type[QAbstractButton], *, ticked: bool) -> QAbstractButton:
    made = kind()
    made.setCheckable(True)
    made.setChecked(ticked)
    return made


def _editable() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "number": QSpinBox,
    "choice": QComboBox,
    "choice that can be typed": _editable,
    "button": lambda: QPushButton("Save"),
    "box": lambda: _ticked(QCheckBox, ticked=False),
    "ticked box": lambda: _ticked(QCheckBox, ticked=True),
    "radio": lambda: _ticked(QRadioButton, ticked=False),
    "chosen radio": lambda: _ticked(QRadioButton, ticked=True),
}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("ground", ["window", "base"])  # a card has the colour of fields
@pytest.mark.parametrize("name", list(CONTROLS))
def test_the_edge_of_a_control_is_seen(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, ground: str, name: str
) -> None:
    theme.apply(qapp, theme.Appearance(scheme=scheme))
    try:
        outer = QFrame()
        qtbot.addWidget(outer)
        if ground == "base":
            theme.set_role(outer, "card")
        control = CONTROLS[name]()
        control.setParent(outer)
        control.setGeometry(16, 16, 120, 32)
        outer.resize(160, 64)
        picture = outer.grab().toImage()
        behind = getattr(theme.colours(), ground)
        row = [picture.pixelColor(x, 32).name() for x in range(8, 152)]
        assert row[0] == behind
        edge = next(at for at, colour in enumerate(row) if colour != behind)
        assert max(_contrast(colour, behind) for colour in row[edge : edge + 2]) >= 3
    finally:
        theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("ticked", [Qt.CheckState.Unchecked, Qt.CheckState.Checked])
def test_a_box_in_a_list_is_seen(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, ticked: Qt.CheckState
) -> None:
    theme.apply(qapp, theme.Appearance(scheme=scheme))
    try:
        entries = QListWidget()
        qtbot.addWidget(entries)
        item = QListWidgetItem()
        item.setCheckState(ticked)
        entries.addItem(item)
        entries.resize(120, 40)
        entries.show()
        box = entries.visualItemRect(item)
        picture = entries.viewport().grab().toImage()
        row = [picture.pixelColor(x, box.center().y()).name() for x in range(24)]
        edge = next(at for at, colour in enumerate(row) if colour != theme.colours().base)
        assert max(_contrast(colour, theme.colours().base) for colour in row[edge : edge + 2]) >= 3
    finally:
        theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_button_that_has_the_keyboard_has_a_ring(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme
) -> None:
    theme.apply(qapp, theme.Appearance(scheme=scheme))
    try:
        outer = QWidget()
        qtbot.addWidget(outer)
        column = QVBoxLayout(outer)
        first, second = QPushButton("Save", outer), QPushButton("Cancel", outer)
        for button in (first, second):
            column.addWidget(button)
        outer.show()
        qtbot.waitExposed(outer)
        outer.activateWindow()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(first.hasFocus)

        def ring(button: QPushButton) -> float:
            picture = button.grab().toImage()
            inner = picture.pixelColor(1, picture.height() // 2).name()  # one pixel inside the edge
            return _contrast(inner, theme.colours().raised)

        assert ring(first) >= 3
        assert ring(second) < 3
        before = first.size()
        second.setFocus(Qt.FocusReason.TabFocusReason)
        assert first.sizeHint().height() == before.height()  # nothing moves when the keyboard goes on
    finally:
        theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))


def test_a_row_is_high_enough_for_tibetan(qtbot: QtBot, qapp: QApplication) -> None:
    theme.load_fonts(qapp)
    label = QLabel("རྒྱུད་ཧཱུྃ")
    qtbot.addWidget(label)
    height = heights.field(label)
    assert height % tokens.GRID == 0
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
    theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))
    icon = theme.icon(path.stem)
    plain = icon.pixmap(24, 24, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    marked = icon.pixmap(24, 24, QIcon.Mode.Selected, QIcon.State.On).toImage()
    drawn = [(x, y) for x in range(24) for y in range(24) if plain.pixelColor(x, y).alpha() == 255]
    assert drawn
    assert {plain.pixelColor(x, y).name() for x, y in drawn} == {tokens.LIGHT.text}
    assert {marked.pixelColor(x, y).name() for x, y in drawn} == {tokens.LIGHT.text}


def test_no_icon_is_looked_for_among_those_of_the_desktop(qapp: QApplication) -> None:
    del qapp
    assert QIcon.themeSearchPaths() == [":/icons"]  # else the first file dialog holds the window
