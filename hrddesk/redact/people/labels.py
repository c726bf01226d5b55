"""Labels in place of names, numbered so that their order reveals nothing.

The order is drawn from a hash of the whole publication without its labels. So the same content gives the same
labels, whatever the names of the people, and labels do not link two series. In a series a person keeps the
letter, a new person gets the next letter, and no letter is used twice.

People without names differ only by what is published of them: their facts, the cases and events that they
share, and the places in texts that mention them. That is a graph. To number its people by content alone, a
canonical form of the graph is computed: the colour of each node is refined by those of its neighbours until
nothing changes (Weisfeiler and Leman, 1968). If people still have equal colours, one of them is chosen, and
the refinement continues. Two people who can be exchanged without any other change may get their labels in
either order: the pages are the same.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Final

from hrddesk.records.language import captions
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model import requirements
from hrddesk.records.model.record import RecordId
from hrddesk.records.model.requirements import Count

NOUNS: Final = ("person", "group", "organisation", "authority")
"""The nouns in labels, as codes of captions."""


@dataclass(frozen=True, slots=True, order=True)
class PersonLabel:
    """A label, independent of language: its noun, and its number among the labels with this noun, from 0."""

    noun: Annotated[str, requirements.one_of(NOUNS)]
    number: Count

    def said(self, language: str) -> str:
        """Return the label as it is printed in a language: `Person B`."""
        return captions.said(f"label.{self.noun}", language, x=letters(self.number))

    def within(self, languages: Chain) -> Labels:
        """Return the words of the label in each of the languages."""
        return captions.in_each(languages, self.said)


def noun(kind: str) -> str:
    """Return the noun of labels for parties of a kind."""
    return kind if kind in NOUNS else NOUNS[0]


def letters(number: int) -> str:
    """Return the letters of a label by its number: A for 0, Z for 25, AA for 26."""
    letter_code = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letter_code = chr(ord("A") + rest) + letter_code
    return letter_code


def blank(kind: str, languages: Chain) -> Labels:
    """Return the words that stand for every label of a kind of party before labels are assigned."""
    return captions.in_each(languages, lambda code: captions.said(f"label.{noun(kind)}", code, x="?"))


_NONE: Final[Mapping[RecordId, PersonLabel]] = MappingProxyType({})


def numbered(
    order: Iterable[RecordId],
    kinds: Mapping[RecordId, str],
    content: bytes,
    earlier_labels: Mapping[RecordId, PersonLabel] = _NONE,
    used: Collection[PersonLabel] = (),
) -> dict[RecordId, PersonLabel]:
    """Return the labels, assigned in an order that is drawn from the content; `order` is from
    `Sharing.order`.

    A party with a label of the same noun in `earlier_labels`, the labels of the series, keeps this label.
    Others get the next numbers after all labels `used` in the series.
    """
    seed = hashlib.sha256(b"hrddesk/labels/v1\0" + content).digest()
    drawn = sorted(
        enumerate(order), key=lambda item: hashlib.sha256(seed + item[0].to_bytes(8, "big")).digest()
    )
    counts: Counter[str] = Counter()
    for label_used in (*used, *earlier_labels.values()):
        counts[label_used.noun] = max(counts[label_used.noun], label_used.number + 1)
    labels = {}
    for _, party in drawn:
        called = noun(kinds[party])
        before = earlier_labels.get(party)
        if before is not None and before.noun == called:
            labels[party] = before
            continue
        labels[party] = PersonLabel(called, counts[called])
        counts[called] += 1
    return labels


class Sharing:
    """A graph of parties and of everything that mentions them; names and ids play no part in it."""

    def __init__(self) -> None:
        self._content: dict[Hashable, bytes] = {}
        self._links: dict[Hashable, list[tuple[bytes, Hashable]]] = {}
        self._parties: list[RecordId] = []

    def add(self, node: Hashable, content: bytes) -> None:
        """Add a node for something that mentions parties, with its published content."""
        self._content[node] = hashlib.sha256(b"node\0" + content).digest()
        self._links[node] = []

    def add_party(self, party: RecordId, content: bytes) -> None:
        """Add a node for a party, with the party's published content."""
        self._content[party] = hashlib.sha256(b"party\0" + content).digest()
        self._links[party] = []
        self._parties.append(party)

    def link(self, one: Hashable, mentioned: Hashable, how: str) -> None:
        """Add an edge from the node `one` to a node that it contains or mentions; both nodes must exist."""
        digest = hashlib.sha256(how.encode("utf-8")).digest()
        self._links[one].append((b">" + digest, mentioned))
        self._links[mentioned].append((b"<" + digest, one))

    def order(self) -> list[RecordId]:
        """Return all parties in an order that depends on content alone.

        People who are alike in every refinement are taken to be interchangeable. That is wrong in some
        regular patterns: ten or more people who all have the same facts and take part in the same number of
        equal events, but are connected differently. Only in such a pattern do the ids decide.
        """
        colours = self._refined(self._content)
        everybody = frozenset(self._parties)
        ordered = []
        for nodes in self._components():
            parties = sorted(everybody.intersection(nodes))
            ordered.append(self._ordered(parties, {node: colours[node] for node in nodes}))
        # Components that are alike as a whole go by their ids: a series keeps the letters.
        return [party for _, parties in sorted(ordered) for party in parties]

    def _ordered(
        self, parties: list[RecordId], colours: dict[Hashable, bytes]
    ) -> tuple[list[bytes], list[RecordId]]:
        """Return the canonical form of a component, and its parties in order."""
        while True:
            alike: dict[bytes, list[RecordId]] = {}
            for party in parties:
                alike.setdefault(colours[party], []).append(party)
            tied = [colour for colour, members in alike.items() if len(members) > 1]
            if not tied:
                break
            first = min(tied)
            picked = alike[first][0]
            colours = self._refined({**colours, picked: hashlib.sha256(b"picked" + first).digest()})
        return sorted(colours.values()), sorted(parties, key=lambda party: colours[party])

    def _refined(self, colours: Mapping[Hashable, bytes]) -> dict[Hashable, bytes]:
        """Refine the colours: mix the colours of its neighbours into the colour of each node.

        This is repeated until no more nodes with equal colours become different.
        """
        current = dict(colours)
        count = len(set(current.values()))
        while True:
            mixed = {
                node: hashlib.sha256(
                    colour
                    + b"".join(sorted(current[neighbour] + how for how, neighbour in self._links[node]))
                ).digest()
                for node, colour in current.items()
            }
            now = len(set(mixed.values()))
            current = mixed
            if now == count:
                return current
            count = now

    def _components(self) -> list[set[Hashable]]:
        """Return the connected components of the graph."""
        seen: set[Hashable] = set()
        components = []
        for start in self._content:
            if start in seen:
                continue
            component, waiting = {start}, [start]
            while waiting:
                for _, neighbour in self._links[waiting.pop()]:
                    if neighbour not in component:
                        component.add(neighbour)
                        waiting.append(neighbour)
            seen |= component
            components.append(component)
        return components
