"""The vault locks when the person leaves: real messages of logind and screen savers, on a bus of our own."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import pytest
import shiboken6
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from hrddesk_ui.locking.desktop_signals import SAVERS, AwayWatch, asleep, session_bus
from tests.ui.logind import OURS, ROOT, THEIRS, Bus, Logind, signal

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus")
_names = map("hrddesk-test-{}".format, count())


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    with Bus() as made:
        yield made


@contextmanager
def connection(bus: Bus) -> Iterator[QDBusConnection]:
    name = next(_names)
    made = QDBusConnection.connectToBus(bus.address, name)
    assert made.isConnected()
    try:
        yield made
    finally:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def logind(bus: Bus, qapp: object) -> Iterator[Logind]:
    made = Logind(bus, next(_names))
    yield made
    made.close()


class Watch:
    """A watch that has begun, and what it told."""

    def __init__(self, bot: QtBot, watch: AwayWatch) -> None:
        self.bot, self.watch, self.told = bot, watch, 0
        watch.left.connect(self._count)
        watch.start()

    def _count(self) -> None:
        self.told += 1

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=10_000)


@pytest.fixture
def watch(bus: Bus, logind: Logind, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """A watch that knows its session and holds an inhibitor."""
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    with connection(bus) as system:
        made = Watch(qtbot, AwayWatch(system=lambda: system, desktop=lambda: None))
        made.until(lambda: made.watch.delays_sleep and len(made.watch._seen) == 2)
        yield made


def _nothing_but(watch: Watch, logind: Logind, tells: int) -> None:
    """Wait until everything said so far was heard: messages of one sender arrive in their order."""
    logind.prepare("Sleep", True)
    watch.until(lambda: watch.told > tells)
    assert watch.told == tells + 1


@pytest.mark.parametrize("what", ["Sleep", "Shutdown"])
def test_before_the_computer_sleeps_or_ends(watch: Watch, logind: Logind, what: str) -> None:
    logind.prepare(what, False)
    logind.prepare(what, True)
    watch.until(lambda: watch.told > 0)
    assert watch.told == 1


def test_the_computer_waits_until_the_process_is_gone(watch: Watch, logind: Logind) -> None:
    assert logind.asked == [["sleep:shutdown", "HRDDesk", "It locks first", "delay"]]
    assert logind.holds_sleep()
    watch.watch._inhibitor = None
    shiboken6.delete(watch.watch)  # and the answer that brought it
    watch.until(lambda: not logind.holds_sleep())


def test_when_our_session_is_locked_and_not_another(watch: Watch, logind: Logind) -> None:
    logind.say(THEIRS, "org.freedesktop.login1.Session", "Lock")
    _nothing_but(watch, logind, 0)
    logind.say(OURS, "org.freedesktop.login1.Session", "Lock")
    watch.until(lambda: watch.told == 2)


def test_when_the_desktop_says_that_the_session_is_locked(watch: Watch, logind: Logind) -> None:
    logind.change(THEIRS, "LockedHint", True)
    logind.change(OURS, "IdleHint", True)
    _nothing_but(watch, logind, 0)
    logind.change(OURS, "LockedHint", True)
    watch.until(lambda: watch.told == 2)
    logind.change(OURS, "IdleHint", False)  # it counts as locked all the time by now
    logind.change(OURS, "LockedHint", False)
    watch.until(lambda: watch.watch._seen[OURS, "LockedHint"] is False)
    logind.change(OURS, "LockedHint", True)
    watch.until(lambda: watch.told == 3)


def test_when_somebody_else_takes_the_screen(watch: Watch, logind: Logind) -> None:
    logind.change(OURS, "Active", False)
    watch.until(lambda: watch.told == 1)
    logind.change(OURS, "Active", True)
    watch.until(lambda: watch.watch._seen[OURS, "Active"] is True)
    assert watch.told == 1


def test_a_logind_that_does_not_know_our_session_is_believed_of_any(
    bus: Bus, logind: Logind, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logind.knows_sessions = False
    monkeypatch.setenv("XDG_SESSION_ID", "77")
    with connection(bus) as system:
        watch = Watch(qtbot, AwayWatch(system=lambda: system, desktop=lambda: None))
        watch.until(lambda: watch.watch.delays_sleep)
        logind.say(THEIRS, "org.freedesktop.login1.Session", "Lock")
        watch.until(lambda: watch.told == 1)


def test_the_session_is_known_by_its_variable_too(
    bus: Bus, logind: Logind, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    with connection(bus) as system:
        watch = Watch(qtbot, AwayWatch(system=lambda: system, desktop=lambda: None))
        watch.until(lambda: len(watch.watch._seen) == 4)
        logind.say(THEIRS, "org.freedesktop.login1.Session", "Lock")
        watch.until(lambda: watch.told == 1)


@pytest.mark.parametrize("nonsense", [[], ["what"], [7], [[]]])
def test_answers_that_make_no_sense_are_passed_over(
    bus: Bus, logind: Logind, qtbot: QtBot, nonsense: list[object]
) -> None:
    logind.nonsense = nonsense
    with connection(bus) as system:
        watch = Watch(qtbot, AwayWatch(system=lambda: system, desktop=lambda: None))
        watch.until(lambda: logind.answered >= 2)
        for member in ("PrepareForSleep", "PrepareForShutdown"):
            logind.say(ROOT, "org.freedesktop.login1.Manager", member, *nonsense)
        logind.say(OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", *nonsense)
        _nothing_but(watch, logind, 0)
        assert not watch.watch.delays_sleep


def test_a_bus_that_ends_takes_nothing_along(qtbot: QtBot, qapp: object) -> None:
    with Bus() as passing, connection(passing) as system:
        watch = Watch(qtbot, AwayWatch(system=lambda: system, desktop=lambda: system))
        passing.end()
        watch.until(lambda: not system.isConnected())
        assert watch.told == 0


@pytest.mark.parametrize("name", SAVERS)
def test_when_a_screen_saver_covers_the_screen(bus: Bus, qtbot: QtBot, qapp: object, name: str) -> None:
    with connection(bus) as desktop, connection(bus) as saver:
        assert saver.registerService(name)
        watch = Watch(qtbot, AwayWatch(system=lambda: desktop, desktop=lambda: desktop))
        for covered in (False, True):
            assert saver.send(signal("/a/path", name, "ActiveChanged", covered))
        watch.until(lambda: watch.told > 0)
        assert watch.told == 1


def test_without_any_bus_nothing_is_said(qtbot: QtBot, qapp: object) -> None:
    lost = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", next(_names))
    watch = Watch(qtbot, AwayWatch(system=lambda: lost, desktop=lambda: None))
    assert not watch.watch.delays_sleep
    watch.watch.start()  # again, by another vault: nothing happens twice
    assert watch.told == 0


def test_a_sleep_that_nobody_told_of_is_seen_by_the_clocks(qtbot: QtBot, qapp: object) -> None:
    lost = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", next(_names))
    slept = 40.0
    watch = Watch(qtbot, AwayWatch(system=lambda: lost, desktop=lambda: None, slept=lambda: slept))
    watch.watch._clocks.setInterval(5)
    qtbot.waitSignal(watch.watch._clocks.timeout, timeout=5000).wait()
    slept += 0.5  # clocks are read one after the other
    qtbot.waitSignal(watch.watch._clocks.timeout, timeout=5000).wait()
    assert watch.told == 0
    slept += 600
    watch.until(lambda: watch.told == 1)
    qtbot.waitSignal(watch.watch._clocks.timeout, timeout=5000).wait()
    assert watch.told == 1


def test_the_clocks_of_this_computer_tell_how_long_it_slept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asleep() >= 0
    monkeypatch.setattr("hrddesk_ui.locking.desktop_signals.sys.platform", "darwin")
    assert asleep() == 0


def test_no_bus_of_the_desktop_is_started_where_none_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_bus() is None
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert session_bus() is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    found = session_bus()
    assert found is not None
    assert not found.isConnected()


def test_the_inhibitor_does_not_reach_a_program_that_takes_the_place_of_this_one(watch: Watch) -> None:
    inhibitor = watch.watch._inhibitor
    assert inhibitor is not None
    assert not os.get_inheritable(inhibitor.fileDescriptor())
