"""One thread for the vault, answers in the window's."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hrddesk.errors import DiskFull, HrdDeskError
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.stop(None, 5)


def test_work_runs_elsewhere_and_its_answer_arrives_here(qtbot: QtBot, runner: Runner) -> None:
    here, owner = threading.get_ident(), QObject()
    threads: list[int] = []

    def then(there: int) -> None:
        threads.extend([there, threading.get_ident()])

    with qtbot.waitSignal(runner.finished):
        runner.run(owner, lambda job: threading.get_ident(), then)
    assert threads[0] != here
    assert threads[1] == here
    assert not runner.busy


def test_work_is_done_in_the_order_in_which_it_was_asked_for(qtbot: QtBot, runner: Runner) -> None:
    owner, order = QObject(), list[int]()

    def work(number: int) -> None:
        runner.run(owner, lambda job: number, order.append)

    for number in range(20):
        work(number)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_an_error_that_the_page_takes_is_not_told_twice(qtbot: QtBot, runner: Runner) -> None:
    owner, taken, told = QObject(), list[HrdDeskError](), list[HrdDeskError]()
    runner.failed.connect(told.append)

    def work(job: Job) -> None:
        raise DiskFull

    with qtbot.waitSignal(runner.finished):
        runner.run(owner, work, lambda _: None, failed=taken.append)
    assert [type(error) for error in taken] == [DiskFull]
    with qtbot.waitSignal(runner.failed):
        runner.run(owner, work, lambda _: None)
    assert [type(error) for error in told] == [DiskFull]


def test_a_bug_is_told_even_when_its_page_is_gone(qtbot: QtBot, runner: Runner) -> None:
    owner = QObject()
    go_on = threading.Event()

    def work(job: Job) -> None:
        go_on.wait(10)
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.crashed) as crash:
        runner.run(owner, work, lambda _: None)
        owner.deleteLater()
        del owner
        go_on.set()
    assert isinstance(crash.args[0], ZeroDivisionError)


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, runner: Runner) -> None:
    import shiboken6

    owner, answers = QObject(), list[int]()
    go_on = threading.Event()
    with qtbot.waitSignal(runner.finished):
        runner.run(owner, lambda job: int(go_on.wait(10)), answers.append)
        shiboken6.delete(owner)
        go_on.set()
    assert answers == []


def test_cancelled_work_is_silent(qtbot: QtBot, runner: Runner) -> None:
    owner, heard = QObject(), list[object]()
    runner.failed.connect(heard.append)
    runner.crashed.connect(heard.append)
    started = threading.Event()

    def work(job: Job) -> None:
        started.set()
        for done in range(1_000_000):
            job.step(done, 1_000_000)
            threading.Event().wait(0.001)

    with qtbot.waitSignal(runner.finished):
        task = runner.run(owner, work, heard.append, failed=heard.append)
        assert started.wait(10)
        task.cancel()
    assert heard == []
    assert task.done


def test_work_that_was_cancelled_while_it_waited_never_begins(qtbot: QtBot, runner: Runner) -> None:
    owner, begun = QObject(), list[int]()
    go_on = threading.Event()
    runner.run(owner, lambda job: go_on.wait(10), lambda _: None)
    task = runner.run(owner, lambda job: begun.append(1), lambda _: None)
    task.cancel()
    with qtbot.waitSignals([runner.finished, runner.finished]):
        go_on.set()
    assert begun == []


def test_progress_is_told_but_not_a_thousand_times(qtbot: QtBot, runner: Runner) -> None:
    owner, steps = QObject(), list[tuple[int, int]]()
    runner.stepped.connect(lambda task, done, total: steps.append((done, total)))

    def work(job: Job) -> None:
        for done in range(5001):
            job.step(done, 5000)

    with qtbot.waitSignal(runner.finished):
        runner.run(owner, work, lambda _: None)
    qtbot.waitUntil(lambda: bool(steps) and steps[-1] == (5000, 5000))
    assert len(steps) < 200


def test_stopping_runs_the_last_act_in_the_vaults_thread(qtbot: QtBot) -> None:
    runner, owner, last = Runner(), QObject(), list[int]()

    def work(job: Job) -> None:
        for done in range(1_000_000):
            job.step(done, 1_000_000)
            threading.Event().wait(0.001)

    runner.run(owner, work, lambda _: None)
    assert runner.stop(lambda: last.append(threading.get_ident()), 10)
    assert last != [threading.get_ident()]
    assert len(last) == 1


def test_stopping_does_not_wait_for_ever(qtbot: QtBot) -> None:
    runner, owner, begun, go_on = Runner(), QObject(), threading.Event(), threading.Event()

    def work(_: Job) -> bool:
        begun.set()
        return go_on.wait(20)

    runner.run(owner, work, lambda _: None)
    assert begun.wait(10)  # what has not begun is taken back, and nothing has to be waited for
    assert not runner.stop(None, 0.05)
    go_on.set()


def test_nothing_begins_after_the_last_act(qtbot: QtBot) -> None:
    runner, owner, begun = Runner(), QObject(), list[int]()
    assert runner.stop(None, 10)
    task = runner.run(owner, lambda job: begun.append(1), lambda _: None)
    assert task.done
    assert not runner.busy
    assert begun == []
