"""A message over the page: what happened, what is safe, what to do; and the progress of long work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words.messages import Message, one_line
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes

_COMPLAINTS = ("warn", "bad")
_WIDTH = 640  # pixels, with text of the usual size
_NEWS_MS, _MS_PER_LETTER = 8000, 80  # how long news stay; a slow reader takes longer for a long text
_MAKE_WAY_MS = 100  # how soon a message makes way for a cursor that went below it: no signal tells of all
_PATIENCE_MS = 150  # work that is done before shows nothing: a bar that flashes tells nobody anything


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShownMessage:
    message: Message
    tone: str
    about: object
    act: str = ""
    then: Callable[[], None] | None = None


class MessageBar(QFrame):
    """Messages that float over the foot of `around`, so that nothing moves when one appears or leaves.

    A message never covers the cursor or the current row: it then stands above them.

    "News" are messages that disappear after some seconds, or when the user begins something else; they stay
    as long as the mouse pointer or the keyboard focus is on them. "Complaints" are warnings and errors,
    which stay until their cause is solved or the user closes them. A message may cover a complaint; when
    that message is removed, the complaint appears again.
    """

    dismissed = Signal()

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        around.installEventFilter(self)
        self.reading_time = QTimer(self)
        """Ends when news have been shown long enough."""
        self.reading_time.setSingleShot(True)
        self.reading_time.timeout.connect(self._have_been_read)
        self._news: _ShownMessage | None = None
        self._complaints: list[_ShownMessage] = []
        self._message = _MessageLine(self)
        self._message.dismiss.clicked.connect(self.hush)
        self._message.act.clicked.connect(self._do)
        # Queued: the letters of the new language are measured once everything speaks it.
        self._message.renamed.connect(self._place, Qt.ConnectionType.QueuedConnection)
        self._work = _WorkLine(self)
        self._work.shown.connect(self._show)
        self._work.left.connect(self.dismissed)
        self._lines = boxes.column(self._message, self._work, parent=self, spacing=-1)
        for line in (self._message, self._work):
            line.hide()
        self.hide()
        self._making_way = QTimer(self)
        self._making_way.setInterval(_MAKE_WAY_MS)
        self._making_way.timeout.connect(self._place)

    def say(self, message: Message, tone: str, about: object = None) -> None:
        """Show `message`; if it has a subject (`about`), remove an older warning or error about the same
        subject.
        """
        item = _ShownMessage(message=message, tone=tone, about=about)
        self._complaints = [
            complaint
            for complaint in self._complaints
            if complaint.message != message and (about is None or complaint.about != about)
        ]
        if tone in _COMPLAINTS:
            self._complaints.append(item)
            self._news = None
        else:
            self._news = item
        self._show()
        announce(self._message, message.text, is_urgent=tone in _COMPLAINTS)

    def offer(self, message: Message, act: str, then: Callable[[], None]) -> None:
        """Show a message with a button named `act`; the button calls `then` and removes the message."""
        self._news = _ShownMessage(message=message, tone="good", about=None, act=act, then=then)
        self._show()
        announce(self._message, message.text)

    def _do(self) -> None:
        item, self._news = self._news, None
        self._show()
        self.dismissed.emit()
        if item is not None and item.then is not None:
            item.then()

    def move_on(self) -> None:
        """Remove the message unless it is a warning or an error, because the user has begun
        something else.
        """
        self._news = None
        self._show()

    def settle(self, about: object) -> None:
        """Remove the warnings and errors about the subject `about`, because their cause is solved."""
        self._complaints = [complaint for complaint in self._complaints if complaint.about != about]
        self._show()

    def hush(self) -> None:
        """Remove the current message."""
        had_focus = self._message.dismiss.hasFocus()
        if self._news is not None:
            self._news = None
        elif self._complaints:
            self._complaints.pop()
        self._show()
        if had_focus and not self.text:
            self.dismissed.emit()

    @property
    def act(self) -> QPushButton:
        """The button of the current message; hidden if the message has none."""
        return self._message.act

    @property
    def text(self) -> str:
        """The current text of the bar; "" if there is none."""
        item = self._said
        return "" if item is None else item.message.text

    @property
    def tone(self) -> str:
        """The tone of the current message."""
        return str(self._message.property("tone"))

    @property
    def _said(self) -> _ShownMessage | None:
        return self._news or (self._complaints[-1] if self._complaints else None)

    def _show(self) -> None:
        item = self._said
        if item is not None:
            self._message.fill(item.message, item.tone, item.act)
        self._message.setVisible(item is not None and not self._work.wanted)
        self._work.setVisible(self._work.wanted)
        self.setVisible(item is not None or self._work.wanted)
        for line in (self._message, self._work):
            line.updateGeometry()  # now: what was just written has not reached the layout of the bar yet
        if self.isHidden():
            self._making_way.stop()
        elif not self._making_way.isActive():
            self._making_way.start()
        self._place()
        if self._news is not None and not self._work.wanted:
            self.reading_time.start(max(_NEWS_MS, _MS_PER_LETTER * len(self._news.message.text)))
        else:
            self.reading_time.stop()

    def _have_been_read(self) -> None:
        """Remove the news, or wait once more if the mouse pointer or the keyboard focus is on them."""
        if self.underMouse() or self._has_focus:
            self.reading_time.start()
        else:
            self.move_on()

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _place(self) -> None:
        """Move to the foot of the page, or above the cursor if the message would cover it there."""
        if self.isHidden() or self._has_focus:  # a button that is about to be pressed stays where it is
            return
        room = self._around.rect().adjusted(2 * tokens.GRID, tokens.GRID, -2 * tokens.GRID, -2 * tokens.GRID)
        width = min(room.width(), heights.scaled(_WIDTH))
        lines = self._lines
        height = lines.totalHeightForWidth(width) if lines.hasHeightForWidth() else lines.sizeHint().height()
        place = QRect(0, 0, width, min(room.height(), height))
        place.moveCenter(room.center())
        place.moveBottom(room.bottom())
        cursor = self._cursor()
        if place.intersects(cursor) and cursor.top() - tokens.GRID - place.height() >= room.top():
            place.moveBottom(cursor.top() - tokens.GRID)
        self.setGeometry(place)
        self.raise_()

    def _cursor(self) -> QRect:
        """Return the line with the cursor, the current row or the focused button, in the coordinates of
        the page.
        """
        focus = QApplication.focusWidget()
        if focus is None or not self._around.isAncestorOf(focus):
            return QRect()
        cursor = QRectF(focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
        start = focus.mapTo(self._around, QPoint(0, cursor.y()))
        return QRect(start, QSize(focus.width(), cursor.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if watched is self._around and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def work_started(self, task: Task) -> None:
        """Show the progress of `task` if it has a label and takes long."""
        if task.label:
            self._work.begin(task)

    def work_stepped(self, task: Task, done: int, total: int) -> None:
        """Show the progress of the work."""
        self._work.step(task, done, total)

    def work_finished(self, task: Task) -> None:
        """Remove the progress of the work."""
        self._work.end(task)


class _MessageLine(QFrame):
    renamed = Signal()  # its buttons speak another language, which may be higher

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "message", tone="info")
        row = boxes.row(
            parent=self, margin=(2 * tokens.GRID, tokens.GRID // 2, tokens.GRID, tokens.GRID // 2), spacing=-1
        )
        self._sign = Label(parent=self)
        self._what = Label(parent=self)
        theme.set_role(self._what, "what")
        self._rest = Label(parent=self)
        words = boxes.column(spacing=tokens.GRID // 2)
        for label in (self._what, self._rest):
            label.setWordWrap(True)
            words.addWidget(label)
        self.dismiss = QPushButton(self.tr("Dismiss"), self)
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss.setToolTip(Shortcut.DISMISS_MESSAGE.shown)
        self.act = QPushButton(self)
        self.act.hide()
        boxes.add(row, self._sign, (words, 1), self.act, self.dismiss)

    def fill(self, message: Message, tone: str, act: str = "") -> None:
        self.act.setText(act)
        self.act.setAccessibleName(f"{act}: {message.what}" if act else "")
        self.act.setVisible(bool(act))
        theme.set_role(self, "message", tone=tone)
        theme.set_role(self._what, "what")
        icon = {"good": "done", "warn": "warning", "bad": "problem"}.get(tone, "info")
        self._sign.setPixmap(theme.icon(icon).pixmap(16, 16))
        self._what.setText(message.what)
        rest = one_line(message.safe, message.todo)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(message.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.dismiss.setText(self.tr("Dismiss"))
            self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
            self.renamed.emit()
        super().changeEvent(event)


class _WorkLine(QFrame):
    """The line with the progress and its Cancel button.

    Cancel is on the left, so that it never appears in the place of the button that closes a message.
    """

    shown = Signal()  # it wants to be seen, or no longer
    left = Signal()  # the keyboard was on it, and has to go on elsewhere

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "message", tone="info")
        self._task: Task | None = None
        self._before: QWidget | None = None  # what had the keyboard before the button
        self.wanted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(lambda: self._want(True))
        row = boxes.row(
            parent=self, margin=(2 * tokens.GRID, tokens.GRID // 2, tokens.GRID, tokens.GRID // 2), spacing=-1
        )
        self._label = Label(parent=self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setMinimumWidth(10 * tokens.GRID)
        self._progress.setMaximumWidth(30 * tokens.GRID)
        self._cancel = boxes.button(self.tr("Cancel"), self._stop, self)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        boxes.add(row, self._label, (self._progress, 1), self._cancel, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def begin(self, task: Task) -> None:
        self._task = task
        self._label.setText(task.label)
        self._progress.setAccessibleName(task.label)
        self._cancel.setAccessibleName(self.tr("Cancel: {work}").format(work=task.label))
        self._cancel.setEnabled(True)
        self._cancel.setVisible(task.can_cancel)
        self._progress.setRange(0, 0)
        self._soon.start()

    def step(self, task: Task, done: int, total: int) -> None:
        if task is not self._task or total <= 0:
            return
        # The bar counts in int: gigabytes are shown in thousandths.
        self._progress.setRange(0, 1000)
        self._progress.setValue(min(1000, done * 1000 // total))

    def end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._soon.stop()
            self._leave()
            self._want(False)

    def _want(self, is_wanted: bool) -> None:
        self.wanted = is_wanted
        self.shown.emit()
        if is_wanted:
            announce(self, self._label.text())

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._label.setText(self.tr("Stopping …"))
            self._leave()
            self._cancel.setEnabled(False)

    def _leave(self) -> None:
        """Give the focus back before the Cancel button is hidden: otherwise Qt would give it to the search
        box.
        """
        if not self._cancel.hasFocus():
            return
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.left.emit()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._cancel:
            self._before = before

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._cancel.setText(self.tr("Cancel"))
        super().changeEvent(event)
