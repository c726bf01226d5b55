"""The small button beside the label of a field, which cites a source for it and shows how many are cited."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.forms.citations_edit import CitationsEdit


class CiteButton(QPushButton):
    """A button that begins a citation for its field.

    Tab skips the button, because otherwise entering facts would take twice as many keys. Ctrl+R within the
    field and "Add source" at the end of the form begin a citation too.
    """

    def __init__(
        self, field: str, label: str, widget: QWidget, citations: CitationsEdit, parent: QWidget
    ) -> None:
        """Make the button.

        `field` is the name of the field in the record, `label` its label in the form, and `widget` its
        control.
        """
        super().__init__(parent)
        self.field = field
        self._widget = widget
        self._citations = citations
        self.setObjectName("cite")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Cite a source for: {field}").format(field=label))
        self.setToolTip(f"{self.accessibleName()} ({Shortcut.CITE.shown})")
        self.clicked.connect(lambda: citations.cite(field))
        citations.counted.connect(self._show_count)
        self._show_count()

    def is_of(self, focused: QWidget | None) -> bool:
        """Tell whether the focused control belongs to the field."""
        return focused is not None and (focused is self._widget or self._widget.isAncestorOf(focused))

    def _show_count(self) -> None:
        count = self._citations.count(self.field)
        self.setText(self.tr("Cite") if not count else self.tr("%n source(s)", "", count))
