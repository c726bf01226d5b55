"""paste on the command line."""

from pathlib import Path

from hrddesk.cli import main
from hrddesk.errors import InvalidValue
from tests.unit.actions.interop.test_pasted_texts import EITHER, TEXT
from tests.unit.cli.conftest import Desk


def test_a_report_is_read_and_taken_one_by_one(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    read = desk.json("paste", "read", str(path))
    assert [(p["id"], [n["name"] for n in p["names"]], p["taken"], p["known"]) for p in read["people"]] == [
        ("p1", ["Ji Shuo", "籍朔"], None, []), ("p2", ["Pang Suhe", "庞苏禾"], None, []),
    ]  # fmt: skip
    assert read["people"][0]["passages"][0]["quote"] == "Ji Shuo (籍朔)"
    assert [(d["quote"], d["value"], d.get("supposed")) for d in read["dates"]][:2] == [
        ("March 9", "2023-03-09", "year"), ("April 14, 2023", "2023-04-14", None),
    ]  # fmt: skip
    ref = desk.json("paste", "accept", str(path), "p1", "--title", "Yearly")["ref"]
    desk.json("paste", "accept", str(path), "e1", "--date", "2023-03", "--charge", "theft")
    desk.json("paste", "accept", str(path), "p2", "--as", ref, "--name", "Pang Suhe")
    assert "Taken" in desk.run("paste", "accept", str(path), "e2")
    (person,) = desk.json("party", "list")
    assert person["ref"] == ref
    again = desk.json("paste", "read", str(path))
    assert [p["taken"] for p in again["people"]] == [ref, ref]
    assert ref in again["people"][0]["known"]
    assert "e1  p1  taken_away  2023-03-09  Anqing" in desk.run("paste", "read", str(path))
    assert "p1  Ji Shuo / 籍朔  Poet" in desk.run("paste", "read", str(path))  # all that would be stored
    desk.run("paste", "accept", str(path), "p9", code=113)
    desk.run("paste", "accept", str(path), "e9", code=113)


def test_reading_needs_no_vault(tmp_path: Path, capsys: object) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["paste", "read", str(path), "--year", "2021", "--quiet"]) == 0


def test_whom_it_happened_to_is_asked_and_where_it_went_is_said(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(EITHER, encoding="utf-8")
    assert "e2  perhaps p1 or p2 (say --who)  arrested  2022-06" in desk.run("paste", "read", str(path))
    desk.run("paste", "accept", str(path), "e2", code=InvalidValue.exit_code)
    said = desk.run("paste", "accept", str(path), "e1")
    assert "alone. It counts for Pang Suhe / 庞苏禾 too" in said
    assert desk.json("paste", "accept", str(path), "e2", "--who", "p2")["filed"] is None
    assert [event["taken"] is None for event in desk.json("paste", "read", str(path))["events"]] == [
        False, False,
    ]  # fmt: skip
