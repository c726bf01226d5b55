"""The input of a publication: plain records of a vault, and the chosen cases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.consents import keeps_out
from hrddesk.redact.profile.profiles import Profile

TextKey = tuple[RecordId, str]
"""The key of a free text: the id of its record and the name of its field."""

FormerNames = Mapping[RecordId, tuple[str, ...]]
"""The names of parties in earlier versions of their records."""

Called = Callable[[], Iterable[tuple[RecordId, str, str, str]]]
"""A function that yields the id and kind of every party of a vault, once with each of its names and the
name's script.
"""

_NONE: Final[FormerNames] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The current records of a vault on which a publication is based.

    They are all records, or the records of some cases with all parties whose names may occur in them.
    """

    records: Mapping[RecordId, Record]
    chosen: tuple[RecordId, ...]
    """The cases to publish."""
    former: FormerNames
    withheld: frozenset[RecordId]
    """People who must not appear whatever a profile shows, because of their consent."""
    _events: Mapping[RecordId, tuple[Record, ...]] = field(repr=False)
    _related: Mapping[RecordId, tuple[RecordId, ...]] = field(repr=False)
    _called: Called | None = field(repr=False, default=None)

    @classmethod
    def of(
        cls,
        records: Iterable[Record],
        chosen: Iterable[RecordId] | None = None,
        former: FormerNames = _NONE,
        called: Called | None = None,
    ) -> "Facts":
        """Gather records; all cases are published if `chosen` is None.

        `called` yields the names of all parties of the vault, if some parties are not among `records`.
        """
        by_id = {record.id: record for record in records}
        events: dict[RecordId, list[Record]] = {}
        for record in by_id.values():
            if record.kind is Kind.EVENT and record.text("case"):
                events.setdefault(RecordId(record.text("case")), []).append(record)
        related: dict[RecordId, list[RecordId]] = {}
        for record in by_id.values():
            if record.kind is Kind.RELATION:
                one, object_id = RecordId(record.text("subject")), RecordId(record.text("object"))
                related.setdefault(one, []).append(object_id)
                related.setdefault(object_id, []).append(one)
        if chosen is None:
            chosen = [record.id for record in by_id.values() if record.kind is Kind.CASE]
        case_ids = tuple(dict.fromkeys(case for case in chosen if case in by_id))
        return cls(
            records=by_id,
            chosen=case_ids,
            former=former,
            withheld=frozenset(
                record.id for record in by_id.values() if record.kind is Kind.PARTY and keeps_out(record)
            ),
            _events={case: tuple(case_events) for case, case_events in events.items()},
            _related={one: tuple(others) for one, others in related.items()},
            _called=called,
        )

    @property
    def has_everybody(self) -> bool:
        """Whether all parties of the vault are among the records."""
        return self._called is None

    def called(self) -> Iterable[tuple[RecordId, str, str, str]]:
        """Yield the id and kind of every party of the vault with each of its names, and the script of the
        name.
        """
        if self._called is not None:
            return self._called()
        return (
            (party.id, party.text("kind"), str(element.get("name", "")), str(element.get("script", "")))
            for party in self.all(Kind.PARTY)
            for element in party.values("names")
        )

    def may_appear(self, party: Record, profile: Profile) -> bool:
        """Tell whether a party may appear under a profile, by name or under a label."""
        return profile.shows(party) and party.id not in self.withheld

    def all(self, kind: Kind) -> list[Record]:
        """Return all records of one kind."""
        return [record for record in self.records.values() if record.kind is kind]

    def cases(self) -> list[Record]:
        """Return the chosen cases."""
        return [self.records[case] for case in self.chosen]

    def events_of(self, case: RecordId) -> tuple[Record, ...]:
        """Return the events of a case."""
        return self._events.get(case, ())

    def related_to(self, ids: Iterable[RecordId]) -> frozenset[RecordId]:
        """Return the records that are in a relation to a record in `ids`, in either direction."""
        return frozenset(related_id for one in ids for related_id in self._related.get(one, ()))

    def party(self, value: object) -> Record | None:
        """Return the party with the id `value`, or None if the party was removed or the id is empty."""
        record = self.records.get(RecordId(str(value)))
        return record if record is not None and record.kind is Kind.PARTY else None

    def people_of(self, case: Record) -> list[Record]:
        """Return every party of a case and of its events; no party twice."""
        elements = [*case.values("parties")]
        for event in self.events_of(case.id):
            elements += event.values("parties")
        parties = (self.party(element.get("party")) for element in elements)
        return list({party.id: party for party in parties if party is not None}.values())
