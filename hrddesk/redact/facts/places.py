"""The places of events in the detail that a profile allows, such as the prefecture instead of a village."""

from collections.abc import Iterable, Iterator
from typing import Final

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.kinds import LABELS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms import countries
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.profile.profiles import PlaceDetail, Profile

_LARGER: Final = ("county", "prefecture", "province", "country")
"""The kinds of places that contain others, the smallest first."""
_OPEN_TO_ALL: Final = (
    "court procuratorate police state_security detention_centre lockup prison juvenile "
    "military_prison camp labour_camp drug_centre psychiatric_hospital hospital immigration_centre "
    "border at_sea embassy online"
)
_INSTITUTIONS: Final = frozenset(_OPEN_TO_ALL.split())
"""The kinds of places whose name identifies nobody. A police station is not one: its name is that of a
township.
"""


class Places:
    """The recorded places, each of which may be inside a larger one."""

    def __init__(self, facts: Facts, words: Terms) -> None:
        self._facts = facts
        self._terms = words

    def told(self, event: Record, profile: Profile) -> Record | None:
        """Return the place that a profile prints for an event, or None if it prints none.

        If the place itself is withheld, the larger place around it is not printed either: that would reveal a
        part of the withheld place.
        """
        if profile.places is PlaceDetail.NONE or not profile.allows(event, "place"):
            return None
        place = self._place(event.text("place"))
        if place is None or not profile.admits(place):
            return None
        if profile.places is PlaceDetail.AS_RECORDED:
            return next((step for step in self.steps(place.id) if self._may_be_named(step, profile)), None)
        large = _LARGER[_LARGER.index(profile.places.value) :]
        return next((step for step in self.steps(place.id) if self.kind_of(step) in large), None)

    def is_told(self, place: Record, profile: Profile) -> bool:
        """Tell whether a profile prints the name of a place, by its kind and its level."""
        if profile.places is PlaceDetail.NONE or not profile.admits(place):
            return False
        if profile.places is PlaceDetail.AS_RECORDED:
            return bool(self.names(place, profile))
        return self.kind_of(place) in _LARGER[_LARGER.index(profile.places.value) :]

    def names(self, place: Record, profile: Profile) -> Labels:
        """Return the names of a place by language; none if the profile withholds them."""
        may = profile.allows(place, LABELS) and self._may_be_named(place, profile)
        return place.labels if may else Labels()

    def facility(self, event: Record, profile: Profile | None) -> str:
        """Return the kind of facility that follows from the place of an event, or "" if none does.

        Return "" also if the event itself states a facility, or if the profile withholds facilities, all
        places, or this place by its level. The kind names no place, so it is returned even if the profile
        does not print the name of the place. Without a profile nothing is withheld.
        """
        place = self._place(event.text("place"))
        if event.text("facility") or place is None:
            return ""
        if profile is not None and not self._tells_kind(event, place, profile):
            return ""
        known_type = self._terms.find("event_type", event.text("type"))
        code = event.text("type") if known_type is None else known_type[0]
        case = self._facts.records.get(RecordId(event.text("case")))
        country = "" if case is None else case.text("country")
        return countries.facility_of_place(country or event.text("country"), code, self.kind_of(place))

    def _tells_kind(self, event: Record, place: Record, profile: Profile) -> bool:
        return (
            profile.places is not PlaceDetail.NONE
            and profile.allows(event, "facility")
            and profile.allows(event, "place")
            and profile.admits(place)
            and place.visibility("kind") in profile.levels
        )

    def deciding(self, event: Record, profile: Profile) -> list[Record]:
        """Return the places that decide which place is printed for an event, the smallest first.

        They are the event's own place and the larger ones around it, up to the printed place. The list is
        empty if no place is printed. If the profile prints places as recorded, without labels for people,
        and the own place is printed, it is returned only if its kind is printed as a facility.
        """
        told_place = self.told(event, profile)
        as_recorded = profile.places is PlaceDetail.AS_RECORDED and not profile.labels_people
        if told_place is None:
            return []
        if as_recorded and told_place.id == event.text("place"):
            return [told_place] if self.facility(event, profile) else []
        steps = list(self.steps(RecordId(event.text("place"))))
        return steps[: steps.index(told_place) + 1]

    def _may_be_named(self, place: Record, profile: Profile) -> bool:
        """Tell whether a place may be printed by its name: neither the name nor the kind belongs to a
        withheld topic.

        The name may reveal what the kind does not: a prison may be called a hospital. In a publication with
        labels, the place must also identify nobody: a house identifies the people who live in it.
        """
        if profile.labels_people and not self._is_of_many(place):
            return False
        names = () if self.kind_of(place) in _LARGER else place.labels.values()
        words = (place.text("kind"), *names)
        return all(self._terms.may_go_out(profile, "place_kind", word) for word in words)

    def _is_of_many(self, place: Record) -> bool:
        """Tell whether a place is too large to identify anybody.

        Such a place is a county or larger, or an institution without a number in its name. An institution
        inside a township or a village is excluded, because it is named after the township or village.
        """
        kind, parent = self.kind_of(place), self._place(place.text("parent"))
        if kind in _LARGER or kind not in _INSTITUTIONS:
            return kind in _LARGER
        numbered = any(map(str.isdigit, "".join(place.labels.values())))
        return not numbered and (parent is None or self.kind_of(parent) in {*_LARGER, *_INSTITUTIONS})

    def steps(self, place: RecordId) -> Iterator[Record]:
        """Yield a place and all places that contain it, the smallest first.

        The search ends when a place contains itself by mistake.
        """
        seen = set()
        step = self._place(place)
        while step is not None and step.id not in seen:
            seen.add(step.id)
            yield step
            step = self._place(step.text("parent"))

    def kind_of(self, place: Record) -> str:
        """Return the code of the kind of a place, or the typed words if no vocabulary knows the kind."""
        known_kind = self._terms.find("place_kind", place.text("kind"))
        return known_kind[0] if known_kind is not None else place.text("kind")

    def _place(self, text: str) -> Record | None:
        record = self._facts.records.get(RecordId(text))
        return record if record is not None and record.kind is Kind.PLACE else None


def decided_by(facts: Facts, profile: Profile, printed: Iterable[RecordId]) -> dict[RecordId, RecordId]:
    """Return the places that decided which place is printed for an event, each with the printed place.

    `printed` are the printed records, of which only events count. The printed place is among the deciding
    ones, and so are the smaller places inside it, see `Places.deciding`.
    """
    places = Places(facts, Terms(facts))
    told_by_place: dict[RecordId, RecordId] = {}
    for record in map(facts.records.__getitem__, printed):
        steps = places.deciding(record, profile) if record.kind is Kind.EVENT else []
        told_by_place |= {step.id: steps[-1].id for step in steps}
    return told_by_place
