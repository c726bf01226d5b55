"""The page of this week: clocks, findings with both their sides, limits; by keyboard alone."""

import datetime

from PySide6.QtGui import QAccessible

from hrddesk.actions.analysis import checks
from hrddesk.actions.records import cases, events, parties
from hrddesk.analysis.consistency import findings
from hrddesk.analysis.consistency.findings import Check
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.week import finding_words
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.week import ConsistencyPage, LimitsPage, WeekPage
from tests.ui.texts import records, statistics

TODAY = datetime.datetime.now().astimezone().date()


def days_ago(days: int) -> str:
    return (TODAY - datetime.timedelta(days)).isoformat()


def somebody(session: Session, name: str, *what: dict[str, str]) -> Outcome[None]:
    case, changes = cases.create(session, {"title": f"The case of {name}"})
    who = parties.create(session, {}, {"names": [{"name": name, "kind": "main"}]}, case, "subject").result
    for fields in what:
        events.add(session, case, dict(fields), {"parties": [{"party": who, "role": "victim"}]})
    return Outcome(None, changes)


def fill(session: Session) -> Outcome[None]:
    """Make six people: one for each part of the week, and one of whom two claims contradict each other."""
    somebody(session, "Orla Fenwick", {"type": "detained", "measure": "criminal", "date": days_ago(34)})
    somebody(session, "谭若岚", {"type": "detained", "measure": "rsdl", "date": days_ago(190)})
    somebody(
        session,
        "Tenzin Gyutong",
        {"type": "detained", "date": days_ago(360)},
        {"type": "sentenced", "date": days_ago(100)},
    )
    somebody(
        session,
        "Aygül Tursunova",
        {"type": "disappeared", "date": "2019-05"},
        {"type": "other", "date": "2018"},
    )
    changes = somebody(
        session,
        "Hu Lan",
        {"type": "detained", "facility": "detention_centre", "place_text": "Anqing"},
        {"type": "whereabouts_unknown"},
    ).changes
    held = next(
        event for event in session.store.all(Kind.EVENT) if event.text("facility") == "detention_centre"
    )
    with session.store.change("test") as change:
        source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="The relative by the river")
        change.put(source)
        cited = {"record": held.id, "source": source.id, "stance": "supports", "quote": "they showed a paper"}
        change.put(Record(kind=Kind.CITATION, id=new_id()).with_fields(**cited))
    return Outcome(None, changes)


def test_an_empty_desk_has_nothing_to_look_at(desk: Driver) -> None:
    week = WeekPage(desk).open()
    assert statistics.NOBODY_PASSES_LIMIT in week.nothing
    key(desk, "Right")
    desk.settled()
    assert statistics.ALL_FITS_TOGETHER in ConsistencyPage(desk).nothing
    desk.shot("week-empty")


def test_demand_6_the_week_says_who_passes_a_limit_and_whose_sentence_ends(desk: Driver) -> None:
    change(desk, fill)
    week = WeekPage(desk).open()
    desk.shot("week")
    (passing,) = week.rows("passing")
    assert "Orla Fenwick" in passing[0]
    assert passing[2:] == (f"{statistics.DETENTION_LIMIT}, {statistics.N_DAYS.format(37)}", "3")
    passed = week.rows("passed")
    assert ["谭若岚" in row[0] for row in passed] == [True]
    assert passed[0][2:] == (f"{statistics.DESIGNATED_LOCATION}, {statistics.N_DAYS.format(183)}", "7")
    assert ["Aygül" in row[0] for row in week.rows("silent")] == [True, False, False]
    assert len(week.rows("findings")) == 2
    week.focus_day()
    type_(desk, days_ago(30))
    key(desk, "Return")
    desk.settled()
    assert week.rows("passing") == []
    assert week.counted_as_of == statistics.COUNTED_AS_OF.format(days_ago(30))
    type_(desk, "x")
    key(desk, "Return")
    assert statistics.DAY_FORM in week.day_description
    assert statistics.DAY_FORM in desk.window.message_bar.text


def test_demand_6_a_person_is_opened_from_the_week_by_keyboard(desk: Driver) -> None:
    change(desk, fill)
    week = WeekPage(desk).open()
    week.focus_sections()
    key(desk, "Home")
    key(desk, "Tab")
    assert week.rows_have_keyboard()
    key(desk, "Return")
    assert desk.frame.current == "cases"
    assert "Orla Fenwick" in CasesPage(desk).who


def test_demand_6_both_claims_stand_side_by_side_with_their_sources(desk: Driver) -> None:
    change(desk, fill)
    consistency = ConsistencyPage(desk).open()
    consistency.choose_contradiction()
    left, right = consistency.sides
    assert statistics.DETENTION_CENTRE in left
    assert "The relative by the river" in left
    assert "they showed a paper" in left
    assert statistics.WHEREABOUTS_UNKNOWN in right
    assert statistics.NO_SOURCE in right
    assert consistency.view.sides[0].accessibleName() == statistics.FIRST_CLAIM
    desk.shot("week-consistency")
    desk.window.speak(WindowLanguage.CHINESE)
    consistency = ConsistencyPage(desk).open()
    consistency.choose_contradiction()
    message = consistency.first_row[0]
    assert message.startswith("Hu Lan")
    assert "看守所" in message
    desk.shot("week-consistency-zh")


