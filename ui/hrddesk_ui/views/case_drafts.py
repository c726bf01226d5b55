"""What was typed into forms and not saved, kept while other cases are looked at or the window is rebuilt."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk_ui.desk import Desk
from hrddesk_ui.widgets.form_edit import Draft


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Which form: of which case, for which kind of record, for which one (None: a new one)."""

    case: RecordId | None
    kind: Kind
    record: RecordId | None


class Drafts(QObject):
    """All drafts of an open vault. They live in memory only, and only as long as the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: dict[DraftKey, Draft] = {}

    @classmethod
    def of(cls, desk: Desk) -> "Drafts":
        """Return the drafts of the desk, the same ones to every page."""
        found = desk.findChild(cls)
        return found if isinstance(found, cls) else cls(desk)

    def keep(self, key: DraftKey, draft: Draft) -> None:
        """Keep what was typed."""
        self._kept[key] = draft
        self._desk.unsaved_changed.emit(True)

    def drop(self, key: DraftKey) -> None:
        """Forget a draft: it was saved or discarded."""
        self._kept.pop(key, None)
        self._desk.unsaved_changed.emit(bool(self._kept))

    def get(self, key: DraftKey) -> Draft | None:
        """Return what was typed into that form."""
        return self._kept.get(key)

    def of_case(self, case: RecordId | None, kind: Kind) -> list[RecordId | None]:
        """Return the records of one kind in a case that have a draft, None for a new one."""
        return [key.record for key in self._kept if key.case == case and key.kind is kind]
