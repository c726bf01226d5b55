"""The command line where something around it is not as it should be: real processes.

Standard streams that are closed or full, folders and files that may not be read, names that are no text; and
what everybody on the same machine can see of it while it works.
"""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hrddesk import errors
from hrddesk.actions.records import cases, events, parties, visibility
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system.paths import resources

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "granite lantern orbit velvet"
SECRET = "Odal Brisk"
NOBODY = 65534
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a vault: one case with a person, and a file."""
    (tmp_path / "secret").write_text(PASSPHRASE + "\n", "utf-8")
    (tmp_path / "paper").write_bytes(b"a notice")
    with Session.create(tmp_path / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        case = cases.create(session, {"title": "x", "ref": "CASE"}).result
        parties.create(
            session, {"ref": "PARTY"}, {"names": [{"name": SECRET, "kind": "main"}]}, case, "subject"
        )
    return tmp_path


def _command(*words: str | bytes) -> list[str | bytes]:
    return [
        *(sys.executable, "-m", "hrddesk", *words),
        *("--vault", "desk.hrdv", "--passphrase-file", "secret"),
    ]


def _variables() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")} | {
        "PYTHONPATH": str(ROOT)
    }


def _run(desk: Path, *words: str | bytes, shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run a command, within a line of a shell where one is given: `"$@"` is the command there."""
    command = _command(*words)
    done = subprocess.run(
        ["bash", "-c", shell, "-", *command] if shell else command,
        cwd=desk,
        env=_variables(),
        capture_output=True,
        stdin=None if shell else subprocess.DEVNULL,
        timeout=100,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr
    return done


def test_streams_that_are_closed_are_not_taken_for_files(desk: Path) -> None:
    done = _run(desk, "evidence", "add", "CASE", "paper", shell='"$@" <&- >&- 2>&-')
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert _run(desk, "vault", "check").returncode == 0
    done = _run(desk, "case", "list", shell='"$@" --passphrase-file - <&-')
    assert done.returncode == errors.SecretUnreadable.exit_code


@pytest.mark.parametrize("words", [["case", "list"], ["case", "list", "--json"], ["help", "exit-codes"]])
def test_a_full_disk_behind_the_output_is_said(desk: Path, words: list[str]) -> None:
    done = _run(desk, *words, shell='"$@" > /dev/full')
    assert done.returncode == errors.OutputFailed.exit_code
    assert b"No space left" in done.stderr


def test_nobody_to_complain_to_is_no_error_of_its_own(desk: Path) -> None:
    done = _run(desk, "case", "show", "NONE", shell='"$@" 2> /dev/full')
    assert done.returncode == errors.RecordNotFound.exit_code


def test_a_vault_is_not_kept_when_its_words_went_nowhere(desk: Path) -> None:
    for shell in ('"$@" > /dev/full', 'set -o pipefail; "$@" | true'):
        done = _run(desk, "vault", "new", "new.hrdv", shell=shell)
        assert done.returncode == errors.OutputFailed.exit_code, done.stderr
        assert not (desk / "new.hrdv").exists()


def test_a_name_that_is_no_text_is_a_name_all_the_same(desk: Path) -> None:
    odd = os.fsencode(desk) + b"/\xff\xfe.png"
    Path(os.fsdecode(odd)).write_bytes(b"\x89PNG\r\n\x1a\n")
    added = _run(desk, "evidence", "add", "CASE", odd, "--json")
    assert added.returncode == 0, added.stderr
    ref = json.loads(added.stdout)["ref"]
    copy = os.fsencode(desk) + b"/copy \xff.png"
    assert _run(desk, "evidence", "save", ref, copy).returncode == 0
    assert Path(os.fsdecode(copy)).read_bytes() == b"\x89PNG\r\n\x1a\n"
    assert _run(desk, "export", os.fsencode(desk) + b"/kit \xff").returncode == 0
    Path(os.fsdecode(os.fsencode(desk) + b"/vault \xff.hrdv")).symlink_to("desk.hrdv")
    assert _run(desk, "case", "list", "--vault", os.fsencode(desk) + b"/vault \xff.hrdv").returncode == 0
    assert _run(desk, "case", "new", "--title", b"\xff").returncode == 2


# --- what may not be read or written -----------------------------------------------------------------------


@pytest.fixture
def stranger(desk: Path) -> Iterator[Path]:
    """The desk, owned by somebody whom the system refuses things: root is refused nothing."""
    if os.geteuid() != 0:
        yield desk
        return
    place = Path(tempfile.mkdtemp(prefix="hrddesk-", dir="/tmp"))
    shutil.copytree(desk, place, dirs_exist_ok=True)
    for path in [place, *place.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    yield place
    subprocess.run(["chmod", "-R", "u+rwx", str(place)], check=True)
    shutil.rmtree(place)


def _take(path: Path, mode: int = 0) -> None:
    path.chmod(mode)


@pytest.mark.parametrize(
    ("take", "words", "code"),
    [
        (lambda d: _take(d / "desk.hrdv"), ["case", "list"], {13, 15}),
        (lambda d: _take(d / "desk.hrdv" / "db.sqlite"), ["case", "list"], {15, 20}),
        (lambda d: _take(d / "desk.hrdv" / "keys.bin"), ["case", "list"], {11, 15}),
        (lambda d: _take(d / "desk.hrdv" / "db.sqlite", 0o400), ["case", "list"], {0}),  # to be read only
        (lambda d: _take(d / "desk.hrdv" / "db.sqlite", 0o400), ["case", "new", "--title", "x"], {15}),
        (lambda d: _take(d / "desk.hrdv", 0o500), ["case", "new", "--title", "x"], {15}),
        (lambda d: _take(d / "secret"), ["case", "list"], {24}),
        (lambda d: _take(d / "paper"), ["evidence", "add", "CASE", "paper"], {42}),
        (lambda d: _take(d, 0o500), ["export", "kit"], {44}),
        (lambda d: _take(d, 0o500), ["vault", "new", "new.hrdv"], {15}),
        (lambda d: _take(d / "paper"), ["pdf", "check", "paper"], {84}),
        (lambda d: _take(d / "paper"), ["import", "paper"], {40, 42}),
        (lambda d: _take(d / "paper"), ["bundle", "read", "paper"], {42}),
        (lambda d: _take(d / "paper"), ["contact", "add", "paper"], {42}),
    ],
)
def test_what_the_system_refuses_is_said(
    stranger: Path, take: Callable[[Path], None], words: list[str], code: set[int]
) -> None:
    take(stranger)
    as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    done = subprocess.run(
        [*(as_nobody if os.geteuid() == 0 else []), *_command(*words)],
        cwd=stranger,
        env=_variables() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=100,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr
    assert done.returncode in code, done.stderr.decode()


# --- what others see ---------------------------------------------------------------------------------------


def _seen(process: int) -> Iterator[bytes]:
    """Yield what /proc tells of a process and its children: arguments, variables, names of open files."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if process not in (int(folder.name), parent):
                continue
            yield (folder / "cmdline").read_bytes()
            yield (folder / "environ").read_bytes()
            yield (folder / "comm").read_bytes()
        except OSError:
            continue


@pytest.mark.parametrize("what", ["publish", "import"])
def test_nobody_on_the_machine_reads_a_secret_from_the_list_of_processes(desk: Path, what: str) -> None:
    with vaults.unlock(desk / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session:
        case, party = session.store.by_ref("CASE").id, session.store.by_ref("PARTY").id
        event = events.add(session, case, {"type": "detained"}, {"parties": [{"party": party}]}).result
        visibility.set_many(session, [party, event], "public")
    words = {
        "publish": [
            "publish",
            "out.pdf",
            "--profile",
            "names",
            "--all",
            "--accept-all-risks",
            "for the test",
        ],
        "import": ["import", str(resources() / "sample")],
    }[what]
    process = subprocess.Popen(_command(*words), cwd=desk, env=_variables(), stdout=subprocess.DEVNULL)
    seen: set[bytes] = set()
    looks = 0
    while process.poll() is None:
        seen.update(_seen(process.pid))
        looks += 1
        time.sleep(0.005)
    assert process.returncode == 0
    assert looks > 10
    told = b"\n".join(seen)
    assert b"hrddesk" in told
    assert what != "publish" or b"hrddesk.publish.process.worker" in told
    for secret in (PASSPHRASE, SECRET, *SECRET.split(), *PASSPHRASE.split()):
        assert secret.encode() not in told
    assert stat.S_IMODE((desk / "desk.hrdv").stat().st_mode) == 0o700