def test_demand_6_a_finding_is_put_aside_with_a_reason_and_comes_back_by_keyboard(desk: Driver) -> None:
    change(desk, fill)
    consistency = ConsistencyPage(desk).open()
    consistency.choose_contradiction()
    consistency.focus_findings()
    while desk.focus() is not consistency.view.aside_button:
        key(desk, "Tab")
    key(desk, "Space")
    assert consistency.asks_for_reason()
    key(desk, "Return")
    assert statistics.REASON_WANTED in consistency.problem
    type_(desk, "two detentions, one after the other")
    assert not consistency.problem
    key(desk, "Return")
    desk.settled()
    assert desk.window.desk is not None
    (dismissal,) = checks.dismissals(desk.window.desk.reader).values()
    assert dismissal.reason == "two detentions, one after the other"
    keys = consistency.checks
    assert Check.CONFLICTING_CLAIMS.value not in keys
    consistency.focus_checks()
    key(desk, "End")
    key(desk, "Return")
    assert consistency.first_row[1:] == (dismissal.reason, dismissal.day)
    desk.shot("week-aside")
    while desk.focus() is not consistency.view.back_button:
        key(desk, "Tab")
    key(desk, "Space")
    desk.settled()
    assert checks.dismissals(desk.window.desk.reader) == {}


def test_demand_6_the_case_of_a_finding_is_opened(desk: Driver) -> None:
    change(desk, fill)
    consistency = ConsistencyPage(desk).open()
    consistency.choose_contradiction()
    consistency.open_case()
    assert desk.frame.current == "cases"
    assert "Hu Lan" in CasesPage(desk).who


def test_a_new_finding_leads_from_the_week_to_its_sides(desk: Driver) -> None:
    change(desk, fill)
    week = WeekPage(desk).open()
    week.rows("findings")
    week.open_first_row()
    desk.settled()
    consistency = ConsistencyPage(desk)
    assert consistency.is_current()
    assert consistency.view.sections.current in consistency.view._findings


def test_demand_6_the_limits_are_edited_and_count_at_once(desk: Driver) -> None:
    change(desk, fill)
    limits = LimitsPage(desk).open()
    limits.focus_days("detention_to_arrest")
    key(desk, "Ctrl+A")
    type_(desk, "30")
    desk.shot("week-limits")
    limits.save()
    week = WeekPage(desk)
    week.show()
    assert week.rows("passing") == []
    assert ["Orla Fenwick" in row[0] for row in week.rows("passed")] == [True, False]
    limits.show()
    limits.focus_law()
    key(desk, "Space")
    assert limits.days_of("detention_to_arrest") == 37


def test_a_screen_reader_hears_every_row(desk: Driver) -> None:
    change(desk, fill)
    week = WeekPage(desk).open()
    week.rows("passed")
    table = QAccessible.queryAccessibleInterface(week.view.sections.table)
    assert table.text(QAccessible.Text.Name) == statistics.PASSED_LIMIT
    headings = (records.PERSON, statistics.WHERE_THEY_ARE, statistics.LIMIT, statistics.DAYS_OVER)
    names = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert {*headings, "7"} <= set(names)
    assert any("谭若岚" in text for text in names)


def test_every_check_has_its_words(desk: Driver) -> None:
    assert desk.window.isVisible()
    assert set(finding_words.TITLES) == set(findings.SENTENCES) == set(Check)
    for sentence in findings.SENTENCES.values():
        assert sentence.format(name="a", first="b", second="c", day="d", days=1, limit=2)


def test_another_country_is_chosen_and_made_the_usual_one(desk: Driver) -> None:
    limits = LimitsPage(desk).open()
    assert limits.limits == ["silence", "administrative", "detention_to_arrest", "rsdl"]
    limits.choose_country("HK")
    assert limits.limits == ["silence", "police_detention"]
    limits.make_usual()
    assert not limits.can_make_usual()
    assert statistics.USUAL_COUNTRY in limits.usual_country


def _status(desk: Driver) -> object:
    """Return the status of the first case of the list."""
    return CasesPage(desk).cell(0, CaseColumn.STATUS)


def test_open_lists_follow_the_usual_country_at_once(desk: Driver) -> None:
    change(desk, lambda session: somebody(session, "Orla Fenwick", {"type": "arrested", "date": days_ago(5)}))
    desk.page("cases")
    assert _status(desk) == f"{records.IN_CUSTODY}, {statistics.FORMALLY_ARRESTED}"
    limits = LimitsPage(desk).open()
    limits.choose_country("HK")
    limits.make_usual()
    desk.page("cases")
    desk.settled()
    assert _status(desk) == f"{records.IN_CUSTODY}, {statistics.ARRESTED_STAGE}"
