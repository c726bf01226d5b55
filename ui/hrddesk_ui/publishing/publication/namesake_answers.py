"""Answers about namesakes: people who would be printed under the same name as somebody with a label."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.publishing.namesakes import Namesake
from hrddesk.actions.publishing.publication_risks import Risk
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 4


class NamesakeAnswers(QWidget):
    """A list of namesakes; the user has to answer whether each is the same person as the one with the label.

    If it is the same person, a label is used here too. If it is another person, the user types how this is
    known.
    """

    changed = Signal()
    same_person = Signal(str)
    """The user said that a namesake is the person with the label; carries the id of the namesake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risks: dict[str, tuple[Risk, str]] = {}
        self._reasons: dict[str, str] = {}
        self.list = WrappedList(self.tr("People with the name of somebody who has a label"), self)
        self.list.setMaximumHeight(_ROWS * heights.field(self.list))
        self.same = boxes.button(self.tr("Same person: use a label"), self._ask_for_label, self)
        self.reason = LineEdit("", self.tr("How you know that it is another person"), self)
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.another = boxes.button(self.tr("Another person: use the name"), self._answer, self)
        for button in (self.same, self.another):
            button.setAccessibleName(button.text())
        column = page_layout.part(self)
        boxes.add(
            column,
            page_layout.note(
                self.tr(
                    "A publication protected somebody of the same name. If you name the same person here,"
                    " readers learn who that was. Answer for each person. A label is the quick and safe"
                    " answer: the person gets a letter of their own and is counted as one more. If two"
                    " records are the same person, merge them under This week, Duplicates: then they are"
                    " one person."
                ),
                self,
            ),
            self.list,
            (self.same, 0, Qt.AlignmentFlag.AlignLeft),
            TurningRow(self.reason, self.another, parent=self),
        )
        self.list.currentRowChanged.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self.reason.returnPressed.connect(self._answer)
        self.hide()

    @property
    def answers(self) -> Mapping[str, str]:
        """The reasons why namesakes are other people, by the key of the risk."""
        return {key: self._reasons[key] for key in self._risks if key in self._reasons}

    @property
    def is_open(self) -> bool:
        """Whether a namesake has no answer yet."""
        return len(self.answers) < len(self._risks)

    def forget(self) -> None:
        """Drop all answers, because they were about another publication."""
        self._reasons.clear()
        self._fill()

    def show_risks(self, risks: Sequence[Risk], names: Mapping[str, str]) -> None:
        """Show the risks about namesakes; `names` are the people's names by id."""
        self._risks = {
            risk.key: (risk, names[risk.about.party]) for risk in risks if isinstance(risk.about, Namesake)
        }
        self._fill()
        self.setVisible(bool(self._risks))

    def go_to_open(self) -> LineEdit:
        """Select the first namesake without an answer, focus the line for the reason, and
        return this line.
        """
        keys = list(self._risks)
        self.list.setCurrentRow(next((row for row, key in enumerate(keys) if key not in self._reasons), 0))
        self.reason.setFocus()
        return self.reason

    def _fill(self) -> None:
        current = self._current()
        self.list.clear()
        for key, (risk, name) in self._risks.items():
            assert isinstance(risk.about, Namesake)
            words = self.tr("{name}: somebody of this name has a label in this publication").format(name=name)
            if risk.about.publication is not None:
                words = self.tr("{name}: publication {number} protected somebody of this name").format(
                    name=name, number=risk.about.publication
                )
            if reason := self._reasons.get(key):
                words += " — " + self.tr("another person: {reason}").format(reason=reason)
            item = ListItem(words, self.list)
            item.setData(_KEY, key)
            if key == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self._risks:
            self.list.setCurrentRow(0)
        self._enable()

    def _current(self) -> str | None:
        row = self.list.currentRow()
        return None if row < 0 else str(self.list.item(row).data(_KEY))

    def _enable(self) -> None:
        is_selected = self._current() is not None
        self.same.setEnabled(is_selected)
        self.another.setEnabled(is_selected and bool(self.reason.text().strip()))

    def _answer(self) -> None:
        """Store the typed reason why the selected namesake is another person."""
        key = self._current()
        if key is None or not self.another.isEnabled():
            return
        self._reasons[key] = self.reason.text().strip()
        self.reason.clear()
        self._fill()
        self.changed.emit()

    def _ask_for_label(self) -> None:
        key = self._current()
        if key is not None:
            self._reasons.pop(key, None)
            self.same_person.emit(str(self._risks[key][0].party))
