"""People and their relations as a small graph, with the same layout every time."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.record import Record, RecordId

MOST_DRAWN: Final = 24
"""The greatest number of people in the diagram; the table has all of them."""


@dataclass(frozen=True, slots=True)
class Network:
    """The positions of the drawn people, and the relations between them.

    Positions (x to the right, y down) are from -1 to 1.
    """

    places: Mapping[RecordId, tuple[float, float]]
    drawn: tuple[Record, ...]
    left_out: int
    """The number of people who are not drawn, because there are too many."""


def network(people: Sequence[RecordId], relations: Iterable[Record]) -> Network:
    """Lay out people and relations in rings around the person with most relations.

    The ring of a person follows from the number of relations between the person and the middle. `people` are
    included even if they have no relations; their order decides between people with equally many relations.
    """
    joins = [(relation, *ends(relation)) for relation in relations]
    everybody = list(dict.fromkeys([*people, *(end for _, a, b in joins for end in (a, b))]))
    near: dict[RecordId, list[RecordId]] = {party: [] for party in everybody}
    for _, a, b in joins:
        if a != b:
            near[a].append(b)
            near[b].append(a)
    rings = _rings(everybody, near)
    drawn_people = [party for ring in rings for party in ring][:MOST_DRAWN]
    places = _placed([[party for party in ring if party in drawn_people] for ring in rings], near)
    drawn = tuple(relation for relation, a, b in joins if a in places and b in places)
    return Network(places, drawn, len(everybody) - len(drawn_people))


def ends(relation: Record) -> tuple[RecordId, RecordId]:
    """Return the subject and the object of a relation."""
    return RecordId(relation.text("subject")), RecordId(relation.text("object"))


def neighbour(places: Mapping[RecordId, tuple[float, float]], party: RecordId, dx: int, dy: int) -> RecordId:
    """Return the next person in a direction (dx, dy of -1, 0, 1), or `party` itself if there is none.

    A person straight ahead takes precedence over a nearer person to the side.
    """
    x, y = places[party]

    def cost(candidate: RecordId) -> float:
        along = (places[candidate][0] - x) * dx + (places[candidate][1] - y) * dy
        aside = abs((places[candidate][0] - x) * dy) + abs((places[candidate][1] - y) * dx)
        if along <= _STEP:
            return math.inf
        return along + 2 * aside + (_ASIDE if aside > along else 0)

    best = min(places, key=cost)
    return best if cost(best) < math.inf else party


_STEP: Final = 1e-6
_ASIDE: Final = 100  # more than any way across the picture


def _rings(
    everybody: Sequence[RecordId], near: Mapping[RecordId, Sequence[RecordId]]
) -> list[list[RecordId]]:
    """Return the people in rings: the middle, those one relation away from it, those two away, and so on.

    People who are not connected with the middle follow in further rings; those without any relation share the
    last ring.
    """
    rings: list[list[RecordId]] = []
    remaining_people = list(everybody)
    by_weight = sorted(everybody, key=lambda party: -len(near[party]))  # stable: the order decides
    for middle in by_weight:
        if middle not in remaining_people:
            continue
        ring = [middle]
        if rings and not near[middle]:  # nobody joins them: they share the outermost ring
            rings[-1].append(middle)
            remaining_people.remove(middle)
            continue
        while ring:
            rings.append(ring)
            remaining_people = [party for party in remaining_people if party not in ring]
            reached = dict.fromkeys(neighbour_party for party in ring for neighbour_party in near[party])
            ring = [party for party in reached if party in remaining_people]
    return rings


def _placed(
    rings: Sequence[Sequence[RecordId]], near: Mapping[RecordId, Sequence[RecordId]]
) -> dict[RecordId, tuple[float, float]]:
    rings = [ring for ring in rings if ring]
    places: dict[RecordId, tuple[float, float]] = {}
    angles: dict[RecordId, float] = {}
    several = [index for index, ring in enumerate(rings) if index or len(ring) > 1]
    for index, ring in enumerate(rings):
        if index not in several:
            places[ring[0]], angles[ring[0]] = (0.0, 0.0), 0.0
            continue
        radius = (several.index(index) + 1) / len(several)
        # Beside whom they are joined to, so that few lines cross.
        ordered = sorted(
            ring, key=lambda party: min((angles[o] for o in near[party] if o in angles), default=9)
        )
        for number, party in enumerate(ordered):
            angle = 2 * math.pi * (number + index % 2 / 2) / len(ordered)
            angles[party] = angle
            places[party] = (radius * math.cos(angle), radius * math.sin(angle))
    return places
