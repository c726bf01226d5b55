"""The places that are shipped have ids of their own, known kinds, and stand behind what they lie in."""

from collections import Counter

import pytest

from hrddesk.records.model.record import is_id
from hrddesk.records.names.shipped_places import id_of, listed
from hrddesk.records.terms import vocabulary


def test_every_row_is_a_place_in_one_that_came_before() -> None:
    kinds = {term.code for term in vocabulary.load("place_kind").terms}
    seen: set[str] = {""}
    for place in listed().values():
        assert is_id(place.id)
        assert place.id not in seen
        assert place.parent in seen
        assert place.kind in kinds
        assert place.labels["en"]
        assert len(set(place.aliases)) == len(place.aliases)
        assert not set(place.labels.values()) & set(place.aliases)
        seen.add(place.id)


def test_no_two_in_the_same_place_have_one_name() -> None:
    called: set[tuple[str, str]] = set()
    for place in listed().values():
        for name in set(place.labels.values()):
            assert (place.parent, name) not in called, name
            called.add((place.parent, name))


def test_the_world_is_there_and_china_down_to_counties() -> None:
    kinds = Counter(place.kind for place in listed().values())
    assert kinds["country"] > 240
    assert kinds["province"] > 3_500
    assert kinds["county"] > 2_800
    assert not [
        place for place in listed().values() if place.kind != "province" and not place.labels["zh-Hans"]
    ]


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("653222", {"en": "Karakax County", "zh-Hans": "墨玉县", "zh-Hant": "墨玉縣"}),
        ("653100", {"en": "Kashgar", "zh-Hans": "喀什地区", "zh-Hant": "喀什地區", "ug": "قەشقەر"}),
        ("513332", {"en": "Sershul County", "zh-Hans": "石渠县", "zh-Hant": "石渠縣"}),
        ("361124", {"en": "Yanshan County", "zh-Hans": "铅山县", "zh-Hant": "鉛山縣"}),
        ("US-CA", {"en": "California", "zh-Hans": "加利福尼亚州", "zh-Hant": "加利福尼亞州"}),
        ("TH", {"en": "Thailand", "zh-Hans": "泰国", "zh-Hant": "泰國"}),
    ],
)
def test_places_have_the_names_that_people_use(code: str, labels: dict[str, str]) -> None:
    assert dict(listed()[id_of(code)].labels) == labels


def test_the_ids_stay_what_they_are() -> None:
    """Vaults out there hold them."""
    assert id_of("CN") == "bb5faa4b3bbf04c694aa4b5fd3c4f7b4"
    assert listed()[id_of("CN")].labels["zh-Hans"] == "中国"
    assert listed()[id_of("653222")].parent == id_of("653200")
