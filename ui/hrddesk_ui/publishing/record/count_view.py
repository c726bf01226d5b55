"""The verification of counts in published figures.

An opening is a file that lets a reviewer verify a count without learning the records: it has an entry for
each counted record. A desk can prove to a reviewer which record one entry stands for. It can also verify the
figure card of another desk.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from hrddesk.actions.editions import publication_exports
from hrddesk.actions.editions.publication_exports import Verified
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import Record
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillSpinBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.words.record_words import RecordWords

_MOST: Final = 999_999_999
Chosen = Callable[[], tuple[int, int] | None]
"""A function that returns the numbers of the publication and of its figure; None if none is chosen."""


class CountProof(QWidget):
    """The choice of an entry of an opening, and the proof for a reviewer which record it stands for."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._chosen = desk, chosen
        self.entry = StillSpinBox(self)
        self.entry.setRange(1, _MOST)
        self.entry.setAccessibleName(self.tr("Entry that the reviewer picked"))
        self.entry.setPrefix(self.tr("Entry "))
        self.button = boxes.button(self.tr("Prove it to the reviewer"), self._ask, self)
        self.button.setAccessibleName(self.button.text())
        self.proof = LineEdit(self.tr("Which record it is, and its proof"), "", self)
        self.proof.setReadOnly(True)
        self.proof.hide()
        self.trouble = TroubleLabel(self)
        boxes.column(TurningRow(self.entry, self.button, parent=self), self.proof, self.trouble, parent=self)
        self.entry.valueChanged.connect(self.clear)

    def clear(self) -> None:
        """Remove the proof that is shown, because another entry was chosen."""
        self.proof.clear()
        self.proof.hide()
        self.trouble.hush()

    def _ask(self) -> None:
        chosen, entry = self._chosen(), self.entry.value()
        self.clear()
        if chosen is not None:
            self._desk.ask(
                self,
                lambda session, job: publication_exports.prove(session, *chosen, entry),
                lambda proof: self._show(entry, *proof),
                failed=lambda error: self.trouble.complain(messages.of(error).text, self.entry.valueChanged),
            )

    def _show(self, entry: int, record: Record | None, proof: str) -> None:
        if entry != self.entry.value():
            return
        title = RecordWords(self._desk.reader).title(record) if record is not None else ""
        self.proof.setText(proof)
        self.proof.setCursorPosition(0)
        self.proof.show()
        sentence = (
            self.tr("Entry {entry} was deleted since. Its proof is shown.").format(entry=entry)
            if record is None
            else self.tr("Entry {entry} is {title}. Its proof is shown.").format(entry=entry, title=title)
        )
        self._desk.say(
            sentence, self.tr("Whoever has the proof can tell of this record alone that it was counted.")
        )


class CountCheck(QWidget):
    """Verifies a figure card of this or another desk with its opening."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.proofs = LineEdit(
            self.tr("Proofs of entries"), self.tr("Proofs of entries, if you were given any"), self
        )
        self.button = boxes.button(self.tr("Verify a count …"), self._ask_for_card, self)
        self.button.setAccessibleName(self.button.text())
        self.trouble = TroubleLabel(self)
        boxes.column(TurningRow(self.proofs, self.button, parent=self), self.trouble, parent=self)

    def _ask_for_card(self) -> None:
        self._ask_for(self.tr("Choose the figure card"), self._ask_for_opening)

    def _ask_for_opening(self, card: Path) -> None:
        self._ask_for(self.tr("Choose its opening"), lambda opening: self.verify(card, opening))

    def _ask_for(self, title: str, chosen: Callable[[Path], None]) -> None:
        choose_path(self, title, Purpose.OPEN_FILE, chosen, pattern=self.tr("JSON files (*.json)"))

    def verify(self, card: Path, opening: Path) -> None:
        """Verify a figure card with its opening, and show to which entries the typed proofs belong."""
        self.trouble.hush()
        proofs = self.proofs.text().split()
        self._desk.ask(
            self,
            lambda session, job: publication_exports.verify(card, opening, proofs),
            self._show,
            failed=self._failed,
        )

    def _show(self, verified: Verified) -> None:
        sentence = self.tr("The count holds: {count}. No record is counted twice.").format(
            count=verified.count
        )
        entries = ", ".join(map(str, verified.entries))
        proven = self.tr("Proven: entry {entries}.").format(entries=entries) if entries else ""
        self._desk.say(sentence, proven)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.proofs.textEdited)
