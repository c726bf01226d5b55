"""A job reports and stops."""

import gc

import pytest

from hrddesk.errors import DiskFull, HrdDeskError, NothingToAcknowledge
from hrddesk.system.jobs import Cancelled, Done, Job, one_after_another, silent, without_dead_cycles


def test_a_job_tells_each_step() -> None:
    seen: list[tuple[int, int]] = []
    job = Job(lambda done, total: seen.append((done, total)))
    job.step(1, 3)
    job.step(3, 3)
    assert seen == [(1, 3), (3, 3)]


def test_a_cancelled_job_stops_at_its_next_step() -> None:
    job = silent()
    job.step(1, 2)
    job.cancel()
    with pytest.raises(Cancelled):
        job.step(2, 2)


def test_one_that_is_refused_stops_none_of_the_others() -> None:
    refusal = NothingToAcknowledge()

    def work(item: str, _: Job) -> str:
        if item == "b":
            raise refusal
        return item.upper()

    made = one_after_another(["a", "b", "c"], work, silent())
    assert made == [Done("a", "A"), Done("b", error=refusal), Done("c", "C")]
    assert one_after_another([], work, silent()) == []


@pytest.mark.parametrize("stops", [(DiskFull,), (HrdDeskError,)])
def test_what_is_wrong_with_more_than_one_stops_it_all(stops: tuple[type[HrdDeskError], ...]) -> None:
    done = []

    def work(item: int, _: Job) -> None:
        done.append(item)
        if item == 2:
            raise DiskFull(path="x")

    with pytest.raises(DiskFull):
        one_after_another([1, 2, 3], work, silent(), stops=stops)
    assert done == [1, 2]


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_cancelling_keeps_what_was_done_and_leaves_the_rest(at: int) -> None:
    def work(item: int, inner: Job) -> int:
        if item == at:
            job.cancel()
        inner.step(0, 1)
        return item

    job = Job()
    if at == 0:
        job.cancel()
    made = one_after_another([1, 2, 3], work, job)
    assert made == [Done(item, item) if 0 < item < at else Done(item) for item in (1, 2, 3)]


def test_steps_are_those_of_all_and_never_go_back() -> None:
    seen: list[tuple[int, int]] = []

    def work(_: int, inner: Job) -> None:
        for _again in range(2):  # two things, each of which counts for itself
            for done in range(5):
                inner.step(done, 4)
            inner.step(0, 0)

    one_after_another([100, 0, 300], work, Job(lambda *step: seen.append(step)), size=lambda item: item)
    assert {total for _, total in seen} == {400}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert {0, 25, 50, 75, 99, 100, 175, 250, 325, 399} == {done for done, _ in seen}


def test_dead_cycles_are_looked_for_again_however_it_ends() -> None:
    assert gc.isenabled()
    with without_dead_cycles():
        assert not gc.isenabled()
        with without_dead_cycles():
            pass
        assert not gc.isenabled()
    with pytest.raises(Cancelled), without_dead_cycles():
        raise Cancelled
    assert gc.isenabled()
