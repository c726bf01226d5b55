"""A job reports and stops."""

import pytest

from hrddesk.jobs import Cancelled, Job, silent


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
