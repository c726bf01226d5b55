"""Demand 4: events along the time and relations are drawn, by key too, and said in words."""

import pytest
from PySide6.QtWidgets import QApplication

from hrddesk.actions.records import cases, events, parties
from hrddesk.analysis.overview.network import network
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.theme import theme
from hrddesk_ui.theme.theme import Scheme
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key
from tests.ui.driver import Driver
from tests.ui.page_objects.drawn import CaseChart, PersonChart
from tests.ui.texts import drawn as texts
from tests.ui.texts import records

DATES = {
    "summoned": "2019-06",
    "taken_away": "2020-02-06",
    "detained": "2020-02/2020-08",
    "arrested": "2020-09-01?",
    "charged": "2020-10~",
    "imprisoned": "2020-11/",
    "torture": "",
    "released": "early 2020",
}


def _fill(desk: Driver) -> list[RecordId]:
    """Put a case with eight events of eight kinds of date, and four people of whom three are related."""
    (case,) = fill(desk, 1)
    people: list[RecordId] = []

    def work(session: Session) -> Outcome[None]:
        people.append(RecordId(str(session.store.get(case).values("parties")[0]["party"])))
        for event in session.store.events_of_case(case):
            events.remove(session, event.id)
        for name in ("Ji Shuo / 籍朔", "Pang Suhe", "Gou Lanting"):
            names = [{"name": part, "kind": "main"} for part in name.split(" / ")]
            people.append(parties.create(session, {}, {"names": names}, case, "relative").result)
        prison = (
            Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Hollow Hall"}).with_fields(kind="prison")
        )
        with session.store.change("test") as transaction:
            transaction.put(prison)
        for kind, date in DATES.items():
            about = {"parties": [{"party": people[0], "role": "victim"}]}
            where = {"place": prison.id} if kind == "imprisoned" else {}
            fields = {"type": kind, "date": date, "place_text": "Qinglu", **where}
            events.add(session, case, fields, about)
        with session.store.change("test") as transaction:
            for a, kind, b in ((0, "spouse_of", 1), (0, "colleague_of", 2), (1, "friend_of", 2)):
                fields = {"subject": people[a], "type": kind, "object": people[b]}
                transaction.put(Record(kind=Kind.RELATION, id=new_id()).with_fields(**fields))
        changes = cases.edit(session, case, {"title": "Willow Lane"}).changes
        return Outcome(
            None,
            Changes(
                cases=changes.cases,
                parties=frozenset(people),
                events=frozenset(session.store.ids(Kind.EVENT)),
            ),
        )

    change(desk, work)
    return people


def _chart(desk: Driver) -> CaseChart:
    chart = CaseChart(desk)
    chart.show()
    desk.until(lambda: len(chart.events) == len(DATES))
    return chart


def test_demand_4_the_timeline_of_a_case_is_drawn_and_used_by_key(desk: Driver) -> None:
    _fill(desk)
    chart = _chart(desk)
    assert [event.lead for event in chart.events] == [
        "2019-06", "early 2020", "between February 2020 and August 2020", "2020-02-06",
        "1 September 2020 (uncertain)", "about October 2020", "November 2020 or later",
        texts.NO_DATE,
    ]  # fmt: skip
    desk.shot("drawn-case")
    chart.go_to_events()
    key(desk, "Home")
    for _ in range(3):
        key(desk, "Down")
    assert chart.spoken_event == f"6 February 2020, {records.TAKEN_AWAY}, Qinglu"
    key(desk, "Return")
    desk.until(chart.shows_timeline)
    current = chart.current_event()
    assert current is not None
    assert desk.window.desk is not None
    assert desk.window.desk.reader.get(current).text("date") == "2020-02-06"


def test_a_line_says_the_kind_of_facility_that_the_place_is(desk: Driver) -> None:
    """What a status goes by must be in sight where the event stands."""
    _fill(desk)
    chart = _chart(desk)
    lines = chart.events
    imprisoned = [line.second for line in lines if line.first == texts.IMPRISONED]
    assert imprisoned == [f"{records.PRISON} · Qinglu"]
    assert not any(records.PRISON in line.second for line in lines if line.first != texts.IMPRISONED)
    chart.show_timeline()
    firsts = [line.first for line in chart.timeline]
    assert f"{texts.IMPRISONED} — {records.PRISON}" in firsts
    assert records.DETAINED in firsts


