"""Possible duplicates: pairs of records with reasons and a score. Nothing is merged here.

The reasons for and against depend on the kind of record: see `duplicate_people`, `duplicate_things`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, Self, TypeVar

from hrddesk.analysis.duplicates.closeness import Pair
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import Job

_WORTH_A_LOOK: Final = 30
_STEP: Final = 256


class PairReason(StrEnum):
    """The reasons for and against two records being duplicates."""

    SAME_NAME = Translatable("same name")
    SAME_SPELLING = Translatable("one name in two spellings")
    SAME_SOUND = Translatable("names that sound alike")
    ONE_LETTER = Translatable("names one letter apart")
    SAME_BIRTH = Translatable("same day of birth")
    BIRTH_FITS = Translatable("dates of birth that fit")
    SAME_EVENT = Translatable("the same happened on the same day")
    SAME_PLACE = Translatable("the same place")
    BUT_FOR_ITS_KIND = Translatable("one name, with and without what kind of place it is")
    SAME_PARENT = Translatable("they lie in the same place")
    PARENT_FITS = Translatable("one may lie where the other does")
    SAME_KIND = Translatable("of the same kind")
    SAME_TITLE = Translatable("same title")
    TITLE_ONE_LETTER = Translatable("titles one letter apart")
    SAME_CODE_NAME = Translatable("same code name")
    SAME_QUOTE = Translatable("the same passage is quoted")
    CITED_ALIKE = Translatable("cited for the same fact")
    SAME_PERSON = Translatable("about the same person")
    PEOPLE_OF_ONE_NAME = Translatable("about people of one name")
    BIRTH_DIFFERS = Translatable("against it: different dates of birth")
    SEX_DIFFERS = Translatable("against it: different sex")
    TOGETHER = Translatable("against it: both named in one event")
    PARENT_DIFFERS = Translatable("against it: they lie in different places")
    ONE_IN_THE_OTHER = Translatable("against it: one lies in the other")
    KIND_DIFFERS = Translatable("against it: of different kinds")
    NOBODY_IN_COMMON = Translatable("against it: about different people")


POINTS: Final[Mapping[PairReason, int]] = {
    PairReason.SAME_NAME: 50,
    PairReason.SAME_SPELLING: 40,
    PairReason.SAME_SOUND: 15,
    PairReason.ONE_LETTER: 20,
    PairReason.SAME_BIRTH: 30,
    PairReason.BIRTH_FITS: 10,
    PairReason.SAME_EVENT: 20,
    PairReason.SAME_PLACE: 10,
    PairReason.BUT_FOR_ITS_KIND: 30,
    PairReason.SAME_PARENT: 30,
    PairReason.PARENT_FITS: 10,
    PairReason.SAME_KIND: 10,
    PairReason.SAME_TITLE: 40,
    PairReason.TITLE_ONE_LETTER: 20,
    PairReason.SAME_CODE_NAME: 50,
    PairReason.SAME_QUOTE: 30,
    PairReason.CITED_ALIKE: 10,
    PairReason.SAME_PERSON: 20,
    PairReason.PEOPLE_OF_ONE_NAME: 15,
    PairReason.BIRTH_DIFFERS: -40,
    PairReason.SEX_DIFFERS: -40,
    PairReason.TOGETHER: -30,
    PairReason.PARENT_DIFFERS: -40,
    PairReason.ONE_IN_THE_OTHER: -20,
    PairReason.KIND_DIFFERS: -20,
    PairReason.NOBODY_IN_COMMON: -30,
}
"""The points that each reason adds to a score or subtracts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two records that may be duplicates.

    `score` is from 0 to 100; `reasons` are the reasons for and against a duplicate, the strongest first.
    """

    kind: Kind
    one: RecordId
    other: RecordId
    score: int
    reasons: tuple[PairReason, ...]


class Compared(Protocol):
    """The facts of a record that are compared with other records of its kind."""

    def marks(self) -> Iterator[object]:
        """Yield facts that records with the same name may have in common.

        If very many records have the same name, two of them are compared only if they share such a fact.
        """

    def reasons(self, counterpart: Self) -> Iterator[PairReason]:
        """Yield the reasons for and against this record and `counterpart` being duplicates."""


ComparedT = TypeVar("ComparedT", bound=Compared)


def candidates(
    kind: Kind, pairs: Collection[Pair], compared_by_id: Mapping[RecordId, ComparedT], job: Job
) -> list[Candidate]:
    """Return the pairs with a score that is worth a look, the most likely first; `job` steps by pairs."""
    candidate_list = []
    for done, (a, b) in enumerate(sorted(pairs)):
        if done % _STEP == 0:
            job.step(done, len(pairs))
        one, counterpart = compared_by_id.get(a), compared_by_id.get(b)
        if one is None or counterpart is None:
            continue
        reasons = list(one.reasons(counterpart))
        score = _score(reasons)
        if score >= _WORTH_A_LOOK:
            reasons.sort(key=lambda reason: -abs(POINTS[reason]))
            candidate_list.append(Candidate(kind=kind, one=a, other=b, score=score, reasons=tuple(reasons)))
    return sorted(candidate_list, key=lambda item: (-item.score, item.one, item.other))


def _score(reasons: Iterable[PairReason]) -> int:
    return max(0, min(100, sum(POINTS[reason] for reason in reasons)))
