"""Messages leave when they have had their time, and nothing moves when they come or go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.actions.records import cases
from hrddesk.errors import DiskFull
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from tests.ui.bus_of_readers import announced
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.window import buttons_called
from tests.ui.texts import publishing
from tests.ui.texts import window as texts

pytestmark = pytest.mark.timeout(120)


def _desk(driver: Driver) -> Desk:
    assert driver.window.desk is not None
    return driver.window.desk


def _save_case(driver: Driver, title: str = "An invented case") -> None:
    saved: list[object] = []
    _desk(driver).change(
        driver.window, lambda session, job: cases.create(session, {"title": title}), saved.append
    )
    driver.until(lambda: bool(saved))


def _fail(driver: Driver, fails: list[bool]) -> None:
    """Do the same piece of work each time; `fails` says how it ends this time."""

    def work(session: Session, job: Job) -> None:
        if fails[0]:
            raise DiskFull

    _desk(driver).ask(driver.window, work, lambda _: None)
    driver.settled()
    QApplication.processEvents()


def test_news_leave_at_the_next_action(desk: Driver) -> None:
    _desk(desk).say("The thing was done.")
    assert desk.window.message_bar.text == "The thing was done."
    desk.key("Down")  # looking around is no action
    assert desk.window.message_bar.text != ""
    _save_case(desk)
    assert desk.window.message_bar.text == ""


def test_news_leave_when_they_were_read(desk: Driver) -> None:
    bar = desk.window.message_bar
    _desk(desk).say("The thing was done.")
    assert bar.reading_time.remainingTime() > 7000
    _desk(desk).say("The thing was done. " * 30)
    assert bar.reading_time.remainingTime() > 40_000  # a long text takes a slow reader longer
    bar.reading_time.setInterval(100)
    desk.until(lambda: not bar.isVisible())
    assert bar.text == ""
    _desk(desk).say("Something went wrong.", tone="warn")
    assert not bar.reading_time.isActive()
    assert bar.isVisible()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_news_wait_for_the_mouse_and_the_keyboard(desk: Driver, way: str) -> None:
    bar = desk.window.message_bar
    _desk(desk).say("The thing was done.")
    if way == "mouse":
        QTest.mouseMove(desk.window.windowHandle(), bar._message._what.mapTo(desk.window, QPoint(5, 5)))
        desk.until(bar.underMouse)
    else:
        bar._message.dismiss.setFocus()
    bar.reading_time.setInterval(50)
    desk.bot.wait(300)
    assert bar.isVisible()
    if way == "mouse":
        QTest.mouseMove(desk.window.windowHandle(), QPoint(5, 5))
    else:
        desk.frame.rail.buttons["cases"].setFocus()
    desk.until(lambda: not bar.isVisible())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_a_message_does_not_cover_the_current_row(desk: Driver, size: tuple[int, int]) -> None:
    for number in range(40):
        _save_case(desk, f"Case {number}")
    desk.window.resize(*size)
    cases, bar = CasesPage(desk), desk.window.message_bar
    cases.enter_list()
    _desk(desk).say("Something went wrong.", "All is safe.", "Try it again.", tone="warn")
    desk.key("Ctrl+Home")
    at_foot = bar.y()
    above = 0
    table, around = cases.view.table, bar.parentWidget()
    assert around is not None

    def current_row() -> QRect:
        row = table.visualRect(table.currentIndex())
        start = table.viewport().mapTo(around, QPoint(0, row.y()))
        return QRect(start, QSize(table.viewport().width(), row.height()))

    for _ in range(39):
        desk.key("Down")
        desk.settled()
        desk.until(lambda: not bar.geometry().intersects(current_row()))
        above += bar.y() < at_foot
    assert above
    desk.shot(f"message-above-{size[0]}")
    desk.key("Ctrl+Home")
    desk.until(lambda: bar.y() == at_foot)


def test_messages_are_spoken(desk: Driver) -> None:
    with announced() as spoken:
        _desk(desk).say("The thing was done.")
        _desk(desk).say("Something went wrong.", "All is safe.", tone="bad")
        desk.window.message_bar.offer(Message("A case was deleted."), "Undo", lambda: None)
    assert spoken == ["The thing was done.", "!Something went wrong. All is safe.", "A case was deleted."]


def test_news_leave_with_the_page(desk: Driver) -> None:
    _desk(desk).say("The thing was done.")
    desk.page("people")
    assert desk.window.message_bar.text == ""
    handoff = HandoffPage.open(desk)
    _desk(desk).say("Another thing was done.")
    handoff.view.tabs.setCurrentIndex(2)
    assert desk.window.message_bar.text == ""


def test_what_follows_from_an_answer_does_not_take_its_news_away(desk: Driver) -> None:
    def then(_: None) -> None:
        _desk(desk).say("The thing was done.")
        _desk(desk).ask(desk.window, lambda session, job: None, lambda _: None, label="Looking again")

    _desk(desk).ask(desk.window, lambda session, job: None, then, label="Doing it")
    desk.until(lambda: desk.window.message_bar.text != "")
    desk.settled()
    assert desk.window.message_bar.text == "The thing was done."


def test_a_complaint_stays_until_the_same_work_succeeds(desk: Driver) -> None:
    fails = [True]
    _fail(desk, fails)
    desk.until(lambda: desk.window.message_bar.tone == "bad")
    desk.page("people")
    _save_case(desk)
    assert texts.DISK_FULL in desk.window.message_bar.text
    _desk(desk).say("Something else was done.")  # covers it for a while
    assert desk.window.message_bar.text == "Something else was done."
    desk.page("cases")
    assert texts.DISK_FULL in desk.window.message_bar.text
    fails[0] = False
    _fail(desk, fails)
    desk.until(lambda: desk.window.message_bar.text == "")


@pytest.mark.parametrize("tone", ["warn", "bad"])
def test_a_complaint_that_was_answered_does_not_come_back(desk: Driver, tone: str) -> None:
    about = ("contact", 7)
    _desk(desk).say("The card of another contact was read.", tone="warn", about=("contact", 8))
    _desk(desk).say("The contact is not verified.", tone=tone, about=about)
    _desk(desk).say("The contact is verified.", about=about)
    assert desk.window.message_bar.text == "The contact is verified."
    desk.page("people")
    assert desk.window.message_bar.text == "The card of another contact was read."


def test_complaints_are_closed_one_by_one(desk: Driver) -> None:
    for words in ("The first.", "The second.", "The second."):
        _desk(desk).say(words, tone="warn")
    desk.key("Ctrl+M")
    assert desk.window.message_bar.text == "The first."
    desk.key("Ctrl+M")
    assert desk.window.message_bar.text == ""


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_nothing_moves_when_a_message_or_work_appears(desk: Driver, size: tuple[int, int]) -> None:
    for number in range(40):
        _save_case(desk, f"Case {number}")
    desk.window.resize(*size)
    cases = CasesPage(desk)
    table = cases.view.table
    cases.enter_list()
    desk.key("Ctrl+Home")
    for _ in range(12):
        desk.key("Down")

    def places() -> list[tuple[QPoint, QRect]]:
        QApplication.sendPostedEvents()
        visible = [widget for widget in desk.frame.findChildren(QWidget) if widget.isVisible()]
        return [(widget.mapTo(desk.window, QPoint()), widget.geometry()) for widget in visible]

    before, top = places(), table.rowAt(0)
    _desk(desk).say("What happened.", "What is safe of all this.", "What to do about it now.", tone="bad")
    assert desk.window.message_bar.text
    table.select(cases.listed[12])
    assert (places(), table.rowAt(0)) == (before, top)
    held = [True]

    def work(session: Session, job: Job) -> None:
        while held[0]:
            job.step(1, 2)
            QThread.msleep(2)

    _desk(desk).ask(desk.window, work, lambda _: None, label="Counting the invented cases")
    desk.until(lambda: desk.window.message_bar._work.isVisible())
    assert desk.window.message_bar.height() > heights.control(desk.window.font())
    assert places() == before
    desk.window.grab().save(str(desk.shots / f"message-work-{size[0]}.png"))
    held[0] = False
    desk.settled()
    desk.until(lambda: not desk.window.message_bar._work.isVisible())
    assert places() == before
    desk.shot(f"message-stands-{size[0]}")


def test_tick_at_least_one_case_goes_once_one_is_ticked(desk: Driver) -> None:
    _save_case(desk)
    page = PublicationPage(desk)
    desk.page("publish")
    desk.settled()
    page.press_preview()
    assert page.problem == publishing.CHOOSE_CASES
    desk.page("people")
    desk.page("publish")
    assert page.problem  # it is as true as before
    page.view.cases.table.setFocus()
    desk.key("Space")
    assert page.problem == ""
    desk.key("Space")
    assert page.problem == ""  # nobody asked for anything since


@pytest.mark.parametrize("begin", ["offer", "ask"])
def test_an_offer_leaves_and_a_question_stays(desk: Driver, begin: str) -> None:
    timeline = CasesPage(desk).timeline.view
    bar: ConfirmBar = timeline.confirm
    _save_case(desk)
    desk.settled()
    done: list[int] = []
    start: Callable[..., None] = getattr(bar, begin)
    start("It was removed.", "Undo", "Dismiss", lambda: done.append(1), timeline.list)
    _desk(desk).moved_on.emit()
    assert bool(bar.question) == (begin == "ask")
    assert done == []


@pytest.mark.parametrize("way", ["click", "key", "end"])
def test_after_a_cancel_the_keyboard_is_on_the_page(desk: Driver, way: str) -> None:
    desk.page("publish")
    button, go_on = PublicationPage(desk).view.preview_button, [False]
    button.setFocus()

    def work(session: Session, job: Job) -> None:
        while not go_on[0]:
            QThread.msleep(10)
            job.step(0, 1)

    task = _desk(desk).ask(desk.window, work, lambda _: None, label="Counting")
    bar = desk.window.message_bar
    desk.until(lambda: bar._work.isVisible())
    (cancel,) = buttons_called(bar, texts.CANCEL.format("Counting"))
    if way == "click":
        desk.click(cancel)
    else:
        cancel.setFocus(Qt.FocusReason.TabFocusReason)
        if way == "key":
            desk.key("Space")
    go_on[0] = True
    desk.until(lambda: task.done)
    desk.settled()
    assert desk.focus() is button, f"{desk.focus().accessibleName()} has the keyboard"
