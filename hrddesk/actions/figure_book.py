"""Answers questions of figures one after another, over what is kept and what has changed since."""

import datetime
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.figure_parts import kept_part, parts_as_known, parts_of, parts_of_owners
from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis import counted, figures
from hrddesk.analysis.figure_meanings import Meanings
from hrddesk.analysis.figure_parts import Coded, MadePart, Order, Part
from hrddesk.analysis.figure_statuses import (
    Standing,
    StatusesAsOf,
    column_of,
    meaning_of,
    outdated,
    standing_of,
    statuses_as_of,
)
from hrddesk.analysis.figure_tables import Table, table_of
from hrddesk.analysis.part_board import ToldByParts
from hrddesk.analysis.questions import Question
from hrddesk.analysis.slices import Bits
from hrddesk.errors import DiskFailing, DiskFull, WriteFailed
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store.figure_changes import Owners
from hrddesk.store.kept_figures import FiguresAltered, Kept
from hrddesk.store.store import Store

_BATCH: Final = 500
_DAYS_KEPT: Final = 4
WORTH_KEEPING: Final = 1_000
"""So many rows, or changed owners of rows, are kept for the next question; fewer are as soon read again."""
_MOST_PARTS: Final = 16
"""Parts beyond so many are made anew as few."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """What was made for a question and is worth keeping: all of an order, or what is added to it."""

    order: Order
    history: int
    parts: tuple[MadePart, ...]
    kept: Kept | None = None
    dead: tuple[Bits, ...] = ()

    def keep(self, store: Store) -> None:
        """Keep it through the connection that writes; where the disk does not take it, it is made again.

        Nothing is kept of what was made before something was forgotten: it may tell of that.
        """
        if store.figure_changes.since(self.history) is None:
            return
        columns = [(part.size, part.to_columns()) for part in self.parts]
        with suppress(DiskFull, DiskFailing, WriteFailed):
            if self.kept is None:
                store.kept_figures.replace(self.order, self.history, columns)
            else:
                store.kept_figures.add(self.kept, self.history, self.dead, columns)


@dataclass(frozen=True, slots=True)
class UnkeptStatuses:
    """The statuses of the people of a part that is kept, as of a day for which they are not."""

    kept: Kept
    num: int
    statuses: StatusesAsOf
    coded: Coded

    def keep(self, store: Store) -> None:
        """Keep them through the connection that writes, as `Unkept.keep` does."""
        of = self.statuses
        columns = {of.name: self.coded.to_kept(), of.list_name: ("", of.listed(self.coded))}
        with suppress(DiskFull, DiskFailing, WriteFailed):
            store.kept_figures.add_columns(
                self.kept, self.num, columns, lambda names: outdated(names, of.meaning)
            )


@dataclass(frozen=True, slots=True)
class _Made:
    """Parts in memory that follow from a row of the history, as of now or as it was known on a day."""

    history: int
    parts: list[MadePart]


@dataclass(frozen=True, slots=True)
class _Changed:
    """What has changed from one row of the history to another, in an order."""

    since: int
    until: int
    owners: frozenset[RecordId]
    parts: list[MadePart]


class FigureBook:
    """What was made last. Each question may come through another connection, from one thread at a time."""

    def __init__(
        self,
        admits: Callable[[Record], Record | None] | None = None,
        today: datetime.date | None = None,
    ) -> None:
        """`admits` says what may be counted of a record, without it all is; `today` is that of statuses."""
        self.admits = admits
        self._today = today
        self.made: dict[tuple[Order, datetime.date | None], _Made] = {}
        self.changed: dict[Order, _Changed] = {}
        self._statuses: dict[tuple[Hashable, datetime.date, str], Coded] = {}
        self._unkept_statuses: list[UnkeptStatuses] = []
        self._unkept: dict[Order, Unkept] = {}

    def ask(
        self, store: Store, question: Question, job: Job | None = None, apart: figures.Apart | None = None
    ) -> Table:
        """Return the answer to a question as it is printed; `job` steps while anything is read anew.

        Values for which `apart` does not hold are counted together, see `figures.compute`.
        """
        try:
            return self._answer(store, question, job or silent(), apart, believing=True)
        except FiguresAltered:
            return self._answer(store, question, job or silent(), apart, believing=False)

    def counted(self, store: Store, question: Question) -> dict[RecordId, int]:
        """Return which records an answer counts for certain, each with how many it stands for."""
        known_on = datetime.date.fromisoformat(question.known_on) if question.known_on else None
        today = known_on or self._today or datetime.datetime.now().astimezone().date()
        for believing in (True, False):
            with suppress(FiguresAltered), store.at_one_moment():
                told = _Asked(self, store, known_on, silent(), believing=believing).told()
                return counted.counted(question, told, today)
        raise AssertionError("what is made anew is not kept, and so not altered")

    def take_unkept(self) -> "list[Unkept | UnkeptStatuses]":
        """Return what the last questions made that is worth keeping, once."""
        taken: list[Unkept | UnkeptStatuses] = [*self._unkept.values(), *self._unkept_statuses]
        self._unkept, self._unkept_statuses = {}, []
        return taken

    def _answer(
        self, store: Store, question: Question, job: Job, apart: figures.Apart | None, *, believing: bool
    ) -> Table:
        known_on = datetime.date.fromisoformat(question.known_on) if question.known_on else None
        today = known_on or self._today or datetime.datetime.now().astimezone().date()
        with store.at_one_moment():
            asked = _Asked(self, store, known_on, job, believing=believing)
            return table_of(figures.compute(question, asked.told(), today, apart))

    def note_unkept(self, unkept: Unkept) -> None:
        """Remember what is worth keeping."""
        self._unkept[unkept.order] = unkept

    def statuses(self, asked: "_Asked", part: Part, day: datetime.date) -> Coded:
        """Return the statuses of the people of a part; those of the days asked for last are remembered."""
        known = part.column(column_of(day, asked.meaning))
        if known is not None:
            return known
        of = part.key, day, asked.meaning
        if of not in self._statuses:
            found = statuses_as_of(part, day, asked.meaning, lambda places: asked.look(part, day, places))
            coded = found.coded(part)
            if isinstance(part, MadePart):
                part.add(found.name, coded, found.list_name, found.listed(coded))
                return coded
            self._statuses[of] = coded
            while len({day for _, day, _ in self._statuses}) > _DAYS_KEPT:
                _, first, _ = next(iter(self._statuses))
                self._statuses = {key: coded for key, coded in self._statuses.items() if key[1] != first}
            self._unkept_statuses += asked.kept_with(part, found, coded)
        return self._statuses[of]


class _Asked:
    """One question, through one connection."""

    def __init__(
        self, book: FigureBook, store: Store, known_on: datetime.date | None, job: Job, *, believing: bool
    ) -> None:
        """Where it is not `believing`, what is kept in the vault was altered, and all is made anew."""
        self.known_on = known_on
        self.head = store.history.head().number
        self._store = store
        self._book = book
        self._job = job
        self._believing = believing
        self._knowledge = Knowledge(store, known_on, book.admits)
        self._words = store.words()
        self._kept: dict[Hashable, tuple[Kept, int]] = {}
        self.meaning = meaning_of(self._words)

    def told(self) -> ToldByParts:
        """Return all that is counted; it is read when something asks for it."""
        meanings = Meanings(
            self._words,
            lambda: self._knowledge.all(Kind.PLACE),
            self._sources,
            self._knowledge.all(Kind.FIELD),
        )
        return ToldByParts(
            meanings, self._parts, lambda part, day: self._book.statuses(self, part, day), self._members
        )

    # --- parts ---

    def _parts(self, order: Order) -> Iterable[tuple[Part, Bits]]:
        """Return all parts in an order, each with the rows that no longer count."""
        if self._knowledge.is_apart:
            return [(part, 0) for part in self._made(order).parts]
        base = self._kept_or_made(order)
        changed = self._changed(order, base.history)
        if changed is None or (isinstance(base, _Made) and len(changed.owners) >= WORTH_KEEPING):
            self._book.made.pop((order, None), None)
            base, changed = self._made(order), _Changed(self.head, self.head, frozenset(), [])
        if isinstance(base, Kept):
            parts = self._of_kept(base, order, changed)
        else:
            parts = [(part, part.rows_of(changed.owners)) for part in base.parts]
        return [*parts, *((part, 0) for part in changed.parts)]

    def _kept_or_made(self, order: Order) -> "Kept | _Made":
        """Return what is kept in the vault, or what is in memory where that is newer or nothing is kept."""
        kept = self._store.kept_figures.of(order) if self._believing else None
        made = self._book.made.get((order, None))
        if kept is None or _is_worn(kept) or (made is not None and kept.history < made.history):
            return self._made(order)
        self._book.made.pop((order, None), None)
        return kept

    def _of_kept(self, kept: Kept, order: Order, changed: _Changed) -> list[tuple[Part, Bits]]:
        """Return the parts that are kept; what has changed is worth keeping beside them once it is much."""
        parts = [kept_part(self._store, kept, part) for part in kept.parts]
        self._kept |= {part.key: (kept, told.num) for part, told in zip(parts, kept.parts, strict=True)}
        gone = [part.rows_of(changed.owners) if changed.owners else 0 for part in parts]
        if len(changed.owners) >= WORTH_KEEPING:
            self._book.note_unkept(Unkept(order, self.head, tuple(changed.parts), kept, tuple(gone)))
        return [(part, told.dead | rows) for part, told, rows in zip(parts, kept.parts, gone, strict=True)]

    def _made(self, order: Order) -> _Made:
        """Return all parts in an order, made of the records as they are, or were known."""
        key = order, self.known_on
        known = self._book.made.get(key)
        if known is not None and (not self._knowledge.is_apart or known.history == self.head):
            return known
        if not self._knowledge.is_apart:
            made = _Made(self.head, list(parts_of(self._store, order, self._job)))
            if sum(part.size for part in made.parts) >= WORTH_KEEPING:
                self._book.note_unkept(Unkept(order, self.head, tuple(made.parts)))
        else:
            made = _Made(self.head, list(parts_as_known(self._knowledge, order)))
            for other in [other for other in self._book.made if other[1] not in (None, self.known_on)]:
                del self._book.made[other]
        self._book.made[key] = made
        return made

    def _changed(self, order: Order, since: int) -> _Changed | None:
        """Return what has changed since; None where that cannot be told."""
        known = self._book.changed.get(order)
        if known is None or (known.since, known.until) != (since, self.head):
            owners = self._store.figure_changes.since(since) if since != self.head else Owners()
            if owners is None:
                return None
            mine = owners.people if order is Order.PEOPLE else owners.cases | owners.events
            parts = parts_of_owners(self._store, order, owners, self._job)
            known = _Changed(since, self.head, frozenset(mine), parts)
            self._book.changed[order] = known
        return known

    # --- what is told beside them ---

    def look(self, part: Part, day: datetime.date, places: Sequence[int]) -> Iterator[Standing]:
        """Yield where people of a part are as of a day; `job` steps by people."""
        for start in range(0, len(places), _BATCH):
            self._job.step(start, len(places))
            batch = [part.people.id_at(at) for at in places[start : start + _BATCH]]
            found = {party.id: (party, list(events)) for party, events in self._events_of(batch)}
            for person in batch:
                party, events = found.get(person) or (Record(Kind.PARTY, person), [])  # it is gone since
                yield standing_of(party, events, day)

    def kept_with(self, part: Part, statuses: StatusesAsOf, coded: Coded) -> Iterable[UnkeptStatuses]:
        """Return the statuses with the part that is kept, if it is one and large enough."""
        if part.key in self._kept and len(statuses.standing) >= WORTH_KEEPING:
            yield UnkeptStatuses(*self._kept[part.key], statuses, coded)

    def _events_of(self, people: list[RecordId]) -> Iterable[tuple[Record, Iterable[Record]]]:
        if not self._knowledge.is_apart:
            return self._store.whereabouts.of_parties(people, words=self._words)
        happened = self._knowledge.events_by_party
        return ((party, happened.get(party.id, [])) for party in self._knowledge.parties(people))

    def _sources(self) -> Iterable[tuple[RecordId, str, str]]:
        if not self._knowledge.is_apart:
            return self._store.counting.sources()
        return (
            (source.id, source.text("title") or source.text("code_name"), source.text("type"))
            for source in self._knowledge.all(Kind.SOURCE)
        )

    def _members(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        if not self._knowledge.is_apart:
            return self._store.counting.members_of(groups)
        made: dict[RecordId, set[RecordId]] = {}
        for relation in self._knowledge.all(Kind.RELATION):
            group = RecordId(relation.text("object"))
            if relation.text("type") == "member_of" and group in groups:
                made.setdefault(group, set()).add(RecordId(relation.text("subject")))
        return made


def _is_worn(kept: Kept) -> bool:
    """Tell whether so much of what is kept is dead, or in so many parts, that it is better made anew."""
    dead = sum(part.dead.bit_count() for part in kept.parts)
    return len(kept.parts) > _MOST_PARTS or 2 * dead > sum(part.size for part in kept.parts)
