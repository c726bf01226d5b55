"""hrddesk import and export, as a person types them."""

from pathlib import Path

import pytest

from hrddesk.errors import ImportRefused, InvalidValue, UndoNotPossible
from hrddesk.interop.kit import kit as kit_files
from hrddesk.system.jobs import Job
from tests.unit.cli.conftest import Desk


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


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "parties.csv").write_text("party,kind,names\na,person,Odal Brisk@Latn:main\n", "utf-8")
    (folder / "events.csv").write_text("event,party,type,date\ne1,a,detained,1954-02-29\n", "utf-8")
    return folder


def test_an_import_is_tried_done_and_undone(desk: Desk, mill: Path, tmp_path: Path) -> None:
    dry = desk.json("import", str(mill), "--dry-run")
    assert dry["new"] == {"party": 1, "case": 1, "event": 1}
    assert dry["made_concerned"] == 1
    assert "1 people whose rows state no role would be taken for persons concerned" in desk.run(
        "import", str(mill), "--dry-run"
    )
    assert desk.json("party", "list") == []
    done = desk.json("import", str(mill))
    assert done["warnings"][0]["value"] == "1954-02-29"
    assert "warning" in desk.run("import", str(mill), "--dry-run", "--source", "again")
    assert desk.json("import", str(mill))["unchanged"] == 2
    desk.run("export", str(tmp_path / "out"))
    assert "1954-02-29" in (tmp_path / "out" / "events.csv").read_text("utf-8")
    desk.run("import", "undo", str(done["import"]))
    assert desk.json("party", "list") == []
    desk.run("import", "undo", str(done["import"]), code=UndoNotPossible.exit_code)
    desk.run("import", "undo", "one", code=InvalidValue.exit_code)
    desk.run("import", str(mill), str(mill), code=InvalidValue.exit_code)


def test_an_import_with_errors_says_which_and_does_nothing(
    desk: Desk, mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mill / "events.csv").write_text(
        "event,party,type,date,\ne1,nobody,detained,2020,\n,a,tried,,over\n", "utf-8"
    )
    (mill / "cases.csv").write_bytes(b"\xff\xfe")
    (mill / "figures.csv").write_text("figure,figure,secret name,secret name\n", "utf-8")
    read, read_kit = list[Path](), kit_files.read_kit

    def counted(path: Path, job: Job) -> kit_files.KitRows:
        read.append(path)
        return read_kit(path, job)

    monkeypatch.setattr("hrddesk.interop.kit.kit.read_kit", counted)
    report = desk.json("import", str(mill), code=ImportRefused.exit_code)
    assert read == [mill]
    assert "secret name" not in desk.complaint
    assert desk.json("party", "list") == []
    places = [(item["file"], item["row"], item["column"]) for item in report["errors"]]
    assert ("events.csv", 2, "party") in places
    printed = desk.run("import", str(mill), "--dry-run", code=ImportRefused.exit_code).splitlines()
    for told in (
        "error: cases.csv: this is not UTF-8 text (UTF-16); save the file as CSV UTF-8",
        "error: figures.csv, row 1, column secret name: two columns have this name",
        "error: events.csv, row 3: the row has more cells than there are columns",
        "error: events.csv, row 2, column party: no party has this key",
    ):
        assert told in printed
    assert not [line for line in printed if "new" in line or "row 0" in line]


def test_a_case_of_many_people_and_a_long_title_come_back_from_an_export(desk: Desk, tmp_path: Path) -> None:
    kit, back = tmp_path / "kit", tmp_path / "back"
    kit.mkdir()
    keys = [f"person-{number:04d}" for number in range(500)]
    (kit / "parties.csv").write_text("\n".join(["party,names", *(f"{key},{key}" for key in keys)]), "utf-8")
    (kit / "cases.csv").write_text(f"case,title,parties\nc,{'t' * 1000},{'|'.join(keys)}\n", "utf-8")
    assert desk.json("import", str(kit))["new"] == {"party": 500, "case": 1}
    desk.run("export", str(back))
    again = desk.json("import", str(back))
    assert (again["unchanged"], again["updated"], again["errors"]) == (501, {}, [])
