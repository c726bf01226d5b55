"""A writer that is killed: no number is used twice, and nothing that may be out is missing from the log."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.bundle.receiving import read
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.sending.target_file import TargetFile
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import WriteFailed
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.evidence import file_origins
from hrddesk.store.exchange import contacts
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import case, content, give, hand_over, put

KILLED = """
import os, signal, sys
from pathlib import Path
from hrddesk.bundle.sending import target_file as target, write, selection
from hrddesk.bundle.trust import contacts
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.system.jobs import Job
from hrddesk.store.vault.session import Session

vault, out, when = sys.argv[1:]
named = target.TargetFile.put_in_place

def put_in_place(self):
    if when == "renamed":
        named(self)
    os.kill(os.getpid(), signal.SIGKILL)

target.TargetFile.put_in_place = put_in_place
session = Session.open(Path(vault), PassphraseSecret(sys.stdin.read()))
to = contacts.named(session.store, "coordinator")
write.write(session, Path(out), [to], Parcel(records=selection.everything(session.store)), Job())
"""


def _evidence(session: Session, text: bytes) -> RecordId:
    blob = session.store.blobs.seal(io.BytesIO(text), Job())
    record = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256=blob.sha256, size=blob.size)
    with session.store.change("test") as change:
        session.store.blobs.keep(blob)
        change.put(record)
        file_origins.note(session.store.db, [(record.id, blob.sha256)])
    return record.id


def _log(session: Session, record_id: RecordId) -> list[str]:
    return [entry.what for entry in session.store.history.of_record(record_id)]


@pytest.mark.parametrize("when", ["reserved", "renamed"])
def test_a_kill_never_lets_two_bundles_have_one_number(
    keys_for_others: None, desks: Desks, tmp_path: Path, when: str
) -> None:
    put(desks.documenter, case())
    evidence = _evidence(desks.documenter, b"a photo")
    vault = desks.documenter.folder
    desks.documenter.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(vault), str(tmp_path / "first"), when],
        input=PASSPHRASE,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    desks.documenter = Session.open(vault, PassphraseSecret(PASSPHRASE))
    assert desks.documenter.alarms == []
    assert (tmp_path / "first").exists() == (when == "renamed")
    assert "evidence.handed-over" not in _log(desks.documenter, evidence)
    second = give(desks.documenter, desks.coordinator, tmp_path)
    # What may have gone out is in the log, and what did for certain.
    assert _log(desks.documenter, evidence)[1:] == ["evidence.handed-over"] * 2
    found = [path for path in (tmp_path / "first", second) if path.exists()]
    notices = [read.read(desks.coordinator, path, Job()).notices for path in found]
    assert notices == ([(), ()] if when == "renamed" else [("sequence-gap",)])


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_number_is_given_back_when_the_file_gets_no_name(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    put(desks.documenter, case())
    evidence = _evidence(desks.documenter, b"a photo")
    before = content(desks.documenter)
    named = TargetFile.put_in_place

    def fail(self: TargetFile) -> None:
        if when == "after":
            named(self)
        raise WriteFailed(path="a", why="the stick was pulled")

    with monkeypatch.context() as patched:
        patched.setattr(TargetFile, "put_in_place", fail)
        with pytest.raises(WriteFailed):
            write.write(
                desks.documenter,
                tmp_path / "a",
                [desks.to_coordinator],
                Parcel(records=selection.everything(desks.documenter.store)),
                Job(),
            )
    assert not os.path.lexists(tmp_path / "a")
    assert content(desks.documenter) == before
    assert len(_log(desks.documenter, evidence)) == 1
    assert hand_over(desks, tmp_path).notices == ()


def test_evidence_that_is_gone_since_is_not_noted(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    store, to = desks.documenter.store, desks.to_coordinator.num
    row = BundleRow(
        num=0,
        id="a" * 32,
        outgoing=True,
        contact=to,
        seq=1,
        kind="whole",
        day="2026-01-31",
        line=desks.documenter.line,
        history_number=1,
        history_head=bytes(32),
    )
    with store.change("test"):
        contacts.add_files(store.db, contacts.add_bundle(store.db, row), ["7" * 32])
    assert contacts.unplaced_bundles(store.db) == ["a" * 32]
    assert give(desks.documenter, desks.coordinator, tmp_path).exists()
    assert contacts.unplaced_bundles(store.db) == []
