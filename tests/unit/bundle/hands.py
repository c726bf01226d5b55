"""What two desks do with each other: write records down, hand everything over, compare what they hold."""

import os
from dataclasses import replace
from pathlib import Path

from hrddesk.bundle.receiving import read
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Version
from hrddesk.store.records import outgoing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, a_case

ONE, TWO, THREE = (RecordId(digit * 32) for digit in "123")


def put(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def delete(session: Session, *records: RecordId) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.delete(record)


def give(sender: Session, reader: Session, folder: Path) -> Path:
    """Write everything for a desk that the sender knows; return the file."""
    owner = own_identity.known_identity(reader.store)
    assert owner is not None
    to = contacts.known(sender.store, owner.fingerprint)
    assert to is not None
    path = folder / os.urandom(8).hex()
    write.write(sender, path, [to], Parcel(records=selection.everything(sender.store)), Job())
    return path


def send(sender: Session, reader: Session, folder: Path) -> read.ReviewSummary:
    """Hand everything over."""
    return read.read(reader, give(sender, reader, folder), Job())


def hand_over(desks: Desks, folder: Path) -> read.ReviewSummary:
    return send(desks.documenter, desks.coordinator, folder)


def content(session: Session) -> tuple[dict[RecordId, tuple[Record, Version]], list[str]]:
    """All records with their versions, and the evidence, as one value to compare."""
    store = session.store
    everything = {
        record.id: (record, version) for record, version in outgoing.read(store, outgoing.everything(store))
    }
    return everything, store.blobs.hashes()


def case(record_id: RecordId = ONE, **fields: str) -> Record:
    return replace(a_case(**fields), id=record_id)


def stopped(steps: int) -> Job:
    """Return a job that somebody cancels after so many steps: the next one raises."""
    count = iter(range(steps))

    def step(done: int, total: int) -> None:
        if next(count, None) is None:
            job.cancel()
            job.step(done, total)

    job = Job(step)
    return job
