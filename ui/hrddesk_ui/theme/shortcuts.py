"""The keyboard shortcuts that work in the whole window, listed in one place so that no key is used twice."""

from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Shortcut(StrEnum):
    """The shortcuts, each with its keys in Qt's portable spelling."""

    LOCK = "Ctrl+L"
    COVER = "Ctrl+B"  # hides what is shown, and shows it again
    SEARCH = "Ctrl+F"
    HELP = "F1"
    QUIT = "Ctrl+Q"
    NEW = "Ctrl+N"  # a new case, person or contact, after the page
    ADD_PERSON = "Ctrl+P"
    ADD_EVENT = "Ctrl+E"
    ADD_EVIDENCE = "Ctrl+D"
    CITE = "Ctrl+R"  # who reports it: a source for the field that has the keyboard
    EDIT = "F2"
    NEXT_REVIEW = "Ctrl+J"  # the next bundle, or text, in which something waits for a look of its own
    NEXT_PLACE = "F8"  # of a text that is reviewed
    PREVIOUS_PLACE = "Shift+F8"
    LET_STAND = "Alt+1"
    LABEL = "Alt+2"
    OTHER_WORDS = "Alt+3"
    AS_PROFILE = "Alt+0"
    KEEP = "K"  # the words of a question about the texts of a publication; letters work in that list alone
    COVER_WORD = "C"
    KEEP_ALL = "Shift+K"  # in all texts
    COVER_ALL = "Shift+C"
    LIKE_THIS = "A"  # all ordinary words that are left
    OPEN_TEXT = "O"
    CONFIRM_TEXT = "R"  # it was read
    SAVE = "Ctrl+S"
    UNDO = "Ctrl+Z"  # inside of a text field it is the field's own
    REDO = "Ctrl+Shift+Z"
    DISMISS_MESSAGE = "Ctrl+M"
    LARGER = "Ctrl++"  # text
    LARGER_UNSHIFTED = "Ctrl+="  # the same key where + needs Shift
    SMALLER = "Ctrl+-"
    USUAL_SIZE = "Ctrl+0"

    @property
    def shown(self) -> str:
        """The shortcut in the spelling of the operating system."""
        return QKeySequence(self.value).toString(QKeySequence.SequenceFormat.NativeText)


def page_key(index: int) -> QKeySequence:
    """Return the shortcut of the page at `index` of the rail (from 0); an empty one from the
    tenth page on.
    """
    return QKeySequence(f"Ctrl+{index + 1}" if index < 9 else "")


def action(owner: QWidget, key: Shortcut, text: str) -> QAction:
    """Return an action of `owner` that `key` triggers while the focus is inside `owner`."""
    shortcut_action = QAction(text, owner)
    shortcut_action.setShortcut(QKeySequence(key.value))
    owner.addAction(shortcut_action)
    return shortcut_action
