"""Undo and redo of what was done to records, by key, button and message bar."""

from PySide6.QtCore import QObject

from hrddesk.actions import history
from hrddesk.actions.history import Undone
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.act_words import act_word
from hrddesk_ui.desk import Desk


class Undoing(QObject):
    """Follows from the history of the vault: it goes on where it was before a lock."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def undo(self, act: int | None = None) -> None:
        """Take back the last act that stands, or the one of that number."""

        def work(session: Session, job: Job) -> tuple[tuple[Undone, int | None], Changes]:
            del job
            done, changes = history.undo(session, act)
            return (done, changes.act), changes

        self._desk.change(self, work, lambda outcome: self._say(*outcome))

    def redo(self) -> None:
        """Do again what was undone last."""

        def work(session: Session, job: Job) -> tuple[tuple[Undone, int | None], Changes]:
            del job
            done, changes = history.redo(session)
            return (done, changes.act), changes

        self._desk.change(self, work, lambda outcome: self._say_again(*outcome))

    def _say(self, done: Undone, act: int | None) -> None:
        words = self.tr("Undone: {what}.").format(what=act_word(done.what))
        if act is not None:
            self._desk.offer_undo(words, act, self.tr("Redo"))

    def _say_again(self, done: Undone, act: int | None) -> None:
        del done
        if act is not None:
            self._desk.offer_undo(self.tr("Done again."), act)
