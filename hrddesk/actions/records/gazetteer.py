"""All places that a desk can choose: those of its vault and, if wanted, the shipped ones that it lacks."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from hrddesk.records.language import scripts
from hrddesk.records.language.labels import ENGLISH, Chain, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names, ranking, shipped_places
from hrddesk.records.names.shipped_places import NamedPlace
from hrddesk.records.terms import countries
from hrddesk.store.queries.whereabouts import COUNTRY
from hrddesk.store.records import forwarding
from hrddesk.store.records.store import Store

BETWEEN: Final = " › "
"""The separator between the steps of a path, the largest place first."""
_SEPARATORS: Final = re.compile("[,，、;；/›>]")
_LARGE: Final = ("country", "province")
_MOST_LETTERS: Final = 60
"""No longer text is taken for the name of a place."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a list row."""

    id: RecordId
    kind: str
    steps: tuple[Labels, ...]
    """The names of all places that contain it, the largest first, and last its own."""

    @property
    def labels(self) -> Labels:
        """Its names by language."""
        return self.steps[-1]

    @property
    def depth(self) -> int:
        """The number of places that contain it."""
        return len(self.steps) - 1

    def path(self, chain: Chain = ENGLISH) -> str:
        """Return the names of all places that contain it, and its own, for a chain of languages."""
        return BETWEEN.join(step.text(chain) for step in self.steps)


