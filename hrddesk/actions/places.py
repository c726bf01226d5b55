"""Places as a tree: a prison lies in a county, the county in a province; each has a kind and other names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.actions import citations
from hrddesk.actions.citations import NO_EDITS, CitationEdits
from hrddesk.actions.editing import Fields, edited
from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from hrddesk.jobs import Job, silent
from hrddesk.records import labels, names, ranking, scripts, shipped_places
from hrddesk.records.kinds import LABELS, Kind
from hrddesk.records.labels import CHINESE, ENGLISH, Chain, Labels
from hrddesk.records.record import Element, Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store import forwarding, users
from hrddesk.store.change import Change
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

BETWEEN: Final = " › "
"""Stands between the steps of a path, the largest place first."""
_CHAINS: Final = (ENGLISH, CHINESE)
"""In which languages a path may be typed."""
_NO_TEXTS: Final[Mapping[str, str | None]] = {}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as lists show it."""

    id: RecordId
    kind: str
    steps: tuple[Labels, ...]
    """What each place is called that it lies in, the largest first, and last what it is called itself."""

    @property
    def labels(self) -> Labels:
        """What it is called in each language."""
        return self.steps[-1]

    @property
    def depth(self) -> int:
        """How many places it lies in."""
        return len(self.steps) - 1

    def path(self, chain: Chain = ENGLISH) -> str:
        """Return the names of all that it lies in, and its own, for a chain of languages."""
        return BETWEEN.join(step.text(chain) for step in self.steps)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place that a form names and the vault does not have yet. What nobody said is empty, never assumed."""

    id: RecordId
    name: str
    kind: str
    """The code of a kind of place, or other words for one."""
    parent: RecordId | None
    """The place that it lies in: one of the vault, or a shipped one."""


class Gazetteer:
    """All places of a desk, read once: they are some thousands at most, and are found by every name."""

    def __init__(self, store: Store, *, with_shipped: bool = False) -> None:
        """`with_shipped` adds the shipped places that the vault lacks; `take_in` takes a chosen one in."""
        self._records = {record.id: record for record in store.all(Kind.PLACE)}
        if with_shipped:
            self._records |= _lacking(store, again=True)
        self._within: dict[RecordId | None, list[RecordId]] = {}
        for record in self._records.values():
            parent = RecordId(record.text("parent"))
            known = parent in self._records and not self._leads_back(record.id)
            self._within.setdefault(parent if known else None, []).append(record.id)
        for inside in self._within.values():
            inside.sort(key=lambda place: (self._records[place].labels.text(ENGLISH).casefold(), place))
        self._sought: dict[RecordId, str] = {}

    def rows(self) -> list[PlaceRow]:
        """Return every place, each behind the one that it lies in."""
        made, waiting = [], self._within.get(None, [])[::-1]
        while waiting:
            place = waiting.pop()
            made.append(self._row(place))
            waiting += reversed(self._within.get(place, []))
        return made

    def record(self, place: RecordId) -> Record:
        """Return a place that is there, as it was read."""
        return self._records[place]

    def row(self, place: RecordId) -> PlaceRow | None:
        """Return one place; None when it is not there any more."""
        return self._row(place) if place in self._records else None

    def find(self, text: str) -> list[PlaceRow]:
        """Return the places one of whose names, aliases or pinyin holds the text; the best match first.

        What a place lies in does not count, so that a province does not bring all that is in it.
        """
        needle = names.normalise(text)
        if not needle:
            return self.rows()
        found = [row for row in self.rows() if needle in self._words(row.id)]
        return ranking.in_order(text, found, lambda row: self._every_name(row.id))

    def forms(self, place: RecordId) -> list[str]:
        """Return everything that a place is called, normalised, and what follows from it."""
        return self._words(place).split("\n")

    def steps(self, place: RecordId) -> list[RecordId]:
        """Return a place and all that it lies in, the largest first. A circle, as merges can make, ends."""
        made: list[RecordId] = []
        at: RecordId | None = place
        while at is not None and at in self._records and at not in made:
            made.append(at)
            at = RecordId(self._records[at].text("parent")) if self._records[at].text("parent") else None
        return made[::-1]

    def within(self, place: RecordId) -> set[RecordId]:
        """Return a place and everything that lies in it."""
        made, waiting = {place}, [place]
        while waiting:
            inside = [other for other in self._within.get(waiting.pop(), ()) if other not in made]
            made.update(inside)
            waiting += inside
        return made

    def inside(self, parent: RecordId, called: Sequence[str]) -> RecordId | None:
        """Return the first place right inside another one (empty: at the top) that has one of these names."""
        wanted = {names.normalise(name) for name in called if name}
        for place in self._within.get(parent or None, ()):
            if wanted & {names.normalise(name) for name in _names(self._records[place])}:
                return place
        return None

    def _leads_back(self, place: RecordId) -> bool:
        """Tell whether a place lies, by some steps, in itself: it then stands at the top."""
        seen: set[RecordId] = set()
        at = RecordId(self._records[place].text("parent"))
        while at in self._records and at not in seen:
            if at == place:
                return True
            seen.add(at)
            at = RecordId(self._records[at].text("parent"))
        return False

    def _row(self, place: RecordId) -> PlaceRow:
        steps = tuple(self._records[step].labels or Labels.same(step[:8]) for step in self.steps(place))
        return PlaceRow(place, self._records[place].text("kind"), steps)

    def _words(self, place: RecordId) -> str:
        if place not in self._sought:
            self._sought[place] = "\n".join(_forms(self._records[place]))
        return self._sought[place]

    def _every_name(self, place: RecordId) -> list[str]:
        """Return what a place is called, as it was written and then as it is found."""
        return [*_names(self._records[place]), *self.forms(place)]


def _names(record: Record) -> list[str]:
    """Return what a place is called, as it was written."""
    return [*record.labels.values(), *(str(item["text"]) for item in record.values("aliases"))]


def _forms(record: Record) -> Sequence[str]:
    """Return what a place is found by."""
    forms: set[str] = set()
    for name in _names(record):
        forms |= {names.normalise(name)} | names.derived_forms(name)
    return sorted(forms - {""})


def said_before(store: Store) -> list[str]:
    """Return the words for places that events have, as they were said, the most frequent first."""
    rows = store.db.execute(
        "SELECT place_text, count(*) FROM event WHERE place_text IS NOT NULL AND place_text <> ''"
        " GROUP BY place_text ORDER BY count(*) DESC, place_text"
    )
    return [str(words) for words, _ in rows]


def named(store: Store, text: str) -> Record:
    """Return the place of an id, of a name or alias, or of a path `Anhui › Hefei`.

    Raise RecordNotFound; AmbiguousReference when more than one is called so.
    """
    return store.get(_named(store, text, Gazetteer(store)))


def named_or_shipped(store: Store, text: str) -> RecordId:
    """Return the id of a place as `named` does, or of a shipped one for `take_in`; raise as `named`."""
    return _named(store, text, Gazetteer(store, with_shipped=True))


def _named(store: Store, text: str, gazetteer: Gazetteer) -> RecordId:
    try:
        return store.by_ref(text, Kind.PLACE).id
    except RecordNotFound:
        pass
    needle = names.normalise(text.rpartition(BETWEEN.strip())[2])
    path = names.normalise(text)
    rows = [row for row in gazetteer.find(needle) if needle in gazetteer.forms(row.id)]
    if BETWEEN.strip() in text:
        rows = [row for row in rows if path in (names.normalise(row.path(chain)) for chain in _CHAINS)]
    if not rows:
        raise RecordNotFound(ref=text)
    if len(rows) > 1:
        raise AmbiguousReference(ref=text, count=len(rows))
    return rows[0].id


def take_in(store: Store, change: Change, place: str, new: NewPlace | None = None) -> None:
    """Put the place that an act is about to name, and what it lies in, into the vault if they are not there.

    `place` is the id of `new`, of a shipped place, or of one that is there, which stays as it is. Raise as
    `create`.
    """
    if new is not None and new.id == place:
        take_in(store, change, new.parent or "")
        fields: Fields = {"kind": new.kind or None, "parent": new.parent}
        texts = {scripts.language_of(new.name): new.name}
        change.put(_checked(store, Record(Kind.PLACE, new.id), texts, fields))
        return
    if not place or store.find(place) is not None:
        return
    lacking, chain = _lacking(store, again=True), []
    while place in lacking:
        chain.append(lacking[RecordId(place)])
        place = chain[-1].text("parent")
    for record in reversed(chain):
        change.put(record)


def create(
    session: Session,
    texts: Mapping[str, str | None],
    fields: Fields | None = None,
    aliases: Sequence[str] = (),
    cited: CitationEdits = NO_EDITS,
) -> tuple[RecordId, Changes]:
    """Make a place; raise InvalidValue when it has no name, or RecordNotFound for a parent that is none.

    `texts` say what it is called, by the codes of languages; `cited` says who says so, in the same act.
    """
    with session.store.change("place.new") as change:
        take_in(session.store, change, str((fields or {}).get("parent") or ""))
        record = _checked(session.store, Record(Kind.PLACE, new_id()), texts, fields or {}, aliases)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return record.id, change.changes


def edit(
    session: Session,
    place: RecordId,
    fields: Fields,
    aliases: Sequence[str] | None = None,
    cited: CitationEdits = NO_EDITS,
    *,
    texts: Mapping[str, str | None] = _NO_TEXTS,
) -> Changes:
    """Change a place; what is not named stays. Raise as `create`, and where it would lie in itself.

    Of `texts` an empty one takes the label of that language away.
    """
    with session.store.change("place.edit") as change:
        take_in(session.store, change, str(fields.get("parent") or ""))
        record = _checked(session.store, session.store.get(place), texts, fields, aliases)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return change.changes


def move(session: Session, place: RecordId, parent: RecordId | None) -> Changes:
    """Put a place, with all that lies in it, into another one, or at the top; raise as `edit`."""
    with session.store.change("place.move") as change:
        change.put(_checked(session.store, session.store.get(place), _NO_TEXTS, {"parent": parent}))
    return change.changes


def remove(session: Session, place: RecordId) -> Changes:
    """Delete a place; raise InvalidValue while events or other places name it."""
    record = session.store.get(place)
    used = users.of(session.store.db, Kind.PLACE, place)
    if used:
        raise InvalidValue(field="place", why=f"{len(used)} event(s) or places name it; change those first")
    with session.store.change("place.remove") as change:
        change.delete(record.id)
    return change.changes


def add_shipped(session: Session, job: Job | None = None) -> tuple[int, Changes]:
    """Put the places that are shipped into the tree; return how many are new. Again, it changes nothing.

    What was deleted or merged away stays so.
    """
    told, lacking = job or silent(), _lacking(session.store)
    with session.store.change("place.shipped") as change:
        for number, record in enumerate(lacking.values()):
            told.step(number, len(lacking))
            change.put(record)
    return len(lacking), change.changes


def _lacking(store: Store, *, again: bool = False) -> dict[RecordId, Record]:
    """Return the shipped places that the vault lacks, each behind the one that it lies in.

    A place that the desk has under one of the names, in the same place, stands for the shipped one. What was
    merged into another is not lacking, nor what was deleted here, unless `again` is set: somebody may choose
    a deleted one again. That another desk deleted what never was here counts for nothing.
    """
    away = forwarding.merged_away(store.db)
    own = Gazetteer(store)
    stands_for: dict[RecordId, RecordId] = {RecordId(""): RecordId("")}
    lacking = {}
    for place in shipped_places.listed():
        parent = stands_for.get(place.parent)
        if parent is None:
            continue  # what it lies in was deleted
        there = away.get(place.id, place.id)
        is_gone = there == place.id and store.find(there) is None
        was_never_here = is_gone and forwarding.last_state(store, there) is None
        if was_never_here or (again and is_gone):
            there = own.inside(parent, (*place.labels.values(), *place.aliases)) or place.id
            if there == place.id:
                lacking[place.id] = place.record(parent)
        elif store.find(there) is None:
            continue
        stands_for[place.id] = there
    return lacking


def _checked(
    store: Store,
    before: Record,
    texts: Mapping[str, str | None],
    fields: Fields,
    aliases: Sequence[str] | None = None,
) -> Record:
    called = before.with_labels(labels.written(texts))
    if not called.labels:
        raise InvalidValue(field=LABELS, why="a place needs a name in at least one language")
    lists: dict[str, Sequence[Element]] = {LABELS: called.values(LABELS)}
    if aliases is not None:
        said = dict.fromkeys(alias.strip() for alias in aliases if alias.strip())
        lists["aliases"] = [{"text": alias} for alias in said]
    record = edited(before, fields, lists, store.words())
    parent = record.text("parent")
    if parent:
        if store.get(parent).kind is not Kind.PLACE:
            raise RecordNotFound(ref=parent[:8])
        if record.id in Gazetteer(store).steps(RecordId(parent)):
            raise InvalidValue(field="parent", why="a place cannot lie in itself, or in what lies in it")
    return record
