"""What an earlier version wrote: the kept vault and bundle are opened by the program, and without it."""

import datetime
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.exchange import identity
from hrddesk.actions.vault import vaults
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests import kept_files
from tests.made import argon2id, deriving_by
from tests.unit.actions.every_field import one_of_each

READER = Path(__file__).resolve().parents[2] / "packaging" / "read_without_hrddesk.py"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The kept vault, as it was."""
    if not kept_files.FOLDER.exists():
        pytest.skip("no vault and bundle are kept: run python -m tests.kept_files")
    with deriving_by(argon2id):
        kept_files.unpack(kept_files.FOLDER, tmp_path / "kept.hrdv")
    return tmp_path / "kept.hrdv"


def made() -> tuple[datetime.date, str]:
    """Return the day on which the files were made, and the digest of the tables then."""
    day, tables = (kept_files.FOLDER / "made.txt").read_text("utf-8").split()
    return datetime.date.fromisoformat(day), tables


def outside(*words: str | Path) -> Any:
    done = subprocess.run([sys.executable, "-I", READER, *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_kept_vault_and_bundle_are_opened(kept: Path, tmp_path: Path) -> None:
    day, tables = made()
    if tables != kept_files.tables():
        pytest.fail(
            "the tables changed: until the first release, run python -m tests.kept_files and commit it"
        )
    with deriving_by(argon2id), Session.open(kept, PassphraseSecret(kept_files.PASSPHRASE)) as session:
        assert list(session.alarms) == []
        for record in one_of_each().values():
            assert session.store.get(record.id).fields == record.fields
        assert vaults.check(session, Job()).damage == []
        found = read.read(session, kept_files.FOLDER / "bundle.hrdb", Job(), day=day)
        acceptance.accept(session, found.review, None, Job())
        titles = [case.text("title") for case in session.store.all(Kind.CASE)]
        assert kept_files.TITLE in titles
        (sha256,) = session.store.blobs.hashes()
        assert sha256 == hashlib.sha256(kept_files.CONTENT).hexdigest()


def test_they_are_read_without_the_program(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "passphrase.txt").write_text(kept_files.PASSPHRASE + "\n", "utf-8")
    vault = outside("vault", kept, tmp_path / "passphrase.txt")
    for record in one_of_each().values():
        assert any(row["id"] == record.id for row in vault["tables"]["record"])
    assert vault["evidence"]
    with deriving_by(argon2id), Session.open(kept, PassphraseSecret(kept_files.PASSPHRASE)) as session:
        identity.write_keys(session, tmp_path / "key.txt")
    bundle = outside("bundle", kept_files.FOLDER / "bundle.hrdb", tmp_path / "key.txt")
    assert kept_files.TITLE in json.dumps(bundle, ensure_ascii=False)


def test_they_are_small() -> None:
    if kept_files.FOLDER.exists():
        assert sum(file.stat().st_size for file in kept_files.FOLDER.rglob("*") if file.is_file()) < 300_000
