"""Make the environment that a checkout runs in, from the locked requirements and nothing else.

Standard library only: this script runs with whatever Python 3.11 or newer the person has. All messages go to
standard error, so that standard output belongs to the program alone.
"""

import hashlib
import importlib.util
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import system_packages

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"
FUZZ_LOCK = "requirements-fuzz.txt"
_RECIPE = 1  # raised when an environment made by an older version of this file would not do
_SECONDS_BETWEEN_REMINDERS = 30


class SetUpFailed(Exception):
    """The environment could not be made; the message says why and what to do."""


def say(text: str) -> None:
    """Print a message for the person on standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def require_python() -> None:
    """Raise SetUpFailed if this Python is too old."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever calls this has not installed anything yet
        raise SetUpFailed(
            f"This is Python {platform.python_version()}; HRDDesk needs 3.11 or newer. "
            "Call it with a newer one, for example: python3.13 packaging/run.py"
        )


def python_of(venv: Path) -> Path:
    """Return the path of the Python interpreter of an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure(checkout: Path = CHECKOUT, *, tests: bool = False) -> Path:
    """Return the interpreter of the checkout's `.venv`; make the environment first if it is missing or unfit.

    An environment is fit if it was finished for this Python, this folder and these lock files. The lock on
    `.venv.lock` stays open and shared while this process lives, even after exec: until then no other process
    removes the environment. Raise SetUpFailed.
    """
    require_python()
    venv = checkout / ".venv"
    want = _wanted(checkout, tests=tests)
    lock = _Lock(checkout / ".venv.lock")
    try:
        reminded = -math.inf
        while True:
            shared = lock.take(own=False)
            if shared and _fits(_stamp(venv), want) and python_of(venv).exists():
                return python_of(venv)
            if lock.take(own=True):
                have = _stamp(venv)
                if not (_fits(have, want) and python_of(venv).exists()):
                    _Maker(checkout, venv, lock).make(have, want)
                continue
            # Look again each time: whoever is waited for may have made it meanwhile and run the program now.
            if time.monotonic() - reminded > _SECONDS_BETWEEN_REMINDERS:
                doing = "uses" if shared else "makes"
                say(f"HRDDesk: waiting for another process that {doing} .venv; close it to go on.")
                reminded = time.monotonic()
            time.sleep(0.2)
    except BaseException:
        lock.close()
        raise


def add(python: Path, lock: str, checkout: Path = CHECKOUT) -> None:
    """Install the packages of one more lock file into a finished environment; raise SetUpFailed.

    An environment is fit with or without these packages.
    """
    _finish(_pip(python, [checkout / "packaging" / lock]), ())


# --- what is there and what is wanted ---------------------------------------------------------------------


def _wanted(checkout: Path, *, tests: bool) -> dict[str, str]:
    locks = {LOCK: _digest(checkout / "packaging" / LOCK)}
    if tests:
        locks[TEST_LOCK] = _digest(checkout / "packaging" / TEST_LOCK)
    return {
        "recipe": str(_RECIPE),
        # Not the third number: a security update of Python must not ask for a download.
        "python": f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}",
        "platform": sysconfig.get_platform(),
        "base": str(_base_python()),
        "checkout": str(checkout),
        **locks,
    }


def _base_python() -> Path:
    """Return the interpreter outside any virtual environment from which this script was started."""
    return Path(getattr(sys, "_base_executable", None) or sys.executable).resolve()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _stamp(venv: Path) -> dict[str, str]:
    try:
        found = json.loads((venv / "hrddesk.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _fits(have: dict[str, str], want: dict[str, str]) -> bool:
    return all(have.get(name) == value for name, value in want.items())


# --- making -----------------------------------------------------------------------------------------------


class _Maker:
    """Makes one environment while it has the exclusive file lock."""

    def __init__(self, checkout: Path, venv: Path, lock: "_Lock") -> None:
        self._checkout = checkout
        self._venv = venv
        self._lock = lock

    def make(self, have: dict[str, str], want: dict[str, str]) -> None:
        """Add what the tests need to the environment if only that is missing; otherwise make it from scratch.

        `have` and `want` describe the present and the wanted environment.
        """
        base = {name: value for name, value in want.items() if name != TEST_LOCK}
        if _fits(have, base) and TEST_LOCK not in have and python_of(self._venv).exists():
            say("HRDDesk: adding what the tests need to the environment ...")
            self._install([TEST_LOCK])
            _write_stamp(self._venv, want)
            return
        _require_venv_modules()
        aside = self._checkout / ".venv.old"
        if have:  # a finished one is kept until the new one stands: who is offline now loses nothing
            _remove(aside)
            self._venv.rename(aside)
        _remove(self._venv)
        try:
            say(f"HRDDesk: making .venv for Python {platform.python_version()} (once; some minutes) ...")
            self._run([str(_base_python()), "-I", "-m", "venv", str(self._venv)])
            self._install([lock for lock in (LOCK, TEST_LOCK) if lock in want])
            self._write_paths()
            _write_stamp(self._venv, want)
        except SetUpFailed:
            if _stamp(aside):
                _remove(self._venv)
                aside.rename(self._venv)
            raise
        _remove(aside)
        say("HRDDesk: the environment is ready.")

    def _install(self, locks: list[str]) -> None:
        self._run(_pip(python_of(self._venv), [self._checkout / "packaging" / lock for lock in locks]))

    def _write_paths(self) -> None:
        """Make the checkout importable, whatever the current folder is."""
        variables = {"base": str(self._venv), "platbase": str(self._venv)}
        site = Path(sysconfig.get_path("purelib", "venv", variables))
        lines = b"".join(os.fsencode(path) + b"\n" for path in (self._checkout, self._checkout / "ui"))
        (site / "hrddesk-checkout.pth").write_bytes(lines)

    def _run(self, command: list[str]) -> None:
        """Run a step in a process that also keeps the file lock.

        If this process is killed, no other process begins to make the environment before the step has ended.
        """
        _finish(command, (self._lock.descriptor,) if os.name != "nt" else ())


def _pip(python: Path, locks: list[Path]) -> list[str]:
    command = [str(python), "-I", "-m", "pip", "install", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--quiet"]
    # Wheels only: building a source package would fetch build tools that no hash of ours covers.
    command += ["--require-hashes", "--only-binary", ":all:"]
    # A lock names all there is. Asked to resolve as well, older releases of pip take a package with extras,
    # such as coverage[toml], in its newest version, for which there is no hash, and stop.
    command += ["--no-deps"]
    for lock in locks:
        command += ["-r", str(lock)]
    return command


def _finish(command: list[str], held: tuple[int, ...]) -> None:
    """Run a step without standard input and with all its output on standard error; raise SetUpFailed."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=2, pass_fds=held, check=False)
    if done.returncode != 0:
        raise SetUpFailed(
            f"This step of the set-up failed (exit code {done.returncode}): {' '.join(command)}\n"
            "It needs the network once, and is repeated at the next start."
        )


