"""The window answers throughout: no step of a tour through its pages holds its thread for over 100 ms."""

import re
import threading
import time

import pytest
from PySide6.QtCore import QTimer

from hrddesk.actions.records import cases, events, parties
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from tests.ui.casework import change, key
from tests.ui.driver import Driver
from tests.ui.watchdog import MOST, InterpreterWatch, Watchdog, forget_other_tests, over


def _desk(session: Session) -> Outcome[None]:
    made = Changes()
    for number in range(60):
        case, made = cases.create(session, {"title": f"Case {number}", "narrative": "The mill. " * 100})
        who = parties.create(
            session, {}, {"names": [{"name": f"Tashi {number}"}, {"name": "胡岚"}]}, case, "subject"
        ).result
        for kind, day in (("detained", "2020-02"), ("arrested", "2020-03-04")):
            events.add(
                session, case, {"type": kind, "date": day}, {"parties": [{"party": who, "role": "victim"}]}
            )
    return Outcome(None, made)


@pytest.mark.timeout(300)
def test_demand_12_the_window_never_holds_its_thread_for_over_100_ms(desk: Driver) -> None:
    change(desk, _desk)
    names = [page.name for page in desk.frame.pages]
    for name in names:  # each page is made once, when it is seen first
        desk.page(name)
        desk.settled()
    forget_other_tests()
    watchdog = Watchdog()
    for name in names:
        watchdog.begin(name)
        desk.page(name)
        desk.settled()
        desk.until(watchdog.has_turned)
    watchdog.begin("back to the cases")
    desk.page("cases")
    desk.settled()
    desk.until(watchdog.has_turned)
    for number in range(8):
        watchdog.begin(f"choosing case {number}")  # each in a turn of its own, as a hand does
        key(desk, "Down")
        desk.settled()
        desk.until(watchdog.has_turned)
    longest = watchdog.stop()
    assert set(names) <= longest.keys()
    held = over(longest)
    assert not held, f"milliseconds of CPU in one turn: {held}"


def test_the_watchdog_sees_a_thread_that_is_held(desk: Driver) -> None:
    watchdog = Watchdog()
    watchdog.begin("busy")

    def hold() -> None:
        until = time.thread_time() + 2 * MOST
        while time.thread_time() < until:
            pass
        done.append(True)

    done: list[bool] = []
    QTimer.singleShot(0, hold)
    desk.until(lambda: len(done) == 1)
    desk.settled()
    desk.until(lambda: watchdog.stop().get("busy", 0.0) > MOST)


@pytest.mark.parametrize("keeps", [True, False])
def test_what_keeps_the_interpreter_in_another_thread_is_seen(desk: Driver, keeps: bool) -> None:
    def work() -> None:
        until = time.thread_time() + 3 * MOST
        while time.thread_time() < until:
            if keeps:
                re.match(r"(a+)+$", "a" * 24 + "b")
            else:
                sum(range(1000))

    watch = InterpreterWatch()
    thread = threading.Thread(target=work)
    thread.start()
    desk.until(lambda: not thread.is_alive())
    desk.settled()
    assert (watch.longest > MOST) is keeps
