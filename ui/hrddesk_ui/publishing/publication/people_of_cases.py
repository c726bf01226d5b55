"""A checklist of the people in the cases that are chosen elsewhere on the page."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import cases, parties
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.finders.people_finder import told_apart
from hrddesk_ui.publishing.publication.people_picker import PeoplePicker

_SOON_MS = 250


class PeopleOfCases(PeoplePicker):
    """The checklist; `chosen` returns the chosen cases, or None for all cases.

    The owner calls `look_soon` whenever the chosen cases may have changed.
    """

    listed = Signal()  # the people of the cases stand in the list

    def __init__(
        self, desk: Desk, name: str, chosen: Callable[[], list[RecordId] | None], parent: QWidget
    ) -> None:
        super().__init__(name, parent)
        self._desk = desk
        self._chosen = chosen
        self._gathering: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._gather)

    def look_soon(self) -> None:
        """Read the people again after a short pause; each further call starts the pause again."""
        self._soon.start()

    def _gather(self) -> None:
        chosen = self._chosen()
        if self._gathering is not None:
            self._gathering.cancel()
        self._gathering = self._desk.ask(self, lambda session, job: _people(session, chosen, job), self._list)

    def _list(self, people: list[tuple[RecordId, str]]) -> None:
        self.show_people(people)
        self.listed.emit()


def _people(session: Session, chosen: list[RecordId] | None, job: Job) -> list[tuple[RecordId, str]]:
    """Return the people of these cases, each with words that tell namesakes apart, in the order of their
    names.

    `chosen` is None for all cases.
    """
    store = session.store
    ids = cases.list_ids(store, cases.CaseQuery()) if chosen is None else chosen
    people: dict[RecordId, None] = {}
    for done, case in enumerate(ids):
        job.step(done, len(ids))
        people |= dict.fromkeys(cases.detail(store, case).names)
    rows = sorted(parties.rows(store, list(people)), key=lambda row: (row.name, row.ref))
    return [(row.id, told_apart(row)) for row in rows]
