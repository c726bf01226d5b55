"""Where everybody is as of a day, worked out once and kept current: what lists filter by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from hrddesk.actions import statuses
from hrddesk.actions.knowledge import day_of
from hrddesk.analysis.liberty import Answer
from hrddesk.analysis.status import Status
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

_BATCH: Final = 500
_MANY: Final = 2000
"""From so many changed records on, as of an import, a new book is quicker than mending the old one."""


@dataclass(frozen=True, slots=True)
class StatusQuery:
    """What is asked: None stands for any status, for today, and for what is known now."""

    answer: Answer | None = None
    day: date | None = None
    known_on: date | None = None

    @property
    def as_of(self) -> date:
        """The day as of which a status is asked for."""
        return self.day or day_of("", "day")

    @property
    def needs_book(self) -> bool:
        """Whether everybody's status must be worked out, not only that of the rows in sight."""
        return self.answer is not None or self.known_on is not None


class StatusBook:
    """The answer for each person as of `day`; with `known_on` whole statuses, as the vault had them then.

    A book is made in one thread and read in another; `refreshed` makes another book and leaves this one.
    """

    def __init__(self, day: date, known_on: date | None = None) -> None:
        self.day = day
        self.known_on = known_on
        self._answers: dict[RecordId, Answer] = {}
        self._statuses: dict[RecordId, Status] = {}

    @classmethod
    def of(cls, store: Store, day: date, known_on: date | None, job: Job) -> Self:
        """Work the whole book out; `job` steps by people."""
        made = cls(day, known_on)
        ids = store.ids(Kind.PARTY)
        if known_on is not None:
            job.step(0, len(ids))
            for done, (party, status) in enumerate(statuses.of_all(store, day, known_on)):
                job.step(done, len(ids))
                if status is not None:
                    made._statuses[party.id] = status
                    made._answers[party.id] = status.answer
            return made
        for start in range(0, len(ids), _BATCH):
            job.step(start, len(ids))
            made._take(statuses.of_parties(store, ids[start : start + _BATCH], day))
        return made

    def refreshed(self, store: Store, changes: Changes, job: Job) -> "StatusBook":
        """Return the book after a change: only who was touched is worked out anew, as long as it is not many.

        One as known on a day is always made anew, and so is any when a term of the desk came to mean another.
        """
        is_all = len(changes.events) + len(changes.parties) > _MANY or _words_change(store, changes)
        if self.known_on is not None or is_all:
            return StatusBook.of(store, self.day, self.known_on, job)
        made = StatusBook(self.day)
        touched = set(changes.parties)
        for record in (*changes.events, *changes.cases):
            touched.update(_people_of(store, record))
        made._answers = {party: answer for party, answer in self._answers.items() if party not in touched}
        made._take(statuses.of_parties(store, sorted(touched), self.day))
        return made

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, party: RecordId) -> Answer | None:
        """Return the answer for a party; None where it has none, or was not known yet."""
        return self._answers.get(party)

    def status(self, party: RecordId) -> Status | None:
        """Return the whole status, of a book as known on a day."""
        return self._statuses.get(party)

    def people(self, answer: Answer) -> frozenset[RecordId]:
        """Return everybody with that answer."""
        return frozenset(party for party, found in self._answers.items() if found is answer)

    def cases(self, store: Store, answer: Answer) -> frozenset[RecordId]:
        """Return the cases of which at least one of the people has that answer."""
        return store.whereabouts.cases_of(self.people(answer))

    def _take(self, found: dict[RecordId, Status]) -> None:
        self._answers |= {party: status.answer for party, status in found.items()}


def _words_change(store: Store, changes: Changes) -> bool:
    """Tell whether a term was changed, or taken away: events of anybody may count otherwise since."""
    return any(store.tables.kind_ever(record) is Kind.TERM for record in changes.others)


def _people_of(store: Store, record: RecordId) -> Iterator[RecordId]:
    """Yield who is in an event or a case, or ever was: a change may have taken somebody out of it."""
    for state in store.history.states(record):
        for item in Record.from_json(state).values("parties"):
            yield RecordId(str(item.get("party") or ""))
