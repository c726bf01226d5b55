"""Start, lock and end the window."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from PySide6.QtCore import QByteArray, QLoggingCategory, QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hrddesk.errors import HrdDeskError, LockedForGood
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.frame import bug_report as report
from hrddesk_ui.frame import dead_cycles
from hrddesk_ui.frame.main_window import MainWindow
from hrddesk_ui.locking.clipboard import ClipboardGuard
from hrddesk_ui.locking.heartbeat import Heartbeat, end_in_time, never_stop
from hrddesk_ui.locking.process_signals import EndWatch
from hrddesk_ui.locking.resume import WIPED, WIPED_NOT_ALL, Resume, replace_process, take
from hrddesk_ui.theme import theme
from hrddesk_ui.words.translation import Translations

LOCK_SECONDS = 2.0
"""Within this time a vault is locked, whatever a job or the window does."""
_LAST_SECONDS = 0.8  # of these: how long a running job may take to roll back
_DRAFT_SECONDS = 0.6  # of these: how long the disk may take what was typed and not saved


class App:
    """The parts of the running window.

    `replace` starts the program anew in this process when the vault is locked. `limit` starts a timer that
    ends the process if locking takes too long. `heartbeat` ends the process if the window's thread no longer
    reacts.
    """

    def __init__(
        self,
        qt: QApplication,
        replace: Callable[[Resume], object] = replace_process,
        limit: Callable[[], object] = lambda: None,
        heartbeat: Heartbeat | None = None,
    ) -> None:
        self.qt = qt
        self._replace = replace
        self._limit = limit
        self._heartbeat = heartbeat
        self.translations = Translations(qt)
        self.runner = Runner()
        self.window: MainWindow
        self._leaving = False
        self._drained = True

    def start(self, begin: Resume) -> None:
        """Show the window: the start page, or the page that unlocks `begin.folder`."""
        self.translations.switch(begin.chosen_language)
        theme.load_fonts(self.qt)
        theme.apply(self.qt, begin.chosen_appearance)
        self.window = MainWindow(self.qt, self.runner, self.translations, begin.chosen_appearance)
        self.window.swap_told = bool(begin.swap_told)
        self.clipboard = ClipboardGuard(self.qt, parent=self.window)
        if self._heartbeat is not None:
            self.window.opening.connect(self._heartbeat.begin)
        self.window.lock_wanted.connect(self.lock)
        self.window.closed.connect(self.end)
        self.window.wipe_wanted.connect(self.wipe)
        self.runner.crashed.connect(self.crash)
        gate = self.window.gate
        if begin.folder:
            gate.show_unlock(Path(begin.folder), locked=bool(begin.locked))
        else:
            gate.show_start()
        if begin.report:
            gate.show_report(begin.report)
        if begin.geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(begin.geometry.encode("ascii", "replace")))
        if begin.said:
            from hrddesk_ui.settings.wipe_view import wiped_words

            self.window.say(wiped_words(begin.said), "good")
        self.window.show()

    def lock(self, bug_report: str = "") -> None:
        """Close the vault and replace the process by a new one that asks for the passphrase."""
        if self._leaving:
            return
        self._leaving = True
        self._hurry()
        folder = self.window.folder
        after = self._resume(
            folder="" if folder is None else str(folder),
            report=bug_report,
            locked="" if self.window.session is None else "yes",
            swap_told="yes" if self.window.swap_told else "",
            geometry=bytes(self.window.saveGeometry().toBase64().data()).decode("ascii"),
        )
        try:
            self._close_vault()
        finally:  # whatever could not be closed in order: the process is replaced, and its memory with it
            self._replace(after)

    def _resume(self, **fields: str) -> Resume:
        """Return the state for the next process: `fields`, and the language and look of this process."""
        look = self.window.appearance
        return Resume(
            language=self.translations.language.value,
            scheme=look.scheme.value,
            text_size=str(look.text_size),
            dense="yes" if look.dense else "",
            **fields,
        )

    def wipe(self, folder: Path) -> None:
        """Destroy a vault and replace the process by one that knows nothing of the vault.

        The keys are destroyed at once, whatever a running job does. If they cannot be destroyed, the window
        says so and stays open.
        """
        if self._leaving:
            return
        from hrddesk.store.vault import wiping  # the page that unlocks waits for no database

        try:
            wiping.destroy_keys(folder)
        except HrdDeskError as error:
            self.window.show_error(error)
            return
        self._leaving = True
        self.runner.cancel_all()
        leftovers = wiping.remove(folder)
        self._hurry()
        after = self._resume(said=WIPED_NOT_ALL if leftovers else WIPED)
        try:
            self._close_vault()
        finally:
            self._replace(after)

    def crash(self, error: BaseException) -> None:
        """Lock because of a bug and show a report without case data.

        If `error` is an error of the database that has words for users, show these words and do not lock.
        """
        from hrddesk.store.database.database_errors import told

        user_error = told(error)
        if user_error is not None:
            self.window.show_error(user_error)
            return
        self.lock(report.without_case_data(error))

    def end(self) -> None:
        """Close the vault before the process ends."""
        if not self._leaving:
            self._leaving = True
            self._hurry()
            self._close_vault()
            self.translations.clear()
            self.qt.quit()

    def _hurry(self) -> None:
        """Prepare the end of the process: stop the heartbeat, and start the timer that ends a process that
        hangs.
        """
        if self._heartbeat is not None:
            self._heartbeat.stop()
        self._limit()

    @property
    def drained(self) -> bool:
        """Whether the vault's thread ended within its time when the vault was closed."""
        return self._drained

    def _close_vault(self) -> None:
        session = self.window.session
        if session is not None:
            session.cancel_guests()
        self.clipboard.clear()
        for top_level in self.qt.topLevelWidgets():
            top_level.hide()  # dialogs too; what is shown reads the vault when it paints
        if self.window.desk is not None:
            self.window.desk.lent.erase()
            self.window.desk.reader.close()
        drafts = self.window.drafts
        if drafts is not None:
            drafts.hurry()

        def last() -> None:
            if drafts is not None:
                drafts.finish(_DRAFT_SECONDS)
            if session is not None:
                session.close()

        # Work that does not stop in time dies with the process; its transaction was never committed.
        self.runner.cancel_all()
        if session is not None:
            session.interrupt()
        self._drained = self.runner.stop(last, _LAST_SECONDS)


