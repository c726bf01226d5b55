"""People who may be one person: pairs to look at, each with its reasons and a score. Nobody is merged here.

Only people who share a form of a name, or one that differs by a letter, are compared: the work grows with the
number of names, not of pairs. Where many bear one name, only those are who share a date or a place too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from hrddesk.analysis.checks_of_names import FEW, is_long_enough, is_one_apart, without_one
from hrddesk.jobs import Job
from hrddesk.records import names, people, scripts
from hrddesk.records.dates import read
from hrddesk.records.record import Record, RecordId

_CROWD: Final = 12
"""So many bearers of one name, at most, are compared each with each."""
_WORTH_A_LOOK: Final = 30
_STEP: Final = 256

Pair = tuple[RecordId, RecordId]
"""Two ids, the smaller one first."""


class Reason(StrEnum):
    """Why two people may be one, or why rather not."""

    SAME_NAME = "same name"
    SAME_SPELLING = "one name in two spellings"
    SAME_SOUND = "names that sound alike"
    ONE_LETTER = "names one letter apart"
    SAME_BIRTH = "same day of birth"
    BIRTH_FITS = "dates of birth that fit"
    SAME_EVENT = "the same happened on the same day"
    SAME_PLACE = "the same place"
    BIRTH_DIFFERS = "different dates of birth"
    SEX_DIFFERS = "different sex"
    TOGETHER = "named side by side in one event"


_POINTS: Final[Mapping[Reason, int]] = {
    Reason.SAME_NAME: 50,
    Reason.SAME_SPELLING: 40,
    Reason.SAME_SOUND: 15,
    Reason.ONE_LETTER: 20,
    Reason.SAME_BIRTH: 30,
    Reason.BIRTH_FITS: 10,
    Reason.SAME_EVENT: 20,
    Reason.SAME_PLACE: 10,
    Reason.BIRTH_DIFFERS: -40,
    Reason.SEX_DIFFERS: -40,
    Reason.TOGETHER: -30,
}


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the events in which that person has any part."""

    record: Record
    events: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people to look at. `score` is 0 to 100; `reasons` speak for it and against it, strongest first."""

    one: RecordId
    other: RecordId
    score: int
    reasons: tuple[Reason, ...]
    names: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Close:
    """Who is close to whom by name, and groups of one name too large to compare each with each."""

    pairs: frozenset[Pair]
    crowds: tuple[tuple[RecordId, ...], ...]


def close(forms: Iterable[tuple[RecordId, Sequence[str]]]) -> Close:
    """Return who is close to whom by name; `forms` are all forms in which a name is found."""
    bearers: dict[str, list[RecordId]] = {}
    for record_id, found in forms:
        for form in found:
            bearers.setdefault(form, []).append(record_id)
    pairs: set[Pair] = set()
    crowds: list[tuple[RecordId, ...]] = []
    for together in bearers.values():
        if len(together) > _CROWD:
            crowds.append(tuple(together))
        else:
            pairs.update((min(a, b), max(a, b)) for a, b in combinations(together, 2))
    for a, b in _one_letter_apart(bearers):
        if len(bearers[a]) * len(bearers[b]) <= _CROWD:
            pairs.update((min(x, y), max(x, y)) for x in bearers[a] for y in bearers[b] if x != y)
    return Close(frozenset(pairs), tuple(crowds))


def of_crowd(crowd: Collection[Person]) -> set[Pair]:
    """Return the pairs of a crowd of one name that share a date of birth, or what happened when, or where."""
    filed: dict[tuple[str, ...], list[RecordId]] = {}
    for person in crowd:
        for mark in _marks(person):
            filed.setdefault(mark, []).append(person.record.id)
    return {
        (min(a, b), max(a, b))
        for together in filed.values()
        if len(together) <= _CROWD
        for a, b in combinations(together, 2)
    }


def candidates(
    pairs: Collection[Pair], people_by_id: Mapping[RecordId, Person], job: Job | None = None
) -> list[Candidate]:
    """Return those of the pairs that are worth a look, the likeliest first."""
    found, spelt = [], dict[RecordId, _Names]()
    for done, (a, b) in enumerate(sorted(pairs)):
        if job is not None and done % _STEP == 0:
            job.step(done, len(pairs))
        one, other = people_by_id.get(a), people_by_id.get(b)
        if one is None or other is None:
            continue
        for person in (one, other):
            if person.record.id not in spelt:
                spelt[person.record.id] = _Names.of(person.record)
        reasons = [*_by_names(spelt[a], spelt[b]), *_by_facts(one, other)]
        score = max(0, min(100, sum(_POINTS[reason] for reason in reasons)))
        if score >= _WORTH_A_LOOK:
            reasons.sort(key=lambda reason: -abs(_POINTS[reason]))
            shown = (people.display_name(one.record), people.display_name(other.record))
            found.append(Candidate(a, b, score, tuple(reasons), shown))
    return sorted(found, key=lambda item: (-item.score, item.one, item.other))


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of somebody as they stand, all that follows from them, and how they sound."""

    plain: frozenset[str]
    all: frozenset[str]
    han: frozenset[str]

    @classmethod
    def of(cls, record: Record) -> "_Names":
        typed = [
            (str(item.get("name") or ""), str(item.get("script") or "")) for item in record.values("names")
        ]
        plain = frozenset(filter(None, (names.normalise(name) for name, _ in typed)))
        derived = frozenset(form for name, script in typed for form in names.derived_forms(name, script))
        han = frozenset(scripts.to_simplified(form) for form in plain if any(map(scripts.is_han, form)))
        return cls(plain, derived | plain, han)


