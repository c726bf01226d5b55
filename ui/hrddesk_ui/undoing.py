"""Undo and redo of what was done to records, by key, button and message bar."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hrddesk.actions import history
from hrddesk.actions.history import Undone
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.act_words import act_word
from hrddesk_ui.desk import Desk


def change(
    desk: Desk,
    owner: QObject,
    work: Callable[[Session], Changes],
    said: str,
    then: Callable[[], None] = lambda: None,
    failed: Callable[[HrdDeskError], None] | None = None,
) -> None:
    """Change records, call `then`, and say what was done, with a button that takes it back."""

    def run(session: Session, job: Job) -> tuple[int | None, Changes]:
        del job
        changes = work(session)
        return changes.act, changes

    def done(act: int | None) -> None:
        then()
        if act is not None:
            desk.offer_undo(said, act)

    desk.change(owner, run, done, failed=failed)


def bring_back(desk: Desk, owner: QObject, record: RecordId, said: str, then: Callable[[], None]) -> None:
    """Bring a deleted record back, call `then`, and say so with a button that takes it back."""
    change(desk, owner, lambda session: history.revive(session, record), said, then)


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