def _require_venv_modules() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        try:
            system_packages.provide([name])
        except system_packages.CannotInstall as error:
            raise SetUpFailed(str(error)) from error
        importlib.invalidate_caches()


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _write_stamp(venv: Path, want: dict[str, str]) -> None:
    """Write the file that says that the environment is finished.

    It is written last, and in one step.
    """
    draft = venv / "hrddesk.json.new"
    draft.write_text(json.dumps(want, indent=1), "utf-8")
    draft.replace(venv / "hrddesk.json")


# --- one at a time ----------------------------------------------------------------------------------------


class _Lock:
    """A file lock, which is shared by all processes that use the environment, and exclusive while one makes
    it.
    """

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.set_inheritable(self.descriptor, True)

    def close(self) -> None:
        os.close(self.descriptor)

    def take(self, *, own: bool) -> bool:
        """Take the lock, exclusively if `own` is set, otherwise shared; release what this process had before.

        Return False if other processes prevent this.
        """
        if sys.platform == "win32":
            return True  # no shared locks there, and Windows refuses to remove files that are in use
        import fcntl

        fcntl.flock(self.descriptor, fcntl.LOCK_UN)  # two who share and wait to own would wait for ever
        try:
            fcntl.flock(self.descriptor, (fcntl.LOCK_EX if own else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
