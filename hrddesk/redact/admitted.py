"""What a profile lets figures count: what is visible enough, and about people who may appear."""

from collections.abc import Iterable

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Element, Record, RecordId
from hrddesk.records.roles import SUBJECT, VICTIM
from hrddesk.redact.facts import Facts
from hrddesk.redact.profiles import Profile
from hrddesk.redact.terms import Terms


class Admitted:
    """Decides for one profile what of a record is counted."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts, self._profile = facts, profile
        self._terms = Terms(facts)

    def __call__(self, record: Record) -> Record | None:
        """Return what may be counted of a record; None where that is nothing.

        Cases and events of which nobody whom they happened to may appear are left out with these people.
        """
        if record.kind is Kind.PARTY and not self._appears(record):
            return None
        if record.kind in (Kind.CASE, Kind.EVENT):
            victims = self._victims(record)
            hidden = bool(victims) and not any(map(self._appears, victims))
            if (
                hidden
                or not self._terms.may_go_out(self._profile, "event_type", record.text("type"))
                or not self._profile.admits(record)
                or self._is_of_kept_back_case(record)
            ):
                return None
        if record.kind not in (Kind.PARTY, Kind.CASE, Kind.EVENT):
            return record
        return self._visible(record)

    def _appears(self, party: Record) -> bool:
        """Tell whether a profile shows somebody, by name or under a label."""
        return self._profile.shows(party)

    def _victims(self, record: Record) -> list[Record]:
        """Return those whom a case or an event happened to; for an event without any those of its case."""
        found = self._people(record.values("parties"))
        case = self._facts.records.get(RecordId(record.text("case")))
        return found or (self._people(case.values("parties")) if case is not None else [])

    def _people(self, elements: Iterable[Element]) -> list[Record]:
        happened = (item.get("party") for item in elements if item.get("role") in (None, "", SUBJECT, VICTIM))
        return [party for item in happened if (party := self._facts.party(item)) is not None]

    def _is_of_kept_back_case(self, record: Record) -> bool:
        case = self._facts.records.get(RecordId(record.text("case")))
        return case is not None and not self._profile.admits(case)

    def _visible(self, record: Record) -> Record:
        """Return the record without the fields and lists that are not visible enough."""
        kept_back = {
            field.name: None
            for field in record.spec.fields
            if field.name != "case" and record.visibility(field.name) not in self._profile.levels
        }
        made = record.with_fields(**kept_back)
        for spec in record.spec.lists:
            if spec.name in ("visibility", "keys"):
                continue
            if record.visibility(spec.name) not in self._profile.levels:
                made = made.with_elements(spec.name, [])
        return made
