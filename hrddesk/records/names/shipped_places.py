"""The places that are shipped: countries, their first-level divisions, and China down to counties.

A shipped place becomes a record when it is first used. Its id follows from the code of the place (ISO 3166,
or China's own code of six digits), so that two desks that use it have the same record.
`packaging/make_places.py` names the sources, `resources/places/LICENCES.md` the licences.
"""

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names
from hrddesk.system.paths import resources

FOLDER: Final = "places"
_FILES: Final = ("countries.csv", "china.csv", "counties.csv", "divisions.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place with its names, and the id of the place that contains it (empty for a country)."""

    id: RecordId
    labels: Labels
    kind: str
    parent: RecordId
    aliases: tuple[str, ...]

    @classmethod
    def of_record(cls, record: Record) -> "NamedPlace":
        """Return the place that a record of the vault describes."""
        aliases = tuple(str(item["text"]) for item in record.values("aliases"))
        return cls(
            id=record.id,
            labels=record.labels,
            kind=record.text("kind"),
            parent=RecordId(record.text("parent")),
            aliases=aliases,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the place as they are written: its labels, then the other names."""
        return *self.labels.values(), *self.aliases

    def record(self, parent: RecordId) -> Record:
        """Return the place as a public record; `parent` is the id of the place that contains it."""
        record = Record(kind=Kind.PLACE, id=self.id).with_fields(kind=self.kind, parent=parent)
        record = record.with_labels(self.labels).with_visibility(Visibility.PUBLIC)
        return record.with_elements("aliases", [{"text": alias} for alias in self.aliases])


def id_of(code: str) -> RecordId:
    """Return the id of the place with that code."""
    return RecordId(hashlib.sha256(f"place {code}".encode()).hexdigest()[:32])


@cache
def listed() -> Mapping[RecordId, NamedPlace]:
    """Return all shipped places by id, each after the place that contains it."""
    places_by_id = {}
    for name in _FILES:
        with (resources() / FOLDER / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                parent = id_of(row["parent"]) if row["parent"] else RecordId("")
                aliases = tuple(filter(None, row["aliases"].split("|")))
                place = NamedPlace(
                    id=id_of(row["code"]),
                    labels=Labels.of_row(row),
                    kind=row["kind"],
                    parent=parent,
                    aliases=aliases,
                )
                places_by_id[place.id] = place
    return MappingProxyType(places_by_id)


@cache
def forms(place: RecordId) -> str:
    """Return the normalised names of a shipped place, one per line, as searches compare them."""
    return "\n".join({*map(names.normalise, listed()[place].names)})


@cache
def by_label() -> Mapping[str, Sequence[RecordId]]:
    """Return the ids of the shipped places by normalised label."""
    return index((place.id, place.labels.values()) for place in listed().values())


@cache
def by_alias() -> Mapping[str, Sequence[RecordId]]:
    """Return the ids of the shipped places by normalised alias."""
    return index((place.id, place.aliases) for place in listed().values())


def index(called: Iterable[tuple[RecordId, Iterable[str]]]) -> dict[str, list[RecordId]]:
    """Return the ids of places by normalised name; `called` gives the names of each place."""
    places_by_form: dict[str, list[RecordId]] = {}
    for place, place_names in called:
        for form in {*map(names.normalise, place_names)} - {""}:
            places_by_form.setdefault(form, []).append(place)
    return places_by_form
