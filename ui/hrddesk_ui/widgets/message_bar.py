"""The bar at the bottom: what happened, what is safe, what to do; and how far long work is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hrddesk_ui import theme
from hrddesk_ui.messages import Message
from hrddesk_ui.runner import Task
from hrddesk_ui.shortcuts import Key


class MessageBar(QFrame):
    """Two lines that come and go: a message that stays until it is dismissed, and work in progress."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._message = _MessageLine(self)
        self._message.dismiss.clicked.connect(self.hush)
        self._work = _WorkLine(self)
        layout.addWidget(self._work)
        layout.addWidget(self._message)
        self._message.hide()
        self._work.hide()

    def say(self, message: Message, tone: str) -> None:
        """Show `message`, in the place of the one before it."""
        self._message.fill(message, tone)
        self._message.show()
        event = QAccessibleEvent(self._message, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def hush(self) -> None:
        """Take the message away."""
        had_focus = self._message.dismiss.hasFocus()
        self._message.hide()
        if had_focus:
            self.dismissed.emit()

    @property
    def text(self) -> str:
        """What the bar says now, empty when it says nothing."""
        return self._message.text if self._message.isVisibleTo(self) else ""

    @property
    def tone(self) -> str:
        """The tone of the message."""
        return str(self._message.property("tone"))

    def work_started(self, task: Task) -> None:
        """Show work that has a label."""
        if task.label:
            self._work.begin(task)

    def work_stepped(self, task: Task, done: int, total: int) -> None:
        """Show how far it is."""
        self._work.step(task, done, total)

    def work_finished(self, task: Task) -> None:
        """Take it away."""
        self._work.end(task)


class _MessageLine(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "message", tone="info")
        self.text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        self._sign = QLabel(self)
        self._what = QLabel(self)
        theme.set_role(self._what, "what")
        self._rest = QLabel(self)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        for label in (self._what, self._rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        self.dismiss = QPushButton(self.tr("Dismiss"), self)
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss.setToolTip(Key.DISMISS_MESSAGE.shown)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def fill(self, message: Message, tone: str) -> None:
        theme.set_role(self, "message", tone=tone)
        theme.set_role(self._what, "what")
        icon = {"good": "done", "warn": "warning", "bad": "problem"}.get(tone, "info")
        self._sign.setPixmap(theme.icon(icon).pixmap(16, 16))
        self.text = message.text
        self._what.setText(message.what)
        rest = " ".join(part for part in (message.safe, message.todo) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(message.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss.click()
            return
        super().keyPressEvent(event)


class _WorkLine(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "message", tone="info")
        self._task: Task | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(40 * theme.GRID)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self._stop)
        row.addWidget(self._label)
        row.addWidget(self._progress, 1)
        row.addStretch(1)
        row.addWidget(self._cancel)

    def begin(self, task: Task) -> None:
        self._task = task
        self._label.setText(task.label)
        self._progress.setAccessibleName(task.label)
        self._cancel.setAccessibleName(self.tr("Cancel: {work}").format(work=task.label))
        self._cancel.setEnabled(True)
        self._cancel.setVisible(task.can_cancel)
        self._progress.setRange(0, 0)
        self.show()

    def step(self, task: Task, done: int, total: int) -> None:
        if task is not self._task or total <= 0:
            return
        # The bar counts in int: gigabytes are shown in thousandths.
        self._progress.setRange(0, 1000)
        self._progress.setValue(min(1000, done * 1000 // total))

    def end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.hide()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._label.setText(self.tr("Stopping …"))
            self._cancel.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._cancel.setText(self.tr("Cancel"))
        super().changeEvent(event)
