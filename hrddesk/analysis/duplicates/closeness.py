"""The search for records with similar names, without comparing each record with each.

The work grows with the number of names, not of pairs. If many records have the same name, only those that
share something else are compared.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hrddesk.records.language import scripts
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import Job

_CROWD: Final = 12
"""The most records of one name that are compared each with each."""
_FEW: Final = 4
"""The most different names that may differ in the same letter: more are a pattern, not a slip."""
_SHORTEST: Final = 5
_SHORTEST_HAN: Final = 3
_LONGEST: Final = 100
"""The longest name, in letters, that is searched for slips; a longer text is not a name."""
_STEP: Final = 1024

Pair = tuple[RecordId, RecordId]
"""Two ids, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Close:
    """Pairs of records with similar names, and groups of one name too large to compare each with each."""

    pairs: frozenset[Pair]
    crowds: tuple[tuple[RecordId, ...], ...]

    @property
    def everything(self) -> list[RecordId]:
        """All records of the pairs and groups, each once."""
        paired_ids = {record for pair in self.pairs for record in pair}
        return sorted(paired_ids.union(*self.crowds))


def close(
    forms: Iterable[tuple[RecordId, Iterable[str]]],
    plain: Iterable[tuple[RecordId, Iterable[str]]],
    job: Job,
) -> Close:
    """Return the records with similar names.

    `forms` are all forms by which a name is found; `plain` the normalised names themselves, which are
    searched for slips of one letter. The work can be cancelled; its steps are names, of unknown number.
    """
    pairs: set[Pair] = set()
    crowds: list[tuple[RecordId, ...]] = []
    for together in _bearers(forms, job).values():
        if len(together) > _CROWD:
            crowds.append(tuple(together))
        else:
            pairs.update(_pairs(together))
    bearers = _bearers(plain, job)
    for a, b in one_letter_apart(bearers, job):
        if len(bearers[a]) * len(bearers[b]) <= _CROWD:
            pairs.update((min(x, y), max(x, y)) for x in bearers[a] for y in bearers[b] if x != y)
    return Close(frozenset(pairs), tuple(crowds))


def sharing(crowd: Iterable[tuple[RecordId, Iterable[object]]]) -> set[Pair]:
    """Return the pairs of records that have a day, a place or anything else in common.

    `crowd` gives, for each of several records with the same name, what it may have in common with others.
    """
    filed: dict[object, list[RecordId]] = {}
    for record, marks in crowd:
        for mark in marks:
            filed.setdefault(mark, []).append(record)
    return {pair for together in filed.values() if len(together) <= _CROWD for pair in _pairs(together)}


def one_letter_apart(names: Collection[str], job: Job) -> Iterator[tuple[str, str]]:
    """Yield pairs of normalised names of which one letter was replaced, or left out; equal names are no slip.

    A name that resembles many others says nothing and is left out. Each is filed under itself without one of
    its letters; of such forms only the hash is kept, since there are many, and what falls together is
    compared anyway. Forms of one length are filed at a time: they need memory for the longest list alone.
    """
    by_length: dict[int, list[str]] = {}
    for name in names:
        if _is_of_length(name):
            by_length.setdefault(len(name), []).append(name)
    alike: list[list[str]] = []
    crowded: set[str] = set()
    for length in sorted({*by_length, *(length - 1 for length in by_length)}):
        for together in _filed(by_length.get(length, ()), by_length.get(length + 1, ()), job):
            if len(together) > _FEW:
                crowded.update(together)
            else:
                alike.append(together)
    yielded_pairs: set[tuple[str, str]] = set()
    for together in alike:
        for a, b in combinations(sorted(name for name in together if name not in crowded), 2):
            if (a, b) not in yielded_pairs and is_one_apart(a, b):
                yielded_pairs.add((a, b))
                yield a, b


def is_one_apart(a: str, b: str) -> bool:
    """Tell whether two names, long enough, differ by one replaced or additional letter.

    Digits are not slips: names that differ by a digit are mostly numbered.
    """
    if not _is_of_length(a) or not _is_of_length(b):
        return False
    if len(a) == len(b):
        apart = [pair for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
        return len(apart) == 1 and not any(letter.isdigit() for letter in apart[0])
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) != 1:
        return False
    index = next((n for n, letter in enumerate(short) if long[n] != letter), len(short))
    return not long[index].isdigit() and short[index:] == long[index + 1 :]


def _bearers(named: Iterable[tuple[RecordId, Iterable[str]]], job: Job) -> dict[str, list[RecordId]]:
    """Return the records of each name, each record once per name."""
    bearers_by_name: dict[str, list[RecordId]] = {}
    for done, (record, record_names) in enumerate(named):
        if done % _STEP == 0:
            job.step(done, 0)
        for name in record_names:
            bearers = bearers_by_name.setdefault(name, [])
            if not bearers or bearers[-1] != record:
                bearers.append(record)
    return bearers_by_name


def _pairs(together: Collection[RecordId]) -> Iterator[Pair]:
    return ((min(a, b), max(a, b)) for a, b in combinations(together, 2) if a != b)


def _filed(names: Iterable[str], longer: Iterable[str], job: Job) -> list[list[str]]:
    """Return the groups of names that are equal, or equal without one of their letters."""
    first: dict[int, str] = {hash(name): name for name in names}
    more: dict[int, list[str]] = {}
    for done, name in enumerate(longer):
        if done % _STEP == 0:
            job.step(done, 0)
        for form in {hash(name[:index] + name[index + 1 :]) for index in range(len(name))}:
            earlier_name = first.setdefault(form, name)
            if earlier_name is not name:
                more.setdefault(form, [earlier_name]).append(name)
    return list(more.values())


def _is_of_length(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    if len(folded) >= _SHORTEST:
        return True
    return len(folded) >= _SHORTEST_HAN and not folded.isascii() and any(map(scripts.is_han, folded))
