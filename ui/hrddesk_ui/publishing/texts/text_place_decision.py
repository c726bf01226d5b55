"""The decision about one place in a text: keep it, or replace it by a label or by other words."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.layout import boxes, page_layout

_SIDE_BY_SIDE = 700  # pixels from which label and words stand beside each other


class PlaceDecision(QWidget):
    """The buttons and fields for the decision; it emits what the user wants, and its owner stores the
    decision.
    """

    stand_wanted = Signal()
    label_wanted = Signal(str)
    """The user wants this label: that of the party with this id, or a common label."""
    words_wanted = Signal(str)
    profile_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = page_layout.words("", self)
        self.previous_button = self._button(self.tr("Previous place"), Shortcut.PREVIOUS_PLACE)
        self.next_button = self._button(self.tr("Next place"), Shortcut.NEXT_PLACE)
        self.stand_button = self._button(self.tr("Let it stand"), Shortcut.LET_STAND)
        self.profile_button = self._button(self.tr("As the profile says"), Shortcut.AS_PROFILE)
        self.labels = StillComboBox(self, name=self.tr("Which label"), short=True)
        self.labels.setMinimumContentsLength(12)
        self.label_button = self._button(self.tr("Put this label"), Shortcut.LABEL)
        self.words = TextEdit(
            self.tr("Other words for this place"), self.tr("Other words"), lines=1, parent=self
        )
        self.words.setFixedHeight(self.words.minimumHeight() + tokens.GRID)
        self.words_button = self._button(self.tr("Put these words"), None)
        self._arrange()
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.stand_button.clicked.connect(self.stand_wanted)
        self.profile_button.clicked.connect(self.profile_wanted)
        self.label_button.clicked.connect(lambda: self.label_wanted.emit(self.labels.currentData()))
        self.words_button.clicked.connect(lambda: self.words_wanted.emit(self.words.value()))

    def _button(self, text: str, key: Shortcut | None) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        if key is not None:
            button.setToolTip(key.shown)
            action(self, key, text).triggered.connect(
                button.click
            )  # at once: a button's own key takes a while
        return button

    def _arrange(self) -> None:
        steps = QHBoxLayout()
        label, words = QHBoxLayout(), QHBoxLayout()
        self._replacing = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for row in (steps, label, words, self._replacing):
            row.setSpacing(tokens.GRID)
        boxes.add(steps, self.previous_button, self.next_button, self.stand_button, self.profile_button, 1)
        for row, field, button in (
            (label, self.labels, self.label_button),
            (words, self.words, self.words_button),
        ):
            row.addWidget(field, 1)
            row.addWidget(button)
            self._replacing.addLayout(row, 1)
        column = page_layout.part(self)
        boxes.add(column, self.about, steps, self._replacing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields for a label and for other words side by side if there is room."""
        super().resizeEvent(event)
        wide, way = self.width() >= _SIDE_BY_SIDE, QBoxLayout.Direction
        self._replacing.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def show_place(
        self,
        about: str,
        labels: Iterable[tuple[str, str]],
        *,
        label: str,
        words: str,
        can_stand: bool,
        can_be_replaced: bool,
        is_decided: bool,
    ) -> None:
        """Show `about`, the words about a place, and offer the decisions that are possible there.

        `labels` has the value and the words of each label that can be chosen; `label` is the value of the
        proposed one. `words` are the proposed other words. With `can_stand`, the place can be kept as it is.
        """
        self.about.setText(about)
        self.about.setAccessibleName(about)
        self.labels.clear()
        for value, reads in labels:
            self.labels.addItem(reads, value)
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))
        if words != self.words.value():
            self.words.setPlainText(words)
        self.stand_button.setEnabled(can_stand)
        self.profile_button.setEnabled(is_decided)
        for widget in (self.labels, self.label_button, self.words, self.words_button):
            widget.setEnabled(can_be_replaced)
