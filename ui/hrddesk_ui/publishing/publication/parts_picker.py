"""The choice of what a publication contains: which parts, and which figures."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hrddesk.actions.analysis.published_figures import PublishedRow
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.redact.model.chapters import Chapter
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.ticks import Ticks

_MOST_WHY: Final = 500
_COLUMNS: Final = 2


class PartsPicker(QWidget):
    """Checkboxes for the parts of a publication and for the figures that it prints.

    At first all parts are checked and no figure: a figure leaves the desk only if the user chooses it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Chapter.SHEETS: self.tr("Case sheets"),
            Chapter.TIMELINE: self.tr("Timeline of all events"),
            Chapter.LIST: self.tr("People by sentence"),
            Chapter.CHARTS: self.tr("Charts beside tables"),
        }
        self.boxes = {part: QCheckBox(text, self) for part, text in words.items()}
        self.figures = Ticks(self.tr("Saved figures to print; Space ticks one"), self)
        self.published = Ticks(self.tr("Published figures to print; Space ticks one"), self)
        self.nothing = page_layout.note(
            self.tr("No figure is saved yet. Ask for one on the page Figures and save it under a name."), self
        )
        self.says = page_layout.note(
            self.tr(
                "A figure is printed with its definition. It counts what the profile lets out; counts below "
                "five are hidden, and others from which they could be computed."
            ),
            self,
        )
        self.names = QCheckBox(self.tr("Print the names under which the figures were saved"), self)
        self.names.setAccessibleName(self.names.text())
        self.names.setToolTip(
            self.tr("Not ticked: each is headed by what it is of, for example “Persons, by sex”.")
        )
        self.count_all = QCheckBox(self.tr("Count all records, not only what the profile lets out"), self)
        self.count_all.setAccessibleName(self.count_all.text())
        why = self.tr("Print counts below five, because")
        self.small_counts = LineEdit(why, f"{why} …", self)
        self.small_counts.setToolTip(
            self.tr("Empty: hidden. Else: everybody counted is named in it, or it is public")
        )
        self.small_counts.setMaxLength(_MOST_WHY)
        self.small_counts.textEdited.connect(self.changed)
        for box in (self.names, self.count_all):
            box.toggled.connect(self.changed)
        grid = QGridLayout()
        grid.setSpacing(tokens.GRID)
        for number, box in enumerate(self.boxes.values()):
            box.setAccessibleName(box.text())
            box.setChecked(True)
            box.toggled.connect(self.changed)
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        boxes.column(
            grid,
            self.says,
            self.nothing,
            (self.figures, 1),
            (self.published, 1),
            self.names,
            self.count_all,
            self.small_counts,
            0,
            parent=self,
            margin=(0, tokens.GRID, 0, 0),
        )
        self.figures.changed.connect(self.changed)
        self.published.changed.connect(self.changed)
        self.show_figures((), ())

    @property
    def parts(self) -> frozenset[Chapter]:
        """The checked parts."""
        return frozenset(part for part, box in self.boxes.items() if box.isChecked())

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of the checked figures that this desk saved, in order."""
        return tuple(self.figures.ticked)

    @property
    def count(self) -> int:
        """The number of checked figures."""
        return len(self.ticked) + len(self.published.ticked)

    def take_over(self, request: PublishRequest) -> None:
        """Check the parts and figures that another publication had, and no others."""
        self.blockSignals(True)
        for part, box in self.boxes.items():
            box.setChecked(part in request.parts)
        self.figures.tick(request.figures)
        self.published.tick(request.published)
        self.names.setChecked(request.figure_names)
        self.count_all.setChecked(request.count_all)
        self.small_counts.setText(request.small_counts)
        self.blockSignals(False)
        self.changed.emit()

    def show_figures(self, names: Sequence[str], published: Sequence[PublishedRow]) -> None:
        """List the figures that this desk saved, and the figures that others published.

        Checked figures stay checked if they are still in the list.
        """
        ticked = (self.ticked, self.published.ticked)
        if [item.text() for item in self.figures.lines] != list(names):
            self.figures.show_lines((name, name) for name in names)
        self.published.show_lines(
            (row.id, f"{row.name}: {row.value} {row.unit}".strip()) for row in published
        )
        if ticked != (self.ticked, self.published.ticked):
            self.changed.emit()
        self.nothing.setVisible(not names)
        self.small_counts.setVisible(bool(names or published))
        self.published.setVisible(bool(published))
        for widget in (self.figures, self.says, self.names, self.count_all):
            widget.setVisible(bool(names))
