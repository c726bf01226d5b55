"""The searches for what evidence can be about (people and events) and for the cases it can belong to.

People and events of the shown case are offered without a search.
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
    """The search for people and events, through the connection of the window's thread."""

    def __init__(self, reader: Store, detail: CaseDetail) -> None:
        """Prepare the search; `detail` is the shown case, whose people and events are offered first."""
        self._reader = reader
        self._people, self._events = PartyFinder(reader), EventFinder(reader, detail, None)
        self._in_case = [RecordId(str(item["party"])) for item in detail.record.values("parties")]

    def near(self) -> list[PartyChoice]:
        """Return the people and events of the shown case."""
        called = self._people.labels(self._in_case)
        return [*(PartyChoice(party, label) for party, label in called.items()), *self._events.near()]

    def find(self, text: str) -> list[PartyChoice]:
        """Return the people whose names contain the text, then the events whose labels contain it."""
        return [*self._people.find(text), *self._events.find(text)][:MOST_FOUND]

    def label(self, record: RecordId) -> str:
        """Return the name of a person, or the label of an event."""
        of_party = self._reader.tables.kind_of(record) is Kind.PARTY
        return self._people.label(record) if of_party else self._events.label(record)


class CaseFinder:
    """The search for cases, through the connection of the window's thread."""

    def __init__(self, reader: Store) -> None:
        self._reader = reader

    def near(self) -> list[PartyChoice]:
        """Return an empty list: no case is more likely than another before something is typed."""
        return []

    def find(self, text: str) -> list[PartyChoice]:
        """Return the first twenty cases that contain the text."""
        return self._choices(cases.list_ids(self._reader, CaseQuery(text))[:MOST_FOUND])

    def label(self, record: RecordId) -> str:
        """Return the title and reference of a case; if it was deleted, the beginning of its id."""
        return next((choice.label for choice in self._choices([record])), record[:8])

    def _choices(self, ids: Sequence[RecordId]) -> list[PartyChoice]:
        case_records = self._reader.many(Kind.CASE, list(ids))
        return [
            PartyChoice(case.id, f"{isolated(case.text('title'))} · {case.text('ref')}")
            for case in case_records
        ]