def prepare() -> None:
    """Keep Qt from writing anything to disk or logs; keep garbage collection from blocking the window.

    A file dialog of Qt would store the name of the evidence folder. Qt's debug output contains every shown
    character and every key, and goes into the journal of the system. An environment variable or a file of the
    desktop could turn this output on.
    """
    for name in ("QT_LOGGING_RULES", "QT_LOGGING_CONF"):  # they would count for more than what is set here
        os.environ.pop(name, None)
    QLoggingCategory.setFilterRules("*.debug=false\n*.info=false")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "/dev/null/none")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "/dev/null/none")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    # The first file dialog looked for its icons among those of the desktop: where no list of them is kept, in
    # a hundred thousand places, for a quarter of a second. Qt has its own.
    QIcon.setThemeSearchPaths([":/icons"])
    dead_cycles.put_off()


def say_where(error: BaseException | None) -> None:
    """Print where a bug happened if Python cannot raise the error (for example in a destructor).

    The message of the error is left out, because it may quote a record.
    """
    if error is not None:
        with suppress(OSError):
            sys.stderr.write(f"{report.without_case_data(error)}\n")


def become(resume: Resume) -> None:
    """Replace the process by a new one, as `resume` says.

    If the program cannot be started again, say so and exit: no secret may stay in the memory of this process.
    """
    try:
        replace_process(resume)
    except OSError as error:  # the stick with the program was pulled out, there is no memory
        reason = LockedForGood(why=error.strerror)
        with suppress(OSError):
            sys.stderr.write(f"hrddesk: {reason}\n")
        os._exit(reason.exit_code)


def main() -> NoReturn:
    """Open the window; when it is closed, end the process with the exit code of Qt."""
    prepare()
    never_stop()
    qt = QApplication(["hrddesk"])
    qt.setApplicationName("hrddesk")
    qt.setApplicationDisplayName("HRDDesk")
    app = App(qt, become, end_in_time, Heartbeat(qt))
    ending = EndWatch(qt)
    ending.wanted.connect(app.end)

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace
        app.crash(error)

    app.start(take())
    sys.excepthook = on_bug
    threading.excepthook = lambda caught: say_where(caught.exc_value)
    sys.unraisablehook = lambda caught: say_where(caught.exc_value)
    end_at_once(qt, qt.exec())


def end_at_once(qt: QApplication, code: int) -> NoReturn:
    """End the process after the vault is closed, without freeing the objects of Python and Qt.

    At a usual exit the interpreter would free every object, which takes longer than all the rest. It would
    wait for any thread that hangs in a system call, and could unload a library that another thread still
    uses. The memory of the process is gone either way.
    """
    qt.sync()  # the display knows of the empty clipboard and of windows that are gone
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or nobody reads it any more
            stream.flush()
    os._exit(code)
