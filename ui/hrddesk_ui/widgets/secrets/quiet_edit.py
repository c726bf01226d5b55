"""Fields for secrets whose text never passes the accessibility bus.

Qt tells every program on the accessibility bus each letter that is added or removed, even if the field shows
dots. When a field is cleared, Qt tells them the whole text. So Qt's connection to the bus (the bridge) is off
while one of these fields changes, and on again before the field emits its signals. Qt would also offer each
key to the bus before the field gets it, so keys take another way (`_KeyGuard`). A screen reader still finds
the field and its name.

No input method is used while secrets are hidden, and none for recovery words: an input method would learn
what is typed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.text_edit import TextEdit

_QUERY = Qt.InputMethodQuery
_TELLS: Final[Mapping[Qt.InputMethodQuery, object]] = {
    _QUERY.ImSurroundingText: "",
    _QUERY.ImTextBeforeCursor: "",
    _QUERY.ImTextAfterCursor: "",
    _QUERY.ImCurrentSelection: "",
    _QUERY.ImCursorPosition: 0,
    _QUERY.ImAnchorPosition: 0,
    _QUERY.ImAbsolutePosition: 0,
}
"""What an input method is told instead of the text: IBus asks hidden fields too, and Qt would answer."""


class _KeyGuard(QObject):
    """An event filter that keeps keys away from the accessibility bus.

    Qt's own filter sends each key to the bus, but only keys that come from the display. So this filter
    replaces each key by a copy, which comes from the program.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a copy of the key in place of the key."""
        if not isinstance(event, QKeyEvent) or not event.spontaneous():
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        copy = event.clone()
        QCoreApplication.sendEvent(watched, copy)
        event.setAccepted(copy.isAccepted())
        return True


class Silence:
    """A pause of the bridge to the accessibility bus; signals of a field wait until the pause ends."""

    def __init__(self) -> None:
        self._depth = 0
        self._waiting: list[SignalInstance] = []
        self._guard: _KeyGuard | None = None

    def guard_keys(self, event: QEvent) -> None:
        """Keep the keys of a field off the accessibility bus, from its first key until it loses the focus."""
        app = QCoreApplication.instance()
        if app is None:
            return
        if event.type() == QEvent.Type.ShortcutOverride:  # comes before a key
            self._guard = self._guard or _KeyGuard(app)
            app.installEventFilter(self._guard)  # goes before filters that came since the last key
        elif event.type() == QEvent.Type.FocusOut and self._guard is not None:
            app.removeEventFilter(self._guard)
            self._guard.deleteLater()
            self._guard = None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Pause the bridge for the duration of the `with` block; emit the waiting signals afterwards."""
        active = QAccessible.isActive()
        self._depth += 1
        if active:
            QAccessible.setActive(False)
        try:
            yield
        finally:
            self._depth -= 1
            if active:
                QAccessible.setActive(True)
        while self._waiting and not self._depth:
            self._waiting.pop(0).emit()

    def tell(self, signal: SignalInstance) -> None:
        """Emit a signal now, or after the pause if one is active."""
        if self._depth:
            self._waiting.append(signal)
        else:
            signal.emit()

    def over(self, menu: QMenu, acts: dict[str, Callable[[], object]]) -> None:
        """Make actions of Qt's context menu run within a pause, with these functions in place of Qt's own.

        The keys of `acts` are Qt's names of the actions.
        """
        for action in menu.actions():
            act = acts.get(action.objectName())
            if act is not None:
                action.triggered.disconnect()
                action.triggered.connect(lambda _=False, act=act: self._do(act))

    def _do(self, act: Callable[[], object]) -> None:
        with self.kept():
            act()


class QuietLineEdit(QLineEdit):
    """A line for a secret.

    Connect to `changed` and `submitted`: Qt's own signals are emitted while the bridge is off, when screen
    readers hear nothing.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """Build the field; `name` is its name for screen readers."""
        self._silence = Silence()
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(heights.field(self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setDragEnabled(False)
        self.textChanged.connect(lambda: self._silence.tell(self.changed))
        self.returnPressed.connect(lambda: self._silence.tell(self.submitted))

    def event(self, event: QEvent) -> bool:
        """Handle keys, input methods, the mouse and drops, all within a pause."""
        self._silence.guard_keys(event)
        with self._silence.kept():
            return super().event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # type: ignore[override]  # as Qt asks
        """Hide the text from an input method."""
        return _TELLS[query] if query in _TELLS else super().inputMethodQuery(query)

    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        """Show the text, or dots. In both cases an input method is told that the text is secret."""
        hints = self.inputMethodHints()
        super().setEchoMode(mode)  # takes the hints away
        self.setInputMethodHints(hints | self.inputMethodHints())

    def setText(self, text: str | None) -> None:
        """Replace the text and clear the undo history."""
        with self._silence.kept():
            super().setText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's own menu; the actions that change the text run within a pause."""
        menu = self.createStandardContextMenu()
        acts: dict[str, Callable[[], object]] = {
            "edit-undo": self.undo,
            "edit-redo": self.redo,
            "edit-cut": self.cut,
            "edit-paste": self.paste,
            "edit-delete": self.del_,
        }
        self._silence.over(menu, acts)
        menu.popup(event.globalPos())


class QuietTextEdit(TextEdit):
    """A field of several lines for a secret.

    Connect to `changed`: Qt's own signals are emitted while the bridge is off, when screen readers hear
    nothing.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the field; `name` is its name for screen readers."""
        self._silence = Silence()
        super().__init__(name, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.textChanged.connect(lambda: self._silence.tell(self.changed))

    def event(self, event: QEvent) -> bool:
        """Handle keys and input methods within a pause."""
        self._silence.guard_keys(event)
        with self._silence.kept():
            return super().event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # type: ignore[override]  # as Qt asks
        """Hide the text from an input method."""
        return _TELLS[query] if query in _TELLS else super().inputMethodQuery(query)

    def viewportEvent(self, event: QEvent) -> bool:
        """Handle the mouse and drops within a pause."""
        with self._silence.kept():
            return super().viewportEvent(event)

    def setPlainText(self, text: str) -> None:
        """Replace the text and clear the undo history."""
        with self._silence.kept():
            super().setPlainText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's own menu; the actions that change the text run within a pause."""
        menu = self.createStandardContextMenu()
        acts: dict[str, Callable[[], object]] = {
            "edit-undo": self.undo,
            "edit-redo": self.redo,
            "edit-cut": self.cut,
            "edit-paste": self.paste,
            "edit-delete": lambda: self.textCursor().removeSelectedText(),
        }
        self._silence.over(menu, acts)
        menu.popup(event.globalPos())
