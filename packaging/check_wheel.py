"""Build the wheel and run it like a person who has nothing else: new environment, other folder, new home.

The script runs in the checkout's own environment, which has the build tools.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment import CHECKOUT, LOCK, python_of

_SECONDS = 900


class WheelFails(Exception):
    """The wheel does not work; the message says why."""


def build(target: Path) -> Path:
    """Build the wheel into a folder without downloading anything, and return the path of the wheel."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target)]
    subprocess.run([*command, str(CHECKOUT)], check=True, stdout=subprocess.DEVNULL)
    (wheel,) = target.glob("*.whl")
    return wheel


def check_content(wheel: Path) -> None:
    """Raise WheelFails unless the wheel contains the whole program and its resources, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        have = set(archive.namelist())
    want = {f"hrddesk/{path}" for path in _tracked("hrddesk")}
    want |= {f"hrddesk_ui/{path}" for path in _tracked("ui/hrddesk_ui")}
    want |= {f"hrddesk/resources/{path}" for path in _tracked("resources")}
    missing = sorted(want - have)
    extra = sorted(name for name in have - want if ".dist-info/" not in name)
    if missing or extra:
        raise WheelFails(f"missing in the wheel: {missing or 'nothing'}; too much: {extra or 'nothing'}")


def _tracked(folder: str) -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."],
        cwd=CHECKOUT / folder,
        capture_output=True,
        check=True,
    )
    return [name for name in done.stdout.decode("utf-8").split("\0") if name]


def install(wheel: Path, venv: Path) -> Path:
    """Install the locked packages and the wheel into a new environment; return the path of its `hrddesk`."""
    subprocess.run([sys.executable, "-I", "-m", "venv", str(venv)], check=True)
    pip = [str(python_of(venv)), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = str(CHECKOUT / "packaging" / LOCK)
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    return python_of(venv).with_name("hrddesk.exe" if os.name == "nt" else "hrddesk")


def run(program: Path, home: Path, *arguments: str) -> Any:
    """Run a command of the installed program with `--json` and return its answer."""
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(program), *arguments, "--json"],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise WheelFails(f"hrddesk {' '.join(arguments)} ended with {done.returncode}")
    return json.loads(done.stdout)


def main() -> int:
    """Build, check, install and run the wheel; return 1 if anything fails, otherwise 0."""
    with tempfile.TemporaryDirectory(prefix="hrddesk wheel ") as name:  # a space: people have them
        folder = Path(name)
        try:
            wheel = build(folder)
            print(f"{wheel.name}: {wheel.stat().st_size:,} bytes")
            check_content(wheel)
            program = install(wheel, folder / "venv")
            checked = run(program, folder / "home", "self-check")
            if checked["ok"] is not True:
                raise WheelFails(f"self-check: {checked}")
            out = folder / "demo"
            made = run(program, folder / "home", "demo", str(out))
            for path in (made["bundle"], made["pdf"], *made["vaults"], out / "passphrase.txt"):
                if not (out / path).exists():
                    raise WheelFails(f"the demo left no {path}")
            left = sorted(str(path.relative_to(folder)) for path in (folder / "home").rglob("*"))
            if left:
                raise WheelFails(f"files were left in the home folder: {left}")
        except (WheelFails, subprocess.SubprocessError) as error:
            print(f"The wheel does not do: {error}")
            return 1
    print("The wheel holds everything, checks itself and does the main job.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
