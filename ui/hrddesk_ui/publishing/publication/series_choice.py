"""The choice of the previous issue of a series, and whether the new publication corrects that issue."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.store.publications.publications import PublicationLine
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.act_words import utc_day


class SeriesChoice(QWidget):
    """The fields that say which previous issue a publication follows or corrects; at first none."""

    changed = Signal()
    issue_chosen = Signal()
    """The user chose another previous issue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = StillComboBox(self, name=self.tr("The issue before"))
        self.corrects = QCheckBox(self.tr("Correction"), self)
        self.corrects.setAccessibleName(self.tr("It corrects the issue before"))
        self.corrects.setEnabled(False)
        boxes.row((self.before, 1), self.corrects, parent=self)
        self.setFocusProxy(self.before)
        self.show_publications(())
        self.before.currentIndexChanged.connect(self._on_chosen)
        self.corrects.toggled.connect(self.changed)

    @property
    def since(self) -> int | None:
        """The number of the publication that was chosen as the previous issue; None if there is none."""
        number: int | None = self.before.currentData()
        return number

    @property
    def is_correction(self) -> bool:
        """Whether the new publication corrects the previous issue."""
        return self.since is not None and self.corrects.isChecked()

    def correct(self, number: int) -> None:
        """Choose a publication as the previous issue, and choose that the new publication corrects it."""
        place = self.before.findData(number)
        if place > 0:
            self.before.setCurrentIndex(place)
            self.corrects.setChecked(True)

    def show_publications(self, rows: Sequence[PublicationLine]) -> None:
        """List the publications, the latest first; the chosen one stays chosen."""
        numbers = [None, *(row.num for row in rows)]
        if numbers == [self.before.itemData(index) for index in range(self.before.count())]:
            return
        chosen = self.since
        self.before.blockSignals(True)
        self.before.clear()
        self.before.addItem(self.tr("None: it stands for itself"), None)
        for row in rows:
            self.before.addItem(f"{row.num} · {utc_day(row.time)} · {row.file}", row.num)
        self.before.setCurrentIndex(numbers.index(chosen) if chosen in numbers else 0)
        self.before.blockSignals(False)
        self.corrects.setEnabled(self.since is not None)

    def _on_chosen(self) -> None:
        self.corrects.setEnabled(self.since is not None)
        self.issue_chosen.emit()
        self.changed.emit()
