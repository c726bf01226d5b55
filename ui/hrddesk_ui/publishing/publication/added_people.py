"""People who are left out of a publication because of their role, and those whom the user adds anyway."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.publishing.publications import Preview
from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.ticks import Ticks


class PeopleBeside(QWidget):
    """A checklist of the people whom a preview left out because of their role; checked people
    appear anyway.
    """

    changed = Signal()
    """A person was added, or is left out again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = PartyFinder(desk.reader)
        self._added: frozenset[RecordId] = frozenset()
        self.warning = page_layout.words(
            self.tr(
                "Relatives, colleagues, witnesses and others beside the persons concerned are left out, and"
                " texts call them [person]. Tick only who agreed to appear, then look at the preview again."
                " The next issue takes the ticks over."
            ),
            self,
        )
        theme.set_role(self.warning, "warn")
        self.list = Ticks(self.tr("Who appears all the same; Space ticks one"), self)
        self.list.setMinimumHeight(4 * heights.field(self.list))
        boxes.column(self.warning, (self.list, 1), parent=self, margin=tokens.GRID)
        self.list.changed.connect(self._decide)

    @property
    def added(self) -> frozenset[RecordId]:
        """The people who were left out by their role but appear because the user added them."""
        return self._added

    def take(self, people: Collection[RecordId]) -> None:
        """Add these people and no others, as the previous issue did."""
        self._added = frozenset(people)
        self._fill(self._added)

    def show_preview(self, preview: Preview) -> int:
        """List the people whom the preview left out and those whom the user added; return how
        many are listed.
        """
        self._fill({*preview.beside, *self._added})
        return self.list.count()

    def _fill(self, people: Collection[RecordId]) -> None:
        called = self._finder.labels(sorted(people))
        self.list.show_lines(sorted(called.items(), key=lambda item: item[::-1]))
        self.list.tick(self._added)

    def _decide(self) -> None:
        self._added = frozenset(map(RecordId, self.list.ticked))
        self.changed.emit()
