"""Deltas after receipts, in whatever order both come, are lost, repeated and taken back.

Whatever a desk believes that the other has, the other has or had when it said so; and a delta after the
latest receipt brings the other to where this desk is.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.errors import BundleSeenBefore, ReviewClosed, UndoNotPossible
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import reviews
from hrddesk.store.records import outgoing
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, two_desks
from tests.unit.bundle.hands import ONE, THREE, TWO, case, delete, put

RECORDS = (ONE, TWO, THREE)


class World:
    """Two desks, and what was written on the way between them."""

    def __init__(self, desks: Desks, folder: Path) -> None:
        self.desks = desks
        self.folder = folder
        self.bundles: list[Path] = []
        self.receipts: list[Path] = []
        self.written = 0

    def edit(self, number: int) -> None:
        put(self.desks.documenter, case(RECORDS[number % 3], title=f"title {self.written} {number}"))
        self.written += 1

    def drop(self, number: int) -> None:
        record = RECORDS[number % 3]
        if self.desks.documenter.store.find(record) is not None:
            delete(self.desks.documenter, record)

    def write(self, number: int) -> None:
        choice = Choice(delta=bool(number % 2))
        to = [self.desks.to_coordinator]
        parcel = packing.pack(self.desks.documenter.store, to, None, choice).parcel
        self.written += 1
        path = self.folder / f"bundle{self.written}"
        self.bundles.append(write.write(self.desks.documenter, path, to, parcel, Job()).path)

    def take(self, number: int) -> None:
        """Read any bundle that was ever written, and accept one record of it, all, or none yet."""
        if not self.bundles:
            return
        found = self.read(self.bundles[number % len(self.bundles)])
        if number % 3 == 1:
            self.accept(found, None)
        elif number % 3 == 2:
            there = self.desks.coordinator.store.db
            waiting = [RecordId(item.record) for item in reviews.items(there, found) if item.act is None]
            self.accept(found, waiting[number % 2 :][:1])

    def read(self, path: Path) -> int:
        try:
            return read.read(self.desks.coordinator, path, Job()).review
        except BundleSeenBefore as seen:
            return int(seen.details["review"])

    def accept(self, found: int, some: list[RecordId] | None) -> None:
        with suppress(ReviewClosed):
            acceptance.accept(self.desks.coordinator, found, some, Job(), take=Side.THEIRS)

    def undo(self, number: int) -> None:
        heads = acceptance.all_heads(self.desks.coordinator.store)
        if heads:
            with suppress(UndoNotPossible):
                acceptance.undo(self.desks.coordinator, heads[number % len(heads)].id)

    def answer(self, number: int) -> None:
        del number
        to = self.desks.to_documenter
        packed = packing.receipt(self.desks.coordinator.store, to)
        if packed.has_receipts:
            self.written += 1
            path = self.folder / f"receipt{self.written}"
            write.write(self.desks.coordinator, path, [to], packed.parcel, Job())
            self.receipts.append(path)

    def hear(self, number: int) -> None:
        if self.receipts:
            with suppress(BundleSeenBefore):
                read.read(self.desks.documenter, self.receipts[number % len(self.receipts)], Job())

    def known(self) -> Acknowledged:
        return Acknowledged(self.desks.documenter.store, self.desks.to_coordinator)

    def hear_all(self) -> None:
        """Let the latest receipt arrive, and then all that are late."""
        self.answer(0)
        for number in reversed(range(len(self.receipts))):
            self.hear(number)

    def check_what_is_believed(self) -> None:
        """After the latest receipt nothing is believed that is not so."""
        who, there = self.known(), self.desks.coordinator.store
        for record, version in outgoing.read(self.desks.documenter.store, sorted(RECORDS)):
            theirs = there.version(record.id)
            if who.has(record.id, version.context):
                assert theirs is not None
                assert all(theirs.context.get(line, 0) >= n for line, n in version.context.items())


@contextmanager
def world() -> Iterator[World]:
    with TemporaryDirectory() as place:
        desks = two_desks(Path(place))
        try:
            yield World(desks, Path(place))
        finally:
            desks.documenter.close()
            desks.coordinator.close()


STEPS = st.tuples(
    st.sampled_from(("edit", "edit", "drop", "write", "write", "take", "take", "undo", "answer", "hear")),
    st.integers(0, 11),
)


_TAKEN_BACK = [("write", 0), ("take", 1), ("answer", 0), ("undo", 0)]
_WAITS = [("write", 0), ("take", 1), ("edit", 0), ("write", 0), ("take", 3)]


@pytest.mark.no_cover
@settings(max_examples=30, deadline=None)
@example(_TAKEN_BACK)  # a late receipt tells of what is there no more
@example(_WAITS)  # a later version is there, and nobody accepted it
@given(st.lists(STEPS, max_size=16))
def test_nothing_is_believed_that_is_not_so_and_a_delta_brings_all(steps: list[tuple[str, int]]) -> None:
    with world() as here:
        here.edit(0)
        for step, number in steps:
            getattr(here, step)(number)
        if here.bundles:
            here.hear_all()
            here.check_what_is_believed()
        here.write(1)
        here.accept(here.read(here.bundles[-1]), None)
        here.hear_all()
        here.check_what_is_believed()
        assert here.known().lacking(RECORDS) == []
        there = here.desks.coordinator.store
        for record, version in outgoing.read(here.desks.documenter.store, sorted(RECORDS)):
            assert (there.find(record.id) is None) == version.deleted
            assert version.deleted or there.get(record.id) == record
