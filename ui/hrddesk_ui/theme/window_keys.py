"""The keys of the window go before those of a text field.

On X11 Qt's fields know keys of Emacs (Ctrl+E goes to the end of the line, Ctrl+D deletes), which would
swallow the most frequent key of all: adding an event.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from hrddesk_ui.theme.shortcuts import Shortcut

_OF_THE_FIELD = (Shortcut.UNDO, Shortcut.REDO)  # they take back letters there, not records
_UNDO = QKeySequence(Shortcut.UNDO.value)
_KEYS = tuple(QKeySequence(key.value) for key in Shortcut if key not in _OF_THE_FIELD)


def leaves_to_window(event: QEvent, *, can_undo: bool = True) -> bool:
    """Say whether a field is asked if it wants a key of the window; the event is then refused.

    Undo is the field's own as long as letters were typed that it can take back: never silently nothing.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    sequence = QKeySequence(event.keyCombination())
    if sequence not in _KEYS and (can_undo or sequence != _UNDO):
        return False
    event.ignore()
    return True
