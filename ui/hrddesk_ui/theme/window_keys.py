"""The rule by which shortcuts of the window take precedence over the keys of a text field.

On X11, text fields of Qt use some keys of Emacs (Ctrl+E moves to the end of the line, Ctrl+D deletes). They
would swallow the most frequent shortcut, which adds an event.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from hrddesk_ui.theme.shortcuts import Shortcut

_OF_THE_FIELD = (Shortcut.UNDO, Shortcut.REDO)  # they take back letters there, not records
_UNDO = QKeySequence(Shortcut.UNDO.value)
_KEYS = tuple(QKeySequence(key.value) for key in Shortcut if key not in _OF_THE_FIELD)


def leaves_to_window(event: QEvent, *, can_undo: bool = True) -> bool:
    """Tell whether a key belongs to the window and not to the field; if so, the event is refused.

    Undo belongs to the field while the field has typed letters to undo, so that the key never silently does
    nothing.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    sequence = QKeySequence(event.keyCombination())
    if sequence not in _KEYS and (can_undo or sequence != _UNDO):
        return False
    event.ignore()
    return True
