"""Signals that ask a command to end: they are raised once, put off while something must not be half done."""

import signal
import threading
from collections.abc import Callable

import pytest

from hrddesk import interruption
from hrddesk.interruption import Interrupted, heeded, held


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
