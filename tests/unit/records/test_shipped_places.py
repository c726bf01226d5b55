"""The places that are shipped have ids of their own, known kinds, and stand behind what they lie in."""

from hrddesk.records import vocabulary
from hrddesk.records.record import is_id
from hrddesk.records.shipped_places import listed


def test_every_row_is_a_place_in_one_that_came_before() -> None:
    kinds = {term.code for term in vocabulary.load("place_kind").terms}
    seen: set[str] = {""}
    for place in listed():
        assert is_id(place.id)
        assert place.id not in seen
        assert place.parent in seen
        assert place.kind in kinds
        assert place.labels["en"]
        assert place.labels["zh-Hans"]
        assert len(set(place.aliases)) == len(place.aliases)
        assert not set(place.labels.values()) & set(place.aliases)
        seen.add(place.id)


def test_no_two_in_the_same_place_have_one_name() -> None:
    called: set[tuple[str, str]] = set()
    for place in listed():
        for name in {*place.labels.values(), *place.aliases}:
            assert (place.parent, name) not in called, name
            called.add((place.parent, name))


def test_the_ids_stay_what_they_are() -> None:
    """Vaults out there hold them."""
    ids = {place.labels["zh-Hans"]: place.id for place in listed()}
    assert ids["中国"] == "92087e5c71f85201611b79d19f801bba"
    assert ids["石河子市"] == "2d944da19f334b93b750625c1b5311ea"
