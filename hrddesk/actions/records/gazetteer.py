"""All places that a desk can choose: those of its vault and, optionally, shipped places that the vault
lacks.
"""

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
"""The separator between the places of a path; the largest place is first."""
_SEPARATORS: Final = re.compile("[,，、;；/›>]")
_LARGE: Final = ("country", "province")
_MOST_LETTERS: Final = 60
"""The number of characters above which a text is not taken for the name of a place."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a list row."""

    id: RecordId
    kind: str
    steps: tuple[Labels, ...]
    """The names of all places that contain the place, the largest first; the last are the names of the place
    itself.
    """

    @property
    def labels(self) -> Labels:
        """The names of the place by language."""
        return self.steps[-1]

    @property
    def depth(self) -> int:
        """The number of places that contain the place."""
        return len(self.steps) - 1

    def path(self, chain: Chain = ENGLISH) -> str:
        """Return the names of all places that contain the place, and its own name, in the first available
        language.
        """
        return BETWEEN.join(step.text(chain) for step in self.steps)


class Gazetteer:
    """All places of a desk, read once into memory (some thousands at most) and searchable by every name."""

    def __init__(self, store: Store, *, with_shipped: bool = False, coming: Iterable[Record] = ()) -> None:
        """Read the places of the vault; `with_shipped` adds the shipped places that the vault lacks.

        `places.take_in` adds a chosen shipped place to the vault. `coming` are places that will soon be
        stored.
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
        """Return every place, each after the place that contains it."""
        return [self._row(place) for place in self._in_order()]

    def _in_order(self) -> Iterator[RecordId]:
        waiting = self._within.get(None, [])[::-1]
        while waiting:
            place = waiting.pop()
            yield place
            waiting += reversed(self._within.get(place, []))

    def entry(self, place: RecordId) -> NamedPlace:
        """Return a place that exists here; the id must be known."""
        return self._places[place]

    def row(self, place: RecordId) -> PlaceRow | None:
        """Return one place, or None if it was deleted."""
        return self._row(place) if place in self._places else None

    def find(self, text: str) -> list[PlaceRow]:
        """Return the places with a name, alias or pinyin that contains the text; the best match first.

        Places of the vault precede shipped ones. Names of containing places are not searched; otherwise the
        name of a province would find everything in it.
        """
        needle = names.normalise(text)
        if not needle:
            return self.rows()
        rows = [self._row(place) for place in self._in_order() if needle in self._words(place)]
        ranked = ranking.in_order(text, rows, lambda row: self._every_name(row.id))
        return sorted(ranked, key=lambda row: row.id in self._lacking)

    def forms(self, place: RecordId) -> list[str]:
        """Return all forms of a place's names that a search compares."""
        return self._words(place).split("\n")

    def steps(self, place: RecordId) -> list[RecordId]:
        """Return a place and all places that contain it, the largest first.

        Merges can make places contain each other in a circle; each place is then returned once.
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
        """Return the records to add to the vault when a place is chosen.

        These are the place and the places that contain it, as far as the vault lacks them.
        """
        lacking = (self._lacking[step] for step in self.steps(place) if step in self._lacking)
        return [item.record(item.parent) for item in lacking]

    def meant(self, text: str) -> Sequence[RecordId]:
        """Return the places that a text as a whole can mean: one, several if it is ambiguous, or none.

        A label takes precedence over other names. Among places with the same name, an outer place takes
        precedence over places in it. If just one of the remaining places is a country or first-level
        division, it is meant. A text may also name a place and its outer place: `Linyi, Shandong` and
        `山东临沂` mean Linyi. If the only place with a name is a shipped place in another country, it is
        not meant unless it is itself a country, because most words are the name of some place in the
        world.
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
        """The country whose law the vault usually applies, as a tuple of one place or none."""
        return tuple(self.steps(shipped_places.id_of(countries.of(self._law).code))[:1])

    def _is_near(self, place: RecordId, text: str) -> bool:
        """Tell whether a name alone may mean this place: it is in the vault, or in the country whose law
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
        """Return the shipped places that the vault lacks, each after the place that contains it.

        A shipped place is not lacking if the desk has a place with one of its names in the same outer place,
        or if the shipped place was merged into another one.
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
        """Return the first place directly inside `parent` ("" for the top level) that has one of these
        names.
        """
        within = self._within.get(parent or None, ())
        wanted_names = {names.normalise(name) for name in called if name} if within else set()
        for place in within:
            if wanted_names & {names.normalise(name) for name in self._places[place].names}:
                return place
        return None

    def _leads_back(self, place: RecordId) -> bool:
        """Tell whether a place is inside itself, directly or through other places; such a place is shown at
        the top.
        """
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
        """Return the names of a place: first as they are written, then in the forms that a search
        compares.
        """
        return [*self._places[place].names, *self.forms(place)]


def _is_ambiguous(text: str) -> bool:
    """Tell whether a name of two characters can mean too many things.

    Such a name is two Latin letters, or a district that many cities have (东区).
    """
    name = text.strip()
    return len(name) == 2 and (name.isascii() or name.endswith(("区", "區")))


def _splits(text: str) -> Iterator[tuple[str, ...]]:
    """Yield ways to split a text into names of places: at commas, or anywhere in a text of Chinese
    characters.
    """
    parts = tuple(filter(None, map(str.strip, _SEPARATORS.split(text))))
    if len(parts) > 1:
        yield parts
    elif text and all(map(scripts.is_han, text)):
        for first in range(2, len(text) - 1):
            yield text[:first], text[first:]
            for second in range(first + 2, len(text) - 1):
                yield text[:first], text[first:second], text[second:]
