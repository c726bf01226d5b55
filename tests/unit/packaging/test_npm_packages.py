"""What the tests have from npm: by a lock with hashes, once, and again only when the lock changed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]

NPM = """#!/bin/sh
echo "$@" >> "$NPM_CALLS"
mkdir -p node_modules/it
exit "$NPM_ENDS"
"""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an `npm` first on the path that writes down how it is called."""
    commands = tmp_path / "commands"
    commands.mkdir()
    (commands / "npm").write_text(NPM, "utf-8")
    (commands / "npm").chmod(0o700)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("NPM_CALLS", str(tmp_path / "calls"))
    monkeypatch.setenv("NPM_ENDS", "0")
    return tmp_path / "calls"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    folder = tmp_path / "lock"
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        (folder / name).write_text("{}", "utf-8")
    return folder


def test_it_is_installed_once_for_each_lock_and_runs_nothing(
    script: Load, tmp_path: Path, lock: Path, calls: Path
) -> None:
    npm_packages, venv = script("npm_packages"), tmp_path / "venv"
    venv.mkdir()
    for _ in range(2):
        assert (npm_packages.ensure(venv, lock) / "it").is_dir()
    assert calls.read_text("utf-8").count("ci --ignore-scripts") == 1
    (lock / "package-lock.json").write_text("{ }", "utf-8")
    npm_packages.ensure(venv, lock)
    assert len(calls.read_text("utf-8").splitlines()) == 2
    assert [path.name for path in venv.iterdir()] == ["npm"]


def test_what_cannot_be_installed_is_said_and_leaves_nothing(
    script: Load, tmp_path: Path, lock: Path, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_packages, venv = script("npm_packages"), tmp_path / "venv"
    venv.mkdir()
    monkeypatch.setenv("NPM_ENDS", "3")
    with pytest.raises(npm_packages.SetUpFailed, match=r"exit code 3.*npm ci"):
        npm_packages.ensure(venv, lock)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(npm_packages.SetUpFailed, match="cannot be started"):
        npm_packages.ensure(venv, lock)
    assert list(venv.iterdir()) == []


def test_every_package_of_the_lock_has_a_hash_and_no_address(script: Load) -> None:
    lock = json.loads((script("npm_packages").FOLDER / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    for package in packages:
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package
        assert "hasInstallScript" not in package
