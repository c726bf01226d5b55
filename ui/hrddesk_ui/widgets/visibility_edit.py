"""Who may learn of a record: a choice of three, which says in words what each of them means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import SPECS, WHOLE_RECORD, Kind, Visibility
from hrddesk.records.record import ElementId, Record
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.still import StillComboBox


class VisibilityEdit(StillComboBox):
    """Public, restricted or secret. What nobody touched stays as it was, also where nothing was ever said."""

    edited = Signal()

    def __init__(self, kind: Kind = Kind.PARTY, parent: QWidget | None = None) -> None:
        """`kind` is that of the records: only who is in a case can stand under a label."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Who may learn of it"))
        has_label = kind in (Kind.PARTY, Kind.EVENT, Kind.RELATION)
        restricted = self.tr("Restricted: under a label only")
        public = self.tr("Public: may be published by name")
        for level, words in (
            (Visibility.RESTRICTED, restricted if has_label else self.tr("Restricted: who works on it")),
            (Visibility.PUBLIC, public if has_label else self.tr("Public: everybody may learn of it")),
            (Visibility.SECRET, self.tr("Secret: never published")),
        ):
            self.addItem(words, level.value)
        self.setMinimumHeight(heights.field(self))
        self._shown = Visibility.RESTRICTED.value
        self.activated.connect(lambda _index: self.edited.emit())

    def show_record(self, record: Record) -> None:
        """Show the level of a record as a whole; without one, what stands for it by default."""
        whole = dict(record.elements("visibility")).get(ElementId(WHOLE_RECORD))
        self.set_level(_by_default(record.kind).value if whole is None else str(whole["level"]))
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


def _by_default(kind: Kind) -> Visibility:
    """Return what a record counts as that nobody gave a level: one of which all is secret is secret."""
    is_secret = all(field.visibility is Visibility.SECRET for field in SPECS[kind].fields)
    return Visibility.SECRET if is_secret else Visibility.RESTRICTED
