"""Answers questions of figures one after another, and reads what is counted anew only when it has changed."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from hrddesk.actions.figure_parts import parts_as_known, parts_of
from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis import figures
from hrddesk.analysis.dimensions import CUSTOM
from hrddesk.analysis.figure_meanings import Meanings, raw_status
from hrddesk.analysis.figure_parts import Coded, Order, Part
from hrddesk.analysis.figure_tables import Table, table_of
from hrddesk.analysis.part_board import ToldByParts
from hrddesk.analysis.questions import Question
from hrddesk.analysis.slices import Bits
from hrddesk.analysis.status import Status, status_of
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store.store import Store

_BATCH: Final = 500
_DAYS_KEPT: Final = 4


class FigureBook:
    """What was read last. Each question may come through another connection, from one thread at a time."""

    def __init__(self) -> None:
        self._read: tuple[int, datetime.date | None] | None = None
        self._parts: dict[Order, list[Part]] = {}
        self._statuses: dict[datetime.date, dict[int, Coded]] = {}
        """The statuses as of a day in each part, by its place among all."""

    def ask(self, store: Store, question: Question, job: Job | None = None) -> Table:
        """Return the answer to a question as it is printed; `job` steps while anything is read anew."""
        known_on = datetime.date.fromisoformat(question.known_on) if question.known_on else None
        today = known_on or datetime.datetime.now().astimezone().date()
        with store.at_one_moment():
            asked = _Asked(self, store, known_on, job or silent())
            return table_of(figures.compute(question, asked.told(), today))

    def parts(self, asked: "_Asked", order: Order) -> list[Part]:
        """Return all parts in an order, now or as they were known at the end of a day."""
        wanted = asked.store.history.head().number, asked.known_on
        if self._read != wanted:
            self._parts, self._statuses, self._read = {}, {}, wanted
        if order not in self._parts:
            self._parts[order] = list(asked.made(order))
        return self._parts[order]

    def statuses(self, asked: "_Asked", part: Part, day: datetime.date) -> Coded:
        """Return the statuses of the people of a part; those of the days asked for last are kept."""
        if day not in self._statuses:
            if len(self._statuses) >= _DAYS_KEPT:
                self._statuses.clear()
            self._statuses[day] = {}
        kept = self._statuses[day]
        if id(part) not in kept:
            kept[id(part)] = part.by_person([raw_status(status) for status in asked.statuses(part, day)])
        return kept[id(part)]


class _Asked:
    """One question, through one connection."""

    def __init__(self, book: FigureBook, store: Store, known_on: datetime.date | None, job: Job) -> None:
        self.store = store
        self.known_on = known_on
        self._book = book
        self._job = job
        self._knowledge = Knowledge(store, known_on)
        self._words = store.words()

    def told(self) -> ToldByParts:
        """Return all that is counted; it is read when something asks for it."""
        meanings = Meanings(
            self._words, lambda: self._knowledge.all(Kind.PLACE), self._sources, self._own_fields()
        )
        return ToldByParts(
            meanings, self._parts, lambda part, day: self._book.statuses(self, part, day), self._members
        )

    def _parts(self, order: Order) -> Iterable[tuple[Part, Bits]]:
        return ((part, 0) for part in self._book.parts(self, order))

    def made(self, order: Order) -> Iterator[Part]:
        """Yield what is counted, read anew."""
        if self.known_on is None:
            return parts_of(self.store, order, self._job)
        return parts_as_known(self._knowledge, order)

    def statuses(self, part: Part, day: datetime.date) -> Iterator[Status]:
        """Yield where the people of a part are as of a day, in their order; `job` steps by people."""
        people = [part.people.id_at(at) for at in range(len(part.people))]
        for start in range(0, len(people), _BATCH):
            self._job.step(start, len(people))
            for party, events in self._events_of(people[start : start + _BATCH]):
                yield status_of(party, events, day)

    def _events_of(self, people: list[RecordId]) -> Iterator[tuple[Record, list[Record]]]:
        if self.known_on is None:
            return self.store.whereabouts.of_parties(people, words=self._words)
        happened = self._knowledge.events_by_party
        return ((party, happened.get(party.id, [])) for party in self._knowledge.parties(people))

    def _sources(self) -> Iterable[tuple[RecordId, str, str]]:
        if self.known_on is None:
            return self.store.counting.sources()
        return (
            (source.id, source.text("title") or source.text("code_name"), source.text("type"))
            for source in self._knowledge.all(Kind.SOURCE)
        )

    def _own_fields(self) -> dict[str, tuple[str, str]]:
        fields = self._knowledge.all(Kind.FIELD)
        told = ((item.text("key"), item.text("label_en"), item.text("label_zh")) for item in fields)
        return {f"{CUSTOM}{key}": (en or zh or key, zh or en or key) for key, en, zh in told if key}

    def _members(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        if self.known_on is None:
            return self.store.counting.members_of(groups)
        made: dict[RecordId, set[RecordId]] = {}
        for relation in self._knowledge.all(Kind.RELATION):
            group = RecordId(relation.text("object"))
            if relation.text("type") == "member_of" and group in groups:
                made.setdefault(group, set()).add(RecordId(relation.text("subject")))
        return made
