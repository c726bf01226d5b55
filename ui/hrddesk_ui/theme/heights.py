"""Heights of lines and fields that leave room for the ink of every script in the current font."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk_ui.theme import theme

# Tibetan reaches furthest: two letters with a vowel above, a subjoined one with a vowel below.
_TALLEST = "རྒྱུད་ཧཱུྃ ئۆ 汉 Äg"

_measured: dict[str, int] = {}  # pixels by font: laying out letters of so many scripts takes milliseconds


def ink(widget: QWidget) -> int:
    """Return the height in pixels of the widget's tallest letters in any script, without a margin."""
    font = widget.font()
    height = _measured.get(font_key := font.toString())
    if height is None:
        metrics = QFontMetrics(font)
        height = _measured[font_key] = max(metrics.height(), metrics.tightBoundingRect(_TALLEST).height())
    return height


def line(widget: QWidget) -> int:
    """Return the height of one line of text in a list."""
    return ink(widget) + theme.GRID // 2


def field(widget: QWidget) -> int:
    """Return the height in pixels of a field or a table row: a multiple of the 8-pixel grid."""
    return -(-(ink(widget) + theme.GRID) // theme.GRID) * theme.GRID


def take_what_there_is(widget: QWidget, least: int) -> None:
    """Let a widget take all free height, but at least `least` units of the 8-pixel grid."""
    widget.setMinimumHeight(least * theme.GRID)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
