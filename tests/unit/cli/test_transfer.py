"""hrddesk import and export, as a person types them."""

from pathlib import Path

import pytest

from .conftest import Desk


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "parties.csv").write_text("party,names\np1,Tashi Wengar\np2,Tashi Norbu\n", "utf-8")
    return folder


def test_a_level_for_all_rows_closes_at_once_and_opens_only_when_asked_to(desk: Desk, kit: Path) -> None:
    desk.run("import", str(kit))
    assert "2 known record(s) would be seen by fewer people" in desk.run(
        "import", str(kit), "--visibility", "secret", "--dry-run"
    )
    closed = desk.json("import", str(kit), "--visibility", "secret")
    assert closed["levels"] == {"tightened": 2, "loosened": 0, "kept_stricter": 0}
    assert "2 known record(s) keep a stricter level" in desk.run("import", str(kit), "--visibility", "public")
    opened = desk.json("import", str(kit), "--visibility", "public", "--loosen")
    assert opened["levels"] == {"tightened": 0, "loosened": 2, "kept_stricter": 0}
    desk.run("import", "undo", str(opened["import"]))
    levels = [party["visibility"]["record"] for party in desk.json("party", "list")]
    assert levels == ["secret", "secret"]
