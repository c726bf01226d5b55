"""The view that sets the visibility level of several cases and of the records in them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.actions.records import events, visibility
from hrddesk.actions.records.visibility import Reach
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.forms.visibility_edit import VisibilityEdit
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout

_TICKED: Final = frozenset({Kind.CASE, Kind.EVENT})
"""The kinds that are checked by default: no default names a person."""


class ManyCasesView(QWidget):
    """A choice of a visibility level for several cases.

    The view shows how many records would change before it changes them; the change can be undone.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._cases: list[RecordId] = []
        self.heading = page_layout.title("", self)
        self.level = VisibilityEdit(parent=self)
        self.boxes = {
            Kind.CASE: QCheckBox(self.tr("the cases themselves"), self),
            Kind.EVENT: QCheckBox(self.tr("their events"), self),
            Kind.PARTY: QCheckBox(self.tr("their people, who can then be named"), self),
            Kind.EVIDENCE: QCheckBox(self.tr("their evidence"), self),
        }
        self.trouble = TroubleLabel(self)
        self.set_button = boxes.button(self.tr("Set …"), self._look, self)
        self.set_button.setAccessibleName(self.tr("Say how many records would change, then set them"))
        self.close_button = boxes.button(self.tr("Close"), self.closed, self)
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.setToolTip("Esc")
        self.confirm = ConfirmBar(self)
        self._lay_out()
        for box in self.boxes.values():
            box.setAccessibleName(self.tr("Who may learn of: {what}").format(what=box.text()))
        self.level.edited.connect(self.confirm.withdraw)
        desk.moved_on.connect(self.confirm.expire)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = boxes.column(
            self.heading,
            page_layout.note(
                self.tr(
                    "A level that is set for a single field stays. Narratives, summaries and notes need a"
                    " review before they are published, whatever stands here."
                ),
                self,
            ),
            parent=inside,
            margin=2 * tokens.GRID,
        )
        column.addSpacing(tokens.GRID)
        column.addWidget(page_layout.heading(self.tr("Who may learn of it"), self))
        column.addWidget(self.level)
        column.addSpacing(tokens.GRID)
        column.addWidget(page_layout.heading(self.tr("Of what"), self))
        for box in self.boxes.values():
            column.addWidget(box)
        buttons = boxes.row(self.set_button, self.close_button, 1)
        column.addSpacing(tokens.GRID)
        boxes.add(column, buttons, self.trouble, 1)
        boxes.column((page_layout.scrolling(inside, self), 1), self.confirm, parent=self, spacing=0)

    def show_cases(self, chosen: Sequence[RecordId]) -> None:
        """Begin with these cases: show their number, and reset what was chosen for earlier ones."""
        self._cases = list(chosen)
        self.heading.setText(self.tr("%n case(s) chosen", "", len(chosen)))
        self.level.set_value(Visibility.RESTRICTED.value)
        for kind, box in self.boxes.items():
            box.setChecked(kind in _TICKED)
        self.trouble.hush()
        self.confirm.withdraw()

    def start(self) -> QWidget:
        """Return the widget that gets the focus first."""
        return self.level

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the view when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    # --- first what it would do ---

    def _look(self) -> None:
        kinds = [kind for kind, box in self.boxes.items() if box.isChecked()]
        if not kinds:
            first = next(iter(self.boxes.values()))
            self.trouble.complain(self.tr("Tick of what."), *(box.toggled for box in self.boxes.values()))
            first.setFocus()
            return
        chosen, level = list(self._cases), self.level.value()
        self.desk.ask(
            self,
            lambda session, job: visibility.reach(session.store, chosen, level, kinds, job),
            self._ask,
            label=self.tr("Looking at what would change"),
        )

    def _ask(self, reach: Reach) -> None:
        if not reach.changing:
            self.desk.say(self.tr("Nothing would change: all of it is so already."), tone="info")
            return
        question = [self.tr("{what} would change to “{level}”.")]
        if reach.level is Visibility.PUBLIC:
            question.append(self.tr("Everybody may then read of them in what you publish."))
        if reach.were_secret:
            question.append(self.tr("%n of them is/are secret so far.", "", reach.were_secret))
        if reach.elsewhere:
            question.append(self.tr("%n of the people is/are in other cases too.", "", reach.elsewhere))
        words = " ".join(question).format(what=self._counted(reach), level=self.level.currentText())
        self.confirm.ask(
            words, self.tr("Change them"), self.tr("Leave it"), lambda: self._set(reach), self.set_button
        )

    def _counted(self, reach: Reach) -> str:
        words = {
            Kind.CASE: self.tr("%n case(s)", "", reach.counts.get(Kind.CASE, 0)),
            Kind.PARTY: self.tr("%n people", "", reach.counts.get(Kind.PARTY, 0)),
            Kind.EVENT: self.tr("%n event(s)", "", reach.counts.get(Kind.EVENT, 0)),
            Kind.EVIDENCE: self.tr("%n file(s)", "", reach.counts.get(Kind.EVIDENCE, 0)),
        }
        return self.tr(", ", "between the parts of a list").join(words[kind] for kind in reach.counts)

    # --- then it itself, then its undo ---

    def _set(self, reach: Reach) -> None:
        def work(session: Session, job: Job) -> Outcome[int | None]:
            changes = visibility.set_many(session, reach.changing, reach.level, job).changes
            return Outcome(changes.act, changes)

        sentence = self.tr("{what} changed to “{level}”.").format(
            what=self._counted(reach), level=self.level.currentText()
        )
        self.desk.change(
            self, work, lambda act: self._done(sentence, act), label=self.tr("Changing the levels")
        )

    def _done(self, sentence: str, act: int | None) -> None:
        if act is not None:
            self.confirm.offer(
                sentence, self.tr("Undo"), self.tr("Dismiss"), lambda: self._undo(act), self.set_button
            )

    def _undo(self, act: int) -> None:
        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return events.undo(session, act)

        self.desk.change(
            self,
            work,
            lambda _: self.desk.say(self.tr("The levels are as they were before.")),
            label=self.tr("Taking it back"),
        )
