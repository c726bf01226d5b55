"""Undo and redo of changes to records: by keys, by buttons, and from the message bar."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hrddesk.actions.records import history
from hrddesk.actions.records.history import Undone
from hrddesk.actions.scope import profiles
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.words.act_words import act_word
from hrddesk_ui.words.record_words import RecordWords


def change(
    desk: Desk,
    owner: QObject,
    work: Callable[[Session], Outcome[object]],
    sentence: str,
    then: Callable[[], None] = lambda: None,
    failed: Callable[[HrdDeskError], None] | None = None,
) -> None:
    """Run the action `work`, call `then`, and say `sentence` with a button that undoes the action.

    If the action ends with an error, `failed` is called with it; without `failed`, the message bar shows the
    error.
    """

    def run(session: Session, job: Job) -> Outcome[int | None]:
        del job
        changes = work(session).changes
        return Outcome(changes.act, changes)

    def done(act: int | None) -> None:
        then()
        if act is not None:
            desk.offer_undo(sentence, act)

    desk.change(owner, run, done, failed=failed)


def bring_back(desk: Desk, owner: QObject, record: RecordId, sentence: str, then: Callable[[], None]) -> None:
    """Restore a deleted record, call `then`, and say `sentence` with a button that undoes the restoring."""
    change(desk, owner, lambda session: history.revive(session, record), sentence, then)


class Undoing(QObject):
    """Undo and redo by the history of the vault; both still work after a lock.

    While a visible form has unsaved changes, undo and redo work only by the button of a message that names
    the change: a user who presses the key then means the typing in the form.
    """

    possible = Signal(str, str)  # in words: what would be undone, what would be done again; "" for nothing

    def __init__(self, desk: Desk, frame: QWidget) -> None:
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        desk.changed.connect(self.look)

    def look(self) -> None:
        """Find out what can be undone and redone, and emit the words for both by the signal `possible`."""

        def done(steps: tuple[Undone | None, Undone | None]) -> None:
            self.possible.emit(*("" if step is None else self._named(step) for step in steps))

        self._desk.look(self, lambda store, _: history.next_steps(store), done, lane="undo")

    def undo(self, act: int | None = None) -> None:
        """Undo the last action, or the action with the number `act`."""
        if act is None and self._waits_for_form():
            return

        def work(session: Session, job: Job) -> Outcome[tuple[Undone, int | None]]:
            del job
            done, changes = history.undo(session, act)
            return Outcome((done, changes.act), changes)

        self._desk.change(self, work, lambda outcome: self._say(*outcome))

    def undo_by_key(self) -> None:
        """Undo the last action when the undo key is pressed.

        In a text field, which has no typing to undo then, only say which button undoes a saved change.
        """
        now = QApplication.focusWidget()
        typed = isinstance(now, QLineEdit | QPlainTextEdit) and not now.isReadOnly()
        if typed or (isinstance(now, QComboBox) and now.isEditable()):
            words = self.tr("There is no typing to undo in this field. To undo a saved change, press ↶.")
            self._desk.say(words, tone="info")
        else:
            self.undo()

    def redo(self) -> None:
        """Redo the action that was undone last."""
        if self._waits_for_form():
            return

        def work(session: Session, job: Job) -> Outcome[tuple[Undone, int | None]]:
            del job
            done, changes = history.redo(session)
            return Outcome((done, changes.act), changes)

        self._desk.change(self, work, lambda outcome: self._say_again(*outcome))

    def _waits_for_form(self) -> bool:
        """Tell whether a visible form has unsaved changes; if so, say that nothing was undone because of
        them.
        """
        forms = (each for each in self._frame.findChildren(QWidget) if isinstance(each, FormEdit))
        is_unsaved = any(form.dirty and form.isVisible() for form in forms)
        if is_unsaved:
            self._desk.say(
                self.tr("Nothing was undone: this form has changes that are not saved."),
                self.tr("Save the form or cancel it first."),
                tone="info",
            )
        return is_unsaved

    def _say(self, done: Undone, act: int | None) -> None:
        words = self.tr("Undone: {what}.").format(what=self._named(done))
        if act is None:
            self._desk.say(words)
        else:
            self._desk.offer_undo(words, act, self.tr("Redo"))

    def _say_again(self, done: Undone, act: int | None) -> None:
        words = self.tr("Done again: {what}.").format(what=self._named(done))
        if act is None:
            self._desk.say(words)
        else:
            self._desk.offer_undo(words, act)

    def _named(self, done: Undone) -> str:
        """Return the words for what an action did to which record, with the record's case if it has one."""
        reader = self._desk.reader
        act = act_word(done.what, profiles.names_by_id(reader))
        record = None if done.record is None else history.last_seen(reader, done.record)
        if record is None:
            return act
        named = f"{act}: {RecordWords(reader).title(record)}"
        if record.kind is Kind.PARTY:
            case_id = next(iter(reader.cases_of_party(record.id)), "")
        else:
            case_id = next(iter(record.cases), "")
        case = history.last_seen(reader, RecordId(case_id)) if case_id else None
        return named if case is None else f"{named} ({case.text('ref')})"
