"""The page of this week: clocks, findings with both their sides, limits; by keyboard alone."""

import datetime

from PySide6.QtGui import QAccessible

from hrddesk.actions import cases, checks, events, parties
from hrddesk.analysis import findings
from hrddesk.analysis.findings import Check
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import finding_words
from hrddesk_ui.models.case_table_model import Column
from hrddesk_ui.translation import Language
from hrddesk_ui.views.week_view import WeekView
from tests.ui.casework import change, key, page, type_
from tests.ui.driver import Driver

TODAY = datetime.datetime.now().astimezone().date()


def days_ago(days: int) -> str:
    return (TODAY - datetime.timedelta(days)).isoformat()


def somebody(session: Session, name: str, *what: dict[str, str]) -> Changes:
    case, changes = cases.create(session, {"title": f"The case of {name}"})
    who, _ = parties.create(session, {}, {"names": [{"name": name, "kind": "main"}]}, case, "subject")
    for fields in what:
        events.add(session, case, dict(fields), {"parties": [{"party": who, "role": "victim"}]})
    return changes


def fill(session: Session) -> Changes:
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
    )
    held = next(
        event for event in session.store.all(Kind.EVENT) if event.text("facility") == "detention_centre"
    )
    with session.store.change("test") as change:
        source = Record(Kind.SOURCE, new_id()).with_fields(title="The relative by the river")
        change.put(source)
        cited = {"record": held.id, "source": source.id, "stance": "supports", "quote": "they showed a paper"}
        change.put(Record(Kind.CITATION, new_id()).with_fields(**cited))
    return changes


def open_week(desk: Driver) -> WeekView:
    found = desk.page("week")
    assert isinstance(found, WeekView)
    desk.settled()
    return found


def to_tab(desk: Driver, view: WeekView, number: int) -> None:
    view.tabs.tabBar().setFocus()
    while view.tabs.currentIndex() != number:
        key(desk, "Right" if view.tabs.currentIndex() < number else "Left")
    desk.settled()


def open_consistency(desk: Driver) -> WeekView:
    view = open_week(desk)
    to_tab(desk, view, 1)
    return view


def shown(view: WeekView, section: str) -> list[tuple[str, ...]]:
    """Return the rows of a section of what to look at, chosen by arrow keys."""
    parts = view.clocks.sections
    keys = [item.key for item in parts._sections]
    parts.list.setCurrentRow(keys.index(section))
    return [parts.rows.row(at).cells for at in range(parts.rows.rowCount())]


def test_an_empty_desk_has_nothing_to_look_at(desk: Driver) -> None:
    view = open_week(desk)
    assert "Nobody passes a limit" in view.clocks.sections.nothing.text()
    key(desk, "Right")
    desk.settled()
    assert "fits together" in view.consistency.sections.nothing.text()
    desk.shot("week-empty")


def test_demand_6_the_week_says_who_passes_a_limit_and_whose_sentence_ends(desk: Driver) -> None:
    change(desk, fill)
    view = open_week(desk)
    desk.shot("week")
    (passing,) = shown(view, "passing")
    assert "Orla Fenwick" in passing[0]
    assert passing[2:] == ("Detention until the arrest, 37 days", "3")
    passed = shown(view, "passed")
    assert ["谭若岚" in row[0] for row in passed] == [True]
    assert passed[0][2:] == ("Designated location, 183 days", "7")
    assert ["Aygül" in row[0] for row in shown(view, "silent")] == [True, False, False]
    assert len(shown(view, "findings")) == 2
    view.clocks.day.setFocus()
    type_(desk, days_ago(30))
    key(desk, "Return")
    desk.settled()
    assert shown(view, "passing") == []
    assert view.clocks.told.text() == f"Counted as of {days_ago(30)}."
    type_(desk, "x")
    key(desk, "Return")
    assert "2020-12-31" in view.clocks.day.accessibleDescription()
    assert "2020-12-31" in desk.window.message_bar.text


def test_demand_6_a_person_is_opened_from_the_week_by_keyboard(desk: Driver) -> None:
    change(desk, fill)
    view = open_week(desk)
    view.clocks.sections.list.setFocus()
    key(desk, "Home")
    key(desk, "Tab")
    assert view.clocks.sections.table.hasFocus()
    key(desk, "Return")
    assert desk.frame.current == "cases"
    assert "Orla Fenwick" in page(desk).case.who.text()


def test_demand_6_both_claims_stand_side_by_side_with_their_sources(desk: Driver) -> None:
    change(desk, fill)
    view = open_consistency(desk)
    view.consistency.want(next(key for key, item in view.consistency._findings.items() if item.sides))
    left, right = view.consistency.sides
    assert "Detention centre" in left.toPlainText()
    assert "The relative by the river" in left.toPlainText()
    assert "they showed a paper" in left.toPlainText()
    assert "Whereabouts unknown" in right.toPlainText()
    assert "No source is cited." in right.toPlainText()
    assert left.accessibleName() == "First claim"
    desk.shot("week-consistency")
    desk.window.speak(Language.CHINESE)
    view = open_consistency(desk)
    view.consistency.want(next(key for key, item in view.consistency._findings.items() if item.sides))
    message = view.consistency.sections.rows.row(0).cells[0]
    assert message.startswith("Hu Lan")
    assert "看守所" in message
    desk.shot("week-consistency-zh")


