"""What is odd about how the bundles of a real desk follow each other is said; nothing is refused or lost."""

import os
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.receiving import read
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import BundleSeenBefore
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import case, content, put


def _write(desks: Desks, folder: Path, day: date | None = None) -> Path:
    path = folder / os.urandom(8).hex()
    parcel = Parcel(records=selection.everything(desks.documenter.store))
    write.write(desks.documenter, path, [desks.to_coordinator], parcel, Job(), day=day)
    return path


def _take_over(desks: Desks, path: Path) -> tuple[str, ...]:
    found = read.read(desks.coordinator, path, Job())
    acceptance.accept(desks.coordinator, found.review, None, Job())
    return found.notices


def _five(desks: Desks, folder: Path) -> list[Path]:
    made = []
    for number in range(5):
        put(desks.documenter, case(RecordId(f"{number:032x}"), title=f"case {number}"))
        put(desks.documenter, case(RecordId("f" * 32), title=f"changed {number} times"))
        made.append(_write(desks, folder))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_out_of_order_and_twice_is_said_and_ends_in_the_same(desks: Desks, tmp_path: Path, seed: int) -> None:
    files = _five(desks, tmp_path)
    order = random.Random(seed).sample(range(5), 5)
    highest = -1
    for number in order:
        wanted = {Notice.SEQUENCE_BACK} if number < highest else set()
        wanted |= {Notice.SEQUENCE_GAP} if number > highest + 1 else set()
        notices = set(_take_over(desks, files[number]))
        assert notices & {Notice.SEQUENCE_BACK, Notice.SEQUENCE_GAP} == wanted
        highest = max(highest, number)
        with pytest.raises(BundleSeenBefore):
            read.read(desks.coordinator, files[number], Job())
    assert content(desks.coordinator) == content(desks.documenter)


def test_one_that_is_lost_is_missed_and_what_it_held_comes_with_the_next(
    desks: Desks, tmp_path: Path
) -> None:
    files = _five(desks, tmp_path)
    assert _take_over(desks, files[0]) == ()
    assert _take_over(desks, files[4]) == (Notice.SEQUENCE_GAP,)
    assert content(desks.coordinator) == content(desks.documenter)


def test_a_clock_that_is_wrong_blocks_nothing(desks: Desks, tmp_path: Path) -> None:
    today = own_identity.today()
    for number, (day, wanted) in enumerate(
        [
            (today, ()),
            (today + timedelta(days=1), ()),  # the day begins elsewhere
            (today + timedelta(days=20), (Notice.CLOCK_AHEAD,)),
            (today, (Notice.CLOCK_BEHIND,)),  # put right
            (today, ()),
            (today - timedelta(days=2), (Notice.CLOCK_BEHIND,)),
        ]
    ):
        put(desks.documenter, case(RecordId(f"{number:032x}")))
        assert _take_over(desks, _write(desks, tmp_path, day)) == wanted
    assert content(desks.coordinator) == content(desks.documenter)
