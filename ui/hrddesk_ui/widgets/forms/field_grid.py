"""The layout of a form: labelled fields in two columns; rarely used fields are hidden behind a button."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.citations_edit import CitationsEdit
from hrddesk_ui.widgets.forms.cite_button import CiteButton
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


class MoreButton(QPushButton):
    """A button that shows the hidden fields that belong to it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("quiet")
        self.widgets: list[QWidget] = []
        """The fields behind the button."""
        self.clicked.connect(self._bring_up)

    def set_open(self, is_open: bool) -> None:
        """Show the fields and hide the button, or hide the fields and show the button."""
        for widget in self.widgets:
            cast("QWidget", widget.parentWidget()).setVisible(is_open)
        self.setVisible(not is_open)

    def _bring_up(self) -> None:
        self.set_open(True)
        field = self.widgets[0]
        stop = self.nextInFocusChain()
        while stop is not None and stop is not self:  # the chain is a ring
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and (stop is field or field.isAncestorOf(stop)):
                stop.setFocus()
                return
            stop = stop.nextInFocusChain()


class FieldGrid(QWidget):
    """A grid that places fields in the order in which they are added.

    A wide field has a row of its own; other fields share a row in pairs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, 2 * tokens.GRID)
        self.grid.setHorizontalSpacing(2 * tokens.GRID)
        self.grid.setVerticalSpacing(tokens.GRID + tokens.GRID // 2)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.cite_buttons: list[CiteButton] = []
        self.more: list[MoreButton] = []
        self._behind: MoreButton | None = None
        self._row = self._column = 0

    def place(self, widget: QWidget, *, wide: bool) -> int:
        """Put a widget into the next free cell and return its row."""
        if wide:
            self.end_row()
        row = self._row
        self.grid.addWidget(widget, row, self._column, 1, 2 if wide else 1)
        self._column += 2 if wide else 1
        if self._column == 2:
            self.end_row()
        return row

    def end_row(self) -> None:
        """End the current row, so that the next field begins a new one."""
        if self._column:
            self._row, self._column = self._row + 1, 0

    def add(
        self,
        label: str,
        widget: QWidget,
        *,
        wide: bool = False,
        grow: bool = False,
        cite: str = "",
        citations: CitationsEdit | None = None,
    ) -> None:
        """Add a field with its label above; if `grow` is set, the field gets all height that is free.

        `cite` is the name of the field in the record: a button beside the label begins one of its
        `citations`. Tab visits fields in the order in which they are added.
        """
        widget.setParent(None)  # it would be visited in the order in which it was made: a text meant for one
        #                         field would be typed into another, that more people may learn of
        words = Label(label, self)
        words.setBuddy(widget)
        theme.set_role(words, "muted")
        holder = QWidget(self)
        column = boxes.column(parent=holder, spacing=tokens.GRID // 2)
        head = boxes.row(words, 1, spacing=-1)
        if cite and citations is not None:
            citations.offer(cite, label)
            self.cite_buttons.append(CiteButton(cite, label, widget, citations, holder))
            head.addWidget(self.cite_buttons[-1])
        column.addLayout(head)
        column.addWidget(widget, 1 if grow else 0)
        if isinstance(widget, TermEdit):
            column.addWidget(widget.echo)
        row = self.place(holder, wide=wide)
        if grow:
            self.grid.setRowStretch(row, 1)
        else:
            column.addStretch(1)
        if self._behind is not None:
            self._behind.widgets.append(widget)
            holder.hide()

    @contextmanager
    def behind(self, text: str) -> Iterator[None]:
        """Hide the fields that are added in the `with` block behind a button with this text."""
        button = MoreButton(text, self)
        self.end_row()
        self.grid.addWidget(button, self._row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._row += 1
        self.more.append(button)
        self._behind = button
        yield
        self.end_row()
        self._behind = None

    def bring_forward(self, widget: QWidget) -> None:
        """Show the hidden fields if `widget` is one of them or is inside one of them."""
        for more in self.more:
            if any(each is widget or each.isAncestorOf(widget) for each in more.widgets):
                more.set_open(True)
