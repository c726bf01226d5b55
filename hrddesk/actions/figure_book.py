"""Answers questions of figures one after another, and reads what is counted anew only when it has changed."""

import datetime
from collections.abc import Collection, Iterator

from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis import figures
from hrddesk.analysis.board import Whole
from hrddesk.analysis.figure_facts import Facts, facts_of
from hrddesk.analysis.figure_tables import Table, table_of
from hrddesk.analysis.questions import Question
from hrddesk.analysis.status import Status, status_of
from hrddesk.jobs import Job, silent
from hrddesk.records.countable import of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.store.store import Store

_BATCH = 500


class FigureBook:
    """What was read last. Each question may come through another connection, from one thread at a time."""

    def __init__(self) -> None:
        self._read: tuple[int, datetime.date | None] | None = None
        self._facts: Facts | None = None
        self._store: Store | None = None
        self._job = silent()

    def ask(self, store: Store, question: Question, job: Job | None = None) -> Table:
        """Return the answer to a question as it is printed; `job` steps while statuses are worked out."""
        known_on = datetime.date.fromisoformat(question.known_on) if question.known_on else None
        today = known_on or datetime.datetime.now().astimezone().date()
        self._store, self._job = store, job or silent()
        try:
            return table_of(figures.compute(question, Whole(self.facts(store, known_on)), today))
        finally:
            self._store, self._job = None, silent()

    def facts(self, store: Store, known_on: datetime.date | None = None) -> Facts:
        """Return what figures are counted over, now or as it was known at the end of a day."""
        wanted = store.history.head().number, known_on
        if self._facts is None or self._read != wanted:
            self._facts = self._now(store) if known_on is None else _as_known(Knowledge(store, known_on))
            self._read = wanted
        return self._facts

    def _now(self, store: Store) -> Facts:
        words = store.words()

        def statuses(people: Collection[RecordId], day: datetime.date) -> dict[RecordId, Status]:
            assert self._store is not None
            made: dict[RecordId, Status] = {}
            for batch in _batches(list(people)):
                self._job.step(len(made), len(people))
                for party, events in self._store.whereabouts.of_parties(batch, words=words):
                    made[party.id] = status_of(party, events, day)
            return made

        return facts_of(store.counting.read(), words, statuses)


def _batches(people: list[RecordId]) -> Iterator[list[RecordId]]:
    return (people[start : start + _BATCH] for start in range(0, len(people), _BATCH))


def _as_known(knowledge: Knowledge) -> Facts:
    parties = {party.id: party for party in knowledge.all(Kind.PARTY)}
    happened = knowledge.events_by_party

    def statuses(people: Collection[RecordId], day: datetime.date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], happened.get(person, ()), day) for person in people}

    kinds = Kind.EVENT, Kind.RELATION, Kind.PLACE, Kind.SOURCE, Kind.CITATION, Kind.FIELD
    others = (knowledge.all(kind) for kind in kinds)
    told = of_records(knowledge.all(Kind.CASE), parties.values(), *others)
    return facts_of(told, knowledge.store.words(), statuses)
