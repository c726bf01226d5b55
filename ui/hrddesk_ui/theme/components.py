"""How every control looks: one style sheet, in sections, filled with the tokens."""

from string import Template
from typing import Final

from PySide6.QtGui import QColor, QPalette

from hrddesk.system import paths
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.tokens import Colours

# No text is HTML, in tool tips and in the boxes of Qt's own dialogs either: Qt would open the files it names.
# Input methods are asked not to learn from any field.
_SAFETY: Final = """
QToolTip { color: $text; background: $base; border: 1px solid $line; padding: 4px;
    qproperty-textFormat: PlainText; }
QLabel { qproperty-textFormat: PlainText; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    qproperty-inputMethodHints: "ImhSensitiveData|ImhNoPredictiveText"; }
QuietLineEdit, QuietTextEdit { qproperty-inputMethodHints:
    "ImhHiddenText|ImhSensitiveData|ImhNoPredictiveText|ImhNoAutoUppercase|ImhLatinOnly"; }
"""
_LABELS: Final = """
QLabel[role="title"] { font-weight: 600; font-size: ${title_size}px; }
QLabel[role="heading"] { font-weight: 600; font-size: ${heading_size}px; }
QLabel[role="what"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="link"] { color: $link; }
QLabel[role="turned"] { color: $turned; }
QLabel[role="ended"] { color: $ended; }
"""
_PILLS: Final = """
QLabel[pill] { padding: 1px 8px; border: 1px solid transparent; border-radius: ${pill_radius}px;
    font-weight: 600; font-size: ${small_size}px; }
QLabel[pill="custody"] { color: $warn; background: $warn_ground; border-color: $warn; }
QLabel[pill="released"] { color: $good; background: $good_ground; border-color: $good; }
QLabel[pill="unclear"] { color: $muted; background: $window; border-color: $edge; }
QLabel[pill="dead"] { color: $base; background: $text; border-color: $text; }
QLabel[pill="overdue"] { color: $bad; background: $bad_ground; border-color: $bad; }
"""
_FIELDS: Final = """
QLineEdit { min-height: ${inner}px; padding: 0px 6px; border: 1px solid $edge; border-radius: ${radius}px;
    background: $base; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 2px; border: 1px solid $edge; border-radius: ${radius}px; background: $base;
    selection-background-color: $accent; selection-color: $on_accent; }
QComboBox, QAbstractSpinBox { min-height: ${inner}px; padding: 0px 4px; border: 1px solid $edge;
    border-radius: ${radius}px; background: $base; selection-background-color: $accent;
    selection-color: $on_accent; combobox-popup: 0; }
QComboBox:editable { padding: 0px 4px; }
QAbstractSpinBox { min-height: ${inner_focus}px; padding: 0px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { min-height: 0px; border: none; border-radius: 0px;
    padding: 0px 4px; background: transparent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QComboBox:on {
    border: 2px solid $link; padding-left: 5px; padding-right: 5px; min-height: ${inner_focus}px; }
QComboBox:focus, QComboBox:on { padding-left: 3px; padding-right: 3px; }
QPlainTextEdit:focus { border-color: $link; }
QComboBox:editable:focus { padding: 0px 3px; }
QAbstractSpinBox:focus { padding: 0px; }
QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0px 4px;
    min-height: 0px; }
QLineEdit:read-only, QPlainTextEdit:read-only { border-color: $line; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    border-color: $line; background: $window; color: $muted; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
    QAbstractSpinBox[wrong="true"] { border-color: $bad; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: ${sign_room}px;
    border: none; }
QComboBox::down-arrow { image: url("$icons/down.svg"); width: ${sign}px; height: ${sign}px; }
QComboBox QAbstractItemView { border: 1px solid $line; background: $base; outline: none; }
QAbstractSpinBox::up-button { subcontrol-origin: padding; subcontrol-position: top right;
    width: ${sign_room}px; border: none; }
QAbstractSpinBox::down-button { subcontrol-origin: padding; subcontrol-position: bottom right;
    width: ${sign_room}px; border: none; }
QAbstractSpinBox::up-arrow { image: url("$icons/up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/down.svg"); width: 10px; height: 10px; }
"""
_BUTTONS: Final = """
QPushButton { min-height: ${inner}px; padding: 0px 10px; border: 1px solid $edge;
    border-radius: ${radius}px; background: $base; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $chosen; }
QPushButton[role="primary"] { border-color: $accent; background: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { border-color: $accent_hover;
    background: $accent_hover; }
QPushButton[role="danger"] { border-color: $bad; color: $bad; }
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed { background: $bad_ground; }
QPushButton:disabled { border-color: $line; background: transparent; color: $muted; font-weight: 400; }
QPushButton:focus { padding: 0px 9px; border: 2px solid $text; min-height: ${inner_focus}px; }
QPushButton#quiet { border-color: transparent; background: transparent; }
QPushButton#quiet:hover, QPushButton#quiet:pressed { background: $hover; }
QPushButton#quiet:focus { border-color: $text; }
QPushButton#cite { min-height: 0px; border: none; background: transparent; color: $link; padding: 0 4px; }
QPushButton#cite:hover { text-decoration: underline; }
QPushButton#cite:focus { border: 2px solid $text; padding: 0px 2px; }
QToolButton { padding: 0px 4px; border: 2px solid transparent;
    border-radius: ${radius}px; background: transparent; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $chosen; }
QToolButton:focus { border-color: $text; }
QToolButton:disabled { color: $muted; }
QLineEdit QToolButton { padding: 0px; border: none; }
QTabBar QToolButton { background: $window; }
QMenu { padding: 4px; border: 1px solid $line; background: $base; }
QMenu::item { padding: 6px 16px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; margin: 4px; background: $line; }
"""
_BOXES: Final = """
QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 4px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $text; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: ${sign}px;
    height: ${sign}px; border: 1px solid $edge; background: $base; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${radio_radius}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $link; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { border-color: $accent;
    background: $accent; image: url("$icons/check.svg"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { border-color: $accent;
    background: $accent; image: url("$icons/dash.svg"); }
QRadioButton::indicator:checked { border-color: $accent; background: $accent;
    image: url("$icons/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled, QCheckBox::indicator:indeterminate:disabled,
    QRadioButton::indicator:checked:disabled { border-color: $edge;
    background: $edge; }
"""
_LISTS: Final = """
QListView, QTableView, QTreeView { border: 1px solid $line; border-radius: ${radius}px; background: $base;
    alternate-background-color: $window; outline: none; }
QListView:focus, QTableView:focus, QTreeView:focus { border-color: $link; }
QListView::item { min-height: ${row}px; padding: 0px 4px; border-$start: ${bar}px solid transparent; }
QTableView::item { padding: 0px 6px; }
QListView::item:hover, QTableView::item:hover { background: $hover; }
QListView::item:selected, QTableView::item:selected { background: $chosen; color: $text; }
QListView::item:selected { border-$start: ${bar}px solid $accent; }
QHeaderView { background: $base; }
QHeaderView::section { min-height: ${inner}px; padding: 0px 6px; border: none;
    border-bottom: 1px solid $line; background: $base; color: $muted; font-weight: 600; }
QHeaderView::section:hover { background: $hover; color: $text; }
QHeaderView::down-arrow { image: url("$icons/down.svg"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("$icons/up.svg"); width: 12px; height: 12px; }
"""
_TABS: Final = """
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget::tab-bar { left: 0px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { min-height: ${inner}px; padding: 0px 8px; border: 1px solid transparent;
    border-bottom: ${bar}px solid transparent; background: transparent; color: $muted; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { border-bottom-color: $accent; color: $text; }
QTabBar::tab:disabled { color: $muted; }
QTabBar::tab:selected:focus { border: 1px solid $text;
    border-bottom: ${bar}px solid $accent; }
"""
_AREAS: Final = """
QFrame[role="card"] { background: $base; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="rail"], QFrame[role="top"] { background: $raised; border: none; }
QToolButton[role="rail"] { border: 2px solid transparent;
    border-$start: ${bar}px solid transparent; border-radius: ${radius}px; padding: 4px 8px;
    text-align: left; color: $text; }
QToolButton[role="rail"]:hover { background: $hover; }
QToolButton[role="rail"]:checked { background: $chosen; border-$start-color: $accent; font-weight: 600; }
QToolButton[role="rail"]:focus { border-color: $text; }
QToolButton#row:focus { border: 2px solid $text; border-radius: 4px; }
QFrame[role="message"] { border: 1px solid $edge; border-radius: ${radius}px; background: $raised; }
QFrame[role="message"][tone="info"] { background: $info_ground; }
QFrame[role="message"][tone="good"] { background: $good_ground; }
QFrame[role="message"][tone="warn"] { background: $warn_ground; }
QFrame[role="message"][tone="bad"] { background: $bad_ground; }
QFrame[role="message"][tone="good"] QLabel[role="what"] { color: $good; }
QFrame[role="message"][tone="warn"] QLabel[role="what"] { color: $warn; }
QFrame[role="message"][tone="bad"] QLabel[role="what"] { color: $bad; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { margin: 1px; border-radius: 3px; background: $edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { min-height: 6px; max-height: 6px; border: none; border-radius: 3px; background: $line; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
QSplitter::handle { background: transparent; }
"""
_SHEET: Final = Template(_SAFETY + _LABELS + _PILLS + _FIELDS + _BUTTONS + _BOXES + _LISTS + _TABS + _AREAS)


