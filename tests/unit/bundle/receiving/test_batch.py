"""Many bundles in one go: which files, in which order, and what one that is refused does to the others."""

import errno
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups, vaults
from hrddesk.bundle.receiving import batch
from hrddesk.bundle.receiving.batch import Among, ReadResult
from hrddesk.bundle.review import acceptance
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    BundleDamaged,
    BundleNotForMe,
    BundleSeenBefore,
    BundleSenderUnknown,
    FileUnreadable,
    NoBundlesFound,
    NotABundle,
    VaultReadOnly,
)
from hrddesk.store.exchange import reviews
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks, introduce, new_session
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, give, put


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def write(sender: Session, reader: Session, stick: Path, name: str) -> Path:
    """Write everything under a name of our choice."""
    return give(sender, reader, stick).rename(stick / name)


def read(session: Session, *paths: Path) -> list[ReadResult]:
    return batch.read_all(session, batch.among(paths).files, Job())


def test_bundles_are_read_by_sender_and_sequence_whatever_they_are_called(
    desks: Desks, stick: Path, tmp_path: Path
) -> None:
    other = new_session(tmp_path / "other.hrdv")
    introduce(other, desks.coordinator, "coordinator")
    introduce(desks.coordinator, other, "Avocet")  # before "documenter"
    put(desks.documenter, case(ONE, title="one"))
    first = write(desks.documenter, desks.coordinator, stick, "z.hrdb")
    put(desks.documenter, case(TWO, title="two"))
    second = write(desks.documenter, desks.coordinator, stick, "a.hrdb")
    put(other, case(THREE, title="three"))
    third = write(other, desks.coordinator, stick, "m.HRDB")
    other.close()
    found = read(desks.coordinator, stick)
    assert [each.path for each in found] == [third, first, second]
    summaries = [each.summary for each in found]
    assert [each and each.sender for each in summaries] == ["Avocet", "documenter", "documenter"]
    assert [each and each.notices for each in summaries] == [(), (), ()]  # read by name: a gap, and back
    assert [each.review for each in found] == [1, 2, 3]
    assert content(desks.coordinator)[0] == {}  # nothing is merged


def test_the_lives_of_a_restored_vault_are_read_one_after_the_other(
    desks: Desks, stick: Path, tmp_path: Path
) -> None:
    """The second life counts its bundles from where the backup was, so it wrote the same numbers again."""
    kept = backups.make(desks.documenter, tmp_path / "b.tar", Job())
    names = iter(("e.hrdb", "d.hrdb", "c.hrdb", "b.hrdb"))
    written = []
    for number in range(3):
        put(desks.documenter, case(ONE, title=f"first life {number}"))
        written.append(write(desks.documenter, desks.coordinator, stick, next(names)))
    desks.documenter.close()
    secret = PassphraseSecret(PASSPHRASE)
    desks.documenter = backups.restore(kept.path, tmp_path / "again.hrdv", secret, Job()).session
    put(desks.documenter, case(ONE, title="second life"))
    written.append(write(desks.documenter, desks.coordinator, stick, next(names)))
    found = read(desks.coordinator, stick)
    assert [each.path for each in found] == written
    told = [each.summary.notices if each.summary else None for each in found]
    assert told[:3] == [(), (), ()]
    assert "old-line" not in (told[3] or ())


