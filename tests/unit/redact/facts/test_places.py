"""Places are told as precisely as a profile allows, never more so."""

from dataclasses import replace

import pytest

from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.places import Places, decided_by
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.profile.coarser import Coarser, coarsened, possible
from hrddesk.redact.profile.profiles import (
    LABELS,
    NAMES,
    PUBLISHABLE,
    SHIPPED,
    AgeDetail,
    DateDetail,
    PlaceDetail,
    Profile,
)
from tests.languages import LANGUAGES
from tests.unit.redact.invented import PUBLIC, SECRET, Desk


def _tree(desk: Desk) -> tuple[RecordId, ...]:
    """Make a village with all that it lies in."""
    made, parent = [], ""
    for name, kind in (
        ("Farland", "country"),
        ("Eastmark", "autonomous region"),
        ("Lakeford", "prefecture"),
        ("Northbank", "district"),
        ("Hollow", "village"),
    ):
        more = {"parent": parent} if parent else {}
        parent = desk.place(name, kind, **more)
        made.append(parent)
    return tuple(made)


def _told(desk: Desk, detail: PlaceDetail, **event: str) -> str:
    person = desk.party("Orla Fenwick")
    case = desk.case(person)
    desk.event(case, "detained", person, level=PUBLIC, lists=None, date="2020-02-06", **event)
    model = desk.redact(replace(NAMES, places=detail), cases=[case]).model
    return model.cases[0].events[0].place


@pytest.mark.parametrize(
    ("detail", "village", "prefecture"),
    [
        (PlaceDetail.AS_RECORDED, "Hollow", "Lakeford"),
        (PlaceDetail.COUNTY, "Northbank", "Lakeford"),
        (PlaceDetail.PREFECTURE, "Lakeford", "Lakeford"),
        (PlaceDetail.PROVINCE, "Eastmark", "Eastmark"),
        (PlaceDetail.NONE, "", ""),
    ],
)
def test_a_place_is_told_as_the_one_that_it_lies_in(
    desk: Desk, detail: PlaceDetail, village: str, prefecture: str
) -> None:
    places = _tree(desk)
    assert _told(desk, detail, place=places[-1]) == village
    assert _told(desk, detail, place=places[2]) == prefecture


def test_what_lies_in_nothing_known_is_not_told(desk: Desk) -> None:
    alone = desk.place("Somewhere", "prison")
    assert _told(desk, PlaceDetail.COUNTY, place=alone) == ""
    assert _told(desk, PlaceDetail.AS_RECORDED, place=alone) == "Somewhere"
    assert _told(desk, PlaceDetail.COUNTY, place="no such place") == ""
    desk.set(alone, parent=alone)
    assert _told(desk, PlaceDetail.PROVINCE, place=alone) == "", "a circle ends"


def test_typed_words_have_no_precision_and_go_out_as_recorded_only(desk: Desk) -> None:
    assert _told(desk, PlaceDetail.AS_RECORDED, place_text="Behind the mill") == "Behind the mill"
    for detail in (PlaceDetail.COUNTY, PlaceDetail.PREFECTURE, PlaceDetail.PROVINCE, PlaceDetail.NONE):
        assert _told(desk, detail, place_text="Behind the mill") == ""


def test_a_secret_place_does_not_let_out_where_it_lies(desk: Desk) -> None:
    places = _tree(desk)
    desk.set_level(places[-1], SECRET, "record")
    assert _told(desk, PlaceDetail.PROVINCE, place=places[-1]) == ""


def test_a_secret_province_is_not_told_of_a_public_village(desk: Desk) -> None:
    places = _tree(desk)
    desk.set_level(places[1], SECRET, "record")
    assert _told(desk, PlaceDetail.PROVINCE, place=places[-1]) == ""


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=lambda profile: profile.name)
def test_no_step_tells_more(profile: Profile) -> None:
    for step in Coarser:
        once = coarsened(profile, [step])
        assert once.fields <= profile.fields
        steps: tuple[tuple[list[object], object, object], ...] = (
            (list(DateDetail), profile.event_dates, once.event_dates),
            (list(PlaceDetail), profile.places, once.places),
            (list(AgeDetail), profile.ages, once.ages),
        )
        for order, one, other in steps:
            assert order.index(other) >= order.index(one)
        assert step not in possible(once)
        assert once.name == profile.name, "the reviews of its texts hold"
    assert coarsened(LABELS, [Coarser.MONTHS]) == LABELS
    assert coarsened(NAMES, [Coarser.YEARS, Coarser.MONTHS]) == coarsened(NAMES, [Coarser.YEARS])


