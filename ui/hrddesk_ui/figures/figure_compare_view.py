"""A comparison: each figure that others published beside this desk's count of the same name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import figures
from hrddesk.actions.analysis.figures import Comparison
from hrddesk.analysis.figures.figure_card import value_words
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.rows_table_model import Row
from hrddesk_ui.widgets.lists.section_lists import ListSection, Sections
from hrddesk_ui.words.language import shown_language


class FigureCompareView(QWidget):
    """A list of comparisons; Return opens the desk's own question of the selected one."""

    wanted = Signal(str)  # name of a saved figure

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sections = Sections(self.tr("Published figures"), self)
        note = page_layout.note(
            self.tr(
                "Published figures come with an import, or are typed in the next part. Save a question under"
                " the name of one, and its answer stands beside it."
            ),
            self,
        )
        boxes.column(note, (self.sections, 1), parent=self, margin=2 * tokens.GRID)
        self.sections.opened.connect(self._open)
        self._names: dict[str, str] = {}

    def load(self) -> None:
        """Count the desk's own figure for each published one, and show the comparisons."""

        def work(store: Store, job: Job) -> list[Comparison]:
            return figures.compare(store, job=job)

        self._desk.look(self, work, self._show, label=self.tr("Counting"))

    def _show(self, comparisons: Sequence[Comparison]) -> None:
        self._names = {item.published.id: item.name for item in comparisons}
        groups = (
            ("different", self.tr("Different"), [item for item in comparisons if item.agrees is False]),
            ("same", self.tr("The same"), [item for item in comparisons if item.agrees]),
            (
                "other",
                self.tr("Cannot be compared"),
                [item for item in comparisons if item.agrees is None and item.ours is not None],
            ),
            (
                "theirs",
                self.tr("Nothing of ours has this name"),
                [item for item in comparisons if item.ours is None],
            ),
        )
        headings = self.tr("Figure"), self.tr("Published"), self.tr("As of"), self.tr("Ours")
        nothing = self.tr("There is none.")
        self.sections.show_sections(
            [
                ListSection.of(key, title, headings, list(map(self._row, items)), nothing)
                for key, title, items in groups
            ]
        )

    def _row(self, item: Comparison) -> Row:
        published = item.published
        printed_value = " ".join(published.text(name) for name in ("value", "unit") if published.text(name))
        ours = "" if item.ours is None else value_words(item.ours, shown_language())
        return Row(published.id, (item.name, printed_value, published.text("as_of"), ours))

    def _open(self, key: str) -> None:
        self.wanted.emit(self._names.get(key, ""))
