"""Typing as an input method does: a preedit that grows, then the words that it becomes."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, words: str, *, letters: str = "pinyin") -> None:
    """Compose `words` in a field by way of `letters`, which must leave no trace."""
    for end in range(1, len(letters) + 1):
        QApplication.sendEvent(widget, QInputMethodEvent(letters[:end], []))
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(widget, done)
