"""A desk that was restored goes on with whoever knew its old life, and neither loses anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups
from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receipts import holdings
from hrddesk.bundle.receipts.holdings import Holding
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks, two_desks
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, hand_over, put, send


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


def _accept_all(desks: Desks, folder: Path) -> tuple[str, ...]:
    summary = hand_over(desks, folder)
    acceptance.accept(desks.coordinator, summary.review, None, Job())
    return summary.notices


def test_what_a_restored_desk_sends_is_accepted_by_who_knew_the_old_line(
    desks: Desks, tmp_path: Path
) -> None:
    old = desks.documenter
    put(old, case(ONE, title="before the backup"))
    assert _accept_all(desks, tmp_path) == ()
    made = backups.make(old, tmp_path / "b.tar", Job())
    put(old, case(TWO, title="after the backup"), case(ONE, title="changed after the backup"))
    assert _accept_all(desks, tmp_path) == ()
    own_identity.own_identity(old.store, own_identity.today())
    old.close()  # the laptop is gone
    secret = PassphraseSecret(PASSPHRASE)
    desks.documenter = backups.restore(made.path, tmp_path / "new.hrdv", secret, Job()).session
    put(desks.documenter, case(ONE, title="changed after the restore"), case(THREE, title="new"))
    summary = hand_over(desks, tmp_path)
    assert set(summary.notices) == {"sequence-back", "new-line"}
    assert (summary.new, summary.conflicts) == (1, 1)  # ONE was changed in both lives: for a person
    acceptance.accept(desks.coordinator, summary.review, None, Job(), take=Side.THEIRS)
    titles = [desks.coordinator.store.get(record_id).text("title") for record_id in (ONE, TWO, THREE)]
    assert titles == ["changed after the restore", "after the backup", "new"]
    back = send(desks.coordinator, desks.documenter, tmp_path)  # and what was lost comes back
    acceptance.accept(desks.documenter, back.review, None, Job())
    assert content(desks.documenter) == content(desks.coordinator)
    assert _accept_all(desks, tmp_path) == ()  # and from then on all is as before


def test_what_only_the_lost_life_brought_goes_back_with_what_changed(desks: Desks, tmp_path: Path) -> None:
    """The restored desk has not what it brought after its backup, however much it acknowledges since."""
    made = backups.make(desks.documenter, tmp_path / "b.tar", Job())
    put(desks.documenter, case(ONE))
    _accept_all(desks, tmp_path)
    desks.documenter.close()
    secret = PassphraseSecret(PASSPHRASE)
    desks.documenter = backups.restore(made.path, tmp_path / "new.hrdv", secret, Job()).session
    put(desks.coordinator, case(TWO))
    put(desks.documenter, case(THREE))
    _accept_all(desks, tmp_path)
    _say_what_is_there(desks, tmp_path, TWO)
    assert _lacking(desks) == [ONE]
    assert holdings.of_contacts(desks.coordinator.store, Job())[0].cases[ONE].holding is Holding.NONE
    _say_what_is_there(desks, tmp_path, ONE)
    assert _lacking(desks) == []


def _say_what_is_there(desks: Desks, folder: Path, record: RecordId) -> None:
    """Let the documenter accept a case of the coordinator's, and say so."""
    to, back = desks.to_documenter, desks.to_coordinator
    parcel = packing.pack(desks.coordinator.store, [to], [record], Choice()).parcel
    path = write.write(desks.coordinator, folder / f"to{record[0]}", [to], parcel, Job()).path
    acceptance.accept(desks.documenter, read.read(desks.documenter, path, Job()).review, None, Job())
    parcel = packing.receipt(desks.documenter.store, back).parcel
    path = write.write(desks.documenter, folder / f"back{record[0]}", [back], parcel, Job()).path
    read.read(desks.coordinator, path, Job())


def _lacking(desks: Desks) -> list[RecordId]:
    choice = Choice(delta=True)
    found = packing.pack(desks.coordinator.store, [desks.to_documenter], None, choice)
    assert found.parcel.kind is BundleKind.DELTA
    return [record.id for record, _ in found.parcel.records]


def test_who_knew_the_old_life_seals_to_a_key_that_the_restored_desk_has(
    desks: Desks, tmp_path: Path
) -> None:
    made = backups.make(desks.documenter, tmp_path / "b.tar", Job())
    renewed = own_identity.own_identity(
        desks.documenter.store, own_identity.today().replace(year=own_identity.today().year + 1)
    )
    later = contacts.known(desks.coordinator.store, renewed.fingerprint)
    assert later is not None
    with desks.coordinator.store.change("test"):
        contacts.take_card(
            desks.coordinator.store,
            later,
            own_identity.own_card(desks.documenter.store, own_identity.today()),
        )
    desks.documenter.close()
    secret = PassphraseSecret(PASSPHRASE)
    desks.documenter = backups.restore(made.path, tmp_path / "new.hrdv", secret, Job()).session
    put(desks.documenter, case(ONE))
    hand_over(desks, tmp_path)  # its new card came along
    put(desks.coordinator, case(TWO))
    assert send(desks.coordinator, desks.documenter, tmp_path).new == 1


def test_who_is_restored_twice_from_one_backup_can_read_again_after_the_first_bundle(
    desks: Desks, tmp_path: Path
) -> None:
    made = backups.make(desks.documenter, tmp_path / "b.tar", Job())
    secret = PassphraseSecret(PASSPHRASE)
    for life in (1, 2):
        desks.documenter.close()
        desks.documenter = backups.restore(made.path, tmp_path / f"{life}.hrdv", secret, Job()).session
        hand_over(desks, tmp_path)  # its new card came along, and counts
        put(desks.coordinator, case(TWO, title=f"life {life}"))
        assert send(desks.coordinator, desks.documenter, tmp_path).new == 1


def test_references_of_two_lives_never_meet(desks: Desks, tmp_path: Path) -> None:
    made = backups.make(desks.documenter, tmp_path / "b.tar", Job())
    secret = PassphraseSecret(PASSPHRASE)
    with backups.restore(made.path, tmp_path / "new.hrdv", secret, Job()).session as new:
        assert _next_ref(new) != _next_ref(desks.documenter)


def _next_ref(session: Session) -> str:
    with session.store.change("test") as change:
        return change.next_ref(Kind.CASE)