def test_demand_6_a_finding_is_put_aside_with_a_reason_and_comes_back_by_keyboard(desk: Driver) -> None:
    change(desk, fill)
    view = open_consistency(desk).consistency
    view.want(next(key for key, item in view._findings.items() if item.sides))
    view.sections.go_to_table()
    while desk.focus() is not view.aside_button:
        key(desk, "Tab")
    key(desk, "Space")
    assert view.reason.hasFocus()
    key(desk, "Return")
    assert "Say why" in view.trouble.text()
    type_(desk, "two detentions, one after the other")
    assert view.trouble.isHidden()
    key(desk, "Return")
    desk.settled()
    assert desk.window.desk is not None
    (kept,) = checks.dismissals(desk.window.desk.reader).values()
    assert kept.reason == "two detentions, one after the other"
    keys = [section.key for section in view.sections._sections]
    assert Check.CONFLICTING_CLAIMS.value not in keys
    view.sections.list.setFocus()
    key(desk, "End")
    key(desk, "Return")
    assert view.sections.rows.row(0).cells[1:] == (kept.reason, kept.day)
    desk.shot("week-aside")
    while desk.focus() is not view.back_button:
        key(desk, "Tab")
    key(desk, "Space")
    desk.settled()
    assert checks.dismissals(desk.window.desk.reader) == {}


def test_demand_6_the_case_of_a_finding_is_opened(desk: Driver) -> None:
    change(desk, fill)
    view = open_consistency(desk).consistency
    view.want(next(key for key, item in view._findings.items() if item.sides))
    desk.click(view.open_button)
    assert desk.frame.current == "cases"
    assert "Hu Lan" in page(desk).case.who.text()


def test_a_new_finding_leads_from_the_week_to_its_sides(desk: Driver) -> None:
    change(desk, fill)
    view = open_week(desk)
    shown(view, "findings")
    view.clocks.sections.go_to_table()
    key(desk, "Return")
    desk.settled()
    assert view.tabs.currentWidget() is view.consistency
    assert view.consistency.sections.current in view.consistency._findings


def test_demand_6_the_limits_are_edited_and_count_at_once(desk: Driver) -> None:
    change(desk, fill)
    view = open_week(desk)
    to_tab(desk, view, 3)
    box = view.limits.days["detention_to_arrest"]
    box.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "30")
    desk.shot("week-limits")
    desk.click(view.limits.save_button)
    desk.settled()
    to_tab(desk, view, 0)
    assert shown(view, "passing") == []
    assert ["Orla Fenwick" in row[0] for row in shown(view, "passed")] == [True, False]
    to_tab(desk, view, 3)
    view.limits.law_button.setFocus()
    key(desk, "Space")
    assert view.limits.days["detention_to_arrest"].value() == 37


def test_a_screen_reader_hears_every_row(desk: Driver) -> None:
    change(desk, fill)
    view = open_week(desk)
    shown(view, "passed")
    table = QAccessible.queryAccessibleInterface(view.clocks.sections.table)
    assert table.text(QAccessible.Text.Name) == "Has passed a limit"
    said = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert {"Person", "Where they are", "Limit", "Days over", "7"} <= set(said)
    assert any("谭若岚" in text for text in said)


def test_every_check_has_its_words(desk: Driver) -> None:
    assert desk.window.isVisible()
    assert set(finding_words.TITLES) == set(finding_words.SENTENCES) == set(Check)
    for sentence in finding_words.SENTENCES.values():
        assert sentence.format(name="a", first="b", second="c", day="d", days=1, limit=2)
    assert {*finding_words.PARTS} == {*findings.REFUSALS.values(), *findings.TO_CORRECT, *findings.TO_TELL}


def test_another_country_is_chosen_and_made_the_usual_one(desk: Driver) -> None:
    view = open_week(desk)
    to_tab(desk, view, 3)
    limits = view.limits
    assert list(limits.days) == ["silence", "administrative", "detention_to_arrest", "rsdl"]
    limits.country.setCurrentIndex(limits.country.findData("HK"))
    limits.country.activated.emit(limits.country.currentIndex())
    assert list(limits.days) == ["silence", "police_detention"]
    desk.click(limits.usual_button)
    desk.settled()
    assert not limits.usual_button.isEnabled()
    assert "Hong Kong" in limits.usual_note.text()


def test_open_lists_follow_the_usual_country_at_once(desk: Driver) -> None:
    change(desk, lambda session: somebody(session, "Orla Fenwick", {"type": "arrested", "date": days_ago(5)}))
    desk.page("cases")
    listed = page(desk)
    assert listed.model.index(0, Column.STATUS).data() == "in custody, formally arrested"
    view = open_week(desk)
    to_tab(desk, view, 3)
    limits = view.limits
    limits.country.setCurrentIndex(limits.country.findData("HK"))
    limits.country.activated.emit(limits.country.currentIndex())
    desk.click(limits.usual_button)
    desk.settled()
    desk.page("cases")
    desk.settled()
    assert listed.model.index(0, Column.STATUS).data() == "in custody, arrested"
