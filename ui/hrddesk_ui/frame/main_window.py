"""The one window: it shows the gate before a vault is open, and the frame afterwards."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QPushButton,
    QWidget,
)

from hrddesk_ui.desk import settings
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.event_loop import next_turn
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.error_words import messages
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.frame.coverable import Coverable
from hrddesk_ui.frame.dead_cycles import DeadCycles
from hrddesk_ui.frame.loading import load_frame
from hrddesk_ui.frame.message_bar import MessageBar
from hrddesk_ui.frame.stage import Stage
from hrddesk_ui.gate.gate import Gate
from hrddesk_ui.locking.lock_triggers import LeavingWatch
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.theme.theme import Appearance, Scheme
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.translation import Translations, WindowLanguage

if TYPE_CHECKING:
    from pathlib import Path

    from hrddesk.errors import HrdDeskError
    from hrddesk.store.vault.session import Session
    from hrddesk_ui.frame.frame import Frame
    from hrddesk_ui.pages.drafts import Drafts
    from hrddesk_ui.pages.exclusive_page import Alone

_USUAL, _WHOLE = QSize(1180, 720), QSize(1280, 760)  # a smaller screen is filled
_TITLE_HEIGHT = 40  # pixels, of the bar that the system puts on top


class MainWindow(QMainWindow):
    """The window with the gate or the frame, and with the messages over its foot."""

    opening = Signal()  # a passphrase was given: from now on there are secrets in this process
    lock_wanted = Signal()
    wipe_wanted = Signal(object)  # Path of the vault that is to be destroyed
    closed = Signal()

    def __init__(
        self, app: QApplication, runner: Runner, translations: Translations, appearance: Appearance
    ) -> None:
        super().__init__()
        self._app = app
        self.runner = runner
        self._translations = translations
        self._appearance = appearance
        self.desk: Desk | None = None
        self.drafts: Drafts | None = None
        self.swap_told = False
        """Whether the warning about unencrypted swap was shown: once is enough."""
        self.setWindowTitle("HRDDesk")  # never the name of a vault, a case or a person
        self._fit_to_screen()
        self.leaving = LeavingWatch(app, self)
        self.leaving.left.connect(self._lock)
        middle = QWidget(self)
        self.stage = Stage(middle)
        boxes.column(self.stage, parent=middle)
        self.message_bar = MessageBar(middle)
        self.gate = self._new_gate()
        self.coverable = Coverable(middle, self)
        self.coverable.focus_lost.connect(self.stage.focus_shown)
        self.setCentralWidget(self.coverable)
        self.message_bar.dismissed.connect(self.stage.focus_shown)
        self._dead_cycles = DeadCycles(app, self._is_busy, self)
        self._make_actions()
        runner.failed.connect(self.show_error)
        runner.started.connect(self.message_bar.work_started)
        runner.stepped.connect(self.message_bar.work_stepped)
        runner.finished.connect(self.message_bar.work_finished)
        app.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        app.focusChanged.connect(self._focus_moved)

    def _fit_to_screen(self) -> None:
        """Make the window at most as large as the free part of the screen; leave room for its title bar."""
        room = self.screen().availableGeometry()
        size = _USUAL.boundedTo(room.size() - QSize(0, _TITLE_HEIGHT))
        self.resize(size)
        free = room.size() - size - QSize(0, _TITLE_HEIGHT)
        self.move(room.topLeft() + QPoint(free.width() // 2, free.height() // 2))
        if room.width() < _WHOLE.width() or room.height() < _WHOLE.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)  # last: a size given later takes it back

    def _make_actions(self) -> None:
        for key, slot in (
            (Shortcut.LOCK, self._lock),
            (Shortcut.COVER, self.coverable.turn),
            (Shortcut.SEARCH, self._search),
            (Shortcut.HELP, self._help),
            (Shortcut.UNDO, self._undo),
            (Shortcut.REDO, self._redo),
            (Shortcut.QUIT, self.close),
            (Shortcut.DISMISS_MESSAGE, self.message_bar.hush),
            (Shortcut.LARGER, self._larger),
            (Shortcut.LARGER_UNSHIFTED, self._larger),
            (Shortcut.SMALLER, self._smaller),
            (Shortcut.USUAL_SIZE, self._usual_size),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(key.value))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _=False, slot=slot: slot())
            self.addAction(action)

    # --- before a vault is open ---

    def _new_gate(self) -> Gate:
        gate = Gate(self.runner, self._translations.language, self)
        gate.opening.connect(self.opening)
        gate.opening.connect(load_frame)
        gate.opening.connect(self.leaving.watch_computer)
        gate.opened.connect(self.enter)
        gate.language_wanted.connect(self.speak)
        gate.wipe_wanted.connect(self.wipe_wanted)
        gate.told.connect(self.say)
        gate.moved_on.connect(self.message_bar.move_on)
        self.stage.addWidget(gate)
        return gate

    # --- with an open vault ---

    def enter(self, session: "Session") -> None:
        """Prepare the opened vault, with the settings stored in it; the pages follow in the next turn of the
        event loop.
        """
        reader = session.reader_for_lists()
        language, appearance = settings.language(reader), settings.appearance(reader)
        if language not in (None, self._translations.language):
            self._translations.switch(language)
        if appearance != self._appearance:
            self._appearance = appearance
            theme.apply(self._app, appearance)
        self.leaving.wait(settings.idle_minutes(reader))
        self._dead_cycles.begin()
        desk = Desk(session, reader, self.runner, self._translations.language)
        desk.said.connect(self.message_bar.say)
        desk.mended.connect(self.message_bar.settle)
        desk.undo_offered.connect(self._offer_undo)
        desk.moved_on.connect(self.message_bar.move_on)
        desk.lock_wanted.connect(self.lock_wanted)
        desk.wipe_wanted.connect(lambda: self.wipe_wanted.emit(session.folder))
        desk.alone_wanted.connect(self._give_way)
        desk.language_wanted.connect(self.speak)
        desk.appearance_wanted.connect(self.paint)
        desk.idle_wanted.connect(self.leaving.wait)
        self.desk = desk
        from hrddesk_ui.pages.drafts import Drafts  # with the pages, not before

        self.drafts = Drafts.of(desk)
        self.drafts.load()
        self.gate.setEnabled(False)  # nothing is asked there any more
        cut_off = session.was_left_open and not self.gate.locked  # a lock does not wait for a busy database
        next_turn(self, lambda: self._begin_with(desk, cut_off))

    def _begin_with(self, desk: Desk, cut_off: bool) -> None:
        """Show the first page and the messages about the vault.

        `cut_off` tells that the program ended last time before it closed the vault.
        """
        if self.runner.stopped:
            return
        desk.language = self._translations.language
        self.stage.drop(self.gate)
        frame = self.stage.build_frame(desk)
        from hrddesk_ui.frame.after_opening import AfterOpening  # with the pages too

        self._after = AfterOpening(desk, self.message_bar)
        if not self.swap_told:
            self.swap_told = self._after.warn_of_swap()
        self._after.remind()
        frame.offer_drafts()
        if cut_off:
            self._after.tell_of_end()
        self._after.warn()
        self._after.look_later()

    def _is_busy(self) -> bool:
        return self.runner.busy or (self.desk is not None and self.desk.looking)

    def _offer_undo(self, message: Message, act: int, button: str) -> None:
        def then() -> None:
            if self.frame is not None:
                self.frame.undoing.undo(act)

        self.message_bar.offer(message, button or self.tr("Undo"), then)

    def _give_way(self, screen: "Alone") -> None:
        assert self.desk is not None
        self.stage.give_way(self.desk, screen)

    def speak(self, language: WindowLanguage) -> None:
        """Switch the language and build the gate or the pages again in it."""
        self._translations.switch(language)
        self._rebuild()

    def paint(self, appearance: Appearance) -> None:
        """Give the window another look."""
        self._appearance = appearance
        theme.apply(self._app, appearance)
        self._rebuild()

    def _system_scheme_changed(self) -> None:
        if self._appearance.scheme is Scheme.SYSTEM:
            self.paint(self._appearance)

    def _larger(self) -> None:
        self._set_text_size(
            next((size for size in tokens.TEXT_SIZES if size > self._appearance.text_size), None)
        )

    def _smaller(self) -> None:
        self._set_text_size(
            next((size for size in reversed(tokens.TEXT_SIZES) if size < self._appearance.text_size), None)
        )

    def _usual_size(self) -> None:
        self._set_text_size(tokens.TEXT_SIZES[0])

    def _set_text_size(self, percent: int | None) -> None:
        """Show all text in another size and remember the size; None changes nothing."""
        if percent in (None, self._appearance.text_size) or self.coverable.covered:
            return
        chosen = replace(self._appearance, text_size=percent)
        self.paint(chosen)
        if self.desk is not None:
            self.desk.ask(
                self, lambda session, job: settings.keep_appearance(session, chosen), lambda _: None
            )

    def _rebuild(self) -> None:
        if self.desk is not None:
            if self.frame is None:
                return  # the pages are away, and come back in what was chosen
            self.desk.language = self._translations.language
            self.stage.build_frame(self.desk, self.frame.current)
            return
        if self.runner.busy:  # a vault is being made or opened: the page that awaits it has to be there
            self.runner.finished.connect(self._rebuild_soon, Qt.ConnectionType.SingleShotConnection)
            return
        old = self.gate
        self.gate = self._new_gate()
        self.gate.take_over(old)
        self.stage.setCurrentWidget(self.gate)
        self.stage.drop(old)

    def _rebuild_soon(self) -> None:
        """Rebuild the gate after it has handled the result of the running work.

        Nothing is rebuilt if a vault was opened or the window was closed in the meantime.
        """

        def rebuild() -> None:
            if self.desk is None and not self.runner.stopped:
                self._rebuild()

        QTimer.singleShot(0, self, rebuild)

    @property
    def frame(self) -> "Frame | None":
        """The pages of the open vault; None if there are none."""
        return self.stage.frame

    @property
    def session(self) -> "Session | None":
        """The open vault, or the new vault whose recovery words are not proven yet."""
        return self.desk.session if self.desk is not None else self.gate.session

    @property
    def folder(self) -> "Path | None":
        """The folder of the open vault, or of the vault that is about to be unlocked."""
        return self.session.folder if self.session is not None else self.gate.folder

    @property
    def appearance(self) -> Appearance:
        """The look that the person chose."""
        return self._appearance

    # --- what the person is told ---

    def show_error(self, error: "HrdDeskError") -> None:
        """Show an error of the core in the message bar."""
        self.message_bar.say(messages.of(error), "bad")

    def say(self, message: Message, tone: str) -> None:
        """Show a message in the message bar; `tone` is "good", "info", "warn" or "bad"."""
        self.message_bar.say(message, tone)

    # --- keys ---

    def _lock(self) -> None:
        if self.desk is not None or self.gate.holds_secrets:
            self.lock_wanted.emit()

    def _undo(self) -> None:
        if self.frame is not None:
            self.frame.undoing.undo_by_key()

    def _redo(self) -> None:
        if self.frame is not None:
            self.frame.undoing.redo()

    def _search(self) -> None:
        if self.frame is not None and not self.coverable.covered:
            self.frame.focus_search()

    def _help(self) -> None:
        if self.coverable.covered:
            return
        if self.frame is not None:
            self.frame.show_help()
        elif self.desk is None:
            self.gate.show_help()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Make Return press the focused button, which Qt allows only in dialogs; scroll to the focused
        widget.
        """
        if isinstance(now, QPushButton):
            now.setAutoDefault(True)
        if self.frame is not None:
            self.frame.bring_into_sight(now)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide the window at once; then the application closes the vault and ends."""
        self.hide()
        self.closed.emit()
        event.accept()
