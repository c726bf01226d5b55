"""run.py in a small checkout of its own: real environments, from a package that is made here, offline."""

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.campaigns import uncounted

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"

PROGRAM = """
import json, sys
import tinydep
json.dump(
    {
        "arguments": sys.argv[1:],
        "input": sys.stdin.read(),
        "isolated": sys.flags.isolated,
        "prefix": sys.prefix,
        "tinydep": tinydep.VERSION,
    },
    sys.stdout,
)
sys.exit(7)
"""


def make_wheel(folder: Path, version: str) -> str:
    """Write a wheel of `tinydep` and return its line for a lock."""
    path = folder / f"tinydep-{version}-py3-none-any.whl"
    info = f"tinydep-{version}.dist-info"
    files = {
        "tinydep.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tinydep\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record += f"{name},sha256={digest},{len(text)}\n"
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return f"tinydep=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Checkout:
    """A checkout that has only what run.py needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a checkout"  # people have spaces in their paths
        self.wheels = folder / "wheels"

    def make(self) -> "Checkout":
        """Write it, without any environment."""
        self.wheels.mkdir()
        for part in ("hrddesk", "ui", "packaging"):
            (self.folder / part).mkdir(parents=True)
        (self.folder / "hrddesk" / "__init__.py").touch()
        (self.folder / "hrddesk" / "__main__.py").write_text(PROGRAM, "utf-8")
        for name in ("run.py", "environment.py", "system_packages.py"):
            shutil.copy(PACKAGING / name, self.folder / "packaging")
        self.lock(make_wheel(self.wheels, "1.0"))
        self.lock(make_wheel(self.wheels, "2.0"), "requirements-test.txt")
        return self

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv" / "hrddesk.json"

    def lock(self, text: str, name: str = "requirements.txt") -> None:
        (self.folder / "packaging" / name).write_text(text, "utf-8")

    def start(self, *arguments: str, python: str = sys.executable) -> "subprocess.Popen[str]":
        environment = {**uncounted(), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return subprocess.Popen(
            [python, "packaging/run.py", *arguments],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, given: str = "") -> tuple[int, str, str]:
        """Return the exit code, standard output and standard error."""
        with self.start(*arguments) as process:
            out, error = process.communicate(given, timeout=100)
            return process.returncode, out, error


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path).make()


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """One with an environment, which takes seconds to make."""
    made = Checkout(tmp_path_factory.mktemp("ready")).make()
    assert made.run("x")[0] == 7
    return made


@pytest.fixture
def standing(ready: Checkout, tmp_path: Path) -> Checkout:
    """One with an environment as it would have been made there."""
    folder = tmp_path / "copy"
    shutil.copytree(ready.folder.parent, folder, symlinks=True)
    copy = Checkout(folder)
    for path in (copy.stamp, *copy.folder.glob(".venv/lib/*/site-packages/hrddesk-checkout.pth")):
        path.write_text(path.read_text("utf-8").replace(str(ready.folder), str(copy.folder)), "utf-8")
    assert copy.run("x")[::2] == (7, "")  # it fits
    return copy


def test_makes_the_environment_once_and_becomes_the_program(checkout: Checkout) -> None:
    code, out, error = checkout.run("case", "new", "--title", "two words", given="line\n")
    assert code == 7, error
    said = json.loads(out)  # nothing else is on standard output
    assert said["arguments"] == ["case", "new", "--title", "two words"]
    assert said["input"] == "line\n"
    assert said["isolated"] == 1
    assert Path(said["prefix"]).resolve() == (checkout.folder / ".venv").resolve()
    assert "making .venv" in error
    made = checkout.stamp.stat().st_mtime_ns

    code, out, error = checkout.run("again")
    assert (code, error) == (7, "")
    assert checkout.stamp.stat().st_mtime_ns == made


def test_a_changed_lock_makes_it_anew_and_a_failing_one_keeps_the_old(standing: Checkout) -> None:
    good = make_wheel(standing.wheels, "3.0")
    standing.lock(good.replace("sha256:", "sha256:" + "0" * 64)[: len(good) - 1])
    code, out, error = standing.run("x")
    assert (code, out) == (1, "")
    assert "This step of the set-up failed" in error
    assert "Traceback" not in error
    assert standing.stamp.exists()  # the one of before stands again
    assert not (standing.folder / ".venv.old").exists()

    standing.lock(good)
    code, out, error = standing.run("x")
    assert code == 7, error
    assert json.loads(out)["tinydep"] == "3.0"
    assert not (standing.folder / ".venv.old").exists()


def test_what_was_made_for_something_else_is_made_anew(standing: Checkout) -> None:
    stamp = json.loads(standing.stamp.read_text("utf-8"))
    standing.stamp.write_text(json.dumps({**stamp, "base": "/elsewhere/python3"}), "utf-8")
    code, _, error = standing.run("x")
    assert code == 7
    assert "making .venv" in error
    assert json.loads(standing.stamp.read_text("utf-8")) == stamp


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_one_that_was_killed_half_way_is_repeated(checkout: Checkout) -> None:
    with checkout.start("x") as process:
        deadline = time.monotonic() + 60
        while not (checkout.folder / ".venv" / "pyvenv.cfg").exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert not checkout.stamp.exists()
    code, out, error = checkout.run("x")
    assert code == 7, error
    assert json.loads(out)["tinydep"] == "1.0"


@pytest.mark.skipif(os.name == "nt", reason="no shared locks there")
def test_two_at_once_make_one(checkout: Checkout) -> None:
    processes = [checkout.start(str(number)) for number in range(3)]
    done = [process.communicate("", timeout=100) for process in processes]
    assert [process.returncode for process in processes] == [7, 7, 7], done
    assert sorted(json.loads(out)["arguments"][0] for out, _ in done) == ["0", "1", "2"]
    assert sum("making .venv" in error for _, error in done) == 1
    assert sum("waiting for another process" in error for _, error in done) >= 1


@pytest.mark.skipif(os.name == "nt", reason="no shared locks there")
def test_who_waits_to_make_it_goes_on_once_another_made_it_and_runs(standing: Checkout) -> None:
    import fcntl

    aside = standing.stamp.with_name("aside")
    standing.stamp.rename(aside)  # as while another process makes it
    with (standing.folder / ".venv.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        with standing.start("x") as process:
            assert process.stderr is not None
            assert "waiting for another process" in process.stderr.readline()
            aside.rename(standing.stamp)
            out, _ = process.communicate("", timeout=100)
    assert process.returncode == 7
    assert json.loads(out)["tinydep"] == "1.0"


@pytest.mark.skipif(os.name == "nt", reason="no shared locks there")
def test_a_running_program_keeps_its_environment(checkout: Checkout) -> None:
    with checkout.start("runs until its input ends") as running:
        deadline = time.monotonic() + 60
        while not checkout.stamp.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        checkout.lock(make_wheel(checkout.wheels, "4.0"))
        with checkout.start("new") as other:
            assert other.stderr is not None
            assert "waiting for another process" in other.stderr.readline()
            assert checkout.stamp.exists()
            out, _ = running.communicate("", timeout=100)
            assert json.loads(out)["tinydep"] == "1.0"
            out, _ = other.communicate("", timeout=100)
            assert json.loads(out)["tinydep"] == "4.0"


def test_tests_are_added_to_what_is_there_and_do_not_disturb_it(standing: Checkout) -> None:
    before = (standing.folder / ".venv" / "pyvenv.cfg").stat().st_ino
    code = "import sys; sys.path.insert(0, 'packaging'); import environment; environment.ensure(tests=True)"
    environment = {**uncounted(), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(standing.wheels)}
    subprocess.run(
        [sys.executable, "-c", code], cwd=standing.folder, env=environment, check=True, timeout=100
    )
    assert set(json.loads(standing.stamp.read_text("utf-8"))) >= {"requirements.txt", "requirements-test.txt"}
    code_, out, error = standing.run("x")
    assert (code_, error) == (7, "")
    assert json.loads(out)["tinydep"] == "2.0"
    assert (standing.folder / ".venv" / "pyvenv.cfg").stat().st_ino == before


def test_a_folder_of_our_name_in_the_current_one_is_not_taken_for_us(
    standing: Checkout, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    (trap / "hrddesk").mkdir(parents=True)
    for name in ("hrddesk/__init__.py", "json.py", "environment.py", "tinydep.py"):
        (trap / name).write_text("raise SystemExit('trapped')", "utf-8")
    done = subprocess.run(
        [sys.executable, str(standing.folder / "packaging" / "run.py"), "x"],
        cwd=trap,
        env={**uncounted(), "PYTHONPATH": str(trap / "hrddesk")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 7, done.stderr


def test_another_python_of_this_machine_makes_it_anew(standing: Checkout) -> None:
    mine = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    others = [name for name in ("python3.11", "python3.12", "python3.13", "python3.14") if name != mine]
    for name in others:
        found = shutil.which(name)
        if found is None:
            continue
        has_venv = subprocess.run([found, "-c", "import ensurepip"], capture_output=True, check=False)
        if has_venv.returncode == 0:
            break
    else:
        pytest.skip("this machine has one Python only")
    with standing.start("x", python=found) as process:
        _, error = process.communicate("", timeout=100)
    assert process.returncode == 7, error
    assert "making .venv" in error
    stamp = json.loads(standing.stamp.read_text("utf-8"))
    assert stamp["python"] == f"cpython {name.removeprefix('python')}"