def test_one_that_is_refused_stops_none_of_the_others(desks: Desks, stick: Path, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    good = write(desks.documenter, desks.coordinator, stick, "good.hrdb")
    raw = good.read_bytes()
    cut = stick / "cut.hrdb"
    cut.write_bytes(raw[:-1])
    noise = stick / "noise.hrdb"
    noise.write_bytes(b"nothing of ours")
    stranger = new_session(tmp_path / "stranger.hrdv")
    introduce(stranger, desks.coordinator, "coordinator")
    introduce(stranger, desks.documenter, "documenter")
    unknown = write(stranger, desks.coordinator, stick, "unknown.hrdb")
    elsewhere = write(stranger, desks.documenter, stick, "elsewhere.hrdb")
    stranger.close()
    found = {each.path: each for each in read(desks.coordinator, stick)}
    assert {path: type(each.error) for path, each in found.items()} == {
        good: type(None),
        cut: BundleDamaged,
        noise: NotABundle,
        unknown: BundleSenderUnknown,
        elsewhere: BundleNotForMe,
    }
    assert [each.review for each in found.values() if each.is_refused] == [0] * 4
    assert len(reviews.all_reviews(desks.coordinator.store.db)) == 1
    (again,) = read(desks.coordinator, good)
    assert isinstance(again.error, BundleSeenBefore)
    assert (again.review, again.is_refused) == (found[good].review, False)


def test_a_desk_without_an_identity_refuses_each_by_itself(desks: Desks, stick: Path, tmp_path: Path) -> None:
    write(desks.documenter, desks.coordinator, stick, "a.hrdb")
    write(desks.documenter, desks.coordinator, stick, "b.hrdb")
    fresh = new_session(tmp_path / "fresh.hrdv")
    assert [type(each.error) for each in read(fresh, stick)] == [BundleNotForMe] * 2
    fresh.close()


def test_only_files_that_are_bundles_by_name_are_taken_from_a_folder(tmp_path: Path) -> None:
    for name in ("b.hrdb", "a.hrdb", "._a.hrdb", "notes.txt", "heron.card"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.hrdb").mkdir()
    assert batch.among([tmp_path]) == Among([tmp_path / "a.hrdb", tmp_path / "b.hrdb"], are_several=True)
    named = tmp_path / "notes.txt"  # whoever names a file means it
    assert batch.among([named, tmp_path]).files == [named, tmp_path / "a.hrdb", tmp_path / "b.hrdb"]
    assert batch.among([named, named]) == Among([named], are_several=True)
    assert batch.among([named]) == Among([named], are_several=False)
    for name in ("a.hrdb", "b.hrdb"):
        (tmp_path / name).unlink()
    (tmp_path / "c.hrdb").write_bytes(b"")
    assert batch.among([tmp_path]).are_several  # a folder of one is one for every reader


def test_a_path_that_cannot_be_asked_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    named = tmp_path / ("x" * 300)
    assert batch.among([named]) == Among([named], are_several=False)


def test_a_folder_without_bundles_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoBundlesFound):
        batch.among([tmp_path])
    with pytest.raises(NoBundlesFound):
        batch.among([])


def test_a_stick_that_was_pulled_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", pulled)
    with pytest.raises(FileUnreadable):
        batch.among([tmp_path])


def test_a_file_that_went_away_is_told(desks: Desks, stick: Path) -> None:
    (found,) = batch.read_all(desks.coordinator, [stick / "gone.hrdb"], Job())
    assert isinstance(found.error, FileUnreadable)


def test_steps_are_those_of_all_files_and_cancelling_leaves_what_was_read(desks: Desks, stick: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    files = [write(desks.documenter, desks.coordinator, stick, f"{name}.hrdb") for name in "abc"]
    total = sum(file.stat().st_size for file in files)
    steps: list[tuple[int, int]] = []

    def step(done: int, all_of_it: int) -> None:
        steps.append((done, all_of_it))
        if done > total // 2:
            job.cancel()

    job = Job(step)
    found = batch.read_all(desks.coordinator, files, job)
    assert {each for _, each in steps} == {total}
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert [each.summary is not None for each in found] == [True, False, False]
    assert [each.error for each in found] == [None] * 3
    assert [each.review for each in found] == [1, 0, 0]
    (left,) = reviews.all_reviews(desks.coordinator.store.db)
    assert acceptance.review(desks.coordinator, left.num, Job()).head.waiting == 1


def test_a_vault_that_takes_nothing_stops_it_all(desks: Desks, stick: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    write(desks.documenter, desks.coordinator, stick, "a.hrdb")
    folder = desks.coordinator.folder
    desks.coordinator.close()
    seen = vaults.view(folder, vaults.passphrase_secret(PASSPHRASE))
    try:
        with pytest.raises(VaultReadOnly):
            read(seen, stick)
    finally:
        seen.close()
        desks.coordinator = Session.open(folder, vaults.passphrase_secret(PASSPHRASE))
