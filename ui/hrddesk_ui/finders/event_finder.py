"""The search for events to link: events of the same case without a search, other events by text."""

from collections.abc import Iterable

from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseDetail, CaseQuery
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import ranking
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.links_edit import EventChoice
from hrddesk_ui.words.language import isolated, shown_language
from hrddesk_ui.words.record_words import RecordWords

MOST_FOUND = 20
_MOST_CASES = 10


class EventFinder:
    """The search for events, through the connection of the window's thread."""

    def __init__(self, reader: Store, detail: CaseDetail, event: RecordId | None) -> None:
        """Prepare the search; `detail` is the shown case, and `event`, the one in the form, is
        never found.
        """
        self._reader = reader
        self._detail = detail
        self._event = event
        self._words = RecordWords(reader)

    def near(self) -> list[EventChoice]:
        """Return the other events of the case."""
        return self._choices(self._detail.events)

    def find(self, text: str) -> list[EventChoice]:
        """Return the events that match the text, at most twenty.

        Events of this case whose labels contain the text come first, then all events of other cases that
        contain it.
        """
        sought = text.casefold()
        near = [choice for choice in self.near() if sought in choice.label.casefold()]
        choices = ranking.in_order(text, near, lambda choice: [choice.label])
        for case in cases.list_ids(self._reader, CaseQuery(text))[:_MOST_CASES]:
            if case != self._detail.record.id:
                choices += self._choices(self._reader.events_of_case(case))
        return choices[:MOST_FOUND]

    def label(self, record: RecordId) -> str:
        """Return the label of an event; if it was deleted, return the beginning of its id."""
        event = self._reader.find(record)
        return record[:8] if event is None else self._label(event)

    def _choices(self, events: Iterable[Record]) -> list[EventChoice]:
        return [EventChoice(event.id, self._label(event)) for event in events if event.id != self._event]

    def _label(self, event: Record) -> str:
        """Return a label that differs even between two similar events of one day.

        The label of an event of another case also names its people.
        """
        date = dates.as_typed(dates.read(event.text("date")), shown_language())
        what = self._words.value(Kind.EVENT, "type", event.text("type"))
        elsewhere = event.text("case") != self._detail.record.id
        who = [self._words.reference(str(item.get("party"))) for item in event.values("parties")[:2]]
        parts = [date, what, event.text("place_text"), *(map(isolated, who) if elsewhere else ())]
        return " · ".join(part for part in (*parts, event.id[:6]) if part)
