"""Places with a changed kind or parent. These two values decide which place a publication prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms import vocabulary
from hrddesk.redact.facts.facts import Facts
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlace:
    """A place whose kind or parent decides which place is printed, and was changed since the record was
    created.
    """

    place: RecordId
    name: str
    field: str
    """The changed field: `kind` if the place itself is printed, `parent` if another place is printed for
    it.
    """
    values: tuple[str, ...]
    """All values that the field ever had, the latest last: codes of kinds, or names of places."""
    told: str
    """The name of the place that is printed."""
    raw: tuple[str, ...]
    """The values with ids in place of names, because a place may have another name today."""


def changed_places(
    store: Store, facts: Facts, decided: Mapping[RecordId, RecordId]
) -> Iterator[ChangedPlace]:
    """Yield the places of `decided` whose deciding value was changed, according to the history.

    `decided` has for each place the place that is printed for it. A kind that was added counts as changed. A
    parent that was added does not count: before, nothing was printed for the place.
    """
    for place, printed_place in sorted(decided.items()):
        states = map(Record.from_json, store.history.states(place))
        if place == printed_place:
            field, earlier_values = "kind", [_kind(state) for state in states]
        else:
            field, earlier_values = (
                "parent",
                [state.text("parent") for state in states if state.text("parent")],
            )
        raw = tuple(value for value, _ in groupby(earlier_values))
        if len(raw) > 1:
            values = raw if field == "kind" else tuple(_name(facts, RecordId(value)) for value in raw)
            yield ChangedPlace(
                place=place,
                name=_name(facts, place),
                field=field,
                values=values,
                told=_name(facts, printed_place),
                raw=raw,
            )


def _kind(place: Record) -> str:
    """Return the code of a place's kind in the shipped vocabulary, since the desk's own terms could hide a
    change.
    """
    term = vocabulary.load("place_kind").find(place.text("kind"))
    return place.text("kind") if term is None else term.code


def _name(facts: Facts, place: RecordId) -> str:
    """Return the name of a place, or the beginning of its id if the place was deleted."""
    record = facts.records.get(place)
    if record is None or record.kind is not Kind.PLACE:
        return place[:8]
    return record.labels.text(ENGLISH)
