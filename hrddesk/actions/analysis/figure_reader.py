"""A reader that computes figures from the records of a vault, as they are now or were known on a day."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import Knowledge
from hrddesk.analysis.figures import counted_records, figures
from hrddesk.analysis.figures.figure_facts import FigureFacts
from hrddesk.analysis.figures.figure_meanings import Meanings, Raw, raw_status
from hrddesk.analysis.figures.figure_questions import FigureQuestion
from hrddesk.analysis.figures.figure_tables import CountTable, table_of
from hrddesk.analysis.status.status import status_of
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import titles
from hrddesk.records.rules.countable import CountableRecords
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent, without_dead_cycles


@dataclass(kw_only=True)
class FigureReader:
    """Computes figures from the records of one store; use it in one thread only."""

    store: Store
    admits: Callable[[Record], Record | None] | None = None
    """A function that returns the countable parts of a record, or None to leave it out. Without it everything
    is counted.
    """
    today: datetime.date | None = None
    """The day of statuses and ages where a question names none."""
    job: Job = field(default_factory=silent)
    """Steps while anything is read."""
    _known: dict[str, FigureFacts] = field(default_factory=dict)
    """The facts as known on one day, with that day as key: only those of the last requested day are
    cached.
    """

    def ask(self, question: FigureQuestion, apart: figures.Apart | None = None) -> CountTable:
        """Return the table of counts that answers a question, in printed form.

        All values for which `apart` returns False are counted together in one line, see `figures.compute`.
        """
        with self.store.at_one_moment(), without_dead_cycles():
            return table_of(figures.compute(question, self._facts(question), self._day(question), apart))

    def counted(self, question: FigureQuestion) -> dict[RecordId, int]:
        """Return the records that are certainly counted in the answer to a question.

        The number of each record says how many units, such as people or events, it adds to the count.
        """
        with self.store.at_one_moment():
            return counted_records.counted(question, self._facts(question), self._day(question))

    def _day(self, question: FigureQuestion) -> datetime.date:
        if question.known_on:
            return datetime.date.fromisoformat(question.known_on)
        return self.today or datetime.datetime.now().astimezone().date()

    def _facts(self, question: FigureQuestion) -> FigureFacts:
        known_on = datetime.date.fromisoformat(question.known_on) if question.known_on else None
        knowledge = Knowledge(self.store, known_on, self.admits)
        if not knowledge.is_apart:
            return self._facts_of_tables(knowledge)
        if question.known_on not in self._known:
            self._known = {question.known_on: self._facts_of_records(knowledge)}
        return self._known[question.known_on]

    def _facts_of_tables(self, knowledge: Knowledge) -> FigureFacts:
        counting = self.store.counting
        meanings = self._meanings(knowledge, counting.sources)
        return FigureFacts(counting, meanings, self._statuses, counting.members_of)

    def _statuses(self, day: datetime.date) -> Iterator[tuple[RecordId, Raw]]:
        return statuses.counted(self.store, day, self.job)

    def _facts_of_records(self, knowledge: Knowledge) -> FigureFacts:
        kinds = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)

        def sources() -> Iterator[tuple[RecordId, str, str]]:
            for source in knowledge.all(Kind.SOURCE):
                yield source.id, titles.called(source), source.text("type")

        def everybody(day: datetime.date) -> Iterator[tuple[RecordId, Raw]]:
            for party in knowledge.all(Kind.PARTY):
                yield party.id, raw_status(status_of(party, knowledge.events_of(party.id), day))

        def members(groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
            members_by_group: dict[RecordId, set[RecordId]] = {}
            for relation in knowledge.all(Kind.RELATION):
                group = RecordId(relation.text("object"))
                if relation.text("type") == "member_of" and group in groups:
                    members_by_group.setdefault(group, set()).add(RecordId(relation.text("subject")))
            return members_by_group

        records = CountableRecords(*map(knowledge.all, kinds))
        return FigureFacts(records, self._meanings(knowledge, sources), everybody, members)

    def _meanings(
        self, knowledge: Knowledge, sources: Callable[[], Iterable[tuple[RecordId, str, str]]]
    ) -> Meanings:
        places, fields = partial(knowledge.all, Kind.PLACE), knowledge.all(Kind.FIELD)
        return Meanings(self.store.words(), places, sources, fields)
