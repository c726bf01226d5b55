"""Names of two people that differ by one letter: perhaps one person, perhaps a slip of the pen."""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, product
from typing import Final

from hrddesk.analysis.findings import Check, Finding, about, ref_of
from hrddesk.records import scripts
from hrddesk.records.record import Record

_SHORTEST: Final = 5
"""Shorter names, in letters, differ by one too often to mean anything."""
_SHORTEST_HAN: Final = 3
FEW: Final = 4
"""So many different names, at most, may be alike but for the same letter: more are no slip but a pattern."""


def one_letter_apart(parties: Iterable[Record]) -> Iterator[Finding]:
    """Find pairs of people one of whose names is the other's but for one letter. Equal names are no slip.

    Every name is filed under itself without one of its letters, so that only names that share such a form
    are compared: the work grows with the number of names, not of pairs. A name that resembles many others,
    as short ones do on a large desk, says nothing and is left out.
    """
    bearers: dict[str, list[tuple[str, Record]]] = {}
    for party in parties:
        for item in party.values("names"):
            name = str(item.get("name") or "")
            folded = scripts.normalise(name)
            if is_long_enough(folded):
                bearers.setdefault(folded, []).append((name, party))
    told: set[tuple[str, str]] = set()
    for a, b in _pairs(bearers):
        for (name_a, one), (name_b, other) in product(bearers[a], bearers[b]):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if one.id == other.id or pair in told:
                continue
            told.add(pair)
            yield _found(one, name_a, other, name_b)


def _pairs(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that are one letter apart, but those that resemble many, in their order.

    Forms of one length are filed at a time: all of them together would take much memory.
    """
    by_length: dict[int, list[str]] = {}
    for name in names:
        by_length.setdefault(len(name), []).append(name)
    crowded: set[str] = set()
    alike: list[tuple[str, str]] = []
    for length in sorted({*by_length, *(length - 1 for length in by_length)}):
        filed = {name: [name] for name in by_length.get(length, ())}
        for name in by_length.get(length + 1, ()):
            for form in set(without_one(name)):
                filed.setdefault(form, []).append(name)
        for together in filed.values():
            if len(together) > FEW:
                crowded.update(together)
            else:
                alike += [(a, b) for a, b in combinations(together, 2) if is_one_apart(a, b)]
    kept = [pair for pair in alike if crowded.isdisjoint(pair)]
    wanted = {name for pair in kept for name in pair}
    place = {name: at for at, name in enumerate(names) if name in wanted}
    inside = [(a, b) if place[a] < place[b] else (b, a) for a, b in kept]
    yield from sorted(inside, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _found(one: Record, name_a: str, other: Record, name_b: str) -> Finding:
    made = about(Check.NAMES_ONE_LETTER_APART, one, first=name_a, second=name_b)
    pair = (one.id, other.id)
    return Finding(made.check, pair, (ref_of(one), ref_of(other)), made.name, name_a, name_b, sides=pair)


def is_long_enough(folded: str) -> bool:
    """Tell whether a difference of one letter means anything in a name."""
    if any(scripts.is_han(letter) for letter in folded):
        return len(folded) >= _SHORTEST_HAN
    return len(folded) >= _SHORTEST


def without_one(text: str) -> Iterator[str]:
    """Return the forms of a name without one of its letters."""
    return (text[:at] + text[at + 1 :] for at in range(len(text)))


def is_one_apart(a: str, b: str) -> bool:
    """Tell whether one letter was replaced, or is there in one of the two only."""
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and short in without_one(long)