def _by_names(one: _Names, other: _Names) -> Iterator[Reason]:
    if one.plain & other.plain:
        yield Reason.SAME_NAME
    elif one.all & other.all:
        # Two names in Chinese characters that are read alike are mostly those of two people.
        apart = one.han and other.han and not one.han & other.han
        yield Reason.SAME_SOUND if apart else Reason.SAME_SPELLING
    if not one.all & other.all and any(
        is_one_apart(a, b)
        for a in filter(is_long_enough, one.plain)
        for b in filter(is_long_enough, other.plain)
    ):
        yield Reason.ONE_LETTER


def _by_facts(one: Person, other: Person) -> Iterator[Reason]:
    a, b = _bounds(one.record.text("birth")), _bounds(other.record.text("birth"))
    if a is not None and b is not None:
        if a[1] < b[0] or b[1] < a[0]:
            yield Reason.BIRTH_DIFFERS
        else:
            yield Reason.SAME_BIRTH if a == b and a[0] == a[1] else Reason.BIRTH_FITS
    sexes = {person.record.text("sex") for person in (one, other)}
    if len(sexes & {"f", "m"}) > 1:
        yield Reason.SEX_DIFFERS
    if {event.id for event in one.events} & {event.id for event in other.events}:
        yield Reason.TOGETHER
    elif _happenings(one) & _happenings(other):
        yield Reason.SAME_EVENT
    if _places(one) & _places(other):
        yield Reason.SAME_PLACE


def _marks(person: Person) -> Iterator[tuple[str, ...]]:
    birth = person.record.text("birth")
    if birth:
        yield "birth", birth
    yield from (("event", *mark) for mark in _happenings(person))
    yield from (("place", place) for place in _places(person))


def _happenings(person: Person) -> set[tuple[str, str]]:
    """Return type and day of the events that are dated to the day."""
    made = set()
    for event in person.events:
        when = _bounds(event.text("date"))
        if when is not None and when[0] == when[1]:
            made.add((event.text("type"), str(when[0])))
    return made


def _places(person: Person) -> set[str]:
    found = {event.text("place") or names.normalise(event.text("place_text")) for event in person.events}
    return found - {""}


def _bounds(text: str) -> tuple[int, int] | None:
    """Return the earliest and the latest day, where there are both."""
    date = read(text)
    if date.earliest is None or date.latest is None:
        return None
    return date.earliest.toordinal(), date.latest.toordinal()


def _one_letter_apart(bearers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names of which one letter was replaced, or left out.

    Each is filed under itself without one of its letters; of such forms only the hash is kept, since there
    are many, and what falls together is compared anyway.
    """
    filed: dict[int, list[str]] = {}
    for name in bearers:
        if is_long_enough(name):
            for form in {name, *without_one(name)}:
                filed.setdefault(hash(form), []).append(name)
    crowded = {name for together in filed.values() if len(together) > FEW for name in together}
    told: set[tuple[str, str]] = set()
    for together in filed.values():
        for a, b in combinations(sorted(name for name in together if name not in crowded), 2):
            if (a, b) not in told and is_one_apart(a, b):
                told.add((a, b))
                yield a, b
