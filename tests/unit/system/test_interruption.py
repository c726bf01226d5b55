"""Signals that ask a command to end: they are raised once, put off while something must not be half done."""

import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable

import pytest

from hrddesk.system import interruption
from hrddesk.system.interruption import Interrupted, found_lost, heeded, held


def _in_a_thread(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.parametrize("number", interruption.signals())
def test_each_signal_is_raised_and_says_which(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(Interrupted) as caught, heeded():
        signal.raise_signal(number)
    assert caught.value.exit_code == 128 + number
    assert signal.getsignal(number) == before


def test_one_that_comes_while_a_class_is_made_is_still_an_interruption() -> None:
    class Named:
        def __set_name__(self, owner: type, name: str) -> None:
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(Interrupted) as caught, heeded():
        type("Made", (), {"field": Named()})
    assert caught.value.exit_code == 128 + signal.SIGTERM


def test_a_runtime_error_stays_what_it_is() -> None:
    with pytest.raises(RuntimeError, match="something else"), heeded():
        raise RuntimeError("something else")


def test_it_is_a_keyboard_interrupt_for_whoever_knows_only_that() -> None:
    with pytest.raises(KeyboardInterrupt), heeded():
        signal.raise_signal(signal.SIGTERM)


def test_a_second_one_does_not_break_into_the_cleaning_up(monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []

    def work() -> None:
        try:
            signal.raise_signal(signal.SIGHUP)
        finally:
            signal.raise_signal(signal.SIGHUP)
            signal.raise_signal(signal.SIGINT)
            cleaned.append("all of it")

    with pytest.raises(Interrupted) as caught, heeded():
        work()
    assert cleaned == ["all of it"]
    assert caught.value.exit_code == 128 + signal.SIGHUP
    monkeypatch.setattr(interruption, "_ONE_WISH", 0.0)
    with heeded():
        with pytest.raises(Interrupted):
            signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Interrupted):  # later, it is a wish of its own: the first may have been lost
            signal.raise_signal(signal.SIGTERM)


def test_it_waits_for_what_must_not_be_half_done() -> None:
    done: list[str] = []

    def work() -> None:
        with held():
            with held():
                signal.raise_signal(signal.SIGTERM)
                done.append("inner")
            done.append("outer")
        done.append("too far")

    with pytest.raises(Interrupted), heeded():
        work()
    assert done == ["inner", "outer"]


def test_nothing_waits_where_nobody_asked() -> None:
    with heeded(), held():
        pass
    with held():
        pass


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with heeded():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_threads_neither_hear_nor_hold() -> None:
    heard: list[object] = []

    def elsewhere() -> None:
        with heeded(), held():
            heard.append(signal.getsignal(signal.SIGTERM))

    before = signal.getsignal(signal.SIGTERM)
    _in_a_thread(elsewhere)
    assert heard == [before]
    with heeded():
        with held():
            _in_a_thread(elsewhere)
        with pytest.raises(Interrupted):
            signal.raise_signal(signal.SIGTERM)


class _Thing:
    pass


def _heard_in_a_callback() -> None:
    """Hear a signal where Python can raise nothing: import does so after every module."""
    thing = _Thing()
    watched = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))
    del thing
    assert watched() is None


def _work_after(first: Callable[[], object], seconds: float) -> None:
    first()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def test_one_that_could_not_be_raised_is_raised_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: told.append(found_lost(found.exc_value)))
    with pytest.raises(Interrupted) as caught, heeded():
        _work_after(_heard_in_a_callback, 10)
    assert told == [True]
    assert caught.value.exit_code == 128 + signal.SIGTERM


def test_one_that_was_lost_at_the_end_does_not_end_the_next_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", lambda found: found_lost(found.exc_value))
    asked: list[threading.Event] = []
    monkeypatch.setattr(time, "sleep", lambda _: asked[0].wait(10))
    asked.append(threading.Event())
    with heeded():
        _heard_in_a_callback()
    with heeded():
        _work_after(asked[0].set, 0.2)
    assert found_lost(Interrupted(signal.SIGTERM))  # nothing is at work: nothing is raised again


def test_only_a_wish_is_taken_for_one() -> None:
    assert found_lost(OSError("Signal 15 ignored due to race condition"))
    with heeded():
        assert not found_lost(OSError("Signal 15 ignored due to race condition"))
    for error in (None, OSError("no room"), ValueError()):
        assert not found_lost(error)
