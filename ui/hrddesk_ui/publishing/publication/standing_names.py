"""Decisions about the names of people who would get a label only because of what their name reveals.

Such a name contains the name of somebody who must stay hidden, or it accuses somebody on too few sources. The
user can decide to print the name all the same.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk.actions.publishing.publications import Preview
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList


class StandingNames(QWidget):
    """A checklist of the people whom a preview found; the names of checked people are printed."""

    changed = Signal()
    """The user decided about a name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = desk.reader
        self._finder = PartyFinder(desk.reader)
        self._decided: frozenset[RecordId] = frozenset()
        self.warning = page_layout.words(
            self.tr(
                "The names of these people contain the name of somebody who may not be named, or another name"
                " of their own that this profile keeps back. Readers could learn it, so these people get a"
                " label. Tick only people whose printed name reveals nothing hidden, then look at the preview"
                " again. What is printed cannot be taken back."
            ),
            self,
        )
        theme.set_role(self.warning, "warn")
        self.accused = page_layout.words(
            self.tr(
                "Somebody who is said to have done it, or to have ordered it, gets a label too until two"
                " sources or a published document are cited. Tick a name only if you can prove it."
            ),
            self,
        )
        self.list = WrappedList(self.tr("Whose name may stand; Space ticks one"), self)
        self.list.setMinimumHeight(4 * heights.field(self.list))
        content = QWidget(self)
        boxes.column(self.warning, self.accused, (self.list, 1), parent=content, margin=tokens.GRID)
        boxes.column(page_layout.scrolling(content, self), parent=self)
        self.list.itemChanged.connect(self._decide)

    @property
    def decided(self) -> frozenset[RecordId]:
        """The people whose names are printed by the user's decision."""
        return self._decided

    def forget(self) -> None:
        """Drop all decisions, because other people are hidden now than when they were made."""
        self._decided = frozenset()
        self._fill(self._listed(), frozenset(), frozenset())

    def show_preview(self, preview: Preview) -> int:
        """List the people whom the preview found and those whose names are printed by decision.

        Return how many people are listed.
        """
        refs = frozenset(preview.where.get(LeftOut.NAME, ()))
        labelled = [row.party for row in preview.labels]
        proposed = [party for party in labelled if party in preview.accused or self._ref(party) in refs]
        self.accused.setVisible(bool(preview.accused))
        self._fill(
            list(dict.fromkeys((*proposed, *sorted(self._decided)))), frozenset(proposed), frozenset(labelled)
        )
        return self.list.count()

    def _ref(self, party: RecordId) -> str:
        record = self._reader.find(party)
        return party if record is None else record.text("ref") or party

    def _listed(self) -> list[RecordId]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [RecordId(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _fill(
        self, people: list[RecordId], proposed: frozenset[RecordId], labelled: frozenset[RecordId]
    ) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for party in sorted(people, key=self._finder.label):
            ticked = party in self._decided
            if party in proposed and ticked:
                fate = self.tr("gets a label all the same: the name itself tells of somebody else")
            elif ticked and party not in labelled:
                fate = self.tr("is named, as you decided")
            else:
                fate = self.tr("gets a label")
            item = ListItem(f"{self._finder.label(party)} — {fate}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(party))
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _decide(self, item: QListWidgetItem) -> None:
        party = frozenset({RecordId(item.data(Qt.ItemDataRole.UserRole))})
        ticked = item.checkState() is Qt.CheckState.Checked
        self._decided = self._decided | party if ticked else self._decided - party
        self.changed.emit()
