"""What a released version wrote is opened by this one, with every fact: vaults, recovery words, bundles."""

import datetime
import hashlib
import shutil
from pathlib import Path

import pytest

from hrddesk.actions import exports
from hrddesk.bundle import read, review
from hrddesk.crypto import recovery
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store.check import check

KEPT = Path(__file__).resolve().parents[1] / "data"
VERSIONS = sorted(
    path.name for path in KEPT.iterdir() if path.is_dir() and (path / "handover.hrdb").is_file()
)
SECRET = PassphraseSecret("kept for ever and ever")
WRITTEN = datetime.date(2026, 11, 25)  # the cards of 0.1.0 expire; a kept bundle is read as on its day
LARGE = hashlib.sha256(bytes(range(256)) * 1024).hexdigest()


def _kit(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


@pytest.fixture(params=VERSIONS)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what one version left."""
    return Path(shutil.copytree(KEPT / str(request.param), tmp_path / "kept"))


def test_something_is_kept() -> None:
    assert "0.1.0" in VERSIONS


def test_a_kept_vault_opens_with_all_its_facts(kept: Path, tmp_path: Path) -> None:
    with Session.open(kept / "documenter.hrdv", SECRET) as session:
        assert session.alarms == []
        assert check(session.reader, [], Job()).ok
        assert session.store.blobs.known(LARGE)
        exports.run(session, tmp_path / "out", "kit")
    assert _kit(tmp_path / "out") == _kit(kept / "kit")
    words = (kept / "recovery.txt").read_text("utf-8")
    Session.open(kept / "documenter.hrdv", RecoverySecret(recovery.words_to_entropy(words))).close()


def test_a_kept_bundle_is_read_and_accepted(kept: Path, tmp_path: Path) -> None:
    with Session.open(kept / "coordinator.hrdv", SECRET) as session:
        found = read.read(session, kept / "handover.hrdb", Job(), day=WRITTEN)
        assert found.sender == "documenter"
        review.accept(session, found.review, None, Job())
        exports.run(session, tmp_path / "out", "kit")
        assert session.store.blobs.known(LARGE)
    taken, sent = _kit(tmp_path / "out"), _kit(kept / "kit")
    assert taken == sent
