"""Steps that make one publication tell less, such as dates by the month; each has a checkbox
and its effect.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.risks.combinations import Combinations
from hrddesk_ui.publishing.profiles.publish_words import coarser_words
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

_STEP = Qt.ItemDataRole.UserRole
_ROWS = 6


class CoarserList(WrappedList):
    """A checklist of the steps; Space or Return checks or unchecks a step."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("CoarserList", "Tell less in this publication; Space takes a step"),
            parent,
        )
        self.itemChanged.connect(self._on_changed)
        self.itemActivated.connect(self._turn)
        self._fit()

    @property
    def steps(self) -> frozenset[Coarser]:
        """The checked steps."""
        return frozenset(
            Coarser(item.data(_STEP)) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def show_effects(self, combinations: Combinations) -> None:
        """List the steps that help, each with how many rare combinations would remain.

        A rare combination describes few cases of the desk, so that readers may recognise somebody. Steps that
        are checked stay in the list.
        """
        taken, current = self.steps, self._current()
        self.blockSignals(True)
        self.clear()
        everybody = len(combinations.rare)
        for step in Coarser:
            if step in taken or step in combinations.remain:
                item = ListItem(parent=self)
                item.setData(_STEP, step.value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if step in taken else Qt.CheckState.Unchecked)
                item.setText(self._said(step, combinations.remain.get(step), everybody))
                if step is current:
                    self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)
        self._fit()

    def take(self, steps: Iterable[Coarser]) -> None:
        """Check these steps and no others, as the previous issue did; the next preview shows
        their effects.
        """
        self.blockSignals(True)
        self.clear()
        for step in steps:
            item = ListItem(coarser_words(step), self)
            item.setData(_STEP, step.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.blockSignals(False)
        self._fit()

    def forget(self) -> None:
        """Remove all steps from the list, for example because another profile was chosen."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._fit()

    def _said(self, step: Coarser, remaining: int | None, everybody: int) -> str:
        words = coarser_words(step)
        if remaining is None:
            return self.tr("{step}: taken", "a step to tell less").format(step=words)
        text = self.tr("{step}: then %n of {all} remain", "", remaining)
        return text.format(step=words, all=everybody)

    def _fit(self) -> None:
        self.setVisible(self.count() > 0)
        row = self.sizeHintForRow(0) if self.count() else 0
        self.setMaximumHeight(row * min(self.count(), _ROWS) + tokens.GRID)

    def _current(self) -> Coarser | None:
        row = self.currentRow()
        return None if row < 0 else Coarser(self.item(row).data(_STEP))

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _on_changed(self, item: QListWidgetItem) -> None:
        del item
        self.changed.emit()

    def _items(self) -> Iterable[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
