"""Demand 4: relations are drawn the same way every time, nobody on top of another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hrddesk.analysis.overview.network import MOST_DRAWN, neighbour, network
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id

PEOPLE = [RecordId(f"{number:032x}") for number in range(40)]


def related(a: RecordId, b: RecordId, kind: str = "spouse_of") -> Record:
    return Record(kind=Kind.RELATION, id=new_id()).with_fields(subject=a, type=kind, object=b)


def test_demand_4_whom_most_relations_meet_stands_in_the_middle() -> None:
    star = [related(PEOPLE[2], other) for other in PEOPLE[3:8]]
    found = network(PEOPLE[:3], star)
    assert found.places[PEOPLE[2]] == (0.0, 0.0)
    assert set(found.places) == set(PEOPLE[:8])
    assert found.drawn == tuple(star)
    assert network(PEOPLE[:3], star).places == found.places


def test_who_is_alone_is_drawn_and_too_many_are_counted() -> None:
    assert network([], []).places == {}
    assert network(PEOPLE[:1], []).places == {PEOPLE[0]: (0.0, 0.0)}
    chain = [related(a, b) for a, b in pairwise(PEOPLE)]
    found = network(PEOPLE, [*chain, related(PEOPLE[0], PEOPLE[0])])
    assert (len(found.places), found.left_out) == (MOST_DRAWN, len(PEOPLE) - MOST_DRAWN)
    assert all(relation.text("subject") in found.places for relation in found.drawn)


def test_arrow_keys_go_to_who_stands_there() -> None:
    places = {PEOPLE[0]: (0.0, 0.0), PEOPLE[1]: (1.0, 0.1), PEOPLE[2]: (0.6, 0.9), PEOPLE[3]: (0.0, -1.0)}
    assert neighbour(places, PEOPLE[0], 1, 0) == PEOPLE[1]
    assert neighbour(places, PEOPLE[0], 0, 1) == PEOPLE[2]
    assert neighbour(places, PEOPLE[0], 0, -1) == PEOPLE[3]
    assert neighbour(places, PEOPLE[3], 0, -1) == PEOPLE[3]
    assert neighbour(places, PEOPLE[1], -1, 0) == PEOPLE[0]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=30), st.integers(0, 10))
def test_nobody_stands_on_another_and_all_are_on_the_picture(
    pairs: list[tuple[int, int]], count: int
) -> None:
    found = network(PEOPLE[:count], [related(PEOPLE[a], PEOPLE[b]) for a, b in pairs])
    spots = [(round(x, 6), round(y, 6)) for x, y in found.places.values()]
    assert len(set(spots)) == len(spots)
    assert all(abs(x) <= 1 and abs(y) <= 1 for x, y in spots)
    for at, (x, y) in found.places.items():
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            other = neighbour(found.places, at, dx, dy)
            to_x, to_y = found.places[other]
            assert other == at or (to_x - x) * dx + (to_y - y) * dy > 0  # never back
