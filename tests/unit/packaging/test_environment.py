"""What decides whether an environment fits, and what is said where it cannot be made."""

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
