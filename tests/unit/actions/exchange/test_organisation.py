"""Signing under the key of an organisation, as readers check it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.exchange import identity, organisation
from hrddesk.actions.exchange.organisation import NAMESPACE
from hrddesk.bundle.trust.organisation_key import MOST_BYTES, PRINCIPAL
from hrddesk.crypto.signatures import sshsig_sign
from hrddesk.errors import FileUnreadable, InvalidValue, OrganisationKeyUnreadable, TargetExists
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import Desks, two_desks

FILE = b"%PDF-1.7 the pages"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


def _holds(folder: Path, signature: str, signers: Path, content: bytes = FILE) -> bool:
    """Ask ssh-keygen, which knows nothing of ours."""
    (folder / "file.sig").write_text(signature, "ascii")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", PRINCIPAL, "-n", NAMESPACE]
    done = subprocess.run(
        [*command, "-s", str(folder / "file.sig")],
        input=content,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode == 0


def _sign(session: Session) -> str:
    return sshsig_sign(organisation.signing(session.store), NAMESPACE, FILE)


def _signers(session: Session, path: Path) -> Path:
    organisation.write_signers(session, path)
    return path


def test_without_a_key_the_desk_signs_by_its_own(session: Session, tmp_path: Path) -> None:
    found = organisation.state(session)
    assert (found.name, found.since, found.former) == ("", None, 0)
    assert found.shown == identity.show(session)
    assert organisation.write_signers(session, tmp_path / "signers") == 1
    assert (tmp_path / "signers").read_text("utf-8").startswith(f'publisher namespaces="{NAMESPACE}" ssh-ed')
    with pytest.raises(TargetExists):
        organisation.write_signers(session, tmp_path / "signers")


def test_it_is_made_shown_and_removed(session: Session) -> None:
    before = organisation.state(session)
    made = organisation.make(session, "The Reed Archive")
    assert organisation.state(session) == made
    assert made.shown.words != before.shown.words
    organisation.remove(session)
    assert organisation.state(session) == before


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_ssh_keygen_checks_it_over_a_replacement_and_after_a_loss(session: Session, tmp_path: Path) -> None:
    by_desk = _sign(session)
    organisation.make(session, "The Reed Archive")
    first, signers = _sign(session), _signers(session, tmp_path / "first")
    assert _holds(tmp_path, first, signers)
    assert not _holds(tmp_path, first, signers, FILE + b" ")
    assert not _holds(tmp_path, by_desk, signers)
    organisation.replace(session, is_lost=False)
    second, both = _sign(session), _signers(session, tmp_path / "both")
    assert not _holds(tmp_path, second, signers)
    assert _holds(tmp_path, first, both)
    assert _holds(tmp_path, second, both)
    organisation.replace(session, is_lost=True)
    last = _signers(session, tmp_path / "last")
    assert [_holds(tmp_path, signature, last) for signature in (first, second, _sign(session))] == [
        False,
        False,
        True,
    ]
    (tmp_path / "key.pub").write_text(last.read_text("utf-8").split('" ')[1], "utf-8")
    listed = subprocess.run(
        ["ssh-keygen", "-l", "-f", str(tmp_path / "key.pub")], capture_output=True, check=True, timeout=60
    )
    assert organisation.state(session).ssh_fingerprint.encode() in listed.stdout


def test_another_desk_takes_it_over_and_never_by_mistake(desks: Desks, tmp_path: Path) -> None:
    organisation.make(desks.coordinator, "The Reed Archive")
    path = organisation.hand_on(desks.coordinator, tmp_path, ["documenter"])
    assert path.suffix == ".orgkey"
    taken, sender = organisation.take(desks.documenter, path)
    assert (taken, sender) == (organisation.state(desks.coordinator), "coordinator")
    assert _sign(desks.documenter) == _sign(desks.coordinator)
    assert organisation.take(desks.documenter, path)[0] == taken
    organisation.replace(desks.coordinator, is_lost=False)
    newer = organisation.hand_on(desks.coordinator, tmp_path / "newer", ["documenter"])
    with pytest.raises(InvalidValue, match="another key"):
        organisation.take(desks.documenter, newer)
    assert organisation.state(desks.documenter) == taken
    renewed, _ = organisation.take(desks.documenter, newer, replaces=True)
    assert renewed == organisation.state(desks.coordinator)
    assert renewed.former == 1


def test_what_cannot_be_such_a_file_is_said(session: Session, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        organisation.take(session, tmp_path / "gone")
    (tmp_path / "large").write_bytes(bytes(MOST_BYTES + 1))
    with pytest.raises(OrganisationKeyUnreadable):
        organisation.take(session, tmp_path / "large")
