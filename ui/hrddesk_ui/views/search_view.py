"""What the search box on top finds, in every kind of record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hrddesk.actions import search
from hrddesk.records.kinds import Kind
from hrddesk_ui import theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.widgets import page_layout


class SearchView(QWidget):
    """A list of hits; Return or a double click opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(page_layout.title(self.tr("Search")))
        self.summary = page_layout.note("", self)
        layout.addWidget(self.summary)
        self.hits = QListWidget(self)
        self.hits.setAccessibleName(self.tr("Search results"))
        self.hits.setUniformItemSizes(True)
        layout.addWidget(self.hits, 1)
        self.hits.itemActivated.connect(self._open)

    def search(self, text: str) -> None:
        """Show what is found for `text`."""
        kinds = {
            Kind.CASE: self.tr("Case"),
            Kind.PARTY: self.tr("Person or group"),
            Kind.EVENT: self.tr("Event"),
            Kind.PLACE: self.tr("Place"),
            Kind.SOURCE: self.tr("Source"),
            Kind.EVIDENCE: self.tr("Evidence"),
        }
        self.hits.clear()
        found = search.find(self._desk.reader, text)
        for hit in found:
            kind = kinds.get(hit.kind, self.tr("Record"))
            item = QListWidgetItem(" · ".join(part for part in (kind, hit.ref, hit.text) if part))
            item.setData(Qt.ItemDataRole.UserRole, str(hit.id))
            self.hits.addItem(item)
        self.summary.setText(self.tr("%n found", "", len(found)) if found else self.tr("Nothing was found."))
        if found:
            self.hits.setCurrentRow(0)
        self.hits.setFocus()

    def clear(self) -> None:
        """Forget what was found."""
        self.hits.clear()
        self.summary.setText("")

    def _open(self, item: QListWidgetItem) -> None:
        self._desk.show_record(item.data(Qt.ItemDataRole.UserRole))
