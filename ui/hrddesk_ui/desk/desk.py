"""The open vault as pages see it: they read and change it, and learn what other pages changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hrddesk.errors import HrdDeskError
from hrddesk.system.jobs import Job
from hrddesk_ui.desk import settings
from hrddesk_ui.desk.read_thread import ReadThread
from hrddesk_ui.desk.runner import Runner, Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.words.language import show_languages
from hrddesk_ui.words.translation import WindowLanguage
from hrddesk_ui.words.vocabularies import show_words

if TYPE_CHECKING:
    from hrddesk.records.model.record import RecordId
    from hrddesk.store.records.changes import Changes, Outcome
    from hrddesk.store.records.store import Store
    from hrddesk.store.vault.check import CheckReport
    from hrddesk.store.vault.session import Session

T = TypeVar("T")

ALARM = "alarm"
"""The subject of the message that an older copy may have been put back."""


BACKUP = "backup"
"""The subject of the message that reminds of a backup."""


WORDS = "words"
"""The subject of the message that the recovery words may not be on paper."""


_LISTS = "lists"  # the lane for reading parts of lists


class Desk(QObject):
    """The open vault with its signals; every page gets the same object.

    Use `reader` in the window's thread only, and `session` in the runner's thread only.
    """

    changed = Signal(object)  # Changes: what an action changed; pages decide whether to load anew
    said = Signal(object, str, object)  # Message, tone: "info", "good", "warn" or "bad", what it is about
    looked = Signal(object)  # CheckReport of the check in the background
    mended = Signal(object)  # the subject of a complaint whose cause is solved
    moved_on = Signal()  # the person began something else or went elsewhere
    wanted = Signal(str, str, str)  # RecordId to show, one of its fields, words to select in it
    levels_wanted = Signal(object)  # list[RecordId]: cases whose visibility level the user wants to set
    history_wanted = Signal(str)  # RecordId whose history the user wants to see
    undo_offered = Signal(object, int, str)  # Message, number of the action to undo, text of the button
    correction_wanted = Signal(int)  # number of the publication that somebody wants to correct
    page_wanted = Signal(str)  # name of a page
    help_wanted = Signal(str)  # name of a help page
    lock_wanted = Signal()
    wipe_wanted = Signal()
    alone_wanted = Signal(object)  # Alone: a page that has the window and the vault alone until it is closed
    language_wanted = Signal(object)  # Language
    appearance_wanted = Signal(object)  # Appearance
    idle_wanted = Signal(int)  # minutes until the vault locks by itself
    unsaved_changed = Signal(int)  # number of forms with unsaved content
    discard_wanted = Signal(object)  # DraftKey: the unsaved content of this form is discarded

    def __init__(self, session: "Session", reader: "Store", runner: Runner, language: WindowLanguage) -> None:
        super().__init__()
        self.session = session
        self.reader = reader
        self.runner = runner
        self.language = language
        self._readings: dict[str, ReadThread] = {}
        from hrddesk.actions.records.lent_copies import LentCopies  # the locked window needs no core

        self.lent = LentCopies()
        """Copies of evidence outside the vault, which are erased when the vault is locked."""
        self.report: CheckReport | None = None
        """The result of the background check once it has ended."""
        show_words(reader.words())
        show_languages(settings.label_languages(reader))
        self.changed.connect(self._read_words)  # before any page looks again

    def _read_words(self, changes: "Changes") -> None:
        if changes.others:
            show_words(self.reader.words())

    def ask(
        self,
        owner: QObject,
        work: Callable[["Session", Job], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[HrdDeskError], None] | None = None,
        label: str = "",
        can_cancel: bool = True,
    ) -> Task:
        """Run `work(session, job)` in the vault's thread, then `then(result)` in the window's thread.

        `label` describes the work to the user ("Writing the bundle"); give one to all work that may take
        long. Set `can_cancel` to False for work that calls no step of its job, since it could not be stopped.
        """
        if label:
            self._move_on()
        about = (id(owner), getattr(work, "__code__", work))  # the same work of the same page

        def arrived(result: T) -> None:
            self.mended.emit(about)
            then(result)

        def complain(error: HrdDeskError) -> None:
            self.said.emit(messages.of(error), "bad", about)

        session = self.session
        return self.runner.run(
            owner,
            lambda job: work(session, job),
            arrived,
            failed=failed or complain,
            label=label,
            can_cancel=can_cancel,
        )

    def keep_statuses(self) -> None:
        """Compute the custody statuses of today that the vault does not have yet, and store them.

        This happens in the vault's thread and in batches, so that other work can run in between.
        """
        from hrddesk.actions.analysis import statuses  # the page that unlocks loads no database

        def work(session: "Session", job: Job) -> bool:
            return not session.is_read_only and statuses.keep_current(session.store, job)

        self.ask(self, work, lambda more: self.keep_statuses() if more else None, failed=lambda _error: None)

    def look(
        self,
        owner: QObject,
        work: Callable[["Store", Job], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[HrdDeskError], None] | None = None,
        label: str = "",
        lane: str = "",
    ) -> Task:
        """Do the same as `ask`, for long work that only reads: saving does not wait for it.

        `lane` names the thread in which the work runs. Work waits only for other work of the same lane.
        """
        if label:
            self._move_on()
        return self._reading(lane).look(owner, work, then, failed=failed, label=label)

    def look_for_list(
        self, owner: QObject, work: Callable[["Store", Job], T], then: Callable[[T], None], /
    ) -> Task:
        """Do the same as `look`, for reading a part of a list.

        Such work is short and waits only for other parts of lists.
        """
        return self._reading(_LISTS, keeps=True).look(owner, work, then)

    @property
    def looks_for_lists(self) -> bool:
        """Whether a part of a list is still being read."""
        reading = self._readings.get(_LISTS)
        return reading is not None and reading.busy

    def _reading(self, lane: str, *, keeps: bool = False) -> ReadThread:
        reading = self._readings.get(lane)
        if reading is None or reading.ended:
            reading = self._readings[lane] = ReadThread(self.session, self.runner, keeps=keeps)
        return reading

    @property
    def looking(self) -> bool:
        """Whether any reading thread is at work."""
        return any(reading.busy for reading in self._readings.values())

    def change(
        self,
        owner: QObject,
        work: Callable[["Session", Job], "Outcome[T]"],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[HrdDeskError], None] | None = None,
        label: str = "",
    ) -> Task:
        """Do the same as `ask`, for an action that changes records; then tell every page what was changed.

        After that, `then` gets the result of the action, which may be None.
        """

        def deliver(outcome: "Outcome[T]") -> None:
            self.changed.emit(outcome.changes)
            if then is not None:
                then(outcome.result)

        self._move_on()
        return self.ask(owner, work, deliver, failed=failed, label=label)

    def _move_on(self) -> None:
        """Tell the pages that the user began something new.

        Work that begins while a result is delivered does not count: it follows from earlier work of the user.
        """
        if not self.runner.delivering:
            self.moved_on.emit()

    def say(
        self, what: str, safe: str = "", todo: str = "", *, tone: str = "good", about: object = None
    ) -> None:
        """Show a message in the message bar.

        In the tone "good" or "info" it disappears when the user begins something else. In the tone "warn" or
        "bad" it stays until the user closes it or the signal `mended` is emitted with the same `about`.
        """
        self.said.emit(Message(what, safe, todo), tone, about)

    def offer_undo(self, what: str, act: int, button: str = "") -> None:
        """Say `what` was done in the message bar, with a button that undoes the action number `act`."""
        self.undo_offered.emit(Message(what), act, button)

    def show_record(self, record_id: "RecordId", field: str = "", words: str = "") -> None:
        """Show the record on the page it belongs to; with `field`, open its form at that field and at `words`
        in it.
        """
        self.wanted.emit(str(record_id), field, words)
