"""The timeline of a person or a case, and the network of the people's relations."""

from dataclasses import dataclass

from hrddesk.actions.records import cases, parties, relations
from hrddesk.analysis.overview.network import Network, ends, network
from hrddesk.analysis.overview.timelines import Timeline, timeline
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.roles import OWN
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTimeline:
    """The timeline and the network of relations of a case or a person, to be drawn.

    `names` has the names of all parties in these events and relations.
    """

    record: Record
    timeline: Timeline
    relations: tuple[Record, ...]
    network: Network
    names: dict[RecordId, str]

    @property
    def has_several_victims(self) -> bool:
        """Whether the events of a case happened to more than one person, so that each event must say to
        whom.
        """
        moments = (*self.timeline.dated, *self.timeline.undated)
        return (
            self.record.kind is Kind.CASE
            and len({who for each in moments for who in victims(each.event)}) > 1
        )


def victims(event: Record) -> list[RecordId]:
    """Return the parties to whom an event happened or, as with an appeal, whom the event concerns."""
    return [RecordId(str(item.get("party"))) for item in event.values("parties") if item.get("role") in OWN]


def picture(store: Store, record_id: RecordId) -> RecordTimeline:
    """Return the data to draw a case or a person; raise RecordNotFound, and InvalidValue for other
    records.
    """
    record = store.get(record_id)
    if record.kind is Kind.CASE:
        detail = cases.detail(store, record_id)
        people, events, names = [party.id for party, _ in detail.parties], detail.events, dict(detail.names)
    elif record.kind is Kind.PARTY:
        person = parties.detail(store, record_id)
        people, events, names = [record_id], person.events, dict(person.names)
    else:
        raise InvalidValue(field="REF", why=Translatable("a case or a person is drawn, nothing else"))
    relation_records = relations.of_parties(store, people)
    others = [end for item in relation_records for end in ends(item) if end not in names]
    names |= {row.id: row.name or row.ref for row in parties.rows(store, [*people, *others])}
    return RecordTimeline(
        record=record,
        timeline=timeline(events),
        relations=tuple(relation_records),
        network=network(people, relation_records),
        names=names,
    )
