"""What decides whether an environment fits, and what is said where it cannot be made."""

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]


@pytest.mark.parametrize("key", ["recipe", "python", "platform", "base", "checkout", "requirements.txt"])
def test_every_part_of_the_stamp_counts(script: Load, key: str) -> None:
    environment = script("environment")
    want = environment._wanted(environment.CHECKOUT, tests=False)
    assert key in want
    assert environment._fits(want, want)
    assert environment._fits({**want, "requirements-test.txt": "more"}, want)
    assert not environment._fits({**want, key: "other"}, want)
    assert not environment._fits({name: value for name, value in want.items() if name != key}, want)


def test_an_unreadable_stamp_is_none(script: Load, tmp_path: Path) -> None:
    environment = script("environment")
    assert environment._stamp(tmp_path) == {}
    for content in ("", "[]", "{", "\x00"):
        (tmp_path / "hrddesk.json").write_text(content, "utf-8")
        assert environment._stamp(tmp_path) == {}


def test_an_old_python_is_named(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = script("environment")
    monkeypatch.setattr(environment.sys, "version_info", (3, 10, 1))
    with pytest.raises(environment.SetUpFailed, match=r"needs 3\.11 or newer"):
        environment.ensure()


def test_python_without_venv_names_the_exact_package(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = script("environment")
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment.system_packages.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(environment.system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(environment.sys, "version_info", (3, 13, 5))
    with pytest.raises(environment.SetUpFailed) as caught:
        environment._require_venv_modules()
    assert "sudo apt-get install --no-install-recommends python3.13-venv" in str(caught.value)


def test_a_symlink_or_file_in_the_way_is_removed_and_its_target_is_not(script: Load, tmp_path: Path) -> None:
    environment = script("environment")
    kept = tmp_path / "kept"
    kept.mkdir()
    link = tmp_path / ".venv"
    link.symlink_to(kept)
    environment._remove(link)
    assert kept.is_dir()
    link.touch()
    environment._remove(link)
    environment._remove(link)
    assert not link.exists()


def test_a_release_that_came_after_the_lock_changes_nothing(script: Load, tmp_path: Path) -> None:
    """Also where a package asks for the extra of another: pip 23.2 took the newest for that, and stopped."""
    index = tmp_path / "index"
    index.mkdir()
    asking = _wheel(index, "asking", "1.0", "Requires-Dist: asked[more]>=1.0\n")
    locked = _wheel(index, "asked", "1.0", "Provides-Extra: more\n")
    _wheel(index, "asked", "1.1", "Provides-Extra: more\n")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"asked==1.0 --hash=sha256:{locked}\nasking==1.0 --hash=sha256:{asking}\n", "utf-8")
    installed = tmp_path / "installed"
    subprocess.run(
        script("environment")._pip(Path(sys.executable), [lock]),
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(index), "PIP_TARGET": str(installed)},
        check=True,
        timeout=60,
    )
    assert {path.name for path in installed.glob("*.dist-info")} == {
        "asked-1.0.dist-info",
        "asking-1.0.dist-info",
    }


def _wheel(folder: Path, name: str, version: str, more: str) -> str:
    """Write a package without any module into the folder; return its SHA-256."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{more}"
        )
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()
