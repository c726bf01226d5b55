"""The page of figures: ask by keys and mouse, see the answer drawn and as a table, keep, compare, export."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from hrddesk.actions.analysis import figures
from hrddesk.actions.records import cases, events, parties
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.figures.figure_answer_view import FigureAnswerView
from hrddesk_ui.figures.figure_chart import top_of
from hrddesk_ui.theme.theme import Appearance, Scheme
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.figures import FiguresPage
from tests.ui.texts import publishing, records, statistics
from tests.unit.analysis.asked import ask, facts

KINDS = ("detained", "detained", "detained", "arrested", "arrested", "summoned", "released")
DAYS = ("2020-01-05", "2020-02", "2020-02/2020-03", "2020-05", "", "2020-07-01", "2020?")


def filled(session: Session) -> Outcome[None]:
    """Put a case with people and events into the vault."""
    case, changes = cases.create(session, {"title": "Willow Lane"})
    for number, (kind, day) in enumerate(zip(KINDS, DAYS, strict=True)):
        fields = {"ethnicity": ("tibetan", "uyghur", "han")[number % 3]} if number < 5 else {}
        who = parties.create(
            session, fields, {"names": [{"name": f"Invented {number}"}]}, case, "subject"
        ).result
        events.add(
            session,
            case,
            {"type": kind, "date": day, "measure": "rsdl" if number == 1 else "criminal"},
            {"parties": [{"party": who, "role": "victim"}]},
        )
    return Outcome(None, changes)


def opened(desk: Driver) -> FiguresPage:
    change(desk, filled)
    return FiguresPage(desk).open()


def test_demand_7_a_figure_is_asked_drawn_kept_and_asked_again(desk: Driver, tmp_path: Path) -> None:
    page = opened(desk)
    desk.shot("figures-page-empty")
    page.choose_unit("persons")
    page.view.question.conditions.add_button.setFocus()
    key(desk, "Space")
    assert page.condition.role.hasFocus()
    page.choose_field("measure")
    page.focus_value()
    type_(desk, "刑事拘留")
    key(desk, "Escape")
    page.split_by("type")
    page.count()
    assert page.number == statistics.N_PERSONS.format(6)
    assert [row[:2] for row in page.rows] == [
        (records.ARRESTED, "2"),
        (records.DETAINED, "2"),
        (records.RELEASED_EVENT, "1"),
        (records.SUMMONED, "1"),
    ]
    assert statistics.CRIMINAL_DETENTION in page.definition
    assert len(page.view.answer.chart.bars) == 4
    desk.shot("figures-page-bars")
    page.view.name.setFocus()
    type_(desk, "Held, by event")
    key(desk, "Return")
    desk.until(lambda: page.view.saved.currentText() == "Held, by event")
    page.copy()
    copied = QApplication.clipboard().text()
    assert f"{records.DETAINED}\t2" in copied
    assert statistics.DEFINITION in copied
    desk.click(page.view.export_button)
    (dialog,) = desk.window.findChildren(QFileDialog)
    target = tmp_path / "table.csv"
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(target))
    desk.bot.keyClick(line, Qt.Key.Key_Return)
    desk.until(target.exists)
    desk.settled()
    assert f"{records.DETAINED},2,0,33.3 %" in target.read_text("utf-8")
    page.choose_saved("")
    page.choose_saved("Held, by event")
    page.view.saved.activated.emit(page.view.saved.currentIndex())
    desk.settled()
    assert page.question.text == figures.find(_reader(desk), "Held, by event")[1].text
    page.remove()
    desk.until(lambda: page.view.saved.count() == 1)
    assert figures.saved(_reader(desk)) == []


def test_a_trend_a_cross_table_and_a_part_in_chinese_and_in_the_dark(desk: Driver) -> None:
    page = opened(desk)
    page.choose_unit("events")
    page.split_by("month")
    page.count()
    assert page.view.answer.chart.as_line
    assert [bar.label for bar in page.view.answer.chart.bars] == [
        f"2020-0{month}" for month in range(1, 8)
    ] + [*(f"2020-{month}" for month in ("08", "09", "10", "11", "12"))]
    assert page.view.answer.legend.isVisible()
    desk.shot("figures-page-trend")
    desk.window.speak(WindowLanguage.CHINESE)
    desk.window.paint(Appearance(scheme=Scheme.DARK))
    page = FiguresPage(desk).open()
    page.choose_unit("persons")
    page.split_by("ethnicity")
    page.also_split_by("type")
    page.count()
    assert page.rows[-1][0] == "合计"
    assert page.rows[-1][-1] == "7"
    desk.shot("figures-page-crossed-zh-dark")
    page.also_split_by("")
    page.split_by("")
    page.add_condition()
    page.choose_role("part")
    page.choose_field("ethnicity")
    page.focus_value()
    type_(desk, "藏族")
    key(desk, "Escape")
    page.choose_whole("known")
    page.count()
    assert page.number == "2人（40.0 %）"
    desk.shot("figures-page-part-zh-dark")


def test_a_figure_that_is_out_of_date_is_marked_and_nobody_takes_it_along(desk: Driver) -> None:
    page = opened(desk)
    page.split_by("year")
    page.count()
    assert page.can_export()
    assert not page.is_stale()
    page.split_by("type")
    assert page.is_stale()
    assert not page.can_export()
    assert not page.view.copy_button.isEnabled()
    desk.shot("figures-page-stale")
    page.split_by("year")  # asked as it was counted
    assert page.can_export()
    change(desk, lambda session: cases.create(session, {"title": "One more"}))
    assert page.is_stale()
    assert not page.can_export()
    page.count()
    assert page.can_export()
    assert not page.is_stale()


def test_what_cannot_be_asked_is_said_where_it_is_put_right(desk: Driver) -> None:
    page = opened(desk)
    page.add_condition()
    page.choose_field("months")
    page.focus_value()
    type_(desk, "many")
    page.press_count()
    assert statistics.RANGE_WANTED in page.problem
    page.focus_value()
    type_(desk, "x")
    assert not page.problem
    page.save()
    assert page.view.trouble.isVisible()
    page.view.question.conditions.set_entries([])
    page.save()
    assert page.view.name.hasFocus()
    page.split_by("age")
    assert page.view.question.bands.isVisible()
    page.view.question.bands.setFocus()
    type_(desk, "0, x")
    page.press_count()
    assert page.view.trouble.isVisible()
    page.view.question.as_of.setFocus()
    type_(desk, "2020")
    key(desk, "Tab")
    page.press_count()
    assert page.view.answer.shown is None


def test_groups_of_conditions_come_back_as_they_were(desk: Driver) -> None:
    page = opened(desk)
    question = asked(
        unit="persons",
        where=["place=Willow Lane", "months=120..=300"],
        any_of=[["type=detained", "date=2020"], ["measure=rsdl"]],
        without=[["type=released", "date=2020-05"]],
        by=["age", "field:hukou"],
        bands={"age": [0, 18]},
        as_of="2020-12-31",
        known_on="2021-01-01",
        at_least=True,
        suppress=5,
    )
    page.show_question(question)
    assert page.question == question
    part = asked(part=["status=in_custody", "field:hukou=yes"], of="known")
    page.show_question(part)
    assert page.question == part


def test_published_figures_stand_beside_ours(desk: Driver) -> None:
    def published(session: Session) -> Outcome[None]:
        figures.save(session, "all", asked())
        figures.save(session, "wrong", asked())
        with session.store.change("test.figures") as transaction:
            for name, value in (("all", "1"), ("wrong", "7"), ("theirs", "5")):
                transaction.put(
                    Record(kind=Kind.FIGURE, id=new_id()).with_fields(name=name, value=value, unit="cases")
                )
        return Outcome(None, transaction.changes)

    page = opened(desk)
    change(desk, published)
    page.open()
    page.page.tabs.tabBar().setFocus()
    key(desk, "Right")
    desk.settled()
    sections = page.page.compare.sections
    desk.until(lambda: sections.list.count() == 4)
    assert [sections.list.item(at).text()[-3:] for at in range(4)] == ["(1)", "(1)", "(0)", "(1)"]
    assert sections.rows.row(0).cells == (
        "wrong",
        publishing.N_CASES_COUNT.format(7),
        "",
        publishing.CASE_COUNT.format(1),
    )
    desk.shot("figures-page-published")
    sections.go_to_table()
    key(desk, "Return")
    desk.until(lambda: page.view.answer.shown is not None)
    assert page.view.name.text() == "wrong"


def test_a_scale_ends_on_a_round_number() -> None:
    assert [top_of(most) for most in (0, 1, 3, 4, 5, 9, 41, 99, 897, 1021)] == [
        *(1, 1, 3, 4, 6, 10, 60, 100, 1000, 1500)
    ]


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def test_a_published_figure_is_typed_compared_changed_and_deleted(desk: Driver) -> None:
    change(desk, filled)
    reader = desk.frame.desk.reader
    page = FiguresPage(desk).open()
    page.show_published()
    view = page.page.published
    desk.click(view.new_button)
    key(desk, "Ctrl+S")
    assert statistics.NAME_WANTED in view.form.problem_text
    type_(desk, "Cases")
    key(desk, "Tab")
    type_(desk, "1")
    key(desk, "Tab")
    type_(desk, "cases")
    desk.shot("published-new")
    desk.window.speak(WindowLanguage.CHINESE)
    desk.click(desk.frame.top.unsaved)
    assert "Cases" in desk.frame.unsaved.forms.item(0).text()
    key(desk, "Return")
    view = page.page.published
    desk.until(view.form.isVisible)
    assert view.form.dirty
    desk.shot("published-new-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: len(reader.ids(Kind.FIGURE)) == 1)
    desk.settled()
    (figure,) = reader.ids(Kind.FIGURE)
    assert [reader.get(figure).text(name) for name in ("name", "value", "unit", "kind")] == [
        "Cases", "1", "cases", "external"
    ]  # fmt: skip
    question = asked(unit="cases")
    change(desk, lambda session: figures.save(session, "Cases", question))
    page.show_comparison()
    desk.settled()
    assert page.page.compare.sections.go_to(figure)
    page.show_published()
    view.list.setFocus()
    key(desk, "Home")
    desk.until(lambda: view.shown == figure)
    desk.click(view.remove_button)
    desk.until(lambda: not reader.ids(Kind.FIGURE))


def test_a_spreadsheet_runs_nothing_of_what_is_copied(desk: Driver) -> None:
    answer = FigureAnswerView(desk.window)
    answer.show_table(ask(facts(), unit="persons"), "=1+1")
    assert "\t'=1+1" in answer.text()
