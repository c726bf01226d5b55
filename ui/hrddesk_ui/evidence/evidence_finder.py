"""The search for records that evidence is about: people and events of the case at once, others by name; other
cases.
"""

from collections.abc import Sequence

from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseDetail, CaseQuery
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.store import Store
from hrddesk_ui.finders.event_finder import EventFinder
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.words.language import isolated

MOST_FOUND = 20


class AboutFinder:
    """People and events, read through the window's own connection."""

    def __init__(self, reader: Store, detail: CaseDetail) -> None:
        """`detail` is the case at hand."""
        self._reader = reader
        self._people, self._events = PartyFinder(reader), EventFinder(reader, detail, None)
        self._in_case = [RecordId(str(item["party"])) for item in detail.record.values("parties")]

    def near(self) -> list[PartyChoice]:
        """Return the people and the events of the case."""
        called = self._people.labels(self._in_case)
        return [*(PartyChoice(party, label) for party, label in called.items()), *self._events.near()]

    def find(self, text: str) -> list[PartyChoice]:
        """Return people by their names, then events by their labels."""
        return [*self._people.find(text), *self._events.find(text)][:MOST_FOUND]

    def label(self, record: RecordId) -> str:
        """Return the name of a person or the label of an event."""
        of_party = self._reader.tables.kind_of(record) is Kind.PARTY
        return self._people.label(record) if of_party else self._events.label(record)


class CaseFinder:
    """Cases, read through the window's own connection."""

    def __init__(self, reader: Store) -> None:
        self._reader = reader

    def near(self) -> list[PartyChoice]:
        """Return no proposals: among many cases none is more likely than another."""
        return []

    def find(self, text: str) -> list[PartyChoice]:
        """Return the first twenty cases that contain the text."""
        return self._choices(cases.list_ids(self._reader, CaseQuery(text))[:MOST_FOUND])

    def label(self, record: RecordId) -> str:
        """Return the name of a case, or the start of its id if it was deleted."""
        return next((choice.label for choice in self._choices([record])), record[:8])

    def _choices(self, ids: Sequence[RecordId]) -> list[PartyChoice]:
        case_records = self._reader.many(Kind.CASE, list(ids))
        return [
            PartyChoice(case.id, f"{isolated(case.text('title'))} · {case.text('ref')}")
            for case in case_records
        ]
