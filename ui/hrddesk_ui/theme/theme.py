"""The look of the window: two palettes, one accent colour, an 8-pixel grid, fonts for every script."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from hrddesk.system import paths

GRID = 8  # pixels; every margin and gap is a multiple of it or half of it
FAMILIES = ("Noto Sans", "Noto Sans SC", "Noto Sans Arabic", "Noto Serif Tibetan", "Noto Sans Mongolian")


class Scheme(StrEnum):
    """The palette that the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one palette as #rrggbb; every text has a contrast of at least 4.5:1 with its
    background.
    """

    window: str  # behind everything
    base: str  # behind lists and fields
    raised: str  # the rail, the top bar, buttons
    text: str
    muted: str  # second-rank text
    line: str  # borders of what needs none to be seen
    edge: str  # of fields, boxes and buttons: 3:1 or more on every ground
    accent: str  # selection, default button, focus
    on_accent: str
    link: str
    good: str
    warn: str
    bad: str
    turned: str  # a contact whose key is another, with proof
    ended: str  # a contact who was revoked
    good_ground: str
    warn_ground: str
    bad_ground: str
    info_ground: str
    mark: str  # behind an occurrence in a text
    doubt: str  # behind one that its reader has to decide about


LIGHT = Colours(
    window="#f4f5f6",
    base="#ffffff",
    raised="#e9ecee",
    text="#1c2226",
    muted="#545d64",
    line="#c3c9cd",
    edge="#727c83",
    accent="#1a6478",
    on_accent="#ffffff",
    link="#155a6c",
    good="#1d5f3a",
    warn="#724800",
    bad="#9c1f2a",
    turned="#6a2f8f",
    ended="#6b3a2a",
    good_ground="#e2f1e7",
    warn_ground="#fbefd5",
    bad_ground="#fae3e4",
    info_ground="#e2eef2",
    mark="#ffe08a",
    doubt="#f7b2a4",
)
DARK = Colours(
    window="#1d2124",
    base="#15181a",
    raised="#272c30",
    text="#e8ebed",
    muted="#a9b3ba",
    line="#454d53",
    edge="#7b868d",
    accent="#2a7389",
    on_accent="#ffffff",
    link="#8acbdd",
    good="#93d3ac",
    warn="#ecc57d",
    bad="#f5a3a8",
    turned="#d3b0ee",
    ended="#dcae9d",
    good_ground="#1c3226",
    warn_ground="#382c14",
    bad_ground="#3d1f22",
    info_ground="#1b3039",
    mark="#6a5400",
    doubt="#7c2f22",
)

# No text is HTML, in tool tips and in the boxes of Qt's own dialogs either: Qt would open the files it names.
# Input methods are asked not to learn from any field.
_SHEET = Template("""
QLabel[role="title"] { font-weight: 600; font-size: ${title}pt; }
QLineEdit { padding: 2px 6px; border: 1px solid $edge; border-radius: 3px; background: $base; }
QPlainTextEdit { border: 1px solid $edge; border-radius: 3px; background: $base; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0px 4px; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $link; }
QLineEdit:read-only, QPlainTextEdit:read-only { border-color: $line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled { border-color: $line; background: $window; }
QPushButton { padding: 3px 11px; border: 1px solid $edge; border-radius: 3px;
    background: $raised; color: $text; }
QPushButton:hover { background: $window; }
QPushButton:pressed, QPushButton:checked { background: $info_ground; }
QPushButton:default { background: $info_ground; border-color: $link; }
QPushButton:disabled { border-color: $line; background: transparent; color: $muted; }
QPushButton:focus { padding: 2px 10px; border: 2px solid $text; }
QLabel[role="heading"] { font-weight: 600; font-size: ${heading}pt; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="link"] { color: $link; }
QLabel[role="turned"] { color: $turned; }
QLabel[role="ended"] { color: $ended; }
QFrame[role="card"] { background: $base; border: 1px solid $line; border-radius: 4px; }
QFrame[role="rail"], QFrame[role="top"] { background: $raised; border: none; }
QToolButton[role="rail"] { background: transparent; border: 2px solid transparent; border-radius: 4px;
    padding: 4px 12px; text-align: left; color: $text; }
QToolButton[role="rail"]:hover { background: $window; }
QToolButton[role="rail"]:checked { background: $accent; color: $on_accent; }
QToolButton[role="rail"]:focus { border-color: $text; }
QToolButton#row:focus { border: 2px solid $text; border-radius: 3px; }
QFrame[role="message"] { border: none; border-top: 1px solid $line; background: $raised; }
QFrame[role="message"][tone="info"] { background: $info_ground; }
QFrame[role="message"][tone="good"] { background: $good_ground; }
QFrame[role="message"][tone="warn"] { background: $warn_ground; }
QFrame[role="message"][tone="bad"] { background: $bad_ground; }
QFrame[role="message"][tone="good"] QLabel[role="what"] { color: $good; }
QFrame[role="message"][tone="warn"] QLabel[role="what"] { color: $warn; }
QFrame[role="message"][tone="bad"] QLabel[role="what"] { color: $bad; }
QLabel[role="what"] { font-weight: 600; }
QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {
    border: 1px solid $edge; border-radius: 2px; background: $base; }
QRadioButton::indicator:unchecked { border: 1px solid $edge; border-radius: 6px; background: $base; }
QPushButton#cite { border: none; background: transparent; color: $link; padding: 0 4px; }
QPushButton#cite:hover { text-decoration: underline; }
QToolTip { color: $text; background: $base; border: 1px solid $line; qproperty-textFormat: PlainText; }
QLabel { qproperty-textFormat: PlainText; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    qproperty-inputMethodHints: "ImhSensitiveData|ImhNoPredictiveText"; }
QuietLineEdit, QuietTextEdit { qproperty-inputMethodHints:
    "ImhHiddenText|ImhSensitiveData|ImhNoPredictiveText|ImhNoAutoUppercase|ImhLatinOnly"; }
""")

_colours = LIGHT


def colours() -> Colours:
    """Return the colours of the palette that is shown now."""
    return _colours


def palette(scheme: Colours) -> QPalette:
    """Return these colours as a palette for the Fusion style of Qt."""
    colour_palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.base),
        (role.AlternateBase, scheme.window),
        (role.Text, scheme.text),
        (role.PlaceholderText, scheme.muted),
        (role.Button, scheme.raised),
        (role.ButtonText, scheme.text),
        (role.BrightText, scheme.bad),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.on_accent),
        (role.Accent, scheme.accent),
        (role.Link, scheme.link),
        (role.LinkVisited, scheme.link),
        (role.ToolTipBase, scheme.base),
        (role.ToolTipText, scheme.text),
        (role.Mid, scheme.line),
        (role.Light, scheme.raised),  # the edge below tabs, which is white otherwise, in the dark too
    ):
        colour_palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        colour_palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(scheme.muted))
    colour_palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(scheme.line))
    colour_palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(scheme.text))
    return colour_palette


def apply(app: QApplication, scheme: Scheme) -> None:
    """Set the Fusion style and the chosen palette for the whole application."""
    global _colours
    dark = scheme is Scheme.DARK or (
        scheme is Scheme.SYSTEM and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    _colours = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(palette(_colours))
    outlined = palette(_colours)
    # A style sheet would take the arrows away.
    outlined.setColor(QPalette.ColorRole.Window, _outline(_colours.edge))
    for kind in ("QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton", "QAbstractItemView"):
        app.setPalette(outlined, kind)  # type: ignore[arg-type]  # the stubs say bytes, PySide takes text only
    names = {name: getattr(_colours, name) for name in Colours.__dataclass_fields__}
    size = max(app.font().pointSizeF(), 6.0)  # -1 where the system counts in pixels
    # Larger, not bolder alone: the Chinese letters that are shipped have one weight.
    sheet = _SHEET.substitute(names, title=round(size * 1.4), heading=round(size * 1.2, 1))
    app.setStyleSheet(sheet)


def load_fonts(app: QApplication) -> None:
    """Load the shipped fonts; if they are missing, the window uses the fonts of the system."""
    families: set[str] = set()
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number))
    chosen = [name for name in FAMILIES if name in families]
    if chosen:
        font = QFont(app.font())  # the size stays the system's
        font.setFamilies(chosen)
        app.setFont(font)


def set_role(widget: QWidget, role: str, **properties: str) -> None:
    """Set the role by which the style sheet styles `widget` ("title", "heading", "muted", "bad",
    "card" ...).
    """
    widget.setProperty("role", role)
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # a new one is when it is shown
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Outline a field in red if it is wrong, otherwise remove the outline; words elsewhere give
    the reason.
    """
    line = field.focusProxy() or field
    if bool(line.property("wrong")) == wrong:
        return
    line.setProperty("wrong", wrong)
    if isinstance(line, QComboBox):
        outlined = QPalette() if not wrong else QPalette(line.palette())
        if wrong:
            outlined.setColor(QPalette.ColorRole.Window, _outline(_colours.bad))
            outlined.setColor(QPalette.ColorRole.Highlight, QColor(_colours.bad))  # with the keyboard in it
        line.setPalette(outlined)
    else:
        line.style().unpolish(line)
        line.style().polish(line)


def _outline(colour: str) -> QColor:
    """Return the colour to set so that Fusion draws an outline in `colour`: Fusion makes outlines 1.4 times
    darker.
    """
    return QColor(colour).lighter(140)


def icon(name: str, tone: str = "text") -> QIcon:
    """Return the shipped icon with this name in the colour `tone`.

    In a selected row or button, the icon has the colour of the text.
    """
    return _icon(name, tone, _colours)


@cache
def _icon(name: str, tone: str, scheme: Colours) -> QIcon:
    themed_icon = QIcon()
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    for state, mode, colour in (
        (QIcon.State.Off, QIcon.Mode.Normal, getattr(scheme, tone)),
        (QIcon.State.Off, QIcon.Mode.Disabled, scheme.muted),
        (QIcon.State.Off, QIcon.Mode.Selected, scheme.on_accent),
        (QIcon.State.On, QIcon.Mode.Normal, scheme.on_accent),
    ):
        renderer = QSvgRenderer(source.replace("currentColor", colour).encode())
        for side in (16, 24, 32, 48):
            picture = QPixmap(QSize(side, side))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter)
            painter.end()
            themed_icon.addPixmap(picture, mode, state)
    return themed_icon
