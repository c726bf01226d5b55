"""Labels in place of names, numbered so that nothing can be read from their order.

The order is drawn from a hash of the whole publication without its labels. So the same content gives the same
labels, whoever the people are and however they are called, and two series cannot be linked by them. Along a
series a person keeps the letter, a newcomer takes the next one, and none is used twice.

People without names are told apart only by what is published of them: their facts, the cases and events
that they share, and where texts mention them. That is a graph, and to number its people by content alone is
to bring it into a canonical form: colours are refined by those of the neighbours until nothing changes
(Weisfeiler and Leman, 1968); where people are still alike, one is picked, and the refining goes on. People
who can swap places without changing anything get labels in either order: the pages are the same.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from hrddesk.records.record import RecordId
from hrddesk.redact.model import Bilingual

NOUNS: Final = {
    "person": Bilingual("Person", "人员"),
    "group": Bilingual("Group", "群体"),
    "organisation": Bilingual("Organisation", "机构"),
    "authority": Bilingual("Authority", "机关"),
}


def noun(kind: str) -> Bilingual:
    """Return what a label calls this kind of party."""
    return NOUNS.get(kind, NOUNS["person"])


def letters(number: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    made = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def label(kind: str, number: int) -> Bilingual:
    """Return the label of the party with this number among its kind, from 0."""
    words = noun(kind)
    return Bilingual(f"{words.en} {letters(number)}", f"{words.zh}{letters(number)}")


def blank(kind: str) -> Bilingual:
    """Return what stands for every label of a kind while nothing may depend on labels."""
    words = noun(kind)
    return Bilingual(f"{words.en} ?", f"{words.zh}?")


def number_of(label: Bilingual) -> int:
    """Return the number of a label among its kind, from 0."""
    number = 0
    for letter in label.en.rpartition(" ")[2]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def is_of(label: Bilingual, kind: str) -> bool:
    """Tell whether a label calls its bearer what this kind of party is called."""
    return label.en.rpartition(" ")[0] == noun(kind).en


_NONE: Final[Mapping[RecordId, Bilingual]] = MappingProxyType({})


def numbered(
    order: Iterable[RecordId],
    kinds: Mapping[RecordId, str],
    content: bytes,
    kept: Mapping[RecordId, Bilingual] = _NONE,
    used: Collection[Bilingual] = (),
) -> dict[RecordId, Bilingual]:
    """Return the labels, dealt in an order drawn from the content; `order` is that of `Sharing.order`.

    Whoever bore a label in the series before, as `kept` says, keeps it. Others take the next behind all that
    were `used` in the series.
    """
    seed = hashlib.sha256(b"hrddesk/labels/v1\0" + content).digest()
    drawn = sorted(
        enumerate(order), key=lambda item: hashlib.sha256(seed + item[0].to_bytes(8, "big")).digest()
    )
    counts: Counter[Bilingual] = Counter()
    for label_used in (*used, *kept.values()):
        for words in NOUNS.values():
            if label_used.en.rpartition(" ")[0] == words.en:
                counts[words] = max(counts[words], number_of(label_used) + 1)
    made = {}
    for _, party in drawn:
        kind = kinds[party]
        before = kept.get(party)
        if before is not None and is_of(before, kind):
            made[party] = label(kind, number_of(before))
            continue
        made[party] = label(kind, counts[noun(kind)])
        counts[noun(kind)] += 1
    return made


class Sharing:
    """Who shares what with whom. Nodes are parties and whatever mentions them; no name or id is looked at."""

    def __init__(self) -> None:
        self._content: dict[Hashable, bytes] = {}
        self._links: dict[Hashable, list[tuple[bytes, Hashable]]] = {}
        self._parties: list[RecordId] = []

    def add(self, node: Hashable, content: bytes) -> None:
        """Add something that mentions parties, with what is published of it."""
        self._content[node] = hashlib.sha256(b"node\0" + content).digest()
        self._links[node] = []

    def add_party(self, party: RecordId, content: bytes) -> None:
        """Add a party, with what is published of it."""
        self._content[party] = hashlib.sha256(b"party\0" + content).digest()
        self._links[party] = []
        self._parties.append(party)

    def link(self, one: Hashable, other: Hashable, how: str) -> None:
        """Say that one holds or mentions the other, and how; both were added."""
        digest = hashlib.sha256(how.encode("utf-8")).digest()
        self._links[one].append((b">" + digest, other))
        self._links[other].append((b"<" + digest, one))

    def order(self) -> list[RecordId]:
        """Return all parties in an order that depends on content alone.

        People who are alike in every refinement are taken to be interchangeable. That is not so for some
        regular patterns of ten and more people who all have the same facts, take part in the same number of
        equal events, and yet hang together differently; then, and only then, the ids decide between them.
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
        """Return what a component looks like, and its parties in order."""
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
        """Mix into each node's colour those of its neighbours, until no two that are alike come apart."""
        current = dict(colours)
        count = len(set(current.values()))
        while True:
            mixed = {
                node: hashlib.sha256(
                    colour + b"".join(sorted(current[other] + how for how, other in self._links[node]))
                ).digest()
                for node, colour in current.items()
            }
            now = len(set(mixed.values()))
            current = mixed
            if now == count:
                return current
            count = now

    def _components(self) -> list[set[Hashable]]:
        """Return the groups of nodes that hang together."""
        seen: set[Hashable] = set()
        components = []
        for start in self._content:
            if start in seen:
                continue
            found, waiting = {start}, [start]
            while waiting:
                for _, other in self._links[waiting.pop()]:
                    if other not in found:
                        found.add(other)
                        waiting.append(other)
            seen |= found
            components.append(found)
        return components