def test_of_two_victims_the_chart_says_to_whom_each_event_happened(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    chart = CaseChart(desk)

    def seconds() -> list[str]:
        return [event.second for event in chart.events]

    chart.show()
    desk.until(lambda: seconds() == ["", ""])

    def second(session: Session) -> Outcome[None]:
        who = parties.create(
            session, {}, {"names": [{"name": "Orla Fenwick", "kind": "main"}]}, case, "subject"
        ).result
        about = {"parties": [{"party": who, "role": "victim"}]}
        return Outcome(
            None,
            events.add(
                session, case, {"type": "released", "date": "2021", "place_text": "Qinglu"}, about
            ).changes,
        )

    change(desk, second)
    desk.until(lambda: seconds() == ["谭若岚 / Tan Ruolan"] * 2 + ["Orla Fenwick · Qinglu"])


def test_demand_4_relations_are_drawn_and_used_by_key_and_in_words(desk: Driver) -> None:
    people = _fill(desk)
    chart = _chart(desk)
    chart.go_to_relations()
    seen = {chart.current_person()}
    for name in ("Right", "Down", "Left", "Up", "Right", "Up", "Left", "Down"):
        key(desk, name)
        seen.add(chart.current_person())
    assert seen == set(people)
    chart.choose_person(people[1])
    assert chart.spoken_person == (
        f"Ji Shuo / 籍朔; 谭若岚 / Tan Ruolan – {texts.SPOUSE_OF} – Ji Shuo / 籍朔;"
        f" Ji Shuo / 籍朔 – {texts.FRIEND_OF} – Pang Suhe"
    )
    kinds = [relation.second.split(" – ")[0] for relation in chart.relations[:3]]
    assert kinds == [texts.SPOUSE_OF, texts.COLLEAGUE_OF, texts.FRIEND_OF]
    desk.shot("drawn-relations")
    chart.click_person(people[2])
    assert chart.current_person() == people[2]
    key(desk, "Return")
    desk.until(chart.shows_people)
    assert chart.current_member() == people[2]
    key(desk, "Tab")


def test_everybody_who_is_drawn_is_reached_by_key_from_everywhere(desk: Driver) -> None:
    _fill(desk)
    chart = _chart(desk)
    five = [RecordId(f"{number:032x}") for number in range(5)]  # four corners, from which no arrow leads back
    joined = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=five[0], type="spouse_of", object=five[1]
    )
    chart.show_network(network(five, [joined]), {party: party[-2:] for party in five})
    chart.go_to_relations()
    key(desk, "Right")
    assert chart.current_person() != five[0]
    key(desk, "Home")
    seen = [chart.current_person()]
    for _ in five:
        key(desk, "PgDown")
        seen.append(chart.current_person())
    assert seen == [*five, five[-1]]
    key(desk, "PgUp")
    assert chart.current_person() == five[-2]
    key(desk, "End")
    assert chart.current_person() == five[-1]


def test_demand_4_the_timeline_of_a_person_is_drawn_on_the_page_of_people(desk: Driver) -> None:
    people = _fill(desk)
    chart = PersonChart(desk)
    chart.open_person(people[0])
    desk.shot("drawn-before")
    chart.press_button()
    desk.shot("drawn-after")
    desk.until(lambda: len(chart.events) == len(DATES))
    assert chart.events_have_keyboard()
    desk.shot("drawn-person")
    key(desk, "Escape")
    assert chart.shows_person()
    assert not chart.button_is_down()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])  # at 100 and 200 %
def test_it_is_whole_in_both_languages_light_and_dark_large_and_small(
    desk: Driver, language: str, size: tuple[int, int]
) -> None:
    if language != "en":
        desk.window.speak(WindowLanguage(language))
    _fill(desk)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.window.resize(*size)
    CaseChart(desk).open_detail()
    _chart(desk)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.apply(app, theme.Appearance(scheme=scheme))
        desk.shot(f"drawn-{language}-{scheme.value}-{size[0]}")
