"""The check for names of two people that differ by one letter: perhaps one of them is misspelled."""

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from hrddesk.analysis.consistency.findings import Check, Finding, about, ref_of
from hrddesk.analysis.duplicates import closeness
from hrddesk.records.language import scripts
from hrddesk.records.model.record import Record
from hrddesk.system.jobs import silent


def one_letter_apart(parties: Iterable[Record]) -> Iterator[Finding]:
    """Find pairs of people whose names differ by one letter; equal names are not reported.

    A name that resembles many other names, as short names do on a large desk, is left out.
    """
    bearers: dict[str, list[tuple[str, Record]]] = {}
    for party in parties:
        for item in party.values("names"):
            name = str(item.get("name") or "")
            folded = scripts.normalise(name)
            if folded:
                bearers.setdefault(folded, []).append((name, party))
    reported_pairs: set[tuple[str, str]] = set()
    for a, b in _pairs(bearers):
        for (name_a, one), (name_b, other_party) in product(bearers[a], bearers[b]):
            pair = (min(one.id, other_party.id), max(one.id, other_party.id))
            if one.id == other_party.id or pair in reported_pairs:
                continue
            reported_pairs.add(pair)
            yield _found(one, name_a, other_party, name_b)


def _pairs(names: Collection[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that differ by one letter, in the order of `names`."""
    name_pairs = list(closeness.one_letter_apart(names, silent()))
    paired_names = {name for pair in name_pairs for name in pair}
    place = {name: number for number, name in enumerate(names) if name in paired_names}
    inside = [(a, b) if place[a] < place[b] else (b, a) for a, b in name_pairs]
    return sorted(inside, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _found(one: Record, name_a: str, other_party: Record, name_b: str) -> Finding:
    finding = about(Check.NAMES_ONE_LETTER_APART, one, first=name_a, second=name_b)
    pair = (one.id, other_party.id)
    return Finding(
        check=finding.check,
        records=pair,
        refs=(ref_of(one), ref_of(other_party)),
        name=finding.name,
        first=name_a,
        second=name_b,
        sides=pair,
    )
