"""Who may learn of a record: a choice of three, which says in words what each of them means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import WHOLE_RECORD, Visibility
from hrddesk.records.record import ElementId, Record
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.still import StillComboBox


class VisibilityEdit(StillComboBox):
    """Public, restricted or secret. What nobody touched stays as it was, also where nothing was ever said."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Who may learn of it"))
        for level, words in (
            (Visibility.RESTRICTED, self.tr("Restricted: under a label only")),
            (Visibility.PUBLIC, self.tr("Public: may be published by name")),
            (Visibility.SECRET, self.tr("Secret: never published")),
        ):
            self.addItem(words, level.value)
        self.setMinimumHeight(heights.field(self))
        self._shown = Visibility.RESTRICTED.value
        self.activated.connect(lambda _index: self.edited.emit())

    def show_record(self, record: Record) -> None:
        """Show the level of a record as a whole; without one, what stands for it by default."""
        whole = dict(record.elements("visibility")).get(ElementId(WHOLE_RECORD))
        self.set_level(Visibility.RESTRICTED.value if whole is None else str(whole["level"]))
        self._shown = self.level()

    def set_level(self, level: str) -> None:
        """Choose a level."""
        self.setCurrentIndex(max(0, self.findData(level)))

    def level(self) -> str:
        """Return the level that is chosen."""
        return str(self.currentData())

    def changed(self) -> str | None:
        """Return the level if it is another than the one that was shown, else None."""
        return None if self.level() == self._shown else self.level()
