"""The packages from npm that the tests need: those of the lock file in packaging/npm, checked by hash.

Standard library only. Needs node and npm, which system_packages provides for the tests.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from environment import CHECKOUT, SetUpFailed, say

FOLDER = CHECKOUT / "packaging" / "npm"
_FILES = ("package.json", "package-lock.json")
_STAMP = "hrddesk.sha256"


def ensure(venv: Path, folder: Path = FOLDER) -> Path:
    """Return the `node_modules` of an environment; install the packages first if the lock file changed.

    Raise SetUpFailed.
    """
    place = venv / "npm"
    want = hashlib.sha256(b"".join((folder / name).read_bytes() for name in _FILES)).hexdigest()
    if not _is_stamped(place, want):
        say("HRDDesk: installing what the tests need from npm ...")
        draft = Path(tempfile.mkdtemp(prefix="npm.", dir=venv))
        try:
            _install(folder, draft)
            (draft / _STAMP).write_text(want, "ascii")
            if place.exists():
                shutil.rmtree(place)
            draft.rename(place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    return place / "node_modules"


def _is_stamped(place: Path, want: str) -> bool:
    try:
        return (place / _STAMP).read_text("ascii") == want
    except OSError:
        return False


def _install(folder: Path, draft: Path) -> None:
    for name in _FILES:
        shutil.copyfile(folder / name, draft / name)
    # `ci` takes exactly what the lock says, each package by its hash
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=draft, stdin=subprocess.DEVNULL, stdout=2, check=False)
    except OSError as error:
        raise SetUpFailed(f"npm cannot be started: {error}") from error
    if done.returncode != 0:
        raise SetUpFailed(
            f"This step of the set-up failed (exit code {done.returncode}): {' '.join(command)}\n"
            "It needs the network once, and is repeated at the next start."
        )
