"""A command that is asked to end, at any moment, leaves nothing half done: real processes, real signals.

Every export, publication and copy of evidence either is whole and in its place or leaves no trace beside it;
the vault opens again and holds; the layout process is gone.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrddesk.actions.interop import imports as importing
from hrddesk.actions.records import cases, evidence, visibility
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk.system.paths import resources
from tests import campaigns
from tests.campaigns import FULL, tried

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "granite lantern orbit velvet"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
MOMENTS = tried(40, len(SIGNALS))
COMMANDS = {
    "export": ["export", "out/kit"],
    "publish": [
        "publish",
        "out/report.pdf",
        "--profile",
        "names",
        "--all",
        "--accept-all-risks",
        "for the test",
    ],
    "evidence save": ["evidence", "save", "EVIDENCE", "out/copy.bin"],
    "evidence add": ["evidence", "add", "CASE", "large.bin"],
    "import": ["import", "sample", "--source", "again"],
    "bundle write": ["bundle", "write", "out/b.hrdb", "--to", "other", "--all"],
}
WHOLE = {
    "export": {"kit"},
    "publish": {"report.pdf", "report.pdf.sig"},
    "evidence save": {"copy.bin"},
    "bundle write": {"b.hrdb"},
}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a vault that holds the sample, a large file of evidence, and a verified contact."""
    folder = tmp_path_factory.mktemp("signals")
    (folder / "secret").write_text(PASSPHRASE + "\n", "utf-8")
    (folder / "sample").symlink_to(resources() / "sample")
    (folder / "first.bin").write_bytes(os.urandom(24 << 20))
    with Session.create(folder / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        importing.run(session, resources() / "sample", source="sample")
        every = [
            record.id for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT) for record in session.store.all(kind)
        ]
        for record in every:
            visibility.set_level(session, record, "public")
        first = session.store.ids(Kind.CASE)[0]
        added = evidence.add(session, first, folder / "first.bin", Job()).result
        (folder / "refs").write_text(f"{added.ref} {session.store.get(first).text('ref')}")
    (folder / "large.bin").write_bytes(os.urandom(24 << 20))
    _meet(folder)
    return folder


def _meet(folder: Path) -> None:
    from hrddesk.actions.exchange import contacts, identity

    with (
        Session.create(folder / "other.hrdv", PASSPHRASE, FLOOR)[0] as other,
        vaults.unlock(folder / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session,
    ):
        identity.write_card(other, folder / "card")
        contacts.add(session, folder / "card", "other")
        contacts.verify(session, "other", " ".join(identity.show(other).words))


def _start(desk: Path, words: list[str]) -> subprocess.Popen[bytes]:
    item, case = (desk / "refs").read_text().split()
    command = [{"EVIDENCE": item, "CASE": case}.get(word, word) for word in words]
    return subprocess.Popen(
        [sys.executable, "-m", "hrddesk", *command, "--vault", "desk.hrdv", "--passphrase-file", "secret"],
        cwd=desk,
        env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _children(process: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = entry.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == process:
            found.append(int(entry.parent.name))
    return found


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _gone(processes: list[int]) -> bool:
    until = time.monotonic() + 5
    while any(map(_alive, processes)):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def _opens_and_holds(desk: Path) -> None:
    with vaults.unlock(desk / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session:
        assert session.alarms == []
        report = vaults.check(session, Job())
    assert report.ok, report.damage
    assert {path.name for path in (desk / "desk.hrdv").iterdir()} == {
        "keys.bin",
        "head.bin",
        "db.sqlite",
        "att",
    }


def _empty(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def _lasts(desk: Path, name: str) -> float:
    """Return how many seconds a command takes that nobody stops."""
    _empty(desk / "out")
    began = time.monotonic()
    whole = _start(desk, COMMANDS[name])
    said = whole.communicate(timeout=100)
    assert whole.returncode == 0, said[1].decode()
    return time.monotonic() - began


@pytest.mark.timeout(3600 if FULL else 300)
@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_left_half_done(desk: Path, name: str) -> None:
    out = desk / "out"
    lasts = min(_lasts(desk, name) for _ in range(2))  # the machine may do something else meanwhile
    chance = campaigns.chance(f"signals {name}")
    stopped = 0
    for moment in range(MOMENTS):
        _empty(out)
        process = _start(desk, COMMANDS[name])
        # From the moment that the vault is open; later ones are more often where something is written.
        time.sleep(lasts * (0.3 + 0.65 * (moment + chance.random()) / MOMENTS))
        children = _children(process.pid)
        number = SIGNALS[moment % len(SIGNALS)]
        process.send_signal(number)
        _, error = process.communicate(timeout=60)
        assert b"Traceback" not in error
        assert b"bug" not in error
        left = {path.name for path in out.iterdir()}
        assert left in (set(), WHOLE.get(name, set())), f"{number.name} after {moment}"
        if process.returncode != 0:
            # Before its first lines ran, the system ends it.
            assert process.returncode in (128 + number, -number), error.decode()
            stopped += 1
        assert _gone(children)
        assert not list((desk / "desk.hrdv").glob("*-wal"))
    assert stopped > 0
    _opens_and_holds(desk)


@pytest.mark.timeout(7200 if FULL else 300)
def test_a_signal_at_any_place_of_the_code_ends_it_quietly(tmp_path: Path) -> None:
    """Some places, others at each commit; all of them in a full run."""
    small = tmp_path / "desk"
    small.mkdir()
    (small / "out").mkdir()
    (small / "secret").write_text(PASSPHRASE + "\n", "utf-8")
    (small / "large.bin").write_bytes(os.urandom(3 << 20))
    with Session.create(small / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        case = cases.create(session, {"title": "one"}).result
        ref = session.store.get(case).text("ref")
    share, number = "0" if FULL else "12", str(int(signal.SIGINT))
    command: list[str | Path] = [Path(__file__).with_name("every_moment.py"), small, tmp_path / "run"]
    done = subprocess.run(
        [sys.executable, *command, share, number, "evidence", "add", ref, "large.bin"],
        env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *wrong, tried = map(json.loads, done.stdout.splitlines())
    assert wrong == []
    assert tried["places"] >= 12
    assert tried["stopped"] * 2 >= tried["places"]  # the rest had done its work before the signal came


def test_the_layout_process_ends_with_a_parent_that_was_killed(desk: Path) -> None:
    _empty(desk / "out")
    process = _start(desk, COMMANDS["publish"])
    children: list[int] = []
    while not children:
        assert process.poll() is None, "it ended before it laid out"
        children = _children(process.pid)
    process.kill()
    process.communicate()
    assert _gone(children)
    assert list((desk / "out").iterdir()) == []
    _opens_and_holds(desk)


def test_a_terminal_that_closes_says_so_twice_and_takes_its_output_along(desk: Path) -> None:
    _empty(desk / "out")
    process = _start(desk, COMMANDS["publish"])
    while not _children(process.pid):
        assert process.poll() is None
    assert process.stderr is not None
    assert process.stdout is not None
    process.stderr.close()
    process.stdout.close()
    for _ in range(3):
        process.send_signal(signal.SIGHUP)
    assert process.wait(timeout=60) == 128 + signal.SIGHUP
    assert list((desk / "out").iterdir()) == []
    _opens_and_holds(desk)
