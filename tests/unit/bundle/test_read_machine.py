"""The file and the machine under a reader: no bundle, no stick, no disk, no memory."""

import errno
import hashlib
import io
import json
import os
import shutil
import subprocess
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyrage
import pytest

from hrddesk.bundle.format import archive
from hrddesk.bundle.receiving import bundle_file, read
from hrddesk.bundle.receiving.bundle_file import Stick
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.trust import own_identity
from hrddesk.crypto.age import AgeReader
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    BundleDamaged,
    BundleMediumGone,
    BundleTooLarge,
    DiskFull,
    FileUnreadable,
    NotABundle,
    VaultInUse,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system import files as system_files
from hrddesk.system.jobs import Cancelled, Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import (
    Desks,
    a_case,
    evidence_lines,
    record_line,
    take,
    traces,
    two_desks,
)
from tests.unit.bundle.hands import stopped
from tests.unit.bundle.refusals import forge, refused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def test_other_files_are_no_bundles(still_desks: Desks, tmp_path: Path) -> None:
    session = still_desks.coordinator
    for raw in (
        b"",
        b"x",
        b"PK\x03\x04" + bytes(1000),
        b"age-encryption.org/v2\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
    ):
        refused(session, raw, tmp_path / "a", NotABundle)
        with pytest.raises(NotABundle):
            read.inspect(tmp_path / "a")
    for raw in (b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> x\n\n--- " + b"A" * 43 + b"\n"):
        refused(session, raw, tmp_path / "a", BundleDamaged)
        with pytest.raises(BundleDamaged):
            read.inspect(tmp_path / "a")
    classical = pyrage.encrypt(b"x", [pyrage.x25519.Identity.generate().to_public()])
    refused(session, classical, tmp_path / "a", BundleDamaged)


def test_files_that_cannot_be_read_are_named(still_desks: Desks, tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        for call in (
            lambda path=path: read.read(still_desks.coordinator, path, Job()),
            lambda path=path: read.inspect(path),
        ):
            with pytest.raises(FileUnreadable):
                call()


class Failing(io.BytesIO):
    """A stick that is pulled out after some bytes."""

    def __init__(self, raw: bytes, good: int) -> None:
        super().__init__(raw)
        self._good = good

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self._good:
            raise OSError(5, "Input/output error")
        return super().read(size)

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        if self.tell() >= self._good:
            raise OSError(5, "Input/output error")
        return super().readinto(memoryview(buffer)[: self._good - self.tell()])

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self._good:
            raise OSError(5, "Input/output error")
        return super().readline(size)


def test_a_stick_pulled_out_while_reading_is_named(still_desks: Desks) -> None:
    raw = forge(still_desks, records=evidence_lines(bytes(2 << 20)), files=[bytes(2 << 20)]).seal()
    owner = own_identity.known_identity(still_desks.coordinator.store)
    store = still_desks.coordinator.store
    for good in (0, 100, raw.index(b"\n--- ") + 60):
        with pytest.raises(FileUnreadable, match="Input/output"):
            bundle_file.open_bundle(Stick(Failing(raw, good), "a"), store, owner, own_identity.today())
    found = bundle_file.open_bundle(Stick(Failing(raw, 1_200_000), "a"), store, owner, own_identity.today())
    for path in archive.LINES:
        list(found.archive.next(path, archive.MAX_FILE).chunks())
    member = found.archive.next(found.payload.attachments[0], archive.MAX_FILE)
    with pytest.raises(FileUnreadable, match="Input/output"):
        list(member.chunks())


class Pulled:
    """A file on a stick that is pulled out after some bytes; the system still tells its size."""

    def __init__(self, file: io.BufferedReader, good: int) -> None:
        self._file, self._good = file, good

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def read(self, size: int) -> bytes:
        if self._file.tell() >= self._good:
            raise OSError(errno.EIO, "Input/output error")
        return self._file.read(size)

    def readinto(self, buffer: memoryview) -> int:
        room = self._good - self._file.tell()
        if room <= 0:
            raise OSError(errno.EIO, "Input/output error")
        return self._file.readinto(buffer[:room])


def _pulled(opening: Callable[[Path], io.BufferedReader], good: int, path: Path) -> Pulled:
    return Pulled(opening(path), good)


def test_a_stick_pulled_out_at_any_place_leaves_nothing_and_has_words_of_its_own(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [os.urandom(300_000), b"small"]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    opening = system_files.open_regular
    for good in (50, 70_000, 200_000, len(raw) - 10):
        with monkeypatch.context() as patched:
            patched.setattr(system_files, "open_regular", partial(_pulled, opening, good))
            refused(desks.coordinator, raw, tmp_path / "a", BundleMediumGone)
    assert take(desks.coordinator, raw, tmp_path / "a").new == 2


def test_a_file_that_becomes_shorter_while_it_is_read_is_not_called_damaged(
    desks: Desks, tmp_path: Path
) -> None:
    files = [os.urandom(3 << 20)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    path = tmp_path / "a"
    path.write_bytes(raw)
    before = traces(desks.coordinator)
    with pytest.raises(BundleMediumGone, match="it became shorter"):
        read.read(desks.coordinator, path, Job(lambda _done, _total: os.truncate(path, 1 << 20)))
    assert traces(desks.coordinator) == before
    path.unlink()
    with pytest.raises(FileUnreadable) as gone:
        read.read(desks.coordinator, path, Job())
    assert type(gone.value) is FileUnreadable
    assert take(desks.coordinator, raw, path).new == 1


def test_a_second_window_is_kept_out_while_a_bundle_is_read_and_accepted(
    desks: Desks, tmp_path: Path
) -> None:
    refusals = 0

    def second(_done: int, _total: int) -> None:
        nonlocal refusals
        with pytest.raises(VaultInUse):
            Session.open(desks.coordinator.folder, PassphraseSecret(PASSPHRASE))
        refusals += 1

    found = take(desks.coordinator, forge(desks).seal(), tmp_path / "a", Job(second))
    while_reading = refusals
    acceptance.accept(desks.coordinator, found.review, None, Job(second))
    assert refusals > while_reading > 0
    assert len(desks.coordinator.store.ids(Kind.CASE)) == 1


def test_a_file_larger_than_any_bundle_is_not_looked_at(
    still_desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large"
    path.write_bytes(forge(still_desks).seal())
    for size, error in ((9 << 30, BundleDamaged), ((9 << 30) + 1, BundleTooLarge)):
        os.truncate(path, size)  # a file with a hole takes no room
        with pytest.raises(error):
            read.read(still_desks.coordinator, path, Job())
    monkeypatch.setattr(bundle_file, "MAX_BYTES", 1000)
    refused(still_desks.coordinator, forge(still_desks).seal(), tmp_path / "a", BundleTooLarge)


@pytest.mark.parametrize("data", [b"", b"age-", b"no bundle at all"])
def test_what_is_no_bundle_is_not_taken_for_a_medium_that_is_gone(
    still_desks: Desks, tmp_path: Path, data: bytes
) -> None:
    refused(still_desks.coordinator, data, tmp_path / "a", NotABundle)


def test_cancelling_leaves_nothing(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(3 << 20), os.urandom(100_000), b"small"]
    made = forge(desks, records=b"", files=sorted(files, key=lambda file: hashlib.sha256(file).digest()))
    made.records = evidence_lines(*made.files)
    raw = made.seal()
    session = desks.coordinator
    before = traces(session)
    for steps in range(100):
        try:
            found = take(session, raw, tmp_path / "a", stopped(steps))
        except Cancelled:
            assert traces(session) == before
        else:
            break
    assert steps >= 10
    assert found.new == 3


def test_a_full_disk_leaves_nothing_and_the_vault_whole(small_disk: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=3m", str(small_disk)], check=True)
    desks = two_desks(tmp_path)
    desks.coordinator.close()
    shutil.move(tmp_path / "coordinator.hrdv", small_disk / "coordinator.hrdv")
    session = Session.open(small_disk / "coordinator.hrdv", PassphraseSecret(PASSPHRASE))
    desks.coordinator = session
    files = [os.urandom(100_000) for _ in range(60)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    refused(session, raw, tmp_path / "a", DiskFull)
    lines = b"".join(
        record_line(replace(a_case(narrative=os.urandom(20_000).hex()), id=RecordId(f"{number:032x}")))
        for number in range(150)
    )
    refused(session, forge(desks, records=lines).seal(), tmp_path / "a", DiskFull)
    assert take(session, forge(desks).seal(), tmp_path / "a").new == 1
    session.close()
    desks.documenter.close()


def test_memory_does_not_grow_with_the_evidence(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(64 * 1024) for _ in range(500)] + [os.urandom(30 << 20)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    (tmp_path / "a").write_bytes(raw)
    del raw, files
    tracemalloc.start()
    found = read.read(desks.coordinator, tmp_path / "a", Job())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.new == 501
    assert peak < 24 << 20


def test_what_the_reader_promises_about_its_stream(still_desks: Desks) -> None:
    owner = own_identity.known_identity(still_desks.coordinator.store)
    assert owner is not None
    reader = AgeReader(io.BytesIO(forge(still_desks).seal()), [owner.current.key])
    assert json.loads(b'{"count":%d}' % reader.stanza_count) == {"count": 1}
