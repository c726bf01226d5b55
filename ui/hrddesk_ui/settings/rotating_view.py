"""The page that is shown while a new data key is made; no other page uses the vault during this time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrddesk.errors import NewKeyUnfinished
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import WORDS, Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.pages.exclusive_page import Alone
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import page_layout


class RotatingView(Alone):
    """The page that is shown while the data key is changed.

    The progress and the cancel button are in the bar at the bottom of the window.
    """

    def __init__(
        self, desk: Desk, rotate: Callable[[Session, Job], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rotate = rotate
        self._label = self.tr("Making the new data key")
        self.setAccessibleName(self._label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = page_layout.column(self, 72, centred=True)
        layout.addSpacing(4 * tokens.GRID)
        self._box, inside = page_layout.card(self)
        layout.addWidget(self._box)
        layout.addStretch(1)
        inside.addWidget(page_layout.title(self._label))
        inside.addWidget(
            page_layout.words(
                self.tr(
                    "All pages come back when it is done. You can break it off below, lock, or close the "
                    "window: everything is then as it was before, and the new recovery words open nothing."
                )
            )
        )

    def begin(self) -> None:
        """Start to change the data key.

        After success, failure or cancellation the other pages return, unless the change must be finished at
        the next opening of the vault.
        """
        self.setFocus()
        desk, runner, done = self._desk, self._desk.runner, self.tr("The vault has a new data key.")

        def told(_: object) -> None:
            desk.mended.emit(WORDS)
            desk.say(
                done,
                self.tr("From now on the new recovery words count."),
                self.tr("Make a new backup, and destroy the old ones: they still open as before."),
            )

        unfinished: list[NewKeyUnfinished] = []

        def rotate(job: Job) -> object:
            try:
                return self._rotate(desk.session, job)
            except NewKeyUnfinished as error:
                unfinished.append(error.with_traceback(None))
                raise

        task = runner.run(self, rotate, told, label=self._label)

        def ended(finished: Task) -> None:
            if finished is task:
                runner.finished.disconnect(ended)
                if runner.stopped:
                    return  # this page may be gone
                if unfinished:
                    self._box.hide()  # the message bar says the opposite of it
                else:
                    self.closed.emit()

        runner.finished.connect(ended)
