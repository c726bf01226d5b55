"""The search for records with similar names, without comparing all pairs of records.

The work grows with the number of names, not with the number of pairs. If many records have the same name,
only records that have something else in common are compared.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hrddesk.records.language import scripts
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import Job

_CROWD: Final = 12
"""The greatest number of records with one name of which all pairs are compared."""
_FEW: Final = 4
"""The greatest number of names that may differ in the same letter; more names are no typing mistake."""
_SHORTEST: Final = 5
_SHORTEST_HAN: Final = 3
_LONGEST: Final = 100
"""The longest name, in letters, that is searched for slips; a longer text is not a name."""
_STEP: Final = 1024

Pair = tuple[RecordId, RecordId]
"""Two ids, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Close:
    """The result of the search: pairs of records with similar names, and groups with one name.

    Such a group (`crowds`) has too many records to compare all pairs.
    """

    pairs: frozenset[Pair]
    crowds: tuple[tuple[RecordId, ...], ...]

    @property
    def everything(self) -> list[RecordId]:
        """The ids of all records in pairs or groups, each once."""
        paired_ids = {record for pair in self.pairs for record in pair}
        return sorted(paired_ids.union(*self.crowds))


def close(
    forms: Iterable[tuple[RecordId, Iterable[str]]],
    plain: Iterable[tuple[RecordId, Iterable[str]]],
    job: Job,
) -> Close:
    """Return the records with similar names.

    `forms` has all forms by which the names of each record are found: records that share a form are similar.
    `plain` has only the normalised names: records whose names differ by one letter there are similar, too.
    The work can be cancelled; the number of its steps is not known.
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
    """Yield the pairs of normalised names that differ by one replaced or missing letter.

    A name that resembles many other names is left out. Two names are compared letter by letter only if they
    become equal when the longer one, or both, lose one letter. To find such names, hashes of the shortened
    names are compared. To save memory, only hashes of one length are kept at a time.
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
    """Tell whether two names differ by one replaced or additional letter; False for very short names.

    Return False for names that differ by a digit: they are mostly numbered, and mean different things.
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
    """Return the ids of the records that have each name, each record once per name."""
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
    """Return the groups of names that are equal after each name in `longer` has lost one letter.

    `names` are one letter shorter than `longer` and lose no letter. Equality is that of hashes.
    """
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
