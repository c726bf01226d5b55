"""The look of the window that a person chose: palette, size of text, rows; its fonts and icons."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.system import paths
from hrddesk_ui.theme import components, heights, tokens
from hrddesk_ui.theme.tokens import DARK, LIGHT, Colours


class Scheme(StrEnum):
    """The palette that the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How a person wants the window to look."""

    scheme: Scheme = Scheme.SYSTEM
    text_size: int = tokens.TEXT_SIZES[0]  # percent of the usual size, one of tokens.TEXT_SIZES
    dense: bool = False  # rows and fields are close

    @classmethod
    def kept(cls, *, scheme: str, text_size: str, dense: str) -> "Appearance":
        """Return the look that was kept as texts: empty or unknown texts mean the usual look."""
        known = text_size in [str(size) for size in tokens.TEXT_SIZES]
        return cls(
            scheme=Scheme(scheme) if scheme in list(Scheme) else Scheme.SYSTEM,
            text_size=int(text_size) if known else tokens.TEXT_SIZES[0],
            dense=bool(dense),
        )


_colours = LIGHT


def colours() -> Colours:
    """Return the colours of the palette that is shown now."""
    return _colours


def apply(app: QApplication, appearance: Appearance) -> None:
    """Give the whole application the chosen look: palette, size of text, height of rows."""
    global _colours
    dark = appearance.scheme is Scheme.DARK or (
        appearance.scheme is Scheme.SYSTEM and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    _colours = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(components.palette(_colours))
    factor = appearance.text_size / 100
    font = QFont(app.font())
    font.setPixelSize(round(tokens.TEXT * factor))
    app.setFont(font)
    heights.set_look(factor, dense=appearance.dense)
    app.setStyleSheet(components.sheet(_colours, factor, heights.control(font), mirrored=app.isRightToLeft()))


def load_fonts(app: QApplication) -> None:
    """Load the shipped fonts; if they are missing, the window uses the fonts of the system."""
    families: set[str] = set()
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number))
    chosen = [name for name in tokens.FAMILIES if name in families]
    if chosen:
        font = QFont(app.font())
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
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # its margins may be others


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Outline a field in red if it is wrong, otherwise remove the outline; words elsewhere give
    the reason.
    """
    line = field.focusProxy() or field
    if bool(line.property("wrong")) == wrong:
        return
    line.setProperty("wrong", wrong)
    line.style().unpolish(line)
    line.style().polish(line)


def icon(name: str, tone: str = "text") -> QIcon:
    """Return one of the shipped icons by name, in the colour `tone`."""
    return _icon(name, tone, _colours)


@cache
def _icon(name: str, tone: str, scheme: Colours) -> QIcon:
    themed_icon = QIcon()
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    for mode, colour in (
        (QIcon.Mode.Normal, getattr(scheme, tone)),
        (QIcon.Mode.Selected, getattr(scheme, tone)),  # else Qt tints it
        (QIcon.Mode.Disabled, scheme.muted),
    ):
        renderer = QSvgRenderer(source.replace("currentColor", colour).encode())
        for side in (16, 24, 32, 48):
            picture = QPixmap(QSize(side, side))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter)
            painter.end()
            themed_icon.addPixmap(picture, mode)
    return themed_icon