def _labelled(desk: Desk, place: RecordId) -> str:
    person = desk.party("Orla Fenwick")
    case = desk.case(person)
    desk.event(case, "detained", person, level=PUBLIC, lists=None, date="2020-02-06", place=place)
    return desk.redact(LABELS, cases=[case]).model.cases[0].events[0].place


def test_where_people_bear_labels_a_house_is_told_as_its_county(desk: Desk) -> None:
    """An address, a village, a shop tell who lives there, whatever label stands beside them."""
    *_, county, village = _tree(desk)
    for name, kind in (
        ("Blue-door house, 12 Mill Lane", "address"),
        ("Mill works", "factory"),
        ("Room 3", "other"),
    ):
        assert _labelled(desk, desk.place(name, kind, parent=village)) == "Northbank"
    assert _labelled(desk, village) == "Northbank"
    assert _labelled(desk, desk.place("Northbank Court", "court", parent=county)) == "Northbank Court"
    assert _labelled(desk, desk.place("Police station, 7 Mill Lane", "police", parent=county)) == "Northbank"
    assert _labelled(desk, desk.place("Nowhere", "address")) == ""


def test_a_station_of_a_township_is_told_as_its_county_where_people_bear_labels(desk: Desk) -> None:
    *_, county, _ = _tree(desk)
    town = desk.place("Hollow Town", "township", parent=county)
    for kind, parent in (
        ("police_station", county),
        ("police_station", town),
        ("court", town),
        ("lockup", town),
    ):
        assert _labelled(desk, desk.place("Hollow House", kind, parent=parent)) == "Northbank"
    lockup = desk.place("Northbank Lock-up", "lockup", parent=county)
    assert _labelled(desk, lockup) == "Northbank Lock-up"
    assert _labelled(desk, desk.place("Northbank Court", "court", parent=lockup)) == "Northbank Court"
    station = desk.place("Hollow Station", "police_station", parent=town)
    assert _told(desk, PlaceDetail.AS_RECORDED, place=station) == "Hollow Station"


def test_a_place_is_told_in_the_language_of_the_publication(desk: Desk) -> None:
    both = desk.other(Kind.PLACE, PUBLIC, {"en": "Hollow Court", "zh-Hans": "洼地法院"}, kind="court")
    person = desk.party("Orla Fenwick")
    case = desk.case(person)
    desk.event(case, "detained", person, level=PUBLIC, lists=None, date="2020", place=both)
    said = {language: desk.redact(language=language).model.cases[0].events[0].place for language in LANGUAGES}
    assert said == {
        ("en",): "Hollow Court",
        ("zh-Hans",): "洼地法院",
        ("en", "zh-Hans"): "Hollow Court 洼地法院",
    }


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=lambda profile: profile.name)
def test_coordinates_are_in_no_publication_whatever_their_level(desk: Desk, profile: Profile) -> None:
    place = desk.place("Northbank", "county", coordinates="41.7,82.9;u=500")
    person = desk.party("Ade Brook")
    case = desk.case(person)
    desk.event(case, "detained", person, level=PUBLIC, lists=None, date="2020-02-06", place=place)
    assert "place.coordinates" not in PUBLISHABLE
    by_hand = replace(profile, fields=profile.fields | {"place.coordinates"})
    for asked in (profile, by_hand, replace(by_hand, places=PlaceDetail.AS_RECORDED)):
        model = desk.redact(asked, cases=[case]).model
        assert "Northbank" in model.cases[0].events[0].place
        assert not any("82.9" in text for text in model.strings())


