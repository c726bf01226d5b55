"""The program finds its own files in a checkout and in a wheel."""

from pathlib import Path

import pytest

from hrddesk.system import paths


def test_a_checkout_has_its_resources_at_the_top() -> None:
    assert (paths.resources() / "fonts").is_dir()


def test_a_wheel_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGED", tmp_path)
    assert paths.resources() == tmp_path


def test_a_checkout_is_called_by_its_script_and_a_wheel_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.command() == "python3 packaging/run.py"
    monkeypatch.setattr(paths, "_CHECKOUT", tmp_path / "resources")
    assert paths.command() == "hrddesk"


def test_a_vault_usually_lies_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert paths.usual_vault() == tmp_path / "desk.hrdv"


def test_a_new_vault_is_proposed_where_nothing_is_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert paths.free_vault() == tmp_path / "desk.hrdv"
    (tmp_path / "desk.hrdv").mkdir()
    (tmp_path / "desk-2.hrdv").symlink_to(tmp_path / "nowhere")
    assert paths.free_vault() == tmp_path / "desk-3.hrdv"
