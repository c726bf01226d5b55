"""A backup is restored by another user, on a machine of another name, in another path, in a fresh home."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.vault import backups
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.desk import SECRET, WORDS, facts, new_vault

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
AS_ROOT = os.geteuid() == 0
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="changes the name of the machine"
)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder of another user (where the tests run as root), with a home that holds nothing."""
    place = Path(tempfile.mkdtemp(prefix="hrddesk-", dir="/tmp"))
    (place / "home").mkdir()
    (place / "资料 of another").mkdir()
    yield place
    shutil.rmtree(place)


def _give_away(place: Path) -> None:
    if AS_ROOT:
        for path in [place, *place.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)


@pytest.fixture
def program() -> Iterator[Path]:
    """Where the other user finds the program: the checkout may lie in a folder that is closed to others."""
    place = Path(tempfile.mkdtemp(prefix="hrddesk-program-", dir="/tmp"))
    place.chmod(0o755)
    yield place if AS_ROOT else ROOT
    place.rmdir()


def _run(program: Path, place: Path, *words: str) -> Any:
    """Run a command as that user on that machine and return its JSON."""
    another = 'mount --bind "$1" "$2" && shift 2 && hostname another-desk && exec "$@"'
    machine = ["unshare", "--uts", "--mount", "sh", "-c", another, "sh", str(ROOT), str(program)]
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    variables = ["env", "-i", f"HOME={place / 'home'}", f"PATH={os.environ['PATH']}", f"PYTHONPATH={program}"]
    python = Path(sys.executable)
    if python.is_relative_to(ROOT):
        python = program / python.relative_to(ROOT)
    command = [str(python), "-B", "-m", "hrddesk", *words, "--recovery-file", "words", "--json"]
    done = subprocess.run(
        [*machine, *variables, *user, *command] if AS_ROOT else [*variables, *command],
        cwd=place,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_everything_is_there_and_nothing_else(tmp_path: Path, elsewhere: Path, program: Path) -> None:
    with Session.open(new_vault(tmp_path / "desk.hrdv", "full"), SECRET) as session:
        made = backups.make(session, tmp_path / "b.tar", Job())
        head = session.store.history.head()
        before = facts(session, tmp_path / "before")
        line, vault_id = session.line, session.vault_id
    shutil.rmtree(tmp_path / "desk.hrdv")  # the laptop is gone
    shutil.move(made.path, elsewhere / "b.tar")
    (elsewhere / "words").write_text(WORDS)
    _give_away(elsewhere)
    new = "资料 of another/new vault.hrdv"
    assert _run(program, elsewhere, "vault", "restore", "b.tar", new) == {
        "vault": vault_id,
        "folder": new,
        "damage": [],
    }
    checked = _run(program, elsewhere, "vault", "check", "--vault", new)
    assert checked["ok"]
    assert checked["history"]["count"] > head.number
    _run(program, elsewhere, "export", "kit", "--format", "kit", "--vault", new)
    kit = {path.name: path.read_bytes() for path in (elsewhere / "kit").glob("*.csv")}
    assert kit == {name: raw for name, raw in before.items() if name.endswith(".csv")}
    owners = {path.lstat().st_uid for path in (elsewhere / new).rglob("*")}
    assert owners == {NOBODY if AS_ROOT else os.getuid()}
    assert list((elsewhere / "home").iterdir()) == []
    assert {path.name for path in elsewhere.iterdir()} == {"b.tar", "words", "home", "kit", "资料 of another"}
    # Back here all is equal, evidence too, and the vault has begun a new life.
    with Session.open(Path(shutil.copytree(elsewhere / new, tmp_path / "back.hrdv")), SECRET) as session:
        assert session.alarms == []
        assert facts(session, tmp_path / "after") == before
        assert session.line != line