def _facility(desk: Desk, profile: Profile = NAMES, what: str = "imprisoned", **event: str) -> str | None:
    person = desk.party("Orla Fenwick")
    case = desk.case(person, country=event.pop("of_case", ""))
    desk.event(case, what, person, level=PUBLIC, lists=None, date="2020-02-06", **event)
    (told,) = desk.redact(profile, cases=[case]).model.cases[0].events
    return None if told.facility is None else told.facility.text(ENGLISH)


def test_a_place_where_people_are_held_tells_the_kind_of_facility(desk: Desk) -> None:
    prison, hall = desk.place("Hollow Hall", "prison"), desk.place("Town Hall", "building")
    assert _facility(desk, place=prison) == "Prison"
    assert _facility(desk, place=prison, facility="labour_camp") == "Labour camp"
    assert _facility(desk, place=hall) is None
    assert _facility(desk, place="no such place") is None
    assert _facility(desk, LABELS, place=prison) == "Prison", "its kind names nothing"


@pytest.mark.parametrize(
    ("what", "of_case", "of_event", "told"),
    [
        ("taken_away", "CN", "", None),  # it is where the person was taken from
        ("arrested", "CN", "", "Prison"),
        ("arrested", "", "CN", "Prison"),
        ("arrested", "HK", "CN", None),
        ("arrested", "", "", None),  # by the law of one country the person was at large
        ("imprisoned", "", "", "Prison"),
        ("beaten", "CN", "", None),  # it says nothing of who is held there
        ("own words", "", "", None),
    ],
)
def test_only_where_somebody_is_held_is_a_facility(
    desk: Desk, what: str, of_case: str, of_event: str, told: str | None
) -> None:
    prison = desk.place("Hollow Hall", "prison")
    assert _facility(desk, NAMES, what, place=prison, of_case=of_case, country=of_event) == told


def test_an_event_in_no_case_tells_its_facility_too(desk: Desk) -> None:
    prison = desk.place("Hollow Hall", "prison")
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="imprisoned", place=prison, country="CN")
    facts = Facts.of([*desk.records.values(), event])
    assert Places(facts, Terms(facts)).facility(event, None) == "prison"


def test_the_kind_of_facility_stays_behind_with_its_place_and_its_topic(desk: Desk) -> None:
    prison, ward = desk.place("Hollow Hall", "prison"), desk.place("Ward", "psychiatric_hospital")
    assert _facility(desk, replace(NAMES, places=PlaceDetail.NONE), place=prison) is None
    assert _facility(desk, replace(NAMES, places=PlaceDetail.PROVINCE), place=prison) == "Prison"
    for field in ("event.facility", "event.place"):
        assert _facility(desk, replace(NAMES, fields=NAMES.fields - {field}), place=prison) is None
    assert _facility(desk, place=ward) is None
    desk.set_level(prison, SECRET, "kind")
    assert _facility(desk, place=prison) is None
    other = desk.place("Other Hall", "prison")
    desk.set_level(other, SECRET, "record")
    assert _facility(desk, place=other) is None


@pytest.mark.parametrize("kind", ["prison", "detention_centre", "village", "other", "own words"])
@pytest.mark.parametrize("name", ["Northbank Prison Hospital", "平原监狱医院"])
def test_a_name_that_says_a_topic_stays_behind_whatever_its_kind(desk: Desk, kind: str, name: str) -> None:
    county = desk.place("Hospital Hill", "county")
    place = desk.place(name, kind, parent=county)
    assert _told(desk, PlaceDetail.AS_RECORDED, place=place) == "Hospital Hill"


def test_a_place_whose_kind_tells_a_facility_is_asked_about(desk: Desk) -> None:
    prison = desk.place("Hollow Hall", "prison")
    person = desk.party("Orla Fenwick")
    case = desk.case(person)
    event = desk.event(case, "imprisoned", person, date="2020-02-06", place=prison)
    facts = desk.facts()
    assert decided_by(facts, NAMES, [event]) == {prison: prison}
    desk.set(event, facility="prison")
    assert decided_by(desk.facts(), NAMES, [event]) == {}
