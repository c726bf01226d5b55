"""The records that figures may count under a profile: visible enough, and about people who may appear."""

from dataclasses import replace

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms import vocabulary
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.people.taking_part import TakingPart
from hrddesk.redact.profile.profiles import Profile


class Admitted:
    """Decides under one profile which parts of a record are counted."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts, self._profile = facts, profile
        self._terms = Terms(facts)
        standing_by_party = {
            party.id: PartyStanding.LABELLED if facts.may_appear(party, profile) else PartyStanding.UNNAMED
            for party in facts.all(Kind.PARTY)
        }
        self._parts = TakingPart(profile, self._terms, standing_by_party)

    def __call__(self, record: Record) -> Record | None:
        """Return the countable parts of a record, or None if nothing of it may be counted.

        A case or an event is not counted if it is only about people who may not appear.
        """
        if record.kind is Kind.PARTY and not self._appears(record):
            return None
        if record.kind in (Kind.CASE, Kind.EVENT) and (
            self._is_about_nobody(record)
            or not self._terms.may_go_out(self._profile, "event_type", record.text("type"))
            or not self._profile.admits(record)
            or self._is_of_kept_back_case(record)
        ):
            return None
        if record.kind is Kind.PLACE:
            return self._without_facility(record)
        if record.kind not in (Kind.PARTY, Kind.CASE, Kind.EVENT):
            return record
        visible = self._visible(record)
        place = self._facts.records.get(RecordId(visible.text("place")))
        return visible if place is not None and self._profile.admits(place) else replace(visible, facility="")

    def _without_facility(self, place: Record) -> Record:
        """Return a place without its kind if the place is withheld and the kind is one of a facility."""
        is_told = self._profile.admits(place) or place.text("kind") not in vocabulary.holding()
        return place if is_told else place.with_fields(kind=None)

    def _appears(self, party: Record) -> bool:
        """Tell whether a profile shows a party, by name or under a label."""
        return self._facts.may_appear(party, self._profile)

    def _is_about_nobody(self, record: Record) -> bool:
        """Tell whether none of the people in a case or an event may appear, by the same rules as in print."""
        if record.kind is Kind.CASE:
            return self._parts.are_about_nobody_shown(record)
        case = self._facts.records.get(RecordId(record.text("case")))
        hidden = case is not None and self._parts.are_about_nobody_shown(case)
        return not self._parts.concern_somebody_shown(record, hidden_case=hidden)

    def _is_of_kept_back_case(self, record: Record) -> bool:
        case = self._facts.records.get(RecordId(record.text("case")))
        return case is not None and not self._profile.admits(case)

    def _visible(self, record: Record) -> Record:
        """Return the record without the fields and lists whose level the profile does not include."""
        kept_back = {
            field.name: None
            for field in record.spec.fields
            if field.name != "case" and record.visibility(field.name) not in self._profile.levels
        }
        visible_record = record.with_fields(**kept_back)
        for spec in record.spec.lists:
            if spec.name in ("visibility", "keys"):
                continue
            if record.visibility(spec.name) not in self._profile.levels:
                visible_record = visible_record.with_elements(spec.name, [])
        return visible_record
