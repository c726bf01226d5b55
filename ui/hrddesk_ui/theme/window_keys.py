"""The rule that gives shortcuts of the window precedence over the keys of a text field.

On X11, Qt's text fields use some keys as Emacs does (Ctrl+E moves to the end of the line, Ctrl+D deletes).
Such a field would take Ctrl+E, the most frequent shortcut, which adds an event.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from hrddesk_ui.theme.shortcuts import Shortcut

_OF_THE_FIELD = (Shortcut.UNDO, Shortcut.REDO)  # they take back letters there, not records
_UNDO = QKeySequence(Shortcut.UNDO.value)
_KEYS = tuple(QKeySequence(key.value) for key in Shortcut if key not in _OF_THE_FIELD)


def leaves_to_window(event: QEvent, *, can_undo: bool = True) -> bool:
    """Tell whether a key belongs to the window and not to the field; if so, refuse the event for the field.

    `can_undo` says that the field has typing to undo. Then the undo key belongs to the field, and otherwise
    to the window, so that this key always has an effect.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    sequence = QKeySequence(event.keyCombination())
    if sequence not in _KEYS and (can_undo or sequence != _UNDO):
        return False
    event.ignore()
    return True
