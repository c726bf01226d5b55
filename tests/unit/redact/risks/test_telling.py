"""Texts that tell more of somebody labelled than the facts do are shown to whoever publishes."""

from dataclasses import replace

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import LABELS, NAMES, DateDetail, PlaceDetail, Profile
from hrddesk.redact.risks.telling import Tells
from tests.unit.redact.invented import PUBLIC, Desk


def _told(text: str, profile: Profile, label: bool = True, **event: str) -> dict[Tells, tuple[str, ...]]:
    desk = Desk()
    person = desk.party("Orla Fenwick")
    case = desk.case(person, narrative=text)
    desk.review(case, "narrative", profile)
    desk.event(case, "detained", person, level=PUBLIC, lists=None, date="2020-02-06", **event)
    found = desk.redact(profile, [person] if label else ())
    assert found.model.cases[0].texts, "the text goes out: a warning never blocks"
    return {told.tells: told.words for told in found.telling}


@pytest.mark.parametrize(
    ("text", "day", "month", "year"),
    [
        ("It was on 6 February 2020.", "6 February 2020", "6 February 2020", "6 February 2020"),
        ("It was on February 6th.", "February 6th", "February 6th", "February 6th"),
        ("It was in Feb. 2020.", "", "Feb. 2020", "Feb. 2020"),
        ("It was in May.", "", "in May", "in May"),
        ("It was 2020-02.", "", "2020-02", "2020-02"),
        ("It was on 2020/02/06.", "2020/02/06", "2020/02/06", "2020/02/06"),
        ("那是二月六日。", "二月六日", "二月六日", "二月六日"),
        ("那是2020年2月。", "", "2020年2月", "2020年2月"),
        ("It was in 2020.", "", "", "2020"),
        ("那是2020年。", "", "", "2020年"),
        ("They may march for three months. 三个月以后。", "", "", ""),
        ("Это было 6 февраля 2020.", "6 февраля 2020", "6 февраля 2020", "6 февраля 2020"),
        ("Bu 6 Şubat günü oldu.", "6 Şubat", "6 Şubat", "6 Şubat"),
        ("Бұл ақпанда болды.", "", "ақпанда", "ақпанда"),
        ("Fue en enero de 2020.", "", "enero", ("enero", "2020")),
    ],
)
def test_dates_that_are_finer_than_those_of_the_facts(
    text: str, day: str, month: str, year: str | tuple[str, ...]
) -> None:
    for detail, words in (
        (DateDetail.DAY, ""),
        (DateDetail.MONTH, day),
        (DateDetail.YEAR, month),
        (DateDetail.NONE, year),
    ):
        found = _told(text, replace(NAMES, event_dates=detail)).get(Tells.DATE, ())
        assert found == (words if isinstance(words, tuple) else (words,) if words else ()), detail
    without = replace(NAMES, fields=NAMES.fields - {"event.date"})
    assert bool(_told(text, without).get(Tells.DATE)) is bool(year)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her mother and her sons were there.", ("mother", "sons")),
        ("他的妻子和孩子在家。", ("妻子", "孩子")),
        ("A parenthesis, a sonata, a brotherhood.", ()),
        ("Его жена и её брат были там.", ("жена", "брат")),
        ("الرجل ووالدته هناك", ("ووالدته",)),
        ("Annesi oradaydı.", ("Annesi",)),
    ],
)
def test_family(text: str, words: tuple[str, ...]) -> None:
    assert _told(text, NAMES).get(Tells.FAMILY, ()) == words
    assert _told(text, NAMES, label=False) == {}, "nobody there bears a label"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They took her from Hollow Village.", ("Hollow Village",)),
        ("They took her from the village of Hollow.", ("village of Hollow",)),
        ("她来自李家村。", ("自李家村",)),
        ("她住在农村，不是城镇。", ()),
    ],
)
def test_whatever_is_called_a_village(text: str, words: tuple[str, ...]) -> None:
    assert _told(text, NAMES).get(Tells.PLACE, ()) == words


def test_a_place_that_is_printed_beside_the_text_is_no_news() -> None:
    text = "They took her from Hollow Village."
    assert _told(text, NAMES, place_text="Hollow Village") == {}
    coarse = replace(NAMES, places=PlaceDetail.PROVINCE)
    assert _told(text, coarse, place_text="Hollow Village") == {Tells.PLACE: ("Hollow Village",)}


def test_places_of_the_case_that_are_smaller_than_what_is_told() -> None:
    desk = Desk()
    land = desk.place("Farland", "country")
    province = desk.place("Eastmark", "province", parent=land)
    town = desk.other(
        Kind.PLACE, PUBLIC, {"en": "Lakeford", "zh-Hans": "湖口"}, kind="prefecture", parent=province
    )
    person = desk.party("Orla Fenwick")
    case = desk.case(person)
    text = "In Farland, in Eastmark, at lakeford (湖口) she was held."
    event = desk.event(case, "detained", person, date="2020-02-06", place=town, summary=text)
    desk.review(event, "summary", LABELS)

    def places(*steps: Coarser) -> list[tuple[RecordId, str, tuple[str, ...]]]:
        return [(told.record, told.field, told.words) for told in desk.redact(LABELS, coarser=steps).telling]

    assert places() == []
    assert places(Coarser.PROVINCES) == [(event, "summary", ("lakeford", "湖口"))]
    assert places(Coarser.NO_PLACES) == [(event, "summary", ("lakeford", "湖口", "Eastmark"))]


def test_a_label_inside_a_text_that_stands_alone_counts(desk: Desk) -> None:
    person = desk.party("Orla Fenwick")
    case = desk.case(narrative="The mother of Orla Fenwick came.")
    desk.decide(case, "narrative", How.LABEL, person, printed={"label": [person]})
    assert [told.words for told in desk.redact(NAMES, [person]).telling] == [("mother",)]
    desk.told(person)
    without_sheets = desk.redact(NAMES, [person], parts=[Chapter.TIMELINE])
    assert without_sheets.telling == (), "texts stand on sheets alone"
    desk.set(case, narrative="The mother of somebody came.")
    desk.review(case, "narrative")
    assert desk.redact(NAMES, [person]).telling == ()