def sheet(colours: Colours, text_size: float, control: int, *, mirrored: bool) -> str:
    """Return the style sheet of the whole application.

    `text_size` is a factor, 1.0 for text of the usual size; `control` is the height of a control in pixels.
    Where the window is `mirrored`, it is read from right to left.
    """
    names = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    sign = round(16 * text_size)
    return _SHEET.substitute(
        names,
        title_size=round(tokens.TITLE * text_size),
        heading_size=round(tokens.HEADING * text_size),
        small_size=round(tokens.SMALL * text_size),
        radius=tokens.RADIUS,
        pill_radius=int(9 * text_size),
        radio_radius=sign // 2 + 1,
        bar=tokens.BAR,
        sign=sign,
        sign_room=sign + 2,
        row=control - 4,
        inner=control - 2,  # without the edge
        inner_focus=control - 4,  # without the thicker edge of what has the keyboard
        start="right" if mirrored else "left",
        icons=str(paths.resources() / "icons" / "controls").replace("\\", "/").replace('"', '\\"'),
    )


def palette(colours: Colours) -> QPalette:
    """Return the colours for what Qt paints without the style sheet."""
    colour_palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.bad),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.Mid, colours.line),
        (role.Light, colours.raised),
    ):
        colour_palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        colour_palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.muted))
    colour_palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    colour_palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.text))
    return colour_palette