class Gazetteer:
    """All places of a desk, read once: they are some thousands at most, and are found by every name."""

    def __init__(self, store: Store, *, with_shipped: bool = False, coming: Iterable[Record] = ()) -> None:
        """`with_shipped` adds the shipped places that the vault lacks; `take_in` takes a chosen one in.

        `coming` are places that the vault is about to hold.
        """
        own = (*store.all(Kind.PLACE), *coming)
        self._own = {record.id: NamedPlace.of_record(record) for record in own}
        self._places: dict[RecordId, NamedPlace] = dict(self._own)
        self._lacking: dict[RecordId, NamedPlace] = {}
        self._within: dict[RecordId | None, list[RecordId]] = {}
        for place in self._own.values():
            self._put_within(place)
        if with_shipped:
            self._lacking = self._lacked(store)
            self._places |= self._lacking
            for place in self._lacking.values():
                self._within.setdefault(place.parent or None, []).append(place.id)
        for inside in self._within.values():
            inside.sort(key=lambda place: (self._places[place].labels.text(ENGLISH).casefold(), place))
        self._sought: dict[RecordId, str] = {}
        self._law = store.setting(COUNTRY) or ""

    def rows(self) -> list[PlaceRow]:
        """Return every place, each after the one that contains it."""
        return [self._row(place) for place in self._in_order()]

    def _in_order(self) -> Iterator[RecordId]:
        waiting = self._within.get(None, [])[::-1]
        while waiting:
            place = waiting.pop()
            yield place
            waiting += reversed(self._within.get(place, []))

    def entry(self, place: RecordId) -> NamedPlace:
        """Return an existing place."""
        return self._places[place]

    def row(self, place: RecordId) -> PlaceRow | None:
        """Return one place; None if it was deleted."""
        return self._row(place) if place in self._places else None

    def find(self, text: str) -> list[PlaceRow]:
        """Return the places with a name, alias or pinyin that contains the text; the best match first.

        Places of the vault come before shipped ones. The places that contain a place are ignored, so that a
        province does not bring everything in it.
        """
        needle = names.normalise(text)
        if not needle:
            return self.rows()
        rows = [self._row(place) for place in self._in_order() if needle in self._words(place)]
        ranked = ranking.in_order(text, rows, lambda row: self._every_name(row.id))
        return sorted(ranked, key=lambda row: row.id in self._lacking)

    def forms(self, place: RecordId) -> list[str]:
        """Return all search forms of a place."""
        return self._words(place).split("\n")

    def steps(self, place: RecordId) -> list[RecordId]:
        """Return a place and all places that contain it, the largest first. A circle, as merges can make,
        ends the row.
        """
        path: list[RecordId] = []
        current = place
        while current in self._places and current not in path:
            path.append(current)
            current = self._places[current].parent
        return path[::-1]

    def within(self, place: RecordId) -> set[RecordId]:
        """Return a place and all places in it."""
        inner_places, waiting = {place}, [place]
        while waiting:
            inside = [child for child in self._within.get(waiting.pop(), ()) if child not in inner_places]
            inner_places.update(inside)
            waiting += inside
        return inner_places

    def chain(self, place: RecordId) -> list[Record]:
        """Return the records that choosing a place adds to the vault: the place and those that contain it, if
        missing.
        """
        lacking = (self._lacking[step] for step in self.steps(place) if step in self._lacking)
        return [item.record(item.parent) for item in lacking]

    def meant(self, text: str) -> Sequence[RecordId]:
        """Return the places that a text as a whole can mean: one, several if it is ambiguous, or none.

        A label takes precedence over other names. Among places of one name the outer takes precedence over
        those in it, and a single country or first-level division over all others. `Linyi, Shandong` and
        `山东临沂` mean the place inside the other. A name by itself means no shipped place of another
        country: the world has a place for most words.
        """
        if len(text) > _MOST_LETTERS:
            return ()
        namesakes = self._called(text)
        near = [place for place in namesakes if self._is_near(place, text)]
        if namesakes:
            candidates = self._narrowed(near or namesakes)
            return candidates if near or len(candidates) > 1 or self._is_country(candidates[0]) else ()
        for parts in _splits(text):
            named = [self._called(part) for part in parts]
            if all(named):
                nested = {place for places in named for place in places if self._lies_in_all(place, named)}
                if nested:
                    return self._narrowed(nested)
        return ()

    def _called(self, text: str) -> Collection[RecordId]:
        needle = names.normalise(text)
        simplified = scripts.to_simplified(needle)
        labelled, aliased = (
            (self._by_label, shipped_places.by_label()),
            (self._by_alias, shipped_places.by_alias()),
        )
        for form, (own, shipped) in ((needle, labelled), (needle, aliased), (simplified, aliased)):
            lacking = (place for place in shipped.get(form, ()) if place in self._lacking)
            matches = {*own.get(form, ()), *lacking}
            if matches:
                return matches
        return ()

    @cached_property
    def _home(self) -> tuple[RecordId, ...]:
        """The country of the vault's usual law."""
        return tuple(self.steps(shipped_places.id_of(countries.of(self._law).code))[:1])

    def _is_near(self, place: RecordId, text: str) -> bool:
        """Tell whether a name by itself may mean a place: of the vault, or within the country whose law
        applies.
        """
        if place not in self._lacking:
            return True
        return tuple(self.steps(place)[:1]) == self._home and not _is_ambiguous(text)

    def _is_country(self, place: RecordId) -> bool:
        return self._places[place].kind == "country"

    def _lies_in_all(self, place: RecordId, named: Iterable[Collection[RecordId]]) -> bool:
        steps = set(self.steps(place))
        return all(not steps.isdisjoint(places) for places in named)

    def _narrowed(self, places: Collection[RecordId]) -> Sequence[RecordId]:
        outer = [place for place in places if not {*self.steps(place)[:-1]} & {*places}]
        large = [place for place in outer if self._places[place].kind in _LARGE]
        return large if len(large) == 1 else outer

    @cached_property
    def _by_label(self) -> Mapping[str, Sequence[RecordId]]:
        return shipped_places.index((place.id, place.labels.values()) for place in self._own.values())

    @cached_property
    def _by_alias(self) -> Mapping[str, Sequence[RecordId]]:
        return shipped_places.index((place.id, place.aliases) for place in self._own.values())

    def _put_within(self, place: NamedPlace) -> None:
        has_parent = place.parent in self._places and not self._leads_back(place.id)
        self._within.setdefault(place.parent if has_parent else None, []).append(place.id)

    def _lacked(self, store: Store) -> dict[RecordId, NamedPlace]:
        """Return the shipped places that the vault lacks, each after the one that contains it.

        A place of the desk with one of the names, in the same place, replaces the shipped one, and so does
        the place into which that was merged.
        """
        away = forwarding.merged_away(store.db)
        stands_for: dict[RecordId, RecordId] = {RecordId(""): RecordId("")}
        lacking: dict[RecordId, NamedPlace] = {}
        for place in shipped_places.listed().values():
            parent = stands_for.get(place.parent)
            stand_in = away.get(place.id, place.id)
            if parent is None or (stand_in != place.id and stand_in not in self._places):
                continue  # it was merged into one that is gone, or what it lies in was
            if stand_in not in self._places:
                stand_in = self.inside(parent, place.names) or place.id
            if stand_in not in self._places:
                lacking[place.id] = place if parent == place.parent else replace(place, parent=parent)
            stands_for[place.id] = stand_in
        return lacking

    def inside(self, parent: RecordId, called: Sequence[str]) -> RecordId | None:
        """Return the first place right inside another one (empty: at the top) that has one of these names."""
        within = self._within.get(parent or None, ())
        wanted_names = {names.normalise(name) for name in called if name} if within else set()
        for place in within:
            if wanted_names & {names.normalise(name) for name in self._places[place].names}:
                return place
        return None

    def _leads_back(self, place: RecordId) -> bool:
        """Tell whether a place is, in one or more steps, inside itself: it is then shown at the top."""
        seen: set[RecordId] = set()
        current = self._places[place].parent
        while current in self._places and current not in seen:
            if current == place:
                return True
            seen.add(current)
            current = self._places[current].parent
        return False

    def _row(self, place: RecordId) -> PlaceRow:
        steps = tuple(self._places[step].labels or Labels.same(step[:8]) for step in self.steps(place))
        return PlaceRow(place, self._places[place].kind, steps)

    def _words(self, place: RecordId) -> str:
        if place in self._lacking:
            return shipped_places.forms(place)
        if place not in self._sought:
            called = self._places[place].names
            forms = {*map(names.normalise, called)}.union(*map(names.derived_forms, called))
            self._sought[place] = "\n".join(forms - {""})
        return self._sought[place]

    def _every_name(self, place: RecordId) -> list[str]:
        """Return the names of a place, as they are written and then as they are found."""
        return [*self._places[place].names, *self.forms(place)]


def _is_ambiguous(text: str) -> bool:
    """Tell whether a name is that of a district in many cities (东区), or a word of two letters."""
    name = text.strip()
    return len(name) == 2 and (name.isascii() or name.endswith(("区", "區")))


def _splits(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a text that may each name a place: between commas, or anywhere in Chinese words."""
    parts = tuple(filter(None, map(str.strip, _SEPARATORS.split(text))))
    if len(parts) > 1:
        yield parts
    elif text and all(map(scripts.is_han, text)):
        for first in range(2, len(text) - 1):
            yield text[:first], text[first:]
            for second in range(first + 2, len(text) - 1):
                yield text[:first], text[first:second], text[second:]
