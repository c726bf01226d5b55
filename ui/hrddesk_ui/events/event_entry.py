"""How an event is shown in the timeline of a dossier."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import ABOUT
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.names.display_names import people_together
from hrddesk.records.terms.roles import OWN
from hrddesk.store.records.store import Store
from hrddesk_ui.events.event_edit import EVENT_TERMS
from hrddesk_ui.finders import source_chips
from hrddesk_ui.finders.place_finder import facility_of, place_words
from hrddesk_ui.widgets.lists.entry_list_model import Chip, ListEntry
from hrddesk_ui.words.language import shown_language
from hrddesk_ui.words.penalty_words import penalty_words
from hrddesk_ui.words.status_words import custody_words
from hrddesk_ui.words.vocabularies import term_label


def entries_of(
    store: Store,
    events: Sequence[Record],
    names: Mapping[RecordId, str],
    evidence: Sequence[Record],
    subject: RecordId | None,
) -> list[ListEntry]:
    """Return events with their dates in words, their sources, and the evidence that shows them.

    `names` has the names of the people in the events. `subject` is the one person whom the page is about: an
    event that happened to nobody else does not name them again. None means that there are several.
    """
    chips = source_chips.chips_of(store, [event.id for event in events])
    pictures: dict[str, list[RecordId]] = {}
    for piece in evidence:
        for item in piece.values(ABOUT):
            pictures.setdefault(str(item.get("record")), []).append(piece.id)
    return [
        _entry(
            store,
            event,
            names,
            chips.get(event.id, ()),
            tuple(pictures.get(event.id, ())),
            subject=subject,
        )
        for event in events
    ]


def _entry(
    store: Store,
    event: Record,
    names: Mapping[RecordId, str],
    chips: tuple[Chip, ...],
    pictures: tuple[RecordId, ...],
    *,
    subject: RecordId | None,
) -> ListEntry:
    date = dates.read(event.text("date"))
    day_known = date.earliest is not None and date.earliest == date.latest and not date.doubtful
    lead = dates.as_typed(date, shown_language()) or QCoreApplication.translate("TimelineView", "no date")
    type_words = term_label(("event_type",), event.text("type"))
    first = type_words or QCoreApplication.translate("TimelineView", "event")
    custody = custody_words(event.text("measure"), facility_of(store, event))
    details = [
        *(_said(item, ("charge",)) for item in event.values("charges")),
        *(penalty_words(item) for item in event.values("penalties")),
        *(_said(item, EVENT_TERMS) for item in event.values("terms")),
    ]
    lines = (
        _concerned(event, names, subject),
        place_words(store, event),
        _together(details),
        _others(event, names),
        event.text("summary"),
    )
    return ListEntry(
        id=event.id,
        first=first if not custody else f"{first} — {custody}",
        second="\n".join(" ".join(line.split()) for line in lines if line),
        lead=lead,
        lead_words=dates.in_words(date, shown_language()),
        uncertain=not day_known,
        chips=chips,
        pictures=pictures,
    )


def _concerned(event: Record, names: Mapping[RecordId, str], subject: RecordId | None) -> str:
    """Return the names of the people to whom an event happened; "" if that is the subject alone."""
    people = [RecordId(str(item.get("party"))) for item in event.values("parties") if item.get("role") in OWN]
    return "" if people == [subject] else people_together(names.get(party, "") for party in people)


def _others(event: Record, names: Mapping[RecordId, str]) -> str:
    """Return who else took part, by the role in the event."""
    names_by_role: dict[str, list[str]] = {}
    for item in event.values("parties"):
        if item.get("role") not in OWN:
            party = RecordId(str(item.get("party")))
            names_by_role.setdefault(str(item.get("role") or ""), []).append(names.get(party, ""))
    return _together(
        f"{term_label(('role',), role)}: {people_together(people)}" if role else people_together(people)
        for role, people in names_by_role.items()
    )


def _together(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _said(item: Element, vocabularies: tuple[str, ...]) -> str:
    """Return the label of the term in `item`; without a term, return the words as they were typed."""
    term = str(item.get("term") or "")
    return term_label(vocabularies, term) if term else str(item.get("raw") or "")
