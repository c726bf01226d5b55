"""The controls below a picture: a list of its boxes, its alternative text and its caption."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from hrddesk.redact.drafting.boxes import in_order
from hrddesk.redact.drafting.pictures import MOST_WORDS, Retouched
from hrddesk_ui.publishing.pictures.box_canvas import BoxCanvas
from hrddesk_ui.theme import heights, theme
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList


class PictureDrawing(QWidget):
    """The controls below the canvas; everything that the mouse can do there is possible with them too."""

    edited = Signal()  # something was drawn or typed
    over_wanted = Signal(str)  # the profile from which to take over what was drawn

    def __init__(self, canvas: BoxCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.keys = page_layout.note(
            self.tr(
                "Drag with the mouse, or by keys: N makes a box, Page Up and Page Down choose one, arrows"
                " move it, with Shift they change its size, with Ctrl by one pixel; Delete removes it."
            ),
            self,
        )
        self.boxes = WrappedList(self.tr("Boxes, and where each lies"), self)
        # It keeps its room while it is empty: a list that appears would move the picture below the mouse.
        self.boxes.setFixedHeight(3 * heights.line(self.boxes))
        self.add_button = QPushButton(theme.icon("new"), self.tr("New box"), self)
        self.remove_button = QPushButton(self.tr("Remove box"), self)
        self.over_button = QPushButton(self.tr("Take over from …"), self)
        self.over_button.setMenu(QMenu(self))
        for button in (self.add_button, self.remove_button, self.over_button):
            button.setAccessibleName(button.text())
        self.alt = QLineEdit(self)
        self.alt.setAccessibleName(self.tr("What is to be seen, for those who do not see it"))
        self.caption = QLineEdit(self)
        self.caption.setAccessibleName(self.tr("Words below the picture"))
        for field in (self.alt, self.caption):
            field.setMaxLength(MOST_WORDS)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = page_layout.part(self)
        boxes.add(
            column,
            self.keys,
            self.boxes,
            TurningRow(self.add_button, self.remove_button, self.over_button, parent=self),
        )
        fields = page_layout.Fields()
        fields.add(self.tr("What is to be seen"), self.alt)
        fields.add(self.tr("Words below it"), self.caption)
        column.addLayout(fields)

    def _connect(self) -> None:
        self._canvas.edited.connect(self.edited)
        self._canvas.chosen.connect(self._show_boxes)
        self.boxes.currentRowChanged.connect(self._canvas.choose)
        for field in (self.alt, self.caption):
            field.textEdited.connect(self.edited)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._canvas.remove_box)
        self.over_button.menu().triggered.connect(lambda action: self.over_wanted.emit(action.data()))

    def show_words(self, retouched: Retouched) -> None:
        """Show the alternative text and the caption of a picture."""
        self.alt.setText(retouched.alt)
        self.caption.setText(retouched.caption)

    def offer_profiles(self, names: Iterable[str]) -> None:
        """List the profiles from which boxes and words can be copied."""
        menu = self.over_button.menu()
        menu.clear()
        for name in names:
            menu.addAction(name).setData(name)
        self.over_button.setEnabled(not menu.isEmpty())

    def made(self, retouched: Retouched) -> Retouched:
        """Return a copy of `retouched` with the boxes, the alternative text and the caption as
        they are now.
        """
        drawn = self._canvas.drawn
        return replace(
            retouched,
            size=drawn.size,
            boxes=in_order(drawn.boxes),
            alt=" ".join(self.alt.text().split()),
            caption=" ".join(self.caption.text().split()),
        )

    def _add(self) -> None:
        self._canvas.add_box()
        self._canvas.setFocus()

    def _show_boxes(self, chosen: int) -> None:
        """Describe the boxes in the list, and select the chosen one."""
        self.boxes.blockSignals(True)
        self.boxes.clear()
        for place in range(len(self._canvas.drawn.boxes)):
            self.boxes.addItem(self._canvas.words_of(place))
        self.boxes.setCurrentRow(chosen)
        self.boxes.blockSignals(False)
        self.remove_button.setEnabled(chosen >= 0)
